"""A sheet as an e-mail message (EML) or as plain text."""

from datetime import datetime, time, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from cabinet.config.day.paper import Enclosure, Facts
from cabinet.config.day.sheet import Sheet

_REGISTRY = Address("Registry Office", "registry", "secretariat.example")
_JEDDAH_TIME = timezone(timedelta(hours=3))
# an encoded name that is folded comes back with a space inside a word
_UNFOLDED = SMTP.clone(max_line_length=998)
_TYPES = {
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def write_txt(sheet: Sheet, path: Path) -> None:
    """Write the sheet as plain text in UTF-8."""
    path.write_text(sheet.plain_text(width=78), encoding="utf-8")


def write_eml(
    sheet: Sheet, path: Path, *, facts: Facts, mail_from: str, enclosures: tuple[Enclosure, ...]
) -> None:
    """Write the sheet as an e-mail message that carries its enclosures.

    The boundary and the message's own identifier follow the file's name, so that the same sheet
    gives the same bytes.
    """
    message = EmailMessage(policy=SMTP)
    user, _, domain = mail_from.partition("@")
    message["From"] = Address(facts.sender.name(facts.language), user, domain)
    message["To"] = _REGISTRY
    message["Subject"] = facts.subject
    sent = datetime.combine(facts.dated_on, time(9, 40), _JEDDAH_TIME)
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = f"<{path.stem}.{facts.dated_on:%Y%m%d}@{domain}>"
    message.set_content(sheet.plain_text(width=72), cte="base64")
    for enclosure in enclosures:
        if enclosure.path is None:
            continue
        maintype, subtype = _TYPES[enclosure.path.suffix]
        message.add_attachment(
            enclosure.path.read_bytes(),
            maintype=maintype,
            subtype=subtype,
            filename=enclosure.name + enclosure.path.suffix,
        )
    if message.is_multipart():
        message.set_boundary(f"=-{path.stem}-=")
    path.write_bytes(message.as_bytes(policy=_UNFOLDED))
