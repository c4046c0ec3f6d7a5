"""The auditor's own books: samples drawn, files with findings and replies; and who read what."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Officer, Unit
from cabinet.registry.models import Item, UnderAuthority


class Viewing(models.Model):
    """An officer opened a paper, or a file of it. ``confidentiality``: the paper's, that day.

    ``part`` says which file: the number of the revision, of the enclosure in it, of the movement.
    """

    class What(models.TextChoices):
        PAGE = "page", _("its page")
        TEXT = "text", _("its text")
        ENCLOSURE = "enclosure", _("an enclosure")
        PROOF = "proof", _("a proof of dispatch")
        REVIEW = "review", _("its review sheet")
        ACT = "act", _("the page of an act")
        TRAY = "tray", _("the in-tray")
        CASE = "case", _("its case, taken out by the auditor")

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", db_index=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="+", db_index=False)
    what = models.CharField(max_length=12, choices=What.choices)
    part = models.CharField(max_length=20, blank=True)
    confidentiality = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["item", "officer", "-at"], name="viewing_of_item"),
            models.Index(fields=["officer", "-id"], name="viewing_by_officer"),
            models.Index(
                fields=["-id"], name="viewing_kept_closely",
                condition=models.Q(confidentiality__gte=3),
            ),
        ]  # fmt: skip


class Sample(UnderAuthority):
    """A random sample that was drawn: ``count`` of the first ``of`` movements, by this seed."""

    seed = models.CharField(max_length=60)
    count = models.PositiveIntegerField()
    of = models.PositiveIntegerField()


class AuditFile(UnderAuthority):
    """A file of the Internal Auditor; it is closed when each of its findings is."""

    no = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=300)


class AuditFinding(UnderAuthority):
    """What the auditor found, and which unit is to answer by when. ``due_on`` None: no day is set.

    ``item`` None: it is of no single paper. ``event_seq`` None: it rests on no single event.
    """

    class Weight(models.TextChoices):
        OBSERVATION = "observation", _("observation")
        SHORTCOMING = "shortcoming", _("shortcoming")
        SERIOUS = "serious", _("serious")

    file = models.ForeignKey(AuditFile, models.PROTECT, related_name="findings", db_index=False)
    no = models.PositiveIntegerField()
    weight = models.CharField(max_length=12, choices=Weight.choices)
    text = models.TextField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+", db_index=False)
    event_seq = models.BigIntegerField(null=True)
    due_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "no"], name="audit_finding_once")]


class FindingStep(UnderAuthority):
    """What came of a finding: the unit's reply, the auditor's follow-up, the closing."""

    class Kind(models.TextChoices):
        REPLY = "reply", _("reply")
        FOLLOW_UP = "follow_up", _("follow-up")
        CLOSE = "close", _("closed")

    finding = models.ForeignKey(AuditFinding, models.PROTECT, related_name="steps", db_index=False)
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "no"], name="finding_step_once")]
