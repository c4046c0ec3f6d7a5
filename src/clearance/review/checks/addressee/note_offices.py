"""The office to which a note verbale goes: embassy, mission or ministry, of members or observers.

A note names its addressee in its compliments, in its close and often at its foot. One of them
that is of another kind is a slip left from the note that served as model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_KINDS = {
    "mission": compiled(
        r"\b(?:(?:permanent|observer) (?:observer )?(?:missions?|representations?|delegations?)|"
        r"(?:missions?|representations?|delegations?) (?:permanentes?|d'observation)|"
        r"(?:[ول]?(?:ال|لل)?)(?:مندوبية|مندوبيات|بعثة|بعثات))\b"
    ),
    "embassy": compiled(r"\b(?:embass(?:y|ies)|ambassades?|(?:[ول]?(?:ال|لل)?)(?:سفارة|سفارات))\b"),
    "consulate": compiled(r"\b(?:consulates?|consulats?|(?:[ول]?(?:ال|لل)?)(?:قنصلية|قنصليات))\b"),
    "ministry": compiled(
        r"\b(?:ministry|ministries|ministeres?|(?:[ول]?(?:ال|لل)?)(?:وزارة|وزارات))\b"
    ),
}
_GROUPS = {
    "member": compiled(
        r"\b(?:(?<!non-)member (?:states?|countries)|(?:etats?|pays) membres?|"
        r"[ول]?(?:ال|لل)?(?:دول|دولة) (?:ال)?(?:أعضاء|عضو))\b"
    ),
    "observer": compiled(
        r"\b(?:observer (?:states?|countries)|(?:etats?|pays) observateurs?|"
        r"[ول]?(?:ال|لل)?(?:دول|دولة) (?:ال)?(?:مراقبة|مراقب|المراقبين))\b"
    ),
}
_PASSED_ON = compiled(r"\b(?:through|c/o|s/c|sous couvert|via|by way of|عن طريق|بواسطة|عبر)\b")


class _Named(NamedTuple):
    """A place of the note, and the kinds that it names, each with where it stands."""

    place: Stretch
    kinds: dict[str, Stretch]


def check(paper: Paper) -> Iterator[Finding]:
    """Find the place that names another kind of office, or of state, than the others do."""
    skeleton = paper.skeleton
    stretches = list(paper.note_places)
    if len(stretches) < _TWO or _PASSED_ON.search(skeleton, *stretches[0]):
        return
    yield from _to_no_office(paper, stretches)
    for kinds in (_KINDS, _GROUPS):
        named = [
            _Named(place, told) for place in stretches if (told := _told(skeleton, place, kinds))
        ]
        if kinds is _KINDS and named and (esteemed := _esteemed(skeleton, named)):
            named.append(esteemed)
        if wrong := _odd(skeleton, named, kinds):
            at, right = wrong
            yield found(
                "ADR021", *at, elsewhere=(right,), printed=_printed(paper, at),
                right=_printed(paper, right),
            )  # fmt: skip


_TWO = 2
_HEADED = compiled(
    r"[ \n]*(?:the |la |le |l')?(?P<whom>[^\W\d_][^,.;\n]{3,120}?)(?= and | et |[،,.;\n]|$)"
)
_ANOTHER_BODY = compiled(
    r"\b(?:secretariat|organi[sz]ation|union|league|commission|council|bank|fund|institution|"
    r"delegation|states?|office|organisation|ligue|conseil|banque|fonds|etats?|bureau)\b|"
    r"(?:أمانة|منظمة|اتحاد|جامعة الدول|مفوضية|مجلس|بنك|صندوق|مؤسسة|وفد|دول|مكتب)"
)


# "the above-named authority", «الجهة المذكورة أعلاه»: whom the note's head names.
_NAMED_ABOVE = compiled(
    r"\b(?:above|afore)[ -]?(?:named|mentioned|said|cited)\b|\b(?:said|same|competent|concerned) |"
    r"\bsus-?(?:nomme|mentionne|vise|dite?)|\bprecitee?s?\b|\b(?:ci-dessus|plus haut)\b|"
    r"(?:ال)?(?:مذكور|مشار|مسما|معني|مختص|موقر)\w*|أعلاه|آنفا?\b"
)


def _to_no_office(paper: Paper, stretches: Sequence[Stretch]) -> Iterator[Finding]:
    """Find compliments to a firm where the rest of the note speaks to an office of a state."""
    skeleton, first = paper.skeleton, stretches[0]
    if _told(skeleton, first, _KINDS) or _told(skeleton, first, _GROUPS):
        return
    whom = _HEADED.match(skeleton, first[0], first[1])
    if whom is None or _ANOTHER_BODY.search(whom["whom"]) or _NAMED_ABOVE.search(whom["whom"]):
        return
    for place in stretches[1:]:
        if told := _told(skeleton, place, _KINDS):
            right = next(iter(told.values()))
            yield found(
                "ADR021", *whom.span("whom"), elsewhere=(right,),
                printed=_printed(paper, whom.span("whom")), right=_printed(paper, right),
            )  # fmt: skip
            return


def _told(skeleton: str, place: Stretch, kinds: dict[str, re.Pattern[str]]) -> dict[str, Stretch]:
    found_at = {kind: words.search(skeleton, *place) for kind, words in kinds.items()}
    return {kind: match.span() for kind, match in found_at.items() if match}


# "the esteemed Embassy", "السفارة الموقرة": whom the text speaks to.
_ESTEEMED = compiled(
    r"(?:esteemed|honou?rable|distinguished|honorable) (?P<en>[^\W\d_]+(?: [^\W\d_]+)?)|"
    r"(?P<ar>ال[^\W\d_]+) (?:الموقرة|المحترمة)"
)


def _esteemed(skeleton: str, named: Sequence[_Named]) -> _Named | None:
    """Return the office that the text itself calls esteemed, where it is of another kind."""
    first = named[0]
    for match in _ESTEEMED.finditer(skeleton, first.place[1]):
        place = match.span("en") if match["en"] else match.span("ar")
        if any(one.place[0] <= place[0] < one.place[1] for one in named):
            continue
        told = _told(skeleton, place, _KINDS)
        if told and not told.keys() & first.kinds.keys():
            return _Named(place, told)
    return None


def _odd(
    skeleton: str, named: Sequence[_Named], kinds: dict[str, re.Pattern[str]]
) -> tuple[Stretch, Stretch] | None:
    """Return what is wrong and what it is held against; None: the places agree, or all differ."""
    if len(named) < _TWO or set.intersection(*(set(one.kinds) for one in named)):
        return None
    votes = Counter(kind for one in named for kind in one.kinds)
    begin, end = named[0].place[1], named[1].place[0]
    if len(named) == _TWO:  # the text between the compliments and the close tells which
        for kind, words in kinds.items():
            if kind in votes:
                votes[kind] += len(words.findall(skeleton, begin, end))
    most = max(votes, key=lambda kind: votes[kind])
    wrong = [one for one in named if most not in one.kinds]
    right = next(one for one in named if most in one.kinds)
    if len(wrong) != 1:
        return None
    return next(iter(wrong[0].kinds.values())), right.kinds[most]


def _printed(paper: Paper, place: Stretch) -> str:
    return " ".join(paper.text[slice(*place)].split())
