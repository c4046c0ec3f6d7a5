"""Amounts derived from one that stands elsewhere in the paper: a share, what is left, equal parts.

The amount that they are derived from need not stand beside them, so each rule asks for more: no
amount of the paper fits, and one of them nearly does.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.allotments import is_left_of_untold
from clearance.review.checks.figures.reckoning.printed_shares import share_before
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in, words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

DERIVED = (
    Trigger("equal shares", r"(?:shared? equally|equally between|divided equally|equal (?:parts|shares)|each (?:paying|bearing|contributing|receiving)|parts egales|chacun (?:versant|payant|prenant)|a raison de la moitie)"),
    Trigger("equal shares", r"(?:بالتساوي|مناصفة|حصص متساوية)"),
    Trigger(
        "what is left",
        r"(?:an? (?:increase|decrease|difference|rise|fall|surplus|shortfall) of|la hausse|la baisse|l'augmentation|la diminution|l'ecart|l'excedent|بزيادة|بانخفاض|بفارق|بفائض|بعجز)",
    ),
    Trigger("what is apart", r"[0-9] (?:higher|lower|more than|less than|de plus que|de moins que)"),
    Trigger("what is left", r"(?:balance|remaind|remaining|unspent|left over|leav(?:es|ing) |laiss(?:e|ant) |solde|reliquat|restant|il reste|disponible|متبقي|يتبقى|تبقى|يبقى|بقي |الرصيد|رصيد)"),
)  # fmt: skip
_OF_PRICE = compiled(
    r"\)?\s*(?:of|de|du|des|d'|من)\s+(?:the |its |said |la |le |l'|les )?(?P<base>(?:[^\W\d_]+ ?){1,5}?)\s*[,(]?\s*"
    r"(?:namely|i\.e\.,?|or|that is(?: to say)?,?|amounting to|equal to|equivalent to|soit|c'est-a-dire|a savoir|أي(?: ما (?:يعادل|قيمته|مقداره))?)\s+"
    r"(?:a sum of |an amount of |une somme de |مبلغ )?(?:[^\W\d_]{2,3}\$? ?|\$ ?|us\$ ?)?$"
)
_OF_BEGINS = tuple(
    space + word
    for space in (" ", ") ")
    for word in ("of ", "de ", "du ", "des ", "d'", pattern("من "))
)
_BASES = compiled(
    r"\b(?:price|amount|value|total|sum|budget|cost|contract|fee|rent|salary|contribution|prix|montant|valeur|cout|loyer|marche"
    r"|traitement|ثمن|الثمن|سعر|السعر|مبلغ|المبلغ|قيمة|القيمة|العقد|إجمالي|الإجمالي|ميزانية|الميزانية|التكلفة|تكلفة|الأجرة|أجرة|المساهمة|مساهمة)\b"
)
_HALVES = compiled(r"\b(?:between|both|two|entre|deux|بين|الجانبين|الطرفين|مناصفة|moitie)\b")
_EACH = compiled(
    r"(?:\beach (?:paying|bearing|contributing|receiving|to pay|of (?:them|which))|\beach\b|\bchacune?(?: versant| payant| prenant)?|\bsoit|\bi\.e\.|\bor|\bnamely|\bthat is|أي|بواقع|لكل)\D{0,40}$"
)
_PER_ONE = compiled(r"\D{0,24}?(?:\beach|\bchacune?|\bpar partie|لكل)\b")
_OF_WHOLE = compiled(r"\b(?:out of|sur|من)\b[^\d.;]{0,40}$")
_LEFT_REACH, _BACK = 60, 60  # characters
_MOST = 24  # amounts of a paper that are set against each other
_TEN = Decimal("10.5")
_HUNDRED = Decimal(101)  # and what rounding adds


def derived(paper: Paper) -> Iterator[Finding]:
    """Find amounts that are not what they are said to be derived from."""
    signs = paper.signs
    if "share" in signs:
        yield from _of_price(paper)
        if "row" in signs:
            yield from _of_table(paper)
        yield from _two_shares(paper)
    if "equal shares" in signs:
        yield from _equal_shares(paper)
    if "what is left" in signs or "what is apart" in signs:
        yield from _left(paper)


def _is_money(skeleton: str, number: Digits) -> bool:
    end = number.end
    if skeleton[end : end + 2] == " (":  # the amount again, in words
        end = max(skeleton.find(")", end, end + 90), end)
    near = skeleton[max(0, number.start - 5) : number.start] + " " + skeleton[
        end : end + 26
    ].partition(",")[0]  # fmt: skip
    return bool(currency_of(near))


def _of_price(paper: Paper) -> Iterator[Finding]:
    """Find "0.5 per cent of the price, namely USD 6,600" of USD 132,000."""
    skeleton = paper.skeleton
    for start, end in paper.hits("share"):
        if not skeleton.startswith(_OF_BEGINS, end):
            continue
        told = next(digits_in(skeleton, end, min(len(skeleton), end + 110)), None)
        share = share_before(paper, start)
        if told is None or share is None or not _is_money(skeleton, told):
            continue
        lead = _OF_PRICE.match(skeleton, end, told.start)
        if lead is None or lead.end() != told.start or not _BASES.search(lead["base"]):
            continue
        amounts = [one for one in digits_in(skeleton, 0, start) if _is_money(skeleton, one)]
        bases = [one for one in amounts if one.value > told.value and one.value >= 100]
        if not bases or any(_fits(share, one, told) for one in bases):
            continue
        base = max(bases, key=lambda one: one.value)
        right = share.value * base.value / 100
        if right and told.value / _TEN < right < told.value * _TEN:
            yield found(
                "FIG012", told.start, told.end, elsewhere=((base.start, base.end),),
                share=share.value, base=base.value, told=told.value,
                right=right.to_integral_value() if right == int(right) else right,
            )  # fmt: skip


def _fits(share: Digits, base: Digits, told: Digits) -> bool:
    return any(
        abs(part * whole / 100 - amount) <= max(Decimal(1 if amount >= 100 else 0), amount / 100)
        for part in (share.value, share.also)
        for whole in (base.value, base.also)
        for amount in (told.value, told.also)
        if part is not None and whole is not None and amount is not None
    )


_TABLE_REACH = 560  # characters after a table in which its figures are spoken of


def _of_table(paper: Paper) -> Iterator[Finding]:
    """Find a percentage that the last row of the table above makes, but for a digit of it."""
    skeleton = paper.skeleton
    for start, end in paper.hits("share"):
        share = share_before(paper, start)
        if share is None or share.value == int(share.value):
            continue  # a rounded one is of many pairs of numbers
        row_at = next((at for at, _ in reversed(paper.hits("row")) if at < start), None)
        if row_at is None or start - row_at > _TABLE_REACH:
            continue
        line = skeleton.rfind("\n", 0, row_at) + 1, skeleton.find("\n", row_at)
        if not 0 < line[1] < start or skeleton.count("\n\n", line[1], start) > 3:
            continue
        row = [one for one in digits_in(skeleton, *line) if one.value >= 10]
        sentence = max(skeleton.rfind(". ", 0, start), line[1])
        beside = [
            one for one in digits_in(skeleton, sentence, start - 2)
            if one.value >= 100 and not 1900 <= one.value <= 2100
        ]  # fmt: skip
        pairs = [(one, two) for one in row for two in row if 0 < one.value < two.value]
        changes = [(one, two) for one in beside for two in row if one.value != two.value]
        rights = [(one.value / two.value * 100, one, two) for one, two in pairs]
        rights += [(abs(two.value - one.value) / one.value * 100, one, two) for one, two in changes]
        if any(abs(right - share.value) <= Decimal("0.6") for right, _, _ in rights):
            continue
        place = Decimal(1).scaleb(int(share.value.as_tuple().exponent))
        slips = [
            (right, one, two) for right, one, two in rights
            if is_slip(right.quantize(place), share.value, least=3)
        ]  # fmt: skip
        if len(slips) == 1:
            right, one, two = slips[0]
            yield found(
                "FIG018", share.start, end, elsewhere=((one.start, one.end), (two.start, two.end)),
                told=share.value, first=one.value, second=two.value, right=right.quantize(place),
            )  # fmt: skip


_SEXES = (
    compiled(
        r"\b(?:women|females?|girls|femmes|filles|نساء|النساء|إناث|الإناث|بنات|البنات|فتيات)\b"
    ),
    compiled(r"\b(?:men|males?|boys|hommes|garcons|رجال|الرجال|ذكور|الذكور|بنين|البنين)\b"),
)
# What is paid when: the parts of one price.
_WHEN_PAID = compiled(
    r"\b(?:on|upon|at) (?:signature|delivery|completion|acceptance|receipt|signing)|\bin advance"
    r"|\ba la (?:signature|livraison|commande|reception|fin)|\ba l'(?:achevement|avance)"
    r"|(?:عند|بعد) (?:ال)?(?:توقيع|تسليم|إنجاز|استلام|انتهاء)|\bمقدما"
)
_HAS_SEX = on_demand(_SEXES[0].pattern + "|" + _SEXES[1].pattern)
_OF_WHOM = compiled(r"(?:\bof (?:whom|which|them)|\bdont|منهم|منها|منهن)\b")
_SENTENCE_END = on_demand(r"[.;](?=\s|$)|\n\s*\n")


def _two_shares(paper: Paper) -> Iterator[Finding]:
    """Find "52 per cent women and 58 per cent men", two shares that are more than the whole."""
    skeleton = paper.skeleton
    hits = paper.hits("share")
    for one, two in pairwise(hits):
        if two[0] - one[1] > 70 or _SENTENCE_END.search(skeleton, one[1], two[0]):
            continue
        if not (
            _HAS_SEX.search(skeleton, one[1], two[1] + 30)
            or _OF_WHOM.search(skeleton, max(0, one[0] - 60), one[0])
            or _WHEN_PAID.search(skeleton, one[1], two[1] + 30)
        ):
            continue
        parts = [share for at, _ in (one, two) if (share := share_before(paper, at))]
        if len(parts) < 2:
            continue
        begin = max(
            skeleton.rfind(". ", 0, one[0]), skeleton.rfind("\n", 0, one[0]), one[0] - 60, 0
        )
        between, after = skeleton[one[1] : parts[1].start], skeleton[two[1] : two[1] + 30]
        sexes = any(
            first.search(between) and second.search(after)
            for first, second in (_SEXES, _SEXES[::-1])
        )
        end = _SENTENCE_END.search(skeleton, two[1])
        stop = end.start() if end else len(skeleton)
        alone = sum(1 for at, _ in hits if begin <= at <= stop) == 2
        total = parts[0].value + parts[1].value
        if alone and _HUNDRED < total < 2 * _HUNDRED and (
            sexes
            or (_WHEN_PAID.search(between) and _WHEN_PAID.search(after))
            or (_OF_WHOM.search(skeleton, begin, one[0]) and total < _HUNDRED * 3 / 2)
        ):  # fmt: skip
            yield found("FIG015", parts[0].start, two[1], total=total.normalize() + 0)


def _equal_shares(paper: Paper) -> Iterator[Finding]:
    """Find "USD 48,000, shared equally between the two, each paying USD 28,000"."""
    skeleton = paper.skeleton
    past = -1
    for start, end in paper.hits("equal shares"):
        if start < past:
            continue
        begin = max(0, start - 220, skeleton.rfind("\n\n", 0, start) + 1)
        stop = min(
            place for place in (end + 140, *(skeleton.find(sign, end) for sign in (". ", "\n\n", ";"))) if place > 0
        )  # fmt: skip
        before = [one for one in digits_in(skeleton, begin, start) if _is_money(skeleton, one)]
        after = [
            one for one in digits_in(skeleton, end, min(stop, len(skeleton)))
            if _is_money(skeleton, one)
            and (_EACH.search(skeleton, max(start, one.start - 60), one.start) or _PER_ONE.match(skeleton, one.end))
        ]  # fmt: skip
        if not before or not after:
            continue
        past = stop
        whole, part = before[-1], after[0]
        if part.value >= whole.value or any(whole.may_be(part.value * n) for n in range(2, 60)):
            continue
        many = _sharers(skeleton, start, after[0].start)
        if many is None:
            continue
        right = (whole.value / many).quantize(Decimal("0.01")).normalize() + 0
        if abs(right - part.value) > 1 and right / 2 < part.value < right * 2:
            yield found(
                "FIG016", part.start, part.end, elsewhere=((whole.start, whole.end),),
                share=paper.text[start:end], base=whole.value, told=part.value, right=right,
            )  # fmt: skip


def _sharers(skeleton: str, start: int, stop: int) -> int | None:
    """Return among how many it is shared; None: the text does not say."""
    for word in range(start, stop):
        if skeleton[word] == " " and (told := words_before(skeleton, word)) is not None:
            values = [value for value in told.values if 1 < value < 60]
            if values:
                return values[0]
    return 2 if _HALVES.search(skeleton, start, stop) else None


# "The balance will follow the first transfer of USD 28,800": what was paid, not what is left.
_OF_ANOTHER = compiled(
    r"\b(?:first|initial|advance|deposit|down payment|premiere?|initiale?|acompte|avance)\b"
    r"|(?<![^\W\d_])(?:ال)?(?:أولى?|سلفة|مقدمة?|عربون|مبدئية?)(?![^\W\d_])"
)


def _left(paper: Paper) -> Iterator[Finding]:
    """Find a balance that is no difference of the paper's amounts, but for a digit of one."""
    skeleton = paper.skeleton
    amounts: list[Digits] | None = None
    past = -1
    places = sorted(
        [(at, at + 1, True) for at, _ in paper.hits("what is apart")]
        + [(*at, False) for at in paper.hits("what is left")]
    )
    for start, end, is_before in places:
        if start < past:
            continue
        begin = max(0, start - 16) if is_before else end
        stop = min(len(skeleton), end + (0 if is_before else _LEFT_REACH), *(
            place for place in (skeleton.find(sign, end) for sign in (". ", "\n", ";")) if place > 0
        ))  # fmt: skip
        every = [one for one in digits_in(skeleton, begin, stop + 1) if one.value >= 100]
        told = (every[-1] if is_before else every[0]) if every else None
        if told and len(every) > 1 and _OF_WHOLE.search(skeleton, end, told.start):
            told = every[1]  # what is left of the whole that was told first
        if told is None or not _is_money(skeleton, told):
            continue
        if not is_before and _OF_ANOTHER.search(skeleton, end, told.start):
            continue
        past = stop
        if amounts is None:
            amounts = _amounts(skeleton)
        others = [one for one in amounts if one.start != told.start]
        near = _nearly(others, told)
        if near is not None and not is_left_of_untold(skeleton, told.start):
            more, less = near
            yield found(
                "FIG017", told.start, told.end, elsewhere=((more.start, more.end),),
                first=more.value, second=less.value, told=told.value,
                right=more.value - less.value,
            )  # fmt: skip


