"""The template environment of every page: languages, addresses, filters, the shell's own functions.

Undefined names are errors here: a fact missing from a register page must stop the page in a test,
not print as a blank before an officer. Say ``x is defined`` where a variable may be absent.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from django.conf import settings
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from django_htmx.jinja import htmx_script
from markupsafe import Markup

from cabinet.ui.addresses import asset, url
from cabinet.ui.figures import bdi, number, plain, size
from cabinet.ui.languages import direction, language, languages, name
from cabinet.ui.moments import brief, day, hijri, iso, moment
from cabinet.ui.navigation import navigation, shell_part, who_am_i
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
        _=said,
        direction=direction,
        gettext=said,
        htmx_script=_htmx,
        language=language,
        languages=languages,
        navigation=navigation,
        part_badge=badge,
        part_cell=cell,
        part_td=td,
        shell_part=shell_part,
        static=asset,
        url=url,
        who_am_i=who_am_i,
    )
    return made


def told(condition: Unmet) -> str:
    """Say an unmet condition of the gate, with its code and remedy, in the active language."""
    return condition.told(gettext)


def said(message: str, **variables: Any) -> Markup:
    """Say a text of a page in the active language; what an officer typed is escaped in it.

    Each text is looked up once for each language: a page has some eighty.
    """
    if variables:
        return _looked_up(message, language()) % variables
    return _without_values(message, language())


@lru_cache(maxsize=8192)
def _looked_up(message: str, _language: str) -> Markup:
    return Markup(gettext(message))  # noqa: S704 - our own texts and catalogues


@lru_cache(maxsize=8192)
def _without_values(message: str, spoken: str) -> Markup:
    """Make the text once; it is a format string all the same, as the extension has it."""
    return _looked_up(message, spoken) % {}


def _htmx() -> Markup:
    return _htmx_script(settings.STATIC_URL, settings.DEBUG)


@lru_cache(maxsize=4)
def _htmx_script(_prefix: str, _debug: bool) -> Markup:
    return Markup(htmx_script())  # noqa: S704 - the package's own element


FILTERS = {
    "bdi": bdi,
    "brief": brief,
    "day": day,
    "hijri": hijri,
    "iso": iso,
    "moment": moment,
    "name": name,
    "number": number,
    "plain": plain,
    "size": size,
    "token": token,
    "told": told,
    "word": word,
}
