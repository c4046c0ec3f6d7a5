"""French verbs and participles against the subject of their sentence, also across the words between.

"Les formulaires dûment remplis doit", "Ces obligations subsiste", "les offres ... sont joint", "est
joints", "Nous vous prie". Looked at are verbs whose sentence begins with its subject, in words that
part nothing; a participle after "sont" is of many whoever the subject is. Our own compilation.
"""

# ruff: noqa: E501  (a list that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import Edges, begin_of_sentence, disagreement
from clearance.review.checks.language.shapes_fr import participle
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger

_ONE_OF = {  # of many, of one
    "sont": "est", "ont": "a", "seront": "sera", "auront": "aura", "étaient": "était", "avaient": "avait", "doivent": "doit",
    "peuvent": "peut", "devront": "devra", "pourront": "pourra", "font": "fait", "vont": "va", "veulent": "veut", "prennent": "prend",
    "comprennent": "comprend", "tiennent": "tient", "contiennent": "contient", "viennent": "vient", "prévoient": "prévoit",
    "permettent": "permet", "transmettent": "transmet", "reçoivent": "reçoit", "rendent": "rend", "répondent": "répond",
    "attendent": "attend", "disposent": "dispose", "établissent": "établit", "fournissent": "fournit", "réunissent": "réunit",
    "saisissent": "saisit", "souhaitent": "souhaite", "soutiennent": "soutient", "suivent": "suit", "seraient": "serait",
    "devraient": "devrait", "pourraient": "pourrait", "auraient": "aurait", "furent": "fut", "eurent": "eut",
}  # fmt: skip
_STEMS = """
abrit accept accompagn accord adopt adress affirm ajout appell appliqu apport approuv arriv assist assur attest autoris bénéfici
cesse command compt concern condamn confirm consacr conserv consid constat constitu contribu demand demeur désign détermin
dispos donn élabor encourag engag envisag espèr estim examin exist expliqu exprim exig facilit félicit figur fix form
implique incomb indiqu inform insist intervienn invit justifi lanc manifest marqu men mentionn montr nécessit not occup opèr
organis particip pass port précis prépar présent prévoi pri procèd propos réaffirm réalis recommand regrett rejoign remerci
remplac renouvell renvoi repos représent respect rest résult rappell salu sembl signal soulign subsist sollicit tend
termin touch travaill trouv utilis veill vers vis visit vot
"""
for _stem in _STEMS.split():
    _ONE_OF.setdefault(_stem.removesuffix("e") + "ent", _stem.removesuffix("e") + "e")
_MANY_OF = {one: many for many, one in _ONE_OF.items()}
# Forms in -e that are nouns or adjectives as well count only right behind a plural.
_NOUNS_TOO_WORDS = "demande présente note forme figure marque mène porte passe vote visite touche trouve vise reste adresse charge compte donne engage manifeste tende propose verse fixe prépare concerne montre représente suit fait prie lance termine"
_NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())
_plain = str.maketrans("éèêâàôîûç", "eeeaaoiuc")


def _either(words: list[str]) -> str:
    return "|".join(sorted(word.translate(_plain) for word in words))


