"""Sessions that a text names: which organ, which number, and the year and city said of it."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clearance.reading.expressions import is_of, on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.mentions.ordinals import SESSION_NUMBER, ordinal_of
from clearance.review.mentions.session_words import is_linking
from clearance.review.mentions.summits import is_on_a_matter
from clearance.review.scan import Hits, Stretch, Trigger
from clearance.terms import Language
from clearance.terms.calendars import MONTHS


@dataclass(frozen=True, slots=True)
class SessionMention:
    """A session from ``start`` up to ``end`` (ordinal and organ).

    ``organ``: CFM, IS, and with EX- before it where the session is extraordinary. ``place`` is
    what the text gives as its city, ``years`` the year or years of it; None: nothing.
    """

    start: int
    end: int
    organ: str
    number: int
    number_at: Stretch
    year: int | None = None
    year_at: Stretch | None = None
    place_at: Stretch | None = None


_COUNCIL = (
    r"(?:islamic )?(?:council|conference) of (?:the )?(?:oic )?(?:ministers of foreign affairs"
    r"|foreign ministers)|conseil des ministres des affaires etrangeres"
    r"|conference islamique des ministres des affaires etrangeres"
    r"|(?:ل|ال)?مجلس وزراء (?:(?:الشؤون )?الخارجية|خارجية (?:الدول الأعضاء|المنظمة|منظمة التعاون الإسلامي)|خارجيت[هها]ا?)"
    r"|(?:ل|ال)?لمؤتمر (?:الإسلامي )?لوزراء (?:الشؤون )?الخارجية"
    r"|(?:ال)?مؤتمر الإسلامي لوزراء الخارجية"
)
_SUMMIT = (
    r"islamic summit(?: conference)?|oic summit|sommet islamique|sommet de l'oci"
    r"|conference islamique au sommet|(?:ل|ال)?مؤتمر القمة الإسلامي|(?:ل|ال)?لقمة الإسلامية"
    r"|القمة الإسلامية"
)
TRIGGERS = (
    *(
        Trigger("organ_of_sessions", words, literal=True)
        for words in (
            "foreign ministers", "ministers of foreign affairs",
            "ministres des affaires étrangères", "وزراء الخارجية", "وزراء الشؤون الخارجية",
            "وزراء خارجية الدول الأعضاء", "وزراء خارجية المنظمة", "وزراء خارجية منظمة التعاون",
            "وزراء خارجيته", "islamic summit", "oic summit", "sommet islamique", "sommet de l'oci",
            "conférence islamique au sommet", "قمة الإسلامي",
        )
    ),
    Trigger("organ_of_sessions", r"(?:i?cfm|cmae)"),
)  # fmt: skip
_ORGAN = compiled(rf"(?:(?P<council>{_COUNCIL}|\b(?:i?cfm|cmae)\b)|(?P<summit>{_SUMMIT}))")
# "المؤتمر الإسلامي الخامس لوزراء الخارجية": the number stands within the organ's name.
_WITHIN = on_demand(
    pattern(r"(?:ل|ال)?مؤتمر الإسلامي (?:ال)?")
    + SESSION_NUMBER
    + pattern(r" لوزراء (?:الشؤون )?الخارجية")
)
_BACK = 48  # characters before the trigger in which the organ's name may begin
_EXTRAORDINARY = r"extraordinary|extraordinaire|emergency|الاستثنائية|الاستثنائي|الطارئة|الطارئ"
# Between the ordinal and the organ: "session of the", "session extraordinaire du", "من دورات".
_LINK = (
    r"(?:\s*\)?\s*(?:(?P<ex>" + _EXTRAORDINARY + r")"
    r"|regular|ordinary|annual|ordinaire|العادية|sessions?|meeting|reunion|of|the|its|du|de|la|l'|son|sa|leur|their"
    r"|des"
    r"|دورات|من|ل|oic|oci|'s))*\s*\)?\s*"
)
_BEFORE = on_demand(SESSION_NUMBER + pattern(_LINK) + "$")
_ARABIC_BEFORE = on_demand(
    pattern(
        r"(?:ال|ل|لل)?دورة\s+(?:(?P<ex1>" + _EXTRAORDINARY + r")\s+)?(?:ال)?\s*\(?\s*(?:رقم\s*)?"
    )
    + SESSION_NUMBER
    + pattern(r"\s*\)?\s*(?:(?P<ex>" + _EXTRAORDINARY + r")\s*|العادية\s*|من دورات\s*)*(?:ل|ال)?$")
)
_AFTER = on_demand(
    pattern(
        r"(?:\s*\([^)\n]{1,12}\))?[\s,]*(?:(?:has |have |had |a |avait )?"
        r"(?:(?:الذي|التي) )?(?:held|opened|concluded|closed|tenu|ouvert|clos|عقدت?|adopted|approved|endorsed|issued|passed|adoptee?s?|approuvee?s?|prises?|votee?s?)\s+)?"
        r"(?:(?:in(?: the course of)?|at|during|on the occasion of|of|for"
        r"|a(?: l'occasion de)?|lors de|pendant|dans|au cours de|en"
        r"|في|خلال|أثناء|إبان|لدى|بمناسبة)\s*)?(?:(?:انعقاد|عقد|أعمال|اجتماعات)\s+)?"
        r"(?:(?:its|the|sa|la|son)\s+)?"
        r"(?:\(?(?:(?:ال)?دورته|دورته|الدورة|دورة)\s+)?(?:(?P<ex1>"
        + _EXTRAORDINARY
        + r")\s+)?(?:ال)?\(?\s*"
    )
    + SESSION_NUMBER
    + pattern(
        r"(?P<said>\s*\)?\s*(?:(?P<ex>"
        + _EXTRAORDINARY
        + r")\s*|regular\s+|ordinary\s+|ordinaire\s*)*"
        r"(?:sessions?|meeting|reunion)?\b)"
    )
)
# "CFM-51", and "CFM 51" where no month or quantity follows.
_CODE = on_demand(
    r"(?:\s*-\s*|(?<=cfm)\s(?=\d\d(?:\s*[,;.()]|\s(?:in|at|of|held|on|adopted|and|was)\b|$)))"
    r"(?P<ordinal>\d{1,2})\b"
)

# What may stand between a session and the year or city said of it.
_FOREIGN = compiled(
    r"\s*(?:of|de|du|des|ل)\s*(?:the |la |l'|les )?(?!oic|oci|organi[sz]ation of (?:the )?islamic"
    r"|organisation de la|member|etats|منظمة|الدول|الأعضاء)(?:arab|gcc|asean|eco\b|cis\b"
    r"|african|league|european|ligue|union|africaine|arabes)|\s*(?:العرب|العربية|الأفارقة|لدول)"
)
_HELD = compiled(
    r"(?:[;.,]\s(?:that|this|the|cette|ladite|la) session(?=[\s,])|[؛.،]\s(?:و)?(?:هذه|تلك|كانت هذه)? ?الدورة)?"
    r"(?:\s?[)\"])*(?:\s*\([^)\n\d]{1,40}\))?[\s,|]*(?:of (?:the )?(?:oic|organi[sz]ation of islamic"
    r" cooperation)|de l'(?:oci|organisation de la cooperation islamique)|لمنظمة التعاون الإسلامي)?"
    r"[\s,;:]*(?:\(|-\s|(?:which |that |qui |que )?(?:was |were |had been |a ete |s'est |est "
    r"|fut )?"
    r"(?:to be )?(?:held|convened|hosted|met|took place|meeting|organi[sz]ed|adopted|approved"
    r"|issued"
    r"|passed|opened|ouverte?s?|tenue?s?|reunie?s?|organisee?s?|accueillie?s?|deroulee?|adoptee?s?|approuvee?s?"
    r"|prises?|votee?s?|dates from|date d[e']|datant d[e'])"
    r"|(?:which |that )?(?:the )?(?:ministers|council(?: of foreign ministers)?|conference|summit"
    r"|members?) (?:had |has )?(?:adopted|approved|passed|endorsed)"
    r"|(?:the council|le conseil)(?: (?:of|des) [^,;.\d]{3,50})?,? (?:meeting|assembled|reuni)"
    r"|qu(?:e |')(?:les ministres|le conseil(?: des ministres(?: des affaires etrangeres)?)?"
    r"|la conference|le sommet)"
    r" (?:avai(?:en)?t |a |ont )?(?:adopta|adoptee?s?|approuvee?s?|votee?s?|prise)"
    r"|(?:which|that) (?:the )?(?P<host>[^\W\d_][^,;.()\d\n]{2,40}) hosted"
    r"|qu(?:e |')(?:la |le |l'|les )?(?P<hote>[^\W\d_][^,;.()\d\n]{2,40}) (?:a|avait|ont) (?:accueillie?|abritee?)"
    r"|in\b|at\b|on\b|of\b|a\b|en\b|de\b|du\b|le\b"
    r"|(?:و)?(?:المنعقدة|المنعقد|المعقودة|المعقود|التي عقدت|الذي عقد|عقدت|انعقدت|التي انعقدت|الذي انعقد"
    r"|(?:الذي|التي) (?:اعتمدت?|صدرت?|أقرت?|اتخذت?)(?:ه|ها)?"
    r"(?: (?:المجلس|مجلس وزراء الخارجية|الوزراء|المؤتمر|القمة))?"
    r"|(?:التي (?:احتضنتها|استضافتها)|الذي استضافته)(?: (?:ال)?\w{3,12}){1,3}? في"
    r"|التي احتضنتها|التي استضافتها|الذي استضافته|المعتمدة?|الصادرة?|اعتمدت?|صدرت?|أقرت?|لعام|لسنة|عام|سنة|في)\b"
    # "بدكار في 13 و14 مارس 2008": a city, and what leads to a year
    r"|ب(?!شأن|خصوص|مناسبة|رئاسة|حضور|تاريخ|مشاركة|ناء)(?:مدينة |العاصمة )?(?=\w{3,12}(?: \w{3,10})?(?:,? (?:في|عام|سنة|يومي|يوم|من|خلال|\d)|[.,;)]|$)))"
    # a city and a number right after a comma: "..., Nouakchott, 2024"
    r"|(?:\s?[)\"])*,\s(?!and\b|et\b|the\b|or\b|which|qui\b|that\b|as\b|its?\b"
    r"|و|(?:\w+\s){1,5}(?:في|من|إلى|على|حتى|بتاريخ)\s)(?=[\w' -]{3,40},?\s\d)"
)
_YEAR = on_demand(r"(?<![\d/.,-])(?P<year>(?:19[6-9]\d|20\d\d))(?![\d/]|-\d|[.,]\d)")
_BREAK = compiled(
    r"[.;:]\s|\n\s*\n|\b(?:since|until|resolution|report|programme|program|decided|depuis|jusqu"
    r"|rapport"
    r"|and its|et sa|who|where|which (?!was|were|met|took)|(?:(?:ال)?قرار|تقرير|منذ|حتى|أتشرف|بشأن"
    r"|حول"
    r"|بأن|وقد)\b|الذي (?!عقد|انعقد)|التي (?!عقدت|انعقدت))"
)
_IN = compiled(
    r"(?:\b(?:in|at|a|au|aux|by|par|en)\s+(?:the (?:city|capital) (?:of )?|la ville de )?"
    r"|\bفي\s+(?:مدينة |العاصمة )?|\bب(?:مدينة |العاصمة )?(?=\w{3})|\(|\bاحتضنتها\s+|\bاستضافتها\s+|,\s*"
    r"|(?:\s-|\|)\s|(?:(?<=استضافتها)|(?<=احتضنتها)) )"
)
# "by its session, held in Ankara": the place comes after the second.
_ITS = compiled(
    r"(?:its|their|sa|son|leur|which|that|adopted|approved|adoptee?s?|approuvee?s?|دورته|دورتها|دورة|held|convened|hosted|tenue?|reunie?|(?:ال)?منعقد\w*"
    r"|(?:ال)?معقود\w*)\b"
)
_REACH = 130
_WORD = on_demand(r"[^\W\d_]+")
_WORDS_BETWEEN = 14
_LINKING = frozenset(
    re.findall(
        r"\w+",
        "in at on of the from to and by between during held convened meeting city capital month "
        "adopted approved adoptée approuvée "
        "its a b c à au aux de du des d en et l la le les par entre tenue tenu ville capitale "
        "first second third fourth fifth sixth seventh eighth ninth session sa sessions cinquante "
        "quarante unieme deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme "
        "jours mois courant st nd rd th er e eme ème ième h al el as ash ar",
    )
) | {month.lower() for language in Language for month in MONTHS[language]}
_GOES_ON = on_demand(r"\s*(?:و?(?:في|عام|سنة|لعام|يومي?|بتاريخ|خلال|من)\b|ب|\d)")
_DAWRA = pattern("دور")


def read_sessions(text: str, skeleton: str, hits: Hits) -> tuple[SessionMention, ...]:
    """Return the sessions of the Council and of the Summit that carry a number, in order."""
    found: list[SessionMention] = []
    for start, end in hits.get("organ_of_sessions", ()):
        organ = _organ_at(skeleton, start, end) or _WITHIN.search(
            skeleton, max(0, start - _BACK), min(len(skeleton), end + 1)
        )
        if organ is None or (found and organ.start() < found[-1].end):
            continue
        mention = _numbered(skeleton, organ)
        if mention is not None and not _FOREIGN.match(skeleton, mention.end):
            if mention.organ == "IS" and is_on_a_matter(skeleton, mention.start, mention.end):
                continue
            found.append(_told(text, skeleton, mention))
    return tuple(found)


def _organ_at(skeleton: str, start: int, end: int) -> re.Match[str] | None:
    for match in _ORGAN.finditer(skeleton, max(0, start - _BACK), min(len(skeleton), end + 12)):
        if match.end() >= end and match.start() <= start:
            return match
    return None


def _numbered(skeleton: str, organ: re.Match[str]) -> SessionMention | None:
    """Return the session whose number stands before the organ's name, or after it."""
    is_within = is_of(organ, _WITHIN)
    code = "CFM" if is_within or organ["council"] else "IS"
    begin, match = max(0, organ.start() - 80), organ if is_within else None
    if not is_within and _DAWRA in skeleton[begin : organ.start()]:
        match = _ARABIC_BEFORE.search(skeleton, begin, organ.start())
    match = match or _BEFORE.search(skeleton, begin, organ.start())
    if match is not None and not is_within and "\n\n" in match[0]:
        match = None  # of the paragraph above
    start, end = (match.start(), organ.end()) if match else (organ.start(), organ.end())
    if match is None:
        match = _CODE.match(skeleton, organ.end())
        if match is None:
            match = _AFTER.match(skeleton, organ.end())
            if match is not None and not _is_said(skeleton, match):
                return None
        match = match or _MET.match(skeleton, organ.end()) or _far(skeleton, organ.end())
        if match is None:
            return None
        end = match.end()
    groups = match.groupdict()
    at = match.span("ordinal") if groups.get("ordinal") else match.span("ordinal_words")
    extraordinary = bool(groups.get("ex") or groups.get("ex1"))
    return SessionMention(
        start=start,
        end=end,
        organ=f"EX-{code}" if extraordinary else code,
        number=ordinal_of(groups.get("ordinal"), groups.get("ordinal_words")),
        number_at=at,
        year=int(groups["year"]) if groups.get("year") else None,
        year_at=match.span("year") if groups.get("year") else None,
        place_at=match.span("place") if groups.get("place") else None,
    )


