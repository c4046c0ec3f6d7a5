"""Sentences on a member that was suspended and has been readmitted, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from clearance.review.checks.procedure import decisions
from clearance.review.particulars import Particulars
from tests.clearance.review.registers import reviewer_of_tests


def _contradicts(text: str, dated: date) -> bool:
    paper = reviewer_of_tests()._paper(text, None, None, Particulars(dated=dated))
    return bool(list(decisions.check(paper)))


CONTRADICTS = [
    "As the Syrian Arab Republic's membership of the OIC is suspended, no invitation will be sent.",
    "Syria remains suspended from the Organisation.",
    "The Syrian Arab Republic, a suspended member, shall not take part in the meeting.",
    "Invitations will be sent to all Member States except Syria, whose membership is suspended.",
    "The Organisation continues to suspend the membership of Syria.",
    "The decision to suspend Syria's membership is still in effect.",
    "Participation of the Syrian Arab Republic in OIC meetings stays frozen.",
    "It is recalled that the membership of the Syrian Arab Republic has been suspended since "
    "August 2012.",
    "The suspension of Syria's membership in the OIC continues.",
    "Syria has not yet resumed its membership of the Organisation.",
    "La qualité de membre de la Syrie au sein de l'Organisation reste suspendue.",
    "La République arabe syrienne, dont la qualité de membre est suspendue, ne sera pas invitée.",
    "La suspension de la participation de la Syrie aux réunions de l'OCI est maintenue.",
    "L'adhésion de la Syrie à l'OCI est toujours gelée depuis 2012.",
    "La Syrie demeure exclue de l'Organisation.",
    "La Syrie n'a toujours pas été réadmise au sein de l'OCI.",
    "لا تزال عضوية سوريا في المنظمة مجمدة.",
    "يرحب باستمرار تعليق عضوية الجمهورية العربية السورية في المنظمة.",
    "الجمهورية العربية السورية المعلقة عضويتها في المنظمة لن تشارك.",
    "وما زال تعليق عضوية الجمهورية العربية السورية في المنظمة ساريا.",
    "عضوية سورية في منظمة التعاون الإسلامي معلقة منذ عام 2012.",
    "تستمر المنظمة في تعليق عضوية سوريا.",
    "لم تستأنف سوريا عضويتها في المنظمة بعد.",
    "ونظرا لتعليق عضوية الجمهورية العربية السورية فإنها لا تدعى إلى الاجتماع.",
    "إن عضوية سوريا في المنظمة موقوفة.",
    "As Syria remains suspended, its delegation will not be seated.",
    "La République arabe syrienne demeurant suspendue, sa délégation ne siégera pas.",
    "ولم تُعَد سوريا بعد إلى عضوية المنظمة.",
    "وأبقى المجلس على تعليق عضوية سوريا.",
]


@pytest.mark.parametrize("text", CONTRADICTS)
def test_sentence_that_still_holds_the_member_suspended_is_found(text: str) -> None:
    assert _contradicts(text, date(2026, 1, 1))


AGREES = [
    "Flights to the Syrian Arab Republic remain suspended.",
    "Les vols vers la Syrie restent suspendus.",
    "وما زالت الرحلات الجوية إلى سوريا معلقة.",
    "The Syrian Arab Republic resumed its membership of the Organisation on 7 March 2025.",
    "The suspension of the membership of the Syrian Arab Republic was lifted in March 2025.",
    "We welcome the end of the suspension of Syria's membership in the OIC.",
    "Syria, suspended from the Organisation in 2012, has now returned.",
    "Syria's membership had been suspended by the 4th extraordinary Summit.",
    "The Council decided to lift the suspension of Syria's membership in the Organisation.",
    "The Member States called for the suspension of hostilities in Syria.",
    "La suspension de la qualité de membre de la Syrie a été levée.",
    "La Syrie a été réadmise au sein de l'Organisation.",
    "La Syrie n'est plus suspendue de l'Organisation.",
    "La qualité de membre de la Syrie, suspendue en 2012, a été rétablie.",
    "La levée de la suspension de la Syrie par l'Organisation est saluée.",
    "رُفع تعليق عضوية سوريا في المنظمة.",
    "استعادت الجمهورية العربية السورية عضويتها في المنظمة.",
    "قرر المجلس إنهاء تعليق عضوية الجمهورية العربية السورية في المنظمة.",
    "عُلقت عضوية سوريا في المنظمة عام 2012 ثم استؤنفت عام 2025.",
    "لم تعد عضوية سوريا مجمدة في المنظمة.",
    "كانت عضوية الجمهورية العربية السورية معلقة قبل الدورة الاستثنائية العشرين.",
]


@pytest.mark.parametrize("text", AGREES)
def test_sentence_that_tells_history_or_the_decision_is_silent(text: str) -> None:
    assert not _contradicts(text, date(2026, 1, 1))
