"""The house before its day: units, directory, registers and series, and the cast in its posts."""

from __future__ import annotations

from datetime import date, datetime

from cabinet.accounts.actions import appoint, open_post, open_units
from cabinet.accounts.models import Officer, Unit
from cabinet.config.day.cast import CAST, INSTRUMENT
from cabinet.directory.actions import open_directory
from cabinet.registry.actions import open_series
from cabinet.resolutions.actions import open_resolutions
from cabinet.terminology.actions import open_terms


def furnish_house(*, begins_on: date, at: datetime, password_hash: str) -> dict[str, Officer]:
    """Open units, directory, series and posts, appoint the cast, and return it by user name.

    What is already there is left alone.
    """
    open_units()
    open_directory(at=at)
    open_resolutions(at=at)
    open_terms(at=at)
    open_series()
    officers = {}
    for member in CAST:
        officer, new = Officer.objects.get_or_create(
            username=member.username,
            defaults={
                "name_ar": member.person.ar,
                "name_en": member.person.en,
                "name_fr": member.person.fr,
                "language": member.language,
                "password": password_hash,
            },
        )
        officers[member.username] = officer
        if new:
            post = open_post(
                code=f"{member.unit}-{member.username}",
                role=member.role,
                unit=Unit.objects.get(code=member.unit),
                names=member.post,
            )
            appoint(
                officer=officer,
                post=post,
                begins_on=begins_on,
                instrument=INSTRUMENT,
                by=None,
                at=at,
            )
    return officers
