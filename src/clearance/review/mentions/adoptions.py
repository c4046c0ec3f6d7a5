"""Where and when the text says that a cited resolution was adopted, and by which session."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.mentions.cited import Citation
from clearance.review.mentions.ordinals import SESSION_NUMBER, ordinal_of
from clearance.review.mentions.sessions import SessionMention, beside
from clearance.review.mentions.titles import title_of
from clearance.review.scan import Stretch

_LISTED = compiled(
    r"\s*(?:,|;|and|et|or|ou|to|a|و|أو|إلى)(?:\s*,)?\s*(?:and|et|و)?\s*"
    r"(?:nos?\.?\s?|resolutions?\s|la\s)?$"
)
_ADOPTED = compiled(
    r"(?:\b(?:adopted|issued|approved|passed|endorsed|enacted|emanating|taken|adoptee?s?|prises?"
    r"|issues?|emanant|approuvee?s?|votee?s?|rendue?s?)\b|صادر|معتمد|اعتمد|أقر|صدر|اتخذ)"
    r"[^.;\n]{0,60}$|(?:\b(?:of|by|from|de|du|par|issue de)\s+(?:the |la |l')?|\(|,\s*|عن\s*"
    r"|من\s*)$"
)
# "which the Council of Foreign Ministers adopted at its fifty-first session"
_ADOPTED_AT = compiled(
    r"\b(?:adopted|approved|endorsed|issued|passed|adoptee?s?|approuvee?s?|prises?|votee?s?)\b"
)
_NUMBER_SIGN = r"(?:(?:nos?\.?|n o\.?|numero|رقم)\s*)?\(?\s*"
_RESOLUTION = rf"(?:oic\s+|cfm\s+)?(?:resolution|decision|res\.|(?:ال)?قرار)\s+{_NUMBER_SIGN}$"
_ADOPTS = compiled(
    r"\b(?:adopted|approved|passed|issued|enacted|adopte|approuve|vote"
    r"|adopta)\s+(?:[\w.]+\s+){0,4}$"
    r"|(?:اعتمدت?|أقرت?|أصدرت?|واعتمدت?)\s[^.;]{0,160}$"
)
# "in its resolution 3/51-POL", said of the session or the organ beside it.
_IN_ITS = compiled(
    r"\b(?:in|by|through|under|via|with|vide|per|par|dans|selon|aux termes de|en vertu de|au titre de)\s+"
    r"(?:(?:operative\s+)?paragraphe?s? \d{1,2} (?:of|de)\s+)?"
    rf"(?:its|their|sa|leur)\s+{_RESOLUTION}|(?:\b|[بل])قراره[ام]?\s+{_NUMBER_SIGN}$"
)
_BRACKETED = compiled(rf"\s*\(\s*(?:see\s+|voir\s+)?{_RESOLUTION}|(?:'s)?\s+{_RESOLUTION}")
# "adopted resolution 3/51-POL during the", "صدر القرار 3/51-س في جدة خلال"
_HERE = compiled(
    rf"\b(?:adopted|approved|passed|issued|adopte|approuve|vote|(?:صدر|اعتمد|أقر)ت?|اعتماد|صدور)\s+(?:the\s+|la\s+)?{_RESOLUTION}"
)
_AT_THE = compiled(
    r",?\s*(?:[^.;,\n]{0,60}\s)?(?:at|during|in|by|lors de|a|au cours de|pendant|par|خلال|في|أثناء|عن)\s+(?:the |la |its |sa )?$"
)
_SAYS = compiled(r",\s*(?:[^\W\d_]+\s+)?(?:the |la |le |l')?$")
# "adopted at its fiftieth session": the organ's own, whose name the text leaves out.
_OWN_SESSION = on_demand(
    pattern(
        r"(?:adopted|approved|issued|adoptee?s?|prises?|المعتمدة?|الصادرة?|اعتمده?ا?)[^.;\n]{0,40}?"
        r"\b(?:its|sa|لدى|في|عن)?\s*(?:\b(?:its|sa)\s+|دورته?ا?\s+)"
    )
    + SESSION_NUMBER
    + pattern(r"(?:\s+session\b)?(?:\s+session)?")
)
# "which the 50th Session of the Council passed", with the verb behind the session.
_WHICH_THE = compiled(r"\b(?:which|that|que|qu')\s*(?:the |la |l')?$")
_DID_ADOPT = compiled(
    r"\s+(?:had |has |a |avait )?(?:adopted|approved|endorsed|issued|passed|adoptee?|approuvee?|prise|votee?)\b"
)
# "of the fiftieth session", right behind the number.
_OF_SESSION = on_demand(
    pattern(
        r",?\s*\(?(?:(?:as\s+)?(?:adopted|approved|issued|passed|taken|given|endorsed|voted|adoptee|approuvee|donnee|prise|votee|issue)\s+)?"
        r"(?:by|at|in|of|from|during|a|de|par|lors de)\s+(?:the|la|its|sa)\s+"
    )
    + SESSION_NUMBER
    + r"(?:\s+(?:ordinary|regular|annual))?\s+session\b"
)
_OF_SESSION_AR = on_demand(
    pattern(
        r",?\s*\(?(?:(?:الصادرة?|المعتمدة?|المنبثقة?)\s+)?(?:عن|في|من|خلال)\s+(?:أعمال\s+)?(?:ال)?دورة\s+(?:رقم\s+)?\(?"
    )
    + SESSION_NUMBER
    + r"(?!\w)"
)
_OF_ANOTHER = compiled(
    r"\)?\s+(?:ordinaire\s+)?(?:of|du|des|de la|de l')\s|\)?\s+(?:العادية\s+)?ل(?!ل?(?:مجلس|وزراء))\w"
)
_OF_CITY = compiled(
    r",?\s*\(?(?:(?:which\s+|that\s+)?(?:dating|dates?|going) (?:back )?(?:to|from)|(?:as\s+)?(?:adopted|approved|issued|passed) (?:at|by|in|during)|of|from"
    r"|(?:qui )?dat(?:e|ant) de|(?:adoptee|prise|votee|issue) (?:a|de|par|lors de)|de|(?:الصادرة?|المعتمدة?|المنبثقة?) (?:عن|في|خلال)|من)\s+"
    r"(?:the\s+(?P<place>[^\W\d_][^\d.,;:()\n]{2,30}?)\s+(?:session|ministerial|meeting)\b"
    r"|la session (?:de |d'|du )(?P<ville>[^\W\d_])|دورة\s+(?P<madina>[^\W\d_]))"
)
# "the Yaoundé session adopted resolution", "la session de Niamey a adopté la résolution"
_CITY_ADOPTS = compiled(
    r"(?:\bthe\s+(?P<place>[^\W\d_][^\d.,;:()\n]{2,30}?)\s+(?:session|ministerial|meeting)\s+(?:had\s+|has\s+)?"
    r"|\bla session (?:de |d'|du )(?P<ville>[^\W\d_][^\d.,;:()\n]{2,30}?)\s+(?:a|avait)\s+"
    r"|(?:(?P<fil>اعتمدت|أقرت|أصدرت)\s+)دورة\s+(?P<madina>[^\W\d_][^\d.,;:()\n]{2,20}?)\s+)"
    rf"(?(fil)|(?:adopted|approved|passed|issued|adopte|approuve|vote)\s+)(?:the\s+|la\s+)?{_RESOLUTION}"
)
# "by the Ministers in Niamey (2020) through its resolution", "given by the Council at Dhaka (Resolution"
_ORGAN_IN = compiled(
    r"(?:\b(?:ministers|council|cfm|conference|ministres|conseil|cmae|etrangeres)\b|(?:المجلس|الوزراء|الخارجية)),?\s+"
    r"(?:(?:meeting|met|assembled|gathered|reunis?|المجتمع\w*|المنعقد)\s+)?(?:in|at|a|au|في)\s+"
    r"(?P<place>[^\W\d_][^\d.,;:()\n]{2,30}?),?\s*(?:(?:\(|in |en |عام |سنة )\s*(?P<year>20\d\d|19[6-9]\d)\)?,?\s*)?"
    r"(?:(?:in|by|through|under|via|par|dans|aux termes de|en vertu de)\s+(?:its|their|sa|leur)\s+|\(|"
    r"(?:has |had |have |a |ont )?(?:adopted|approved|passed|adopte|approuve)\s+(?:the\s+|la\s+)?|(?=بقرار|بموجب|قرار))"
    rf"(?:{_RESOLUTION}|(?:ب|بموجب )?قراره[ام]?\s+{_NUMBER_SIGN}$)"
)
# What is said of a resolution after its adoption, and what is named beside it.
_LATER = compiled(
    r"\b(?:re-?affirmed|recalled|renewed|extended|examined|reviewed|discussed|considered|presented|submitted|updated|superseded|replaced|amended|followed"
    r"|reaffirmee?|rappelee?|reconduite?|prorogee?|examinee?|presentee?|soumise?|remplacee?|modifiee?|actualisee?)\b"
    r"|\b(?:أكدت|جدد|مدد|نوقش|عرض|استعرض|ذكر|حل)\w*"
)
_BESIDE = compiled(
    r"\s*,?\s*(?:(?:and|et)\s+(?:by\s+|with\s+|par\s+|avec\s+)?(?:the|other|all|les|des|la|le|l')|as well as|ainsi que|و(?=ال|قرارات|توصيات|ب)|وكذلك)"
)
_NOT_ADOPTED = compiled(
    r"\s*,?\s*(?:which |that |qui )?(?:was |were |a ete |s'est |est )?"
    r"(?:met|held|convened|hosted|took place|meeting|organi[sz]ed|tenue?s?|reunie?s?|organisee?s?|deroulee?|(?:ال)?(?:منعقدة?|معقودة?)|عقدت?|انعقدت?)\b"
)
_TOLD_OF = compiled(
    rf"\b(?:عرض|قدم|نوقش|أحيل|بحث|استعرض|نشر|عمم|تنفيذ|متابعة)\w*\s+(?:ل|ال)?{_RESOLUTION}"
    rf"|\b(?:المعنية?|الخاصة?|المتعلقة?|المكلفة?)\s+ب{_RESOLUTION}"
    rf"|\b(?:groups?|workshops?|meetings?|seminars?|conferences?|reports?|missions?|groupes?|ateliers?|reunions?|seminaires?|rapports?)\s+(?:[^\W\d_]+\s+)?"
    rf"(?:on|about|sur|de|relatifs? a)\s+(?:the\s+|la\s+)?{_RESOLUTION}"
)
# Cells of a row, or lines, that give session, place and year apart.
_CELLS = 160
_LABELLED_SESSION = on_demand(
    pattern(r"[|\n;\xa4,-]\s*(?:session|(?:ال)?دورة)\s*:\s*(?:ال)?") + SESSION_NUMBER
)
_LABELLED_PLACE = compiled(
    r"[|\n;\xa4,-]\s*(?:place|venue|city|adopted in|held in|lieu|ville|المكان|المدينة|مكان الانعقاد)\s*:\s*(?=[^\W\d_])"
)
_LABELLED_YEAR = compiled(
    r"[|\n;\xa4,-]\s*(?:year|annee|السنة|العام|سنة)\s*:\s*(?P<year>(?:19[6-9]|20\d)\d)\b"
)
_ENDS_SENTENCE = compiled(r"[.;]\s|\n\s*\n")
_SENTENCE_REACH = 420
_CLOSE = 90


def with_words(
    text: str,
    skeleton: str,
    citation: Citation,
    found: Sequence[Citation],
    named: Sequence[SessionMention],
) -> Citation:
    """Return the citation with the title, session, year and city that the text gives it."""
    limit = min(len(skeleton), citation.end + _SENTENCE_REACH)
    stop = _ENDS_SENTENCE.search(skeleton, citation.end + 1, limit)
    limit = stop.start() if stop else limit
    title = title_of(text, skeleton, citation.start, citation.end)
    told = citation
    after = title_from = citation.end
    if title is not None:
        title_from = title.start
        told = replace(
            told, title=text[title.start : title.end], title_at=(title.start, title.end),
            title_ends=title.ends, title_is_aside=title.is_aside,
        )  # fmt: skip
        after = max(after, title.end)
    told_so: _Told = (None, None)
    following = _session_after(skeleton, citation, found, named, limit)
    year_at, place_at = _right_behind(text, skeleton, citation, citation.end)
    if following is not None:  # what is said of it behind its name is the session's own
        place_at = place_at if place_at and place_at[0] < following.start else None
        return replace(
            told, session=following.number, session_at=following.number_at, city_at=place_at
        )
    own = _own_session(skeleton, citation, after, limit)
    if own is not None and not _another_between(citation, own.start(), found, skeleton):
        at = own.span("ordinal") if own["ordinal"] else own.span("ordinal_words")
        number = ordinal_of(own["ordinal"], own["ordinal_words"])
        if f"/{number}-" not in citation.ref:  # else the year and city are those of the number
            return replace(told, session=number, session_at=at)
        told_so = beside(text, skeleton, own.end())
        year_at, place_at = _or(told_so, (year_at, place_at))
    preceding = _session_before(skeleton, citation, found, named)
    if preceding is not None:
        return replace(told, session=preceding.number, session_at=preceding.number_at)
    if after > citation.end:  # what stands within the title is none of its own
        within = [
            part
            for part in (year_at, place_at)
            if part and part[0] >= title_from and part not in told_so
        ]
        year_at = None if year_at in within else year_at
        place_at = None if place_at in within else place_at
        year_at, place_at = _or((year_at, place_at), _right_behind(text, skeleton, citation, after))
    year_at, place_at = _or((year_at, place_at), _apart(skeleton, citation, after, found))
    if year_at is None and told.dated is not None and told.dated_at is not None:
        return replace(told, year=told.dated.year, year_at=told.dated_at, city_at=place_at)
    return replace(
        told,
        year=int(skeleton[slice(*year_at)]) if year_at else None,
        year_at=year_at,
        city_at=place_at,
    )


_Told = tuple[Stretch | None, Stretch | None]


def _right_behind(text: str, skeleton: str, citation: Citation, at: int) -> _Told:
    """Return the year and the place that stand behind the number, or behind its title."""
    begin = max(0, citation.start - _CLOSE)
    is_aside = (
        skeleton[at : at + 2].lstrip(' "')[:1] == "("
    )  # "on resolution 5/47-C (Niamey, 2020)"
    if _NOT_ADOPTED.match(skeleton, at) or (
        not is_aside and _TOLD_OF.search(skeleton, begin, citation.start)
    ):
        return None, None
    return beside(text, skeleton, at)


def _or(one: _Told, other: _Told) -> _Told:
    """Return year and place, from the second where the first has none."""
    return one[0] or other[0], one[1] or other[1]


def _session_after(
    skeleton: str,
    citation: Citation,
    found: Sequence[Citation],
    named: Sequence[SessionMention],
    limit: int,
) -> SessionMention | None:
    """Return the session of which the text says, behind the number, that it adopted it."""
    following = next((s for s in named if s.start >= citation.end), None)
    if following is None or following.start >= limit:
        return None
    if _another_between(citation, following.start, found, skeleton):
        return None
    if _LATER.search(skeleton, citation.end, following.start):
        return None
    is_last = not any(citation.end <= one.start < following.start for one in found)
    if is_last and _BESIDE.match(skeleton, citation.end, following.start):
        return None
    begin = max(0, citation.start - _CLOSE)
    is_so = (
        _ADOPTED.search(skeleton, citation.end, following.start)
        or _ADOPTED_AT.search(skeleton, following.start, following.end)
        or (
            _DID_ADOPT.match(skeleton, following.end)
            and _WHICH_THE.search(skeleton, citation.end, following.start)
        )
        or (
            _AT_THE.fullmatch(skeleton, citation.end, following.start)
            and _HERE.search(skeleton, begin, citation.start)
        )
        or (
            _SAYS.fullmatch(skeleton, citation.end, following.start)
            and _IN_ITS.search(skeleton, begin, citation.start)
        )
    )
    return following if is_so else None


def _own_session(skeleton: str, citation: Citation, after: int, limit: int) -> re.Match[str] | None:
    """Return the session whose organ the text leaves out, where it is said to have adopted it."""
    for place in dict.fromkeys((citation.end, after)):
        begin = place + (skeleton[place : place + 1] in ' "')
        direct = _OF_SESSION.match(skeleton, begin) or _OF_SESSION_AR.match(skeleton, begin)
        if direct is not None and not _OF_ANOTHER.match(skeleton, direct.end()):
            return direct
    return _OWN_SESSION.search(skeleton, citation.end, limit) or _LABELLED_SESSION.search(
        skeleton, citation.end, min(limit, citation.end + _CELLS)
    )


def _session_before(
    skeleton: str,
    citation: Citation,
    found: Sequence[Citation],
    named: Sequence[SessionMention],
) -> SessionMention | None:
    """Return the session of which the text says, before the number, that it adopted it."""
    earlier = [session for session in named if session.end <= citation.start]
    if not earlier or citation.start - earlier[-1].end > _SENTENCE_REACH // 2:
        return None
    start, end = earlier[-1].start, earlier[-1].end
    if any(start <= other.start < citation.start for other in found):
        return None
    if _ENDS_SENTENCE.search(skeleton, end, citation.start):
        return None
    is_so = (
        _ADOPTS.search(skeleton, max(0, start - 16), citation.start)
        or _BRACKETED.fullmatch(skeleton, end, citation.start)
        or _IN_ITS.search(skeleton, end, citation.start)
    )
    return earlier[-1] if is_so else None


def _apart(skeleton: str, citation: Citation, after: int, found: Sequence[Citation]) -> _Told:
    """Return the year and the place that the text gives otherwise than right behind the number.

    "The mandate given by the Ministers in Niamey (2020) through their resolution 5/47-C";
    "resolution 5/47-C, dating from the Niamey session"; "Place: Niamey | Year: 2020".
    """
    for place in dict.fromkeys((citation.end, after)):
        begin = place + (skeleton[place : place + 1] in ' "')
        of_city = _OF_CITY.match(skeleton, begin)
        if of_city is not None:
            group = next(g for g in ("place", "ville", "madina") if of_city[g])
            return None, (of_city.start(group), min(len(skeleton), of_city.start(group) + 40))
    begin = max(0, citation.start - _CLOSE - 60)
    for form in (_ORGAN_IN, _CITY_ADOPTS):
        before = form.search(skeleton, begin, citation.start)
        if before is None or any(before.start() <= one.start < citation.start for one in found):
            continue
        told = before.groupdict()
        group = next(g for g in ("place", "ville", "madina") if told.get(g))
        return before.span("year") if told.get("year") else None, before.span(group)
    return _labelled(skeleton, citation, found)


def _labelled(skeleton: str, citation: Citation, found: Sequence[Citation]) -> _Told:
    """Return the year and the place that stand in cells with labels behind the number."""
    limit = min(len(skeleton), citation.end + _CELLS)
    following = next((one.start for one in found if one.start >= citation.end), limit)
    limit = min(limit, following)
    year = _LABELLED_YEAR.search(skeleton, citation.end, limit)
    place = _LABELLED_PLACE.search(skeleton, citation.end, limit)
    return (
        year.span("year") if year else None,
        (place.end(), min(len(skeleton), place.end() + 40)) if place else None,
    )


def _another_between(
    citation: Citation, end: int, found: Sequence[Citation], skeleton: str
) -> bool:
    """Tell whether another number stands between, other than as the next one of a list."""
    last = citation
    for other in found:
        if citation.end <= other.start < end:
            if not _LISTED.match(skeleton, last.end, other.start):
                return True
            last = other
    return False
