"""Days and hours: whether they can be, whether they agree, and what lies between them."""
