"""The acting pages of the gate. The acts of sending, in ``cabinet.dispatch``, come first."""

from __future__ import annotations

from django.urls import path

from cabinet.gate.views.act_page import act
from cabinet.gate.views.draft import draft_memorandum, draft_outgoing
from cabinet.gate.views.draft_reading import draft_reading
from cabinet.gate.views.in_tray import in_tray
from cabinet.gate.views.register import register_incoming
from cabinet.gate.views.rules import figures_csv, rule, rules_in_use
from cabinet.gate.views.sheet import review_sheet

urlpatterns = [
    path("in-tray/", in_tray, name="in_tray"),
    path("register/", register_incoming, name="register_incoming"),
    path("draft/letter/", draft_outgoing, name="draft_outgoing"),
    path("draft/memorandum/", draft_memorandum, name="draft_memorandum"),
    path("rules/", rules_in_use, name="rules_in_use"),
    path("rules/<slug:table>.csv", figures_csv, name="figures_csv"),
    path("rules/<slug:code>/", rule, name="rule"),
    path("items/<int:pk>/review/", review_sheet, name="review_sheet"),
    path("items/<int:pk>/reading/", draft_reading, name="draft_reading"),
    path("items/<int:pk>/acts/<slug:act>/", act, name="act"),
]
