"""The verbs of a draft resolution: a preamble recalls, the numbered paragraphs decide.

"Recalling ..." opens a paragraph of the preamble, "Requests ..." a numbered one; the one in the
other's place is a slip of drafting. Source: the form of resolutions of the Organisation and of the
United Nations.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found

_NUMBERED = compiled(r"(?m)^[ _*]*(?P<number>\d{1,2}) ?[.)-][ _*]*(?P<text>\S[^\n]*)")
_PARAGRAPH = on_demand(r"(?m)^[ _*]*(?P<text>[^\W\d_][^\n]*)")
_ADVERBS = r"(?:(?:also|further|again|strongly|once again|deeply|fully|solemnly|egalement|en outre|de nouveau|vivement|fermement) )?"
_DECIDES = compiled(
    _ADVERBS
    + r"(?:(?:recalls|reaffirms|takes note|notes|welcomes|requests|urges|calls upon|calls on|decides|invites|expresses|condemns|stresses|emphasi[sz]es|recogni[sz]es|considers|commends|deplores)\b"
    r"|(?:rappelle|reaffirme|prend note|prend acte|se felicite|prie|demande|exhorte|decide|invite|exprime|condamne|souligne|considere|salue|deplore|note)\b(?! que le conseil)"
    r"|(?:يستذكر|يذكر|يحيط علما|يرحب|يطلب|يدعو|يقرر|يعرب|يدين|يؤكد|يحث|يشيد|يناشد|تستذكر|تحيط علما|ترحب|تطلب|تدعو|تقرر)\b)"
)
_RECALLS = compiled(
    r"(?:(?:recalling|reaffirming|taking note|noting|welcoming|requesting|urging|calling upon|deciding|inviting|expressing|condemning|bearing in mind|guided by|considering|recogni[sz]ing|stressing|having|convinced|concerned|deeply concerned|aware|mindful|alarmed|affirming|commending|underlining|emphasi[sz]ing|acknowledging|desiring|determined|pursuant to)\b"
    r"|(?:rappelant|reaffirmant|prenant note|prenant acte|se felicitant|priant|demandant|exhortant|decidant|invitant|exprimant|condamnant|ayant a l'esprit|considerant|soulignant|ayant [^\W\d_]+e?s?|conscient|convaincu|preoccupee?|profondement preoccupee?|guidee?|notant|saluant|affirmant|desireux|resolu|s'inspirant|se referant|tenant compte)\b"
    r"|و?إذ (?:ي|ت|ن)[^\W\d_]+|و?بعد (?:أن|الاطلاع|النظر)\b|و?(?:استرشادا|انطلاقا|تأكيدا|إدراكا|اقتناعا)\b)"
)
_ENDS = on_demand(r"[,;]\s*$|(?:,|;) (?:and|et)\s*$")
_ORGAN = compiled(
    r"council of foreign ministers|islamic summit|islamic conference|general assembly|conference|conseil des ministres|sommet islamique|assemblee generale|مجلس وزراء|مؤتمر القمة|القمة الإسلامية|الجمعية العامة|المؤتمر"
)
_HEAD = 900
_LEAST = 2  # paragraphs that show how a decision begins (our guess)
_NOUN = compiled(
    r"(?:the |all |any |each |every |its |their |this |these |an? |member states\b|states\b|"
    r"les? |la |l'|tou(?:t|te|s|tes) |une? |des |du |ces? |cette |leurs? |"
    r"(?:جميع|كافة|كل|سائر) |(?:ال|بال|لل)(?!تزام)[^\W\d_]{3,})"
)
# A paragraph of another form is whole with a verb of its own: "The Committee shall report ...".
_PREDICATE = compiled(
    r"\b(?:shall|should|must|will|may|is|are|was|were|has|have|calls?|requests?|decides?|sont|est|"
    r"doit|doivent|devra|devront|sera|seront|peut|peuvent|ont|a|"
    r"(?:س|و)?(?:ي|ت)(?:جب|كون|تولى|قوم|عقد|رفع|قدم|عين|جوز|نبغي|ضطلع|لتزم|شكل|تألف)[^\W\d_]*)\b"
)


def check_resolution_verbs(paper: Paper) -> Iterator[Finding]:
    """Find a paragraph of the preamble that decides, and a numbered one that recalls."""
    skeleton = paper.skeleton
    numbered = list(_NUMBERED.finditer(skeleton))
    first = next((one for one in numbered if one["number"] == "1"), None)
    organ = _ORGAN.search(skeleton, 0, _HEAD)
    if first is None or organ is None or organ.start() > first.start():
        return
    whole = list(_PARAGRAPH.finditer(skeleton, organ.end(), first.start()))
    if not any(_RECALLS.match(one["text"]) for one in whole):
        return  # written in another form, or its preamble is not there
    for one in whole:
        verb = _DECIDES.match(skeleton, one.start("text"), one.end())
        if verb and _ENDS.search(one["text"]):
            yield found("CON052", *verb.span(), verb=paper.text[slice(*verb.span())])
    decisions = [one for one in numbered if one.start() >= first.start()]
    for one in decisions:
        verb = _RECALLS.match(skeleton, one.start("text"), one.end())
        if verb:
            yield found("CON053", *verb.span(), verb=paper.text[slice(*verb.span())])
    yield from _without_verb(decisions)


def _without_verb(decisions: list[re.Match[str]]) -> Iterator[Finding]:
    """Find the one numbered paragraph that begins with a noun where all others begin otherwise."""
    nouns = [one for one in decisions if _NOUN.match(one["text"])]
    if len(nouns) == 1 and len(decisions) > _LEAST:
        one = nouns[0]
        if not _PREDICATE.search(one["text"]):
            yield found("CON056", one.start("number"), one.end())
