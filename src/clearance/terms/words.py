"""What the gate's stored words are called when a person reads them: English message ids.

The office translates them; ``cabinet.ui.words`` says the same words, and a test compares the two.
"""

from __future__ import annotations

from clearance.terms.checks import Check
from clearance.terms.papers import Flow
from clearance.terms.posts import Role
from clearance.terms.translation import marked as _

FLOW_WORDS = {
    Flow.INCOMING: _("Incoming"),
    Flow.OUTGOING: _("Outgoing"),
    Flow.MEMORANDUM: _("Memorandum"),
}
STATE_WORDS = {
    "": _("Not begun"),
    "received": _("Received"),
    "handed_over": _("Handed over sealed"),
    "registered": _("Registered"),
    "verified": _("Verified"),
    "withheld": _("Withheld in the Cabinet"),
    "directed": _("Directed"),
    "answered": _("Answered"),
    "closed": _("Closed"),
    "returned_to_sender": _("Returned to sender"),
    "draft": _("Draft"),
    "submitted": _("Submitted"),
    "under_review": _("Under review"),
    "cleared": _("Cleared"),
    "returned": _("Returned to the drafter"),
    "signed": _("Signed"),
    "issued": _("Issued"),
    "dispatched": _("Dispatched"),
    "delivered": _("Delivered"),
    "undelivered": _("Undelivered"),
    "acknowledged": _("Acknowledged"),
    "void": _("Void"),
}
ACT_WORDS = {
    "acknowledge": _("Acknowledge receipt"),
    "annul": _("Annul"),
    "answer": _("Record the answer"),
    "authorise": _("Authorise writing to the Government"),
    "bring_in": _("Bring into the circuit"),
    "clear": _("Clear"),
    "close": _("Close without reply"),
    "copy": _("Add a copy for information"),
    "decline": _("Decline to sign"),
    "deliver": _("Record delivery"),
    "direct": _("Direct"),
    "dispatch": _("Dispatch"),
    "draft": _("Begin a draft"),
    "extend": _("Extend the deadline"),
    "fail": _("Record failed delivery"),
    "hand_over": _("Hand over sealed"),
    "inform": _("Inform the Secretary-General"),
    "issue": _("Issue"),
    "receive": _("Receive"),
    "refer": _("Refer to another unit"),
    "register": _("Register"),
    "remark": _("Write the remark"),
    "return": _("Return to the drafter"),
    "return_to_sender": _("Return to sender"),
    "revise": _("File a new revision"),
    "send_back": _("Send back to the Cabinet"),
    "sign": _("Sign"),
    "submit": _("Submit to the Cabinet"),
    "take_up": _("Take up the review"),
    "verify": _("Verify"),
    "void": _("Void this paper"),
    "withhold": _("Withhold in the Cabinet"),
}
ROLE_WORDS = {
    Role.REGISTRY_CLERK: _("Registry clerk"),
    Role.HEAD_OF_REGISTRY: _("Head of the Registry"),
    Role.CABINET_ADVISER: _("Adviser of the Cabinet"),
    Role.DIRECTOR_GENERAL: _("Director-General of the Cabinet"),
    Role.SECRETARY_GENERAL: _("Secretary-General"),
    Role.PRIVATE_SECRETARY: _("Private secretary"),
    Role.ASSISTANT_SECRETARY_GENERAL: _("Assistant Secretary-General"),
    Role.HEAD_OF_DEPARTMENT: _("Head of department"),
    Role.DESK_OFFICER: _("Desk officer"),
    Role.EXTERNAL_OFFICE: _("External office"),
    Role.INTERNAL_AUDITOR: _("Internal Auditor"),
    Role.SYSTEM_ADMINISTRATOR: _("System administrator"),
}
CHECK_WORDS = {
    Check.PROCEDURE: _("Rules of procedure, reference resolutions, earlier directives"),
    Check.LEGAL_BASIS: _("Legal basis and approval by the authorised person"),
    Check.CONFORMITY: _("Compliance with the system"),
    Check.LANGUAGE: _("Appropriate language"),
    Check.ADDRESSEE: _("The addressee"),
    Check.FIGURES: _("Numbers and dates"),
    Check.SENSITIVITY: _("Political sensitivity"),
}
