"""The office whose papers are ready to go out, and what is told of their form."""

from __future__ import annotations

from dataclasses import replace

from clearance.review import Level, Reviewer
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, CONTEXT, EN, FR

OFFICE = Reviewer(replace(CONTEXT, reference_patterns=("OIC/CAB/{unit}/{year}/{serial:4}",)))


def told_of_form(text: str, kind: Kind, language: Language) -> list[str]:
    """Return the codes of warnings of form, and which part is missing."""
    report = OFFICE.review(text, kind=kind, language=language)
    told = []
    for one in report.findings:
        if one.check is Check.CONFORMITY and one.level >= Level.WARN:
            sentence = one.message(EN).removeprefix("The paper has no ").rstrip(".")
            told.append(f"CON001 {sentence}" if one.code == "CON001" else one.code)
    return told


HOUSE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nSecrétariat général\n\n",
    AR: "منظمة التعاون الإسلامي\nالأمانة العامة\n\n",
}
