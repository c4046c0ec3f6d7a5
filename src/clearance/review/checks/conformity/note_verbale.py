"""The form of a note verbale: third person, formulas at both ends, no signature, to no NGO.

Sources: UN Correspondence Manual, paras 61-68 and 116; Arabic practice (AR-NV).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import AddresseeLevel

# Houses greet and take leave in many words: it is the courtesy that is looked for, not its formula.
_OPENING = compiled(
    (
        r"(?:presents?|extends?|conveys?|offers?|pays?|renews?|sends?|addresse?s?|transmits?|"
        r"expresses) (?:its|their|his|her) (?:\w+ ){0,2}"
        r"(?:compliments|greetings|respects|regards|salutations)|"
        r"compliments? of the|"
        r"(?:presente|adresse|transmet|renouvelle|exprime|offre|envoie|renouvele)(?:nt|tent|r|"
        r"tre)? (?:ses|leurs) (?:\w+ ){0,2}?"
        r"(?:compliments|salutations|hommages|civilites|respects)|"
        r"\b[وفل]{0,2}[تي]ت?(?:هدي|زجي|قدم|عرب|بعث|وجه|رفع|عبر)(?:ان)? .{0,120}"
        r"\b[وب]?(?:ال)?(?:تحيات\w*|تحية|سلام|"
        r"(?:آيات|عبارات|مشاعر) (?:ال)?(?:تقدير|احترام|مودة))\b|"
        r"\b(?:ال)?تحية (?:طيبة )?(?:و?بعد |من |إلى )"
    ).replace(" ", r"\s{1,2}")  # a line may end within it
)
_ASSURED = (
    r"[^.;]{0,140}(?:consideration|esteem|regard|respect|estime|"
    r"تقدير|احترام|اعتبار|مودة)"
)
_CLOSING = compiled(
    r"(?:avails? (?:itself|themselves|himself|herself)|"
    r"(?:takes?|seizes?|uses?) (?:this|the) (?:occasion|opportunity))|"
    r"(?:saisit|saisissent|profite(?:nt)?|met(?:tent)? a profit) (?:de )?(?:cette|l')? ?occasion"
    r"|prevau(?:t|dra|dront|lent) de (?:cette|l') ?(?:occasion|opportunite)"
    r"|renouvel(?:er|le)"
    r"|se prevau(?:t|dra|lent) de (?:cette|l')|tire(?:nt)? parti de cette occasion"
    r"|(?:ت|ي)(?:نتهز|غتنم).{0,80}(?:فرصة|مناسبة|سانحة)"
    r"|(?:renews?|reiterates?|conveys?|extends?|repeats?|offers?|expresses) [^.;]{0,90}"
    rf"(?:assurances?|expression|sentiments?){_ASSURED}"
    r"|(?:reitere|exprime|presente|redi[tr]|adresse|offre|reiterent|prie)(?:nt|r|e)?\s[^.;]{0,90}"
    rf"(?:assurances?|expression|sentiments?|temoignage){_ASSURED}"
    r"|و(?:ت|ي)(?:عرب|جدد|عبر|كرر|ؤكد|رجو)[^.;]{0,100}(?:تقدير|احترام|اعتبار|مودة)"
    r"|\b(?:ت|ي)(?:عرب|جدد|عبر|كرر)(?:ان)? [^.;]{0,40}\b(?:أسمى|أرفع|فائق|أصدق|خالص|عظيم|بالغ|وافر)"
    r" (?:مشاعر |آيات |عبارات |معاني )?(?:ال)?(?:تقدير|احترام|اعتبار|مودة)"
    r"|و?(?:تفضل|تقبل)\w* [^.;]{0,60}(?:تقدير|احترام|اعتبار|تحيات)"
)
_FIRST_PERSON = compiled(
    r"\b(?:i(?= (?:(?:also|further|again|now|therefore|hereby|would) )?"
    r"(?:am|have|would|wish|write|should|will|shall|hope|trust|look|avail|take|thank|"
    r"remain|request|regret|was)\b)|"
    r"we(?= (?:have the honou?r|wish|would|are pleased|inform|request|kindly|look|hope|thank|"
    r"regret|attach|enclose|avail|take this|remain|should)\b)|"
    r"(?:my|our)(?= (?:highest|high|best|sincere|warmest|gratitude|appreciation|consideration|"
    r"letter|note|secretariat|organi[sz]ation|ministry|embassy|mission|government|office|thanks|"
    r"request|name|own|behalf)\b)|باسمي\b|"
    r"je(?= )|j'(?=\w)|nous(?= (?:avons l'honneur|vous|tenons|souhaitons|prions|remercions|sommes "
    r"heureux|informons|saisissons|demandons)\b)|"
    r"(?:mon|ma|mes|notre|nos)(?= (?:tres |plus )?(?:haute|gratitude|consideration|organisation|"
    r"secretariat|lettre|note|ministere|ambassade|mission|gouvernement|part|nom|remerciements)\b)|"
    r"و?(?:(?:س)?(?:أكون|نكون)|نرسل|نبعث|ندعو|أدعو|نتقدم|أتقدم|نحيل|آمل|نأمل|أتطلع|نتطلع|أشكر|نشكر|ألتمس|نلتمس|أعرب|نعرب|أؤكد|نؤكد|أبلغ|نبلغ|أطلب|نطلب)\b|"
    r"(?:to|inform|request|invite|thank|assure|remind|advise) you\b|vous\b|"
    r"و?(?:أتشرف|نتشرف|أود|نود|يسرني|يسرنا|يسعدني|يسعدنا|أرجو|نرجو|أنتهز|ننتهز|"
    r"أغتنم|نغتنم|أفيد|نفيد|أحيط(?! علما)|نحيط|يشرفني|يشرفنا))\b"
)
_SHARED = compiled(r"\b(?:we|our|us(?! dollars?\b)|nous|notre|nos|نحن)\b")
_NGO = compiled(
    r"\b(?:non-?governmental|ngos?|charit(?:y|ies|able)|civil society|relief (?:organi[sz]ation|"
    r"society|association)|humanitarian (?:association|society)|foundation|red crescent society|"
    r"non gouvernementales?|ongs?|association (?:caritative|humanitaire|de bienfaisance)|"
    r"fondation|societe civile|غير الحكومية|غير حكومية|خيرية|الخيرية|مؤسسة|جمعية|المجتمع المدني)\b"
)
# Where the greeting ends and its business begins: the title of a resolution names no addressee.
_GREETED = compiled(
    r"[.]|,? (?:and|et),? (?:has|have|a|ont|with|pursuant|acting|in|on|further|en|conformement|"
    r"suite|comme|au|se) |,? (?:pursuant to|in (?:accordance|pursuance|implementation|response|"
    r"furtherance)|acting (?:on|under)|further to|with reference|referring|as mandated|"
    r"conformement a|en (?:application|execution|vertu)|comme (?:suite|le)|suite a|se referant) "
    r"|, و|[, ]و?(?:بناء على|استنادا|عملا ب|تنفيذا|وفقا ل|بالإشارة|إلحاقا|إذ )|"
    r"\b(?:resolutions?|(?:ال|بال)?قرار) "
)
# "(initials and seal)", «التوقيع بالأحرف الأولى والختم» is what a note bears.
_SIGNED = compiled(
    r"(?:\(|/)?(?:signed|signe|موقع|التوقيع)\b(?! (?:and sealed|with initials|بالأحرف))"
)
_ASSURES = compiled(
    r"\b(?:considerations?|esteem|(?:high(?:est)?|deep(?:est)?|great|profound) regard|"
    r"respects?|assurances?|estime|hommages?|"
    r"(?:و?(?:ال)?(?:تقدير|احترام|اعتبار|مودة|تحيات|تحية)\w*))"
)
_FORMULA = 500  # letters of the formula of close (our guess)
_SENTENCE = on_demand(r"[^\n]{60,}")
_HEAD = 3000
_FOOT = 700


def check_note_verbale(paper: Paper) -> Iterator[Finding]:
    """Find what a note verbale may not have, or lacks."""
    skeleton = paper.skeleton
    opening = _OPENING.search(skeleton, 0, _HEAD)
    place = opening.span() if opening else (0, min(len(skeleton), 60))
    if opening is None:
        yield found("CON020", *place)
    closing = None
    for closing in _CLOSING.finditer(skeleton, place[1]):  # noqa: B007 (the last one closes)
        pass
    if closing is None:
        yield found("CON021", *_last_paragraph(skeleton, place))
    elif not _ASSURES.search(skeleton, closing.start(), _sentence_ends(skeleton, closing.end())):
        yield found("CON021", closing.start(), _sentence_ends(skeleton, closing.end()))
    ends = len(skeleton)
    if closing:  # the formula runs on to the end of its paragraph
        stop = skeleton.find("\n\n", closing.end())
        ends = stop if stop >= 0 else ends
    yield from _first_person(paper, place[0], ends)
    yield from _signature(paper, closing.end() if closing else None)
    yield from _addressee(paper, opening)


def _sentence_ends(skeleton: str, at: int) -> int:
    stop = skeleton.find("\n\n", at)
    return min(stop if stop >= 0 else len(skeleton), at + _FORMULA)


def _last_paragraph(skeleton: str, place: Stretch) -> Stretch:
    """Return the last line that is a sentence: there the formula should stand."""
    last = place
    for last_line in _SENTENCE.finditer(skeleton, place[1]):
        last = last_line.span()
    return last


def _first_person(paper: Paper, start: int, end: int) -> Iterator[Finding]:
    """Find where the sender speaks; "we" in what may be another's text is a note."""
    for expression, level in ((_FIRST_PERSON, None), (_SHARED, Level.NOTE)):
        for match in expression.finditer(paper.skeleton, start, end):
            if paper.skeleton.count('"', start, match.start()) % 2 == 0:
                word = paper.text[match.start() : match.end()]
                yield found("CON022", *match.span(), level=level, word=word)
                return


