"""Sentences on a member that was suspended and has been readmitted, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from clearance.review import Reviewer
from clearance.review.checks.procedure import decisions
from clearance.review.particulars import Particulars
from tests.clearance.review.registers import reviewer_of_tests


def _contradicts(text: str, dated: date) -> bool:
    paper = reviewer_of_tests()._paper(text, None, None, Particulars(dated=dated))
    return bool(list(decisions.check(paper)))


CONTRADICTS = [
    "As the Syrian Arab Republic's membership of the OIC is suspended, no invitation will be sent.",
    "Syria remains suspended from the Organisation.",
    "Syria's suspension continues.",
    "The seat of Syria is vacant owing to its suspension.",
    "Syria does not take part, its membership being suspended.",
    "La suspension de la Syrie est maintenue.",
    "Le siège de la Syrie est vacant en raison de sa suspension.",
    "مقعد سوريا شاغر بسبب تعليق عضويتها.",
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
    "In view of the suspension of Syria, which is still in force, no invitation was sent.",
    "Compte tenu de la suspension toujours en vigueur de la Syrie, nul n'a été invité.",
    "وبسبب تعليق مشاركة سوريا الذي لا يزال ساريا لم توجه الدعوة.",
    "No invitation was sent to Syria, its membership being suspended since 2012.",
    "As the membership of Syria in the OIC is suspended, no invitation was addressed to it.",
    "Syria has not yet regained its seat in the Organisation, and no views were asked of it.",
    "The Syrian Arab Republic, being under suspension, has no vote.",
    "Because of its suspension, Syria takes no part in the vote.",
    "Du fait de sa suspension, la Syrie ne prend pas part au vote.",
    "The suspension of the Syrian Arab Republic has not yet been lifted by the OIC.",
    "La suspension de la Syrie n'a pas encore été levée par l'OCI.",
    "It should be noted that Syria, being under suspension, does not sign.",
    "Il est entendu que la Syrie, étant toujours suspendue, ne signera pas.",
    "Seats were set for all but the Syrian Arab Republic, which is under suspension.",
    "Tous ont voté, hormis la République arabe syrienne, qui fait l'objet d'une suspension.",
    "وصوتت الدول كافة عدا الجمهورية العربية السورية التي لا تزال خاضعة لتعليق العضوية.",
    "The membership of Syria in the OIC has been in suspense since 2012.",
    "La Syrie n'ayant pas encore retrouvé son siège à l'Organisation, elle ne votera pas.",
    "La Syrie n'a pas encore recouvré son siège et ses vues n'ont pas été demandées à l'OCI.",
    "ولما كانت سوريا لم تستعد بعد مقعدها في المنظمة فلن تصوت.",
    "Comme la qualité de membre de la Syrie est suspendue, aucune invitation n'a été adressée.",
]


@pytest.mark.parametrize("text", CONTRADICTS)
def test_sentence_that_still_holds_the_member_suspended_is_found(text: str) -> None:
    assert _contradicts(text, date(2026, 1, 1))


AGREES = [
    "As the membership of Syria is no longer suspended, an invitation was sent to it.",
    "Comme la qualité de membre de la Syrie n'est plus suspendue, elle a été invitée.",
    "The suspension of Syria's accounts at the bank continues.",
    "Syria has regained its seat in the Organisation.",
    "La Syrie a recouvré son siège au sein de l'Organisation.",
    "ولما كانت سوريا قد استعادت مقعدها في المنظمة فقد دعيت.",
    "The suspension of flights to Syria continues.",
    "Because of its suspension in 2012, Syria was absent from that Summit.",
    "The suspension of flights to Syria has not been lifted.",
    "It should be noted that flights to Syria, being under suspension, are not listed.",
    "The seat of Syria is no longer vacant, its suspension having ended.",
    "La suspension des vols vers la Syrie est maintenue.",
    "لم يعد مقعد سوريا شاغرا بعد رفع التعليق.",
    "Flights to the Syrian Arab Republic remain suspended.",
    "Les vols vers la Syrie restent suspendus.",
    "وما زالت الرحلات الجوية إلى سوريا معلقة.",
    "The Syrian Arab Republic resumed its membership of the Organisation on 7 March 2025.",
    "The suspension of hostilities, which is still in force, was welcomed by neighbours of Syria.",
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


OPPOSED = [
    "The Islamic Summit, which meets in ordinary session once every three years, will be informed.",
    "Le Sommet islamique se réunit en session ordinaire tous les trois ans.",
    "ويجدر التذكير بأن القمة الإسلامية تعقد مرة كل ثلاث سنوات.",
    "The documents are issued in English and French, the two official languages of the "
    "Organisation.",
    "The official languages of the OIC are Arabic and English.",
    "Le rapport ira au prochain Sommet islamique, qui continue de se tenir tous les trois ans.",
    "The text goes to the Member States of the Organisation, numbering fifty-six.",
    "Le texte va aux États membres de l'Organisation, au nombre de 55.",
    "ويوجه النص إلى الدول الأعضاء في المنظمة وعددها ست وخمسون دولة.",
    "Les deux langues officielles de l'Organisation sont l'arabe et l'anglais.",
    "وستعمم الوثائق باللغتين العربية والإنجليزية، وهما اللغتان الرسميتان للمنظمة.",
    "Interpretation will be provided in the four official languages of the Organisation.",
    "L'interprétation sera assurée dans les cinq langues officielles de l'OCI.",
    "وستوفر الترجمة باللغات الرسمية الأربع للمنظمة.",
    "وستوزع الوثائق بأربع لغات رسمية في المنظمة.",
    "The Organisation's fifty-six Member States were consulted.",
    "وأرسلت النصوص إلى الدول الأعضاء كافة وعددها خمس وخمسون دولة.",
    "The next Islamic Summit will be held three years after the previous one.",
    "Le Sommet islamique se tient à intervalles de trois ans.",
    "وستنعقد القمة الإسلامية المقبلة بعد ثلاث سنوات من سابقتها.",
]
SUPPORTED = [
    "The Islamic Summit, which meets in ordinary session once every two years, will be informed.",
    "Before 2017 the Islamic Summit met every three years.",
    "The Islamic Summit adopted the programme, which is reviewed every five years.",
    "Le Sommet islamique se réunit en session ordinaire tous les deux ans.",
    "تعقد القمة الإسلامية مرة كل سنتين.",
    "The official languages of the OIC are Arabic, English and French.",
    "Canada has two official languages.",
    "The text goes to the Member States of the Organisation, numbering fifty-seven.",
    "Le texte va aux États membres de l'Organisation, au nombre de 57.",
    "ويوجه النص إلى الدول الأعضاء في المنظمة وعددها سبع وخمسون دولة.",
    "Les langues officielles de l'OCI sont l'arabe, l'anglais et le français.",
    "اللغات الرسمية للمنظمة هي العربية والإنجليزية والفرنسية.",
    "The Organisation's paper on the four official languages of the African Union is enclosed.",
    "L'Organisation a pris note des sept langues officielles de l'Union voisine.",
    "وستوفر الترجمة باللغات الرسمية الثلاث للمنظمة.",
    "The Organisation's fifty-seven Member States were consulted.",
    "وأرسلت النصوص إلى الدول الأعضاء كافة وعددها سبع وخمسون دولة.",
    "The next Islamic Summit will be held two years after the previous one.",
    "Le Sommet islamique se tient à intervalles de deux ans.",
    "وستنعقد القمة الإسلامية المقبلة بعد سنتين من سابقتها.",
]


@pytest.mark.parametrize("text", OPPOSED)
def test_sentence_against_a_standing_rule_of_the_organisation_is_found(
    reviewer: Reviewer, text: str
) -> None:
    assert "PRO019" in [finding.code for finding in reviewer.review(text).findings]


@pytest.mark.parametrize("text", SUPPORTED)
def test_sentence_that_keeps_to_the_rule_is_silent(reviewer: Reviewer, text: str) -> None:
    assert "PRO019" not in [finding.code for finding in reviewer.review(text).findings]


# What is awaited is not yet so; what a thing lasts for is so still.
AWAITED = (
    "The Syrian Arab Republic, whose membership is under suspension, will not be invited.",
    "So long as its suspension lasts, the Syrian Arab Republic will not be invited.",
    "The Syrian Arab Republic will not be invited as long as the suspension of its "
    "membership lasts.",
    "Pending the restoration of its membership, the Syrian Arab Republic takes no part "
    "in the meeting.",
    "Until its membership is restored, the Syrian Arab Republic shall not take part.",
    "The Syrian Arab Republic has yet to regain its membership.",
    "The Syrian Arab Republic cannot take part while it is suspended.",
    "La République arabe syrienne, dont la qualité de membre fait l'objet d'une "
    "suspension, n'est pas conviée.",
    "Tant que dure sa suspension, la République arabe syrienne n'est pas invitée.",
    "En attendant le rétablissement de sa qualité de membre, la République arabe "
    "syrienne ne siège pas.",
    "Jusqu'à la levée de sa suspension, la République arabe syrienne ne participe pas "
    "aux réunions.",
    "La République arabe syrienne ne peut participer tant qu'elle est suspendue.",
    "لم توجه الدعوة إلى الجمهورية العربية السورية لعدم استعادتها عضويتها.",
    "لا تدعى الجمهورية العربية السورية ما دامت عضويتها معلقة.",
    "إلى حين استعادة عضويتها لا تشارك الجمهورية العربية السورية في الاجتماع.",
    "الجمهورية العربية السورية، بوصفها عضوا معلقا، لا تصوت.",
    "لا تشارك الجمهورية العربية السورية في التصويت طالما استمر تعليق عضويتها.",
    "ريثما يرفع التعليق عن عضوية الجمهورية العربية السورية لا توجه إليها الدعوات.",
)
NOT_AWAITED = (
    "The Syrian Arab Republic, whose membership was suspended in 2012, was readmitted in 2025.",
    "The suspension of the Syrian Arab Republic ended on 7 March 2025.",
    "The meeting welcomed the end of the suspension of the membership of the Syrian Arab Republic.",
    "So long as its suspension lasted, the Syrian Arab Republic was not invited.",
    "Until its membership was restored in 2025, the Syrian Arab Republic took no part.",
    "The Syrian Arab Republic asked that flights be suspended until its airports are restored.",
    "The Syrian Arab Republic has regained its membership and its suspension is no "
    "longer in force.",
    "The restoration of the membership of the Syrian Arab Republic was welcomed.",
    "Pending the restoration of power to its hospitals, the Syrian Arab Republic asks "
    "for generators.",
    "The Syrian Arab Republic supports the suspension of the sanctions.",
    "Jusqu'au rétablissement de sa qualité de membre en 2025, la République arabe "
    "syrienne ne participait pas aux réunions.",
    "La République arabe syrienne a réintégré l'Organisation après la levée de sa suspension.",
    "La République arabe syrienne demande la suspension des mesures.",
    "استعادت الجمهورية العربية السورية عضويتها بعد رفع التعليق.",
    "كانت الجمهورية العربية السورية لا تدعى ما دامت عضويتها معلقة.",
    "بعد استعادة عضويتها تشارك الجمهورية العربية السورية في الاجتماع.",
    "تؤيد الجمهورية العربية السورية تعليق الرسوم.",
)


def test_what_is_awaited_or_lasts_is_told_as_of_today() -> None:
    today = date(2026, 6, 3)
    assert [text for text in AWAITED if not _contradicts(text, today)] == []
    assert [text for text in NOT_AWAITED if _contradicts(text, today)] == []


# What is set beside the name, and the seat that stands empty.
STRUCK = (
    "The Syrian Arab Republic, placed under suspension, may neither speak nor vote.",
    "Still under suspension, Syria may attend but not vote.",
    "The seat of Syria remains empty until further notice.",
    "The seat of the Syrian Arab Republic is vacant.",
    "La Syrie, visée par une mesure de suspension, n'a pas voix délibérative.",
    "Frappée de suspension, la Syrie ne saurait voter.",
    "Le siège de la République arabe syrienne demeure inoccupé.",
    "سوريا، الخاضعة للتعليق، لا يحق لها التصويت.",
    "ومقعد سوريا شاغر في الوقت الحاضر.",
    "وتبقى سوريا خارج القاعة إلى أن يرفع عنها تعليق العضوية.",
    "ولا تدعى سوريا إلى أن ترفع المنظمة تعليق عضويتها.",
    "والجمهورية العربية السورية، الموضوعة تحت طائلة التعليق، لا تشارك في التصويت.",
)
NOT_STRUCK = (
    "The Syrian Arab Republic, placed under suspension in 2012, recovered its seat.",
    "Frappée de suspension en 2012, la Syrie a retrouvé son siège.",
    "The seat of Syria is no longer vacant.",
    "Le siège de la Syrie n'est plus vacant.",
    "لم يعد مقعد سوريا شاغرا.",
    "سوريا، التي كانت خاضعة للتعليق، استعادت مقعدها.",
    "وتعمل سوريا في المنظمة إلى أن ترفع التقارير.",
    "Syria, subject to the rules of procedure, may vote.",
    "La Syrie, soumise à l'obligation de rapport, votera.",
    "The seat that Syria left vacant was filled in 2025.",
)


def test_words_beside_the_name_and_an_empty_seat_contradict_the_readmission() -> None:
    today = date(2026, 3, 1)
    assert [text for text in STRUCK if not _contradicts(text, today)] == []
    assert [text for text in NOT_STRUCK if _contradicts(text, today)] == []


def test_words_beside_the_name_and_an_empty_seat_were_true_before_it() -> None:
    assert [text for text in STRUCK if _contradicts(text, date(2020, 3, 1))] == []
