"""Years of the United Nations' resolutions and sessions, against the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.review.finding import Finding
from clearance.review.mentions.nations import YearTold, old_numbers, read_years_told
from clearance.review.paper import Paper
from clearance.review.rules import found

SIGNS = frozenset({"security council", "assembly", "human rights council", "roman session"})
_WHAT = {
    "security_council": {
        "en": "Security Council resolution {}",
        "fr": "La résolution {} du Conseil de sécurité",
        "ar": "قرار مجلس الأمن {}",
    },
    "assembly": {
        "en": "General Assembly resolution {}",
        "fr": "La résolution {} de l’Assemblée générale",
        "ar": "قرار الجمعية العامة {}",
    },
    "assembly_session": {
        "en": "Session {} of the General Assembly",
        "fr": "La session {} de l’Assemblée générale",
        "ar": "الدورة {} للجمعية العامة",
    },
    "human_rights_council": {
        "en": "Human Rights Council resolution {}",
        "fr": "La résolution {} du Conseil des droits de l’homme",
        "ar": "قرار مجلس حقوق الإنسان {}",
    },
}


def check(paper: Paper) -> Iterator[Finding]:
    """Find years in which the resolution or session that is named cannot have been."""
    told: set[int] = set()
    for mention in read_years_told(paper.text, paper.skeleton, paper.hits, paper.citations):
        start, end = mention.told_at
        if mention.fits or start in told:
            continue
        told.add(start)
        what = {tongue: words.format(mention.ref) for tongue, words in _WHAT[mention.organ].items()}
        yield found(
            "PRO023", start, end, elsewhere=(mention.at,),
            suggestion=str(mention.first) if mention.first == mention.last else None,
            what=what, right=_years(mention), printed=str(mention.told),
        )  # fmt: skip
    if paper.hits("roman session"):
        yield from _old_numbers(paper)


def _old_numbers(paper: Paper) -> Iterator[Finding]:
    """Find "resolution 194 (V)": a number that another session of the Assembly reached."""
    for at, number, session, least, most in old_numbers(paper.skeleton, paper.hits):
        yield found(
            "PRO029", *at, number=str(number), session=str(session),
            right=str(least) if least == most else f"{least}–{most}",
        )  # fmt: skip


def _years(mention: YearTold) -> str | dict[str, str]:
    """Return "2016", "2024–2025", or "2025 or later"."""
    if mention.last is None:
        first = mention.first
        return {"en": f"{first} or later", "fr": f"{first} ou plus tard", "ar": f"{first} أو بعدها"}
    if mention.first == mention.last:
        return str(mention.first)
    return f"{mention.first}–{mention.last}"
