"""Who signs on a line below the close: a name, a post, or both behind the side they sign for."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Sequence

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.blocks import (
    Line,
    SignatureBlock,
    is_post,
    style_and_name,
    trimmed,
)
from clearance.review.mentions.anatomy.words import PARTING
from clearance.review.scan import Stretch

_YEAR = on_demand(r"\b(?:19|20|1[345])[0-9][0-9](?![0-9])")
_RULE = on_demand(r"[ ._\xa4*/\\-]*$")
SIDE = compiled(
    r"(?:(?:signed|executed|agreed|accepted|signature|signee?s?|approuvee?|fait|وقعه?ا?|التوقيع|توقيع)"
    r"(?: and sealed| by)?,? )?"
    r"(?:for|pour|on behalf of|(?:on|in) [^\n:]{3,40} (?:behalf|name)|au nom d[eu]|عن|نيابة عن|بالنيابة عن|باسم|بتفويض من|"
    r"بأمر(?: من)?|بإيعاز من|بتوجيه(?: من)?|بتكليف من|"
    r"by (?:delegation|order|authority|direction)(?: of)?|under delegation|"
    r"p(?:ar|\.)? ?(?:delegation|ordre|autorisation|[op]\.)(?: d[eu])?)(?!\w)"
    r"|ع/|p\. ?l[ea] "
    # "Signature of the Contractor: ...", "توقيع المنظمة: ..."
    r"|(?:signature (?:of|d[eu]|de l[a'])|signed by|signe par|(?:ال)?توقيع|وقعه?(?: عن)?|"
    r"signatory (?:of|for))(?= ?[^\W\d_][^\n:]{2,44}:)"
)
"""For whom somebody signs: "For the Organisation:", «توقيع المنظمة:»."""
# "The Contractor" alone on its line: a side of a contract, and nobody's name.
_PARTY = compiled(
    r"(?:the |le |la |l'|for |pour |عن )?(?:(?:first|second|other|premiere|deuxieme|seconde) )?"
    r"(?:party|partie|contractor|provider|service provider|supplier|consultant|vendor|lessor|"
    r"lessee|owner|client|employer|bailleur|preneur|prestataire(?: de services?)?|fournisseur|"
    r"titulaire|cocontractant|co-contractant|consultante?|entrepreneur|proprietaire|"
    r"(?:ال)?(?:متعاقد|مقاول|مورد|مؤجر|مستأجر|استشاري|مالك|عميل|متعهد)|مقدم(?: ال)?(?:خدمة|خدمات)|"
    r"مزود الخدمة|(?:ال)?طرف (?:ال)?(?:أول|ثاني|آخر))(?: *:| *$)"
)
_SIGNED_BY = compiled(
    r"(?:(?:this \w+|the present \w+|it|le present \w+|la presente \w+) (?:is|was|est|a ete) )?"
    r"(?:(?:signed|executed|concluded)(?: and sealed)? (?:for|on behalf of|in the name of) (?:the )?"
    r"(?:organi[sz]ation|general secretariat|secretariat|oic)(?: of [^,.;:\n]{3,40})? by "
    r"|(?:signee?|conclue?)(?: et scellee?)? (?:pour|au nom d[eu]|pour le compte d[eu]) ?(?:l'|le |la )?"
    r"(?:organisation|secretariat general|oci)(?: de [^,.;:\n]{3,40})? par "
    r"|و?(?:وقعه?ا?|وقعته?ا?|يوقعه?ا?|حرره)(?: هذا (?:العقد|الاتفاق))? (?:عن|نيابة عن|باسم|بالنيابة عن) "
    r"(?:المنظمة|الأمانة العامة|منظمة التعاون الإسلامي)(?: السيدة?)? )"
)
_OTHER_SIDE = compiled(
    r",? (?:and|et) (?:for|on behalf of|in the name of|pour|au nom d)(?!\w)|[،,]? وعن |[،,]? و(?:نيابة|باسم) |[.;]$"
)
_ALONE = compiled(PARTING)
_NO_NAME = on_demand(r"[:\d]")  # "Tables: two", "Annex 1"
# "(signature and seal)": where somebody is to sign, not who.
_PLACE = compiled(
    r"[\[( ]*(?:signature|signed|signe|sign here|initials?|paraphe|cachet|sceau|seal|stamp|"
    r"(?:ال)?توقيع|"
    r"(?:ال)?ختم|موقع|(?:ال)?أحرف(?:ه|ها)? (?:ال)?أولى)\b(?:(?: and| et|,| &|/)? (?:official |l[ea] |du )?(?:stamp|seal|cachet|"
    r"sceau|"
    r"name|nom|date|و?(?:ال)?ختم|و?(?:ال)?تاريخ|signature))*[\]) .]*$"
)
# "With my appreciation,", "مع خالص الشكر": words of parting, or a sentence's end over the names.
_CLAUSE = compiled(
    r"\b(?:with|my|our|your|thank(?:s|ing|ful)?|yours|avec|mes|nos|notre|vos|votre|remerci\w+|"
    r"(?:is|are|will|shall|est|sont|sera|seront)(?= )|(?:في|على|إلى|من|عن|مع)(?= )|شاكر\w*|"
    r"(?:خالص|جزيل|فائق|وافر)(?= )|ودمتم|والسلام)\b"
)
_PIECE = on_demand(r"[,] *| +- +| +\(|\) *$")
_NO_NAMES = (_NO_NAME, _CLAUSE)
_LONGEST = 70  # characters of a name
_JOINING = frozenset({"of", "and", "for", "de", "du", "des", "et", "la"})


def begins_at(block: SignatureBlock) -> int:
    """Return where the signature begins."""
    return min(part[0] for part in (block.name, block.title) if part)


def signed_for_side(skeleton: str, lines: Sequence[Line]) -> SignatureBlock | None:
    """Return who signs for a side on the one line that names it.

    "For the Contractor: A. B., Manager". None: it is no such line, or the next one goes on with it.

    A post alone is all of it where the next line names a side as well.
    """
    line = lines[0]
    side = None if line.label else SIDE.match(skeleton, line.start, line.end)
    colon = skeleton.find(":", side.end(), line.end) if side else -1
    if colon < 0 or _YEAR.search(skeleton, colon, line.end):
        return None
    names: list[Stretch] = []
    titles: list[Stretch] = []
    signature_line(skeleton, Line(*trimmed(skeleton, colon + 1, line.end)), names, titles)
    if not titles or (not names and not _is_side(skeleton, lines[1:])):
        return None
    return SignatureBlock(names[0] if names else None, titles[0])


def signed_in_sentence(skeleton: str, lines: Sequence[Line]) -> list[SignatureBlock]:
    """Return who signs for the house in a sentence that says so at the foot of a contract.

    "Signed for the Organisation by A. B., Director, and for the Supplier by its agent."
    """
    blocks = []
    for line in lines:
        if line.label:
            continue
        told = _SIGNED_BY.match(skeleton, line.start, line.end)
        if told is None:
            continue
        stop = _OTHER_SIDE.search(skeleton, told.end(), line.end)
        names: list[Stretch] = []
        titles: list[Stretch] = []
        who = Line(*trimmed(skeleton, told.end(), stop.start() if stop else line.end))
        signature_line(skeleton, who, names, titles)
        if titles:
            blocks.append(SignatureBlock(names[0] if names else None, titles[0]))
    return blocks


def _is_side(skeleton: str, lines: Sequence[Line]) -> bool:
    """Tell whether the next line names another side, or is none of a signature."""
    return bool(not lines or lines[0].label or SIDE.match(skeleton, lines[0].start, lines[0].end))


def signature_line(skeleton: str, line: Line, names: list[Stretch], titles: list[Stretch]) -> None:
    """Add what one line under the close says to the names and the posts."""
    place = line.value if line.label else line.start
    if _RULE.match(skeleton, place, line.end) or _YEAR.search(skeleton, place, line.end):
        return
    if skeleton[place].isdigit():
        return  # "5. Attachments: 2", the last paragraph of the text
    if SIDE.match(skeleton, place, line.end) and not line.label:
        place = skeleton.find(":", place, line.end) + 1
        if not skeleton[place : line.end].strip() or not place:
            return
    if _PARTY.match(skeleton, place, line.end):
        return
    if _ALONE.match(skeleton, place, line.end) or _PLACE.match(skeleton, place, line.end):
        return
    begin = place
    for edge in [*(m.span() for m in _PIECE.finditer(skeleton, place, line.end)), (line.end,) * 2]:
        if edge[0] <= begin:
            begin = edge[1]
            continue
        piece = trimmed(skeleton, begin, edge[0])
        begin = edge[1]
        if is_post(skeleton, *piece):
            titles.append(piece)
        elif not titles or len(names) < len(titles):
            name = style_and_name(skeleton, *piece)[1]
            is_short = name is not None and name[1] - name[0] < _LONGEST
            if name and is_short and not any(no.search(skeleton, *name) for no in _NO_NAMES):
                names.append(name)
        elif skeleton[piece[0] : piece[1]].split(" ", 1)[0] in _JOINING:
            titles[-1] = (titles[-1][0], piece[1])
