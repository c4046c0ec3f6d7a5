"""What a paper calls closed and opens in the same breath, and a mark that its own text denies.

"The confidential exchange is posted on the website"; "UNCLASSIFIED" over "this memorandum must
remain confidential". A sentence that forbids the disclosure is right. The words are our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.sensitivity.circumstances import is_quoted, sentence_around
from clearance.review.checks.sensitivity.openness import OPEN_LINE
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_OPENED = "closed matter"
TRIGGERS = tuple(
    Trigger(_OPENED, words, literal=True)
    for words in (
        "internal advice", "internal use", "internal opinion", "for internal", "titre interne", "usage interne", "avis interne", "leaked", "whatsapp",
        "for security reasons", "not for publication", "closed session", "closed meeting", "in camera", "huis clos", "raisons de sécurité",
        "الاستعمال الداخلي", "للاستخدام الداخلي", "رأي داخلي", "الرأي الداخلي", "واتساب", "لدواع أمنية", "لأسباب أمنية", "جلسة مغلقة", "الجلسة المغلقة", "للصحافة قبل", "الصحافة قبل", "للنشر قبل",
        "to the press before", "for the press before", "published before", "à la presse avant", "publié avant", "publiée avant",
    )
)  # fmt: skip
_CLOSED = compiled(
    r"\b(?:confidential|secret|restricted|classified|closed (?:session|meeting)|in camera|internal (?:advice|use|opinion)|for (?:internal|security reasons)|"
    r"confidentiel(?:le)?s?|secr(?:et|ete)s?|diffusion restreinte|restreinte?s?|huis clos|(?:titre|usage|avis) interne|raisons de securite)\b"
    r"|(?<!\w)[وبلف]{0,2}(?:ال)?سري(?:ة|ا)?(?!\w)|محدود\w* (?:ال)?(?:تداول|توزيع)|(?:ال)?(?:استعمال|استخدام|رأي) (?:ال)?داخلي|لدواع أمنية|لأسباب أمنية|مغلقة"
)
_TO_OTHERS = (
    r"(?:(?:is|are|was|were|has been|have been|will be|may be|can be|shall be|be|been)(?: \w+)?|already) (?:posted|published|leaked|uploaded|broadcast|printed in|shared with (?:the )?(?:press|media|journalists)|"
    r"(?:handed|given|sent|passed|communicated|shown|forwarded|released|disclosed|read out)(?: over)? to (?:the |all |any |some |other )?(?:\w+ )?(?:press|media|journalists|public|delegations?|embass\w+|newspapers|news agencies|firms?|suppliers?|contractors?|bidders?))|"
    r"(?:on|via|through|over|by) (?:the |our |its |a |his |her |their )?(?:\w+ )?(?:whatsapp|telegram|facebook|twitter|social media|public website|website|personal e-?mail|gmail|group chats?|messaging applications?)|"
    r"(?:est|sont|a ete|ont ete|sera|seront|peut etre|peuvent etre|pourra etre|etre)(?: \w+)? (?:publie|mis|divulgue|diffuse|affiche|remis|communique|transmis|envoye|montre|livre)e?s?(?: en ligne)?(?: \w+)? (?:sur (?:le |notre )?(?:site|internet|reseaux)|(?:a|aux|dans) (?:la |les |l'|toutes les )?(?:presse|medias|journalistes|public|delegations?|ambassades?|journaux|fournisseurs?|soumissionnaires?))|"
    r"(?:par|via|sur) (?:le |les |des |un )?(?:groupes? )?(?:whatsapp|telegram|facebook|reseaux sociaux|messagerie personnelle|site (?:web|internet))"
)
_TO_OTHERS_AR = (
    r"(?<!\w)[وف]?(?:قد )?(?:(?:ت|ي)?نشرت?|تم نشر\w*|سربت?|تم تسريب\w*|(?:ت|ي)تاح|(?:ت|ي)ذاع|أذيعت?|عممت?)(?!\w)[^.;\n]{0,70}?(?:موقع|الصحافة|الصحف|الإنترنت|إعلام|الجمهور|علنا|التواصل)|"
    r"(?:عبر|على|في|بواسطة) (?:مجموعات? |تطبيق(?:ات)? )?(?:ال)?(?:واتساب|تلغرام|فيسبوك|التواصل الاجتماعي|البريد الشخصي|المراسلة)|"
    r"(?<!\w)[وف]?(?:يجوز|يمكن|تم|جرى) (?:تسليم\w*|إطلاع|إبلاغ\w*|إرسال\w*|عرض\w*) [^.;\n]{0,30}?(?:الوفود|الصحافة|الإعلام|السفارات|الموردين|الشركات)"
)
_TO_OTHERS_PATTERN = compiled(rf"\b(?:{_TO_OTHERS})|{_TO_OTHERS_AR}")
_FORBIDDEN = compiled(
    r"\b(?:not|no|never|nor|without|unless|until|prevent\w*|prohibit\w*|avoid\w*|unauthori[sz]ed|remov\w+|declassif\w+|except|forbidden|regret\w*|investigat\w*|inquiry|breach\w*|whoever|if|"
    r"ne|ni|pas|jamais|sans|sauf|interdit\w*|eviter|declassifi\w+|regrett\w*|enquete|violation|si|quiconque)\b"
    r"|(?<!\w)[وبلف]{0,2}(?:لا|لن|لم|ليس|عدم|دون|غير|إلا|يحظر|يمنع|منع|حظر|تجنب|تحقيق|إذا|من)(?!\w)"
)
_NEXT = compiled(
    r"[.;]\s+(?:it|they|this|il|elle|ils|elles|celui-ci|celle-ci|(?:و?(?:هو|هي|يجوز|يمكن|قد)))\b"
)
# "for distribution to the press before it is shown to the Government": the order is the slip.
_BEFORE = compiled(
    r"(?:\b(?:to|for) the (?:press|media) before|published before|a la presse avant|publie[es]* avant|(?:للصحافة|الصحافة|للنشر|للإعلام) قبل)"
    r"[^.;\n]{0,40}?(?:shown|submitted|sent|communicat|approv|consult|agree|receiv|presentation|soumis|transmis|communi|accord|approuv|approbation|agrement|consult|عرض|إبلاغ|موافقة|تقديم|إحالة|اعتماد|استشارة|إطلاع)"
)
_REMAINS = compiled(
    r"\b(?:(?:this|the present) (?:letter|report|memorandum|memo|note|circular|paper|document|record|file)(?: and its annex(?:es)?)? (?:must|shall|should|is to|are to|will|has to)(?: therefore| accordingly| thus)? (?:remain|be kept|be treated as|stay|be handled as)(?: \w+)? (?:confidential|secret|restricted)|"
    r"(?:la presente|le present|cette|ce) (?:lettre|rapport|memorandum|note|circulaire|document|proces-verbal)(?: et ses annexes)? (?:doit|devra|est a|sera)(?: donc| par consequent| en consequence| des lors)? (?:rester|demeurer|etre (?:tenue?|gardee?|consideree?|traitee?)(?: comme)?)(?: \w+)? (?:confidentiel|secret|secrete)\w*|"
    r"(?:(?:ت|ي)بقى|(?:ت|ي)ظل|إبقاء|(?:ت|ي)عامل|(?:ت|ي)عتبر|(?:ت|ي)عد|بقاء) (?:هذ[اه]|هاته) (?:ال)?(?:مذكرة|رسالة|تقرير|تعميم|وثيقة|محضر|خطاب)[^.;\n]{0,25}?سري\w*)"
)
# "the annex remains confidential and the report is published": another thing.
_APART = compiled(
    r"\b(?:and|but|while|whereas|although|et|mais|tandis que|alors que) (?:the|an?|its|their|le|la|les|l'|un|une|son|sa)\b|بينما|(?<!\w)أما(?!\w)"
)
_HEAD = 600  # characters in which the mark stands
_MANY = 20


def check_disclosed(paper: Paper, closed: list[Stretch], *, is_marked: bool) -> Iterator[Finding]:
    """Find what is disclosed, and a mark that opens what the text closes.

    ``closed``: the places of the words of confidentiality. ``is_marked``: the paper bears a mark
    that closes it.
    """
    skeleton = paper.skeleton
    told = -1
    for start, end in sorted((*closed[:_MANY], *paper.hits(_OPENED)[:_MANY])):
        if start < told:
            continue
        first, last = sentence_around(paper, start, end)
        place = _opened(paper, first, last)
        if place is None and not is_marked and (kept := _REMAINS.search(skeleton, first, last)):
            mark = OPEN_LINE.search(skeleton, 0, _HEAD)
            if mark is not None:
                at = mark.span("open")
                yield found(
                    "POL009", *at, elsewhere=(kept.span(),),
                    mark=" ".join(paper.text[slice(*at)].split()),
                    written=" ".join(paper.text[slice(*kept.span())].split()),
                )  # fmt: skip
                return
        if place is not None:
            told = last
            yield found("POL014", *place, written=" ".join(paper.text[slice(*place)].split()))


def _opened(paper: Paper, first: int, last: int) -> Stretch | None:
    """Return what opens the closed matter of a sentence, there or in the next that goes on."""
    skeleton = paper.skeleton
    if before := _BEFORE.search(skeleton, first, last):
        return before.span()
    closed = _CLOSED.search(skeleton, first, last)
    if closed is None:
        return None
    following = _NEXT.match(skeleton, last)
    for begin, end in ((first, last), (last, min(len(skeleton), last + 120))):
        if begin == last and not following:
            break
        opened = _TO_OTHERS_PATTERN.search(skeleton, begin, end)
        if opened is None or _FORBIDDEN.search(skeleton, begin, opened.end()):
            continue
        if begin == first and (
            closed.start() > opened.end()
            or _APART.search(skeleton, closed.end(), max(closed.end(), opened.start()))
        ):
            continue
        if not is_quoted(paper, *opened.span()):
            return opened.span()
    return None
