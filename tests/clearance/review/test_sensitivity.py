"""The check of political sensitivity: what fires, and in what circumstances it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clearance.review import Reviewer, review
from clearance.review.checks.sensitivity.expressions import one_wording, written_out
from clearance.review.checks.sensitivity.index import index_of
from clearance.review.context import Context, KnownState, KnownTerm, KnownTopic
from clearance.review.defaults import default_context
from clearance.review.finding import Finding, Level
from clearance.review.particulars import Particulars
from clearance.review.scan import Scanner, Trigger
from clearance.terms import Check, Confidentiality, Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC
FRAMES = {
    "en": "The meeting of 5 May 2026 will reaffirm the position on {}.",
    "fr": "La réunion du 5 mai 2026 réaffirmera la position sur {}.",
    "ar": "وسيؤكد الاجتماع في 5 مايو 2026 الموقف بشأن {}.",
}


def _findings(text: str, level: Level = Level.WARN, **known: object) -> list[Finding]:
    report = review(text, kind=Kind.LETTER, particulars=Particulars(**known))  # type: ignore[arg-type]  # only the fields that a case needs
    return [f for f in report.findings if f.check is Check.SENSITIVITY and f.level >= level]


def _codes(text: str, level: Level = Level.WARN, **known: object) -> list[str]:
    return [finding.code for finding in _findings(text, level, **known)]


WORDINGS = {
    "en": """\
Jerusalem, Israel's undivided capital
Israel's capital, Jerusalem
Jerusalem as the eternal and undivided capital of the State of Israel
the contested territories of the West Bank
the so-called “State of Palestine”
the alleged Palestinian State
Islamist terrorism
Islamic terror groups
radical Islamic terrorism
Judea and Samaria
travel to Jerusalem, Israel
the Israeli Golan
Indian-administered Kashmir
Pakistan-occupied Kashmir
the Turkish Republic of
  Northern Cyprus
the Nagorno-Karabakh Republic
Israeli neighbourhoods in East Jerusalem
the Organisation for Islamic Cooperation
the Organization of Islamic Countries
His Majesty King Salman of Saudi Arabia
the Republic of Turkey
the French island of Mayotte
the Arabs of Israel
the Palestinian entity
Israel, the sovereign State
the terrorism of Muslims""",
    "fr": """\
le soi-disant État palestinien
Jérusalem, la capitale éternelle d'Israël
la capitale israélienne, Jérusalem
les territoires palestiniens disputés
la Judée-Samarie
le Golan israélien
le terrorisme islamiste
le Cachemire sous administration indienne
la République turque de Chypre du Nord
le département français de Mayotte
l'Organisation des pays islamiques
l'extrémisme islamique
les Arabes d'Israël
l'entité palestinienne
Israël, État souverain
les hauteurs israéliennes du Golan
le terrorisme des musulmans""",
    "ar": """\
