"""The commonest widgets of forms, made in Python for their speed, as the cells of tables are.

Django has each option of a list made by two templates of its own: the two hundred States of the
directory's filter cost as much as ten whole pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import Jinja2
from markupsafe import escape

Widget = Mapping[str, Any]
_OF_DJANGO = "django/forms/widgets/"


class Widgets(Jinja2):
    """Django's own renderer, letter for letter; what is not here its templates make."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Return a widget as markup."""
        make = MADE.get(template_name)
        if make is None or not _is_plain(context["widget"], _OPTIONS.get(make)):
            return str(super().render(template_name, context, request))
        return make(context["widget"]).strip()


def _is_plain(widget: Widget, templates: frozenset[str] | None) -> bool:
    """Tell whether all its options are made by Django's own templates; None: it has none."""
    return templates is None or all(
        each["template_name"] in templates
        for _name, options, _index in widget["optgroups"]
        for each in options
    )


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{escape(widget["value"])}"'
    named = f'<input type="{escape(widget["type"])}" name="{escape(widget["name"])}"'
    return f"{named}{value}{_attributes(widget)}>"


def _textarea(widget: Widget) -> str:
    value = escape(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{escape(widget["name"])}"{_attributes(widget)}>\n{value}</textarea>'


def _select(widget: Widget) -> str:
    made = [f'<select name="{escape(widget["name"])}"{_attributes(widget)}>']
    for group, options, _index in widget["optgroups"]:
        if group:
            made.append(f'\n  <optgroup label="{escape(group)}">')
        made += (
            f'\n  <option value="{escape(each["value"])}"{_attributes(each)}>'
            f"{escape(each['label'])}</option>"
            for each in options
        )
        if group:
            made.append("\n  </optgroup>")
    return f"{''.join(made)}\n</select>"


def _boxes(widget: Widget) -> str:
    key, kind = widget["attrs"].get("id"), widget["attrs"].get("class")
    made = [
        "<div",
        f' id="{escape(key)}"' if key else "",
        f' class="{escape(kind)}"' if kind else "",
        ">",
    ]
    for group, options, _index in widget["optgroups"]:
        if group:
            made.append(f"\n  <div><label>{escape(group)}</label>")
        made += (f"<div>\n    {_box(each)}</div>" for each in options)
        if group:
            made.append("\n  </div>")
    return f"{''.join(made)}\n</div>"


def _box(option: Widget) -> str:
    if not option.get("wrap_label"):
        return _input(option)
    key = option["attrs"].get("id")
    about = f' for="{escape(key)}"' if key else ""
    return f"<label{about}>{_input(option)} {escape(option['label'])}</label>"


_OPTIONS: dict[Callable[[Widget], str], frozenset[str]] = {
    _select: frozenset({f"{_OF_DJANGO}select_option.html"}),
    _boxes: frozenset({f"{_OF_DJANGO}checkbox_option.html", f"{_OF_DJANGO}radio_option.html"}),
}
MADE: dict[str, Callable[[Widget], str]] = {
    f"{_OF_DJANGO}{name}.html": make
    for name, make in {
        "checkbox": _input,
        "checkbox_select": _boxes,
        "date": _input,
        "email": _input,
        "hidden": _input,
        "number": _input,
        "password": _input,
        "radio": _boxes,
        "select": _select,
        "text": _input,
        "textarea": _textarea,
    }.items()
}
