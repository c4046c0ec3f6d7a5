"""English verbs against the subject of their sentence, also across the words between.

"The delegations of all Member States is", "Staff costs has risen", "These obligations remains".
Looked at are verbs whose sentence begins with its subject, in words that part nothing: what holds a
comma, "and", a relative or another article is left alone, and so is what counts as one or as many
("the staff", "a number of", "three weeks"). Our own compilation.
"""

# ruff: noqa: E501  (a list that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import Edges, begin_of_sentence, disagreement
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger

_IS, _ARE = ("is", "was", "has", "does"), ("are", "were", "have", "do")
_TURNED = dict(zip((*_IS, *_ARE), (*_ARE, *_IS), strict=True))
# Verbs whose form with an s is no noun.
_VERBS = """
remain require provide include contain enter apply allow become begin belong bring comprise concern consist constitute
continue convey cover cooperate decide deserve determine enable ensure enjoy establish exceed expect express fall follow
give hold illustrate imply indicate inform intend invite involve lead maintain make mean meet note occur oblige
participate permit pertain possess prepare prevent proceed prove reaffirm recall receive recognise recognize reflect refer
relate rely represent reside say seek seem send serve set stand state stipulate submit subsist suffice suggest take tend
understand undertake urge vary welcome wish accept achieve adopt agree amount appear approve arrive assist attend attest
bear benefit call choose come commend condemn confirm consider contribute correspond demonstrate depend derive describe
differ emphasise emphasize encourage entail examine exist extend fulfil go govern host house lodge shelter accommodate
employ operate oversee own propose reach recommend replace respond arise stem welcome appreciate acknowledge affirm attach
"""
_NOUNS_TOO_WORDS = "calls costs covers follows hosts houses leads means meets notes sets shelters stands states stems tends bears benefits comes falls demands"
_NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


