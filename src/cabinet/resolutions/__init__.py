"""The register of resolutions and standing directives: what texts rest on, and who cites them."""
