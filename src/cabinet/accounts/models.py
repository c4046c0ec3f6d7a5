"""Who works in the house: officers, units, posts; and by which paper an officer holds a post.

Posts, not persons, hold rights. Rows that give or end a right are never changed: see ``guards``.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from clearance.authority import Capacity
from clearance.terms import Language


class Named(models.Model):
    """An official name in three languages. Official names are data, not translations."""

    name_ar = models.CharField(_("name in Arabic"), max_length=300, blank=True)
    name_en = models.CharField(_("name in English"), max_length=300, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_en or self.name_fr or self.name_ar


class Officer(Named, AbstractBaseUser):
    """A person who signs in. What they may do follows from the posts they hold, never from here."""

    username = models.CharField(_("user name"), max_length=60, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(
        _("language"),
        max_length=2,
        default=Language.ARABIC,
        choices=[(each.value, each.value) for each in Language],
    )
    is_active = models.BooleanField(_("may sign in"), default=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []


class Unit(Named):
    """A unit of the General Secretariat.

    The mandate has two lists that differ, kept apart here: ``direct_authority`` of the
    Director-General, and ``related`` to the Cabinet. An external office has two owners: the
    Cabinet supervises it, ``coordinated_by`` coordinates its work.
    """

    class Kind(models.TextChoices):
        LEADERSHIP = "leadership", _("office of the Secretary-General")
        CABINET = "cabinet", _("Cabinet")
        REGISTRY = "registry", _("Registry Office")
        DEPARTMENT = "department", _("department")
        POLITICAL_OFFICE = "political_office", _("political office")
        HUMANITARIAN_OFFICE = "humanitarian_office", _("humanitarian office")

    code = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    direct_authority = models.BooleanField(default=False)
    related = models.BooleanField(default=False)
    supervised_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supervises"
    )
    coordinated_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="coordinates"
    )
    source = models.CharField(max_length=300, blank=True)


class Post(Named):
    """A post of a unit. Its role decides which acts of the gate it may do."""

    code = models.CharField(max_length=30, unique=True)
    role = models.CharField(max_length=30)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")


class Holding(models.Model):
    """An officer holds a post between two days. ``appointed_by`` None: before the house opened."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    instrument = models.CharField(max_length=300)
    appointed_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["officer", "post"], name="holding_officer_post")]


class Delegation(models.Model):
    """A post's power lent to an officer, in writing, between two days.

    Empty ``power``, ``kind`` or ``level`` means no limit. Capacity *acting*: in the holder's
    absence; *delegated*: a power handed on. Source: Rule 5 (delegated powers); UN-45.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="delegations")
    capacity = models.CharField(
        max_length=10,
        choices=[
            (Capacity.ACTING.value, _("acting")),
            (Capacity.DELEGATED.value, _("by delegation")),
        ],
    )
    power = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=30, blank=True)
    begins_on = models.DateField()
    ends_on = models.DateField()
    instrument = models.CharField(max_length=300)
    granted_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["officer", "post"], name="delegation_officer_post")]


class Ending(models.Model):
    """A holding or a delegation ends early: ``first_day_without`` is the first day without it."""

    holding = models.ForeignKey(Holding, models.PROTECT, null=True, related_name="endings")
    delegation = models.ForeignKey(Delegation, models.PROTECT, null=True, related_name="endings")
    first_day_without = models.DateField()
    reason = models.CharField(max_length=300)
    ended_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ending_of_exactly_one",
                condition=models.Q(holding__isnull=True) ^ models.Q(delegation__isnull=True),
            )
        ]
