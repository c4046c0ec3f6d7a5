"""Recorded decisions and standing directives: a sentence that says the opposite of one.

A decision is told as a subject, a pair of opposite verbs and the side that was taken. A sentence
contradicts it when it names the subject and says the other side of it as being so now. Negation
turns a side round; the past, an earlier year and a condition leave the decision alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clearance.data.directives import Opposites, opposites
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.procedure.lasting import is_awaited, is_lasting, is_to_come
from clearance.review.context import Context, Fact
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_STILL = compiled(
    r"\bو?[بل]?(?:still|remain\w*|continu\w*|maintain\w*|maintien\w*|maintenir|maintenue?"
    r"|(?:has|have) not (?:yet |so far )?been (?:lifted|ended|rescinded|revoked)"
    r"|n'(?:a|ont) (?:pas|point) (?:encore )?ete (?:levee?s?|rapportee?s?|abrogee?s?)"
    r"|uphold\w*|upheld|in force|in effect|stays?|stands?|applies|applicable|currently|to date"
    r"|toujours|demeur\w*|reste(?:nt|r)?|en vigueur|actuellement"
    r"|a ce jour|لا تزال|لا يزال|ما زالت?|مازالت?|لم تزل|لم يزل"
    r"|تظل|يظل|تبقى|يبقى|تستمر|يستمر|مستمرة?|استمرار|ساريا?|سارية|قائما?|قائمة|حاليا|الإبقاء على"
    r"|[أيت]بق[ىتي]\w?(?:\s+ال\w+)?\s+على)\b"
)
_CAUSE = compiled(
    r"\bو?(?:given|in view of|owing to|due to|because of|on account of|en raison d\w*|compte tenu"
    r"|du fait d\w*|vu|consequent (?:up)?on|by reason of|pursuant to|en consequence de|par suite de"
    r"|نظرا|بسبب|بالنظر|جراء|نتيجة|بموجب)\b|\bل(?=تعليق|تجميد)"
)
_NOT = compiled(
    r"\bو?(?:no longer|not|never|cannot|n't|without|ceas\w+|end(?:s|ed|ing)?|lift\w*|revok\w*"
    r"|rescind\w*|end of|n'\w+|ne|pas|sans|fin|levee|lever|leve|abrog\w*|cess\w+|لم يعد|لم تعد|لم"
    r"|لن|ليست?"
    r"|غير|دون|بدون|\w?رفع|رفعت?|إنهاء|إلغاء|انتهاء|عدم|لا)\b"
)
_NO_LONGER = compiled(r"\b(?:no longer|plus|لم يعد|لم تعد|ليست?)\b")
_PAST = compiled(
    r"\bو?(?:was|were|had|had been|decided|fut|furent|avait|avaient|etait|etaient|a decide"
    r"|avoir ete"
    r"|(?<!لما )كانت?|كان قد|سبق أن|سبق|قرر|قررت|آنذاك)\b"
)
_OPEN = compiled(
    r"\bو?(?:if|whether|unless|would|could|might|in the event|si|serait|seraient"
    r"|pourrait|إذا|لو|في حال)\b"
)
_NOT_YET = compiled(r"\b(?:has|have|is|are) not (?:as )?yet\b|\bn'(?:a|ont|est) pas encore\b")
_SINCE_YEAR = compiled(r"\b(?:since|depuis|from|منذ|من)\s+(?:\w+\s+){0,3}$")
_YEAR = on_demand(r"\b(?:19|20)\d\d\b")
# A set of signs first, which the search leaps to: "[.;?!]\s|\n" is tried at every letter.
_SENTENCE = on_demand(r"[.;?!\n](?:(?<!\n)\s|(?<=\n)(?:\s*\n|(?=\s*(?:\d{1,2}[.)]|-))))")
_REACH = 400
_BEFORE = 34


@dataclass(frozen=True)
class _Told:
    """A fact with its expressions compiled."""

    fact: Fact
    against: re.Pattern[str] | None
    against_nouns: re.Pattern[str] | None
    holding: re.Pattern[str] | None
    about: re.Pattern[str] | None
    plain: re.Pattern[str] | None
    names: tuple[str, ...]

    @property
    def matter(self) -> str:
        """What is decided: two directives on one matter of one sentence are told once."""
        return self.fact.matter or self.fact.id


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the names of what the decisions are about."""
    for name in dict.fromkeys(name for fact in context.facts for name in fact.subjects):
        yield Trigger("subject_of_fact", name, literal=True)


