"""Everything we thought of that can be done to a ledger, each found and told as what it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clearance.cli import main
from clearance.ledger.entry import Event, canonical, openings_of
from clearance.ledger.export import add_key, write_openings
from clearance.ledger.keychain import handed_over
from clearance.ledger.log import Log
from clearance.ledger.note import new_key
from clearance.ledger.tiles import Folder, bundled, entries_of
from clearance.terms import Language
from tests.clearance.ledger.house import KEY, SECRET, a_day, digest, entries, export, store

THIEF = new_key(KEY.name, bytes(range(100, 132)))
BUNDLE = "tile/entries/000"


@dataclass
class Case:
    """An export, a checkpoint of it that was kept elsewhere, and what verifying it says."""

    place: Path
    kept: Path
    told: list[bytes]
    capsys: pytest.CaptureFixture[str]

    def verify(self, *words: str) -> tuple[int, list[str]]:
        """Return the exit code and the codes that were told."""
        code = main(["verify-ledger", str(self.place), *words])
        lines = self.capsys.readouterr().out.splitlines()
        return code, [line.partition(":")[0] for line in lines if line[:3] in ("VER", "REP")]

    def again(self, told: list[bytes], key: Any = KEY) -> None:
        """Make the whole log anew with these entries, as who has the key can."""
        shutil.rmtree(self.place / "tile")
        (self.place / "checkpoint").unlink()
        export(self.place, told, key)


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Case:
    told = entries(a_day(36).written())
    place = export(tmp_path / "export", told[:100])
    kept = tmp_path / "kept"
    shutil.copy(place / "checkpoint", kept)
    export(place, told[100:])
    list(store(place, 36))
    return Case(place, kept, told, capsys)


def test_untouched_log_is_sound(case: Case) -> None:
    assert case.verify("--checkpoint", str(case.kept)) == (0, [])


def changed(entry: bytes, **fields: Any) -> bytes:
    told = json.loads(entry)
    told["payload"].update(fields)
    return canonical(told)


def of_table(case: Case, table: str, nth: int = 0) -> int:
    """Return the place of the nth entry of a table."""
    found = [i for i, entry in enumerate(case.told) if json.loads(entry)["table"] == table]
    return found[nth]


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


def without(table: str, nth: int = 0) -> Callable[[Case], list[bytes]]:
    """Return the log as if a row had never been written, numbered anew."""

    def edit(case: Case) -> list[bytes]:
        place = of_table(case, table, nth)
        kept = [*case.told[:place], *case.told[place + 1 :]]
        return [canonical({**json.loads(entry), "seq": seq}) for seq, entry in enumerate(kept, 1)]

    return edit


def movement(of_act: str, /, **fields: Any) -> Callable[[Case], list[bytes]]:
    """Return the log with the first movement of an act changed."""

    def edit(case: Case) -> list[bytes]:
        place = next(
            i
            for i, entry in enumerate(case.told)
            if json.loads(entry)["payload"].get("act") == of_act
        )
        return [*case.told[:place], changed(case.told[place], **fields), *case.told[place + 1 :]]

    return edit


UNLAWFUL: dict[str, tuple[Callable[[Case], list[bytes]], str]] = {
    "cleared without a clearance": (without("gate_clearance"), "REP007"),
    "cleared with six verdicts": (without("review_verdict", 3), "REP005"),
    "a stop without override": (without("review_override"), "REP006"),
    "signed without a signature": (without("gate_signature"), "REP009"),
    "dispatched without a proof": (without("dispatch_dispatch"), "REP013"),
    "a movement left out": (without("registry_movement", 1), "REP001"),
    "signed another revision": (movement("sign", revision_id=999), "REP008"),
    "dispatched another revision": (movement("dispatch", revision_id=999), "REP008"),
    "an act of no table": (movement("submit", act="jump"), "REP003"),
    "a state that is none": (movement("submit", target="dispatched"), "REP003"),
    "another source": (movement("submit", source="returned"), "REP002"),
    "cleared by a clerk": (movement("clear", post_id=8), "REP004"),
    "directed by a department": (movement("direct", post_id=16), "REP004"),
    "cleared by its drafter": (movement("clear", by_id=16), "REP011"),
    "signed by its drafter": (movement("sign", by_id=16), "REP011"),
    "a number left out": (movement("sign", number="OIC/POL/2026/5"), "REP010"),
}


@pytest.mark.parametrize(("edit", "code"), UNLAWFUL.values(), ids=UNLAWFUL.keys())
def test_act_that_the_rules_would_have_refused_is_told_though_the_log_is_sound(
    case: Case, edit: Callable[[Case], list[bytes]], code: str
) -> None:
    case.again(edit(case))

    exit_code, told = case.verify()

    assert exit_code == 1
    assert code in told
    assert not [each for each in told if each.startswith("VER")]


def test_release_without_an_act_of_the_cabinet_is_told(case: Case) -> None:
    place = of_table(case, "registry_release")
    case.again(
        [*case.told[:place], changed(case.told[place], movement_id=1), *case.told[place + 1 :]]
    )

    assert case.verify() == (1, ["REP012"])


def test_signature_of_another_content_is_told(case: Case) -> None:
    place = of_table(case, "gate_signature")
    case.again(
        [*case.told[:place], changed(case.told[place], sha256=digest("x")), *case.told[place + 1 :]]
    )

    assert case.verify() == (1, ["REP014"])


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
