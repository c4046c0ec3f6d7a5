"""What can be said of a paper on its face. Stored values: never renamed, only added to."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Flow(StrEnum):
    """The three ways through the gate. Source: the mandate, first paragraph."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MEMORANDUM = "memorandum"


class Kind(StrEnum):
    """Kinds of document, each with rules of its own. Source: UN manual; the mandate."""

    LETTER = "letter"
    NOTE_VERBALE = "note_verbale"
    MEMORANDUM = "memorandum"
    CIRCULAR = "circular"
    REPORT = "report"
    DRAFT_RESOLUTION = "draft_resolution"
    CONTRACT = "contract"
    CABLE = "cable"


class Language(StrEnum):
    """The three official languages of the Organisation."""

    ARABIC = "ar"
    ENGLISH = "en"
    FRENCH = "fr"


class Urgency(IntEnum):
    """Degrees of urgency, the pressing last. Source: Saudi regulation of 18/7/1445H (SA-URG)."""

    ORDINARY = 1
    URGENT = 2
    IMMEDIATE = 3


class Confidentiality(IntEnum):
    """Four levels of confidentiality, the closest kept last. The names are our guess."""

    ORDINARY = 1
    RESTRICTED = 2
    CONFIDENTIAL = 3
    SECRET = 4


class AddresseeLevel(StrEnum):
    """Who is written to, by the rank that decides who may sign. Source: UN manual, para. 45."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    MINISTRY_OF_FOREIGN_AFFAIRS = "ministry_of_foreign_affairs"
    MINISTER = "minister"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    HOST_COUNTRY_BODY = "host_country_body"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    INSTITUTION = "institution"
    EXTERNAL_OFFICE = "external_office"
    NGO = "ngo"
    MEMBER_STATES = "member_states"
    PERSON = "person"


class Channel(StrEnum):
    """How a paper travels, in or out."""

    HAND = "hand"
    POST = "post"
    REGISTERED_MAIL = "registered_mail"
    COURIER = "courier"
    POUCH = "pouch"
    EMAIL = "email"
    FAX = "fax"
