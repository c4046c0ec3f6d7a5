"""Grounds that are none: left to be filled in, or no more than a habit, a word or a convenience.

"Pursuant to Resolution No. ____", "conformément à [référence à compléter]"; "as is customary on
such occasions", "sur la suggestion d'un collègue", "حسبما اتفق عليه". Source: the mandate of the
Cabinet, second check; which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.formulas import FORMULA, INVOKED
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

# Read in the text as printed: three points in one letter are one point in the skeleton.
_BLANK = on_demand(  # its first letter is a set of signs, by which alone a place is found quickly
    r"[_.\u2026\[(Xx](?:(?<=_)_+(?:[/_ -]{0,4}_+)*|(?<=\.)\.{2,}(?!\.)(?! *(?:[^\W\d_]{2,7}\W{0,2})?\d)|"
    r"(?<=\u2026)\u2026*(?:/\u2026+)*|(?<=\[)[^\]\n\d]{0,60}\]|(?<=\()[^()\n\d]{3,60}\)|"
    r"(?:(?<=[Nn]o\. [Xx])|(?<=[Nn]\u00b0 [Xx]|\u0642\u0645 [Xx]))[Xx]+(?:/[Xx]+)*)"
)
_SIGNS = ("__", "...", "\u2026", "[", "XX", "xx", "(")
_STILL = compiled(
    r"[\[(][ ._\u2026]*[\])]|[\[(][^\])]{0,50}(?:to be |tbd|tbc|insert|a (?:completer|inserer|preciser|indiquer|determiner|ajouter|venir|renseigner)|"
    r"(?<!\w)(?:[يت](?:ستكمل|حدد|درج|ضاف|ملأ|ذكر|كمل)(?:ه|ها)?|لاستكمال|للاستكمال|أدخل|أدرج|أضف)(?!\w))"
)
_NOUN = (
    r"(?:resolutions?|decisions?|articles?|rules?|charter|directives?|mandate|agreement|legal basis|"
    r"legal ground|basis|reference|charte|mandat|accord|base juridique|fondement(?: juridique)?|"
    r"(?:ال)?(?:قرار|مقرر|مادة|ميثاق|توجيه|تكليف|اتفاق|اتفاقية|سند|أساس|مرجع)(?: ال?قانوني)?)"
)
_NUMBER = r"(?: (?:no\.?|nos\.?|n°|number|numero|ref\.?|رقم))?"
# What stands right before the blank: an instrument, or a formula that leads to one.
_LED = compiled(rf"\b(?:و?[بلك]?(?:ال|ل)?)?{_NOUN}{_NUMBER} ?$")
_LEAD = compiled(
    rf"(?:e|es|u|ux|x|')?(?: ?(?:the|a|an|la|le|les|l'|une?|أحكام))*(?: ?{_NOUN}{_NUMBER})? ?$|ل? ?$"
)
# "The Council of Foreign Ministers, in [...], requested me": what it did so in is not named.
_ORGAN_IN = compiled(
    r"\b(?:council|ministers|summit|conference|session|conseil|ministres|sommet|(?:ال)?(?:مجلس|وزراء|خارجية|قمة|دورة))\b"
    r"[^.;\n\d]{0,30}?,? ?(?:\bin|\bby|\bunder|\bpar|\bdans|\baux termes de|\ben vertu de|(?<!\w)في|(?<!\w)بموجب|(?<!\w)ب) ?$"
)
_WITHIN = compiled(rf"\b(?:ال)?{_NOUN}\b")
_RECALLS = compiled(
    r"\b(?:recalling|reaffirming|guided by|bearing in mind|having regard to|referring to|pursuant to|noting|"
    r"rappelant|reaffirmant|guidee? par|ayant a l'esprit|vu|se referant a|"
    r"و?إذ (?:[يت](?:ستذكر|شير إلى|سترشد ب|ستند إلى|ضع في اعتباره?ا?|ؤكد من جديد|ذكر ب|عيد تأكيد)))(?: (?:also|further|egalement|aussi|أيضا))?"
    r"(?: (?:the|a|la|le|une?))? ?$"
)
_LATER = compiled(
    r"(?:e|es|u|ux|x|')? ?(?:(?:the |an? |le |la |l')?(?:text|instrument|resolution|decision|provision|article)s? (?:that |which |to )?(?:will |shall |is to |are to )?be (?:determined|specified|identified|communicated|indicated|named|given|fixed)(?: later)?|"
    r"(?:texte|acte|instrument|decision|resolution|article) qui (?:sera|seront) (?:precise|indique|communique|determine|fixe|designe)\w*|"
    r"(?:ل|ال)?(?:نص|لنص|قرار|لقرار|سند|لسند) (?:الذي )?س(?:وف )?[يت](?:حدد|ذكر|بلغ|عين|صدر|بين)\w*)"
)
_LINE = on_demand(r"[^\n]+")
_LABEL = compiled(
    r"[^\W\d_][^\n:]{0,24} ?:|(?:from|to|via|subject|ref\w*|de|a|objet|من|إلى|الموضوع|بواسطة) [^.]*$"
)
_SAYS = 50  # characters of a line that says something (our guess)
_OPENING = 1500
_MOST = 4  # blanks; a text with more of them is a form to be filled in (our guess)
_BACK = 70  # letters before a blank in which its ground is named

_CUSTOM = (
    r"as (?:is|was|has been) (?:customary|usual|normal|the (?:custom|practice|rule|habit)|our (?:custom|practice|habit))|as (?:usual|always|ever)\b|"
    r"(?:(?:in (?:accordance|keeping|line|conformity) with|according to|following|by|under|per) (?:the |our |its |a )?)(?:usual |normal |past |established |common |customary |long-?standing |standing |previous |house |good )*"
    r"(?:practices?|customs?|habits?|usages?|traditions?)\b|as in (?:previous|past|former|other) (?:years|cases|sessions)|"
    r"(?:selon|suivant|conformement a|d'apres) (?:l'|la |les |une |nos |ses )?(?:usages?|pratiques?|coutumes?|habitudes?|traditions?)\b|conformement aux (?:usages?|pratiques?|coutumes?|habitudes?|traditions?)\b|"
    r"comme (?:il est|c'est|le veut) (?:d'usage|de coutume|l'usage|la coutume|la tradition|d'habitude)|comme (?:d'habitude|a l'accoutumee|a l'ordinaire|toujours|de coutume)|comme les annees precedentes|"
    r"(?:جريا على|كما (?:جرت|هي|درجت)(?: به)?|وفقا? ل?|حسبما? (?:جرت به )?|بحسب|عملا ب?|على|تبعا ل|طبقا ل|بناء على) ?(?:ما جرت (?:به|عليه) )?(?:ال|ل)?(?:لعادة|عادة|لعرف|عرف|معتاد|لمعتاد|متبع|لمتبع|مألوف|لمألوف|أعراف|لأعراف|تقاليد|لتقاليد)(?!\w)(?: (?:ال)?(?:متبعة?|جارية|سائدة?))?|"
    r"(?:تنفيذا|وفقا?|عملا|طبقا|تبعا|امتثالا) ?[لب]?(?:ما (?:قض|جر|درج|تقض)\w+ (?:به|عليه) )(?:ال|ل)?(?:لعادة|عادة|عرف|لعرف|تقاليد)|"
    r"كالمعتاد|كالعادة|(?:ال)?عادة (?:ال)?متبعة|كما هو (?:متبع|معتاد|مألوف|معهود|الحال)|على النحو المتبع|كما في السنوات"
)
_NAMED = (  # behind "as agreed": where, with whom and in what
    r"(?! ?,? ?(?:in|by(?! (?:tele)?phone)|at|with|under|during|on \d|upon|between|lors|dans|avec|par(?! telephone)|au (?!telephone)|aux|a la|entre|le \d|في(?! (?:ال)?(?:هاتف|مكالمة))|مع|خلال|بين|لدى|ضمن|بموجب))"
)
_SPOKEN = (
    rf"as (?:agreed|discussed|promised|arranged|settled|announced|said|told|mentioned|decided|suggested|understood)(?: (?:orally|verbally|earlier|before|previously|informally))?(?! (?:orally|verbally|earlier|before|previously|informally)){_NAMED}(?=[ ,.;]|$)|"
    r"(?:following|further to|after|as a result of|in) (?:a|our|your|the|several) (?:recent |last |brief )?(?:(?:tele)?phone )?(?:conversations?|calls?|talks?|exchanges?)(?: (?:by|over) (?:the )?(?:tele)?phone)?(?=[ ,.;]|$)|"
    r"(?:a la suite|suite a|comme suite a|apres) ?(?:d'une?|un|une|notre|votre|l') ?(?:entretien|appel|conversation|echange|coup de (?:fil|telephone))\b|(?:إثر|عقب|بناء على|بعد) (?:ال)?(?:مكالمة|محادثة|اتصال|حديث|مهاتفة)(?!\w)|"
    r"(?:what|as) was (?:agreed|said|decided|settled|discussed|arranged) (?:(?:by|over|on) (?:the )?(?:tele)?phone|orally|verbally|informally|in conversation|at table)|"
    rf"(?:comme|ainsi qu'il a ete|tel que) (?:convenu|discute|promis|annonce|dit|decide|entendu|evoque)(?: (?:oralement|verbalement|precedemment|de vive voix|par telephone))?(?! (?:oral|verbal|precedem|de vive|par tel)){_NAMED}(?=[ ,.;]|$)|"
    r"ce qui a ete (?:convenu|dit|decide|arrete) (?:par telephone|au telephone|oralement|verbalement|de vive voix)|"
    rf"(?:حسبما|كما|وفقا لما|حسب ما|بناء على ما|على ما) (?:تم الاتفاق|اتفقنا|اتفق|تقرر|قيل|ذكر|وعدنا|تفاهمنا|جرى التفاهم|هو متفق)(?: (?:عليه|شفويا|شفهيا|هاتفيا|سابقا))*(?! (?:عليه|شفويا|شفهيا|هاتفيا|سابقا)){_NAMED}(?=[ ,.;]|$)|"
    r"حسب (?:ال)?(?:اتفاق|تفاهم)(?=[ ,.;]|$)|ما (?:قيل|اتفق عليه|تقرر|ذكر|دار) (?:هاتفيا|شفويا|شفهيا|شفاهة|بالهاتف|عبر الهاتف|في الهاتف)"
)
_SOMEBODY = (
    r"(?:at|on|upon|following|further to|in response to) (?:the |a )?(?:suggestions?|proposals?|ideas?|initiatives?|advice|wish(?:es)?|requests?|recommendations?|hints?) (?:of|from|made by|by) (?:a|an|one|some|several|certain|various|our|many|a number of|one of the|one of our) (?!member states?)[^\W\d_]+|as suggested by (?:a|one|some|our) \w+|"
    r"(?:sur|a|suivant|comme suite a|donnant suite a|d'apres) (?:la |le |une |un |l')?(?:suggestion|proposition|idee|initiative|avis|conseil|souhait|demande|voeu) (?:d'une?|de (?:certaine?s|quelques|plusieurs|divers)|de l'une? des|de nos|d'amis) ?(?!etats? membres?)[^\W\d_]+|"
    r"(?:بناء على|نزولا (?:على|عند)|استجابة ل|تلبية ل|عملا ب|وفقا ل|تبعا ل|ب) ?(?:ال|ل)?(?:اقتراح\w*|رغبة|رأي|فكرة|مبادرة|مشورة|نصيحة|إشارة|طلب) ?(?:من |أبداها |قدمها |قدمه )?(?:أحد|إحدى|بعض|عدد من|زميل\w*|صديق\w*|كثير من|الجميع|الزملاء|شخص|أشخاص|خبير)(?! (?:ال)?(?:دول|أعضاء))"
)
_AS_ONE_LIKES = (
    r"for (?:the sake of |reasons of |mere |pure )?(?:convenience|expedien\w+|comfort)|for (?:practical|internal|personal|various|obvious) (?:reasons|purposes|convenience)|as (?:(?:the|this|our) [^\W\d_]+ )?(?:sees?|thinks?|deems?|seems?|judges?|considers?|(?:is )?deemed) (?:it )?(?:fit|best|proper|appropriate|useful|right|advisable|good)|"
    r"(?:pour|par) (?:des (?:raisons|motifs) )?(?:de )?(?:pure |simple )?(?:commodite|convenance|opportunite|raisons pratiques|facilite)|pour des (?:raisons|motifs) (?:pratiques|internes|personnelle?s|diverse?s|evidente?s)|comme bon (?:lui|nous|leur|me) semble|comme (?:le|la|l') ?[^\W\d_]+ (?:l'entend|le juge|le souhaite|juge utile)|selon ce que (?:le|la|l') ?[^\W\d_]+ (?:estime|juge|decide)|"
    r"(?:وفقا? ل?|حسب|كما|بحسب|على نحو|طبقا ل) ?(?:ما )?[يتن]را(?:ه|ها|ى)(?: (?:الإدارة|القسم|المكتب|الأمانة|الموظف|الدائرة|الشعبة))?(?: مناسبا| ملائما)?|ل(?:أسباب|دواع) (?:عملية|شخصية|داخلية|مختلفة|تتعلق ب(?:ال)?ملاءمة)|(?:تيسيرا|تسهيلا) (?:للأمور|للعمل)|لل?(?:ملاءمة|راحة) (?:العملية|فقط)"
)
_WARM = r"(?:good|excellent|fraternal|brotherly|cordial|friendly|close|warm|happy|strong|historic(?:al)?|long-?standing|distinguished|solid)"
_RELATIONS = (
    rf"(?:in (?:view|light|the light|recognition|consideration|the spirit) of|given|considering|having regard to|because of|by reason of|on the strength of|based on|guided by|in a spirit of) (?:the |our |their )?(?:{_WARM}(?:,? and |, | )?)+(?:relations?|ties|bonds|links|friendship|understanding|will|neighbou?rliness|feelings)|"
    r"(?:eu egard aux?|vu (?:les?|la)|compte tenu des?|en raison des?|considerant les?|au nom des?|dans l'esprit des?|animes? par les) ?(?:l'|la |les )?(?:bonnes?|excellente?s?|fraternelle?s?|cordiale?s?|etroite?s?|amicale?s?|heureuses|solides|liens?|relations?) ?(?:(?:et )?(?:fraternelle?s?|cordiaux|etroits?|amicaux|excellentes?|bonnes) )?(?:relations?|liens?|rapports|entente|volonte|amitie|fraternels|d'amitie|existant\w*|qui)|"
    r"(?:نظرا ل|بالنظر إلى|انطلاقا من|بناء على|اعتبارا ل|في ضوء|بحكم|تقديرا ل|استنادا إلى) ?(?:ال|ل)?(?:لعلاقات|علاقات|لروابط|روابط|لأواصر|أواصر|لصلات|صلات|روح) (?:ال)?(?:طيبة|أخوية|أخوة|ودية|متينة|حسنة|وثيقة|تاريخية|ممتازة|مودة|محبة|صداقة)"
)
# "In view of the importance of the matter": a value, and a lack of time, are everybody's.
_VALUES = (
    r"(?:in view of|in the light of|considering|given|owing to|because of|having regard to) (?:the |our |its )?(?:great |keen |growing |particular )?(?:importance|urgency|interest|shortness|lack of time|usefulness|need|necessity|quality)\b|"
    r"(?:vu|compte tenu d[eu]|eu egard a|considerant|en raison d[eu]|etant donne) ?(?:la |le |l'|les )?(?:grande? |vif )?(?:importance|urgence|interet|brievete|manque de temps|utilite|besoin|necessite|qualite)\b|"
    r"(?:نظرا ل|بالنظر إلى|اعتبارا ل|مراعاة ل|في ضوء) ?(?:ال|ل)?(?:أهمية|لأهمية|ضيق|لضيق|ضرورة|لضرورة|حاجة|لحاجة|فائدة|لفائدة|إلحاح|لاستعجال|استعجال|اهتمام|لاهتمام|جودة)(?!\w)"
)
_DISCUSSED = r"in (?:line|accordance|keeping) with what (?:was|has been) (?:discussed|said|agreed)(?=[ ,.;]|$)|dans le droit fil de ce qui a ete|(?:في سياق|وفق|حسب) ما (?:جرى|تم) (?:بحثه|التباحث)"
_HEARD = (
    r"(?:the|this) [^\W\d_]+ (?:follows|results|stems|arises) from what (?:was|has been) (?:said|agreed|heard|discussed)|"
    r"(?:la|le|l'|cette|ce) ?[^\W\d_]+ (?:fait suite|tient|repond) a ce qui (?:a ete|s'est) (?:dit|convenu|entendu)|il est (?:procede|fait) (?:selon|suivant|comme)|"
    r"وذلك (?:نزولا|بناء|استجابة|حسب|وفقا?|جريا)"
)
_VAGUE = compiled(
    rf"(?<!\w)و?(?:{_CUSTOM}|{_SPOKEN}|{_SOMEBODY}|{_AS_ONE_LIKES}|{_RELATIONS}|{_VALUES}|{_DISCUSSED}|{_HEARD})"
)


# An instrument, or the will of who may give one: in a clause that leads the paper in, each is a
# ground, whatever preposition, participle or conjunction ties it to what is asked.
INSTRUMENT = compiled(
    r"\b(?:(?:resolution|decision|article|charter|statute|regulation|convention|treaty|protocol|mandate|directive|instruction)s?|(?:headquarters|host|framework|cooperation|grant|loan) agreement|memorandum of understanding|"
    r"agreement (?:signed|concluded|of|with)|(?:staff |internal |financial )?rules? \d|(?:internal|financial|staff) rules|approved budget|budget line|terms of reference|(?:final )?(?:declaration|communique)s?|plan of action|(?:work programme|programme of (?:work|action))|paragraph \d+ of|exchange of letters|"
    r"delegations? (?:of (?:authority|powers?|signature)|no|n°|granted|held)|delegated (?:authority|power)|(?:authority|power)s? delegated|(?:the|under|by|of) delegation(?= of the secretary| ?,| no| granted)|"
    r"(?:resolution|decision|article|charte|statut|reglement|convention|traite|protocole|mandat|directive|instruction)s?|accord(?:s)? (?:de siege|cadre|signe|conclu|de cooperation|de pret)|memorandum d'accord|budget approuve|ligne (?:budgetaire )?\d|plan d'action|programme (?:de travail|d'action)|paragraphe \d+ d|protocole d'accord|echange de lettres|"
    r"delegation(?:s)? (?:de (?:pouvoirs?|signature|competence)|n°|du secretaire|qui m'a|d[eu] signataire)|(?:par|acte de) delegation|pouvoirs? (?:qui m'a ete|qui m'est) delegues?)\b|"
    r"(?<!\w)[وف]?(?:ب|ل|لل|بال|وال|ال)?(?:قرارا?ت?|مادة|ميثاق|لائحة|اتفاقي(?:ة|ات)|معاهدة|بروتوكول|ولاية|تكليف|توجيه\w*|تعليمات|تفويض\w*|صلاحي(?:ة|ات) (?:ال)?مفوضة|نظام (?:ال)?(?:أساسي|مالي|داخلي)|مذكرة (?:ال)?تفاهم|تبادل (?:ال)?رسائل|إعلان|لإعلان|بيان (?:ال)?ختامي|خطة (?:ال)?عمل|برنامج (?:ال)?عمل|فقرة \d+ من|ميزانية (?:ال)?معتمدة|بند \d)(?!\w)"
)
_ORGAN = compiled(
    r"\b(?:council|summit|secretary-general|committee|board|general assembly|conference|commission|your (?:ministry|government|embassy|mission|department|office|organi[sz]ation|excellency|university)|"
    r"conseil|sommet|secretaire general|comite|assemblee generale|votre (?:ministere|gouvernement|ambassade|mission|departement|bureau|organisation|excellence|universite)|"
    r"(?:ال)?(?:مجلس|قمة|أمين العام|لجنة|جمعية العامة|مؤتمر)|(?:وزارت|حكومت|سفارت|بعثت|إدارت|منظمت|معالي|سعادت|جامعت)كم)(?!\w)"
)
_WILLED = compiled(
    r"\b(?:decided|decisions?|requested|requests?|asked|instructed|directed|direction|mandated|entrusted|charged|invited|invitation|called|adopted|approved|endorsed|gave|prescribed|orders?|ordered|behest|authori[sz](?:ed|ation)|agreed|recommend(?:ed|ation)|proposal|"
    r"(?:decide|demande|prie|charge|mandate|confie|prescrit|ordonne|approuve|enterine|adopte|autorise|invite|convenu|recommande)e?s?|ordres?|invitation|recommandation|proposition|autorisation)\b|"
    r"(?<!\w)[وف]?(?:(?:قررت?|طلبت?|كلفت?|وجهت?|عهدت?|أسندت?|أوصت?|أوصى|أقرت?|اعتمدت?|دعت?|دعا|وافقت?|أمرت?|أذنت?)(?:ها|ه)?|(?:ب|ل|لل|ال)?(?:أمر|طلب|دعوة|لدعوة|توصية|اقتراح|إيعاز|إذن))(?!\w)"
)
# Where the main clause begins, before which a ground stands.
_MAIN = compiled(
    r"\b(?:i|we) (?:have|am|are|would|wish|write|request|ask|hereby|invite|propose|inform|should|must|shall|will|need|recommend)\b|\b(?:has|have) the honou?r|\bit is (?:requested|decided)|\bthe parties (?:have )?agree|"
    r"\b(?:j'ai|nous avons|a|ont) l'honneur|\bje (?:vous|prie|me|tiens|demande|propose|soumets|recommande)\b|\bnous (?:vous|prions|demandons|proposons)\b|\bil est (?:demande|decide|propose)|\bles parties (?:sont|conviennent)|"
    r"(?<!\w)(?:أتشرف|نتشرف|[يت]تشرف|يسرني|يسر|أود|نود|[يت]ود|أرجو|نرجو|[يت]رجو|يرجى|يطيب|أطلب|نطلب|[يت]طلب|اتفق|أقترح|نقترح)(?!\w)"
)
_CLAUSE = on_demand(r"\s*(?:[^,:|.;\n]|(?<=\d)[,.](?=\d)|\n(?!\s*\n)|(?<=no)\.)+,")
_LEAD_IN = 320  # letters of such a clause; it ends in a comma (our guess)


def leads_in(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the clause before the main one names an instrument, or who willed it."""
    skeleton = paper.skeleton
    main = _MAIN.search(skeleton, start, min(end, start + _LEAD_IN))
    clause = None if main else _CLAUSE.match(skeleton, start, min(end, start + _LEAD_IN))
    stop = main.start() if main else clause.end() if clause else start
    if "," not in skeleton[start:stop]:
        return False
    is_willed = _ORGAN.search(skeleton, start, stop) and _WILLED.search(skeleton, start, stop)
    # behind a formula an instrument without an organ was found to be none
    is_led = FORMULA.search(skeleton, start, stop) is not None
    named = is_willed or (not is_led and INSTRUMENT.search(skeleton, start, stop))
    is_left = next(blanks(paper, start, stop), None) is not None
    return bool(named) and not is_left and vague_ground(skeleton, start, stop) is None


