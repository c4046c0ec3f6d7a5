"""What the review once said falsely of real official texts, and what it says rightly beside it."""

# ruff: noqa: E501  (sentences of three languages in one line each)

from __future__ import annotations

import pytest

from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Level, Reviewer
from clearance.terms import Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def _told(
    reviewer: Reviewer, language: Language, text: str, level: Level = Level.WARN
) -> list[str]:
    findings = reviewer.review(text, language=language).findings
    return [each.code for each in findings if each.level >= level]


@pytest.mark.parametrize(
    ("language", "code", "text"),
    [
        (FR, "LNG004", "Le Comité considère qu'{}y a pas lieu de statuer."),
        (EN, "LNG004", "The convoy went by the way {} the isthmus."),
        (EN, "LNG004", "He thanked the Giver {} all good."),
    ],
)  # fmt: skip
def test_words_that_are_part_of_others_are_not_informal(
    reviewer: Reviewer, language: Language, code: str, text: str
) -> None:
    right, wrong = ("il n'", "il ") if language is FR else ("of", "past")

    assert code not in _told(reviewer, language, text.format(right))
    assert code in _told(reviewer, language, text.format(wrong))


def test_contractions_of_a_speech_are_told_thrice_and_then_noted(reviewer: Reviewer) -> None:
    text = "We can't wait. It's time. They don't know. We won't ask. I'm here.\n"

    levels = [f.level for f in reviewer.review(text, language=EN).findings if f.code == "LNG004"]

    assert levels == [Level.WARN] * 3 + [Level.NOTE] * 2


