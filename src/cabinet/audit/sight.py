"""What departments see of the Internal Auditor's files: the findings that they are to answer."""

from __future__ import annotations

from cabinet.audit.models import AuditFile, AuditFinding, FindingStep
from cabinet.ledger.doors import Sight

SIGHTS = (
    Sight(AuditFinding, "[[heads SEEN.unit_id]]"),
    Sight(
        AuditFile,
        "EXISTS (SELECT 1 FROM [[audit_auditfinding]] AS f WHERE f.file_id = SEEN.id)",
    ),
    Sight(
        FindingStep,
        "EXISTS (SELECT 1 FROM [[audit_auditfinding]] AS f WHERE f.id = SEEN.finding_id)",
    ),
)
