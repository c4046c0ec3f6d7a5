"""Models of three protocols, searched state by state: clearing, numbering, the lease of an errand."""
