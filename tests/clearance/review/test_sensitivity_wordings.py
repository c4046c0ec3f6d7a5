# ruff: noqa: E501  (a wording that is broken at its end hides what it is about)
"""Sensitivity: own words in quotation marks, members listed, loaded wordings, marks that disagree."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind


def _told(text: str, level: Level = Level.WARN) -> list[str]:
    found = review(text, kind=Kind.LETTER).findings
    return [
        f"{one.code} {text[one.start : one.end]}"
        for one in found
        if one.check is Check.SENSITIVITY and one.level >= level
    ]


OWN_WORDS = [
    "On forms the name “Organisation of Islamic Countries” is to be written in full.",
    "Staff shall use the designation “Israeli Golan” on maps.",
    "A seminar on “the Israeli Golan” will be held in Jeddah.",
    "On emploiera dans les notes « Golan israélien ».",
    "L'appellation officielle est « Golan israélien ».",
    "Un atelier sur « le Golan israélien » se tiendra à Djeddah.",
    "تكتب عبارة «الجولان الإسرائيلي» في الخرائط.",
    "وتراعى التسميات المعتمدة، ولا سيما «الجولان الإسرائيلي».",
    "تعقد ندوة بعنوان «الجولان الإسرائيلي».",
    "The note on the file “Israeli Golan” will follow.",
    "Un point « Golan israélien » est inscrit en fin de liste.",
    "وترد ملاحظات الإدارة في ملف «الجولان الإسرائيلي».",
]
ANOTHERS_WORDS = [
    "The designation “Israeli Golan” is not to be used.",
    "Use “occupied Syrian Golan” instead of “Israeli Golan” on all maps.",
    "The occupying Power speaks of the “Israeli Golan”.",
    "It condemned the seminar on “the Israeli Golan”.",
    "On n'emploiera pas « Golan israélien ».",
    "La Puissance occupante parle du « Golan israélien ».",
    "Il condamne le colloque sur « le Golan israélien ».",
    "لا تكتب عبارة «الجولان الإسرائيلي» في الخرائط.",
    "وتتحدث القوة القائمة بالاحتلال عن «الجولان الإسرائيلي».",
    "يدين عقد ندوة بعنوان «الجولان الإسرائيلي».",
    "It rejected the item “Israeli Golan”.",
    "Il a condamné le point « Golan israélien ».",
]


@pytest.mark.parametrize("text", OWN_WORDS)
def test_quotation_marks_do_not_excuse_what_the_paper_says_itself(text: str) -> None:
    assert [each[:6] for each in _told(text)] == ["POL001"]


@pytest.mark.parametrize("text", ANOTHERS_WORDS)
def test_quoted_words_of_another_are_a_note(text: str) -> None:
    assert _told(text) == []
    assert "POL001" in [each[:6] for each in _told(text, Level.NOTE)]


@pytest.mark.parametrize(
    "text",
    [
        "Papers came from two Member States: the Republic of Senegal and the Syrian regime.",
        "Nine Member States replied in 2025, among them the Palestinian Authority.",
        "Neuf États membres ont répondu en 2025, dont l'Autorité palestinienne.",
        "Les délégations de la Malaisie et du régime syrien ont pris la parole.",
        "وردت ردود تسع دول أعضاء في عام 2025، ومنها السلطة الفلسطينية.",
        "وتحدث وفدا دولتين هما جمهورية السنغال والنظام السوري.",
    ],
)
def test_designation_in_the_place_of_a_members_name_is_warned(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The banks of the Palestinian Authority hold 3 accounts in 2025.",
        "Nine Member States replied in 2009, among them the Palestinian Authority.",
        "Les banques de l'Autorité palestinienne ont ouvert 3 comptes en 2025.",
        "أفادت مصارف السلطة الفلسطينية بذلك في عام 2025.",
    ],
)
def test_designation_elsewhere_is_a_note_at_most(text: str) -> None:
    assert _told(text) == []


WORDINGS = """\
La réunion de l'Organisation de coopération des pays musulmans est reportée.
La réunion de l'Organisation de coopération entre les États islamiques est reportée.
يعقد اجتماع منظمة التعاون بين الدول الإسلامية غدا.
It rejects what alters the status of Jerusalem, the eternal capital of Israel.
Aid will enter the Hamas-ruled enclave.
It noted the liberated territories east of Gaza.
It recalled Israel's right to defend itself.
The lands under Israeli administration were closed.
The visit will end at the Cave of the Patriarchs.
It takes note of the so-called occupation.
It speaks of the “State” of Palestine.
The disputed region of Karabakh was visited.
He met the Houthi government.
It will hear the regime in Damascus.
The meeting took up the disputed territories.
The territories described as occupied were closed.
Aid goes to failed States.
It spoke of the infidels.
The Islamic Cooperation Council will meet.
Il rejette toute atteinte au statut de Jérusalem, capitale éternelle d'Israël.
L'aide entrera dans l'enclave contrôlée par le Hamas.
Il rappelle le droit d'Israël à se défendre.
Les territoires sous contrôle israélien ont été fermés.
La visite s'achèvera au tombeau des Patriarches.
Il prend note de la prétendue occupation.
Il condamne les implantations israéliennes légales.
L'enclave arménienne a été visitée.
La réunion évoquera les territoires contestés.
Elle entendra le régime de Damas.
L'aide ira aux États faillis.
L'Alliance de la coopération islamique se réunira.
يرفض ما يمس وضع القدس، عاصمة إسرائيل.
تدخل المعونة قطاع غزة الخاضع لحماس.
وأشار إلى حق إسرائيل في الدفاع عن نفسها.
أغلقت الأراضي الخاضعة للإدارة الإسرائيلية.
تنتهي الزيارة عند مغارة المكفيلة.
وتحيط علما بالحصار المزعوم.
يدين الاحتلال لبناء الأحياء اليهودية.
وتحدث عن «دولة» فلسطين.
ويتناول الأوضاع في الأراضي المسماة محتلة.
ويستمع إلى عرض من النظام السوري.
تشارك الجماهيرية الليبية في عام 2026.
زار الوفد قره باغ المتنازع عليها.
تعقد منظمة التعاون العربي اجتماعها.
تعقد منظمة المؤتمرات الإسلامية اجتماعها."""
RIGHT = """\
L'Organisation de coopération et de développement économiques est invitée.
The former Syrian regime fell, and the disputed territories of Kirkuk in Iraq were visited.
It rejects the claim that Jerusalem, the capital of Israel, has another status.
It rejects the so-called right of Israel, and Israel's right to defend itself as a pretext.
The territories occupied by Israel, including Jerusalem, were closed.
The liberated territories of the Republic of Azerbaijan were visited near Gaza Street.
The Islamic Cooperation Youth Forum and the Gulf Cooperation Council will meet.
Il condamne la décision d'étendre la souveraineté israélienne sur le Golan.
Les territoires libérés de la République d'Azerbaïdjan ont été visités.
La Mosquée Al-Ibrahimi, dite tombeau des Patriarches, est fermée.
وتدين فرض السيادة الإسرائيلية على الجولان.
زار الوفد الأراضي المحررة في أذربيجان.
وتناول سقوط النظام السوري السابق.
تعقد منظمة التعاون الاقتصادي ومجلس التعاون لدول الخليج العربية اجتماعا."""


@pytest.mark.parametrize("text", WORDINGS.split("\n"))
def test_loaded_wording_is_warned(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize("text", RIGHT.split("\n"))
def test_right_or_rejected_wording_is_not_warned(text: str) -> None:
    assert _told(text) == []


MARKS = [
    ("CONFIDENTIAL\n\nText.\n\nDistribution: press and website", "Distribution: press and website"),
    ("SECRET\n\nText.\n\nClassification: Unclassified", "Classification: Unclassified"),
    ("SECRET\n\nText.\n\nClassification: Restricted", "Classification: Restricted"),
    ("RESTRICTED\n\nText. This memo will be posted on the internet.", "This memo will be posted"),
    ("CONFIDENTIEL\n\nTexte.\n\nClassification : non classifié", "Classification : non classifié"),
    ("Diffusion restreinte - à remettre à la presse\n\nTexte.", "à remettre à la presse"),
    ("CONFIDENTIEL\n\nTexte. La présente note sera mise en ligne.", "La présente note sera mise en ligne"),
    ("سري\n\nنص.\n\nدرجة السرية: للنشر", "درجة السرية: للنشر"),
    ("سري\n\nنص.\n\nالتوزيع: وسائل الإعلام", "التوزيع: وسائل الإعلام"),
    ("سري\n\nنص. تنشر هذه المذكرة على الموقع.", "تنشر هذه المذكرة على الموقع"),
]  # fmt: skip
ONE_MARK = [
    "CONFIDENTIAL - not for publication\n\nText.\n\nDistribution: Secretary-General",
    "CONFIDENTIAL\n\nText. This memo may not be posted.\n\ncc: Media Department; Press Office",
    "CONFIDENTIAL\n\nText.\n\nClassification: Confidential",
    "CONFIDENTIEL\n\nTexte.\n\nDiffusion : Cabinet (ne pas remettre à la presse)",
    "Diffusion restreinte - ne pas publier\n\nTexte.",
    "سري\n\nنص. لا تنشر هذه المذكرة على الموقع.\n\nالتوزيع: إدارة الإعلام",
    "Text.\n\nDistribution: press and website",
]


@pytest.mark.parametrize(("text", "opened"), MARKS)
def test_marked_paper_that_is_opened_elsewhere_is_warned(text: str, opened: str) -> None:
    assert f"POL009 {opened}" in _told(text)


@pytest.mark.parametrize("text", ONE_MARK)
def test_one_mark_alone_is_not_warned(text: str) -> None:
    assert not any(each.startswith("POL009") for each in _told(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The session will consider the Golan Heights under Israeli administration.", "POL001"),
        ("A paper on the sovereignty of Israel over the Jordan Valley is attached.", "POL001"),
        ("La séance portera sur le Golan sous administration israélienne.", "POL001"),
        ("تتناول الجلسة الجولان الخاضع للإدارة الإسرائيلية.", "POL001"),
        ("The panel will study the danger represented by Muslims in the north.", "POL001"),
        ("Le colloque étudie le danger que constitue l'islam.", "POL001"),
        ("تبحث الندوة في الخطر الذي يمثله الإسلام.", "POL001"),
        ("A study of the voluntary departure of the inhabitants of Gaza is enclosed.", "POL001"),
        ("Une étude sur l'émigration volontaire des Palestiniens est jointe.", "POL001"),
        ("ترفق دراسة عن الهجرة الطوعية لسكان غزة.", "POL001"),
    ],
)
def test_loaded_wording_of_a_place_a_faith_or_a_people_is_told(text: str, code: str) -> None:
    assert code in [each[:6] for each in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It rejects any attempt to place the Golan under Israeli administration.",
        "The hall under the administration of the Museum is open.",
        "La séance portera sur le Golan syrien occupé.",
        "تتناول الجلسة الجولان السوري المحتل.",
        "The panel will study the danger represented by floods.",
        "It rejects the label of a threat posed by Islam.",
        "Le colloque étudie le danger que constitue la sécheresse.",
        "It rejects the voluntary departure of the inhabitants of Gaza as a pretext.",
        "Une étude sur l'émigration volontaire des ingénieurs est jointe.",
        "ترفض المنظمة ما يسمى الهجرة الطوعية لسكان غزة.",
    ],
)
def test_rejected_wording_or_another_matter_is_not_told(text: str) -> None:
    assert _told(text) == []


MISNAMED = [
    "The Organisation of the Muslim Conference invites the experts.",
    "L'Organisation des conférences islamiques invite les experts.",
    "L'Organisation pour la Conférence islamique invite les experts.",
    "وتدعو منظمة مؤتمر التعاون الإسلامي الخبراء.",
    "وتدعو منظمة التعاون الاقتصادي الإسلامي الخبراء.",
    "Roads were built in Kashmir, a state of the Indian Union.",
    "On a bâti des routes au Cachemire, État de l'Union indienne.",
    "وشقت الطرق في كشمير، ولاية هندية.",
    "The wells lie in the Golan, an integral part of Israel.",
    "Les puits sont dans le Golan, partie intégrante d'Israël.",
    "وتقع الآبار في الجولان، وهو جزء لا يتجزأ من إسرائيل.",
    "Une note ira à l'entité sécessionniste du nord de Chypre.",
    "وترسل مذكرة إلى الكيان الانفصالي في شمال قبرص.",
    "ويتناول التقرير عودة من يسمون بالروهينغيا.",
]
RIGHTLY_NAMED = [
    "The Organisation of Islamic Cooperation invites the experts.",
    "The Council rejects the claim that the Golan is an integral part of Israel.",
    "Le Conseil rejette toute prétention selon laquelle le Golan, partie intégrante d'Israël, ...",
    "وتدعو منظمة التعاون الإسلامي الخبراء إلى مؤتمر التعاون الاقتصادي.",
    "The Standing Committee for Economic and Commercial Cooperation of the Organisation of Islamic Cooperation met.",
]


@pytest.mark.parametrize("text", MISNAMED)
def test_house_or_place_under_a_wrong_name_is_told(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize("text", RIGHTLY_NAMED)
def test_house_or_place_rightly_named_is_left_alone(text: str) -> None:
    assert _told(text) == []