def _signature(paper: Paper, after: int | None) -> Iterator[Finding]:
    """Find a line under the closing formula that is a post, or says that somebody signed."""
    if after is None:
        return
    skeleton = paper.skeleton
    paragraph = skeleton.find("\n", after)
    if paragraph < 0:
        return
    for line in re.finditer(r"[^\n]+", skeleton[paragraph : paragraph + _FOOT]):
        start = paragraph + line.start()
        text = line[0].strip()
        if not text or len(text) > 90 or ":" in text:
            continue
        if text.startswith(("to ", "the ministry", "the embassy", "the permanent mission")):
            return
        begin = start + len(line[0]) - len(line[0].lstrip())
        if _SIGNED.match(skeleton, begin) or _is_officer(text):
            yield found("CON023", begin, begin + len(text))
            return


_OFFICER = compiled(
    r"(?:the )?(?:secretary[- ]general|assistant secretary|director|minister of|ambassador|"
    r"permanent representative|charge d'affaires)|(?:le |la )?(?:secretaire general|directeur|"
    r"directrice|ministre d|ambassadeur|ambassadrice|representant)|(?:الأمين العام|مدير|وزير |"
    r"السفير|سفير|المندوب الدائم|الأمين العام المساعد)"
)


def _is_officer(text: str) -> bool:
    return len(text) < 70 and _OFFICER.match(text) is not None


def _addressee(paper: Paper, opening: re.Match[str] | None) -> Iterator[Finding]:
    """Find a note verbale to a non-governmental organisation."""
    known = next((one for one in paper.context.addressees
                  if one.id == paper.particulars.addressee), None)  # fmt: skip
    if known is not None and known.level is AddresseeLevel.NGO:
        start, end = paper.anatomy.addressee or (0, min(len(paper.text), 60))
        yield found("CON024", start, end)
    elif opening is not None:
        end = paper.skeleton.find("\n", opening.end())
        limit = min(end if end > 0 else len(paper.skeleton), opening.end() + 160)
        stop = _GREETED.search(paper.skeleton, opening.end(), limit)
        last = stop.start() if stop else limit
        if match := _NGO.search(paper.skeleton, opening.end(), last):
            yield found("CON024", *match.span())
