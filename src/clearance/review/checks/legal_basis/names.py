"""What the findings call the kinds of paper and the ranks of addressees, in three languages."""

from __future__ import annotations

from clearance.terms import AddresseeLevel, Kind

KINDS: dict[Kind, dict[str, str]] = {
    Kind.LETTER: {"en": "a letter", "fr": "une lettre", "ar": "خطاب"},
    Kind.NOTE_VERBALE: {"en": "a note verbale", "fr": "une note verbale", "ar": "مذكرة شفوية"},
    Kind.MEMORANDUM: {"en": "a memorandum", "fr": "un mémorandum", "ar": "مذكرة"},
    Kind.CIRCULAR: {"en": "a circular", "fr": "une circulaire", "ar": "تعميم"},
    Kind.REPORT: {"en": "a report", "fr": "un rapport", "ar": "تقرير"},
    Kind.DRAFT_RESOLUTION: {
        "en": "a draft resolution", "fr": "un projet de résolution", "ar": "مشروع قرار",
    },
    Kind.CONTRACT: {"en": "a contract", "fr": "un contrat", "ar": "عقد"},
    Kind.CABLE: {"en": "a cable", "fr": "un télégramme", "ar": "برقية"},
}  # fmt: skip
LEVELS: dict[AddresseeLevel, dict[str, str]] = {
    AddresseeLevel.HEAD_OF_STATE: {
        "en": "a Head of State", "fr": "un chef d’État", "ar": "رئيس دولة",
    },
    AddresseeLevel.HEAD_OF_GOVERNMENT: {
        "en": "a Head of Government", "fr": "un chef de gouvernement", "ar": "رئيس حكومة",
    },
    AddresseeLevel.FOREIGN_MINISTER: {
        "en": "a Minister of Foreign Affairs", "fr": "un ministre des Affaires étrangères",
        "ar": "وزير خارجية",
    },
    AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS: {
        "en": "a Ministry of Foreign Affairs", "fr": "un ministère des Affaires étrangères",
        "ar": "وزارة خارجية",
    },
    AddresseeLevel.MINISTER: {"en": "a minister", "fr": "un ministre", "ar": "وزير"},
    AddresseeLevel.PERMANENT_REPRESENTATIVE: {
        "en": "a permanent representative", "fr": "un représentant permanent", "ar": "مندوب دائم",
    },
    AddresseeLevel.HOST_COUNTRY_BODY: {
        "en": "a body of the host country", "fr": "un organisme du pays hôte",
        "ar": "جهة في دولة المقر",
    },
    AddresseeLevel.INTERNATIONAL_ORGANISATION: {
        "en": "an international organisation", "fr": "une organisation internationale",
        "ar": "منظمة دولية",
    },
    AddresseeLevel.INSTITUTION: {"en": "an institution", "fr": "une institution", "ar": "مؤسسة"},
    AddresseeLevel.EXTERNAL_OFFICE: {
        "en": "an external office", "fr": "un bureau extérieur", "ar": "مكتب خارجي",
    },
    AddresseeLevel.NGO: {
        "en": "a non-governmental organisation", "fr": "une organisation non gouvernementale",
        "ar": "منظمة غير حكومية",
    },
    AddresseeLevel.MEMBER_STATES: {
        "en": "the Member States", "fr": "les États membres", "ar": "الدول الأعضاء",
    },
    AddresseeLevel.PERSON: {"en": "a private person", "fr": "un particulier", "ar": "شخص"},
}  # fmt: skip