def _far(skeleton: str, at: int) -> re.Match[str] | None:
    """Return the number that some words of the holding of sessions part from the organ's name.

    "The Council, gathered in Niamey from 27 to 28 November for its 47th session": a city's name
    may stand between, no other word.
    """
    limit = min(len(skeleton), at + _FAR_REACH)
    stop = _FAR_STOP.search(skeleton, at, limit)
    number = _FAR.search(skeleton, at, stop.start() if stop else limit)
    if number is None or not is_linking(skeleton[at : number.start()], others=2):
        return None
    return None if _OF_ANOTHER_KIND.search(skeleton, at, number.start()) else number


def _is_said(skeleton: str, match: re.Match[str]) -> bool:
    """Tell whether what follows the organ's name is a session and not some other number."""
    return bool(match["ordinal_words"] or match["said"].strip(" )") or _DAWRA in match[0])


_PLACE = r"(?P<place>[^\W\d_](?:(?!\s(?:a|at|in|en|au|في)\s)[^.,;:()\d\n]){2,30}?)"
_FAR_REACH = 150
_OF_ANOTHER_KIND = compiled(rf"\b(?:{_EXTRAORDINARY}|coordination|تنسيقي\w*)\b")
_FAR_STOP = compiled(r"[.;](?=\s)|\n\s*\n")
_FAR = on_demand(
    pattern(
        r"(?:\b(?:its|their|sa|son|leur)\s+|\((?:the |la |ال)?|,\s|دورته\w{0,2}\s+(?:ال)?|الدورة\s+(?:ال)?\(?)"
    )
    + SESSION_NUMBER
    + pattern(
        r"(?:\s+(?:session|reunion)\b(?:\s+(?P<ex>"
        + _EXTRAORDINARY
        + r"))?|(?=\s?\))|(?<=[\xc0-\xff])(?!\w))"
    )
)
# "adopted at Doha in 2023 by the session": when, and where, before the session is named.
_DATED_BEFORE = compiled(
    rf"(?:(?:\bat|\bin|\ba|\bau|في)\s+{_PLACE},?\s+)?(?:\bin\s+|\ben\s+|عام\s+|سنة\s+)"
    r"(?P<year>(?:19[6-9]|20\d)\d),?\s+(?:by|at|during|in|that|par|lors de|a|au cours de|pendant|que|خلال|في|أثناء|عن|من(?: قبل| جانب)?"
    r"|(?<=في عام \d{4} )[^\W\d_]+|(?<=في سنة \d{4} )[^\W\d_]+)"
    r"\s+(?:the\s+|le\s+|la\s+|its\s+|sa\s+)?(?:course of the\s+|occasion of the\s+)?$"
)
# "adopted in 2024 at Yaoundé by the Council (50th session)"
_YEAR_THEN_PLACE = compiled(
    r"(?:\bin|\ben|عام|سنة)\s+(?P<year>(?:19[6-9]|20\d)\d),?\s+(?:(?:at|in|a|au|في)\s+|ب(?=\w{3}))"
    r"(?P<place>[^\W\d_][^.,;:()\d\n]{2,30}?),?\s+(?:by|at|during|par|lors de|au cours de|خلال|في|عن|من قبل)"
    r"\s+(?:the\s+|le\s+|la\s+|its\s+|sa\s+)?$"
)
# "in March 2008 in Dakar the eleventh session": the month too
_MONTH_THEN_PLACE = compiled(
    r"(?:\bin|\ben)\s+[^\W\d_]{3,10}\s+(?P<year>(?:19[6-9]|20\d)\d),?\s+(?:at|in|a|au)\s+"
    r"(?P<place>[^\W\d_][^.,;:()\d\n]{2,30}?),?\s+(?:the\s+|le\s+|la\s+)$"
)
# "(Niamey, 2020, 47th Session of the Council)"
_LISTED = compiled(
    r"[(,;]\s*(?P<place>[^\W\d_][^.,;:()\d\n]{2,30}),\s+(?P<year>(?:19[6-9]|20\d)\d),\s+(?:the\s+|la\s+)?$"
)


