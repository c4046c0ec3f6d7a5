"""Posts and powers. Posts, not persons, hold rights. Stored values: never renamed."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a post does in the house. Source: the mandate; units of the General Secretariat."""

    REGISTRY_CLERK = "registry_clerk"
    HEAD_OF_REGISTRY = "head_of_registry"
    CABINET_ADVISER = "cabinet_adviser"
    DIRECTOR_GENERAL = "director_general"
    SECRETARY_GENERAL = "secretary_general"
    PRIVATE_SECRETARY = "private_secretary"
    ASSISTANT_SECRETARY_GENERAL = "assistant_secretary_general"
    HEAD_OF_DEPARTMENT = "head_of_department"
    DESK_OFFICER = "desk_officer"
    EXTERNAL_OFFICE = "external_office"
    INTERNAL_AUDITOR = "internal_auditor"
    SYSTEM_ADMINISTRATOR = "system_administrator"


class Power(StrEnum):
    """What a delegation may hand on. Each act of the gate uses exactly one power."""

    REGISTER = "register"  # receive, register, verify, issue, dispatch, void an entry
    DIRECT = "direct"  # direct, refer, withhold, close, tell the Secretary-General
    CLEAR = "clear"  # give verdicts, clear, return
    OVERRIDE = "override"  # set a stop aside in writing, annul a signed paper
    AUTHORISE = "authorise"  # let a department write to a Government
    SIGN = "sign"
    DRAFT = "draft"  # draft, revise, submit
    ACT = "act"  # deal with what was directed to the unit


CABINET = frozenset({Role.CABINET_ADVISER, Role.DIRECTOR_GENERAL})
REGISTRY = frozenset({Role.REGISTRY_CLERK, Role.HEAD_OF_REGISTRY})
HEADS = frozenset({Role.HEAD_OF_DEPARTMENT, Role.EXTERNAL_OFFICE, Role.ASSISTANT_SECRETARY_GENERAL})
# Who answers a finding of the auditor for the unit to which it is addressed.
ANSWERING = HEADS | {Role.HEAD_OF_REGISTRY, Role.DIRECTOR_GENERAL, Role.PRIVATE_SECRETARY}
# The mandate lists the Registry Office and the Internal Auditor among the departments: they write
# and answer memoranda as any department does.
_OFFICES = frozenset({Role.HEAD_OF_REGISTRY, Role.INTERNAL_AUDITOR})
SUBMITTERS = HEADS | _OFFICES | CABINET | {Role.PRIVATE_SECRETARY}
DRAFTERS = SUBMITTERS | {Role.DESK_OFFICER, Role.REGISTRY_CLERK}
