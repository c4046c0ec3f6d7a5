"""Errands of the auditor's desk: a head of the log is time-stamped, and mailed to the auditor.

Each carries the head itself, so that nothing else need be there when it is done.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task
from rfc3161_client import TimestampRequestBuilder, decode_timestamp_response
from rfc3161_client.tsp import PKIStatus

from cabinet.accounts.models import Holding
from cabinet.errands.task import OUTSIDE, CannotBeDone
from clearance.ledger.export import KEY
from clearance.ledger.tiles import Folder
from clearance.terms import Role
from clearance.terms.translation import marked

_LONGEST_WAIT = 20  # seconds, for the time-stamping authority
_NO_STAMP = marked("No time-stamp from %(address)s: %(error)s.")
_NO_MAIL = marked("No mail to %(address)s: %(error)s.")
_NO_ADDRESS = marked("No Internal Auditor has an e-mail address.")


@task(queue_name=OUTSIDE, label=_("Have the head of the log time-stamped"))
def stamp_head(name: str, note: str) -> str:
    """Have a head time-stamped as in RFC 3161 and keep the answer beside it; return its file.

    :raises CannotBeDone: the authority did not answer, or not with a stamp of this head.
    """
    folder = Folder(Path(settings.CHECKPOINTS))
    request = TimestampRequestBuilder().data(note.encode()).build()
    try:
        asked = urllib.request.Request(  # noqa: S310 - the administrator's own setting
            settings.TSA,
            data=request.as_bytes(),
            headers={"Content-Type": "application/timestamp-query"},
        )
        with urllib.request.urlopen(asked, timeout=_LONGEST_WAIT) as answer:  # noqa: S310
            told = answer.read(1_000_000)
        response = decode_timestamp_response(told)
        if response.status not in (PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS):
            raise ValueError("the request was not granted")
        if response.tst_info.message_imprint.message != request.message_imprint.message:
            raise ValueError("the answer is of another head")
    except (OSError, ValueError, urllib.error.URLError) as error:
        reason = str(getattr(error, "reason", error))
        raise CannotBeDone(_NO_STAMP, address=settings.TSA, error=reason) from error
    folder.replace(stamp_of(name), told)
    return stamp_of(name)


@task(queue_name=OUTSIDE, label=_("Mail the head of the log to the Internal Auditor"))
def mail_head(name: str, note: str) -> list[str]:
    """Mail a head, with its time-stamp where it has one, to the auditors; return to whom.

    :raises CannotBeDone: nobody is there to be written to, or the mail was not taken.
    """
    to = auditors(timezone.localdate())
    if not to:
        raise CannotBeDone(_NO_ADDRESS)
    key = (Path(settings.LEDGER) / KEY).read_text(encoding="utf-8")
    message = EmailMessage(
        subject=f"Head of the ledger: {name.rpartition('.')[0]}",
        body=f"Keep this file. The log's key is {key}",
        to=to,
        # The same head sent twice, after a worker was killed, is one message to a mail reader.
        headers={"Message-ID": f"<{name}@{settings.LEDGER_NAME.replace('/', '.')}>"},
    )
    message.attach(name, note.encode(), "application/octet-stream")
    stamp = Path(settings.CHECKPOINTS) / stamp_of(Path(name).name)
    if stamp.is_file():
        message.attach(stamp.name, stamp.read_bytes(), "application/octet-stream")
    try:
        message.send()
    except OSError as error:  # smtplib's errors are of this kind
        raise CannotBeDone(_NO_MAIL, address=", ".join(to), error=str(error)) from error
    return to


def stamp_of(name: str) -> str:
    """Return the name of the file that holds the time-stamp of a head's file."""
    return f"{name}.tsr"


def auditors(on: date) -> list[str]:
    """Return the addresses of those who are Internal Auditor on a day."""
    holdings = Holding.objects.filter(post__role=Role.INTERNAL_AUDITOR, begins_on__lte=on).exclude(
        ends_on__lt=on
    )
    found = holdings.values_list("officer__email", flat=True)
    return sorted({address for address in found if address})
