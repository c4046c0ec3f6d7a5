"""The entries of the register of terms, edition by edition, and the Director-General's decisions.

Nothing is changed or deleted: an entry changes by a newer edition and ends by one that says so.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Delegation, Officer, Post


class Level(models.TextChoices):
    """How heavily a term weighs on a paper that uses it."""

    STOP = "stop", _("Stop")
    WARN = "warn", _("Warning")
    NOTE = "note", _("Note")


class Edition(models.Model):
    """One wording of an entry. The newest that was adopted decides; ``ended``: nothing any more.

    ``avoid_*`` are expressions, one a line; with ``is_pattern`` "(a|b)" is either, "x?" with or
    without, "[sz]" one of these. ``right_*`` '': a matter for an adviser. ``by_kind`` weighs kinds
    of document otherwise, as "report=note", one a line. ``until`` is the last day on which the
    name was right; None: it never was. ``unless`` makes it right in its sentence, one a line;
    ``near`` must stand close by for the level to hold. ``by`` None: before the house opened.
    """

    code = models.CharField(max_length=60)
    no = models.PositiveIntegerField()
    ended = models.BooleanField(default=False)
    avoid_ar = models.TextField(blank=True)
    avoid_en = models.TextField(blank=True)
    avoid_fr = models.TextField(blank=True)
    right_ar = models.CharField(max_length=300, blank=True)
    right_en = models.CharField(max_length=300, blank=True)
    right_fr = models.CharField(max_length=300, blank=True)
    is_pattern = models.BooleanField(default=False)
    is_name = models.BooleanField(default=False)
    quoted_is_right = models.BooleanField(default=True)
    level = models.CharField(max_length=8, choices=Level.choices)
    by_kind = models.TextField(blank=True)
    until = models.DateField(null=True, blank=True)
    unless = models.TextField(blank=True)
    near = models.TextField(blank=True)
    kept_from_drafters = models.BooleanField(default=False)
    source = models.TextField()
    note = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    on = models.DateField(db_column="on_day")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "no"], name="edition_no_once")]


class Decision(models.Model):
    """The Director-General's word on an edition: adopted, or declined with a reason."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="decision")
    adopted = models.BooleanField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", db_index=False)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    on = models.DateField(db_column="on_day")
    at = models.DateTimeField()
