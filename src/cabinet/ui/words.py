"""The stored words of the house as an officer reads them, in the active language.

Stored values stay as they are for ever; what they are called here may be said better one day.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clearance.terms.words import ACT_WORDS, CHECK_WORDS, FLOW_WORDS, ROLE_WORDS, STATE_WORDS

Words = Mapping[str, str | Promise]


def _spoken(words: Mapping[Any, str]) -> Words:
    """Say in the active language what the rules say in English."""
    return {str(value): _(english) for value, english in words.items()}


STATE = _spoken(STATE_WORDS)
ACT = _spoken(ACT_WORDS)  # what a button says
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
FLOW = _spoken(FLOW_WORDS)
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
    "post": _("By post"),
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
ROLE = _spoken(ROLE_WORDS)
# Sources of the signatory matrix that the house opens with, by their keys in the reference data.
MATRIX_SOURCE: Words = {
    "UN-45": _("UN Correspondence Manual, para. 45"),
    "UN-116": _("UN Correspondence Manual, para. 116"),
    "charter": _("Charter, article 17"),
    "departments": _("Common duties of the departments"),
    "mandate": _("The mandate of the Cabinet"),
    "protocol": _("Duties of Protocol"),
    "sessions": _("Practice of the Council of Foreign Ministers"),
}
CAPACITY: Words = {
    "titular": _("Holder of the post"),
    "acting": _("Acting for the holder"),
    "delegated": _("By delegation"),
}
CHECK = _spoken(CHECK_WORDS)
OUTCOME: Words = {
    "": _("No verdict yet"),
    "pass": _("Passes"),
    "not_applicable": _("Does not apply"),
    "stop": _("Stop"),
}
WEIGHT: Words = {"1": _("Note"), "2": _("Warning"), "3": _("Stop")}
TERM_LEVEL: Words = {"note": _("Note"), "warn": _("Warning"), "stop": _("Stop")}
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
    "matrixsource": MATRIX_SOURCE,
    "capacity": CAPACITY,
    "check": CHECK,
    "outcome": OUTCOME,
    "weight": WEIGHT,
    "termlevel": TERM_LEVEL,
}


def word(value: Any, family: str = "") -> str:
    """Say a stored value in the active language.

    ``family`` says which list ("state", "urgency", ...); an enum member of ``clearance.terms``
    brings its own. A value that the list does not hold is shown as stored.
    """
    stored = str(value.value if isinstance(value, Enum) else "" if value is None else value)
    words = FAMILIES[family or type(value).__name__.lower()]
    return str(words.get(stored, stored))
