"""What is left of head and foot when the known parts are taken away: a part that was not read.

No list has all the words by which houses label a subject, take leave or name whom a circular is
for. Before a part is missed, what is left over is asked whether it may be that part. Our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.part_words import AGAIN
from clearance.review.checks.conformity.subject_lines import EACH_LINE, OFFICER
from clearance.review.mentions import posts
from clearance.review.paper import Paper
from clearance.terms import Kind

_HEAD = 1500  # characters
_FOOT = 900
_TOP = 4  # lines
_LONGEST = 110  # characters of a line of the head
_PARAGRAPH = 220  # of one that takes leave
_HOUSE_NUMBER = compiled(r"\b(?:oic|oci)[/-][\w/-]*\d")
_ANOTHER = compiled(
    r"\b(?:your|votre|vos|v/|resolutions?|decisions?|document|(?:ال)?قرار|خطابكم|كتابكم)\b"
)
_YOUR_REPLY = compiled(r"\b(?:your|votre|vos|la|les) (?:repl(?:y|ies)|answers?|reponses?)\b")
_LABELLED = on_demand(r"[ *(\[]*(?P<label>[^\W\d][^:\n]{1,40}?) ?: *(?P<words>[^\n]+)")
# Labels of other parts: how secret, how soon and by which way, who, when, where and with what.
_OF_ANOTHER = compiled(
    r"\b(?:class|priori|urgen|secre|confiden|degre|degree|restrict|preced|tel|fax|e-?mail|mail|courriel|"
    r"web|box|date|jeddah|djeddah|done|fait|issued|ref|no\b|n°|number|numero|file|registry|outgoing|depart|"
    r"expedit|destinat|emett|sender|recipient|addressee|att|to\b|for\b|from\b|a\b|de\b|pour|through|via|voie|s/c|cop|cc\b|encl|annex|appendi|piece|distrib|"
    r"approv|approb|autoris|author|clear|vis[ae]|sign|in reply|rappeler)|"
    r"(?:ال)?(?:مرسل|تصنيف|أولوية|استعجال|سرية|درجة|هاتف|فاكس|بريد|ص|تاريخ|رقم|جدة|إلى|لعناية|عناية|من|"
    r"عن طريق|بواسطة|نسخة|صورة|توزيع|مرفق|مرفقات|ملحق|ملاحق|ملف|صادر|قيد|اعتماد|موافقة|إجازة|"
    r"توقيع)\b"
)
_FEWEST_WORDS = 3
_STOPS = frozenset(".;:،؛")
_HOUSE = compiled(
    r"organi[sz]ation of (?:the )?islamic cooperation|organisation de la cooperation islamique|"
    r"منظمة التعاون الإسلامي"
)
_CIRCULAR = compiled(r"\b(?:circula\w*|تعميم\w*|معمم\w*)\b")
_FOR = compiled(
    r"\b(?:to|for|aux?|pour|a (?:tou\w+|la|l'))\b[^\n]{0,30}\b(?:all|every|tou\w+|units?|offices?|"
    r"departments?|missions?|states?|members?|staff|unites?|bureaux|departements?|services|etats?|"
    r"membres?|personnel)\b|"
    r"\b(?:(?:إلى|على) ?(?:ال)?|ل)(?:ل|جميع |كافة |كل |عموم )\w+"
)
# Thanks, wishes and esteem, in whatever words they are put.
_COURTESY = compiled(
    r"\b(?:thank\w*|grateful\w*|gratitude|wish\w*|esteem\w*|regards?|consideration|respect\w*|"
    r"sincere\w*|compliments|greetings|assur\w+|appreciat\w+|devoted|obedient|"
    r"remerci\w*|gratitude|voeux|souhait\w*|estime|respect\w*|sinceres?|hommages?|salu\w+|"
    r"reconnaissan\w+|devoue\w*|"
    r"و?(?:ال|ب|ل)?(?:شكر\w*|أشكر\w*|نشكر\w*|تمنيات\w*|أماني\w*|تحيات\w*|تحية|تقدير\w*|احترام\w*|مودة|"
    r"امتنان\w*|اعتزاز\w*|إخلاص\w*|عرفان\w*))\b"
)


def may_be_unread(paper: Paper, part: str) -> bool:
    """Tell whether something that is no other part may be this one."""
    ask = {
        "reference": _has_number,
        "subject": _has_labelled_line,
        "letterhead": _names_house,
        "closing": _takes_leave,
        "addressee": _is_for_bodies,
        "signature": _names_officer,
    }.get(part)
    return ask is not None and ask(paper)


def _head(paper: Paper) -> Iterator[re.Match[str]]:
    """Yield the short lines above the salutation or the first long paragraph."""
    salutation = paper.anatomy.salutation
    end = salutation[0] if salutation else min(len(paper.skeleton), _HEAD)
    for line in EACH_LINE.finditer(paper.skeleton, 0, end):
        if len(line[0]) > _LONGEST and salutation is None:
            return
        yield line


def _has_number(paper: Paper) -> bool:
    """Tell whether a line of the head has a number of the house that is not another paper's."""
    return any(
        _HOUSE_NUMBER.search(line[0])
        and (_ANOTHER.search(line[0]) is None or _YOUR_REPLY.search(line[0]))
        for line in _head(paper)
    )


