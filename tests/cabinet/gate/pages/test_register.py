"""Taking a paper in: numbered or only logged, known files, new senders, sealed envelopes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cabinet.directory.models import Correspondent
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages.stage import drafted, incoming, sent
from tests.cast import House

At = Callable[..., Client]


@pytest.fixture
def face(house: House) -> dict[str, Any]:
    """What a clerk types of a letter."""
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    return {
        "paper": letter(),
        "subject": "Hosting of the meeting",
        "sender": sender.name_en,
        "sender_reference": "MFA/12/1448",
        "dated_gregorian": "12 November 2026",
        "dated_hijri": "2 Jumada II 1448",
        "kind": "letter",
        "languages": ["ar", "en"],
        "channel": "pouch",
        "urgency": "2",
        "confidentiality": "2",
        "enclosures_announced": "1",
    }


def letter(text: bytes = b"A letter at the door.") -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.txt", text)


def post(browser: Client, facts: dict[str, Any], wish: str = "register") -> Any:
    return browser.post(reverse("register_incoming"), {**facts, "wish": wish})


def test_register_gives_a_number_and_keeps_the_face(
    house: House, at: At, face: dict[str, Any]
) -> None:
    annex = SimpleUploadedFile("annex.txt", b"An annex.")

    answer = post(at("clerk"), {**face, "enclosures": annex})

    item = Item.objects.order_by("-id")[0]
    assert answer["Location"] == reverse("item", args=[item.pk])
    assert (item.state, item.subject, item.number.serial) == ("registered", face["subject"], 1)
    assert (item.languages, item.channel, item.urgency, item.confidentiality) == (
        "ar,en", "pouch", 2, 2,
    )  # fmt: skip
    assert (item.dated_gregorian, item.dated_hijri) == ("12 November 2026", "2 Jumada II 1448")
    assert [each.name for each in item.revisions.get().enclosures.all()] == ["annex.txt"]


def test_register_and_next_opens_an_empty_screen(at: At, face: dict[str, Any]) -> None:
    browser = at("clerk")

    answer = post(browser, face, "next")
    page = browser.get(answer["Location"]).content.decode()

    assert answer["Location"] == reverse("register_incoming")
    assert re.search(r"Registered as <?.*1/20\d\d|Registered as .*20\d\d", page)
    assert face["subject"] not in page


def test_log_only_gives_no_number(at: At, face: dict[str, Any]) -> None:
    post(at("clerk"), face, "log")

    item = Item.objects.order_by("-id")[0]
    assert item.state == "received"
    assert not hasattr(item, "number")


def test_sealed_envelope_is_logged_by_its_outer_marks(house: House, at: At) -> None:
    facts = {
        "personal_to": house.officers["sg"].pk, "outer_marks": "Personal, from the Minister",
        "kind": "letter", "urgency": "1", "confidentiality": "1", "enclosures_announced": "0",
    }  # fmt: skip

    refused = post(at("private"), facts)
    logged = post(at("private"), facts, "log")

    assert refused.status_code == 403  # the Private Secretary takes in; the Registry registers
    assert "Personal, from the Minister" in refused.content.decode()
    assert logged.status_code == 302
    item = Item.objects.order_by("-id")[0]
    assert (item.sealed, item.personal_to) == (True, house.officers["sg"])


def test_sealed_envelope_is_not_registered(house: House, at: At, face: dict[str, Any]) -> None:
    facts = {**face, "personal_to": house.officers["sg"].pk, "outer_marks": "Personal"}
    del facts["paper"]

    answer = post(at("clerk"), facts)

    assert answer.status_code == 409
    assert "(GAT027)" in answer.content.decode()
    assert Item.objects.count() == 0


def test_sealed_envelope_with_a_file_is_told_so(house: House, at: At, face: dict[str, Any]) -> None:
    answer = post(at("clerk"), {**face, "personal_to": house.officers["sg"].pk})

    assert answer.status_code == 422
    assert "A sealed envelope has no file." in answer.content.decode()


def test_known_file_is_said_and_needs_one_more_confirmation(at: At, face: dict[str, Any]) -> None:
    browser = at("clerk")
    post(browser, face)
    first = Item.objects.get()

    told = post(browser, {**face, "paper": letter()})
    page = told.content.decode()
    kept = re.search(r'name="paper_kept" value="([^"]+)"', page)
    assert kept is not None
    again = {**face, "paper_kept": kept[1], "again": "on"}
    del again["paper"]
    done = post(browser, again)

    assert told.status_code == 422
    assert reverse("item", args=[first.pk]) in page
    assert done.status_code == 302
    assert Item.objects.count() == 2


def test_known_file_out_of_sight_is_not_told(house: House, at: At, face: dict[str, Any]) -> None:
    post(at("registry"), {**face, "confidentiality": "3"})

    answer = post(at("clerk"), {**face, "paper": letter()})

    assert answer.status_code == 302


def test_new_sender_is_entered_on_the_same_screen(at: At, face: dict[str, Any]) -> None:
    facts = {**face, "sender": "", "new_name_en": "Society of Printers", "new_level": "ngo"}

    post(at("clerk"), facts)

    sender = Correspondent.objects.get(name_en="Society of Printers")
    assert (sender.level, Item.objects.get().correspondent) == ("ngo", sender)


def test_new_sender_of_a_refused_paper_is_not_left_behind(
    house: House, at: At, face: dict[str, Any]
) -> None:
    facts = {
        **face, "sender": "", "new_name_en": "Society of Printers", "new_level": "ngo",
        "personal_to": house.officers["sg"].pk, "outer_marks": "Personal",
    }  # fmt: skip
    del facts["paper"]

    answer = post(at("clerk"), facts)

    assert answer.status_code == 409
    assert not Correspondent.objects.filter(name_en="Society of Printers").exists()


def test_new_sender_is_entered_only_by_who_keeps_the_directory(
    at: At, face: dict[str, Any]
) -> None:
    facts = {**face, "sender": "", "new_name_en": "Society of Printers", "new_level": "ngo"}

    page = at("private").get(reverse("register_incoming")).content.decode()
    answer = post(at("private"), facts, "log")

    assert "new_name_en" not in page
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"paper": ""}, "Choose the file of the paper, or name the officer"),
        ({"subject": " "}, "Write the subject in clear words."),
        ({"sender": ""}, "Choose the sender from the directory."),
        ({"sender": "Nobody at all"}, "Nobody in the directory answers to “Nobody at all”."),
        ({"sender": "Ministry"}, "Several entries of the directory answer to this"),
        ({"sender": "", "new_name_fr": "Une société"}, "Choose the rank of the new sender."),
        ({"answers": "99/1999"}, "No paper with the number 99/1999 can be answered here."),
    ],
)
def test_register_says_what_to_do_next_and_keeps_the_file(
    at: At, face: dict[str, Any], changed: dict[str, str], said: str
) -> None:
    answer = post(at("clerk"), {**face, **changed})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert ("paper_kept" in page) is ("paper" not in changed)
    assert Item.objects.count() == 0


def test_sender_is_found_by_words_of_the_name_and_by_number(house: House, at: At) -> None:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    words = " ".join(reversed(sender.name_en.casefold().split()))
    for typed in (words, sender.name_ar, f"anything #{sender.pk}"):
        facts = {
            "paper": letter(typed.encode()), "subject": "Found", "sender": typed, "kind": "letter",
            "urgency": "1", "confidentiality": "1", "enclosures_announced": "0",
        }  # fmt: skip

        answer = post(at("clerk"), facts)

        assert answer.status_code == 302, typed
        assert Item.objects.order_by("-id")[0].correspondent == sender


def test_sender_is_found_by_the_short_name_of_a_state(at: At, face: dict[str, Any]) -> None:
    answer = post(at("clerk"), {**face, "sender": "وزارة خارجية تركيا"})

    assert answer.status_code == 302
    sender = Item.objects.get().correspondent
    assert sender is not None
    assert sender.name_ar == "وزارة خارجية الجمهورية التركية"


def test_reply_names_one_of_our_papers(house: House, at: At, face: dict[str, Any]) -> None:
    ours = drafted(house, "issued")
    sent(house, ours)

    post(at("clerk"), {**face, "answers": ours.number.text})

    assert Item.objects.order_by("-id")[0].answers == ours


def test_reply_names_no_incoming_paper(house: House, at: At, face: dict[str, Any]) -> None:
    theirs = incoming(house, "registered")

    assert post(at("clerk"), {**face, "answers": theirs.number.text}).status_code == 422


@pytest.mark.parametrize("who", ["adviser", "political", "system", "auditor", "sg"])
def test_register_is_closed_to_other_posts(at: At, who: str) -> None:
    assert at(who).get(reverse("register_incoming")).status_code == 403


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_register_screen_has_its_keys(house: House, at: At, language: str, way: str) -> None:
    page = at("clerk", language).get(reverse("register_incoming")).content.decode()

    assert f'dir="{way}"' in page
    assert re.findall(r'name="wish" value="(\w+)" data-key="(\w+)"', page) == [
        ("register", "Enter"), ("next", "n"), ("log", "l"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "asked"),
    [
        (b"Subject: Meeting of experts\n\nExcellency,", "Meeting of experts",
         "This is the subject that the paper prints. Compare it, then register."),
        (b"A letter without its subject.", "", "Write the subject in clear words."),
    ],
)  # fmt: skip
def test_subject_left_empty_is_read_from_the_paper_and_asked_for(
    house: House, at: At, face: dict[str, Any], text: bytes, value: str, asked: str
) -> None:
    before = Item.objects.count()

    page = post(at("clerk"), {**face, "subject": "", "paper": letter(text)})

    field = re.search(r'<input[^>]*name="subject"[^>]*>', page.text)
    assert page.status_code == 422
    assert asked in page.text
    assert field is not None
    assert (f'value="{value}"' in field[0]) is bool(value)
    assert Item.objects.count() == before


def test_subject_read_from_the_paper_registers_it_once_confirmed(
    house: House, at: At, face: dict[str, Any]
) -> None:
    browser = at("clerk")
    text = b"Subject: Meeting of experts\n\nExcellency,"
    page = post(browser, {**face, "subject": "", "paper": letter(text)}).text
    kept = re.search(r'name="paper_kept" value="([^"]+)"', page)
    languages = re.findall(r'name="languages" value="(\w+)"[^>]*checked', page)
    assert kept is not None
    assert languages == ["ar", "en"]
    given = {key: value for key, value in face.items() if key != "paper"}

    post(browser, {**given, "subject": "Meeting of experts", "paper_kept": kept[1]})

    item = Item.objects.order_by("-id")[0]
    assert (item.subject, item.state) == ("Meeting of experts", "registered")
    assert item.revisions.get().file_name == "letter.txt"
