"""``clearance review`` as a user runs it: formats, exit codes, contexts from files, JSON lines."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from clearance.cli import main
from clearance.review.report.json_report import schema
from tests.clearance.reading.samples import compound, packed_rtf

WRONG = "Excellency,\n\nWe meet on Monday, 3 June 2025, in Jeddah.\n"
UNSIGNED = """Organisation of Islamic Cooperation
General Secretariat

Ref.: OIC/CUL/2025/9
Date: Saturday, 6 December 2025
Subject: Meeting of experts

To: Ministry of Foreign Affairs of the Republic of Senegal

Excellency,

I have the honour to acknowledge receipt of your letter of Monday, 1 December 2025.

Please accept, Excellency, the assurances of my highest consideration."""
RIGHT = WRONG.replace("Monday", "Tuesday")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with a wrong weekday."""
    file = tmp_path / "letter.txt"
    file.write_text(WRONG, encoding="utf-8")
    return file


def test_finding_is_shown_under_its_words(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["review", str(letter)])

    told = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(told) if "Monday" in line)
    assert code == 1
    assert told[at].index("Monday") == told[at + 1].index("^")
    assert "^" * len("Monday") in told[at + 1]
    assert "Tuesday" in told[at + 2]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "letter.txt: paragraph 2: stop FIG001 (Numbers and dates)"),
        ("fr", "letter.txt : paragraphe 2 : blocage FIG001 (Chiffres et dates)"),
        ("ar", "letter.txt: الفقرة 2: مانع FIG001 (الأرقام والتواريخ)"),
    ],
)
def test_line_of_a_finding_is_pointed_as_its_language_is(
    letter: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    main(["review", str(letter), "--messages", language])

    assert capsys.readouterr().out.splitlines()[0].endswith(told)


@pytest.mark.parametrize(
    ("language", "told", "hint"),
    [
        ("en", "The paper has no signature block.",
         "Add the signature block before the paper is signed."),
        ("fr", "Il manque au document : le bloc de signature.",
         "Ajoutez cet élément avant la signature : le bloc de signature."),
        ("ar", "تخلو الوثيقة من العنصر التالي: خانة التوقيع.",
         "يرجى إضافة هذا العنصر قبل التوقيع: خانة التوقيع."),
    ],
)  # fmt: skip
def test_letter_is_asked_for_a_signature_block_and_not_to_be_signed_before_it_is_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, told: str, hint: str
) -> None:
    file = tmp_path / "unsigned.txt"
    file.write_text(UNSIGNED, encoding="utf-8")

    main(["review", str(file), "--messages", language])
    missed = capsys.readouterr().out
    file.write_text(f"{UNSIGNED}\n\nHissein Brahim Taha\nSecretary-General\n", encoding="utf-8")
    main(["review", str(file), "--messages", language])

    assert [each in missed for each in (told, hint)] == [True, True]
    assert told not in capsys.readouterr().out


def test_clean_letter_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "clean.txt"
    file.write_text("Jeddah, Tuesday, 3 June 2025.\n", encoding="utf-8")

    assert main(["review", str(file)]) == 0
    assert "FIG" not in capsys.readouterr().out


def test_unreadable_file_is_told_and_the_others_are_reviewed(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "picture.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))

    code = main(["review", str(picture), str(tmp_path / "none.pdf"), str(letter)])

    streams = capsys.readouterr()
    assert code == 2
    assert "RDG005" in streams.err
    assert "none.pdf" in streams.err
    assert "FIG001" in streams.out


def test_json_keeps_to_its_schema(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", str(letter), "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    asked = json.loads(schema())
    finding = next(each for each in told["findings"] if each["code"] == "FIG001")
    assert sorted(told) == sorted(asked["required"])
    assert sorted(finding) == sorted(asked["$defs"]["finding"]["required"])
    assert (finding["text"], finding["suggestion"]) == ("Monday", "Tuesday")
    assert WRONG[finding["start"] : finding["end"]] == "Monday"


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "بل هو يوم"), ("fr", "mais un mardi"), ("en", "but a Tuesday")]
)
def test_page_tells_findings_in_the_reader_s_language(
    letter: Path, tmp_path: Path, language: str, said: str
) -> None:
    page = tmp_path / "out.html"

    main(["review", str(letter), "--format", "html", "--messages", language, "--output", str(page)])

    text = page.read_text(encoding="utf-8")
    assert said in text
    assert f'<html lang="{language}"' in text
    assert "<script" not in text
    assert ">Monday<" in text


@pytest.mark.parametrize(
    ("language", "place"),
    [("ar", "الأرقام والتواريخ، الفقرة 2"), ("fr", "Chiffres et dates, paragraphe 2")],
)
def test_page_joins_check_and_place_as_its_language_does(
    letter: Path, capsys: pytest.CaptureFixture[str], language: str, place: str
) -> None:
    main(["review", str(letter), "--format", "html", "--messages", language])

    assert place in capsys.readouterr().out


def test_word_file_comes_back_with_comments(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    document = docx.Document()
    for line in WRONG.splitlines():
        document.add_paragraph(line)
    document.save(str(file))

    code = main(["review", str(file), "--format", "docx"])

    reviewed = docx.Document(str(tmp_path / "letter-reviewed.docx"))
    assert code == 1
    assert any("FIG001" in comment.text for comment in reviewed.comments)
    assert [p.text for p in reviewed.paragraphs] == WRONG.splitlines()


def test_text_cannot_come_back_as_word(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(letter), "--format", "docx"]) == 2
    assert "DOCX" in capsys.readouterr().err


