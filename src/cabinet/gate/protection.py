"""No clearance without seven verdicts; no signature without a clearance; no number without both."""

from __future__ import annotations

from cabinet.accounts.protection import is_not_about_now, is_not_the_day
from cabinet.directory.protection import matrix_needs_authorisation, matrix_permits
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.guards import Guard, Protected
from cabinet.registry.conditions import AT_REST, NEWEST_REVISION, drafted_by
from cabinet.registry.models import Movement, Number
from cabinet.review.protection import may_do, seven_verdicts_without_open_stop, under_review

PROTECTED = (Protected(Clearance), Protected(Signature))

_ITEM = "(SELECT r.item_id FROM registry_revision AS r WHERE r.id = NEW.revision_id)"
_SHA = "(SELECT r.sha256 FROM registry_revision AS r WHERE r.id = NEW.revision_id)"
_OF_ITEM = f"(SELECT i.{{}} FROM registry_item AS i WHERE i.id = {_ITEM})"
_ROLE = "(SELECT p.role FROM accounts_post AS p WHERE p.id = NEW.post_id)"
_NEWEST = NEWEST_REVISION.format("id", "NEW.item_id")
_CLEARED = f"EXISTS (SELECT 1 FROM gate_clearance AS c WHERE c.revision_id = {_NEWEST})"
_SIGNED = f"EXISTS (SELECT 1 FROM gate_signature AS g WHERE g.revision_id = {_NEWEST})"
_BY_THE_SAME_HAND = """p.by_id = NEW.by_id AND p.post_id = NEW.post_id
    AND p.delegation_id IS NOT DISTINCT FROM NEW.delegation_id"""
_NUMBERED = "EXISTS (SELECT 1 FROM registry_number AS n WHERE n.item_id = NEW.item_id)"

GUARDS = (
    Guard(
        "of_this_revision", Clearance, "insert",
        "A clearance names the newest revision, under review, by its content.",
        f"""NOT ({under_review("NEW.revision_id", _ITEM)}) OR NEW.sha256 IS DISTINCT FROM {_SHA}
        OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}""",
        "GAT013", "Design, section 3: a clearance names a revision's SHA-256",
    ),
    Guard(
        "by_the_cabinet", Clearance, "insert",
        "Only an officer of the Cabinet with authority that day clears.",
        f"NOT {may_do('clear', _ITEM)}",
        "GAT002", "Mandate, first paragraph",
    ),
    Guard(
        "not_by_drafter", Clearance, "insert",
        "Nobody clears what they drafted.",
        drafted_by("NEW.by_id", _ITEM),
        "GAT016", "Four eyes (design, section 3)",
    ),
    Guard(
        "after_seven_verdicts", Clearance, "insert",
        "Each of the seven checks has a verdict on this revision, and no stop stands.",
        f"NOT ({seven_verdicts_without_open_stop('NEW.revision_id')})",
        "GAT014", "Mandate: the seven checks",
    ),
    Guard(
        "of_this_clearance", Signature, "insert",
        "A signature is on the newest revision, cleared, with the same content.",
        f"""NOT EXISTS (SELECT 1 FROM registry_item AS i WHERE i.id = {_ITEM}
            AND i.state = 'cleared' AND {AT_REST})
        OR {_OF_ITEM.format("flow")} IS DISTINCT FROM 'outgoing'
        OR NEW.revision_id IS DISTINCT FROM {NEWEST_REVISION.format("id", _ITEM)}
        OR NEW.sha256 IS DISTINCT FROM {_SHA}
        OR NOT EXISTS (SELECT 1 FROM gate_clearance AS c WHERE c.id = NEW.clearance_id
            AND c.revision_id = NEW.revision_id AND c.sha256 = NEW.sha256)
        OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}""",
        "GAT013", "Mandate: no document is issued until after it passes through the Cabinet",
    ),
    Guard(
        "by_a_signatory", Signature, "insert",
        "The signatory matrix and the officer's authority that day admit this signature.",
        f"""NOT {may_do("sign", _ITEM)}
        OR NOT {matrix_permits(_OF_ITEM.format("kind"), _OF_ITEM.format("level"), _ROLE)}""",
        "GAT018", "UN-45, UN-116",
    ),
    Guard(
        "not_by_drafter", Signature, "insert",
        "Nobody signs what they drafted.",
        drafted_by("NEW.by_id", _ITEM),
        "GAT016", "Four eyes (design, section 3)",
    ),
    Guard(
        "authorised_to_write", Signature, "insert",
        "Writing to a Government is authorised by the Secretary-General, or signed by him.",
        f"""{_ROLE} <> 'secretary_general'
        AND {matrix_needs_authorisation(
            _OF_ITEM.format("kind"), _OF_ITEM.format("level"), _ROLE)}
        AND NOT EXISTS (SELECT 1 FROM registry_movement AS m
            WHERE m.item_id = {_ITEM} AND m.act = 'authorise')""",
        "GAT019", "Internal rules of 1974, common duties of departments",
    ),
    Guard(
        "signed_first", Number, "insert",
        "An outgoing paper is numbered at its signature, a memorandum once it is cleared.",
        f"""NOT ([[item.state]] = 'cleared' AND CASE [[item.flow]]
            WHEN 'outgoing' THEN {_SIGNED} ELSE {_CLEARED} END)""",
        "GAT012", "Design, section 3: number and date at signature",
        of="[[item.flow]] <> 'incoming'",
    ),
    Guard(
        "cleared_by_its_paper", Movement, "insert",
        "The act “clear” stands on the officer's clearance, with all checks done.",
        f"""NOT EXISTS (SELECT 1 FROM gate_clearance AS p
            WHERE p.revision_id = NEW.revision_id AND {_BY_THE_SAME_HAND})
        OR NOT ({seven_verdicts_without_open_stop("NEW.revision_id")})""",
        "GAT013", "Design, section 3",
        of="NEW.act = 'clear'",
    ),
    Guard(
        "signed_by_its_paper", Movement, "insert",
        "The act “sign” stands on the officer's signature of the newest revision and its number.",
        f"""NOT (EXISTS (SELECT 1 FROM gate_signature AS p
            WHERE p.revision_id = NEW.revision_id AND {_BY_THE_SAME_HAND}) AND {_NUMBERED})""",
        "GAT012", "Design, section 3",
        of="NEW.act = 'sign'",
    ),
    Guard(
        "issued_by_its_papers", Movement, "insert",
        "Nothing is issued without clearance and number, an outgoing paper not without signature.",
        f"""NOT ({_CLEARED} AND {_NUMBERED}
            AND ([[item.flow]] = 'memorandum' OR {_SIGNED}))""",
        "GAT012", "Mandate, first paragraph",
        of="NEW.act = 'issue'",
    ),
)  # fmt: skip
