"""Everything we thought of that can be done to a ledger, each found and told as what it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clearance.cli import main
from clearance.ledger.entry import Event, canonical, openings_of
from clearance.ledger.export import add_key, write_openings
from clearance.ledger.keychain import handed_over
from clearance.ledger.log import Log
from clearance.ledger.note import new_key, read_note, signed
from clearance.ledger.tiles import Folder, bundled, entries_of
from clearance.terms import Language
from tests.clearance.ledger.burgled import Case, changed
from tests.clearance.ledger.house import KEY, SECRET, a_day, digest, entries, export

THIEF = new_key(KEY.name, bytes(range(100, 132)))
BUNDLE = "tile/entries/000"


def test_untouched_log_is_sound(case: Case) -> None:
    assert case.verify("--checkpoint", str(case.kept)) == (0, [])


def edit_bundle(case: Case, edit: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the entries of the first bundle in place, and nothing else."""
    path = case.place / BUNDLE
    path.write_bytes(bundled(edit(list(entries_of(path.read_bytes())))))


def alter(told: list[bytes]) -> list[bytes]:
    return [*told[:30], changed(told[30], by_id=99), *told[31:]]


def swap(told: list[bytes]) -> list[bytes]:
    return [*told[:30], told[31], told[30], *told[32:]]


IN_PLACE: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "an entry altered": alter,
    "an entry deleted": lambda told: [*told[:30], *told[31:]],
    "an entry put in": lambda told: [*told[:30], told[5], *told[30:]],
    "two entries exchanged": swap,
    "an entry doubled": lambda told: [*told[:31], *told[30:-1]],
    "the first entry altered": lambda told: [changed(told[0], role="registry_clerk"), *told[1:]],
    "the last entry altered": lambda told: [*told[:-1], changed(told[-1], act="void")],
    "an entry that is no JSON": lambda told: [*told[:30], b"{", *told[31:]],
}


@pytest.mark.parametrize("edit", IN_PLACE.values(), ids=IN_PLACE.keys())
def test_what_is_done_to_the_entries_alone_is_found(
    case: Case, edit: Callable[[list[bytes]], list[bytes]]
) -> None:
    edit_bundle(case, edit)

    code, told = case.verify()

    assert code == 1
    assert told[0] in ("VER004", "VER001")


def test_first_wrong_entry_is_named(case: Case) -> None:
    edit_bundle(case, alter)

    main(["verify-ledger", str(case.place), "--no-replay"])

    assert "VER004: Entry 31 is not the one" in case.capsys.readouterr().out


@pytest.mark.parametrize("edit", [alter, swap, IN_PLACE["an entry deleted"]])
def test_log_made_anew_by_who_has_the_key_differs_from_what_was_remembered(
    case: Case, edit: Callable[[list[bytes]], list[bytes]]
) -> None:
    case.again(edit(case.told))

    code, told = case.verify("--checkpoint", str(case.kept))

    assert code == 1
    assert "VER008" in told


def test_log_made_anew_with_another_key_is_not_the_log(case: Case) -> None:
    case.again(case.told, THIEF)

    code, told = case.verify("--checkpoint", str(case.kept))

    assert (code, told) == (1, ["VER009"])


def test_key_that_the_old_one_named_goes_on_with_the_log(case: Case) -> None:
    new = new_key(KEY.name, bytes(range(50, 82)))
    add_key(case.place, handed_over(KEY, new.public))
    Log(Folder(case.place), KEY.name, new).append([])

    assert case.verify("--checkpoint", str(case.kept)) == (0, ["VER026"])


def test_key_that_named_itself_is_told(case: Case) -> None:
    add_key(case.place, handed_over(THIEF, THIEF.public))
    Log(Folder(case.place), KEY.name, THIEF).append([])

    assert case.verify() == (1, ["VER018"])


def test_key_that_was_kept_elsewhere_shows_another_key(case: Case, tmp_path: Path) -> None:
    (tmp_path / "log.pub").write_text(str(KEY.public))
    case.again(case.told, THIEF)

    code, told = case.verify("--key", str(tmp_path / "log.pub"))

    assert (code, told) == (1, ["VER002"])


def test_log_of_yesterday_is_shorter_than_what_was_remembered(case: Case) -> None:
    case.again(case.told[:90])

    code, told = case.verify("--checkpoint", str(case.kept))

    assert code == 1
    assert "VER007" in told


def test_history_shown_to_another_is_another(case: Case) -> None:
    fork = [*case.told[:80], changed(case.told[80], by_id=99), *case.told[81:]]
    case.again(fork)

    code, told = case.verify("--checkpoint", str(case.kept))

    assert code == 1
    assert "VER008" in told


