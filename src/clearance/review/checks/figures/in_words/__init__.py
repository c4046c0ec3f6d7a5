"""Numbers written in words, held against the digits beside them or elsewhere."""
