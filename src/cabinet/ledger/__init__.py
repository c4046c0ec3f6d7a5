"""The record of all acts, and the guards that keep it."""
