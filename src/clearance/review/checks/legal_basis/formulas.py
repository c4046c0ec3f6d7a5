"""The words by which a paper says on what it rests, in three languages."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.paper import Paper
from clearance.review.scan import Trigger

# Broad on purpose: a paper that names any ground at its opening is not told that it has none.
_ENGLISH = (
    r"pursuant to|in pursuance of|(?:in )?(?:accordance|conformity|compliance|line|keeping) with"
    r"|(?:in )?(?:implementation|application|execution|fulfil?lment|furtherance) of|implementing"
    r"|by virtue of|under the (?:terms|provisions|mandate|authority) of|under (?:article|rule"
    r"|resolution|the (?:internal|financial|staff|charter|regulations|rules|headquarters))"
    r"|on the basis of|based on|as (?:decided|approved|mandated|requested|provided|called for"
    r"|agreed"
    r"|stipulated|required|adopted|instructed|set out|recommended) (?:by|in|for|under|at|with)"
    r"|acting (?:under|upon|on|in)|having regard to|whereas|mandated by|entrusted by|recalling"
    r"|as per"
    r"|further to|with reference to|in reference to|referring to|refer(?:ence)? (?:is made )?to"
    r"|in (?:response|reply|answer) to|in follow-?\s?up (?:to|of)|following (?:the|your|up)"
    r"|in (?:the )?light of|on the instructions? of|upon the (?:instruction|request|directive"
    r"|recommendation|approval|invitation)|at the (?:request|invitation"
    r"|direction) of"
    r"|for your (?:kind )?(?:letter|note|invitation|message)|receipt of your"
    r"|your (?:kind )?(?:letter|note"
    r"|invitation|request|memorandum)|invoking|consistent with|authori[sz]ed by|in response"
    r"|decision of|acknowledg(?:es?|ing)(?: with \w+)?(?: the)? receipt"
)
_FRENCH = (
    r"en application d|conformement a|en conformite avec|en vertu d|suite a|faisant suite"
    r"|comme suite"
    r"|donnant suite|en reponse a|repondant a|en execution d|en reference a|par reference a"
    r"|referant"
    r"|me refere|se refere|nous referons|au titre d|aux termes d|sur (?:la )?base d"
    r"|sur le fondement d"
    r"|fonde(?:e|s)? sur|ainsi qu(?:e l'a|'en a)|comme (?:le prevoit|l'a decide|prevu|convenu"
    r"|decide)"
    r"|tel(?:le)? que (?:prevu|decide|approuve)|sur (?:les )?instructions?|a la demande d"
    r"|a l'invitation d"
    r"|en accord avec|mise en (?:œuvre|oeuvre) d|eu egard a|habilitee?s? (?:par|en|a)|mandatee?s? "
    r"(?:par|en)"
    r"|en realisation d"
    r"|votre (?:aimable )?(?:lettre|note|invitation|demande|courrier)|attendu que|en exercice d"
    r"|accuse(?:r|nt)? (?:bonne )?reception"
    r"|rappelant|vu (?:le (?:reglement|statut|budget|traite)|la (?:resolution|charte|decision"
    r"|directive|lettre|note|convention)|les (?:resolutions|articles?|statuts|dispositions)"
    r"|l'(?:article|accord|avis))"
)
_ARABIC = (
    r"عملا (?:ب|بما)|بناء (?:على|علي)|بناء ل|استنادا (?:إلى|ل)|إشارة إلى|بالإشارة إلى|أشير إلى"
    r"|نشير إلى|تنفيذا ل|وفقا ل|وفق"
    r"|طبقا ل|تطبيقا ل|إعمالا ل|بموجب|بمقتضى|امتثالا ل|التزاما ب|انطلاقا من|ردا على|جوابا على"
    r"|إجابة (?:على|عن)|عطفا على"
    r"|إلحاقا ب|تبعا ل|متابعة ل|تنفيذ (?:ال)?قرار|استجابة ل|تلبية ل|في ضوء|على ضوء|في إطار تنفيذ"
    r"|حيث إن|لما كان|بتوجيه"
    r"|بتكليف|تحقيقا ل|على أساس|بالاستناد|سندا|كما قرر|كما اتفق عليه (?:في|مع)"
    r"|كما نص|حسبما|حسب ما|على نحو ما|رسالتكم"
    r"|خطابكم|كتابكم|مذكرتكم|دعوتكم"
    r"|تسلم(?:ها|ت)? (?:ل|ب)?مذكرة|(?:ب|ت)استلام(?:ها)? (?:ل)?مذكرة|تلق(?:ت|ي|يها) مذكرة"
    r"|طلبكم|بالرجوع إلى|تأسيسا على|إنفاذا ل|مصداقا"
)
_ANY = rf"(?:{_ENGLISH}|{_FRENCH}|و?(?:{_ARABIC}))"
FORMULA = compiled(rf"(?<!\w){_ANY}")
INVOKED = Trigger("ground invoked", _ANY)
"""Where a formula may stand: within a longer word it is none."""
# "In accordance with the attached programme" names no ground.
NO_GROUND = compiled(
    r"[uxres']*\s*(?:the |le |la |les |l'|du |au |aux |a la |a l'|a )?(?:attached|enclosed|annexed|"
    r"following"
    r"|above|below|(?:technical |agreed )?(?:specifications?|terms of reference|conditions|"
    r"timetable)\b"
    r"|(?:les )?(?:specifications?|termes de reference|conditions|cahier des charges)\b"
    r"|(?:ل|ال)?(?:لمواصفات|مواصفات|لشروط|شروط|لاختصاصات|لكراسة|كراسة)\b|annexe? |l'annexe |(?:ل|"
    r"ال)?(?:لمرفق|مرفق|لملحق|ملحق)|ه\b|ها\b"
    r"|present|programme|program|schedule|agenda|table|calendar|ci-joint|suivant|calendrier|tableau"
    r"|ordre du jour|(?:keen |kind |great |growing )?interest (?:shown|of|that|taken|in)|"
    r"conversations?\b|talks\b|(?:l')?interet\b|(?:l')?entretien\b|conversation\b|"
    r"(?:ما (?:أبد|تبد|يبد|دار|جرى)|الاهتمام|اهتمام|لقاء|حديث|محادثة)|لبرنامج|البرنامج|الجدول|"
    r"لجدول|المرفق|ما يلي|"
    r"لما يلي|التالي|(?:best |good |high(?:est)? |usual |accepted )*"
    r"(?:professional|industry|trade) "
    r"(?:standards?|practice|rules?)|(?:good|best) practice|(?:l')?(?:usages|normes|regles) "
    r"(?:professionnelle?s|de (?:l'art|la profession))|bonnes pratiques|"
    r"(?:ل|ال)?(?:لمعايير|معايير|لأصول|أصول|لأعراف|أعراف) (?:المهنية|المهنة|الفنية|المرعية)|"
    r"(?:هذا الغرض|هذا الهدف|هذه الغاي|ذلك(?! القرار| الطلب))|"
    r"(?:the |an? )?(?:proposals? of the (?:board|council)\b)|اقتراح المجلس|"
    # letters of which none is named, what experts do, and what is no more than a manner
    r"(?:an? |one )?(?:prior |previous )?(?:written |registered )?(?:notice|notification|"
    r"purchase orders?|invoices?)\b|(?:une? )?(?:simple )?(?:preavis|notification|mise en demeure|"
    r"factures?|bons? de commande)\b|(?:ل)?(?:إشعار|إخطار|إنذار|فاتورة|أمر شراء)\b|"
    r"(?:its |their )?(?:usual|customary|alphabetical|established|normal) (?:order|practice|"
    r"procedure|manner|arrangements|custom)\b|"
    r"(?:(?:l')?(?:ordre|usage)|(?:la )?pratique|(?:les )?usages) "
    r"(?:habituel\w*|alphabetique|accoutume|etabli\w*|courant\w*)|"
    r"(?:ل|ال)?(?:لنظام|نظام|لترتيب|ترتيب|لعرف|عرف) (?:ال)?(?:معتاد|متبع|مألوف|أبجدي|هجائي|معهود)|"
    r"(?:its |our |their |ses |ces |nos |ال)?(?:(?:previous|earlier|past|prior|recent) "
    r"(?:correspondence|communications?|exchanges?|contacts?|letters|notes)\b|"
    r"(?:exchange of )?correspondence exchanged|exchange of correspondence|(?:la )?"
    r"(?:correspondances?|communications?|echanges?|lettres|notes) (?:precedent\w*|anterieur\w*|"
    r"echangee?s?|de correspondances?)|(?:لمراسلات|مراسلات|مكاتبات|لمكاتبات|رسائل|مذكرات)\w* "
    r"(?:ال)?(?:سابقة|متبادلة))(?![^\n;]{0,30}\d)|"
    # what goes along, where the money stands, how the house thinks, how things are
    r"(?:the )?(?:following )?(?:enclosures?|appendi(?:x|ces)|attachments?|documents?|papers?)\b"
    r"(?! (?:no\.? |n° )?(?:oic|ref))|(?:documents? (?:suivants?|joints?|ci)|pieces? jointes?|"
    r"appendices?|rubriques?|postes|lignes?(?! budgetaire \d)|chapitres? suivants?)\b|"
    r"(?:ل|ال)?(?:لوثائق|وثائق|لذيل|ذيل|لبنود|بنود) (?:ال)?(?:تالية|آتية|مرفقة|أول|ثاني)\w*|"
    r"(?:its |our |their |the )?(?:[\w'-]+ ){0,2}?(?:position|stance|approach|line of conduct)\b|"
    r"(?:sa |la |leur )?(?:[^\W\d_]+ )?position\b|(?:ل|ال)?(?:لموقف|موقف|لمواقف|مواقف)(?!\w)|"
    r"(?:the )?(?:recent|current|latest|prevailing|present|evolving) (?:[^\W\d_]+ )?"
    r"(?:developments?|situation|circumstances|events|conditions)\b|"
    r"(?:l')?(?:evolutions?|developpements?|situation|circonstances|evenements|conjoncture) "
    r"(?:recente?s?|actuelle?s?)\b|(?:ل|ال)?(?:لتطورات|تطورات|لمستجدات|مستجدات|لظروف|ظروف|لأوضاع|"
    r"أوضاع) (?:ال)?(?:أخيرة|راهنة|حالية|جارية)|"
    r"(?:works?|meetings?|travaux|reunions?) (?:of|du|des|de) ?(?:the |la )?"
    r"(?:groupes? d')?experts?\b|"
    r"(?:أعمال|لأعمال|اجتماع\w*|أشغال) (?:فريق )?(?:ال)?(?:لخبراء|خبراء)\b|"
    r"\d{1,3}(?:[.,]\d)? ?(?:per cent|percent|pour cent|%|في المائة|بالمائة)|"
    r"(?:one|some|several|certain|many|une|certaines|plusieurs) delegations?\b|"
    r"(?:its|their|his|her|leurs?) "
    r"(?:own |outstanding |respective |bilateral |national |technical |"
    r"professional |proven )+(?!(?:agreement|decision|resolution|mandate|charter))|"
    r"(?:merit|equality|equity|sovereign equality|mutual|reciprocity|competence|(?:a|the) list)\b|"
    r"(?:egalite|equite|merite|competence|reciprocite|(?:une )?liste)\b|"
    r"(?:ال)?(?:كفاءة|جدارة|مساواة|معاملة بالمثل|إنصاف|قائمة|كشف)\b|"
    r"(?:(?:applicable )?instruments? in force|usual (?:terms|practice))|"
    r"instruments en vigueur|(?:ال)?صكوك (?:ال)?(?:نافذة|سارية|مرعية)|"
    r"(?:ل|ال)?(?:لمعايير|معايير|لمقاييس|مقاييس) (?:ال)?(?:محددة|مبينة|واردة|مذكورة|مقررة) في|"
    r"(?:ل)?(?:decision|resolution|لقرار|قرار) (?:on|sur|concernant|relative a|بشأن|المتعلق ب|حول) "
    r"(?![^\n]{0,160}(?:\d|council|conseil|مجلس|summit|sommet|قمة|session|دورة|"
    r"secretary|secretaire|أمين))|"
    r"organi[sz]ation of islamic cooperation(?=[,.;]| to )|"
    r"organisation de la cooperation islamique(?=[,.;]| a )|"
    r"behalf of\b|(?:the )?(?:above-?(?:mentioned|captioned)? |aforementioned |captioned )"
    r"(?:subject|matter|topic)\b|"
    r"(?:the )?(?:subject|matter|topic) (?:mentioned |referred to |cited )?above\b|"
    r"(?:l'objet|le sujet|u sujet|la question) (?:cite|mentionne|vise|rappele|indique)e? "
    r"(?:en |ci-)|(?:l'objet|le sujet) ci-dessus|"
    r"(?:ال)?موضوع (?:ال)?(?:مذكور|مشار إليه|منوه|مبين|أعلاه|موضح)|"
    r"this (?:contract|agreement)|ce contrat|(?:ل)?هذا (?:العقد|الاتفاق)|"
    r"(?:ل)?لعقد\b)"
)
DELEGATION = (
    r"(?:delegations? (?:of (?:authority|powers?|signature|signing)|by (?:which|the secretary)|no\b|n°|granted|held)|delegated (?:authority|power)|(?:authority|power)s? delegated|(?:under|strength of|instrument of|virtue of) (?:the |a )?delegation|"
    r"by (?:the )?delegation of the secretary|delegations? (?:d[eu] (?:pouvoirs?|signature|competence|secretaire|signataire)|n°|qui m'a)|(?:en vertu (?:de la|d'une)|par|acte de) delegation|pouvoirs? (?:qui m'a ete|qui m'est) delegues?|"
    r"تفويض (?:ال)?(?:سلطة|صلاحي\w*|رقم|توقيع|ممنوح|أمين|موقع)|(?:ال)?تفويض (?:ال)?(?:ممنوح|رقم|صادر|نافذ|ساري)|(?:بموجب|بمقتضى|قرار|ب|على) ?(?:ال)?تفويض|(?:ال)?صلاحي(?:ة|ات) (?:ال)?مفوضة)"
)
"""A power that was given to another, and no delegation that travels."""
# The house's own instruments, which are a ground wherever in the paper they are invoked.
OWN_INSTRUMENTS = (
    "council of foreign ministers", "islamic summit", "oic charter", "charter of the oic",
    "charter of the organisation of islamic", "charter of the organization of islamic",
    "your letter", "your note", "your invitation", "your kind letter", "your kind invitation",
    "your memorandum", "your request", "secretary-general's directive", "internal rules",
    "directives of the secretary", "instructions of the secretary", "staff regulations",
    "financial regulations of the organi", "approved budget", "headquarters agreement",
    "conseil des ministres des affaires étrangères", "sommet islamique", "charte de l'oci",
    "charte de l'organisation de la coopération", "votre lettre", "votre note", "votre invitation",
    "votre demande", "instructions du secrétaire", "directives du secrétaire",
    "règlement intérieur de l'organisation", "budget approuvé", "accord de siège",
    "مجلس وزراء الخارجية", "القمة الإسلامي", "ميثاق المنظمة", "ميثاق منظمة التعاون",
    "رسالتكم", "خطابكم", "مذكرتكم", "دعوتكم", "كتابكم", "طلبكم", "توجيهات معالي الأمين العام",
    "توجيهات الأمين العام", "النظام الداخلي للأمانة", "الميزانية المعتمدة", "اتفاقية المقر",
)  # fmt: skip
# Letters that ask and convey nothing.
COURTESY = compiled(
    r"congratulat|felicit|condolence|condoleance|sympathy|compassion|best wishes|meilleurs v"
    r"|national day"
    r"|fete nationale|happy|thank you for your|remercie|gratitude for|good health|prompt recovery"
    r"|تهنئ|أهنئ|نهنئ|تهاني|تعازي|تعزية|عزاء|بالغ الحزن|بالغ الأسى"
    r"|مواساة|اليوم الوطني|العيد|أشكركم|الشكر والتقدير على|الشفاء"
)
# What a paper conveys, asks or decides, for which a ground is wanted even in a courteous letter.
ACTS = compiled(
    r"will (?:hold|convene|organi[sz]e|host|be held|take place)|grateful if|"
    r"(?:aura|auront) lieu|se deroul|"
    r"i (?:therefore )?(?:propose|suggest)|"
    r"saurais gre|"
    r"je propose|ممتنا|أقترح|meeting|contribut|request|approv|nominat|invit|decid"
    r"|budget|usd|dollars|payment|appoint|reunion|tiendra|demand|approuv|design|convi|decision"
    r"|paiement|nomm|اجتماع|ستعقد|تعقد|مساهمة|نطلب|أطلب|يرجى|موافق|دعو|ترشيح|قرر|ميزانية|دولار"
    r"|تعيين"
)
# What even a letter of congratulation or condolence needs a ground for; that the addressee was
# appointed, or that a country contributes, is no more than its occasion.
REQUESTS = compiled(
    r"will (?:hold|convene|organi[sz]e|host)|request|kindly|grateful if|budget|usd|dollars|payment"
    r"|je vous (?:prie|saurais gre) de|tiendra|demand|paiement|bien vouloir"
    r"|ستعقد|نطلب|أطلب|يرجى|أرجو|نرجو|ميزانية|دولار"
)
# What a note verbale asks of a State, for which it must say by what right: privileges, payments,
# nominations. That it be informed, or its reply be awaited, needs no ground.
FAVOURS = compiled(
    r"(?:exempt(?:ion|ed)? |customs|duty-free|visas?\b|payment|contribution|arrears|nominat|"
    r"pledg|joint appeal|appeal for|annonces? de contribution|engagements? financiers?|"
    r"appel (?:commun|conjoint|a contributions)|تعهد|تسدد|التبرع|تبرعات|النداء|نداء|"
    r"(?:kindly|please|request|invit|appreciat|grateful|\blet\b|provid|communicat|submit|send)"
    r"[^.;]{0,80}(?:list|names) of (?:the |its )?(?:participants|delegates|experts|members)|"
    r"(?:list|names) of (?:the |its )?(?:participants|delegates|experts|members)[^.;]{0,60}"
    r"\b(?:reach|awaited|expected|sent|by \d|(?:not?|not any) later)|"
    r"(?:pri[ee]|demand|souhait|\bgre\b|bien vouloir|communiqu|transm)[^.;]{0,80}"
    r"(?:liste|noms) des (?:participants|delegues|experts|membres)|"
    r"(?:liste|noms) des (?:participants|delegues|experts|membres)[^.;]{0,60}"
    r"\b(?:attendue?s?|parvien\w+|au plus tard|avant le)|"
    r"(?:يرجى|[نتأ]رجو|[نتآ]أمل|آمل|المأمول|موافا|تزويد|[تن]نتظر|إرسال)[^.؛]{0,60}"
    r"(?:قائمة|أسماء) (?:ال)?(?:مشاركين|أعضاء|مندوبين|خبراء)|"
    r"franchise|douan|dedouan|exoneration|paiement|arrieres|designer|candidature|"
    r"إعفاء|الجمارك|الجمركية|تأشير|سداد|مساهمة|متأخرات|ترشيح)"
)
# How a note that goes out with enclosures asks without a word of asking.
POLITE = compiled(
    r"would (?:be (?:obliged|thankful)|appreciate|welcome)|appreciat\w* (?:it )?if|counts? on|"
    r"(?:apprecierai\w*|serai\w* obligee?s?|compte(?:nt)? sur|(?:il serait )?souhait(?:e|able))|"
    r"و?(?:تقدر|تثمن) [^.;\n]{0,40}(?:مساعي|تعاون|جهود)|[تي]عول على|حبذا"
)
# The paragraphs of a preamble that name a ground; a report that was considered is none.
PREAMBLE_GROUND = compiled(
    r"(?m)^[\s\-\u2022*_]*(?:and |also |further )?(?:(?:fully |deeply )?"
    r"(?:recall|reaffirm)\w*|bearing in mind"
    r"|having in mind|guided by|inspired by|pursuant|in pursuance|in accordance|in conformity"
    r"|in implementation|acting|having regard"
    r"|proceeding|based on|in line with|invoking|mindful of (?:its|the (?:charter|provisions"
    r"|resolution))"
    r"|in virtue|taking (?:note of|into account|into consideration) (?:[^\n]{0,50}charter"
    r"|[^\n,]{0,30}resolutions? (?:no\.? ?)?(?:[0-9]|of the (?:general|security|council)))"
    r"|noting (?:the )?(?:resolution|decision)|by virtue"
    r"|rappelant|reaffirmant|ayant a l'esprit|gardant (?:present )?a l'esprit|guidee?|s'inspirant"
    r"|inspiree?"
    r"|conformement|en application|en vertu|ayant a l'esprit|agissant"
    r"|se referant|vu\b|se fondant|tenant compte (?:de la resolution|des resolutions)"
    r"|(?:و)?(?:إذ|اذ)\s+(?:يستذكر|تستذكر|يشير|تشير|يؤكد من جديد|تؤكد من جديد|يعيد|تعيد|يذكر|تذكر"
    r"|يستحضر|يستند|تستند|يتصرف|تتصرف"
    r"|يسترشد|تسترشد|يضع في|تضع في|ينطلق|يستلهم|تستلهم|يأخذ في|تأخذ في)|استنادا|عملا|انطلاقا"
    r"|بناء على"
    r"|تنفيذا|وفقا|(?:و)?بالإشارة|استرشادا)"
)
OPERATIVE = compiled(r"(?m)^\s*(?:1|i)\s?[.)\-]\s+\w")
"""The first operative paragraph, which ends the preamble."""


def asks(paper: Paper) -> bool:
    """Tell whether the body calls, asks, pays or decides something, and does not only report."""
    start, end = paper.anatomy.body or (0, len(paper.skeleton))
    return ACTS.search(paper.skeleton, start, end) is not None
