"""Papers, revisions, numbers, movements: the register."""
