"""Officers, units, posts and delegations."""
