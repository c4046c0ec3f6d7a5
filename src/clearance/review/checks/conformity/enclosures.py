"""The enclosures that a text announces against those that are listed, and those that are there.

Source: UN Correspondence Manual, para. 32 (the foot of the last page tells how many go along).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clearance.reading.expressions import is_of, on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.conformity import enclosures_told, enclosures_unlisted
from clearance.review.checks.conformity.annex_lines import Cited, check_annex_lines, check_gap
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_WORD = (
    r"(?:annex(?:es|e|ure)?s?|appendi(?:x|ces)|appendices?|enclosures?|attachments?|"
    r"pieces? jointes?|documents? joints?|"
    r"و?(?:ب|ل|ك|في )?(?:ال)?(?:مرفق|ملحق|مرفقات|مرفقين|ملحقات|ملحقين|ضميمة|مرفقان|ملحقان))"
)
_ALONG = "sent_along"
TRIGGERS = (
    *(
        Trigger("annex", word, literal=True)
        for word in ("annex", "appendi", "enclosure", "attachment", "pièce jointe",
                     "pièces jointes", "مرفق", "ملحق")
    ),
    *(
        Trigger(_ALONG, word, literal=True)
        for word in ("enclosed", "attached", "herewith", "ci-joint", "sont joint", "est joint",
                     "trouverez joint", "joint à la présente", "طيه", "رفقته", "رفق هذ", "أرفق",
                     "نرفق")
    ),
)  # fmt: skip
_ORDINALS = (
    "first|premier|premiere|أول|أولى|واحد", "second|deuxieme|seconde|ثاني|ثانية|اثنين",
    "third|troisieme|ثالث|ثالثة|ثلاثة", "fourth|quatrieme|رابع|رابعة|أربعة",
    "fifth|cinquieme|خامس|خامسة|خمسة", "sixth|sixieme|سادس|سادسة|ستة",
    "seventh|septieme|سابع|سابعة|سبعة", "eighth|huitieme|ثامن|ثامنة|ثمانية",
    "ninth|neuvieme|تاسع|تاسعة|تسعة", "tenth|dixieme|عاشر|عاشرة|عشرة",
)  # fmt: skip
_CARDINALS = (
    "one|un|une|a|واحد|واحدة", "two|deux|اثنان|اثنين|مرفقان|مرفقين", "three|trois|ثلاثة|ثلاث",
    "four|quatre|أربعة|أربع", "five|cinq|خمسة|خمس", "six|ستة|ست", "seven|sept|سبعة|سبع",
    "eight|huit|ثمانية|ثماني|ثمان", "nine|neuf|تسعة|تسع", "ten|dix|عشرة|عشر",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_VALUE: dict[str, int] = {roman: number for number, roman in enumerate(_ROMAN, start=1)}
_VALUE |= {str(number): number for number in range(1, 31)}
_VALUE |= {
    fold(word).skeleton: number
    for number, words in enumerate(_ORDINALS, start=1)
    for word in words.split("|")
}
_ALEF = fold("ال").skeleton
_COUNT: dict[str, int] = {str(number): number for number in range(31)}
_COUNT |= {
    fold(word).skeleton: number
    for number, words in enumerate(_CARDINALS, start=1)
    for word in words.split("|")
}
_ORDINAL_WORDS = "|".join(f"(?:ال)?(?:{words})" for words in _ORDINALS)
# Letters count only within brackets in Arabic: "الملحق (أ)".
_ABJAD = ("أ", "ب", "ج", "د", "ه", "و", "ز")
_VALUE |= {fold(letter).skeleton: number for number, letter in enumerate(_ABJAD, start=1)}
_IN_BRACKETS = rf"(?:{'|'.join(_ABJAD)})(?=\))"
_LABEL = rf"(?:[ivx]{{1,4}}|\d{{1,2}}|[a-h]|{_ORDINAL_WORDS}|{_IN_BRACKETS})(?![\w'’/-])"
_SPACE = r"[ \n]{1,3}"
_AFTER_WORD = compiled(
    rf"{_WORD}(?:{_SPACE}(?:no\.?|n°|number|numero|رقم))?{_SPACE}?\(?(?P<label>{_LABEL})\)?"
)
_NEXT = compiled(
    rf"(?:,{_SPACE}|,?{_SPACE}(?:and|et|&|to|a){_SPACE}|{_SPACE}و(?={_WORD})|{_SPACE}و(?=ال)|-)"
    rf"(?:{_WORD}(?:{_SPACE}(?:no\.?|n°|رقم))?{_SPACE})?\(?(?P<label>{_LABEL})\)?"
)
_BEFORE = compiled(
    rf"(?P<label>first|second|third|fourth|fifth|premiere?|deuxieme|troisieme|quatrieme) {_WORD}"
)
_OF_ANOTHER = compiled(
    rf"\)?,?{_SPACE}(?:of|to|de|du|des|d'|a la|au|aux|l'|من|الملحق|بال|ل|لل)\w*{_SPACE}?"
    rf"(?:\w+{_SPACE}?){{0,3}}?"
    r"(?:convention|agreement|treaty|charter|statute|protocol|report|resolution|decision|rules|"
    r"regulation|act|code|contract|memorandum|accord|traite|charte|statut|protocole|rapport|reglement|law|loi|"
    r"اتفاق\w*|معاهدة|ميثاق|بروتوكول|قرار|تقرير|نظام|قانون|لائحة)"
)
# "1 - Agenda" is the first of a list, "2 - Annex I and Annex II" tells how many.
_COUNTED = compiled(
    r"^(?P<word>[^\W\d]+)? ?(?:\((?P<inside>\d{1,2})\)|(?P<digits>\d{1,2})?)"
    rf"(?! ?[-)] ?(?!{_WORD}[^\n:;-]{{1,16}}(?:,| ?; ?(?!\d)| and | et | & | to | a | و))[^\W\d])"
    r"(?:$|[^\d/.]|\.$)"
)
# "Annexes : au nombre de 3 - ...", «المرفقات: عدد 3 - ...»
_BY_NUMBER = compiled(
    r"(?:number(?:ing)?|in all|a total of|total(?: of| de)?|au nombre de|nombre|soit|و?عددها|"
    r"(?:ب|ال)?عدد)"
    r" ?:? ?(?=\(?\d|[^\W\d]+ ?[(:-])"
)
# "Three (3) enclosures": the word is looked for first, and then the count before it.
_ENCLOSURES = compiled(
    r" (?:enclosures|attachments|annexes|documents? (?:are )?(?:enclosed|attached)|pieces jointes|"
    r"documents joints|مرفقات|ملحقات)\b"
)
_SO_MANY_OF_THEM = compiled(r"\b(?P<count>\w+)(?: ?\((?P<digits>\d{1,2})\))?$")
_NEAR = 60  # letters in which the count stands
# "The report contains three annexes": they are its own.
_OF_REPORT = compiled(
    r"\b(?:contains?|containing|compris(?:es?|ing)|includ(?:es?|ing)|comport(?:e|ant)|comprend"
    r"|contient|و?[يت](?:تضمن|شمل|ضم|حتوي على|حوي))\s+(?:the\s+|les\s+)?$"
)
# "I have the honour to transmit three documents"
_SENT_ALONG = compiled(
    r"\b(?:transmit\w*|forward\w*|enclos\w*|attach\w*|ci-joint\w*|joindre|transmet\w*|"
    r"(?:و?تجدون )?(?:طيه|رفقته)|أرفق|نرفق|أحيل|نحيل)[^.;\n]{0,40}?\s(?P<count>\w+)"
    r"(?: ?\((?P<digits>\d{1,2})\))? (?:documents?|papers|copies|pieces|وثائق|مستندات|نسخ)\b"
)
_PAPERS = compiled(r" (?:documents?|papers|copies|pieces|وثائق|مستندات|نسخ)\b")
_ITEM = on_demand(r"(?m)^[ ]*(?:[-*\xa4]|\(?\d{1,2} ?[.)-]|\(?[a-z]\)|[ivx]{1,4} ?[.)])[ ]*\S")


_OF_ANNEXES = frozenset({Kind.CONTRACT, Kind.REPORT, Kind.DRAFT_RESOLUTION})


def check_enclosures(paper: Paper) -> Iterator[Finding]:
    """Find annexes that are cited but not listed, and counts that disagree."""
    line = paper.anatomy.enclosures or _line_at_foot(paper)
    hits = paper.hits("annex")
    is_sent = bool(hits) or _ALONG in paper.signs
    if not is_sent and line is None and paper.particulars.enclosures is None:
        return
    if paper.kind in _OF_ANNEXES:
        cited = sorted(_cited(paper, hits, (0, 0)), key=lambda one: one.start)
        yield from check_annex_lines(paper, cited)
    if line is None:
        cited = sorted(_cited(paper, hits, (0, 0)), key=lambda one: one.start)
        yield from _beyond_one(paper, cited)
        yield from enclosures_unlisted.check_unlisted(paper, cited)
        return
    yield from enclosures_unlisted.check_none(paper, line)
    listed = _listed(paper, line) or list(_by_other_word(paper, line, *line))
    if paper.kind not in _OF_ANNEXES:
        yield from check_gap(paper, listed)
    count = _count(paper, line)
    yield from _cited_not_listed(paper, hits, line, listed, count)
    yield from _counts(paper, line, listed, count)
    yield from enclosures_told.check_labels(paper, line)


# "Annexes: 2 (Annex 1: ...; Annex 2: ...)" at the foot of a report that nobody greets or signs.
_LAST_LINE = compiled(
    r"(?m)^ *(?:annexe?s?|appendix|appendices|attachments?|enclosures?|pieces? jointes?|"
    r"(?:ال)?(?:مرفق|ملحق|مرفقات|ملحقات|ملاحق)) ?: ?[^\n]+$"
)
_FOOT = 500


def _line_at_foot(paper: Paper) -> Stretch | None:
    """Return the one line of enclosures that ends a report."""
    if paper.kind is not Kind.REPORT or "annex" not in paper.signs:
        return None
    skeleton = paper.skeleton
    lines = list(_LAST_LINE.finditer(skeleton, max(0, len(skeleton) - _FOOT)))
    return lines[0].span() if len(lines) == 1 else None


def _cited_not_listed(
    paper: Paper, hits: list[Stretch], line: Stretch, listed: list[Cited], count: int | None
) -> Iterator[Finding]:
    numbers = {one.number for one in listed}
    items = _items(paper.skeleton, line)
    is_first_alone = items < 2 and _ONE_ITEM.match(paper.skeleton, *line) is not None
    most = max(numbers) if numbers else count or (items if items > 1 else int(is_first_alone))
    told: set[int] = set()
    cited = [one for one in _cited(paper, hits, line) if not line[0] <= one.start < line[1]]
    cited += _cited_by_other_word(paper, line)
    if not most:
        if _ONE_ANNEX.match(paper.skeleton, *line) and ";" not in paper.skeleton[slice(*line)]:
            yield from _beyond_first(paper, cited, line)
        return
    seen = {one.number for one in cited}
    for one in cited:
        is_listed = one.number in numbers if numbers else one.number <= most
        if not is_listed and one.number not in told:
            told.add(one.number)
            yield found(
                "CON060", one.start, one.end, elsewhere=(line,),
                annex=" ".join(paper.text[one.start : one.end].split()),
            )  # fmt: skip
    # A text that goes through them in order may be right, and the list cut short.
    is_from_first = count in (None, len(numbers)) and numbers == set(range(1, len(numbers) + 1))
    rows = {_stem(paper, one.start) for one in cited} - {None}
    if told and _is_whole(seen) and is_from_first and len(rows) == 1:
        last = max(cited, key=lambda one: one.number)
        yield found("CON062", *line, elsewhere=((last.start, last.end),),
                    count=len(seen), listed=len(numbers))  # fmt: skip
    is_bare = not numbers and not told and count is not None
    if (
        is_bare
        and _is_whole(seen)
        and len(seen) < (count or 0)
        and (_is_one_word(paper, line, cited) or _is_all_that_goes(paper, line, cited))
    ):
        yield found("CON062", *line, elsewhere=((cited[-1].start, cited[-1].end),),
                    count=count or 0, listed=len(seen))  # fmt: skip
    unused = [one for one in listed if one.number not in seen]
    if cited and unused:  # beside a citation that is not listed, the slip may be in the list
        yield found("CON061", unused[0].start, unused[0].end, level=Level.WARN if told else None,
                    annex=paper.text[unused[0].start : unused[0].end])  # fmt: skip


# "Annex: list of members": one, and without a label.
_ONE_ANNEX = compiled(
    r"(?:annexe?|appendix|attachment|(?:ال)?(?:مرفق|ملحق|ذيل)) ?: ?"
    r"(?![^:\n]*\b(?:annexe?|appendix)\b)"
    r"[^\W\d_]{2}"
)
_WITHIN = compiled(r"(?:(?<=[.;:] )|(?m:^)[ ]*)" + _ONE_ANNEX.pattern)


def _beyond_one(paper: Paper, cited: list[Cited]) -> Iterator[Finding]:
    """Find "the Annex C" in a contract that ends with "Annex: description of services"."""
    if paper.kind is not Kind.CONTRACT:
        return
    named = list(_WITHIN.finditer(paper.skeleton))
    if len(named) == 1:
        yield from _beyond_first(paper, cited, named[0].span())


def _beyond_first(paper: Paper, cited: list[Cited], place: Stretch) -> Iterator[Finding]:
    """Find the second or third annex, cited where the paper has one without a label."""
    other = next((one for one in cited if one.number > 1), None)
    if other and all(one.number == other.number for one in cited):
        yield found(
            "CON060", other.start, other.end, elsewhere=(place,),
            annex=" ".join(paper.text[other.start : other.end].split()),
        )  # fmt: skip


def _is_whole(numbers: set[int]) -> bool:
    """Tell whether they are the first, the second and so on, and more than one."""
    return len(numbers) > 1 and numbers == set(range(1, len(numbers) + 1))


# The words by which a paper calls what goes along: of one row they are one word.
_WORDS = (
        r"annex\w*|(?:ال)?(?:ملحق\w*|ملاحق)", r"append\w+|(?:ال)?(?:ذيل|ذيول|ذيلان|ذيلين)",
        r"enclos\w+|(?:ال)?مرفق\w*", r"attach\w+", r"pieces?", r"tabs?", r"sheets?|feuilles?",
        r"doc(?:ument)?s?\.?|(?:ال)?(?:وثيقة|وثائق)", r"papers?|(?:ال)?(?:ورقة|أوراق)",
        r"tables?|tableaux?|(?:ال)?(?:جدول|جداول)", r"(?:ال)?(?:ضميمة|ضمائم)",
        r"(?:ال)?مشفوع(?:ات)?", r"schedules?|bordereaux?|(?:ال)?(?:كشف|كشوف)",
        r"exhibits?", r"flags?", r"supplements?", r"addend(?:um|a)|additifs?", r"onglets?",
        r"(?:ال)?مستند(?:ات)?",
)  # fmt: skip
_STEMS = tuple(compiled(rf"(?:{words})(?!\w)") for words in _WORDS)
# "P.J. : 2 pièces": the word behind a label that is none and the count.
_FIRST_WORD = compiled(
    r"(?:(?:p\. ?j\.?|pj|encls?\.?) ?: ?\(?(?=\d))?(?:\d+\)? |number of |عدد |[بوفل](?=ال))*"
)
_RARE = 4  # words of the rows above from here on are common ones: read only where a line has them


def _stem(paper: Paper, at: int) -> int | None:
    """Return the row of the word that stands there; None: of none."""
    lead = _FIRST_WORD.match(paper.skeleton, at)
    start = lead.end() if lead else at
    return next((n for n, row in enumerate(_STEMS) if row.match(paper.skeleton, start)), None)


def _is_one_word(paper: Paper, line: Stretch, cited: list[Cited]) -> bool:
    """Tell whether the line counts what the text cites: "Annexes: 3" beside "Annex 1"."""
    row = _stem(paper, line[0])
    return row is not None and all(_stem(paper, one.start) == row for one in cited)


_ANY_PIECE = compiled(r"(?:p\. ?j|pj|encl|attach|pieces? jointes?|(?:ال)?(?:مرفق|مشفوع))")


def _is_all_that_goes(paper: Paper, line: Stretch, cited: list[Cited]) -> bool:
    """Tell whether all that the text sends along bears a number: "P. J. : 4" beside "annexe 1"."""
    if _ANY_PIECE.match(paper.skeleton, line[0]) is None:
        return False
    return all(
        any(_is_one_sentence(paper.skeleton, start, one.start) for one in cited)
        for start, _ in paper.hits(_ALONG)
        if not line[0] <= start < line[1]
    )


def _is_one_sentence(skeleton: str, one: int, other: int) -> bool:
    between = skeleton[min(one, other) : max(one, other)]
    return ". " not in between and "\n" not in between


def _cited_by_other_word(paper: Paper, line: Stretch) -> Iterator[Cited]:
    """Yield what the text cites as "Sheet 1" or "Tab A", where its last line speaks of those."""
    yield from _by_other_word(paper, line, 0, line[0])


def _by_other_word(paper: Paper, line: Stretch, begin: int, end: int) -> Iterator[Cited]:
    """Yield what bears, in a stretch, the word of the line of enclosures or of its first item."""
    row = _stem(paper, line[0])
    if behind := _BEHIND_LABEL.match(paper.skeleton, *line):  # "Appended: Table A; Table B"
        first = _stem(paper, behind.end())
        is_named = first is not None and _by_word(first).match(paper.skeleton, behind.end())
        row = first if is_named else row
    if row is None or (row < _RARE and row != 1):
        return
    for match in _by_word(row).finditer(paper.skeleton, begin, end):
        number = _number(match["label"])
        if number and not _OF_ANOTHER.match(paper.skeleton, match.end()):
            yield Cited(number, match.start(), match.end("label"))
            after = _NEXT.match(paper.skeleton, match.end(), end)
            while after is not None:
                if further := _number(after["label"]):
                    yield Cited(further, after.start("label"), after.end("label"))
                after = _NEXT.match(paper.skeleton, after.end(), end)


_BEHIND_LABEL = on_demand(r"[^\n:]{2,30}: *")


@lru_cache(maxsize=16)
def _by_word(row: int) -> re.Pattern[str]:
    """Return what cites by the word of that row: its number, its letter, "Document no. 2"."""
    return compiled(
        rf"\b(?:[بوفلك])?(?:{_WORDS[row]})[ \n](?:no\.? ?|n° ?|رقم )?\(?(?P<label>{_LABEL})"
    )


def _counts(
    paper: Paper, line: Stretch, listed: list[Cited], count: int | None
) -> Iterator[Finding]:
    skeleton = paper.skeleton
    items = len({one.number for one in listed}) or _items(skeleton, line)
    items = items or enclosures_told.letters_in(skeleton[slice(*line)])
    if count is not None and items > 1 and items != count:
        yield found("CON062", *line, count=count, listed=items)
    elif count is not None and enclosures_told.names_fewer(skeleton[slice(*line)], count):
        yield found("CON062", *line, count=count, listed=1)
    number = count if count is not None else items
    body = paper.anatomy.body or (0, line[0])
    for match, end in _announced(skeleton, *body):
        start = match.start()
        if _OF_REPORT.search(skeleton, max(0, start - 60), start):
            continue
        announced = int(match["digits"]) if match["digits"] else _COUNT.get(match["count"])
        if announced and number and announced != number:
            yield found("CON062", start, end, elsewhere=(line,), count=announced, listed=number)
            return
    row = enclosures_told.named_in_row(skeleton, body) if count and not items else None
    if row and row[0] != count and not paper.hits("annex")[1:]:
        yield found("CON062", *line, elsewhere=(row[1],), count=count or 0, listed=row[0])
        return
    held = paper.particulars.enclosures
    if held is None and paper.document.enclosures:
        held = len(paper.document.enclosures)
    if held is not None and number and held != number:
        yield found("CON063", *line, count=number, held=held)


def _announced(skeleton: str, begin: int, end: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what says how many go along: "two annexes", "transmit three documents", and its end."""
    for word in _ENCLOSURES.finditer(skeleton, begin, end):
        near = max(begin, word.start() - _NEAR)
        if count := _SO_MANY_OF_THEM.search(skeleton, near, word.start()):
            yield count, word.end()
    if _PAPERS.search(skeleton, begin, end):
        for sent in _SENT_ALONG.finditer(skeleton, begin, end):
            yield sent, sent.end()


