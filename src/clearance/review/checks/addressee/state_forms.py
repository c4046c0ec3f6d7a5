"""A state's name in full with a head word or an adjective that is not its own.

"Kingdom of Senegal", "Socialist Republic of Kazakhstan", «المملكة الجزائرية الديمقراطية الشعبية».
Source: names of states as recorded by the United Nations (UNTERM). What only lacks a word of the
full name is noted; a head or an adjective that the name has not is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.finding import Finding, Level
from clearance.review.mentions.states import StateMention, StateNames, bare, key_in, key_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Language

_HEADS_EN_FR = (
    "republic|kingdom|state|sultanate|emirates?|federation|union|empire|principality|commonwealth|"
    "dominion|republique|royaume|etat|sultanat|emirats?|principaute"
)
_HEADS_AR = "جمهورية|مملكة|دولة|سلطنة|إمارات|إمارة|إمبراطورية|اتحاد|جماهيرية"
_HEAD = compiled(
    rf"(?<![^\W\d_])(?:(?P<latin>{_HEADS_EN_FR})|[وبل]{{0,2}}?(?P<arabic>(?:ال)?(?:{_HEADS_AR})))"
    r"(?![^\W\d_])"
)
_ADJECTIVES = (
    "islamic arab federal democratic people's popular socialist soviet united hashemite national "
    "revolutionary cooperative imperial independent islamique arabe federale federal federative "
    "democratique populaire socialiste sovietique unie uni hachemite revolutionnaire cooperative "
    "imperiale imperial independante nationale "
    "إسلامية عربية اتحادية فيدرالية ديمقراطية شعبية اشتراكية سوفيتية سوفياتية متحدة هاشمية ثورية "
    "تعاونية إمبراطورية مستقلة وطنية إسلامي عربي"
)
_ADJECTIVE = rf"(?:ال)?(?:{_ADJECTIVES.replace(' ', '|')})(?![^\W\d_])"
_WORD = on_demand(r"[^\W\d_]+")
_AFTER = compiled(rf"(?: {_ADJECTIVE})*")
_BETWEEN = compiled(
    rf"(?: (?:et )?{_ADJECTIVE})* ?(?:(?:of|de|du|des|d')(?: ?(?:the|la|l'|les))? ?)?$"
)
_BEFORE = compiled(rf"(?<![^\W\d_])(?:{_ADJECTIVE} )+$")
# "Minister of State of Chad", "ministre d'État du Niger": of whom it is said, and no name.
_OF_STATE = compiled(
    r"(?:ministers?|secretar(?:y|ies)|heads?|chief|counsell?or|affairs) of $|d'$|"
    r"(?:ال)?(?:وزيرة?|رئيسة?|كاتبة?|مستشارة?|سكرتيرة?|وزراء) (?:ال)?$"
)
_OF_ITSELF = frozenset({fold(word).skeleton for word in ("state", "état", "دولة")})
_EDGES = "\n:|,;("
_REACH = 60  # characters in which head and adjectives stand before a state's name
_MOST = 5  # words of a name beside its head
_THE = pattern("ال")


def check(
    paper: Paper, states: StateNames, place: Stretch, mentions: tuple[StateMention, ...]
) -> Iterator[Finding]:
    """Find names of one place of the text that look full and are not the state's."""
    if not mentions:
        yield from _adjectival(paper, states, place)
    for mention in mentions:
        if mention.left_on:
            continue
        known = states.states[mention.iso3].formal.get(paper.language)
        at = _whole(paper, place, mention) if known else None
        if known is None or at is None:
            continue
        printed, right = _bare(key_in(paper.skeleton[slice(*at)])), _bare(key_of(known))
        if key_in(paper.skeleton[slice(*at)]) == key_of(known) or printed == right:
            continue
        strange = (printed - right) & _telling()
        yield _told(paper, at, bare(known), Level.WARN if strange else None)


def _told(paper: Paper, at: Stretch, right: str, level: Level | None) -> Finding:
    return found(
        "ADR017", *at, suggestion=right, printed=" ".join(paper.text[slice(*at)].split()),
        right=right, level=level,
    )  # fmt: skip


