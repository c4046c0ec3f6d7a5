"""Two numbers and more that are missing near the end of a list, and lists that are whole."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Kind


def _is_told(reviewer: Reviewer, text: str, kind: Kind) -> bool:
    report = reviewer.review(text, kind=kind)
    return any(one.code == "CON030" and one.level >= Level.WARN for one in report.findings)


@pytest.mark.parametrize(
    ("text", "kind", "is_told"),
    [
        ("I. TAKES NOTE of the study;\n\nII. ENCOURAGES gifts;\n\nV. REMAINS seized.\n",
         Kind.DRAFT_RESOLUTION, True),
        ("(a) Notes the study;\n\n(b) Welcomes gifts;\n\n(e) Remains seized;\n\n(f) Ends.\n",
         Kind.DRAFT_RESOLUTION, True),
        ("1) Prend note ;\n\n2) Encourage les dons ;\n\n5) Reste saisi.\n",
         Kind.DRAFT_RESOLUTION, True),
        ("1 - يأخذ علما بالدراسة؛\n\n2 - يشجع التبرعات؛\n\n٦ - يظل متابعا للأمر.\n",
         Kind.DRAFT_RESOLUTION, True),
        ("1. Portée\nLe prestataire livre.\n\n3. Secret\nIl se tait.\n", Kind.CONTRACT, True),
        ("1. Scope\nThe firm delivers.\n\n3. Secrecy\nIt keeps silent.\n\n4. Law\nThat of "
         "the seat.\n", Kind.CONTRACT, True),
        ("1. النطاق\nيسلم المورد.\n\n3. الكتمان\nيحفظ السر.\n\n4. القانون\nقانون المقر.\n",
         Kind.CONTRACT, True),
        ("I. TAKES NOTE of the study;\n\nII. ENCOURAGES gifts;\n\nIII. REMAINS seized.\n",
         Kind.DRAFT_RESOLUTION, False),
        # a list within the fifth paragraph; the sixth is the last
        ("1) Prend note ;\n\n2) Encourage ;\n\n3) Salue ;\n\n4) Loue ;\n\n5) Prie les États :\n\n"
         "1) de donner ;\n\n2) de lire ;\n\n3) d'écrire ;\n\n6) Reste saisi.\n",
         Kind.DRAFT_RESOLUTION, False),
        ("1 - يأخذ علما بالدراسة؛\n\n2 - يشجع التبرعات؛\n\n٣ - يظل متابعا للأمر.\n",
         Kind.DRAFT_RESOLUTION, False),
        ("1. Portée\nLe prestataire livre.\n\n2. Secret\nIl se tait.\n", Kind.CONTRACT, False),
    ],
)  # fmt: skip
def test_skipped_numbers_are_told(
    reviewer: Reviewer, text: str, kind: Kind, *, is_told: bool
) -> None:
    assert _is_told(reviewer, text, kind) is is_told
