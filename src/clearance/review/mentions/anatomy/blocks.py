"""Lines of a letter, and the two blocks that are taken apart: who is written to and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.mentions.anatomy.words import (
    ALONE,
    APPROVAL_BEGINS,
    APPROVAL_LABEL,
    BEFORE_POST,
    COURTESY,
    LABELS,
    OPENERS,
    PARTING,
    PERSONAL,
    POSTS,
    STATES,
    STYLE,
    STYLE_BEGINS,
)
from clearance.review.scan import Stretch

_STYLED = compiled(STYLE)
_FIRST = on_demand(r"(?:l')?([^ .'/,:\n-]*)")
_WORDS = on_demand(r"(?:l'|d')?([\w'-]+)[ ]?")
_COUNTED = compiled(
    r"^(.*?)[ (]*(?:(?:عدد(?:ها)?|number|nombre|nb|no|n°)\.? *:? *)?"
    r"(?:[0-9]+|[(]\w{1,9}(?: \w{3,10})?[)]|[(]s)[ )]*$"
)
_WIDE = " " * 6  # parts two signatures that stand side by side, or number and date (our guess)
_COLUMNS = on_demand(rf"{_WIDE}(?<=[^\s:.]{_WIDE}) *[^\W_]")
_CELL = on_demand(rf"(?:(?!\t| \| |(?<=[^\s:.]){_WIDE}).)+")
_SO_MANY = on_demand(  # "Annexes 2", "2 attachments (1 and 2)", "P.J. (2)"
    r"(?:\d{1,2} +)?(?P<what>[^\W\d_]+(?:[. ][^\W\d_]+){0,3}?)\.?"
    r"(?P<value> *\(?\d{1,2}\b.*| *\([^()]*\)| *)$"
)
_AFTER_STYLE = on_demand(r"[ \n,.:/]*")
_LONGEST = 90  # characters of a style
_LONGEST_LABEL = 14  # characters of a label in capitals that no colon ends
_IN_CAPITALS = frozenset({"from", "to", "subject", "copies"})
_ROW_LABEL = 30  # and of a label in the first cell of a row
_BARE = 12  # characters of a line that may be a style and nothing more
_PERSONAL = compiled(PERSONAL)
_EDGE = " \xa4*_|"
_TAIL = compiled(COURTESY)
_COMMA = on_demand(r"[,;] *| +- +|- +| \(")
_ARTICLE = compiled(r"(?:the |le |la |l'|au |a la |a l')")
_JOINED = compiled(
    r"(?:and|et|&|of|de|du|des|d'|و|in|for|to|en|charged?|chargee?|aux?|upon|at)\b|و"
)
_OPEN_END = on_demand(r"(?:,| and| et| of| the| de| du| des| la| for| to| &| -)$")
# The first word of a state's formal name, by which "Minister ... of the Republic of ..." parts.
_PLACE = compiled(
    r"(?:,? (?:of|to|from|for) (?:the )?(?:(?!of |and |for )[\w'-]+ ){0,4}?"
    r"(?:republic|kingdom|states?(?! (?:for|in charge|at)\b)|sultanate|emirates|federation|"
    r"commonwealth|union)\b"
    r"|,? (?!d'etat\b)(?:de la|du|de l'|de|d'|des|aupres de la|aupres du) ?"
    r"(?:republique|royaume|sultanat|etats?|emirats|federation|union des)\b"
    r"| (?:ل|ب|في |لدى )?(?:ال)?(?:جمهورية|مملكة|دولة(?! (?:لل|لشؤون))|سلطنة|إمارات|اتحاد جزر|"
    r"جماهيرية)\b)"
)
_STATE = compiled(
    r"(?:(?:the |la |le |l'|les )?(?:"
    r"(?:[\w'-]+ ){0,5}?(?:republic|kingdom|sultanate|emirates|federation|commonwealth|jamahiriya)"
    r"(?: [^,;:.]{1,50})?|(?:state|union|swiss confederation) of [^,;:.]{3,40}"
    r"|(?:republique|royaume|sultanat|emirats|federation|jamahiriya|confederation|grand-duche)"
    r"(?: [^,;:.]{1,50})?|(?:etat|union) d[eu'][^,;:.]{2,40})"
    rf"|{STATES}"
    r"|(?:ال)?(?:جمهورية|مملكة|سلطنة|إمارات|جماهيرية)(?: [^,;:.]{2,50})?|اتحاد جزر القمر"
    r"|دولة (?!رئيس|الرئيس|السيد)[^,;:.]{2,40}) *,?"
)
# "President of the Republic": the post of whoever is head of state, and no state's name.
_NO_STATE = compiled(r" (?:of the (?:republic|state)|de la republique|de l'etat|الجمهورية|الدولة)")
_ALONE = compiled(PARTING)
OF_ADDRESSEE = frozenset({"to", "post", "place"})
"""The labels that the lines of one addressee may bear, in a table or before colons."""
_APPROVAL = compiled(APPROVAL_LABEL)


@dataclass(frozen=True, slots=True)
class AddresseeBlock:
    """One person or office that is written to; None where the block has no such line."""

    start: int
    end: int
    style: Stretch | None = None
    name: Stretch | None = None
    title: Stretch | None = None
    place: Stretch | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One signature, in the order of the text; None where there is no such line."""

    name: Stretch | None
    title: Stretch | None


