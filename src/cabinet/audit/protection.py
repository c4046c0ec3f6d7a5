"""The auditor's books are added to and never changed: findings by the auditor, replies by units."""

from __future__ import annotations

from cabinet.accounts.protection import has_authority, is_not_about_now, is_not_the_day
from cabinet.audit.models import AuditFile, AuditFinding, FindingStep, Sample, Viewing
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import is_blank, is_none_of
from clearance.terms import Role
from clearance.terms.posts import ANSWERING

PROTECTED = (
    Protected(Viewing),
    Protected(Sample),
    Protected(AuditFile, digests=("title",)),
    Protected(AuditFinding, digests=("text",)),
    Protected(FindingStep, digests=("text",)),
)

_NOT_NOW = f"{is_not_the_day('NEW.on_day')} OR {is_not_about_now('date(NEW.at)')}"
_NO_AUTHORITY = f"NOT {has_authority(power=chr(39) * 2, kind=chr(39) * 2, level=chr(39) * 2)}"
_NOT_THE_AUDITOR = f"""(NOT EXISTS (SELECT 1 FROM accounts_post AS p WHERE p.id = NEW.post_id
    AND p.role = '{Role.INTERNAL_AUDITOR}') OR {_NO_AUTHORITY})"""
_ANSWERERS = ", ".join(f"'{role}'" for role in sorted(ANSWERING))
_NOT_THE_UNIT = f"""(NOT EXISTS (SELECT 1 FROM accounts_post AS p JOIN audit_auditfinding AS f
    ON f.id = NEW.finding_id WHERE p.id = NEW.post_id AND p.unit_id = f.unit_id
    AND p.role IN ({_ANSWERERS})) OR {_NO_AUTHORITY})"""

GUARDS = (
    Guard(
        "dated_today", Viewing, "insert",
        "A reading is dated on the day on which it is written.",
        is_not_about_now("date(NEW.at)"),
        "AUD001", "Reading is logged: who opened which paper when",
    ),
    Guard(
        "known_words", Viewing, "insert",
        "A reading is of a part of a paper that the house knows.",
        is_none_of("NEW.what", Viewing.What.values),
        "AUD002", "Reading is logged: who opened which paper when",
    ),
    *(
        Guard(
            "by_the_auditor", model, "insert",
            "The books of the Internal Auditor are kept by the Internal Auditor, day by day.",
            f"{_NOT_THE_AUDITOR} OR {_NOT_NOW}",
            "AUD003", "Outside the departments' and the Cabinet's reach",
        )
        for model in (Sample, AuditFile, AuditFinding)
    ),
    Guard(
        "in_turn", AuditFile, "insert",
        "Audit files are counted without a gap and have a title.",
        f"""NEW.no <> 1 + (SELECT COUNT(*) FROM audit_auditfile) OR {is_blank("NEW.title")}""",
        "AUD004", "Our guess",
    ),
    Guard(
        "in_turn", AuditFinding, "insert",
        "The findings of a file are counted without a gap, and each has a weight and a text.",
        f"""NEW.no <> 1 + (SELECT COUNT(*) FROM audit_auditfinding AS f
            WHERE f.file_id = NEW.file_id) OR {is_blank("NEW.text")}
        OR {is_none_of("NEW.weight", AuditFinding.Weight.values)}""",
        "AUD005", "Our guess",
    ),
    Guard(
        "by_whom_it_is_for", FindingStep, "insert",
        "The unit answers a finding; the auditor follows it up and closes it.",
        f"""{is_none_of("NEW.kind", FindingStep.Kind.values)} OR {_NOT_NOW}
        OR NEW.kind = 'reply' AND {_NOT_THE_UNIT} OR NEW.kind <> 'reply' AND {_NOT_THE_AUDITOR}""",
        "AUD006", "A finding is answered by the audited and closed by the auditor alone",
    ),
    Guard(
        "in_turn", FindingStep, "insert",
        "Nothing follows the closing of a finding, and no step is empty.",
        f"""NEW.no <> 1 + (SELECT COUNT(*) FROM audit_findingstep AS s
            WHERE s.finding_id = NEW.finding_id) OR {is_blank("NEW.text")}
        OR EXISTS (SELECT 1 FROM audit_findingstep AS s
            WHERE s.finding_id = NEW.finding_id AND s.kind = 'close')""",
        "AUD007", "Our guess",
    ),
)  # fmt: skip