def test_tail_exchanged_after_the_remembered_checkpoint_is_found_by_the_newer_one(
    case: Case, tmp_path: Path
) -> None:
    newer = tmp_path / "newer"
    shutil.copy(case.place / "checkpoint", newer)
    case.again([*case.told[:-1], changed(case.told[-1], by_id=99)])

    assert case.verify("--checkpoint", str(case.kept))[0] == 0
    assert case.verify("--checkpoint", str(newer)) == (1, ["VER008"])


@pytest.mark.parametrize("part", ["tile/entries", "tile/0", "tile", "checkpoint", "log.pub"])
def test_lacking_part_is_told(case: Case, part: str) -> None:
    target = case.place / part
    shutil.rmtree(target) if target.is_dir() else target.unlink()

    code, told = case.verify()

    assert (code, told[:1]) == ((1, ["VER001"]) if "tile" in part else (2, []))


def test_altered_tile_is_told(case: Case) -> None:
    tile = case.place / "tile/0/000"
    data = tile.read_bytes()
    tile.write_bytes(data[:320] + bytes(32) + data[352:])

    code, told = case.verify("--no-replay")

    assert (code, told) == (1, ["VER004"])


def test_altered_upper_tile_is_told(case: Case, tmp_path: Path) -> None:
    case.place = export(tmp_path / "long", entries(a_day(60).written()))
    tile = next(path for path in case.place.glob("tile/1/**/*") if path.is_file())
    tile.write_bytes(bytes(len(tile.read_bytes())))

    code, told = case.verify("--no-replay")

    assert (code, told[0]) == (1, "VER005")


def test_size_and_root_cannot_be_exchanged(case: Case) -> None:
    checkpoint = case.place / "checkpoint"
    lines = checkpoint.read_text().split("\n")
    lines[1] = "90"
    checkpoint.write_text("\n".join(lines))

    code, told = case.verify("--no-replay")

    assert code == 1
    assert told[0] == "VER002"


@pytest.mark.parametrize("told", ["", "no checkpoint", "a\n1\nx\n\n— b AAAA\n"])
def test_checkpoint_that_is_none_is_told(case: Case, told: str) -> None:
    (case.place / "checkpoint").write_text(told)

    assert case.verify() == (1, ["VER003"])


def test_file_of_a_paper_altered_lost_or_exchanged_is_told(case: Case) -> None:
    first, second, third = [path for path in case.place.glob("files/**/*") if path.is_file()][:3]
    first.write_text("another text")
    second.unlink()

    code, told = case.verify()

    assert code == 1
    assert sorted(told) == ["VER013", "VER014"]
    one, other = first.read_bytes(), third.read_bytes()
    first.write_bytes(other)
    third.write_bytes(one)
    assert sorted(case.verify()[1]) == ["VER013", "VER014", "VER014"]


def test_clock_set_back_is_worth_a_look(case: Case) -> None:
    late = json.loads(case.told[50])
    late["at"] = "2020-01-01T00:00:00.000Z"
    case.again([*case.told[:50], canonical(late), *case.told[51:]])

    assert case.verify() == (0, ["VER012"])


def test_entry_shown_otherwise_than_it_was_committed_is_told(case: Case) -> None:
    event = next(each for each in a_day(36).written() if each.table == "registry_movement")
    openings = [each for each in openings_of(event, SECRET) if each.name.startswith("digests.")]
    write_openings(case.place, openings)
    assert case.verify() == (0, [])

    forged = [type(each)(each.seq, each.name, each.salt, digest("another")) for each in openings]
    write_openings(case.place, forged)

    assert case.verify() == (1, ["VER015"] * len(openings))


def test_what_is_not_shown_cannot_be_guessed_from_an_entry(case: Case) -> None:
    event = next(each for each in a_day().written() if each.table == "registry_movement")
    entry = entries([event])[0].decode()

    assert digest(f"officer {json.loads(event.payload)['by_id']}") in event.payload
    assert digest(f"officer {json.loads(event.payload)['by_id']}") not in entry
    assert event.hash not in entry


@pytest.mark.parametrize("language", list(Language))
def test_every_fault_has_its_sentence(case: Case, language: Language) -> None:
    case.again(IN_PLACE["an entry deleted"](case.told))

    main(["verify-ledger", str(case.place), "--messages", language.value])

    told = case.capsys.readouterr().out
    assert "VER011" in told
    assert "{" not in told


def test_event_with_a_fraction_is_refused() -> None:
    event = Event(1, "t", 1, 0, "2026-01-01T00:00:00Z", '{"a": 1.5}', "")

    with pytest.raises(ValueError, match="no fractions"):
        entries([event])


def exchange(case: Case, one: str, other: str) -> None:
    first, second = case.place / one, case.place / other
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)


@pytest.mark.parametrize("both", [False, True])
def test_two_tiles_exchanged_are_told(case: Case, tmp_path: Path, both: bool) -> None:
    case.place = export(tmp_path / "long", entries(a_day(60).written()))
    exchange(case, "tile/0/000", "tile/0/001")
    if both:
        exchange(case, "tile/entries/000", "tile/entries/001")

    code, told = case.verify()

    assert code == 1
    assert ("VER011" if both else "VER004") == told[0]


