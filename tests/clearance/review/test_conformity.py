"""The check of form: a paper without a fault, and the same with one."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from clearance.reading.document import Document
from clearance.reading.plain import document_of_text
from clearance.review import Reviewer, review
from clearance.review.context import Context, KnownAddressee
from clearance.review.finding import Level
from clearance.review.particulars import Particulars
from clearance.terms import AddresseeLevel, Check, Kind
from tests.clearance.review import house_papers as papers

HOUSE = "OIC/CAB/{unit}/{year}/{serial:4}"
BARE = Context(
    reference_patterns=(HOUSE,),
    reference_series=frozenset({"POL", "PAL"}),
    addressees=(KnownAddressee(id="noor", names={}, titles={}, level=AddresseeLevel.NGO),),
)


@cache
def _bare() -> Reviewer:
    return Reviewer(BARE)


def _codes(text: str, kind: Kind | None = None, level: Level = Level.WARN) -> list[str]:
    report = review(text, kind=kind)
    return [
        f.code for f in report.findings if f.check is Check.CONFORMITY and f.level >= level
    ]  # fmt: skip


def _without(text: str, begin: str, end: str = "\n") -> str:
    start = text.index(begin)
    return text[:start] + text[text.index(end, start) + len(end) :]


def _with(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("name", papers.CLEAN)
def test_form_of_a_faultless_paper_yields_nothing(name: str) -> None:
    assert _codes(papers.CLEAN[name]) == []


LETTERS = {"en": papers.LETTER_EN, "fr": papers.LETTER_FR, "ar": papers.LETTER_AR}
PARTS = [
    ("en", "Excellency,\n"), ("en", "Please accept"), ("en", "Re:"), ("en", "Ref:"),
    ("en", "Jeddah, 14 May"), ("fr", "Monsieur le Ministre,\n"), ("fr", "Je vous prie"),
    ("fr", "Objet"), ("fr", "N/Réf."), ("fr", "Djeddah, le"), ("ar", "معالي الوزير،"),
    ("ar", "وتفضلوا"), ("ar", "الموضوع"), ("ar", "الرقم"), ("ar", "التاريخ"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "part"), PARTS)
def test_letter_without_a_part_is_told(language: str, part: str) -> None:
    assert _codes(_without(LETTERS[language], part)) == ["CON001"]


@pytest.mark.parametrize(("language", "label"), [("en", "Ref"), ("fr", "N/R"), ("ar", "الرقم")])
def test_letter_without_a_letterhead_is_told(language: str, label: str) -> None:
    text = LETTERS[language]

    assert _codes(text[text.index(label) :]) == ["CON001"]


def test_letter_that_is_called_a_memorandum_still_greets_and_closes() -> None:
    assert _codes(_without(papers.LETTER_EN, "Please accept"), Kind.MEMORANDUM) == ["CON001"]


@pytest.mark.parametrize(
    ("memo", "part"),
    [(papers.MEMO_EN, "Subject:"), (papers.MEMO_FR, "Objet :"), (papers.MEMO_AR, "الموضوع:"),
     (papers.MEMO_EN, "Date:"), (papers.MEMO_AR, "التاريخ:")],
)  # fmt: skip
def test_memorandum_without_a_part_is_told(memo: str, part: str) -> None:
    text = _without(memo, part).replace("by 20 March 2025", "soon")

    assert _codes(text) == ["CON001"]


NOTES = [
    (papers.NV_EN, "has the honour to", "I have the honour to", "CON022"),
    (papers.NV_FR, "a l'honneur de", "j'ai l'honneur de", "CON022"),
    (papers.NV_AR, "وتتشرف", "وأتشرف", "CON022"),
    (papers.NV_EN, "the Ministry of Foreign Affairs of the Kingdom of Bahrain and",
     "the Noor Relief Foundation and", "CON024"),
    (papers.NV_FR, "à l'Ambassade de la République de Tunisie et", "à l'ONG Lumière et", "CON024"),
    (papers.NV_AR, "وزارة خارجية مملكة البحرين", "جمعية النور الخيرية", "CON024"),
    (papers.NV_EN, "The General Secretariat of the Organisation of Islamic Cooperation presents",
     "Excellency,\n\nThe General Secretariat presents", "CON002"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "old", "new", "code"), NOTES)
def test_note_verbale_against_its_form_is_told(note: str, old: str, new: str, code: str) -> None:
    assert code in _codes(_with(note, old, new))


@pytest.mark.parametrize(
    ("note", "old", "new"),
    [(papers.NV_EN, "and has the honour to",
      "and, pursuant to Resolution 5/9-X on charitable foundations, has the honour to"),
     (papers.NV_AR, "، وتتشرف", "، واستنادا إلى القرار 5/9 - ث بشأن العمل الخيري، تتشرف")],
)  # fmt: skip
def test_note_verbale_whose_ground_names_charities_goes_to_a_ministry(
    note: str, old: str, new: str
) -> None:
    assert "CON024" not in _codes(_with(note, old, new), Kind.NOTE_VERBALE)


def test_note_verbale_takes_leave_in_more_than_one_way() -> None:
    begin = "Le Secrétariat général saisit"
    line = next(line for line in papers.NV_FR.splitlines() if line.startswith(begin))
    leave = "Le Secrétariat général se prévaut de cette occasion pour réitérer à la Mission "
    told = papers.NV_FR.replace(line, leave + "l'expression de sa très haute considération.")

    assert "CON021" not in _codes(told, Kind.NOTE_VERBALE)


def test_note_verbale_that_is_signed_is_told() -> None:
    signed = papers.NV_EN + "\nHassan Al-Amiri\nSecretary-General\n"

    assert _codes(signed) == ["CON023"]
    assert _codes(papers.NV_FR + "\nLe Secrétaire général\n") == ["CON023"]
    assert _codes(papers.NV_AR + "\nالأمين العام\n") == ["CON023"]


@pytest.mark.parametrize(
    ("note", "begin", "code"),
    [(papers.NV_EN, "The General Secretariat of the Organisation of Islamic Cooperation avails",
      "CON021"),
     (papers.NV_FR, "Le Secrétariat général saisit", "CON021"),
     (papers.NV_AR, "وتنتهز", "CON021"),
     (papers.NV_EN, "presents its compliments to ", "CON020")],
)  # fmt: skip
def test_note_verbale_without_a_formula_is_told(note: str, begin: str, code: str) -> None:
    cut = note.replace(begin, "informs ") if code == "CON020" else _without(note, begin)

    assert code in _codes(cut, Kind.NOTE_VERBALE)


@pytest.mark.parametrize(
    ("note", "words"),
    [(papers.NV_EN, "its compliments"), (papers.NV_FR, "ses compliments")],
)
def test_opening_of_a_note_may_go_over_a_line(note: str, words: str) -> None:
    assert words in note
    assert "CON020" not in _codes(note.replace(words, words.replace(" ", "\n")), Kind.NOTE_VERBALE)


def test_note_verbale_to_an_ngo_of_the_directory_is_told() -> None:
    report = _bare().review(papers.NV_EN, particulars=Particulars(addressee="noor"))

    assert "CON024" in [finding.code for finding in report.findings]


@pytest.mark.parametrize(
    ("written", "codes"),
    [("OIC/CAB/POL/2025/0231", []), ("OIC/CAB/POL/2025/231", ["CON010"]),
     ("OIC/CAB/POL/2025/02311", ["CON010"]), ("OIC/CAB/POL/2025/52311", ["CON010"]),
     ("oic/cab/pol/2025/0231", ["CON010"]), ("CAB/POL/2025/0231", ["CON010"]),
     ("OIC-CAB-POL-2025-0231", ["CON010"]), ("OIC/CAB/POL/0231", ["CON010"]),
     ("OIC/POL/431", ["CON010"]), ("OIC.CAB.POL.2025.0231", ["CON010"]),
     ("OCI/CAB/POL/2025/231X", ["CON010"]), ("OIC/CBA/POL/2025/0231", ["CON010"]),
     ("OIC\\CAB\\POL\\2025\\0231", ["CON010"]), ("OIC/PRO/POL/2025/0231", []),
     ("OIC/CAB/POL/2025/XX", ["CON011"]), ("OIC/CAB/XYZ/2025/0231", ["CON013"]),
     ("OIC/CAB/POL/2024/0231", ["CON014"]), ("GS/114-b/7 of the Registry", [])],
)  # fmt: skip
def test_reference_is_held_against_the_form_of_the_house(written: str, codes: list[str]) -> None:
    text = _with(papers.LETTER_EN, "POL/SG/2025/00231", written)

    found = _bare().review(text).findings

    assert [f.code for f in found if f.level > Level.NOTE and f.check is Check.CONFORMITY] == codes


@pytest.mark.parametrize("letter", [papers.LETTER_EN, papers.LETTER_FR, papers.LETTER_AR])
def test_reference_of_another_year_is_told(letter: str) -> None:
    old = {papers.LETTER_EN: "SG/2025", papers.LETTER_FR: "CAB/2025", papers.LETTER_AR: "/٢٠٢٥"}
    new = {papers.LETTER_EN: "SG/2024", papers.LETTER_FR: "CAB/2024", papers.LETTER_AR: "/٢٠٢٤"}

    assert _codes(_with(letter, old[letter], new[letter])) == ["CON014"]


@pytest.mark.parametrize(
    ("written", "codes"),
    [("pol/sg/2025/00231", ["CON012"]), ("POL/SG/00231", ["CON015"]), ("POL/SG/231/25", []),
     ("POL/SG/2025/XXXX", ["CON011"])],
)  # fmt: skip
def test_reference_without_a_known_form_is_told_only_when_plainly_wrong(
    written: str, codes: list[str]
) -> None:
    assert _codes(_with(papers.LETTER_EN, "POL/SG/2025/00231", written)) == codes


ENCLOSURES = [
    (papers.LETTER_EN, "(Enclosure 2)", "(Enclosure 3)", "CON060"),
    (papers.LETTER_FR, "(annexe 2)", "(annexe 3)", "CON060"),
    (papers.LETTER_AR, "(المرفق رقم ٢)", "(المرفق الثالث)", "CON060"),
    (papers.LETTER_EN, "Encl.: 2", "Enclosures: two (2)\n- Agenda\n- Speakers\n- Budget", "CON062"),
    (papers.LETTER_FR, "P.J. : deux (2)", "Pièces jointes : 2 (Annexe I, Annexe II et Annexe III)",
     "CON062"),
    (papers.LETTER_AR, "المرفقات: مرفقان", "المرفقات: 3 (المرفق الأول والمرفق الثاني)", "CON062"),
    (papers.LETTER_EN, "Encl.: 2", "Encl.: 3 – Annex I and Annex II", "CON062"),
    (papers.LETTER_FR, "P.J. : deux (2)", "P.J. : 3 – Annexe I et Annexe II", "CON062"),
    (papers.LETTER_AR, "المرفقات: مرفقان", "المرفقات: 3 – المرفق الأول والمرفق الثاني", "CON062"),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "old", "new", "code"), ENCLOSURES)
def test_enclosures_that_disagree_are_told(letter: str, old: str, new: str, code: str) -> None:
    assert _codes(_with(letter, old, new)) == [code]


@pytest.mark.parametrize(
    ("letter", "old", "new"),
    [(papers.LETTER_EN, "Encl.: 2", "Encl.: 2 – Annex I and Annex II"),
     (papers.LETTER_EN, "Encl.: 2", "Encl.: 1 – Annex I: agenda\n2 – Annex II: speakers"),
     (papers.LETTER_FR, "P.J. : deux (2)", "P.J. : 2 – Annexe I et Annexe II"),
     (papers.LETTER_AR, "المرفقات: مرفقان", "المرفقات: 2 – المرفق الأول والمرفق الثاني")],
)  # fmt: skip
def test_count_before_the_labels_is_no_item(letter: str, old: str, new: str) -> None:
    assert _codes(_with(letter, old, new)) == []


@pytest.mark.parametrize(
    "near", ["Annex III to the Convention on Biological Diversity", "Annex V of the Treaty of 1990"]
)
def test_annex_of_another_paper_is_left_alone(near: str) -> None:
    assert (
        _codes(_with(papers.LETTER_EN, "thank you for it.", f"thank you for it. See {near}.")) == []
    )


def test_enclosures_are_counted_against_those_that_came() -> None:
    document = document_of_text(papers.LETTER_EN)
    came = Document(document.text, document.paragraphs, enclosures=("agenda.pdf",))

    told = [f.code for f in review(came).findings]
    registered = review(papers.LETTER_EN, particulars=Particulars(enclosures=3)).findings
    agreed = review(papers.LETTER_EN, particulars=Particulars(enclosures=2)).findings

    assert "CON063" in told
    assert "CON063" in [f.code for f in registered]
    assert "CON063" not in [f.code for f in agreed]


@pytest.mark.parametrize("foot", ["Encl.: 2", "P.J. : deux (2)", "المرفقات: مرفقان"])
def test_enclosure_without_a_line_is_advised(foot: str) -> None:
    letter = next(text for text in LETTERS.values() if foot in text)
    text = letter.replace(foot, "").replace("go with this letter", "are attached").replace(
        "أن أرفق", "أن نرفق")  # fmt: skip

    assert "CON064" in _codes(text, level=Level.NOTE)


RUN = "1. One\n2. Two\n3. Three\n4. Four\n5. Five\n"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [("1. ", "1. ", []), ("4. Four", "5. Four", ["CON030"]), ("3. Three\n", "", ["CON030"]),
     ("4. Four", "3. Four", ["CON031"]), ("1. One\n2. Two\n", "", []),
     ("3. Three\n", "and 3. Three\n", []), ("3. Three", "3 bis. Three", []),
     ("4. Four\n5. Five", "1. Four\n2. Five", [])],
)  # fmt: skip
def test_numbering_is_followed(old: str, new: str, codes: list[str]) -> None:
    assert _codes(_with(RUN, old, new)) == codes


@pytest.mark.parametrize(
    "text",
    ["1- يقرر؛\n2- يدعو؛\n3- يحث؛\n5- يطلب؛\n", "١. يقرر؛\n٢. يدعو؛\n٣. يحث؛\n٥. يطلب؛\n",
     "1) décide ;\n2) invite ;\n4) prie ;\n5) charge.", "I. Scope\nII. Terms\nIV. Law\nV. End"],
)  # fmt: skip
def test_numbering_is_followed_in_every_style(text: str) -> None:
    assert _codes(text) == ["CON030"]
    assert _codes("3-day visit\n4-day visit\n6-day visit\n15-20 persons\n") == []


@pytest.mark.parametrize(
    ("old", "new", "foot", "codes"),
    [("", "", "Enclosures:\n1. Agenda\n2. Speakers", []), ("", "", "Enclosures: as stated", []),
     ("(Enclosure 2)", "(Enclosure 4)", "Enclosures:\n1. Agenda\n2. Speakers", ["CON060"]),
     ("(Enclosure 1)", "(Annexes I and III)", "Enclosures: Annex I and Annex II", ["CON060"]),
     ("go with this letter", "are the three enclosures", "Encl.: 2", ["CON062"]),
     ("go with this letter.", "go. I transmit three documents.", "Encl.: 2", ["CON062"]),
     ("go with this letter.", "go. I transmit two documents.", "Encl.: 2", [])],
)  # fmt: skip
def test_enclosures_are_read_however_they_are_listed(
    old: str, new: str, foot: str, codes: list[str]
) -> None:
    text = _with(papers.LETTER_EN, "Encl.: 2", foot)

    assert _codes(text.replace(old, new) if old else text) == codes


BARE_SUBJECTS = [
    ("Re: Preparations for the annual coordination meeting\n\nExcellency,",
     "PREPARATIONS FOR THE ANNUAL MEETING\n\nExcellency,"),
    ("Re: Preparations for the annual coordination meeting\n\nExcellency,\n",
     "Excellency,\n\nPreparations for the annual meeting\n"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), BARE_SUBJECTS)
def test_subject_without_a_label_is_a_subject(old: str, new: str) -> None:
    assert _codes(_with(papers.LETTER_EN, old, new)) == []


def test_numbering_of_articles_and_letters_is_followed() -> None:
    assert _codes(_with(papers.CONTRACT_AR, "البند 3", "البند 5"), level=Level.WARN) == []
    assert "CON030" in _codes(_with(papers.CONTRACT_AR, "البند 4", "البند 5"))
    assert "CON030" in _codes("(a) one\n(b) two\n(d) three\n", level=Level.NOTE)
    assert _codes("(a) one\n(b) two\n(c) three\n", level=Level.NOTE) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(a) one\n(b) two\n(d) three\n", Kind.CIRCULAR),
        ("a) un ;\nb) deux ;\nd) trois.\n", Kind.MEMORANDUM),
        ("(أ) أولا؛\n(ب) ثانيا؛\n(د) رابعا؛\n", Kind.CIRCULAR),
        ("أولا: يقرر؛\nثانيا: يدعو؛\nرابعا: يطلب.\n", Kind.MEMORANDUM),
        ("المادة الأولى: الغرض\nالمادة الثانية: المدة\nالمادة الرابعة: الإنهاء\n", Kind.CONTRACT),
    ],
)
def test_list_of_letters_or_words_that_skips_one_is_told(text: str, kind: Kind) -> None:
    found = {code for code in _codes(text, kind, level=Level.WARN) if code == "CON030"}

    assert found == {"CON030"}


@pytest.mark.parametrize(
    "text",
    [
        "(أ) أولا؛\n(ب) ثانيا؛\n(ج) ثالثا؛\n(د) رابعا؛\n(هـ) خامسا؛\n(و) سادسا؛\n",
        "(أ) أولا؛\n(ب) ثانيا؛\n(ت) ثالثا؛\n(ث) رابعا؛\n(ج) خامسا؛\n",
        "أولا: يقرر؛\nثانيا: يدعو؛\nثالثا: يطلب.\n",
        "المادة الأولى: الغرض\nالمادة الثانية: المدة\nالمادة الثالثة: الإنهاء\n",
    ],
)
def test_list_of_letters_or_words_in_its_order_is_left_alone(text: str) -> None:
    assert "CON030" not in _codes(text, Kind.CIRCULAR, level=Level.NOTE)


CLAUSES = [
    (papers.CONTRACT_EN, "4. Disagreements", "5. Status"),
    (papers.CONTRACT_EN, "5. Status", "6. Law"), (papers.CONTRACT_EN, "2. Term", "3. Price"),
    (papers.CONTRACT_FR, "Article 3", "Article 4"), (papers.CONTRACT_FR, "Article 2", "Article 3"),
    (papers.CONTRACT_AR, "البند 3", "البند 4"), (papers.CONTRACT_AR, "البند 2", "البند 3"),
]  # fmt: skip


@pytest.mark.parametrize(("contract", "begin", "end"), CLAUSES)
def test_contract_without_a_clause_is_told(contract: str, begin: str, end: str) -> None:
    cut = contract[: contract.index(begin)] + contract[contract.index(end) :]

    assert "CON040" in _codes(cut)


@pytest.mark.parametrize(
    ("contract", "begin"), [(papers.CONTRACT_FR, "Article 4"), (papers.CONTRACT_AR, "البند 4")]
)
def test_contract_without_immunities_is_told(contract: str, begin: str) -> None:
    assert _codes(contract[: contract.index(begin)]) == ["CON040"]


def test_contract_of_others_is_left_alone() -> None:
    others = papers.CONTRACT_EN.replace("Organisation of Islamic Cooperation", "Acme Company")

    assert "CON040" not in _codes(_without(others, "5. Status", "6. Law"), level=Level.NOTE)


DRAFT = """Draft resolution on the Cause of Palestine
The Council of Foreign Ministers of the Organisation of Islamic Cooperation,
Recalling resolution 1/50-PAL,
1. Reaffirms all previous resolutions;
2. Requests the Secretary General to follow up the implementation of this resolution.
"""


def test_form_of_a_draft_resolution_is_advised() -> None:
    assert _codes(DRAFT, level=Level.NOTE) == []
    assert _codes(_with(DRAFT, "1/50-PAL,", "1/50-PAL."), level=Level.NOTE) == ["CON050"]
    french = "2. Prie le Secrétaire général de rendre compte de l'exécution au prochain Conseil."
    followed = DRAFT.splitlines()[-1]
    assert _codes(_with(DRAFT, followed, french), level=Level.NOTE) == []
    assert _codes(_with(DRAFT, "2. Requests the Secretary General to follow up", "2. Welcomes"),
                  level=Level.NOTE) == ["CON051"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [(papers.LETTER_EN, Kind.LETTER), (papers.LETTER_FR, Kind.LETTER),
     (papers.LETTER_AR, Kind.LETTER), (papers.NV_EN, Kind.NOTE_VERBALE),
     (papers.NV_FR, Kind.NOTE_VERBALE), (papers.NV_AR, Kind.NOTE_VERBALE),
     (papers.MEMO_EN, Kind.MEMORANDUM), (papers.MEMO_FR, Kind.MEMORANDUM),
     (papers.MEMO_AR, Kind.MEMORANDUM), (papers.CONTRACT_EN, Kind.CONTRACT),
     (papers.CONTRACT_FR, Kind.CONTRACT), (papers.CONTRACT_AR, Kind.CONTRACT),
     (DRAFT, Kind.DRAFT_RESOLUTION), ("CIRCULAR No. 5/2025\nTo all departments", Kind.CIRCULAR),
     ("تقرير الأمين العام\nعن تنفيذ القرارات", Kind.REPORT),
     ("Memorandum of Understanding between the two centres", None),
     ("LOAN AGREEMENT\nArticle 1. The Bank agrees to lend.", None)],
)  # fmt: skip
def test_kind_is_told_from_the_line_that_names_it(text: str, kind: Kind | None) -> None:
    assert review(text).kind is kind


def test_year_of_a_reference_is_held_against_the_printed_date_only() -> None:
    known = Particulars(dated=date(2030, 1, 1))

    codes = [finding.code for finding in review(papers.LETTER_EN, particulars=known).findings]

    assert "CON014" not in codes


@pytest.mark.parametrize(
    ("note", "old", "new", "code"),
    [
        (papers.NV_EN, "to renew to the", "to renew to you and the", "CON022"),
        (papers.NV_AR, "تتشرف", "آمل أن تتشرف", "CON022"),
    ],
)
def test_note_verbale_that_speaks_to_somebody_is_told(
    note: str, old: str, new: str, code: str
) -> None:
    assert code in _codes(note.replace(old, new, 1), Kind.NOTE_VERBALE)
    assert code not in _codes(note, Kind.NOTE_VERBALE)


def test_reference_at_the_foot_of_a_note_is_held_to_the_form() -> None:
    def codes(number: str) -> list[str]:
        head = papers.NV_EN.index("The General Secretariat")  # no number at the head
        text = f"{papers.NV_EN[head:]}\n{number}\n"
        report = _bare().review(text, kind=Kind.NOTE_VERBALE)
        return [f.code for f in report.findings if f.code == "CON010" and f.level > Level.NOTE]

    assert codes("OIC/CAB/POL/2025/231") == ["CON010"]
    assert codes("OIC/CAB/POL/2025/0231") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [("1. One\n2. See chapter 3.\n4. Three\n", ["CON030"]),
     ("1. One\n2. Two\n2. Three\n", ["CON031"]), ("1. One\n2. Two\n5. Three\n", ["CON030"]),
     ("1. One\n2. Two\n3. Three\n", [])],
)  # fmt: skip
def test_last_paragraph_of_a_short_paper_is_numbered_on(text: str, codes: list[str]) -> None:
    found = _codes(text, Kind.MEMORANDUM)

    assert [code for code in found if code.startswith("CON03")] == codes


def test_letter_may_close_with_an_expression_of_esteem() -> None:
    begin = papers.LETTER_EN.index("Please accept")
    closing = papers.LETTER_EN[begin : papers.LETTER_EN.index("\n\n", begin)]
    told = "Accept, Excellency, the expression of my highest esteem."

    assert _codes(_with(papers.LETTER_EN, closing, told)) == []


def test_annexes_of_a_report_are_not_those_of_the_letter() -> None:
    text = _with(
        papers.LETTER_EN, "\nPlease accept", "\nThe report contains nine annexes.\n\nPlease accept"
    )

    assert "CON062" not in _codes(text)


def test_date_line_may_name_its_month_twice() -> None:
    begin = papers.LETTER_AR.index("التاريخ")
    line = papers.LETTER_AR[begin : papers.LETTER_AR.index("\n", begin)]
    told = "١٤ أيار/مايو ٢٠٢٥ / ١٦ ذو القعدة ١٤٤٦هـ"

    assert "CON001" not in _codes(_with(papers.LETTER_AR, line, told))


def test_reference_of_a_circular_is_held_against_the_form_of_the_house() -> None:
    text = (
        "ORGANISATION OF ISLAMIC COOPERATION\nCIRCULAR\n\nRef: {}\nDate: 6 October 2025\nTo: All\n"
    )
    said = [
        {f.code for f in _bare().review(text.format(number), kind=Kind.CIRCULAR).findings}
        for number in ("OIC/CAB/POL/0231", "OIC/CAB/POL/2025/0231")
    ]

    assert "CON010" in said[0]
    assert "CON010" not in said[1]