def _cited(paper: Paper, hits: list[Stretch], line: Stretch) -> Iterator[Cited]:
    """Return the annexes that the text names by number, those of other papers left out."""
    skeleton = paper.skeleton
    done = -1
    for start, end in hits:
        if start < done:
            continue
        begin = start
        while begin > 0 and skeleton[begin - 1].isalnum():
            begin -= 1
        match = _AFTER_WORD.match(skeleton, begin)
        while match is not None:
            number = _number(match["label"])
            if number and not _OF_ANOTHER.match(skeleton, match.end()):
                is_first = is_of(match, _AFTER_WORD)
                at = match.start() if is_first else match.start("label")
                yield Cited(number, at, match.end("label"))
            done = match.end()
            match = _NEXT.match(skeleton, done)
        ordinal = _BEFORE.search(skeleton, max(0, begin - 12), end + 2)
        if ordinal is not None and done < start and (number := _number(ordinal["label"])):
            yield Cited(number, *ordinal.span())


def _number(label: str) -> int | None:
    plain = label.removeprefix(_ALEF) if label not in _VALUE else label
    if plain in _VALUE:
        return _VALUE[plain]
    return ord(plain) - ord("a") + 1 if len(plain) == 1 and "a" <= plain <= "h" else None


# "Annexes: 2 (I and II)", "الملاحق: 2 (الأول والثاني)": a list of labels alone, in brackets.
_LIST = compiled(
    rf"\((?:[^\W\d_]+[ ])?(?P<labels>{_LABEL}"
    rf"(?:(?:, ?| ?; ?| - | (?:and|et|&|to) | و ?){_LABEL})+)\)"
)
# "Annexes : A (budget), B (modèle)", "Appendices: 1 and 2": behind the colon, without brackets.
_AFTER_COLON = compiled(
    rf"\s*(?P<labels>{_LABEL}(?: ?\([^()\n]*\))?"
    rf"(?:(?:, ?| ?; ?| (?:and|et|&) | و ?){_LABEL}(?: ?\([^()\n]*\))?)+)"
)
_IN_BRACKET = on_demand(r"\([^()\n]*\)")
_SO_MANY = compiled(
    r"(?P<count>[^\W_]+) (?:annex\w*|appendi\w+|enclosures?|attachments?|pieces? jointes?)\b"
)
_ONE_OF_LIST = compiled(rf"(?:(?<!\w)|(?<=\bو)){_LABEL}")
_LEAD = on_demand(r"(?:(?P<first>\d{1,2}) )?[^\W\d_][^\d():]{1,40}?[ ]*(?P<rest>[(\d].*)?$")
_PURE = on_demand(r"\(?(\d{1,2})\)?[ .]*$")
_LABELLED = compiled(r"[^:\d]{3,30}\((?:عدد )?(\d{1,2})\) ?:")


