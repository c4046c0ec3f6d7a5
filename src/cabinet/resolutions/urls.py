"""The pages of the register of resolutions."""

from __future__ import annotations

from django.urls import path

from cabinet.resolutions.views import all_directives, enter, import_file, resolution, resolutions

urlpatterns = [
    path("resolutions/", resolutions, name="resolutions"),
    path("resolutions/enter/", enter, name="resolution_enter"),
    path("resolutions/import/", import_file, name="resolutions_import"),
    path("resolutions/<int:pk>/", resolution, name="resolution"),
    path("directives/", all_directives, name="directives"),
]