class Line(NamedTuple):
    """A line or a cell of a table row, without the blanks around it.

    ``label`` is what it begins with ("subject", "to" and so on) or "", ``value`` where what the
    label announces begins.
    """

    start: int
    end: int
    label: str = ""
    value: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.start >= self.end

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def lines_of(text: str, skeleton: str, begin: int, end: int) -> Iterator[Line]:
    """Yield the lines of the stretch; cells that a tab, a bar or a wide gap parts are lines."""
    stretch = text[begin:end]
    has_cells = "\t" in stretch or " | " in stretch or _WIDE in stretch
    place = begin
    for whole in skeleton[begin:end].split("\n"):
        if has_cells and (
            "\t" in text[place : place + len(whole)] or " | " in whole or _COLUMNS.search(whole)
        ):
            yield from _cells(text, skeleton, place, place + len(whole))
        else:
            yield _line(skeleton, place, place + len(whole))
        place += len(whole) + 1


def marked(lines: list[Line], approvals: Sequence[Stretch]) -> list[Line]:
    """Return the lines, those of an approval labelled so; ``approvals`` in order of place."""
    if not approvals:
        return lines
    first, last = approvals[0][0], approvals[-1][1]
    return [
        line._replace(label="approval", value=line.start)
        if first <= line.start < last
        and line.label in ("", "date", "post")
        and any(start <= line.start < end for start, end in approvals)
        else line
        for line in lines
    ]


def _cells(text: str, skeleton: str, begin: int, end: int) -> Iterator[Line]:
    if _WIDE in text[begin:end] and (whole := _line(skeleton, begin, end)).label == "reference":
        yield whole  # number and date on one line
        return
    held: Line | None = None
    for cell in _CELL.finditer(text[begin:end]):
        line = _line(skeleton, begin + cell.start(), begin + cell.end())
        if line.is_blank:
            continue
        if held and _TAIL.match(skeleton, line.start - 1, line.end):
            held = held._replace(end=line.end)  # "معالي السيد ...        الموقر"
            continue
        if held and _announces(skeleton, held) and not line.label:
            held = Line(held.start, line.end, _row_label(skeleton, held), line.start)
            continue  # "| Approved by | name |": a row of a table of two columns
        if held:
            yield held
        held = line
    if held:
        yield held


def _announces(skeleton: str, cell: Line) -> bool:
    """Whether a cell of a row has a label, and nothing that it announces."""
    if cell.label:
        return cell.value >= cell.end and skeleton[cell.end - 1] != ":"
    return bool(_row_label(skeleton, cell))


def _row_label(skeleton: str, cell: Line) -> str:
    """Return what the first cell of a row announces: in a row each label may stand alone."""
    if cell.label or cell.length > _ROW_LABEL:
        return cell.label
    return LABELS.get(skeleton[cell.start : cell.end].strip(" .*()"), "")


