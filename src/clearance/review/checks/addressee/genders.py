"""A man written to as a woman, or a woman as a man: style, name, post, salutation and close.

What the directory tells is right; else what most of the places tell. A woman's post may have its
masculine form ("Madame le Ministre", «معالي السيدة ... وزير»), never the other way round.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee.letter import Addressed
from clearance.review.finding import Finding, Level
from clearance.review.mentions.given_names import MEN, WOMEN, gender_of_name
from clearance.review.mentions.posts import gender_of
from clearance.review.mentions.styles import style_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

NAMED: dict[str, dict[str, str]] = {
    "m": {"en": "a man", "fr": "un homme", "ar": "رجل"},
    "f": {"en": "a woman", "fr": "une femme", "ar": "امرأة"},
}
_LORD = fold("صاحب ").skeleton
_OF_NAME = 2  # what a given name weighs beside a style (our guess)


class _Voice(NamedTuple):
    place: Stretch
    gender: str
    weight: int = 1
    is_told: bool = True


def check(
    paper: Paper, addressed: Addressed | None, known: str,
    salutation: tuple[Stretch, str] | None, closing: tuple[Stretch, str] | None,
) -> Iterator[Finding]:  # fmt: skip
    """Find the places that speak of the other sex; ``known``: what the directory tells, or ""."""
    block = addressed.block if addressed else None
    voices: list[_Voice] = []
    if block and block.style:
        voices.append(
            _Voice(block.style, style_of(paper.skeleton, *block.style).gender, is_told=not known)
        )
    spoken = [_Voice(*one) for one in (salutation, closing) if one]
    others: list[_Voice] = []
    if block and block.name:
        others.append(
            _Voice(
                block.name,
                gender_of_name(paper.skeleton[slice(*block.name)]),
                _OF_NAME,
                is_told=False,
            )
        )
    if block and block.title:
        others.append(
            _Voice(block.title, gender_of(paper.skeleton[slice(*block.title)]), is_told=False)
        )
    voices = [voice for voice in (*voices, *spoken) if voice.gender]
    gender = known or _most((*voices, *others), voices)
    for voice in voices:
        if voice.is_told and gender and voice.gender != gender:
            yield _told(paper, voice.place, gender)


def _most(all_: Iterable[_Voice], voices: list[_Voice]) -> str:
    """Return what most of the places tell; where they are even, the first of the letter's own."""
    if len({voice.gender for voice in voices}) < 2 and not voices:
        return ""
    votes: Counter[str] = Counter()
    for voice in all_:
        if voice.gender:
            votes[voice.gender] += voice.weight
    first = voices[0].gender
    return max(votes, key=lambda gender: (votes[gender], gender == first))


def _told(paper: Paper, place: Stretch, gender: str) -> Finding:
    """Return the finding; in Arabic "صاحب المعالي" is met for women too, and noted no more."""
    is_custom = gender == "f" and paper.skeleton.startswith(_LORD, place[0])
    return found(
        "ADR010", *place, level=Level.NOTE if is_custom else None,
        printed=" ".join(paper.text[slice(*place)].split()), right=NAMED[gender],
    )  # fmt: skip


# --- a style against itself, and against the given name after it -------------------------------
_AGAINST = "style against itself"
_AGAINST_NAME = {"f": "man's style before a woman's name", "m": "woman's style before a man's name"}
_MAN = r"(?:mr|monsieur|m|السيد|الأخ|الأستاذ|الدكتور|المهندس|الشيخ|السفير)"
_WOMAN = r"(?:mrs|ms|miss|madame|mme|mlle|السيدة|الأخت|الأستاذة|الدكتورة|المهندسة|الشيخة|السفيرة)"
_POSTS_AR = "(?:وزيرة|سفيرة|مديرة|رئيسة|مندوبة|ممثلة|مستشارة|وكيلة|نائبة|مفوضة|عميدة|قنصلة|منسقة)"
_POSTS_FR = (
    "(?:la (?:ministre|presidente|directrice|secretaire|representante|conseillere|cheffe|rectrice|"
    "gouverneure|commissaire|deleguee|coordonnatrice|consule)|l'ambassadrice)"
)
_AGAINST_ITSELF = (
    (r"his (?:excellency|honou?r|highness|royal highness)[,\s]+(?:the )?(?:mrs|ms|miss|madam|sheikha|princess|queen)[. ]", "f"),
    (
        r"her (?:excellency|honou?r|highness|royal highness)[,\s]+(?:the )?"
        r"(?:mr|sir|sheikh|shaikh|prince|king|lord)[. ]",
        "m",
    ),
    (rf"(?:monsieur|messieurs|s\.? ?e\.? ?m\.|m\.) {_POSTS_FR}", "f"),
    (rf"(?:السيد|سيدي|الأخ|الدكتور|الأستاذ)[/ ]*(?:ال)?{_POSTS_AR}", "f"),
    (rf"صاحب ال(?:معالي|سعادة|فخامة|دولة) (?:السيد )?(?:ال)?{_POSTS_AR}", "f"),
    (r"(?:السيدة|سيدتي|الأخت)[/ ]*(?:السيد|سيدي|الأخ) ", "f"),
)  # fmt: skip


def triggers() -> Iterator[Trigger]:
    """Return the signs that are slips as soon as they are found as words of their own."""
    for expression, gender in _AGAINST_ITSELF:
        yield Trigger(_AGAINST + gender, expression)
    for style, names, gender in ((_MAN, WOMEN, "f"), (_WOMAN, MEN, "m")):
        every = "|".join(sorted(names))
        yield Trigger(_AGAINST_NAME[gender], rf"{style}[./]*[ ](?:{every})[ ]")


_FOLLOWING = compiled(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def check_styles(paper: Paper) -> Iterator[Finding]:
    """Find "Monsieur la Ministre", «السيد الوزيرة» and "Mr. Fatima ..." wherever they stand."""
    for gender in ("f", "m"):
        for start, end in paper.hits(_AGAINST + gender):
            if not _is_within_word(paper.skeleton, start, end):
                yield _told(paper, (start, end), gender)
        for start, end in paper.hits(_AGAINST_NAME[gender]):
            after = _FOLLOWING.match(paper.skeleton, end)
            is_name = after is not None and not paper.text[end].islower()
            if _is_within_word(paper.skeleton, start, end) or after is None or not is_name:
                continue
            if gender == "m" and after[0] in WOMEN:
                continue  # "Mme Ibrahim Fatouma": the name of the family stands first
            finding = _told(paper, (start, end - 1), gender)
            again = paper.skeleton[start:end] + after[0]
            is_meant = paper.skeleton.count(again) > 1  # the same person, named so each time
            yield replace(finding, level=Level.NOTE) if is_meant else finding


def _is_within_word(skeleton: str, start: int, end: int) -> bool:
    return skeleton[start - 1 : start].isalnum() or (
        skeleton[end - 1].isalnum() and skeleton[end : end + 1].isalnum()
    )
