"""Days, numbers and names in the three languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import jinja2
import pytest
from django.utils import translation

from cabinet.ui.figures import bdi, number, plain, size
from cabinet.ui.languages import direction, language, languages, name
from cabinet.ui.moments import brief, day, hijri, iso, moment
from cabinet.ui.parts import token
from clearance.terms import Confidentiality, Kind, Urgency

SESSION = dt.date(2025, 6, 21)
LATE = dt.datetime(2025, 6, 21, 22, 30, tzinfo=dt.UTC)  # already the 22nd in Jeddah


@pytest.mark.parametrize(
    ("code", "long", "short", "in_hijri", "with_hour"),
    [
        ("ar", "21 يونيو 2025", "21 يونيو 2025", "25 ذو الحجة 1446 هـ", "22 يونيو 2025، 01:30"),
        ("en", "21 June 2025", "21 Jun 2025", "25 Dhu al-Hijjah 1446 AH", "22 Jun 2025, 01:30"),
        ("fr", "21 juin 2025", "21 juin 2025", "25 Dhou al-Hijja 1446 H", "22 juin 2025, 01:30"),
    ],
)
def test_day_in_each_language_is_written_as_the_house_writes_it(
    code: str, long: str, short: str, in_hijri: str, with_hour: str
) -> None:
    with translation.override(code):
        said = [day(SESSION), brief(SESSION), hijri(SESSION), moment(LATE)]

    assert [text.replace("\u00a0", " ") for text in said] == [long, short, in_hijri, with_hour]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", ["1er décembre 2026", "1er\u00a0déc.\u00a02026", "21 Joumada II 1448 H"]),
        ("en", ["1 December 2026", "1\u00a0Dec\u00a02026", "21 Jumada II 1448 AH"]),
        ("ar", ["1 ديسمبر 2026", "1\u00a0ديسمبر\u00a02026", "21 جمادى الآخرة 1448 هـ"]),
    ],
)
def test_first_of_a_month_is_an_ordinal_in_french_alone(code: str, said: list[str]) -> None:
    first = dt.date(2026, 12, 1)

    with translation.override(code):
        assert [day(first), brief(first), hijri(first)] == said


def test_first_of_a_hijri_month_is_an_ordinal_in_french() -> None:
    with translation.override("fr"):
        assert hijri(dt.date(2026, 6, 16)) == "1er Mouharram 1448 H"
        assert hijri(dt.date(2026, 6, 17)) == "2 Mouharram 1448 H"


def test_day_of_a_moment_is_the_day_of_the_office() -> None:
    with translation.override("en"):
        assert (day(LATE), hijri(LATE)) == ("22 June 2025", "26 Dhu al-Hijjah 1446 AH")


@pytest.mark.parametrize("outside", [dt.date(1900, 1, 1), dt.date(2100, 1, 1)])
def test_hijri_outside_its_tables_is_empty(outside: dt.date) -> None:
    assert hijri(outside) == ""


@pytest.mark.parametrize("said", [day, brief, hijri, moment, iso, number, size, name])
def test_filter_of_none_is_empty(said: object) -> None:
    assert callable(said)
    assert said(None) == ""


@pytest.mark.parametrize(
    ("code", "text"), [("ar", "12,345.5"), ("en", "12,345.5"), ("fr", "12\u202f345,5")]
)
def test_number_is_grouped_as_the_language_does_in_latin_digits(code: str, text: str) -> None:
    with translation.override(code):
        assert (number(Decimal("12345.5")), number(999), number(0)) == (text, "999", "0")


def test_size_is_said_in_the_nearest_unit() -> None:
    with translation.override("en"):
        said = [size(12), size(183_422), size(5 * 1024 * 1024 + 300_000)]

    assert said == ["12 bytes", "179 KB", "5.3 MB"]


@pytest.mark.parametrize(
    ("code", "columns", "found"),
    [
        ("ar", ("تركيا", "Türkiye", "Turquie"), "تركيا"),
        ("fr", ("تركيا", "Türkiye", "Turquie"), "Turquie"),
        ("fr", ("تركيا", "Türkiye", ""), "Türkiye"),
        ("en", ("تركيا", "", "Turquie"), "تركيا"),
        ("ar", ("", "", "Turquie"), "Turquie"),
        ("en", ("", "", ""), ""),
    ],
)
def test_name_falls_back_on_english_arabic_french(
    code: str, columns: tuple[str, str, str], found: str
) -> None:
    state = SimpleNamespace(name_ar=columns[0], name_en=columns[1], name_fr=columns[2])

    with translation.override(code):
        assert name(state) == found


def test_plain_shows_a_sign_for_what_turns_letters_and_keeps_the_marks_of_writing() -> None:
    assert plain("a\u202eb\u202dc\0d\x1be\x85") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"
    assert plain("\u200f\u202a+966\u202c\t\r\n\u200c") == "\u200f\u202a+966\u202c\t\r\n\u200c"


def test_bdi_escapes_what_it_isolates() -> None:
    assert bdi("<b>1/51-PAL</b>") == "<bdi>&lt;b&gt;1/51-PAL&lt;/b&gt;</bdi>"


@pytest.mark.parametrize(("code", "way"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_direction_follows_the_language(code: str, way: str) -> None:
    with translation.override(code):
        assert (language(), direction()) == (code, way)


def test_language_without_an_active_one_is_english() -> None:
    with translation.override(None):
        assert (language(), direction()) == ("en", "ltr")


def test_languages_bear_their_own_names() -> None:
    assert languages() == [("ar", "العربية"), ("en", "English"), ("fr", "Français")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Urgency.IMMEDIATE, "immediate"),
        (Confidentiality.SECRET, "secret"),
        (Kind.NOTE_VERBALE, "note_verbale"),
        ("under_review", "under_review"),
        (3, "3"),
        (None, ""),
    ],
)
def test_token_is_the_end_of_a_style_class(value: object, text: str) -> None:
    assert token(value) == text


def test_missing_fact_stops_the_page(env: jinja2.Environment) -> None:
    with pytest.raises(jinja2.UndefinedError, match="'subjekt' is undefined"):
        env.from_string("{{ subjekt }}").render()


def test_text_of_a_letter_is_escaped(env: jinja2.Environment) -> None:
    shown = env.from_string('{{ text }} {{ _("Page %(page)s of %(pages)s", page=text, pages=2) }}')

    with translation.override("en"):
        assert shown.render(text="<i>") == "&lt;i&gt; Page &lt;i&gt; of 2"
