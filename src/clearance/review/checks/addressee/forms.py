"""Style, salutation and close: against the directory, and against one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee import genders, voices
from clearance.review.checks.addressee.letter import Addressed, Letter
from clearance.review.context import KnownAddressee
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.styles import Grade, Style, spoken_to, style_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import AddresseeLevel, Language

_VOCATIVE = (
    r"your (?:(?:royal|imperial|serene) )?(?:excellency|highness|majesty)",
    r"votre (?:excellence|altesse(?: royale)?|majeste)",
    r"(?:معالي|سعادت|فخامت|جلالت|سمو)كم(?: الملكي)?",
)
TRIGGERS = tuple(Trigger("vocative", expression) for expression in _VOCATIVE)
_TO_ONE = compiled(
    r"(?:(?:my |mon |ma )?(?:dear|chere?) +)?(?:mr|mrs|ms|sir|madam|monsieur|madame)\b"
    r"(?! (?:or|and|ou|et) )(?! *[,/] *(?:madame|monsieur|madam|sir))"
)
_BEHIND = compiled(
    r"(?:your |votre )?excellenc[ey],? (?P<style>(?:monsieur|madame|mr|mrs|ms|sir|madam)\b)"
)
_NAMES: dict[Grade, dict[str, str]] = {
    Grade.MAJESTY: {"en": "Your Majesty", "fr": "Votre Majesté", "ar": "صاحب الجلالة"},
    Grade.ROYAL_HIGHNESS: {
        "en": "Your Royal Highness", "fr": "Votre Altesse Royale", "ar": "صاحب السمو الملكي",
    },
    Grade.HIGHNESS: {"en": "Your Highness", "fr": "Votre Altesse", "ar": "صاحب السمو"},
    Grade.EXCELLENCY: {"en": "Your Excellency", "fr": "Excellence", "ar": "صاحب المعالي"},
    Grade.EMINENCE: {"en": "Your Eminence", "fr": "Votre Éminence", "ar": "صاحب السماحة"},
    Grade.HONOUR: {"en": "Your Honour", "fr": "Votre Honneur", "ar": "حضرة"},
}  # fmt: skip
_HEADS = frozenset({"president", "king"})  # of which no one else bears the name as a style
_RANK_OF = {
    "معالي": "صاحب المعالي",
    "سعادة": "صاحب السعادة",
    "فخامة": "صاحب الفخامة",
    "دولة": "صاحب الدولة",
}
# Who is never a Majesty or a Highness by the post alone.
_COMMON = frozenset(
    {AddresseeLevel.PERMANENT_REPRESENTATIVE, AddresseeLevel.INTERNATIONAL_ORGANISATION}
)
# How one writes to anybody, not to an Excellency.
_PLAIN = compiled(
    r"(?:my )?(?:dear )?(?:sirs?|madams?|sir or madam|friends?|colleagues?|brother|sister)[ ,:.!]*"
    r"|(?:hi|hey|hello|good (?:morning|afternoon|day))\b[^,\n]{0,20}[ ,:.!]*"
    r"|ladies and gentlemen[ ,:.!]*|(?:chere?s? )?(?:madame|mesdames),? (?:et |ou )?(?:chere?s? )?"
    r"(?:monsieur|messieurs)[ ,:.!]*|monsieur,? (?:et |ou )?madame[ ,:.!]*"
    r"|(?:mon |ma |mes )?(?:chere?s? )?(?:monsieur|madame|messieurs|amie?s?|collegues?|confreres?)"
    r"[ ,:.!]*|(?:bonjour|bonsoir|salut)\b[^,\n]{0,20}[ ,:.!]*"
    r"|(?:ال)?سيدة? (?:ال)?(?:محترم|فاضل|كريم|عزيز|موقر)ة?[ ،,:.!]*"
    r"|(?:عزيزي|السادة|صديقي|زميلي|أيها (?:الصديق|الزميل)|مرحبا|أهلا)[^،\n]{0,20}[ ،,:.!]*"
    r"|(?:ال)?(?:أخ|أخت|صديق|زميل)[يتة]? "
    r"(?:ال)?(?:عزيز|كريم|فاضل|غالي|حبيب|وفي|حميم|مخلص)ة?[ ،,:.!]*"
)
# How one speaks to a bishop or a prince.
_LORD = compiled(r"(?:monseigneur|my lord)\b[ ,:.!]*")
# What anybody is called, without a style.
_MISTER = compiled(
    r"(?:mr|mrs|ms|miss|m|mme|mlle|monsieur|madame|السيدة?|الأخ|الأخت|الأستاذة?)"
    r"[ .]*"
)
# How one speaks to a minister who is no prince.
_BY_POST = compiled(
    r"(?:(?:mr|mister|madame?|monsieur)\.? (?:le |la )?(?:minist\w+|secretar\w+|president\w*|"
    r"ambassad\w+)|dear minister|معالي الوزيرة?|سعادة (?:السفيرة?|الوزيرة?))"
)
_LORDS = frozenset({Grade.MAJESTY, Grade.ROYAL_HIGHNESS, Grade.HIGHNESS})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A place where the letter styles its addressee."""

    place: Stretch
    style: Style


