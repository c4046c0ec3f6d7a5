"""My desk, the page of a paper, the register books: what officers read."""
