"""Reads an approval: where it stands without a label of its own, and whom it names.

"Expenditure approved by name, post, on date" is a sentence that stands alone near the foot of a
memorandum; "Approval of the Secretary-General: name" names a post before the colon. However it is
worded, an approval has three things in a line or two: a word of approval, a post and a day.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.context import Context
from clearance.review.mentions.anatomy.blocks import (
    Line,
    SignatureBlock,
    is_post,
    lines_of,
    style_and_name,
    style_at,
    trimmed,
)
from clearance.review.mentions.anatomy.words import APPROVAL_LABEL, APPROVAL_SAID
from clearance.review.scan import Hits, Stretch, Trigger
from clearance.terms.calendars import OTHER_WEEKDAYS, WEEKDAYS

_SAID = compiled(APPROVAL_SAID)
_LABEL = compiled(APPROVAL_LABEL)
_POST_OF_LABEL = compiled(
    r"(?:[^\W\d_]+) (?:(?:of|by|from|du|de la|de l'|de) ?(?:the )?|(?:معالي |سعادة |السيدة? )?)"
)
_YEAR = compiled(r"\b(?:19|20|1[345])\d\d(?!\d)")
_PIECE = compiled(r"[,(] ?| - ")
_LONGEST = 200  # characters of such a sentence, which may run over two lines
_FOOT = 14  # lines from the end in which it is looked for
_HEAD = 1200  # characters of the head in which an approval may stand
_TAIL = 1500  # and of the foot
_LEAD = 14  # words before the officer: "legal and financial clearance given; signature approved by"
_WRAPPED = 55  # characters of a line that may go on in the next
TRIGGERS = (
    Trigger(
        "word_of_approval",
        r"approv|approuv|approba|[يت]عتمد[ ،,:\n]|autoris|authori[sz]|authority of|clear(?:ed|ance)|endors|"
        r"sanctioned|visas? |"
        r"vise|valid|bon pour|bon a (?:exp|env|dif|sig|eme)|accord d|aval d|consent|concurrence|وافق|اعتم|معتمد|أجاز|أجيز|إجاز|"
        r"أذن|إذن|صادق|صدق|أقر|إقرار|تأشير|رخص|ترخيص|تفويض|صرح|"
        r"agrement|delegat|مأذون|مفوض|مخول|بموافق|موافق|homologu|avalise|passed for issue|صودق",
    ),
)
STEM = (
    r"\b(?:approv(?:ed|al)|authori[sz](?:ed|ation)|authority|clear(?:ed|ance)|endorse(?:d|ment)|"
    r"sanctioned|consent|concurrence|visa|approuvee?s?|approbation|autorisee?s?|autorisation|"
    r"accord|aval|visee?s?|validee?s?|validation|bon (?:pour|a) \w+|"
    r"(?:noted and |seen and )?agreed(?: to)?|"
    r"homologuee?s?|avalisee?s?|passed for (?:issue|dispatch|signature)|"
    r"ok(?:ay)?(?: to \w+)?|no objection|initial?led|acceptee?s?|paraphee?s?|d'accord|"
    r"sans objection|"
    r"للتوقيع(?: بعد الاطلاع)?|و?اطلعت?|و?عرضت?(?: على)?|بالأحرف الأولى|"
    r"[يت]عتمد|و?(?:وافقت?|[بل]?(?:ال)?موافقة|اعتمدت?(?:ه|ها)?|[بل]?(?:ال)?اعتماد(?:ه|ها)?|صودق|معتمدة?|أجازت?(?:ه|ها)?|"
    r"أجيزت?|[بل]?إجازة|أذنت?|[بل]?(?:ال)?إذن|صادقت?|صدقت?|[بل]?(?:ال)?مصادقة|[بل]?(?:ال)?تصديق|"
    r"أقرت?(?:ه|ها)?|[بل]?إقرار|[بل]?(?:ال)?تأشيرة?|رخصت?|[بل]?ترخيص|[بل]?تفويض|صرحت?|موافق|أوافق|(?:ال)?مأذون))\b"
)
_THIS_PAPER = (
    r"(?: +(?:(?:هذا|هذه) )?"
    r"(?:ال)?(?:خطاب|رسالة|مذكرة|تعميم|عقد|نص|مشروع|كتاب|وثيقة|صرف)(?: من)?(?= ))?"
)
# What it was approved for: "اعتمد للإرسال من", "معتمد للتوقيع والإصدار".
_FOR = r"(?: +لل[^\W\d_]{3,})?(?: +(?:وال|ولل)[^\W\d_]{3,})*"
_BEGINS_FOR = compiled(rf"{_THIS_PAPER}{_FOR}(?= )")
_LINK = (
    rf"{_THIS_PAPER}{_FOR}(?: +(?:given|granted|obtained|donnee|accordee|obtenue|"
    r"by|of|from|the|par|du|de|des|la|le|من|قبل|طرف|لدن|معالي|سعادة|"
    r"السيدة?|عليه|عليها|"
    r"به|بها)(?= )| +(?:de )?l'| +d')*"
)
APPROVES = compiled(STEM)
_BEHIND_WORD = compiled(rf"{_LINK} *")
_BY = compiled(r"(?:by|par|من(?: قبل)?) +(?:the +|le +|la +|l')?")
_EDGE = compiled(
    r"[,:;(] *| +- +|- +| {4,}| (?:by|par|on|le|dated|en date du|du(?= *$)|of(?= *$)|من قبل|من|"
    r"بتاريخ|في|"
    r"المؤرخة?|يوم) (?:the )?"
)
# Before the word: what needs an approval that is still to be given, or a rule on it.
_IF_GIVEN = compiled(
    r"\b(?:unless|only|except|until|subject to|may (?:not |only |then )?be|can|cannot|must|requires?|(?:shall|will) (?:not |only |be )"
    r"|n[e'] ?\w+ (?:\w+ ){0,6}qu'|pourr\w+|peu(?:t|vent)|devr\w+|doi(?:t|vent)|sera|seront|necessite\w*|sauf|sous reserve|"
    r"[وف]?(?:يجوز|تجوز|يمكن|يتعين|يجب|يشترط|[يت]ستلزم|إلا|لن|رهنا)|ما لم)\b|\b(?:without|sans|دون|بدون) (?:the |an? |l'|la |le |un |une )?$"
)
# One word with the article, which no name is: "الرسالة", "المعتمد".
_NO_PERSON = compiled(r"(?:(?:هذا|هذه) )?ال[^\W\d_]+ ?$|(?:هذا|هذه|لا|لم|لن) ")
_REMARK = compiled(
    r" \([^()]{3,30}\)| (?:without|sans|دون|بدون) [^,;:]{3,40}$"
)  # "(minute 14)", behind the day
_BEGINS = compiled(
    r"(?:approved|authori[sz]ed|cleared)(?: (?:for|to) [^\W\d_]+)?(?: by)? *[|:]? |"
    r"(?:approuv|autoris)ee?(?: pour [^\W\d_]+)?(?: par)? *[|:]? |(?:approval|approbation) *[|:]? |"
    r"[يت]?اعتمد(?:ه|ها)? |[يت]عتمد |وافق عليه|(?:ال)?(?:موافقة|اعتماد) *[|:]? "
)
_GIVEN = compiled(
    r" +(?:given|granted|issued|obtained|received|donnee?|delivree?|accordee?|obtenue?|recue?|"
    r"الصادرة?|المؤرخة?|المسجلة?)[ .]*$"
    r"| +(?:without|sans|دون|بدون) .*$"
)
_MONTH_FIRST = r"[^\W\d_]{3,9} \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d"
_DAY_FIRST = (
    r"\d{1,2}(?:er|st|nd|rd|th)?[ -](?:of )?[^\W\d_]+(?:[/ '-][^\W\d_]+){0,3},?[ -]"
    r"(?:19|20|1[345])\d\d"
)
_WEEKDAYS: dict[str, list[str]] = {}  # the rest of their names, by the first letter
for _days in (*WEEKDAYS.values(), *OTHER_WEEKDAYS.values()):
    for _day in _days:
        _WEEKDAYS.setdefault(_day[0].lower(), []).append(re.escape(_day[1:]))
_WEEKDAY = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in _WEEKDAYS.items())
_NUMERIC = r"\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}"
_DAY = compiled(
    rf"(?:\b(?:on|dated|le|en date du|بتاريخ|في|المؤرخة?|يوم) +)?(?:(?:{_WEEKDAY}),? +)?"
    rf"\b(?:{_MONTH_FIRST}|{_DAY_FIRST}|{_NUMERIC})(?: ?(?:م|ه|h|a\.? ?h\.?|a\.? ?d\.?|ad))?(?!\w)"
)
_NUMBER = compiled(r"(?:\(?\w{1,4}[.)]|\d|[^\W\d_]{1,4} ?-) ?")
_RUNS_ON = compiled(r"(?:\b(?:of|the|and|for|de|du|des|d'|et|la|le|les|pour|aux?|ل|و|في|من)|,) *$")
_ANNEXED = compiled(r" *(?:annexe?|appendix|schedule|attachment|enclosure|المرفق|الملحق)\b")
# "اعتمد مدير الديوان المشروع": what is approved stands behind who approves it.
_THING_BEHIND = compiled(
    r" (?:المشروع|النص|الخطاب|الرسالة|المذكرة|المسودة|العقد|التعميم)(?= *(?:$|[,،.(]))"
)
# "Approved as proposed in paragraph (4): name": how, and not by whom.
_AS_PROPOSED = compiled(
    r" (?:as|such as|tel(?:le)? que?|comme|selon|conformement a\w*|حسب|بحسب|كما|وفقا?|طبقا|على النحو|بالصيغة)"
    r"(?= ?[^:\n]{0,30}(?:propos|recommend|recommand|submit|soumis|set out|"
    r"indiqu|indicat|request|demand|amend|"
    r"مقترح|اقترا|موصى|توصي|وارد|ورد|معروض|مبين|مطلوب|معدل))"
    r"(?:(?! (?:by|par|من) )[^:,\n]){3,60}(?=:)"
)
_INK = compiled(r"/?\bs/ |\((?:signed|signe|sgd|توقيع|موقع)\)")  # where a signature stands
_WORD_AT = on_demand(r"\S+")
_AFTER = " .)]*\xa4" + compiled("م").pattern
_SEVERAL = compiled(r"[.!?] +(?=[^\W\d_]{3})")


# Who else may be named beside an officer's post, or in another part that he has in the paper.
_OTHER_PART = compiled(
    r"\b(?:authors?|auteurs?|autrice|prepared|drafted|"
    r"written|typed|contacts?|liaison|focal points?|inquir\w+|enquir\w+|"
    r"coordinat\w+|chair\w*|attend\w*|submitt\w*|present\w*|led by|headed by|secretary of|"
    r"sign(?:ed|s)(?! off)|for the|on behalf|represent\w*|"
    r"interlocut\w+|correspondante?s?|presid\w*|presente\w*|soumis\w*|dirigee? par|conduite? par|"
    r"renseignements?|coordonn\w+|president\w*|"
    r"attention|attn|copy|copies|c\.?c|via|through|(?<!light )from|dear|invited|redige\w*|etabli|sign(?:ee?s?|ataire)|"
    r"pour l[ae']|au nom|represente\w*|copies?|par l'entremise|de la part|chere?|"
    r"و?(?:أعد(?:ه|ها)?|إعداد|حرر(?:ه|ها)?|تحرير|كتب(?:ه|ها)?|وقع(?:ه|ها)?(?! بالأحرف)|عن|باسم|"
    r"نيابة|ترأس\w*|يرأس\w*|حضر\w*|بحضور|مقدم\w*|قدم(?:ه|ها)?|يمثل(?:ه|ها)?|نسخة|صورة|إلى|عناية|"
    r"بواسطة|للاتصال|الاتصال|منسق\w*|للتنسيق|برئاسة|"
    r"للاستفسار))\b"
)
_ABOUT = fold("عن").skeleton
_AT_DISPOSAL = compiled(
    r"\b(?:disposal|disposition|queries|questions?|renseignements?|represent\w*|"
    r"(?:for|further|more|any|additional|pour|toute?|d'|pour votre|your) ?informations?|"
    r"رهن|إشارتكم|تصرفكم|استفسار\w*)\b"
)
# The labels of a memorandum's head, which may have no colon: "FROM name, post", "DE name, post".
_FROM_OR_TO = compiled(r"(?:from|to|via|through|de|du|pour|par|من|إلى|بواسطة) *:? *$")
_FEW_WORDS = 9  # before the officer's name: "Noted and agreed, for issue after one correction,"
_NO_NUMBER = compiled(r"[^\W\d_]{2,}")
OFFICER = "officer named"


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the names of those who may sign and approve, by the register."""
    names = dict.fromkeys(name for one in context.signatories for name in one.names.values())
    return [Trigger(OFFICER, name, literal=True, of_register=True) for name in names if name]


