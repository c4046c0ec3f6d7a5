"""Papers of the house without a fault, one of each kind in each language; persons are invented."""

from __future__ import annotations

LETTER_EN = """\
OIC
General Secretariat
Department of Political Affairs
P.O. Box 178, Jeddah 21411

Ref: POL/SG/2025/00231
Jeddah, 14 May 2025

His Excellency Mr. Adama Diallo
Minister for Foreign Affairs and International Cooperation
Republic of Guinea-Bissau
Bissau

Re: Preparations for the annual coordination meeting

Excellency,

Assalamu alaikum wa rahmatullah wa barakatuh,

It gives me great pleasure to refer to your letter of 2 April 2025 and to thank you for it. The \
agenda (Enclosure 1) and the list of participants (Enclosure 2) go with this letter.

Please accept, Excellency, the renewed assurances of my highest consideration.

Hassan Al-Amiri
Secretary General

Encl.: 2
"""
LETTER_FR = """\
Organisation de la coopération islamique
Secrétariat général

N/Réf. : CAB/2025/114
Djeddah, le 3 juin 2025

À Son Excellence Monsieur Ousmane Sow
Ministre des Affaires étrangères de la République du Sénégal
Dakar

Objet : Réunion préparatoire

Monsieur le Ministre,

J'ai l'honneur de vous transmettre ci-joint le projet d'ordre du jour (annexe 1) ainsi que la \
note d'information (annexe 2).

Je vous prie d'agréer, Monsieur le Ministre, l'assurance de ma haute considération.

Le Secrétaire général
Hassan Al-Amiri

P.J. : deux (2)
"""
LETTER_AR = """\
منظمة التعاون الإسلامي
الأمانة العامة
إدارة الشؤون السياسية

الرقم: ٢٣١/٢٠٢٥
التاريخ: ١٤ مايو ٢٠٢٥م

معالي الدكتور أحمد بن سالم المحترم
وزير الخارجية
سلطنة عمان

الموضوع: الاجتماع التنسيقي السنوي

معالي الوزير،

السلام عليكم ورحمة الله وبركاته، وبعد

يسرني أن أرفق لمعاليكم جدول الأعمال (المرفق رقم ١) وقائمة المشاركين (المرفق رقم ٢).

وتفضلوا معاليكم بقبول فائق التقدير والاحترام.

حسن العامري
الأمين العام

المرفقات: مرفقان
"""
NV_EN = """\
ORGANISATION OF ISLAMIC COOPERATION
General Secretariat

Ref. No. OIC/PRO/2025/118

The General Secretariat of the Organisation of Islamic Cooperation presents its compliments to \
the Ministry of Foreign Affairs of the Kingdom of Bahrain and has the honour to inform it that \
the Meeting of Senior Officials will be held in Jeddah on 5 May 2025. The Annex I to this note \
lists the topics.

The General Secretariat of the Organisation of Islamic Cooperation avails itself of this \
opportunity to renew to the Ministry of Foreign Affairs of the Kingdom of Bahrain the \
assurances of its highest consideration.

Jeddah, 2 April 2025

To: The Ministry of Foreign Affairs
Kingdom of Bahrain
"""
NV_FR = """\
Organisation de la coopération islamique
Secrétariat général
Réf : OCI/PRO/2025/77

NOTE VERBALE

Le Secrétariat général de l'Organisation de la coopération islamique présente ses compliments à \
l'Ambassade de la République de Tunisie et a l'honneur de l'informer que la réunion se tiendra \
le 5 mai 2025.

Le Secrétariat général saisit cette occasion pour renouveler à l'Ambassade de la République de \
Tunisie les assurances de sa très haute considération.

Djeddah, le 2 avril 2025
"""
NV_AR = """\
منظمة التعاون الإسلامي
الأمانة العامة
الرقم: 77/2025

مذكرة شفوية

تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى وزارة خارجية مملكة البحرين، وتتشرف \
بإفادتها أن الاجتماع سيعقد في 5 مايو 2025.

وتنتهز الأمانة العامة هذه المناسبة لتعرب للوزارة الموقرة عن فائق احترامها وتقديرها.

جدة في 2 أبريل 2025
"""
MEMO_EN = """\
INTEROFFICE MEMORANDUM
OIC General Secretariat

To: Director of Conferences
From: Director-General of the Cabinet
Ref: CAB/M/2025/44
Date: 12 March 2025
Subject: Interpretation at the preparatory meeting

1. The meeting needs interpretation in three languages.
2. Kindly confirm the booths by 20 March 2025.
3. The budget is attached.

Karim Benslimane

Attachment: 1
"""
MEMO_FR = """\
Secrétariat général
NOTE INTERNE

De : Le Directeur général du Cabinet
À : La Directrice des conférences
Date : 12 mars 2025
Réf. : CAB/M/2025/44
Objet : Interprétation

La réunion requiert l'interprétation en trois langues.
"""
MEMO_AR = """\
منظمة التعاون الإسلامي
مذكرة داخلية

من: مدير عام الديوان
إلى: مديرة إدارة المؤتمرات
التاريخ: 12 مارس 2025
الرقم: 44/2025
الموضوع: الترجمة الفورية

يحتاج الاجتماع إلى ترجمة فورية بثلاث لغات.
"""
CONTRACT_EN = """\
SERVICE CONTRACT No. 12/2025

between the Organisation of Islamic Cooperation (hereinafter "the Organisation") and Interpret \
Ltd (hereinafter "the Contractor").

1. Object
The Contractor provides interpretation at the meeting.
2. Term
This contract enters into force on signature and remains in force until 31 December 2025. \
Either Party may end it by thirty days' notice; notice of termination is in writing.
3. Price
The price is charged to budget line 3.2.
4. Disagreements
The Parties endeavour to resolve any disagreement amicably; failing that, it is submitted to a \
sole arbitrator.
5. Status of the Organisation
Nothing herein waives the immunities of the Organisation.
6. Law
This contract is governed by general principles of law.

For the Organisation            For the Contractor
"""
CONTRACT_FR = """\
CONTRAT DE PRESTATION DE SERVICES N° 12/2025

Entre l'Organisation de la coopération islamique, ci-après « l'Organisation », et la société \
Interpret, ci-après « le Prestataire ».

Article premier : Objet
Le Prestataire assure l'interprétation.
Article 2 : Durée
Le contrat entre en vigueur à la signature et prend fin le 31 décembre 2025.
Article 3 : Contestations
Toute contestation née du présent contrat est soumise à un arbitre unique.
Article 4 : Statut
Rien dans le présent contrat ne porte atteinte aux immunités de l'Organisation.
"""
CONTRACT_AR = """\
عقد تقديم خدمات رقم 12/2025

أبرم هذا العقد بين منظمة التعاون الإسلامي (الطرف الأول) وشركة الترجمان (الطرف الثاني).

البند 1: موضوع العقد
يقدم الطرف الثاني خدمات الترجمة.
البند 2: المدة
يسري هذا العقد حتى 31 ديسمبر 2025 ويجوز فسخه بإشعار مكتوب.
البند 3: الخلافات
كل خلاف ينشأ عن تنفيذ هذا العقد يحل بالتراضي وإلا فيحال إلى محكم.
البند 4: وضع المنظمة
ليس في هذا العقد ما يمس حصانات المنظمة.
"""
CLEAN = {
    "LETTER_EN": LETTER_EN,
    "LETTER_FR": LETTER_FR,
    "LETTER_AR": LETTER_AR,
    "NV_EN": NV_EN,
    "NV_FR": NV_FR,
    "NV_AR": NV_AR,
    "MEMO_EN": MEMO_EN,
    "MEMO_FR": MEMO_FR,
    "MEMO_AR": MEMO_AR,
    "CONTRACT_EN": CONTRACT_EN,
    "CONTRACT_FR": CONTRACT_FR,
    "CONTRACT_AR": CONTRACT_AR,
}
