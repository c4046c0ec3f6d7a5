"""Which day it is in the house, as both engines can tell it: SQLite knows no time zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.conf import settings

# An act that was begun before midnight is written after it, and no two clocks agree.
_LEEWAY = 15


def first_and_last() -> tuple[int, int]:
    """Return how many minutes after UTC the house's day begins, at least and at most.

    They are two because of summer time and of a leeway about midnight. ``migrate`` writes them
    into the guards, so it is run again after the house's time zone was set otherwise.
    """
    return _of_zone(settings.TIME_ZONE)


@cache
def _of_zone(name: str) -> tuple[int, int]:
    zone, began = ZoneInfo(name), datetime(2020, 1, 1, tzinfo=UTC)
    offsets = {
        (began + timedelta(weeks=week)).astimezone(zone).utcoffset() or timedelta()
        for week in range(20 * 52)  # in some zones summer time follows the moon
    }
    minutes = [round(offset.total_seconds() / 60) for offset in offsets]
    return min(minutes) - _LEEWAY, max(minutes) + _LEEWAY