def is_vague(skeleton: str, at: int, end: int) -> bool:
    """Tell whether what begins at the place, as a formula does, names a habit, a word or a wish."""
    return _VAGUE.match(skeleton, at, end) is not None


def grounds_left_blank(paper: Paper, start: int) -> list[Stretch]:
    """Return the grounds from there on that are left blank; none in a form with many blanks."""
    found = list(unfilled(paper, start, len(paper.skeleton)))
    is_form = len(found) > 0 and len(list(blanks(paper, 0, len(paper.skeleton)))) > _MOST
    return [] if is_form else found


def ground_in_name(paper: Paper, start: int) -> Stretch | None:
    """Return what stands in the place of a ground and is none: vague words, or a blank."""
    skeleton = paper.skeleton
    end = min(len(skeleton), start + _OPENING)
    if (vague := vague_ground(skeleton, start, end)) is not None:
        return vague
    for begin, stop in blanks(paper, start, end):
        line = skeleton.rfind("\n", 0, begin) + 1
        if len(skeleton[line:begin].split()) > 1 and ":" not in skeleton[line:begin]:
            return begin, stop
    return None


def first_of_body(skeleton: str, start: int, end: int) -> Stretch:
    """Return the first paragraph that says something: headings and labels say nothing."""
    end = max(end, min(len(skeleton), start + _OPENING))
    for line in _LINE.finditer(skeleton, start, end):
        words = line[0].strip()
        is_said = len(words) >= _SAYS and not _LABEL.match(words)
        if is_said and (words[-1] in ".:;,!" or len(words) > 2 * _SAYS):
            return line.span()
    stop = skeleton.find("\n", start, end)
    return start, stop if stop > start else end


