"""The rules of the Cabinet: which paper may go where, who may sign it, and what a text must satisfy.

Plain Python. No web framework, database, clock or network: facts and moments are passed in.
"""