_PAST = "joint|prévu|tenu|reçu|établi|fourni|défini|inscrit|écrit|ouvert|offert|conclu|convenu|rendu|réuni|réparti|choisi|saisi|élu|connu|entendu|attendu|retenu|construit|conduit|produit|traduit|détruit|réduit|introduit"
_MISE = "(?:trans|re|sou|ad|per|com|pro|entre|sur|ap)?(?:m|pr)ise"  # the masculine has an s in both numbers
_SINGULAR_PAST = rf"(?:[a-zà-ÿ]{{3,}}ée?|(?:{_PAST})e?|{_MISE})"
_PLURAL_PAST = rf"(?:[a-zà-ÿ]{{3,}}ée?s|(?:{_PAST})e?s|{_MISE}s)"
_BE_MANY = "(?:sont|seront|soient|étaient|furent|seraient|ont été|avaient été|auront été|aient été)"
_BE_ONE = "(?:est|sera|soit|était|fut|serait|a été|avait été|aura été|ait été)"
_INF_MANY = "(?:peuvent|doivent|devront|pourront|devraient|pourraient|vont) être"
_INF_ONE = "(?:peut|doit|devra|pourra|devrait|pourrait|va) être"
_ADVERB = "(?:également |aussi |dûment |déjà |bien |pas |toujours |ainsi |donc |régulièrement |entièrement )?"
_PAST_PLAIN = _PAST.translate(_plain)
SIGNS = (
    Trigger("verb of many", rf" (?:{_either([*_ONE_OF])})[ ,.;]"),
    Trigger("verb of one", rf" (?:{_either([*_MANY_OF])})[ ,.;]"),
    Trigger("many participles", rf" (?:{_BE_MANY.translate(_plain)}|{_INF_MANY.translate(_plain)}) {_ADVERB.translate(_plain)}(?:[a-z]{{3,}}ee?|(?:{_PAST_PLAIN})e?|{_MISE})[ ,.;]", begins=lambda _, end: end - 1),
    Trigger("one participle", rf" (?:{_BE_ONE.translate(_plain)}|{_INF_ONE.translate(_plain)}) {_ADVERB.translate(_plain)}(?:[a-z]{{3,}}ee?s|(?:{_PAST_PLAIN})e?s|{_MISE}s)[ ,.;]", begins=lambda _, end: end - 1),
    Trigger("nous vous", r"(?:nous|je) vous [a-z]+ |laquelle vous a bien|que vous a bien"),
    Trigger("reflexive", r"(?:les|ces|plusieurs|certaines|certains|nos|ses|leurs) [a-z]+s se sont declare [a-z]+e[ ,.;]|s se sont (?:retrouve|mobilise|concentre|exprime|joint|associe|abstenu|oppose|declare)[ ,.;]", begins=lambda _, end: end - 1),
)  # fmt: skip
_FIRST = r"[A-ZÀ-Ýa-z]"
_SENTENCE = on_demand(
    r"[.;:!?»\n\d](?:(?<=[.;:!?»])[ \n\u00a0]+|(?<=\n)[ \t]*(?:\(?\w{1,3}[.)]|[-–•*]|(?=\n)|(?=[A-ZÀ-Ý]))[ \t]*|(?<=\d)[.)][ \t]+|(?<=\d)\.\d\.? )"
    rf"(?={_FIRST})"
)
_THAT = on_demand(
    r"\b(?:indique|indiqué|constate|constaté|note|noté|rappelle|informe|informé|précise|précisé|souligne|confirme|estime|signale|annonce|relève)[^.;,]{0,40}? que (?=[a-zà-ÿ])"
)
_EDGES = Edges(on_demand(_FIRST), _SENTENCE, _THAT, " que ")
_INSERTED = on_demand(r", (?:y compris|notamment|parmi lesquel\w*|dont|soit)\b[^.;]{3,90},$")
_BRACKETS = on_demand(r" \([^()]*\)")
_PARTED = on_demand(
    r"[,;:()«»\"]|\b(?:et|ou|ni|mais|qui|que|qu|dont|où|(?:le|du)quel|laquelle|(?:les|des|aux)quel(?:le)?s|auquel|si|quand|lorsque|comme|est|sont|a|ont|sera|seront|était|étaient|avait|avaient|peut|doit|ne|n|se|s|me|nous|vous|il|elle|ils|elles|on|ce qui|y|leur (?=\w+er\b))\b"
)
_MANY_BEGIN_WORDS = "les ces des nos vos ses leurs mes plusieurs certains certaines quelques deux trois quatre cinq six sept huit neuf dix onze douze divers diverses différents différentes lesdits lesdites tous toutes"
_MANY_BEGIN = frozenset(_MANY_BEGIN_WORDS.split())
_ONE_BEGIN_WORDS = "le la un une ce cet cette notre votre son sa leur chaque mon ma aucun aucune tout toute ledit ladite"
_ONE_BEGIN = frozenset(_ONE_BEGIN_WORDS.split())
_BEGIN = _MANY_BEGIN | _ONE_BEGIN | {"l'"}
_BREAKS_WORDS = "de du des d à au aux en dans sur par pour avec entre lors depuis auprès contre sous chez vers selon relatif relatifs relative relatives"
_BREAKS = frozenset(_BREAKS_WORDS.split())
_OPEN = _BREAKS | _ONE_BEGIN | _MANY_BEGIN | {"l", "très", "plus", "non"}
_QUANTITY_WORDS = "plupart majorité moitié partie totalité reste nombre ensemble série dizaine douzaine vingtaine trentaine centaine quantité minorité tiers quart groupe foule multitude couple infinité million milliard millier pourcentage variété peu quantité liste"
_QUANTITY = frozenset(_QUANTITY_WORDS.split()) - {"liste"}
_NOT_MANY_WORDS = "temps pays corps cours avis mois fois accès procès succès congrès processus progrès discours concours repas palais fonds cas bas bras choix prix voix bureaux"
_NOT_MANY = frozenset(_NOT_MANY_WORDS.split()) - {"bureaux"}
_NUMBER = on_demand(r"\d[\d ]*|\(\d+\)")
_WORD = on_demand(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?")


def verbs_against_subjects_fr(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find verbs and participles that do not agree with whose they are."""
    text = paper.text
    for name, forms, wanted in (
        ("verb of many", _ONE_OF, "one"),
        ("verb of one", _MANY_OF, "many"),
    ):
        for start, _ in hits.get(name, ()):
            match = _WORD.match(text, start + 1)
            word = match[0] if match else ""
            instead = forms.get(word)
            if instead is None or _count(_subject(text, start), word) != wanted:
                continue
            if not is_quoted(text, start + 1, start + 1 + len(word)):
                yield disagreement(paper, (start + 1, start + 1 + len(word)), instead)
    yield from _participles(paper, hits)
    yield from _persons(paper, hits)


def _subject(text: str, end: int) -> str:
    """Return the words from the begin of the sentence up to the place; "": no subject is there."""
    begin = begin_of_sentence(text, end, _EDGES)
    if begin < 0:
        return ""
    plain = text[begin:end].replace("\n", " ").replace("’", "'")
    return _INSERTED.sub("", _BRACKETS.sub("", plain))


def _count(subject: str, verb: str) -> str:
    """Return "one" or "many", as the subject is; "": nothing is sure."""
    words = subject.replace("'", "' ").split()
    if len(words) < 2 or len(words) > 16:
        return ""
    first = words[0].lower()
    if first not in _BEGIN or _PARTED.search(subject.replace("'", " ")):
        return ""
    group = [word for word in words[1:] if not _NUMBER.fullmatch(word)]
    if (
        first in ("tous", "toutes")
        and group[:1]
        and group[0].lower() in ("les", "ces", "nos", "ses")
    ):
        group = group[1:]
    cut = next(
        (i for i, word in enumerate(group) if word.rstrip("'").lower() in _BREAKS), len(group)
    )
    rest, group = group[cut:], group[:cut]
    if not group or len(group) > 5 or group[0].lower() in _QUANTITY:
        return ""
    if any(
        word.lower().rstrip("'") in ("le", "la", "les", "un", "une", "l", "ce", "cette")
        for word in group
    ):
        return ""
    if first in _MANY_BEGIN and not first.startswith("des"):
        is_many = (
            group[0].lower().endswith(("s", "x"))
            or group[0].lower() in _MANY_BEGIN
            or group[0].lower() in ("dix", "onze")
        )
        last = words[-1].lower()
        ambiguous = verb in _NOUNS_TOO and (rest or not last.endswith(("s", "x")))
        return "many" if is_many and not ambiguous and not _ends_open(words) else ""
    if first in _ONE_BEGIN or first == "l'":
        head = group[0].lower()
        if head.endswith(("s", "x")) and head not in _NOT_MANY:
            return ""
        return "" if _ends_open(words) else "one"
    return ""


def _ends_open(words: list[str]) -> bool:
    """Tell whether the words end in one that wants another behind it, so that the verb is none."""
    return words[-1].lower().rstrip("'") in _OPEN


_MANY_PAST = on_demand(
    rf"(?:(?<![\w-])(?:{_BE_MANY}|{_INF_MANY})) {_ADVERB}(?P<slip>{_SINGULAR_PAST})(?=[ ,.;])",
    re.IGNORECASE,
)
_ONE_PAST = on_demand(
    rf"(?:(?<![\w-])(?:{_BE_ONE}|{_INF_ONE})) {_ADVERB}(?P<slip>{_PLURAL_PAST})(?=[ ,.;])",
    re.IGNORECASE,
)
_POLITE = on_demand(r"\bvous\b[^.;]{0,40}$|\bl'(?=est )", re.IGNORECASE)
_IMPERSONAL = on_demand(r"\b(?:se|s['’]en|s['’]y|se le|se les|ce|c['’]) ?$", re.IGNORECASE)


def _participles(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find "sont joint" and "est joints"."""
    for name, shape, turn in (
        ("many participles", _MANY_PAST, _to_many), ("one participle", _ONE_PAST, _to_one),
    ):  # fmt: skip
        for _, end in hits.get(name, ()):
            start = max(0, end - 60)
            match = _last(shape, paper.text, start, end)
            if match is None:
                continue
            at = start + match.start("slip"), start + match.end("slip")
            instead = turn(match["slip"])
            before = paper.text[max(0, start + match.start() - 60) : start + match.start()]
            if instead is None or is_quoted(paper.text, *at) or _IMPERSONAL.search(before):
                continue
            if name == "one participle" and (_POLITE.search(before) or match[0].startswith("soit")):
                continue  # "l'est"; "soit ... soit" parts two
            yield disagreement(paper, at, instead)


def _last(shape: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = [
        one
        for one in shape.finditer(text[start : end + 1].replace("\n", " "))
        if one.end("slip") >= end - start - 2
    ]
    return found[-1] if found else None


def _to_many(word: str) -> str | None:
    bare = word.removesuffix("e")
    is_past = participle(word) if bare.endswith("é") else True
    return word + "s" if is_past else None


def _to_one(word: str) -> str | None:
    bare = word.removesuffix("s")
    if not bare.removesuffix("e").endswith("é"):
        return bare
    return bare if participle(bare) else None


_NOUS = on_demand(r"\b(?P<who>nous|je) vous (?P<slip>[a-zà-ÿ]+)(?= )", re.IGNORECASE)
_FIRST_STEMS = "pri invit inform remerci adress transmet demand rappell présent propos souhait renouvell exprim confirm signal"
_FIRSTS = {
    stem + ending: stem for stem in _FIRST_STEMS.split() for ending in ("e", "ons")
}  # fmt: skip


def _persons(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find "Nous vous prie", "je vous prions" and "par laquelle vous a bien voulu"."""
    text = paper.text
    for start, end in hits.get("nous vous", ()):
        piece = text[start : end + 20]
        if "vous a bien" in piece:
            at = start + piece.index("vous a bien") + 5
            if re.match(r" bien voulu", text[at + 1 : at + 14]):
                yield disagreement(paper, (at, at + 1), "avez")
            continue
        match = _NOUS.match(piece)
        if match is None or re.search(
            r"[^\W\d_]$|\b(?:que|qui) $", text[max(0, start - 5) : start]
        ):
            continue
        word = match["slip"].lower()
        stem = _FIRSTS.get(word)
        is_we = match["who"].lower() == "nous"
        if stem is None or word.endswith("ons") == is_we:
            continue
        yield disagreement(
            paper,
            (start + match.start("slip"), start + match.end("slip")),
            stem + ("ons" if is_we else "e"),
        )
    yield from _reflexive(paper, hits)


_SE = on_demand(
    r"\b(?:les|ces|plusieurs|certaine?s|nos|ses|leurs) (?:[a-zà-ÿ]+ )?[a-zà-ÿ]+s se sont (?P<slip>retrouvé|mobilisé|concentré|exprimé|joint|associé|abstenu|opposé|déclaré)(?=[ ,.;])",
    re.IGNORECASE,
)


def _reflexive(paper: Paper, hits: Hits) -> Iterator[Finding]:
    for _, end in hits.get("reflexive", ()):
        start = max(0, end - 90)
        every = list(_SE.finditer(paper.text[start : end + 1].replace("\n", " ")))
        for match in every[-1:]:
            at = start + match.start("slip"), start + match.end("slip")
            yield disagreement(paper, at, match["slip"] + "s")
