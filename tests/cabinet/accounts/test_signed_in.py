"""What a page knows of who asks is what the framework's own look-up would say."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.test import Client
from django.utils import timezone

from cabinet.accounts.models import Officer, Post
from cabinet.accounts.signed_in import OfficerBackend, SessionStore, post_of
from tests.cast import House


def test_officer_of_a_session_has_every_value_as_the_framework_reads_it(house: House) -> None:
    adviser = house.officers["adviser"]
    Officer.objects.filter(pk=adviser.pk).update(last_login=timezone.now())

    found = OfficerBackend().get_user(adviser.pk)

    known = ModelBackend().get_user(adviser.pk)
    assert found is not None
    assert known is not None
    assert _values(found) == _values(known)


def test_officer_who_may_not_sign_in_any_more_is_nobody(house: House) -> None:
    adviser = house.officers["adviser"]
    Officer.objects.filter(pk=adviser.pk).update(is_active=False)

    assert OfficerBackend().get_user(adviser.pk) is None
    assert OfficerBackend().get_user(10**9) is None


def test_officer_shut_out_while_signed_in_is_led_to_the_door(house: House, client: Client) -> None:
    adviser = house.officers["adviser"]
    client.force_login(adviser)
    before = client.get("/")
    Officer.objects.filter(pk=adviser.pk).update(is_active=False)

    after = client.get("/")

    assert before.status_code == 200
    assert after.status_code == 302


def test_session_ends_with_a_new_password(house: House, client: Client) -> None:
    adviser = house.officers["adviser"]
    client.force_login(adviser)
    adviser.set_password("another one, long enough")
    adviser.save(update_fields=["password"])

    assert client.get("/").status_code == 302


@pytest.mark.parametrize(("left", "known"), [(timedelta(minutes=1), True), (-timedelta(1), False)])
@pytest.mark.django_db
def test_session_is_known_until_it_expires(left: timedelta, known: bool) -> None:
    kept = SessionStore()
    kept["officer"] = "7"
    kept.set_expiry(timezone.now() + left)
    kept.save()

    found, framework = SessionStore(kept.session_key), DatabaseStore(kept.session_key)

    assert found.load() == framework.load()
    assert ("officer" in found.load()) is known
    assert found.session_key == framework.session_key


def test_post_is_read_as_the_framework_reads_it(house: House) -> None:
    post = Post.objects.order_by("id")[0]

    found = post_of(post.pk)

    assert found is not None
    assert _values(found) == _values(post)
    assert post_of(10**9) is None


def _values(record: Officer | Post) -> dict[str, object]:
    return {each.attname: getattr(record, each.attname) for each in record._meta.concrete_fields}
