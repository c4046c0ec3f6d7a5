"""What opens the gate: a clearance of one revision, and a signature under it."""

from __future__ import annotations

from django.db import models

from cabinet.registry.models import Revision, UnderAuthority


class Clearance(UnderAuthority):
    """The Cabinet cleared exactly this revision: ``sha256`` names it."""

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="clearance")
    sha256 = models.CharField(max_length=64)


class Signature(UnderAuthority):
    """A signatory signed exactly this revision, under the clearance that stands."""

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="signature")
    clearance = models.OneToOneField(Clearance, models.PROTECT, related_name="signature")
    sha256 = models.CharField(max_length=64)
