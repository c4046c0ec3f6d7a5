"""Styles as a letter prints them: Excellency, Royal Highness and the like, and their gender."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from clearance.reading.skeleton import compiled


class Grade(StrEnum):
    """What a style honours. Arabic parts what English and French call Excellency."""

    MAJESTY = "majesty"
    ROYAL_HIGHNESS = "royal_highness"
    HIGHNESS = "highness"
    EXCELLENCY = "excellency"
    EMINENCE = "eminence"
    HONOUR = "honour"


@dataclass(frozen=True, slots=True)
class Style:
    """A style; ``rank`` is the Arabic word of an Excellency. None and "": nothing is told."""

    grade: Grade | None = None
    gender: str = ""
    rank: str = ""


_GRADES: tuple[tuple[Grade, re.Pattern[str]], ...] = tuple(
    (grade, compiled(words))
    for grade, words in (
        (Grade.MAJESTY, r"\bh\. ?m\b|\bs\. ?m\.(?! ?le m)|majest|\bsire\b|جلالت?ة?(?:كم|ه|ك)?\b|خادم الحرمين|saintes mosquees|"
                        r"holy mosques"),
        (Grade.ROYAL_HIGHNESS, r"\bh\. ?r\. ?h\b|\bhrh\b|royal highness|altesses? royale|\bs\. ?a\. ?r\b|سمو الملكي|"
                               r"السمو الملكي|سموكم الملكي"),
        (Grade.HIGHNESS, r"\bh\. ?h\b|\bhh\b|highness|altesse|\bs\. ?a\.|سمو(?:كم|ه)?\b|السمو\b"),
        (Grade.EXCELLENCY, r"\bh\. ?e\b|\bhe (?=m)|excellenc|\bs\. ?e\b|المعالي|معالي|سعادت?ة?(?:كم)?\b|السعادة|فخامت?ة?(?:كم)?\b|"
                           r"الفخامة|الدولة\b|دولة (?=الرئيس|رئيس|السيد)|دولتكم"),
        (Grade.EMINENCE, r"eminence|holiness|saintete|نيافة|سماحة|قداسة|فضيلة|غبطة"),
        (Grade.HONOUR, r"\byour (?:honou?r|grace|worship|lordship)\b|\bvotre (?:honneur|grandeur|seigneurie)\b"),
    )
)  # fmt: skip
_RANKS = tuple(
    (rank, compiled(words))
    for rank, words in (
        ("فخامة", r"فخامت?ة?(?:كم)?\b|الفخامة"),
        ("دولة", r"الدولة\b|دولة (?=الرئيس|رئيس|السيد)|دولتكم"),
        ("معالي", r"المعالي|معالي"),
        ("سعادة", r"سعادت?ة?(?:كم)?\b|السعادة"),
    )
)
_WOMAN = compiled(
    r"\b(?:mrs|ms|miss|mme|mlle|madame|mesdames|mademoiselle|madam|her|princess|princesse|queen|reine|"
    r"sheikha|shaikha|cheikha|السيدة|الأميرة|صاحبة|وزيرة|الوزيرة|السفيرة|الرئيسة|الأستاذة|الدكتورة|الشيخة|"
    r"الأخت|الملكة|الملكية|المهندسة|سيدتي|تفضلي|تقبلي|وتفضلي|المحترمة|الموقرة)\b"
)
_MAN = compiled(
    r"\b(?:mr|his|monsieur|messieurs|sir|prince|king|roi|sheikh|shaikh|cheikh|monseigneur|sire|السيد|"
    r"الأمير|صاحب|الأخ|الملك|الملكي|الشيخ|المهندس|الأستاذ|الدكتور|السفير|الوزير|سيدي|المحترم|الموقر)\b"
    r"|\bs\. ?e\. ?m\b|\bm\.|\bm (?=[a-z])"
)
_SPEAKS = compiled(
    r"(?:\b(?:your|vos|votre) (?:\w+ )?|[,:] *|\bto |^ *|\bmy |\bdear )(?:(?:royal|imperial|serene) )?"
    r"(?:majest(?:y|e|ies)|highness(?:es)?|excellenc(?:y|ies|es?)|altesses?(?: royales?)?|sire|"
    r"eminence|holiness|saintete|honou?r|honneur|grace|grandeur|worship|lordship)\b|(?:monsieur|madame|messieurs|mesdames|mr\.?|madam|ms\.?) (?:l[ea] |les |l')?[^\n,]{3,40}|"
    r"dear (?:minister|ambassador|president|secretary-general|director)[^\n,]{0,40}|"
    r"صاحبة? ال\w+(?: الملكية?)?|أصحاب ال\w+|(?:معالي|سعادت|فخامت|جلالت|سمو|دولت)كم(?: الملكي)?|"
    r"(?:معالي|سعادة|فخامة|سمو|جلالة|دولة) (?:السيدة? |الأخ |الأخت )?ال\w+|(?:سيدت?ي|السيدة?) ال\w+"
)


def style_of(skeleton: str, start: int, end: int) -> Style:
    """Return the style of a stretch of a few words."""
    return _style_of(skeleton[start:end])


@lru_cache(maxsize=1024)
def _style_of(words: str) -> Style:
    grade = next((grade for grade, sign in _GRADES if sign.search(words)), None)
    rank = ""
    if grade == Grade.EXCELLENCY and (words[0] > "\x7f" or words[-1] > "\x7f"):
        rank = next((rank for rank, sign in _RANKS if sign.search(words)), "")
    return Style(grade, _gender(words), rank)


def _gender(words: str) -> str:
    woman, man = _WOMAN.search(words), _MAN.search(words)
    if woman and man:
        return ""
    return "f" if woman else "m" if man else ""


def spoken_to(skeleton: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a salutation or a close names the person that it speaks to."""
    spoken = _SPEAKS.search(skeleton[start:end])
    return (start + spoken.start(), start + spoken.end()) if spoken else None
