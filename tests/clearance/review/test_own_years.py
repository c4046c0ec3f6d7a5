"""The year beside the city in which a cited resolution was adopted, and of other events there."""

from __future__ import annotations

import pytest

from clearance.terms import Kind
from tests.clearance.review.registers import reviewer_of_tests

# The session of these resolutions sat in Istanbul in 2025; {} is what is printed.
_OF_SESSION = [
    "The text is Resolution 8/51-POL, a child of the Istanbul session of {}.",
    "The text is Resolution 8/51-POL; the Council had passed it while in Istanbul in {}.",
    "In {} at Istanbul the Ministers voted the text of Resolution 8/51-POL.",
    "Resolution 8/51-POL goes back to {} and stands.",
    "Resolution 8/51-POL came from the session which Istanbul hosted in {}.",
    "Le texte est la résolution 8/51-POL, née de la session d'Istanbul de {}.",
    "Le texte est la résolution 8/51-POL ; le Conseil, à Istanbul en {}, l'avait voulue.",
    "La résolution 8/51-POL remonte à {} et vaut toujours.",
    "والنص هو القرار 8/51 - س الذي ولد في دورة إسطنبول لعام {}.",
    "والقرار 8/51 - س يرجع تاريخه إلى عام {} وهو قائم.",
]
_OF_ANOTHER = [
    "Under Resolution 8/51-POL, archivists will meet in Istanbul in 2027.",
    "Under Resolution 8/51-POL a fair opened in Istanbul in 2026.",
    "The Istanbul Declaration of 2016 inspired Resolution 8/51-POL.",
    "The Council of Foreign Ministers recalls in Resolution 8/51-POL the Istanbul Summit of 2016.",
    "La déclaration d'Istanbul de 2016 a inspiré la résolution 8/51-POL.",
    "Au titre de la résolution 8/51-POL, les archivistes se verront à Istanbul en 2027.",
    "وبموجب القرار 8/51 - س يلتقي أمناء المحفوظات في إسطنبول عام 2027.",
]


def _told(text: str) -> set[str]:
    report = reviewer_of_tests().review(text, kind=Kind.REPORT)
    return {one.code for one in report.findings} & {"PRO008", "PRO021"}


@pytest.mark.parametrize("text", _OF_SESSION)
def test_year_beside_the_city_of_the_session_is_the_sessions(text: str) -> None:
    assert _told(text.format(2025)) == set()
    assert _told(text.format(2023)) != set()


@pytest.mark.parametrize("text", _OF_ANOTHER)
def test_year_of_another_event_in_that_city_is_its_own(text: str) -> None:
    assert _told(text) == set()
