"""Votes: those for, against and abstaining against those who took part; and the majority needed.

Who was absent or spoilt a ballot may be told apart: a number of the sentence that makes up the
difference ends the matter.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.reckoned import Operand, numbers_told
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

VOTES = (
    Trigger("votes", r"(?:abst(?:ain|ention|en)|votes?\b.{0,40}against|voix contre|bulletins?\b|majority of [^.;\n]{0,30}votes?)"),
    Trigger("votes", r"(?:in favou?r|pour|for) ?: ?[0-9]{1,3}"),
    Trigger("votes", r"(?:المؤيدون|الموافقون|مع|نعم|لصالح\S*) ?: ?[0-9]{1,3}"),
    Trigger("votes", r"(?:decision|taken|decided|adopted|carried) [^.;\n]{0,40}by [0-9]{1,3} votes? to"),
    Trigger("votes", r"(?:decision|prise|decide|adoptee?) [^.;\n]{0,40}par [0-9]{1,3} voix contre"),
    Trigger("votes", r"(?:امتنع|وامتناع|ممتنع|امتناع|صوتا مقابل|صوتا ضد)"),
)  # fmt: skip
_FOR = compiled(
    r"\s*(?:\(\d+\)\s*)?(?:member |etats? |delegations? |members? |membres? |states? |دولة |دول |عضوا |أعضاء |وفدا |وفود )*"
    r"(?:(?:affirmative |positive |valid )?votes? (?:in favou?r|for|to|against|contre)\b|votes? (?:to|contre)\b|(?:voted |votes? |having voted |voting )?(?:in favou?r|for|yes)\b|voix (?:pour|favorables?)"
    r"|(?:ont vote |vote |ayant vote |se sont prononcee?s )?(?:pour|en faveur|oui|favorables?)\b|صوتا (?:مؤيدا|مقابل|لصالح|بالموافقة|نعم|مع)|أصوات (?:مؤيدة|مقابل|لصالح)|(?:صوتت |صوت )?(?:لصالح\w*|مؤيدا|مؤيدة|بالموافقة|لصالحه))"
)
_AGAINST = compiled(
    r"\s*(?:\(\d+\)\s*)?(?:member |states? |votes? |delegations? |members? |etats? |membres? |voix |دولة |دول |أعضاء |صوتا |أصوات )*(?:(?:voted |voting |having voted )?against\b|(?:ont vote |vote |ayant vote |se sont prononcee?s )?contre\b|(?:مضادا|معارضا|معارضة|معارضين|ضده?ا?|ضد القرار|رافضا|رافضة))"
)
_TO = compiled(
    r"\s*(?:votes? (?:in favou?r )?(?:to|against)|voix contre|(?:صوتا|أصوات)\s+مقابل)\s+(?=\d)"
)
_TO_BARE = compiled(r"\s+(?:to|contre|مقابل)\s+(?:\d|[^\W\d_]{3,})")
_CARRIED = compiled(
    r"\b(?:adopted|carried|approved|passed|rejected|lost|defeated|decided|adopte\w*|rejete\w*|approuve\w*|و?اعتمد\w*|و?أقر\w*|و?رفض\w*)\b[^.;]{0,60}\b(?:by|par|ب\w{0,8})\s*$"
)
_LED_AGAINST = compiled(
    r"(?:\d to|\bvotes? (?:in favou?r )?to|voix contre|(?:صوتا|أصوات)\s+مقابل|\bagainst|\bcontre|ضد)\s*:?\s*$"
)
_ABSTAINED = compiled(
    r"\s*(?:\(\d+\)\s*)?(?:member |states? |delegations? |members? |etats? |membres? |votes? |دولة |دول |أعضاء |عضوا |عضو |وفود |وفدا )*(?:abstain\w*|abstentions?|se sont abstenue?s|s'est abstenue?|s'etant abstenue?s|s'abstenant|امتنع\w*|امتناع\w*|ممتنع\w*|عن التصويت)"
)
_LED_ABSTAINED = compiled(
    r"(?:\babstentions?\s*:|(?:و?امتنعت?|وامتناع|امتناع)(?:\s+عن التصويت)?)\s*:?\s*$"
)
_LED_FOR = compiled(
    r"(?:\b(?:(?:votes? )?in favou?r|for|yes|pour|oui|voix pour)|(?:ال)?مؤيدو?ن?|(?:ال)?موافقون|نعم|الأصوات المؤيدة|لصالح القرار)\s*:\s*$"
)
_LABELLED_AGAINST = compiled(
    r"(?:\b(?:votes? )?(?:against|contre|no|non)|(?:ال)?معارضون|(?:ال)?رافضون|لا|الأصوات المعارضة)\s*:\s*$"
)
_LABELLED_ABSTAINED = compiled(
    r"(?:\b(?:abstentions?|abstaining|abstained|abstenus)|(?:ال)?ممتنعون(?: عن التصويت)?|الامتناع(?: عن التصويت)?)\s*:\s*$"
)
_LABELLED_WHOLE = compiled(
    r"(?:\b(?:members? |states? |delegations? )?(?:present|voting)(?: and voting| members?| states?)?|(?:membres?|etats?|delegations?) (?:presents?|votants?)|presents?|votants?|عدد (?:الأعضاء |الدول |الوفود )?(?:ال)?(?:حاضرين|حاضرة|مصوتين)|الحاضرون|الأعضاء الحاضرون|الدول الحاضرة)\s*:\s*$"
)
_WHOLE = compiled(
    r"\s*(?:\(\d+\)\s*)?(?:of the |des |oic |oci )*(?:(?:member|etats?|states?|delegations?|members?|membres?|countries|pays|delegates|representatives|participants|دولة|دول|الدول|عضوا|أعضاء|وفدا|وفود|مندوبا|صوتا)(?:'s)?\s+){0,2}"
    r"(?:(?:that |which |who |were |was |being |having |etant |a |ayant |qui |ont |etaient |كانت |كان )*(?:present\w*|voted\b(?! (?:in|for|against))|voting\b(?! (?:in|for|against))|cast\b|took part|taking part|taken part|participat\w+|attend\w+|votants?|votes? cast|ballots?|exprimes?|suffrages|bulletins|pris part|participe\w*|presentes?|حاضرة|حضرت|حاضرا|حضروا|الحاضر\w*|شاركت|مشارك\w*|شارك\w*|أدلت|اشترك\w*|المصوت\w*|المقترع\w*))"
)
_LED_WHOLE = compiled(
    r"(?:\ball(?: the)?|\btous les|\battended by|\bpresence of|\bpresence de|\breunissant|\bو?حضر(?:ها|ه)?(?:\s+(?:ال)?(?:اجتماع|جلسة|دورة|أعضاء|دول|وفود))?|\bof the|\bout of(?: the)?|\b(?:votes? cast|voters?|votants?|suffrages? exprimes?|ballots?|total|present(?: and voting)?|presents?(?: et votants)?|vote total)\s*(?:was|were|:|de|of|etait de|stood at)?|\bsur(?: les)?|من أصل|من بين|(?:مجموع|عدد) (?:ال)?(?:أصوات|مصوتين|حاضرين|أعضاء الحاضرين)[^\d.;]{0,16})\s*:?\s*$"
)
_TWO_THIRDS = compiled(r"\b(?:two[- ]thirds|deux tiers)\b|\bثلث(?:ي|ا|ين)\b")
_MAJORITY = compiled(
    r"\b(?:majority|majorite|(?:ال|ب|لل)?أغلبية)\b[^.;\n\d]{0,60}?(?:\b(?:is|was|being|i\.e\.|that is|namely|required|soit|est|etait|etant|requise?|a savoir|fixee a)\b|أي|وهي|قدرها|المطلوبة|اللازمة|:|,|\()[^.;\n\d]{0,16}$"
)
_SENTENCE = on_demand(r"\.(?=\s)")
_KINDS = ("for", "against", "abstained")
_NEAR = 9  # votes by which the majority may be missed by a slip (our guess)
_REACH = 320  # characters on either side of the word


def votes(paper: Paper) -> Iterator[Finding]:
    """Find votes that are not as many as took part, and a majority that is none of them."""
    skeleton = paper.skeleton
    days = {place for one in paper.dates for place in range(one.start, one.end)}
    done = -1
    for start, end in paper.hits("votes"):
        if start < done:
            continue
        begin, stop = _paragraph(skeleton, start, end)
        done = stop
        numbers = [*numbers_told(skeleton, begin, stop, days), *_few(skeleton, begin, stop)]
        numbers.sort(key=lambda one: one[1])
        for vote in _apart(skeleton, begin, stop, numbers):
            told = _told(skeleton, begin, vote)
            if "for" in told and "against" in told:
                yield from _against_whole(told, vote)
            if "whole" in told:
                yield from _majority(skeleton, begin, told["whole"], vote)


def _apart(skeleton: str, begin: int, stop: int, numbers: list[Operand]) -> Iterator[list[Operand]]:
    """Yield the numbers of each vote: all of them, or those of its sentence and its neighbours.

    A neighbour that tells of another vote keeps its own.
    """
    edges = [begin, *(match.end() for match in _SENTENCE.finditer(skeleton, begin, stop)), stop]
    sentences = [
        [one for one in numbers if first <= one[1][0] < last] for first, last in pairwise(edges)
    ]
    tells = [any(_is_for(skeleton, one) for one in each) for each in sentences]
    if sum(tells) == 1:
        yield numbers
        return
    for no, sentence in enumerate(sentences):
        if not tells[no]:
            continue
        before = sentences[no - 1] if no and not tells[no - 1] else []
        after = sentences[no + 1] if no + 1 < len(sentences) and not tells[no + 1] else []
        yield [*before, *sentence, *after]


def _is_for(skeleton: str, number: Operand) -> bool:
    start, end = number[1]
    return bool(
        _is_to(skeleton, 0, number)
        or _FOR.match(skeleton, end)
        or _LED_FOR.search(skeleton, max(0, start - 24), start)
    )


_FEW = compiled(
    r"\b(?:(?P<one>(?:one|une?)(?=\s+(?:against|abst|vote|voix|contre|se\b|s'est|s'abst|member|state|delegation|membre|etat))|(?:عضو|صوت|دولة|وفد) واحدة?)"
    r"|(?P<two>و?(?:صوتين|صوتان|عضوين|عضوان|دولتين|دولتان|وفدين|وفدان)))(?!\w)"
)


def _few(skeleton: str, begin: int, stop: int) -> Iterator[Operand]:
    """Yield one and two, where they count votes or those who vote."""
    for match in _FEW.finditer(skeleton, begin, stop):
        yield Decimal(1 if match["one"] else 2), match.span()


def _paragraph(skeleton: str, start: int, end: int) -> tuple[int, int]:
    before = skeleton.rfind("\n\n", 0, start)
    begin = max(before + 2 if before >= 0 else 0, start - _REACH)
    stop = skeleton.find("\n\n", end)
    return begin, min(stop if stop >= 0 else len(skeleton), end + _REACH)


def _told(skeleton: str, begin: int, numbers: list[Operand]) -> dict[str, Operand]:
    """Return the numbers by what they count, of each kind the one nearest to those in favour."""
    every: dict[str, list[Operand]] = {}
    for one in numbers:
        kind = _kind(skeleton, begin, one, is_after="for" in every)
        if kind is not None:
            every.setdefault(kind, []).append(one)
    if "for" not in every:
        return {}
    place = every["for"][0][1][0]

    def apart(one: Operand) -> tuple[bool, int]:
        return one[1][0] < place, abs(one[1][0] - place)  # behind it sooner than before it

    return {
        kind: every["for"][0] if kind == "for" else min(
            each, key=(lambda one: abs(one[1][0] - place)) if kind == "whole" else apart
        )
        for kind, each in every.items()
    }  # fmt: skip


def _kind(skeleton: str, begin: int, one: Operand, *, is_after: bool) -> str | None:
    """Return what a number counts; ``is_after``: those in favour have been told."""
    start, end = one[1]
    lead = skeleton[max(begin, start - 40) : start]
    if lead.rstrip().endswith(":"):
        for shape, kind in _LABELS:
            if shape.search(lead):
                return kind
    if is_after and _LED_AGAINST.search(lead):
        return "against"
    if _is_to(skeleton, begin, one):
        return "for"
    if _AGAINST.match(skeleton, end):
        return "against"
    if _ABSTAINED.match(skeleton, end) or _LED_ABSTAINED.search(lead):
        return "abstained"
    if _FOR.match(skeleton, end):
        return "for"
    if _WHOLE.match(skeleton, end) or _LED_WHOLE.search(lead):
        return "whole"
    return None


_LABELS = (
    (_LED_FOR, "for"), (_LABELLED_AGAINST, "against"), (_LABELLED_ABSTAINED, "abstained"),
    (_LABELLED_WHOLE, "whole"),
)  # fmt: skip


def _is_to(skeleton: str, begin: int, number: Operand) -> bool:
    """Tell whether it is the first number of "by 38 votes to 5", or of "adopted by 38 to 5"."""
    start, end = number[1]
    if _TO.match(skeleton, end):
        return True
    return bool(
        _TO_BARE.match(skeleton, end) and _CARRIED.search(skeleton, max(begin, start - 90), start)
    )


def _against_whole(told: dict[str, Operand], numbers: list[Operand]) -> Iterator[Finding]:
    whole = told.get("whole")
    if whole is None:
        return
    parts = [told[kind] for kind in _KINDS if kind in told]
    made = sum((value for value, _ in parts), Decimal(0))
    voted = told["for"][0] + told["against"][0]
    if whole[0] in (made, voted):
        return
    others = [value for value, at in numbers if at not in {part[1] for part in parts} | {whole[1]}]
    missing = whole[0] - made
    if any(sum(some) == missing for count in (1, 2) for some in combinations(others, count)):
        return
    if voted > whole[0] or (len(parts) == len(_KINDS) and abs(missing) * 3 <= whole[0]):
        yield found(
            "FIG007", *whole[1], level=Level.WARN, elsewhere=tuple(at for _, at in parts),
            total=whole[0], sum=made, count=len(parts),
        )  # fmt: skip


def _majority(
    skeleton: str, begin: int, whole: Operand, numbers: list[Operand]
) -> Iterator[Finding]:
    """Find "57 members present; the two-thirds majority, that is 36, was reached"."""
    for value, at in numbers:
        lead = skeleton[max(begin, at[0] - 90) : at[0]]
        led = _MAJORITY.search(lead)
        if led is None or at == whole[1] or value > whole[0]:
            continue
        thirds = _TWO_THIRDS.search(lead, max(0, led.start() - 24))
        right = -(-2 * whole[0] // 3) if thirds else whole[0] // 2 + 1
        if value != right and abs(value - right) <= _NEAR:
            yield found("FIG034", *at, elsewhere=(whole[1],), told=value, right=right)
