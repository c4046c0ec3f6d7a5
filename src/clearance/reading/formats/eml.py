"""E-mail as it travels: its subject, its text or its page, and the names of what is attached."""

from __future__ import annotations

import codecs
import email
import email.header
import email.message
import re
from collections.abc import Iterator
from itertools import islice

from clearance.reading.document import Document, Part
from clearance.reading.encoding import text_of_bytes
from clearance.reading.formats import html
from clearance.reading.limits import Limits
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import TooLarge, Unsafe

_UNNAMED = "unnamed"
_FIELD = re.compile(rb"\n[!-9;-~]{1,60}:")


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of a message.

    :raises Unreadable: when it is blank, nested too deep, or too large.
    """
    _count_parts(data, limits)
    message = email.message_from_bytes(data)
    transcript = Transcript(limits)
    transcript.add(_subject(message), Part.SUBJECT, 1)
    plain, page, attached = _contents(message, limits)
    return take_down(transcript, plain, page, limits, "eml", attached)


def _count_parts(data: bytes, limits: Limits) -> None:
    """Refuse what the parser of the standard library would be long at: it has no limits itself."""
    if data.lower().count(b"boundary=") > limits.depth:  # each may nest once more
        raise Unsafe("RDG009", limit=limits.depth)
    if data.count(b"\n--") > 4 * limits.members:
        raise TooLarge("RDG016", limit=4 * limits.members)
    fields = sum(1 for _ in islice(_FIELD.finditer(data), 40 * limits.members))
    if fields >= 40 * limits.members:
        raise TooLarge("RDG016", limit=40 * limits.members)


def take_down(
    transcript: Transcript,
    plain: str,
    page: str,
    limits: Limits,
    form: str,
    enclosures: tuple[str, ...],
) -> Document:
    """Return the document of a message with its text, or its page where the text is blank."""
    if plain.strip() or not page:
        for number, line in enumerate(plain.splitlines(), start=1):
            transcript.add(line, Part.BODY, number)
    else:
        html.read_text(page, limits, transcript)
    return transcript.document(form, enclosures=enclosures)


def _subject(message: email.message.Message) -> str:
    raw = message.get("Subject", "")
    try:
        said = str(email.header.make_header(email.header.decode_header(raw)))
    except (LookupError, ValueError, email.errors.MessageError):
        said = str(raw)  # an unknown encoding: told as it stands
    return " ".join(said.split())


def _contents(message: email.message.Message, limits: Limits) -> tuple[str, str, tuple[str, ...]]:
    """Return the first text, the first page, and the names of everything else that is a file."""
    plain, page, attached = [], "", []
    for part in _parts(message, limits):
        kind = part.get_content_type()
        name = _name(part)
        is_attached = part.get_content_disposition() == "attachment" or bool(name)
        if kind == "message/rfc822" or is_attached or not kind.startswith("text/"):
            attached.append(name or _UNNAMED)
        elif kind == "text/html":
            page = page or _text(part)
        elif kind == "text/plain":
            plain.append(_text(part))
    return "\n".join(plain), page, tuple(attached)


def _parts(message: email.message.Message, limits: Limits) -> Iterator[email.message.Message]:
    """Yield the parts that are no mere covers, not looking into enclosed messages."""
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > limits.members:
            raise TooLarge("RDG016", limit=limits.members)
        is_cover = part.get_content_maintype() == "multipart" and part.is_multipart()
        if is_cover:
            inner = part.get_payload()
            waiting.extend(reversed(inner if isinstance(inner, list) else []))  # type: ignore[arg-type]  # the list of a multipart holds messages
        else:
            yield part


def _name(part: email.message.Message) -> str:
    try:
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822" and not name:
            inner = part.get_payload()
            name = _subject(inner[0]) if isinstance(inner, list) and inner else ""  # type: ignore[arg-type]  # an enclosed message is a message
        return " ".join(str(email.header.make_header(email.header.decode_header(name))).split())
    except (LookupError, ValueError, TypeError, email.errors.MessageError):
        return _UNNAMED


def _text(part: email.message.Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or ""
    try:
        if charset and codecs.lookup(charset).name not in ("ascii", "iso8859-1"):
            return content.decode(charset)
    except (LookupError, ValueError):
        pass  # the message names an encoding that is none, or not its own
    return text_of_bytes(content) if content else ""
