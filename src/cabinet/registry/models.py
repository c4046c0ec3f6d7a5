"""The register: papers, their revisions and enclosures, their numbers, movements and releases.

Nothing here is ever deleted, and most is never changed: ``guards`` says what and why.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Delegation, Officer, Post, Unit
from cabinet.directory.models import Correspondent
from clearance.terms import Channel, Confidentiality, Flow, Kind, Urgency


class LawfulAct(models.Model):
    """The tables of ``clearance.gate`` as rows, so that the database itself can look them up.

    Written by ``migrate`` alone, one row for each act, state and role.
    """

    flow = models.CharField(max_length=12)
    act = models.CharField(max_length=20)
    source = models.CharField(max_length=20, blank=True)
    target = models.CharField(max_length=20)
    role = models.CharField(max_length=30)
    power = models.CharField(max_length=12)
    scope = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["flow", "act", "source", "role"], name="lawful_act_once"
            )
        ]


class Series(models.Model):
    """A series of registry numbers: gap-free within a year. ``unit`` None: for every unit.

    ``set_by`` opened it, or put it out of use or into use last; None: it came with the house.
    """

    code = models.CharField(max_length=20, unique=True)
    flow = models.CharField(max_length=12)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    pattern = models.CharField(max_length=60)
    in_use = models.BooleanField(default=True)
    source = models.CharField(max_length=300, blank=True)
    set_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", db_index=False)
    set_under = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+", db_index=False)


# The order of what waits for a unit; without the key all papers of one day were read and sorted.
_AS_ON_THE_DESK = ("-urgency", "due_on", "id")


class Item(models.Model):
    """One paper on its way, with all that hangs on it (*mu'amala*).

    ``correspondent`` is the sender of an incoming paper and the addressee of an outgoing one;
    ``to_unit`` is the unit that a memorandum addresses. ``from_unit`` drafted it; None: from
    outside. The last five columns follow the movements and cannot say anything else.
    """

    flow = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Flow])
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Kind])
    subject = models.CharField(_("subject"), max_length=500, blank=True)
    languages = models.CharField(max_length=12, blank=True)
    urgency = models.PositiveSmallIntegerField(
        choices=[(each.value, each.name.lower()) for each in Urgency], default=Urgency.ORDINARY
    )
    confidentiality = models.PositiveSmallIntegerField(
        choices=[(each.value, each.name.lower()) for each in Confidentiality],
        default=Confidentiality.ORDINARY,
    )
    correspondent = models.ForeignKey(
        Correspondent, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    level = models.CharField(max_length=30, blank=True)
    from_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    to_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answered_by", db_index=False
    )
    sealed = models.BooleanField(default=False)
    personal_to = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    outer_marks = models.CharField(max_length=300, blank=True)
    sender_reference = models.CharField(max_length=120, blank=True)
    dated_gregorian = models.CharField(max_length=60, blank=True)
    dated_hijri = models.CharField(max_length=60, blank=True)
    channel = models.CharField(
        max_length=20, blank=True, choices=[(each.value, each.value) for each in Channel]
    )
    received_at = models.DateTimeField(null=True, blank=True)
    enclosures_announced = models.PositiveSmallIntegerField(default=0)
    opened_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()

    state = models.CharField(max_length=20, default="", blank=True)
    moves = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    action_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["flow", "-id"], name="item_book"),
            models.Index(fields=["state", "-urgency", "due_on"], name="item_waiting"),
            *(
                models.Index(
                    fields=[name, "state", *(_AS_ON_THE_DESK if "action" in name else ())],
                    name=f"item_{name}",
                    condition=models.Q(**{f"{name}__isnull": False}),
                )
                for name in ("from_unit", "action_unit", "personal_to", "answers")
            ),
            models.Index(  # the newest that a unit drafted, for its own pages of a book
                fields=["from_unit", "flow", "-id"],
                name="item_drafted",
                condition=models.Q(from_unit__isnull=False),
            ),
        ]


class Revision(models.Model):
    """One text of a paper, for ever as it was: ``sha256`` is of the file's bytes.

    For an outgoing paper ``by`` drafted it; for an incoming one ``by`` filed it.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="revisions", db_index=False)
    no = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size_bytes = models.PositiveBigIntegerField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "no"], name="revision_no_once")]


class Enclosure(models.Model):
    """A file that goes with a revision, counted and named."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="enclosures")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    size_bytes = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "no"], name="enclosure_no_once")]


class UnderAuthority(models.Model):
    """Who did it, under which post, by which delegation (None: their own post), on which day.

    ``on`` is the office's own calendar day; ``at`` the moment.
    """

    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", db_index=False)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    on = models.DateField(db_column="on_day")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Number(models.Model):
    """A registry number, given once and never again. One to an item."""

    item = models.OneToOneField(Item, models.PROTECT, related_name="number")
    series = models.ForeignKey(Series, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    text = models.CharField(max_length=80, unique=True)
    on = models.DateField(db_column="on_day")
    on_hijri = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year", "serial"], name="number_once_in_series"
            )
        ]


class Movement(UnderAuthority):
    """One act on one item: the register's memory of where it has been.

    The labels are snapshots: they say what was true that day, whatever changes later.
    ``to_unit`` is the unit for action, ``copies`` the keys of the units for information, each
    between bars (``|12|15|``); ``revision`` is the text the act was about.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="movements", db_index=False)
    no = models.PositiveIntegerField()
    act = models.CharField(max_length=20)
    source = models.CharField(max_length=20, blank=True)
    target = models.CharField(max_length=20)
    revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, related_name="+", db_index=False
    )
    content_sha256 = models.CharField(max_length=64, blank=True)
    to_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    copies = models.CharField(max_length=400, blank=True)
    due_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    officer_label = models.CharField(max_length=300)
    post_label = models.CharField(max_length=300)
    authority_label = models.CharField(max_length=300)
    item_label = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "no"], name="movement_no_once")]
        indexes = [
            models.Index(fields=["item"], name=f"movement_{act}", condition=models.Q(act=act))
            for act in ("inform", "remark")
        ]


class Release(models.Model):
    """The Cabinet lets one unit, or one officer, see an item. Without it a department sees nothing.

    The release for action is made by the movement itself (exactly one); copies are added.
    """

    class Purpose(models.TextChoices):
        ACTION = "action", _("for action")
        INFORMATION = "information", _("for information")

    item = models.ForeignKey(Item, models.PROTECT, related_name="releases")
    movement = models.ForeignKey(Movement, models.PROTECT, related_name="releases", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", db_index=False)
    officer = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", db_index=False
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="release_to_unit_or_officer",
                condition=models.Q(unit__isnull=True) ^ models.Q(officer__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["movement"],
                condition=models.Q(purpose="action"),
                name="release_one_for_action",
            ),
            models.UniqueConstraint(fields=["movement", "unit"], name="release_unit_once"),
        ]
        indexes = [
            models.Index(fields=["unit", "item"], name="release_unit"),
            models.Index(
                fields=["officer", "item"],
                name="release_officer",
                condition=models.Q(officer__isnull=False),
            ),
        ]
