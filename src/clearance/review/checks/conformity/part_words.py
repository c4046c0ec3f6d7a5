"""The words by which the parts of a paper are looked for once more; no rule stands here.

What the anatomy did not find may stand in a title, in the text or in a margin. Source: letters,
memoranda and circulars of many houses; the choice is our own.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.words import POST
from clearance.review.wording import Param

NAMES: dict[str, Param] = {
    "letterhead": {"en": "letterhead", "fr": "l’en-tête", "ar": "الترويسة"},
    "reference": {"en": "reference number", "fr": "le numéro de référence", "ar": "رقم المرجع"},
    "date_line": {"en": "date", "fr": "la date", "ar": "التاريخ"},
    "addressee": {"en": "addressee", "fr": "le destinataire", "ar": "المرسل إليه"},
    "sender": {"en": "sender", "fr": "l’expéditeur", "ar": "المرسل"},
    "subject": {"en": "subject", "fr": "l’objet", "ar": "الموضوع"},
    "salutation": {"en": "salutation", "fr": "l’appel", "ar": "عبارة المخاطبة"},
    "closing": {"en": "closing formula", "fr": "la formule de politesse", "ar": "عبارة الختام"},
    "signature": {"en": "signature block", "fr": "le bloc de signature", "ar": "خانة التوقيع"},
    "enclosures": {"en": "enclosures", "fr": "les pièces jointes", "ar": "المرفقات"},
}
# What the title of a paper calls it, alone or in two words: "Lettre circulaire", "رسالة تعميمية".
KIND_OF_PAPER = (
    r"(?:[^\W\d_]+ )?(?:circulars?|circulaires?|instructions?|memorandum|memo|note|"
    r"minute|submission|directive|notice|bulletin|letter|lettre|order|decision|information|"
    r"تعميم(?:ية)?|معممة|مذكرة|تعليمات|توجيه|أمر|قرار|إعلان|عرض|إدارية?)\b"
)
AGAIN = {
    "letterhead": compiled(
        r"(?m)^[^\n:]{0,60}\b(?:organi[sz]ation|secretariat|cabinet|ministry|ministere|embassy|"
        r"ambassade|mission|nations|league|ligue|union|bank|banque|centre|center|institute|"
        r"institut|committee|comite|council|conseil|department|departement|bureau|office|"
        r"commission|academy|university|fund|fonds|oic|oci|"
        r"منظمة|الأمانة|ديوان|وزارة|سفارة|بعثة|جامعة|اتحاد|بنك|مركز|معهد|لجنة|مجلس|إدارة|مكتب|"
        r"هيئة|صندوق|أكاديمية|رابطة)\b"
    ),
    "reference": compiled(
        r"(?m)^.{0,40}?\b(?:ref(?:erence)?s?|no|n°|number|our ref|n/ref|الرقم|رقم|الإشارة|المرجع|"
        r"الصادر|القيد|العدد|عدد)\b ?[.°]?(?: ?no\.?)? *[:./] *\S|"
        r"^ *(?:no?\.? +)?[a-z]{2,}(?=[/.-][^\n\d]*\d)(?:[/.-][\w.]+){2,} *$|"
        # behind the title of the kind: "LETTRE CIRCULAIRE CAB/86-2026"
        rf"^ *{KIND_OF_PAPER}(?: [^\W\d_]+)? (?:(?:no|n|رقم)[.°]* ?)?"
        r"[a-z]{2,4}[/-](?:[\w.]+[/-])?\d[\w.]*[/-]\d[\w.]* *$|"
        # "Cote : HUM/NS/2026/63", "File ADF/CIRC/2026/003", "س/2026/0187", or wide at the right
        r"^ *(?:cote|code|symbole?|file|classement|(?:ال)?رمز)\b *:? *\S*[/\d]|"
        r"^ *[^\W\d_]{1,4}/(?:19|20)\d\d/\d+ *$|"
        r"^[^\n]{0,80} {4,}[a-z]{2,}(?:[/-][\w.]+){2,} *$|"
        # in the title: "Circulaire n° 14/2026", "تعميم رقم (7) لسنة 2026"
        r"^ *(?:[^\W\d_]+ ){0,2}?(?:circular|circulaire|memorandum|memo|note|تعميم|مذكرة)\b"
        r"[^\n\d:]{0,30}?(?:\bno\b\.?|\bn°|\bn\.|رقم) *\(?\d[^\n]{0,12}\b20\d\d\b|"
        # in a margin or beside the enclosures: "Sheets attached: 2 | OIC/ECO/MM/2026/0084"
        r"^ *(?:re|subject|objet|الموضوع)\b[^\n]{0,120}?(?<![\w/])(?:oic|oci)(?:/[\w.-]+){2,}|"
        r"^[^\n.]{0,50}?(?<![\w/])(?:oic|oci)(?:/[\w.-]+){2,}/\d+(?=[ )|-]|$)[^\n.]{0,60}$"
    ),
    "subject": compiled(
        r"(?m)^[ *(\[]*(?:subject|subj|re|object|objet|concerne|concerning|topic|title|sujet|"
        r"matter|in the matter of|a/s|au sujet de|affaire|dossier|file|"
        r"الموضوع|موضوع|بشأن|المعاملة|القضية|م/)(?:\b|(?<=/)) *"
        r"[:/.-]?(?<=[:/.-])|"
        # in the title: "Administrative circular: passes", "Circulaire relative aux congés"
        r"^[ *]*(?:[^\W\d_]+ ){0,2}?(?:circular|circulaire|memorandum|memo|تعميم|مذكرة)"
        r"(?: [^\W\d_]+){0,2}(?: *: *| (?:on|about|concerning|regarding|relati(?:f|ve) aux?|"
        r"relati(?:f|ve) a|sur|concernant|بشأن|حول|خاص ب|بخصوص) ?)"
        r"(?=[^\W\d_]+[ ,'-]*(?:[^\W\d_]|\())|"
        # or below it: "ADMINISTRATIVE INSTRUCTION ADF/17/2026 / on the use of vehicles"
        rf"^ *{KIND_OF_PAPER}[^\n:]{{0,40}}\n *(?:on|concerning|regarding|about|sur|concernant|"
        r"relati(?:f|ve)s?|portant|بشأن|حول|بخصوص|في شأن) [^\n]{6}"
    ),
    # sender and addressee told on one line: "De la Directrice de X au Directeur de Y"
    "addressee": compiled(
        rf"(?m)^ *(?:(?:[^\W\d_]+ ){{0,2}}?from (?:the )?[^\n:]{{3,70}} to (?:the )?|"
        rf"(?:[^\W\d_]+ ){{0,2}}?d(?:e (?:la |l'|le )?|u |es )[^\n:]{{3,70}} "
        rf"(?:a la |a l'|au |aux )|(?:[^\W\d_]+ ){{0,2}}?من [^\n:]{{3,70}} إلى (?:ال)?){POST}|"
        rf"^ *(?:السيدة?|السادة|الأستاذة?) (?:ال)?{POST}[^\n:.]{{0,60}}$|"
        # or in the title of a circular: "Circular to all permanent missions", "تعميم إلى البعثات"
        r"^[ *]*(?:[^\W\d_]+ ){0,2}?(?:circular|circulaire|تعميم)(?: (?:letter|note|no\.? ?\d+))? "
        r"(?:to|for|aux?|a (?:la |toute?s? |tous )|a l'|adressee? aux?|إلى|لجميع|لكافة|لكل|موجه إلى) ?[^\n]{4}|"
        # or with an arrow between them: "Director of Finance → Director-General of the Cabinet"
        r"^[^\n:.]{3,70}? (?:\xa4|-+>|=+>) (?:the |le |la |l')?(?:[\w'-]+ ){0,2}?"
        rf"(?:ال)?{POST}|"
        # or in the title: "Note to the Director-General", "مذكرة للعرض على مدير عام الديوان"
        r"^ *(?:(?:[\w-]+ ){0,2}(?:note|memo|memorandum|submission|minute|brief) (?:to|for|a|pour|"
        r"a l'attention d[eu]) ?(?:the |la |le |l')?|"
        r"(?:[\w-]+ )?note (?:au |aux |a la |a l')|"
        r"مذكرة (?:للعرض على|عرض على|عرض إلى|مرفوعة إلى|موجهة إلى|إلى|ل)"
        r"(?: معالي| سعادة| السيدة?)* ?"
        rf"(?:ال)?)(?:[\w.-]+ ){{0,4}}?{POST}|"
        # a circular is for all: "To all Permanent Missions", "Aux chefs de service"
        r"^ *(?:circular (?:letter|note)|(?:lettre|note) circulaire|"
        r"(?:رسالة|مذكرة) (?:معممة|تعميمية)|تعميم) "
        r"(?:to|aux?|a|إلى|على) |"
        r"^ *(?:to|for|attention:?|for the attention of)(?: the)? (?:all|heads?|members|staff|"
        r"permanent|every|departments?|directors|missions|organs|institutions|offices|officials|delegations)\b|"
        r"^ *(?:all|every) [^\n.:]{3,80}$|"
        # or behind the kind: "Note d'information à tout le personnel", "إعلان لكافة الموظفين"
        r"^[^\n.:,]{4,40} (?:to all (?:staff|personnel|departments|missions|members)|"
        r"a (?:tout le|tous les|toutes les|l'ensemble d[eu]s?(?: l'| la)?) ?(?:personnel|"
        r"fonctionnaires|agents|departements|services|missions|membres)|"
        r"(?:ل|إلى )(?:كافة|جميع|عموم) [^\W\d_]+)[^\n.:,]{0,40}$|"
        r"^ *(?:a (?:tou(?:t|te|s|tes)|l'ensemble|l'attention|mesdames|messieurs)|aux|a la|"
        r"au personnel|mesdames|tous|toutes)\b[^\n.:]{3,90}$|"
        r"^ *(?:إلى|لعناية|عناية|السادة|جميع|لجميع|كافة|حضرات)\b[^\n.:]{3,90}$"
    ),
    "salutation": compiled(
        r"(?m)^ *(?:(?:your|my|dear|votre|vos|mon|ma|chere?s?|honou?rable|distinguished|most) )*"
        r"(?:(?:royal |imperial |most )*(?:excellenc(?:y|ies|e|es)|highness(?:es)?|majesty|majeste|"
        r"altesses?(?: royales?)?|sirs?|madams?|monsieur|madame|messieurs|mesdames|colleagues?|"
        r"ladies|gentlemen|sire|eminence|brothers?|sisters?|friends?|mr|mrs|ms|dr|collegues?|ami)\b"
        r"|dear |صاحبة? |أصحاب |معالي |سعادة |فخامة |سمو |جلالة |السادة|السيدات|سيدي|حضرة |"
        r"الأخ |الأخت |دولة |فضيلة |سماحة |عطوفة )[^\n]{0,70}[,:!][^\n]{0,40}$"
    ),
    "closing": compiled(
        r"\b(?:assurances? of|expression of my|highest esteem|"
        r"(?:high(?:est)?|renewed|haute|distinguished) consideration|"
        r"(?:high(?:est)?|warm(?:est)?|kind(?:est)?) regard|haute estime|ودمتم|حفظ الله|رعاية الله|"
        r"sincerely|faithfully|truly yours|respectfully|regards|"
        r"agreer|salutations|cordialement|sentiments|hommage|respectueu\w+|"
        r"وتفضلو\w*|تفضلو\w*|وتقبلو\w*|التقدير|والتقدير|الاحترام|والاحترام|تقديري|احترامي|تحياتي|"
        r"والسلام|تقديرنا|شاكرين(?! (?:لو|إذا|إن))|مع التحية)\b|"
        r"\b(?:temoignages?|marques?|gages?) (?:renouvelee?s? )?de (?:ma|mon|notre)\b[^.\n]{0,40}(?:estime|consideration|respect)|"
        # a prayer for the reader: "وختاما أدعو المولى عز وجل أن يحفظ سموكم"
        r"\b(?:[أن]دعو|[أن]سأل|[أن]بتهل إلى|سائلا?ي?ن?|داعيا?ي?ن?|ضارعا?ي?ن? إلى) "
        r"(?:الله|المولى|العلي|الباري)[^.\n]{0,60}\b(?:و?أ?ن? ?)?(?:يحفظ|يديم|يوفق|يسدد|يمتع|يرعا|يمن)"
    ),
}
# A line that begins with the name of the house or of its organ, and is no part of a sentence.
HOUSE_LINE = compiled(
    r"(?m)^[ *_|]*(?:the |l'|la |le )?(?:organi[sz]ation of (?:the )?islamic|"
    r"organi[sz]ation de la (?:cooperation|conference)|(?:oic|oci)\b(?!/)|"
    r"(?:general )?secretariat\b|council of foreign|conseil des ministres|islamic summit|"
    r"(?:conference|sommet) islamique|"
    r"منظمة (?:التعاون|المؤتمر)|الأمانة العامة|مجلس وزراء|(?:مؤتمر )?القمة)[^\n]*(?<![,;.\n])$"
)
# The text may tell it too: "The present circular sets out the rules of leave".
IN_TEXT = {
    "subject": compiled(
        r"\b(?:this|the present) (?:circular|memorandum|text|note|paper) (?:sets?|lays?|concerns?|"
        r"deals?|explains?|announces?|describes?|defines?|governs?|is about)\b|"
        r"\bl[ae] presente? (?:circulaire|memorandum|texte|note) (?:fixe|porte|concerne|"
        r"definit|precise|expose|annonce|traite|a pour objet)\b|"
        r"\b(?:و)?(?:يحدد|يبين|يتعلق|يتناول|ينظم|يوضح|تحدد|تبين|تتعلق|تتناول|تنظم|توضح) هذ[اه] "
        r"(?:التعميم|المذكرة|النص)\b"
    )
}
