"""The register of terms: what a paper of the house does not write, and what it writes instead."""
