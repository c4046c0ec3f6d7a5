from __future__ import annotations

from types import SimpleNamespace

import jinja2
import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_addresses(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.cabinet.ui.addresses"


@pytest.fixture
def env() -> jinja2.Environment:
    found = getattr(engines["jinja2"], "env", None)
    assert isinstance(found, jinja2.Environment)
    return found


@pytest.fixture
def asked(rf: RequestFactory) -> HttpRequest:
    """A request of Salma Idris, registry clerk."""
    request = rf.get("/register/")
    officer = SimpleNamespace(
        is_authenticated=True, name_ar="سلمى إدريس", name_en="Salma Idris", name_fr=""
    )
    request.user = officer  # type: ignore[assignment]  # all that the shell reads of an officer
    request.officer_roles = frozenset({"registry_clerk"})  # type: ignore[attr-defined]
    request.officer_post = SimpleNamespace(  # type: ignore[attr-defined]
        name_ar="كاتبة السجل", name_en="Registry clerk", name_fr="Commis du registre"
    )
    return request
