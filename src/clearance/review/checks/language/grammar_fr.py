"""French grammar of letters and notes: verbs and participles that their neighbours contradict.

"Le Secrétariat général saisi cette occasion", "sera soumit", "soit renvoyer", "de vous invité": each
shape has the words that say what the other must be. Our own compilation.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.review.checks.language.shapes_fr import (
    Shape,
    W,
    feminine,
    participle,
    plural,
    shape,
)

_ARE = "(?:sont|seront|ont ete|soient|furent|seraient)"
_ARE_ = _ARE.replace("ete", "été")
_BE = "(?:est|sera|a ete|soit|fut|serait)"
_BE_ = _BE.replace("a ete", "a été")
_STARTS = r"(?:(?:^|\n)\W{0,4}|[.;:] |\d[.)] )"
_SHE = "ambassade|mission|délégation|organisation|commission|assemblée|direction|banque|réunion|session|résolution|lettre|note|circulaire|liste|demande|aide|assistance|équipe|étude|enquête"
_SHE_ = _SHE.replace("é", "e")
_BODY = "organisation(?: de la coopération islamique)?|charte|secrétariat général|secrétaire général|conseil|département|commission|assemblée générale|ministère|ambassade|gouvernement|comité|banque|bureau"
_BODY_ = "islamique|organisation|charte|general|conseil|departement|commission|generale|ministere|ambassade|gouvernement|comite|banque|bureau"
_THEY = {
    "prévoient": "prévoit", "souhaitent": "souhaite", "invitent": "invite", "prient": "prie", "rappellent": "rappelle",
    "demandent": "demande", "estiment": "estime", "considèrent": "considère", "saluent": "salue", "félicitent": "félicite",
    "rendent": "rend", "présentent": "présente", "saisissent": "saisit", "transmettent": "transmet", "adressent": "adresse",
    "informent": "informe", "remercient": "remercie", "réaffirment": "réaffirme", "expriment": "exprime", "soulignent": "souligne",
    "condamnent": "condamne", "appellent": "appelle", "recommandent": "recommande", "décident": "décide", "doivent": "doit",
    "peuvent": "peut", "sont": "est", "ont": "a", "seront": "sera", "devront": "devra", "pourront": "pourra",
}  # fmt: skip
_I = {
    "rends": "rend", "saisis": "saisit", "saisi": "saisit", "transmets": "transmet", "tiens": "tient", "prends": "prend",
    "dois": "doit", "peux": "peut", "souhaites": "souhaite", "présentes": "présente", "rappelles": "rappelle",
}  # fmt: skip
_WRONG_VERB = {**_THEY, **_I}
_NO_VERB_ER = frozenset(
    [
        "premier",
        "dernier",
        "entier",
        "étranger",
        "cher",
        "léger",
        "particulier",
        "régulier",
        "singulier",
        "familier",
        "irrégulier",
        "financier",
        "fier",
        "grossier",
        "hier",
        "passager",
        "mensonger",
        "saisonnier",
        "journalier",
        "hospitalier",
    ]
)
_NOUNS = "état|ministre|délégation|mission|gouvernement|ambassade|institution|organe|département|expert|délégué|représentant|projet|document|session|réunion|rapport|membre"
_PAST = (
    "prit|mit|soumit|permit|promit|admit|remit|transmit|commit|apprit|comprit|reprit|entreprit|omit"
)
_VERBS_ONE = "souhaite|invite|prie|rappelle|demande|estime|considère|salue|présente|adresse|informe|remercie|réaffirme|exprime|souligne|condamne|recommande|décide"


def _plain(words: str) -> str:
    return words.translate(str.maketrans("éèêâôîûç", "eeeaoiuc"))


def _verb(word: str) -> str | None:
    return _WRONG_VERB.get(word.lower())


def _to_infinitive(word: str) -> str | None:
    return word[:-1] + "er" if participle(word) else None


def _to_participle(word: str) -> str | None:
    return None if word.lower() in _NO_VERB_ER or word != word.lower() else word[:-2] + "é"


def _one_or_participle(word: str) -> str | None:
    return feminine(word) if word.endswith("é") else word + "e"


_NO_FUTURE = frozenset({"bras", "embarras", "débarras", "fatras", "haras", "cadras", "madras"})

MORE: tuple[Shape, ...] = (
    # les travaux se dérouleras
    shape(
        r" [a-z]+(?:e|i|d|t|v|u|a)ras[ ,.;]",
        rf"(?<!\btu )(?<![\w'’-])(?P<slip>{W}{{2,}}(?:e|i|d|t|v|u|a)ras|seras)(?=[ ,.;])",
        lambda word: None if word.lower() in _NO_FUTURE else word[:-1],
    ),
    # ont dénoncées les incursions
    shape(
        r" (?:a|ont|avait|avaient|aura|auront|ai|avons|avez) (?:[a-z]{3,}e(?:e|s|es)) (?:le |la |les |l'|une? |des |ces? |cette |sa |son |ses |leurs? |notre |votre |que )",
        rf"(?:^|[.;:,\n])(?:(?!\bqu(?:e\b|['’]))[^.;:,\n]){{0,90}}?(?<!\bles )(?<!\bla )(?<!\bnous )(?<!\bvous )(?<![\w'’-])(?:a|ont|avait|avaient|aura|auront|ai|avons|avez) (?P<slip>{W}{{2,}}(?:ées|és|ée)) (?=le |la |les |l['’]|une? |des |ces? |cette |sa |son |ses |leurs? |notre |votre |que )",
        lambda word: re.sub("(?:ées|és|ée)$", "é", word) if participle(word) else None,
    ),
    # les documents de travail seront distribué
    shape(
        rf" {_ARE} [a-z]{{3,}}e[ ,.;]",
        rf"{_STARTS}(?:les|ces|nos|vos|ses) {W}{{3,}}s (?:de |d['’]|du |des |de la ){W}{{3,}} {_ARE_} (?P<slip>{W}{{2,}}ée?)(?=[ ,.;])",
        plural,
    ),
    # l'estimable Ambassade est prié, l'aide a été réparti
    shape(
        rf"(?:{_SHE_}) {_BE} (?:[a-z]{{3,}}e|prevu|tenu|conclu|recu|reparti|etabli|fourni|defini|transmis|remis|soumis|prise?)[ ,.;]",
        rf"(?:{_STARTS}|, |\bque )(?:l['’](?:{W}+ )?|la (?:{W}+ )?|une |cette |sa |votre |notre )(?:{_SHE}) {_BE_} (?P<slip>{W}{{2,}}é|prévu|tenu|conclu|reçu|réparti|établi|fourni|défini|transmis|remis|soumis)(?=[ ,.;])",
        _one_or_participle,
    ),
    # des État du Sahel, les projet financés
    shape(
        rf"[ \n](?:les|des|ces|aux|nos|vos|ses) (?:{_plain(_NOUNS)})[ ,.;]",
        rf"(?<![\w'’-])(?:les|des|ces|aux|nos|vos|ses) (?P<slip>e?(?:{_NOUNS})|etat)(?=[ ,.;])(?! (?:et|ou)\b)",
        lambda word: word + "s",
    ),
    # ils comportera, il comporteront
    shape(
        r"(?:ils|elles) [a-z]{3,}ra[ ,.;]",
        rf"\b(?:ils|elles) (?P<slip>{W}{{3,}}ra)(?=[ ,.;])",
        lambda word: word[:-1] + "ont",
    ),
    shape(
        r"[ \n](?:il|elle) [a-z]{3,}ront[ ,.;]",
        rf"(?<![\w-])(?:il|elle) (?P<slip>{W}{{3,}}ront)(?=[ ,.;])",
        lambda word: word[:-3] + "a",
    ),
    # les délégués transiterons
    shape(
        r"[a-z]{3,}(?:er|ir|dr)ons[ ,.;]",
        rf"\b(?:les|ces|ils|elles|qui)\b(?:(?!\bnous\b)[^.;\n]){{1,80}}? (?P<slip>(?!environs|fleurons|éperons|avirons){W}{{3,}}(?:er|ir|dr)ons)(?=[ ,.;])",
        lambda word: word[:-1] + "t",
    ),
    # je formes des vœux
    shape(
        r"[ \n]je (?:form|souhait|demand|propos|invit|pri|adress|exprim|renouvell|present|remerci|inform|rappell|confirm|accus|recommand)es ",
        r"\bje (?P<slip>(?:form|souhait|demand|propos|invit|pri|adress|exprim|renouvell|présent|remerci|inform|rappell|confirm|accus|recommand)es)(?= )",
        lambda word: word[:-1],
    ),
    # la Charte prévoient, l'Organisation rends hommage, le Secrétariat général saisi cette occasion
    shape(
        rf"(?:{_BODY_}) (?:{_plain('|'.join(_WRONG_VERB))})[ ,]",
        rf"{_STARTS}(?:l['’]|le |la )(?:{_BODY}) (?P<slip>{'|'.join(_WRONG_VERB)})(?=[ ,])",
        _verb,
    ),
    # les États membres souhaite
    shape(
        rf"(?:etats membres|delegations|missions permanentes|participants|ministres|experts|gouvernements|institutions) (?:{_plain(_VERBS_ONE)}) ",
        rf"{_STARTS}les (?:[ée]tats membres|délégations|missions permanentes|participants|ministres|experts|gouvernements|institutions) (?P<slip>{_VERBS_ONE})(?= )",
        lambda word: word + "nt",
    ),
    # soit renvoyer à son auteur
    shape(
        r"(?:est|sont|soit|soient|sera|seront|ete|etre) [a-z]{3,}er (?:a|au|aux|par|en|dans|lors|avec|de|du)[ \n]",
        rf"(?<!-)\b(?:est|sont|soit|soient|sera|seront|été|être) (?P<slip>{W}{{3,}}er)(?= (?:à|au|aux|par|en|dans|lors|avec|de|du)\b)",
        _to_participle,
    ),
    # en a prit bonne note, sera soumit pour signature
    shape(
        rf"(?:a|ont|est|sont|sera|seront|ete|etre) (?:{_PAST})[ ,.;]",
        rf"\b(?:a|ont|est|sont|sera|seront|été|être) (?P<slip>{_PAST})(?=[ ,.;])",
        lambda word: word[:-1] + "s",
    ),
    # de vous invité à
    shape(
        r"(?:de|pour) (?:vous|nous|lui|leur) [a-z]{3,}e (?:a|au|aux|de|que|la|le|les|l'|un|une|mes|nos|sa|son|ses)[ \n]?",
        rf"\b(?:de|pour) (?:vous|nous|lui|leur) (?P<slip>{W}{{2,}}é)(?= )",
        _to_infinitive,
    ),
    # par laquelle vous informer
    shape(
        r"(?:laquelle|lequel|lesquelles|lesquels|que|dont|ou|si) vous [a-z]{3,}er [a-z]",
        rf"\b(?:laquelle|lequel|lesquelles|lesquels|que|dont|où|si) vous (?P<slip>{W}{{3,}}er)(?= )",
        lambda word: word[:-1] + "z",
    ),
    # le Département à étudié
    shape(
        rf"(?:{_BODY_}|humanitaires|juridiques|etrangeres|ministre|il|elle) a [a-z]{{3,}}e (?:votre|la|le|les|un|une|avec|par|que|a|sa|son|ses|cette|ce|de) ",
        rf"\b(?:{_BODY}|humanitaires|juridiques|étrangères|ministre|il|elle) (?P<slip>à) (?:{W}{{2,}}(?<!t)é|(?:adopt|présent|arrêt|port|consult|invit|exécut|accept|constat)é)(?= )",
        lambda _: "a",
    ),
    # invitées a suivre
    shape(
        r"(?:invite|prie|appele|autorise|habilite|dispose|pret|tenu|amene|destine|convie|encourage|consiste|vise|contribue|aspire|tend|veille|aide|commence|continue|cherche|participe)(?:e|s|es|nt|ra|ront)? a [a-z]{2,}(?:er|ir|re) ",
        rf"\b(?:invité|prié|appelé|autorisé|habilité|disposé|prêt|tenu|amené|destiné|convié|encouragé|consiste|vise|contribue|aspire|tend|veille|aide|commence|continue|cherche|participe)(?:e|s|es|nt|ra|ront)? (?P<slip>a) (?={W}{{2,}}(?:er|ir|re) )",
        lambda _: "à",
    ),
    # les pays les moins avancé
    shape(
        r"s les (?:plus|moins) [a-z]{3,}[a-rt-wy][ ,.;]",
        rf"\b(?:les|des|aux|ces) {W}+s les (?:plus|moins) (?P<slip>{W}{{4,}}(?<![sxz])(?<!ment)(?<!vite)(?<!souvent)(?<!loin)(?<!longtemps))(?=[ ,.;])",
        lambda word: word + "s",
    ),
    # votre lettre du 12 janvier 2026 relatif aux besoins
    shape(
        r"[0-9] relatif (?:a|au|aux) ",
        r"\b(?:votre|la|sa|notre) (?:lettre|note|résolution|décision|question|demande|réunion|communication)(?: verbale)? (?:n°|no|du|en date du)[^.;,\n]{1,40}\d (?P<slip>relatif) (?=à|au)",
        lambda _: "relative",
    ),
    # j'ai l'honneur à vous
    shape(
        r"l'honneur a (?:me|vous|m'|se|porter|transmettre|informer|accuser|presenter) ?",
        r"l['’]honneur (?P<slip>à) (?=me\b|vous\b|m['’]|se\b|porter\b|transmettre\b|informer\b|accuser\b|présenter\b)",
        lambda _: "de",
    ),
)
