"""An officer's hand on the pages: opens a page, fills the form that stands on it, presses a button.

Whatever the page put into the form (hidden fields, what is chosen already) goes back with it, as a
browser does; what is not on the page cannot be sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

Form = Any  # lxml ships no types


@dataclass
class Hand:
    """One officer at a browser. ``acts`` counts the forms that were sent."""

    browser: Client
    acts: list[str] = field(default_factory=list)
    at: str = ""
    page: Form = None

    def open(self, address: str) -> Hand:
        """Open a page."""
        return self._shown(self.browser.get(address, follow=True))

    def follow(self, text: str) -> Hand:
        """Follow the link whose text has these words."""
        for link in self.page.iter("a"):
            if text in " ".join(link.text_content().split()):
                return self.open(link.get("href").split("#")[0])
        raise AssertionError(f"No link “{text}” on {self.at}.")

    def send(self, _button: str, _within: str = "", **typed: Any) -> Hand:
        """Fill the form with this button and press it; ``_within``: one that holds this.

        ``_within`` is written as ``name=value``, for pages with several forms of one kind.
        """
        form, button = self._form(_button, _within)
        facts = dict(_standing(form))
        for name, value in typed.items():
            assert name in _names(form), f"No field {name} beside “{_button}” on {self.at}."
            facts[name] = value
        if button.get("name"):
            facts[button.get("name")] = button.get("value")
        address = form.get("action") or self.at
        self.acts.append(f"{_button} {address}")
        return self._shown(self.browser.post(address.split("#")[0], facts, follow=True))

    @property
    def text(self) -> str:
        """What stands on the page."""
        return " ".join(self.page.text_content().split())

    def value(self, name: str) -> str:
        """Return what stands in a field."""
        found = self.page.xpath(f"//*[@name='{name}']")[0]
        return str(found.text or "" if found.tag == "textarea" else found.get("value") or "")

    def _form(self, button: str, within: str) -> tuple[Form, Form]:
        for form in self.page.iter("form"):
            held = {f"{each.get('name')}={each.get('value')}" for each in form.iter("input")}
            for each in form.iter("button"):
                said = " ".join(each.xpath("text()")).split()
                if " ".join(said) == button and (not within or within in held):
                    return form, each
        raise AssertionError(f"No button “{button}” on {self.at}:\n{self.text}")

    def _shown(self, answer: Any) -> Hand:
        assert answer.status_code in (200, 409, 422), f"{answer.status_code} {answer.request}"
        self.at = (
            answer.redirect_chain[-1][0] if answer.redirect_chain else answer.wsgi_request.path
        )
        self.status = answer.status_code
        self.page = html.fromstring(answer.content)
        return self


def _fields(form: Form) -> list[Form]:
    """Return the fields of a form: those within it, and those elsewhere that name it."""
    within = [
        each
        for each in form.iter("input", "textarea", "select")
        if each.get("form") in (None, form.get("id"))
    ]
    if not form.get("id"):
        return within
    return within + [
        each
        for each in form.getroottree().xpath("//*[@form=$id]", id=form.get("id"))
        if each not in within
    ]


def _names(form: Form) -> set[str]:
    return {each.get("name") for each in _fields(form)}


def _standing(form: Form) -> dict[str, Any]:
    """Return what a browser sends of a form as it stands."""
    facts: dict[str, Any] = {}
    for each in _fields(form):
        name, kind = each.get("name"), each.get("type", "")
        if not name or kind == "file":
            continue
        if each.tag == "select":
            chosen = each.xpath(".//option[@selected]") or each.xpath(".//option")[:1]
            facts[name] = [one.get("value", "") for one in chosen]
        elif kind in ("checkbox", "radio"):
            if each.get("checked") is not None:
                facts.setdefault(name, []).append(each.get("value", "on"))
        else:
            facts[name] = (each.text or "") if each.tag == "textarea" else each.get("value", "")
    return facts


def file(name: str, text: str) -> SimpleUploadedFile:
    """Return a file as a browser hands it in."""
    return SimpleUploadedFile(name, text.encode())
