"""The title that a text gives to a resolution, before its number or after it."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from dataclasses import dataclass

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled


@dataclass(frozen=True, slots=True)
class PrintedTitle:
    """A title from ``start`` up to ``end``; ``ends``: the text itself says that it ends there.

    ``is_aside``: it may as well be a remark, or words on what the resolution is about.
    """

    start: int
    end: int
    ends: bool
    is_aside: bool = False


_CONNECTOR = (
    r"(?:on|concerning|regarding|entitled|titled|relating to|related to|about|with regard to"
    r"|in respect of|under the title(?: of)?|sur|concernant|portant(?: sur)?|intitulee?s?"
    r"|relative?s? (?:aux?|a)\b|au sujet (?:de|du|des)|ayant pour titre|sous le titre"
    r"|و?بشأن|و?حول|في شأن|و?بعنوان|و?المعنونة?|تحت عنوان|و?الموسومة? ب|و?(?:المتعلقة?|الخاصة?|المعنية?) ب)"
)
_AFTER = compiled(
    r"(?:\s*\(?(?:of|de|du|en|dated|لعام|لسنة|الصادر عام|عام|المؤرخ)?\s*(?:\d{1,2}(?:er)?\s\w+\s)?"
    r"(?:19|20)\d\d(?!\d))?(?:\s*\))?\s*[,:-]?\s*(?:(?P<word>" + _CONNECTOR + r")\s*[:,]?\s*"
    r"(?:the subject of\s+|the\s+(?=\")|la question\s+(?=\"))?(?:\"\s?)?|\(?\s*\"\s?)"
)
_QUOTED_END = compiled(r"\s?[\"]|\n\s*\n")
_END = compiled(
    r"[,;.()\"]|\n\s*\n|\s-\s|\s(?:adopted|issued|approved|passed|endorsed|which|that|who|has|have"
    r"|was|is"
    r"|calls|requests|of the \d|by the|at (?:the|its)|in its|as (?:adopted|well)"
    r"|and (?:the )?resolution"
    r"|and \d|adoptee?s?|prises?|approuvee?s?|votee?s?|issue de|emanant|qui|que|dont|par la|par le"
    r"|lors"
    r"|et (?:la )?resolution|ainsi|(?:وال|ال|و)?(?:صادر|معتمد)\w*|الذي|التي|والذي|والتي|وكذلك|وذلك"
    r"|اعتمد\w*|المنعقدة?|و(?:إلى )?القرار)\b"
)
_NOT_A_TITLE = compiled(
    r"\d{1,2}\s|\d{1,2}(?:st|nd|rd|th|er)\b|the (?:basis|occasion|margins|same|one|other|date"
    r"|above)\b"
    r"|(?:the|this|that|such|same) (?:\w+ )?(?:matter|subject|question|issue|topic|item|point)\s*(?:[,.;:)]|$)"
    r"|(?:la|cette|ce|le) (?:question|sujet|point|matiere)\s*(?:[,.;:)]|$)|(?:هذا |هذه |ذات )?(?:ال)?(?:موضوع|مسألة|شأن|بند)\s*(?:[,.;:)]|$)"
    r"|this|that|these|which|it\b|its\b|le fondement|la base|cette|ce\b|ces\b|هذا|هذه|ذلك|الشأن"
)
_BEFORE_NUMBER = compiled(
    r"[\s,]*(?:\(\s*)?(?:(?:see |cf\.? |voir )?(?:the )?(?:resolution|decision|la resolution"
    r"|القرار|قرار)\s+)?"
    r"(?:(?:oic|oci)\s+)?(?:res\.?\s?(?:no\.?)?|nos?\.?|n[o.]{1,2}|number|numero|رقم|الرقم"
    r"|ذي الرقم)?\s*$"
)
# "the resolution on the Situation in Mali, numbered"
_NUMBERED = compiled(
    r"(?:resolution|decision|قرار)\s+"
    + _CONNECTOR
    + r"\s*(?:\"\s?)?(?P<title>[^\W\d][^\n;.()\"]{5,140}?)\s?\"?,?\s+"
    r"(?:which (?:bears|carries) (?:the )?number|bearing (?:the )?number|numbered|(?:qui )?port(?:e|ant) le (?:numero|n o)|(?:و?ذو|و?يحمل|والذي يحمل|و?الحامل ل?|تحت)\s+(?:ال)?رقم)\s*(?:no\.?\s*)?$"
)
_NAMED = compiled(
    r"(?:resolutions?|decision|\w{0,3}قرار)\s+(?:of the (?:council|summit|oic"
    r"|organi[sz]ation)[^,.;()\n]{0,60}?\s)?" + _CONNECTOR + r"\s*"
)
_IN_BRACKETS = compiled(r"\s?\((?P<title>[^()\d\n]{8,120})\)")
_DASHED = on_demand(r"\s-\s(?P<title>[^\W\d][^-\n;:]{7,120}?)\s-\s")
_AFTER_COLON = on_demand(r"\s?:\s(?P<title>[^\W\d][^\n:;.]{7,120}?)(?=[\n.;]|$)")
_DEALING = compiled(
    r"\s*,?\s*(?:(?:which|that)\s+(?:deals?|dealt|is concerned)\s+with|dealing with|devoted to|qui (?:traite|porte) (?:de|du|des|sur)"
    r"|traitant (?:de|du|des)|consacree? (?:a|au|aux)|(?:الذي|والذي)\s+(?:يتناول|تناول|يعالج)|المخصص ل|المكرس ل)\s*"
    r"(?P<title>[^\W\d][^\n:;,.]{7,120}?)(?=[\n.;,]|$)"
)
_AFTER_SESSION = compiled(
    r"\s+(?:of|adopted (?:by|at)|de|adoptee? (?:par|lors de)|الصادر عن|المعتمد (?:في|خلال))\s+(?:the|la|ال)?[^.;:\n]{5,110}?"
    r"(?:foreign ministers|affaires etrangeres|الخارجية)\s*,?\s*(?:on|concerning|regarding|sur|concernant|relative a|بشأن|حول)\s+"
    r"(?P<title>[^\W\d][^\n:;,.]{7,120}?)(?=\s(?:is|was|has|are|est|a ete)\s|[\n.;,]|$)"
)
_UNDER = compiled(
    r"\b(?:under the (?:title|heading)|sous (?:le titre|l'intitule)|و?تحت عنوان|و?بعنوان)\s*:?\s*\"\s?(?P<title>[^\"\n]{4,140}?)\s?\""
    r"\s*,?\s*(?:[^\W\d_]+\s+){0,2}?(?:the |la |le )?(?:resolution|res\.|(?:ال)?قرار)\s*(?:no\.?|n[o.]{1,2}|رقم)?\s*$"
)
_REACH = 200


def title_of(text: str, skeleton: str, start: int, end: int) -> PrintedTitle | None:
    """Return the title of the number that stands from ``start`` up to ``end``; None: no title."""
    return (
        _after(skeleton, end)
        or _before(skeleton, start)
        or _beside(skeleton, end)
        or _said_after(skeleton, end)
        or _under(skeleton, start)
    )


def _said_after(skeleton: str, at: int) -> PrintedTitle | None:
    """Return what stands between dashes or after a colon, or is told of what it deals with.

    "Resolution 3/50-POL - X - was sent"; "Resolution 3/50-POL: X"; "resolution 3/50-POL, which
    deals with X,"; "resolution 3/50-POL of the 50th session of the Council on X".
    """
    for shape in (_DASHED, _AFTER_COLON, _DEALING, _AFTER_SESSION):
        match = shape.match(skeleton, at)
        if match is not None:
            return PrintedTitle(*match.span("title"), False, is_aside=True)
    return None


def _under(skeleton: str, at: int) -> PrintedTitle | None:
    """Return the quoted title of 'Under the title "X", resolution 3/50-POL'."""
    match = _UNDER.search(skeleton, max(0, at - _REACH), at)
    return PrintedTitle(*match.span("title"), True) if match else None


def _beside(skeleton: str, at: int) -> PrintedTitle | None:
    """Return what stands in brackets after the number: a title, or a remark of another kind."""
    match = _IN_BRACKETS.match(skeleton, at)
    return PrintedTitle(*match.span("title"), False, is_aside=True) if match else None


def _after(skeleton: str, at: int) -> PrintedTitle | None:
    opening = _AFTER.match(skeleton, at)
    if opening is None:
        return None
    begin, limit = opening.end(), min(len(skeleton), opening.end() + _REACH)
    if opening[0].rstrip().endswith('"'):
        closing = _QUOTED_END.search(skeleton, begin, limit)
        return PrintedTitle(begin, closing.start(), True) if closing else None
    if _NOT_A_TITLE.match(skeleton, begin):
        return None
    closing = _END.search(skeleton, begin, limit)
    close = closing.start() if closing else limit
    ends = closing is not None or close == len(skeleton)
    return PrintedTitle(begin, close, ends) if close - begin > 3 else None


def _before(skeleton: str, at: int) -> PrintedTitle | None:
    """Return the title in quotation marks or after "resolution on" that leads to the number."""
    begin = max(0, at - _REACH)
    if numbered := _NUMBERED.search(skeleton, begin, at):
        return PrintedTitle(*numbered.span("title"), True)
    lead = None
    for match in _BEFORE_NUMBER.finditer(skeleton, max(0, at - 60), at):
        lead = match
        break
    if lead is None:
        return None
    edge = lead.start()
    if edge > begin and skeleton[edge - 1] == '"':
        opening = skeleton.rfind('"', begin, edge - 1)
        return PrintedTitle(opening + 1, edge - 1, True) if opening >= 0 else None
    if "(" not in lead[0]:
        return None
    named = None
    for match in _NAMED.finditer(skeleton, begin, edge):
        named = match
    if named is None or any(sign in skeleton[named.end() : edge] for sign in (";", ". ", "\n\n")):
        return None
    return PrintedTitle(named.end(), edge, True)