دولة فلسطين المزعومة
ما يسمى بدولة فلسطين
القدس عاصمة لإسرائيل
عاصمة إسرائيل القدس
الأراضي الفلسطينية المتنازع عليها
الإرهاب الإسلاموي
يهودا والسامرة
هضبة الجولان الإسرائيلية
كشمير الخاضعة للإدارة الهندية
قبرص الشمالية
جلالة الملك سلمان بن عبدالعزيز
منظمة الدول الإسلامية
عرب إسرائيل
الكيان الفلسطيني
إسرائيل، الدولة صاحبة السيادة
إرهاب المسلمين""",
}
WRONG = [
    (language, wording.replace("\n  ", "\n"))
    for language, lines in WORDINGS.items()
    for wording in lines.replace("\n  ", "\0").replace("\n", "\1").replace("\0", "\n").split("\1")
]


@pytest.mark.parametrize(("language", "wording"), WRONG)
def test_wording_that_the_house_does_not_use_is_told(language: str, wording: str) -> None:
    text = FRAMES[language].format(wording)

    found = _findings(text)

    assert len(found) == 1
    assert found[0].code in ("POL001", "POL003")
    assert found[0].suggestion


RIGHT = [
    "Rejects the decision to recognise Jerusalem as the capital of Israel, which is null and void.",
    "Rejects terms such as “Islamic terrorism” and every attempt to associate Islam with it.",
    "The Occupied Palestinian Territory, including East Jerusalem; Israel, the occupying Power.",
    "The Custodian of the Two Holy Mosques King Salman bin Abdulaziz sent a message in 2025.",
    "The disputed invoices of the contested territory of sales were settled in 2025.",
    "Roast turkey was served in 2025.",
    "La décision de reconnaître Jérusalem comme capitale d'Israël est rejetée.",
    "Le Golan syrien occupé et le territoire palestinien occupé. L'île comorienne de Mayotte.",
    "Les terres litigieuses du cadastre ont été vendues en 2025.",
    "ترفض القرار القاضي بالاعتراف بالقدس عاصمة لإسرائيل وتعتبره باطلا.",
    "الجولان السوري المحتل والأرض الفلسطينية المحتلة ودولة القبارصة الأتراك.",
    "الأراضي المتنازع عليها بين الورثة سنة 2025 في السجل العقاري.",
    "يسمى هذا القانون قانون العمل لسنة 2025.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_wording_is_left_alone(text: str) -> None:
    assert _codes(text) == []


OLD_NAME = [
    ("The Organization of the Islamic Conference will meet in 2026.", ["POL003"]),
    ("The Organization of Islamic Conference, which met in Baku in 2006, will meet in 2026.",
     []),
    ("Adopted in Astana in 2011, the Organisation of the Islamic Conference will meet.",
     ["POL003"]),
    ("In 1975 it invited the Organization of the Islamic Conference¹ to participate.", []),
    ("The amended Charter of the\nOrganization of the Islamic Conference of 14 March 2008.", []),
    ("On 28 June 2011, the Organization of the Islamic Conference changed its name.", []),
    ("The OIC (formerly the Organisation of the Islamic Conference) met in 2025.", []),
    ("He informed the Organisation of the Islamic Conference in 2025.", ["POL003"]),
    ("The book “Organisation of the Islamic Conference” appeared in 2025.", []),
    ("Founded in 1969, the Organisation of the Islamic Conference has 57 members today.",
     ["POL003"]),
    ("Founded in 1969, the Organisation of the Islamic Conference had 25 members.", []),
    ("Fondée en 1969, l'Organisation de la Conférence islamique compte aujourd'hui 57 membres.",
     ["POL003"]),
    ("تأسست منظمة المؤتمر الإسلامي عام 1969 وتضم اليوم 57 دولة.", ["POL003"]),
    ("Réunie en 1998, l'Organisation de la Conférence islamique a adopté le texte.", []),
    ("La conférence in extenso : l'Organisation de la Conférence islamique tiendra sa session "
     "en 2026.", ["POL003"]),
    ("L'OCI, anciennement Organisation de la Conférence islamique, siège en 2025.", []),
    ("عقدت منظمة المؤتمر الإسلامي دورتها عام 1998.", []),
    ("ستعقد منظمة المؤتمر الإسلامي دورتها عام 2026.", ["POL003"]),
    ("حضر الدورة في عام 2025 وفد زائير ووفد سوازيلاند.", ["POL003", "POL003"]),
    ("أعربت حكومة فولتا العليا عن شكرها في عام 2025.", ["POL003"]),
    ("حصلت فولتا العليا على استقلالها عام 1960.", []),
    ("منظمة المؤتمر الإسلامي سابقا اجتمعت عام 2025.", []),
    ("The OIC, which until June 2011 bore the name of Organisation of the Islamic Conference, "
     "has 57 members in 2026.", []),
    ("L'Organisation, qui portait jusqu'en juin 2011 le nom d'Organisation de la Conférence "
     "islamique, compte 57 États en 2026.", []),
    ("وتضم المنظمة، التي كانت تسمى حتى يونيو 2011 منظمة المؤتمر الإسلامي، 57 دولة عام 2026.", []),
    ("The book bore a seal. The Organisation of the Islamic Conference will meet in 2026.",
     ["POL003"]),
    ("Records made before 28 June 2011 bear the name of the Organisation of the Islamic "
     "Conference.", []),
    ("Records made before 2026 bear the name of the Organisation of the Islamic Conference.",
     ["POL003"]),
    ("L'Organisation, dénommée Organisation de la Conférence islamique jusqu'en 2011, siège à "
     "Djeddah.", []),
    ("Dès 2011, l'Organisation de la Conférence islamique tient un registre.", ["POL003"]),
    ("كانت المنظمة تعرف حتى عام 2011 باسم منظمة المؤتمر الإسلامي.", []),
    ("وقد حملت المنظمة اسم منظمة المؤتمر الإسلامي إلى غاية 28 يونيو 2011.", []),
    ("واصلت منظمة المؤتمر الإسلامي أعمالها منذ عام 2011.", ["POL003"]),
    ("The Kingdom of Siam acceded to the Agreement in 2020.", ["POL003"]),
    ("Le Royaume de Siam a adhéré à l'Accord en 2020.", ["POL003"]),
    ("The Kingdom of Siam acceded to the Convention in 1921.", []),
    ("held in Istanbul, Turkey, on 14 and 15 April 2016", []),
    ("held in Istanbul, Turkey, on 14 April 2024", ["POL003"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), OLD_NAME)
def test_old_name_is_right_for_its_time(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


def test_old_name_in_a_paper_of_its_time_is_left_alone() -> None:
    text = "The Organisation of the Islamic Conference will meet."

    assert _codes(text, dated=date(2009, 3, 1)) == []
    assert _codes(text, dated=date(2025, 3, 1)) == ["POL003"]


def test_spelling_and_capitals_of_the_paper_are_kept() -> None:
    (found,) = _findings("The ORGANIZATION OF THE ISLAMIC CONFERENCE will meet in 2026.")

    assert found.suggestion == "ORGANIZATION OF ISLAMIC COOPERATION"


HOUSE = Context(
    terms=(
        KnownTerm(id="a", language=EN, avoid="the lost province", right="the Eastern Province"),
        KnownTerm(id="b", language=EN, avoid="rum", right="x"),
        KnownTerm(id="c", language=AR, avoid="الإقليم الضائع", right="الإقليم الشرقي"),
        KnownTerm(id="d", language=EN, avoid="old north", right="north"),
        KnownTerm(id="e", language=EN, avoid="old north west", right="west"),
        KnownTerm(
            id="f", language=EN, avoid="Kashmir", right="Jammu and Kashmir",
            levels={"": "warn", "report": "note", "letter": "stop"},
        ),
        KnownTerm(
            id="g", language=EN, avoid=r"(?<!no )lost \w+ of the (north|south)", is_pattern=True
        ),
    ),
    topics=(KnownTopic(id="y", names=dict.fromkeys(Language, "Y"), signs=("Yonder", "يوندر")),),
    states=(
        KnownState(iso3="BEN", short={EN: "Benin"}, former=(("Dahomey", date(1975, 11, 30)),)),
    ),
    organisation={EN: "League of Isles"},
    former_organisation={EN: "Organisation of Isles"},
    renamed_on=date(2010, 1, 1),
)  # fmt: skip


@cache
def _house() -> Reviewer:
    return Reviewer(HOUSE)


def _told(text: str, kind: Kind | None = None) -> list[tuple[str, Level]]:
    found = _house().review(text, kind=kind).findings
    return [
        (text[f.start : f.end], f.level) for f in found if f.check is Check.SENSITIVITY
    ]  # fmt: skip


def _suggestions(text: str) -> list[str | None]:
    found = _house().review(text).findings
    return [f.suggestion for f in found if f.check is Check.SENSITIVITY]


def test_term_of_the_cabinet_is_found_without_its_article_and_across_lines() -> None:
    assert _suggestions("He spoke of our lost\nprovince.") == ["Eastern Province"]


def test_term_is_a_word_of_its_own_with_arabic_prefixes() -> None:
    text = "وبالإقليم الضائع وللإقليم الضائع"

    assert _told("forum, rumour") == []
    assert _suggestions(text) == ["الإقليم الشرقي", "للإقليم الشرقي"]


def test_longer_term_yields_to_the_shorter_where_it_does_not_stand() -> None:
    assert _told("old north western") == [("old north", Level.WARN)]
    assert _told("old north west") == [("old north west", Level.WARN)]


def test_term_is_weighed_by_kind_and_quotation_and_what_is_right_is_left() -> None:
    assert _told("in Kashmir", Kind.LETTER) == [("Kashmir", Level.STOP)]
    assert _told("in Kashmir", Kind.REPORT) == [("Kashmir", Level.NOTE)]
    assert _told("in Kashmir") == [("Kashmir", Level.WARN)]
    assert _told("of “all Kashmir”") == [("Kashmir", Level.NOTE)]
    assert _told("in Jammu and Kashmir") == []


def test_pattern_may_look_around_and_have_no_end() -> None:
    text = "the lost lands of\nthe south, no lost lands of the north"

    assert _told(text) == [("lost lands of\nthe south", Level.WARN)]


@pytest.mark.parametrize("wording", [r"[a-z]*shore", r"\w+shore", r"(?:off)+shore"])
def test_pattern_that_begins_without_end_is_looked_for_in_a_long_text(wording: str) -> None:
    """Hyperscan ended the process over such a pattern alone, and over it among others."""
    term = KnownTerm(id="x", language=EN, avoid=wording, right="at sea", is_pattern=True)
    text = f"It lies offshore.\n\n{'ab ' * 3000}"

    for terms in ((term,), (*default_context().terms, term)):
        found = Reviewer(replace(default_context(), terms=terms)).review(text).findings

        assert [each.suggestion for each in found if each.code == "POL001"] == ["at sea"]


def test_index_serves_every_context_of_the_same_terms_and_no_other() -> None:
    context = default_context()
    other_people = replace(context, signatories=context.signatories[1:])
    other_terms = replace(context, terms=context.terms[1:])
    other_states = replace(context, states=context.states[1:])

    assert index_of(other_people) is index_of(context)
    assert index_of(other_terms) is not index_of(context)
    assert index_of(other_states) is not index_of(context)


def test_former_names_of_states_and_house_come_from_the_context() -> None:
    text = "In 2025 Dahomey joined; the Organization of Isles will meet."

    assert _suggestions(text) == ["Benin", "League of Isles"]


def test_state_renamed_twice_keeps_each_name_until_its_own_day() -> None:
    (benin,) = (state for state in default_context().states if state.iso3 == "BEN")
    days = dict(benin.former)

    assert days["Dahomey"] == date(1975, 11, 29)
    assert days["People's Republic of Benin"] == days["جمهورية بنين الشعبية"] == date(1990, 2, 28)


def test_matter_for_an_adviser_is_a_note_kept_from_drafters() -> None:
    for text in ("the Persian Gulf in 2025", "le golfe Persique en 2025", "الخليج الفارسي في 2025"):
        (found,) = _findings(text, Level.NOTE)
        assert (found.code, found.level, found.kept_from_drafters) == ("POL002", Level.NOTE, True)
    assert _codes("the Gulf States in 2025", Level.NOTE) == []


def test_topic_of_a_contact_group_is_a_note_kept_from_drafters() -> None:
    for text in ("Yonder and again Yonder", "Objet : Yonder\n\nExcellence,", "يوندر ثم يوندر"):
        found = [f for f in _house().review(text).findings if f.code == "POL004"]
        assert [(f.level, f.kept_from_drafters) for f in found] == [(Level.NOTE, True)]
    assert _told("one Yonder among others") == []


MARKS = [
    ("Ref.: 1/2025\nCONFIDENTIAL\n\nText", Confidentiality.ORDINARY, ["POL005"]),
    ("Réf. : 1/2025\nCONFIDENTIEL\n\nTexte", Confidentiality.RESTRICTED, ["POL005"]),
    ("الرقم: 1/2025\nسري\n\nنص", Confidentiality.ORDINARY, ["POL005"]),
    ("Restricted\n\nText", Confidentiality.SECRET, ["POL006"]),
    ("Diffusion restreinte\n\nTexte", Confidentiality.SECRET, ["POL006"]),
    ("محدود التداول\n\nنص", Confidentiality.SECRET, ["POL006"]),
    ("Text without any mark", Confidentiality.SECRET, ["POL007"]),
    ("Texte sans mention", Confidentiality.CONFIDENTIAL, ["POL007"]),
    ("نص بلا علامة", Confidentiality.CONFIDENTIAL, ["POL007"]),
    ("CONFIDENTIAL\n\nText", Confidentiality.CONFIDENTIAL, []),
    ("Text", Confidentiality.RESTRICTED, []),
    ("As said in the confidential memorandum of 5 May", Confidentiality.ORDINARY, ["POL008"]),
    ("Selon la note confidentielle du 5 mai", Confidentiality.ORDINARY, ["POL008"]),
    ("وفقا للمذكرة السرية المؤرخة", Confidentiality.ORDINARY, ["POL008"]),
    ("The secretary keeps confidential matters secret.", Confidentiality.ORDINARY, []),
    ("Le secrétaire reste discret.", Confidentiality.ORDINARY, []),
    ("إجراءات سريعة وسرية المعلومات", Confidentiality.ORDINARY, []),
]


@pytest.mark.parametrize(("text", "level", "codes"), MARKS)
def test_mark_of_confidentiality_is_held_against_the_register(
    text: str, level: Confidentiality, codes: list[str]
) -> None:
    assert _codes(text, confidentiality=int(level)) == codes


@pytest.mark.parametrize(
    ("expression", "words"),
    [("a (b|c) d?", ("a b ", "a b d", "a c ", "a c d")), ("organi[sz]e", ("organise", "organize")),
     ("x(y(z)?)?", ("x", "xy", "xyz")), ("a.*b", None), (r"a\w", None), ("a{2}", None),
     (r"\(a\)", ("(a)",))],
)  # fmt: skip
def test_expression_is_written_out_where_it_has_an_end(
    expression: str, words: tuple[str, ...] | None
) -> None:
    expected = None if words is None else tuple(" ".join(word.split()) for word in words)

    assert written_out(expression) == expected


def test_literal_is_found_across_blanks_and_lines_but_not_paragraphs() -> None:
    scanner = Scanner([Trigger("place", "West Bank", literal=True)])
    text = "west bank, west   bank, west\n  bank, west\n\nbank"

    assert [text[a:b] for a, b in scanner.scan(text)["place"]] == [
        "west bank", "west   bank", "west\n  bank",
    ]  # fmt: skip


def test_lines_of_a_letterhead_are_no_one_name() -> None:
    head = (
        "Organisation of Islamic Cooperation\nOrganisation de la Coopération islamique\n"
        "General Secretariat\n\nExcellency,\nI write on behalf of the member States.\n"
    )

    assert "POL001" not in [finding.code for finding in review(head).findings]


@pytest.mark.parametrize(
    ("expression", "wording"),
    [
        (r"(so-called|self-styled) ['\"]?((state|republic) of )?palestine", "so-called palestine"),
        (r"israeli\w* golan", "israeli… golan"),
        (r"jerusalem \(israel\)", "jerusalem (israel)"),
        (r"(ما |كما )?(يسمى|تسمى) ب(دولة )?فلسطين", "يسمى بفلسطين"),
        (r"the (?!former )army[\s-]+of\s+occupation", "the army of occupation"),
    ],
)
def test_pattern_is_told_as_a_wording(expression: str, wording: str) -> None:
    assert one_wording(expression) == wording


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("تنفيذا للقرار رقم 2/51-فل، توفد بعثة إلى القدس عاصمة إسرائيل في أكتوبر.", Level.STOP),
        ("يدين القرار الذي يعلن القدس عاصمة إسرائيل.", Level.NOTE),
        ("Under resolution No. 2/51-PAL a mission goes to Jerusalem, the capital of Israel.",
         Level.STOP),
        ("It rejects the decision that declares Jerusalem the capital of Israel.", Level.NOTE),
    ],
)  # fmt: skip
def test_cited_resolution_is_no_rejection(text: str, level: Level) -> None:
    found = [one for one in review(text).findings if one.code == "POL001"]

    assert max((one.level for one in found), default=Level.NOTE) == level


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("It will write to the Republic of Turkey in 2026.", "Republic of Türkiye"),
        ("It will meet in Turkey in 2026.", "Türkiye"),
        ("La réunion de 2026 se tiendra au Royaume du Swaziland.", "Royaume d’Eswatini"),
        ("La réunion de 2026 se tiendra en Turquie.", "Türkiye"),
    ],
)
def test_old_name_of_a_state_is_replaced_in_full_where_it_stands_in_full(
    text: str, suggestion: str
) -> None:
    assert [each.suggestion for each in review(text).findings if each.code == "POL003"] == [
        suggestion
    ]
