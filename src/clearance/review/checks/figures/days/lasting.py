"""In which words a sentence behind the days of an event tells how long it lasts.

"The work will occupy three days", "Cette réunion de trois jours", "وخصصت للأعمال ثلاثة أيام". Verbs
that tell as well how long something else takes are believed of the event alone.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from datetime import date, timedelta

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.days.lengths import Length
from clearance.review.mentions.numbers import worth

_EVENT_EN = (
    r"(?:meetings?|sessions?|sittings?|conference|workshops?|training|course|seminar|programme|program|mission|visit|stay|event|deliberations|discussions|exercise|forum|symposium"
    r"|consultations|talks|negotiations|gathering|tour|retreat|round ?table|assembly|congress|colloquium|competition|festival|exhibition|fair|hearings?|inspection|summit|proceedings|debates|study tour|work)"
)
_EVENT_FR = (
    r"(?:travaux|reunions?|sessions?|seances?|conference|ateliers?|formation|stage|seminaire|programme|mission|visite|sejour|deliberations|debats|discussions|exercice|forum|colloque|symposium"
    r"|consultations|negociations|pourparlers|rencontres?|congres|tournee|retraite|table ronde|assemblee|exposition|foire|festival|concours|auditions?|sommet|assises|echanges)"
)
_EVENT_AR = (
    r"(?:الأعمال|أعمال[^\W\d_]*|الأشغال|أشغال[^\W\d_]*|الاجتماعات?|الدورة|الدورات|الجلسات|جلسات[^\W\d_]*|المؤتمر|الورشة|ورشة|التدريب|البرنامج|الندوة|المهمة|البعثة|الزيارة|الإقامة|المداولات|مداولات[^\W\d_]*|المناقشات"
    r"|المشاورات|المباحثات|المحادثات|المفاوضات|المنتدى|اللقاء|الملتقى|الفعالية|الفعاليات|فعاليات[^\W\d_]*|القمة|المعرض|المهرجان|المسابقة|الرحلة|الجولة|التمرين)"
)
_SMALL = r"(?:\s+(?:the|a|all|in|of|full|whole|total|for|over|period|just|only|exactly|entire|space|on|up))*"
_SMALL_FR = r"(?:\s+(?:sur|pour|en|dans|pendant|durant|pour|au total|en tout|un total|une (?:duree|periode)|l'espace|exactement|seulement|de|a))*(?:\s+d')?"
# A verb that holds of the event that is named before it, or of what "it" stands for.
_TAKES = compiled(
    rf"(?:(?:^|[.;,]\s*|\s)(?:(?:the|its|their|these|this|such|our|whole|entire|plenary|actual)\s+){{1,3}}|[.;]\s+(?=work|proceedings|deliberations|discussions|sittings))(?:{_EVENT_EN}|stay of the [a-z]+|duration of the {_EVENT_EN})(?:\s+(?:itself|as a whole|proper|work|programme))?"
    r"\s+(?:(?:will|shall|should|is to|are to|is expected to|are expected to|would|has|have|had|thus|itself|therefore|then|also|in all)\s+){0,3}"
    r"(?:occup(?:y|ies|ied|ying)|tak(?:es?|ing|en)|took|requir(?:es?|ed|ing)|needs?|needed|fill(?:s|ed)?|covers?|covered|stretch(?:es|ed)?|numbers?|totals?|amounts? to|comes? to|goes? on|go on|works? for|comprises?|spans?"
    r"|(?:is|are|be|been|was|were)\s+(?:now\s+)?(?:spread|held|scheduled|planned|organi[sz]ed|conducted|arranged|set|fixed|foreseen|programmed|limited|confined|extended|in session|distributed|divided|of|for|completed|finished|accomplished|designed|drawn up|laid out|prepared|built))"
    rf"{_SMALL}(?:\s+(?:at|to|across|out|within))?{_SMALL}\s*$"
)
_IT_TAKES = compiled(
    r"[.;]\s+(?:it|they|these|this|all this|the whole)\s+(?:(?:will|shall|should|is to|are to|is expected to|are expected to|thus|therefore|then)\s+){0,2}"
    r"(?:occup(?:y|ies)|takes?(?! place)|tak(?:e|es) up|requires?|fills?|covers?|stretch(?:es)?|spans?|totals?|amounts? to"
    r"|(?:is|are|be)\s+(?:spread|held|scheduled|planned|organi[sz]ed|conducted|arranged|foreseen|programmed|limited|extended|in session))"
    rf"{_SMALL}(?:\s+(?:at|to|across|out))?{_SMALL}\s*$"
)
_TAKES_FR = compiled(
    rf"(?:\b(?:les?|la|ces|cette|cet|ce|ses|leurs?|l')\s*(?:presente?s?\s+)?{_EVENT_FR}(?:\s+des (?:experts|participants|membres|delegues)|\s+(?:lui-meme|elle-meme|proprement dite?s?))?|[.;]\s+(?:elles?|ils?|celles?-ci|celui-ci|ceux-ci|l'ensemble|le tout))"
    r"\s+(?:(?:devra|devront|doit|doivent|devrait|devraient|vont|va)\s+)?"
    r"(?:occup\w+|pren(?:d|nent|dra|dront|dre)|necessit\w+|requer\w+|requier\w+|exiger\w*|demander\w*|s'etend\w*|s'etal\w*|se deploi\w+|se repart\w+|se prolong\w+|se poursui\w+|se tien\w+|se derou\w+|s'achev\w+|se termin\w+|couvr\w+|rempli\w+|totalis\w+|compter\w+"
    r"|(?:est|sont|sera|seront|etre|a ete|ont ete)\s+(?:prevu|programme|etale|reparti|fixe|limite|organise|planifie|ramene|porte|etabli|concu|bati|acheve|termine|d'une duree|de(?=\s|$)|d'(?=$))e?s?)"
    rf"{_SMALL_FR}\s*$"
)
_TAKES_AR = compiled(
    r"(?<![^\W\d_])و?(?:قد\s+)?(?:س?[يت](?:شغل|أخذ|تطلب|قتضي|ستلزم|وزع|توزع|توالى|تواصل|ستنفد|غطي|جري|قام|دور|نتظم|قع|كون|حتاج|نجز|كتمل|نتهي)|أعدت?|وضع|صمم|ست(?:خصص|فرد|رصد)|شغلت|توزعت|خصصت?|حددت?|رصدت?|أفردت?|تقررت?|خصص|حدد)"
    rf"\s+(?:(?:هذه|هذا|جميع|كامل|مدة)\s+)?(?:ل?(?:{_EVENT_AR})|لل[^\W\d_]{{4,}})(?:\s+(?:ال)?[^\W\d_]{{3,12}}){{0,2}}?(?:\s+(?:على|على مدى|على مدار|لمدة|في|خلال|مدة|إلى|طوال|فترة))?\s*(?:\b[بل])?$"
)
_DURATION_AR = compiled(
    rf"عدد (?:ال)?أيام (?:العمل|الانعقاد|{_EVENT_AR})(?:\s+[^\W\d_]{{3,14}}){{0,2}}\s+$|"
    r"(?:حددت?|تحدد|تحددت|تقدر|قدرت)\s+(?:مدة|فترة)(?:\s+[^\W\d_]{3,14}){1,3}\s+(?:\bب|في\s)?$"
)
_GUESTS_STAY = compiled(
    r"(?:\b(?:participants|experts|trainees|delegates|members|delegation|delegations|guests)\s+(?:(?:will|would|shall|should|are|is|to|kindly|thus|therefore|then|asked|requested|invited|expected|advised)\s+){1,6}(?:be\s+)?(?:available|present|occupied|busy|engaged|in session|attend|stay)(?:\s+(?:there|together|in all|a total of))*\s+(?:for|during|over)"
    r"|\b(?:participants|experts|trainees|delegates|members|delegation|mission|team|guests|observers|visitors|group|committee|panel|council|commission|jury)\s+(?:(?:will|would|shall|is to|are to|thus|therefore|then|accordingly)\s+){0,3}(?:spend|stay|remain|sit|meet|work)s?(?:\s+(?:thus|accordingly|therefore))?(?:\s+(?:for|together|there|a total of))*"
    r"|\b(?:participants|experts|stagiaires|delegues|membres|delegation|mission|equipe|invites|observateurs|visiteurs|groupe|comite|commission|conseil|jury)\s+(?:(?:y|donc|ainsi|se)\s+)*(?:passer|rester|sejourner|demeurer|sieger|travailler|reunir)\w+(?:\s+(?:donc|ainsi|alors|par consequent|sur place|pendant|durant))*"
    r"|(?<![^\W\d_])و?س?[يت](?:جتمع|عمل|مكث|قيم|بقى|داوم|قضي|مضي|لتئم)\s+(?:الفريق|الخبراء|المشاركون|المتدربون|المندوبون|اللجنة|الوفد|الأعضاء|المجلس|البعثة|المجموعة|الهيئة)(?:\s+(?:بذلك|إذن|هكذا|بالتالي|تبعا لذلك|مدة|لمدة|على مدى|هناك|معا))*"
    r"|\b(?:these|those|ces))\s*$"
)
# "Cette réunion de trois jours", "the three days of the meeting": the event is named beside it.
_THE = compiled(r"(?:^|\s|\()(?:the|this|these|our|its|their)\s+(?:full\s+|whole\s+)?$")
_IS_A = compiled(
    rf"\b(?:the|this)\s+{_EVENT_EN}\s+(?:is|will be|is to be)\s+(?:thus |therefore )?an?\s+$"
)
_HYPHEN_EVENT = compiled(
    rf"\s+(?:[a-z]{{4,14}}\s+)?{_EVENT_EN}\b(?!\s+(?:on|of|for) (?:the )?(?:drafting|sub|working|technical))"
)
_DAYS_OF = compiled(
    rf"\s+(?:of\s+(?:the |this |its |our )?(?:[a-z]{{4,14}}\s+)?{_EVENT_EN}|(?:de la|du|des|de|que dure(?:ra|ront)? (?:la|le|l'|les))\s*(?:cette |ces |la |les )?{_EVENT_FR})\b"
)
_THE_DAYS_FR = compiled(r"(?:^|\s)(?:les|ces|des|aux|durant les|pendant les)\s+$")
_EVENT_OF_FR = compiled(
    rf"(?:^|[\s'])(?:cette|ce|cet|la|le|l'|les|ces)\s*(?:presente?s?\s+)?{_EVENT_FR}\s+(?:de|d'une duree de|de seulement)\s*$"
)
# "Three days are set aside for the work."
_SET_ASIDE = compiled(
    rf"\s+(?:(?:will be|shall be|are|have been|were)\s+(?:set aside|reserved|scheduled|planned|foreseen|allotted|allocated|allowed|provided|devoted|dedicated|needed|required|earmarked|assigned)\s+(?:for|to)\s+(?:the |this |its |these |their )(?:whole |entire )?{_EVENT_EN}"
    rf"|(?:seront|sont|ont ete)\s+(?:consacre|reserve|prevu|affecte|alloue|dedie|accorde|necessaire)e?s?\s+(?:aux|a|pour|au)\s*(?:la |les |ces |cette |l'|ce )?{_EVENT_FR}"
    rf"|of\s+(?:{_EVENT_EN})\s+(?:are|will be|have been)\s+(?:foreseen|planned|scheduled|envisaged|expected)|de\s+(?:{_EVENT_FR})\s+(?:sont|seront|ont ete)\s+(?:prevu|programme|envisage)e?s?)"
    r"\s*(?:[.;]|\n|$)"
)
# "... four days. It will be held from": what a sentence is about that tells the days themselves.
THEN_HELD = compiled(
    rf"[^.;:\n\d]{{0,50}}[.;]\s+(?:(?:it|they|(?:the|this) {_EVENT_EN}|elles?|ils?|(?:la|le|cette|ce|les) {_EVENT_FR})\b|و?س?[يت](?:عقد|نعقد|جري|نظم|قام|بدأ|كون|متد)\b)[^.;:\n\d]{{0,70}}$"
)
_WORDS_BEFORE = on_demand(r"(?:[.;]|^)\s+(?:in all,? |au total,? |en tout,? )?$")
_SENTENCE_END = on_demand(r"[.;!?]\s")


_EVENT_OF = compiled(
    rf"\b{_EVENT_FR}(?:\s+[^\W\d_]{{4,16}})?\s+(?:d[e']|d'une duree d[e'])\s*$|\b{_EVENT_EN}\s+of\s+$"
)


_OPENS_WITH = compiled(
    rf"(?:(?:thus|hence|accordingly|in this way|ainsi|par consequent|de la sorte),? )?(?:(?:the|its|their|these|all|les?|la|ces|cette|ses|leurs)\s+|l')?(?:{_EVENT_EN}|{_EVENT_FR}|agenda|ordre du jour)\s+(?!of\b|on\b|for\b|in\b|de\b|du\b|des\b|d'|sur\b|pour\b)[^.;\n\d]{{0,60}}$"
    rf"|(?:و?(?:بذلك|بهذا|هكذا|عليه|من ثم),? )?(?:و|وقد |قد )?[^\W\d_]{{3,9}}\s+(?:ل|لل|جدول )?{_EVENT_AR}[^.;\n\d]{{0,40}}$"
)


# "A total of four days", "Il y sera consacré", "Delegations should plan for": of what was told.
_OPENS_OF_IT = compiled(
    r"(?:for (?:it|this|that|th(?:is|at) purpose),? )?(?:(?:an?|the) (?:[a-z]+ )?(?:total|period|span) of|in all,?|altogether,?|some)?\s*$"
    r"|(?:the |all )?(?:delegations?|delegates|participants|members|experts|guests|attendees)\b[^.;\n\d]{0,60}$"
    r"|(?:il y (?:sera|est|a ete)|il (?:lui|leur) (?:sera|est|a ete)|on y|une (?:duree|periode) d[e'])\b[^.;\n\d]{0,40}$"
    r"|(?:les |chaque )(?:delegations?|delegues|participants|membres|experts|invites)\b[^.;\n\d]{0,60}$"
    r"|و?(?:قد )?س?[تي]?(?:خصصت?|حددت?|رصدت?|أفردت?|تقررت?|كرست?) (?:لهذا الغرض|لهذه الغاية|لذلك|لها?|لهذا الشأن)\s*$"
    r"|و?(?:[يتن]رجى|نرجو|ينبغي|على الوفود|على المشاركين)\b[^.;\n\d]{0,50}$"
)


def opens_with_event(lead: str) -> bool:
    """Tell whether a sentence that a length stands in begins with the event, or points to it."""
    opens = _OPENS_WITH.match(lead) or _OPENS_OF_IT.match(lead)
    return opens is not None and _NO_EXTENT.search(lead) is None


def event_before(lead: str) -> bool:
    """Tell whether an event is what is "of four days": "une réunion préparatoire de"."""
    return _EVENT_OF.search(lead) is not None


def lasts_so_long(skeleton: str, begin: int, length: Length) -> bool:
    """Tell whether the words around a length say so of the event whose days end at ``begin``."""
    gap = skeleton[begin : length.start]
    if (
        _TAKES.search(gap)
        or _IT_TAKES.search(gap)
        or _TAKES_FR.search(gap)
        or _TAKES_AR.search(gap)
        or _DURATION_AR.search(gap)
        or _GUESTS_STAY.search(gap)
    ):
        return True
    if length.unit != "day":
        return False
    is_hyphen = skeleton[length.end - 4 : length.end] == "-day"
    if is_hyphen:
        leads = _THE.search(gap) or _IS_A.search(gap)
        return bool(leads and _HYPHEN_EVENT.match(skeleton, length.end))
    if _EVENT_OF_FR.search(gap):
        return True
    if (_THE.search(gap) or _THE_DAYS_FR.search(gap)) and _DAYS_OF.match(skeleton, length.end):
        return True
    return bool(_WORDS_BEFORE.search(gap) and _SET_ASIDE.match(skeleton, length.end))


# A sentence about how far the work reaches, whichever way it turns: "Nine days have been kept for it".
_EXTENT = compiled(
    r"\b(?:tak(?:es?|ing)|last\w*|cover\w*|extend\w*|run(?:s|ning)?|span\w*|occup\w+|fill(?:s|ed)?|made for|spread|planned|scheduled|foreseen|envisaged|fixed|limited|set(?: aside)?|kept|reserved|devoted|dedicated|allotted|allocated|assigned|given|provided|earmarked|distributed|divided|organi[sz]ed|allow|plan(?: for)?|duration|length"
    r"|s'eten\w+|s'etal\w+|repart\w*|fixe\w*|prevu\w*|prevoir|retenir|porte(?:nt|ra|ront)? sur|compte(?:nt|ra|ront)?|reserve\w*|consacre\w*|alloue\w*|accorde\w*|affecte\w*|dedie\w*|couvr\w+|occup\w+|dur(?:e|ee|era|eront|ent)|limite\w*|programme(?:e|s|es)|etal\w+|deroul\w+)\b"
    r"|(?<![^\W\d_])(?:و|وقد |قد )?(?:[يتس]{1,2}(?:ستغرق|متد|ستمر|دوم|وزع|توزع|شغل|غطي|شمل)\w*|[يت]{1,2}(?:تهيأ|ستعد|تجهز)\w*|خصصت?|حددت?|رصدت?|أفردت?|تقررت?|قررت?|برمجت?|وزعت?|قسمت?|جدولت?|مدة|مدته|مدتها)(?![^\W\d_])"
)
_NOUN = compiled(
    rf"\b(?:{_EVENT_EN}|{_EVENT_FR}|agenda|ordre du jour|for (?:it|them|th(?:is|at) purpose)|y (?:sont|seront|ont ete|est|sera|a ete|consacrera)|(?:lui|leur) (?:sont|seront|ont ete|est|sera|a ete)|(?:une|leur) (?:presence|participation|assistance) d[e']|(?:an?|their) (?:attendance|presence) of)\b|(?<![^\W\d_])(?:لهذا الغرض|لهذه الغاية|لذلك|لحضور|للمشاركة|للحضور)(?![^\W\d_])|(?<![^\W\d_])[وبل]?(?:{_EVENT_AR}|ل?مداولات\w*|المداولات|للمداولات|لأعماله\w*|برنامج \w+|أشغاله\w*|جلساته\w*)(?![^\W\d_])"
)
_NO_EXTENT = compiled(
    r"\b(?:hotel|rooms?|registration|visas?|travel|notice|prior|preparat\w+|deadline|reply|replies|leave|holiday|per|each|every|weekly|hours?|of which|including(?! (?:both )?(?:the )?(?:opening|closing|first|last|inaugural))|minimum|maximum|at least|at most|up to|last year|previous|hotel|chambres?|inscriptions?|voyage|preavis|prealable|delai|reponse|conge|chaque|dont|au moins|au plus|precedent\w*|avant|apres|before|after|within|drafting|bureau|sub-?committee|working group|redaction|sous-comite|groupe de)\b"
    r"|(?<![^\W\d_])(?:قبل|بعد|خلال|مهلة|صياغة|الصياغة|إشعار|التأشيرات|السفر|الفندق|على الأقل|كل|منها|السابقة?|التحضير\w*)(?![^\W\d_])"
)
_DAY_ENDS = " .\n)" + fold("مه").skeleton  # what may stand behind the last day
# What stands between the last day and the end of its sentence: where, or a bracket.
_PLACE = compiled(
    r"\s?(?:م|ه)?(?:\s*,?\s*(?:\b(?:at|in|on|a|au|aux|en|dans)\b|\bفي\b|\bب(?=\w))[^.;:\n()\d]{3,80})?(?:\s*\([^.;\n()]{3,60}\))?\s*\.\s+"
)
# "A period of five days is foreseen", and no word more.
_SO_LONG = compiled(
    r"(?:(?:in all,?|an?|the|a total|total|period|duration|span|of|au total,?|une|duree|periode|de|il est|prevu|ont ete|sont|seront)\s+)*\0"
    r"(?:\s+(?:(?:is|are|will be|has been|have been|est|sont|sera|seront|a ete|ont ete)\s+(?:thus |ainsi |donc )?(?:foreseen|planned|scheduled|envisaged|set aside|provided for|allotted|prevue?s?|programmee?s?|envisagee?s?|retenue?s?)|de (?:travaux|reunion|debats|seances)))?"
    r"|و?(?:قد )?س?[يت]?(?:خصصت?|حددت?|رصدت?|تقررت?|قررت?) \0"
)
# "Les participants voudront bien prévoir quatre jours de travail": of the days told, and no more.
_GUESTS_PLAN = compiled(
    r"(?:(?:the|all|les|chaque|tous les)\s+)*(?:participants|delegations?|delegates|delegues|experts|members|membres|guests|invites|representatives|representants|trainees|stagiaires|attendees)\b[^.;\n\d]{0,50}?"
    r"\b(?:plan(?: for| on)?|allow|reserve|keep|set aside|count on|budget|provide for|prevoir|prevoient|prevoiront|reserver|reservent|reserveront|retenir|retiennent|compter|menager|consacrer)(?:\s+(?:for|on|pour))?\s+\0"
    r"(?:\s+(?:of (?:work|meetings?|sittings|deliberations|discussions)|free|de (?:travail|travaux|reunions?|seances?|debats|presence)))?\s*"
    r"|و?(?:على |[يتن]?رجى من |يرجى من |نرجو من |ينبغي ل|ويحسن ب)?(?:ال|ل)?(?:سادة )?(?:ال)?(?:مشاركين|مشاركون|وفود|أعضاء|خبراء|مندوبين|متدربين)(?:\s+(?:أن|إلى|مدعوون|مدعوة|الكرام|المشاركة))*\s+[يت]?(?:خصصوا|خصص|تخصيص|التفرغ|تفرغوا|حجز|يحسبوا|رصد)\s+(?:مدة |لمدة )?\0(?:\s+(?:للأعمال|للعمل|للمداولات|للاجتماعات|من العمل))?\s*"
)
_LONGEST_EXTENT = 130  # letters of such a sentence


def tells_extent(skeleton: str, begin: int, length: Length) -> bool:
    """Tell whether the sentence of a length, the next one behind days, tells how far work reaches.

    ``begin``: where those days end. Between them and that sentence no other stands.
    """
    gap = skeleton[begin : length.start]
    marks = [mark.end() for mark in _SENTENCE_END.finditer(gap + " ")]
    start = begin + marks[-1] if marks else begin
    if length.unit != "day" or not marks:
        return False
    if skeleton[begin:start].strip(_DAY_ENDS) and not _PLACE.fullmatch(skeleton, begin, start):
        return False
    return says_extent(skeleton, start, length)


def says_extent(skeleton: str, start: int, length: Length) -> bool:
    """Tell whether the sentence that begins at ``start`` says how far work reaches, and no more."""
    stop = _CLOSE_OF.search(skeleton, length.end, length.end + _LONGEST_EXTENT)
    if stop is None or stop.start() - start > _LONGEST_EXTENT:
        return False
    rest = skeleton[start : length.start] + " \0 " + skeleton[length.end : stop.start()]
    if _SO_LONG.fullmatch(rest.strip()) or _GUESTS_PLAN.fullmatch(rest.strip()):
        return True
    return bool(
        _EXTENT.search(rest)
        and _NOUN.search(rest)
        and not _NO_EXTENT.search(rest)
        and not any(letter.isdigit() for letter in rest)
        and not any((told := worth(word)) and told.value > 1 for word in rest.split())
    )


_CLOSE_OF = on_demand(r"[.;!?](?=\s|$)|\n|$")


def own_sentence(gap: str) -> str:
    """Return the part of the words before a length that is of its own sentence."""
    marks = list(_SENTENCE_END.finditer(gap))
    return gap[marks[-1].start() :] if marks else gap


_WEEKENDS = (
    (4, 5),
    (5, 6),
    (3, 4),
)  # Friday and Saturday, Saturday and Sunday, Thursday and Friday


def working_days(first: date, last: date) -> set[int]:
    """Return how many days of work there are from the one to the other, by each weekend."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return {sum(day.weekday() not in weekend for day in days) for weekend in _WEEKENDS}
