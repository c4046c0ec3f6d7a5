"""Tables as files that a spreadsheet opens, none of whose cells it takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: it then begins with an apostrophe.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield the lines of a table in UTF-8 with its mark, each as it is read."""
    write = csv.writer(_Echo()).writerow
    mark = "\ufeff"
    for row in rows:
        yield mark + write([safe_cell(str(cell)) for cell in row])
        mark = ""


def csv_file(rows: Iterable[Iterable[object]], name: str) -> StreamingHttpResponse:
    """Return a table as a file to be saved under ``name``, which is plain ASCII."""
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
