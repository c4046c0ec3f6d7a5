"""What a paper says of itself on its face: the subject behind its label. A person confirms it."""

from __future__ import annotations

import logging
import re

from cabinet.registry.paper_text import PAGE_LIMITS
from cabinet.registry.store import path_of
from cabinet.ui.figures import HIDDEN_TURN
from clearance.reading import Unreadable, read_file

_log = logging.getLogger(__name__)
_HEAD = 4_000  # characters from the top in which a subject stands (our guess)
_MOST = 500  # characters that the register takes
_SUBJECT = re.compile(
    r"^[ \t\xa0*_]*(?:subject|objet|(?:ال)?موضوع)[ \t\xa0*_]*[:：][ \t\xa0*_]*"
    r"(?P<said>\S.*?)[ \t\xa0*_]*$",
    re.IGNORECASE | re.MULTILINE,
)


def subject_on_face(sha256: str) -> str:
    """Return the subject that a kept file prints behind "Subject:"; empty where it prints none.

    Whatever is wrong with the file is left for its page to tell: the register takes any file.
    """
    try:
        document = read_file(path_of(sha256), limits=PAGE_LIMITS)
    except Unreadable:
        return ""
    except Exception:  # a fault of ours must not keep a paper from being registered
        _log.exception("The face of the file %s cannot be read.", sha256)
        return ""
    found = _SUBJECT.search(document.text[:_HEAD])
    if found is None or not document.reliable or HIDDEN_TURN.search(found["said"]):
        return ""
    said = " ".join("".join(c if c.isprintable() else " " for c in found["said"]).split())
    return said[:_MOST] if any(c.isalpha() for c in said) else ""
