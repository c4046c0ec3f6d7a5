"""The review sheet: what the rules find in a revision, and what officers say of it, for ever."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Officer
from cabinet.registry.models import Revision, UnderAuthority
from clearance.terms import Outcome


class Verdict(UnderAuthority):
    """An officer's word on one check of one revision; the newest on a check counts.

    ``kept_from_drafters``: the reason is not shown to the drafting unit (sensitivity).
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="verdicts")
    check_no = models.PositiveSmallIntegerField()
    outcome = models.CharField(
        max_length=16,
        choices=[
            (Outcome.PASS.value, _("passes")),
            (Outcome.NOT_APPLICABLE.value, _("does not apply")),
            (Outcome.STOP.value, _("stop")),
        ],
    )
    reason = models.TextField(blank=True)
    kept_from_drafters = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["revision", "check_no", "id"], name="verdict_of_revision")]
        constraints = [
            models.CheckConstraint(
                name="verdict_of_seven_checks",
                condition=models.Q(check_no__gte=1, check_no__lte=7),
            ),
        ]


class Override(UnderAuthority):
    """The Director-General sets one stop aside, in writing."""

    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="override")
    reason = models.TextField()


class Reading(models.Model):
    """What the review read of one revision, for ever: its findings hang on it. The newest counts.

    ``text`` is the file's text as it was read, the ground under the places of findings. ``fault``
    is the code of the reason why there is no text; '' means that it was read. ``rules`` names the
    release of the rules and, after a blank, the state of the registers. ``asked_by`` None: read at
    its submission, else who had it read again.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="readings")
    asked_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    reliable = models.BooleanField(default=True)
    fault = models.CharField(max_length=20, blank=True)
    rules = models.CharField(max_length=40)
    at = models.DateTimeField()


class Finding(models.Model):
    """A rule that a revision breaks at a place: characters of the reading's text.

    ``said`` is JSON: sentence and hint in each language, as they were that day. ``level`` counts
    1 note, 2 warning, 3 stop. ``suggestion`` None: only a person can tell. ``first``: the finding
    of an earlier reading that said exactly this; what officers said of that one holds of this one.
    """

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="findings", db_index=False)
    no = models.PositiveIntegerField()
    code = models.CharField(max_length=6)
    check_no = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()
    begins = models.PositiveIntegerField()
    ends = models.PositiveIntegerField()
    said = models.TextField()
    suggestion = models.TextField(null=True, blank=True)  # noqa: DJ001  ('' is: strike it out)
    source = models.TextField()
    kept_from_drafters = models.BooleanField(default=False)
    first = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="again", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "no"], name="finding_no_once")]
        indexes = [models.Index(fields=["code"], name="finding_code")]


class Answer(UnderAuthority):
    """An officer's word on a finding: it is right and is to be mended, or it is set aside.

    The newest counts.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        SET_ASIDE = "set_aside", _("set aside")

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="answers", db_index=False)
    no = models.PositiveIntegerField()
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "no"], name="answer_no_once")]


class Objection(UnderAuthority):
    """An officer's own objection on a stretch of the text, by its weight. Source: UK-CLEAR3.

    A condition is a stop on its check as well; advice and remarks leave the verdict open.
    """

    class Weight(models.TextChoices):
        CONDITION = "condition", _("condition")
        ADVICE = "advice", _("advice")
        REMARK = "remark", _("remark")

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="objections")
    check_no = models.PositiveSmallIntegerField()
    begins = models.PositiveIntegerField(default=0)
    ends = models.PositiveIntegerField(default=0)
    quoted = models.TextField(blank=True)
    weight = models.CharField(max_length=12, choices=Weight.choices)
    text = models.TextField()
    kept_from_drafters = models.BooleanField(default=False)
