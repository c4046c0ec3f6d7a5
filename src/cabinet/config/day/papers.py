"""The papers of the day of correspondence: reads `letters/` and writes real files.

Every letter is invented. States, institutions and offices are named as they are; no person is
named, and no Government, institution or officer ever wrote these words.

The same day gives the same bytes. Nothing here touches a database, the network or the clock.
"""

import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cabinet.config.day.dates import (
    dates_of_the_day,
    gregorian_in_words,
    hijri_in_words,
    words_of,
)
from cabinet.config.day.docx_sheet import write_docx
from cabinet.config.day.mail_sheet import write_eml, write_txt
from cabinet.config.day.paper import (
    Direction,
    Enclosure,
    Facts,
    OuterMarks,
    Override,
    Paper,
    Party,
    Revision,
    refuse_unknown_words,
)
from cabinet.config.day.pdf_sheet import write_pdf
from cabinet.config.day.sheet import Sheet, enclosure_sheet, sheet_of

Letter = Mapping[str, Any]

_LETTERS = Path(__file__).with_name("letters")
_WRITERS: dict[str, Callable[[Sheet, Path], None]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "txt": write_txt,
}
_FACTS_AS_WRITTEN = (
    "flow",
    "kind",
    "language",
    "form",
    "channel",
    "subject",
    "sender_reference",
    "urgency",
    "confidentiality",
    "answers",
    "follows",
    "signatory",
    "attempt",
)


def build_papers(folder: Path, on: date) -> dict[str, Paper]:
    """Write every paper of the day into `folder` and give the papers by their id.

    `on` is the day that is played: the outgoing papers bear it, the incoming ones precede it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    dates = dates_of_the_day(on)
    written = {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(_LETTERS.glob("*.toml"), key=lambda path: path.stem)
    }
    papers: dict[str, Paper] = {}
    for paper_id, letter in written.items():  # by id: a copy comes after the paper it copies
        filled = _fill(letter, _words(letter, written, dates))
        papers[paper_id] = _build(paper_id, filled, dates, folder, papers)
    return papers


def _words(
    letter: Letter, written: Mapping[str, Letter], dates: Mapping[str, date]
) -> dict[str, str]:
    """List what each placeholder of a letter stands for, in the letter's own language.

    `answered_...` and `followed_...` speak of the paper that this one answers or follows.
    """
    language, months = letter["language"], letter.get("months", "egyptian")
    words: dict[str, str] = {}
    for name, day in dates.items():
        words |= words_of(name, day, language, months)
    for prefix, key in (("answered", "answers"), ("followed", "follows")):
        if key in letter:
            earlier = written[letter[key]]
            words |= words_of(prefix, dates[earlier["dated"]], language, months)
            words[f"{prefix}_reference"] = earlier["sender_reference"].format_map(words)
    return words


def _fill(value: Any, words: Mapping[str, str], language: str | None = None) -> Any:
    """Fill every text of a letter, however deep; lists become tuples, broken lines become one.

    In French a space that does not break stands inside quotation marks and before : ; ? and !.
    """
    if isinstance(value, str):
        text = re.sub(r"[ \t\n]+", " ", value).strip().format_map(words)
        if language == "fr":
            text = re.sub(r"(?<=[«°]) | (?=[»:;?!])", "\u00a0", text)
        return text
    if isinstance(value, list):
        return tuple(_fill(item, words, language) for item in value)
    if isinstance(value, dict):
        language = value.get("language", language)
        return {key: _fill(item, words, language) for key, item in value.items()}
    return value


def _build(
    paper_id: str,
    letter: Letter,
    dates: Mapping[str, date],
    folder: Path,
    earlier: dict[str, Paper],
) -> Paper:
    """Write one paper, its enclosures first, since a message carries them inside."""
    facts = _facts(letter, dates)
    refuse_unknown_words(paper_id, facts)
    enclosures = tuple(
        _write_enclosure(f"{paper_id}-enclosure-{number}", entry, facts, dates, folder, earlier)
        for number, entry in enumerate(letter.get("enclosures", ()), start=1)
    )
    revisions = []
    for number, entry in enumerate(letter.get("revisions", ()), start=1):
        name = paper_id if number == 1 else f"{paper_id}-revision-{number}"
        path = folder / f"{name}.{facts.form}"
        sheet = sheet_of(facts, letter, entry["body"], dates["today"])
        if facts.form == "eml":
            sender = letter["mail_from"]
            write_eml(sheet, path, facts=facts, mail_from=sender, enclosures=enclosures)
        else:
            _WRITERS[facts.form](sheet, path)
        remarks = {key: text for key, text in entry.items() if key != "body"}
        revisions.append(Revision(number=number, path=path, **remarks))
    return Paper(id=paper_id, facts=facts, revisions=tuple(revisions), enclosures=enclosures)


def _write_enclosure(
    name: str,
    entry: Letter,
    facts: Facts,
    dates: Mapping[str, date],
    folder: Path,
    earlier: dict[str, Paper],
) -> Enclosure:
    """Write one enclosure, or copy the paper that it is a copy of; a missing one has no file."""
    if entry.get("missing"):
        return Enclosure(name=entry["name"], path=None)
    if "copy_of" in entry:
        original = earlier[entry["copy_of"]].revisions[-1].path
        path = folder / f"{name}{original.suffix}"
        shutil.copyfile(original, path)
    else:
        path = folder / f"{name}.{entry['form']}"
        _WRITERS[entry["form"]](enclosure_sheet(entry, facts, dates["today"]), path)
    return Enclosure(name=entry["name"], path=path)


def _facts(letter: Letter, dates: Mapping[str, date]) -> Facts:
    """Read the facts of a letter; an outgoing paper has no number of its sender yet."""
    dated_on = dates[letter["dated"]]
    language, months = letter["language"], letter.get("months", "egyptian")
    as_written = {"sender_reference": ""} | {
        key: letter[key] for key in _FACTS_AS_WRITTEN if key in letter
    }
    return Facts(
        **as_written,
        sender=Party(**letter["sender"]),
        addressee=Party(**letter["addressee"]),
        dated_on=dated_on,
        printed_gregorian=gregorian_in_words(dated_on, language, months),
        printed_hijri=hijri_in_words(dated_on, language),
        direction=_direction(letter, dates),
        override=Override(**letter["override"]) if "override" in letter else None,
        outer_marks=OuterMarks(**letter["outer_marks"]) if "outer_marks" in letter else None,
    )


def _direction(letter: Letter, dates: Mapping[str, date]) -> Direction | None:
    """Read how the Cabinet directs a paper; None for what the house itself writes."""
    if "direction" not in letter:
        return None
    entry = dict(letter["direction"])
    due = entry.pop("due", None)
    return Direction(**entry, due_on=dates[due] if due else None)
