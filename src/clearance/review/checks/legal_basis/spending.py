"""Money that a paper of the house spends or promises, without a word on who approved it or on what.

A letter, a memorandum, a circular and a contract bear a line of approval; a report bears none, so
that what it tells to have been spent must be said to be approved. A letter that binds the house to
pay names the rule, the decision or the budget; that it answers a letter is no ground for that.
Source: the mandate of the Cabinet, second check; which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.amounts import amounts_of, is_spent
from clearance.review.checks.legal_basis.powers import names_house
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_SIGNS = (
    *(
        Trigger("money spent", words)
        for words in (
            r"(?:was|were|been|is|are) (?:spent|disbursed|paid out|expended)",
            r"(?:total )?(?:expenditures?|expenses|costs?|spending) (?:[a-z]+ ){0,5}(?:of|amounted to|came to|reached|totalled)",
            r"(?:outlays?|outgoings|disbursements?|expenditures?|expenses|costs?|spending) (?:[a-z]+ ){0,6}(?:came|stands?|stood|ran|runs?|comes|rose|amounts|sums?) (?:at|to|up to)",
            r"(?:depenses?|frais|debours|decaissements|couts?) (?:[^\n.;]{2,40} )?(?:se montent|se monte|se sont montees?|s'etablissent|s'etablit|se chiffrent|se sont chiffrees|se chiffre|totalisent|atteignent|representent)",
            r"(?:وصلت|ناهزت|قاربت|تجاوزت|تبلغ|بلغت) (?:قيمة |جملة |إجمالي |مجموع )?(?:ال)?(?:نفقات|مصروفات|مصاريف|تكاليف|كلفة)",
            r"(?:نفقات|مصروفات|مصاريف|تكاليف) (?:[^\n.;]{2,40} )?(?:تبلغ|بلغت|وصلت|قدرها|بقيمة|قيمتها)",
            r"payments? (?:of [^\n.;]{3,30} )?(?:was|were|has been|have been) made|(?:mission|project|programme|workshop|seminar|event) cost",
            r"(?:a|ont|avait) ete (?:depensee?s?|engagee?s?|deboursee?s?|decaissee?s?)",
            r"depenses? (?:[^\n.;]{2,40} )?(?:de|d'un montant de|s'est elevee|s'elevent|s'eleve|se sont elevees|ont atteint)",
            r"(?:paiements?|versements?) (?:de [^\n.;]{3,30} )?(?:a|ont) ete effectues?|(?:mission|atelier|seminaire|projet|programme|evenement) a coute",
            r"(?:أنفقت?|صرفت?|تم صرف|جرى صرف|تم إنفاق|بلغت? (?:ال)?(?:نفقات|مصروفات|إنفاق|تكاليف)|كلفت|تم دفع|دفع ل)",
        )
    ),
    *(
        Trigger("money promised", words)
        for words in (
            r"(?:will|shall) (?:be borne by|contribute|bear the|defray|pay |cover (?:the |his |her |their |all )?(?:cost|accommodation|travel|expenses|fees))",
            r"undertakes to (?:pay|contribute|finance|bear)",
            r"(?:sera|seront) (?:prise?s? en charge|a la charge|supportee?s?) ",
            r"(?:prendra en charge|contribuera|versera|reglera|paiera|financera|s'engage a (?:verser|payer|financer))",
            r"(?:ستتحمل|تتحمل|ستساهم|سيتحمل|ستسدد|ستدفع|تلتزم بدفع|تتكفل|ستتكفل|ستغطي)",
        )
    ),
)
TRIGGERS = (
    *_SIGNS,
    Trigger("price told", r"(?:au prix de|pour un montant de|at a (?:price|cost) of|بمبلغ) "),
)
_CONFIRMS = compiled(
    r"\b(?:confirm(?:s|e|er)?|accepts?|orders?|books|hires|accepte|commande|loue|"
    r"و?(?:تؤكد|توافق على|تقبل|تستأجر))\b[^.;\n]{0,120}$"
)
_MONEY = compiled(
    r"\b(?:usd|us ?dollars?|dollars?|eur|euros?|sar|riyals?|دولار\w*|ريال\w*|يورو)\b|[$\xa3]"
)
_DIGIT = compiled(r"\d{3}")
# What gives money a ground, or a power to spend it.
_GROUND = compiled(
    r"\b(?:budget\w*|regulations?|rules?|resolutions?|decisions?|decided|agreement|charter|statutes?|"
    r"articles?|mandate|directives?|instructions?|approv\w+|authori[sz]\w+|contract|grant|"
    r"reglements?|resolutions?|accord|charte|statuts?|approuv\w+|approbation|autoris\w+|contrat|"
    r"credits?|don|(?:[بوفلك]?(?:ال|ل)?)(?:ميزانية|موازنة|نظام|لائحة|قرار|قرارات|مقرر|اتفاق|"
    r"اتفاقية|ميثاق|مادة|توجيه|توجيهات|اعتماد|موافقة|إذن|عقد|منحة|بند))\b"
)
# What will be needed is not spent yet.
_ESTIMATED = compiled(
    r"\b(?:(?:is|are|was|were|been|provisionally) estimated|(?:est|sont|a ete) (?:estime|evalue|chiffre)e?s?|"
    r"و?[تي]قدر|و?(?:ال)?مقدرة?)\b"
)
# A resolution that a session adopted approves no expenditure.
_ADOPTED = compiled(
    r"[^\W\d_]* (?:(?:ب|في |خلال |من )(?:ال)?(?:دورة|مجلس|مؤتمر|قمة|اجتماع)|"
    r"(?:at|by|in|during) (?:the |its )?(?:[\w-]+ ){0,2}(?:session|council|summit|conference)|"
    r"(?:par|a|lors de|pendant) ?(?:la |le |l'|sa )?(?:[\w-]+ ){0,2}(?:session|conseil|sommet|"
    r"conference))\b"
)
_LETTERS = frozenset({Kind.LETTER, Kind.NOTE_VERBALE})
_PROMISES = frozenset({"money promised", "price told"})
_LARGE = 5_000_000  # US dollars that a report of the house's own spending does not reach: our guess
_AROUND = 160  # characters in which the amount stands (our guess)


def check_spending(paper: Paper) -> Iterator[Finding]:
    """Find money spent that nobody is said to have approved, and money promised on no ground."""
    if paper.kind is Kind.REPORT and "money spent" in paper.signs:
        yield from _spent(paper)
    elif paper.kind in _LETTERS and not _PROMISES.isdisjoint(paper.signs):
        yield from _promised(paper)


def _spent(paper: Paper) -> Iterator[Finding]:
    if paper.anatomy.approval or not names_house(paper):
        return
    if any(
        not _ADOPTED.match(paper.skeleton, start) for start, _ in paper.hits("word_of_approval")
    ):
        return
    for start, end in paper.hits("money spent"):
        line = _line(paper, start)
        if not _is_amount_near(paper, start, end) or _GROUND.search(paper.skeleton, *line):
            continue
        if _ESTIMATED.search(paper.skeleton, *line):
            continue
        if _is_ours(paper, line):
            yield found("LEG040", *_line(paper, start))
            return


def _is_ours(paper: Paper, line: Stretch) -> bool:
    """Tell whether the money of the line may be the house's: not others', and not too much."""
    told = [one for one in amounts_of(paper) if line[0] <= one.at[0] < line[1]]
    return not told or any(is_spent(paper.skeleton, one) and one.value < _LARGE for one in told)


def _promised(paper: Paper) -> Iterator[Finding]:
    if not names_house(paper) or _has_ground(paper):
        return
    if any(one.family in ("oic", "symbol") for one in paper.citations):
        return
    confirmed = [
        hit
        for hit in paper.hits("price told")
        if _CONFIRMS.search(paper.skeleton, max(0, hit[0] - _AROUND), hit[0])
    ]
    for start, end in (*paper.hits("money promised"), *confirmed):
        if _is_amount_near(paper, start, end):
            yield found("LEG041", *_line(paper, start))
            return


def _has_ground(paper: Paper) -> bool:
    """Tell whether a word of a ground stands anywhere but in the line of approval."""
    start, end = paper.anatomy.approval or (0, 0)
    return any(not start <= one.start() < end for one in _GROUND.finditer(paper.skeleton))


def _is_amount_near(paper: Paper, start: int, end: int) -> bool:
    """Tell whether an amount stands in the paragraph, beside the place."""
    skeleton = paper.skeleton
    begin = max(skeleton.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = skeleton.find("\n", end)
    stop = min(len(skeleton) if stop < 0 else stop, end + _AROUND)
    money = _MONEY.search(skeleton, begin, stop)
    return money is not None and _DIGIT.search(skeleton, begin, stop) is not None


def _line(paper: Paper, start: int) -> Stretch:
    """Return the sentence, as far as it stands on the line."""
    skeleton = paper.skeleton
    begin = max(skeleton.rfind("\n", 0, start), skeleton.rfind(". ", 0, start) + 1) + 1
    stops = [at for at in (skeleton.find("\n", start), skeleton.find(". ", start)) if at > 0]
    return begin, min(stops, default=len(skeleton))