# "the Doha session of 2023 (49th CFM)"
_BRACKETED = compiled(
    r"(?:session|دورة)\s+(?:(?:of|in|for|de|du|d'|en|لعام|لسنة|عام|سنة)\s*)?(?:[^\W\d_][^\d().;\n]{2,30}\s)?"
    r"(?:(?:of|in|de|en|لعام|لسنة|عام|سنة)\s+)?(?P<year>20\d\d)\s*\((?:the |la |ال)?\s*$"
)


# "the Ministers, meeting in Niamey (in 2020) for the 47th session", "adopted in Niamey at the 47th"
_ACTED = (
    r"(?:(?:adopted|approved|passed|issued|endorsed|taken|decided|adoptee?s?|prises?|votee?s?|approuvee?s?|(?:ال)?(?:معتمدة?|صادرة?)|صدرت?|اعتمدت?)"
    r"|(?:ministers|council|conference|states|delegations|ministres|conseil|(?:ال)?(?:وزراء|مجلس)),? (?:who |which |qui )?(?:had |have )?(?:meeting|met|gathered|assembled|convened|reunis?|s'est reuni|المجتمع\w*|اجتمعوا?)"
    r"|(?:^|[.;\n]\s*)reunis)"
)
_ACTED_IN = compiled(
    rf"{_ACTED}\s+(?:(?:by|par)\s+(?:the |les |le )?(?:ministers|council|ministres|conseil)\s+)?(?:in|at|a|au|في)\s+{_PLACE}"
    r"(?:,?\s+(?:in|en|عام|سنة)\s+(?P<year>(?:19[6-9]|20\d)\d))?,?\s+"
    r"(?:(?:by|at|during|for|on the occasion of|par|lors de|a l'occasion de|pour|a|pendant|خلال|في|أثناء|بمناسبة|عن)\s+)"
    r"(?:the\s+|la\s+|le\s+|its\s+|their\s+|sa\s+|leur\s+)?(?:course of the\s+|occasion of the\s+)?$"
)
# "the Council of Foreign Ministers, meeting in Niamey for its 47th session", "at its session in
# Niamey in 2020 (the 47th)"
_MET = on_demand(
    pattern(
        r"(?:\s*\([^)\n]{1,12}\))?[\s,]*(?:(?:which |qui )?(?:meeting|met|assembled|gathered|convened|(?:s'est )?reunis?|المجتمع|المنعقد)"
        r"|(?P<its>(?:at|in|during|a|lors de|في|خلال) (?:its|the|sa|دورته) ?(?:session|annual meeting)?,? ?(?:held|tenue|المنعقدة|المعقودة)?))\s*"
        rf"(?:in|at|a|au|في)\s+{_PLACE}(?:,?\s+(?:in|en|عام|سنة)\s+(?P<year>(?:19[6-9]|20\d)\d))?,?\s*"
        r"(?(its)\((?:the |la |ال)?|(?:at|for|in|during|on the occasion of|pour|lors de|a l'occasion de|a|dans|في|خلال|بمناسبة)\s+(?:its|the|sa|la|دورته|الدورة)\s+(?:(?P<ex1>"
        + _EXTRAORDINARY
        + r")\s+)?(?:ال)?)"
    )
    + SESSION_NUMBER
    + pattern(r"(?:\s+session\b)?(?:\s+(?P<ex>" + _EXTRAORDINARY + r")\b)?")
)
# "the Niamey session (47th CFM)", "la session de Niamey, la 47e du CMAE", "دورة نيامي (السابعة"
_CITY_BEFORE = compiled(
    r"(?:\b(?:the|in|of|at)\s+(?P<place>[^\W\d_][^.,;:()\d\n]{2,30}?)\s+(?:session|ministerial|meeting)"
    r"|\bsession\s+(?:de\s+|d'|du\s+|tenue a\s+|of\s+|in\s+|at\s+)(?P<ville>[^\W\d_][^.,;:()\d\n]{2,30}?)"
    r"|\bدورة\s+(?P<madina>[^\W\d_][^.,;:()\d\n]{2,20}?))"
    r"(?:\s+(?:of|in|de|en|عام|لعام)\s+(?P<year>20\d\d))?\s*(?:\(|,|-)\s*(?:the\s+|la\s+|i\.e\.\s+|c'est-a-dire la\s+|أي\s+|وهي\s+)?(?:الدورة\s+|ال)?$"
)
# "the 47th session of the Council (the Niamey session)", "..., dite session de Niamey,"
_CITY_AFTER = compiled(
    r"\s*(?:\(|,|-)\s*(?:(?:known as|called|dite|أي)\s+)?(?:the\s+(?P<place>[^\W\d_][^.,;:()\d\n]{2,30}?)\s+(?:session|ministerial|meeting)\b"
    r"|(?:la\s+)?session\s+(?:de\s+|d'|du\s+|of\s+)(?P<ville>[^\W\d_][^.,;:()\d\n]{2,30}?)(?=[),;.\s]|$)|دورة\s+(?P<madina>[^\W\d_][^.,;:()\d\n]{2,20}?)(?=[),;.\s]|$))"
)
_SEVERAL = compiled(
    r"\bsessions\b|\b(?:ال|لل)?دورت(?:ين|ان)\b|\b(?:ال|لل)?دورات\b(?<!من دورات)|(?:st|nd|rd|th|e|eme)\s(?:and|et|to|a)\s[^.;]{0,12}$"
)
_AGENT = compiled(
    r"(?:\b(?:by|of|from|for|par|de|pour)\s+(?:the\s+|la\s+)?|(?P<arabic>\b(?:التي|الذي|الذين)\s+(?!اعتمد|أصدر|أقر|اتخذ|استضاف|احتضن|عقد)\w{3,}ها?\s+))$"
)
_MEETS = compiled(
    r"\)?\s+(?:(?:has\s|had\s|will\s)?(?:met|meets?|was held|took place|s'est (?:reunie?|tenue?)|se reuni\w+|siege)"
    r"|(?P<participle>convened|gathered))\b"
)
_ORGAN_FIRST = 20  # characters of an organ's name before the number: "the Council ... at its 50th"
_PLACES = ("place", "ville", "madina")