def by_officers(text: str, skeleton: str, hits: Hits) -> list[Stretch]:
    """Return the lines of head and foot that name an officer with his post after some other words.

    However it is worded, who is named there neither signs nor is written to: he approves. "OK to
    issue - name, post, day".
    """
    found: list[Stretch] = []
    edge = max(_HEAD, len(skeleton) - _TAIL)
    before = -1
    for start, end in hits.get(OFFICER, ()):
        if _HEAD < start < edge:
            continue
        begin = skeleton.rfind("\n", 0, start) + 1
        is_second, before = before >= begin, start
        if is_second:
            continue  # two who are at the reader's disposal
        stop = _line_end(skeleton, end)
        cells = [one for one in lines_of(text, skeleton, begin, stop) if not one.is_blank]
        if not cells or any(one.label not in ("", "approval") for one in cells):
            continue
        line = Line(cells[0].start, cells[-1].end)  # a row of a table is read as a line
        if line.length > _LONGEST or not line.start <= start < line.end:
            continue
        if _is_numbered(skeleton, line) or _is_within(text, skeleton, line):
            continue
        if _names_approver(skeleton, line, start, end):
            found.append((line.start, line.end))
    return found


def _is_numbered(skeleton: str, line: Line) -> bool:
    """Tell whether the line is one of a list: it begins with a number, which is no day."""
    is_day = _DAY.match(skeleton, line.start, line.end) is not None
    return not is_day and _NUMBER.match(skeleton, line.start, line.end) is not None