def check(paper: Paper) -> Iterator[Finding]:
    """Find sentences that contradict a recorded decision."""
    hits = paper.hits("subject_of_fact")
    if not hits:
        return
    by_subject = paper.context.derived(_facts_by_subject)
    seen: set[tuple[str, int]] = set()
    for start, end in hits:
        if paper.skeleton[start - 1 : start].isalnum() and paper.skeleton[start - 1].isascii():
            continue
        for told in by_subject.get(paper.skeleton[start:end], ()):
            if not is_in_force(told.fact, paper):
                continue
            begin, close = sentence_at(paper.skeleton, start, end)
            if (told.matter, begin) in seen or not _contradicts(paper.skeleton, begin, close, told):
                continue
            seen.add((told.matter, begin))
            fact = {language.value: name for language, name in told.fact.name.items()}
            yield found("PRO019", begin, close, fact=fact, source=told.fact.source)


def _facts_by_subject(context: Context) -> dict[str, list[_Told]]:
    pairs = {pair.code: pair for pair in opposites()}
    facts: dict[str, list[_Told]] = {}
    for fact in context.facts:
        told = _told(fact, pairs.get(fact.matter))
        for name in dict.fromkeys(fold(subject).skeleton for subject in fact.subjects):
            facts.setdefault(name, []).append(told)
    return facts


def _told(fact: Fact, pair: Opposites | None) -> _Told:
    plain = _any([rf"(?:{words})\b" for words in fact.contradicted_by])
    names = tuple(fold(name).skeleton for name in fact.subjects)
    about = fact.about or (pair.about if pair else ())
    if pair is None or fact.holds not in pair.sides:
        return _Told(fact, None, None, None, _any(about), plain, names)
    first_holds = fact.holds == pair.sides[0]
    return _Told(
        fact=fact,
        against=_any(pair.second if first_holds else pair.first),
        against_nouns=None if first_holds else _any(pair.nouns),
        holding=_any(pair.first if first_holds else pair.second),
        about=_any(about),
        plain=plain,
        names=names,
    )


def _any(expressions: Sequence[str]) -> re.Pattern[str] | None:
    if not expressions:
        return None
    return compiled(r"\b(?:" + "|".join(expressions) + r")\b")


def is_in_force(fact: Fact, paper: Paper) -> bool:
    """Tell whether the decision held on the paper's day."""
    day = paper.particulars.dated
    if day is None:
        return fact.until is None
    return (fact.since is None or day >= fact.since) and (fact.until is None or day < fact.until)


