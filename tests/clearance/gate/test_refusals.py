"""Each code stands for one sentence, for ever; and the sentences are fit to be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import clearance
from clearance.gate import (
    FourEyes,
    NoAuthorityToSign,
    NotAuthorised,
    NotInState,
    Outdated,
    PapersMissing,
    Refused,
    ReviewOpen,
)
from clearance.gate.page import all_refusals
from tests.clearance.gate.facts import BREAKINGS

# Written by hand, not read from the rules: a change of a sentence is seen here.
SENTENCES = {
    "GAT001": "The act “%(act)s” cannot be done while the paper is in the state “%(state)s”.",
    "GAT002": "None of the posts that you hold today may do this: %(act)s.",
    "GAT003": "Another officer acted on this paper after your page was shown.",
    "GAT005": "Only the unit that drafts this paper may do this: %(act)s.",
    "GAT006": "Only the unit that has this paper for action may do this: %(act)s.",
    "GAT007": "Only the officer whom the envelope names may do this: %(act)s.",
    "GAT010": "This act needs a reason in writing.",
    "GAT011": "You registered this paper, so another officer must verify it.",
    "GAT012": "This paper has not been signed.",
    "GAT013": "The Cabinet has not cleared exactly this revision.",
    "GAT014": "These checks have no verdict on this revision: %(checks)s.",
    "GAT015": "A stop stands on these checks: %(checks)s.",
    "GAT016": "You drafted this text, so another officer must rule on it.",
    "GAT017": "Nobody may sign this kind of document to this addressee.",
    "GAT018": "You have no authority today to sign this kind of document to this addressee.",
    "GAT019": "The Secretary-General has not authorised writing to this Government.",
    "GAT020": "This revision has been submitted before, so its review is finished.",
    "GAT021": "The number of enclosures announced differs from the number attached.",
    "GAT022": "No unit is named for action.",
    "GAT023": "The proof is missing.",
    "GAT024": "The Secretary-General has not been informed of this paper.",
    "GAT025": "No paper is attached.",
    "GAT026": "Only a sealed envelope that names an officer goes to its addressee unopened.",
    "GAT027": "A sealed envelope is logged by its outer marks and is not registered.",
    "GAT028": "The subject is missing.",
    "GAT029": "Nobody is named as the sender or the addressee.",
    "GAT031": "The paper is already with this unit for action.",
    "GAT032": "Receipt of this paper has already been acknowledged.",
    "GAT033": "No reply to this paper has been dispatched.",
    "GAT034": "The channel of dispatch is missing.",
    "GAT035": "No unit is named for information.",
    "GAT036": "The new deadline is missing or has passed.",
    "GAT037": "The paper that this one is to answer is not before you.",
}
ENGINE = {"GAT001", "GAT002", "GAT003", "GAT005", "GAT006", "GAT007", "GAT017", "GAT018"}
KINDS = {
    "GAT001": NotInState,
    "GAT002": NotAuthorised,
    "GAT003": Outdated,
    "GAT005": NotAuthorised,
    "GAT006": NotAuthorised,
    "GAT007": NotAuthorised,
    "GAT011": FourEyes,
    "GAT013": ReviewOpen,
    "GAT014": ReviewOpen,
    "GAT015": ReviewOpen,
    "GAT016": FourEyes,
    "GAT017": NoAuthorityToSign,
    "GAT018": NoAuthorityToSign,
}


def test_each_code_says_its_sentence() -> None:
    assert {code: told.sentence for code, (told, _kind) in all_refusals().items()} == SENTENCES


def test_each_code_has_its_kind() -> None:
    for code, (_told, kind) in all_refusals().items():
        assert kind is KINDS.get(code, PapersMissing), code


def test_no_two_codes_say_the_same() -> None:
    sentences = list(SENTENCES.values())

    assert len(sentences) == len(set(sentences))


def test_every_code_in_the_source_of_the_rules_is_listed() -> None:
    package = Path(clearance.__file__).parent
    found = {
        code
        for file in package.rglob("*.py")
        for code in re.findall(r'"(GAT\d{3})"', file.read_text(encoding="utf-8"))
    }

    assert found == set(SENTENCES)


def test_every_condition_can_be_broken_by_these_tests() -> None:
    assert set(BREAKINGS) == set(SENTENCES) - ENGINE


def test_sentences_and_advice_are_fit_to_be_read() -> None:
    for told, _kind in all_refusals().values():
        for text in (told.sentence, told.remedy):
            assert text[0].isupper()
            assert text.endswith(".")
            assert not re.search(r"successfully|invalid|\berror\b|_", text), text


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Refused, 409), (NotInState, 409), (Outdated, 409), (ReviewOpen, 409),
        (PapersMissing, 409), (NotAuthorised, 403), (NoAuthorityToSign, 403), (FourEyes, 403),
    ],
)  # fmt: skip
def test_wrong_person_is_403_and_everything_else_409(refusal: type[Refused], status: int) -> None:
    assert refusal.status == status
    assert issubclass(refusal, NotAuthorised) is (status == 403)