def _has_labelled_line(paper: Paper) -> bool:
    """Tell whether a line of the head has words behind a label that is no other part's."""
    after = paper.anatomy.salutation
    below = EACH_LINE.search(paper.skeleton, after[1]) if after else None
    for line in (*_head(paper), *([below] if below else [])):
        told = _LABELLED.match(line[0])
        if told is None or len(line[0]) > _LONGEST or _OF_ANOTHER.match(told["label"].strip()):
            continue
        words = told["words"].strip()
        if words[-1:] in _STOPS or any(sign.isdigit() for sign in words) or OFFICER.match(words):
            continue  # a numbered paragraph, a day, from whom or for whom it is
        if len(words.split()) >= _FEWEST_WORDS:
            return True
    return False


def _names_house(paper: Paper) -> bool:
    """Tell whether one of the first lines has the name of the house and is no sentence."""
    lines = EACH_LINE.finditer(paper.skeleton, 0, _HEAD)
    first = (line[0].strip() for line, _ in zip(lines, range(_TOP), strict=False))
    return any(
        len(line) <= _LONGEST and line[-1:] not in ".;:" and _HOUSE.search(line) for line in first
    )


def _takes_leave(paper: Paper) -> bool:
    """Tell whether a short paragraph over the signature is courteous to whom it addresses.

    It has the words of the salutation, between commas.
    """
    skeleton, anatomy = paper.skeleton, paper.anatomy
    greeted = AGAIN["salutation"].search(skeleton, 0, _HEAD)
    salutation = anatomy.salutation or (greeted and greeted.span())
    if salutation is None:
        return False
    style = skeleton[slice(*salutation)].split("\n")[0].strip(" ,،!:")
    foot = (anatomy.signature_name, anatomy.signature_title, anatomy.enclosures, anatomy.approval)
    end = min((part[0] for part in foot if part and part[0] > salutation[1]), default=len(skeleton))
    last = skeleton[salutation[1] : end].rstrip().rpartition("\n")[2]
    return bool(style) and (
        any(f"{comma} {style}{comma}" in last for comma in ",،")
        and len(last) <= _PARAGRAPH
        and _COURTESY.search(last) is not None
    )


def _is_for_bodies(paper: Paper) -> bool:
    """Tell whether the title of a circular says for whom it is."""
    return paper.kind is Kind.CIRCULAR and any(
        _CIRCULAR.search(line[0]) and _FOR.search(line[0]) for line in _head(paper)
    )


def _names_officer(paper: Paper) -> bool:
    """Tell whether a line of the foot is an office of the house, and no part of the approval."""
    approval = paper.anatomy.approval or (0, 0)
    above = paper.anatomy.closing or paper.anatomy.salutation or (0, 0)
    lines = EACH_LINE.finditer(paper.skeleton, max(above[1], len(paper.skeleton) - _FOOT))
    return any(
        posts.are_of_house(line[0].strip(), paper.context)
        for line in lines
        if not approval[0] <= line.start() < approval[1]
    )
