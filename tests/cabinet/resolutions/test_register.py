"""The register of resolutions and directives: entered, imported, found, superseded, cited."""

from __future__ import annotations

import io

import docx
import pytest
from django.utils import translation

from cabinet.resolutions.actions import (
    Standing,
    Told,
    enter_resolutions,
    keep_citations,
    record_directive,
)
from cabinet.resolutions.importing import BadFile, resolutions_in
from cabinet.resolutions.models import Directive, Resolution
from cabinet.resolutions.queries import chain_of, papers_citing, resolutions_found
from clearance.gate import NotAuthorised, PapersMissing
from clearance.terms import Language
from tests.cabinet.gate.steps import outgoing
from tests.cast import House

TALKS = Told(ref="Res. 1 / 90 - Pol".removeprefix("Res. "), titles={Language.ENGLISH: "On Talks"})


def test_number_is_kept_in_the_form_of_the_house(house: House) -> None:
    [made] = enter_resolutions(told=[TALKS], by=house.duty("adviser"), at=house.now())

    assert (made.ref, made.session, made.series) == ("1/90-POL", "CFM-90", "POL")


def test_what_is_told_again_is_added_and_nothing_is_lost(house: House) -> None:
    adviser = house.duty("adviser")
    enter_resolutions(told=[TALKS], by=adviser, at=house.now())
    more = Told(ref="1/90-POL", titles={Language.FRENCH: "Sur les pourparlers"}, year=2040)

    enter_resolutions(told=[more], by=adviser, at=house.now())

    row = Resolution.objects.get(ref="1/90-POL")
    assert (row.title_en, row.title_fr, row.year) == ("On Talks", "Sur les pourparlers", 2040)


def test_others_enter_nothing_and_a_bad_number_enters_none_of_the_list(house: House) -> None:
    before = Resolution.objects.count()

    with pytest.raises(NotAuthorised):
        enter_resolutions(told=[TALKS], by=house.duty("clerk"), at=house.now())
    with pytest.raises(PapersMissing):
        enter_resolutions(
            told=[TALKS, Told(ref="no number", titles={Language.ENGLISH: "x"})],
            by=house.duty("adviser"), at=house.now(),
        )  # fmt: skip

    assert Resolution.objects.count() == before


def test_chain_tells_what_took_the_place_of_what(house: House) -> None:
    told = [
        Told(ref="1/92-POL", titles={Language.ENGLISH: "Newest"}, year=2042),
        Told(ref="1/91-POL", titles={Language.ENGLISH: "Newer"}, superseded_by="1/92-POL"),
        Told(ref="1/90-POL", titles={Language.ENGLISH: "Old"}, superseded_by="1/91-POL"),
    ]
    rows = enter_resolutions(told=told, by=house.duty("adviser"), at=house.now())
    rows[1].refresh_from_db()

    assert [row.ref for row in chain_of(rows[1])] == ["1/90-POL", "1/91-POL", "1/92-POL"]
    assert rows[1].status == "superseded"


def test_search_finds_words_of_title_and_text_without_accents(house: House) -> None:
    told = Told(
        ref="7/90-POL", titles={Language.FRENCH: "Sur l’équité"}, text="Calls for rectitude."
    )
    enter_resolutions(told=[told], by=house.duty("adviser"), at=house.now())

    assert [row.ref for row in resolutions_found("equite")] == ["7/90-POL"]
    assert [row.ref for row in resolutions_found("RECTITUDE 7/90")] == ["7/90-POL"]
    assert not resolutions_found("rectitude", series="PAL")


def test_tables_in_csv_yaml_and_json_are_read_alike() -> None:
    csv = b"ref,title_en,year\n1/90-POL,On Talks,2040\n"
    yaml = b"- ref: 1/90-POL\n  title_en: On Talks\n  year: 2040\n"
    json = b'{"resolutions": [{"ref": "1/90-POL", "title_en": "On Talks", "year": 2040}]}'

    read = [
        resolutions_in(data, name=name, source="s")
        for data, name in ((csv, "a.csv"), (yaml, "a.yaml"), (json, "a.json"))
    ]

    assert read[0] == read[1] == read[2]
    assert (read[0][0].year, read[0][0].source) == (2040, "s")


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"ref,colour\n1/90-POL,red\n", "a.csv", "colour"),
        (b"ref,title_en\nnone,On Talks\n", "a.csv", "none"),
        (b"ref,year\n1/90-POL,twenty\n", "a.csv", "four digits"),
        (b"ref,status\n1/90-POL,lost\n", "a.csv", "in_force"),
        (b"{", "a.json", "UTF-8"),
        (b"- 1\n- 2\n", "a.yaml", "no list"),
        (b"Excellency,\nGood day.\n", "a.txt", "heading"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "a.docx", "RDG005"),
    ],
)
def test_bad_file_says_what_is_wrong(data: bytes, name: str, message: str) -> None:
    with translation.override("en"), pytest.raises(BadFile, match=message):
        resolutions_in(data, name=name, source="")


def test_collection_in_word_is_taken_apart() -> None:
    document = docx.Document()
    for line in (
        "RESOLUTION NO. 1/90-POL", "ON TALKS", "The Ninetieth Session of the Council,",
        "1. Calls for talks.", "RESOLUTION NO. 2/90-POL ON PEACE", "1. Calls for peace.",
    ):  # fmt: skip
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)

    told = resolutions_in(kept.getvalue(), name="collection.docx", source="The session")

    assert [(each.ref, each.titles[Language.ENGLISH]) for each in told] == [
        ("1/90-POL", "ON TALKS"),
        ("2/90-POL", "ON PEACE"),
    ]
    assert "Calls for peace." in told[1].text


def test_papers_that_cite_are_shown_to_those_who_may_know_of_them(house: House) -> None:
    item = outgoing(house, "under_review")
    keep_citations(revision=item.revisions.get(), refs=["1/90-POL", "1/90-POL"])

    assert [each.pk for each in papers_citing("1/90-POL", house.duty("adviser"))] == [item.pk]
    assert not papers_citing("1/90-POL", house.duty("legal"))


def test_directive_is_recorded_whole_and_by_the_cabinet(house: House) -> None:
    whole = Standing(
        ref="D-1", sentences={Language.ENGLISH: "The office is open."}, subjects=["The office"],
        opposed=["is closed"], source="Council",
    )  # fmt: skip

    with pytest.raises(NotAuthorised):
        record_directive(standing=whole, by=house.duty("legal"), at=house.now())
    with pytest.raises(PapersMissing):
        record_directive(
            standing=Standing(ref="D-2", sentences={}, subjects=[], opposed=[], source=""),
            by=house.duty("adviser"), at=house.now(),
        )  # fmt: skip
    record_directive(standing=whole, by=house.duty("adviser"), at=house.now())
    with pytest.raises(PapersMissing):
        record_directive(standing=whole, by=house.duty("adviser"), at=house.now())

    assert Directive.objects.get(ref="D-1").opposed == "is closed"
