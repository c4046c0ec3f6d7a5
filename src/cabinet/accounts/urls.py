"""Addresses of the posts of the house and of the delegations."""

from __future__ import annotations

from django.urls import path

from cabinet.accounts import views

urlpatterns = [
    path("staff/", views.staff, name="staff"),
    path("staff/delegate/", views.delegate, name="staff_delegate"),
    path("staff/delegations/<int:pk>/revoke/", views.revoke, name="staff_revoke"),
]
