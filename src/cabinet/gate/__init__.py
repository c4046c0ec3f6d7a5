"""The gate desk: the acts on papers, their guards, and the pages on which they are done."""