_BASE_OF = {_third(verb): verb for verb in _VERBS.split()}
_THIRD_OF = {base: third for third, base in _BASE_OF.items()}
_SURE_THIRDS = [third for third in _BASE_OF if third not in _NOUNS_TOO]
SIGNS = (
    Trigger("verb of a subject", rf" (?:{'|'.join((*_IS, *_ARE))}) "),
    Trigger("third of a subject", rf" (?:{'|'.join(sorted(_SURE_THIRDS))})[ ,.;]"),
    Trigger("base of a subject", rf" (?:{'|'.join(sorted(_THIRD_OF))}) (?:[0-9]|the |a |an |its |their |that |to |in |on |all |no |with |within |from |any )"),
    Trigger("they verbs", r"[^a-z'](?:they|we) [a-z]+s[ ,.;]"),
)  # fmt: skip
_FIRST = r"[A-Z\"“]"
_SENTENCE = on_demand(
    r"[.;:!?\n\d](?:(?<=[.;:!?])[ \n]+|(?<=\n)[ \t]*(?:\(?\w{1,3}[.)]|[-–•*]|(?=\n)|(?=[A-Z]))[ \t]*|(?<=\d)[.)][ \t]+)"
    rf"(?={_FIRST})"
)
_THAT = on_demand(
    r"\b(?:informs?|informed|note[sd]?|states?|stated|confirms?|confirmed|recalls?|announced?|mentions?|considers?|believes?|regrets?|indicates?|shows?|recommended|reported) (?:\w+ )?that (?=[a-z])"
)
_EDGES = Edges(on_demand(_FIRST), _SENTENCE, _THAT, " that ")
_INSERTED = on_demand(r", (?:including|among them|notably|such as|namely)\b[^.;]{3,90},$")
_BRACKETS = on_demand(r" \([^()]*\)")
_AMOUNT = on_demand(r"(?:(?:USD|US\$|EUR|SAR) ?)?\d[\d,. ]*\d(?: (?:dollars|riyals|euros))?")
_LEADS_ON = (" to", " not", " also to")
_PARTED = on_demand(
    r"[,;:()\"“”]|\b(?:and|or|nor|but|which|who|whom|whose|that|if|when|where|while|as|than|because|although|whether|is|are|was|were|has|have|had|will|shall|would|may|can|must|should|not|it|they|he|she|we|I|you)\b"
)
_BREAKS_WORDS = "of from for in on to with by at under concerning regarding between among during within on behalf about against towards before after without over"
_BREAKS = frozenset(_BREAKS_WORDS.split())
_PARTICIPLE = on_demand(r"[a-z]+(?:ed|en)$|(?:held|sent|made|set|drawn|paid|met|taken|given)$")
_MANY_WORDS = "these those both all several many various our their its his her the some other such most few two three four five six seven eight nine ten eleven twelve your certain"
_MANY = frozenset(_MANY_WORDS.split())
_ONE_WORDS = "this that each every a an the its our their his her your another"
_ONE = frozenset(_ONE_WORDS.split())
_ARTICLES_WORDS = "the a an this these those each every"
_ARTICLES = frozenset(_ARTICLES_WORDS.split())
_NO_MANY_WORDS = "news series means species works premises headquarters basis crisis analysis thesis process access progress business congress press loss class witness status consensus census campus virus focus bonus corpus bias lens mass pass cross address success express mathematics economics politics statistics ethics logistics physics others this us gas bus plus whereas its always perhaps towards besides thus emphasis synthesis hypothesis axis chaos ethos atlas canvas dollars days weeks months years hours minutes euros riyals dinars dirhams pounds kilometres metres tons percents thousands millions barracks customs remains gallows diabetes rabies headquarters' apparatus prospectus nexus surplus impetus genus excess redress distress stress bypass"
_NO_MANY = frozenset(_NO_MANY_WORDS.split())
_CAPITAL_MANY_WORDS = "States Members Ministers Parties Delegations Departments Governments Missions Experts Observers Institutions Organs Offices Heads Representatives Delegates Participants Annexes Articles Committees Countries"
_CAPITAL_MANY = frozenset(_CAPITAL_MANY_WORDS.split())
_PERSONS_BEGIN_WORDS = "Members Delegations Copies Participants Expenses Experts Ministers Representatives Delegates Costs Invitations Documents Applications Contributions Consultations Discussions Negotiations Preparations Arrangements"
_PERSONS_BEGIN = frozenset(_PERSONS_BEGIN_WORDS.split())
# Singular nouns that are neither a crowd ("the staff are") nor an adjective ("the poor are").
_SURE_ONE = on_demand(
    r"(?:[a-z]{3,}(?:tion|sion|ment|ity|ence|ance|ship|ness)"
    r"|department|secretariat|ministry|embassy|organi[sz]ation|directorate|bank|centre|center|office|fund|charter|secretary-general"
    r"|expert|delegate|minister|officer|representative|ambassador|director|chairman|adviser|officer|consultant|interpreter|contractor|supplier"
    r"|report|letter|note|memorandum|document|annex|resolution|paragraph|article|item|agenda|draft|text|programme|project|budget|amount|sum|cost"
    r"|record|summary|copy|volume|version|file|plan|strategy|policy|theme|date|deadline|venue|hall|hotel|cheque|fee|price|salary|ceiling|quota|vote|motion|request|reply|answer|appeal|speech|message|register|map|logo|flag|website|camp|hospital|school|well|city|country|state|meeting|visit|workshop|seminar|invoice|contract|offer|proposal|list|table|form|passport|visa|ticket)$"
)
_CROWDS_WORDS = "delegation population generation administration management audience opposition movement association federation government parliament community minority majority university committee council leadership membership readership remainder percentage quantity"
_CROWDS = frozenset(_CROWDS_WORDS.split())


