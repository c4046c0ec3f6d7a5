"""How many papers a line of enclosures says go along, and how many it, or the text, then names.

"P. J. : 4" over a list of three, "Annexes (trois) : a ; b", «المرفقات: ثلاث وثائق (أ، ب)», and
"enclosed the programme, the list and the form" beside "Encl.: 4". Source: UN Correspondence
Manual, para. 32; what counts as a list is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.told_again.counts import count_told
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_THINGS = (
    r"(?:documents?|papers?|pieces?|items?|files?|annexe?s?|appendices|tables?|texts?|textes?|"
    r"dossiers?|fichiers?|notes?|enclosures?|attachments?|"
    r"(?:وثائق|وثيقة|مستندات|مستندا?|ملاحق|ملحقا?|مرفقات|مرفقا?|أوراق|ورقة|ملفات|ملفا?))"
)
_PAIRS = compiled(
    r"(?:وثيقتان|وثيقتين|مستندان|مستندين|ملحقان|ملحقين|مرفقان|مرفقين|ورقتان|ورقتين|ملفان|ملفين)(?!\w)"
)
_SINGLE = compiled(
    r"(?:وثيقة|مستند|ملحق|مرفق|ورقة|ملف)(?: واحدة?)?(?! \w)|(?:one|un|une|a|single) " + _THINGS
)
_OF_THINGS = compiled(rf"\(?(?P<count>\w+)\)?(?: ?\((?P<digits>\d{{1,2}})\))? {_THINGS}(?!\w)")
# "Annexes (three): ...", "Enclosures (3 documents): ...": the count stands before the colon.
_BEFORE_COLON = compiled(rf"[^:\d(]{{2,30}}\(\s*(?P<count>\w+)(?: {_THINGS})? ?\) *:")
_ABJAD = fold("ابجدهوز").skeleton
_LETTER = rf"(?:[a-h]|[{_ABJAD}])"
_IN_BRACKETS = on_demand(
    rf"\((?P<letters>{_LETTER}(?: ?[,;] ?(?:(?:and|et) )?(?:{fold('و').skeleton} ?(?={_LETTER}))?"
    rf"{_LETTER}(?!\w))+)\)"
)
_ONE_LETTER = on_demand(rf"(?<!\w){_LETTER}(?!\w)")
# "(a) programme; (b) list", "A - Plan ; B - Liste", "1) estimate; 2) programme".
_LABEL = on_demand(
    rf"(?:^|(?<=[:;,\n])|(?<=[:;,\n] )|(?<=(?:and| et) ))[ ]*(?P<open>\(?)"
    rf"(?P<label>\d{{1,2}}|(?P<roman>[ivx]{{1,4}})(?=[.)])|{_LETTER})"
    rf"(?:(?P<sign>[.)])(?= )|(?P<dash> ?-)(?= ?\w))"
)


def count_of(line: str) -> int | None:
    """Return how many the line says in words: "three documents", "وثيقتان", "Annexes (trois) :"."""
    if led := _BEFORE_COLON.match(line):
        return _number(led["count"])
    value = line.partition(":")[2].strip() or line.partition("/")[2].strip()
    if _PAIRS.match(value):
        return 2
    if _SINGLE.match(value):
        return 1
    counted = _OF_THINGS.match(value)
    if counted is None:
        return None
    return int(counted["digits"]) if counted["digits"] else _number(counted["count"])


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return count_told(word)


def letters_in(line: str) -> int:
    """Return how many letters stand in brackets: "(a, b, c)", «(أ، ب)»; 0: no such list."""
    listed = _IN_BRACKETS.search(line)
    return len(_ONE_LETTER.findall(listed["letters"])) if listed else 0


# "Annexes: 3 (Annex A, Specifications)", "P.J. : 3 (procès-verbal de dépôt)".
_NAMED = compiled(r"[^:\n]{2,30}: *(?:\d{1,2}|[^\W\d_]+) *\((?P<names>[^()\n]{4,160})\)[ .]*$")
_LABELLED = compiled(
    r"(?:(?:annexe?|appendix|attachment|enclosure|piece|(?:ال)?(?:مرفق|ملحق)) (?:no\.? |n° |رقم )?)"
    r"[\"«“(]?(?:[ivx]{1,4}|\d{1,2}|[a-h]|ال[^\W\d_]{3,7}|[ابجدهوز])(?!\w)"
)
_ANY_LABEL = compiled(
    r"(?<!\w)(?:annexe?|appendix|attachment|enclosure|piece|و?(?:ال)?(?:مرفق|ملحق))(?!\w)"
)
_NOT_NAMES = compiled(
    r"(?<=[\w)])[-\u2013](?=\d)| [-\u2013] |[&+/]|\b(?:to|a|from|in|en|as|each|copies|"
    r"copy|pages?|sheets?|feuillets?|originals?|"
    r"exemplaires?|parts?|volumes?|cd|usb|إلى|نسخ\w*|صفح\w*|أوراق|ورقة|ورقات|باللغ\w*)\b|\d"
)
_MANY_AR = compiled(
    r"(?<!\w)و?(?:ال)?(?:[^\W\d_]+(?:ات|ين|ون|ان)|صور|وثائق|تقارير|رسائل|جداول|كتب|نماذج|قوائم|"
    r"محاضر)(?!\w)"
)


def names_fewer(line: str, count: int) -> bool:
    """Tell whether the brackets behind a count name fewer papers than it says, each in full.

    A name in the plural may stand for many, as "3 (passports)": then nothing is said.
    """
    named = _NAMED.match(line)
    if named is None:
        return False
    names = named["names"]
    if label := _LABELLED.match(names):
        return count > 1 and _ANY_LABEL.search(names, label.end()) is None
    if _NOT_NAMES.search(names):
        return False
    pieces = [piece.strip() for piece in re.split(r"[;,]", names) if piece.strip()]
    pieces = [one for piece in pieces for one in _PARTED.split(piece) if one.strip()]
    if names[0] > "\x7f":
        return 1 < len(pieces) < count and _MANY_AR.search(names) is None
    is_plural = any(word[-1] in "sx" for word in re.findall(r"(?:[^\W\d_]|-){4,}", names))
    return len(pieces) < count and not is_plural


def check_labels(paper: Paper, line: Stretch) -> Iterator[Finding]:
    """Find the letter or number that is left out, or comes twice, in the line's own list."""
    told = paper.skeleton[slice(*line)]
    labels = labels_in(told, line[0])
    if len(labels) < _LEAST or labels[0][0] != 1:
        return
    for (was, *before), (number, start, end) in pairwise(labels):
        places = ((before[0], before[1]),)
        if number == was + 2:
            yield found(
                "CON030", start, end, elsewhere=places, before=paper.text[slice(*before)],
                after=paper.text[start:end], missing=_shown(was + 1, told[before[0] - line[0]]),
            )  # fmt: skip
            return
        if number == was:
            yield found("CON031", start, end, elsewhere=places, number=paper.text[start:end])
            return


