"""French small words that lose their last letter before a vowel: "la occasion", "ne ayant", "d'la".

What begins with an aspirated h, with a number or a letter of the alphabet, and names with a capital
keep the word whole. The few capitals that are common nouns are listed. Source: French writing.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import disagreement
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger
from clearance.terms import Language

_SILENT_H = (
    "honneur|homme|hommage|histoire|historique|heritage|heure|hotel|hopital|humanite|humain|"
    "humanitaire|habitant|habitude|hebergement|hegire|horaire|hostilite|hygiene|hypothese|huile"
)
_WORDS = "le|la|de|ne|que|se|je|jusque|lorsque|puisque|quoique"
SIGNS = (
    Trigger("elision", rf"[ \n(](?:{_WORDS}) (?:[aeiou][a-z]|(?:{_SILENT_H})e?s?[ ,.;])",
            begins=lambda _, end: max(0, end - 26)),
    Trigger("no elision", r"[ \n(](?:l|d|n|s|qu)'[bcdfgjklmnpqrtvwxz][a-z]+",
            begins=lambda _, end: max(0, end - 26)),
)  # fmt: skip
_WHOLE = on_demand(
    rf"(?:(?<=[\s(])|^)(?P<slip>(?P<small>{_WORDS}) (?P<word>[a-zà-ÿœÉÎÊA]+(?:-[a-zà-ÿ]+)*))(?![\w'’])",
    re.IGNORECASE,
)
_CUT = on_demand(r"(?<=[\s(])(?P<slip>(?P<small>[ldns]|qu)['’](?P<word>[a-zà-ÿ]{4,}))(?![\w'’])", re.IGNORECASE)  # fmt: skip
_KEPT_WORDS = """
a à y et ou où oui non un une uns unes onze onzième huit huitième ouate ululement uhlan yaourt
en au aux est ès ai as eu été i ii iii iv vi ix o u e
"""
_KEPT = frozenset(_KEPT_WORDS.split())
_SHORT = frozenset({"il", "ils", "on", "ici", "an", "en"})
_CAPITALS = frozenset({"État", "Organisation", "Ambassade", "Assemblée", "Accord", "Annexe", "Article", "Union", "Afrique", "Institut", "Académie", "Agence", "Envoyé", "Honneur"})  # fmt: skip
_VOWELS = "aeiouhàâéèêëîïôœû"


def elisions(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find the small words that should have lost their letter, and those that lost it for nothing."""
    for name, shape in (("elision", _WHOLE), ("no elision", _CUT)):
        last = -1
        for start, end in hits.get(name, ()):
            for match in shape.finditer(paper.text, start, min(len(paper.text), end + 24)):
                place = match.span("slip")
                if place[0] <= last or place[0] > end or is_quoted(paper.text, *place):
                    continue
                small, word = match["small"], match["word"]
                instead = _together(small, word) if name == "elision" else _apart(small, word)
                if instead:
                    last = place[0]
                    yield disagreement(paper, place, instead)


def _together(small: str, word: str) -> str | None:
    plain = word.lower()
    if plain in _KEPT or (len(word) < 3 and plain not in _SHORT) or plain[0] not in _VOWELS:
        return None
    if word != plain and word not in _CAPITALS:
        return None
    if small.lower() in ("la", "le") and plain in ("en", "il", "ils", "on", "ici"):
        return None
    if plain[0] == "h" and not re.match(rf"(?:{_SILENT_H})", plain.translate(_BARE)):
        return None
    return f"{small[:-1]}'{word}" if is_known(plain, Language.FRENCH) or word in _CAPITALS else None


_BARE = str.maketrans("éèêô", "eeeo")


def _apart(small: str, word: str) -> str | None:
    if word != word.lower() or not is_known(word, Language.FRENCH) or word[0] in _VOWELS + "y":
        return None
    whole = {"l": "la", "d": "de", "n": "ne", "s": "se", "qu": "que"}[small.lower()]
    return f"{whole.capitalize() if small[0].isupper() else whole} {word}"
