"""``clearance review``: files in, findings out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from clearance.reading import DEFAULT, Document, Unreadable, read_bytes, read_file
from clearance.reading.skeleton import fold
from clearance.review.context_files import ContextError, context_in, particulars_from
from clearance.review.engine import Report, Reviewer, default_reviewer
from clearance.review.recognition import recognise_language
from clearance.review.report.json_report import report_as_json
from clearance.review.report.lines import line_of_report
from clearance.review.report.page import report_as_page
from clearance.review.report.shell import tell_in_shell
from clearance.review.report.word import NotWord, with_comments
from clearance.terms import Kind, Language

_INPUT = "-"  # in the place of a file: what is piped in
CLEAN, STOPPED, UNREADABLE = 0, 1, 2


def run_review(given: Namespace) -> int:
    """Review what the command line names; return 0, 1 for a stop, 2 for a file not readable."""
    try:
        context = context_in(Path(given.context)) if given.context else None
        reviewer = Reviewer(context) if context else default_reviewer()
        if given.jsonl:
            return _review_lines_of(given.files, reviewer)
        return _Files(reviewer, given).review()
    except ContextError as error:
        _complain(f"clearance: {error}")
        return UNREADABLE


def _review_lines_of(files: list[str], reviewer: Reviewer) -> int:
    """Review the lines of each file, or of what is piped in; return 0, or 2 for a bad one."""
    outcomes = [] if files else [review_lines(reviewer, sys.stdin, sys.stdout)]
    for file in files:
        try:
            with Path(file).open("rb") as lines:
                outcomes.append(review_lines(reviewer, lines, sys.stdout))
        except OSError as error:
            _complain(f"{file}: it cannot be opened: {error.strerror}.")
            outcomes.append(UNREADABLE)
    return max(outcomes)


def review_lines(reviewer: Reviewer, lines: Iterable[str | bytes], out: TextIO) -> int:
    """Review one JSON object a line and write its findings; return 0, or 2 for a bad line."""
    outcome = CLEAN
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            report = _review_object(reviewer, given)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            _complain(f"clearance: line {number} is left out: {_fault_of_line(error)}")
            outcome = UNREADABLE
            continue
        out.write(json.dumps(line_of_report(given["id"], report), ensure_ascii=False) + "\n")
    return outcome


def _review_object(reviewer: Reviewer, given: dict[str, Any]) -> Report:
    kind, language = given.get("kind"), given.get("lang")
    return reviewer.review(
        given["text"],
        kind=Kind(kind) if kind in set(Kind) else None,
        language=_language(language) if language else None,
        particulars=particulars_from(given.get("meta") or {}),
        parallels={_language(key): text for key, text in (given.get("parallel") or {}).items()},
    )


def _language(named: str) -> Language:
    if named not in set(Language):
        raise ValueError(f"“{named}” is none of the languages ar, en and fr")
    return Language(named)


def _fault_of_line(error: Exception) -> str:
    """Return what is wrong with a line, in words."""
    if isinstance(error, json.JSONDecodeError):
        return "it is no JSON object."
    if isinstance(error, UnicodeDecodeError):
        return "it is not written in UTF-8."
    if isinstance(error, KeyError):
        return f"it has no “{error.args[0]}”."
    if isinstance(error, ValueError):
        return f"{error}."
    return "id and text are words, meta and parallel are objects."


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


class _Files:
    """One run over files named on the command line."""

    def __init__(self, reviewer: Reviewer, given: Namespace) -> None:
        self._reviewer = reviewer
        self._given = given
        self._kind = Kind(given.kind) if given.kind else None
        self._language = Language(given.lang) if given.lang else None
        self._outcome = CLEAN
        self._objects: list[dict[str, Any]] = []

    def review(self) -> int:
        """Review every file; one that cannot be read does not keep the others waiting."""
        if not self._given.files:
            _complain("clearance: name at least one file to review.")
            return UNREADABLE
        parallels = self._parallels()
        for file in self._given.files:
            document = self._read(file)
            if document is None:
                continue
            report = self._reviewer.review(
                document, kind=self._kind, language=self._language, parallels=parallels
            )
            if report.stops and self._outcome == CLEAN:
                self._outcome = STOPPED
            try:
                self._tell(Path(file), report)
            except OSError as error:
                self._fail(f"{error.filename or file}: it cannot be written: {error.strerror}.")
        if self._objects:
            told = self._objects if len(self._given.files) > 1 else self._objects[0]
            sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return self._outcome

    def _parallels(self) -> dict[Language, Document | str]:
        read = filter(None, map(self._read, self._given.parallel))
        folded = [(fold(document.text), document) for document in read]
        return {recognise_language(f.clean, f.skeleton): document for f, document in folded}

    def _read(self, file: str) -> Document | None:
        try:
            if file == _INPUT:
                return read_bytes(sys.stdin.buffer.read(DEFAULT.file_bytes + 1))
            return read_file(Path(file))
        except Unreadable as error:
            language = self._given.messages or Language.ENGLISH
            self._fail(f"{file}: {error.told(Language(language))}")
        except OSError as error:
            self._fail(f"{file}: {error}")
        return None

    def _fail(self, sentence: str) -> None:
        _complain(sentence)
        self._outcome = UNREADABLE

    def _tell(self, file: Path, report: Report) -> None:
        language = Language(self._given.messages) if self._given.messages else report.language
        if self._given.format == "docx":
            self._tell_in_word(file, report, language)
            return
        if self._given.format == "json":
            told = report_as_json(file.name, report)
            if self._given.output is None:
                self._objects.append(told)  # several files make one list
                return
            text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        elif self._given.format == "html":
            text = report_as_page(file.name, report, language)
        else:
            colours = self._given.output is None and sys.stdout.isatty()
            text = tell_in_shell(file.name, report, language, colours=colours)
        if self._given.output is None:
            sys.stdout.write(text)
            return
        suffix = {"json": ".json", "html": ".html"}.get(self._given.format, ".txt")
        self._target(file, suffix).write_text(text, encoding="utf-8")

    def _tell_in_word(self, file: Path, report: Report, language: Language) -> None:
        if str(file) == _INPUT:
            self._fail("clearance: name the Word file; comments cannot go into what is piped in.")
            return
        try:
            content = with_comments(file.read_bytes(), report, language)
        except NotWord as error:
            self._fail(f"{file}: {error}")
            return
        target = self._target(file, ".docx")
        target.write_bytes(content)
        sys.stdout.write(f"{target}\n")

    def _target(self, file: Path, suffix: str) -> Path:
        """Return where to write; never the file that was read."""
        if self._given.output is None:
            return file.with_name(f"{file.stem}-reviewed{suffix}")
        output = Path(self._given.output)
        if output.is_dir() or len(self._given.files) > 1:
            output.mkdir(parents=True, exist_ok=True)
            output = output / f"{file.stem}{suffix}"
        return (
            output
            if output.resolve() != file.resolve()
            else output.with_name(f"{file.stem}-reviewed{suffix}")
        )
