"""The acting pages of the gate: HTTP in, one act, HTTP out."""