def test_informal_word_that_comes_again_is_noted(reviewer: Reviewer) -> None:
    text = "The kids were fed. The kids of the second school were fed too.\n"

    levels = [f.level for f in reviewer.review(text, language=EN).findings if f.code == "LNG004"]

    assert levels == [Level.WARN, Level.NOTE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Committee doesn't meet and the members couldn't be told."),
        (EN, "A writ of quo warranto and the repugnancy of the act were argued; the defrayment of expenses followed."),
        (EN, "The grant is twenty lakh rupees, or two crore in all."),
        (EN, "The power was granted to the Council under articles 5 quinquies and 5 septies."),
        (FR, "La portée est régionale ou infrarégionale."),
        (FR, "Le Conseil supérieur de la prud'homie applique l'article 199 septies."),
        (FR, "Chapitre premier : Etendue du droit de communication des documents"),
    ],
)  # fmt: skip
def test_word_of_regular_make_is_no_slip(reviewer: Reviewer, language: Language, text: str) -> None:
    assert "LNG001" not in _told(reviewer, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Committee dosen't meet and the consistansy of the act was argued."),
        (FR, "La portée est régoinale ou infraregoinale."),
        (FR, "Chapitre premier : Etenude du droit de comunication des documents"),
    ],
)  # fmt: skip
def test_slip_beside_words_of_regular_make_is_told(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    if is_absent(language):
        pytest.skip(f"no Hunspell dictionary of “{language}” is installed here")

    assert "LNG001" in _told(reviewer, language, text)


@pytest.mark.parametrize(
    ("language", "right", "wrong", "code"),
    [
        (EN, "The House has not more than 4 [five hundred and thirty members] from the States.",
         "The House has not more than 4 [five] members from the States.", "FIG005"),
        (FR, "L'assemblée compte 4 [cinq cents membres] au plus.",
         "L'assemblée compte 4 [cinq] membres au plus.", "FIG005"),
        (AR, "يتألف المجلس من 4 [ثلاثين عضوا] على الأكثر.",
         "يتألف المجلس من 4 [خمسة] أعضاء على الأكثر.", "FIG005"),
        (EN, "It cost half a million dollars. The sum of $5,000,000 was asked.",
         "It cost two hundred and fifty thousand dollars. The sum of $260,000 was paid.", "FIG005"),
        (FR, "Elle coûte un million de dollars. Il faut 5 000 000 dollars pour l'école.",
         "Elle coûte quatre cent quinze mille dollars. Le bon porte 425 000 dollars.", "FIG005"),
        (FR, "Bloc A : 100 % des frais réels, dans la limite de 230 % de la base\nBloc B : 80 % des frais, dans la limite de 230 % de la base\n",
         "La quote-part de 100 % est répartie comme suit : 50 % au siège, 30 % au terrain et 30 % au fonds.", "FIG007"),
        (FR, "les articles 23-4 , 23-7 ou 23-8 du code civil s'appliquent.",
         "les articles 23-4 du règlement s'appliquent.", "FIG009"),
        (FR, "Les homicides (articles 221-1 et suivants) et les actes (articles 322-1, R. 635-1 du code pénal) sont punis.",
         "Les homicides (articles 221-1) sont punis par la loi.", "FIG009"),
        (FR, "Le prélèvement est de 20 %, 80 % restant affectés au navire ; 30 % des 20 % prélevés sont affectés à la réserve et 70 % à l'organisation.",
         "Les crédits sont affectés comme suit : 40 % à la réserve, 35 % à l'organisation et 30 % au navire.", "FIG015"),
        (EN, "They are allocated stock ranging from 41 per cent as a maximum to 28.5 per cent as a minimum, and 45 per cent in one company.",
         "The credits are allocated as follows: 41 per cent to the fund, 28.5 per cent to the field and 45 per cent to the seat.", "FIG015"),
        (EN, "Sections 45-12, 45-13 and 46-1 of the Code apply.",
         "Sections 45-12 of the Regulations apply.", "FIG009"),
    ],
)  # fmt: skip
def test_numbers_of_codes_and_amendments_are_no_slips(
    reviewer: Reviewer, language: Language, right: str, wrong: str, code: str
) -> None:
    assert code not in _told(reviewer, language, right)
    assert code in _told(reviewer, language, wrong)


_ARTICLES = "".join(
    f"{n}. The Authority shall have the power that is named.\n" for n in range(231, 235)
)


@pytest.mark.parametrize(
    ("extra", "is_told"),
    [("231A. The Authority meets.\n", False), ("The Authority meets.\n", True)],
)
def test_act_with_articles_put_in_may_lack_some(
    reviewer: Reviewer, extra: str, is_told: bool
) -> None:
    lines = _ARTICLES.splitlines(keepends=True)
    text = "".join((*lines[:2], extra, *lines[3:]))

    assert ("CON030" in _told(reviewer, EN, text)) is is_told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (AR, "{}1- أن يقدم الطلب.\n2- أن يسدد الرسم.\n3- أن يقيد الاسم.\n4- أن يبلغ القرار.\n5- أي شروط أخرى.\n{}5- أن يكون شريكا.\n6- أن يكون دائنا.\n"),
        (EN, "{}1. The request.\n2. The fee.\n3. The name.\n4. The notice.\n5. Any other term.\n{}5. A partner.\n6. A creditor.\n"),
        (FR, "{}1. La demande.\n2. Les frais.\n3. Le nom.\n4. L'avis.\n5. Toute autre condition.\n{}5. Un associé.\n6. Un créancier.\n"),
    ],
)  # fmt: skip
def test_items_of_another_article_are_another_list(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    heads = {
        AR: ("مادة (18):\n", "مادة (26) البندان (5) و(6):\n"),
        EN: ("Article 18\n", "Article 26\n"),
    }
    first, second = heads.get(language, heads[EN])

    assert "CON031" not in _told(reviewer, language, text.format(first, second))
    assert "CON031" in _told(reviewer, language, text.format(first, ""))


def test_number_that_lost_its_line_is_not_missing(reviewer: Reviewer) -> None:
    text = "١ – المجلس.\n٢ – الوزير.\n٣ – الصندوق.{}٤ – اللجنة.\n٥ – المدير.\n٦ – البنك.\n"

    assert "CON030" not in _told(reviewer, AR, text.format("  "))
    assert "CON030" in _told(reviewer, AR, text.replace("{}٤ – اللجنة.", ""))


_DECREE = (
    "Article 1er\n{}\nArticle 2\nLe ministre exécute la présente décision.\nArticle 3\nLa présente "
    "décision sera publiée au Journal officiel.\n"
)


@pytest.mark.parametrize(
    ("article", "is_told"),
    [
        ("L'article 5 « Droit syndical et liberté d'opinion » des dispositions générales de la convention est modifié.", False),
        ("L'annexe est rédigée ainsi : « Le litige est soumis au comité prévu à l'article 31. Il tranche. »", False),
        ("Le litige est soumis au comité prévu à l'article 31. Il tranche.", True),
    ],
)  # fmt: skip
def test_article_of_a_text_that_is_quoted_is_its_own(
    reviewer: Reviewer, article: str, is_told: bool
) -> None:
    assert ("CON033" in _told(reviewer, FR, _DECREE.format(article))) is is_told


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        ("٣٥ / ٢٠٠٣ بشأن تنظيم شؤون البلديات والمرافق", True),
        ("٣٥ / ٢٠٠٣،\nوعلى قانون البلديات", False),
    ],
)
def test_act_ends_where_the_next_is_cited(reviewer: Reviewer, second: str, is_told: bool) -> None:
    first = (
        "٣٢ / ٢٠٠٣ بشأن تنظيم شؤون البلديات والمرافق"
        if is_told
        else "٣٢ / ٢٠٠٣،\nوعلى قانون البلديات"
    )
    text = (
        f"وعلى المرسوم السلطاني رقم {first} العامة،\nوعلى المرسوم السلطاني رقم {second} العامة،\n"
    )

    assert ("PRO026" in _told(reviewer, AR, text)) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("تعطل الوزارات أيام 9 و10 و11 و12 ذو الحجة 1447هـ الموافق 26 و27 و28 و29 مايو 2026م.", False),
        ("The offices close on 9, 10, 11 and 12 Dhu al-Hijjah 1447 AH, corresponding to 26, 27, 28 and 29 May 2026.", False),
        ("Fermeture les 9, 10, 11 et 12 dhou al-hijja 1447 H, correspondant aux 26, 27, 28 et 29 mai 2026.", False),
        ("تعطل الوزارات يوم 12 ذو الحجة 1447هـ الموافق 26 مايو 2026م.", True),
        ("The offices close on 12 Dhu al-Hijjah 1447 AH, corresponding to 26 May 2026.", True),
        ("Fermeture le 12 dhou al-hijja 1447 H, correspondant au 26 mai 2026.", True),
    ],
)  # fmt: skip
def test_days_of_two_lists_are_not_paired_crosswise(
    reviewer: Reviewer, text: str, is_told: bool
) -> None:
    found = [each.code for each in reviewer.review(text).findings if each.level >= Level.WARN]

    assert ("FIG003" in found) is is_told


