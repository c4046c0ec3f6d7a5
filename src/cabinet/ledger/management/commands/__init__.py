"""``cabinet migrate``, under guard."""
