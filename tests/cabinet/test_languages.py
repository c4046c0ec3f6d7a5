"""Arabic and French are complete: every text has its words, with the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Message
from django.conf import settings
from django.test import Client
from lxml import html

from cabinet.config import catalogues
from tests.cabinet.gate.pages import stage
from tests.cast import House

_PLACE = re.compile(r"%\((\w+)\)[sd]|%[sd]")
# Words that stand in Latin letters in every language, or the same in French as in English.
_SAME = re.compile(r"^[\W\d_]*$|^(SHA-256|Diwan|English|Français|العربية)$")
PAGES = [
    ("clerk", "/"), ("clerk", "/register/"), ("clerk", "/books/incoming/"),
    ("adviser", "/in-tray/"), ("political", "/draft/letter/"), ("legal", "/draft/memorandum/"),
    ("dg", "/directory/"), ("dg", "/directory/signatories/"), ("dg", "/series/"), ("dg", "/staff/"),
    ("dg", "/staff/delegate/"), ("clerk", "/directory/enter/"), ("clerk", "/books/none/"),
    ("adviser", "/items/{verified}/"), ("adviser", "/items/{verified}/acts/withhold/"),
    ("adviser", "/items/{reviewed}/review/"), ("sg", "/items/{cleared}/acts/sign/"),
    ("clerk", "/items/{cleared}/acts/issue/"), ("political", "/items/{reviewed}/"),
]  # fmt: skip

pytestmark = pytest.mark.xdist_group("languages")  # whose texts are gathered once
# Reading all code and templates for their texts takes a second, and nothing changes them here.
gathered = cache(catalogues.gathered)
read = cache(catalogues.read)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_catalogue_lacks_no_text_and_guesses_none(language: str) -> None:
    assert sorted(catalogues.untranslated(gathered(), read(language))) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_catalogue_has_no_text_that_nothing_says(language: str) -> None:
    said = {_key(message) for message in gathered() if message.id}
    held = {_key(message) for message in read(language) if message.id}

    assert held - said == set()


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_translation_fills_in_the_same_places(language: str) -> None:
    wrong = []
    for message in read(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = {place for each in ids for place in _places(str(each))}
        needed = set.intersection(*(_places(str(each)) for each in ids))
        for string in strings:
            there = _places(str(string))
            if string and not (there <= wanted and (needed <= there or len(strings) > 1)):
                wrong.append((ids[0], string))
    assert wrong == []


def test_arabic_counts_a_hundred_and_eleven_as_its_grammar_does() -> None:
    """After 11 to 99 what is counted is accusative ("11 يوماً"), after 100 genitive ("100 يوم")."""
    counted = re.compile(r"%\((?:num|papers)\)s ([^\s.:]+)")
    told = [each.string for each in read("ar") if each.id and isinstance(each.string, tuple)]

    found = {
        tuple(hit[1] for form in strings[4:] if (hit := counted.search(form))) for strings in told
    }

    wrong = {
        pair for pair in found - {()}
        if pair != ((pair[0],) * 2 if pair[0].endswith("ة") else (pair[0], f"{pair[0]}اً"))
    }  # fmt: skip
    assert len(found) > 5
    assert wrong == set()


def _key(message: Message) -> tuple[object, object]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _places(text: str) -> set[str]:
    return {found.group(0) for found in _PLACE.finditer(text.replace("%%", ""))}


@pytest.fixture
def papers(house: House) -> dict[str, int]:
    return {
        "verified": stage.incoming(house, "verified", "٧").pk,
        "reviewed": stage.drafted(house, "under_review").pk,
        "cleared": stage.drafted(house, "cleared").pk,
    }


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
@pytest.mark.parametrize(("username", "path"), PAGES)
def test_page_says_nothing_in_english(
    house: House, papers: dict[str, int], username: str, path: str, language: str
) -> None:
    browser = Client()
    browser.force_login(house.officers[username])
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = html.fromstring(browser.get(path.format(**papers)).content)

    assert page.xpath("/html/@dir") == ["rtl" if language == "ar" else "ltr"]
    english = _english_texts(language)
    assert [each for each in _texts(page) if each in english] == []


@cache
def _english_texts(language: str) -> set[str]:
    """Return the English texts whose translation says something else."""
    catalog = read(language)
    found = set()
    for message in gathered():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        held = catalog.get(ids[0], message.context)
        told = None if held is None else held.string
        strings = (told,) if isinstance(told, str) else told or ()
        found |= {_plain(str(each)) for each in ids if each and each not in strings}
    # One word may be right in another text: "Note", "Date" are French as well.
    spoken = {_plain(str(held.string)) for held in catalog if isinstance(held.string, str)}
    return {each for each in found - spoken if not _SAME.match(each)}


def _texts(page: object) -> Iterator[str]:
    """Yield what a page says: its texts, and its labels for those who hear it."""
    said = page.xpath(  # type: ignore[attr-defined]
        "//body//text()[not(ancestor::script) and not(ancestor::datalist)"
        " and not(ancestor::kbd)]"
        "|//@aria-label|//@placeholder|//@title|//title/text()"
    )
    for each in said:
        yield _plain(str(each))


def _plain(text: str) -> str:
    return " ".join(text.split())