def check(paper: Paper, letter: Letter) -> Iterator[Finding]:
    """Find styles that are not the addressee's, or that disagree with one another."""
    known = [_expected(addressed, paper.language) for addressed in letter.addressed]
    for addressed, right in zip(letter.addressed, known, strict=True):
        yield from _style(paper, addressed, right)
    anatomy = paper.anatomy
    salutation = _spoken(paper, anatomy.salutation)
    closing = _spoken(paper, anatomy.closing)
    if len(letter.addressed) > 1:
        if salutation and closing and differs(salutation.style, closing.style):
            yield _disagree(paper, "ADR011", closing, salutation)
        return
    only = letter.addressed[0] if letter.addressed else None
    right = known[0] if known else Style()
    yield from _grades(paper, only, right, salutation, closing)
    greeted = _gendered(paper, salutation, is_salutation=True)
    yield from genders.check(paper, only, right.gender, greeted, _gendered(paper, closing))
    if only is not None and salutation is not None:
        yield from _post(paper, only, salutation)
    greets = salutation.place if salutation else None
    yield from voices.check(paper, only, greets, closing.place if closing else None)
    yield from _spoken_within(paper, _of_block(paper, only, right), salutation, closing)


def check_style(paper: Paper, addressed: Addressed) -> Iterator[Finding]:
    """Find a style that is not the person's, before a name that nobody speaks to."""
    yield from _style(paper, addressed, _expected(addressed, paper.language))


def _gendered(
    paper: Paper, spoken: _Spoken | None, *, is_salutation: bool = False
) -> tuple[Stretch, str] | None:
    """Return the place with its gender: "Excellence, Monsieur le Ministre" tells it at its end."""
    plain = paper.anatomy.salutation
    if spoken is None and is_salutation and plain and _TO_ONE.match(paper.skeleton, *plain):
        return plain, style_of(paper.skeleton, *plain).gender  # "Dear Mrs. Demir,"
    if spoken is None:
        return None
    gender = spoken.style.gender
    if not gender and (after := _BEHIND.match(paper.skeleton, spoken.place[0])):
        gender = style_of(paper.skeleton, *after.span("style")).gender
    return spoken.place, gender


def _of_block(paper: Paper, addressed: Addressed | None, right: Style) -> Style:
    """Return the directory's style, else that before the name where it is more than "Mr."."""
    if right.grade or addressed is None or addressed.block.style is None:
        return right
    printed = style_of(paper.skeleton, *addressed.block.style)
    return printed if printed.grade and addressed.block.name else right


def _expected(addressed: Addressed, language: Language) -> Style:
    """Return the style that the directory gives; nothing where it gives none."""
    match = addressed.match
    if match is None or not match.entry.known.names:
        return Style()
    if match.name == 0 and not match.is_given:  # another person: the style may be another too
        return Style()
    return style_in_directory(match.entry.known, language)


def style_in_directory(known: KnownAddressee, language: Language) -> Style:
    """Return the style that the directory gives a person; nothing where it gives none."""
    for named in (known.salutations.get(language), known.style.get(language)):
        if named and (style := _read(named)).grade:
            gender = style.gender or _read(known.style.get(language, "")).gender
            return Style(style.grade, gender, style.rank)
    for other in (*known.style.values(), *known.salutations.values()):
        if (style := _read(other)).grade:
            return Style(style.grade, style.gender)
    return Style()


@lru_cache(maxsize=4096)
def _read(named: str) -> Style:
    skeleton = fold(named).skeleton
    return style_of(skeleton, 0, len(skeleton)) if skeleton else Style()


def _spoken(paper: Paper, part: Stretch | None) -> _Spoken | None:
    """Return how the salutation or the close speaks to the addressee."""
    if part is None:
        return None
    place = spoken_to(paper.skeleton, *part)
    if place is None:
        return None
    style = style_of(paper.skeleton, *place)
    return _Spoken(part if part == paper.anatomy.salutation else place, style)


