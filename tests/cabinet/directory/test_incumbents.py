"""Who holds the post of a correspondent: entered, put right, one at a time, on record."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from cabinet.directory.models import Correspondent, Incumbent
from cabinet.ledger.models import Event
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House

TYPED = {
    "post_en": "Minister of Foreign Affairs", "name_en": "Karim Al-Majali", "style_en": "H.E.",
    "begins_on": "2025-06-01", "source": "Note 12",
}  # fmt: skip


def ministry() -> Correspondent:
    return Correspondent.objects.get(country__iso2="JO", level="ministry_of_foreign_affairs")


def enter(at: At, who: str = "protocol", **more: Any) -> Any:
    return at(who).post(f"/directory/{ministry().pk}/holders/enter/", {**TYPED, **more})


def test_holder_is_entered_shown_and_recorded(house: House, at: At) -> None:
    answer = enter(at)

    row = Incumbent.objects.get()
    assert answer.headers["Location"] == f"/directory/{ministry().pk}/"
    page = at("political-desk").get(answer.headers["Location"]).content.decode()
    assert "Karim Al-Majali" in page
    assert "in office since 1 June 2025" in page
    assert "/holders/" not in page
    assert row.entered_by == house.officers["protocol"]
    assert Event.objects.filter(table="directory_incumbent", row=row.pk).count() == 1


def test_vacant_post_is_entered_without_a_name(house: House, at: At) -> None:
    enter(at, name_en="")

    assert "Vacant" in at("clerk").get(f"/directory/{ministry().pk}/").content.decode()


def test_one_person_holds_a_post_at_a_time(house: House, at: At) -> None:
    enter(at)

    refused = enter(at, name_en="Sami Kept-Words", begins_on="2026-01-01")
    first = Incumbent.objects.get()
    ended = at("protocol").post(
        f"/directory/{ministry().pk}/holders/{first.pk}/", {**TYPED, "ends_on": "2025-12-31"}
    )
    done = enter(at, name_en="Sami Al-Rifai", begins_on="2026-01-01")

    assert refused.status_code == 409
    assert "(DIR003)" in refused.content.decode()
    assert "Sami Kept-Words" in refused.content.decode()
    assert (ended.status_code, done.status_code) == (302, 302)
    assert Incumbent.objects.count() == 2
    assert Event.objects.filter(table="directory_incumbent", row=first.pk).count() == 2


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [
        ({"post_en": ""}, 409, "(DIR001)"),
        ({"ends_on": "2025-05-31"}, 409, "(DIR002)"),
        ({"begins_on": "yesterday"}, 422, "Enter a valid date."),
    ],
)
def test_fault_is_told_and_loses_nothing(
    house: House, at: At, wrong: dict[str, str], status: int, said: str
) -> None:
    answer = enter(at, **wrong)

    assert answer.status_code == status
    assert said in answer.content.decode()
    assert 'value="Karim Al-Majali"' in answer.content.decode()
    assert not Incumbent.objects.exists()


@pytest.mark.parametrize("who", ["political", "auditor", "system", "sg"])
def test_others_enter_nobody(house: House, at: At, who: str) -> None:
    assert enter(at, who).status_code == 403
    assert not Incumbent.objects.exists()


def test_entry_of_another_correspondent_is_not_found(house: House, at: At) -> None:
    enter(at)
    other = Correspondent.objects.exclude(pk=ministry().pk)[0]

    path = f"/directory/{other.pk}/holders/{Incumbent.objects.get().pk}/"

    assert at("protocol").get(path).status_code == 404


def test_plain_sql_enters_nobody_without_a_post_and_deletes_nobody(house: House, at: At) -> None:
    enter(at)

    for statement, code in (
        ("UPDATE directory_incumbent SET post_en = ' '", "DIR001"),
        ("UPDATE directory_incumbent SET ends_on = '2020-01-01'", "DIR001"),
        ("UPDATE directory_incumbent SET correspondent_id = correspondent_id + 1", "incumbent"),
        ("DELETE FROM directory_incumbent", "incumbent"),
    ):
        with pytest.raises(DatabaseError, match=code), transaction.atomic():
            connection.cursor().execute(statement)


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("fr", "ltr")])
def test_pages_speak_the_officer_s_language(house: House, at: At, language: str, way: str) -> None:
    enter(at)
    row = Incumbent.objects.get()

    for path in ("", "holders/enter/", f"holders/{row.pk}/"):
        page = at("protocol", language).get(f"/directory/{ministry().pk}/{path}").content.decode()
        assert f'<html lang="{language}" dir="{way}">' in page
