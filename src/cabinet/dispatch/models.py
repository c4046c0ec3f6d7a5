"""Sending what was signed: each dispatch and each delivery with its proof."""

from __future__ import annotations

from django.db import models

from cabinet.registry.models import Item, UnderAuthority
from clearance.terms import Channel


class Proof(models.Model):
    """The paper that proves an act: a receipt, a slip, a mail notice; named by its SHA-256."""

    move_no = models.PositiveIntegerField()
    proof_sha256 = models.CharField(max_length=64)
    proof_name = models.CharField(max_length=200)
    proof_media_type = models.CharField(max_length=100)
    proof_size_bytes = models.PositiveBigIntegerField()

    class Meta:
        abstract = True


class Dispatch(UnderAuthority, Proof):
    """One sending by one channel. ``move_no`` is the movement that it justifies."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="dispatches")
    channel = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Channel]
    )
    tracking = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "move_no"], name="dispatch_once")]


class Delivery(UnderAuthority, Proof):
    """The receipt that came back."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="deliveries")
    received_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "move_no"], name="delivery_once")]