_DATED = (_DATED_BEFORE, _YEAR_THEN_PLACE, _MONTH_THEN_PLACE, _LISTED, _ACTED_IN, _CITY_BEFORE)


def _told(text: str, skeleton: str, mention: SessionMention) -> SessionMention:
    if mention.place_at is not None or is_of_others(skeleton, mention):
        return mention
    year_at, place_at = beside(text, skeleton, mention.end)
    if (after := _CITY_AFTER.match(skeleton, mention.end)) is not None and year_at is None:
        place_at = _place_of(after)
    if year_at is None or place_at is None:
        year, place = told_before(skeleton, mention.start)
        year_at, place_at = year_at or year, place_at or place
    return replace(
        mention,
        year=int(skeleton[slice(*year_at)]) if year_at else None,
        year_at=year_at,
        place_at=place_at,
    )


def is_of_others(skeleton: str, mention: SessionMention) -> bool:
    """Tell whether what is said behind the session is said of something else, or of several.

    "The committee set up by the 51st session of the Council met in Niamey"; "the 50th and 51st
    sessions, held in Yaoundé and Istanbul".
    """
    begin = max(0, mention.start - 24)
    # "of Sessions, which the Council ...", "of Sessions (Council of Foreign Ministers, 50th"
    apart = max(skeleton.rfind(sign, begin, mention.start) for sign in (", ", "(")) + 1
    if _SEVERAL.search(skeleton, apart or begin, mention.end):
        return True
    is_agent = _AGENT.search(skeleton, begin, mention.start)
    if is_agent is None:
        return False
    meets = _MEETS.match(skeleton, mention.end)
    if meets is not None and meets["participle"]:
        # "by the Council at its 50th session convened in": said of the session beside it.
        return mention.number_at[0] - mention.start < _ORGAN_FIRST
    return is_agent["arabic"] is not None or meets is not None