def verbs_against_subjects(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find the verbs that do not agree with the subject of their sentence."""
    text = paper.text
    told: set[int] = set()
    for name in ("verb of a subject", "third of a subject", "base of a subject"):
        for start, end in hits.get(name, ()):
            at = start + 1, start + 1 + len(re.split(r"\W", text[start + 1 : end], maxsplit=1)[0])
            word = text[slice(*at)]
            instead = _instead(word, _subject(text, start), behind=text[at[1] : end])
            if instead and at[0] not in told and not is_quoted(text, *at):
                told.add(at[0])
                yield disagreement(paper, at, instead)
    yield from _pronouns(paper, hits)


def _instead(word: str, subject: str, *, behind: str) -> str | None:
    """Return what the verb should be; None: it agrees, or nothing tells."""
    if not subject:
        return None
    count = _count(subject)
    if word in _IS or word in _BASE_OF:
        return (_TURNED.get(word) or _BASE_OF[word]) if count == "many" else None
    if count != "one":
        return None
    if word in _ARE:
        return _TURNED[word]
    is_sure = word in _THIRD_OF and (
        _THIRD_OF[word] not in _NOUNS_TOO or behind.strip()[:1].isdigit()
    )
    return _THIRD_OF[word] if is_sure else None


def _subject(text: str, end: int) -> str:
    """Return the words from the begin of the sentence up to the place; "": no subject is there."""
    begin = begin_of_sentence(text, end, _EDGES)
    if begin < 0:
        return ""
    subject = _AMOUNT.sub("amounts", _BRACKETS.sub("", text[begin:end].replace("\n", " ")))
    return "" if subject.endswith(_LEADS_ON) else _INSERTED.sub("", subject)


def _count(subject: str) -> str:
    """Return "one" or "many", as the head of the subject is; "": nothing is sure."""
    if _PARTED.search(subject):
        return ""
    words = subject.split()
    if not words or len(words) > 14:
        return ""
    has_article = words[0].lower() in _MANY | _ONE
    group, rest = _head(words[1:] if has_article else words)
    if not group or len(group) > 4 or any(word.lower() in _ARTICLES for word in group):
        return ""
    if rest and not _is_complement(rest):
        return ""
    head = group[-1]
    if head.endswith(("’", "'")) or not head.replace("-", "").isalpha():
        return ""
    if _is_plural(head):
        first = words[0].lower()
        if has_article:
            return "many" if first in _MANY else ""
        is_noun_group = len(group) > 1 and head.islower() and words[0][0].isupper() and rest == []
        return "many" if is_noun_group or words[0] in _PERSONS_BEGIN else ""
    is_sure = _SURE_ONE.match(head.lower()) is not None and head.lower() not in _CROWDS
    return "one" if has_article and words[0].lower() in _ONE and is_sure else ""


def _head(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words up to the head of the subject, and those behind it."""
    for number, word in enumerate(words):
        behind = words[number + 1] if number + 1 < len(words) else ""
        if word in _BREAKS or (number and _PARTICIPLE.match(word) and behind in _BREAKS):
            return words[:number], words[number:]
    return words, []


def _is_complement(rest: list[str]) -> bool:
    """Tell whether the words behind the head only tell more of it: "of all Member States"."""
    return rest[0] in _BREAKS or (len(rest) > 1 and rest[1] in _BREAKS)


def _is_plural(head: str) -> bool:
    plain = head.lower()
    if head[0].isupper() and head not in _CAPITAL_MANY:
        return False
    if plain in _NO_MANY or plain.endswith(("ss", "us", "is", "ics")):
        return False
    return plain.endswith("s") and len(plain) > 3


_THEY = on_demand(r"(?:they|we) (?P<slip>[a-z]+s)$", re.IGNORECASE)
_NO_VERBS_WORDS = "always perhaps thus besides towards sometimes as us this its hers ours theirs yours nevertheless nonetheless whereas afterwards indoors overseas once express focus pass discuss address process witness assess press stress possess miss progress access guess cross dress redress"
_NO_VERBS = frozenset(_NO_VERBS_WORDS.split())


def _pronouns(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find "they enters" and "we has"."""
    for start, end in hits.get("they verbs", ()):
        match = _THEY.search(paper.text[start : end - 1].replace("\n", " "))
        if match is None or match["slip"] in _NO_VERBS:
            continue
        word = match["slip"]
        instead = {"is": "are", "was": "were", "has": "have", "does": "do"}.get(
            word
        ) or _BASE_OF.get(word)
        at = start + match.start("slip"), start + match.end("slip")
        if instead and not is_quoted(paper.text, *at):
            yield disagreement(paper, at, instead)
