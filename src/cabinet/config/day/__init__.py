"""The day of correspondence that is played once, so that an empty office can be looked at."""
