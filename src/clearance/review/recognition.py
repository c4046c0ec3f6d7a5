"""Tells the language and the kind of a paper from its text, where nobody said them."""

from __future__ import annotations

import re

from clearance.reading.skeleton import pattern
from clearance.terms import Kind, Language

_SAMPLE = 4000  # characters: enough to tell a language, and no more work on a long report
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z]")
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|de|et|une?|dans|pour|par|sur|aux?)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|by|with|that|is|are)\b")

# The words by which a paper says what it is; the first that matches near its head decides.
_KINDS = (
    (
        Kind.NOTE_VERBALE,
        r"note verbale|presents? its compliments|presente ses compliments"
        r"|مذكرة شفوية|تهدي .{0,80}تحياتها",
    ),
    (Kind.DRAFT_RESOLUTION, r"^\s*(?:draft resolution|projet de resolution|مشروع قرار)"),
    (Kind.CIRCULAR, r"^\s*(?:circular|circulaire|تعميم)\b"),
    (
        Kind.MEMORANDUM,
        r"^\s*(?:interoffice |internal )?memorandum\b|^\s*memorandum interieur|^\s*مذكرة\b",
    ),
    (Kind.CONTRACT, r"^\s*(?:contract|contrat|agreement for|عقد)\b"),
    (
        Kind.LETTER,
        r"excellency,|excellence,|your (?:royal )?highness,|votre altesse"
        r"|dear (?:sir|madam|mr|ms)|صاحب المعالي|صاحب السعادة|معالي|سعادة",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern(words), re.MULTILINE)) for kind, words in _KINDS)


def recognise_language(text: str, skeleton: str) -> Language:
    """Return the language of the greater part of the text; English where nothing tells."""
    sample = text[:_SAMPLE]
    if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)):
        return Language.ARABIC
    head = skeleton[:_SAMPLE]
    french, english = len(_FRENCH.findall(head)), len(_ENGLISH.findall(head))
    return Language.FRENCH if french > english else Language.ENGLISH


def recognise_kind(skeleton: str) -> Kind | None:
    """Return the kind that the paper's head names; None where it names none."""
    head = skeleton[:_SAMPLE]
    for kind, words in _COMPILED:
        if words.search(head):
            return kind
    return None