def sentence_at(skeleton: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around the stretch begins and ends."""
    begin = max(0, start - _REACH)
    for stop in _SENTENCE.finditer(skeleton, begin, start):
        begin = stop.end()
    ending = _SENTENCE.search(skeleton, end, min(len(skeleton), end + _REACH))
    close = ending.start() + 1 if ending else min(len(skeleton), end + _REACH)
    while begin < start and skeleton[begin].isspace():
        begin += 1
    return begin, close


def is_open(skeleton: str, begin: int, close: int) -> bool:
    """Tell whether the sentence speaks of what may be, and not of what is."""
    return _OPEN.search(skeleton, begin, close) is not None


def _contradicts(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    if told.plain is not None and told.plain.search(skeleton, begin, close):
        is_about = told.about is None or told.about.search(skeleton, begin, close)
        if is_about and not is_history(skeleton, begin, close, told.fact):
            return True
    if told.against is None or _OPEN.search(skeleton, begin, close):
        return False
    if is_awaited(
        skeleton, begin, close,
        holding=told.holding, nouns=told.against_nouns, about=told.about,
    ) or is_lasting(
        skeleton, begin, close,
        against=told.against, nouns=told.against_nouns, about=told.about,
    ):  # fmt: skip
        return True
    if told.about is not None and not told.about.search(skeleton, begin, close):
        return any(
            tells(skeleton, begin, close, told)
            for tells in (_is_plainly_so, _goes_on_of, _is_under_it, _is_struck)
        )
    if told.against_nouns is not None and any(
        tells(skeleton, begin, close, told) for tells in (_goes_on_of, _is_under_it)
    ):
        return True
    holds = said(skeleton, begin, close, told.holding)
    if holds and _aside(skeleton, begin, close, told):
        return True
    if holds is not None:
        return holds is False and not is_history(skeleton, begin, close, told.fact)
    if _is_so_now(skeleton, begin, close, told):
        return True
    if is_history(skeleton, begin, close, told.fact):
        return False
    if told.against_nouns is None and is_to_come(skeleton, begin, close, told.against):
        return False
    if said(skeleton, begin, close, told.against) or _is_put_under(skeleton, begin, close, told):
        return True
    goes_on = _STILL.search(skeleton, begin, close) or _CAUSE.search(skeleton, begin, close)
    if told.against_nouns is None or not goes_on:
        return False
    return said(skeleton, begin, close, told.against_nouns) is True


_OPENS = compiled(
    # "It is understood that", "Il est rappelé que": what everybody is told, of whoever it is said
    r"[^\w]*(?:(?:it|il)\s+"
    r"(?:is|was|will be|should be|must be|may be|has to be|est|sera|convient de)\s+"
    r"(?:understood|noted|recalled|remembered|clear|known|agreed|stressed|entendu|rappeler?|noter?"
    r"|clair|constant|souligner?|preciser?)\s+(?:that|que|qu')\s*"
    r"|please note that\s+|veuillez noter que\s+)?"
    r"(?:(?:as|since|because|whereas|given that|while|comme|puisque|attendu que|the|la"
    r"|le)\s+|l')*"
)
# "As its membership is suspended, none was sent": what is so now, and what was done for it.
_FOR_THAT = compiled(
    r"(?:\b(?:as|since|because|given that|comme|puisque|parce que|etant donne que)\b[^,.;]{0,80}"
    r"\b(?:is|are|est)|,[^,.;]{0,60}\b(?:being|etant))\s+(?:currently |still |actuellement )?$"
)
_IS_STILL = compiled(
    r",\s*(?:being|etant)\s+(?=under\b|suspend|sous\b)|"
    r",?\s*(?:(?:is|being|est|etant)\s+)?(?:still|remains?|remaining|continues to be|toujours"
    r"|encore|demeur(?:e|ant)|rest(?:e|ant))\s+(?:(?:being|a|an|toujours|etre)\s+)?"
)
_UNDER = compiled(
    r"(?:to be |d'etre )?(?:under|in a state of|sous le coup de la|sous|en etat de)\s+"
)


def _is_so_now(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether the other side is given as the reason of something, in the present."""
    assert told.against is not None  # noqa: S101  (the caller looked)
    return any(
        _FOR_THAT.search(skeleton, begin, word.start()) is not None
        and not _NOT.search(_own_clause(skeleton[begin : word.start()]))
        for word in told.against.finditer(skeleton, begin, close)
    )


_OPENING = 60  # characters in which the subject of a sentence opens it


def _is_plainly_so(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether the subject opens the sentence and remains what it no longer is.

    "Syria remains suspended" needs no word on what from; "flights to Syria remain so" is not meant.
    """
    assert told.against is not None  # noqa: S101  (the caller looked)
    for at, end in _named(skeleton, begin, close, told):
        if at - begin > _OPENING or not _OPENS.fullmatch(skeleton, begin, at):
            continue
        still = _IS_STILL.match(skeleton, end, close)
        if still and told.against.match(skeleton, still.end(), close):
            return True
        under = _UNDER.match(skeleton, still.end(), close) if still else None
        nouns = told.against_nouns if under else None
        if under and nouns and nouns.match(skeleton, under.end(), close):
            return True
    return False


_OF_IT = compiled(
    r"\s+(?:(?:still|toujours|encore)\s+(?:in force|in effect|en vigueur)\s+)?"
    r"(?:(?:imposed|decided|decreed|applied|taken|ordered|prise?|decidee?|prononcee?|imposee?"
    r"|appliquee?)\s+(?:on|upon|against|in respect of|a l'egard|contre|a l'encontre)"
    r"\s*|(?:against|contre)\s+)?"
    r"(?:(?:of|de|du|de la|d'|des)\s*)?(?:the\s+|la\s+|le\s+|l'|عضوية\s+|مشاركة\s+)?$"
)


def _goes_on_of(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether "the suspension of Syria", or "Syria's suspension", is said to go on."""
    nouns = told.against_nouns
    goes_on = _STILL.search(skeleton, begin, close) or _CAUSE.search(skeleton, begin, close)
    if nouns is None or not goes_on:
        return False
    if _PAST.search(skeleton, begin, close):
        return False
    for at, end in _named(skeleton, begin, close, told):
        if _NOT.search(skeleton, begin, at):
            continue
        if skeleton.startswith("'s ", end) and nouns.match(skeleton, end + 3, close):
            return True
        if _is_cause_of_it(skeleton, begin, at, nouns):
            return True
        led = None if skeleton.startswith("'s ", end) else _OF_IT.search(skeleton, begin, at)
        if led and any(one.end() == led.start() for one in nouns.finditer(skeleton, begin, at)):
            return True
    return False


_ITS_OWN = compiled(r"\s+(?:its|their|sa|leur)\s+(?:present |current |actuelle )?")
_THEN_NAMED = compiled(r"[^.;,]{0,24},\s*(?:the |la |l'|le )?$")


def _is_cause_of_it(skeleton: str, begin: int, at: int, nouns: re.Pattern[str]) -> bool:
    """Tell whether "owing to its suspension," stands before the name."""
    for cause in _CAUSE.finditer(skeleton, begin, at):
        own = _ITS_OWN.match(skeleton, cause.end(), at)
        noun = nouns.match(skeleton, own.end(), at) if own else None
        if noun and _THEN_NAMED.fullmatch(skeleton, noun.end(), at):
            return True
    return False


# "..., except Syria, which is under suspension".
_UNDER_IT = compiled(
    r",?\s*(?:which|who|that|qui|(?:و)?(?:التي|الذي))\s+"
    r"(?:(?:is|are|remains?|est|demeure|reste|fait|(?:ما|لا) (?:تزال|يزال|زالت)|تخضع|يخضع)\s+)?"
    r"(?:(?:currently|still|now|at present|actuellement|toujours|encore|حاليا|الآن)\s+)?"
    r"(?:under|subject to|the subject of|in a state of|sous(?: le coup d[e'])?|l'objet d[e']"
    r"|خاضعة (?=ل)|خاضعا (?=ل)|قيد|تحت|(?=ل))\s*(?:(?:a|une|la|the)\s+)?"
    r"(?:(?:mesure|measure) (?:of|de)\s+)?"
)


def _is_under_it(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether a clause behind the subject's name puts it under what was lifted."""
    nouns = told.against_nouns
    if nouns is None:
        return False
    for _, end in _named(skeleton, begin, close, told):
        under = _UNDER_IT.match(skeleton, end, close)
        if under and nouns.match(skeleton, under.end(), close):
            return True
    return False


# "Syria, struck by suspension, may not vote"; "Frappée de suspension, la Syrie ne vote pas".
_STRUCK = compiled(
    r"(?:(?:still|currently|being|toujours|encore|etant|actuellement)\s+)*"
    r"(?:(?:placed |put |being )?under|subject to|(?:the )?(?:subject|object) of|struck (?:by|with)"
    r"|affected by|frappee?s? (?:d[e']|par)|(?:placee?s? )?sous(?: le (?:coup|regime) d[e'])?"
    r"|(?:(?:faisant )?l')?objet d[e']|visee?s? par|touchee?s? par|soumise?s? a"
    r"|(?:و?هي |وهو )?(?:(?:ال)?(?:خاضعة?|مشمولة?|خاضعا) (?=[لب])"
    r"|(?:(?:ال)?(?:موضوعة?|واقعة?) )?تحت(?: طائلة)?|قيد))"
    r"\s*(?:(?:an?|une?|la|the|sa|its|l')\s*)?(?:(?:mesure|measure|decision) (?:of|de)\s+)?"
)
_AND = fold("و").skeleton
_COMMA = compiled(r"\s*,\s*")
_COMMA_NAME = compiled(r"[^.;,]{0,30},\s*(?:the |la |l'|le |فإن |لا \w+ )?$")


def _is_struck(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether words set beside the name put the subject under what was lifted."""
    nouns = told.against_nouns
    if (
        nouns is None
        or is_history(skeleton, begin, close, told.fact)
        or said(skeleton, begin, close, told.holding)
    ):
        return False
    opening = _STRUCK.match(skeleton, begin, close)
    noun = nouns.match(skeleton, opening.end(), close) if opening else None
    for at, end in _named(skeleton, begin, close, told):
        opens = at - skeleton.startswith(_AND, at - 1)
        if noun and _COMMA_NAME.fullmatch(skeleton, noun.end(), at):
            return True
        is_first = at - begin <= _OPENING and _OPENS.fullmatch(skeleton, begin, max(begin, opens))
        comma = _COMMA.match(skeleton, end, close) if is_first else None
        struck = _STRUCK.match(skeleton, comma.end(), close) if comma else None
        if struck and nouns.match(skeleton, struck.end(), close):
            return True
    return False


def _named(skeleton: str, begin: int, close: int, told: _Told) -> Iterator[tuple[int, int]]:
    """Return where the sentence first names the subject, by each of its names."""
    for name in told.names:
        at = skeleton.find(name, begin, close)
        if at >= 0:
            yield at, at + len(name)


# "..., whose membership is the subject of a suspension": without a name's clause before it.
_PUT_UNDER = compiled(
    r"\b(?:under|subject to|the (?:subject|object) of|in a state of|sous(?: le coup d[e'])?"
    r"|l'objet d[e']|خاضعة? (?=ل)|خاضعا (?=ل)|قيد|تحت|موضع|محل)\s*(?:(?:an?|une?|la|the)\s+)?"
    r"(?:(?:mesure|measure|decision) (?:of|de)\s+)?"
)
_ASIDE = compiled(
    r",\s*(?:whose|which|who|dont|qui|التي|الذي|والتي|والذي)\b(?P<clause>[^,.;]{4,90})"
)


def _aside(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether a clause set between commas affirms the other side of the present day."""
    for aside in _ASIDE.finditer(skeleton, begin, close):
        span = aside.span("clause")
        if _PAST.search(skeleton, *span) or _YEAR.search(skeleton, *span):
            continue
        if said(skeleton, *span, told.against) or _is_put_under(skeleton, *span, told):
            return True
    return False


def _is_put_under(skeleton: str, begin: int, close: int, told: _Told) -> bool:
    """Tell whether something of the subject's is said to be under what was lifted."""
    nouns = told.against_nouns
    if nouns is None:
        return False
    for under in _PUT_UNDER.finditer(skeleton, begin, close):
        if nouns.match(skeleton, under.end(), close):
            return not _NOT.search(_own_clause(skeleton[begin : under.start()]))
    return False


_AFTER = compiled(r"\b(?:after|following|apres|suite a|بعد|عقب)\s")


def _own_clause(lead: str) -> str:
    """Return what stands before a word in its own clause: "..., its membership being" is one."""
    _, comma, clause = lead.rpartition(",")
    lead = clause if comma and len(clause.split()) > 1 else lead
    return _CAUSE.split(_AFTER.split(lead)[-1])[-1]


def said(skeleton: str, begin: int, close: int, words: re.Pattern[str] | None) -> bool | None:
    """Tell whether the sentence affirms the words (True), denies them (False), or neither."""
    answer: bool | None = None
    for word in words.finditer(skeleton, begin, close) if words else ():
        start = max(begin, word.start() - _BEFORE)
        while start > begin and not skeleton[start - 1].isspace():
            start -= 1
        lead = _STILL.sub(" ", _own_clause(skeleton[start : word.start()]))
        since = max(
            (one.end() for one in _AFTER.finditer(skeleton, begin, word.start())), default=begin
        )
        if _NOT.search(lead) or _NO_LONGER.search(skeleton, since, word.start()):
            answer = False if answer is None else answer
        else:
            return True
    return answer


def is_history(skeleton: str, begin: int, close: int, fact: Fact) -> bool:
    """Tell whether the sentence is about the time before the decision."""
    if _STILL.search(skeleton, begin, close) or _NOT_YET.search(skeleton, begin, close):
        return False
    for year in _YEAR.finditer(skeleton, begin, close):
        early = fact.since is None or int(year[0]) <= fact.since.year
        if early and not _SINCE_YEAR.search(skeleton, begin, year.start()):
            return True
    return _PAST.search(skeleton, begin, close) is not None
