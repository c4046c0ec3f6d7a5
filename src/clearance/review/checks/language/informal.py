"""Wording of the spoken language, of chat and of haste; somebody else's quoted words are theirs."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, normalize

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon import InformalWording, informal_wordings
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.language.words import Words, is_quoted, words_of
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

_BY_FORM: dict[tuple[Language, str], InformalWording] = {
    (language, fold(wording.text).skeleton): wording
    for language in Language
    for wording in informal_wordings(language)
}
_DENIED = "n'"  # before "y a pas": the denial is whole
# What makes plain words of them, before or behind: "Giver of all good", "by the way of the sea".
_PLAIN = {"by the way": ("", " of "), "all good": ("of ", "")}
_SENTENCE = 200  # characters in which the "ne" of a denial stands
_MOST = 3  # contractions, beyond which a paper is of spoken words and the rest a note: our guess
_THEN = compiled(r".?(?:ذلك|هذا) الحين$")
_CONTRACTED = on_demand(
    r"\b(?:(?:ca|wo|sha|do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might)"
    r"n't|(?:i|you|we|they)'(?:re|ve|ll|d|m)|(?:he|she|it|that|there|what|who|let)'s(?! own))\b"
    r"|(?<=[a-z0-9] )'(?:ll|ve|re|d)\b(?= [a-z])"  # "the Secretariat 'd be"
)
_TEXTS = tuple(dict.fromkeys(wording.text for wording in _BY_FORM.values()))
# A short word stands in so many others that the scan would find little else: it is looked for among
# the words of the paper, by their numbers.
_IS_SHORT = on_demand(r"[^\W\d_]{1,6}")
_SHORT = frozenset(text for text in _TEXTS if _IS_SHORT.fullmatch(text))
# The others are literals of the scan, and a long word may have the number of a short one.
_SHORT_FORMS = frozenset(key for key, wording in _BY_FORM.items() if wording.text in _SHORT)
_AND = fold("و").skeleton
_SLOTS = np.uint64(48)  # bits of a number beside the sixteen that tell its place in the table


_AS_TYPED = str.maketrans("أإآىة", "اااي" + "ه")


def _spellings(text: str) -> set[str]:
    """Return a word as it is listed and as haste writes it, without hamza, dots or accents."""
    bare = "".join(one for one in normalize("NFD", text) if not combining(one))
    return {text, text.translate(_AS_TYPED), text if text[0] > "\u0600" else bare}


def _table() -> npt.NDArray[np.bool_]:
    """Return a table that tells of a number whether a short word may have it."""
    forms = " ".join(
        form
        for language in Language
        for wording in informal_wordings(language)
        if (language, fold(wording.text).skeleton) in _SHORT_FORMS
        for text in _spellings(wording.text)
        for form in (text, text.capitalize(), text.upper(), f"و{text}")
    )
    table = np.zeros(1 << 16, dtype=bool)
    table[words_of(forms, fold(forms).skeleton).numbers >> _SLOTS] = True
    return table


_MAY_BE_SHORT = _table()
INFORMAL = (
    *(Trigger("informal", text, literal=True) for text in _TEXTS if text not in _SHORT),
    Trigger("contraction", r"[a-z]n't"),
    Trigger("contraction", r"[a-z]'(?:re|ve|ll|m|d)[^a-z]"),
    Trigger("contraction", r"[a-z0-9] '(?:ll|ve|re|d) "),
    Trigger("contraction", r"(?:it|that|there|what|who|let)'s "),
    # "ça" for "cela", and a denial in "ما" that begins a sentence: "ما ينفع التأخير"
    Trigger("spoken this", r"[^a-z]ca[ ,.]"),
    Trigger(
        "spoken denial",
        r"[\n.:،] ?و?ما (?:ينفع|تنفع|يصير|يصلح|يحتاج|يمشي|يصح|عندنا|عندهم|عندكم|له داعي|في داعي) ",
    ),
    # "Les abris suffisent pas": a denial without its "ne"
    Trigger(
        "denial alone",
        r" (?:peut|peuvent|doit|doivent|est|sont|ont|sera|seront|suffit|suffisent|faut|permet|permettent|va|vont|fait|font|"
        r"convient|veut|veulent|sait|savent|pourra|pourront|devra|devront|vient|viennent|[a-z]{2,12}(?:ait|aient|eront|iront)) "
        r"pas[ ,.;:\n]",
    ),
    # "ما تقدر الأمانة أن تمضي", and the denial that ends in "ش" as well: "ما وصلتش الوثائق"
    Trigger("spoken denial", r"[\n.:،] ?و?ما (?:تقدر|يقدر|نقدر|أقدر) [^ب\n.][^\n.]{0,40} أن "),
    Trigger("denial in two", r"[ \n]و?ما [^ \n]{3,9}ش[ .،\n]"),
    # "Many" of the Gulf; it is a name as well
    Trigger(
        "spoken many",
        r" واجد (?:[^ \n]{2,8}ات|مشاكل|ناس|أشياء|شغل|وثائق|أوراق|كبير|كبيرة|صعب|صعبة|مهم|متأخر)[ .،\n]",
    ),
    # What fills a pause: "kind of two weeks in advance", "adopted, you know, in Dakar"
    Trigger(
        "pause",
        r"(?:kind|sort) of (?:two|three|four|five|six|seven|eight|ten|late|early|soon|easy|hard|good|bad|big|small|slow|fast|unclear|odd|messy|urgent|important|the same|like|weird|[0-9])",
    ),
    Trigger(
        "pause",
        r"(?:,|[a-z]) you (?:know|see)(?:,| in | at | on | by | for | from | with | last | next | already )",
    ),
    Trigger("pause", r" (?:i mean|i guess|like),? (?:two|three|four|five|six|ten|[0-9])"),
    Trigger(
        "pause",
        r"(?:has|have|had|will|would|can|could|may|might|must|should|do|does|did) (?:kind|sort) of [a-z]|"
        r"(?:is|are|was|were|been) (?:kind|sort) of (?:been|being|[a-z]{2,12}(?:ed|ing)) ",
    ),
    # an aside, and not "based on an idea"
    Trigger("pause", r"[(.،:\n] ?و?على فكرة ?[)،,.!]"),
    Trigger("pause", r" (?:genre|style) (?:deux|trois|quatre|cinq|six|sept|huit|dix|[0-9])"),
    Trigger(
        "pause",
        r" (?:tu sais|tu vois|vous voyez|quoi|hein|disons|euh|enfin bref),? (?:a|le|la|les|dans|en|deux|trois|[0-9]|pour|avec|et) ?",
    ),
    Trigger("pause", r", (?:quoi|hein|voyez-vous|tu vois|tu sais)[,.!]"),
    # "was super good": any adjective may follow; "a super typhoon" is none of it
    Trigger("super", r"(?:is|was|are|were|be|been|so) super [a-z]"),
    Trigger("pretty", r"(?:is|was|are|were|be|been|looks?|seems?) (?:all )?pretty [a-z]"),
    Trigger("super", r"(?:est|sont|ete|etait|sera|etaient|seront|c'est) super [a-z]"),
)


def informal_words(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find wording that an official letter does not use.

    What comes again is told by a note: its first place says what there is to say.
    """
    skeleton = paper.skeleton
    told: set[str] = set()
    for start, end in (*paper.hits("informal"), *_short(paper, words)):
        if not _is_whole(skeleton, start, end):
            continue
        known = _BY_FORM.get((paper.language, " ".join(skeleton[start:end].split())))
        if known is None or (known.text in _ACRONYMS and paper.text[start:end].isupper()):
            continue
        if _is_name(paper, start, end):
            continue
        if known.text.startswith("y a") and skeleton[max(0, start - 2) : start] == "n'":
            continue  # "il n'y a pas" is the language of any paper
        if _THEN.match(skeleton, max(0, start - 5), end):
            continue  # "ذلك الحين" is "then"; "الحين" alone is "now" in the spoken language
        if skeleton.endswith(_DENIED, 0, start) or _is_plain(skeleton, known.text, start, end):
            continue
        yield _finding(paper, start, end, known.instead, again=known.text in told)
        told.add(known.text)
    for start, end in paper.hits("super"):
        if not skeleton[start - 1 : start].isalnum():
            yield _finding(paper, skeleton.index("super", start, end), end - 2, None)
    for start, end in paper.hits("pretty"):
        yield _finding(paper, skeleton.index("pretty", start, end), end - 2, None)
    yield from _pauses(paper)
    yield from _spoken(paper)
    if paper.language == Language.ENGLISH:
        yield from _contracted(paper)


