"""Widgets made in Python are those of Django's templates, letter for letter."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.forms.renderers import Jinja2
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from cabinet.ui.widgets import MADE, Widgets

HOSTILE = "\"><script>'&amp;"
CHOICES = [
    ("", "—"), (1, HOSTILE), (HOSTILE, "ديوان"), ("s", mark_safe("<b>safe</b>")),
    ("lazy", gettext_lazy("Choose a unit")), ("group " + HOSTILE, [("a", "A"), (None, "B")]),
]  # fmt: skip
ATTRS: dict[str, Any] = {
    "id": "id_x", "class": HOSTILE, "required": True, "disabled": False, "rows": 3, "x": None,
    "data-y": mark_safe("<&>"),
}  # fmt: skip
VALUES: list[Any] = [None, "", 0, 1, "1", HOSTILE, mark_safe("<i>"), ["1", HOSTILE], True, "a"]
WIDGETS: list[forms.Widget] = [
    forms.TextInput(), forms.NumberInput(), forms.EmailInput(), forms.PasswordInput(),
    forms.PasswordInput(render_value=True), forms.HiddenInput(), forms.Textarea(),
    forms.Textarea({"rows": 9}), forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    forms.CheckboxInput(), forms.Select(choices=CHOICES), forms.SelectMultiple(choices=CHOICES),
    forms.RadioSelect(choices=CHOICES),
    forms.CheckboxSelectMultiple(choices=CHOICES), forms.CheckboxSelectMultiple(),
    forms.FileInput(),
]  # fmt: skip
OURS, THEIRS = Widgets(), Jinja2()


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("attrs", [{}, {"id": ""}, ATTRS], ids=["bare", "no id", "all"])
def test_widget_is_what_the_templates_of_django_make(
    widget: forms.Widget, attrs: dict[str, Any]
) -> None:
    for name in ("field", HOSTILE):
        for value in VALUES:
            made, theirs = (
                widget.render(name, value, attrs, renderer=renderer) for renderer in (OURS, THEIRS)
            )
            assert made == theirs


def test_every_widget_that_is_made_here_is_compared() -> None:
    assert MADE.keys() <= {each.template_name for each in WIDGETS}


def test_option_with_a_template_of_its_own_is_made_by_it() -> None:
    class Own(forms.Select):
        option_template_name = "django/forms/widgets/attrs.html"

    own = Own(choices=[(1, "x")])

    assert own.render("a", 1, renderer=OURS) == own.render("a", 1, renderer=THEIRS)
    assert "<option" not in own.render("a", 1, renderer=OURS)