def _line(skeleton: str, start: int, end: int) -> Line:
    if start >= end:
        return Line(start, start)
    if skeleton[start] in _EDGE or skeleton[end - 1] in _EDGE:
        while start < end and skeleton[start] in _EDGE:
            start += 1
        while end > start and skeleton[end - 1] in _EDGE:
            end -= 1
        if start >= end:
            return Line(start, start)
    label, value = _label(skeleton, start, end)
    if not label and skeleton[start] in "([" and skeleton[end - 1] in ")]":
        inside, value = _label(skeleton, start + 1, end - 1)  # "(Our ref. OIC/CAB/POL/2026/0755)"
        if inside in ("reference", "subject"):
            return Line(start + 1, end - 1, inside, value)
    return Line(start, end, label, start if not label else value)


def in_capitals(text: str, skeleton: str, lines: list[Line]) -> list[Line]:
    """Return the lines, those labelled that begin with a label in capitals and without a colon.

    "FROM the Director of Finance / TO the Cabinet / SUBJECT release of credits": two at least.
    """
    found: dict[int, Line] = {}
    for number, line in enumerate(lines):
        blank = skeleton.find(" ", line.start, line.start + _LONGEST_LABEL)
        if line.label or blank < 0 or not text[line.start : blank].isupper():
            continue
        label = LABELS.get(skeleton[line.start : blank], "")
        if label in _IN_CAPITALS and not text[blank : line.end].isupper():
            found[number] = line._replace(label=label, value=_past_signs(skeleton, blank, line.end))
    if len({line.label for line in found.values()}) < 2:
        return lines
    return [found.get(number, line) for number, line in enumerate(lines)]


# "Distribution: general", "Diffusion : ordinaire": how far a paper may go, and nobody's name.
_GRADE = compiled(
    r"(?:ordinary|ordinaire|general|generale|limite[de]e?|restricted|restreinte?|internal|interne|"
    r"normale?|publi(?:c|que)|libre|confidentiel(?:le)?|confidential|secrete?|secret|unrestricted|"
    r"non restreinte|عامة?|عادية?|محدودة?|مقيدة?|داخلية?|سرية?|علنية?)[ .]*$"
)


def _label(skeleton: str, start: int, end: int) -> tuple[str, int]:
    """Return what the line announces, and where that begins; "" for a line without a label."""
    near = min(end, start + 45)
    colon = skeleton.find(":", start, near)
    if colon < 0:
        colon = skeleton.find("/", start, near)
    if colon > start:
        words = skeleton[start:colon].strip(" .*")
        label = _label_of(words)
        if label is None and words[:1].isdigit():  # "2 annexes : I et II"
            counted_first = LABELS.get(words.lstrip("0123456789 "))
            label = counted_first if counted_first == "enclosures" else None
        if label == "to" and _GRADE.match(skeleton, _past_signs(skeleton, colon + 1, end), end):
            return "", start
        if label:
            return label, _past_signs(skeleton, colon + 1, end)
    dash = skeleton.find(" - ", start, near)  # "Subject – the summer timetable"
    if dash > start + 2:
        label = _label_of(skeleton[start:dash].strip(" .*"))
        if label in ("subject", "enclosures"):  # "Enc. 2 - Annex I: list of hotels"
            return label, _past_signs(skeleton, dash + 1, end)
    if first_word(skeleton, start, end) in APPROVAL_BEGINS:
        approval = _APPROVAL.match(skeleton, start, end)
        if approval:
            return "approval", _past_signs(skeleton, approval.end(), end)
    if end - start < 40:
        label = LABELS.get(skeleton[start:end].strip(" .()[]"), "")
        if label in ALONE:
            return label, end
        is_counted = skeleton[end - 1] in ")0123456789" or skeleton[start] in "0123456789"
        counted = _SO_MANY.match(skeleton, start, end) if is_counted else None
        if counted and LABELS.get(counted["what"]) == "enclosures":
            return "enclosures", counted.start("value")
    blank = skeleton.find(" ", start, end)
    opener = OPENERS.get(skeleton[start : blank if blank > 0 else end])
    if opener and (opened := opener[1].match(skeleton, start, end)):
        return opener[0], opened.end()
    return "", start


def _label_of(words: str) -> str | None:
    """Return what the words announce, with or without a count behind them: "p.j. (2)"."""
    label = LABELS.get(words)
    if label is None and words and words[-1] in ")0123456789":
        counted = _COUNTED.match(words)
        label = LABELS.get(counted[1].strip(" .")) if counted else None
    return label


def _past_signs(skeleton: str, place: int, end: int) -> int:
    while place < end and skeleton[place] in " /-:":
        place += 1
    return place


