"""Resolutions, standing directives, and the papers that cite them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Officer
from cabinet.registry.models import Revision


class Resolution(models.Model):
    """A resolution of the Organisation. ``ref`` in the house's form, such as 1/51-PAL.

    ``session`` is the session's code (CFM-51, IS-14). ``entered_by`` None: before the house opened.
    ``folded`` holds titles and number as the search compares them.
    """

    class Status(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        SUPERSEDED = "superseded", _("superseded")
        EXPIRED = "expired", _("expired")
        REFERRED = "referred", _("referred, not adopted")

    ref = models.CharField(_("number"), max_length=40, unique=True)
    session = models.CharField(_("session"), max_length=20)
    series = models.CharField(_("series"), max_length=12, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    title_ar = models.CharField(_("title in Arabic"), max_length=500, blank=True)
    title_en = models.CharField(_("title in English"), max_length=500, blank=True)
    title_fr = models.CharField(_("title in French"), max_length=500, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.IN_FORCE
    )
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    expired_on = models.DateField(_("expired on"), null=True, blank=True)
    language = models.CharField(max_length=2, blank=True)
    text = models.TextField(_("text"), blank=True)
    folded = models.TextField(blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)
    entered_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["session", "series"], name="resolution_session")]


class Directive(models.Model):
    """A recorded decision or standing directive, told so that a text can contradict it.

    ``subjects`` are names and ``opposed`` expressions in plain words that say the opposite of it
    near one of them, a line each. ``since`` and ``until`` None: no bound is known.
    """

    ref = models.CharField(_("reference"), max_length=40, unique=True)
    sentence_ar = models.CharField(_("in Arabic"), max_length=500, blank=True)
    sentence_en = models.CharField(_("in English"), max_length=500, blank=True)
    sentence_fr = models.CharField(_("in French"), max_length=500, blank=True)
    subjects = models.TextField(_("about"))
    opposed = models.TextField(_("contradicted by"))
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=500)
    entered_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField()


class Citation(models.Model):
    """A revision cites a resolution, whether the register holds it or not."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="citations", db_index=False)
    ref = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "ref"], name="citation_once"),
        ]
        indexes = [models.Index(fields=["ref"], name="citation_ref")]