def _whole(paper: Paper, place: Stretch, mention: StateMention) -> Stretch | None:
    """Return the state's name with its head and adjectives; None: it has none beside it."""
    skeleton = paper.skeleton
    first = max(place[0], mention.start - _REACH)
    first = max(first, *(skeleton.rfind(sign, first, mention.start) + 1 for sign in _EDGES))
    begin, end = mention.start, mention.end
    after = _AFTER.match(skeleton, mention.end, place[1])
    end = after.end() if after else end
    inside = _HEAD.search(skeleton, mention.start, mention.end)
    if inside is None:
        heads = [*_HEAD.finditer(skeleton, first, mention.start)]
        if not heads or _BETWEEN.match(skeleton, heads[-1].end(), mention.start) is None:
            return None
        head = heads[-1]
        begin = head.start("latin") if head["latin"] else head.start("arabic")
        if _bare_word(head["latin"] or head["arabic"]) in _OF_ITSELF and _OF_STATE.search(
            skeleton, max(0, begin - _REACH), begin
        ):
            return None
    before = _BEFORE.search(skeleton, first, begin)
    begin = before.start() if before else begin
    is_longer = begin < mention.start or end > mention.end
    return (begin, end) if inside is None or is_longer else None


def _adjectival(paper: Paper, states: StateNames, place: Stretch) -> Iterator[Finding]:
    """Find "Royaume tunisien": the adjective of a state, and the head of another."""
    skeleton = paper.skeleton
    rests = _rests(states, paper.language)
    for head in _HEAD.finditer(skeleton, *place):
        word = _bare_word(head["latin"] or head["arabic"])
        first = max(skeleton.rfind(sign, place[0], head.start()) + 1 for sign in _EDGES)
        stops = [skeleton.find(sign, head.end(), place[1]) for sign in _EDGES]
        last = min((stop for stop in stops if stop >= 0), default=place[1])
        before = [*_WORD.finditer(skeleton, max(first, place[0]), head.start())][-_MOST:]
        after = [*_WORD.finditer(skeleton, head.end(), last)][:_MOST]
        for count in range(len(after), -1, -1):
            for begin in range(len(before) + 1):
                words = (*before[begin:], *after[:count])
                held = rests.get(" ".join(_stem(one[0]) for one in words))
                if held is None or held[1] == word:
                    continue
                known = states.states[held[0]].formal.get(paper.language)
                start = words[0].start() if before[begin:] else head.end() - len(word)
                start = head.start("arabic") if head["arabic"] else start
                end = max(head.end(), words[-1].end())
                yield _told(paper, (start, end), bare(known or ""), Level.WARN)
                return


@lru_cache(maxsize=3)  # the languages
def _rests(states: StateNames, language: Language) -> dict[str, tuple[str, str]]:
    """Return by what a full name has beside its head the state and that head."""
    held: dict[str, tuple[str, str]] = {}
    for state in states.states.values():
        words = key_of(state.formal.get(language, "")).split()
        heads = [word for word in words if _HEAD.fullmatch(word)]
        if len(heads) == 1 and len(words) > 1:
            rest = " ".join(_stem(word) for word in words if word != heads[0])
            held[rest] = (state.iso3, _bare_word(heads[0]))
    return held


def _stem(word: str) -> str:
    """Return a word without its article, and without what tells a French adjective's gender."""
    word = _bare_word(word)
    if word.endswith("enne"):
        return word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > _MOST else word


def _bare_word(word: str) -> str:
    if word.startswith(_THE):
        return word.removeprefix(_THE)
    return word


def _bare(key: str) -> set[str]:
    """Return the words without the Arabic article: "جمهورية" is that of "الجمهورية" too."""
    return {_bare_word(word) for word in key.split()}


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Return the heads and adjectives, which a name has or has not."""
    heads = _HEADS_EN_FR.replace("emirates?", "emirate|emirates").replace("emirats?", "emirat")
    words = f"{heads}|emirats|{_HEADS_AR}|{_ADJECTIVES.replace(' ', '|')}|people"
    return frozenset(fold(word).skeleton for word in words.split("|"))