_LEAST = 2
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def labels_in(told: str, at: int = 0) -> list[tuple[int, int, int]]:
    """Return the labels of the items, each with its number and its place from ``at`` on."""
    return [
        (_order(one["label"]), at + one.start("label"), at + one.end("label"))
        for one in _LABEL.finditer(told)
        if one["roman"] is None or one["roman"] in _ROMANS
    ]


def _order(label: str) -> int:
    if label in _ROMANS:
        return _ROMANS.index(label) + 1
    if label.isdigit():
        return int(label)
    return _ABJAD.find(label) + 1 if label > "\x7f" else ord(label) - ord("a") + 1


def _shown(number: int, like: str) -> str:
    if like.isdigit():
        return str(number)
    if like in "ivx":
        return _ROMANS[number - 1].upper()
    return "ابجدهوز"[number - 1] if like > "\x7f" else chr(ord("a") + number - 1)


# What is sent along, told in a row: "enclosed the programme, the list of members and the form".
_SENT_WORD = (
    r"(?:enclosed|attached|herewith|ci-jointe?s?|ci-annexee?s?|sous ce pli|"
    r"(?:i|we) (?:enclose|attach)|(?:je|nous) joi(?:ns|gnons)|طيه|رفقته|(?:أ|ن)رفق)"
)
_IS_SENT = compiled(_SENT_WORD)
_SENT = compiled(
    r"(?:find|trouver(?:ez|a)?|transmit\w*|transmet\w*|send\w*|forward\w*|adress\w*|envo\w+|"
    r"joint|joins|joign\w+|enclos\w+|attach\w+|annex\w*|sont|is|are)?[^.;:\n]{0,40}?"
    rf"\b{_SENT_WORD}"
    r"(?: herewith| hereto| a la presente| لكم| لمعاليكم| لسعادتكم| إليكم)?,? *"
)
# "The programme and the list of members are enclosed."
_ARE_SENT = compiled(
    r"(?:(?<=\n)|(?<=[.;] ))(?P<row>(?:the|a|an|le|la|un|une|l')[^.;:\n]{10,200}?) "
    r"(?:are|sont) (?:enclosed|attached|annexed|herewith|ci-jointe?s?|jointe?s?|annexee?s?)\b"
)
_DETERMINED = compiled(r"(?:the|a|an|its|le|la|un|une) (?!two|three|four|deux|trois|quatre)|l'")
_PARTED = compiled(r"(?:,? (?:and|et|as well as|ainsi que|together with) |, و(?=\w)|, )")
_MANY = compiled(
    r"\b(?:two|three|four|copies|deux|trois|quatre|exemplaires|نسخ\w*|نسختان|نسختين)\b"
)
_STOPS = compiled(
    r"[.;:(]|\n|,? (?:for|pour|afin|which|who|that|qui|que|dont|in order|so that|with|containing|"
    r"setting|as (?:requested|agreed)|prepared|drawn up|by|"
    r"(?:ل(?!ائح|وح|جن)[^\W\d_]+|كي|من أجل|التي|الذي|راجيا|آملا|على أمل))\b"
)
_ROW = 260  # letters of such a row


