"""An address has its lines in any order, and a side of a contract signs on one line."""

from __future__ import annotations

import pytest

from clearance.reading.skeleton import fold
from clearance.review.mentions.anatomy import TRIGGERS, Anatomy, read_anatomy
from clearance.review.mentions.anatomy.blocks import is_post
from clearance.review.scan import Scanner
from clearance.terms import Kind

_SCANNER = Scanner(TRIGGERS)


def _read(text: str, kind: Kind) -> tuple[str, Anatomy]:
    folded = fold(text)
    hits = _SCANNER.scan(folded.skeleton)
    return folded.clean, read_anatomy(folded.clean, folded.skeleton, hits, kind)


def _part(text: str, place: tuple[int, int] | None) -> str:
    return text[slice(*place)] if place else ""


_LETTER = {
    "en": (
        "Organisation of Islamic Cooperation\nGeneral Secretariat\n\nRef.: OIC/CAB/POL/2026/0412\n"
        "Jeddah, 4 May 2026\n\n{head}Subject: visit of the library\n\nExcellency,\n\n"
        "I have the honour to inform you that the library opens its doors in the month of June.\n\n"
        "Please accept, Excellency, the assurances of my highest consideration.\n\n"
        "Omar Sy\nSecretary-General\n\n{foot}Encl.: 1\n"
    ),
    "fr": (
        "Organisation de la coopération islamique\nSecrétariat général\n\n"
        "Réf. : OIC/CAB/POL/2026/0412\nDjeddah, le 4 mai 2026\n\n{head}"
        "Objet : visite de la bibliothèque\n\nExcellence,\n\n"
        "J'ai l'honneur de vous informer que la bibliothèque ouvre ses portes au mois de juin.\n\n"
        "Je vous prie d'agréer, Excellence, les assurances de ma haute considération.\n\n"
        "Omar Sy\nSecrétaire général\n\n{foot}P.J. : 1\n"
    ),
    "ar": (
        "منظمة التعاون الإسلامي\nالأمانة العامة\n\nالرقم: OIC/CAB/POL/2026/0412\n"
        "جدة، 4 مايو 2026م\n\n{head}الموضوع: زيارة المكتبة\n\nصاحب المعالي،\n\n"
        "أتشرف بأن أفيد معاليكم بأن المكتبة تفتح أبوابها في شهر يونيو المقبل للباحثين.\n\n"
        "وتفضلوا، صاحب المعالي، بقبول فائق التقدير والاحترام.\n\n"
        "عمر سي\nالأمين العام\n\n{foot}المرفقات: 1\n"
    ),
}
_BLOCKS = {
    "en": (
        ("H.E. Mr. Ali Nader", "Ali Nader"),
        "Minister of Health",
        "Kingdom of Bahrain",
        "For the attention of ",
    ),
    "fr": (
        ("S.E. M. Ali Nader", "Ali Nader"),
        "Ministre de la Santé",
        "Royaume de Bahreïn",
        "À l'attention de ",
    ),
    "ar": (("معالي السيد علي نادر", "علي نادر"), "وزير الصحة", "مملكة البحرين", "عناية "),
}


@pytest.mark.parametrize("place", ["head", "foot"])
@pytest.mark.parametrize("order", ["name first", "state first", "post first", "for attention"])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_address_is_taken_apart_in_every_order(language: str, order: str, place: str) -> None:
    (styled, name), post, state, attention = _BLOCKS[language]
    lines = {
        "name first": (styled, post, state),
        "state first": (state, post, styled),
        "post first": (post, state, styled),
        "for attention": (post, state, attention + styled),
    }[order]
    parts = {"head": "", "foot": ""} | {place: "\n".join(lines) + "\n\n"}

    text, anatomy = _read(_LETTER[language].format(**parts), Kind.LETTER)

    assert _part(text, anatomy.addressee_name) == name
    assert _part(text, anatomy.addressee_title) == post
    assert _part(text, anatomy.addressee_place).endswith(state)
    assert len(anatomy.signatures) == 1


@pytest.mark.parametrize(
    ("language", "post"), [("en", "Ambassador"), ("fr", "Ambassadeur"), ("ar", "السفير")]
)
def test_rank_alone_over_the_name_is_the_post(language: str, post: str) -> None:
    (styled, name), _, state, attention = _BLOCKS[language]
    head = f"{post}\n{state}\n{attention}{styled}\n\n"

    text, anatomy = _read(_LETTER[language].format(head=head, foot=""), Kind.LETTER)

    assert _part(text, anatomy.addressee_name) == name
    assert _part(text, anatomy.addressee_title).startswith(post)


