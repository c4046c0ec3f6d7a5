"""What a text mentions, read once for all seven checks: dates, numbers, citations, its parts.

Each reader takes the clean text, its skeleton and the hits of the scan, and declares the triggers
that it needs. It judges nothing: a date may be impossible, a resolution may not exist.
"""
