"""Lines of enclosures under other labels, and lists whose items bear a Roman number or a letter."""

from __future__ import annotations

import pytest

from clearance.review import Level, Reviewer
from clearance.terms import Check, Language
from tests.clearance.review.letters import AR, CONTEXT, EN, FR, PARTS, letter

_OFFICE = Reviewer(CONTEXT)
_CASES = [
    (EN, "The plan is in Annex I and the list in Annex II.",
     "Annexes: I. Plan\n         {}. List", "II", "III"),
    (EN, "The plan is in Annex 1 and the list in Annex {}.",
     "Herewith: Annex 1 (plan) and Annex 2 (list)", "2", "3"),
    (FR, "Le plan (pièce n° 1) et la liste (pièce n° {}) sont joints.", "P.J. : 2 pièces",
     "2", "3"),
    (FR, "Le plan est à l'annexe 1 et la liste à l'annexe {}.",
     "Ci-joint : annexe 1 (plan) et annexe 2 (liste)", "2", "3"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "طيه: المرفق الأول (المخطط) والمرفق الثاني (القائمة)", "الثاني", "الثالث"),
    (EN, "The plan is in Annex 1 and the list in Annex {}.",
     "Number of enclosures: 2 – Annex 1 and Annex 2", "2", "3"),
    (FR, "Le plan est à l'annexe 1 et la liste à l'annexe {}.",
     "Nombre de pièces jointes : 2 – annexe 1 et annexe 2", "2", "3"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "المرافقات: مرفقان (المرفق الأول، المرفق الثاني)", "الثاني", "الثالث"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "المرفقات (عدد ٢): المرفق الأول والمرفق الثاني", "الثاني", "الثالث"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "told_in_text", "line", "right", "wrong"), _CASES)
def test_enclosures_agree_under_any_label(
    language: Language, told_in_text: str, line: str, right: str, wrong: str
) -> None:
    def told(label: str) -> set[str]:
        body = f"{PARTS[language]['body']}\n\n{told_in_text.replace('{}', label)}"
        text = letter(language, body=body) + "\n" + line.replace("{}", label) + "\n"
        return {
            one.code
            for one in _OFFICE.review(text, language=language).findings
            if one.check is Check.CONFORMITY
            and one.code >= "CON030" and one.level >= Level.WARN
        }  # fmt: skip

    assert told(right) == set()
    assert told(wrong) != set()
