"""``cabinet import``: any file registers, or is left out with a plain reason; never half of it."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings
from tests.cast import House

from cabinet.config.day.papers import build_papers
from cabinet.directory.models import Correspondent
from cabinet.registry.models import Item, Movement, Number, Revision
from cabinet.registry.store import path_of
from clearance.terms import AddresseeLevel

_MAIL = b"From: Mission of Niger <mission@example.org>\nSubject: %s\n\nText.\n"
CONTENTS = {
    "letter.txt": b"A letter.",
    "mail.eml": _MAIL % b"Floods",
    "no-subject.eml": b"From: a@b\n\nText.\n",
    "headless.eml": b"\xff\xfe\x00 no header at all",
    "broken-header.eml": _MAIL % b"=?utf-8?b?!!!?= =?no-such-charset?q?x?=",
    "nul-header.eml": _MAIL % b"Flo\x00ods",
    "long-header.eml": _MAIL % (b"word " * 400),
    "folded-header.eml": _MAIL % b"first\n second\n\tthird",
    "raw-arabic.eml": _MAIL % "موضوع".encode(),
    "bare-address.eml": b"From: @@<<>>,,;\nSubject: x\n\n.",
    "broken.pdf": b"%PDF-1.7\n\x00\x01\x02 nothing more",
    "broken.docx": b"PK\x03\x04 no archive",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00",
    "binary": bytes(range(256)) * 40,
    "zeros.bin": b"\x00" * 100,
    ".hidden": b"A dot file.",
    "رسالة من الوزارة.txt": "نص".encode(),
    "right\u202eto-left.txt": b"A name that turns round.",
    "line\nbreak\ttab.txt": b"A name with a line break.",
    "a" * 240 + ".txt": b"A very long name.",
    "٣" * 80 + ".txt": b"A long name in digits.",
    "....txt": b"Dots.",
    " .txt": b"A blank.",
    "=1+1.txt": b"A formula.",
    "<b>&amp;.txt": b"Markup.",
    "%(name)s {0} %s.txt": b"Placeholders.",
}


def take_in(*paths: Path, post: str = "clerk") -> tuple[str, str]:
    out, errors = StringIO(), StringIO()
    call_command("import", *map(str, paths), post=post, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def written() -> tuple[int, ...]:
    return tuple(table.objects.count() for table in (Item, Revision, Number, Movement))


@pytest.mark.parametrize("name", sorted(CONTENTS))
@pytest.mark.parametrize("post", ["clerk", "political"])
def test_file_of_any_kind_and_name_is_taken_in(
    house: House, tmp_path: Path, name: str, post: str
) -> None:
    path = tmp_path / name
    path.write_bytes(CONTENTS[name])

    told, errors = take_in(path, post=post)

    assert errors == ""
    item = Item.objects.get()
    assert item.state == ("registered" if post == "clerk" else "draft")
    assert item.subject.strip()
    assert item.subject.isprintable()
    assert len(item.subject) <= 500
    revision = item.revisions.get()
    assert revision.file_name.isprintable()
    assert 0 < len(revision.file_name) <= 120
    assert path_of(revision.sha256).read_bytes() == CONTENTS[name]
    assert told.count("\n") == 1 + str(path).count("\n")


def test_letters_of_the_day_are_taken_in_with_their_kind(house: House, tmp_path: Path) -> None:
    papers = build_papers(tmp_path, house.duty("clerk").on).values()
    paths = [paper.revisions[0].path for paper in papers if paper.facts.outer_marks is None]

    _told, errors = take_in(*paths)

    assert errors == ""
    assert Item.objects.filter(state="registered").count() == len(paths)
    kinds = set(Revision.objects.values_list("media_type", flat=True))
    assert {"application/pdf", "message/rfc822", "text/plain"} <= kinds
    serials = list(Number.objects.order_by("serial").values_list("serial", flat=True))
    assert serials == list(range(1, len(paths) + 1))


def test_empty_file_is_left_out_by_name_and_the_others_go_on(house: House, tmp_path: Path) -> None:
    empty, letter = tmp_path / "empty.docx", tmp_path / "letter.txt"
    empty.touch()
    letter.write_text("A letter.")
    out, errors = StringIO(), StringIO()

    with pytest.raises(CommandError, match=r"^1 of 2 files were not taken in\.$"):
        call_command("import", str(empty), str(letter), post="clerk", stdout=out, stderr=errors)

    assert errors.getvalue() == (
        f"{empty}: not taken in. The file is empty. Choose the file of the paper again.\n"
    )
    assert Item.objects.get().subject == "letter"


@pytest.mark.parametrize("fault", ["absent", "folder", "too_large"])
def test_file_that_cannot_be_taken_leaves_nothing_behind(
    house: House, tmp_path: Path, settings: Settings, fault: str
) -> None:
    path = tmp_path / "letter.txt"
    if fault == "folder":
        path.mkdir()
    elif fault == "too_large":
        settings.LARGEST_FILE_BYTES = 2**10
        path.write_bytes(b"x" * 2**11)
    before = written()
    errors = StringIO()

    with pytest.raises(CommandError):
        call_command("import", str(path), post="clerk", stdout=StringIO(), stderr=errors)

    assert errors.getvalue().startswith(f"{path}: not taken in. ")
    assert "Traceback" not in errors.getvalue()
    assert written() == before
    assert not list(Path(settings.FILES).glob(".in-*"))


def test_post_that_takes_no_paper_in_is_told_so_and_nothing_is_written(
    house: House, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("A letter.")
    before = written()

    with pytest.raises(CommandError, match="neither registers nor drafts papers"):
        take_in(path, post="system")

    assert written() == before


def test_post_that_nobody_holds_is_told_by_name(house: House, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No officer holds a post “caliph” today"):
        take_in(tmp_path / "letter.txt", post="caliph")


def test_mail_gives_its_subject_and_sender(house: House, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(CONTENTS["mail.eml"])

    told, _errors = take_in(path)

    item = Item.objects.get()
    assert item.subject == "Floods"
    assert item.correspondent is not None
    assert item.correspondent.name_en == "Mission of Niger <mission@example.org>"
    assert told == f"{path}: registered as {item.number.text}, “Floods”\n"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ref.: 7\n\nSubject: Meeting of experts\n\nExcellency,", "Meeting of experts"),
        ("Objet : Réunion d'experts\n\nMonsieur le Ministre,", "Réunion d'experts"),
        ("الموضوع:\tاجتماع الخبراء\n\nمعالي الوزير،", "اجتماع الخبراء"),
        ("The subject: a matter of style, is treated below.\n", "letter of may"),
        ("Subject:\n\nExcellency,", "letter of may"),
        ("Subject: ......\n", "letter of may"),
        ("Subject: turned \u202eround\n", "letter of may"),
    ],
)
def test_subject_is_the_one_that_the_paper_prints_else_its_name(
    house: House, tmp_path: Path, text: str, subject: str
) -> None:
    path = tmp_path / "letter_of_may.txt"
    path.write_text(text, encoding="utf-8")

    told, errors = take_in(path)

    assert errors == ""
    assert Item.objects.get().subject == subject
    assert told.endswith(f", “{subject}”\n")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_sender_of_a_mail_whom_the_directory_names_is_not_entered_again(
    house: House, tmp_path: Path, language: str
) -> None:
    ministry = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    message = EmailMessage()
    message["From"] = Address(getattr(ministry, f"name_{language}"), "desk", "mfa.example")
    message["Subject"] = "Floods"
    message.set_content("Text.")
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    before = Correspondent.objects.count()

    _told, errors = take_in(path)

    assert errors == ""
    assert Item.objects.get().correspondent == ministry
    assert Correspondent.objects.count() == before


def test_sender_of_a_mail_unknown_to_the_directory_is_entered_without_quotation_marks(
    house: House, tmp_path: Path
) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(b'From: "Centre, Dakar" <a@b.example>\nSubject: x\n\nText.\n')

    take_in(path)

    sender = Item.objects.get().correspondent
    assert sender is not None
    assert sender.name_en == "Centre, Dakar <a@b.example>"


def test_file_that_is_not_there_is_told_with_what_to_do(house: House, tmp_path: Path) -> None:
    path, errors = tmp_path / "absent.docx", StringIO()

    with pytest.raises(CommandError):
        call_command("import", str(path), post="clerk", stdout=StringIO(), stderr=errors)

    assert errors.getvalue() == (
        f"{path}: not taken in. It cannot be read: No such file or directory. "
        "Check its name and place, and that you may read it.\n"
    )
