"""What holds for every register: it loads, once, and names its sources."""

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from clearance import data
from clearance.data import Record

LOADERS: dict[str, int] = {
    "common_duties": 6,
    "confidentiality_levels": 4,
    "document_layouts": 4,
    "document_organs": 5,
    "document_series": 12,
    "document_types": 5,
    "external_offices": 8,
    "forms_of_address": 12,
    "glossary": 91,
    "institutions": 36,
    "mechanisms": 19,
    "member_states": 57,
    "ngo_rules": 13,
    "number_series": 3,
    "observers": 12,
    "phrases": 5,
    "practice_rules": 64,
    "resolutions": 110,
    "secretaries_general": 12,
    "sessions": 78,
    "signatory_matrix": 21,
    "symbol_grammars": 3,
    "treaties": 18,
    "units": 17,
    "urgency_degrees": 3,
}
FILES = sorted(
    entry.name for entry in files("clearance.data").iterdir() if entry.name.endswith(".toml")
)


def loader(name: str) -> Callable[[], tuple[Record, ...]]:
    found: Callable[[], tuple[Record, ...]] = getattr(data, name)
    return found


def test_every_loader_is_counted_here() -> None:
    public = {name for name in data.__all__ if name.islower()}

    assert public == LOADERS.keys()


@pytest.mark.parametrize(("name", "count"), LOADERS.items())
def test_register_has_all_its_records_each_with_a_source(name: str, count: int) -> None:
    records = loader(name)()

    assert len(records) == count
    assert all(source.text for record in records for source in record.source)
    assert all(record.source for record in records)


@pytest.mark.parametrize("name", LOADERS)
def test_register_is_read_once(name: str) -> None:
    assert loader(name)() is loader(name)()


@pytest.mark.parametrize("file", FILES)
def test_file_cites_every_source_that_it_explains(file: str) -> None:
    content = tomllib.loads(files("clearance.data").joinpath(file).read_text(encoding="utf-8"))

    cited = {
        key
        for rows in content.values()
        if isinstance(rows, list)
        for row in rows
        for key in row["source"]
    }

    assert cited == content["sources"].keys()


@pytest.mark.parametrize("file", FILES)
def test_file_begins_by_saying_what_it_holds(file: str) -> None:
    text = files("clearance.data").joinpath(file).read_text(encoding="utf-8")

    assert text.startswith("# ")
