"""Officers at their screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import House

At = Callable[..., Client]


@pytest.fixture
def at(house: House) -> At:
    """Return the browser of an officer, signed in, in a language."""

    def browser(username: str, language: str = "en") -> Client:
        client = Client()
        client.force_login(house.officers[username])
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        return client

    return browser
