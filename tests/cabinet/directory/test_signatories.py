"""Who may sign what to whom: read by all, changed by the leadership."""

from __future__ import annotations

import pytest

from cabinet.directory.models import SignatoryCell
from cabinet.directory.queries import matrix_of
from clearance.terms import AddresseeLevel, Role
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House

CHANGE = {
    "kind": "letter",
    "level": "ngo",
    "role": "desk_officer",
    "permitted": "on",
    "source": "Decision 9/2026",
}


def roles(kind: str, level: AddresseeLevel) -> list[str]:
    return next(
        [cell.role for cell in line.cells] for line in matrix_of(kind) if line.level == level
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_signatories_are_shown_to_every_officer(at: At, language: str) -> None:
    page = at("political-desk", language).get("/directory/signatories/?kind=note_verbale")

    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert 'name="source"' not in page.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", "دليل المراسلات في الأمم المتحدة، الفقرة 45؛ الواجبات المشتركة للإدارات"),
        ("en", "UN Correspondence Manual, para. 45; Common duties of the departments"),
        (
            "fr",
            "Manuel de correspondance de l’ONU, par. 45\xa0; Attributions communes",
        ),
    ],
)
def test_signatories_name_their_source_in_words(at: At, language: str, told: str) -> None:
    assert told in at("legal", language).get("/directory/signatories/?kind=letter").text


def test_signatories_name_the_source_that_was_typed_as_it_was(at: At) -> None:
    typed = {**CHANGE, "role": "external_office", "source": "Decision 9, of June, UN-45"}

    at("dg").post("/directory/signatories/", typed)

    assert typed["source"] in at("legal").get("/directory/signatories/?kind=letter").text


def test_signatories_name_a_level_to_which_nobody_signs(house: House, at: At) -> None:
    assert roles("letter", AddresseeLevel.HEAD_OF_STATE) == [Role.SECRETARY_GENERAL]
    assert roles("memorandum", AddresseeLevel.HEAD_OF_STATE) == []
    assert "Nobody" in at("legal").get("/directory/signatories/?kind=memorandum").text


def test_signatories_are_changed_by_the_leadership(house: House, at: At) -> None:
    change = {**CHANGE, "role": "external_office"}
    assert "external_office" not in roles("letter", AddresseeLevel.NGO)

    answer = at("dg").post("/directory/signatories/", change)

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/directory/signatories/?kind=letter"
    assert "external_office" in roles("letter", AddresseeLevel.NGO)
    newest = SignatoryCell.objects.order_by("-id")[0]
    assert (newest.source, newest.set_by) == ("Decision 9/2026", house.officers["dg"])
    del change["permitted"]
    at("sg").post("/directory/signatories/", change)
    assert "external_office" not in roles("letter", AddresseeLevel.NGO)


@pytest.mark.parametrize("username", ["adviser", "clerk", "political", "system", "asg"])
def test_signatories_are_not_changed_by_anybody_else(house: House, at: At, username: str) -> None:
    before = SignatoryCell.objects.count()

    answer = at(username).post("/directory/signatories/", {**CHANGE, "role": "external_office"})

    assert answer.status_code == 403
    assert SignatoryCell.objects.count() == before


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"source": ""}, "Name the paper that decides this."),
        ({"level": "king"}, "This choice is not in the list."),
        ({"role": "desk_officer"}, "This choice is not in the list."),
    ],
)
def test_change_says_what_is_wrong_and_keeps_what_was_typed(
    house: House, at: At, wrong: dict[str, str], told: str
) -> None:
    before = SignatoryCell.objects.count()
    change = {**CHANGE, "role": "external_office", **wrong}

    answer = at("dg").post("/directory/signatories/", change)

    assert answer.status_code == 422
    assert told in answer.text
    assert "source" in wrong or "Decision 9/2026" in answer.text
    assert SignatoryCell.objects.count() == before