def first_word(skeleton: str, start: int, end: int) -> str:
    """Return the first word of a line, without an elided article."""
    first = _FIRST.match(skeleton, start, end)
    return first[1] if first else ""


def style_at(skeleton: str, start: int, end: int) -> int:
    """Return where the style ends that begins there; ``start`` where none does."""
    if first_word(skeleton, start, end) not in STYLE_BEGINS:
        return start
    return start + _style_end(skeleton[start : min(end, start + _LONGEST)])


@lru_cache(maxsize=1024)
def _style_end(line: str) -> int:
    """Return how long the style is; kept, since one line is asked for several times."""
    if len(line) < _BARE:  # "Ms." alone on its line: the blank after it is the line's end
        styled = _STYLED.match(line + " ")
        return min(len(line), styled.end()) if styled else 0
    styled = _STYLED.match(line)
    return styled.end() if styled else 0


def style_and_name(skeleton: str, start: int, end: int) -> tuple[Stretch | None, Stretch | None]:
    """Return the style and the name on a line; None where it has none."""
    place = start + style_at(skeleton[start:end].replace("\n", " "), 0, end - start)
    style = None
    if place > start:
        style = trimmed(skeleton, start, place)
        gap = _AFTER_STYLE.match(skeleton, place, end)
        place = gap.end() if gap else place
    if tail := _TAIL.search(skeleton, place, end):
        end = tail.start()
    if place >= end:
        return style, None
    return style, trimmed(skeleton, place, end)


def trimmed(skeleton: str, start: int, end: int) -> Stretch:
    """Return the stretch without the blanks and commas around it."""
    while start < end and skeleton[start] in " ,;:-\n":
        start += 1
    while end > start and skeleton[end - 1] in " ,;:-\n":
        end -= 1
    return start, end


# An attaché bears in Arabic the word of an annex.
_ANNEX = tuple(fold(word).skeleton for word in ("ملحق", "الملحق"))
_ATTACHE = compiled(
    r"(?:ال)?ملحقة? (?:ال)?(?:عسكري|ثقافي|تجاري|صحفي|إعلامي|اقتصادي"
    r"|سياحي|صحي|عمالي|دبلوماسي|أمني|دفاع)ة?\b"
)


def is_post(skeleton: str, start: int, end: int) -> bool:
    """Whether the stretch begins as a post does."""
    if skeleton.startswith(_ANNEX, start) and _ATTACHE.match(skeleton, start, end):
        return True
    for word in _WORDS.finditer(skeleton, start, min(end, start + 60)):
        if word[1] in POSTS:
            return True
        if word.start() != start or (word[1] not in BEFORE_POST and "-" not in word[1]):
            return False
        start = word.end()
    return False


def is_state(skeleton: str, start: int, end: int) -> bool:
    """Whether the stretch is the name of a state and no more."""
    return _STATE.fullmatch(skeleton, start, end) is not None


# Posts that are no one's name, as "أمير" and "سلطان" may be: "السيد/ وزير الخارجية".
_NO_NAME = compiled(
    r"(?:ال)?(?:وزيرة?|سفيرة?|مديرة?|رئيسة?|مندوبة?|ممثلة?|محافظ|وكيلة?|قنصل|مستشارة?|نائبة?)(?!\w)"
)
_DEAR = compiled(r"(?:dear|chere?|عزيزي) +(?=\S)")


