"""How fast the office is, in one run beside the raw limit of each engine on the same disk.

``python -m bench`` prints everything; figures are ratios first, since machines differ.
"""
