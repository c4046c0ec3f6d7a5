"""Registry numbers: written from a pattern, read back, compared."""

from clearance.references.registry_number import (
    BadPattern,
    RegistryNumber,
    read_registry_number,
    require_pattern,
    write_registry_number,
)

__all__ = [
    "BadPattern",
    "RegistryNumber",
    "read_registry_number",
    "require_pattern",
    "write_registry_number",
]
