"""Arabic letters written for one another: what fires, and the word that only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Reviewer
from clearance.terms import Language
from tests.clearance.review.letters import ADDRESSEES, CONTEXT

AR = Language.ARABIC

pytestmark = pytest.mark.skipif(is_absent(AR), reason="no Arabic dictionary is installed here")


def _slips(reviewer: Reviewer, text: str, code: str = "LNG002") -> list[tuple[str, str | None]]:
    return [
        (text[each.start : each.end], each.suggestion)
        for each in reviewer.review(text, language=AR).findings
        if each.code == code and each.start is not None and each.end is not None
    ]


@pytest.mark.parametrize(
    ("text", "word", "instead"),
    [
        ("وتتولى اللجنه المشكلة دراسة الطلب.", "اللجنه", "اللجنة"),
        ("وقد أبرمت الوزارة اتفاقيه مع الشركة.", "اتفاقيه", "اتفاقية"),
        ("ويمنح الموظف عطلة رسميه في ذلك اليوم.", "رسميه", "رسمية"),
        ("ويعمل به مدة سنة واحده من تاريخه.", "واحده", "واحدة"),
        ("صدر القانون رقم 5 لسنه 2019 بشأن الضرائب.", "لسنه", "لسنة"),
        ("وبعد الاطلاع علي القانون المذكور.", "علي", "على"),
        ("ويجب علي الجهات المعنية تنفيذ القرار.", "علي", "على"),
        ("ويشكر المجلس الدول الأعضاء علي دعمها.", "علي", "على"),
        ("وأحيل الطلب إلي اللجنة المختصة.", "إلي", "إلى"),
        ("ويودع الطلب لدي المحكمة المختصة.", "لدي", "لدى"),
        ("عقدت اللجنة الدورة الأولي في الرباط.", "الأولي", "الأولى"),
        ("واستمعت إلى جهات أخري في الجلسة.", "أخري", "أخرى"),
        ("ورأت أن تتولي الأمانة العامة المتابعة.", "تتولي", "تتولى"),
        ("وأشار إلى الذكاء الاصطناعى في التعليم.", "الاصطناعى", "الاصطناعي"),
        ("وقد طلبت الأمانة من الوفد الإنتظار في القاعة.", "الإنتظار", "الانتظار"),
        ("وأكدت الوزارة أهمية أستثمار الموارد.", "أستثمار", "استثمار"),
        ("وأشار إلى أطلاق البرنامج في الشهر القادم.", "أطلاق", "إطلاق"),
        ("ورحب القضائ بالتعديلات في هذا الشأن.", "القضائ", "القضاء"),
        ("وعرضت الهيؤة تقريرها في الجلسة.", "الهيؤة", "الهيئة"),
    ],
)
def test_letter_written_for_another_is_found(
    reviewer: Reviewer, text: str, word: str, instead: str
) -> None:
    assert _slips(reviewer, text) == [(word, instead)]


@pytest.mark.parametrize(
    "text",
    [
        "وقابله نظيره في مكتبه، وأثنى على عمله وعلى زوجه وعلى حديثه في الجلسة.",
        "وأشار إلى مصادره وإلى موضوعه، خلافا لسابقه.",
        "وتضامن العالم بأسره مع الوفد، وحضر الاجتماع بكامله.",
        "وصلى الله على النبي محمد وسلامه عليه وعلى والديه.",
        "وحضر السيد علي الحداد والمهندس علي الصالح.",
        "وقد وصل إلي كتابكم، ولدي ملاحظة عليه.",
        "والتعليم الأولي إلزامي، والعمل الدعوي حر.",
        "وأقترح أن نجتمع، وأعتمد على دعمكم.",
        "والحكم مبني على أسباب فعلية، والمتهم المشتكى عليه حاضر.",
        "ويبقي المجلس المسألة قيد نظره الفعلي.",
        "وحضر أعضاؤه الاجتماع مع أعضائه، واستوفى الطلب وهو مستوفى.",
        "ويبلغ حجم الملف مائة كيلوبايت.",
        "واطلعت على أحكام الدستور، وعلى إحكام الرقابة.",
        "وألحق بالعقد بيان، وألزمت المادة الطرف بدفع ألفين، وألقى كلمة، وألقاب أخرى.",
    ],
)
def test_word_that_is_right_as_it_is_is_left_alone(reviewer: Reviewer, text: str) -> None:
    assert _slips(reviewer, text) == []


@pytest.mark.parametrize(
    ("text", "word", "instead"),
    [
        ("وأحال القانن المذكور الأمر إلى اللجنة.", "القانن", "القانون"),
        ("ونشر القرار في الجريدة الرسمبة للدولة.", "الرسمبة", "الرسمية"),
        ("وتفصل المحكمة في المنزاعات القائمة.", "المنزاعات", "المنازعات"),
        ("واجتمعت الوزارة وموظقيها في المقر.", "وموظقيها", "وموظفيها"),
        ("ورفع التقرير إلى مجلس الكزراء في موعده.", "الكزراء", "الوزراء"),
        ("وأودعت الوثيقة لدى الجهة اهصادر عنها القرار.", "اهصادر", "الصادر"),
        ("وتنص املادة على مدة الإشعار.", "املادة", "المادة"),
        ("وبلغت مساهمته ثلاقون دولارا.", "ثلاقون", "ثلاثون"),
        ("وتتشرف البعثة بإحاطنكم علما بما تقدم.", "بإحاطنكم", "بإحاطتكم"),
        ("ويوزع البيان على الأةعضاء قبل الجلسة.", "الأةعضاء", "الأعضاء"),
        ("وأرفقت مستنداات العرض بالملف.", "مستنداات", "مستندات"),
    ],
)
def test_slip_of_a_finger_is_found(reviewer: Reviewer, text: str, word: str, instead: str) -> None:
    assert _slips(reviewer, text, "LNG001") == [(word, instead)]


@pytest.mark.parametrize(
    "text",
    [
        "واطلعت اللجنة على الحوكمة.",
        "وزار الوفد مدينة العوينات.",
        "واستقبل السيد السالمي الوفد ثم ودعه الخوجة.",
        "وأجريت القياسات في مشفوعة التقرير.",
        "واستمعت إلى ألسنة كثيرة وإلى ألحان وألوان.",
        "وحدد النظام إحداثياتها وقيمها.",
    ],
)
def test_rare_word_or_place_is_no_slip(reviewer: Reviewer, text: str) -> None:
    assert _slips(reviewer, text, "LNG001") == []


def test_preposition_is_not_taken_for_the_name_of_somebody_in_the_register() -> None:
    held = replace(ADDRESSEES[0], names={AR: "علي جيله نادر"})
    own = Reviewer(replace(CONTEXT, addressees=(held,)))

    assert _slips(own, "وستعرض النتائج علي الدورة المقبلة.") == [("علي", "على")]
    assert _slips(own, "ويحضر معالي السيد علي جيله نادر الدورة المقبلة.") == []


def test_ya_without_dots_is_told_once_where_the_paper_prints_it_so(reviewer: Reviewer) -> None:
    text = "وقد ورد فى القرار المذكور أن المجلس الذى أصدره قد اجتمع."

    codes = [each.code for each in reviewer.review(text, language=AR).findings]

    assert codes.count("LNG007") == 1
    assert "LNG002" not in codes


def test_hamza_too_many_is_found_in_a_paper_that_lacks_others(reviewer: Reviewer) -> None:
    text = "وقد رأت الدولة ان ترسل الى اللجنة تقريرا عن الإجتماع اذا طلبته."

    assert _slips(reviewer, text) == [("الإجتماع", "الاجتماع")]
