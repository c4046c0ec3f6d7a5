"""A paper that says itself that its approval or its ground is missing, refused, late or set aside.

"Pending the authorisation of the Secretary-General", "sans attendre le visa", "دون الرجوع إلى
الأمين العام". A rule that forbids to act so ("no letter leaves without authorisation"), a condition
("until it is approved") and what is held back until then say no such thing. Source: the mandate of
the Cabinet, second check; which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_BARE, _ALWAYS, _ACT, _LATE = "unbudgeted", "unapproved", "unapproved act", "approval awaited"
_SIGNS = {
    # A negation is a part of them.
    _BARE: (
        r"not (?:provided for|included|covered|foreseen|entered|appropriated|budgeted) (?:in|under|by) any (?:approved )?budget",
        r"(?:inscrite?s?|prevue?s?|couverte?s?|imputee?s?) (?:a|dans|par|sur) aucun budget",
        r"غير (?:مدرجة?|واردة?|مقيدة?) (?:في|ب|على) ?أي ميزانية|لم تدرج في أي ميزانية|لا (?:ترد|تندرج) في أي ميزانية",
        r"sans en referer a (?:personne|quiconque)",
    ),
    # Enough by themselves.
    _ALWAYS: (
        r"objections? maintained",
        r"outside (?:any|all) approved budgets?|hors (?:de )?tout budget approuve|خارج (?:أي|كل) ميزانية معتمدة",
        r"without (?:referring|reporting) to any(?:one|body)|دون (?:ال)?رجوع إلى أحد",
        r"(?:decided|approved|agreed|authori[sz]ed) by the (?:office|department|section|division|unit|desk|directorate) itself",
        r"de son propre chef|de leur propre chef|sous la seule responsabilite d[eu] (?:redacteur|la redactrice|l'auteur|signataire|service)",
        r"sole responsibility of the (?:drafter|drafting|author|writer|desk)",
        r"(?:department|section|division|unit|desk|directorate) [^\n.;]{0,60}on its own initiative|(?:departement|section|service|direction|unite) [^\n.;]{0,60}de sa propre initiative|(?:الإدارة|القسم|الشعبة|الوحدة|إدارة|قسم) [^\n.;]{0,60}بمبادرة من(?:ها|ه)",
        r"على مسؤولية (?:محرر|كاتب|معد)\w* وحد|بقرار شخصي|من تلقاء (?:نفسي|أنفسنا)|(?:تصرف|قرر|أرسل|وقع|اعتمد|أصدر|سجل)\w* [^\n.;]{0,30}من تلقاء نفس|بمبادرة شخصية|وافقت بنفسي|قررت بنفسي",
        r"(?:تفويض|إذن|موافقة|اعتماد|تكليف) (?:شفهي|شفوي|هاتفي|ضمني)ة?",
        r"(?:verbal|oral|telephonic|tacit) (?:authori[sz]ation|delegation|approval|clearance|permission)",
        r"(?:autorisation|delegation|approbation|visa|accord|aval|feu vert) (?:verbale?|orale?|telephonique)",
        r"(?:approved|authori[sz]ed|cleared) by (?:tele)?phone|(?:approuvee?|autorisee?) par telephone|(?:وافق|اعتمد|أذن)\w* هاتفيا",
        r"(?:approval|authori[sz]ation|clearance|consent) (?:of the [^\W\d_]+ )?to follow\b",
        r"(?:will|shall|to) be submitted for (?:approval|clearance|authori[sz]ation)[^\n.;]{0,50} after (?:dispatch|despatch|sending|issue|signature)|(?:sera|seront) soumise?s? (?:pour|a l') ?(?:approbation|autorisation|visa)[^\n.;]{0,50} apres (?:l'envoi|la signature|expedition|l'expedition)|س[تي]عرض [^\n.;]{0,50}(?:بعد الإرسال|بعد الإصدار|بعد التوقيع)",
        r"(?:said|heard|rumou?red) in the corridors?|dit dans les couloirs|(?:في|من) أروقة (?:الأمانة|الإدارة|المنظمة)",
        r"(?:on|under) my (?:sole|own) (?:authority|initiative)|(?:on|of) its own authority|de ma propre (?:initiative|autorite)",
        r"(?:i|we) (?:have )?(?:agreed|approved|authori[sz]ed|consented|decided)[^\n.;]{0,50} (?:myself|ourselves)",
        r"(?:j'ai|nous avons) moi-meme (?:approuve|autorise|decide)|(?:approuve|autorise|valide)e?s? par moi-meme",
    ),
    # An approval, or one whose it is, stands behind.
    _ACT: (
        r"without (?:any |the |prior |written |previous |formal |his |her |[a-z-]+'s )*(?:passing through|waiting|awaiting|seeking|obtaining|asking|requesting|consulting|consultation|informing|knowledge|referring|reference|recourse|going|submi|approval|authori[sz]ation|clearance|permission|travel order)",
        r"sans (?:attendre|solliciter|demander|requerir|obtenir|consulter|consultation|informer|aviser|passer par|(?:en |s'en |se |l'en )?referer|reference a|recourir|soumettre|en saisir|avoir (?:obtenu|recu|demande|consulte)|(?:aucune? |l'|le |autre )?(?:autorisation|approbation|accord|visa|aval|ordre de mission|decision d))",
        r"(?:دون|بدون|من غير|بغير|من دون) (?:أي |ال)?(?:انتظار|رجوع|استشارة|استئذان|إذن|موافقة|تفويض|علم|عرض|إشعار|إخطار|إبلاغ|أمر|مرور|حصول|طلب|حاجة|صدور|اعتماد|أخذ|إحالة|ترخيص|تأشيرة)",
        r"(?:regardless|irrespective) of|(?:despite|notwithstanding|in spite of|over) the (?:written |formal )?(?:refusal|objections?|opposition)|against the (?:advice|opinion) of",
        r"(?:malgre|nonobstant|en depit d[eu]|outre|sans egard a) (?:le |la |l'|les |de l')?(?:refus|objections?|opposition|avis (?:defavorable|contraire|negatif)|absence)|important peu|peu important|peu importe",
        r"(?:رغم|الرغم من|بالرغم من) (?:ال)?(?:اعتراض|رفض|معارضة|تحفظ|عدم (?:صدور|ورود|وجود|الحصول|موافقة|اعتماد))",
        r"(?:although|though|even though|albeit|while) no |bien qu'aucun|quoiqu'aucun|alors qu'aucun",
        r"aucune? (?:[^\W\d_]+ ){1,2}(?:ecrite? |prealable )?n'(?:ayant|a ete|avait ete|est parvenu)",
        r"no (?:[^\W\d_]+ ){1,3}having (?:yet )?been ",
        r"(?:and|but) (?:was|were|has|have) not (?:been )?(?:shown|submitted|referred) to|et (?:n'a|ne l'a) (?:pas|jamais) ete (?:soumis|presente|montre)|ولم ي?ت?عرض على",
        r"(?:will|shall|to) (?:be )?(?:follow|obtained|sought|completed|regulari[sz]ed|given|granted) (?:later|afterwards|subsequently|retroactively|ex post|after (?:the|its|signature|dispatch|payment|performance))",
        r"(?:sera|seront|etre) (?:regularisee?s?|obtenue?s?|demandee?s?|sollicitee?s?|recueillie?s?|completee?s?|donnee?s?) (?:ulterieurement|plus tard|apres|a posteriori|par la suite)",
        r"(?:تستكمل|تستوفى|تسوى|تطلب|تستخرج|يطلب|يستكمل|يستوفى) (?:ال)?(?:مصادقة|موافقة|اعتماد|إذن|إجازة|تأشيرة|توقيع)[^\n.;]{0,20} (?:بعد|لاحقا|فيما بعد)",
    ),
    # Awaited, not given, or refused: by one of the house.
    _LATE: (
        r"(?:sent|dispatched|issued|signed|written|write|wrote|published|paid) [^.;\n]{0,30}(?:before|ahead of) [^.;\n]{0,30}(?:approval|consent|authori[sz]ation|clearance)|(?:ecris|adresse|envoye|expedie|emis|signe|publie|paye)e?s? [^.;\n]{0,30}avant [^.;\n]{0,30}(?:approbation|accord|autorisation|visa|aval)",
        r"(?:أكتب|أرسل|صدر|وقع|نشر|صرف|وجه)ت? [^.;\n]{0,30}قبل [^.;\n]{0,20}(?:موافق|إذن|اعتماد|[يت]عتمد|[يت]وافق|[يت]أذن)",
        r"knows nothing|(?:is|was|were|are) (?:unaware|kept (?:out|away))|bypass(?:es|ed|ing)?|circumvent|(?:ignore|ignorait) tout|(?:tenue?|laissee?) a l'ecart|passe outre|contourne|لا علم ل|دون علم|[يت]تجاوز (?:هذا|هذه)",
        r"(?:nobody|no one) (?:in|at|of) [^.;\n]{0,30}(?:has|have|was) (?:seen|read|been|approved|told|asked)|personne (?:au|a la|du) [^.;\n]{0,30}n'a (?:vu|lu|approuve|ete)|(?:لم [يت]طلع|لم ير أحد)",
        r"(?:withheld|withholds|denied|denies|withdrew) (?:his|her|its|the) (?:consent|approval|authori|clearance)|(?:حجب|رفض|سحب)ت? [^.;\n]{0,30}(?:موافق|إذن|اعتماد|تأشيرة)",
        r"(?:has|have|had|was|were|did|is|are) (?:not|never) (?:yet |so far )?(?:been )?(?:authori[sz]|approv|consult|consent|asked|obtain|sought|endors|agree|grant|request|submitted|shown)",
        r"no (?:[a-z]+ ){0,2}(?:authori[sz]ation|approval|clearance|consent|permission|instructions?)|(?:absence|lack|want) of (?:any |the |an )?(?:[a-z]+ )?(?:authori|approv|clear|consent|permission)",
        r"(?:still|yet) (?:lacking|missing|wanting)|(?:remains?|is|are) (?:still )?to be (?:regulari|obtained|given|confirmed|requested|sought|granted|recorded)",
        r"n'(?:a|ont|avait|est|ayant)[^.;\n]{0,25}(?:pas|point|jamais)(?: encore)? (?:ete )?(?:autoris|approuv|consult|demand|obten|sollicit|accord|saisi|soumis)",
        r"aucune? (?:[a-z]+ )?(?:autorisation|approbation|accord|visa|aval|instruction)|(?:l'absence|a defaut|faute) d(?:e |')(?:toute? |une? |aucune? )?(?:autorisation|approbation|accord|visa|aval|instruction)",
        r"(?:fait|font) (?:encore |toujours )?defaut|manque(?:nt)? (?:encore|toujours)|reste(?:nt)? (?:encore )?a (?:regulariser|obtenir|donner|demander|solliciter|recueillir|confirmer)",
        r"(?:لم|لما) (?:يستشر|تستشر|يطلب|تطلب|يستأذن|تستأذن|يمنح|تمنح|يؤخذ|تؤخذ|يحصل|تحصل|يلتمس|تلتمس)",
        r"(?:غياب|انعدام|عدم (?:وجود|صدور|توفر)) (?:أي )?(?:ال)?(?:إذن|موافقة|اعتماد|تفويض)|غير (?:متوفر|متوافر|صادر)ة?|مما يسوى لاحقا",
        r"(?:pending|awaiting) (?:(?:the|his|her|its|prior|written|formal|final|receipt of|granting of) )*(?:approval|authori|clearance|consent|signature|visas?|instructions|permission)",
        r"not having (?:yet )?been |not being (?:required|needed|necessary|sought)|n'ayant (?:pas|point|jamais)(?: encore)? ete |n'etant pas (?:requis|necessaire|exige)",
        r"(?:still|yet|be|is|are|being) awaited|awaited from",
        r"(?:has|have|had) not (?:yet )?been (?:seen|cleared|approved|authori[sz]ed|reviewed|endorsed|given|received|granted|obtained|issued|sought)|(?:was|were|is) not (?:approved|authori[sz]ed|cleared|endorsed|given|granted)|not yet (?:seen|cleared|approved|authori[sz]ed|reviewed|endorsed|decided|given|received|granted|ruled)",
        r"(?:refused|declined) (?:to (?:clear|approve|authori[sz]e|sign|endorse)|its (?:clearance|approval|consent)|his (?:clearance|approval|consent))|(?:objected|objects) to (?:the|this) |(?:rejected|disapproved)(?: of)? (?:the|this) (?:present )?(?:text|draft|contract|letter|paper|note|memorandum|award|expenditure)",
        r"(?:en attendant|dans l'attente|en attente) d[eu']",
        r"n'(?:a|ont|avait|avaient) (?:pas|point|jamais)(?: encore)? (?:ete (?:approuve|autorise|vise|valide|donne|obtenu|recu|accorde|delivre|demande)|approuve|autorise|vise|valide|donne|statue)|n'est pas (?:encore )?(?:approuve|autorise|vise|parvenu)|(?:est|reste|demeure) (?:encore |toujours )?attendue?",
        r"(?:a|ont|ayant) (?:rejete|refuse|desapprouve) (?:le |la |de |d'|son |leur |ce |cette |l')|(?:emis|donne|rendu) un avis (?:defavorable|negatif|contraire)",
        r"(?:في انتظار|بانتظار|قبل صدور|قبل ورود) (?:صدور |ورود )?(?:ال)?(?:موافقة|إذن|اعتماد|تفويض|توقيع|تأشيرة|إجازة|رأي|مصادقة)",
        r"(?:لم|لما) (?:يوافق|توافق|تعتمد|يعتمد|تجز|يجز|يأذن|تأذن|ترد|يرد|تصدر|يصدر|يبت|يعرض|تعرض|ي?ت?طلع عليه)",
        r"(?:اعترض|رفض|عارض)ت? (?:على )?(?:هذا|هذه|ال)?(?: ?ال)?(?:نص|عقد|مشروع|خطاب|رسالة|صرف|إجازة|ترسية|مذكرة|تعميم)",
    ),
}  # fmt: skip
_LABEL = "approval refused"
TRIGGERS = (
    *(Trigger(name, words) for name, signs in _SIGNS.items() for words in signs),
    Trigger(
        _LABEL,
        r"(?:clearance|visas?|opinion|advice|review|approval|authori[sz]ation|avis|accord|approbation|autorisation|juridiques?|financiere?s?|affairs|general|رأي|القانونية|المالية|العام|اعتماد|الموافقة|التأشيرة) ?: ?"
        r"(?:(?:legal )?objection(?:s|\b)|refuse|rejected|rejete|denied|declined|withheld|negative|negatif|unfavou?rable|defavorable|avis (?:defavorable|negatif)|not (?:given|granted|approved|obtained|cleared|requested)|non (?:obtenu|accorde|donne|vise|demande)|pending|awaited|to follow|to come|a venir|a suivre|en attente|en cours|غير موافق|غير مجاز|مرفوض|رفض|اعتراض|معترض|يرد لاحقا|ترد لاحقا|لم يرد|لم ترد|قيد |في الانتظار|لاحقا)",
    ),
)
_ACTS = (
    r"approv\w*|authori[sz]\w*|clear(?:ed|ance)|consent|permission|signature|visa|non?[- ]objection|instructions?|travel order|mandate|"
    r"autorisation|autoris\w+|approbation|approuv\w+|accord|aval|instructions?|ordre de mission|decision|resolution|visee?|"
    r"(?:[بولف]?(?:ال|ل)?)(?:موافقة|إذن|اعتماد|تفويض|توقيع|تأشيرة|إجازة|رأي|مصادقة|قرار|ترخيص|أمر(?: سفر)?)|يوافق|يأذن|يعتمد|تعتمد|يجز|تجز|يخول\w*"
)
_WHOSE = (
    r"secretary-general|director-general|(?:the|de|du|le|au) cabinet|legal (?:affairs|department|adviser|advisor|counsel|office|division|service)|competent authority|(?:procurement|tenders?|finance|standing finance|financial|contracts) (?:committee|commission)|department of (?:finance|administration|legal)|"
    r"secretaire general|directeur general|directrice generale|affaires juridiques|conseiller juridique|service juridique|autorite competente|commission des marches|comite (?:permanent )?(?:des finances|financier)|"
    r"(?:ال|لل)?أمين(?:ة)? العام|مدير(?:ة)? عام الديوان|[بو]?(?:ال|لل)?ديوان|(?:الشؤون|الإدارة|إدارة الشؤون) القانونية|المستشار القانوني|(?:ال)?جهة المختصة|السلطة المختصة|لجنة (?:المشتريات|العقود|المناقصات)|اللجنة المالية"
)
# The step of the paper itself, whoever was to allow it.
_STEP = compiled(
    r"\b(?:authori[sz]ation|permission|approval) to (?:write|address|contact|approach|send|issue)\b|\bautorisation d[e'] ?(?:ecrire|s'adresser|saisir|envoyer|expedier)\b|(?<!\w)(?:ال)?إذن ب(?:ال)?(?:مخاطبة|كتابة|إرسال)"
)
_APPROVING = compiled(rf"\b(?:{_ACTS}|{_WHOSE})\b")
BY_HOUSE = compiled(rf"\b(?:{_WHOSE})\b")
# Who forbids to act so, who makes a condition of it, or who holds back until it is given.
_FORBIDDEN = compiled(
    r"\b(?:no|not|never|nor|neither|nobody|none|nothing|cannot|forbid\w*|forbidden|prohibit\w*|refrain\w*|abstain\w*|avoid\w*|irregular\w*|contrary|invalid|void|"
    r"ne|ni|nul|nulle|jamais|aucune?|interdi\w+|prohib\w+|proscri\w+|abst(?:ien|en)\w+|eviter|irreguli\w+|contraire\w*|"
    r"و?ف?(?:لا|لن|لم|ليس|ليست|ألا|عدم|يحظر|تحظر|يمنع|تمنع|[يت]متنع\w*|(?:ال)?امتناع|[يت]حجم\w*|(?:ال)?إحجام|محظور|ممنوع|تجنب|تفادي|بألا|وألا|ولا))\b|\bn'"
)
_CONDITION = compiled(
    r"\b(?:until|unless|if|(?<!at )once|when|where|whether|should|in (?:the )?case|in the event|as long as|so long as|before|draft|withheld|suspended|deferred|postponed|"
    r"tant que|jusqu\w*|si|s'il|lorsqu\w*|quand|des que|en cas|avant|projet|suspendue?s?|differee?s?|reportee?s?|sursis|sursoit|"
    r"ما لم|حتى|إذا|إذ|متى|عندما|في حال\w*|إلى حين|مشروع|يعلق|تعلق|يؤجل|تؤجل|يرجأ|ترجأ)\b"
)
_ASKS = compiled(
    r"\b(?:kindly|please|request(?:ed)? to|for (?:your|his) (?:approval|decision|consideration)|submitted|grateful|"
    r"priee?s? de|bien vouloir|saurais gre|soumise? a|"
    r"يرجى|أرجو|نرجو|برجاء|معروض\w*)\b"
)
_DONE = compiled(
    r"\b(?:nevertheless|already|nonetheless|neanmoins|deja|toutefois|مع ذلك|بالفعل|سلفا)\b"
)
# Not the paper's own: what a text about courts, parliaments, wars or parties says.
_OF_OTHERS = compiled(
    r"\b(?:parliament\w*|capitals?|capitales?|العواصم|government of|governments? (?:has|have)|court|tribunal|ratif\w+|occupying|israel\w*|other party|either party|parlement\w*|cour|puissance occupante|l'autre partie|"
    r"برلمان\w*|(?:ال)?محكمة|(?:القوة )?القائمة بالاحتلال|إسرائيل\w*|الطرف الآخر)\b"
)
_OF_SOMEBODY = compiled(r" (?:of|by|from|du|de|des|d'|par|من) ?")
_UP_TO = compiled(
    r"\b(?:up to|not exceed\w*|below|less than|jusqu'a|n'excedant pas|inferieure?s? a|حتى مبلغ|لا [تي]تجاوز|[تي]قل عن)\b"
)
_ENDS = on_demand(r"[.!?;](?=\s)|\n\s*\n|\n(?=\s*(?:\(?\w{1,3}[.)]|[-\u2022|])\s)")
_REACH = 300  # characters of a sentence on either side (our guess)
_NEAR = 90  # and near to the words themselves
_INSIDE = frozenset({Kind.MEMORANDUM})


def check_said(paper: Paper) -> Iterator[Finding]:
    """Find the sentences in which the paper says that it goes without its approval or ground."""
    past = -1
    places = [(hit, name) for name in (*_SIGNS, _LABEL) for hit in paper.hits(name)]
    for hit, name in sorted(places):
        begin, end = _sentence(paper.skeleton, *hit)
        if begin < past or not _is_said(paper, name, hit, (begin, end)):
            continue
        past = end
        yield found("LEG045", begin, end)


def _is_said(paper: Paper, name: str, hit: Stretch, whole: Stretch) -> bool:
    """Tell whether the sentence says it of the paper's own business."""
    skeleton = paper.skeleton
    if name == _LABEL:
        return skeleton[hit[1] : hit[1] + 12].lstrip(" :").find("none") != 0
    if name == _BARE:
        return True
    near = max(whole[0], hit[0] - _NEAR), min(whole[1], hit[1] + _NEAR)
    if _OF_OTHERS.search(skeleton, *near) or _FORBIDDEN.search(skeleton, whole[0], hit[0]):
        return False
    if name == _ALWAYS:
        return True
    if _CONDITION.search(skeleton, max(whole[0], hit[0] - 60), hit[0]):
        return False
    if name == _ACT:
        return _is_of_house(skeleton, hit, whole)
    is_ours = BY_HOUSE.search(skeleton, *whole) or _STEP.search(skeleton, *whole)
    if not is_ours or not _APPROVING.search(skeleton, *whole):
        return False
    if paper.kind in _INSIDE and not _DONE.search(skeleton, *whole):
        return _ASKS.search(skeleton, *whole) is None  # it is there to be approved
    after = _FORBIDDEN.search(skeleton, hit[1], whole[1])
    is_one = after is not None and after[0] == "n'" and skeleton.startswith("aucun", hit[0])
    return after is None or is_one  # "aucune autorisation n'a été donnée" denies once


def _is_of_house(skeleton: str, hit: Stretch, whole: Stretch) -> bool:
    """Tell whether an approval that is passed over is nobody's by name, or one of the house's."""
    if _UP_TO.search(skeleton, *whole):
        return False  # a power that is given up to an amount
    act = _APPROVING.search(skeleton, hit[0], whole[1])
    if act is None:
        return False
    return not _OF_SOMEBODY.match(skeleton, act.end()) or (
        BY_HOUSE.search(skeleton, hit[0], whole[1]) is not None
    )


def _sentence(skeleton: str, start: int, end: int) -> Stretch:
    begin = max(0, start - _REACH)
    for stop in _ENDS.finditer(skeleton, begin, start):
        begin = stop.end()
    while begin < start and skeleton[begin].isspace():
        begin += 1
    stop_after = _ENDS.search(skeleton, end, end + _REACH)
    return begin, stop_after.start() if stop_after else min(len(skeleton), end + _REACH)
