"""Styles and titles that nobody in that post bears: "Her Majesty the Minister", "King of a Republic".

Highness stands before ministers of reigning houses, so it is wrong before fewer posts. Source: UN
Correspondence Manual, ST/DCS/4/Rev.1, paras. 104-106; which posts is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.sensitivity.circumstances import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_STYLED = "style of no such post"
TRIGGERS = tuple(
    Trigger(_STYLED, words, literal=True)
    for words in (
        "majesty the", "majesty, the", "majesty minister", "majesty sec", "majesty president", "majesty ambass", "highness the", "highness sec", "excellency the king", "excellency king", "excellency the sultan", "excellency the emir",
        "king of the republic", "president of the kingdom of", "president of the sultanate of", "emir of the kingdom", "emir of the republic", "amir of the kingdom", "sultan of the kingdom", "sultan of the republic", "king of the sultanate",
        "majesté le", "majesté la", "majesté l'", "altesse le", "altesse royale le", "excellence le roi", "excellence le sultan", "excellence l'émir",
        "roi de la république", "président du royaume d", "président du sultanat", "émir du royaume", "émir de la république", "sultan du royaume", "roi du sultanat",
        "جلالة الو", "جلالة و", "جلالة الر", "جلالة رئيس", "جلالة الأمين", "جلالة أمين", "جلالة الس", "جلالة سفير", "جلالة الم", "جلالة مدير", "جلالة مندوب", "فخامة المل", "فخامة مل", "فخامة الس", "فخامة سل", "فخامة الو", "فخامة وزير", "فخامة الأمين", "فخامة المدير",
        "معالي الملك", "معالي ملك", "معالي السلطان", "سعادة الملك", "سعادة ملك", "سعادة السلطان", "سمو الأمين العام", "سمو المدير العام", "سمو رئيس الجمهورية", "ملك جمهورية", "أمير مملكة", "رئيس مملكة", "رئيس سلطنة", "سلطان جمهورية", "سلطان مملكة", "أمير جمهورية", "ملك سلطنة", "أمير سلطنة",
    )
)  # fmt: skip
_POST_EN = r"(?:(?:deputy|assistant|acting|permanent|foreign|vice|under)[- ])*(?:secretary|minister|ambassador|director|president|permanent rep|representative|chair\w*|commissioner|speaker|governor|mayor|rector|judge|registrar|executive|head of (?:delegation|mission)|prime minister)"
_POST_FR = r"(?:(?:vice|sous|premiere?)[- ])?(?:ministre|secretaire|president|ambassad|directeur|directrice|representant|commissaire|gouverneur|juge|procureur|recteur|maire|prefet|delegue|charge)"
_POST_AR = r"(?:ال)?(?:وزير|رئيس|أمين|سفير|مدير|مندوب|محافظ|نائب|وكيل|قاضي|ممثل|مفوض)"
_WRONG = compiled(
    rf"(?:\b(?:his|her|your|their) (?:imperial )?majest(?:y|ies),? (?:the )?{_POST_EN}|"
    r"\b(?:his|her|your) (?:royal |serene )?highness,? (?:the )?(?:deputy |assistant |under-?)?(?:secretary-?\s?general|director-?\s?general|president of the (?:republic|council|assembly|general)|permanent rep|commissioner|registrar|chair(?:man|person)? of)|"
    r"\b(?:his|her|your) excellency,? (?:the )?(?:king|queen|sultan|emir|amir)\b|"
    r"\bking of the (?:\w+ )?(?:republic|sultanate)|\bpresident of the (?:\w+ )?(?:kingdom|sultanate) of|\b(?:emir|amir) of the (?:kingdom|republic|sultanate)|\bsultan of the (?:kingdom|republic)|"
    rf"\b(?:sa|votre|leurs?) majestes? (?:le |la |l'){_POST_FR}|"
    r"\b(?:son|votre) altesse(?: royale| serenissime)? (?:le |la )(?:secretaire generale?|direct(?:eur|rice) generale?|presidente? (?:de la republique|du conseil|de l'assemblee)|representante? permanente?|commissaire)|"
    r"\b(?:son|votre) excellence (?:le roi|la reine|le sultan|l'emir)|\broi (?:de la republique|du sultanat)|\bpresident du (?:royaume|sultanat) d|\bemir (?:du royaume|de la republique|du sultanat)|\bsultan (?:du royaume|de la republique)|"
    rf"(?<!\w)[وبل]{{0,2}}(?:صاحبة? ال)?جلالة {_POST_AR}\w*|"
    r"(?<!\w)[وبل]{0,2}(?:صاحبة? ال)?فخامة (?:ال)?(?:ملك|سلطان|وزير|سفير|مدير|مندوب|أمين عام|أمين العام)(?!\w)|"
    r"(?<!\w)[وبل]{0,2}(?:صاحب ال)?(?:معالي|سعادة) (?:ال)?(?:ملك|سلطان)(?!\w)|"
    r"(?<!\w)[وبل]{0,2}(?:صاحب ال)?سمو (?:الأمين العام|المدير العام|المندوب الدائم|رئيس الجمهورية)|"
    r"(?<!\w)[وبل]?(?:ملك (?:جمهورية|سلطنة)|أمير (?:مملكة|جمهورية|سلطنة)|رئيس (?:مملكة|سلطنة)|سلطان (?:جمهورية|مملكة))(?!\w))"
)
_BEFORE = 14  # characters of a style before its sign


def check(paper: Paper) -> Iterator[Finding]:
    """Find styles before posts, and titles before polities, that do not go together."""
    told = -1
    for start, end in paper.hits(_STYLED):
        match = _WRONG.search(paper.skeleton, max(0, start - _BEFORE), end + 40)
        if match is None or match.start() > start or match.end() <= told:
            continue
        if is_quoted(paper, *match.span()):
            continue
        told = match.end()
        yield found(
            "ADR025", *match.span(), printed=" ".join(paper.text[slice(*match.span())].split())
        )
