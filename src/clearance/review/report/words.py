"""The few words of a report that are not a rule's, in three languages."""

from __future__ import annotations

from clearance.review.finding import Level
from clearance.terms import Check, Language

LEVELS: dict[Level, dict[Language, str]] = {
    Level.STOP: {Language.ENGLISH: "stop", Language.FRENCH: "blocage", Language.ARABIC: "مانع"},
    Level.WARN: {
        Language.ENGLISH: "warning",
        Language.FRENCH: "avertissement",
        Language.ARABIC: "تنبيه",
    },
    Level.NOTE: {Language.ENGLISH: "note", Language.FRENCH: "remarque", Language.ARABIC: "ملاحظة"},
}
CHECKS: dict[Check, dict[Language, str]] = {
    Check.PROCEDURE: {
        Language.ENGLISH: "Procedure and resolutions",
        Language.FRENCH: "Procédure et résolutions",
        Language.ARABIC: "قواعد الإجراءات والقرارات",
    },
    Check.LEGAL_BASIS: {
        Language.ENGLISH: "Legal basis and approval",
        Language.FRENCH: "Base juridique et approbation",
        Language.ARABIC: "السند القانوني والموافقة",
    },
    Check.CONFORMITY: {
        Language.ENGLISH: "Form",
        Language.FRENCH: "Forme",
        Language.ARABIC: "الالتزام بالنظام",
    },
    Check.LANGUAGE: {
        Language.ENGLISH: "Language",
        Language.FRENCH: "Langue",
        Language.ARABIC: "اللغة",
    },
    Check.ADDRESSEE: {
        Language.ENGLISH: "Addressee",
        Language.FRENCH: "Destinataire",
        Language.ARABIC: "المرسل إليه",
    },
    Check.FIGURES: {
        Language.ENGLISH: "Numbers and dates",
        Language.FRENCH: "Chiffres et dates",
        Language.ARABIC: "الأرقام والتواريخ",
    },
    Check.SENSITIVITY: {
        Language.ENGLISH: "Political sensitivity",
        Language.FRENCH: "Sensibilité politique",
        Language.ARABIC: "الحساسية السياسية",
    },
}
NOTHING_FOUND = {
    Language.ENGLISH: "Nothing was found.",
    Language.FRENCH: "Rien n’a été relevé.",
    Language.ARABIC: "لم يُعثر على ما يستوجب الملاحظة.",
}
WRITE_INSTEAD = {
    Language.ENGLISH: "Write instead: {text}",
    Language.FRENCH: "Écrire plutôt : {text}",
    Language.ARABIC: "يُكتب بدلاً منه: {text}",
}
SOURCE = {
    Language.ENGLISH: "Source: {text}",
    Language.FRENCH: "Source : {text}",
    Language.ARABIC: "المصدر: {text}",
}
COLON = {Language.ENGLISH: ": ", Language.FRENCH: " : ", Language.ARABIC: ": "}
COMMA = {Language.ENGLISH: ", ", Language.FRENCH: ", ", Language.ARABIC: "، "}
PARAGRAPH = {
    Language.ENGLISH: "paragraph {number}",
    Language.FRENCH: "paragraphe {number}",
    Language.ARABIC: "الفقرة {number}",
}
PAGE = {
    Language.ENGLISH: "page {number}",
    Language.FRENCH: "page {number}",
    Language.ARABIC: "الصفحة {number}",
}
APPROXIMATE = {
    Language.ENGLISH: "The file’s text layer was repaired: places are approximate.",
    Language.FRENCH: (
        "La couche de texte du fichier a été réparée : les emplacements sont approximatifs."
    ),
    Language.ARABIC: "أُصلحت طبقة النص في الملف، ومواضع الملاحظات تقريبية.",
}
TITLE = {
    Language.ENGLISH: "Review of {name}",
    Language.FRENCH: "Examen de {name}",
    Language.ARABIC: "مراجعة {name}",
}