def _is_within(text: str, skeleton: str, line: Line) -> bool:
    """Tell whether the line is a part of a sentence that goes on below it."""
    following = text[line.end : line.end + 3].lstrip()[:1]
    return skeleton[line.end - 1] in ",;" or following.islower()


def _names_approver(skeleton: str, line: Line, start: int, end: int) -> bool:
    """Tell whether a line has some words, an officer's name, his post, and no more than a day."""
    lead = skeleton[line.start : start]
    words = _NO_NUMBER.findall(lead[: style_before(lead)])
    other = _OTHER_PART.search(lead)
    if other and APPROVES.search(lead, 0, other.start()) and other[0] == _ABOUT:
        other = None  # "permission came from him"
    if not 0 < len(words) <= _FEW_WORDS or other or _FROM_OR_TO.match(lead):
        return False
    begin = end
    while begin < line.end and not skeleton[begin].isalpha():
        begin += 1
    if begin == end or not is_post(skeleton, begin, line.end):
        return _is_by_post(skeleton, line, start)
    if _AT_DISPOSAL.search(skeleton, begin, line.end):
        return False
    rest = _DAY.sub(" ", skeleton[begin : line.end]).split()
    return len(rest) <= _LEAD and not _SEVERAL.search(skeleton, begin, line.end)


