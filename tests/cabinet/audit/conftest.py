"""Keys and log of each test in a folder of its own; a browser at somebody's desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as office
from django.test import Client

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Confidentiality
from tests.cast import House, paper

At = Callable[..., Client]


@pytest.fixture(autouse=True)
def folders(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    place = tmp_path_factory.mktemp("log")
    settings.LEDGER, settings.KEYS = place / "ledger", place / "keys"
    settings.CHECKPOINTS = place / "checkpoints"


@pytest.fixture
def at(house: House) -> At:
    def browser(username: str, language: str = "en") -> Client:
        client = Client()
        client.force_login(house.officers[username])
        client.cookies[office.LANGUAGE_COOKIE_NAME] = language
        return client

    return browser


def registered(
    house: House, confidentiality: Confidentiality = Confidentiality.ORDINARY, by: str = "clerk"
) -> Item:
    """A letter that came in."""
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Hosting", sender=sender, confidentiality=confidentiality)
    return receive_and_register(arrived=arrived, by=house.duty(by), at=house.now())
