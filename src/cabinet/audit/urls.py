"""Addresses of the auditor's desk."""

from __future__ import annotations

from django.urls import path

from cabinet.audit import views

urlpatterns = [
    path("audit/record/", views.record, name="audit_record"),
    path("audit/record.csv", views.record_csv, name="audit_record_csv"),
    path("audit/samples/", views.samples, name="audit_samples"),
    path("audit/head/", views.head, name="audit_head"),
]
