"""French agreement where the words beside one another tell it: number and gender.

"Les décisions adoptée par", "la réunion est prévu", "les chefs d'unité est prié", "leurs personnel":
each shape has the words that say what the other must be, so that no right sentence has it. What
takes a grammar to tell is left alone. Our own compilation.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.data.lexicon.dictionaries import is_known
from clearance.review.checks.language.disagreement import Signs, disagreement, in_one_line
from clearance.review.checks.language.elision import SIGNS as ELISIONS
from clearance.review.checks.language.elision import elisions
from clearance.review.checks.language.fragments import IN_FRENCH, fragments
from clearance.review.checks.language.grammar_fr import MORE
from clearance.review.checks.language.sentences import (
    SENTENCES_IN_FRENCH,
    sentences_of_another_language,
)
from clearance.review.checks.language.shapes_fr import (
    feminine,
    masculine,
    participle,
    plural,
    shape,
)
from clearance.review.checks.language.subjects_fr import SIGNS as SUBJECTS
from clearance.review.checks.language.subjects_fr import verbs_against_subjects_fr
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import worth
from clearance.review.paper import Paper
from clearance.review.scan import Trigger
from clearance.terms import Language

_BE = "(?:est|sera|a ete|soit|etait|fut|serait|avait ete)"
_ARE = "(?:sont|seront|ont ete|soient|etaient|furent|seraient|avaient ete)"
_BE_ = _BE.replace("a ete", "a été").replace("etait", "était").replace("ete)", "été)")
_ARE_ = _ARE.replace("ete", "été").replace("etaient", "étaient")
_MANY = "(?:les|des|ces|nos|vos|ses|aux|mes|leurs)"
_SHE = "(?:la|une|cette|sa|ma)"
_HE = "(?:le|un|ce|cet|son|mon|du|au)"
_W = "[a-zà-ÿœ]"
_FEMININE = "(?:tions|sions|xions|ances|ences)"
# No complement of another noun, and no second of two subjects.
_ALONE = (
    r"\b(?<!\bde )(?<!\bdans )(?<!\bsur )(?<!\bpar )(?<!\bavec )(?<!\bpour )(?<!\bà )(?<!\bet )"
    r"(?<!\bou )(?<!, )(?<!\bselon )(?<!\bentre )(?<!\baprès )(?<!\bavant )(?<!\bdepuis )(?<!\bdès )"
    r"(?<!\bsous )(?<!\bcontre )(?<!\bsauf )(?<!\bvers )(?<!\bpendant )(?<!\bmalgré )(?<!\ben )"
)
_STARTS = r"(?:(?:^|\n)\W{0,4}|[.;:] |\d[.)] |\bque |\bqu')"
_AFTER = "(?:par|de|du|des|le|la|les|à|au|aux|en|lors|dans|sur|pour|avec|entre|depuis|avant|conformément)"
_NO_PLURAL = frozenset(
    [
        "tout",
        "non",
        "bien",
        "fort",
        "plus",
        "moins",
        "ex",
        "inter",
        "intra",
        "extra",
        "soi",
        "ci",
        "dit",
        "quasi",
        "mi",
        "après",
        "avant",
        "contre",
        "sous",
        "aujourd",
        "parce",
        "qui",
        "que",
        "quelque",
        "autre",
        "pro",
        "anti",
        "semi",
        "super",
        "multi",
        "hors",
        "post",
        "pré",
        "néo",
        "micro",
        "macro",
        "hi",
        "week",
        "tel",
        "telle",
        "quel",
        "un",
        "une",
        "et",
        "ou",
        "en",
        "de",
        "le",
        "la",
        "du",
        "même",
        "ni",
        "il",
        "ne",
        "se",
        "lui",
        "eux",
        "leur",
        "leurs",
        "au",
        "curriculum",
    ]
)
_ADVERB = frozenset(["temps", "plusieurs", "ailleurs", "corps"])


def _singular_verb(word: str) -> str | None:
    return {
        "est": "sont", "a": "ont", "sera": "seront", "doit": "doivent", "peut": "peuvent",
        "était": "étaient", "devra": "devront", "pourra": "pourront", "soit": "soient",
        "ait": "aient", "puisse": "puissent", "aura": "auront", "avait": "avaient",
    }.get(word.lower())  # fmt: skip


def _noun_plural(word: str) -> str | None:
    plain = word.lower()
    if plain in _NO_PLURAL or worth(plain) is not None or word != plain:
        return None
    if plain.endswith(("s", "x", "z", "a", "er", "ir", "ième", "ant")):
        return None  # plural already, Latin, a verb, one of several
    if not is_known(plain, Language.FRENCH):
        return None
    return word + "s"


def _noun_singular(word: str) -> str | None:
    return word[:-1] if word.lower() not in _ADVERB else None


def _with_e(word: str) -> str | None:
    return word + "e"


_OWN = (
    # les décisions adoptée par
    shape(
        r"s [a-z]{4,}e (?:par|de|du|des|d\'|le|la|les|a|au|aux|en|lors|dans|sur|pour|avec|entre|depuis|avant|conformement)",
        rf"\b(?:les|ces|nos|vos|ses|mes|leurs) {_W}{{3,}}s (?P<slip>{_W}{{2,}}ée?) {_AFTER}\b",
        plural,
    ),
    # la réunion est prévu, la pause sera observé
    shape(
        rf"{_BE} [a-z]{{3,}}e[ ,.;]",
        rf"{_ALONE}{_SHE} {_W}{{3,}} {_BE_} (?P<slip>{_W}{{2,}}é)(?=[ ,.;])",
        feminine,
    ),
    shape(
        rf"(?:tion|sion|ance|ence) {_BE} [a-z]{{3,}}e[ ,.;]",
        rf"{_ALONE}l['’]{_W}{{3,}}(?:tion|sion|ance|ence) {_BE_} (?P<slip>{_W}{{2,}}é)(?=[ ,.;])",
        feminine,
    ),
    # le document est signée
    shape(
        rf"{_BE} [a-z]{{3,}}ees?[ ,.;]",
        rf"{_ALONE}(?:le|un|ce|cet|son|mon) {_W}{{3,}} {_BE_} (?P<slip>{_W}{{2,}}ées?)(?=[ ,.;])",
        masculine,
    ),
    # les documents sont transmis: les documents sont joint, les listes sont approuvée
    shape(
        rf"s {_ARE} [a-z]{{3,}}e[ ,.;]",
        rf"{_ALONE}(?:les|ces|nos|vos|ses|mes|leurs) {_W}{{3,}}s {_ARE_} (?P<slip>{_W}{{2,}}ée?)(?=[ ,.;])",
        plural,
    ),
    shape(
        r"s se sont (?:deroule|tenu|reuni|engage|felicite|poursuivi|acheve|acquitte|prononce|ouvert|rendu)[ ,.;]",
        rf"{_ALONE}(?:les|ces|nos|vos|ses|mes|leurs) {_W}{{3,}}s se sont (?P<slip>déroulé|tenu|réuni|engagé|félicité|poursuivi|achevé|acquitté|prononcé|ouvert|rendu)(?=[ ,.;])",
        lambda word: word + "s",
    ),
    # les corrections sont adressés
    shape(
        rf"{_FEMININE} {_ARE} [a-z]{{3,}}es[ ,.;]",
        rf"{_ALONE}(?:les|ces|nos|vos|ses|mes|leurs) {_W}{{2,}}{_FEMININE} {_ARE_} (?P<slip>{_W}{{2,}}és)(?=[ ,.;])",
        feminine,
    ),
    # les chefs d'unité est prié; que les autorités locales soit informées
    shape(
        r"(?:les|ces|nos|vos) [a-z]+s (?:(?:de|du|des|de la) [a-z]+ |d\'[a-z]+ |de l\'[a-z]+ |[a-z]+s )?(?:est|a|sera|doit|peut|etait|devra|pourra|soit|ait|puisse|aura|avait) ",
        rf"{_STARTS}(?:les|ces|nos|vos) {_W}{{3,}}s (?:(?:de la |de l['’]|des |du |de |d['’]){_W}{{3,}} |{_W}{{3,}}s )?(?P<slip>est|a|sera|doit|peut|était|devra|pourra|soit|ait|puisse|aura|avait) (?!-)",
        _singular_verb,
    ),
    # leurs personnel, aux membre
    shape(
        r"[ \n](?:ces|ses|nos|vos|aux|leurs|des) [a-z]{3,}[a-rt-wy][ ,.;]",
        rf"(?<![\w'’-])(?:ces|ses|nos|vos|aux|(?<!les )leurs|des) (?P<slip>{_W}{{4,}})(?=[ .,;])(?! (?:et|ou)\b)(?!,[^.;]{{0,50}} et\b)",
        _noun_plural,
    ),
    # cette résolutions
    shape(
        r"[ \n](?:cette|chaque|une|cet|du|au|un|ce|la|le) [a-z]+(?:tions|sions|ances|ences|teurs|ments)[ ,.;]",
        rf"(?<![\w'’-])(?:cette|chaque|une|cet|du|au|un|ce|la|le) (?P<slip>{_W}{{2,}}(?:tions|sions|ances|ences|teurs|ments))(?=[ ,.;])",
        _noun_singular,
    ),
    # les résolution
    shape(
        r"[ \n](?:les|des) [a-z]+(?:tion|sion|teur|ite)[ ,.;]",
        rf"(?<![\w'’-])(?:les|des) (?P<slip>{_W}{{2,}}(?:tion|sion|teur|ité))(?=[ .;])(?! (?:et|ou)\b)",
        _noun_plural,
    ),
    # la réunion tenu à, une décision pris le
    shape(
        r"(?:tion|sion|ance|ence|reunion|note|lettre) (?:[a-z]{3,}e|prevu|tenu|conclu|recu|convenu|obtenu|rendu|etabli|fourni|defini|pris|transmis|remis|ouvert|offert|ecrit) (?:par|le|a|au|en|lors|du|conformement|dans|entre) ",
        rf"\b{_SHE} {_W}*(?:tion|sion|ance|ence|réunion|note|lettre) (?P<slip>{_W}{{2,}}é|prévu|tenu|conclu|reçu|convenu|obtenu|rendu|établi|fourni|défini|pris|transmis|remis|ouvert|offert|écrit) (?:par|le|à|au|en|lors|du|conformément|dans|entre)\b",
        lambda word: _with_e(word) if not word.endswith("é") else feminine(word),
    ),
    # invite les États membres à désigné
    shape(
        r" (?:a|de) [a-z]{3,}e (?:un|une|le|la|les|des|leurs?|son|sa|ses) ",
        rf"\b(?:invite|prie|demande|appelle|exhorte|autorise|encourage|engage|charge|convie|aide)\b[^.;,\n]{{3,60}} (?:à|de) (?P<slip>{_W}{{2,}}é) (?:un|une|le|la|les|des|leurs?|son|sa|ses|l['’])(?!\w)",
        lambda word: word[:-1] + "er" if participle(word) else None,
    ),
)
_SHAPES = (*_OWN, *MORE)
_VERB = 14  # characters of "auront été" and the like
_TAIL = 20  # characters at the end of a sign in which a participle stands
_REACH = 100  # characters before the end of a sign in which the words beside it stand


def _before(_skeleton: str, end: int) -> int:
    """Return from where the words are looked at: to know the sign's begin would cost the scan."""
    return max(0, end - _REACH)


