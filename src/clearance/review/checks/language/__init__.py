"""The check of language: spelling, doubled and informal words, one spelling, the right language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.language.agreement_ar import agreement_ar
from clearance.review.checks.language.agreement_en import agreement_en
from clearance.review.checks.language.agreement_fr import agreement_fr
from clearance.review.checks.language.confusions import CONFUSED, confused_words
from clearance.review.checks.language.disagreement import is_of_the_house
from clearance.review.checks.language.doubled import BEGINNINGS, doubled_words
from clearance.review.checks.language.informal import INFORMAL, informal_words
from clearance.review.checks.language.marks import marks_that_do_not_fit
from clearance.review.checks.language.one_firm import FIRMS, firms_spelt_twice
from clearance.review.checks.language.one_name import (
    TITLED,
    family_names_spelt_twice,
    names_spelt_twice,
)
from clearance.review.checks.language.phrases import PHRASES, pairs_of_words
from clearance.review.checks.language.scripts import (
    BACKWARDS,
    foreign_letters,
    text_from_left_to_right,
)
from clearance.review.checks.language.sentences import sentences_of_another_script
from clearance.review.checks.language.slips import SLIPS, slips_of_wording
from clearance.review.checks.language.spelling import misspelt_words
from clearance.review.checks.language.states_listed import TRIGGERS as LISTS
from clearance.review.checks.language.states_listed import states_listed
from clearance.review.checks.language.tone import TONE, harsh_words
from clearance.review.checks.language.uniformity import SPELLINGS, mixed_spellings
from clearance.review.checks.language.versions import languages_of_the_paper
from clearance.review.checks.language.words import words_of
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger
from clearance.terms import Language

_ARABIC_PAGE = 0x06  # of Unicode
_AGREEMENT = {
    Language.FRENCH: agreement_fr,
    Language.ENGLISH: agreement_en,
    Language.ARABIC: agreement_ar,
}


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return (
        *INFORMAL,
        *PHRASES,
        *SPELLINGS,
        *BEGINNINGS,
        *CONFUSED,
        *SLIPS,
        *LISTS,
        *BACKWARDS,
        *TITLED,
        *FIRMS,
        *TONE,
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's language."""
    if backwards := text_from_left_to_right(paper):
        yield backwards
        return  # its words are none
    words = words_of(paper.text, paper.skeleton)
    yield from misspelt_words(paper, words)
    yield from doubled_words(paper, words)
    yield from pairs_of_words(paper)
    confused = list(confused_words(paper))
    yield from confused
    told = {one.start for one in confused}
    slips = [one for one in slips_of_wording(paper) if one.start not in told]
    yield from slips
    told |= {one.start for one in slips}  # the same slip, told by another rule
    yield from (one for one in _AGREEMENT[paper.language](paper) if one.start not in told)
    if is_of_the_house(paper):
        yield from marks_that_do_not_fit(paper)
        if paper.language == Language.ARABIC or words.has_letters(_ARABIC_PAGE):
            yield from sentences_of_another_script(paper)
    yield from informal_words(paper, words)
    yield from harsh_words(paper)
    yield from states_listed(paper)
    yield from mixed_spellings(paper)
    yield from names_spelt_twice(paper)
    yield from family_names_spelt_twice(paper)
    yield from firms_spelt_twice(paper)
    yield from foreign_letters(paper, words)
    yield from languages_of_the_paper(paper)
