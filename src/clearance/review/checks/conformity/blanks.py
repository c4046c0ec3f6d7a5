"""What a draft leaves to be filled in, and nobody has filled: "[address to be inserted]", "XXXX".

A form has many such places, and the lines for a signature, a name or a day are meant to be empty:
of those nothing is said. Source: our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_MOST = 4  # places; a text with more of them is a form to be filled in (our guess)
_BLANK = "blank to fill"
_SIGNS = ("[", "<", "{", "xxx", "xx/", "xx ", "....", "___")
_SIGN_WORDS = ("tbd", "tbc", "lorem ipsum", "(insert", "(name of", "(nom d", "(اسم ")
_ORDERS = (
    "to be inserted", "to be completed", "to be filled", "to be added", "to be specified",
    "to be determined", "to be provided", "to be agreed", "to be confirmed", "to be decided",
    "to be discussed", "to be checked", "to be verified", "to be updated", "under discussion",
    "à convenir", "à confirmer", "à vérifier", "à discuter", "en discussion", "قيد الاتفاق",
    "قيد البحث", "للتأكيد", "يتفق عليه", "à compléter", "à préciser", "à insérer",
    "à déterminer", "à remplir", "à renseigner", "يستكمل", "تستكمل", "يحدد", "تحدد", "يدرج",
    "تدرج", "يملأ", "للاستكمال", "يضاف",
)  # fmt: skip
TRIGGERS = tuple(Trigger(_BLANK, sign, literal=True) for sign in (*_SIGN_WORDS, *_ORDERS))
_ORDER = (
    "|".join(re.escape(fold(word).skeleton) for word in _ORDERS)
    + r"|insert\b|fill in|inserer\b|indiquer\b|renseigner\b|"
    + fold("أدخل|أدرج|أضف|إدراج|إدخال").skeleton
)
_MATTER = compiled(
    r"(?:the )?(?:full )?(?:names?|dates?|day|title|post|address(?:ee)?|number|amount|sum|place|"
    r"venue|"
    r"city|country|currency|signatory|reference|nom|prenom|qualite|lieu|ville|pays|montant|somme|"
    r"numero|adresse|titre|fonction|signataire|(?:ال)?(?:اسم|تاريخ|يوم|مكان|مدينة|دولة|مبلغ|رقم|"
    r"عنوان|منصب|صفة|جهة))"
).pattern
# Words that stand before what a drafter notes down, and those that an editor may write in brackets.
_NOTES = compiled(
    r"(?:n\.?b\b|note to|drafting note|drafter|todo|to do|check\b|query|pending|confirm|verify|update|"
    r"see with|ask |awaiting|note (?:au|du|de) redact|a verifier|verifier|a confirmer|en attente|voir avec|"
    r"ملاحظة ?:|للتأكد|يراجع|يرجى (?:التأكد|المراجعة)|راجع|تأكد|قيد )"
).pattern
_KEPT = compiled(
    r"(?:original|translat\w*|traduction|traduit|source|seal|cachet|sceau|signature|photo|figure|"
    r"image|logo|footnote|note|voir|see|الأصل|ترجمة|مترجم|المصدر|ختم|الختم|توقيع|صورة)\b"
).pattern
_NAME_OF = compiled(
    r"(?:full )?names? of (?:the )?[^\W\d_]+(?: [^\W\d_]+)?|noms? d(?:u |e |e la |e l'|')[^\W\d_]+"
    r"(?: [^\W\d_]+)?|اسم (?:ال)?(?:دولة|بلد|شخص|وزير|وزيرة|مدينة|جهة|شركة|متعاقد|مرشح|موظف|سفير|سفارة|"
    r"منظمة|مؤسسة)(?: [^\W\d_]+)?"
).pattern
_IN_BRACKETS = on_demand(  # the bracket comes first, by which alone a place is found quickly
    rf"[\[<{{(](?:[ ]?(?:[^\])>}}\n(]{{0,40}}?(?<!\w))?(?:{_ORDER})[^\])>}}\n]{{0,40}}[\])>}}]"
    rf"|(?<!\()[ ]?(?:{_MATTER})(?: [^\])>}}\n]{{0,30}})?[\])>}}]"
    # a word to a colleague, or to oneself: "[NB: ...]", "[date?]", "[Sami: to check with ...]"
    rf"|(?<=\[)[ ]?(?:{_NOTES})[^\]\n]{{0,160}}\]|(?<=\[)[^\]\n]{{2,120}}(?:\?|!)[ ]?\]"
    rf"|(?<=\[)(?!{_KEPT})[^\W\d_][^\]:\n]{{1,24}} ?:[^\]\n]{{6,160}}\]"
    rf"|(?<=\()(?:{_NAME_OF})\)"
    r"|(?<!\()[ ]?(?:\.{2,}|_{2,}|x+|\?+|\xb7|\xa4|\*{2,}|[ ])[ ]?[\]>}])"
)
_CROSSES = compiled(
    r"(?<![\w/.-])x{4,}(?![\w/-])|(?<![\w/])x{2,3}[/.-]x{2,3}(?:[/.-](?:x{2,4}|\d{2,4}))?\b|"
    r"\b(?:usd|us\$|eur|sar|no\.?|n°|number|numero|رقم|بتاريخ|مبلغ) ?x{2,3}\b|"
    r"\bx{2,3} (?:usd|dollars|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|"
    r"novembre|"
    r"decembre|دولار|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\b|"
    # "paragraph XX", "page XX": of these no numbering is Roman
    r"\b(?:paragraphs?|paras?|pages?|items?|paragraphes?|points?|(?:ال)?(?:فقرة|صفحة|بند)) xx\b|"
    r"\blorem ipsum\b"
)
_LETTERS_LEFT = on_demand(r"\b(?:TBD|TBC)\b")
_GAP = on_demand(
    r"\(\.{4,}\)|(?<=[^\W\d_] )(?:\.{4,}(?!\.)|_{3,}(?!_))(?=[ ,;]|$)"
    r"(?! *(?:[^\W\d_]{2,7}\W{0,2})?\d)",
    re.MULTILINE,
)
# A label and a place for ink: "Signature: ....", "Approved / Not approved: ......", "Name ____".
_FOR_INK = compiled(
    r"\b(?:signature|signed|signe|name|nom|date|place|lieu|approv\w*|decision|initials|seal|stamp|"
    r"visa|cachet|توقيع|التوقيع|الاسم|التاريخ|الختم|الموافقة|القرار|اعتمد)\b"
)
_SENTENCE = 4  # words on the line beside the gap


def check_blanks(paper: Paper) -> Iterator[Finding]:
    """Find the places of a paper of the house that were to be filled in."""
    skeleton = paper.skeleton
    if paper.kind is None:
        return
    if _BLANK not in paper.signs and not any(sign in skeleton for sign in _SIGNS):
        return
    places = sorted({*_marked(paper), *_gaps(paper)})
    if len(places) > _MOST:
        return
    for start, end in places:
        yield found("CON065", start, end, printed=" ".join(paper.text[start:end].split()))


def _marked(paper: Paper) -> Iterator[Stretch]:
    """Yield what stands in brackets or crosses for what is to come."""
    skeleton, reference = paper.skeleton, paper.anatomy.reference or (0, 0)
    has_crosses = "xx" in skeleton or "lorem" in skeleton
    for expression in (_IN_BRACKETS, _CROSSES) if has_crosses else (_IN_BRACKETS,):
        for match in expression.finditer(skeleton):
            if not reference[0] <= match.start() < reference[1]:  # the number is judged elsewhere
                yield match.span()
    for match in _LETTERS_LEFT.finditer(paper.text):
        yield match.span()


def _gaps(paper: Paper) -> Iterator[Stretch]:
    """Yield the dots and strokes within a sentence: no leader of a table, no place for ink."""
    skeleton = paper.skeleton
    if "...." not in skeleton and "___" not in skeleton:
        return
    begin, end = paper.anatomy.body or (0, len(skeleton))
    for match in _GAP.finditer(skeleton, begin, end):
        first = skeleton.rfind("\n", 0, match.start()) + 1
        last = skeleton.find("\n", match.end())
        line = skeleton[first : last if last > 0 else len(skeleton)]
        if len(line.split()) > _SENTENCE and _FOR_INK.search(line) is None:
            yield match.span()
