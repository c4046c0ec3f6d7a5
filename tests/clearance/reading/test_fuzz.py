"""Real files with bytes changed, cut or repeated: a document or a refusal, never another error."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearance.reading import Limits, Unreadable, read_bytes
from tests.clearance.reading.samples import docx, msg, odt, p, packed, pdf, word_xml
from tests.clearance.reading.test_docx import _LISTS, box, item
from tests.clearance.reading.test_formats import RTF

_BODY = (
    p("a", box(p("b")), "<w:r><w:tab/><w:br/></w:r>")
    + f"<w:tbl><w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"
    + item(1)
)
_PAGE = b"<html><body><table><tr><td>a<td>b</table><ol><li>x</ol><p>y &amp; z<pre> q</pre></html>"
_MAIL = (
    b"MIME-Version: 1.0\r\nSubject: =?utf-8?b?2YXYsdit?=\r\nContent-Type: multipart/mixed; "
    b'boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=cp1256\r\n\r\n\xc7\xe1\r\n--b\r\n'
    b'Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    b"aGVsbG8=\r\n--b--\r\n"
)
SAMPLES = {
    "docx": docx(_BODY, header1=p("h"), footnotes=f"<w:footnote>{p('f')}</w:footnote>", numbering=_LISTS),
    "odt": odt("<text:p>a<text:s/>b</text:p><table:table><table:table-row/></table:table>"),
    "pdf": pdf("Hello world\nline two", "page two"),
    "rtf": RTF,
    "html": _PAGE,
    "eml": _MAIL,
    "msg": msg("Subject", "Body", ("a.pdf",)),
    "text": "السيد الأمين العام\r\nDear Sir, été".encode("cp1256"),
    "utf-16": "السيد الأمين العام".encode("utf-16"),
}  # fmt: skip
_XML = word_xml("document", f"<w:body>{_BODY}</w:body>").encode()
_SOAK = int(os.environ.get("SOAK", "0"))
_EXAMPLES = 3_000 * _SOAK or 12
_LIMITS = Limits(inflated_bytes=3_000_000, pages=50, characters=200_000)

_CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from(("put", "cut", "repeat", "drop")), st.binary(max_size=6)
    ),
    min_size=1,
    max_size=8,
)


def changed(data: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    for share, act, given_bytes in changes:
        place = int(share * len(data))
        length = len(given_bytes)
        if act == "put":
            data = data[:place] + given_bytes + data[place + length :]
        elif act == "cut":
            data = data[: max(place, 40)]
        elif act == "repeat":
            data = data[:place] + data[place : place + 50 * length] * 2 + data[place:]
        else:
            data = data[:place] + data[place + length :]
    return data


def read_or_refuse(data: bytes) -> None:
    try:
        document = read_bytes(data, limits=_LIMITS)
    except Unreadable as refused:
        assert refused.code.startswith("RDG")
        return
    text = document.text
    assert document.paragraphs
    assert all(0 <= line.start < line.end <= len(text) for line in document.paragraphs)
    starts = [line.start for line in document.paragraphs]
    assert starts == sorted(starts)
    for table in document.tables:
        assert all(cell.start <= cell.end <= len(text) for row in table.rows for cell in row)


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_sample_is_what_it_is_called(kind: str) -> None:
    assert read_bytes(SAMPLES[kind]).format == {"utf-16": "text"}.get(kind, kind)


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_changed_file_is_read_or_refused(kind: str) -> None:
    @settings(
        max_examples=_EXAMPLES, deadline=None, database=None,
        suppress_health_check=list(HealthCheck), derandomize=not _SOAK,
    )  # fmt: skip
    @given(_CHANGES)
    def check(changes: list[tuple[float, str, bytes]]) -> None:
        read_or_refuse(changed(SAMPLES[kind], changes))

    check()


@settings(max_examples=_EXAMPLES, deadline=None, database=None, derandomize=not _SOAK)
@given(_CHANGES)
def test_changed_xml_in_a_whole_archive_is_read_or_refused(
    changes: list[tuple[float, str, bytes]],
) -> None:
    read_or_refuse(
        packed(
            {"[Content_Types].xml": "wordprocessingml", "word/document.xml": changed(_XML, changes)}
        )
    )