def test_lines_of_json_are_answered_in_places_of_the_text_as_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "يوم \u200fالاثنيـن 3 يونيو 2025م"
    lines = tmp_path / "papers.jsonl"
    lines.write_text(
        json.dumps({"id": "a", "text": text, "lang": "ar", "meta": {"unknown": 1}})
        + "\n\nno json\n"
        + json.dumps({"id": "b", "text": "x", "parallel": {"fr": "x"}})
        + "\n",
        encoding="utf-8",
    )

    code = main(["review", "--jsonl", str(lines)])

    streams = capsys.readouterr()
    told = [json.loads(line) for line in streams.out.splitlines()]
    finding = next(each for each in told[0]["findings"] if each["code"] == "FIG001")
    assert code == 2
    assert "line 3" in streams.err
    assert [each["id"] for each in told] == ["a", "b"]
    assert text[finding["start"] : finding["end"]] == "الاثنيـن"


def test_registers_of_a_folder_take_the_place_of_the_package_s(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terms.csv").write_text(
        "id,language,avoid,right,levels\nT1,en,the old quay,the New Quay,=stop\n", encoding="utf-8"
    )
    letter = tmp_path / "letter.txt"
    letter.write_text("They met at the old quay.\n", encoding="utf-8")

    code = main(["review", str(letter), "--context", str(tmp_path)])

    assert code == 1
    assert "New Quay" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("colours.csv", "id\n1\n", "no register of that name"),
        ("terms.csv", "id,language,avoid,colour\nT,en,x,red\n", "colour"),
        ("terms.csv", "id,language\nT,en\n", "avoid is missing"),
        ("sessions.csv", "code,number,year\nX,one,2020\n", "number"),
        ("terms.toml", "[[terms", "cannot be read"),
    ],
)
def test_bad_register_is_told_by_file_and_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert main(["review", "x.txt", "--context", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert name in error
    assert said in error


def test_parallel_files_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english, french = tmp_path / "en.txt", tmp_path / "fr.txt"
    english.write_text("The fund holds 16 million dollars for the years to come.", "utf-8")
    french.write_text(
        "Le fonds dispose de 15 millions de dollars pour les années à venir.", "utf-8"
    )

    code = main(["review", str(english), "--parallel", str(french)])

    assert code == 1
    assert "FIG008" in capsys.readouterr().out


def test_standard_input_is_read_where_no_file_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"id": 1, "text": WRONG}) + "\n"))

    assert main(["review", "--jsonl"]) == 0
    assert '"id": 1' in capsys.readouterr().out


def test_several_files_make_one_list_of_json(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["review", str(letter), str(letter), "--format", "json"])
    several = json.loads(capsys.readouterr().out)
    main(["review", str(letter), "--format", "json"])
    one = json.loads(capsys.readouterr().out)

    assert several == [one, one]


def test_text_that_is_piped_in_is_reviewed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))

    assert main(["review", "-"]) == 1
    assert "FIG001" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("nonsense", "it is no JSON object."),
        ('{"id": "a"}', "it has no “text”."),
        ('{"id": "a", "text": 5}', "id and text are words, meta and parallel are objects."),
        ('{"id": "a", "text": "x", "lang": "xx"}', "“xx” is none of the languages ar, en and fr."),
    ],
)
def test_line_that_is_left_out_is_told_in_words(
    line: str, fault: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))

    assert main(["review", "--jsonl"]) == 2
    assert capsys.readouterr().err == f"clearance: line 1 is left out: {fault}\n"


@pytest.mark.parametrize("is_rich", [False, True])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_message_of_outlook_is_reviewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, is_rich: bool
) -> None:
    rich = rb"{\rtf1\ansi We meet on Monday, 3 June 2025, in Jeddah.\par}"
    body = (
        {"__substg1.0_10090102": packed_rtf(rich)}
        if is_rich
        else {"__substg1.0_1000001F": WRONG.replace("\n", "\r\n").encode("utf-16-le")}
    )
    file = tmp_path / "letter.msg"
    file.write_bytes(
        compound(
            {"__properties_version1.0": bytes(32),
             "__substg1.0_0037001F": "Meeting".encode("utf-16-le"), **body},
            pad=False,
        )
    )  # fmt: skip

    code = main(["review", str(file), "--format", form])

    told = capsys.readouterr().out
    assert code == 1
    assert "FIG001" in told
    assert "Monday" in told


def test_message_of_outlook_takes_no_comments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.msg"
    file.write_bytes(compound({"__substg1.0_1000001F": "Jeddah".encode("utf-16-le")}, pad=False))

    assert main(["review", str(file), "--format", "docx"]) == 2
    assert "DOCX" in capsys.readouterr().err


def test_report_that_cannot_be_written_is_told(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "none" / "letter.html"

    code = main(["review", str(letter), "--format", "html", "--output", str(target)])

    assert code == 2
    assert capsys.readouterr().err == (
        f"{target}: it cannot be written: No such file or directory.\n"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [("ar", "تعذر فتح الملف «none.docx»."), ("fr", "Le fichier « none.docx »")],
)
def test_unreadable_file_is_told_in_the_language_of_the_messages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    code = main(["review", str(tmp_path / "none.docx"), "--messages", language])

    assert code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "lines.jsonl: it cannot be opened: No such file or directory."),
        (b'{"id": 1, "text": "caf\xe9"}\n', "line 1 is left out: it is not written in UTF-8."),
        (b'{"id": 1, "text": "x", "lang": "de"}', "“de” is none of the languages ar, en and fr."),
    ],
)
def test_lines_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, told: str
) -> None:
    file = tmp_path / "lines.jsonl"
    if content is not None:
        file.write_bytes(content)

    assert main(["review", "--jsonl", str(file)]) == 2

    assert told in capsys.readouterr().err
