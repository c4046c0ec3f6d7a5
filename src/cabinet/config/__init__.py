"""The house as a whole: settings, addresses, commands."""
