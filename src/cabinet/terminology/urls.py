"""The pages of the register of terms."""

from __future__ import annotations

from django.urls import path

from cabinet.terminology.views import add, change, decide, end, term, terms

urlpatterns = [
    path("terms/", terms, name="terms"),
    path("terms/add/", add, name="term_add"),
    path("terms/<slug:code>/", term, name="term"),
    path("terms/<slug:code>/change/", change, name="term_change"),
    path("terms/<slug:code>/end/", end, name="term_end"),
    path("terms/<slug:code>/editions/<int:no>/decide/", decide, name="term_decide"),
]
