"""The dates of the day: in order on any day, and printed as each language prints them."""

from datetime import date

import pytest

from cabinet.config.day.dates import both_calendars, dates_of_the_day

DAY = date(2026, 11, 23)


def test_first_of_the_month_is_printed_as_1er_in_french_only() -> None:
    day = date(2026, 12, 1)

    assert both_calendars(day, "fr") == "mardi 1er décembre 2026 (21 Joumada ath-Thania 1448 H)"
    assert both_calendars(day, "en") == "Tuesday, 1 December 2026 (21 Jumada al-Akhirah 1448H)"
    assert both_calendars(day, "ar", "levantine") == (
        "الثلاثاء 21 جمادى الآخرة 1448هـ الموافق 1 كانون الأول 2026م"
    )


@pytest.mark.parametrize("offset", range(14))
def test_dates_of_the_day_keep_their_order_on_any_day(offset: int) -> None:
    on = date.fromordinal(DAY.toordinal() + offset)

    dates = dates_of_the_day(on)

    assert dates["minister_letter"] < dates["minister_follow_up"] < on
    assert on < dates["documents_ready"] <= dates["remarks_due"] < dates["preparatory_visit"]
    assert dates["nominations_due"] < dates["istanbul"] < dates["istanbul_close"]
    assert dates["preparatory_visit"] < dates["amman"] < dates["amman_close"]
    assert (dates["amman"].weekday(), dates["istanbul"].weekday()) == (1, 1)


def test_gatherings_wait_until_the_feast_is_over() -> None:
    on = date(2027, 1, 5)  # 63 days later is 1 Shawwal 1448

    dates = dates_of_the_day(on)

    assert both_calendars(dates["amman"], "en") == "Tuesday, 16 March 2027 (8 Shawwal 1448H)"
