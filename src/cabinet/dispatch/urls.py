"""The acts of sending, under the gate's own address ``act``: included before the gate's."""

from __future__ import annotations

from django.urls import path

from cabinet.dispatch.views import act

urlpatterns = [
    path(f"items/<int:pk>/acts/{name}/", act, {"act": name})
    for name in ("dispatch", "deliver", "fail")
]
