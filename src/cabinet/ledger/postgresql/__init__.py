"""The Cabinet's own connection on PostgreSQL: what it has planned outlives a refusal."""
