"""What the rules find in a text before it is submitted, or after it came back; nothing is kept.

The drafting unit chooses suggestions, sees before and after, and makes a new revision of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cabinet.accounts.middleware import OfficerRequest
from cabinet.gate.actions import revise_with_corrections
from cabinet.gate.actions.sheet import CHANGED_SINCE, NOTHING_CHOSEN
from cabinet.gate.context import newest_revision
from cabinet.gate.queries import OpenAct, open_act, open_acts
from cabinet.gate.views.act_page import movements_since, page_of, seen_moves, visible_item
from cabinet.gate.views.sheet_lines import is_inner, may_read_sheet
from cabinet.registry.models import Item, Movement, Revision
from cabinet.registry.store import keep_file, path_of
from cabinet.review.actions import Read, read_revision
from cabinet.review.mending import (
    Mended,
    Piece,
    Taken,
    before_and_after,
    can_be_written,
    key_of,
    mended,
)
from cabinet.review.models import Answer, Finding
from cabinet.review.queries import Shown, findings_of
from cabinet.ui.languages import language
from clearance.gate import Outdated, PapersMissing, Refused
from clearance.review import Finding as Found
from clearance.review.rules.sources import source_in
from clearance.terms import Check, Language

_REACH = 60  # characters on each side of a finding in its excerpt


@dataclass(frozen=True)
class Line:
    """A finding as its page shows it. ``said``: an officer's word on the same finding, or None.

    ``digit`` chooses its suggestion; '' where it has none, or there are more than nine before it.
    """

    no: int
    key: str
    found: Found
    sentence: str
    hint: str
    source: str
    before: str
    text: str
    after: str
    said: Shown | None
    chosen: bool
    digit: str


@dataclass
class Page:
    """One showing: the paper, its newest text read now, and what is chosen of it."""

    item: Item
    revision: Revision
    read: Read
    lines: list[Line]
    offered: dict[str, OpenAct]
    seen: int
    mended: Mended | None = None
    refused: Refused | None = None
    since: list[Movement] = field(default_factory=list)

    @property
    def may_revise(self) -> bool:
        """Whether the reader may attach a new revision."""
        return "revise" in self.offered

    @property
    def offers(self) -> bool:
        """Whether there is a suggestion that the reader may take up."""
        return self.may_revise and any(each.found.suggestion is not None for each in self.lines)

    @property
    def checks(self) -> dict[Check, list[Line]]:
        """The findings by check, those checks only on which there are some."""
        found = {
            check: [each for each in self.lines if each.found.check == check] for check in Check
        }
        return {check: lines for check, lines in found.items() if lines}

    @property
    def pieces(self) -> list[Piece]:
        """The text before and after, where something is chosen."""
        if self.mended is None or self.read.report is None:
            return []
        return list(before_and_after(self.read.report.document.text, self.mended.taken))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft_reading(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """Let the rules read the newest text, and take up what they suggest."""
    item = visible_item(request.duty, pk)
    revision = newest_revision(item)
    if revision is None or not may_read_sheet(item, request.duty):
        raise Http404
    page = _page(request, item, revision)
    if request.method != "POST":
        return _shown(request, page)
    if not page.may_revise:
        raise Http404
    wanted = _wanted(page)
    gone = set(request.POST.getlist("take")) - {each.key for each in page.lines}
    if gone or request.POST.get("revision_no") != str(revision.no):
        page.refused = Outdated(CHANGED_SINCE)
    elif not wanted:
        page.refused = PapersMissing(NOTHING_CHOSEN)
    if page.refused is not None:
        page.seen = item.moves
        return _shown(request, page)
    page.mended = _mended(page, wanted)
    wish = request.POST.get("wish", "")
    if wish == "text":
        return _as_text(page)
    told = not page.mended.left or "left_told" in request.POST
    if wish == "revise" and told and page.mended.content is not None and page.mended.taken:
        return _revised(request, page, page.mended.content)
    return _shown(request, page)


def _page(request: OfficerRequest, item: Item, revision: Revision) -> Page:
    duty = request.duty
    read = read_revision(revision, on=duty.on)
    posted = request.POST.getlist("take") if request.method == "POST" else None
    seen = seen_moves(request) if request.method == "POST" else item.moves
    return Page(
        item,
        revision,
        read,
        _lines(read, revision, posted, inner=is_inner(duty)),
        offered={each.name: each for each in open_acts(item, duty)},
        seen=seen,
    )


def _lines(read: Read, revision: Revision, posted: list[str] | None, *, inner: bool) -> list[Line]:
    """Return the findings that the reader may know of, those chosen marked.

    At first those are chosen that an officer of the Cabinet said are to be mended.
    """
    if read.report is None:
        return []
    spoken = _spoken_of(revision, inner=inner)
    text, told = read.report.document.text, Language(language())
    lines: list[Line] = []
    shown = [each for each in read.report.findings if inner or not each.kept_from_drafters]
    digits = iter("123456789")
    for no, found in enumerate(sorted(shown, key=lambda each: each.check), 1):
        key = key_of(found.code, found.start, found.end, found.suggestion)
        said = spoken.get(key)
        to_mend = said is not None and _outcome(said) == Answer.Outcome.ACCEPTED
        lines.append(
            Line(
                no,
                key,
                found,
                found.message(told),
                found.hint(told),
                source_in(found.source, told),
                _before(text, found.start),
                _one_line(text[found.start : found.end]),
                _after(text, found.end),
                said,
                key in posted if posted is not None else to_mend,
                next(digits, "") if found.suggestion is not None else "",
            )
        )
    return lines


def _spoken_of(revision: Revision, *, inner: bool) -> dict[str, Shown]:
    """Return the findings of the kept reading on which officers spoke, by their keys."""
    kept = findings_of(revision, language=language(), inner=inner)
    return {_key_of_row(each.finding): each for each in kept if not each.is_open}


def _key_of_row(row: Finding) -> str:
    return key_of(row.code, row.begins, row.ends, row.suggestion)


def _outcome(shown: Shown) -> str:
    return shown.answer.outcome if shown.answer else ""


def _before(text: str, at: int) -> str:
    """Return the words before a place, from a whole word on."""
    words = _one_line(text[max(0, at - _REACH) : at])
    return words.partition(" ")[2] if at > _REACH and " " in words else words


def _after(text: str, at: int) -> str:
    """Return the words after a place, up to a whole word."""
    words = _one_line(text[at : at + _REACH])
    return words.rpartition(" ")[0] if at + _REACH < len(text) and " " in words else words


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _wanted(page: Page) -> list[Taken]:
    return [
        Taken(each.key, each.found.start, each.found.end, each.found.suggestion)
        for each in page.lines
        if each.chosen and each.found.suggestion is not None
    ]


def _mended(page: Page, wanted: list[Taken]) -> Mended:
    assert page.read.report is not None  # noqa: S101 - else nothing could be chosen
    content = path_of(page.revision.sha256).read_bytes()
    return mended(content, page.read.report.document, wanted)


def _as_text(page: Page) -> HttpResponse:
    """Give the corrected text for a file that cannot be written anew."""
    assert page.mended is not None  # noqa: S101 - the caller made it
    response = HttpResponse(page.mended.text, content_type="text/plain; charset=utf-8")
    name = get_valid_filename(f"{page.item.pk}-{page.revision.no}-corrected.txt")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _revised(request: OfficerRequest, page: Page, content: bytes) -> HttpResponseBase:
    """Make the new revision; where it is refused, what was chosen stays."""
    corrected = keep_file([content], name=page.revision.file_name)
    count = len(page.mended.taken) if page.mended else 0
    note = ngettext(
        "One correction that the review suggested was taken up.",
        "%(num)s corrections that the review suggested were taken up.",
        count,
    ) % {"num": count}
    try:
        revise_with_corrections(
            item=page.item,
            corrected=corrected,
            note=note,
            by=request.duty,
            at=timezone.now(),
            seen_moves=page.seen,
        )
    except Refused as refused:
        page.refused = refused
        if isinstance(refused, Outdated):
            page.since = movements_since(page.item, page.seen, request.duty)
            page.item = visible_item(request.duty, page.item.pk)
            page.seen = page.item.moves
        return _shown(request, page)
    said = _("Revision %(no)s is made. Read it, then submit it.") % {"no": page.revision.no + 1}
    messages.success(request, said)
    if open_act("submit", page.item, request.duty) is not None:
        return redirect(reverse("draft_reading", args=[page.item.pk]))
    return redirect(page_of(request.duty, page.item))


def _shown(request: OfficerRequest, page: Page) -> HttpResponse:
    report = page.read.report
    submit = page.offered.get("submit")
    facts = {
        "item": page.item,
        "page": page,
        "inner": is_inner(request.duty),
        "of_text": report.language.value if report else "",
        "can_be_written": report is not None and can_be_written(report.document),
        "may_submit": submit is not None and not submit.unmet,
        "left": {each.key for each in page.mended.left} if page.mended else set(),
    }
    status = page.refused.status if page.refused else 200
    return render(request, "gate/draft_reading.html", facts, status=status)
