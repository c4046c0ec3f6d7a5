"""Words taken for one another, names, and what a bad copy does to words."""

from __future__ import annotations

import pytest

from clearance.data.lexicon import confusions
from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Level, Reviewer
from clearance.terms import Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def _told(reviewer: Reviewer, language: Language, text: str) -> list[tuple[str, str | None]]:
    findings = reviewer.review(text, language=language).findings
    return [
        (one.code, one.suggestion)
        for one in findings
        if one.code.startswith("LNG") and one.level is not Level.NOTE
    ]


def test_every_shape_begins_where_its_sign_is_read() -> None:
    assert all("(?P<slip>" in each.shape for each in confusions())


@pytest.mark.parametrize(
    ("language", "text", "instead"),
    [
        (EN, "In view of the importance of the mater, I trust that you will reply.", "matter"),
        (EN, "The agreements have had an affect on the return of persons.", "effect"),
        (EN, "Please let me have your advise by 1 September.", "advice"),
        (EN, "The authorities and there partners have agreed on a calendar.", "their"),
        (EN, "It recalled the principal of non-interference.", "principle"),
        (EN, "No more then three experts will attend.", "than"),
        (EN, "The mission form 3 to 5 June was useful.", "from"),
        (EN, "The amount has been payed in full.", "paid"),
        (FR, "Les listes sont jointes, come le prévoit le règlement.", "comme"),
        (FR, "Je vous serais gré de bien vouloir répondre.", "saurais"),
        (FR, "Les autorités on remercié le Secrétariat.", "ont"),
        (FR, "Il et prévu de réunir le comité.", "est"),
        (FR, "Il importe que les autorités soient informées a temps.", "à"),
        (FR, "Le texte à été adopté hier.", "a"),
        (FR, "Au moment ou il arrivera, la séance sera ouverte.", "où"),
        (FR, "Quand à cette délégation, elle viendra.", "Quant"),
        (FR, "Le Gouvernement a confirmé son appuie au projet.", "appui"),
        (FR, "Les autorités ont réaffirmé leurs attachement au dialogue.", "leur"),
        (FR, "Vous pourrez désigner un points focal.", "point"),
        (AR, "عرضت الدولة المساعدة في المجلات الإنسانية.", "المجالات"),
        (AR, "أعرب عن شكري لما تبدلونه من جهود.", "تبذلونه"),
        (AR, "وهذا المبادرة محل تقدير.", "هذه"),
    ],
)
def test_word_taken_for_another_is_told(
    reviewer: Reviewer, language: Language, text: str, instead: str
) -> None:
    assert ("LNG013", instead) in _told(reviewer, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The alma mater of the minister advises you that there are countries in need."),
        (EN, "The principal of the school is led by the principle of non-interference."),
        (EN, "Then the delegates form two groups, rather than one."),
        (FR, "Il vous saurait gré ; on créé ici des comités quand à l’issue du vote tout est dit."),
        (FR, "Leurs engagements, leurs attachements et l’appui que chacun apporte."),
        (FR, "L’été passé, il a été à Dakar, où il a adopté un texte ou une note."),
        (AR, "في المجلات العلمية التي تصدرها المنظمة."),
        (AR, "هذا الخليفة وهذا القرار وهذه المبادرة."),
        (AR, "وتجدون رفق هذا المذكرة التي طلبتها اللجنة."),
    ],
)
def test_word_in_its_place_is_left_alone(reviewer: Reviewer, language: Language, text: str) -> None:
    assert [told for told in _told(reviewer, language, text) if told[0] == "LNG013"] == []


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("وارجو التكرم بموافاتنا بأسماء المشاركين في أقرب وقت.", "وأرجو"),
        ("وقد اسهمت البعثة في تيسير عودة الأسر إلى ديارها.", "أسهمت"),
        ("والأمر معروض للتفضل بالموافقه على ما سبق.", "بالموافقة"),
        ("عودة النازحيين إلى ديارهم في أمان.", "النازحين"),
        ("وسنكون شاكريين لمعاليكم على الرد.", "شاكرين"),
    ],
)
def test_slip_of_an_arabic_letter_is_told(reviewer: Reviewer, text: str, instead: str) -> None:
    if is_absent(AR):
        pytest.skip("no Hunspell dictionary of Arabic is installed here")

    assert instead in [right for _, right in _told(reviewer, AR, text)]


@pytest.mark.parametrize(
    "text",
    [
        "وحضر الاجتماع السيد/محمد عبد الرحمن سالم الحمايدة من الأمانة.",
        "أعضاء اللجنة:\nأ. محمد نبيل محمد الحمادي\nالقاضي دانة عيسى المناعي\n",
    ],
)
def test_name_after_its_title_is_no_slip(reviewer: Reviewer, text: str) -> None:
    assert _told(reviewer, AR, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les secteurs économiques c oncernés par le projet.",
        "Les effets des Actes addition-\nnels de la Communauté.",
        "La mise en œ uvre du programme.",
        "Une zone à accès règlementé, un évènement qu’on cèdera.",
        "Le recours ne surseoit pas ; les examens certificatifs ont lieu.",
        "Le Programme (STP/PSE) assure le secrétariat.",
    ],
)
def test_what_copying_tears_or_the_printer_writes_is_no_slip(reviewer: Reviewer, text: str) -> None:
    assert _told(reviewer, FR, text) == []


def test_slips_in_a_long_bad_copy_are_told_apart_from_what_copying_did(
    reviewer: Reviewer,
) -> None:
    if is_absent(FR):
        pytest.skip("no Hunspell dictionary of French is installed here")
    lost = "La sante, les regles anterieures et les mesures definies sont eliminées. "
    own = "La convocatoin est faite, les difficultiés et certgaines dispositions aussi. "
    text = lost + own + "Le texte est adopté par le Conseil et entre en vigueur. " * 300

    words = [text[one.start : one.end]
             for one in reviewer.review(text, language=FR).findings
             if one.code == "LNG001" and one.level is Level.WARN]  # fmt: skip

    assert words == ["convocatoin", "difficultiés", "certgaines"]
