"""The words by which the parts of a letter are known, in three languages; no rule stands here.

Expressions are in plain words, to be passed through ``pattern``. Source: letters of the United
Nations, of the Organisation and of its member states; no list of them was found, so the choice
is our own.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.mentions.anatomy.subject_labels import SUBJECT_LABELS
from clearance.review.scan import Trigger

# --- posts ------------------------------------------------------------------------------------
_BEFORE_POST = (
    "the|le|la|les|prime|deputy|vice|acting|assistant|associate|under|first|second|senior|chief|"
    "former|interim|honorary|federal|state|general|executive|special|personal|resident|foreign|"
    "managing|legal|permanent|extraordinary|plenipotentiary|high|crown|co|non|premier|premiere|haut|"
    "haute|sous|ancien|ancienne|grand|union|cabinet|regional|country|technical|scientific|supreme|"
    "القائم|بأعمال|principal|joint|chargé|military|defence|cultural|commercial|press"
)
_POST = (
    "minister|ministers|president|presidents|ambassador|representative|observer|secretary|director|"
    "directorate|head|chief|chair|chairman|chairperson|chairwoman|governor|commissioner|consul|speaker|"
    "rector|dean|manager|envoy|rapporteur|coordinator|co-ordinator|officer|adviser|advisor|counsellor|"
    "counselor|mayor|attorney|inspector|commander|king|queen|emir|amir|sultan|prince|ministry|embassy|"
    "department|counsel|chancellor|registrar|treasurer|comptroller|auditor|mission|permanent mission|"
    "administrator|founder|delegate|spokesperson|ministre|ministres|presidente|ambassadeur|ambassadrice|"
    "representant|representante|observateur|observatrice|secretaire|directeur|directrice|direction|chef|"
    "cheffe|commissaire|haut-commissaire|gouverneur|gouverneure|charge|chargee|consule|recteur|rectrice|"
    "doyen|doyenne|envoye|envoyee|rapporteure|coordonnateur|coordonnatrice|coordinateur|coordinatrice|"
    "conseiller|conseillere|maire|inspecteur|inspectrice|roi|reine|ministere|ambassade|departement|"
    "administrateur|administratrice|delegue|deleguee|adjoint|adjointe|gerant|gerante|responsable|"
    "attache|attachee|chancelier|procureur|procureure|commandant|garde|secretary-general|director-general|gouvernement|"
    "secretary-general's|vice-president|vice-minister|vice-ministre|vice-presidente|vice-chair|"
    "vice-chairman|under-secretary|under-secretary-general|sous-secretaire|premier-ministre|"
    "وزير|وزيرة|وزراء|رئيس|رئيسة|سفير|سفيرة|مندوب|مندوبة|ممثل|ممثلة|مراقب|مراقبة|أمين|أمينة|مدير|"
    "مديرة|نائب|نائبة|قائم|وكيل|وكيلة|مبعوث|مبعوثة|محافظ|مفوض|مفوضة|مستشار|مستشارة|عميد|عميدة|قنصل|"
    "منسق|منسقة|مقرر|مفتش|مراجع|وزارة|سفارة|بعثة|إدارة|ملك|ملكة|عاهل|سلطان|أمير|ولي|حاكم|مسؤول|مسؤولة|"
    "قائد|متحدث|رئاسة|أمانة|ديوان|نقيب|مساعد|مساعدة|مشرف|مديرية|المندوبية|عضو"
)
_THE_AR = fold("ال").skeleton
POSTS = frozenset(fold(word).skeleton for word in _POST.split("|"))
POSTS |= {_THE_AR + word for word in POSTS if word > "\x7f"}
BEFORE_POST = frozenset(fold(word).skeleton for word in _BEFORE_POST.split("|"))
POST = "(?:" + "|".join(sorted(_POST.split("|"), key=len, reverse=True)) + r")\b"
"""What a post begins with; "ministry" and the like too, since letters are sent to them."""

STATES = (
    r"(?:turkmenistan|malaysia|brunei darussalam|burkina faso|turkiye|turkey|lebanon|canada|japan|hungary|ukraine|"
    r"australia|new zealand|ireland|jamaica|mongolia|romania|georgia|montenegro|"
    r"malaisie|japon|hongrie|australie|nouvelle-zelande|irlande|jamaique|mongolie|roumanie|turquie|liban|"
    r"ماليزيا|تركمانستان|بروناي دار السلام|بروني دار السلام|بوركينا فاسو|تركيا|لبنان|كندا|اليابان|هنغاريا|المجر|أوكرانيا|"
    r"أستراليا|نيوزيلندا|أيرلندا|منغوليا|رومانيا|جورجيا)"
)
"""States whose formal name has no word such as "republic"."""

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
    r"division|debate|affairs|manager|director|counsel|coordinator)\b)(?!,)(?= )"
)
_STYLE_FR = (
    r"(?:a )?(?:s\. ?e\.(?: ?m\b)?\.?|s\. ?a\.(?: ?r\b)?\.?|s\. ?m\.|(?:son|leurs?) excellences?|sa majeste|"
    r"leurs? majestes?|son altesse(?: royale| serenissime)?|leurs altesses(?: royales)?|"
    r"sa saintete|son eminence|(?:le |la )?(?:tres )?honorable|le gardien des deux saintes mosquees|"
    r"le serviteur des deux saintes mosquees)"
)
_TITLE_FR = (
    r"(?:m|mme|mlle|mm|pr|dr|me|gal|amb)\.?(?= )|(?:monsieur|madame|mademoiselle|"
    r"messieurs|mesdames)(?: (?=\S))|(?:le |la |l')?(?:prince|princesse|roi|reine|cheikha?|"
    r"ambassad(?:eur|rice)|docteure?|professeure?|president|presidente|general|colonel|"
    r"ministre|frere|ingenieur|emir|sultan|imam)(?! (?:de|du|des|d'|a|aux?|pour|et|aupres|of|for|"
    r"general|secretariat|assembly|directorate|department|council|office|affairs)\b)"
    r"(?! d')(?!,)(?= )"
)
_GRADE_AR = r"(?:المعالي|السعادة|الفخامة|السمو|الجلالة|الدولة|الفضيلة|العطوفة|الغبطة|السماحة|السيادة|القداسة|النيافة)"
_BARE_AR = (
    rf"(?:(?:صاحبة?|أصحاب|صاحبات|صاحبا|صاحبي) {_GRADE_AR}(?: و{_GRADE_AR})*"
    r"(?: الملكي| الملكية)?|(?:معالي|سعادة|فخامة|جلالة|سمو|فضيلة|حضرة|سماحة|عطوفة|سيادة|"
    r"نيافة|غبطة)(?= )|دولة (?=السيدة?|الرئيس|رئيسة?|الدكتورة?|المهندس|الأستاذ)|"
    r"خادم الحرمين الشريفين)"
)
_STYLE_AR = rf"(?:إلى |الى )?(?:حضرة (?=صاحبة? |معالي |سعادة |فخامة |سمو |جلالة |سماحة |فضيلة |دولة ال))?{_BARE_AR}"
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
PERSONAL = rf"(?:^|[ .]){_TITLE}[ .]*$"
"""How a style ends that a name must follow: "Mr." or "الأمير", not "H.E." alone."""
_STYLE_BEGINS = (
    "to h e t s he his her their the custodian hon honorable honourable esteemed distinguished hrh hh "
    "mr mrs ms miss dr prof eng engr gen lt col amb sir dame lady lord sayyid hajj maj ambassador "
    "professor doctor prince princess sheikh sheikha shaikh shaikha king queen general lieutenant "
    "colonel engineer president brother sister minister senator major crown sultan emir amir imam "
    "madam brigadier admiral marshal rear vice-admiral a son sa leur leurs le la l tres m mme mlle mm pr me "
    "gal monsieur madame mademoiselle messieurs mesdames roi reine cheikh cheikha ambassadeur "
    "ambassadrice docteur docteure professeur professeure presidente ministre frere ingenieur "
    "إلى صاحب صاحبة أصحاب صاحبات صاحبا صاحبي معالي سعادة فخامة جلالة سمو فضيلة حضرة سماحة عطوفة سيادة "
    "نيافة غبطة دولة خادم السيد السيدة السادة الدكتور الدكتورة الأمير الأميرة الملك الملكة الشيخ الشيخة "
    "الأستاذ الأستاذة المهندس المهندسة السفير السفيرة الرئيس الرئيسة الوزير الوزيرة اللواء الفريق العميد "
    "العقيد الأخ الأخت الإمام السلطان الحاج البروفيسور الآنسة الأخوة الإخوة القاضي المستشار المستشارة د م أ "
    "ولي"
)
STYLE_BEGINS = frozenset(fold(word).skeleton for word in _STYLE_BEGINS.split())
"""The first words of all styles: a line that begins otherwise has none."""

# --- how a letter greets ----------------------------------------------------------------------
_SALUTED_EN = (
    r"(?:(?:my|dear|honou?rable|respected|distinguished|esteemed|most|right) )*"
    r"(?:(?:your |their )?(?:(?:imperial|royal|serene) )*"
    r"(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|eminence|holiness|(?<=your )(?:honou?r|grace|worship|lordship))|"
    r"(?:hello|hi|hey|good (?:morning|afternoon|day))(?: [^\n,:]{2,40})?|(?:mr|mrs|ms|madam|dr|prof|professor|ambassador|minister|prince|king|president|sheikh)(?!\w)"
    r"\.?(?: [^\n,:]{2,60})?|"
    r"sirs?(?:(?: or | and |/)madams?)?|madams?(?:(?: or | and |/)sirs?)?|(?:brother|sister) [a-z' -]{2,40}(?= ?,)|to whom it may concern|gentlemen|ladies(?: and gentlemen)?|colleagues?|friends?|brothers?|sisters?|"
    r"(?<=dear )[a-z'-]{2,20}(?= ?,))"
)
_SALUTED_FR = (
    r"(?:(?:chere?s?|tres|honorables?|distinguee?s?|mon|ma|mes) )*"
    r"(?:(?:votre |vos |leurs )?(?:excellences?|altesses?(?: royales?| serenissimes?)?|majestes?|"
    r"eminence|saintete|(?<=votre )(?:honneur|grandeur))|sire|monseigneur|(?:bonjour|bonsoir|salut)(?: [^\n,:]{2,40})?|"
    r"(?:monsieur|madame|messieurs|mesdames|mademoiselle|m\.|mme)(?: [^\n,:]{2,60})?|"
    r"(?:frere|soeur) [a-z' -]{2,40}(?= ?,)|collegues?|amis?|freres?|a qui de droit|(?:(?<=cher )|(?<=chere ))[a-z'-]{2,20}(?= ?,))"
)
_SALUTED_AR = (
    rf"(?:يا )?(?:دولة(?= (?:السيدة?|الرئيس|رئيسة?)\b)|{_BARE_AR}|السيدة?|السيدات|السادة|حضرات|الأخ|"
    r"الأخت|أخي|عزيزي|سيدي|سيدتي|الزميل|مرحبا|أهلا|(?:إلى |ل)من يهمه الأمر)(?: [^\n،:]{2,60})?"
)
SALUTATION = (
    rf"(?P<saluted>(?:{_SALUTED_EN}|{_SALUTED_FR}|{_SALUTED_AR})(?!\w))"
    r"(?:[,:] *(?:sir|madam|messieurs|monsieur[^\n,]{0,50}|madame[^\n,]{0,50}|mr\.? [^\n,]{2,50}|"
    r"madam [^\n,]{2,50}|excellenc[ey]))?"
)
_SALUTED_BEGINS = (
    "to a إلى لمن hello hi hey good bonjour bonsoir salut مرحبا أهلا soeur my dear honorable honourable respected distinguished esteemed most right your their "
    "imperial royal serene excellency excellencies majesty majesties highness highnesses eminence "
    "sir sirs madam madams gentlemen ladies colleague colleagues friend friends brother brothers "
    "sister sisters mr mrs ms dr prof professor ambassador minister prince king president sheikh "
    "cher chere chers cheres tres honorables distingue distinguee distingues mon ma mes votre vos "
    "leurs excellence excellences altesse altesses majeste majestes saintete sire monseigneur "
    "monsieur madame messieurs mesdames mademoiselle m mme collegues collegue amis ami freres frere "
    "يا صاحب صاحبة أصحاب صاحبات صاحبا صاحبي معالي سعادة فخامة جلالة سمو فضيلة حضرة سماحة عطوفة سيادة "
    "نيافة غبطة دولة خادم السيد السيدة السيدات السادة حضرات الأخ الأخت أخي عزيزي سيدي سيدتي الزميل"
)
SALUTED_BEGINS = frozenset(fold(word).skeleton for word in _SALUTED_BEGINS.split())
"""The first words of all salutations: a line that begins otherwise is none."""
_GREETING = (
    r"(?:السلام عليكم(?: ورحمة الله)?(?: تعالى)?(?: وبركاته)?(?=[ ،,:.!]|$)(?:[،, ]*(?:تحية طيبة|أما بعد|وبعد)(?!\w))*|تحية طيبة|تحية وبعد|بعد التحية|تحية إسلامية|as-?salamu?|assalamu?|greetings|"
    r"salutations)"
)

# --- labels -----------------------------------------------------------------------------------
_LABELS = {
    "subject": (
        "subject|subject matter|matter|in the matter of|object|sub|topic|affaire|subj|re|in re|regarding|concerning|objet|obj|sujet|concerne|a/s|au sujet de|الموضوع|موضوع|بشأن|"
        "بخصوص|في شأن"
    ),
    "reference": (
        "registry no|registry number|registration no|registration number|our number|protocol no|serial no|file reference|file number|"
        "n° d'enregistrement|numero d'enregistrement|n° d'ordre|numero d'ordre|notre numero|رقم التسجيل|رقم السجل|الرقم الصادر|رقم الوارد|الرقم العام|"
        "ref|refs|reference|references|our ref|our reference|your ref|ref no|ref number|reference no|"
        "reference number|our ref no|ref. no|our ref. no|no|number|file|file no|index|n/ref|v/ref|n/reference|notre ref|"
        "notre reference|nos ref|nos references|nos/ref|v. ref|n. ref|numero|doc no|doc ref|doc. ref|document ref|document no|n°|"
        "ref n°|reference n°|الرقم|رقم|العدد|عدد|النمرة|نمرة|الإشارة|إشارتنا|إشارتكم|المرجع|مرجعنا|مرجعكم|رقمنا|رقمكم|رقم الصادر|رقم الملف|dossier|dossier n°|courrier n°|"
        "رقم القيد|رقم الخطاب|رقم المرجع|الرقم المرجعي|رقم الإشارة|القيد|الصادر|رقم الكتاب|رقم المذكرة|رقم الوثيقة|رقم التقرير|رقم العقد|رقم التعميم|in reply please quote|please quote|when replying please quote|to be quoted in reply|reference a rappeler|a rappeler|رقم يرجى ذكره"
    ),
    "date": "date of approval|date approved|date d'approbation|date de l'approbation|تاريخ الاعتماد|تاريخ الموافقة|date|dated|on|le|في|التاريخ|تاريخ|بتاريخ|الموافق|حرر في|التاريخ الهجري|التاريخ الميلادي",
    "to": (
        "to|addressee|addressees|distribution|diffusion|التوزيع|for|attention|attn|for the attention of|a|a l'attention de|a l'attention du|a l'attention du destinataire|pour le destinataire|for the addressee|"
        "destinataire|destinataires|pour|إلى|المرسل إليه|المرسل إليهم|الجهة المرسل إليها|المرسل إليها|الموجه إليه|الموجه إليهم|الموجهة إليه|الموجهة إليهم|الموجه إليها|الجهات الموجه إليها|لعناية|عناية|موجه إلى|موجهة إلى|الجهة|السادة"
    ),
    "from": (
        "from|de|expediteur|emetteur|من|الجهة المصدرة|المرسل|الجهة المرسلة|الجهة المعدة|الجهة الطالبة|sender|originator|originating office|service emetteur|service d'origine|through|thru|via|"
        "sous couvert|sous couvert de|s/c|s/c de|channel|voie|عن طريق|بواسطة|القناة"
    ),
    "copies": (
        "cc|c.c|copy|copies|copy to|copies to|copie|copie a|copies a|ampliation|ampliations|"
        "نسخة|نسخة إلى|نسخة ل|صورة إلى|صورة|صورة مع التحية|نسخة مع التحية|صورة ل"
    ),
    "enclosures": (
        "encl|encls|enc|enclosure|enclosures|enclosed|appended|attachment|attachments|attached|annex|annexes|"
        "piece jointe|pieces jointes|p.j|p. j|pj|annexe|annexes|المرفقات|مرفقات|المرافقات|مرافقات|المرفق|مرفق|المرفقان|مرفقان|ملحقات|"
        "الملحقات|ملاحق|الملاحق|المشفوعات|documents joints|list of enclosures|pieces|annexed|tabs|"
        "المرافقات|مرافقات|عدد المرافقات|number of attachments|number of enclosures|number of annexes|"
        "number of appendices|nombre de pieces jointes|nombre de pieces|nombre d'annexes|liste des pieces jointes|"
        "liste des annexes|قائمة المرفقات|قائمة الملاحق|بيان المرفقات|"
        "annexed documents|documents annexed|attached documents|documents attached|enclosed documents|"
        "documents enclosed|papers annexed|papers enclosed|وثائق مرفقة|الوثائق المرفقة|"
        "appendices|with enclosures|feuilles|joint|jointe|joints|jointes|ci-joint|ci-joints|ci-jointe|ci-jointes|herewith|طيه|رفقته|الذيل|الذيلان|الذيول|ذيول|ذيلان|with|accompanied by|avec|accompagne de|accompagnee de|exhibits|flags|supplements|addenda|schedules|onglets|additifs|مشفوع|مشفوعات|مشفوعان|المشفوع|المشفوعان|ضمائم|الضمائم|ضميمتان|الضميمتان|مستندات|المستندات"
    ),
    "approval": (
        "visa d'approbation|visa d'autorisation|تأشيرة الموافقة|تأشيرة الاعتماد|"
        "decision: approved|decision: agreed|decision : approuve|decision : approuvee|decision : accord|"
        "القرار: موافق|القرار: يعتمد|التوجيه: موافق|agreed|i approve|approved as proposed|موافق|أوافق|"
        "يعتمد|تعتمد|لا مانع|موافق عليه|موافق عليها|approuve tel quel|accorde|"
        "autorite approbatrice|autorite d'approbation|autorite ayant approuve|approuve sous l'autorite de|authorising officer|"
        "authorizing officer|authorising authority|authorizing authority|سلطة الاعتماد|سلطة الموافقة|الجهة المعتمدة|الإذن بالإصدار|"
        "المعتمد|المعتمدة|المجيز|green light|feu vert|الضوء الأخضر|authority for issue|approved|approved by|approved for signature|approved for dispatch|approved for issue|"
        "approval|approval of|approval for dispatch|approval for issue|approval for signature|approval to issue|"
        "approbation pour envoi|approbation pour signature|approbation pour expedition|الموافقة على الإرسال|"
        "الموافقة على الإصدار|الموافقة على التوقيع|bon pour signature|bon pour envoi|bon pour accord|"
        "bon pour expedition|bon a expedier|bon a envoyer|bon a diffuser|bon a signer|bon a emettre|أجيز للتوقيع|أجيز للإرسال|أجيز للإصدار|approving officer|approving authority|cleared by|clearance|signed off by|signed off|endorsed by|"
        "authorised by|authorized by|reviewed and approved by|seen and approved by|seen and approved|"
        "seen and authorised|seen and authorized|endorsed|cleared|cleared for issue|authorised|authorized|"
        "authorisation|authorization|autorise|autorisation|vu et autorise|vu et autorise par|بموافقة|"
        "approuve|approuve par|approuvee par|lu et approuve|lu et approuve par|vu et approuve|"
        "vu et approuve par|approbation|visa|visa et approbation|vise par|autorise par|valide par|"
        "cleared and approved|cleared and approved by|approved and cleared|approved and cleared by|"
        "checked and approved|checked and approved by|signature autorisee|signature autorisee par|"
        "examine et approuve|examine et approuve par|vise et approuve|vise et approuve par|"
        "اطلع عليه واعتمده|روجع واعتمد|للاعتماد|اعتمده|اعتمدته|اعتمدها|"
        "اعتمد|اعتماد|الاعتماد|معتمد|معتمد من|اعتمد من|اعتمد من قبل|يعتمد|وافق عليه|وافق عليها|"
        "وافقت عليه|وافقت عليها|وافق|وافقت|الموافقة|موافقة|تمت الموافقة|تمت الموافقة من|تمت الموافقة من قبل|"
        "أجازه|أجازته|صادق عليه|صدق عليه|أقره|أجيز من|أجيز من قبل|جهة الاعتماد|تمت الموافقة عليه"
    ),
    "signed": (
        "signed|signature|signed by|signe|signe par|signataire|signatory|التوقيع|توقيع|الموقع|وقعه|name|"
        "nom|الاسم|s|prepared by|drafted by|redige par|prepare par|أعده|nom et prenom"
    ),
    "post": (
        "title|position|post|designation|function|titre|fonction|qualite|poste|الصفة|الوظيفة|المنصب|"
        "المسمى الوظيفي"
    ),
    "place": "state|country|member state|etat|etat membre|pays|الدولة|البلد|الدولة العضو",
}
LABELS: dict[str, str] = {
    fold(word).skeleton: label for label, words in _LABELS.items() for word in words.split("|")
}
# "Sheets attached", "documents annexés", "عدد الأوراق المرفقة": what goes along, in any pair of words.
_THINGS = (
    (
        "sheets documents papers annexes attachments enclosures appendices copies pages items",
        "attached enclosed annexed appended",
    ),
    (
        "documents pieces feuilles annexes feuillets textes copies appendices",
        "joints jointes annexes annexees ci-joints ci-jointes",
    ),
    ("الأوراق الوثائق المستندات الملاحق المرفقات الصفحات النسخ الذيول", "المرفقة الملحقة المشفوعة"),
    ("عدد", "المرفقات الملاحق الأوراق الوثائق المشفوعات الملحقات المستندات مرفقات ملاحق"),
)
for _things, _ways in _THINGS:
    for _pair in (f"{thing} {way}" for thing in _things.split() for way in _ways.split()):
        LABELS[fold(_pair).skeleton] = "enclosures"
        LABELS[fold(f"عدد {_pair}" if _pair > "\x7f" else f"number of {_pair}").skeleton] = (
            "enclosures"
        )
for _what in ["attachments", "enclosures", "annexes", "documents attached", "appendices"]:
    LABELS[f"number of {_what}"] = "enclosures"
for _what in ["de pieces jointes", "d'annexes", "d'appendices", "de documents joints"]:
    LABELS[f"nombre {_what}"] = "enclosures"
LABELS |= dict.fromkeys(SUBJECT_LABELS, "subject")
"""What stands before a colon, and which part of the letter it announces."""
ALONE = frozenset(
    {"subject", "reference", "to", "from", "enclosures", "approval", "signed", "date"}
)
"""The labels that may stand on a line of their own, without a colon."""
_PERSON = r"(?:by |par |من (?:قبل )?)?(?:the |le |la |l'|mr|ms|mrs|dr|m\.|mme|h\. ?e|s\. ?e|معالي|سعادة|السيد|الأمين|مدير|secreta|directeur|directrice|director)"
_FOR_ISSUE = (
    r"(?: (?:for|pour) (?:issue|issuance|dispatch|despatch|signature|release|transmission|"
    r"envoi|expedition|diffusion))?"
)
# A sentence may begin so too: only a short line with its date at the end is an approval.
_ON_AUTHORITY = (
    r"(?:(?:by|on|with|under|upon) (?:the )?)?"
    r"(?:authority|authori[sz]ation|approval|clearance|order|consent) (?:of|by|from)|"
    r"(?:(?:par|sur|avec) (?:l')?)?"
    r"(?:autorisation|approbation|accord|visa|ordre)(?= d)(?: de(?= )| du| d')?"
)
OPENERS: dict[str, tuple[str, re.Pattern[str]]] = {
    fold(word).skeleton: (label, compiled(expression))
    for words, label, expression in (
        ("ref|ref.|reference", "reference", r"\w+\.?(?: (?:no\.?|number|n°|numero))? +(?=[a-z]{2,}/|[0-9])"),
        ("registry|registration|protocol|serial|enregistrement|ordre|القيد|التسجيل|قيد|تسجيل", "reference",
         r"[^\W\d_]+ *(?:no\.?|number|n°|numero|رقم)? *(?=(?:oic|oci)/[\w./()-]+ *$)"),
        ("letter|note|memorandum|memo|circular|corr|corr.|correspondence|file|courrier|dossier|lettre|memorandum|circulaire|service|contract|contrat|report|rapport|خطاب|كتاب|رسالة|مذكرة|تعميم|عقد|تقرير",
         "reference", r"\w+\.? (?:(?:\w+ ){0,2}(?:no\.?|n°|رقم) *:? *(?=[a-z]{2,}(?:[/\\]|\.[a-z]{2,}\.))|(?=[a-z]{2,}(?:/[\w-]+){3,} *$))"),
        ("no|no.|n°|numero|our|notre|nos|n/ref|n/ref.|رقم|الرقم|برقم", "reference",
         r"(?:(?:our|notre|nos) )?(?:no\.?|n°|numero|(?:n/)?ref(?:erence)?s?\.?|(?:ال|ب)?رقم(?: ال\w+)?) *(?=[a-z]{2,}[/-])"),
        ("م/", "subject", r"م/ *(?=\S)"),
        ("attention|for|a", "to", r"(?:attention|for the attention of|a l'attention (?:d[eu]s?|de la)) *(?=\S)"),
        ("إلى|لعناية|عناية", "to", r"(?:إلى|لعناية|عناية) (?=معالي|سعادة|فخامة|صاحب|السيد|سمو|جلالة|دولة)"),
        ("addressed|adresse|adressee|adresses|adressees|يرفع|ترفع|يوجه|توجه|يقدم|تقدم|موجه|موجهة|مرفوع|مرفوعة", "to",
         r"(?:addressed to|adressee?s? (?:a|aux?)(?= )|(?:موجهة?|مرفوعة?|[يت](?:رفع|وجه|قدم)) إلى) *(?=\S)"),
        ("cc|c.c.|copy|copie|copies|نسخة|صورة", "copies",
         r"(?:cc|c\.c\.|cop(?:y|ies) to|copies? a|(?:نسخة|صورة) (?:مع التحية )?(?:إلى(?= )|ل(?=ل|إدارة|مكتب|قسم|وحدة|بعثة|ديوان|سفارة|وزارة|قطاع))) ?"),
        ("approved|cleared|approuve|approuvee|vu|vue|lu|seen|reviewed|authorised|authorized|endorsed|autorise|autorisee"
         "|checked|signature|examine|examinee|vise|visee|valide|validee", "approval",
         r"(?:(?:(?:reviewed|seen|read|cleared|checked|lue?|vue?|examinee?|visee?|validee?) (?:and|et)|signature) )?(?:approved|cleared|approuvee?|authori[sz]ed|autorisee?|endorsed|(?:visee?|validee?)(?= par))"
         rf"{_FOR_ISSUE},? +(?=(?:by |par |on |le )?(?:{_PERSON}|[^\n]{{3,60}},))(?:by |par )?"),
        ("by|on|with|under|upon|par|sur|avec|autorisation|authorisation|authorization|approbation|approval|clearance|accord|visa",
         "approval", rf"(?:{_ON_AUTHORITY}) +(?={_PERSON}[^\n]{{0,80}}$)(?=[^\n]{{0,80}}(?:19|20)[0-9][0-9]\.?$)"),
        ("اعتمده|اعتمد|اعتمدته|وافق|وافقت|معتمد|تمت|أجازه|أجازته|أقره|صادق|يعتمد", "approval",
         r"(?:اعتمده|اعتمدته|اعتمد(?: من(?: قبل)?)?|وافقت? علي(?:ه|ها)|معتمد(?: من(?: قبل)?)?|يعتمد|أجازت?ه|أقره|"
         rf"صادق عليه|تمت الموافقة(?: عليه)?(?: من(?: قبل)?)?) +(?=(?:{_PERSON}|[^\n]{{3,60}}[،,]))"),
        ("one|two|three|four|five|six|un|une|deux|trois|quatre|cinq", "enclosures",
         r"[^\W\d_]+ (?:annexe?s?|appendi\w+|enclosures?|attachments?|pieces? jointes?|documents? joints?) *(?=[(:.-]|$)"),
        ("ملحقان|مرفقان|ذيلان|مرفق", "enclosures", r"[^\W\d_]+ *(?=\()"), ("with|avec|مع", "enclosures", r"[^\W\d_]+ (?=(?:[^\W\d_]+ |\d )?(?:annex|append|enclosure|attachment|(?:table|tableau|schedule|exhibit) (?:[a-h]|\d|[ivx]+)\b|(?:ال)?(?:ملحق|مرفق|ذيل|مشفوع|ضميمة|جدول رقم|مستند)))"),
        ("طيه|رفقه|رفقته|وطيه|رفق", "enclosures",
         r"[^\W\d_]+ (?:عدد )?\(?\d{1,2}\)? (?:من )?(?:ال)?(?:ملاحق|مرفقات|وثائق|أوراق|مستندات|ذيول)(?: هي)? *(?=[(:.-]|$)"),
        ("encl|encl.|enclosures|enclosure|p.j|p.j.|pj|pieces", "enclosures",
         r"(?:encl(?:osures?)?\.?|p\.? ?j\.?|pieces? jointes?) +(?=annexe?s? )"),
        ("روجع|روجعت|طالعه", "approval",
         rf"(?:روجعت? واعتمدت?|طالعه واعتمده)(?: من(?: قبل)?)? +(?={_PERSON}|[^\n]{{3,60}}[،,])"),
        ("صدرت|حظي|حظيت|نال|نالت|حصلت", "approval",
         rf"(?:صدرت |(?:حظيت? |حصلت )(?:على |ب)|نالت? )موافقة +(?={_PERSON}[^\n]{{0,80}}$)(?=[^\n]{{0,80}}(?:19|20)[0-9][0-9][^\n]{{0,4}}$)"),
        ("اطلع|اطلعت", "approval",
         rf"اطلعت? علي(?:ه|ها) (?:و(?:أجازت?|أقرت?|اعتمدت?|وافقت? علي)(?:ه|ها) (?=(?:{_PERSON}|[^\n]{{3,60}}[،,]))|"
         rf"(?=(?:صاحب )?{_PERSON})(?=[^\n]{{3,60}} و(?:أجاز|أقر|اعتمد|وافق|أذن))(?=[^\n]{{0,80}}(?:19|20)[0-9][0-9][^\n]{{0,4}}$))"),
        ("بموافقة|بتفويض|بإذن|بأمر|بترخيص|بتخويل|باعتماد|أذن|أذنت|صرح", "approval",
         r"(?:ب(?:موافقة|تفويض|إذن|أمر|ترخيص|تخويل|اعتماد)(?: من)?|(?:أذنت?|صرح) ب(?:ه|ها|(?:ال)?(?:إصدار|إرسال|توقيع|توزيع|تعميم|نشر)(?:ه|ها)?))"
         rf" +(?=(?:صاحب )?{_PERSON}[^\n]{{0,80}}$)(?=[^\n]{{0,80}}(?:19|20)[0-9][0-9][^\n]{{0,4}}$)"),
        ("(signed)|(signe)|(موقع)|(توقيع)|[signed]", "signed", r"[(\[]\w+[)\]] *"),
    )
    for word in words.split("|")
}  # fmt: skip
"""First words of labels that need no colon, with what must follow."""

# What is approved beside the paper itself.
_THING_EN = (
    r"(?:the )?(?:expenditures?|expenses?|amount|contribution|travel|payment|mission|participation|budget|costs?|"
    r"commitment|funds|funding|grant|draft|text|paper|memorandum|note|letter|circular|contract|report|document|"
    r"dispatch|request|proposal|estimate|advance|purchase|award|programme|visit)"
)
_THING_FR = (
    r"(?:la |le |l'|les )?(?:depenses?|frais|montant|contribution|mission|paiement|participation|budget|engagement|"
    r"credits?|texte|projet|document|note|lettre|circulaire|contrat|rapport|envoi|demande|proposition|devis|avance|"
    r"achat|deplacement|voyage|subvention|memorandum)"
)
_DONE_EN = r"(?:approved|authori[sz]ed|cleared|endorsed|sanctioned|agreed(?: to)?)"
_DONE_FR = r"(?:approuve|autorise|accorde|valide|vise|avalise)(?:e|s|es)?"
_DONE_AR = r"(?:اعتمدت?|وافقت? على|أجازت?|أقرت?|صادقت? على|صدقت? على)"
_WHOSE = (
    r"(?:approval|authori[sz]ation|clearance|consent|agreement|endorsement|decision) (?:of|by|from) (?:the )?",
    r"(?:approbation|autorisation|accord|visa|aval|agrement|validation|decision) (?:du |de la |de l'|de )",
    r"(?:موافقة|اعتماد|إذن|مصادقة|إجازة|تأشيرة) (?:معالي |سعادة |السيدة? )?",
)
# "Seen and approved", and what an officer writes without the verb: "Bon pour accord".
_SEEN = (
    rf"(?:(?:seen|read|reviewed|examined|noted) (?:and|&) {_DONE_EN}(?: by)?|"
    rf"(?:vu|lu|examine|verifie) et {_DONE_FR}(?: par)?|"
    r"bon pour (?:accord|approbation|autorisation|expedition|envoi|execution|signature)|bon a (?:expedier|envoyer|diffuser|signer|emettre)|"
    r"تمت الموافقة(?: من(?: قبل)?)?|تم الاعتماد(?: من(?: قبل)?)?)"
)
_OF_WHAT = (
    rf"(?:{_SEEN}|{_DONE_AR} ال[^\W\d_]+(?: ال[^\W\d_]+)?|"
    r"اطلعت? علي(?:ه|ها) و(?:وافقت?|أذنت?|صدقت?|أقرت?|اعتمدت?)(?:ه|ها)?(?: علي(?:ه|ها))?|"
    rf"{_THING_EN} {_DONE_EN}(?: by)?|{_THING_FR} {_DONE_FR}(?: par)?) *:"
)
APPROVAL_LABEL = "|".join(
    (
        *(rf"{begin}(?=(?:[\w'-]+ ){{0,2}}(?:ال)?{POST})[^\n:]{{3,60}}:" for begin in _WHOSE),
        _OF_WHAT,
    )
)
"""A label that says whose approval it is, or what was approved: "Approval of the Director:"."""
APPROVAL_SAID = (
    rf"{_SEEN} (?:(?:on|le|en date du|dated|في|بتاريخ) [^\n,]{{6,30}} )?(?:by |par |من |من قبل )?"
    rf"|(?:{_THING_EN} )?{_DONE_EN} (?:(?:on|dated) [^\n,]{{6,30}} )?by "
    rf"|(?:{_THING_FR} )?{_DONE_FR} (?:(?:le|en date du) [^\n,]{{6,30}} )?par "
    rf"|(?:تمت? الموافقة على|{_DONE_AR}) (?:ال|صرف |تنفيذ |سداد |دفع |تمويل )[^\W\d_]*"
    r"(?: ال[^\W\d_]+)?(?: من(?: قبل| طرف)?)? "
)
"""How a sentence begins that tells an approval: "Expenditure approved by name, post, on date"."""
APPROVAL_BEGINS = frozenset(
    re.findall(
        r"[^\W\d_]{3,}",
        fold(
            " ".join((_THING_EN, _THING_FR, *_WHOSE, _DONE_AR, "وافقت اطلعت اطلع صادقت"))
        ).skeleton,
    )
) | frozenset(
    fold("seen read reviewed examined noted vu lu examine verifie bon تمت تم").skeleton.split()
)
"""The words with which such a label may begin."""

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
            r"^[ |]*(?:subject|re|objet|sujet|الموضوع|موضوع|بشأن) *[:/|]",
            r"^[ |]*(?:to|from|attention|addressees?|distribution|destinataires?|إلى|المرسل إليه|من|a l'attention) *[:/|]",
            r"^[ |]*(?:our |n/|v/|nos? |your )?ref(?:erence)?s?\.? ?(?:no\.?|number)? *[:/|]",
            r"^[ |]*(?:الرقم|العدد|عدد|النمرة|رقمنا|المرجع|الإشارة|رقم الصادر|إشارتنا|رقم المرجع) *[:/|]",
            r"^ *(?:ref(?:erence)?\.?|no\.?|n°|المرجع|الرقم|رقم) +(?:oic|oci)/",
            r"^ *(?:dear |your )[^\n,]*,? *$",
            r"^ *(?:votre |cher |chere )[^\n,]*, *$",
            r"^ *(?:excellenc(?:e|y|ies)|sir|madam|sire|monsieur|madame)[^\n,]*,",
            r"^ *(?:صاحب|صاحبة|أصحاب|معالي|سعادة|فخامة|سمو|جلالة|دولة)[^\n]*$",
            r"^ *(?:h\. ?e\.|h\. ?r\. ?h|h\. ?m\.|h\. ?h\.|s\. ?e\.|s\. ?a\.|his |her |son |sa )",
            r"^ *(?:enclosures?|encl\.|المرفقات|pieces? jointes?)"
            r" *[:/]",
            r"presents? its compliments|presente ses compliments|compliments of the",
            r"تهدي [^\n]*تحيات",
            r"in witness whereof|en foi de quoi|represented by|represente[es]* par|و?يمثل[هـ]ا? |إثباتا لذلك",
            r"^ *(?:service |lease |supply )?(?:contract|contrat|عقد|agreement|accord|اتفاق) [^\n]*(?:no\.?|n°|رقم) *(?:[0-9]|oic/|oci/)",
            r"^ *(?:(?:service|lease|supply|framework|consultancy) (?:contract|agreement)|"
            r"(?:accord|contrat|convention) de [^\n]*|(?:عقد|اتفاق) [^\n]*) (?:oic|oci)/",
            r"^ *(?:administrative |internal |information )?(?:circular|circulaire|تعميم)[ :/\n]",
            r"^ *(?:signed|signature|signe|التوقيع|الموقع) *[:)]",
            r"^ *(?:(?:inter-?office|interdepartmental|internal) )?(?:memorandum|memo)(?: interieur| interne)? *$|^ *مذكرة(?: داخلية| إدارية)? *$",
            r"(?:please|kindly) accept,|assurances? of (?:my|its|our) |yours (?:sincerely|faithfully)",
            r"veuillez [^\n]*agreer|prie d'agreer|^ *و?تفضلو",
        )
    ),
    Trigger("letter_number", r"(?:oic|oci)/[a-z]{2,9}/(?:[a-z]{1,9}/)*(?:19|20)[0-9][0-9]/[0-9]"),
    Trigger(
        "letter_approval",
        r"^ *(?:approv(?:ed(?: by)?|al|ing (?:officer|authority))|autorite (?:ayant approuve|approbatrice)|المعتمدة?|جهة الاعتماد|vu et approuve|approbation|approuvee?(?: par)?|cleared by|visa|"
        r"و?اعتمد[هت]?ه?ا?|معتمد|وافقت? علي[هـ]ا?|الموافقة|الاعتماد|يعتمد) *[:/\n]",
    ),
    Trigger(
        "letter_approval",
        r"^ *(?:visa d'a(?:pprobation|utorisation)|approbation donnee|(?:clearance|approval) given|"
        r"(?:approval|clearance) visa|تأشيرة (?:ال)?(?:موافقة|اعتماد)|صدرت (?:ال)?موافقة) ",
    ),
    Trigger(
        "letter_approval",
        r"^ *(?:approved by|signed off by|approuvee? par|اعتمده|اعتمدها|وافق عليه) [^\n]|"
        r"^ *(?:for|on behalf of|pour|au nom de|عن|نيابة عن) (?:the |la |le |l')?"
        r"(?:organi[sz]ation|general secretariat|secretariat general|oic|oci|المنظمة|منظمة|الأمانة)"
        r"[^\n:]*:",
    ),
    *(
        Trigger("letter_approval", rf"^ *{begins}")
        for begins in (
            *(rf"(?:{begin})[^\n:]+:" for begin in _WHOSE),
            _OF_WHAT,
            rf"{_SEEN} ",
            rf"{_THING_EN} {_DONE_EN} (?:by|on|dated) ",
            rf"{_THING_FR} {_DONE_FR} (?:par|le|en date) ",
            rf"(?:تمت? الموافقة على|{_DONE_AR}) (?:ال|صرف |تنفيذ |سداد |دفع |تمويل )[^\n]*(?:19|20)[0-9][0-9]",
        )
    ),
    Trigger(
        "letter_compliments",
        r"compliments to |compliments a l[a']|compliments au|"
        r"(?:ت|ي)(?:هدي|زجي|بعث|رفع|قدم) [^\n]*تحيات[^\n]* إلى ",
    ),
    Trigger(
        "letter_compliments",
        r"(?:presente|adresse|transmet|exprime|offre) (?:ses|leurs) [^\n.;]*(?:salutations|hommages|"
        r"civilites)[^\n.;]* (?:a l[a']|au)|"
        r"(?:presents|conveys|extends|sends|addresses) its [^\n.;]*(?:greetings|regards|respects) to ",
    ),
    *(
        Trigger("letter_close", expression)
        for expression in (
            r"(?:please|kindly) accept,|accept,? (?:your )?(?:excellency|sir|madam)[^\n]*assurances?",
            r"^ *accept, [^\n]*(?:expression|assurances?|esteem)",
            r"avails? (?:itself|myself|himself|herself|ourselves) of|(?:seize|take)s? this (?:opportunity|occasion)",
            r"assurances? of (?:my|its|our|the|his|her) |renewed assurances?|of (?:my|its|our) (?:very |most )?(?:high(?:est)?|distinguished) (?:consideration|esteem)",
            r"^ *(?:yours? )?(?:very |most )?(?:sincerely|faithfully|truly|respectfully)(?: yours)? *,? *$",
            r"^ *(?:with )?(?:my )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes) *,? *$",
            r"(?:veuillez|daignez)[^\n]*(?:agreer|accepter|recevoir|croire)|(?:vous )?pri(?:e|ons|ant) d'agreer",
            r"(?:je|nous) pri(?:e|ons) (?:votre|vos) |(?:saisi[rst]*|prevau[tx]) (?:de )?cette occasion|^ *(?:bien |tres )?(?:cordialement|respectueusement) *,? *$",
            r"(?:expression|assurance|temoignage|marques?)(?: renouvelee?s?)? de (?:ma|mon|mes|notre|nos|sa|ses|leur) |haute consideration",
            r"(?:assure|renew to|express to|convey to|extend to) (?:you|your)[^\n]* (?:my|our) [^\n.]*(?:respect|regard|esteem|attachment|friendship|devotion)",
            r"vous (?:assurer|exprimer|redire|reiterer|renouveler)[^\n]* (?:ma|mon|mes|notre|nos) [^\n.]*(?:respect|estime|attachement|devouement|amitie|hommage)",
            r"[أن](?:دعو|سأل) (?:الله|المولى|العلي|الباري) [^\n]*(?:يحفظ|يديم|يوفق|يسدد|يمتع|يرعا)",
            r"و?تفضلوا?ي? [^\n]*(?:بقبول|تقدير|احترام|تحيات|اعتبار)|و?تقبلوا?ي? [^\n]*(?:تقدير|احترام|تحيات)",
            r"(?:فائق|خالص|أسمى|وافر|عظيم|بالغ|أطيب) (?:آيات |عبارات |ال)*(?:تقدير|احترام|تحيات|اعتبار|تحية|مودة)",
            r"[تأني](?:غتنم|نتهز) [^\n]*(?:فرصة|مناسبة|سانحة)|والسلام عليكم|والله (?:يحفظكم|يرعاكم|الموفق)",
        )
    ),
)
GREETING = pattern(_GREETING)
