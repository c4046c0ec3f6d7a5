"""Spoken wordings, words and pairs that come twice, and letters that only an article tells wrong."""

# ruff: noqa: E501  (a text that is broken at its end hides its slip)

from __future__ import annotations

import pytest

from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC

pytestmark = pytest.mark.skipif(
    any(is_absent(language) for language in Language), reason="no dictionaries are installed here"
)


def _told(text: str, language: Language) -> list[str]:
    found = review(text, kind=Kind.LETTER, language=language).findings
    return [
        f"{one.code} {text[one.start : one.end]}"
        for one in found
        if one.check is Check.LANGUAGE and one.level > Level.NOTE
    ]


SLIPS = [
    (EN, "The hall is free. Guess what, the lamps work.", "LNG004 Guess what,"),
    (EN, "Transport to the port is all sorted.", "LNG004 is all sorted"),
    (FR, "Tenez-vous bien, le quai est libre.", "LNG004 Tenez-vous bien,"),
    (FR, "Figurez-vous que le quai est libre.", "LNG004 Figurez-vous que"),
    (AR, "ولن تصدقوا أن القاعة جاهزة.", "LNG004 لن تصدقوا أن"),
    (EN, "Thanks a ton for the list of experts.", "LNG004 Thanks a ton"),
    (EN, "We just wanted to remind the Office of it.", "LNG004 just wanted to"),
    (EN, "The date is fine by us, as the Office says.", "LNG004 fine by us"),
    (FR, "Le calendrier, on verra ça la semaine prochaine.", "LNG004 on verra ça"),
    (FR, "Le Bureau ne sait pas si ça tiendra dans la salle.", "LNG004 ça"),
    (FR, "On ne pourra pas recevoir les envois tardifs.", "LNG004 On ne pourra pas"),
    (FR, "Nos gars préparent la salle.", "LNG004 Nos gars"),
    (AR, "وكلها تمام، والقاعة جاهزة.", "LNG004 كلها تمام"),
    (AR, "والتأخير ما يستاهل هذا الجهد.", "LNG004 ما يستاهل"),
    (AR, "ينتهي العقد يوم الأحد. ما ينفع للمتعاقد إفشاء المعلومات.", "LNG004 ما ينفع"),
    (AR, "وأبلغنا بزاف من الوفود بالموعد.", "LNG004 بزاف"),
    (EN, "The list is a real mess and will be mended.", "LNG004 a real mess"),
    (EN, "The text is pretty awful and needs work.", "LNG004 pretty"),
    (EN, "Members bring their own stuff.", "LNG004 stuff"),
    (FR, "La liste est mal fichue et sera reprise.", "LNG004 mal fichue"),
    (AR, "والملف مبهدل وسيراجع.", "LNG004 مبهدل"),
    (EN, "The forms are sent kind of two weeks before the meeting.", "LNG004 kind of"),
    (EN, "The Charter, adopted you know in Dakar, is in force.", "LNG004 you know"),
    (EN, "The meeting lasted like two weeks.", "LNG004 like two"),
    (FR, "La liste est un vrai bazar et sera corrigée.", "LNG004 un vrai bazar"),
    (FR, "Les fiches arrivent genre deux semaines avant.", "LNG004 genre deux"),
    (FR, "La réunion se tiendra à Dakar, quoi.", "LNG004 quoi"),
    (FR, "Il a fallu pinailler sur chaque article.", "LNG004 pinailler"),
    (AR, "وقد حضر الخبراء شوية من الجلسات.", "LNG004 شوية"),
    (AR, "والقائمة معجوقة وستصحح.", "LNG004 معجوقة"),
    (AR, "والإدارة بتستنى الردود، وبنستنى التقرير.", "LNG004 بنستنى"),
    (EN, "This text is is final.", "LNG003 is is"),
    (EN, "It asks that that the list be sent.", "LNG003 that that"),
    (EN, "It met in the in the hall.", "LNG003 in the in the"),
    (FR, "Il note que que la salle est prête.", "LNG003 que que"),
    (FR, "Il siège dans la dans la grande salle.", "LNG003 dans la dans la"),
    (AR, "ويجتمع في القاعة في القاعة الكبرى.", "LNG003 في القاعة في القاعة"),
    (FR, "Il écrit que le Secretariat est fermé.", "LNG001 Secretariat"),
    (FR, "La 38e sesssion du Conseil est close.", "LNG001 sesssion"),
    (AR, "وتشكر الأمانة العامه للمجلس الوفود.", "LNG002 العامه"),
    (AR, "وتصرف الإدارة المكافآت وتدفع الحجورات.", "LNG001 الحجورات"),
    (AR, "وأشار إلى القرر رقم 5 في هذا الشأن.", "LNG001 القرر"),
    (AR, "ولكل عضو الحقق في الكلمة.", "LNG002 الحقق"),
    (AR, "ويقدم الطلب لللشخص المعني.", "LNG002 لللشخص"),
    (AR, "وتسأل الإدارة عننها في كل عام.", "LNG002 عننها"),
    (AR, "وطبعت المطبوعاة في ثلاث لغات.", "LNG002 المطبوعاة"),
    (AR, "ونظمت له رحله دراسية إلى جدة.", "LNG014 رحله"),
    (AR, "يوم الأحد 5 محرم 1447 الموفق 10 يوليو.", "LNG013 الموفق"),
    (AR, "ويحيط علما مع التقدري بالتقرير.", "LNG001 التقدري"),
    (EN, "The first draft was binned by the Department.", "LNG004 binned"),
    (EN, "The caterers blew the budget in one week.", "LNG004 blew the budget"),
    (EN, "The two lists were sorted out by the Registry.", "LNG004 sorted out"),
    (FR, "La demande a été retoquée par le Bureau.", "LNG004 retoquée"),
    (FR, "Le calendrier est tiré par les cheveux.", "LNG004 tiré par les cheveux"),
    (FR, "La salle est réservée, point barre.", "LNG004 point barre"),
    (AR, "الطلبات المتأخرة بنشوفها في الدورة القادمة.", "LNG004 بنشوفها"),
    (AR, "ووردت واجد مقترحات من الدول الأعضاء.", "LNG004 واجد"),
    (AR, "وتقرر التأجيل. وما تقدر الإدارة أن تجيب قبل ذلك.", "LNG004 ما تقدر"),
    (AR, "وأفادت الإدارة بأن الوثائق ما وصلتش بعد.", "LNG004 ما وصلتش"),
    (AR, "وأفادت الإدارة بأنه ما نقدروش تغيير الموعد.", "LNG004 ما نقدروش"),
    (EN, "Disputes are settled by arbitrtaion in Jeddah.", "LNG001 arbitrtaion"),
    (EN, "The reimbursemnt of fares is due.", "LNG001 reimbursemnt"),
    (EN, "The phytosanitray rules are annexed.", "LNG001 phytosanitray"),
    (FR, "Le mobilier est durablee et sobre.", "LNG001 durablee"),
    (FR, "Il cnoviendrait de fixer le jour.", "LNG001 cnoviendrait"),
    (FR, "Les listes poouvaient être lues.", "LNG001 poouvaient"),
    (AR, "وتدار المشترايت وفقا للوائح.", "LNG001 المشترايت"),
    (AR, "وتبحث اللجنة البنود البرلمناية.", "LNG001 البرلمناية"),
]  # fmt: skip
RIGHT = [
    (EN, "The Panel could only guess what was meant, and the list is sorted by date."),
    (FR, "Le Comité se figure que le quai est libre."),
    (AR, "وإن لم تنضموا فلن تصدقوا على الاتفاق."),
    (EN, "For ages 6 to 12 the fish is put on ice, in the bag, and so whatever binds them, God knows best, is read quid pro quo."),
    (FR, "La foire, la loupe, la torche et la bosse du magot : le ministre les a vues, au bruit du tonnerre."),
    (AR, "وتنفذ القرارات السالفة الذكر بما يقدر بنحو مليون دولار، وحضر السيد واجد حسين، وهذا ما يناقش اليوم."),
    (AR, "وما تقدر بنحو مليون وحدة أن تنتج في العام. وهو ما تعيش عليه الأسر وما يفتش من الأمتعة."),
    (EN, "Strife was stoked by a pretty poor harvest, and WOW, the women's network, left in one truck load."),
    (FR, "Les prix devançaient les dons, on servirait la soupe et ils vendraient ce que le sage devisait de faire."),
    (FR, "Le gaz torché et le bidon tombé à l'eau sont à la charge de la société, qui a du blé et du coton."),
    (AR, "والموارد مسخرة لخدمة الدول، وقد أنجزوا العمل الذي كلفته المنظمة، وقال الله تعالى: تعالوا إلى كلمة سواء."),
    (AR, "حقق المجلس تقدما، وللجنة أن تنظر فيه، وأكد أننا معكم وأنهم منا، وقد عاد الأعضاء من بيننا."),
    (EN, "As you know from our letter, this kind of two-day course and a new kind of small grant are useful."),
    (EN, "Payment in kind of three tons was made; it looks like three States agreed."),
    (FR, "Le genre deux est ouvert, le débat à savoir quoi faire est clos, et il n'y a pas de quoi."),
    (EN, "The report states what it is is clear, and that that State had had time."),
    (EN, "In no way does a two-ton load of material, or IMO, peanuts and red tape, matter."),
    (FR, "Nul ne peut refuser. La prochaine réunion est remise à plus tard ; çà et là, on trouvera des listes."),
    (FR, "Le Secrétariat nous nous engage, et vous vous préparez, l'histoire de la ville."),
    (AR, "ويشمل ذلك ما ينفع الناس وما يحتاج إليه كل منهم، وفلان موفق في عمله."),
    (AR, "وقد ذكر كل ما عندنا من وثائق، وأتم عمله عند تمام الساعة العاشرة، في بعدين."),
    (AR, "وعرض أوجه الفقه والتوجه العام والمياه، وقرر المجلس ذلك، ووصف رحله وأهله."),
    (AR, "وسلم الوفد هديته ومنحه عضوية المجلس."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "slip"), SLIPS)
