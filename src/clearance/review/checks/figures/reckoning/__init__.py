"""What a text or a table reckons: totals, parts, shares, prices, changes, votes."""
