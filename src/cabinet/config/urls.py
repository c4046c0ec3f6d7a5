"""Every address of the office."""

from __future__ import annotations

from django.urls import include, path

handler500 = "cabinet.ui.faults.server_error"

urlpatterns = [
    path("", include("cabinet.audit.urls")),
    path("", include("cabinet.desk.urls")),
    path("", include("cabinet.dispatch.urls")),  # before the gate's: the same pattern, narrower
    path("", include("cabinet.gate.urls")),
    path("", include("cabinet.resolutions.urls")),
    path("", include("cabinet.registry.urls")),
    path("", include("cabinet.terminology.urls")),
    path("", include("cabinet.accounts.urls")),
    path("", include("cabinet.errands.urls")),
    path("", include("cabinet.directory.urls")),
    path("", include("cabinet.ui.urls")),
    path("accounts/", include("cabinet.accounts.sign_in_urls")),
]
