"""``cabinet import FILE... --as POST``: register one's own files at once.

Under a post of the Registry the files are incoming papers, registered; under a drafting post they
are drafts of letters. A file of any kind is taken; what it says is read by people.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from django.utils import timezone, translation

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Holding
from cabinet.directory.actions import Entry, enter_correspondent
from cabinet.directory.models import Correspondent
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.gate.actions.outgoing import NewPaper, draft_paper
from cabinet.registry.paper_face import subject_on_face
from cabinet.registry.store import EmptyFile, FileTooLarge, Kept, keep_path, shown_name
from clearance.gate import Refused
from clearance.terms import AddresseeLevel, Channel, Flow, Kind, Role
from clearance.terms.posts import DRAFTERS, REGISTRY

_NOT_STATED = Entry(
    "مرسِل لم يُذكر", "Sender not stated", "Expéditeur non indiqué", AddresseeLevel.PERSON
)


class Command(BaseCommand):
    """Register files from the command line."""

    help = "Register files as incoming papers, or draft letters from them, under a post."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and the post."""
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--as", dest="post", required=True, help="a post's code or user name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take each file in; one that cannot be read is named and the others go on.

        :raises CommandError: no such post today, or a file was left out.
        """
        with translation.override("en"):  # the command line speaks English throughout
            self._take_all_in(options["files"], _holding(options["post"]))

    def _take_all_in(self, paths: list[Path], holding: Holding) -> None:
        duty = duty_of(holding.officer, timezone.localdate())
        left_out = 0
        for path in paths:
            try:
                self.stdout.write(f"{path}: {_take_in(path, holding, duty)}")
            except OSError as error:
                left_out += 1
                why = f"It cannot be read: {error.strerror}. Check its name and place, and that"
                self.stderr.write(f"{path}: not taken in. {why} you may read it.")
            except (EmptyFile, FileTooLarge, Refused) as error:
                left_out += 1
                self.stderr.write(f"{path}: not taken in. {error}")
        if left_out:
            raise CommandError(f"{left_out} of {len(paths)} files were not taken in.")


def _holding(name: str) -> Holding:
    today = timezone.localdate()
    holdings = Holding.objects.filter(begins_on__lte=today).select_related("officer", "post__unit")
    found = (
        holdings.filter(post__code=name).order_by("id").first()
        or holdings.filter(officer__username=name).order_by("id").first()
        or holdings.filter(post__role=name).order_by("id").first()
    )
    if found is None:
        raise CommandError(f"No officer holds a post “{name}” today. `cabinet play_day` has names.")
    return found


def _take_in(path: Path, holding: Holding, duty: Duty) -> str:
    role = Role(holding.post.role)
    kept = keep_path(path)
    subject, sender = _outer_facts(path, kept)
    if role in REGISTRY:
        arrived = Arrived(
            kept, subject=subject, sender=_correspondent(sender), channel=Channel.EMAIL
        )
        item = receive_and_register(arrived=arrived, by=duty, at=timezone.now())
        return f"registered as {item.number.text}, “{subject}”"
    if role in DRAFTERS:
        new = NewPaper(Flow.OUTGOING, Kind.LETTER, holding.post.unit, subject, kept)
        item = draft_paper(new=new, by=duty, at=timezone.now())
        return f"drafted as item {item.pk}, “{subject}”"
    raise CommandError(f"The post “{holding.post}” neither registers nor drafts papers.")


def _outer_facts(path: Path, kept: Kept) -> tuple[str, str]:
    """Return the subject and the sender's name as far as the file tells them, or its own name."""
    title = shown_name(path.stem).replace("_", " ") or kept.name
    if kept.media_type != "message/rfc822":
        return subject_on_face(kept.sha256) or title[:500], ""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    subject = _header(message.get("subject")) or title
    return subject[:500], _sender(message)[:300]


def _sender(message: EmailMessage) -> str:
    """Return who sent a mail: as the directory names them where it does, else with the address."""
    whole = _header(message.get("from"))
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == "from"), "")
    written, address = parseaddr(raw)
    shown = _header(_decoded(written))
    known = _known(shown) if shown else None
    return known.name_en if known else f"{shown} <{address}>" if shown and address else whole


def _decoded(written: str) -> str:
    """Return a name without its encoding; Python's own reading leaves a blank where lines fold."""
    try:
        return str(make_header(decode_header(written)))
    except (LookupError, ValueError, HeaderParseError):  # no such encoding, or none at all
        return ""


def _header(value: object) -> str:
    return " ".join(str(value or "").split())


def _known(name: str) -> Correspondent | None:
    """Return the entry in place that has exactly this name in one of its languages."""
    same = Q(name_ar=name) | Q(name_en=name) | Q(name_fr=name)
    return Correspondent.objects.filter(same, ends_on=None).order_by("id").first()


def _correspondent(name: str) -> Correspondent:
    entry = Entry(name, name, name, AddresseeLevel.PERSON) if name else _NOT_STATED
    return _known(entry.name_en) or enter_correspondent(entry=entry)