def told_before(skeleton: str, at: int) -> tuple[Stretch | None, Stretch | None]:
    """Return the year and the place that the text gives before the session that begins there."""
    begin = max(0, at - _BACK - 62)
    found = (each.search(skeleton, begin, at) for each in _DATED)
    before = next(filter(None, found), None) or _BRACKETED.search(skeleton, begin, at)
    if before is None:
        return None, None
    return before.span("year") if before["year"] else None, _place_of(before)


def _place_of(told: re.Match[str]) -> Stretch | None:
    groups = told.groupdict()
    return next((told.span(group) for group in _PLACES if groups.get(group)), None)


def beside(text: str, skeleton: str, at: int) -> tuple[Stretch | None, Stretch | None]:
    """Return the year and the place that the text says were those of what ends at ``at``.

    The place may run on after the city's name; None: the text says none.
    """
    held = _HELD.match(skeleton, at)
    if held is None:
        if alone := _BARE_YEAR.match(skeleton, at):  # "(51st CFM, 2025)"
            return alone.span("year"), None
        bare = _BARE.match(skeleton, at)
        is_name = bare is not None and not text[bare.start("place")].islower()
        return None, bare.span("place") if bare and is_name else None
    limit = min(len(skeleton), at + _REACH)
    stop = _BREAK.search(skeleton, held.end(), limit)
    limit = stop.start() if stop else limit
    year = _YEAR.search(skeleton, at, limit)
    if year is not None and not _leads_to(text, held.end(), year.start()):
        year = None
    if year is not None and _OWN_DATE.search(skeleton, at, year.start()):
        year = None
    places = _IN.finditer(skeleton, max(at, held.end() - 3), limit)
    place = next(
        (
            one
            for one in places
            if skeleton[one.end() : one.end() + 1].isalpha() and not _ITS.match(skeleton, one.end())
        ),
        None,
    )
    if place is not None and skeleton.startswith(("by ", "par "), place.start()):
        place = next(places, place)  # "hosted by the Gambia in Banjul"
    if place is not None and not _leads_to(text, held.end(), place.start()):
        place = None
    if place is not None and not skeleton[place.end() : limit].strip():
        place = None
    if place and year and _THEN_ACTS.match(skeleton, year.end()):
        return None, None  # "after the 51st session, Islamabad in 2026 will host"
    if place is not None and text[place.end() : place.end() + 1].islower():
        place = None  # no city: "has taken note"
    host = "host" if held["host"] else "hote" if held["hote"] else ""
    if place is None and host:
        return year.span("year") if year else None, held.span(host)
    if place is None and skeleton.endswith(_IN_THE_CITY, held.start(), held.end()):
        return year.span("year") if year else None, (held.end(), min(limit, held.end() + 60))
    return (
        year.span("year") if year else None,
        (place.end(), min(limit, place.end() + 60)) if place else None,
    )


_THEN_ACTS = compiled(r",?\s(?:will|would|shall|hosts|sera|va|accueillera|ستستضيف|سوف)\b")
_BARE_YEAR = compiled(r"\s?,\s(?P<year>(?:19[6-9]|20\d)\d)\s?\)")
_BARE = compiled(r"\)?,\s(?P<place>[^\W\d_][\w' -]{2,25}?)\s?[,;.)]")  # ", Niamey, is the basis"
_IN_THE_CITY = (pattern("بمدينة "), pattern("بالعاصمة "))
_OWN_DATE = on_demand(r"\n[^\d\n]{0,20}\d{1,2}(?:er)? [^\W\d_]+ $")  # on a line of its own


def _leads_to(text: str, start: int, end: int) -> bool:
    """Tell whether only names, numbers and linking words stand between two places."""
    words = _WORD.findall(text, start, max(start, end))
    if any(
        len(part.split()) > 2 and not _GOES_ON.match(part)
        for part in text[start:end].split("،")[1:]
    ):
        return False
    return len(words) <= _WORDS_BETWEEN and all(
        word[0].isupper() or word.lower() in _LINKING or "\u0600" < word[0] < "\u06ff"
        for word in words
    )
