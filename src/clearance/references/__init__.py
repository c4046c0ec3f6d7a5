"""Numbers and symbols of papers: written, read back as they are printed, compared."""

from clearance.references.document_symbol import (
    DocumentSymbol,
    read_document_symbol,
    same_document,
    write_document_symbol,
)
from clearance.references.registry_number import (
    BadPattern,
    RegistryNumber,
    read_registry_number,
    require_pattern,
    write_registry_number,
)
from clearance.references.resolution_number import (
    ResolutionNumber,
    read_resolution_number,
    same_resolution,
    write_resolution_number,
)

__all__ = [
    "BadPattern",
    "DocumentSymbol",
    "RegistryNumber",
    "ResolutionNumber",
    "read_document_symbol",
    "read_registry_number",
    "read_resolution_number",
    "require_pattern",
    "same_document",
    "same_resolution",
    "write_document_symbol",
    "write_registry_number",
    "write_resolution_number",
]
