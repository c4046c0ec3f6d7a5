"""The ledger: every act in a Merkle tree that an outsider can verify with no database.

Hashing and proofs as in RFC 6962 and RFC 9162; files, notes and checkpoints as in C2SP tlog-tiles,
signed-note, tlog-checkpoint and tlog-cosignature, so that tools made for other logs read ours.
"""
