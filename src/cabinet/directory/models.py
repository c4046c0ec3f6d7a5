"""Who is written to, and who may sign what to whom. Names are kept in three languages."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Named, Officer, Post, Unit


class Country(Named):
    """A State as the Organisation names it. ``regional_group`` is that of a member state."""

    iso2 = models.CharField(max_length=2, unique=True)
    formal_ar = models.CharField(max_length=300, blank=True)
    formal_en = models.CharField(max_length=300, blank=True)
    formal_fr = models.CharField(max_length=300, blank=True)
    capital = models.CharField(max_length=100, blank=True)
    regional_group = models.CharField(max_length=20, blank=True)
    group_basis = models.CharField(max_length=20, blank=True)
    standing = models.CharField(max_length=12)  # member, observer, host, other
    source = models.CharField(max_length=300, blank=True)


class Correspondent(Named):
    """Anybody outside who writes to the Secretariat or is written to.

    ``level`` decides who may sign to them. ``style_*`` is the form of address, ``language`` the
    recorded working language of a mission (UN-118). ``ends_on`` None: still in place.
    """

    level = models.CharField(max_length=30)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True, related_name="+")
    unit_owner = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    style_ar = models.CharField(max_length=200, blank=True)
    style_en = models.CharField(max_length=200, blank=True)
    style_fr = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, blank=True)
    address = models.TextField(_("address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    folded = models.CharField(max_length=1000, blank=True)  # names without marks, for the search
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["level", "id"], name="correspondent_level")]


class Incumbent(Named):
    """Who holds the post of a correspondent between two days; one at a time.

    The names all empty: the post is vacant. ``post_*`` is its title, ``style_*`` what stands
    before the name. ``begins_on`` None: not known; ``ends_on`` None: still there, both included.
    ``entered_by`` None: before the house opened.
    """

    correspondent = models.ForeignKey(Correspondent, models.PROTECT, related_name="incumbents")
    post_ar = models.CharField(max_length=300, blank=True)
    post_en = models.CharField(max_length=300, blank=True)
    post_fr = models.CharField(max_length=300, blank=True)
    style_ar = models.CharField(max_length=200, blank=True)
    style_en = models.CharField(max_length=200, blank=True)
    style_fr = models.CharField(max_length=200, blank=True)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    entered_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    entered_at = models.DateTimeField()


class SignatoryCell(models.Model):
    """A cell of the signatory matrix; the newest row of a cell decides. Rows are never changed.

    ``set_by`` None: before the house opened.
    """

    kind = models.CharField(max_length=20)
    level = models.CharField(max_length=30)
    role = models.CharField(max_length=30)
    permitted = models.BooleanField()
    needs_authorisation = models.BooleanField()
    source = models.CharField(max_length=300)
    set_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    set_under = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kind", "level", "role", "id"], name="signatory_cell")]
