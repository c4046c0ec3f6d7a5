"""The office: Django, one folder for each desk. The rules are in ``clearance``."""
