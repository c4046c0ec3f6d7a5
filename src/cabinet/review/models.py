"""The review sheet: an officer's verdicts on one revision, and the stops set aside in writing."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

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
