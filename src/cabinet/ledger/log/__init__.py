"""The record as a log that leaves the house: its keys, its sequencer, its export, its verification.

The events themselves are written by the database in the act's own transaction. What stands here
reads them in order and signs; nothing here can write one.
"""
