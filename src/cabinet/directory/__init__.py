"""Who is written to, and who may sign what to whom."""
