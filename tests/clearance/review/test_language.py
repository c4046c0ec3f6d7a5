"""The check of language: what fires each rule in each language, and what only comes near."""

from __future__ import annotations

import pytest

from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Level, Particulars, Reviewer
from clearance.review.context import Context, KnownAddressee
from clearance.terms import AddresseeLevel, Kind, Language

HOST = AddresseeLevel.HOST_COUNTRY_BODY
EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def _codes(reviewer: Reviewer, language: Language, text: str) -> list[str]:
    findings = reviewer.review(text, language=language).findings
    return [each.code for each in findings if each.code.startswith("LNG")]


def _needs_dictionary(language: Language) -> None:
    if is_absent(language):
        pytest.skip(f"no Hunspell dictionary of “{language}” is installed here")


@pytest.mark.parametrize(
    ("language", "text", "instead"),
    [
        (EN, "The Secretariet will follow the matter up.", "Secretariat"),
        (EN, "They agreed on the implementaton of the plan.", "implementation"),
        (EN, "It invites all Member Sates to attend.", "States"),
        (FR, "Le dévelopement de la région se poursuit.", "développement"),
        (FR, "Les dispostions du texte restent en vigueur.", "dispositions"),
        (EN, "It prefers an aesthteic solution.", "aesthetic"),
        (EN, "The prices rose slightlly in that year.", "slightly"),
        (FR, "Les menées suversives se poursuivent.", "subversives"),
        (AR, "وتؤكد الدول أهمية التعوان في هذا المجال", "التعاون"),
        (AR, "وأبلغ اللمجلس بما جرى", "المجلس"),
        (AR, "وقد عرضت مسألة ملجس الإدارة", "مجلس"),
    ],
)
def test_slip_is_found_with_the_word_that_is_meant(
    reviewer: Reviewer, language: Language, text: str, instead: str
) -> None:
    _needs_dictionary(language)

    found = [f for f in reviewer.review(text, language=language).findings if f.code == "LNG001"]

    assert [finding.suggestion for finding in found] == [instead]


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("الإجتماع", "الاجتماع"),
        ("الماده", "المادة"),
        ("إجتماع", "اجتماع"),
        ("منظمه", "منظمة"),
        ("ألدورة", "الدورة"),
    ],
)
def test_arabic_spelling_of_one_word_is_set_right(
    reviewer: Reviewer, word: str, instead: str
) -> None:
    _needs_dictionary(AR)

    findings = reviewer.review(f"وقد أشارت الدولة إلى {word} في رسالتها", language=AR).findings

    assert [each.suggestion for each in findings if each.code == "LNG002"] == [instead]


def test_paper_that_leaves_out_hamzas_throughout_is_told_so_once(reviewer: Reviewer) -> None:
    _needs_dictionary(AR)
    text = "اذا رأت الدولة ان ترسل الى اللجنة او الى الامانة رسالة فان الاعضاء يطلعون عليها"

    codes = _codes(reviewer, AR, text)

    assert codes.count("LNG007") == 1
    assert "LNG002" not in codes


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (EN, "He wrote to the the Minister.", "LNG003"),
        (EN, "He wrote to the\nthe Minister.", "LNG003"),
        (EN, "The the Minister replied.", "LNG003"),
        (FR, "Il écrit au nom de de la Commission.", "LNG003"),
        (FR, "Les les ministres ont répondu.", "LNG003"),
        (AR, "وأشار إلى أن أن الاجتماع سيعقد", "LNG003"),
        (AR, "وقد صدر بموجب بموجب القرار", "LNG003"),
        (EN, "We can't attend the meeting.", "LNG004"),
        (EN, "Kindly reply ASAP to the Ministry.", "LNG004"),
        (FR, "Du coup, la réunion est reportée.", "LNG004"),
        (AR, "نكتب إليكم عشان الاجتماع", "LNG004"),
        (AR, "والقاعة مو واضحة في المخطط", "LNG004"),
        (FR, "Merci de nous balancer le plan de la salle.", "LNG004"),
        (EN, "The hall is super cool for the experts.", "LNG004"),
        (EN, "The turnout was super good.", "LNG004"),
        (FR, "La participation a été super bonne.", "LNG004"),
        (EN, "The Secretаriat replied.", "LNG005"),
        (FR, "Le Secrétаriat a répondu.", "LNG005"),
        (AR, "وقد ردت الأمانة علی الرسالة", "LNG005"),
        (EN, "The Organisation met. An Organization meets.", "LNG006"),
        (FR, "Al-Qods Al-Charif, puis Al-Qods Ach-Charif.", "LNG006"),
    ],
)
def test_rule_fires(reviewer: Reviewer, language: Language, text: str, code: str) -> None:
    assert code in _codes(reviewer, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Mr. Karimov said that that was so; we had had word of it."),
        (EN, "He called it “a bunch of papers”, and the Minister's office agreed."),
        (EN, "The Organisation met in Ouagadougou with Mr. Benslimane."),
        (EN, "The ASEAN secretariat, UNRWA and COMCEC wrote."),
        (FR, "Nous nous réunirons à Nouakchott ; M. Diallo l'a dit."),
        (FR, "L'Economie et l'Energie de la région."),
        (FR, "Ils font oeuvre utile ; les chaines de valeur et l'entrainement comptent."),
        (EN, "The zakatable assets and the waqfs are listed."),
        (AR, "واجتمع مجلس الأمة، ووافق على القرار"),
        (AR, "آمنة بنت أحمد الرميحي"),
        (AR, "وأعد تقريرا مشفوعا بملاحظاته"),
        (AR, "ونحن على يقين من أن الدول الأعضاء ستشارك في الاجتماع"),
        (AR, "السيد علي والسيدة هدى"),
    ],
)
def test_what_is_right_is_left_alone(reviewer: Reviewer, language: Language, text: str) -> None:
    codes = [
        finding.code
        for finding in reviewer.review(text, language=language).findings
        if finding.code.startswith("LNG") and finding.level.word != "note"
    ]

    assert codes == []


