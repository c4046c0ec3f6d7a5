"""The form of a draft resolution: preamble, operative part, follow-up. Mostly advice.

The styles of the United Nations and of the Organisation differ in verbs and punctuation; both are
right, so that what is said here is a note. A warning is that an organ of the house asks nobody to
follow its resolution up, that no organ is named, and the one paragraph that ends otherwise than all
others of its part. Source: the forms read in resolutions of both.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.part_words import HOUSE_LINE
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_PREAMBLE = compiled(
    r"(?m)^[ _*]*(?:(?:deeply |gravely |further |also |fully |having )*"
    r"(?:recall|reaffirm|affirm|not|recogni[sz]|welcom|express|bear|consider|convinc|concern|guid|emphasi[sz]|stress|acknowledg|"
    r"tak|proceed|aware|mindful|commend|deplor|reiterat|appreciat|pursuant|having)(?:ing|ed)?\b|"
    r"(?:rappelant|reaffirmant|notant|considerant|ayant|prenant|se felicitant|consciente?|guidee?|"
    r"convaincue?|exprimant|reconnaissant|soulignant|saluant|preoccupee?)\b|"
    r"(?:إذ |وإذ |استنادا|انطلاقا|استرشادا))[^\n]*"
)
_OPERATIVE = compiled(
    r"(?m)^[ _*]*\d{1,2} ?[.)-][ _*]*(?:\w+ )?(?:calls|requests|decides|urges|reaffirms|affirms|"
    r"welcomes|condemns|invites|expresses|notes|commends|appeals|encourages|stresses|emphasi[sz]es|"
    r"supports|takes|reiterates|recommends|adopts|approves|demands|appreciates|mandates|deplores|"
    r"demande|prie|decide|invite|reaffirme|affirme|se felicite|condamne|exhorte|exprime|note|"
    r"appelle|encourage|souligne|recommande|approuve|adopte|exige|salue|prend|reitere|charge|"
    r"ي\w{2,}|ت\w{2,})\b"
)
_FOLLOW_UP = compiled(
    r"secretary[- ]general.{0,160}(?:follow|report|implement)|secretaire general.{0,160}"
    r"(?:suiv|suivi|rapport|application|mise en oeuvre|compte|informe|execution)|الأمين العام.{0,160}(?:متابعة|تقرير|تنفيذ)"
)

# In any paragraph, whoever serves the organ is charged with something: "mandates the Secretary-General to".
_CHARGED = compiled(
    r"(?:requests?|mandates?|charges?|instructs?|entrusts?|calls (?:up)?on|asks|invites|directs|tasks) "
    r"(?:the |his excellency |again )*(?:secretary[- ]general|general secretariat|secretariat)\b|"
    r"secretary[- ]general and (?:calls|invites|requests|asks|urges)(?: up)?(?:on)? him|"
    r"secretaire general et (?:l'|le )(?:invite|prie|charge|engage)|الأمين العام و[يت](?:دعوه|كلفه|طلب منه)|"
    r"(?:demande|prie|charge|mandate|invite|confie|engage)\w* (?:egalement |en outre )?(?:au|le|a la|la|du)? ?"
    r"(?:secretaire general|secretariat)\b|"
    r"(?:[يت](?:طلب|كلف|دعو|وجه|عهد|فوض|ناشد|وعز))\w* (?:من |إلى |ب)?(?:معالي )?(?:ال|لل)?(?:أمين(?:ة)? العام|أمانة العامة)"
)
# Or the organ keeps the matter itself, or a body that it sets up does.
_KEPT = compiled(
    r"(?:remain(?:s)?|be|is|keep(?:s)?)(?: actively)? (?:seized|seised|under review)|"
    r"(?:provisional )?agenda of (?:its|the) [^.;\n]{0,40}session|"
    r"(?:demeurer?|reste(?:r|ra)?) (?:activement )?saisie?|a l'ordre du jour (?:provisoire|(?:provisoire )?de (?:sa|la))|"
    r"(?:fixes?|sets?|decides? (?:on|upon)) (?:the date of )?its next (?:meeting|session)|fixe (?:la date de )?sa prochaine (?:reunion|session)|"
    r"[يت]حدد (?:موعد )?(?:اجتماع|دورت)\w* (?:المقبل|القادم|التالي)ة?|"
    r"قيد (?:ال)?نظر|(?:جدول|مشروع جدول) (?:ال)?أعمال (?:ال)?(?:مؤقت )?(?:ل)?دورت?|"
    r"(?:committee|group|mission|delegation|comite|commission|groupe|(?:ال)?لجنة|(?:ال)?فريق)\b[^.;\n]{0,80}"
    r"(?:follow|suivi|report|rapport|complete|achev|concl|pursue|poursui|متابعة|تقرير|إنجاز|استكمال)|"
    r"(?:follow-?up|suivi|متابعة)[^.;\n]{0,25}(?:committee|group|mechanism|comite|groupe|mecanisme|لجنة|آلية)|"
    r"(?:comite|groupe|mecanisme|commission|لجنة|فريق|آلية) (?:ad hoc )?(?:de suivi|متابعة|للمتابعة)|"
    r"لجنة (?:ال)?متابعة"
)
_ORGAN = compiled(
    r"council of foreign ministers|islamic summit|conseil des ministres des affaires"
    r"|sommet islamique|مجلس وزراء|القمة الإسلامي"
)
_HEAD = 900
_NUMBERED = on_demand(r"(?m)^[ _*]*(?P<number>\d{1,2}) ?[.)-](?!\d)")
_HOUSE = compiled(r"\b(?:oic|oci)\b|islamic co-?operation|cooperation islamique|التعاون الإسلامي")
_JOINED = compiled(r"(?<=[,;])[ ]*(?:and|et|و)[ ]*$")
_BREAK = on_demand(r"\n[ ]*\n|\n(?=[ _*]*\d{1,2} ?[.)-])")
_LEAST = 3  # paragraphs that show how the others end (our guess)
_ADOPTS = compiled(
    r"\b(?:council|summit|session|conference|assembly|committee|commission|meeting|conseil|sommet|"
    r"assemblee|comite|reunion|(?:ال)?(?:مجلس|مؤتمر|قمة|جمعية|لجنة|دورة|اجتماع))\b"
)

# The organ's line, below the preamble that it should lead into.
_LATE_ORGAN = compiled(
    r"(?m)^[ _*]*(?:the |le |la |l'|إن )?[^\n]{0,40}?\b(?:council of|islamic summit|conference|"
    r"general assembly|conseil d|sommet|assemblee generale|مجلس|مؤتمر|الجمعية)[^\n]{0,110}[,:][ ]*$"
)
_SENT_TO = compiled(
    r"(?:submitted|presented|for consideration|for adoption|agenda|presente|soumis|point|"
    r"مقدم|معروض|مرفوع|بند|البند)\b"
)

# "Draft resolution submitted by the Senior Officials' Meeting": who sends it does not adopt it.
_SENT_BY = compiled(
    r"\b(?:(?:submitted|presented|proposed|sponsored|tabled|prepared) (?:by|to|for)|"
    r"(?:soumis|presente|propose|depose|parraine|prepare|etabli) (?:par|a|au)|"
    r"(?:مقدم|مقترح|مرفوع|معروض|معد|أعد) (?:من|من قبل|إلى|على))\b"
)


def check_resolution_form(paper: Paper) -> Iterator[Finding]:
    """Find what the form of a resolution lacks."""
    skeleton = paper.skeleton
    operative = [match.span() for match in _OPERATIVE.finditer(skeleton)]
    preamble = [match.span() for match in _PREAMBLE.finditer(skeleton)]
    if not operative or not preamble:
        yield from _otherwise_numbered(paper)
        return
    yield from _preamble_ends(paper, preamble, operative[0][0])
    yield from _operative_ends(paper, bool(skeleton[: preamble[0][0]].strip()))
    if _is_of_the_house(paper) and _names_no_organ(paper, _first_recital(paper, preamble[0][0])):
        late = _LATE_ORGAN.search(skeleton, preamble[0][1], operative[0][0])
        yield found("CON055", *(late.span() if late else preamble[0]))
    last = operative[-1]
    is_kept = _KEPT.search(skeleton, operative[0][0])
    if _is_of_the_house(paper) and not is_kept and not _FOLLOW_UP.search(skeleton, last[0]):
        # Asked for in an earlier paragraph, it is only out of its place.
        is_asked = any(
            words.search(skeleton, operative[0][0]) is not None for words in (_FOLLOW_UP, _CHARGED)
        )
        named = _ORGAN.search(skeleton, 0, _HEAD) is not None
        sure = len(operative) > 1 and named and not is_asked
        yield found("CON051", *last, level=Level.WARN if sure else None)


# "(a) Urges", "IV. Requests", «أولا: يحث»: what a draft decides, in every style of numbers.
_STYLED = compiled(
    r"(?m)^[ _*]*\(?(?:\d{1,2}|[ivx]{1,5}|[a-h]|[أبجدهوزح]ـ?|"
    r"(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن)(?:ا|ة)?) ?[.):-][ _*]*"
    r"(?:(?:hereby|also|further|strongly|urgently|again|vivement|egalement|en outre) )?"
    r"(?:[a-z]{3,}(?:s|es)\b|(?:se )?(?:felicite|demande|prie|decide|invite|reaffirme|affirme|"
    r"condamne|exhorte|exprime|note|appelle|encourage|souligne|recommande|approuve|adopte|exige|"
    r"salue|prend|reitere|charge|lance|engage|rend|mandate|remercie)\b|[يت][^\W\d_]{2,}\b)"
)
# What a recital begins with, beyond the words that the advice on preambles knows.
_RECITAL = compiled(
    r"(?m)^[ _*]*(?:(?:in (?:pursuance|accordance|conformity|implementation|furtherance)|"
    r"on the basis|by virtue|acting|desir\w+|determined|alarmed|inspired|committed|proceeding|"
    r"cognizant|noting|seized|persuaded|believing|keeping)\b|"
    r"(?:en (?:application|execution|vertu|conformite)|conformement|agissant|desireu[sx]\w*|"
    r"resolue?|determinee?|gardant|se fondant|s'inspirant|se referant|vu|procedant|partant|"
    r"animee?|attachee?|saisie?|accueillant|tenant|profondement|gravement)\b|"
    r"و?(?:عملا|بناء على|تنفيذا|وفقا|بعد أن|بعد الاطلاع|بعد النظر|التزاما|تأكيدا|تمسكا|حرصا|"
    r"استلهاما|اقتناعا|إدراكا|إيمانا)\b)[^\n]*"
)
_FEWEST = 2  # recitals and paragraphs each that make a draft of a text otherwise set (our guess)


def _otherwise_numbered(paper: Paper) -> Iterator[Finding]:
    """Find a draft of the house without its organ whose paragraphs are lettered, or in words."""
    skeleton = paper.skeleton
    title = _TITLE.search(skeleton, 0, _HEAD)
    if title is None or not _is_of_the_house(paper):
        return
    paragraphs = [match.start() for match in _STYLED.finditer(skeleton, title.end())]
    if len(paragraphs) < _FEWEST:
        return
    recitals = sorted(
        match.span()
        for shape in (_PREAMBLE, _RECITAL)
        for match in shape.finditer(skeleton, title.end(), paragraphs[0])
    )
    if len({start for start, _ in recitals}) < _FEWEST:
        return
    if _names_no_organ(paper, recitals[0][0]):
        late = _LATE_ORGAN.search(skeleton, recitals[0][1], paragraphs[0])
        yield found("CON055", *(late.span() if late else recitals[0]))


def _preamble_ends(paper: Paper, preamble: list[Stretch], limit: int) -> Iterator[Finding]:
    skeleton = paper.skeleton
    above = [part for part in preamble if part[1] < limit]
    with_comma = sum(skeleton[end - 1] == "," for _, end in above)
    for start, end in above:
        if skeleton[end - 1 : end] in (".", ";"):
            is_odd = with_comma >= _LEAST - 1 and with_comma == len(above) - 1
            yield found("CON050", start, end, level=Level.WARN if is_odd else None)
            return


def _operative_ends(paper: Paper, is_whole: bool) -> Iterator[Finding]:
    """Find the one numbered paragraph that ends otherwise than all others, and an open last one.

    ``is_whole``: something stands over the preamble; an excerpt may end where the paper does not.
    """
    skeleton = paper.skeleton
    heads = list(_NUMBERED.finditer(skeleton))
    if [int(one["number"]) for one in heads] != list(range(1, len(heads) + 1)) or not heads:
        return
    ends = []
    for at, head in enumerate(heads):
        limit = heads[at + 1].start() if at + 1 < len(heads) else len(skeleton)
        stop = _BREAK.search(skeleton, head.end(), limit)
        if stop and at + 1 < len(heads) and skeleton[stop.end() : limit].strip():
            return  # a paragraph of several, or headings between them
        text = skeleton[head.end() : stop.start() if stop else limit].rstrip(" \n*_")
        joined = _JOINED.search(text)
        text = text[: joined.start()] if joined else text
        ends.append((head.start(), head.end() + len(text), text[-1:]))
    signs = Counter(sign for _, _, sign in ends[:-1])
    most, many = signs.most_common(1)[0] if signs else ("", 0)
    if signs[";"] == many:
        most = ";"
    last = ends[-1]
    is_open = most == ";" and many == len(ends) - 1 >= _LEAST - 1 and last[2] in (";", ",")
    if is_open and is_whole:
        yield found("CON054", *last[:2])
    elif not is_open and most in (";", ".") and many == len(ends) - 2 and last[2] in (".", most):
        odd = next(one for one in ends[:-1] if one[2] != most)
        is_sure = many >= _LEAST - 1 or (many and last[2] == ".")  # a point is the last one's
        if odd[2] == "," or (odd[2] == "." and most == ";" and is_sure):
            yield found("CON054", *odd[:2])


def _first_recital(paper: Paper, known: int) -> int:
    """Return where the first recital begins, above the first of those that the advice knows."""
    title = _TITLE.search(paper.skeleton, 0, known)
    above = _RECITAL.search(paper.skeleton, title.end(), known) if title else None
    return above.start() if above else known


def _names_no_organ(paper: Paper, first: int) -> bool:
    """Tell whether no line over the preamble says whose resolution it is."""
    head = paper.skeleton[:first]
    for title in _TITLE.finditer(head):  # what stands over it is the letterhead of a whole draft
        if HOUSE_LINE.search(head, 0, title.start()):
            head = head[title.start() :]
            break
    above = [line.strip() for line in head.split("\n") if line.strip()]
    return bool(above) and not any(
        line.endswith((",", ":")) or (at > 0 and _names_organ(line))
        for at, line in enumerate(above)
    )


_TITLE = compiled(
    r"(?m)^[ *_]*(?:(?:revised )?draft resolution|projet de resolution|مشروع (?:ال)?قرار)\b"
)


def _names_organ(line: str) -> bool:
    """Tell whether a line is the organ's name: in brackets it tells where the draft goes."""
    is_aside = line[0] in "([" and line[-1] in ")]"
    sent_by = _SENT_BY.search(line)
    if sent_by and (sent_by.start() == 0 or _TITLE.match(line)):
        return False
    return not is_aside and not _SENT_TO.match(line) and _ADOPTS.search(line) is not None


def _is_of_the_house(paper: Paper) -> bool:
    return any(citation.family == "oic" for citation in paper.citations) or (
        _HOUSE.search(paper.skeleton, 0, 1500) is not None
    )