# "This kind of three-day course", "as you know from", "in the style of": none of it fills a pause.
_KIND_IS_NOUN = compiled(
    r"\b(?:an?|the|this|that|these|those|any|some|every|each|what|which|whatever|one|same|first|second|third|new|another|no|other|such|certain|particular|all|only|in|of|its|their|our|different|special|unique)\b(?:\s[a-z-]+){0,2}\s*$"
)
_ASKS = compiled(
    r"\b(?:as|that|do|does|did|if|let|what|when|whom|which|because|whether|how|than|so|before|all|people|things|matters|anyone|everything)\s*,?\s*$"
)
_HEDGES = compiled(r"^[a-z]+ ((?:kind|sort) of) ")  # "has kind of been accustomed"
_DENIES = compiled(r"\bn(?:e\b|')|\b(?:ni|sinon|pourquoi)\b")
_STEP = compiled(r" pas (?:a pas|de|en avant|en arriere|decisifs?|importants?)\b")
_IS_LIKE = compiled(
    r"\b(?:is|are|be|was|were|look\w*|something|seem\w*|sound\w*|feel\w*|just|much|countries|states|and|or|more|not|act\w*|alike)\s*$"
)
_OF_GENRE = compiled(r"\b(?:le|un|de|du|ce|en|au|son|leur|chaque|quel|meme|autre|par|et|ou)\s*$")
_QUOI = compiled(
    r"\b(?:de|a|en|sur|pour|par|avec|sans|apres|pourquoi|n'importe|savoir|moyennant|contre|vers)\s*$"
)