@pytest.fixture(scope="module")
def of_a_directory() -> Reviewer:
    """The checks with a directory of two offices."""
    return Reviewer(
        Context(
            addressees=(
                KnownAddressee(id="fr", names={}, titles={}, working_language=FR),
                KnownAddressee(
                    id="host", names={}, titles={}, level=AddresseeLevel.HOST_COUNTRY_BODY
                ),
            )
        )
    )


def test_addressee_is_written_to_in_its_working_language(of_a_directory: Reviewer) -> None:
    known = Particulars(addressee="fr")

    wrong = of_a_directory.review("We write to you.", language=EN, particulars=known).findings
    right = of_a_directory.review("Nous vous écrivons.", language=FR, particulars=known).findings

    assert "LNG008" in [finding.code for finding in wrong]
    assert "LNG008" not in [finding.code for finding in right]


def test_host_country_is_written_to_plainly(of_a_directory: Reviewer) -> None:
    text = "Your glorious office will hear of it."

    plain = of_a_directory.review(text, language=EN, particulars=Particulars(addressee="host"))
    other = of_a_directory.review(text, language=EN)

    assert "LNG011" in [finding.code for finding in plain.findings]
    assert "LNG011" not in [finding.code for finding in other.findings]


def test_versions_that_are_missing_or_shorter_are_told(of_a_directory: Reviewer) -> None:
    own = "First paragraph.\nSecond paragraph."
    french = "Premier paragraphe."

    codes = [
        finding.code
        for finding in of_a_directory.review(
            own, language=EN, kind=Kind.CIRCULAR, parallels={FR: french}
        ).findings
    ]

    assert "LNG009" in codes
    assert "LNG010" in codes


def test_arabic_stored_backwards_is_told_once_and_its_words_are_left_alone(
    reviewer: Reviewer,
) -> None:
    text = "من الدولة إلى الأمانة العامة على الفور، ومن المجلس إلى الأمانة"

    assert _codes(reviewer, AR, text[::-1]) == ["LNG012"]
    assert "LNG012" not in _codes(reviewer, AR, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The intersessional work on hydrographic surveys continues."),
        (FR, "Il faut accroitre et connaitre les effets."),  # the spelling of 1990
        (FR, "La société doit payer sa cotisatio"),  # cut off at the end
        (AR, "وقد اطلعت اللجنة على مستجدات الحوكمة"),
    ],
)
def test_word_that_is_right_or_cut_off_is_no_slip(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    _needs_dictionary(language)

    assert _codes(reviewer, language, text) == []


def test_slips_of_one_hand_are_findings_and_of_a_bad_copy_notes(reviewer: Reviewer) -> None:
    _needs_dictionary(EN)
    slips = ["implementaton", "resoluton", "cooperaton", "developement"]

    few = reviewer.review(" and ".join(slips[:3]) + " follow.", language=EN).findings
    many = reviewer.review(" and ".join(slips) + " follow.", language=EN).findings

    assert [(each.code, each.level) for each in few] == [("LNG001", Level.WARN)] * 3
    assert [(each.code, each.level) for each in many] == [("LNG001", Level.NOTE)] * 4
