"""What the gate says when it does not open.

Refused                 one act, refused, with ALL unmet conditions
    NotAuthorised       the officer holds no post that may do this (403)
    NoAuthorityToSign   no post of the officer may sign this paper to this addressee (403)
    FourEyes            the officer would rule on a paper of their own hand (403)
    NotInState          the act does not stand in the table for the paper's state (409)
    Outdated            somebody acted since the page was shown (409)
    ReviewOpen          the seven checks are not finished on this revision (409)
    PapersMissing       another condition of the act is not met (409)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clearance.terms.translation import Translate, in_english
from clearance.terms.translation import marked as _

_BETWEEN = _("; ")  # between the names of checks or posts


@dataclass(frozen=True)
class Unmet:
    """One condition that is not met: a code, one full sentence, and what to do next.

    ``sentence`` and ``remedy`` are English message ids with named placeholders for ``params``.
    A param that is itself a message id is listed in ``translated`` and translated too.
    """

    code: str
    sentence: str
    remedy: str
    params: Mapping[str, str] = field(default_factory=dict)
    translated: frozenset[str] = frozenset()

    def told(self, translate: Translate = in_english) -> str:
        """Return sentence, code and remedy as one text in the language of ``translate``."""
        said = {
            key: translate(_BETWEEN).join(translate(part) for part in value.split("|"))
            if key in self.translated
            else value
            for key, value in self.params.items()
        }
        sentence = translate(self.sentence) % said
        remedy = translate(self.remedy) % said
        return f"{sentence} ({self.code}) {remedy}".strip()


class Refused(Exception):
    """An act that the gate refused. Nothing was written."""

    status = 409

    def __init__(self, *unmet: Unmet) -> None:
        super().__init__(" ".join(condition.told() for condition in unmet))
        self.unmet = unmet

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all unmet conditions, in the order of the table."""
        return tuple(condition.code for condition in self.unmet)


class NotAuthorised(Refused):
    """The officer holds no post that may do this."""

    status = 403


class NoAuthorityToSign(NotAuthorised):
    """No post of the officer may sign this kind of document to this addressee."""


class FourEyes(NotAuthorised):
    """The officer drafted or registered the paper, so another officer must act on it."""


class NotInState(Refused):
    """The act does not stand in the table for the state that the paper is in."""


class Outdated(Refused):
    """Another officer acted on the paper after the page was shown."""


class ReviewOpen(Refused):
    """The seven checks are not finished on exactly this revision."""


class PapersMissing(Refused):
    """A paper or a fact that the act needs is not there."""
