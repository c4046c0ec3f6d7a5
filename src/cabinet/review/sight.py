"""What the drafting unit sees of the review of its papers; what is kept from it stays hidden."""

from __future__ import annotations

from cabinet.ledger.doors import Shown, Sight
from cabinet.review.models import Answer, Finding, Objection, Override, Reading, Verdict

# The verdicts on papers whose coming about the reader reads.
SHOWN = (
    Shown(
        "review_known",
        """SELECT v.id FROM [[base registry_revision]] AS v
        JOIN [[registry_known]] AS k ON k.id = v.item_id WHERE k.whole AND k.flow <> 'incoming'""",
    ),
)

_ON_A_KNOWN_TEXT = "EXISTS (SELECT 1 FROM [[review_known]] AS t WHERE t.id = SEEN.revision_id)"
# A reason that is kept from drafters is told by this sign: that there is one is no secret.
_KEPT = "CASE WHEN SEEN.kept_from_drafters AND SEEN.reason <> '' THEN '–' ELSE SEEN.reason END"
_KEPT_WITH_ITS_VERDICT = """(SELECT CASE WHEN w.kept_from_drafters THEN '' ELSE SEEN.reason END
    FROM [[review_verdict]] AS w WHERE w.id = SEEN.verdict_id)"""

SIGHTS = (
    Sight(Verdict, _ON_A_KNOWN_TEXT, told=(("reason", _KEPT),)),
    Sight(
        Override,
        "EXISTS (SELECT 1 FROM [[review_verdict]] AS w WHERE w.id = SEEN.verdict_id)",
        told=(("reason", _KEPT_WITH_ITS_VERDICT),),
    ),
    Sight(Reading, _ON_A_KNOWN_TEXT),
    Sight(
        Finding,
        """NOT SEEN.kept_from_drafters
        AND EXISTS (SELECT 1 FROM [[review_reading]] AS d WHERE d.id = SEEN.reading_id)""",
    ),
    Sight(Answer, "EXISTS (SELECT 1 FROM [[review_finding]] AS f WHERE f.id = SEEN.finding_id)"),
    Sight(Objection, f"NOT SEEN.kept_from_drafters AND {_ON_A_KNOWN_TEXT}"),
)
