"""The words in which papers tell that a session was held, and that tie a city or a number to it.

Which words are such is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.mentions.ordinals import WORDS
from clearance.terms.calendars import MONTHS, WEEKDAYS

_WORD = on_demand(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
_LINKING = frozenset(
    _WORD.findall(
        fold(
            "in at on of the from to and by between during held convened meeting met took place hosted organised organized "
            "city capital month year its a which that was were had been has have session sessions ordinary regular annual "
            "council foreign ministers minister's ministers' council's cfm icfm oic organisation organization islamic cooperation conference summit "
            "sat sits sitting gave given giving it passed issued taken voted endorsed decided agreed produced rendered "
            "siégé siégea siégeant siégeait donnée donné votée votées prise prises rendue adopta vota "
            "قد التأمت الملتئمين جلست أقرته أقره أصدرته أصدره اتخذته اتخذه اعتمدته اعتمده "
            "for their gathered assembled where adopted approved host country hereinafter called known as st nd rd th "
            "convoquée convoqué convoquées assemblée à au aux de du des d en et l la le les par entre tenue tenu tenus réunie réuni réunis s est sont qui que été avait "
            "organisée déroulée accueillie accueilli accueillait ville capitale mois année où pour sa son leur leurs ordinaire conseil ministres "
            "affaires étrangères cmae oci coopération islamique sommet conférence lors ministérielle adoptée approuvée pays hôte ci-après dite er ème e "
            "المجتمعة المجتمع الملتئمة الملتئم مجتمعا في من إلى على ب و المنعقدة المنعقد المعقودة المعقود التي الذي عقدت انعقدت عقد انعقد دورته دورتها الدورة لدورة للدورة مجلس لمجلس "
            "وزراء الوزراء لوزراء الخارجية خارجية خارجيتها خارجيته الدول الأعضاء منظمة المنظمة لمنظمة التعاون الإسلامي القمة الإسلامية عام سنة لعام يوم يومي أيام شهر "
            "مدينة العاصمة بمدينة استضافتها احتضنتها استضافت احتضنت خلال أعمال العادية حيث هـ م الموافق مؤتمر المؤتمر الوزاري"
        ).skeleton
    )
) | WORDS | frozenset(
    word
    for names in (*MONTHS.values(), *WEEKDAYS.values())
    for name in names
    for word in _WORD.findall(fold(name).skeleton)
)  # fmt: skip
_ONE = on_demand(r"(?:al|l|d|s|qu|n)'")
_AND = fold("و").skeleton
_MOST_WORDS = 18


def is_linking(gap: str, others: int = 0) -> bool:
    """Tell whether only words of the holding of sessions, days and numbers stand in the gap.

    ``others``: how many other words may stand there, such as the name of a city.
    """
    words = [_ONE.sub("", word) for word in _WORD.findall(gap)]
    strange = sum(
        not (word.isdigit() or word in _LINKING or word.removeprefix(_AND) in _LINKING)
        for word in words
    )
    return len(words) <= _MOST_WORDS and strange <= others
