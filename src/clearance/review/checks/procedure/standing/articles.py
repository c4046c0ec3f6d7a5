"""Which article of the house's own texts says what: "Rule 15 of the Internal Rules, which entrusts the Cabinet".

A fact tells text, number and subject, as "internal rules 5: cabinet". A sentence that leads from
another number of the same text to that subject, and to none of another fact, contradicts it.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled
from clearance.review.context import Fact
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

SIGNS = (
    "internal rules", "règlement intérieur", "النظام الداخلي", "of the charter", "de la charte",
    "من الميثاق", "من ميثاق",
)  # fmt: skip
_TEXTS = {
    "internal rules": r"(?:the )?internal rules(?: of the (?:general )?secretariat)?|(?:du |le )?reglement interieur(?: du secretariat(?: general)?)?|(?:ال)?نظام الداخلي(?: لل?أمانة(?: العامة)?)?",
    "charter": r"(?:the )?(?:oic )?charter(?: of the (?:organi[sz]ation(?: of islamic cooperation)?|oic))?|(?:de )?la charte(?: de l'(?:organisation(?: de la cooperation islamique)?|oci))?|(?:ال)?ميثاق(?: (?:ال)?منظمة(?: التعاون الإسلامي)?)?",
}
_NAMED = {name: compiled(words) for name, words in _TEXTS.items()}
_SUBJECTS = {
    "cabinet": r"\bcabinet\b|office of the secretary-general|bureau du secretaire general|(?:ال)?ديوان|مكتب الأمين العام",
    "cooperation": r"consultative status|statut consultatif|(?:ال)?صفة الاستشارية|cooperat\w+ with (?:islamic|other|international|regional)|cooperation avec (?:les|d'autres)|(?:ال)?تعاون مع (?:ال)?(?:منظمات|هيئات)",
    "seat": r"\bheadquarters\b|\bsiege\b|(?<![^\W\d_])[وب]?(?:ال)?مقر(?![^\W\d_])",
    "election": r"elect\w* (?:of )?the secretary-general|secretary-general (?:is|shall be) elected|elect\w* (?:of )?a secretary-general|election du secretaire general|secretaire general est elu|انتخاب الأمين العام|[يت]نتخب الأمين العام",
}
SUBJECT_OF = {name: compiled(words) for name, words in _SUBJECTS.items()}
_LEADS_ON = r"[^.;\n]{0,16}?(?:,? ?(?:which|that|concerning|on|relating to|regarding|under which|whereby|qui|relati\w+|concernant|portant sur|aux termes duquel|التي|الذي|بشأن|المتعلقة?|الخاصة?|الذي|بموجبها)(?![^\W\d_]))"
_LED_BY = compiled(
    r"\b(?:governed|regulated|provided for|laid down|set out|defined|regie?s?|prevue?s?|fixee?s?|definie?s?|gouvernee?s?)\s+(?:by|in|under|par|a|dans)\s+(?:l')?$|(?:ينظم\w*|[يت]حكم\w*|[يت]خضع ل\w*|المنصوص عليها? في)\s+$"
)
_CITED = {
    name: compiled(
        rf"\b(?P<article>(?:rule|article|art\.|regle|(?:[وبفل]?ال)?(?:قاعدة|مادة))\s+\(?(?P<number>\d{{1,3}})\)?)(?:,? paragraph \d+,?|,? paragraphe \d+,?)?\s*(?:of\s+|de\s+|du\s+|من\s+)?(?:{words})(?P<leads>{_LEADS_ON})?"
    )
    for name, words in _TEXTS.items()
}
_NEAR = 110  # characters in which the subject stands


def told(folded: str) -> str:
    """Return what a line tells of an article, as "charter 26: cooperation"; "": nothing."""
    for name, words in _NAMED.items():
        named = words.search(folded)
        number = _NUMBER.search(folded) if named else None
        subject = next((key for key, shape in SUBJECT_OF.items() if shape.search(folded)), None)
        if named and number and subject:
            return f"{name} {number['number']}: {subject}"
    return ""


_NUMBER = compiled(r"\b(?:rule|article|art\.?) (?P<number>\d{1,3})\b")


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence gives the fact's subject to another article of its text."""
    key, _, subject = fact.holds.partition(": ")
    name, _, number = key.rpartition(" ")
    if name not in _CITED or subject not in SUBJECT_OF:
        return False
    skeleton = paper.skeleton
    for cited in _CITED[name].finditer(skeleton, *sentence):
        if cited["number"] == number:
            continue
        begin = cited.start()
        led = _LED_BY.search(skeleton, sentence[0], begin)
        if cited["leads"]:
            stop = min(sentence[1], cited.end() + _NEAR)
            where = re.split(r"[.;,\n]", skeleton[cited.end() : stop])[0]
        elif led:
            where = skeleton[max(sentence[0], led.start() - _NEAR) : led.start()]
        else:
            continue
        subjects = [each for each, shape in SUBJECT_OF.items() if shape.search(where)]
        if subjects == [subject]:
            return True
    return False
