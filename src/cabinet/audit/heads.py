"""Heads of the log that leave the machine: to a folder, by mail to the auditor, time-stamped.

A chain proves nothing of its newest rows unless its head is kept elsewhere. What cannot be sent is
told and tried again with the next head; the head in the folder is there all the same.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from rfc3161_client import TimestampRequestBuilder, decode_timestamp_response
from rfc3161_client.tsp import PKIStatus

from cabinet.accounts.models import Holding
from cabinet.ledger.log.sequencer import bring_in_all
from clearance.ledger.checkpoint import read_checkpoint
from clearance.ledger.export import KEY
from clearance.ledger.note import read_note
from clearance.ledger.tiles import Folder
from clearance.terms import Role

_ENDING = ".checkpoint"
_LONGEST_WAIT = 20  # seconds, for the time-stamping authority


@dataclass(frozen=True)
class Sent:
    """A head that left: its file, who got it by mail, its time-stamp's file, what went wrong."""

    file: Path
    mailed_to: tuple[str, ...]
    stamp: Path | None
    failures: tuple[str, ...]


def send_head(at: datetime) -> Sent:
    """Sign what is new and send the head to wherever the settings say.

    :raises NotTheRecord: the record is not the one that the log was made of; nothing is sent.
    """
    note = str(bring_in_all()).encode()
    size = size_of(note)
    name = f"{at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}-{size}{_ENDING}"
    folder = Folder(Path(settings.CHECKPOINTS))
    folder.replace(name, note)
    file = folder.place / name
    failures: list[str] = []
    stamp = _stamped(folder, name, note, failures) if settings.TSA else None
    mailed = _mailed(file, stamp, failures) if settings.MAIL else ()
    return Sent(file, mailed, stamp, tuple(failures))


def size_of(note: bytes) -> int:
    """Return how many entries a head covers."""
    return read_checkpoint(read_note(note.decode())).size


def heads() -> Iterator[Path]:
    """Yield the heads that were sent, the newest first."""
    yield from sorted(Path(settings.CHECKPOINTS).glob(f"*{_ENDING}"), reverse=True)


def is_due(at: datetime) -> bool:
    """Tell whether the next head should leave by now."""
    newest = next(heads(), None)
    if newest is None:
        return True
    sent = datetime.strptime(newest.name[:20], "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC)
    return at - sent >= timedelta(hours=settings.CHECKPOINT_HOURS)


def auditors() -> list[str]:
    """Return the addresses of those who are Internal Auditor today."""
    today = timezone.localdate()
    holdings = Holding.objects.filter(
        post__role=Role.INTERNAL_AUDITOR, begins_on__lte=today
    ).exclude(ends_on__lt=today)
    found = holdings.values_list("officer__email", flat=True)
    return sorted({address for address in found if address})


def _stamped(folder: Folder, name: str, note: bytes, failures: list[str]) -> Path | None:
    """Have the head time-stamped as in RFC 3161 and keep the answer beside it."""
    request = TimestampRequestBuilder().data(note).build()
    asked = urllib.request.Request(  # noqa: S310 - the administrator's own setting
        settings.TSA,
        data=request.as_bytes(),
        headers={"Content-Type": "application/timestamp-query"},
    )
    try:
        with urllib.request.urlopen(asked, timeout=_LONGEST_WAIT) as answer:  # noqa: S310
            told = answer.read(1_000_000)
        response = decode_timestamp_response(told)
        if response.status not in (PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS):
            raise ValueError("the request was not granted")
        if response.tst_info.message_imprint.message != request.message_imprint.message:
            raise ValueError("the answer is of another head")
    except (OSError, ValueError, urllib.error.URLError) as error:
        failures.append(f"no time-stamp from {settings.TSA}: {error}")
        return None
    folder.replace(f"{name}.tsr", told)
    return folder.place / f"{name}.tsr"


def _mailed(file: Path, stamp: Path | None, failures: list[str]) -> tuple[str, ...]:
    to = auditors()
    if not to:
        failures.append("no Internal Auditor has an e-mail address")
        return ()
    key = (Path(settings.LEDGER) / KEY).read_text(encoding="utf-8")
    message = EmailMessage(
        subject=f"Head of the ledger: {file.name.removesuffix(_ENDING)}",
        body=f"Keep this file. The log's key is {key}",
        to=to,
    )
    for each in (file, stamp):
        if each is not None:
            message.attach(each.name, each.read_bytes(), "application/octet-stream")
    try:
        message.send()
    except OSError as error:  # smtplib's errors are of this kind
        failures.append(f"no mail to {', '.join(to)}: {error}")
        return ()
    return tuple(to)