def _amounts(skeleton: str) -> list[Digits]:
    """Return the amounts of the paper, few enough for a difference to come about by no chance."""
    every = [
        one for one in digits_in(skeleton, 0, len(skeleton))
        if one.value >= 100 and not (1900 <= one.value <= 2100 and one.end - one.start == 4)
    ]  # fmt: skip
    return every if len(every) <= _MOST else []


# A number of so few figures before its zeros is a difference of two amounts far off, or of two of
# many, by chance: our guess, in figures and in characters, and how many are many.
_FEW_FIGURES, _FAR_OFF, _SOME = 4, 4_000, 10


def _nearly(amounts: Sequence[Digits], told: Digits) -> tuple[Digits, Digits] | None:
    """Return the two whose difference is the amount but for a slip of the pen; None: they are none.

    None too where two or three of them do make the amount, or where it is told elsewhere again.
    """
    near = None
    values = {one.value for one in amounts}
    if told.value in values or _fills_up(amounts, told):
        return None
    if len(str(told.value.normalize() + 0).rstrip("0")) < _FEW_FIGURES:
        amounts = [one for one in amounts if abs(one.start - told.start) < _FAR_OFF]
        if len(amounts) > _SOME:
            return None
    for more in amounts:
        for less in amounts:
            apart = more.value - less.value
            if apart <= 0:
                continue
            if told.may_be(apart) or (apart - told.value) in values:
                return None
            if is_slip(apart, told.value):
                near = (more, less)
    return near


def _fills_up(amounts: Sequence[Digits], told: Digits) -> bool:
    """Tell whether the amount and those right before it make up one that stands before them."""
    before = [one for one in amounts if one.start < told.start]
    added = told.value
    for place in range(len(before) - 1, 0, -1):
        added += before[place].value
        if any(one.value == added for one in before[:place]):
            return True
    return False


def is_slip(right: Decimal, told: Decimal, least: int = 4) -> bool:
    """Tell whether one digit is another, or two neighbours changed places."""
    one, two = str(right.normalize() + 0), str(told.normalize() + 0)
    if len(one) != len(two) or len(one) < least:
        return False
    wrong = [n for n, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and one[wrong[0]] == two[wrong[1]] and one[wrong[1]] == two[wrong[0]]


def is_turned(right: Decimal, told: Decimal, least: int = 4) -> bool:
    """Tell whether two neighbouring digits changed places."""
    one, two = str(right.normalize() + 0), str(told.normalize() + 0)
    return is_slip(right, told, least) and sorted(one) == sorted(two)
