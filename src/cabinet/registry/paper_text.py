"""The text of a revision as pages show it beside the facts. Reads only.

Whoever asks has found the revision through ``visible_items``: nothing here asks who may read it.
What was read of a file is kept in memory by its SHA-256, so that no view reads it again.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cabinet.registry.models import Revision
from cabinet.registry.paper_blocks import Block, blocks_of
from cabinet.registry.store import path_of
from cabinet.ui.figures import HIDDEN_TURN
from cabinet.ui.languages import language
from clearance.reading import Limits, NotFound, TooLarge, Unreadable, read_file
from clearance.terms import Language

_log = logging.getLogger(__name__)
# A page waits for the reading, so it bears less than a review does; the rest is in the file.
PAGE_LIMITS = Limits(
    file_bytes=32_000_000,
    inflated_bytes=64_000_000,
    pages=200,
    characters=2_000_000,
    paragraphs=40_000,
    drawn_objects=500_000,
    seconds=5,
)
_KEPT = 64  # texts, each of some 100 KB at the most
_MOST_NAMES = 20


@dataclass(frozen=True)
class PaperText:
    """The text of a file, or ``why`` there is none; ``fault`` tells what an unreadable file has.

    ``is_cut``: the file holds more. ``is_turned``: it hides marks that turn letters round.
    ``silent_pages`` counts pages that gave no text. ``within`` names files that came in the file.
    """

    blocks: tuple[Block, ...] = ()
    language: str = ""
    is_cut: bool = False
    is_reliable: bool = True
    is_turned: bool = False
    silent_pages: int = 0
    within: tuple[str, ...] = ()
    why: Literal["", "missing", "unreadable", "too_large", "failed"] = ""
    fault: Unreadable | None = None

    def told(self) -> str:
        """Say why the file cannot be read, in the active language."""
        return self.fault.sentence(Language(language())) if self.fault else ""


def text_of(revision: Revision) -> PaperText:
    """Return the text of a revision, as far as a page shows it."""
    try:
        return _read(revision.sha256)
    except (NotFound, ValueError):  # not kept: an administrator brings the file back
        return PaperText(why="missing")
    except Exception:  # a fault of ours must not keep the page of a paper from its reader
        _log.exception("The text of revision %s cannot be shown.", revision.pk)
        return PaperText(why="failed")


@lru_cache(maxsize=_KEPT)
def _read(sha256: str) -> PaperText:
    try:
        document = read_file(path_of(sha256), limits=PAGE_LIMITS)
    except NotFound:
        raise
    except TooLarge:
        return PaperText(why="too_large")
    except Unreadable as refused:
        # Made anew: the one that was raised holds on to the whole file.
        return PaperText(why="unreadable", fault=type(refused)(refused.code, **refused.params))
    found = blocks_of(document)
    return PaperText(
        blocks=found.shown,
        language=found.language,
        is_cut=found.is_cut,
        is_reliable=document.reliable,
        is_turned=HIDDEN_TURN.search(document.text) is not None,
        silent_pages=len(document.silent_pages),
        within=document.enclosures[:_MOST_NAMES],
    )
