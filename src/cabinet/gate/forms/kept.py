"""Files that are not lost when a form comes back: kept in the store, named by signed references.

A reference is made for one officer and holds for a day, so nobody can name a file of the store
that they did not hand in themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cabinet.registry.store import EmptyFile, FileTooLarge, Kept, keep_file
from cabinet.ui.figures import size

_SALT = "cabinet.gate.kept"
_A_DAY_SECONDS = 24 * 3600

Handed = tuple["list[UploadedFile[Any]]", list[str]]


def reference_to(kept: Kept, officer: int) -> str:
    """Return the signed reference under which an officer's form names a file of the store."""
    told = [kept.sha256, kept.size_bytes, kept.media_type, kept.name, officer]
    return signing.dumps(told, salt=_SALT, compress=True)


def kept_under(reference: str, officer: int) -> Kept | None:
    """Return the file that a reference names; None: forged, older than a day, or another's."""
    try:
        told = signing.loads(reference, salt=_SALT, max_age=_A_DAY_SECONDS)
    except signing.BadSignature:
        return None
    *facts, owner = told
    return Kept(*facts) if owner == officer else None


class FileWidget(forms.FileInput):
    """A file input with the files kept so far, each with a box that lets it go again."""

    allow_multiple_selected = True

    def __init__(self, *, several: bool) -> None:
        super().__init__({"multiple": several})
        self.kept: list[Kept] = []
        self.officer = 0

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> Handed:
        """Return the files handed in now and the references of those kept before."""
        uploads = files.getlist(name) if isinstance(files, MultiValueDict) else []
        names = data.getlist(f"{name}_kept") if isinstance(data, MultiValueDict) else []
        return list(uploads), [str(each) for each in names]

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        """Tell that the field was in the form: an empty file input sends nothing."""
        return False

    def use_required_attribute(self, initial: object) -> bool:
        """Ask the browser for a file only where none is kept."""
        return super().use_required_attribute(initial) and not self.kept

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Show the kept files above the input."""
        shown = format_html_join(
            "",
            '<li><label><input type="checkbox" name="{}_kept" value="{}" checked> {} '
            '<bdi>{}</bdi> <span class="soft">{}</span></label></li>',
            ((name, *self._told(each)) for each in self.kept),
        )
        control = super().render(name, None, attrs, renderer)
        return format_html('<ul class="kept">{}</ul>{}', shown, control) if shown else control

    def _told(self, kept: Kept) -> tuple[str, ...]:
        return reference_to(kept, self.officer), _("Kept:"), kept.name, size(kept.size_bytes)


class KeptFiles(forms.Field):
    """One file or several; cleaned to the files as they lie in the store."""

    widget: FileWidget

    def __init__(self, *, several: bool = False, **options: Any) -> None:
        self.several = several
        super().__init__(widget=FileWidget(several=several), **options)

    def clean(self, value: Handed | None) -> list[Kept]:
        """Keep what was handed in and return it with what was kept before.

        A new file takes the place of the one kept before, unless the field takes several.
        """
        uploads, references = value or ([], [])
        found = [kept_under(each, self.widget.officer) for each in references]
        kept = [each for each in found if each is not None]
        faults = [] if None not in found else [_forgotten()]
        fresh: list[Kept] = []
        for upload in uploads:
            try:
                fresh.append(keep_file(upload.chunks(), name=upload.name or ""))
            except (FileTooLarge, EmptyFile) as error:
                faults.append(f"{upload.name}: {error}")
        kept = [*kept, *fresh] if self.several else (fresh or kept)[-1:]
        self.widget.kept = kept
        if faults:
            raise ValidationError(faults)
        if self.required and not kept:
            raise ValidationError(_("Choose the file of the paper."))
        return kept

    def has_changed(self, initial: object, data: object) -> bool:
        """Tell that the field is always looked at."""
        return True


def _forgotten() -> str:
    return _("A file chosen earlier is no longer kept. Choose it again.")