def _listed(paper: Paper, line: Stretch) -> list[Cited]:
    value = paper.skeleton[slice(*line)]
    lead = _LEAD.match(value)
    if ":" not in value and lead and _PURE.match(lead["rest"] or ""):
        return []  # "Annexes (2)" says how many
    if labels := _LIST.search(paper.skeleton, *line):
        found_at = _ONE_OF_LIST.finditer(paper.skeleton, *labels.span("labels"))
        named = [(_number(one[0]), one.span()) for one in found_at]
        return [Cited(number, *span) for number, span in named if number]
    colon = paper.skeleton.find(":", *line)
    after = _AFTER_COLON.match(paper.skeleton, colon + 1, line[1]) if colon > 0 else None
    if after:
        begin, end = after.span("labels")
        plain = _IN_BRACKET.sub(lambda one: " " * len(one[0]), paper.skeleton[begin:end])
        spans = [(one[0], one.start() + begin) for one in _ONE_OF_LIST.finditer(plain)]
        told = [(_number(label), at, at + len(label)) for label, at in spans]
        return [Cited(number, *span) for number, *span in told if number]
    begin = line[0]
    if labelled := _LABELLED.match(value):  # "Enclosures (2): agenda; list of members"
        begin += labelled.end()
    hits = [hit for hit in paper.hits("annex") if begin <= hit[0] < line[1]]
    listed = [one for one in _cited(paper, hits, line) if one.end <= line[1]]
    lettered = [Cited(*one) for one in enclosures_told.labels_in(value, line[0])]
    is_lettered = len(lettered) > max(1, len(listed))
    is_lettered = is_lettered and not value[lettered[0].start - line[0]].isdigit()
    return lettered if is_lettered else listed