def named_in_row(skeleton: str, body: Stretch) -> tuple[int, Stretch] | None:
    """Return how many papers the one sentence that sends them names, and where; None: unsure.

    Each must have its article: "the draft programme and budget" may be one or two.
    """
    rows = list(_sent(skeleton, *body))
    if len(rows) != 1:
        return _listed_below(skeleton, body) if not rows else None
    if passive := _ARE_SENT.search(skeleton, *body):
        return _row(skeleton, *passive.span("row"))
    begin = rows[0].end()
    limit = min(body[1], begin + _ROW)
    stop = _STOPS.search(skeleton, begin, limit)
    return _row(skeleton, begin, stop.start() if stop else limit)


def _sent(skeleton: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what leads to a row: looked for from its word, since most of it may be left out."""
    for word in _IS_SENT.finditer(skeleton, begin, end):
        near = max(begin, word.start() - 1)
        if word.start() >= begin and (sent := _SENT.search(skeleton, near, end)):
            begin = sent.end()
            yield sent


_FOLLOWING = compiled(
    r"(?:transmit|transmet|forward|send|enclos|attach|join|adress|احال|ترفق|تحيل|ترسل|يرفق|تبعث|"
    r"أرفق|نرفق|أحيل|نحيل)[^.\n]{0,60}\b(?:following|suivante?s?|ci-apres|الآتية|التالية)"
    r"[^.\n]{0,140}:[ ]*\n"
)
_LIST_ITEM = on_demand(r"\n*[ ]*(?:[-*\xa4]|\(?(?:\d{1,2}|\w)[.)-]+)[ ]*[^\n]+")


def _listed_below(skeleton: str, body: Stretch) -> tuple[int, Stretch] | None:
    """Return how many items stand below "the following documents:"."""
    led = _FOLLOWING.search(skeleton, *body)
    if led is None:
        return None
    end, count = led.end() - 1, 0
    while item := _LIST_ITEM.match(skeleton, end, body[1]):
        end, count = item.end(), count + 1
    return (count, (led.end(), end)) if count >= _LEAST else None


def _row(skeleton: str, begin: int, end: int) -> tuple[int, Stretch] | None:
    row = skeleton[begin:end]
    pieces = [piece for piece in _PARTED.split(row) if piece.strip()]
    if len(pieces) < _LEAST or _MANY.search(row):
        return None
    is_arabic = row[:1] > "\x7f"
    if not is_arabic and not all(_DETERMINED.match(piece) for piece in pieces):
        return None
    if is_arabic and any(len(piece.split()) > _LONG for piece in pieces):
        return None
    return len(pieces), (begin, end)


_LONG = 6  # words of one paper's name in Arabic