def _is_by_post(skeleton: str, line: Line, name: int) -> bool:
    """Tell whether words of approval, or of some other act with a day, lead to a post and a name.

    "Draft passed by the Secretary-General, A. B., on 3 May."
    """
    words = [one.start() for one in _WORD_AT.finditer(skeleton, line.start, name)]
    post = next((at for at in words[1:] if is_post(skeleton, at, name)), None)
    if post is None or not _DAY.search(skeleton, name, line.end):
        return False
    rest = _DAY.sub(" ", skeleton[name : line.end]).split()
    return len(rest) <= _FEW_WORDS and not _SEVERAL.search(skeleton, name, line.end)


def style_before(lead: str) -> int:
    """Return where the style that ends a piece begins, as in "agreed: H.E. Mr."."""
    words = list(_WORD_AT.finditer(lead))
    place = len(lead)
    for word in reversed(words):
        if style_at(lead + "x", word.start(), len(lead) + 1) <= word.start():
            break
        place = word.start()
    return place


def post_of_label(skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the post that the label of an approval names; None: it names none."""
    label = _LABEL.match(skeleton, start, end)
    begin = _POST_OF_LABEL.match(skeleton, start, label.end()) if label else None
    if label is None or begin is None:
        return None
    post = trimmed(skeleton, begin.end(), label.end())
    return post if is_post(skeleton, *post) else None


def is_whole_approval(skeleton: str, start: int, end: int) -> bool:
    """Tell whether a line of approval has the post in its label, and a day: none below is of it."""
    return (
        post_of_label(skeleton, start, end) is not None
        and _YEAR.search(skeleton, start, end) is not None
    )


def approval_said(skeleton: str, lines: Sequence[Line]) -> Stretch | None:
    """Return the sentence near the foot that says who approved the paper, and when."""
    for line in lines[-_FOOT:]:
        said = _SAID.match(skeleton, line.start, line.end)
        if said is None:
            continue
        stop = skeleton.find("\n\n", said.end())
        end = min(stop if stop > 0 else len(skeleton), line.start + _LONGEST)
        dated = _YEAR.search(skeleton, said.start(), end)
        if dated and _is_by_officer(skeleton, said.end(), end):
            return line.start, max(dated.end(), line.end)
    return None


def _is_by_officer(skeleton: str, start: int, end: int) -> bool:
    """Whether an officer approved, told by the post: organs adopt, officers approve."""
    edges = [start, *(piece.end() for piece in _PIECE.finditer(skeleton, start, end))][:3]
    return any(_begins_as_post(skeleton, *trimmed(skeleton, edge, end)) for edge in edges)


def _begins_as_post(skeleton: str, start: int, end: int) -> bool:
    if is_post(skeleton, start, end):
        return True
    _, name = style_and_name(skeleton, start, end)
    return name is not None and is_post(skeleton, *name)


def approvals_told(text: str, skeleton: str, hits: Hits) -> dict[Stretch, SignatureBlock]:
    """Return the lines of head and foot that have a word of approval, a post and a day.

    Each with whom it names.
    """
    found: dict[Stretch, SignatureBlock] = {}
    past = 0
    edge = max(_HEAD, len(skeleton) - _TAIL)
    for start, end in hits.get("word_of_approval", ()):
        if _HEAD < start < edge or start < past:
            continue
        begin = skeleton.rfind("\n", 0, start) + 1
        if told := _approval_at(text, skeleton, begin, end):
            line, found[line] = told
            past = line[1]
    return found


_Approval = tuple[Stretch, SignatureBlock]


def _approval_at(text: str, skeleton: str, begin: int, end: int) -> _Approval | None:
    """Return the approval that begins with the line; it may be wrapped once."""
    stop = skeleton.find("\n", end)
    stop = len(skeleton) if stop < 0 else stop
    lines = list(lines_of(text, skeleton, begin, min(stop, begin + _LONGEST + 60)))
    line = next((one for one in lines if one.start <= end - 1 < one.end), None)
    if line is None or line.label not in ("", "approval") or line.length > _LONGEST:
        return None
    if _is_numbered(skeleton, line):
        return None
    is_whole = is_whole_approval(skeleton, line.start, line.end)
    if line.length >= _WRAPPED and stop < len(skeleton) and not is_whole:
        other = next(lines_of(text, skeleton, stop + 1, _line_end(skeleton, stop + 1)))
        goes_on = not other.is_blank and not other.label and other.length < line.length
        if goes_on and (told := _approval_in(text, skeleton, (line.start, other.end))):
            return told
    if told := _approval_in(text, skeleton, (line.start, line.end)):
        return told
    if is_whole or not _is_label(skeleton, line):
        return None
    return _over_lines(text, skeleton, line)


def _is_label(skeleton: str, line: Line) -> bool:
    """Tell whether a line no more than announces an approval: "Release sanctioned on 3 May"."""
    if _BEGINS.match(skeleton, line.start):
        return True
    words = _DAY.sub(" ", skeleton[line.start : line.end]).split()
    return len(words) <= _FEW_WORDS // 2 and _IF_GIVEN.search(skeleton, *line[:2]) is None


def _over_lines(text: str, skeleton: str, line: Line) -> _Approval | None:
    """Return "Approved by name", with the post and the day on the lines below it."""
    begin = _line_end(skeleton, line.end) + 1
    below = lines_of(text, skeleton, begin, min(len(skeleton), begin + _LONGEST))
    for other in islice(below, 3):
        if (
            other.is_blank
            or other.length > _WRAPPED + 35
            or other.label not in ("", "signed", "post", "date")
        ):
            break
        if told := _approval_in(text, skeleton, (line.start, other.end)):
            return told
    return None


def _line_end(skeleton: str, start: int) -> int:
    stop = skeleton.find("\n", start)
    return len(skeleton) if stop < 0 else stop


def _approval_in(text: str, skeleton: str, stretch: Stretch) -> _Approval | None:
    """Return the stretch, where it says who approved and when, and nothing more."""
    flat = skeleton[slice(*stretch)].replace("\n", " ")
    word = APPROVES.search(flat)
    days = [day.span() for day in _DAY.finditer(flat)]
    if word is None or not days or _SEVERAL.search(flat) or _IF_GIVEN.search(flat, 0, word.start()):
        return None
    block = approver_of(text, skeleton, stretch)
    if block.title is None:
        return None
    parts = [part for part in (block.name, block.title) if part]
    named = [(start - stretch[0], end - stretch[0]) for start, end in parts]
    before = flat[: min(part[0] for part in named)]
    after = _REMARK.sub("", flat[max(part[1] for part in (*named, *days)) :])
    is_short = len(_DAY.sub(" ", before).split()) <= _LEAD
    return (stretch, block) if is_short and not after.strip(_AFTER) else None


def approver_of(text: str, skeleton: str, line: Stretch) -> SignatureBlock:
    """Return who a line such as "Approved by: name, post, on date" names."""
    flat, is_labelled = _in_one_line(text, skeleton, line)
    flat = _DAY.sub(lambda day: " " * len(day[0]), flat)
    flat = _INK.sub(lambda ink: " " * len(ink[0]), flat)
    flat = _THING_BEHIND.sub(lambda thing: " " * len(thing[0]), flat)
    flat = _AS_PROPOSED.sub(lambda how: " " * len(how[0]), flat)
    if is_labelled and (what_for := _BEGINS_FOR.match(flat)):
        flat = " " * what_for.end() + flat[what_for.end() :]
    printed = text[slice(*line)]
    name, title = _named(flat, printed, is_told=is_labelled)
    if title is None and not is_labelled:
        name, title = _named(flat, printed, is_told=True)  # who approved stands before the word
    return SignatureBlock(_on(name, line), _on(title, line))


def _named(flat: str, printed: str, *, is_told: bool) -> tuple[Stretch | None, Stretch | None]:
    """Return name and post. ``is_told``: that it is approved is said before the line begins."""
    name = title = None
    begin, is_apart = 0, True
    for first, last in (*(match.span() for match in _EDGE.finditer(flat)), (len(flat),) * 2):
        start, end = trimmed(flat, begin, first)
        begins_apart, is_apart = is_apart, flat[first:last].strip() != ""
        begin = last
        word = APPROVES.search(flat, start, end)
        is_told = is_told or word is not None
        if not is_told:
            continue
        if not (name or title) and (lead := _to_officer(flat, start, end)):
            start, end = trimmed(flat, lead.end(), end)
        elif word is not None:
            continue  # "(approved on ...)", behind the post
        if given := _GIVEN.search(flat, start, end):
            end = given.start()
        end -= len(flat[start:end]) - len(flat[start:end].rstrip(" )].*"))
        if end - start < 3 or _YEAR.search(flat, start, end):
            continue
        if is_post(flat, start, end):
            title = title or (start, end)
        elif not name and (begins_apart or not title) and flat[first : first + 1] not in (":", ";"):
            name = style_and_name(flat, start, end)[1]
            if (name and _NO_PERSON.match(flat, *name)) or printed[start].islower():
                name = None  # "granted", "minute of", "the letter"
            if name and is_post(flat, *name) and not title:  # "H.E. the Secretary-General"
                title, name = name, None
    return name, title


def _to_officer(flat: str, start: int, end: int) -> re.Match[str] | None:
    """Return what leads to the officer: behind the last word of approval, or "by" alone."""
    words = list(APPROVES.finditer(flat, start, end))
    return _BEHIND_WORD.match(flat, words[-1].end(), end) if words else _BY.match(flat, start, end)


def _in_one_line(text: str, skeleton: str, line: Stretch) -> tuple[str, bool]:
    """Return the stretch as one line of its length, without labels; whether it had that of one.

    A line goes on in the next where it is full or ends within a post; else a comma stands between.
    """
    flat = [" "] * (line[1] - line[0])
    is_labelled = False
    last: Line | None = None
    for part in lines_of(text, skeleton, *line):
        if part.is_blank or part.label == "date":
            continue
        if part.label in ("enclosures", "copies") or _ANNEXED.match(skeleton, part.start):
            break
        if last is not None:
            is_open = _RUNS_ON.search(skeleton, last.start, last.end)
            goes_on = not part.label and (is_open or last.length >= _WRAPPED)
            flat[last.end - line[0]] = " " if goes_on else ","
        start = part.value if part.label else part.start
        is_labelled = is_labelled or part.label not in ("", "post")
        flat[start - line[0] : part.end - line[0]] = skeleton[start : part.end]
        last = part
    return "".join(flat), is_labelled


def _on(part: Stretch | None, line: Stretch) -> Stretch | None:
    return None if part is None else (part[0] + line[0], part[1] + line[0])
