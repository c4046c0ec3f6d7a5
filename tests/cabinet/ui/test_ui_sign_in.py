"""The sign-in pages in our look, with the forms that the sign-in package brings."""

from __future__ import annotations

import pytest
from django import forms
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

PAGES = (
    "login",
    "logout",
    "password_change",
    "reauthenticate",
    "account_inactive",
    "not_done_here",
)


class Entrance(forms.Form):
    login = forms.CharField()
    password = forms.CharField(widget=forms.PasswordInput)


def shown(name: str, request: HttpRequest, form: forms.Form) -> str:
    context = {"form": form, "messages": []}
    return str(engines["jinja2"].get_template(f"account/{name}.html").render(context, request))


@pytest.mark.parametrize(("code", "way"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
@pytest.mark.parametrize("name", PAGES)
def test_sign_in_page_stands_in_the_shell(
    rf: RequestFactory, name: str, code: str, way: str
) -> None:
    with translation.override(code):
        page = shown(name, rf.get("/login/"), Entrance())

    assert (f'dir="{way}"' in page, "<h1>" in page) == (True, True)


def test_login_says_what_is_wrong_and_keeps_the_name(rf: RequestFactory) -> None:
    form = Entrance({"login": "salma", "password": ""})

    with translation.override("en"):
        page = shown("login", rf.get("/login/"), form)

    assert 'value="salma"' in page
    assert '<ul class="wrong" id="id_password_error">' in page


def test_login_form_cannot_be_posted_without_its_token(rf: RequestFactory) -> None:
    page = shown("login", rf.get("/login/"), Entrance())

    assert page.count('name="csrfmiddlewaretoken"') == page.count('method="post"') == 2