def _pauses(paper: Paper) -> Iterator[Finding]:
    """Find what fills a pause of one who speaks."""
    skeleton = paper.skeleton
    for start, end in paper.hits("pause"):
        words = skeleton[start:end]
        lead = skeleton[max(0, start - 30) : start + (words[0].isalpha() and "you" in words)]
        if (hedge := _HEDGES.search(words)) is not None:
            is_pause, (begin, stop) = True, (start + hedge.start(1), start + hedge.end(1))
        elif words.startswith(("kind", "sort")):
            is_pause = not (
                _KIND_IS_NOUN.search(lead) or skeleton[max(0, start - 1) : start].isalpha()
            )
            begin, stop = start, start + len("kind of")
        elif "you " in words:
            is_pause = not _ASKS.search(lead)
            begin = skeleton.index("you", start)
            stop = begin + len("you know") - ("see" in words)
        elif paper.language == Language.ENGLISH:
            is_pause = "like" not in words or not _IS_LIKE.search(lead)
            begin, stop = start + 1, end
        elif paper.language == Language.FRENCH:
            shape = _OF_GENRE if "genre" in words or "style" in words else _QUOI
            is_pause = not shape.search(lead)
            begin, stop = (start + 2, end - 1) if words[0] == "," else (start + 1, end)
        elif paper.language == Language.ARABIC:
            is_pause, begin, stop = True, start + 1, end - 1
        else:
            continue
        if is_pause:
            yield _finding(paper, begin, stop, None)


def _short(paper: Paper, words: Words) -> Iterator[Stretch]:
    """Yield the short words, without an "and" that is written with one."""
    (places,) = _MAY_BE_SHORT.take(words.numbers >> _SLOTS).nonzero()
    begins, ends = words.begins.take(places).tolist(), words.ends.take(places).tolist()
    for begin, end in zip(begins, ends, strict=True):
        form = paper.skeleton[begin:end]
        if (paper.language, form) in _SHORT_FORMS:
            yield begin, end
        elif form[:1] == _AND and (paper.language, form[1:]) in _SHORT_FORMS:
            yield begin + 1, end