@pytest.mark.parametrize(
    ("language", "head", "text"),
    [
        (AR, "المادة ٤\n", "أهداف المجلس الرئيسية هي إصدار النقد والبناء المالي والتعليم والثقافة والصحة."),
        (EN, "Article 4\n", "pillars of the plan, namely trade, education, health, culture and sport, are kept."),
    ],
)  # fmt: skip
def test_number_of_an_article_announces_no_list(
    reviewer: Reviewer, language: Language, head: str, text: str
) -> None:
    count = {AR: "وللخطة 4 ", EN: "The 4 "}[language]

    assert "FIG023" not in _told(reviewer, language, head + text)
    assert "FIG023" in _told(reviewer, language, count + text)


@pytest.mark.parametrize("amount", ["5,939.009.29", "5.939,009,29", "1,2.3,4.5", "1.2,3.4,5"])
def test_amount_that_is_printed_badly_ends_no_review(reviewer: Reviewer, amount: str) -> None:
    text = f"The receipts were $ {amount}, and the balance left was $ 4,100.50. Le total est de {amount} euros.\n"

    assert reviewer.review(text).findings is not None


def test_member_behind_twenty_one_is_plural(reviewer: Reviewer) -> None:
    assert "LNG013" not in _told(reviewer, FR, "Le collège comprend vingt et un membres de droit.")
    assert "LNG013" in _told(reviewer, FR, "Le collège comprend un membres de droit.")


def test_short_delay_is_not_informal(reviewer: Reviewer) -> None:
    assert "LNG004" not in _told(reviewer, FR, "L'administration dispose d'un bref délai.")
    assert "LNG004" in _told(reviewer, FR, "Bref, la réunion est reportée.")


@pytest.mark.parametrize(
    ("behind", "is_told"), [("Ces écarts ont trois causes :\n\n– l'âge ;\n– le poste ;\n– le lieu.\n", False),
                            ("– une autre baisse.\n", True)],
)  # fmt: skip
def test_list_ends_where_another_is_led_to(reviewer: Reviewer, behind: str, is_told: bool) -> None:
    head = "Les courbes présentent deux caractéristiques :\n\n– un écart important ;\n– une diminution.\n"

    assert ("FIG023" in _told(reviewer, FR, head + behind)) is is_told


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        (EN, "The receipts were 500 boxes, of which 200 came from Niamey, 150 from Dakar and 140 from Tunis{}.",
         ". The remainder was bought here"),
        (FR, "Ils ont reçu 500 caisses, dont 200 venaient de Niamey, 150 de Dakar et 140 de Tunis{}.",
         ". Le reste a été acheté ici"),
        (AR, "بلغت الواردات 500 صندوق، منها 200 من نيامي و150 من داكار و140 من تونس{}.", ". والباقي اشتري محليا"),
    ],
)  # fmt: skip
def test_parts_of_which_the_rest_is_told_need_not_be_all(
    reviewer: Reviewer, language: Language, text: str, rest: str
) -> None:
    assert "FIG007" not in _told(reviewer, language, text.format(rest))
    assert "FIG007" in _told(reviewer, language, text.format(""))


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (EN, "It has three options: higher taxes, deeper deficits, or huge and immediate cuts.",
         "It has three options: higher taxes, deeper deficits, new loans and immediate cuts."),
        (FR, "Il reste trois options : la hausse, le déficit, ou une coupe forte et immédiate.",
         "Il reste trois options : la hausse, le déficit, le prêt et la coupe immédiate."),
    ],
)  # fmt: skip
def test_words_joined_within_the_last_option_are_one(
    reviewer: Reviewer, language: Language, right: str, wrong: str
) -> None:
    assert "FIG023" not in _told(reviewer, language, right)
    assert "FIG023" in _told(reviewer, language, wrong)