def signed_with(case: Case, line: int, text: str) -> None:
    """Put another line into the head and sign it with the true key."""
    lines = read_note((case.place / "checkpoint").read_text()).text.split("\n")
    lines[line] = text
    (case.place / "checkpoint").write_text(str(signed("\n".join(lines), [KEY])))


def test_another_root_signed_with_the_true_key_is_told(case: Case) -> None:
    signed_with(case, 2, "A" * 43 + "=")

    assert case.verify() == (1, ["VER006"])


def test_head_of_another_log_is_told(case: Case) -> None:
    signed_with(case, 0, "another.example/acts")

    code, told = case.verify()

    assert code == 1
    assert "VER017" in told


def test_size_beyond_all_bounds_does_not_make_the_verifier_count(case: Case) -> None:
    signed_with(case, 1, "1" + "0" * 17)

    code, told = case.verify()

    assert code == 1
    assert "VER001" in told
    assert len(told) < 20


def test_older_head_with_newer_files_is_told(case: Case, tmp_path: Path) -> None:
    older = export(tmp_path / "older", case.told[:256], batch=256)
    shutil.copy(older / "checkpoint", case.place / "checkpoint")
    shutil.copytree(older / "tile", case.place / "tile", dirs_exist_ok=True)

    code, told = case.verify()

    assert code == 1
    assert set(told) - {"VER021"} == {"VER019"}


@pytest.mark.parametrize(
    "path", ["tile/entries/009", "tile/entries/x001/000", "tile/0/000.p/3", "README", "tile/9/000"]
)
def test_file_that_is_no_part_of_the_log_is_told(case: Case, path: str) -> None:
    (case.place / path).parent.mkdir(parents=True, exist_ok=True)
    (case.place / path).write_bytes(b"{}")

    assert case.verify() == (1, ["VER019"])


def test_note_of_the_keys_with_the_name_exchanged_is_told(case: Case) -> None:
    new = new_key(KEY.name, bytes(range(50, 82)))
    note = handed_over(KEY, new.public)
    add_key(
        case.place,
        type(note)(note.text.replace(str(new.public), str(THIEF.public)), note.signatures),
    )
    Log(Folder(case.place), KEY.name, THIEF).append([])

    assert case.verify() == (1, ["VER018"])


def test_file_and_its_hash_exchanged_together_are_told_by_what_was_remembered(
    case: Case, tmp_path: Path
) -> None:
    newer = tmp_path / "newer"
    shutil.copy(case.place / "checkpoint", newer)
    old = next(path for path in case.place.glob("files/**/*") if path.is_file())
    name, forged = old.parent.name + old.name, digest("a forged letter")
    old.unlink()
    new = case.place / "files" / forged[:2] / forged[2:]
    new.parent.mkdir(exist_ok=True)
    new.write_text("a forged letter")
    case.again([entry.replace(name.encode(), forged.encode()) for entry in case.told])

    assert case.verify()[0] == 0
    assert case.verify("--checkpoint", str(newer)) == (1, ["VER008"])


def test_files_of_the_store_that_no_entry_names_are_told(case: Case) -> None:
    enclosure, strange = digest("an enclosure"), case.place / "files/ab/strange"
    path = case.place / "files" / enclosure[:2] / enclosure[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_text("an enclosure")
    assert case.verify() == (0, ["VER021"])

    path.write_text("another enclosure")
    strange.parent.mkdir(exist_ok=True)
    strange.write_text("x")

    assert case.verify() == (1, ["VER020", "VER020"])


def test_openings_out_of_order_or_beyond_the_log_are_told(case: Case) -> None:
    opened = [
        opening for event in a_day(36).written()[:40] for opening in openings_of(event, SECRET)
    ]
    write_openings(case.place, reversed(opened))
    assert case.verify() == (1, ["VER022"])
    write_openings(case.place, [*opened, type(opened[0])(99_999, "hash", "", "")])
    assert case.verify() == (1, ["VER015"])
    (case.place / "openings.jsonl").write_text("{}\n")
    assert case.verify() == (1, ["VER022"])


def test_text_that_is_shown_is_compared_with_its_hash(case: Case) -> None:
    event = next(each for each in a_day(36).written() if each.table == "registry_movement")
    [label] = [each for each in openings_of(event, SECRET) if each.name == "digests.officer_label"]
    by = json.loads(event.payload)["by_id"]
    write_openings(
        case.place, [type(label)(label.seq, label.name, label.salt, label.hash, f"officer {by}")]
    )
    assert case.verify() == (0, [])
    write_openings(case.place, [type(label)(label.seq, label.name, label.salt, label.hash, "x")])
    assert case.verify() == (1, ["VER015"])
