"""The Internal Auditor's desk as a part of the office."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The desk at the end of the corridor."""

    name = "cabinet.audit"
