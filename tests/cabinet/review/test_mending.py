"""Suggestions taken up: a corrected file where its form can be written, else the text."""

from __future__ import annotations

import io

import docx

from cabinet.review.mending import Taken, before_and_after, mended
from clearance.reading import read_bytes
from tests.cabinet.review.letters import word_file

LINES = ("The meeting is on Monday, 3 June 2025.", "It was recieved.", "Second of of all.")


def taken(text: str, old: str, new: str) -> Taken:
    at = text.index(old)
    return Taken(old, at, at + len(old), new)


def test_word_file_is_corrected_where_the_words_stand() -> None:
    content = word_file(LINES)
    document = read_bytes(content)
    pairs = (("Monday", "Tuesday"), ("recieved", "received"))
    wanted = [taken(document.text, *pair) for pair in pairs]

    done = mended(content, document, wanted)

    assert done.content is not None
    lines = [each.text for each in docx.Document(io.BytesIO(done.content)).paragraphs]
    assert lines == ["The meeting is on Tuesday, 3 June 2025.", "It was received.", LINES[2]]
    assert (len(done.taken), done.left) == (2, ())


def test_what_runs_over_a_paragraph_is_left_to_the_drafter_and_told() -> None:
    content = word_file(LINES)
    document = read_bytes(content)
    over = Taken("over", document.text.index("2025."), document.text.index("was"), "x")
    wanted = [taken(document.text, "Monday", "Tuesday"), over]

    done = mended(content, document, wanted)

    assert done.left == (over,)
    assert [each.text for each in done.taken] == ["Tuesday"]
    assert "Tuesday" in done.text
    assert LINES[1] in done.text


def test_of_suggestions_that_overlap_the_first_is_taken() -> None:
    document = read_bytes(b"It was of of the house.", name="a.txt")
    first, second = Taken("a", 7, 12, "of"), Taken("b", 10, 16, "of this")

    done = mended(b"", document, [second, first])

    assert (done.taken, done.left) == ((first,), (second,))


def test_plain_text_is_written_anew_with_every_other_letter_as_it_was() -> None:
    text = "It was  recieved\r\non Monday.\n"
    document = read_bytes(text.encode(), name="a.txt")

    done = mended(text.encode(), document, [taken(document.text, "recieved", "received")])

    assert done.content == text.replace("recieved", "received").encode()


def test_file_of_another_form_gives_the_corrected_text_and_no_file() -> None:
    page = b"<!DOCTYPE html><html><body><p>It was recieved.</p></body></html>"
    document = read_bytes(page, name="a.html")

    done = mended(page, document, [taken(document.text, "recieved", "received")])

    assert done.content is None
    assert "It was received." in done.text


def test_before_and_after_show_both_words() -> None:
    text = "It was recieved today."

    pieces = list(before_and_after(text, [taken(text, "recieved", "received")]))

    assert [(each.text, each.old, each.new) for each in pieces] == [
        ("It was ", "", ""), ("", "recieved", "received"), (" today.", "", ""),
    ]  # fmt: skip
