"""Compares a post as printed with the post that a register holds, in one language of three.

"Minister for Foreign Affairs" and "Foreign Minister" are one post; "Deputy Minister" is another.
Both are given in the letters of the skeleton.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.context import Context
from clearance.terms import AddresseeLevel


class Match(IntEnum):
    """How a printed post compares with a known one."""

    OTHER = 0
    PARTLY = 1
    SAME = 2


def _words(*lists: str) -> frozenset[str]:
    return frozenset(fold(word).skeleton for words in lists for word in words.split())


_PARTS = on_demand(r"[\s.,;:'\"/()&-]+")
_EMPTY = _words(
    "of for and the to in at on de des du la le les l d et a aux au en his her mr mrs ms m mme",
    "affairs affaires affaire شؤون و في لدى عن cooperation excellency excellence monsieur madame",
    "h e s sa son hon honourable honorable dr prof the",
)
_ONE = {
    fold(word).skeleton: fold(row.split()[0]).skeleton
    for row in (
        "foreign external exterieures etrangeres exterieure etrangere",
        "minister ministre ministers",
        "director directeur directrice",
        "president presidente chair chairman chairperson chairwoman chairperson",
        "ambassador ambassadeur ambassadrice",
        "representative representant representante",
        "permanent permanente",
        "secretary secretaire",
        "general generale",
        "deputy adjoint adjointe vice associate",
        "adviser advisor conseiller conseillere",
        "prime premier premiere",
        "head chef cheffe",
        "interior interieur home",
        "justice",
        "finance finances",
        "defence defense",
        "organisation organization",
        "مندوب ممثل",
    )
    for word in row.split()
}
_RANKED = _words(
    "deputy vice assistant associate under former acting interim sous adjoint suppleant ancien",
    "نائب مساعد وكيل سابق بالنيابة بالإنابة مكلف",
)
_THE = fold("ال").skeleton
_TO = fold("ل").skeleton
_FEMININE = fold("ة").skeleton
_AND = fold("و").skeleton


@lru_cache(maxsize=4096)
def words_of(post: str) -> frozenset[str]:
    """Return the words of a post that tell it from others, masculine and without articles."""
    found = set()
    for part in _PARTS.split(post):
        word = part
        if word and word[0] > "\x7f":
            word = _plain_arabic(word)
        if word and word not in _EMPTY:
            found.add(_ONE.get(word, word))
    return frozenset(found)


def _plain_arabic(word: str) -> str:
    if word.startswith(_TO + _TO) and len(word) > 4:
        word = word[2:]
    if word.startswith((_AND + _THE, _AND + _AND)) and len(word) > 5 - word.startswith(_AND + _AND):
        word = word[1:]
    if word.startswith(_THE) and len(word) > 4:
        word = word[2:]
    if word.endswith(_FEMININE) and len(word) > 3:
        word = word[:-1]
    return word


@lru_cache(maxsize=4096)
def compare(printed: str, known: str) -> Match:
    """Return how the printed post compares with the known one."""
    ours, theirs = words_of(printed), words_of(known)
    if ours == theirs:
        return Match.SAME
    if (ours ^ theirs) & _RANKED or is_below_minister(printed) != is_below_minister(known):
        return Match.OTHER
    if ours <= theirs or theirs <= ours:
        return Match.PARTLY
    if fuzz.token_sort_ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) >= 90:
        return Match.PARTLY
    return Match.OTHER


# "Minister of State for Foreign Affairs" is not the minister; "Ministre d'État, Ministre des
# Affaires étrangères" is one of a higher rank.
_BELOW = compiled(
    r"\b(?:ministers? of state (?:for|in|at)\b|state minister|junior minister|minister[- ]delegate|delegate minister|ministre deleguee?|ministre d'etat (?:aux|a|charge)|secretaire d'etat (?:aux|a|charge))"
    r"|وزيرة? (?:ال)?دولة ل|(?:ال)?وزيرة? (?:ال)?منتدبة?|كاتبة? (?:ال)?دولة"
)


@lru_cache(maxsize=4096)
def is_below_minister(post: str) -> bool:
    """Tell whether a post is that of a minister beside the minister: of state, or delegate."""
    return _BELOW.search(post) is not None


def are_of_house(post: str, context: Context) -> bool:
    """Tell whether the words are a post of the house, as its register has it."""
    return words_of(post) in context.derived(_of_house)


def _of_house(context: Context) -> frozenset[frozenset[str]]:
    """Return the words of each post of the house, in each of its languages."""
    return frozenset(
        words_of(fold(title).skeleton)
        for known in context.signatories
        for title in known.titles.values()
    )


def differ_in_grade(printed: str, known: str) -> bool:
    """Tell whether a deputy's post is printed for its chief's, or the other way round."""
    ours, theirs = words_of(printed), words_of(known)
    apart = ours ^ theirs
    return bool(apart) and apart <= _RANKED and len(ours & theirs) >= 2


_RULES: tuple[tuple[AddresseeLevel, tuple[frozenset[str], ...]], ...] = tuple(
    (level, tuple(frozenset(words_of(fold(row).skeleton)) for row in rows))
    for level, rows in (
        (AddresseeLevel.HEAD_OF_GOVERNMENT, (
            "prime minister", "head government", "رئيس الوزراء", "رئيس مجلس الوزراء",
            "رئيس الحكومة", "الوزير الأول", "chancellor",
        )),
        (AddresseeLevel.FOREIGN_MINISTER, (
            "foreign minister", "وزير الخارجية", "foreign secretary",
        )),
        (AddresseeLevel.MINISTER, ("minister", "وزير")),
        (AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS, (
            "ministry foreign", "ministere foreign", "وزارة الخارجية",
        )),
        (AddresseeLevel.PERMANENT_REPRESENTATIVE, (
            "permanent representative", "ambassador", "permanent mission", "سفير", "المندوب الدائم",
            "مندوب", "embassy", "ambassade", "سفارة", "charge d'affaires",
        )),
        (AddresseeLevel.INTERNATIONAL_ORGANISATION, (
            "secretary general", "الأمين العام", "director general", "high commissioner",
            "under secretary general",
        )),
    )
)  # fmt: skip
_CROWNED = _words("king queen roi reine ملك ملكة سلطان sultan emir amir عاهل أمير")
HEADS = _words("president رئيس")
"""Who presides over what the words behind it name; alone before a state, its head."""
_COUNTRY = words_of(fold("republic republique state etat جمهورية دولة").skeleton)


def level_of(post: str, *, of_state: bool) -> AddresseeLevel | None:
    """Return the level that a post has by its words; None: they do not tell.

    ``of_state``: the post is one of a state, not of an organisation. Deputies rank below the
    post, so nothing is told of them.
    """
    words = words_of(post)
    if words & _RANKED:
        return _second_post(post, of_state=of_state)
    for level, rows in _RULES:
        if level == AddresseeLevel.INTERNATIONAL_ORGANISATION and of_state:
            continue
        if any(row <= words for row in rows):
            return level
    if of_state and words & HEADS and (len(words) <= 2 or words & _COUNTRY):
        return AddresseeLevel.HEAD_OF_STATE
    if of_state and words & _CROWNED:
        return AddresseeLevel.HEAD_OF_STATE
    return None


_PARTED = on_demand(pattern(r"\s*[,/;]\s*|\s+(?:and|et)\s+|\s+و(?=وزير)"))


def _second_post(post: str, *, of_state: bool) -> AddresseeLevel | None:
    """Return the level of the ministry that a deputy prime minister holds as well, if any."""
    for part in _PARTED.split(post):
        if not words_of(part) & _RANKED:
            level = level_of(part, of_state=of_state)
            if level in (AddresseeLevel.FOREIGN_MINISTER, AddresseeLevel.MINISTER):
                return level
    return None


_CLASSES = tuple(
    (name, _words(words))
    for name, words in (
        ("minister", "minister ministre وزير"),
        ("ambassador", "ambassador ambassadeur سفير representative مندوب"),
        ("president", "president رئيس"),
        ("secretary-general", "secretary أمين امين"),
        ("director", "director مدير"),
        ("king", "king roi ملك"),
        ("rector", "rector recteur rectrice"),
        ("governor", "governor gouverneur gouverneure محافظ"),
        ("mayor", "mayor maire"),
        ("dean", "dean doyen doyenne عميد"),
        ("commissioner", "commissioner commissaire مفوض"),
    )
)


@lru_cache(maxsize=1024)
def classes_of(post: str) -> frozenset[str]:
    """Return the kinds of post that the words name: minister, ambassador and so on."""
    words = words_of(post)
    return frozenset(name for name, names in _CLASSES if words & names)


_OF_A_WOMAN = _words(
    "ambassadrice directrice presidente representante conseillere secretaire-generale cheffe",
    "rectrice gouverneure deleguee coordonnatrice coordinatrice observatrice chargee procureure",
    "inspectrice administratrice doyenne consule envoyee adjointe chairwoman spokeswoman",
    "وزيرة سفيرة مديرة رئيسة مندوبة ممثلة مستشارة وكيلة نائبة مفوضة مبعوثة عميدة منسقة مراقبة",
    "الوزيرة السفيرة المديرة الرئيسة المندوبة الممثلة المستشارة",
)
_OF_A_MAN = _words(
    "ambassadeur directeur representant conseiller recteur gouverneur delegue coordonnateur",
    "coordinateur observateur charge procureur inspecteur administrateur doyen envoye chairman",
    "spokesman وزير سفير مدير رئيس مندوب ممثل مستشار وكيل نائب مفوض مبعوث عميد منسق مراقب",
    "الوزير السفير المدير الرئيس المندوب الممثل المستشار",
)


def gender_of(post: str) -> str:
    """Return "f" or "m" by the form of the post's first word that has two; "": it tells none."""
    for word in _PARTS.split(post):
        if word in _OF_A_WOMAN:
            return "f"
        if word in _OF_A_MAN:
            return "m"
    return ""