_SIGNS = Signs(
    (
        *(Trigger(str(number), each.sign, begins=_before) for number, each in enumerate(_SHAPES)),
        *SUBJECTS,
        *IN_FRENCH,
        *SENTENCES_IN_FRENCH,
        *ELISIONS,
    )
)


def agreement_fr(paper: Paper) -> Iterator[Finding]:
    """Find words of a French text that do not agree."""
    told: set[int] = set()
    signs = _SIGNS.hits(paper)
    for name, hits in signs.items():
        if not name.isdigit():
            continue
        shape = _SHAPES[int(name)]
        for start, end in hits:
            if shape.accented and "é" not in paper.text[end - _TAIL : end]:
                continue
            text = in_one_line(paper.text[start : end + 2])
            every = list(shape.text.finditer(text))
            match = every[-1] if every else None  # the last is the one whose end was found
            if match is None:
                continue
            at = start + match.start("slip"), start + match.end("slip")
            written = paper.text[slice(*at)]
            instead = shape.instead(written)
            if instead is None or at[0] in told or is_quoted(paper.text, *at):
                continue
            told.add(at[0])
            yield disagreement(paper, at, instead)
    sentences = list(sentences_of_another_language(paper, signs))
    yield from sentences
    if not sentences:
        yield from fragments(paper, signs)
    yield from elisions(paper, signs)
    for one in verbs_against_subjects_fr(paper, signs):
        if told.isdisjoint(range(one.start - _VERB, one.start + 1)):  # "est priés" is one slip
            told.add(one.start)
            yield one
