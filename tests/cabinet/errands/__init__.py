"""What the errands of the tests did outside the database."""

seen: list[str] = []