def test_arabic_attache_is_a_post_and_an_annex_is_none() -> None:
    (styled, name), _, state, _ = _BLOCKS["ar"]
    head = f"{styled}\nالملحق الثقافي\n{state}\n\n"

    text, anatomy = _read(_LETTER["ar"].format(head=head, foot=""), Kind.LETTER)
    annexed = fold("الملحق الأول: خريطة").skeleton

    assert _part(text, anatomy.addressee_name) == name
    assert _part(text, anatomy.addressee_title) == "الملحق الثقافي"
    assert not is_post(annexed, 0, len(annexed))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_two_persons_of_one_block_stay_two(language: str) -> None:
    (styled, _), post, state, _ = _BLOCKS[language]
    head = f"{styled}\n{post}\n{styled}\n{post}\n{state}\n\n"

    _, anatomy = _read(_LETTER[language].format(head=head, foot=""), Kind.LETTER)

    assert len(anatomy.addressees) == 2


_CONTRACT = {
    "en": (
        "Organisation of Islamic Cooperation\n\nCONTRACT No. OIC/CAB/AF/2026/0412\n\n"
        "Article 1\nThe Contractor prints the maps of the house in four colours and on time.\n\n"
        "{}\nSigned for the Organisation: Omar Sy, Secretary-General\n\n"
        "Legal clearance: granted. Financial clearance: granted.\n",
        ("Signed for the Contractor: the Manager", "Signature of the Contractor: the Manager"),
        ("Omar Sy", "Secretary-General"),
    ),
    "fr": (
        "Organisation de la coopération islamique\n\nCONTRAT n° OIC/CAB/AF/2026/0412\n\n"
        "Article 1\nLe Prestataire imprime les cartes de la maison en quatre couleurs.\n\n"
        "{}\nPour l'Organisation : Omar Sy, Secrétaire général\n\n"
        "Visas du Département juridique et des Finances : accordés.\n",
        ("Signé pour le Prestataire : le Gérant", "Signature du Prestataire : le Gérant"),
        ("Omar Sy", "Secrétaire général"),
    ),
    "ar": (
        "منظمة التعاون الإسلامي\n\nعقد رقم OIC/CAB/AF/2026/0412\n\n"
        "المادة 1\nيطبع المتعاقد خرائط المنظمة بأربعة ألوان وفي المواعيد المتفق عليها.\n\n"
        "{}\nتوقيع المنظمة: عمر سي، الأمين العام\n\nالتأشيرة القانونية: ممنوحة.\n",
        ("توقيع المتعاقد: المدير", "عن المتعاقد: المدير"),
        ("عمر سي", "الأمين العام"),
    ),
}


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_post_of_the_other_side_is_not_that_of_the_house(language: str, number: int) -> None:
    paper, sides, house = _CONTRACT[language]

    text, anatomy = _read(paper.format(sides[number]), Kind.CONTRACT)

    signed = [(_part(text, one.name), _part(text, one.title)) for one in anatomy.signatures]
    assert house in signed
    assert [name for name, _ in signed if name] == [house[0]]


_IN_SENTENCE = {
    "en": (
        "Signed for the Organisation by Omar Sy, Secretary-General, and for the Contractor by its "
        "manager.",
        "Signed for the Contractor by Omar Sy, Manager, and handed to the house in two copies.",
    ),
    "fr": (
        "Signé pour l'Organisation par Omar Sy, Secrétaire général, et pour le Prestataire par son "
        "gérant.",
        "Signé pour le Prestataire par Omar Sy, Gérant, et remis à la maison en deux exemplaires.",
    ),
    "ar": (
        "وقعه عن المنظمة عمر سي، الأمين العام، وعن المتعاقد مديره المفوض بذلك.",
        "وقعه عن المتعاقد عمر سي، المدير، وسلم إلى الدار من نسختين متطابقتين.",
    ),
}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_sentence_says_who_signs_for_the_house_and_not_for_the_other_side(language: str) -> None:
    paper, _, house = _CONTRACT[language]
    head = paper.split("{}")[0]

    ours, theirs = (_read(f"{head}\n{said}\n", Kind.CONTRACT) for said in _IN_SENTENCE[language])

    text, anatomy = ours
    assert [(_part(text, s.name), _part(text, s.title)) for s in anatomy.signatures] == [house]
    assert theirs[1].signatures == ()


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Subject –"), ("fr", "Objet –"), ("ar", "الموضوع –")]
)
def test_subject_behind_a_dash_is_read_however_long_it_is(language: str, label: str) -> None:
    paper = _LETTER[language].format(head="", foot="")
    begin = next(at for word in ("Subject:", "Objet :", "الموضوع:") if (at := paper.find(word)) > 0)
    end = paper.index("\n", begin)
    long = f"{label} " + "ا" * 5 + " " + "of the great hall and its halls " * 4
    text, anatomy = _read(paper[:begin] + long.rstrip() + paper[end:], Kind.LETTER)

    assert _part(text, anatomy.subject).startswith(label)
    assert anatomy.salutation is not None
