"""Models of three protocols: clearing, numbering, and the lease of an errand."""
