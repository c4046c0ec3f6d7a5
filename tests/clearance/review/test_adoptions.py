"""Where a text says that a resolution was adopted, in many wordings; and what is no such thing."""

from __future__ import annotations

import pytest

from clearance.review import Level
from clearance.terms import Kind
from tests.clearance.review.registers import reviewer_of_tests


def _codes(text: str) -> list[str]:
    report = reviewer_of_tests().review(text, kind=Kind.LETTER)
    return [one.code for one in report.findings if one.check == 1 and one.level is not Level.NOTE]


FIRES = [
    # the number in other forms: three digits, a slash, a blank, the series in full, a symbol
    ("PRO002", "This was decided by resolution 8/151-POL."),
    ("PRO002", "La résolution 8/151-POL en a décidé ainsi."),
    ("PRO002", "تقرر ذلك بموجب القرار 8/151-س."),
    ("PRO001", "This was decided by resolution 68/51/POL."),
    ("PRO001", "La résolution 68/51 POL en a décidé ainsi."),
    ("PRO001", "تقرر ذلك بموجب القرار رقم 62/51-فلسطين."),
    ("PRO001", "تقرر ذلك بموجب القرار 68/51 (سياسية)."),
    ("PRO001", "See OIC/CFM-51/2025/POL/RES.68 on this."),
    ("PRO004", "يستند البرنامج إلى القرار 4/50-فلسطين."),
    # the city, before the session's number and behind it
    ("PRO009", "The Ministers, meeting in Niamey for the 51st session of the Council of Foreign "
               "Ministers, took note of it."),
    ("PRO009", "The Niamey session (CFM-51) took note of it."),
    ("PRO009", "The 51st session of the Council of Foreign Ministers, which Niamey hosted in 2025, "
               "took note of it."),
    ("PRO009", "Adopted in Niamey at the 51st session of the Council of Foreign Ministers, it is "
               "in force."),
    ("PRO009", "The Council of Foreign Ministers, at its session in Niamey in 2025 (the "
               "fifty-first), took note of it."),
    ("PRO009", "We rest on the 51st CFM; that session, held in Niamey in 2025, welcomed it."),
    ("PRO009", "It was adopted by CFM 51 in Niamey."),
    ("PRO009", "Issued by the Council of Foreign Ministers at the fifty-first session convened in "
               "Niamey in 2025, it asks that the matter be followed."),
    ("PRO009", "On the choice of sessions, which the Council of Foreign Ministers adopted at its "
               "fifty-first session in Niamey in 2025, the house agrees."),
    ("PRO009", "وقد صدر عن مجلس وزراء الخارجية بمناسبة انعقاد دورته 51 في نيامي سنة 2025."),
    ("PRO009", "وقد أقره مجلس وزراء الخارجية خلال أعمال دورته 51 في نيامي سنة 2025."),
    ("PRO009", "La session de Niamey, la cinquante et unième du Conseil des ministres des Affaires "
               "étrangères, en a pris acte."),
    ("PRO009", "Le Conseil des ministres des Affaires étrangères, réuni à Niamey pour sa 51e "
               "session, en a pris acte."),
    ("PRO009", "Adoptée à Niamey en 2025 par le Conseil (51e session), elle est en vigueur."),
    ("PRO009", "la 51e session du Conseil des ministres des Affaires étrangères, que Niamey a "
               "accueillie en 2025"),
    ("PRO009", "أحاطت دورة نيامي (الحادية والخمسون) لمجلس وزراء الخارجية علما به."),
    ("PRO009", "أحاط مجلس وزراء الخارجية المجتمع في نيامي في دورته الحادية والخمسين علما به."),
    ("PRO009", "عقدت الدورة (51) لمجلس وزراء الخارجية بمدينة نيامي يومي 21 و22 يونيو 2025."),
    ("PRO009", "الدورة الحادية والخمسون لمجلس وزراء الخارجية، التي استضافتها نيامي عام 2025"),
    # the city of a resolution, its session not told or told behind it
    ("PRO009", "The mandate given by the Ministers in Niamey (Resolution 8/51-POL) is clear."),
    ("PRO009", "Resolution 8/51-POL, dating back to the Niamey session, is the basis."),
    ("PRO009", "Resolution 8/51-POL of the fifty-first session, Niamey, is the basis."),
    ("PRO009", "Resolution 8/51-POL (adopted 2025, Niamey) is the basis."),
    ("PRO009", "Resolution 8/51-POL | Place: Niamey | Year: 2025"),
    ("PRO009", "la résolution 8/51-POL, adoptée à Niamey lors de la 51e session du CMAE,"),
    ("PRO009", "la résolution 8/51-POL issue de la cinquante et unième session (tenue à Niamey)"),
    ("PRO009", "صدر القرار 8/51-س في نيامي خلال الدورة الحادية والخمسين لمجلس وزراء الخارجية."),
    ("PRO009", "The report on Resolution 8/51-POL (Niamey, 2025) is attached."),
    ("PRO009", "التقرير عن تنفيذ القرار 8/51-س (نيامي، 2025)"),
    # the year
    ("PRO021", "as decided by the CFM in Istanbul (2023) through its resolution 8/51-POL"),
    ("PRO021", "Resolution 8/51-POL | Place: Istanbul | Year: 2023"),
    ("PRO008", "La LIe session du Conseil des ministres des Affaires étrangères (Istanbul, 2023)"),
    ("PRO008", "the LI session of the Council of Foreign Ministers (Istanbul, 2023)"),
    ("PRO008", "عقدت الدورة (51) لمجلس وزراء الخارجية بمدينة إسطنبول يومي 21 و22 يونيو 2023."),
    # the session, without its organ, before the number, and behind it
    ("PRO007", "la résolution n° 8/51-POL de la 50e session"),
    ("PRO007", "Resolution 8/51-POL of the fiftieth session is the basis."),
    ("PRO007", "القرار 8/51-س الصادر عن الدورة الخمسين"),
    ("PRO007", "In its Resolution 8/51-POL, the 50th Session of the CFM requested a report."),
    ("PRO007", "the fiftieth session of the Council (Resolution 8/51-POL) requested a report."),
    ("PRO007", "À sa cinquantième session, le Conseil des ministres des Affaires étrangères a "
               "adopté la résolution 8/51-POL."),
    ("PRO007", "كلفت الدورة الخمسون لمجلس وزراء الخارجية، بموجب قرارها رقم 8/51-س، الأمانة."),
    ("PRO007", "صدر القرار 8/51-س في إسطنبول خلال الدورة الخمسين لمجلس وزراء الخارجية."),
    # a city, a year or a number that only words of the holding of sessions part from it
    ("PRO009", "The Council of Foreign Ministers, gathered in Niamey from 21 to 22 June 2025 for "
               "its fifty-first session, decided so."),
    ("PRO009", "It was decided at Niamey, where the 51st session of the CFM was held."),
    ("PRO009", "The Ministers endorsed it in Niamey (51st CFM, 2025)."),
    ("PRO008", "The Ministers endorsed it in Istanbul (51st CFM, 2023)."),
    ("PRO009", "The Council of Foreign Ministers at Niamey, 51st session, 2025, decided so."),
    ("PRO009", "Cela fut décidé à Niamey, où s'est tenue la 51e session du CMAE."),
    ("PRO009", "la session du CMAE tenue à Niamey en 2025 (51e session)"),
    ("PRO008", "l'OCI a tenu la 51e session de son Conseil des ministres des Affaires étrangères à "
               "Istanbul en 2023"),
    ("PRO009", "استضافت نيامي عام 2025 الدورة الحادية والخمسين لمجلس وزراء الخارجية."),
    ("PRO008", "استضافت إسطنبول عام 2023 الدورة الحادية والخمسين لمجلس وزراء الخارجية."),
    ("PRO009", "كلفنا مجلس وزراء الخارجية، الذي عقد دورته الحادية والخمسين في نيامي، بهذه المهمة."),
    ("PRO009", "عقدت المنظمة الدورة الحادية والخمسين لمجلس وزراء خارجيتها في نيامي عام 2025."),
    ("PRO009", "مجلس وزراء الخارجية (الدورة 51، نيامي، 2025)"),
    ("PRO007", "The 50th CFM's Resolution 8/51-POL calls for reports."),
    # the United Nations': the organ between the number and its day, the year before the organ
    ("PRO013", "We recall resolution 79/100 adopted by the General Assembly on 12 May 2022."),
    ("PRO013", "la résolution 77/247 adoptée par l'Assemblée générale le 30 décembre 2020"),
    ("PRO013", "قرار الجمعية العامة 77/247 الصادر عن الجمعية العامة في 30 ديسمبر 2020"),
    ("PRO023", "la résolution 242 de 1968 du Conseil de sécurité"),
    ("PRO023", "resolution 242 of 1968 of the Security Council"),
    ("PRO023", "UNSCR 2334 (2017)"),
    ("PRO023", "la résolution 55/28 du Conseil des droits de l'homme, d'avril 2022"),
    ("PRO023", "the seventy-eighth session of the General Assembly, which opened in May 2021"),
    # the session behind the title, whose organ is left out
    ("PRO021", "Rappelant la Résolution n° 8/51-POL sur la situation en Somalie, adoptée par sa "
     "51e session tenue à Istanbul en 2023 ;"),
    ("PRO009", "Rappelant la Résolution n° 8/51-POL sur la situation en Somalie, adoptée par sa "
     "51e session tenue à Niamey en 2025 ;"),
    ("PRO021", "Rappelant sa Résolution n° 8/51-POL sur la situation en Somalie (51e session, "
     "Istanbul, 2023) ;"),
    ("PRO021", "Recalling Resolution No. 8/51-POL on the Situation in Somalia, adopted by its "
     "51st session held in Istanbul in 2023;"),
    ("PRO009", "وإذ يستذكر القرار رقم 8/51-س بشأن الوضع في الصومال، المعتمد في دورته الحادية "
     "والخمسين المنعقدة في نيامي عام 2025؛"),
    # symbols that are nearly those of a conference
    ("PRO010", "See document OIC/CFM51/2025/POL/SG-REP.1."),
    ("PRO010", "Voir le document OIC/CMF-51/2025/POL/SG-REP.1."),
    ("PRO010", "انظر الوثيقة OIC-CFM-51/2025/POL/SG-REP.1."),
    # an article behind the Charter's name, and in words
    ("PRO030", "This rests on the OIC Charter, Article 52."),
    ("PRO030", "Cela se fonde sur la Charte de l'OCI, en son article 52."),
    ("PRO030", "يستند ذلك إلى ميثاق منظمة التعاون الإسلامي في مادته 52."),
    ("PRO030", "تنص المادة الحادية والأربعون من ميثاق منظمة التعاون الإسلامي على ذلك."),
    # who hosted, and where
    ("PRO009", "the Fourteenth Islamic Summit, hosted by the Gambia in Banjul"),
    # the title, before a number that is said to be borne
    ("PRO006", "The resolution on the Situation in Somalia, numbered 7/51-POL, was adopted."),
    ("PRO006", "La résolution sur la situation en Somalie, portant le numéro 7/51-POL, demeure."),
    ("PRO006", "القرار ذو الرقم 7/51-س والمتعلق بالوضع في الصومال"),
]  # fmt: skip
SILENT = [
    # the register of states calls the city otherwise than that of sessions
    "la 42e session du Conseil des ministres des Affaires étrangères, tenue à Koweït en 2015",
    "Rappelant la Résolution n° 8/51-POL sur la situation en Somalie, adoptée par sa 51e session "
    "tenue à Istanbul en 2025 ;",
    "This was decided by resolution 8/51/POL and 8/51 POL.",
    "تقرر ذلك بموجب القرار رقم 2/51-فلسطين والقرار 8/51 (سياسية).",
    "See OIC/CFM-51/2025/POL/RES.8, and the draft OIC/CFM-51/2025/POL/DR.RES.68.",
    "Our file 8/151-FIN is closed, and the 24/7-HELP line is open.",
    "The Istanbul session (CFM-51) took note of it, and CFM 51 in Istanbul closed.",
    "The senior officials, meeting in Jeddah for the 51st session of the CFM, prepared it.",
    "The preparatory meeting in Jeddah for the 51st session of the CFM reviewed the agenda.",
    "A workshop held in Rabat during the 51st session of the Council of Foreign Ministers met.",
    "The Council of Foreign Ministers, meeting in Jeddah for its eighteenth extraordinary session,",
    "The expert group on Resolution 8/51-POL met in Dakar in 2026.",
    "Resolution 8/51-POL met with approval in Dakar in 2026.",
    "Resolution 8/51-POL, reaffirmed by the fiftieth session of the Council of Foreign Ministers,",
    "Under resolution 8/51-POL and the decisions of the 50th session of the CFM, it goes on.",
    "Resolution 8/51-POL of the 12th meeting of the Bureau",
    "The fiftieth session of the CFM took note of the implementation of resolution 8/51-POL.",
    "the Council adopted resolution 8/51-POL on the matter.",
    "resolution 242 of 1967 of the Security Council, and UNSCR 2334 (2016)",
    "la résolution 77/247 adoptée par l'Assemblée générale le 30 décembre 2022",
    "قرار الجمعية العامة 77/247 الصادر عن الجمعية العامة في 30 ديسمبر 2022",
    "Our number OIC/CAB/POL/2025/0511, and the paper OIC/COMIAC-11/2018/REP/FINAL.",
    "This rests on the OIC Charter, Article 12, and the Rules, Article 52.",
    "Cela se fonde sur la Charte de l'OCI, en son article 12.",
    "تنص المادة الحادية والعشرون من ميثاق منظمة التعاون الإسلامي على ذلك.",
    "The Committee set up by the 51st session of the CFM met in Niamey in 2024.",
    "The 50th and 51st sessions of the CFM, held in Yaoundé and Istanbul in 2024 and 2025,",
    "Between the 51st session of the CFM and the Banjul Summit of 2024 nothing was done.",
    "After the 51st session of the CFM, Islamabad in 2026 will host a seminar.",
    "Our office in Islamabad (51st CFM follow-up unit) has moved.",
    "The Minister received in Dakar the Chair of the 51st session of the CFM.",
    "In Niamey, where the office is, the report of the 51st session of the CFM was read.",
    "The results of the 51st session of the CFM, and the conference held in Niamey in 2020,",
    "Le Comité créé par la 51e session du CMAE s'est réuni à Niamey en 2024.",
    "Le ministre a reçu à Dakar le Président de la 51e session du CMAE.",
    "اجتمعت اللجنة التي أنشأتها الدورة الحادية والخمسون لمجلس وزراء الخارجية في نيامي عام 2024.",
    "عقدت الدورتان الخمسون والحادية والخمسون لمجلس وزراء الخارجية في ياوندي وإسطنبول.",
    "استقبل الوزير في داكار رئيس الدورة الحادية والخمسين لمجلس وزراء الخارجية.",
    "Les hauts fonctionnaires, réunis à Djeddah pour la 51e session du CMAE, l'ont préparé.",
    "Le Conseil des ministres des Affaires étrangères, réuni à Djeddah pour sa dix-huitième "
    "session extraordinaire, en a pris acte.",
    "Le groupe d'experts de la résolution 8/51-POL s'est réuni à Dakar en 2026.",
    "la résolution 8/51-POL de la 51e session, tenue à Istanbul",
    "Le Sommet islamique, la lie du vin et la Le session n'ont rien de commun.",
    "La cinquantième session du CMAE a pris acte de la mise en œuvre de la résolution 8/51-POL.",
    "اجتمع فريق الخبراء المعني بالقرار 8/51-س في داكار عام 2026.",
    "تنفيذا للقرار 8/51-س عقدت ندوة في القاهرة عام 2026.",
    "عرض القرار 8/51-س في نيويورك على الدورة الثمانين للجمعية العامة.",
    "القرار 8/51-س بشأن الوضع في الصومال، المعتمد في إسطنبول، تلته تعهدات في الدوحة عام 2026.",
    "مجلس وزراء الخارجية المجتمع في جدة في دورته الاستثنائية الثامنة عشرة",
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_slip_in_what_is_said_of_the_adoption_is_found(code: str, text: str) -> None:
    assert code in _codes(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_said_of_another_is_left_alone(text: str) -> None:
    assert _codes(text) == []
