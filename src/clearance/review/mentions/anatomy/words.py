"""The words by which the parts of a letter are known, in three languages; no rule stands here.

Expressions are in plain words, to be passed through ``pattern``. Source: letters of the United
Nations, of the Organisation and of its member states; no list of them was found, so the choice
is our own.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.skeleton import compiled, pattern
from clearance.review.scan import Trigger

# --- posts ------------------------------------------------------------------------------------
_POST_EN = (
    r"(?:(?:prime|deputy|vice|acting|assistant|associate|under|first|second|senior|chief|former|"
    r"interim|honorary|federal|state|general|executive|special|personal|resident|foreign|"
    r"managing|legal|permanent|extraordinary|plenipotentiary|high|crown|co|non)[ -]+)*"
    r"(?:ministers?|presidents?|ambassador|representative|observer|"
    r"secretary|director|directorate|head|chief|chair(?:man|person|woman)?|governor|"
    r"commissioner|charge d'affaires|consul|speaker|rector|dean|manager|envoy|"
    r"rapporteur|co-?ordinator|officer|adviser|advisor|counsellor|mayor|attorney|inspector|"
    r"commander|king|queen|emir|amir|sultan|prince|ministry|embassy|department|"
    r"legal counsel|chancellor|registrar|treasurer|comptroller|auditor|mission)\b"
)
_POST_FR = (
    r"(?:(?:vice|premier|premiere|haute?|sous|ancien|ancienne|grand)[ -]+)*"
    r"(?:ministres?|presidente?|ambassad(?:eur|rice)|representante?|observat(?:eur|rice)|"
    r"secretaire|direct(?:eur|rice)|direction|chef|cheffe|commissaire|gouverneure?|charge|"
    r"consule?|rect(?:eur|rice)|doyenne?|envoye|rapporteure?|coordonnat(?:eur|rice)|"
    r"coordinat(?:eur|rice)|conseiller|conseillere|maire|inspect(?:eur|rice)|roi|reine|emir|"
    r"ministere|ambassade|departement|mission|administrat(?:eur|rice)|delegue|deleguee|"
    r"adjointe?|gerante?|responsable|chancelier|procureure?|commandant|garde des sceaux)\b"
)
_POST_AR = (
    r"(?:ال)?(?:وزيرة?|وزراء|رئيسة?|سفيرة?|مندوبة?|ممثلة?|مراقبة?|أمينة?|امين|مديرة?|نائبة?|"
    r"قائم بالأعمال|وكيلة?|مبعوثة?|محافظ|مفوضة?|مستشارة?|عميدة?|قنصل|أمين عام|منسقة?|مقرر|مفتش|"
    r"مراجع|رئيس الوزراء|وزارة|سفارة|بعثة|إدارة|ملك|ملكة|عاهل|سلطان|أمير|ولي العهد|حاكم|"
    r"مسؤولة?|قائد|متحدث|رئاسة|أمانة|ديوان|نقيب|حاكم|مساعد|مشرف|مديرية)\b"
)
POST = rf"(?:the |le |la |l')?(?:{_POST_EN}|{_POST_FR})|{_POST_AR}"
"""What a post begins with; "ministry" and the like too, since letters are sent to them."""

# --- styles -----------------------------------------------------------------------------------
_STYLE_EN = (
    r"(?:to )?(?:h\. ?e\.?|h\. ?r\. ?h\.?|h\. ?m\.?|h\. ?h\.?|t\. ?e\.?|hrh|hh|he(?= (?:mr|ms|mrs|dr|"
    r"the|prof|amb|sheikh|shaikh|eng|gen))|(?:his|her|their) (?:(?:imperial|royal|serene|most) )*"
    r"(?:majest(?:y|ies)|highness(?:es)?|excellenc(?:y|ies)|eminence|holiness|honou?r)|"
    r"the (?:right |most )?honou?rable|(?:the )?hon\.|(?:the )?custodian of the two holy mosques|"
    r"honou?rable|esteemed|distinguished)"
)
_TITLE_EN = (
    r"(?:mr|mrs|ms|miss|dr|prof|eng|engr|gen|lt|col|amb|sir|dame|lady|lord|sayyid|hajj|maj)\.?(?= )|"
    r"(?:ambassador|professor|doctor|prince|princess|sheikha?|shaikha?|king|queen|general|"
    r"lieutenant|colonel|engineer|president|brother|sister|minister|senator|major|crown|sultan|"
    r"emir|amir|imam|madam|brigadier|admiral|marshal|rear|vice-admiral)"
    r"(?! (?:of|to|for|and|general|secretariat|assembly|directorate|department|council|office|"
    r"division|debate|affairs)\b)(?!,)(?= )"
)
_STYLE_FR = (
    r"(?:a )?(?:s\. ?e\. ?m?\.?|s\. ?a\. ?r?\.?|s\. ?m\.?|(?:son|leurs?) excellences?|sa majeste|"
    r"leurs? majestes?|son altesse(?: royale| serenissime)?|leurs altesses(?: royales)?|"
    r"sa saintete|son eminence|(?:le |la )?(?:tres )?honorable|le gardien des deux saintes mosquees|"
    r"le serviteur des deux saintes mosquees)"
)
_TITLE_FR = (
    r"(?:m|mme|mlle|mm|pr|dr|me|gal|amb)\.?(?= )|(?:monsieur|madame|mademoiselle|"
    r"messieurs|mesdames)(?: (?=\S))|(?:le |la |l')?(?:prince|princesse|roi|reine|cheikha?|"
    r"ambassad(?:eur|rice)|docteure?|professeure?|president|presidente|general|colonel|"
    r"ministre|frere|ingenieur|emir|sultan|imam)(?! (?:de|du|des|d'|a|aux?|pour|et|aupres|general)\b)"
    r"(?! d')(?!,)(?= )"
)
_GRADE_AR = (
    r"(?:المعالي|السعادة|الفخامة|السمو|الجلالة|الدولة|الفضيلة|العطوفة|الغبطة|السماحة|السيادة)"
)
_BARE_AR = (
    rf"(?:(?:صاحبة?|أصحاب|صاحبات|صاحبا|صاحبي) {_GRADE_AR}(?: و{_GRADE_AR})*"
    r"(?: الملكي| الملكية)?|(?:معالي|سعادة|فخامة|جلالة|سمو|فضيلة|حضرة|سماحة|عطوفة|سيادة|"
    r"نيافة|غبطة)(?= )|دولة (?=السيدة?|الرئيس|رئيسة?|الدكتورة?|المهندس|الأستاذ)|"
    r"خادم الحرمين الشريفين)"
)
_STYLE_AR = rf"(?:إلى |الى )?{_BARE_AR}"
_TITLE_AR = (
    r"(?:ال(?:سيدة?|سادة|دكتورة?|أميرة?|ملكة?|شيخة?|أستاذة?|مهندسة?|سفيرة?|رئيسة?|وزيرة?|لواء|"
    r"فريق|عميد|عقيد|أخ|أخت|إمام|سلطان|حاج|بروفيسور|آنسة|أخوة|إخوة|قاضي|مستشارة?)|د\.|م\.|أ\.|أ\.د\.|"
    r"سمو|الدكتور/|ولي العهد(?= الأمير))(?=[ /])"
)
_TITLE = rf"(?:{_TITLE_EN}|{_TITLE_FR}|{_TITLE_AR})"
STYLE = (
    rf"(?:{_STYLE_EN}|{_STYLE_FR}|{_STYLE_AR})(?:,? *(?:the |le |la |l')?{_TITLE}\.?)*|"
    rf"{_TITLE}(?:[ /]*{_TITLE})*"
)
"""What stands before a name: "H.E. Dr.", "S.E. Mme", "صاحب السمو الملكي الأمير"."""

# --- how a letter greets ----------------------------------------------------------------------
_SALUTED_EN = (
    r"(?:(?:my|dear|honou?rable|respected|distinguished|esteemed|most|right) )*"
    r"(?:(?:your |their )?(?:(?:imperial|royal|serene) )*"
    r"(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|eminence|holiness)|"
    r"sirs?|madams?|gentlemen|ladies|colleagues?|friends?|brothers?|sisters?|"
    r"(?:mr|mrs|ms|madam|dr|prof|professor|ambassador|minister|prince|king|president|sheikh)"
    r"\.?(?: [^\n,:]{2,60})?)"
)
_SALUTED_FR = (
    r"(?:(?:chere?s?|tres|honorables?|distinguee?s?|mon|ma|mes) )*"
    r"(?:(?:votre |vos |leurs )?(?:excellences?|altesses?(?: royales?| serenissimes?)?|majestes?|"
    r"eminence|saintete)|sire|monseigneur|"
    r"(?:monsieur|madame|messieurs|mesdames|mademoiselle|m\.|mme)(?: [^\n,:]{2,60})?|"
    r"collegues?|amis?|freres?)"
)
_SALUTED_AR = (
    rf"(?:يا )?(?:{_BARE_AR}|السيدة?|السيدات|السادة|حضرات|الأخ|"
    r"الأخت|أخي|عزيزي|سيدي|سيدتي|الزميل)(?: [^\n،:]{2,60})?"
)
SALUTATION = (
    rf"(?P<saluted>{_SALUTED_EN}|{_SALUTED_FR}|{_SALUTED_AR})"
    r"(?:[,:] *(?:sir|madam|monsieur[^\n,]{0,50}|madame[^\n,]{0,50}|mr\.? [^\n,]{2,50}|"
    r"madam [^\n,]{2,50}|excellenc[ey]))?"
)
_GREETING = (
    r"(?:السلام عليكم|تحية طيبة|تحية وبعد|بعد التحية|تحية إسلامية|as-?salamu?|assalamu?|greetings|"
    r"salutations)"
)

# --- labels -----------------------------------------------------------------------------------
_COLON = r" *[:/] *"
_LABELS = {
    "subject": rf"(?:subject|subj\.?|re|regarding|objet|obj\.?|sujet|الموضوع|موضوع|بشأن){_COLON}"
    r"|(?:subject|objet|الموضوع)$",
    "reference": rf"(?:(?:our |your |file |document )?(?:ref(?:erence)?s?)\.?(?: ?(?:no|number|num)\.?)?|"
    rf"no\.?|file|index|(?:nos?|vos?|n|v)[./ ]*ref(?:erences?)?\.?|ref(?:erence)?\.?(?: no)?|"
    rf"numero|doc\.?(?: no\.?)?|الرقم|رقم|الإشارة|إشارتنا|إشارتكم|المرجع|مرجعنا|مرجعكم|رقم الصادر|"
    rf"رقم القيد|رقم الخطاب|رقم المرجع|الرقم المرجعي|رقم الإشارة|القيد|الصادر|رقم الكتاب){_COLON}"
    r"|(?:ref|reference)\.?(?: no\.?)? +(?=[a-z]{2,}/|[0-9])|(?:ref|reference|الرقم|المرجع|الإشارة)\.?$",
    "date": rf"(?:date|dated|le|التاريخ|تاريخ|بتاريخ|الموافق|حرر في|التاريخ الهجري|"
    rf"التاريخ الميلادي){_COLON}|(?:date|التاريخ)$",
    "to": rf"(?:to|addressee|for|attention|attn\.?|for the attention of|a|a l'attention d[eu']|"
    rf"destinataires?|pour|إلى|الى|المرسل إليه|لعناية|عناية|السادة|موجه إلى){_COLON}"
    r"|(?:for the attention of|a l'attention d(?:e la|e|u|es)|attention) *(?=\S)"
    r"|(?:to|a|إلى|a l'attention de|for the attention of|destinataire)$"
    r"|(?:إلى|لعناية|عناية) (?=معالي|سعادة|فخامة|صاحب|السيد|سمو|جلالة|دولة)",
    "from": rf"(?:from|de|expediteur|emetteur|من|المرسل|الجهة المرسلة|sender|through|thru|via|"
    rf"sous couvert|عن طريق){_COLON}|(?:from|من)$",
    "copies": rf"(?:c\.? ?c\.?|copy|copies|copy to|copies to|copie|copie a|copies a|ampliations?|"
    rf"نسخة|نسخة إلى|صورة إلى|صورة|صورة مع التحية|نسخة مع التحية|distribution){_COLON}"
    r"|c\.? ?c\.? (?=\S)|(?:copy to|copie a|copies a|نسخة إلى|صورة إلى) ",
    "enclosures": r"(?:encl(?:osures?|osed|s|\.)*\.?|attachments?|attached|annex(?:es)?|pieces? jointes?|"
    r"p\. ?j\.?|annexes?|المرفقات|مرفقات|المرفق|مرفق|ملحقات|الملحقات|ملاحق|المشفوعات|عدد المرفقات)"
    r"(?: *\(?[0-9]{1,3}\)?)?(?: *\([^)\n]{1,3}\))? *[:/]|(?:enclosures?|encl\.|attachments?|"
    r"pieces? jointes?|p\.j\.|المرفقات|مرفقات)(?: *[:(-] *[0-9]{1,3}\)?)?\.?$",
    "approval": r"(?:(?:reviewed and |seen and |read and )?approved(?: (?:by|for (?:signature|dispatch|issue|"
    r"release)))?|approval(?: of)?|approving officer|cleared by|clearance|endorsed by|authori[sz]ed by|"
    r"(?:lu et |vu et )?approuvee?(?: par)?|approbation|visa|vise par|autorise par|valide par|"
    r"اعتمده|اعتمدته|اعتمدها|اعتمد|اعتماد|الاعتماد|معتمد|معتمد من|اعتمد من(?: قبل)?|يعتمد|"
    r"وافق عليه|وافق عليها|وافقت عليه|وافق|وافقت|الموافقة|موافقة|تمت الموافقة(?: من| عليه)?(?: قبل)?|"
    r"أجازه|أجازته|صادق عليه|صدق عليه|أقره|أجيز من(?: قبل)?)"
    r"(?: *[:/] *|,? +(?=(?:by |par |من )?(?:h\. ?e|mr|ms|dr|the secretary|the director|le |la |m\. |"
    r"mme |s\. ?e|معالي|سعادة|السيد|الأمين|مدير|[^\n]{3,60},))|$)",
    "signed": rf"(?:signed|signature|signed by|signe|signe par|signataire|التوقيع|توقيع|الموقع|وقعه|"
    rf"name|nom|الاسم|s/|prepared by|drafted by|redige par|prepare par|أعده){_COLON}"
    r"|\[?\(?(?:signed|signature|signe|التوقيع|توقيع)\)?\]?$|\((?:signed|signe|موقع|توقيع)\) *",
    "post": rf"(?:title|position|post|designation|function|titre|fonction|qualite|poste|الصفة|"
    rf"الوظيفة|المنصب|المسمى الوظيفي){_COLON}",
}
LABEL = compiled("|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()))

PARTING = (
    r"(?:و?(?:أخوكم|أختكم|المخلصة?|محبكم|صديقكم)|your (?:brother|sister|friend)|votre (?:frere|soeur)|"
    r"et|and|و|for|pour)[ ,.:]*$"
)
"""A line that stands alone between others and is no name."""
COURTESY = (
    r"(?: +(?:المحترمة?|المحترمين|الموقرة?|الموقرين|حفظه الله|حفظها الله|حفظه الله ورعاه|رعاه الله|"
    r"يحفظه الله|أيده الله|المكرمة?))+[ ,.]*$"
)
"""What follows a name in Arabic out of courtesy and is no part of it."""

TRIGGERS: tuple[Trigger, ...] = (
    *(
        Trigger("letter_part", expression)
        for expression in (
            r"^ *(?:subject|objet|sujet|الموضوع|موضوع) *[:/]",
            r"^ *(?:to|from|attention|destinataire|إلى|المرسل إليه|من|a l'attention) *[:/]",
            r"^ *(?:our |n/|v/|nos? |your )?ref(?:erence)?s?\.? ?(?:no\.?|number)? *[:/]",
            r"^ *(?:الرقم|المرجع|الإشارة|رقم الصادر|إشارتنا|رقم المرجع) *[:/]",
            r"^ *(?:dear |your )[^\n,]*,? *$",
            r"^ *(?:votre |cher |chere )[^\n,]*, *$",
            r"^ *(?:excellenc(?:e|y|ies)|sir|madam|sire|monsieur|madame)[^\n,]*,",
            r"^ *(?:صاحب|صاحبة|أصحاب|معالي|سعادة|فخامة|سمو|جلالة|دولة)[^\n]*$",
            r"^ *(?:h\. ?e\.|h\. ?r\. ?h|h\. ?m\.|h\. ?h\.|s\. ?e\.|s\. ?a\.|his |her |son |sa )",
            r"^ *(?:approved|approuve|اعتمده|اعتمد|معتمد|وافق عليه)[^\n]*",
            r"^ *(?:الموافقة|الاعتماد|approval|approbation|enclosures?|encl\.|المرفقات|pieces? jointes?)"
            r" *[:/]",
            r"presents? its compliments|presente ses compliments|compliments of the",
            r"تهدي [^\n]*تحيات",
            r"in witness whereof|en foi de quoi|represented by|represente[es]* par|و?يمثل[هـ]ا? |إثباتا لذلك",
            r"^ *(?:contract|contrat|عقد|agreement|accord) [^\n]*(?:no\.?|n°|رقم) *[0-9]",
            r"^ *(?:signed|signature|signe|التوقيع|الموقع) *[:)]",
            r"(?:please|kindly) accept,|assurances? of (?:my|its|our) |yours (?:sincerely|faithfully)",
            r"veuillez [^\n]*agreer|prie d'agreer|^ *و?تفضلو",
        )
    ),
    Trigger(
        "letter_compliments",
        r"compliments to |compliments a l[a']|compliments au|تهدي [^\n]*تحيات[^\n]* إلى ",
    ),
    *(
        Trigger("letter_close", expression)
        for expression in (
            r"(?:please|kindly) accept,|accept,? (?:your )?(?:excellency|sir|madam)[^\n]*assurances?",
            r"avails? (?:itself|myself|himself|herself|ourselves) of|(?:seize|take) this opportunity",
            r"assurances? of (?:my|its|our|the|his|her) |renewed assurances?",
            r"^ *(?:yours? )?(?:very |most )?(?:sincerely|faithfully|truly|respectfully)(?: yours)? *,? *$",
            r"^ *(?:with )?(?:my )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes) *,? *$",
            r"(?:veuillez|daignez)[^\n]*(?:agreer|accepter|recevoir|croire)|(?:vous )?pri(?:e|ons|ant) d'agreer",
            r"saisi[rst]* cette occasion|^ *(?:bien |tres )?(?:cordialement|respectueusement) *,? *$",
            r"(?:expression|assurance) de (?:ma|mes|notre|nos|sa|ses|leur) |haute consideration",
            r"و?تفضلوا?ي? [^\n]*(?:بقبول|تقدير|احترام|تحيات|اعتبار)|و?تقبلوا?ي? [^\n]*(?:تقدير|احترام|تحيات)",
            r"(?:فائق|خالص|أسمى|وافر|عظيم|بالغ|أطيب) (?:آيات |عبارات |ال)*(?:تقدير|احترام|تحيات|اعتبار|تحية|مودة)",
            r"[تأن]غتنم [^\n]*(?:فرصة|مناسبة)|والسلام عليكم|والله (?:يحفظكم|يرعاكم|الموفق)",
        )
    ),
)
GREETING = pattern(_GREETING)
