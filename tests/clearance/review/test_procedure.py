"""The check of resolutions, sessions, symbols and decisions: what fires, and the near misses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from clearance.review import Reviewer
from clearance.review.checks import procedure
from clearance.review.context import Context
from clearance.review.finding import Level
from clearance.review.paper import Paper
from clearance.review.particulars import Particulars
from clearance.terms import Kind, Language
from tests.clearance.review.registers import reviewer_of_tests


@cache
def _with_periods() -> Reviewer:
    periods = ("documents_circulated", "invitation", "agenda_items")
    return Reviewer(
        Context(parameters={f"{period}_days_before": Decimal(30) for period in periods})
    )


def _codes(text: str, *, dated: date | None = None, periods: bool = False) -> list[str]:
    reviewer = _with_periods() if periods else reviewer_of_tests()
    report = reviewer.review(text, kind=Kind.REPORT, particulars=Particulars(dated=dated))
    return [finding.code for finding in report.findings if finding.check == 1]


FIRES = [
    # a resolution that does not exist
    ("PRO001", "Pursuant to Resolution No. 92/51-PAL on the City of Al-Quds Al-Sharif,"),
    ("PRO001", "conformément à la résolution n°14/51-POL relative au Sahel,"),
    ("PRO001", "عملا بالقرار رقم ٢٧/٥١ – س بشأن الوضع في الصومال،"),
    ("PRO001", "as set out in resolution 2/ 48 - E,"),
    # numbers that share session and series
    ("PRO001", "as decided in resolutions 92, 7 and 8/51-POL,"),
    ("PRO001", "par les résolutions 92, 7 et 8/51-POL,"),
    ("PRO001", "بموجب القرارات 92 و7 و8/51-س،"),
    ("PRO022", "as the document OIC/CFM-51/2025/POL/SG-REP.2 says"),
    ("PRO022", "selon le document OIC/CFM-51/2025/POL/SG-REP.2"),
    ("PRO022", "كما ورد في الوثيقة OIC/CFM-51/2025/POL/SG-REP.2"),
    ("PRO002", "as decided in resolution 3/79-POL,"),
    ("PRO002", "par la résolution 3/79-ORG,"),
    ("PRO002", "بموجب القرار 215/44 - س،"),
    ("PRO003", "by resolution 9/50-PAL,"),
    ("PRO003", "par la résolution 9/50-PAL,"),
    ("PRO003", "القرار 9/50 - فل،"),
    # a series of five letters is one like others
    ("PRO001", "as decided in resolution 92/51-ICHAD,"),
    ("PRO001", "par la résolution 92/51-ICHAD,"),
    # the year before the session, and a session whose organ is named by half or apart
    ("PRO008", "The decision taken at Istanbul in 2023 by the 51st session of the Council of "
               "Foreign Ministers"),
    ("PRO008", "It was in 2022 that the 51st session of the Council of Foreign Ministers met."),
    ("PRO008", "In 2022 the Council, at its fifty-first session in Istanbul, decided so."),
    ("PRO008", "At its 51st session (Istanbul, 2022), the Council of Foreign Ministers decided."),
    ("PRO008", "En 2022, le Conseil, à sa 51e session tenue à Istanbul, en a décidé."),
    ("PRO008", "La décision prise à Istanbul en 2024 par la 51e session du CMAE demeure."),
    ("PRO008", "وفي عام 2022 قرر المجلس، في دورته 51 المعقودة في إسطنبول، ذلك."),
    ("PRO008", "وفي سنة 2022 نظرت الدورة 51 لمجلس وزراء الخارجية في هذا البند."),
    ("PRO008", "We recall the Istanbul session of 2024 (fifty-first CFM)."),
    ("PRO008", "Nous rappelons la session d'Istanbul de 2023 (51e session du CMAE)."),
    # the title after a colon, behind the session, and told as what it deals with
    ("PRO006", "Resolution No. 7/51-POL: The Situation in Somalia"),
    ("PRO006", "Resolution 7/51-POL, which deals with the Situation in Somalia, asks for it."),
    ("PRO006", "Resolution 7/51-POL of the 51st session of the Council of Foreign Ministers on the "
               "Situation in Somalia is attached."),
    ("PRO006", "La résolution 7/51-POL, qui traite de la situation en Somalie, le demande."),
    ("PRO006", "القرار رقم 7/51-س: الوضع في الصومال"),
    # the title between dashes, and under "under the title"
    ("PRO006", "Resolution 7/51-POL – The Situation in Somalia – was circulated."),
    ("PRO006", "Sous le titre « La situation en Libye », la résolution 8/51-POL énonce cela."),
    # superseded and expired
    ("PRO004", "The programme rests on Resolution 4/50-PAL and continues."),
    ("PRO004", "Le programme se fonde sur la Résolution N° 4/50-PAL."),
    ("PRO004", "يستند البرنامج إلى القرار 4/50-فل."),
    ("PRO005", "Resolution 3/48-E asks Member States to report."),
    ("PRO005", "La résolution 3/48-E demande un rapport."),
    ("PRO005", "يطلب القرار 3/48 - ق تقريرا."),
    # another title, before the number or after it, quoted or not, over a line break
    ("PRO006", "Resolution 7/51-POL on the Situation in Somalia, adopted"),
    ("PRO006", "Resolution 7/51-POL, entitled “The Situation in Libya”, which"),
    ("PRO006", "the resolution on the Situation in Libya (No. 8/51-POL)"),
    ("PRO006", "Resolution 7/51-POL on the Situation\nin Somalia, adopted"),
    ("PRO006", "la résolution 8/51-POL sur la situation au Mali et dans la région du Sahel, "
               "adoptée"),
    ("PRO006", "la résolution « La situation en Libye » (8/51-POL)"),
    ("PRO006", "القرار 8/51 - س بشأن الوضع في ليبيا الصادر عن المجلس"),
    ("PRO006", "القرار رقم 7/51-س المعنون «الوضع في الصومال»"),
    ("PRO006", "Resolution 7/51-POL (The Situation in Somalia) asks"),
    # a state whose name another's begins with
    ("PRO006", "Resolution 8/51-POL on the Situation in South Somalia, adopted"),
    # a session that the register passes over, between those that it has
    ("PRO008", "the 49th Session of the Council of Foreign Ministers, held in Nouakchott in 2021,"),
    ("PRO008", "on the Agenda of Sessions (Council of Foreign Ministers, 50th Session, "
               "Yaoundé, 2018)"),
    ("PRO008", "المعتمد في إسلام آباد عام 2021 من الدورة 48 لمجلس وزراء الخارجية"),
    # another session than the number's own
    ("PRO007", "Resolution 8/51-POL, which the 50th Session of the Council of Foreign "
               "Ministers passed"),
    ("PRO007", "la résolution 8/51-POL, que la cinquantième session du Conseil des ministres des "
               "Affaires étrangères a adoptée"),
    ("PRO007", "Resolution 8/51-POL adopted by the 50th Session of the Council of Foreign "
               "Ministers"),
    ("PRO007", "la résolution 8/51-POL, adoptée par la cinquantième session du Conseil des "
               "ministres "
               "des Affaires étrangères"),
    ("PRO007", "القرار 8/51 - س الصادر عن الدورة الخمسين لمجلس وزراء الخارجية"),
    # a session's year
    ("PRO008", "the 51st Session of the Council of Foreign Ministers, held in Istanbul in 2024,"),
    ("PRO008", "the Council of Foreign Ministers, at its fifty-first session (Istanbul, 21-22 June "
               "2026), decided"),
    ("PRO021", "Resolution 8/51-POL of 2024 asks"),
    ("PRO021", "la résolution 8/51-POL de 2023, adoptée"),
    ("PRO021", "القرار 8/51 - س لعام 2022 بشأن الوضع في الصومال"),
    ("PRO021", "Resolution 8/51-POL, adopted in Istanbul on 22 June 2023, asks"),
    ("PRO008", "le Conseil des ministres des Affaires étrangères à la 51e session, convoquée à "
               "Istanbul en 2022"),
    ("PRO008", "الدورة الحادية والخمسون لمجلس وزراء الخارجية، المجتمعة في إسطنبول سنة 2022"),
    ("PRO008", "la 51e session du Conseil des ministres des Affaires étrangères, tenue à Istanbul "
               "les 21 et 22 juin 2024"),
    ("PRO008", "الدورة الحادية والخمسون لمجلس وزراء الخارجية المنعقدة في إسطنبول عام 2023"),
    ("PRO008", "a decision that the 51st Session of the Council of Foreign Ministers rendered, "
               "sitting in Istanbul in 2024,"),
    ("PRO008", "une décision que la 51e session du Conseil des ministres des Affaires étrangères a "
               "rendue à Istanbul en 2024"),
    ("PRO008", "وهو نص اعتمدته الدورة الحادية والخمسون لمجلس وزراء الخارجية وقد التأمت في إسطنبول "
               "عام 2023"),
    ("PRO021", "Resolution 8/51-POL, voted at the Fifty-first Session in Istanbul in 2023, asks"),
    ("PRO008", "القمة الإسلامية الرابعة عشرة (مكة المكرمة، 2017)"),
    ("PRO008", "the 14th Islamic Summit, held in Makkah in 2020"),
    # a session's city
    ("PRO009", "the 51st session of the Council of Foreign Ministers held in Niamey in 2025"),
    ("PRO009", "resolution 8/51-POL, adopted in Niamey, asks"),
    ("PRO009", "resolution 8/51-POL, adopted by its Fifty-first Session, held in Niamey"),
    ("PRO007", "resolution 8/51-POL, adopted at its fiftieth session, asks"),
    ("PRO007", "la résolution 8/51-POL, adoptée lors de sa cinquantième session, à Istanbul"),
    ("PRO007", "القرار 8/51-س الصادر عن دورته الخمسين"),
    ("PRO009", "la résolution 8/51-POL, adoptée à Niamey,"),
    ("PRO009", "القرار 8/51-س الصادر في نيامي"),
    ("PRO006", "la résolution 7/51-POL relative au commerce, au tourisme et aux transports"),
    ("PRO009", "la 51ème session du Conseil des ministres des Affaires étrangères tenue à Bakou "
               "en 2025"),
    ("PRO009", "الدورة 51 لمجلس وزراء الخارجية المنعقدة في نيامي عام 2025"),
    ("PRO009", "at its 50th session, the Council of Foreign Ministers ... the 50th CFM (Dakar, "
               "2024)"),
    # symbols
    ("PRO010", "See document OIC/CFM-50/POL/2024/RES for the text."),
    ("PRO010", "Voir le document OIC/CFM-50/POL/2024/RES."),
    ("PRO010", "انظر الوثيقة OIC/CFM-50/POL/2024/RES"),
    ("PRO011", "See document OIC/CFM-50/2023/POL/RES/FINAL."),
    ("PRO011", "Voir le document OIC/CFM-50/2023/POL/RES/FINAL."),
    ("PRO011", "الوثيقة OIC/CFM-50/2023/POL/RES/FINAL"),
    # resolutions of the United Nations
    ("PRO013", "General Assembly resolution 79/9 of 18 November 2023 recalls"),
    # no blank behind the comma of the year before
    ("PRO013", "General Assembly resolutions 77/6 of 9 November 2022,79/9 of 18 November 2023 and"),
    ("PRO013", "the letter on General Assembly resolution 79/9 of 18 November 2023"),
    ("PRO008", "the eleventh Islamic Summit on 13 March 2009, held in Dakar in 2009, decided so."),
    ("PRO013", "la résolution 79/9 de l’Assemblée générale ... 79/9 du 18 novembre 2023"),
    ("PRO013", "قرار الجمعية العامة 79/9 المؤرخ 18 نوفمبر 2023"),
    ("PRO014", "resolutions 71/30 and 71/31 of 6 December 2016"),
    ("PRO014", "la résolution 71/31 du 15 décembre 2016"),
    ("PRO014", "القرار 71/31 المؤرخ 7 ديسمبر 2016"),
    ("PRO015", "Resolution 70/12 of 1 December 2015 stands. Resolution 70/12 of 2 December 2015 "
               "too."),
    ("PRO015", "La résolution 70/12 du 1er décembre 2015 ; la résolution 70/12 du 2 décembre 2015"),
    ("PRO015", "القرار 70/12 المؤرخ 1 ديسمبر 2015 والقرار 70/12 المؤرخ 2 ديسمبر 2015"),
    ("PRO016", "its resolution 71/40 of 15 December 2016"),
    ("PRO016", "sa résolution 71/40 du 15 décembre 2016"),
    ("PRO016", "قرارها 71/40 المؤرخ 15 ديسمبر 2016"),
    ("PRO017", "Resolution 5/47-POL on Libya, and Resolution 5/47-POL on Kosovo, say so."),
    ("PRO017", "La résolution 5/47-POL sur la Libye, et la résolution 5/47-POL sur le Kosovo, le "
               "disent."),
    ("PRO017", "القرار 5/47 - س بشأن ليبيا، والقرار 5/47 - س بشأن كوسوفو، يقولان ذلك."),
    ("PRO018", "Security Council resolution 1325 (2000) and resolution 1325 (2001)"),
    ("PRO018", "la résolution 1325 (2000) et la résolution 1325 (2001) du Conseil de sécurité"),
    ("PRO018", "قرار مجلس الأمن 1325 (2000) والقرار 1325 (2001)"),
    # years of the United Nations' resolutions and sessions
    ("PRO023", "Security Council resolution 2334 (2017) condemned the settlements."),
    ("PRO023", "Security Council resolutions 242 (1967), 338 (1973) and 1397 (2001)"),
    ("PRO023", "Security Council resolution 1325 (2000) of 31 October 2003"),
    ("PRO023", "La résolution 2334 (2017) du Conseil de sécurité condamne les colonies."),
    ("PRO023", "أكد قرار مجلس الأمن رقم 2334 لعام 2017 ذلك."),
    ("PRO023", "the document S/RES/2728 (2023)"),
    ("PRO023", "Security Council resolution 2334, adopted on 23 December 2017, says so."),
    ("PRO023", "The Assembly, by resolution 194 (IV) of 11 December 1948, decided so."),
    ("PRO023", "par la résolution 194 (IV) du 11 décembre 1948"),
    ("PRO023", "القرار 194 (د-4) المؤرخ 11 كانون الأول/ديسمبر 1948"),
    ("PRO023", "at the seventy-ninth session of the General Assembly, held in 2022,"),
    ("PRO023", "à la 79e session de l’Assemblée générale des Nations Unies, tenue en 2022,"),
    ("PRO023", "في الدورة التاسعة والسبعين للجمعية العامة للأمم المتحدة المعقودة عام 2022"),
    ("PRO023", "the text of A/RES/79/81, adopted in 2022, says so"),
    ("PRO023", "Human Rights Council resolution 47/1 of 12 July 2019"),
    ("PRO023", "la résolution 47/1 du Conseil des droits de l’homme du 12 juillet 2019"),
    ("PRO023", "قرار مجلس حقوق الإنسان رقم 47/1 لعام 2019"),
    ("PRO025", "Official Records of the General Assembly, Seventy-sixth Session, Supplement No. 20 "
               "(A/74/20)"),
    # acts numbered by their year
    ("PRO024", "Law No. 12 of 2017, dated 3 March 2018, says so."),
    ("PRO024", "Vu le décret n° 2017-141/PR du 20 décembre 2018 fixant le ressort"),
    ("PRO024", "القانون رقم (5) لسنة 2017 الصادر بتاريخ 3 مارس 2018"),
    # decisions
    ("PRO019", "The Syrian Arab Republic, whose membership has been suspended since 2012, is "
               "absent."),
    ("PRO019", "Syria's membership in the OIC is still suspended."),
    ("PRO019", "The suspension of the membership of Syria remains in force."),
    ("PRO019", "The Syrian Arab Republic has not been readmitted to the Organisation."),
    ("PRO019", "La République arabe syrienne demeure suspendue de sa qualité de membre."),
    ("PRO019", "La participation de la Syrie à l’Organisation est toujours gelée."),
    ("PRO019", "La Syrie n’a pas été réintégrée dans l’Organisation."),
    ("PRO019", "ما زالت عضوية سوريا في المنظمة مجمدة."),
    ("PRO019", "وتبقى عضوية الجمهورية العربية السورية معلقة."),
    ("PRO019", "The General Secretariat establishes the Water Fund for the Sahel."),
    ("PRO019", "Le Secrétariat crée le Fonds de l’eau."),
    ("PRO019", "تقرر إنشاء صندوق المياه."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_slip_in_citation_or_decision_is_found(code: str, text: str) -> None:
    assert code in _codes(text)


SILENT = [
    "Resolution 8/51-POL, which the 51st Session of the Council of Foreign Ministers passed, asks",
    "the 49th Session of the Council of Foreign Ministers, held in Nouakchott in 2023,",
    "on the Agenda of Sessions (Council of Foreign Ministers, 50th Session, Yaoundé, 2024)",
    "المعتمد في إسلام آباد عام 2022 من الدورة 48 لمجلس وزراء الخارجية",
    "Law No. 12 of 2017, dated 3 March 2017, says so.",
    "Vu le décret n° 2017-141/PR du 20 décembre 2017 fixant le ressort",
    "Vu le décret n° 2021-114/PRE du 2 janvier 2022 portant remaniement ministériel",
    "Le rapport 2017-2018 du 20 décembre 2018 fixe le ressort.",
    "القانون رقم (5) لسنة 2017 الصادر بتاريخ 3 مارس 2017",
    "Official Records of the General Assembly, Seventy-fourth Session, Supplement No. 20 (A/74/20)",
    # years that fit, on either side of a new year too, and numbers of other bodies
    "Security Council resolutions 242 (1967), 338 (1973) and 2768 (2025)",
    "La résolution 2334 (2016) du Conseil de sécurité condamne les colonies.",
    "أكد قرار مجلس الأمن رقم 2334 لعام 2016 ذلك.",
    "Security Council resolution 171 of 9 April 1962",
    "General Assembly resolution 194 (III) of 11 December 1948 and resolution 1 (I) of 24 January "
    "1946",
    "la résolution 194 (III) du 11 décembre 1948",
    "القرار 194 (د-3) المؤرخ 11 كانون الأول/ديسمبر 1948",
    "the seventy-ninth session of the General Assembly, held in 2025",
    "la 79e session de l’Assemblée générale des Nations Unies, tenue en 2024,",
    "الدورة التاسعة والسبعين للجمعية العامة للأمم المتحدة المعقودة عام 2024",
    "the seventy-ninth session of the General Assembly of the Chamber, held in 2022,",
    "Human Rights Council resolution 47/1 of 12 July 2021",
    "la résolution 47/1 du Conseil des droits de l’homme du 12 juillet 2021",
    "قرار مجلس حقوق الإنسان رقم 47/1 لعام 2021",
    "resolution WHA 74/7 and World Health Assembly resolution 74/7 of 31 May 2021",
    "la résolution 62/11 de l’Agence internationale de l’énergie atomique du 20 septembre 2018",
    "the African Union Peace and Security Council met 12 times in resolution 3 of 2019",
    "the Centre de Libreville 1 (2000) and annex 2 (2002)",
    "as decided in resolutions 7 and 8/51-POL,",
    "Resolution 7/51-POL (as printed in the annex) asks",
    "par les résolutions 7 et 8/51-POL,",
    "بموجب القرارين 7 و8/51-س،",
    "On 12 June, 92 and more members met under 8/51-POL,",
    "as the documents OIC/CFM-51/2025/POL/SG-REP.1 and OIC/CFM-51/2025/PAL/RES say",
    "Pursuant to Resolution No. 2/51-PAL on the City of Al-Quds Al-Sharif, adopted by the 51st "
    "Session of the Council of Foreign Ministers held in Istanbul in 2025, I have the honour to "
    "inform you that a meeting will be held from 28 April 2026 to 2 May 2026.",
    "En application de la Résolution N° 7/51-POL sur la situation au Mali et dans la région du "
    "Sahel, "
    "adoptée par la 51ème session du Conseil des ministres des Affaires étrangères tenue à "
    "Istanbul "
    "les 21 et 22 juin 2025, une réunion aura lieu en 2026.",
    "عملا بالقرار رقم 8/51 - س بشأن الوضع في الصومال الصادر عن الدورة 51 لمجلس وزراء الخارجية "
    "المنعقدة في إسطنبول عام 2025، أتشرف بإحاطتكم علما بأن الاجتماع سيعقد عام 2026.",
    "Resolution 7/51-Pol on Mali and the Sahel calls for aid.",
    "Resolution 7/51-POL (“Situation in Mali and the Sahel region”)",
    "la résolution 8/51-POL relative à la situation en Somalie",
    "القرار ٨/٥١ – س حول الوضع في الصومال",
    "Resolution 3/48-E has expired.",
    "La résolution 4/50-PAL, remplacée par la résolution 2/51-PAL, le disait.",
    "القرار 4/50-فل الذي حل محله القرار 2/51-فل",
    "Resolution 12/14-C(IS) of the 14th Islamic Summit (Makkah Al-Mukarramah, 31 May 2019)",
    "القرار 12/14 - ث (ق.أ) الصادر عن القمة الإسلامية الرابعة عشرة المنعقدة في مكة المكرمة عام "
    "2019",
    "a report on resolution 8/51-POL to the 52nd session of the Council of Foreign Ministers",
    "un rapport sur la résolution 8/51-POL à la 52ème session du Conseil des ministres des "
    "Affaires "
    "étrangères",
    "تقرير عن القرار 8/51 - س إلى الدورة 52 لمجلس وزراء الخارجية",
    "the 51st session of the Council of Foreign Ministers, hosted by Türkiye in June 2025",
    "OIC/CFM-50/2024/POL/RES/FINAL, ICFM/25-98/FC and the letter OIC/CAB/PAL/2025/4239",
    "الوثيقة OIC/CFM-51/2025/PAL/SG.REP",
    "le document OIC/CFM-50/2024/POL/DR.RES",
    "its resolutions 71/31 and 71/51 of 5 December 2016, 71/55 of 6 December 2016",
    "ses résolutions 71/31 du 5 décembre 2016 et 71/60 du 6 décembre 2016",
    "قرارها 71/31 المؤرخ 5 ديسمبر 2016",
    "resolutions 67/234 A of 24 December 2012 and 67/234 B of 2 April 2013",
    "resolution S-27/2 of 11 May 2002 and resolution ES-10/19 of 21 December 2017",
    "the file 24/7 of 3 May 2001 is 50/50, see A/80/534 and 12/05/2016",
    "Security Council resolutions 1325 (2000) and 1889 (2009)",
    "La résolution 1325 (2000) et encore la résolution 1325 (2000)",
    "القرار 1325 (2000) ثم القرار 1325 (2000)",
    # the year before the session, and a session whose organ is named by half or apart
    "The decision taken at Istanbul in 2025 by the 51st session of the CFM",
    "a decision that the 51st Session of the Council of Foreign Ministers rendered, sitting in "
    "Istanbul in 2025,",
    "the 51st Session of the Council of Foreign Ministers gave it to a forum in Istanbul in 2023",
    "une décision que la 51e session du Conseil des ministres des Affaires étrangères a rendue à "
    "Istanbul en 2025",
    "وهو نص اعتمدته الدورة الحادية والخمسون لمجلس وزراء الخارجية وقد التأمت في إسطنبول عام 2025",
    "In 2025 the Council, at its fifty-first session in Istanbul, decided so.",
    "In 2019 the Council, at its fifty-first session in Geneva, decided so.",
    "General Assembly resolutions 77/6 of 9 November 2022,79/9 of 18 November 2024 and others",
    # a year above the organ's name numbers no session of it
    "Jeddah (Tuesday, 12 May 2026)\n\nThe Council of Foreign Ministers, at its 50th session held "
    "in Yaoundé in 2024, decided so.",
    "Reports were submitted in 2019 to the 51st session of the Council of Foreign Ministers.",
    "En 2025, le Conseil, à sa 51e session tenue à Istanbul, en a décidé.",
    "le Conseil des ministres des Affaires étrangères à la 51e session, convoquée à Istanbul en "
    "2025",
    "الدورة الحادية والخمسون لمجلس وزراء الخارجية، المجتمعة في إسطنبول سنة 2025",
    "À sa 51e session (Istanbul, 2025), le Conseil des ministres des Affaires étrangères a décidé.",
    "وفي عام 2025 قرر المجلس، في دورته 51 المعقودة في إسطنبول، ذلك.",
    "The Assembly, by resolution 76/254 (15 March 2022), decided so.",
    "Resolution 7/51-POL – a copy is attached – was sent to all.",
    "Resolution 7/51-POL, which deals with many matters, was sent to all.",
    "Resolution 7/51-POL: a copy is attached.",
    "We recall the Istanbul session of 2025 (fifty-first CFM).",
    "The Syrian Arab Republic has been readmitted to the Organisation.",
    "The membership of Syria, suspended in 2012, was resumed in 2025.",
    "Syria's membership was suspended in August 2012.",
    "The membership of the Syrian Arab Republic is no longer suspended.",
    "La qualité de membre de la Syrie n’est plus suspendue.",
    "La Syrie, dont l’adhésion avait été suspendue, a été réintégrée dans l’Organisation.",
    "لم تعد عضوية الجمهورية العربية السورية في المنظمة معلقة.",
    "كانت عضوية سوريا في المنظمة معلقة عام 2013.",
    "استأنفت سوريا عضويتها في المنظمة بعد رفع التعليق.",
    "The Syrian Arab Republic welcomed the cessation of hostilities.",
    "The Water Fund was dissolved in 2024.",
    "Le Fonds de l’eau n’est plus.",
    "حُل صندوق المياه.",
    # a Summit on a matter, and the number of a note
    "The second OIC Summit on Water and Food, held in Lagos in 2018, decided so.",
    "Le deuxième sommet de l’OCI sur l’eau et l’alimentation, tenu à Lagos en 2018, l’a décidé.",
    "القمة الإسلامية الثانية للمياه والغذاء المنعقدة في لاغوس عام 2018",
    "further to your note No. 61/26 of 4 May 2026 on the forum",
    "la note verbale de la Mission permanente n° 61/26 du 4 mai 2026",
    "إشارة إلى خطابكم رقم 61/26 المؤرخ 4 مايو 2026",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_near_miss_is_silent(text: str) -> None:
    assert _codes(text) == []


def test_letter_of_2013_may_say_that_membership_is_suspended() -> None:
    text = "The membership of the Syrian Arab Republic in the Organisation remains suspended."

    assert _codes(text, dated=date(2013, 4, 2)) == []
    assert _codes(text, dated=date(2025, 4, 2)) == ["PRO019"]


def test_letter_before_the_newer_resolution_may_cite_the_older_one() -> None:
    text = "The programme rests on Resolution 4/50-PAL."

    assert _codes(text, dated=date(2025, 1, 10)) == []
    assert _codes(text, dated=date(2025, 7, 10)) == ["PRO004"]


PERIODS = [
    "The documents shall be circulated at least 15 days before the session.",
    "Les documents sont distribués 15 jours au moins avant la réunion.",
    "توزع الوثائق على الدول الأعضاء 15 يوما قبل انعقاد الدورة.",
    "Invitations are sent 15 days before the meeting.",
    "Les invitations sont envoyées 15 jours avant la session.",
    "توجه الدعوات قبل انعقاد الدورة بمدة 15 يوما.",
    "Items of the agenda are proposed 15 days before the opening.",
    "Les points de l’ordre du jour sont proposés 15 jours avant la session.",
]


@pytest.mark.parametrize("text", PERIODS)
def test_period_shorter_than_the_rules_is_found_when_they_are_known(text: str) -> None:
    assert _codes(text, periods=True) == ["PRO020"]
    assert _codes(text.replace("15", "45"), periods=True) == []
    assert _codes(text) == []


def test_title_of_another_resolution_suggests_the_right_one() -> None:
    report = reviewer_of_tests().review(
        "Resolution 7/51-POL on the Situation in Somalia, adopted in 2025,", kind=Kind.REPORT
    )

    (finding,) = [finding for finding in report.findings if finding.code == "PRO006"]

    assert finding.suggestion == "the Situation in Mali and the Sahel Region"
    assert "Situation in Mali" in finding.message(Language.ENGLISH)


def test_missing_number_with_a_known_title_suggests_the_number() -> None:
    report = reviewer_of_tests().review(
        "القرار رقم 80/51 - س بشأن الوضع في الصومال،", kind=Kind.REPORT
    )

    (finding,) = [finding for finding in report.findings if finding.code == "PRO001"]

    assert finding.suggestion == "8/51 - س"


def test_check_is_silent_with_empty_registers() -> None:
    paper = Reviewer(Context())._paper(FIRES[0][1], None, None, Particulars())

    assert isinstance(paper, Paper)
    assert list(procedure.check(paper)) == []


@pytest.mark.parametrize(
    ("recalls", "rests"),
    [
        ("The Council,\n\nRecalling Resolution 4/50-PAL on the City of Al-Quds Al-Sharif;\n\n"
         "1. Decides to remain seized of it.",
         "The Council,\n\nPursuant to Resolution 4/50-PAL, decides to remain seized of it."),
        ("Le Conseil,\n\nRappelant la résolution 4/50-PAL sur la ville d’Al-Qods Al-Charif ;\n\n"
         "1. Décide de rester saisi de la question.",
         "Le Conseil,\n\nEn application de la résolution 4/50-PAL, décide d’en rester saisi."),
        ("إن المجلس،\n\nإذ يستذكر القرار 4/50-فل بشأن مدينة القدس الشريف؛\n\n1. يقرر إبقاء "
         "المسألة قيد نظره.",
         "إن المجلس،\n\nعملا بالقرار رقم 4/50 - فل، يقرر إبقاء المسألة قيد نظره."),
    ],
)  # fmt: skip
def test_draft_that_recalls_a_replaced_resolution_is_told_once(recalls: str, rests: str) -> None:
    def told(text: str) -> list[tuple[str, Level]]:
        report = reviewer_of_tests().review(text, kind=Kind.DRAFT_RESOLUTION)
        codes = ("PRO004", "LEG002")
        return [(one.code, one.level) for one in report.findings if one.code in codes]

    assert told(recalls) == [("PRO004", Level.WARN)]
    assert {code for code, _ in told(rests)} == {"PRO004", "LEG002"}
    assert told(recalls.replace("4/50", "2/51")) == []
