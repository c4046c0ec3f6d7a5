"""The register of terms: proposed by the Cabinet, adopted by the Director-General, never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.models import Post
from cabinet.ledger.models import Event
from cabinet.review.context import warm
from cabinet.terminology.actions import (
    Wording,
    decide_edition,
    end_entry,
    open_terms,
    propose_edition,
    wording_of_edition,
)
from cabinet.terminology.models import Decision, Edition
from cabinet.terminology.queries import (
    Asked,
    editions_found,
    editions_in_force,
    history_of,
    open_proposals,
)
from clearance.authority import Capacity
from clearance.data.sensitivity import sensitive_terms
from clearance.gate import NotAuthorised, NotInState, Outdated, PapersMissing
from clearance.terms import Kind, Language, Power
from tests.cabinet.gate.pages.conftest import At
from tests.cabinet.gate.steps import registered
from tests.cabinet.review.letters import drafted, found_in, letter
from tests.cast import House

TOLD = Wording(
    avoid={Language.ENGLISH: ("quay parley", "parley at the quay")},
    right={Language.ENGLISH: "talks at the quay"}, level="stop", source="Decision 1",
)  # fmt: skip


def propose(
    house: House, told: Wording = TOLD, who: str = "adviser", code: str = "", seen_no: int = 0
) -> Edition:
    return propose_edition(
        code=code, told=told, by=house.duty(who), at=house.now(), seen_no=seen_no
    )


def adopt(house: House, edition: Edition, who: str = "dg") -> Decision:
    return decide_edition(edition=edition, adopted=True, by=house.duty(who), at=house.now())


def codes_in(house: House, body: str, kind: Kind = Kind.LETTER) -> dict[str, int]:
    """Return the findings of sensitivity in a text with their levels."""
    found = found_in(house, drafted(house, letter(body=body), kind=kind))
    return {code: int(each.level) for code, each in found.items() if code.startswith("POL00")}


def test_register_begins_with_the_reference_data_and_is_opened_once(house: House) -> None:
    open_terms(at=house.now())

    assert Edition.objects.count() == len(sensitive_terms())
    assert set(editions_in_force()) == set(Edition.objects.all())


def test_review_by_the_register_is_the_review_by_the_reference_data(house: House) -> None:
    from clearance.review.default_terms import known_terms as of_the_package

    told = {(each.id, each.avoid): each for each in warm().reviewer.context.terms}

    assert told == {(each.id, each.avoid): each for each in of_the_package()}


def test_proposal_has_no_effect_until_it_is_adopted_and_then_at_once(house: House) -> None:
    edition = propose(house)
    before = codes_in(house, "The quay parley is near.")

    adopt(house, edition)

    assert before == {}
    assert codes_in(house, "The quay parley is near.") == {"POL001": 3}
    assert Event.objects.filter(table="terminology_edition", row=edition.pk).count() == 1
    assert Event.objects.filter(table="terminology_decision").count() == 1


def test_director_general_s_own_is_adopted_in_the_same_act(house: House) -> None:
    edition = propose(house, who="dg")

    assert edition.decision.adopted
    assert codes_in(house, "A parley at the quay.") == {"POL001": 3}


def test_level_goes_by_kind_of_document(house: House) -> None:
    propose(house, replace(TOLD, by_kind={"report": "note"}), "dg")

    assert codes_in(house, "The quay parley is near.") == {"POL001": 3}
    assert codes_in(house, "The quay parley is near.", Kind.REPORT) == {"POL001": 1}


def test_name_is_right_in_a_text_about_the_years_in_which_it_was(house: House) -> None:
    from datetime import date

    propose(house, replace(TOLD, until=date(2011, 6, 28)), "dg")

    assert codes_in(house, "In 2009 the quay parley was opened.") == {}
    assert codes_in(house, "In 2024 the quay parley was opened.") != {}


def test_change_is_a_new_edition_and_the_old_one_stays_on_record(house: House) -> None:
    first = propose(house, who="dg")
    milder = replace(wording_of_edition(first), level="note", note="Too heavy.")

    propose(house, milder, "dg", first.code, seen_no=1)

    assert codes_in(house, "The quay parley is near.") == {"POL001": 1}
    first.refresh_from_db()
    assert first.level == "stop"
    assert [each.no for each in history_of(first.code, house.duty("adviser"))] == [2, 1]


def test_end_stops_the_findings_and_keeps_everything(house: House) -> None:
    edition = propose(house, who="dg")

    end_entry(
        code=edition.code, reason="No longer used.", seen_no=1, by=house.duty("dg"), at=house.now()
    )

    assert codes_in(house, "The quay parley is near.") == {}
    assert Edition.objects.filter(code=edition.code).count() == 2
    ended = editions_found(Asked(standing="ended"), house.duty("adviser"))
    assert [each.code for each in ended] == [edition.code]


def test_end_of_a_term_of_the_reference_data_ends_its_findings(house: House) -> None:
    body = "The so-called State of Palestine is near."
    assert codes_in(house, body) != {}

    end_entry(
        code="so_called_palestine", reason="Trial.", seen_no=1, by=house.duty("dg"),
        at=house.now(),
    )  # fmt: skip

    assert codes_in(house, body) == {}


def test_adviser_proposes_and_others_do_not(house: House) -> None:
    for who in ("political", "clerk", "legal", "sg", "system"):
        with pytest.raises(NotAuthorised):
            propose(house, who=who)
    edition = propose(house)

    for who in ("adviser", "sg", "political"):
        with pytest.raises(NotAuthorised):
            adopt(house, edition, who)
    assert not Decision.objects.exists()


def test_whoever_holds_the_power_in_writing_adopts(house: House) -> None:
    edition = propose(house)
    delegate(
        post=Post.objects.get(code="CAB-dg"), to=house.officers["adviser2"],
        capacity=Capacity.DELEGATED, limits=Limits(power=Power.OVERRIDE),
        begins_on=house.duty("dg").on, ends_on=house.duty("dg").on, instrument="Decision 3",
        by=house.officers["dg"], at=house.now(),
    )  # fmt: skip

    decision = adopt(house, edition, "adviser2")

    assert decision.delegation is not None
    assert decision.post.code == "CAB-dg"


def test_declined_with_a_reason_and_not_decided_twice(house: House) -> None:
    edition = propose(house)
    dg = house.duty("dg")

    with pytest.raises(PapersMissing):
        decide_edition(edition=edition, adopted=False, reason=" ", by=dg, at=house.now())
    decide_edition(edition=edition, adopted=False, reason="Too broad.", by=dg, at=house.now())
    with pytest.raises(NotInState):
        adopt(house, edition)

    assert not open_proposals().exists()
    assert edition.code not in {each.code for each in editions_in_force()}


def test_proposal_that_a_newer_edition_overtook_is_not_adopted(house: House) -> None:
    first = propose(house)
    second = propose(house, replace(TOLD, level="note"), code=first.code, seen_no=1)
    adopt(house, second)

    with pytest.raises(NotInState):
        adopt(house, first)
    with pytest.raises(DatabaseError, match="TRM005"), transaction.atomic():
        _sql_decision(house, first)


def _sql_decision(house: House, edition: Edition, who: str = "dg") -> None:
    duty = house.duty(who)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO terminology_decision "
            "(edition_id, adopted, reason, by_id, post_id, on_day, at) "
            "VALUES (%s, %s, '', %s, %s, %s, %s)",
            [edition.pk, True, duty.officer.pk, duty.authorities[0].post, duty.on.isoformat(),
             house.now().isoformat(sep=" ")],
        )  # fmt: skip


def test_page_that_is_stale_is_told(house: House) -> None:
    first = propose(house)
    propose(house, code=first.code, seen_no=1)

    with pytest.raises(Outdated):
        propose(house, code=first.code, seen_no=1)


@pytest.mark.parametrize(
    "told",
    [
        replace(TOLD, avoid={}),
        replace(TOLD, source=" "),
        replace(TOLD, avoid={Language.ENGLISH: ("a",)}),
        replace(TOLD, avoid={Language.ENGLISH: ("(quay",)}, is_pattern=True),
        replace(TOLD, avoid={Language.ENGLISH: ("(quay)?",)}, is_pattern=True),
        replace(TOLD, unless=("(",), is_pattern=True),
    ],
)
def test_wording_that_the_review_could_not_use_is_refused(house: House, told: Wording) -> None:
    before = Edition.objects.count()

    with pytest.raises(PapersMissing):
        propose(house, told, "dg")

    assert Edition.objects.count() == before
    assert codes_in(house, "The quay parley is near.") == {}


@pytest.mark.parametrize(
    "told",
    [
        replace(TOLD, avoid={Language.ENGLISH: ("quay (parley",)}, is_pattern=True),
        replace(TOLD, avoid={Language.ENGLISH: ("q*",)}, is_pattern=True),
        replace(TOLD, is_pattern=True, near=("(",)),
    ],
)
def test_wording_that_came_past_the_rules_keeps_no_other_from_the_papers(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch, told: Wording
) -> None:
    other = replace(TOLD, avoid={Language.ENGLISH: ("bridge parley",)})
    propose(house, other, "dg")
    with monkeypatch.context() as patched:
        patched.setattr("cabinet.terminology.actions._require_usable", lambda *_: None)
        faulty = propose(house, told, "dg")

    assert codes_in(house, "The bridge parley and the quay parley are near.") == {"POL001": 3}
    page = at("dg").get(f"/terms/{faulty.code}/")
    assert page.status_code == 200
    assert "reads papers without it" in page.text
    assert "reads papers without it" not in at("dg").get("/terms/bridge_parley/").text


def test_plain_words_are_taken_as_they_stand_with_their_signs(house: House) -> None:
    propose(house, replace(TOLD, avoid={Language.ENGLISH: ("quay (parley)",)}), "dg")

    assert codes_in(house, "The quay (parley) is near.") == {"POL001": 3}
    assert codes_in(house, "The quay parley is near.") == {}


def test_plain_sql_adopts_nothing_and_changes_nothing(house: House) -> None:
    registered(house)  # a paper is in
    edition = propose(house)

    with pytest.raises(DatabaseError, match="TRM004"), transaction.atomic():
        _sql_decision(house, edition, "adviser")
    for statement in (
        "UPDATE terminology_edition SET level = 'note'",
        "DELETE FROM terminology_edition",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    columns = (
        "ended, avoid_ar, avoid_en, avoid_fr, right_ar, right_en, right_fr, is_pattern, is_name, "
        "quoted_is_right, level, by_kind, unless, near, kept_from_drafters, source, note, folded, "
        "on_day, at"
    )
    with pytest.raises(DatabaseError, match="TRM003"), transaction.atomic():
        connection.cursor().execute(
            f"INSERT INTO terminology_edition (code, no, {columns}) "
            f"SELECT 'forged', 1, {columns} FROM terminology_edition WHERE id = %s",
            [edition.pk],
        )


def test_departments_find_terms_in_force_that_are_not_kept_from_them(house: House) -> None:
    kept = propose(house, replace(TOLD, kept_from_drafters=True), "dg")
    plain = propose(house, replace(TOLD, avoid={Language.ENGLISH: ("quay palaver",)}), "dg")
    proposal = propose(house, replace(TOLD, avoid={Language.ENGLISH: ("quay chatter",)}))
    asked = Asked("quay")

    cabinet = {each.code for each in editions_found(asked, house.duty("adviser"))}
    department = {each.code for each in editions_found(asked, house.duty("political"))}

    assert cabinet == {kept.code, plain.code}
    assert department == {plain.code}
    assert not history_of(kept.code, house.duty("political"))
    assert not history_of(proposal.code, house.duty("political"))
    assert not editions_found(Asked("quay", standing="proposed"), house.duty("political")).exclude(
        code=plain.code
    )
