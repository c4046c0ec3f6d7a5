"""English agreement where the words beside one another tell it.

"The delegates has arrived", "this resolutions", "to nominates a focal point", and a draft
resolution that urges in one paragraph and "Urge" in the next. Our own compilation.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import Signs, disagreement, in_one_line
from clearance.review.checks.language.fragments import IN_ENGLISH, fragments
from clearance.review.checks.language.grammar_en import SIGNS as SHAPES
from clearance.review.checks.language.grammar_en import shapes_of_slips
from clearance.review.checks.language.sentences import (
    SENTENCES_IN_ENGLISH,
    sentences_of_another_language,
)
from clearance.review.checks.language.subjects_en import SIGNS as SUBJECTS
from clearance.review.checks.language.subjects_en import verbs_against_subjects
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger
from clearance.terms import Kind

# Verbs whose form with an s is no noun.
_VERBS = [
    "nominate",
    "submit",
    "transmit",
    "inform",
    "convey",
    "provide",
    "ensure",
    "consider",
    "adopt",
    "take",
    "make",
    "give",
    "express",
    "confirm",
    "attend",
    "participate",
    "convene",
    "hold",
    "receive",
    "send",
    "invite",
    "implement",
    "include",
    "contain",
    "follow",
    "strengthen",
    "establish",
    "continue",
    "contribute",
    "support",
    "ensure",
    "organise",
    "organize",
    "prepare",
    "present",
    "pursue",
    "reaffirm",
    "recognise",
    "recognize",
    "recommend",
    "reiterate",
    "remain",
    "render",
    "resume",
    "seek",
    "serve",
    "settle",
    "sign",
    "solve",
    "undertake",
    "update",
    "urge",
    "utilise",
    "utilize",
    "verify",
    "welcome",
    "write",
    "enable",
    "encourage",
    "engage",
    "enhance",
    "enter",
    "examine",
    "exercise",
    "extend",
    "facilitate",
    "finalise",
    "finalize",
    "fulfil",
    "communicate",
    "comply",
    "comprise",
    "conclude",
    "condemn",
    "conduct",
    "constitute",
    "coordinate",
    "cooperate",
    "create",
    "decide",
    "declare",
    "define",
    "deliver",
    "designate",
    "determine",
    "develop",
    "discuss",
    "draw",
    "appoint",
    "approve",
    "arrange",
    "assess",
    "assist",
    "assume",
    "avoid",
    "become",
    "begin",
    "bring",
    "build",
    "carry",
    "choose",
    "allocate",
    "announce",
    "apply",
    "accept",
    "achieve",
    "acknowledge",
    "act",
    "address",
    "allow",
    "accede",
    "obtain",
    "promote",
    "propose",
    "protect",
    "reply",
    "respond",
    "require",
    "solicit",
    "specify",
]
_S_OF = {
    (verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")): verb
    for verb in _VERBS
}  # fmt: skip
for _noun in ("supports", "presents", "acts", "addresses", "contains", "resumes", "signs", "updates", "welcomes", "exercises", "discusses", "draws", "begins", "builds", "follows", "takes"):  # fmt: skip
    _S_OF.pop(_noun, None)
_S_OF |= {"follows": "follow", "contains": "contain", "takes": "take", "begins": "begin"}
_S_VERBS = "|".join(sorted(_S_OF))
_BASES = "invite|adopt|approve|request|submit|transmit|inform|receive|organise|organize|prepare|sign|finalise|finalize|designate|appoint|circulate|establish|convene|accept|conclude|implement|nominate|postpone|consider"
_MANY_ENDS = "(?:tions|sions|ments|ities|ences|ances|ports|egates|rences|sentatives|eetings|embers|ountries|inisters|xperts|ocuments|ommittees)"
_ONE_ENDS = "(?:tion|sion|ment|ity|ence|ance|egate|rence|sentative|ember|ountry|inister|xpert|ocument|ommittee)"
_ORGANS = "department|secretariat|general secretariat|ministry|embassy|organi[sz]ation|charter|secretary-general|commission|bank|permanent mission|directorate|delegation|general assembly"
_THIRD = {
    "propose": "proposes", "invite": "invites", "express": "expresses", "recommend": "recommends", "welcome": "welcomes",
    "urge": "urges", "condemn": "condemns", "pay": "pays", "take": "takes", "present": "presents", "wish": "wishes", "hope": "hopes",
    "believe": "believes", "consider": "considers", "reaffirm": "reaffirms", "reiterate": "reiterates", "transmit": "transmits",
    "inform": "informs", "submit": "submits", "lay": "lays", "stand": "stands", "remain": "remains", "thank": "thanks",
    "regret": "regrets", "attach": "attaches", "convey": "conveys", "avail": "avails", "acknowledge": "acknowledges",
    "intend": "intends", "expect": "expects", "seek": "seeks", "require": "requires", "extend": "extends", "affirm": "affirms",
    "decide": "decides", "agree": "agrees", "provide": "provides", "request": "requests",
}  # fmt: skip
_MANY_OF = "members|heads|representatives|ministers|experts|delegates|copies|recommendations|officials|governments|ambassadors"
_SIGNS = Signs((
    Trigger("plural is", r"(?:the|these|those|both|our|their|all) [a-z]+s (?:is|was|has) ", begins=lambda _, end: max(0, end - 60)),
    Trigger("singular are", r"(?:this|each|every|an?) [a-z]+ (?:are|were|have) ", begins=lambda _, end: max(0, end - 60)),
    Trigger("this many", rf"[ \n](?:this|each|every|an?|another) [a-z]*{_MANY_ENDS}[ ,.;]", begins=lambda _, end: max(0, end - 40)),
    Trigger("these one", rf"[ \n](?:these|those|several|various) [a-z]*{_ONE_ENDS}[ ,.;]", begins=lambda _, end: max(0, end - 40)),
    Trigger("to verbs", rf" (?:to|will|shall|would|should|must|may|can) (?:{_S_VERBS}) ", begins=lambda _, end: max(0, end - 40)),
    Trigger("a vowel", r"[ \n](?:is|be|in|of|to|by|as|with|for|and|was|at|from|that|such|into|under|has|have|had|sends?|makes?|made|holds?|held|submit|propose|form|give|issue|appoint|requests?|designate) a [aeio][a-z]+[ ,.;-]", begins=lambda _, end: max(0, end - 50)),
    Trigger("an consonant", r"[ \n]an [bcdfgjklmnpqrstvwyz][a-z]+[ ,.;]", begins=lambda _, end: max(0, end - 40)),
    Trigger("organ base", rf"the (?:{_ORGANS}) (?:{'|'.join(_THIRD)}) (?:to|the|its|that|this|these|all|itself|down|tribute|a|an) ", begins=lambda _, end: max(0, end - 70)),
    Trigger("of is", rf"(?:{_MANY_OF}) of (?:the )?[a-z]+ (?:is|was|has) ", begins=lambda _, end: max(0, end - 70)),
    Trigger("they does", r"(?:its|their|these|our|all|the) [a-z]+s,?(?: however,| therefore,)? does not ", begins=lambda _, end: max(0, end - 70)),
    Trigger("been base", rf" (?:has|have|had|was|were|is|are|be|been) (?:{_BASES})[ ,.;]", begins=lambda _, end: max(0, end - 34)),
    *SUBJECTS,
    *SHAPES,
    *IN_ENGLISH,
    *SENTENCES_IN_ENGLISH,
))  # fmt: skip
_STARTS = r"(?:(?:^|\n|[.;:] |\d[.)] )\W{0,4}|\bthat )"
_NOT_PLURAL = "news|series|means|species|works|premises|headquarters|basis|crisis|analysis|thesis|process|access|progress|business|congress|press|loss|class|witness|status|consensus|census|campus|virus|focus|bonus|corpus|bias|lens|mass|pass|cross|address|success|express|philippines|maldives|comoros|netherlands|mathematics|economics|politics|statistics|ethics|logistics|physics|united|states|nations|others|is|was|has|this|us|gas|bus|plus|whereas|as|its|always|perhaps|towards|besides|thus|emphasis|synthesis|hypothesis|axis|chaos|ethos|cosmos|atlas|canvas|christmas|diabetes|hours|days|weeks|months|years|dollars|per cents"
_PLURAL_IS = on_demand(
    rf"{_STARTS}(?:the|these|those|both|our|their|all) (?!(?:{_NOT_PLURAL})\b)[a-z]{{3,}}(?<!ss)(?<!us)(?<!is)(?<!ics)s (?P<slip>is|was|has) ",
    re.IGNORECASE,
)
_SINGULAR_ARE = on_demand(
    rf"{_STARTS}(?:this|each|every|an?) (?!(?:majority|number|total|group|few|variety|range|lot|team|series|couple|maximum|minimum|percentage|proportion|host|handful|minority|great|good|large|one|and|of)\b)[a-z]{{4,}}(?<!s)(?<!people)(?<!men) (?P<slip>are|were|have) ",
    re.IGNORECASE,
)
_THIS_MANY = on_demand(
    rf"(?<![\w'-])(?<!\b[a-z] )(?:this|each|every|an?|another) (?P<slip>[a-z]*{_MANY_ENDS})(?=[ ,.;])"
)
_THESE_ONE = on_demand(
    rf"(?<![\w'-])(?:these|those|several|various) (?P<slip>[a-z]*{_ONE_ENDS})(?=[,.;]| (?:is|are|was|were|of|on|have|has|in|and|to|that|which|from|for|by)\b)"
)
_TO_VERBS = on_demand(
    rf"(?<=\s)(?:to|will|shall|would|should|must|may|can) (?P<slip>{_S_VERBS}) (?=(?:a|an|the|its|their|his|her|our|your|all|in|on|to|with|that|and|any|such|this|these|Member|Your)\b)"
)
_BEEN_BASE = on_demand(
    rf"(?<=\s)(?:has been|have been|had been|was|were|is|are|be) (?P<slip>{_BASES})(?=[,.;]| (?:by|to|on|in|at|with|for|and|as|from)\b)"
)
_SENTENCE = r"(?:(?:^|\n)\W{0,4}|[.;:] |\d[.)] )"
_A_VOWEL = on_demand(
    r"(?<=[a-z]\s)(?P<slip>a) (?=[aeio][a-z]{2,}[ ,.;-])(?!(?:one|once|eu|ewe|oui|are|and|also|as|at|is|in|it|of|on|or)\w*\b[^a-z]?)"
)
_AN_CONSONANT = on_demand(
    r"(?<=\s)(?P<slip>an) (?=[bcdfgjklmnpqrstvwyz][a-z]*[aeiou][a-z]*[ ,.;])(?!\w*[A-Z])"
)
_ORGAN_BASE = on_demand(
    rf"{_SENTENCE}the (?:{_ORGANS}) (?P<slip>{'|'.join(_THIRD)}) (?=(?:to|the|its|that|this|these|all|itself|down|tribute|a|an) )",
    re.IGNORECASE,
)
_OF_IS = on_demand(
    rf"{_SENTENCE}(?:the |all )?(?:{_MANY_OF}) of (?:the )?[a-z]+ (?P<slip>is|was|has) ",
    re.IGNORECASE,
)
_THEY_DOES = on_demand(
    rf"{_SENTENCE}(?:its|their|these|our|all|the) (?!(?:{_NOT_PLURAL})\b)[a-z]{{3,}}(?<!ss)(?<!us)(?<!is)(?<!ics)s,?(?: however,| therefore,)? (?P<slip>does) not ",
    re.IGNORECASE,
)
_VERB = {
    "does": "do",
    "is": "are",
    "was": "were",
    "has": "have",
    "are": "is",
    "were": "was",
    "have": "has",
}
_OPERATIVE = on_demand(
    r"(?m)^[ _*]*\d{1,2} ?[.)-][ _*]*(?:(?:also|further|strongly|again) )?(?P<verb>[A-Za-z]+)\b"
)
_DECISIONS = {"request": "requests", "urge": "urges", "invite": "invites", "decide": "decides", "call": "calls", "welcome": "welcomes", "express": "expresses", "reaffirm": "reaffirms", "take": "takes", "commend": "commends", "condemn": "condemns", "encourage": "encourages", "appeal": "appeals", "note": "notes", "affirm": "affirms", "emphasise": "emphasises", "emphasize": "emphasizes", "stress": "stresses", "recommend": "recommends", "appreciate": "appreciates", "mandate": "mandates", "adopt": "adopts"}  # fmt: skip


def agreement_en(paper: Paper) -> Iterator[Finding]:
    """Find words of an English text that do not agree."""
    hits = _SIGNS.hits(paper)
    told = {one.start: one for one in _beside_one_another(paper, hits)}
    for one in (*verbs_against_subjects(paper, hits), *shapes_of_slips(paper, hits)):
        told.setdefault(one.start, one)
    yield from told.values()
    sentences = list(sentences_of_another_language(paper, hits))
    yield from sentences
    if not sentences:
        yield from fragments(paper, hits)
    if paper.kind is Kind.DRAFT_RESOLUTION:
        yield from _moods(paper)


def _beside_one_another(paper: Paper, hits: Hits) -> Iterator[Finding]:
    for name, shape, case in _RULES:
        for start, end in hits.get(name, ()):
            text = in_one_line(paper.text[start : end + 14])
            for match in shape.finditer(text):
                at = start + match.start("slip"), start + match.end("slip")
                if end - 2 <= at[1] <= end + 1 or (name in _AHEAD and at[1] < end):
                    yield from _told(paper, at, case)


def _told(paper: Paper, at: tuple[int, int], case: str) -> Iterator[Finding]:
    word = paper.text[slice(*at)]
    if is_quoted(paper.text, *at) or word != word.lower():
        return
    if case == "verb":
        instead = _VERB[word]
    elif case == "base":
        instead = _S_OF[word]
    elif case == "third":
        instead = _THIRD[word]
    elif case in ("an", "a"):
        instead = case
    elif case == "plural":
        instead = word[:-1] + "ies" if word.endswith("y") else word + "s"
    elif case == "singular":
        instead = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    else:
        instead = _past(word)
    yield disagreement(paper, at, instead)


def _past(verb: str) -> str:
    if verb.endswith(("submit", "transmit")):
        return verb + "ted"
    return verb + ("d" if verb.endswith("e") else "ed")


_RULES = (
    ("plural is", _PLURAL_IS, "verb"),
    ("singular are", _SINGULAR_ARE, "verb"),
    ("this many", _THIS_MANY, "singular"),
    ("these one", _THESE_ONE, "plural"),
    ("to verbs", _TO_VERBS, "base"),
    ("been base", _BEEN_BASE, "past"),
    ("organ base", _ORGAN_BASE, "third"),
    ("of is", _OF_IS, "verb"),
    ("they does", _THEY_DOES, "verb"),
    ("a vowel", _A_VOWEL, "an"),
    ("an consonant", _AN_CONSONANT, "a"),
)


# Signs that end with what stands behind the slip.
_AHEAD = frozenset({"organ base", "of is", "they does", "a vowel", "an consonant"})


def _moods(paper: Paper) -> Iterator[Finding]:
    """Find "2. Urge the Bank" among paragraphs that request and invite."""
    verbs = list(_OPERATIVE.finditer(paper.text))
    told = sum(one["verb"].lower() in _DECISIONS.values() for one in verbs)
    wrong = [one for one in verbs if one["verb"].lower() in _DECISIONS]
    if not told or len(wrong) > told:
        return
    for one in wrong:
        right = _DECISIONS[one["verb"].lower()]
        instead = right.capitalize() if one["verb"][0].isupper() else right
        instead = instead.upper() if one["verb"].isupper() else instead
        yield disagreement(paper, one.span("verb"), instead)
