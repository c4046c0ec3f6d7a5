"""Approvals that a sentence of the paper tells: a word of approval, a post and a day.

"Sent with the prior authorisation of the Secretary-General, granted on 14 July 2026" says who
allowed the paper as well as a line at its foot does.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis.approval_line import State, lacking_of
from clearance.review.context import Context, KnownSignatory
from clearance.review.paper import Paper
from clearance.review.scan import Stretch
from clearance.terms import Kind

_REACH = 200  # letters of a sentence on either side of its word of approval
_LINK = compiled(
    r"[^\W\d_]*(?: +(?:prior|written|prealable|ecrite?|المسبقة?|السابقة?|سابق|مسبق|خطية?))*"
    r"(?: +(?:by|of|from|du|de|des|par|la|le|the|his excellency|من|قبل|لدن|"
    r"إليها?|إليه|لها?|له|لي|ممنوحا?|الممنوحة?|الصادرة?|معالي|سعادة|السيدة?|granted|given|to|me|"
    r"accordee?|donnee?|conferee?|m'a ete|qui)(?= )| +(?:de )?l'| +d')* ?"
)
_WORD = compiled(
    r"\b(?:approv(?:ed|al)|authori[sz](?:ed|ation)|authority|consent|approuvee?s?|approbation|"
    r"agrement|autorisee?s?|autorisation|accord|aval|delegation|delegated|وافق\w*|[وب]?(?:ال)?موافقة|"
    r"اعتماد|[بل]?إجازة|[بل]?إذن|[بل]?(?:ال)?تفويض|(?:ال)?مفوضة|(?:ال)?مخولة)\b"
)
_HIS = r"(?:secretary-general|secretaire general|(?:ال)?أمين (?:ال)?عام)"
# He ordered the paper: "On the instructions of the Secretary-General dated 27 October 2025".
_ORDERED = compiled(
    r"\b(?:(?:instruction|directive|direction|order)s?|ordres?|و?(?:ب|ل|على )?(?:ال)?(?:توجيه|توجيهات|تعليمات|أمر))\b[^.;\n]{0,40}"
    + _HIS
)
# He decided, by a number of his own or in so many words, what the paper carries out.
_DECIDED = compiled(
    r"\bdecision (?:of|by|du) (?:the )?" + _HIS + r"|(?<!\w)و?ب?قرار (?:من )?(?:معالي )?" + _HIS
)
_AGREED = compiled(
    _HIS
    + r" (?:has |a |ayant |قد )?(?:approved|agreed|authori[sz]ed|consented|decided|welcomed|approuve|autorise|consenti|donne son accord|decide|accueilli|وافق|أذن|اعتمد|أقر|قرر|رحب)\b|"
    r"(?<!\w)(?:وافق|أذن|أقر) (?:معالي )?" + _HIS
)
# "Whereas the award was approved by the Procurement Committee on 2 May": the ground of a contract.
_AWARDED = compiled(
    r"\b(?:(?:award|contract|attribution|marche)\b[^\n;.]{0,60} (?:approved|approuvee?) (?:by|par)|"
    r"(?:لجنة|(?:ال)?أمين العام|مدير(?:ة)? عام)[^\n;.]{0,40} (?:وافقت?|أقرت?|اعتمدت?|صادقت?)\b(?! علي ?ه))"
)
# At the foot: a clerk's note that it was cleared, his answer, a delegation under another's name.
_AT_FOOT = compiled(
    r"(?m)^[^\n]{0,30}\b(?:clear(?:ed|ance)|reviewed|examined|verifiee?|visee?|relue?|controlee?|عرض\w* [^\n]{0,60}و(?:أقر|أجاز|اعتمد)\w*|و?(?:روجع|راجع|دقق)\w*)\b|"
    r"^ *(?:authority|decision|(?:ال)?قرار|(?:ال)?سند|autorite|تأشيرة)\b[^\n]{0,40}\b" + _HIS
)
_DELEGATED = compiled(
    r"(?m)^[ (\[]*[^\n]{0,12}\b(?:delegation (?:of|de) (?:signature|signing|pouvoirs?)|signature delegated|"
    r"(?:ال)?تفويض (?:ب?(?:ال)?توقيع))\b"
)
_NOT = compiled(
    r"\b(?:not|no|non|ne|pending|awaited|refus\w*|declin\w*|reje[ct]\w*|ajourn\w*|attente|غير|لم|لا|رفض\w*|مرفوض|اعتذر\w*|انتظار|تأجيل|إرجاء|أرجئ)\b"
)
_CABINET = compiled(
    r"(?m)^ *(?:visa|vise|vu|seen|تأشيرة)\b[^\n]{0,30}\b(?:cabinet|ديوان|الديوان)\b"
)
# An enclosure that is the approval: "Annex A (minute of approval)".
_MINUTE = compiled(
    r"\b(?:(?:minutes?|notes?|letter|decision|form) of (?:approval|authori[sz]ation)|"
    r"approval (?:minute|form|note)|(?:note|fiche|decision|lettre) d'(?:approbation|autorisation)|"
    r"(?:محضر|مذكرة|قرار|خطاب) (?:ال)?(?:موافقة|إذن))\b"
)
# A contract bears the lawyers' visa beside what he decided; without it a line is still asked for.
_LAWYERS = compiled(r"\b(?:legal|juridiques?|(?:ال)?قانوني\w*)\b")
_FOOT = 600  # letters in which an approval or its place stands below the text (our guess)
_DAY_WITHIN = 90
_AWAITED = compiled(
    r"\b(?:await\w*|pending|subject to|to be|not yet|unless|until|without|only|qu'avec|qu'apres|إلا|en attente|sous reserve|"
    r"a soumettre|pas encore|sans|sauf|avant|في انتظار|بانتظار|رهنا|لم|بعد أن|دون|قبل)\b"
)
# "The programme was approved by ..." tells of another thing than the paper.
_PASSIVE = compiled(r"\b(?:was|were|is|are|been|est|sont|ete|fut|furent)(?: \w+ly)? $")
_THIS = compiled(
    r"\b(?:this|present|letter|reply|note|circular|dispatch|despatch|issue|sending|contract|"
    r"demarche|presente?|envoi|lettre|reponse|circulaire|contrat|"
    r"هذا|هذه|إرسال|إصدار)\b"
)
_SENTENCE_ENDS = compiled(r"[.!?؟](?:\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Told:
    """Where a sentence tells an approval, by whom and when."""

    at: Stretch
    entries: tuple[KnownSignatory, ...]
    day: date
    day_at: Stretch


def approvals_told(paper: Paper) -> Iterator[Told]:
    """Yield the approvals that sentences tell."""
    for start, _ in paper.hits("word_of_approval"):
        if (word := _WORD.match(paper.skeleton, start)) is None and (
            word := _WORD.search(paper.skeleton, max(0, start - 4), start + 30)
        ) is None:
            continue
        begin, end = _sentence(paper.skeleton, *word.span())
        if _AWAITED.search(paper.skeleton, max(begin, word.start() - 40), word.start()):
            continue
        if _PASSIVE.search(paper.skeleton, begin, word.start()) and not _THIS.search(
            paper.skeleton, begin, word.start()
        ):
            continue
        link = _LINK.match(paper.skeleton, word.end())
        if link is None:
            continue
        title, entries = _post_at(paper, link.end())
        days = [one for one in paper.dates if link.end() <= one.start < end and one.value]
        if entries and days and days[0].value:
            at = (word.start(), link.end() + title)
            yield Told(at, entries, days[0].value, (days[0].start, days[0].end))


def is_told(paper: Paper) -> bool:
    """Tell whether the paper says who allowed it: in a sentence, by a visa, or by an instruction.

    Or it has the place in which the approval is still to be written.
    """
    skeleton, kind = paper.skeleton, paper.kind
    foot = max(0, len(skeleton) - _FOOT)
    dated = [(_ORDERED, 0), (_AT_FOOT, foot)]
    if kind is Kind.CIRCULAR:
        dated.append((_DECIDED, 0))
    if kind is Kind.CONTRACT:
        dated.append((_AWARDED, 0))
    else:
        dated.append((_DELEGATED, foot))
    if _may_tell_it(paper, foot):
        dated.append((_AGREED, 0))
    return (
        next(approvals_told(paper), None) is not None
        or _CABINET.search(skeleton) is not None
        or _MINUTE.search(skeleton, foot) is not None
        or any(one.state is State.BLANK for one in lacking_of(paper))  # to be written by hand
        or any(_is_dated(paper, words, start) for words, start in dated)
    )


def _may_tell_it(paper: Paper, foot: int) -> bool:
    """Tell whether a sentence that he decided is enough: in a note, or beside the lawyers' visa."""
    return paper.kind is Kind.NOTE_VERBALE or (
        paper.kind is Kind.CONTRACT and _LAWYERS.search(paper.skeleton, foot) is not None
    )


