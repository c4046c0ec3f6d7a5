"""Which papers must say who approved them: all that go out under the house's number and day."""

from __future__ import annotations

import pytest

from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR
from tests.clearance.review.test_within_house import HOUSE

_TONGUES = (EN, FR, AR)
_NOTES = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nRef.: OIC/CAB/POL/2025/0012\n"
        "Jeddah, 14 October 2025\n\nNOTE VERBALE\n\nThe General Secretariat presents its "
        "compliments to the Embassy of the Republic of Turkey and has the honour to send the plan "
        "of the hall, where the experts will meet for two days in the first week of December. The "
        "Embassy is requested to tell the names of its delegates in good time, and to say which of "
        "them need a visa.\n\nThe General Secretariat avails itself of this opportunity to renew "
        "to the "
        "Embassy the assurances of its highest consideration.\n\n{}",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nSecrétariat général\n\nRéf. : "
        "OIC/CAB/POL/2025/0012\nDjeddah, le 14 octobre 2025\n\nNOTE VERBALE\n\nLe Secrétariat "
        "général présente ses compliments à l'Ambassade de la République de Türkiye et a l'honneur "
        "de lui envoyer le plan de la salle où les experts siégeront deux jours durant la première "
        "semaine de décembre. L'Ambassade est priée de communiquer en temps utile les noms de ses "
        "délégués et de dire lesquels ont besoin d'un visa.\n\nLe Secrétariat "
        "général saisit cette occasion pour "
        "renouveler à l'Ambassade les assurances de sa haute considération.\n\n{}",
    AR: "منظمة التعاون الإسلامي\nالأمانة العامة\n\nالرقم: OIC/CAB/POL/2025/0012\nجدة، 14 أكتوبر "
        "2025\n\nمذكرة شفوية\n\nتهدي الأمانة العامة أطيب تحياتها إلى سفارة جمهورية تركيا، وتتشرف "
        "بأن ترسل إليها مخطط القاعة التي سيجتمع فيها الخبراء يومين في الأسبوع الأول من شهر ديسمبر. "
        "ويرجى من السفارة التكرم بموافاتها في وقت مناسب بأسماء مندوبيها، وبيان من يحتاج منهم إلى "
        "تأشيرة دخول، حتى تتخذ الإدارة المختصة ما يلزم قبل الموعد بأسبوعين.\n\nوتغتنم الأمانة "
        "العامة هذه الفرصة لتعرب للسفارة عن فائق "
        "تقديرها.\n\n{}",
}  # fmt: skip
_ENCLOSURES = {EN: "Encl.: 1 (plan)", FR: "P.J. : 1 (plan)", AR: "المرفقات: 1 (المخطط)"}
_APPROVED = {
    EN: "Approved by: Mahmoud Al-Tayeb, Secretary-General, on 13 October 2025",
    FR: "Approuvé par : Mahmoud Al-Tayeb, Secrétaire général, le 13 octobre 2025",
    AR: "أذن بالإصدار الأمين العام محمود الطيب بتاريخ 13 أكتوبر 2025",
}
_DRAFTS = {
    EN: "{}\n14 October 2025\n\nORGANISATION OF ISLAMIC COOPERATION\n\nDRAFT RESOLUTION\nON WATER"
        "\n\nThe Council,\n\nRecalling the Charter,\n\n1. Welcomes the plan of the "
        "Secretariat for the wells of the dry regions, and the offers of the Member States that "
        "have them;\n\n2. Requests the "
        "Secretary-General to follow up.\n\n",
    FR: "{}\nLe 14 octobre 2025\n\nORGANISATION DE LA COOPÉRATION ISLAMIQUE\n\nPROJET DE "
        "RÉSOLUTION\nSUR L'EAU\n\nLe Conseil,\n\nRappelant la Charte,\n\n1. Accueille le plan "
        "du Secrétariat pour les puits des régions sèches, et les offres des États membres qui en "
        "ont, ainsi que les vœux des experts réunis cette année sur la question ;\n\n2. Prie "
        "le Secrétaire général d'en assurer le suivi.\n\n",
    AR: "{}\n14 أكتوبر 2025\n\nمنظمة التعاون الإسلامي\n\nمشروع قرار\nبشأن المياه\n\nإن المجلس،\n\n"
        "إذ يشير إلى الميثاق،\n\n1. يرحب بخطة الأمانة لآبار المناطق "
        "الجافة، وبعروض الدول الأعضاء التي تملكها، وبما أوصى به الخبراء في اجتماعهم هذا العام، "
        "وبما قدمته المؤسسات من دراسات في هذا المجال؛\n\n2. يطلب إلى الأمين العام متابعة ذلك."
        "\n\n",
}  # fmt: skip
_CONTRACTS = {
    EN: "CONTRACT FOR SERVICES\n\nNo. OIC/CAB/ADM/2025/0012\nJeddah, 14 October 2025\n\n"
        "Between the Organisation of Islamic Cooperation and the firm Nahda.\n\nArticle 1. Object\n"
        "The firm cleans the hall.\n\nArticle 2. Price\nIt is paid USD 4,000.\n\nSigned for the "
        "Organisation by Mahmoud Al-Tayeb, Secretary-General, and for the firm by its agent.\n\n",
    FR: "CONTRAT DE SERVICES\n\nN° OIC/CAB/ADM/2025/0012\nDjeddah, le 14 octobre 2025\n\nEntre "
        "l'Organisation de la coopération islamique et la société Nahda.\n\nArticle 1. Objet\nLa "
        "société nettoie la salle.\n\nArticle 2. Prix\nElle reçoit 4 000 USD.\n\nSigné pour "
        "l'Organisation par Mahmoud Al-Tayeb, Secrétaire général, et pour la société par son "
        "mandataire.\n\n",
    AR: "عقد خدمات\n\nالرقم: OIC/CAB/ADM/2025/0012\nجدة، 14 أكتوبر 2025\n\nبين منظمة "
        "التعاون الإسلامي وشركة النهضة.\n\nالمادة 1: الموضوع\nتنظف الشركة القاعة."
        "\n\nالمادة 2: الثمن\n"
        "تتقاضى الشركة 4,000 دولار.\n\nوقعه عن المنظمة محمود الطيب، الأمين العام، وعن الشركة "
        "وكيلها.\n\n",
}  # fmt: skip