def _spoken(paper: Paper) -> Iterator[Finding]:
    """Find the pronoun and the denial of the spoken language; what comes again is a note."""
    text = paper.text
    places: list[tuple[Stretch, str | None]] = []
    if paper.language == Language.FRENCH:
        places = [
            ((start + 1, start + 3), "cela")
            for start, _ in paper.hits("spoken this")
            if text[start + 1 : start + 3].lower() == "ça" and text[start + 3 : start + 7] != " et "
        ]
        places += [
            ((start + 1, end - 1), None)
            for start, end in paper.hits("denial alone")
            if _lacks_denial(paper.skeleton, start, end)
        ]
    elif paper.language == Language.ARABIC:
        places = [
            (_two_words(text, start + text[start:end].index("ما"), end - 1), None)
            for start, end in paper.hits("spoken denial")
        ]
        places += [((start + 1, start + 5), None) for start, _ in paper.hits("spoken many")]
        places += [
            ((start + 1, end - 1), None)
            for start, end in paper.hits("denial in two")
            if not is_known(text[start:end].split()[1].strip(" .،"), Language.ARABIC)
        ]
    told = [hit for hit in paper.hits("informal") if _is_whole(paper.skeleton, *hit)]
    for number, (place, instead) in enumerate(places):
        if not any(start < place[1] and place[0] < end for start, end in told):
            yield _finding(paper, *place, instead, again=number > 0)


def _lacks_denial(skeleton: str, start: int, end: int) -> bool:
    """Tell whether no "ne" stands before a verb that "pas" follows, in its sentence."""
    if _STEP.match(skeleton, end - len(" pas ")):
        return False
    first = max(skeleton.rfind(sign, max(0, start - _SENTENCE), start) for sign in ".;\n")
    return _DENIES.search(skeleton, max(first, start - _SENTENCE, 0), start) is None


# "Diallo" is spelt in Arabic as "his" of the Maghreb is: behind a title, or alone in a short line, a
# word is a person's name. Latin letters say it by a capital besides.
_TITLED = compiled(
    r"(?:\b(?:mr|mrs|ms|dr|prof|m|mme|mlle)\.? |السيدة? |الدكتورة? |السفيرة? |الأستاذة? |الحاجة? |الشيخة? )"
    r"(?:[^\W\d_][^\s,،.;:()]* ){1,3}$"
)
_NAMES_LINE = compiled(r"(?:[^\W\d_]+ ){1,3}$")


def _is_name(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the words stand where a person is named."""
    text, skeleton = paper.text, paper.skeleton
    line = skeleton.rfind("\n", 0, start) + 1
    if text[start] < "\u0600" and not text[start].isupper():
        return False
    if _TITLED.search(skeleton, max(line, start - 60), start):
        return True
    return text[end : end + 1] in ("", "\n") and bool(_NAMES_LINE.fullmatch(skeleton, line, start))


def _two_words(text: str, start: int, end: int) -> Stretch:
    """Return the denial and its verb, or as much of a longer stretch."""
    return start, start + len(" ".join(text[start:end].split(" ")[:2]))


def _is_plain(skeleton: str, wording: str, start: int, end: int) -> bool:
    before, behind = _PLAIN.get(wording, ("", ""))
    return bool(before or behind) and (
        skeleton.endswith(before, 0, start) and skeleton.startswith(behind, end)
    )


def _contracted(paper: Paper) -> Iterator[Finding]:
    """Find "can't" and "it's"."""
    many = 0
    for start, _ in paper.hits("contraction"):
        match = next(
            iter(_CONTRACTED.finditer(paper.skeleton, max(0, start - 8), start + 12)), None
        )
        if match:
            finding = _finding(paper, *match.span(), None, again=many >= _MOST)
            many += finding.level is not Level.NOTE
            yield finding


def _finding(
    paper: Paper, start: int, end: int, instead: str | None, *, again: bool = False
) -> Finding:
    is_note = again or is_quoted(paper.text, start, end)
    return found(
        "LNG004", start, end, suggestion=instead, level=Level.NOTE if is_note else None,
        wording=" ".join(paper.text[start:end].split()),
    )  # fmt: skip


# In capitals they are the letters of a name.
_ACRONYMS = frozenset(
    {
        "stp",
        "wow",
        "meh",
        "pdq",
        "ugh",
        "svp",
        "pb",
        "rdv",
        "mec",
        "mecs",
        "ds",
        "ns",
        "tt",
        "cad",
        "pbs",
        "auj",
        "ofc",
        "nvm",
        "smh",
        "ppl",
        "bc of",
        "cdt",
        "qd",
        "np",
        "tba",
        "tbd",
        "eod",
    }
)


def _is_whole(skeleton: str, start: int, end: int) -> bool:
    if (
        skeleton[start - 1 : start] == _AND
        and not skeleton[max(0, start - 2) : start - 1].isalpha()
    ):
        start -= 1  # Arabic writes "and" with the next word
    before, after = skeleton[start - 1 : start], skeleton[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before == "-" or after == "-")
