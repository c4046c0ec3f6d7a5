"""The seven checks, in the order of the mandate. None knows another.

Each has ``triggers(context)``, the signs that it wants found, and ``check(paper)``, its findings.
"""