def _style(paper: Paper, addressed: Addressed, right: Style) -> Iterator[Finding]:
    """Compare the style before the name with the directory's."""
    place = addressed.block.style
    if place is None:
        if right.grade and addressed.block.name and addressed.match and addressed.match.is_sure:
            known = addressed.match.entry.known
            yield found(
                "ADR009", *addressed.block.name, suggestion=known.style.get(paper.language),
                right=known.style or _names(right),
            )  # fmt: skip
        return
    printed = style_of(paper.skeleton, *place)
    match = addressed.match
    if addressed.block.title and _is_of_another_post(paper, place, addressed.block.title):
        yield found(
            "ADR008", *place, printed=paper.text[slice(*place)], right=_NAMES[Grade.EXCELLENCY]
        )
        return
    if match and match.is_sure and right.grade and _is_mister_alone(paper, place):
        known = match.entry.known
        yield found(
            "ADR009", *place, level=Level.WARN, suggestion=known.style.get(paper.language),
            right=known.style or _names(right),
        )  # fmt: skip
    elif match is None or not differs(printed, right):
        if match and match.name and printed.gender and right.gender not in ("", printed.gender):
            yield found(
                "ADR010", *place, suggestion=match.entry.known.style.get(paper.language),
                printed=paper.text[slice(*place)], right=genders.NAMED[right.gender],
            )  # fmt: skip
        elif match is None:
            yield from _too_high(paper, addressed, place, printed)
    else:
        yield found(
            "ADR008", *place, suggestion=match.entry.known.style.get(paper.language),
            level=Level.STOP if match.is_sure else None, printed=paper.text[slice(*place)],
            right=match.entry.known.style or _names(right),
        )  # fmt: skip


def _is_mister_alone(paper: Paper, place: Stretch) -> bool:
    """Tell whether the address has "Mr." and no more, where the letter itself says "Excellency"."""
    if _MISTER.fullmatch(paper.skeleton, *place) is None:
        return False
    parts = (paper.anatomy.salutation, paper.anatomy.closing)
    spoken = [_spoken(paper, part) for part in parts if part]
    return any(one is not None and one.style.grade for one in spoken)


def _by_post(paper: Paper, right: Style) -> Iterator[Finding]:
    """Find "Mr. Minister" to a prince or a king, in the salutation or the close."""
    anatomy = paper.anatomy
    for code, part in (("ADR011", anatomy.salutation), ("ADR013", anatomy.closing)):
        said = _BY_POST.search(paper.skeleton, *part) if part else None
        if said is None or right.grade not in _LORDS:
            continue
        if code == "ADR011" and part and said.start() > part[0] + 2:
            continue  # "Your Royal Highness, Mr. Minister"
        yield found(
            code, *said.span(), level=Level.WARN, suggestion=_suggested(paper, right),
            printed=paper.text[slice(*said.span())], right=_names(right),
        )  # fmt: skip


def _is_of_another_post(paper: Paper, style: Stretch, title: Stretch) -> bool:
    """Tell whether "H.E. President ..." stands before who is ambassador."""
    told, held = (posts.classes_of(paper.skeleton[slice(*part)]) for part in (style, title))
    told &= _HEADS
    return bool(told and held and not told & held)


def _too_high(
    paper: Paper, addressed: Addressed, place: Stretch, printed: Style
) -> Iterator[Finding]:
    """Find a Majesty that the post itself forbids, where the directory is silent."""
    if printed.grade != Grade.MAJESTY or addressed.block.title is None:
        return
    level = posts.level_of(paper.skeleton[slice(*addressed.block.title)], of_state=True)
    if level is not None and level != AddresseeLevel.HEAD_OF_STATE:
        yield found(
            "ADR008", *place, printed=paper.text[slice(*place)], right=_NAMES[Grade.EXCELLENCY]
        )


def _grades(
    paper: Paper, addressed: Addressed | None, right: Style,
    salutation: _Spoken | None, closing: _Spoken | None,
) -> Iterator[Finding]:  # fmt: skip
    """Compare salutation and close with the directory's style, else with one another."""
    sure = Level.STOP if addressed and addressed.match and addressed.match.is_sure else None
    if right.grade:
        plain = paper.anatomy.salutation
        if plain and (
            _PLAIN.fullmatch(paper.skeleton, *plain)
            or (right.grade == Grade.EXCELLENCY and _LORD.fullmatch(paper.skeleton, *plain))
        ):
            yield found(
                "ADR011", *plain, suggestion=_suggested(paper, right),
                printed=paper.text[slice(*plain)], right=_names(right),
            )  # fmt: skip
        yield from _by_post(paper, right)
        for code, spoken in (("ADR011", salutation), ("ADR013", closing)):
            is_short = code == "ADR013" and spoken and _is_short(spoken.style, right)
            if spoken and not is_short and differs(spoken.style, right):
                yield found(
                    code, *spoken.place, level=sure, suggestion=_suggested(paper, right),
                    printed=paper.text[slice(*spoken.place)], right=_names(right),
                )  # fmt: skip
        return
    block = addressed.block if addressed else None
    yield from _raised(paper, addressed, (("ADR011", salutation), ("ADR013", closing)))
    styled = None
    if block and block.style:
        styled = _Spoken(block.style, style_of(paper.skeleton, *block.style))
    voices = [voice for voice in (styled, salutation, closing) if voice and voice.style.grade]
    if styled and styled.style.grade == Grade.EXCELLENCY and block and block.name is None:
        voices = [voice for voice in voices if voice is not styled] or voices
    if (
        salutation and closing and differs(salutation.style, closing.style)
        and not _is_short(closing.style, salutation.style)
    ):  # fmt: skip
        if styled and styled.style.grade and not differs(styled.style, closing.style):
            yield _disagree(paper, "ADR011", salutation, styled)
        else:
            yield _disagree(paper, "ADR013", closing, salutation)
    elif styled and styled in voices:
        other = salutation if salutation and salutation.style.grade else closing
        if other and differs(other.style, styled.style):
            yield _disagree(paper, "ADR011" if other is salutation else "ADR013", other, styled)


