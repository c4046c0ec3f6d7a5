"""The rules of the Cabinet: which paper goes where, who signs it, what a text must satisfy.

Plain Python. No web framework, database, clock or network: facts and moments are passed in.
"""
