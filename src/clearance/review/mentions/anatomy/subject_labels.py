"""The labels of a subject that name the paper too: "Object of the present letter".

Source: letters and memoranda of many houses; the choice is our own.
"""

from __future__ import annotations

from itertools import product

from clearance.reading.skeleton import fold

_WORDS = (
    (
        "subject|subject matter|object|matter|topic",
        "of this |of the |of the present ",
        "letter|memorandum|memo|note|circular|paper|communication|correspondence|submission|report",
    ),
    (
        "objet|sujet",
        "de la |de cette |de la présente |du |du présent |de ce ",
        "lettre|note|circulaire|communication|correspondance|mémorandum|courrier|rapport|message",
    ),
    ("objet|sujet", "de la |du ", "présente|présent"),
    (
        "موضوع",
        "هذا |هذه |",
        "الخطاب|الكتاب|المذكرة|التعميم|الرسالة|التقرير|المراسلة|المعاملة",
    ),
)
SUBJECT_LABELS = frozenset(
    fold(f"{matter} {this}{paper}").skeleton
    for words in _WORDS
    for matter, this, paper in product(*(each.split("|") for each in words))
)
"""What stands before the colon, in the letters of the skeleton."""
