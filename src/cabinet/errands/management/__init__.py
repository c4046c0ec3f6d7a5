"""Commands of the errands."""
