"""The stored words of the house as an officer reads them, in the active language.

Stored values stay as they are for ever; what they are called here may be said better one day.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

STATE: Words = {
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
# What a button says.
ACT: Words = {
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
    "draft": _("Draft"),
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
    "void": _("Void"),
    "withhold": _("Withhold in the Cabinet"),
}
# What the timeline says.
MOVEMENT: Words = {
    "acknowledge": _("Receipt acknowledged"),
    "annul": _("Annulled by the Director-General"),
    "answer": _("Answered"),
    "authorise": _("Writing to the Government authorised"),
    "bring_in": _("Brought into the circuit"),
    "clear": _("Cleared by the Cabinet"),
    "close": _("Closed without reply"),
    "copy": _("Copied for information"),
    "decline": _("Signature declined"),
    "deliver": _("Delivered"),
    "direct": _("Directed by the Cabinet"),
    "dispatch": _("Dispatched"),
    "draft": _("Drafted"),
    "extend": _("Deadline extended"),
    "fail": _("Delivery failed"),
    "hand_over": _("Handed over sealed"),
    "inform": _("Secretary-General informed"),
    "issue": _("Issued"),
    "receive": _("Received"),
    "refer": _("Referred by the Cabinet"),
    "register": _("Registered"),
    "remark": _("Remark of the Secretary-General"),
    "return": _("Returned to the drafter"),
    "return_to_sender": _("Returned to sender"),
    "revise": _("New revision filed"),
    "send_back": _("Sent back to the Cabinet"),
    "sign": _("Signed"),
    "submit": _("Submitted to the Cabinet"),
    "take_up": _("Review taken up"),
    "verify": _("Verified"),
    "void": _("Voided"),
    "withhold": _("Withheld in the Cabinet"),
}
FLOW: Words = {
    "incoming": _("Incoming"),
    "outgoing": _("Outgoing"),
    "memorandum": _("Memorandum"),
}
KIND: Words = {
    "letter": _("Letter"),
    "note_verbale": _("Note verbale"),
    "memorandum": _("Memorandum"),
    "circular": _("Circular"),
    "report": _("Report"),
    "draft_resolution": _("Draft resolution"),
    "contract": _("Contract"),
    "cable": _("Cable"),
}
LANGUAGE: Words = {"ar": _("Arabic"), "en": _("English"), "fr": _("French")}
URGENCY: Words = {"1": _("Ordinary"), "2": _("Urgent"), "3": _("Immediate")}
CONFIDENTIALITY: Words = {
    "1": _("Open within the house"),
    "2": _("Restricted"),
    "3": _("Confidential"),
    "4": _("Secret"),
}
CHANNEL: Words = {
    "hand": _("By hand"),
    "post": _("Post"),
    "registered_mail": _("Registered mail"),
    "courier": _("Courier"),
    "pouch": _("Diplomatic pouch"),
    "email": _("E-mail"),
    "fax": _("Fax"),
}
ADDRESSEE_LEVEL: Words = {
    "head_of_state": _("Head of State"),
    "head_of_government": _("Head of Government"),
    "foreign_minister": _("Minister of foreign affairs"),
    "ministry_of_foreign_affairs": _("Ministry of foreign affairs"),
    "minister": _("Minister"),
    "permanent_representative": _("Permanent representative"),
    "host_country_body": _("Body of the host country"),
    "international_organisation": _("International organisation"),
    "institution": _("Institution of the Organisation"),
    "external_office": _("External office"),
    "ngo": _("Non-governmental organisation"),
    "member_states": _("All member States"),
    "person": _("Private person"),
}
ROLE: Words = {
    "registry_clerk": _("Registry clerk"),
    "head_of_registry": _("Head of the Registry"),
    "cabinet_adviser": _("Adviser of the Cabinet"),
    "director_general": _("Director-General of the Cabinet"),
    "secretary_general": _("Secretary-General"),
    "private_secretary": _("Private secretary"),
    "assistant_secretary_general": _("Assistant Secretary-General"),
    "head_of_department": _("Head of department"),
    "desk_officer": _("Desk officer"),
    "external_office": _("External office"),
    "internal_auditor": _("Internal Auditor"),
    "system_administrator": _("System administrator"),
}
CAPACITY: Words = {
    "titular": _("Holder of the post"),
    "acting": _("Acting for the holder"),
    "delegated": _("By delegation"),
}
# The seven checks of the mandate, in its order and close to its words.
CHECK: Words = {
    "1": _("Rules of procedure, reference resolutions, earlier directives"),
    "2": _("Legal basis and approval by the authorised person"),
    "3": _("Compliance with the system"),
    "4": _("Appropriate language"),
    "5": _("The addressee"),
    "6": _("Numbers and dates"),
    "7": _("Political sensitivity"),
}
OUTCOME: Words = {
    "": _("Open"),
    "pass": _("Passes"),
    "not_applicable": _("Does not apply"),
    "stop": _("Stop"),
}
FAMILIES: Mapping[str, Words] = {
    "state": STATE,
    "act": ACT,
    "movement": MOVEMENT,
    "flow": FLOW,
    "kind": KIND,
    "language": LANGUAGE,
    "urgency": URGENCY,
    "confidentiality": CONFIDENTIALITY,
    "channel": CHANNEL,
    "addresseelevel": ADDRESSEE_LEVEL,
    "level": ADDRESSEE_LEVEL,
    "role": ROLE,
    "capacity": CAPACITY,
    "check": CHECK,
    "outcome": OUTCOME,
}


def word(value: Any, family: str = "") -> str:
    """Say a stored value in the active language.

    ``family`` says which list ("state", "urgency", ...); an enum member of ``clearance.terms``
    brings its own. A value that the list does not hold is shown as stored.
    """
    stored = str(value.value if isinstance(value, Enum) else "" if value is None else value)
    words = FAMILIES[family or type(value).__name__.lower()]
    return str(words.get(stored, stored))
