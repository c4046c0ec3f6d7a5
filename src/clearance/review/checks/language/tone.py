"""A command, a threat or a reproach to whom one writes: "you are summoned to", "your negligence".

An organisation asks its members and does not order them about. What it orders its own staff, in a
memorandum, a circular or a contract, is no matter of tone; a threat or an insult always is. Whom an
act of others concerns ("the occupying Power shall bear the consequences") is not spoken to.
Source: UN Correspondence Manual, on tone; which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.language.words import is_quoted
from clearance.review.checks.sensitivity.circumstances import sentence_around
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind

_SIGN = "harsh word"
TONE = (
    Trigger(
        _SIGN,
        r"excuses?\b|consequences?\b|bad faith|tolerat|\bobey|incompeten|negligen|inept|dearly|ultimatum|(?:last|final) (?:warning|chance)|without (?:argument|discussion|question|protest|further ado)|"
        r"you are (?:hereby )?(?:ordered|commanded|summoned|enjoined|directed)|(?:demand|order|command|insist)s? that you|order you|contempt|affront|an insult|insubordinat|defiance|disrespect|as you are told|our patience|shame on|or else|careless|irresponsib|laziness|dare to",
    ),
    Trigger(
        _SIGN,
        r"consequences|mauvaise foi|tolerer|obeir|obtemper|sommes? d[e']|sommee?s? d[e']|mise?s? en demeure|incompeten|negligen|incurie|laxisme|desinvolture|incapacite|sans (?:discut|broncher|rechigner)|sur-le-champ|"
        r"(?:dernier|ultime) avertissement|cherement|vous est (?:ordonne|intime|enjoint|donne)|ordre vous|(?:exigeons|ordonnons|intimons|enjoignons)|notre patience|excuses?\b|irresponsab|paresse|amateurisme|mepris|affront|insulte|insubordination",
    ),
    Trigger(
        _SIGN,
        r"عواقب|تبعات|سوء (?:ال)?نية|سوء نيت|عذر|أعذار|انصياع|امتثال|رضوخ|إذعان|نأمركم|نلزمكم|نجبركم|مجبرون|مأمورون|ملزمون|دون (?:نقاش|جدال|اعتراض|مناقشة|تذمر)|(?:إنذار|تحذير) (?:ال)?(?:أخير|نهائي)|"
        r"صبرنا|(?:تقصير|إهمال|تقاعس|استهتار|عجز|فشل|تهاون|مماطلت|تخاذل|كسل|جهل|تلكؤ)كم|عدم كفاء|لن نتهاون|لن نتسامح|ستندمون|الثمن|أطيعوا|طاعة|إهانة|ازدراء|استخفاف|تمردا|عجزها|فشلها|تقصيرها|إهمالها",
    ),
)  # fmt: skip
_YOU_EN = r"\byour? (?:own |esteemed |honou?rable )?(?:\w+ )?"
_OFFICE_EN = r"(?:administration|ministry|government|staff|services?|department|delegation|mission|embassy|authorities|officials?|side|country|office)"
_OFFICE_FR = r"(?:administration|ministere|gouvernement|personnel|services?|departement|delegation|mission|ambassade|autorites|pays|bureau|collaborateurs)"
_OFFICE_AR = (
    r"(?:إدارت|وزارت|حكومت|بعثت|دائرت|سفارت|مندوبيت|سلطات|جهات|بلاد|بلد|دولت|مكتب|موظفي|وفد)كم"
)
# Said to anybody, threat and insult are out of place.
_ALWAYS = compiled(
    # threats
    r"\byou (?:\w+ )?(?:will|shall|must|would) (?:\w+ )?(?:bear|face|suffer|take|pay|answer|regret|be held responsible|have only yourselves)\b[^.;]{0,40}\b(?:consequences|dearly|price|it)\b|"
    r"\b(?:we|i|the general secretariat|the secretariat|the organi[sz]ation|the cabinet) (?:will|shall|can|do|does|would|cannot)(?: ?not| no longer)? (?:longer )?(?:tolerate|accept|put up with|entertain|brook|admit|hear)\b[^.;]{0,20}\b(?:(?:excuses?|arguments?)\b|(?:delays?|absences?|refusals?|objections?|failure|laxity|silence|negligence)\b(?=[^.;]{0,40}\byou))|"
    r"\bno (?:\w+ )?(?:excuses?|objections?|arguments?|explanations?|protests?) (?:whatsoever )?(?:will|shall|can) (?:be )?(?:accepted|tolerated|entertained|admitted|heard)|"
    r"\b(?:failure|silence|refusal|delay|absence|inaction)\b[^.;]{0,50}\b(?:will|shall|would|is|can only)(?: \w+){0,2} (?:be )?(?:regarded|considered|treated|taken|construed|deemed|seen|viewed|interpreted)\b[^.;]{0,30}\b(?:bad faith|hostil\w+|contempt|defiance|insubordination|ill will|disrespect|insult|affront|unfriendly)|"
    r"\b(?:last|final) (?:warning|chance)\b[^.;]{0,40}\b(?:you|your)\b|\b(?:you|your)\b[^.;]{0,50}\b(?:last|final) (?:warning|chance)\b|\bour patience (?:is|has)\b|, or else\b(?! (?:the|it|they|a)\b)|\bthis is an ultimatum|"
    r"\bvous (?:en )?(?:\w+ )?(?:subirez|supporterez|assumerez|paierez|repondrez|regretterez|subiriez)\b[^.;]{0,40}\b(?:consequences|prix|cherement|suites)|\ben subirez\b|"
    r"\b(?:nous|je|le secretariat(?: general)?|l'organisation|le cabinet) ?n[e'] ?(?:saur\w+ )?(?:toler\w+|accepter\w*|admettr\w+|souffrir\w*|supporter\w*)\b[^.;]{0,20}\b(?:(?:excuses?|justifications?|atermoiements?)\b|(?:retards?|absences?|objections?|refus|laxisme|silence|manquements?)\b(?=[^.;]{0,40}\b(?:vous|votre|vos)\b))|"
    r"\baucune? (?:excuse|objection|justification|explication|protestation|contestation|discussion) (?:de votre part )?ne (?:sera|saurait etre|pourra etre) (?:tolere|accepte|admis|recu|recevable)|"
    r"\b(?:silence|absence|defaut|refus|retard|inaction)\b[^.;]{0,40}\b(?:sera|serait|seront|est|ne peut qu'etre)(?: \w+)? (?:tenue?|considere|regarde|interprete|pris|prise|traite|percu)e?\b[^.;]{0,30}\b(?:mauvaise foi|hostil\w+|mepris|defi|insubordination|insulte|affront|inamical\w*)|"
    r"\b(?:dernier|ultime) avertissement\b|\bnotre patience (?:a|est|n')|"
    r"(?<!\w)[وف]?س?تتحملون [^.؛]{0,25}(?:عواقب|تبعات|نتائج|ثمن)|ستندمون|ستدفعون (?:ال)?ثمن|"
    r"(?<!\w)[وف]?لن (?:نقبل|نتهاون|نتسامح|نسمح|نلتمس|نصغي|(?:[تي]قبل|[تي]تهاون|[تي]تسامح)(?=[^.؛]{0,40}كم(?!\w)))[^.؛]{0,30}(?:عذر|أعذار|تأخير|تأخر|تغيب|غياب|تقصير|تبرير|اعتراض|إهمال)|لا (?:نقبل|يقبل|تقبل) (?:منكم )?(?:أي )?(?:عذر|أعذار|اعتراض)|"
    r"(?:[تي]?عد|[تي]عتبر|[تي]فسر|[تي]ؤخذ|ننظر إلى) [^.؛]{0,20}(?:سكوتكم|صمتكم|ردكم|تأخركم|امتناعكم|غيابكم|تخلفكم)[^.؛]{0,30}(?:سوء نية|استخفاف|تحدي|إهانة|عداء|ازدراء|تمرد)|(?:إنذار|تحذير) (?:ال)?(?:أخير|نهائي)[^.؛]{0,20}(?:لكم|إليكم)|نفد صبرنا|"
    # insults
    rf"{_YOU_EN}{_OFFICE_EN}\b[^.;]{{0,60}}\b(?:incompeten\w+|negligen\w+|inept\w*|lazy|laziness|irresponsib\w+|dishonest\w*|careless\w*|bad faith|unprofessional|ridiculous)|"
    rf"\byour (?:\w+ )?(?:negligence|incompetence|carelessness|laziness|bad faith|irresponsibility|ineptitude|lame excuses?)\b|\bbad faith (?:on|of|from) your\b|\bshame on you|"
    rf"\bvotre {_OFFICE_FR}\b[^.;]{{0,60}}\b(?:incompeten\w+|negligen\w+|incapa\w+|irresponsab\w+|mauvaise foi|incurie|laxisme|desinvolture|paresse|amateurisme)|"
    r"\b(?:votre|vos) (?:\w+ )?(?:incompetence|negligences?|incurie|laxisme|desinvolture|mauvaise foi|irresponsabilite|paresse|amateurisme)\b|\bmauvaise foi de votre|"
    rf"{_OFFICE_AR}[^.؛]{{0,40}}(?:عجز|فشل|عدم كفاء|تقصير|إهمال|جهل|تخاذل|استهتار|انعدام)|(?:تقصيركم|إهمالكم|تقاعسكم|استهتاركم|عجزكم|فشلكم|تهاونكم|مماطلتكم|تخاذلكم|كسلكم|تلكؤكم)|سوء نية (?:منكم|من جانبكم|لديكم)|سوء نيتكم"
)
# An order, out of place in what goes to a State.
_ORDER = compiled(
    r"\byou are (?:hereby )?(?:ordered|commanded|summoned|enjoined|directed) to\b|\b(?:demand|order|command|insist)s? that you\b|\b(?:we|i|the general secretariat) (?:hereby )?order you\b|\bdo as you are told|"
    r"\b(?:you|ministry|government|administration|delegation|mission|authorities|states?)\b[^.;]{0,60}\b(?:must|shall|has to|have to|will) (?:\w+ )?obey\b|\bmust\b[^.;]{0,50}\bwithout (?:argument|discussion|question|protest)\b|"
    r"\bvous etes (?:\w+ )?(?:sommee?s?|mise?s? en demeure) d|\b(?:il|ordre) vous est (?:\w+ )?(?:ordonne|intime|enjoint|donne) |\b(?:exigeons|ordonnons|intimons|enjoignons)\b[^.;]{0,20}\b(?:vous|votre|de vous|que vous)\b|\bvous (?:ordonnons|enjoignons|intimons|sommons)\b|"
    r"\b(?:vous|ministere|gouvernement|administration|delegation|mission|autorites|etats?)\b[^.;]{0,80}\b(?:devez|devrez|doit|doivent|devra|devront|etes tenus?|n'avez qu'a) (?:\w+ )?(?:obeir|obtemperer|s'executer|vous executer|se soumettre|plier)|\b(?:obtemperer|obeir)\b[^.;]{0,20}\b(?:sans|immediatement|sur-le-champ)\b|\bsans discut(?:er|ion)\b[^.;]{0,40}\b(?:vous|votre)\b|\b(?:vous|votre)\b[^.;]{0,60}\bsans discut(?:er|ion)\b|"
    r"نأمركم|نلزمكم|نجبركم|أنتم (?:مجبرون|مأمورون|ملزمون)|(?:عليكم|وزارتكم|حكومتكم|إدارتكم|بعثتكم|منكم)[^.؛]{0,40}(?:الطاعة|الانصياع|الرضوخ|الإذعان|الامتثال (?:فورا|دون|الفوري|التام))|(?:عليكم|كم)(?!\w)[^.؛]{0,60}دون (?:نقاش|جدال|اعتراض|تذمر)"
)
_OUTWARD = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, None})
_SPOKEN_TO = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, Kind.CIRCULAR, Kind.MEMORANDUM, None})
_LONGEST = 400


def harsh_words(paper: Paper) -> Iterator[Finding]:
    """Find where the paper commands, threatens or blames whom it is for."""
    if paper.kind not in _SPOKEN_TO:
        return
    past = -1
    for start, end in paper.hits(_SIGN):
        if start < past:
            continue
        first, last = sentence_around(paper, start, end)
        last = min(last, first + _LONGEST)
        told = _ALWAYS.search(paper.skeleton, first, last)
        if told is None and paper.kind in _OUTWARD:
            told = _ORDER.search(paper.skeleton, first, last)
        if told is None or is_quoted(paper.text, *told.span()):
            continue
        past = last
        yield found("LNG019", *told.span(), words=" ".join(paper.text[slice(*told.span())].split()))
