"""The directory, the posts, the delegations and the matrix of the office feed the review."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.models import Post
from cabinet.directory.actions import Cell, Held, keep_incumbent, set_signatory
from cabinet.directory.models import Correspondent, Incumbent
from cabinet.gate.actions import authorise_writing
from cabinet.review.context import warm
from cabinet.review.models import Finding, Reading
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Kind, Language, Power, Role
from tests.cabinet.review.letters import drafted, found_in, jordan, letter, submitted
from tests.cast import House


def minister(
    house: House,
    name: str = "Karim Al-Majali",
    *,
    begins_on: date | None = None,
    ends_on: date | None = None,
    at: Correspondent | None = None,
) -> Incumbent:
    """Enter a Minister of Foreign Affairs of Jordan; '' leaves the post vacant."""
    held = Held(
        names={Language.ENGLISH: name}, posts={Language.ENGLISH: "Minister of Foreign Affairs"},
        styles={Language.ENGLISH: "H.E."}, begins_on=begins_on, ends_on=ends_on,
    )  # fmt: skip
    return keep_incumbent(
        correspondent=at or jordan(), held=held, by=house.duty("protocol"), at=house.now()
    )


def test_right_name_in_office_passes_and_a_slip_in_it_is_found(house: House) -> None:
    minister(house)

    right = found_in(house, drafted(house, letter(), to=jordan()))
    wrong = found_in(house, drafted(house, letter(name="H.E. Mr. Karim Al-Majani"), to=jordan()))

    assert not {code for code in right if code.startswith("ADR00")}
    assert wrong["ADR001"].suggestion == "Karim Al-Majali"


def test_minister_who_left_is_found_with_his_successor_on_the_letter_s_day(house: House) -> None:
    minister(house, "Sami Al-Rifai", ends_on=date(2025, 5, 31))
    minister(house, "Karim Al-Majali", begins_on=date(2025, 6, 1))
    to_him = letter(name="H.E. Mr. Sami Al-Rifai", date="Jeddah, 31 May 2025")

    before = found_in(house, drafted(house, to_him, to=jordan()))
    after = found_in(
        house, drafted(house, to_him.replace("31 May 2025", "2 June 2025"), to=jordan())
    )

    assert "ADR006" not in before
    assert after["ADR006"].suggestion == "Karim Al-Majali"


def test_letter_that_prints_no_date_is_held_against_the_day_of_its_review(house: House) -> None:
    yesterday = house.duty("adviser").on - timedelta(days=1)
    minister(house, "Sami Al-Rifai", ends_on=yesterday)
    undated = letter(name="H.E. Mr. Sami Al-Rifai", date="Jeddah")

    assert "ADR006" in found_in(house, drafted(house, undated, to=jordan()))


def test_letter_to_a_vacant_post_is_found(house: House) -> None:
    minister(house, "")

    assert "ADR007" in found_in(house, drafted(house, letter(), to=jordan()))


def test_office_of_which_nobody_is_entered_is_not_taken_for_vacant(house: House) -> None:
    found = found_in(house, drafted(house, letter(), to=jordan()))

    assert not {code for code in found if code.startswith("ADR00")}


def test_person_of_another_country_is_found(house: House) -> None:
    minister(house)
    text = letter(state="Republic of Iraq")

    assert found_in(house, drafted(house, text, to=jordan()))["ADR005"].start == text.index(
        "Republic of Iraq"
    )


def test_letter_in_another_language_than_the_addressee_works_in_is_found(house: House) -> None:
    entry = jordan()
    entry.language = "fr"
    entry.save(update_fields=["language"])

    assert "LNG008" in found_in(house, drafted(house, letter(), to=entry))


@pytest.mark.parametrize(
    ("signed", "codes"),
    [
        ("Idris Al-Kettani\nSecretary-General", set()),
        ("Mahmoud Shahin\nDirector of Political Affairs", {"LEG021"}),
        ("Souad Coulibaly\nDesk Officer, African Affairs", {"LEG020"}),
        ("Idriss Al-Ketani\nSecretary-General", {"LEG025"}),
        ("Salim Al-Hadrami\nSecretary-General", {"LEG021", "LEG023"}),
    ],
)
def test_signatory_is_held_against_posts_and_matrix(
    house: House, signed: str, codes: set[str]
) -> None:
    entry = jordan()

    found = found_in(house, drafted(house, letter(signed=signed), to=entry))

    powers = {each for each in found if each.startswith("LEG02")}
    assert powers == codes


def test_matrix_that_the_leadership_changes_counts_at_the_next_review(house: House) -> None:
    item = drafted(house, letter(signed="Mahmoud Shahin\nDirector of Political Affairs"),
                   to=jordan())  # fmt: skip
    assert "LEG021" in found_in(house, item)

    cell = Cell(
        Kind.LETTER, AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS, Role.HEAD_OF_DEPARTMENT,
        permitted=True, needs_authorisation=True, source="Circular 1",
    )  # fmt: skip
    set_signatory(cell=cell, by=house.duty("dg"), at=house.now())

    found = found_in(house, item)
    assert "LEG021" not in found
    assert "LEG035" in found


def lend(house: House, *, kind: Kind | None, days: int) -> None:
    """The Secretary-General lends the head of Political Affairs his signature."""
    today = house.duty("sg").on
    delegate(
        post=Post.objects.get(code="SG-sg"), to=house.officers["political"],
        capacity=Capacity.DELEGATED, limits=Limits(power=Power.SIGN, kind=kind),
        begins_on=today, ends_on=today + timedelta(days=days),
        instrument="Decision 7", by=house.officers["sg"], at=house.now(),
    )  # fmt: skip


def test_delegation_in_force_gives_the_power_and_no_other_kind_of_document(house: House) -> None:
    signed = "Mahmoud Shahin\nDirector of Political Affairs"
    item = drafted(house, letter(signed=signed, date="Jeddah"), to=jordan())

    lend(house, kind=Kind.CONTRACT, days=30)
    other = found_in(house, item)
    lend(house, kind=Kind.LETTER, days=30)
    lent = found_in(house, item)

    assert "LEG021" in other
    assert not {code for code in lent if code.startswith("LEG02")}


def test_letter_of_a_day_before_the_delegation_is_found(house: House) -> None:
    signed = "Mahmoud Shahin\nDirector of Political Affairs"
    lend(house, kind=Kind.LETTER, days=30)

    found = found_in(house, drafted(house, letter(signed=signed), to=jordan()))

    assert "LEG024" in found


def test_letter_to_a_government_without_authorisation_is_found_until_it_is_given(
    house: House,
) -> None:
    text = letter(signed="Tariq Rahimi\nAssistant Secretary-General", date="Jeddah")
    item = submitted(house, text, to=jordan())
    assert Finding.objects.filter(reading__revision__item=item, code="LEG035").exists()

    authorise_writing(item=item, by=house.duty("sg"), at=house.now())

    newest = Reading.objects.filter(revision__item=item).order_by("-pk")[0]
    assert newest.asked_by == house.officers["sg"]
    assert not newest.findings.filter(code="LEG035").exists()


def test_unsigned_text_may_be_for_the_secretary_general_himself(house: House) -> None:
    found = found_in(house, drafted(house, letter(signed="", date="Jeddah"), to=jordan()))

    assert "LEG035" not in found


def test_reference_of_the_house_is_known_by_its_series(house: House) -> None:
    patterns = warm().reviewer.context.reference_patterns

    assert patterns
    assert house.unit("POL").code in warm().reviewer.context.reference_series
