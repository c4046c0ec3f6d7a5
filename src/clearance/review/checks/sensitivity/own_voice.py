"""What the house says in its own voice of states, their affairs and communities of faith.

Words that disparage a Government, sides taken in an election or a candidature, a school of faith
spoken ill of, the occupying Power among the guests. Words alone tell nothing: each must stand
beside what it is said of, in a sentence that reports nobody and rejects nothing. Our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clearance.reading.skeleton import compiled
from clearance.review.checks.sensitivity.circumstances import is_quoted, sentence_around
from clearance.review.finding import Finding
from clearance.review.mentions.states import states_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_MANY = 20  # places of one family that are looked at
_NEAR = 90  # characters between a word and what it is said of


class _Family(NamedTuple):
    """One way to be partial: ``signs`` are cheap, ``said`` is looked for around one.

    ``of``: what must stand near ``said`` as well; None: it is part of it. A state of the
    Organisation counts as ``of`` where ``of_states``. ``excused``: what makes the sentence right.
    """

    code: str
    signs: tuple[str, ...]
    said: re.Pattern[str]
    of: re.Pattern[str] | None
    excused: re.Pattern[str]
    of_states: bool = False

    @property
    def name(self) -> str:
        """The name of its signs."""
        return f"own voice {self.code}"


# Whom the house itself condemns, and fights.
_FOES = (
    r"\b(?:israel|occup(?:ying|ation|ant|iers?)|puissance occupante|daesh|daech|isis|boko haram|shabaa?b|terrorists?|"
    r"houthis?|armenia|armenie|myanmar|settlers?|colons?|apartheid|coloni[sz]\w+|colonial\w*)|"
    r"إسرائيل|احتلال|محتل|داعش|الحوثي|أرمينيا|ميانمار|المستوطن|إرهاب|استعمار"
)
# Another's words, or what the sentence turns down.
_ANOTHERS = (
    r"\b(?:accus|alleg|claim|den(?:y|ied|ies)\b|refut|so-called|complain|protest|describ|according to|in the words|called (?:it|them)|"
    r"reject|condemn|denounc|avoid|refrain|without|free (?:of|from)|combat|fight(?:ing)? against|"
    r"pretend|dement|refut|soi-disant|se plai|qualifi|selon|rejet|rejett|condamn|denonc|evit|s'abst|sans|lutte contre)|"
    r"اتهم|اتهام|زعم|مزاعم|ادعاء|نفى|نفت|نفي|شكوى|شكا|وصف|وفقا ل|حسب|رفض|ترفض|يرفض|يدين|تدين|إدانة|تجنب|دون|مكافحة"
)
_EXCUSED = compiled(rf"{_FOES}|{_ANOTHERS}")

_DISPARAGED = compiled(
    r"\b(?:bad faith|(?:\w+ )?stubborn(?:ness|ly)?|obstina(?:cy|te)|intransigen(?:ce|t)|incompeten(?:ce|t)|ineptitude|inept|"
    r"corrupt (?:governments?|regimes?|authorities|officials|rulers|leaders|leadership|ministers?|states?|countries)|"
    r"(?:governments?|regimes?|authorities|leaders|ministers) (?:is|are|remains?|being) (?:notoriously |deeply |thoroughly )?corrupt|"
    r"laziness|lazy|hypocri(?:sy|tical)|duplicity|arrogan(?:ce|t)|coward(?:ice|ly)|ingratitude|backwardness|ignorance|"
    r"dictator(?:ial|ship)?|tyran(?:ny|t|nical)|despot(?:ic|ism)?|puppet|juntas?|bad payers|poor payers|slow payers|habitual defaulters|"
    r"(?:known|notorious|famous|infamous) for (?:its|their|his|her|the|never|always|being) ?(?:\w+ )?(?:slow\w*|delays?|laziness|corruption|unreliab\w+|late|lateness|inaction|bad|poor|neglect\w*)|"
    r"(?:its|their) (?:usual|customary|habitual|notorious|chronic|well-known) (?:\w+ )?(?:slowness|delays?|negligence|carelessness|disorder|chaos|indifference|unreliability)|"
    r"typical of (?:that|this|the) (?:country|state|government|delegation|ministry)|not worth (?:reading|considering|the paper)|"
    r"(?:would|will) do well to (?:explain|answer|justify|apologi[sz]e|look)|(?:should|ought to) be ashamed|only (?:itself|themselves) to blame|"
    r"(?:solely|alone|entirely|fully) (?:to blame|responsible) for|(?:only|sole|main) obstacle to (?:peace|agreement|progress|consensus)|"
    r"shameful|disgraceful|laughable|ridiculous|pathetic|contemptible|deplorable (?:conduct|attitude|behaviour)|"
    r"cannot be trusted|untrustworthy|unreliable|oppose(?:s|d)? (?:it|this|them) (?:secretly|in secret)|(?:secretly|in secret) oppos\w+|"
    # French
    r"mauvaise foi|mauvaise volonte|entetement|obstination|intransigeance|incompeten(?:ce|te?s?)|incurie|imperitie|gabegie|laisser-aller|desinvolture|"
    r"(?:gouvernements?|regimes?|autorites|dirigeants|ministres?|fonctionnaires|responsables|etats?|pays) (?:notoirement |profondement )?corrompue?s?|"
    r"paresse|hypocrisie|hypocrites?|duplicite|lachete|ingratitude|arriere(?:e)?s?(?! plan)|fantoches?|dictat(?:eur|ure|orial)\w*|tyran\w*|despot\w*|juntes?|"
    r"mauvais payeurs?|(?:connue?s?|reputee?s?|celebres?) pour (?:ses|sa|son|leurs?|la|les) (?:\w+ )?(?:lenteurs?|retards?|paresse|corruption|inertie|negligences?|incurie|desordre|mauvaise\w*)|"
    r"typique de (?:ce|cet|cette) (?:pays|etat|gouvernement|delegation)|(?:ne )?valai(?:t|ent) pas la peine d'etre|"
    r"(?:ferai(?:t|ent)|feront|fera) (?:bien|mieux) de (?:s'en |s')?(?:expliquer|justifier|excuser)|devrai(?:t|ent) avoir honte|honteu(?:x|se)s?|"
    r"seule?s? responsables? (?:de|du|des)|(?:seul|principal|unique) obstacle a (?:la paix|l'accord|un accord|tout accord|la reconciliation)|ridicules?|"
    r"peu fiables?|indignes? de confiance|s'y oppos\w+ (?:en secret|en coulisses?|secretement)|"
    # Arabic
    r"(?:ب)?سوء (?:ال)?(?:نية|نيتها|نيته|النوايا)|(?<!\w)[وب]?(?:ال)?تعنت\w*|(?<!\w)[وب]?عناد(?:ها|هم|ه)?(?!\w)|"
    r"عجز (?:ال)?(?:حكوم\w+|سلط\w+|قياد\w+)|(?<!\w)[وب]?عدم كفاءت?\w*|(?:ال)?(?:حكوم|سلط|أنظم|نظام|قياد|مسؤول|دول)\w* (?:ال)?(?:فاسد|عميل|مستبد|متخلف|جبان)\w*|"
    r"(?<!\w)[وب]?(?:ال)?(?:تقاعس|تخاذل|تواطؤ|تلكؤ|تسويف|نفاق|جبن|غطرسة|استبداد|طغيان|كسل)\w{0,3}(?!\w)|(?:معروف|مشهور|معهود)\w* (?:ب|بال|عنها ال|عنه ال)(?:بطء|بطئ|تأخر|تأخير|كسل|فساد|مماطل|تقاعس)\w*|"
    r"(?:ال)?(?:دكتاتور|ديكتاتور|طاغية|طغمة)\w*|(?:هو|هذا|ذلك) (?:هو )?(?:دأب|ديدن|شأن) (?:ذلك|هذا|تلك|هذه)|(?:لم يكن|ليس|غير) [^.\n]{0,40}?جدير\w* بال(?:قراءة|نظر|اهتمام)|"
    r"(?:سيئ|سيئو|سيئي|رديئ)\w* (?:ال)?سداد|(?:العقبة|العائق) (?:الوحيدة?|الرئيسية?|الأولى) (?:أمام|في وجه)|(?:وحدها|وحده) (?:ت|ي)تحمل|(?:ت|ي)تحمل (?:وحدها|وحده) (?:ال)?مسؤولية|"
    r"(?:مخز|مخجل|مشين|مخزي)\w{0,2}(?!\w)|لا يمكن الوثوق|غير موثوق|(?:ت|ي)عارض\w* (?:ذلك |هذا )?(?:سرا|في السر|خفية))"
)
_GOVERNMENTS = compiled(
    r"\b(?:governments?|authorities|delegations?|regimes?|presidency|chairmanship|member states?|(?:that|this) (?:country|state|capital)|rulers?|"
    r"leaders|ministry|embassy|(?:african|arab|asian|gulf) (?:states|countries|group)|permanent mission|in power|"
    r"gouvernements?|autorites|delegations?|presidence|etats? membres?|(?:ce|cet) (?:pays|etat)|dirigeants|ministere|ambassade|"
    r"(?:etats|pays) (?:africains|arabes|asiatiques|du golfe)|au pouvoir)\b"
    r"|(?<!\w)[وبلف]{0,2}(?:ال)?(?:حكوم(?:ة|ات|تها|ته)|سلطات|وفد|وفود|نظام الحاكم|رئاسة (?:ال)?دورة|دول (?:ال)?(?:أعضاء|إفريقية|عربية|أفريقية)|(?:ذلك|هذا) البلد|تلك الدولة|قيادتها)(?!\w)"
)

_SIDED = compiled(
    r"\b(?:(?:(?:regret|deplore|lament|contest|question)s?|disappointed|dismayed)(?: \S+){0,4}? (?:outcome|results?)(?: \S+){0,4}? (?:elections?|referend\w+|polls?|vote)|"
    r"(?:hop|wish|trust|look)\w*(?: \S+){0,8}? (?:opposition|ruling party|candidate|incumbent|rebels?)(?: \S+){0,4}? (?:win|wins|prevail|prevails|victory|victorious|succeed|elected|defeat\w*|power)\b|"
    r"(?:hop|wish)\w*(?: \S+){0,5}? (?:victory|defeat|fall|success) of (?:the )?(?:\w+ )?(?:opposition|government|president|ruling party|candidate|incumbent|party)|"
    r"(?:prefer|favou?r|back|endors|support)\w*(?: \S+){0,4}? (?:candida(?:tures?|tes?|cy|cies)|bid)\b(?: \S+){0,6}? (?:to that of|over|rather than|instead of|against|ahead of)\b|"
    r"(?:condemn|denounc|deplor|criticis|criticiz|oppos)\w*(?: \S+){1,3}? (?:polic(?:y|ies)|conduct|behaviou?r|attitude|ambitions|designs|claims|interference|meddling|provocations?|manoeuvres|hegemony|expansionism) (?:of|by) (?:the )?(?=(?P<en>[^.;\n]{3,60}))|"
    r"(?:call|demand|urg)\w*(?: \S+){0,4}? (?:resignation|overthrow|removal|ouster|departure) of (?:the )?(?:\w+ )?(?:president|government|prime minister|king|emir|sultan)|"
    r"(?:president|government|prime minister)(?: of \S+(?: \S+)?)? (?:must|should|ought to) (?:resign|step down|go)\b|"
    r"(?:deplor|regrett|contest|conteste)\w*(?: \S+){0,3}? resultats?(?: \S+){0,4}? (?:elections?|scrutin|referendum|vote|presidentielles?)|"
    r"(?:souhait|esper|appel)\w*(?: \S+){0,5}? (?:la victoire|la defaite|le succes|la chute|l'arrivee au pouvoir|l'election) (?:de |du |des )(?:la |l')?(?:opposition|parti|candidate?|gouvernement|president|pouvoir)|"
    r"(?:prefer|favoris|soutien|appui|appuy)\w*(?: \S+){0,3}? candidatures?\b(?: \S+){0,5}? (?:a celle|plutot que|contre celle|de preference|au detriment|aux depens)\b|"
    r"(?:condamn|denonc|deplor|critiqu|reprouv)\w*(?: \S+){1,2}? (?:\w+ )?(?:politiques?|attitude|comportement|visees|ambitions|ingerences?|provocations?|pretentions|manoeuvres|hegemonie|expansionnisme)(?: [^\W\d_]+)? (?:de la |de l'|du |des |de |d')(?=(?P<fr>[^.;\n]{3,60}))|"
    r"(?:demand|exig|appel)\w*(?: \S+){0,4}? (?:la demission|le renversement|le depart|la destitution) (?:de |du )(?:l'|la )?(?:president|gouvernement|premier ministre|roi|emir)|"
    r"(?:[وف]?(?:ت|ي)(?:أسف|ستنكر|شجب)|[وف]?(?:ت|ي)عرب\w* عن (?:أسف|استيائ|خيب)\w*)(?: \S+){0,5}? (?:ل|من )?نت(?:يجة|ائج)(?: \S+){0,2}? (?:ال)?(?:انتخاب|استفتاء|اقتراع)\w*|"
    r"[وف]?(?:ت|ي|ن)(?:أمل|تمنى|رجو)(?: \S+){0,4}? (?:فوز|انتصار|هزيمة|سقوط|وصول|نجاح) (?:ال)?(?:معارض|مرشح|حزب|حكوم|رئيس|نظام)\w*|"
    r"[وف]?(?:ت|ي|ن)(?:فضل|رجح|ؤثر)(?: \S+){0,4}? (?:ال)?(?:ترشيح|ترشح|مرشح)\w*(?: \S+){0,4}? (?:على|عن|بدل)\b|"
    r"[وف]?(?:ت|ي|ن)(?:دين|شجب|ستنكر|ندد ب|نتقد)(?: \S+){0,1}? ?(?:ال)?(?:سياس|سلوك|مواقف|أطماع|تدخل|استفزاز|نهج|مطامع|توجه)\w*(?: ال\w+){0,2} (?=(?P<ar>[^.;؛\n]{3,50}))|"
    r"[وف]?(?:ت|ي|ن)(?:دعو|طالب|حث)(?: \S+){0,4}? (?:استقالة|إسقاط|إقالة|عزل|تنحي|رحيل) (?:ال)?(?:رئيس|حكوم|ملك|أمير|نظام)\w*)"
)
_REPORTED = compiled(
    r"\b(?:accus|alleg|claim|according to|statement by|reported that|quot|selon|pretend|d'apres|declaration de)|"
    r"وفقا ل|حسب|زعم|اتهم|صرح"
)

_SECTS = (
    r"(?:shi'?(?:a|ah|ite|ites|i|is|ism)|sunnis?|sunnites?|alawites?|alawis?|ahmadis?|ahmadiyya|qadianis?|druzes?|ismailis|ibadis?|ibadites?|za[iy]dis?|sufis?|soufis?|"
    r"salafis?|salafists?|salafistes?|wahhabis?|wahhabites?|wahhabism|chiites?|chiisme|ahmadis|ismaeliens?)|"
    r"(?:[وبلف]{0,2}(?:ال)?(?:شيعة|شيعي\w{0,3}|سنيين|علويين|علويون|قاديانية|قاديانيين|دروز|إباضية|صوفية|صوفيين|سلفيين|وهابية|وهابيين|زيدية)|أهل السنة)"
)
_ILL = (
    r"(?:heres(?:y|ies)|heretic\w*|deviat\w+|deviants?|aposta\w+|misguid\w+|astray|unbeliev\w+|superstitio\w+|blasphem\w+|idolat\w+|infidel\w*|false (?:beliefs?|doctrines?)|"
    r"not (?:true |real )?muslims?|(?:danger|threat|infiltration|expansion|influence|spread) of|exclud\w+|no|barred|banned|not (?:be )?(?:admitted|invited|allowed|accepted|welcome)|keep out|"
    r"heresies?|heretiques?|egares?|egarements?|deviances?|apostats?|mecreants?|superstitions?|faux musulmans|(?:danger|menace|infiltration|expansion) (?:du|de la|des)|"
    r"exclu\w*|aucune?|(?:n'a|n'ont|n'est|ne sont|ne seront|ne sera) (?:pas )?(?:\w+ )?(?:admis|invite|accepte|autorise)\w*|mise? en garde contre|"
    r"بدع\w*|ضلال\w*|(?:ال)?(?:منحرف|ضال|مارق|مرتد|مبتدع|كاف)\w*(?:ة|ين|ون)|زندق\w*|انحراف\w*|خراف\w*|خطر|(?:ال)?(?:تمدد|تغلغل)|استبعاد|إقصاء|(?:لم|لن|لا) (?:ي|ت)(?:قبل|دع|سمح|شارك)\w*)"
)
_SPOKEN_ILL = compiled(
    rf"(?<!\w)[وف]?(?:{_ILL}(?: \S+){{0,5}}? (?:the |les |des |du |de la )?(?:{_SECTS})|(?:{_SECTS})(?: \S+){{0,4}}? {_ILL})(?!\w)"
)
_TOLERANT = compiled(
    r"\b(?:reject|condemn|denounc|refrain|avoid|attacks? (?:on|against)|violence against|discriminat|hatred|incit|rapprochement|dialogue|tolerance|unity|mutual respect|"
    r"takfir|not exclude|no distinction|whether|regardless|rejet|rejett|condamn|denonc|attaques? contre|haine|incitation|rapproch|tolerance|unite|sans distinction|contre les attaques)|"
    r"رفض|ترفض|يرفض|يدين|تدين|إدانة|نبذ|تقريب|حوار|تسامح|وحدة|كراهية|تحريض|تكفير|تمييز|دون (?:ال)?(?:نظر|تفرقة)|الاعتداء"
)

_GUEST = compiled(
    r"\b(?:(?:delegations?|representatives?|experts?|officials?|observers?|ambassador|minister|exhibitors?|companies|firms?|participants?) (?:of|from) israel|"
    r"israeli (?:delegations?|representatives?|experts?|officials?|observers?|ambassador|minister|exhibitors?|compan(?:y|ies)|firms?|participants?|partners?|counterparts?|embassy|bank|stand|pavilion|supplier)|"
    r"israel|embassy of israel|(?:delegations?|representants?|experts?|observateurs?|entreprises?|exposants?|participants?) (?:d'israel|israelien(?:ne)?s?)|"
    r"(?:societe|banque|partenaires?|ambassade|fournisseur|pavillon) (?:d'israel|israelien(?:ne)?s?))\b"
    r"|(?<!\w)[وبلف]{0,2}(?:(?:ال)?(?:وفد|وفود|ممثل|ممثلي|خبراء|مراقبي|شركة|شركات|مصرف|سفارة|جناح|مشاركي) (?:عن |من )?(?:دولة )?إسرائيل|(?:ال)?(?:وفد|وفود|ممثل|خبراء|مراقب|شركة|شركات|مصرف|سفارة|سفير|جناح|مشارك|شريك|نظير)\w* (?:ال)?إسرائيلي\w*)"
)
_DEALT = compiled(
    r"\b(?:invit\w+|(?:be |been |is |are )(?:seated|welcomed|received|hosted|accredited|admitted|present)|will (?:attend|participate|take part|join|exhibit|sit|speak)|as (?:an? )?(?:observers?|guests?|partners?)|"
    r"(?:is|are|was|were) (?:located|based|registered|established|held) in|(?:thank|grateful|gratitude|welcom)\w*|contract\w*|hosted by|sponsor\w+|"
    r"(?:sera|seront|est|sont)(?: \w+)? (?:invite|accueilli|convie|recu|accredite|admis|present)\w*|particip(?:era|eront)|prendr(?:a|ont) part|assister(?:a|ont)|en qualite d'|en tant qu'|remerci\w+|parrain\w+|inviter)\b"
    r"|(?<!\w)[وف]?(?:س(?:ي|ت)(?:شارك|حضر|دعى|ستقبل|ستضاف|نضم)\w*|(?:ت|ي)دعى|دعوة|توجيه الدعوة|(?:ت|ي)شارك|بصفة|بصفته|ضيف|رعاية|(?:ت|ي)شكر|تعاقد\w*|التعاقد)"
)
_NO_GUEST = compiled(
    r"\b(?:not|no|never|nor|boycott\w*|reject\w*|refus\w*|refrain\w*|exclud\w*|expel\w*|suspend\w*|credentials|condemn\w*|oppos\w*|prohibit\w*|without|object\w*|denounc\w*|ceas\w*|prevent\w*|"
    r"against|complicit\w*|occup\w*|crimes?|aggression|united nations|general assembly|security council|icj|court|calls? (?:up)?on|demand\w*|"
    r"ne|ni|pas|non|sans|rejet\w*|refus\w*|condamn\w*|boycott\w*|exclu\w*|occupant\w*|crimes?|nations unies|assemblee generale|conseil de securite|cour|exige\w*|contre)\b"
    r"|(?<!\w)[وبلف]{0,2}(?:لا|لن|لم|غير|عدم|دون|رفض|ترفض|يرفض|مقاطعة|إدانة|يدين|تدين|(?:ال)?احتلال|محكمة|الأمم المتحدة|مجلس الأمن|الجمعية العامة|جرائم|عدوان)(?!\w)"
)
FAMILIES = (
    _Family(
        "POL010",
        (
            "bad faith", "stubborn", "obstina", "intransig", "incompeten", "ineptitude", "corrupt ", "corrupt.", "lazy", "laziness",
            "hypocri", "duplicit", "arrogan", "coward", "ingratitude", "backwardness", "dictator", "tyran", "despot", "puppet",
            "junta", "bad payer", "poor payer", "slow payer", "defaulters", "notorious", "known for", "famous for", "their usual", "its usual",
            "customary", "chronic", "typical of", "not worth", "do well to", "ashamed", "to blame", "responsible for the fail", "obstacle to", "shameful", "disgraceful",
            "laughable", "ridicul", "pathetic", "contemptible", "deplorable", "be trusted", "untrustworthy", "unreliable", "in secret", "en secret", "secretly",
            "mauvaise foi", "mauvaise volonté", "entêtement", "incurie", "impéritie", "gabegie", "laisser-aller", "désinvolture", "corrompu", "paresse",
            "lâcheté", "fantoche", "dictat", "junte", "mauvais payeur", "connue pour", "connu pour", "connus pour", "réputé", "typique de", "la peine d'être",
            "bien de s'", "mieux de s'", "avoir honte", "honteu", "seul responsable", "seuls responsables", "seule responsable", "obstacle à", "peu fiable", "indigne de confiance", "en coulisse",
            "سوء ني", "سوء الني", "سوء النوايا", "تعنت", "عناد", "عجز حكوم", "عجز الحكوم", "عجز السلط", "كفاءتها", "كفاءة حكوم", "فاسدة", "الفاسد", "عميلة", "مستبد", "تقاعس", "تخاذل", "تواطؤ", "تلكؤ", "تسويف", "نفاق", "غطرسة",
            "استبداد", "دكتاتور", "ديكتاتور", "طاغية", "طغمة", "دأب ذلك", "ديدن", "جديرا بال", "جدير بال", "السداد", "العقبة", "العائق", "وحدها", "مخجل", "مشين", "المخزي", "الوثوق", "غير موثوق", "معروفة ب", "المعروفة ب", "سرا",
        ),
        _DISPARAGED, _GOVERNMENTS, _EXCUSED, of_states=True,
    ),
    _Family(
        "POL011",
        (
            "outcome of the", "results of the", "result of the", "opposition", "candidature", "candidacy", "candidate of", "candidat de", "candidat du", "ruling party", "resignation of", "overthrow", "must resign", "should resign", "step down",
            "policy of", "policies of", "conduct of the gov", "ambitions of", "designs of", "interference of", "interference by", "provocations of", "provocations by", "expansionism of", "claims of", "attitude of", "behaviour of",
            "résultat de l", "résultats de l", "résultats du", "démission d", "renversement", "politique expansion", "politique d", "politique host", "politique agress", "politique hégémon", "politiques host", "politiques agress", "défaite d", "victoire d", "la chute d", "attitude d", "visées ", "ambitions d", "ingérence", "provocation", "prétentions d",
            "انتخاب", "المعارضة", "ترشيح", "ترشح", "مرشح", "السياسة ال", "سياسة ", "سياسات ", "السياسات ", "أطماع", "استفزاز", "استقالة", "إسقاط", "تنحي",
        ),
        _SIDED, None, _REPORTED,
    ),
    _Family(
        "POL012",
        (
            "shia", "shi'a", "shiite", "shi'i", "sunni", "alawi", "ahmadi", "qadiani", "druze", "ismailis", "ibadi", "zaydi", "zaidi", "sufis", "soufi", "salafi", "wahhabi", "chiite", "chiisme", "ismaelien",
            "شيعة", "شيعي", "أهل السنة", "علويين", "قاديان", "الدروز", "الإباضية", "الصوفية", "سلفي", "وهابي", "الزيدية",
        ),
        _SPOKEN_ILL, None, _TOLERANT,
    ),
    _Family(
        "POL013",
        (
            "of israel", "from israel", "israel will", "israel is inv", "invite israel", "israeli delegat", "israeli represent", "israeli expert", "israeli offic", "israeli ambass", "israeli exhib", "israeli compan", "israeli firm",
            "israeli particip", "israeli partner", "israeli embass", "israeli counterpart", "israeli stand", "israeli pavilion", "d'israël", "délégation israélienne", "délégations israéliennes", "experts israéliens", "société israélienne", "inviter israël",
            "وفد إسرائيل", "وفد دولة إسرائيل", "الوفد الإسرائيلي", "وفود إسرائيل", "الإسرائيلية المشارك", "شركة إسرائيلية", "شركات إسرائيلية", "الشركة الإسرائيلية", "خبراء إسرائيلي", "الخبراء الإسرائيلي", "ممثل إسرائيل", "ممثلي إسرائيل", "دعوة إسرائيل", "جناح إسرائيل",
        ),
        _GUEST, _DEALT, _NO_GUEST,
    ),
)  # fmt: skip
TRIGGERS = tuple(
    Trigger(family.name, sign, literal=True) for family in FAMILIES for sign in family.signs
)


def check_own_voice(paper: Paper) -> Iterator[Finding]:
    """Find sentences in which the house itself is partial, each family once in a sentence."""
    for family in FAMILIES:
        hits = paper.hits(family.name)
        told = -1
        for start, end in hits[:_MANY] if hits else ():
            if start < told:
                continue
            place = _said(paper, family, start, end)
            if place is not None:
                told = sentence_around(paper, *place)[1]
                yield found(
                    family.code, *place,
                    written=" ".join(paper.text[slice(*place)].split()),
                )  # fmt: skip


def _said(paper: Paper, family: _Family, start: int, end: int) -> Stretch | None:
    """Return the words around a sign that are partial; None: there are none, or they are right."""
    skeleton = paper.skeleton
    first, last = sentence_around(paper, start, end)
    match = family.said.search(skeleton, first, last)
    if match is None or is_quoted(paper, *match.span()):
        return None
    if family.excused.search(skeleton, first, last):
        return None
    if family.of is not None:
        near = max(first, match.start() - _NEAR), min(last, match.end() + _NEAR)
        if not family.of.search(skeleton, *near) and not (
            family.of_states and _names_a_member(paper, near)
        ):
            return None
        return match.span()
    whose = _whose(match) if "en" in family.said.groupindex else None
    if whose is not None and not _names_a_member(paper, whose, at_once=True):
        return None
    return match.span()


def _whose(match: re.Match[str]) -> Stretch | None:
    """Return where the state stands whose policy is condemned; None: nobody's is."""
    return next((match.span(of) for of in ("en", "fr", "ar") if match[of]), None)


def _names_a_member(paper: Paper, stretch: Stretch, *, at_once: bool = False) -> bool:
    """Tell whether a stretch names a member; ``at_once``: within its first words."""
    names = states_of(paper.context)
    for mention in names.read(paper.skeleton, *stretch):
        if at_once and mention.start - stretch[0] > 25:
            return False
        if names.states[mention.iso3].is_member:
            return True
    return False