def _count(paper: Paper, line: Stretch) -> int | None:
    """Return how many the line says there are: "2", "two (2)", "2 (Annex I and Annex II)"."""
    value = paper.skeleton[line[0] : line[1]].split("\n", maxsplit=1)[0]
    if labelled := _LABELLED.match(value):
        return int(labelled[1])
    if told := enclosures_told.count_of(value):
        return told
    if (led := _SO_MANY.match(value)) and (told := _COUNT.get(led["count"])):
        return told  # "4 annexes: I, II", "Deux annexes (1, 2)"
    if _AFTER_COLON.match(value, value.find(":") + 1) and ":" in value:
        return None
    if ":" not in value:
        lead = _LEAD.match(value)
        pure = _PURE.match(lead["rest"] or "") if lead else None
        told_first = lead["first"] if lead else None
        return int(pure[1]) if pure else int(told_first) if told_first else None
    said = value.partition(":")[2].strip()
    by_number = _BY_NUMBER.match(said)
    match = _COUNTED.match(said[by_number.end() :] if by_number else said)
    if match is None:
        return None
    told = _COUNT.get(match["word"] or "")
    digits = match["inside"] or match["digits"]
    if digits and (match["word"] is None or told is not None):  # "annex 1" is a name, no count
        return int(digits)
    return told


_ONE_ITEM = on_demand(r"[^\n:\d]{2,40}:\s*\(?1 ?[.)-] ?[^\W\d]")  # "Encl.: 1. Concept note"
_FIRST_ITEM = on_demand(r"[^\n:]{2,40}:[ ]*\(?1 ?[.)-] ?[^\W\d][^\n]*\n")
_INLINE = on_demand(r"(?<![\w.])(\d{1,2}) ?[.)\-] ?(?=[^\W\d])")


def _items(skeleton: str, line: Stretch) -> int:
    """Return how many items stand below the label, each on its line, or parted by semicolons."""
    told = skeleton[line[0] : line[1]]
    items = len(_ITEM.findall(told))
    items += _FIRST_ITEM.match(told) is not None  # "Encl.: 1. Note", "2. Agenda" on the next line
    if items > 1 or "\n" in told.strip():
        return items
    numbers = [int(number) for number in _INLINE.findall(told)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        return len(numbers)
    named = [item for item in told.partition(":")[2].split(";") if item.strip()]
    return len(named) if len(named) > 1 else 0