def _raised(
    paper: Paper, addressed: Addressed | None, voices: tuple[tuple[str, _Spoken | None], ...]
) -> Iterator[Finding]:
    """Find "Your Holiness" to who is a plain "Ms." in the directory, or else in the address."""
    held = addressed.match.entry.known.style if addressed and addressed.match else {}
    named = held.get(paper.language)
    style = addressed.block.style if addressed else None
    if not named and style is not None and addressed and addressed.block.name:
        named = paper.text[slice(*style)]
    if not named or _MISTER.fullmatch(fold(named).skeleton) is None:
        return
    for code, spoken in voices:
        if spoken and spoken.style.grade not in (None, Grade.EXCELLENCY):
            yield found(
                code, *spoken.place, printed=paper.text[slice(*spoken.place)],
                right=held or {paper.language: named},
            )  # fmt: skip


def _disagree(paper: Paper, code: str, wrong: _Spoken, other: _Spoken) -> Finding:
    return found(
        code, *wrong.place, suggestion=_suggested(paper, other.style), elsewhere=(other.place,),
        printed=paper.text[slice(*wrong.place)], right=_names(other.style),
    )  # fmt: skip


def differs(printed: Style, right: Style) -> bool:
    """Whether two styles cannot be of one person; a style that says nothing fits any."""
    if printed.grade is None or right.grade is None:
        return False
    if printed.grade != right.grade:
        return True
    return bool(printed.rank and right.rank and printed.rank != right.rank)


def _is_short(printed: Style, right: Style) -> bool:
    """Whether the printed style is the short form of the right one, used within a text."""
    return printed.grade == Grade.HIGHNESS and right.grade == Grade.ROYAL_HIGHNESS


def gender_named(gender: str) -> dict[str, str]:
    """Return "a man" or "a woman" in each language."""
    return genders.NAMED[gender]


def _names(style: Style) -> dict[str, str]:
    named = dict(_NAMES[style.grade]) if style.grade else {}
    if style.rank:
        named["ar"] = _RANK_OF[style.rank]
    return named


def _suggested(paper: Paper, style: Style) -> str | None:
    named = _names(style).get(paper.language)
    if named and paper.language == Language.ARABIC and style.gender == "f":
        named = named.replace("صاحب ", "صاحبة ")
    return named


def _post(paper: Paper, addressed: Addressed, salutation: _Spoken) -> Iterator[Finding]:
    """Find a salutation by another post: "Mr. Minister" to an ambassador."""
    title = addressed.block.title
    if title is None:
        return
    named = posts.classes_of(paper.skeleton[slice(*salutation.place)])
    held = posts.classes_of(paper.skeleton[slice(*title)])
    style = addressed.block.style
    if style:
        held |= posts.classes_of(paper.skeleton[slice(*style)])
    if named and held and not named & held:
        yield found(
            "ADR014", *salutation.place, printed=paper.text[slice(*salutation.place)],
            right=paper.text[slice(*title)],
        )  # fmt: skip


def _spoken_within(
    paper: Paper, right: Style, salutation: _Spoken | None, closing: _Spoken | None
) -> Iterator[Finding]:
    """Find where the body speaks to the addressee by another style."""
    body = paper.anatomy.body
    if body is None:
        return
    voices = [spoken.style for spoken in (salutation, closing) if spoken and spoken.style.grade]
    if voices and (not right.grade or any(differs(voice, right) for voice in voices)):
        if any(differs(voice, voices[0]) for voice in voices):
            return
        right = voices[0] if not right.grade else right
    if not right.grade:
        return
    for start, end in paper.hits("vocative"):
        if not body[0] <= start < body[1]:
            continue
        style = style_of(paper.skeleton, start, end)
        if differs(style, right) and not _is_short(style, right):
            yield found("ADR018", start, end, printed=paper.text[start:end], right=_names(right))
            return