def _is_dated(paper: Paper, words: re.Pattern[str], start: int) -> bool:
    """Tell whether the words stand there with a day behind them in the same line."""
    return any(
        match.end() <= one.start < match.end() + _DAY_WITHIN
        and "\n" not in paper.skeleton[match.end() : one.start]
        and not _NOT.search(paper.skeleton, match.start(), one.start)
        for match in words.finditer(paper.skeleton, start)
        for one in paper.dates
    )


def _sentence(skeleton: str, start: int, end: int) -> Stretch:
    begin = max(0, start - _REACH)
    for stop in _SENTENCE_ENDS.finditer(skeleton, begin, start):
        begin = stop.end()
    stop_after = _SENTENCE_ENDS.search(skeleton, end, end + _REACH)
    return begin, stop_after.start() if stop_after else min(len(skeleton), end + _REACH)


def _post_at(paper: Paper, at: int) -> tuple[int, tuple[KnownSignatory, ...]]:
    """Return how long the longest title is that stands there, and who bear it."""
    for title, entries in paper.context.derived(_titles):
        if paper.skeleton.startswith(title, at):
            after = paper.skeleton[at + len(title) : at + len(title) + 1]
            if not after.isalnum():
                return len(title), entries
    return 0, ()


def _titles(context: Context) -> tuple[tuple[str, tuple[KnownSignatory, ...]], ...]:
    """Return the titles of the register, the longest first."""
    bearers: dict[str, list[KnownSignatory]] = {}
    for entry in context.signatories:
        for title in entry.titles.values():
            bearers.setdefault(fold(title).skeleton, []).append(entry)
    return tuple(
        (title, tuple(bearers[title])) for title in sorted(bearers, key=len, reverse=True) if title
    )