def test_everyday_slip_is_found(language: Language, text: str, slip: str) -> None:
    assert _told(text, language) == [slip]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_right_words_are_left_alone(language: Language, text: str) -> None:
    assert _told(text, language) == []


# What stands twice or is said as one speaks, told by the rule, and beside it what is written so.
_RULES = {
    EN: (
        ("He thanked the Government of Guinea of Guinea for it.", "LNG003 of Guinea of Guinea"),
        ("It is told in Article 4 and Annex and Annex II.", "LNG003 and Annex and Annex"),
        ("The rule has sort of been forgotten since then.", "LNG004 sort of"),
        ("It lasted for years and years and years. It is kind of you, and a sort of list.", ""),
    ),
    FR: (
        ("Le siège de la Commission la Commission est fermé.", "LNG003 la Commission la Commission"),
        ("Les crédits permettent pas ce voyage.", "LNG004 permettent pas"),
        ("La liste est jointe (pas de stress).", "LNG004 pas de stress"),
        ("Il ne saurait y avoir d'accord et les crédits ne le permettent pas.", ""),
        ("Les Parties en sont pas à pas venues à un accord. L'offre moins-disante est retenue.", ""),
    ),
    AR: (
        ("وينتهي العمل فور انتهاء انتهاء الدورة.", "LNG003 انتهاء انتهاء"),
        ("وشاركت فيها هيئات هيئات المنظمة.", "LNG003 هيئات هيئات"),
        ("ونقدر لدولتكم لدولتكم هذا الموقف.", "LNG003 لدولتكم لدولتكم"),
        ("وأرسلت إليهم نسخة وقائمة وقائمة بالأسماء.", "LNG003 وقائمة وقائمة"),
        ("وقد وصل الخبراء أمس (على فكرة).", "LNG004 على فكرة"),
        ("يقوم المشروع على فكرة، وقرئ فقرة فقرة ووثيقة وثيقة، وحضر توفيق توفيق.", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_word_or_noun_twice_and_words_as_spoken_are_told_by_rule(language: Language) -> None:
    for text, slip in _RULES[language]:
        report = review(text, language=language)
        told = [
            f"{one.code} {text[one.start : one.end]}"
            for one in report.findings
            if one.code in ("LNG001", "LNG003", "LNG004")
        ]
        assert told == ([slip] if slip else []), text


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("معالي السيدة فاطمة ديالو\nوزيرة الخارجية\n", AR, []),
        ("وحضر الاجتماع السيد أمادو ديالو ممثل غينيا.", AR, []),
        ("المدير\n\nأمادو ديالو", AR, []),
        ("وهذا الملف ديالو ناقص في السجل.", AR, ["LNG004 ديالو"]),
        ("The file was seen by Mr. Amadou Meh of Guinea.", EN, []),
        ("The file was seen by Mr. Amadou and meh, it stays open.", EN, ["LNG004 meh"]),
        ("Le dossier fut remis à M. Karim Kiffé du Tchad.", FR, []),
    ],
)
def test_names_of_persons_are_no_slang(text: str, language: Language, told: list[str]) -> None:
    assert [one for one in _told(text, language) if "LNG004" in one] == told
