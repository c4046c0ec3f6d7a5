"""Addresses of the posts of the house and of the delegations."""

from __future__ import annotations

from django.urls import path

from cabinet.accounts import appointments, views

urlpatterns = [
    path("staff/", views.staff, name="staff"),
    path("staff/officers/new/", appointments.enter_officer, name="staff_officer"),
    path("staff/posts/new/", appointments.open_post, name="staff_post"),
    path("staff/appoint/", appointments.appoint, name="staff_appoint"),
    path("staff/holdings/<int:pk>/relieve/", appointments.relieve, name="staff_relieve"),
    path("staff/delegate/", views.delegate, name="staff_delegate"),
    path("staff/delegations/<int:pk>/revoke/", views.revoke, name="staff_revoke"),
]
