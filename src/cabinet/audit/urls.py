"""Addresses of the auditor's desk, and of what the audited answer."""

from __future__ import annotations

from django.urls import path

from cabinet.audit import file_pages, paper_pages, views

urlpatterns = [
    path("audit/record/", views.record, name="audit_record"),
    path("audit/record.csv", views.record_csv, name="audit_record_csv"),
    path("audit/samples/", views.samples, name="audit_samples"),
    path("audit/samples/draw/", views.draw, name="audit_draw"),
    path("audit/head/", views.head, name="audit_head"),
    path("audit/readings/", paper_pages.readings, name="audit_readings"),
    path("audit/cases/<int:pk>/", paper_pages.case, name="audit_case"),
    path("audit/cases/<int:pk>.zip", paper_pages.case_zip, name="audit_case_zip"),
    path("audit/files/", file_pages.files, name="audit_files"),
    path("audit/files/<int:pk>/", file_pages.file, name="audit_file"),
    path("audit/findings/", file_pages.to_answer, name="audit_to_answer"),
    path("audit/findings/<int:pk>/", file_pages.finding, name="audit_finding"),
]