def addressee_block(skeleton: str, lines: Sequence[Line]) -> AddresseeBlock:
    """Return the addressee's block of these lines, taken apart; there is at least one line."""
    pieces = _pieces(skeleton, lines)
    start, end = pieces[0][0], lines[-1].end
    if dear := _DEAR.match(skeleton, *pieces[0]):  # "Dear H.E. Mr. Diallo," over the post
        pieces = [(dear.end(), pieces[0][1]), *pieces[1:]]
    pieces = _person_first(skeleton, _styled_above(skeleton, pieces))
    style = name = title = place = None
    rest = pieces
    first, first_end = pieces[0]
    if not is_post(skeleton, first, first_end) or style_at(skeleton, first, first_end) > first:
        style, name = style_and_name(skeleton, first, first_end)
        rest = pieces[1:]
        is_named = style and _PERSONAL.search(skeleton[slice(*style)] + " ")
        if name and _NO_NAME.match(skeleton, *name):
            is_named = None
        if name and not is_named and is_post(skeleton, *name):  # "H.E. the Minister"
            rest, name = [name, *rest], None
        elif name is None and rest and not is_post(skeleton, *rest[0]):
            style2, name = style_and_name(skeleton, *rest[0])
            style = (style[0], style2[1]) if style and style2 else style or style2
            rest = rest[1:]
    for piece in rest:
        if name is None and title and not is_post(skeleton, *piece):
            style2, name = style_and_name(skeleton, *piece)
            if style2 and name:  # the post stands above the name
                style = style or style2
                continue
            name = None
        if title is None and place is None and is_post(skeleton, *piece):
            title = piece
        elif title and place is None and _goes_on(skeleton, title, piece):
            title = (title[0], piece[1])
        elif place is None:
            place = piece
        else:
            place = (place[0], piece[1])
    parted = _PLACE.search(skeleton, *title) if title else None
    if parted and title and _NO_STATE.fullmatch(skeleton, parted.start(), title[1]):
        parted = None
    if title and parted and parted.start() > title[0] + 2:
        place = place or trimmed(skeleton, parted.start(), title[1])
        title = trimmed(skeleton, title[0], parted.start())
    return AddresseeBlock(start, end, style, name, title, place)


def _person_first(skeleton: str, pieces: list[Stretch]) -> list[Stretch]:
    """Return the pieces with the name first and the state last, where the name is below both."""
    if not (is_post(skeleton, *pieces[0]) or is_state(skeleton, *pieces[0])):
        return pieces
    if style_at(skeleton, *pieces[0]) > pieces[0][0]:
        return pieces
    person = next(
        (
            piece
            for piece in pieces[1:]
            if style_at(skeleton, *piece) > piece[0] and not is_post(skeleton, *piece)
        ),
        None,
    )
    if person is None:
        return pieces
    rest = [piece for piece in pieces if piece is not person]
    return [person, *sorted(rest, key=lambda piece: is_state(skeleton, *piece))]


def _styled_above(skeleton: str, pieces: list[Stretch]) -> list[Stretch]:
    """Join the first two lines where the style fills the first and the name is the second."""
    if len(pieces) < 2:
        return pieces
    (start, stop), (_, end) = pieces[:2]
    joined = skeleton[start:end].replace("\n", " ")
    if start + style_at(joined, 0, len(joined)) < stop:
        return pieces
    return [(start, end), *pieces[2:]]


def _goes_on(skeleton: str, title: Stretch, piece: Stretch) -> bool:
    """Whether the piece carries the post on, being wrapped or a second post."""
    return bool(
        _JOINED.match(skeleton, *piece)
        or _OPEN_END.search(skeleton, *title)
        or is_post(skeleton, *piece)
    )


def _pieces(skeleton: str, lines: Sequence[Line]) -> list[Stretch]:
    """Return the lines, each split at its commas, without blanks."""
    found: list[Stretch] = []
    for line in lines:
        place = line.value if line.label in OF_ADDRESSEE else line.start
        if _ALONE.match(skeleton, place, line.end):
            continue
        begin = place
        for comma in _COMMA.finditer(skeleton, style_at(skeleton, place, line.end), line.end):
            if comma.start() > begin:
                found.append(trimmed(skeleton, begin, comma.start()))
            begin = comma.end()
        if begin < line.end:
            found.append(trimmed(skeleton, begin, line.end))
    return [piece for piece in found if piece[1] > piece[0]] or [(lines[0].start, lines[-1].end)]


def signature_block(skeleton: str, lines: Sequence[Line]) -> SignatureBlock:
    """Return the signature of these lines: who, and in which post."""
    name = title = None
    for piece in _pieces(skeleton, lines):
        if title is None and is_post(skeleton, *piece):
            title = piece
        elif name is None and not is_post(skeleton, *piece):
            name = style_and_name(skeleton, *piece)[1]
        elif title is not None and _JOINED.match(skeleton, *piece):
            title = (title[0], piece[1])
    return SignatureBlock(name, title)


def article_end(skeleton: str, stretch: Stretch) -> Stretch:
    """Return the stretch without the article that it begins with."""
    article = _ARTICLE.match(skeleton, *stretch)
    return (article.end(), stretch[1]) if article else stretch
