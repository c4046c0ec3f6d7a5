"""The list of errands: one row each, claimed by a lease that runs out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Errand(models.Model):
    """One errand, from the act that asked for it until it is done or given up.

    ``lease`` counts the claims: whoever ends the errand must name the newest one, so that a worker
    that was thought dead can change nothing any more. ``fault`` is a text marked for translation,
    ``fault_facts`` what stands in it; neither ever holds what a paper says.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        GIVEN_UP = "given_up", _("Given up")

    key = models.CharField(max_length=32, unique=True)
    task = models.CharField(max_length=200)
    queue = models.CharField(max_length=30)
    priority = models.SmallIntegerField(default=0)
    arguments = models.JSONField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    put_on_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=100, blank=True)
    leased_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True)
    fault_facts = models.JSONField(default=dict)
    fault_kind = models.CharField(max_length=200, blank=True)
    fault_place = models.TextField(blank=True)
    returned = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["-priority", "id"],
                name="errand_waiting",
                condition=models.Q(state="waiting"),
            ),
            models.Index(fields=["state", "ended_at"], name="errand_ended"),
        ]