def vague_ground(skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the first words between the places that give a ground which is none."""
    match = _VAGUE.search(skeleton, start, end)
    return match.span() if match else None


def rests_on_nothing(paper: Paper, recital: Stretch) -> bool:
    """Tell whether a recital of a contract gives vague words, or a blank, for its ground."""
    start, end = recital
    is_left = next(blanks(paper, start, end), None) is not None
    return is_left or vague_ground(paper.skeleton, start, end) is not None


def blanks(paper: Paper, start: int, end: int) -> Iterator[Stretch]:
    """Yield the places between the two that were to be filled in."""
    if not any(sign in paper.text for sign in _SIGNS):
        return
    for match in _BLANK.finditer(paper.text, start, end):
        is_bracket = match[0][0] in "[("
        if not is_bracket or _STILL.match(paper.skeleton, *match.span()):
            yield match.span()


def unfilled(paper: Paper, start: int, end: int) -> Iterator[Stretch]:
    """Yield the grounds between the places that are left blank, or said to be named later."""
    skeleton = paper.skeleton
    for begin, stop in blanks(paper, start, end):
        before = max(start, begin - _BACK, skeleton.rfind("\n", 0, begin) + 1)
        leads = (each.search(skeleton, before, begin) for each in (_LED, _RECALLS, _ORGAN_IN))
        led = next((lead for lead in leads if lead), None)
        formula = None if led else _formula_before(skeleton, before, begin)
        is_alone = skeleton[begin] in "[(" and _WITHIN.search(skeleton, begin, stop) is not None
        if led or formula is not None or (is_alone and before == begin):
            yield (led.start() if led else formula if formula is not None else begin), stop
    for begin, stop in paper.hits(INVOKED.name):
        invoked = FORMULA.search(skeleton, max(begin, start), stop + 1) if begin < end else None
        later = _LATER.match(skeleton, invoked.end(), end) if invoked else None
        if invoked and later:
            yield invoked.start(), later.end()


def _formula_before(skeleton: str, start: int, end: int) -> int | None:
    """Return where the formula begins that leads to the place and to nothing before it."""
    for formula in FORMULA.finditer(skeleton, start, end):
        if _LEAD.match(skeleton, formula.end(), end):
            return formula.start()
    return None
