"""The template environment of every page: languages, addresses, filters, the shell's own functions.

Undefined names are errors here: a fact missing from a register page must stop the page in a test,
not print as a blank before an officer. Say ``x is defined`` where a variable may be absent.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from django_htmx.jinja import htmx_script

from cabinet.ui.figures import bdi, number, size
from cabinet.ui.languages import direction, language, languages, name
from cabinet.ui.moments import brief, day, hijri, iso, moment
from cabinet.ui.navigation import navigation, who_am_i
from cabinet.ui.parts import badge, cell, td, token
from cabinet.ui.words import word
from clearance.gate.refusal import Unmet


def environment(**options: Any) -> jinja2.Environment:
    """Make the environment that ``TEMPLATES`` names; Django calls it once in a process."""
    options["undefined"] = jinja2.StrictUndefined
    made = jinja2.Environment(  # noqa: S701 - Django's backend passes autoescape=True in options
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # else "clear"|word is worked out once, in the first reader's language
        **options,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.filters.update(FILTERS)
    made.globals.update(
        direction=direction,
        htmx_script=htmx_script,
        language=language,
        languages=languages,
        navigation=navigation,
        part_badge=badge,
        part_cell=cell,
        part_td=td,
        static=static,
        url=url,
        who_am_i=who_am_i,
    )
    return made


def told(condition: Unmet) -> str:
    """Say an unmet condition of the gate, with its code and remedy, in the active language."""
    return condition.told(gettext)


def url(view: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a named page; the newest 8,192 are remembered, as lists repeat them.

    A process serves the office under one prefix and one tree of addresses.
    """
    return _address(settings.ROOT_URLCONF, view, args, tuple(kwargs.items()))


@lru_cache(maxsize=8192)
def _address(
    root: Any, view: str, args: tuple[Any, ...], kwargs: tuple[tuple[str, Any], ...]
) -> str:
    """Reverse once for each tree of addresses and each set of arguments."""
    return reverse(view, urlconf=root, args=args, kwargs=dict(kwargs))


FILTERS = {
    "bdi": bdi,
    "brief": brief,
    "day": day,
    "hijri": hijri,
    "iso": iso,
    "moment": moment,
    "name": name,
    "number": number,
    "size": size,
    "token": token,
    "told": told,
    "word": word,
}
