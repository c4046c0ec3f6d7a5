"""What is told twice: a figure, a list and its count, a summary, another language version."""
