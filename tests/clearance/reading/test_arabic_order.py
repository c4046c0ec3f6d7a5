from __future__ import annotations

from pathlib import Path

import pytest

from clearance.reading import arabic_ligatures, document_of_text, read_bytes
from clearance.reading.arabic_order import in_reading_order, is_reversed

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
SYSTEM = arabic_ligatures._dictionary
LETTER = (
    "السيد الأمين العام لمنظمة التعاون الإسلامي في جدة\n"
    "إشارة إلى القرار رقم 1/51 الصادر في 12/05/2024 (الموافق 4 ذو القعدة)،\n"
    "نود الإفادة عن استلام مذكرة OIC General Secretariat من الدولة «المضيفة»."
)
# The same as a page shows it from the left to the right, ligatures of lam and alef kept whole.
PICTURE = (
    "ةدج يف يملاسلإا نواعتلا ةمظنمل ماعلا نيملأا ديسلا\n"
    "،(ةدعقلا وذ 4 قفاوملا) 12/05/2024 يف رداصلا 1/51 مقر رارقلا ىلإ ةراشإ\n"
    ".«ةفيضملا» ةلودلا نم OIC General Secretariat ةركذم ملاتسا نع ةدافلإا دون"
)


@pytest.fixture(autouse=True)
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system's dictionary away: it takes half a second to load and differs by place."""
    monkeypatch.setattr(arabic_ligatures, "_dictionary", lambda: None)


def test_reversed_text_is_set_right_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    known = set(LETTER.split())
    monkeypatch.setattr(arabic_ligatures, "_dictionary", lambda: known.__contains__)

    document = read_bytes(PICTURE.encode())

    assert (document.text, document.reliable) == (LETTER, False)


def test_reversed_text_without_a_dictionary_keeps_what_is_uncertain() -> None:
    document = read_bytes(PICTURE.encode())

    assert document.text == LETTER.replace("استلام", "استالم").replace("سلامي", "سالمي")


@pytest.mark.slow  # loads the dictionary of the system
def test_dictionary_of_the_system_sets_words_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arabic_ligatures, "_dictionary", SYSTEM)
    if SYSTEM() is None:
        pytest.skip("there is no Arabic dictionary for Hunspell on this system")

    assert read_bytes(PICTURE.encode()).text == LETTER


def test_text_in_order_stays_as_given() -> None:
    document = read_bytes(LETTER.encode())

    assert (document.text, document.reliable) == (LETTER, True)


def test_plain_string_is_never_repaired() -> None:
    assert document_of_text(PICTURE).text == PICTURE


def test_line_in_order_within_a_reversed_text_stays() -> None:
    told = in_reading_order(PICTURE + "\nالأمانة العامة في جدة من الدولة\nPlain English")

    assert told is not None
    assert told.endswith("\nالأمانة العامة في جدة من الدولة\nPlain English")


def test_presentation_forms_become_letters() -> None:
    told = in_reading_order("ﺔﻣﺎﻌﻟﺍ ﺔﻧﺎﻣﻷﺍ ﻦﻣ ﺔﻳﻣﻼﺳﻹﺍ ﺔﻟﻭﺪﻟﺍ ﻰﻟﺇ\r\nﺔﻨﺴﻟ (٤٦) ﻢﻗﺭ")

    assert told == "إلى الدولة الإسلامية من الأمانة العامة\r\nرقم (٤٦) لسنة"


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General wrote to the Minister.",
        "في",
        "ةيبرع",  # one word is no proof
        "قال السلام والإسلام أولا، ثم الاجتماع الأول في الإدارة",
    ],
)
def test_texts_without_a_fault_are_left_alone(text: str) -> None:
    assert in_reading_order(text) is None


def test_split_ligatures_of_the_article_are_joined() -> None:
    told = in_reading_order("اإلدارة واألمانة في االجتماع األول للدولة لإلسهام في اآلداب")

    assert told == "الإدارة والأمانة في الاجتماع الأول للدولة للإسهام في الآداب"


def test_without_a_dictionary_only_the_certain_is_mended() -> None:
    assert arabic_ligatures.with_whole_ligatures("اإلسالم") == "الإسالم"


def test_with_a_dictionary_the_word_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"الإسلام", "رسالة", "المشاركين"}
    monkeypatch.setattr(arabic_ligatures, "_dictionary", lambda: known.__contains__)

    told = arabic_ligatures.with_whole_ligatures("اإلسالم رسالة املشاركني قالب")

    assert told == "الإسلام رسالة المشاركين قالب"


def corpus(group: str) -> list[Path]:
    return sorted((CORPUS / group).glob("*.txt"))


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside this tree")
def test_all_reversed_texts_of_the_corpus_are_told() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in corpus("ar-visual-order")}

    assert len(texts) == 17
    assert [name for name, text in texts.items() if not is_reversed(text)] == []


# Filed among the texts in order, and reversed: its first line is "تيوكلا ةلود" in letter forms.
MISFILED = "KW-MOF-companies-tax-forms.txt"


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside this tree")
@pytest.mark.parametrize("group", ["official-ar", "official-en", "official-fr"])
def test_no_text_in_order_of_the_corpus_is_repaired(group: str) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in corpus(group)}
    repaired = [name for name, text in texts.items() if in_reading_order(text) is not None]

    assert repaired == ([MISFILED] if group == "official-ar" else [])
