"""The review sheet: seven verdicts on each revision."""