def _lacks_line(text: str, kind: Kind, language: Language) -> bool:
    findings = HOUSE.review(text, kind=kind, language=language).findings
    return any(one.code == "LEG030" and one.level is not Level.NOTE for one in findings)


@pytest.mark.parametrize("language", _TONGUES)
def test_note_verbale_that_goes_out_whole_tells_who_approved_it(language: Language) -> None:
    note, enclosed = _NOTES[language], _ENCLOSURES[language]

    assert _lacks_line(note.format(enclosed), Kind.NOTE_VERBALE, language)
    approved = note.format(f"{_APPROVED[language]}\n{enclosed}")
    assert not _lacks_line(approved, Kind.NOTE_VERBALE, language)
    assert not _lacks_line(note.format(""), Kind.NOTE_VERBALE, language)


@pytest.mark.parametrize("language", _TONGUES)
def test_draft_with_a_number_of_the_house_tells_who_approved_it(language: Language) -> None:
    draft = _DRAFTS[language]
    numbered = draft.format("OIC/CAB/POL/2025/0012")

    assert _lacks_line(numbered, Kind.DRAFT_RESOLUTION, language)
    assert not _lacks_line(numbered + _APPROVED[language], Kind.DRAFT_RESOLUTION, language)
    of_conference = draft.format("OIC/CFM-52/2025/POL/DR.RES.4")
    assert not _lacks_line(of_conference, Kind.DRAFT_RESOLUTION, language)


_SEALS = {
    EN: ("Seal of the General Secretariat", "[Initials and seal]"),
    FR: ("Sceau du Secrétariat général", "(Paraphe et sceau)"),
    AR: ("خاتم الأمانة العامة", "(توقيع بالأحرف الأولى وختم)"),
}
_MISSIONS = {
    EN: ("General Secretariat", "Permanent Observer Mission to the United Nations, Vienna"),
    FR: ("Secrétariat général", "Mission d'observation auprès de l'Office de Genève"),
    AR: ("الأمانة العامة\n\n", "بعثة المراقبة لدى الأمم المتحدة\n\n"),
}


@pytest.mark.parametrize("language", _TONGUES)
def test_seal_or_a_mission_of_its_own_and_a_number_below_the_head_need_no_line(
    language: Language,
) -> None:
    note, enclosed = _NOTES[language], _ENCLOSURES[language]
    head = _DRAFTS[language].partition("\n\n")[2].partition("\n\n")[0]
    draft = _DRAFTS[language].replace(head + "\n\n", "", 1)

    for seal in _SEALS[language]:
        assert not _lacks_line(note.format(f"{seal}\n\n{enclosed}"), Kind.NOTE_VERBALE, language)
    of_mission = note.replace(*_MISSIONS[language], 1)
    assert of_mission != note
    assert not _lacks_line(of_mission.format(enclosed), Kind.NOTE_VERBALE, language)
    below = f"{head}\n\n{draft}".format("OIC/CAB/POL/2025/0012")
    assert not _lacks_line(below, Kind.DRAFT_RESOLUTION, language)


@pytest.mark.parametrize("language", _TONGUES)
def test_contract_of_the_house_needs_the_line_whoever_signs_it(language: Language) -> None:
    contract = _CONTRACTS[language]

    assert _lacks_line(contract, Kind.CONTRACT, language)
    assert not _lacks_line(contract + _APPROVED[language], Kind.CONTRACT, language)
