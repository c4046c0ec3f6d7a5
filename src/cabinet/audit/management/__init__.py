"""Commands of the auditor's desk."""
