"""The whole house is walked, address by address, by everybody: nobody reads what is not his.

What each officer may know is worked out in ``knowledge`` from the tables, not by asking the code.
A mark of a paper (see ``scene``) in an answer means that the paper was read there.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cabinet.accounts.models import Officer
from cabinet.config.day.cast import CAST
from cabinet.registry.models import Item, Movement
from tests.cabinet.gate.pages.conftest import At
from tests.journeys.addresses import OF_A_PAPER, OF_SIGNING_IN, OF_THE_HOUSE, routes
from tests.journeys.knowledge import is_inner, known_to, reads_drafting_of
from tests.journeys.scene import Scene

Answer = Any  # Django's stubs and its test client disagree on what this is
EVERYBODY = [member.username for member in CAST]
# One of each position walks more than the others, who differ from them by name only.
THOROUGH = {
    "dg", "clerk", "auditor", "political", "political-desk", "palestine", "information", "system",
}  # fmt: skip
_DATALIST = re.compile(r"<datalist.*?</datalist>", re.DOTALL)  # the directory is the house's own
_MARK = re.compile(r"([xsib])~([a-z]+)")
_TOKEN = re.compile(r'(?<=["&])[\w:.\-=]{40,}(?=["&])')  # a form's own, made anew at each showing


def test_every_address_of_the_project_has_an_example() -> None:
    found = list(routes())

    assert set(found) == {*OF_A_PAPER, *OF_THE_HOUSE, *OF_SIGNING_IN}
    assert len(found) == len(set(found))


@dataclass
class Walker:
    """One of the cast at a browser, with what he may know."""

    scene: Scene
    officer: Officer
    browser: Client

    @cached_property
    def known(self) -> set[str]:
        """The names of the papers that he may know of."""
        keys = known_to(self.officer.pk)
        return {name for name, item in self.scene.items.items() if item.pk in keys}

    def ask(self, address: str, *, post: bool = False) -> Answer:
        """Get an address, or post an empty form to it, and look for marks in the answer."""
        answer = self.browser.post(address, {}) if post else self.browser.get(address)
        assert answer.status_code < 500, f"{self.officer.username} {address}"
        self.look(address, answer)
        return answer

    def look(self, address: str, answer: Answer) -> None:
        """Fail where an answer holds a mark that is not for this officer."""
        text = body(answer) + str(answer.headers)
        if "/directory/" in address or "/audit/record" in address:  # who was entered there
            text = text.replace("s~", "")
        for what, name in set(_MARK.findall(_DATALIST.sub("", text))):
            assert self.may_read(what, name), f"{self.officer.username} {address} {what}~{name}"
        for name, item in self.scene.items.items():
            number = getattr(item, "number", None)
            # Looked for plainly first, at a hundredth of the pattern's time.
            if name not in self.known and number is not None and number.text in text:
                told = re.search(rf"(?<![\w/]){re.escape(number.text)}(?![\w/])", text)
                assert told is None, f"{self.officer.username} {address} {number.text}"

    def may_read(self, what: str, name: str) -> bool:
        """Tell whether a mark of a kind, of a paper, is for this officer."""
        if name not in self.known:
            return False
        if what == "i":
            return is_inner(self.officer.pk)
        if what == "b":
            return reads_drafting_of(self.officer.pk, self.scene.items[name].from_unit_id)
        return True


def body(answer: Answer) -> str:
    """Return all that an answer says, a file or a streamed one too."""
    if answer.streaming:
        data = b"".join(answer)
        if answer["Content-Type"] == "application/zip":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = b"\n".join(archive.read(name) for name in archive.namelist())
        return data.decode(errors="replace")
    return str(answer.content.decode(errors="replace"))


@pytest.fixture
def walker(scene: Scene, db: None, at: At, request: pytest.FixtureRequest) -> Walker:
    return Walker(scene, scene.house.officers[request.param], at(request.param))


everybody = pytest.mark.parametrize("walker", EVERYBODY, indirect=True)


def test_scene_has_something_to_hide_from_everybody_but_the_cabinet(scene: Scene, db: None) -> None:
    known = {name: known_to(scene.house.officers[name].pk) for name in EVERYBODY}

    assert set(scene.items) >= {"unreleased", "elsewhere", "draft", "sealed", "restricted", "memo"}
    everything = {item.pk for item in scene.items.values()}
    assert {name for name in EVERYBODY if known[name] == everything} == {
        "sg", "dg", "adviser", "adviser2", "private", "registry",
    }  # fmt: skip
    assert known["system"] == set()


@everybody
def test_walk_through_the_house_shows_nobody_what_is_not_his(walker: Walker) -> None:
    turn = walker.officer.pk
    for addresses in OF_THE_HOUSE.values():
        found = addresses(walker.scene)
        for address in found if len(found) < 15 else [found[0], *found[1 + turn % 5 :: 5]]:
            walker.ask(address)
    for route in OF_THE_HOUSE:
        if "<" not in route:
            walker.ask(f"/{route}", post=True)
    if walker.officer.username in THOROUGH:
        for route in sorted(OF_SIGNING_IN, key="accounts/sign-out/".__eq__):
            walker.ask(f"/{route}")
            walker.ask(f"/{route}", post=True)


@everybody
def test_walk_through_the_papers_finds_nothing_of_what_is_not_his(walker: Walker) -> None:
    movements = Movement.objects.count()
    for name, item in walker.scene.items.items():
        hidden = name not in walker.known
        page = walker.ask(f"/items/{item.pk}/").status_code
        assert page == (404 if hidden else 200), f"{walker.officer.username} {name}"
        for address in _about(walker, name):
            answers = [walker.ask(address)]
            if "/acts/" in address or address.endswith("/review/"):
                answers.append(walker.ask(address, post=True))
            assert not hidden or {each.status_code for each in answers} == {404}, address
    assert Movement.objects.count() == movements


def _about(walker: Walker, name: str) -> list[str]:
    """Addresses of a paper: all but most of the acts to the thorough, to others every tenth.

    With each paper and each officer the turn comes to others of them, so that all are walked.
    """
    item = walker.scene.items[name]
    turn = item.pk + walker.officer.pk
    found = [each.format(pk=item.pk) for of_route in OF_A_PAPER.values() for each in of_route]
    if walker.officer.username in THOROUGH and name in walker.known:
        acts = [each for each in found if "/acts/" in each]
        return [each for each in found if "/acts/" not in each] + acts[turn % 18 :: 18]
    return found[turn % 20 :: 20]


@everybody
def test_books_list_all_that_is_his_and_nothing_else(walker: Walker) -> None:
    listed: set[str] = set()
    exported: set[str] = set()
    for flow in ("incoming", "outgoing", "memorandum"):
        listed |= _named(walker.browser.get(f"/books/{flow}/"))
        exported |= _named(walker.browser.get(f"/books/{flow}.csv"))

    assert listed == exported == walker.known


def _named(answer: Answer) -> set[str]:
    return {name for what, name in _MARK.findall(body(answer)) if what == "x"}


@pytest.mark.parametrize("walker", ["legal", "political-desk", "clerk", "system"], indirect=True)
def test_filter_never_tells_that_a_hidden_paper_is_there(walker: Walker) -> None:
    for name, item in walker.scene.items.items():
        if name in walker.known:
            continue
        there = _filtered(walker, item.flow, f"x~{name}")
        assert there == _filtered(walker, item.flow, "x~zz" + name[2:])


def _filtered(walker: Walker, flow: str, word: str) -> str:
    page = body(walker.browser.get(f"/books/{flow}/?q={word}"))
    return _TOKEN.sub("", page).replace(quote(word), "").replace(word, "")


@pytest.mark.parametrize("walker", ["legal", "political-desk", "niamey", "asg"], indirect=True)
def test_number_of_a_hidden_paper_is_told_like_one_that_was_never_given(walker: Walker) -> None:
    for name, item in walker.scene.items.items():
        number = getattr(item, "number", None)
        if name in walker.known or number is None:
            continue
        told = {}
        for asked in (number.text, f"{number.text}99"):
            facts = {"subject": "S", "paper": SimpleUploadedFile("a.txt", b"A."), "answers": asked}
            answer = walker.browser.post("/draft/letter/", facts)
            told[asked] = _TOKEN.sub("", body(answer)).replace(asked, "")
        hidden, unheard = told.values()
        assert hidden.splitlines() == unheard.splitlines(), name


def test_file_that_came_before_is_told_only_to_whoever_may_know_of_it(
    scene: Scene, db: None, at: At
) -> None:
    guarded = scene.items["guarded"]
    assert guarded.pk not in known_to(scene.house.officers["clerk"].pk)
    for name in ("clerk", "registry"):
        walker = Walker(scene, scene.house.officers[name], at(name))
        copy = SimpleUploadedFile("copy.txt", b"Text x~guarded.")
        answer = walker.browser.post("/register/", {"paper": copy, "subject": "A copy"})
        walker.look("/register/", answer)
        assert (f"/items/{guarded.pk}/" in body(answer)) is (name == "registry")


@pytest.mark.parametrize("reader", ["clerk", "registry", "economic"])
def test_what_the_cabinet_keeps_to_itself_is_told_to_nobody_outside_it(
    scene: Scene, db: None, at: At, reader: str
) -> None:
    item = scene.items["kept"]
    assert item.pk in known_to(scene.house.officers[reader].pk)
    browser = at(reader)
    pages = [f"/items/{item.pk}/", "/books/incoming/", "/books/incoming.csv", "/"]
    acts = [each.format(pk=item.pk) for each in OF_A_PAPER["items/<int:pk>/acts/<slug:act>/"]]

    assert "Withheld" in body(at("adviser").get(f"/items/{item.pk}/"))
    for address in pages:
        assert "withheld" not in body(browser.get(address)).casefold(), address
    for address in acts:
        for answer in (browser.get(address), browser.post(address, {"seen_moves": item.moves})):
            assert "withheld" not in body(answer).casefold(), address


def test_visitor_is_led_to_the_sign_in_and_reads_nothing(scene: Scene, db: None) -> None:
    visitor = Client()
    papers = [
        each.format(pk=item.pk)
        for item in (*scene.items.values(), Item(pk=99_999))
        for of_route in OF_A_PAPER.values()
        for each in of_route[:3]
    ]
    houses = [address for found in OF_THE_HOUSE.values() for address in found(scene)]
    for address in (*papers, *houses):
        for answer in (visitor.get(address), visitor.post(address, {})):
            if address == "/language/":
                assert answer.status_code in (302, 405)
                continue
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith("/accounts/sign-in/?next="), address
            assert not _MARK.search(body(answer))
    for route in OF_SIGNING_IN:
        for answer in (visitor.get(f"/{route}"), visitor.post(f"/{route}", {})):
            assert answer.status_code in (200, 302, 404, 405, 422), route
            assert not _MARK.search(body(answer))


_LONG = "9" * 5000


@pytest.mark.parametrize(
    "number", ["99999999999999999999", _LONG, "-1", "٣", "²", "", "1e9", "\x00"]
)
def test_number_that_nobody_would_type_is_no_fault_of_the_house(
    scene: Scene, db: None, at: At, number: str
) -> None:
    dg, head, legal = at("dg"), at("palestine"), at("legal")
    item = scene.items["reviewed"]
    answers = [
        dg.get("/in-tray/", {"item": number}),
        dg.post("/in-tray/", {"item": number, "seen_moves": number}),
        dg.post(f"/items/{item.pk}/acts/clear/", {"seen_moves": number}),
        dg.post(f"/items/{item.pk}/review/", {"check": number, "revision_no": number}),
        dg.post(f"/items/{item.pk}/review/", {"wish": "remaining", "revision_no": number}),
        head.get("/draft/letter/", {"answers": number}),
        legal.post("/draft/letter/", {"addressee": f"#{number}", "from_unit": number}),
        dg.get("/books/incoming/", {"before": number, "unit": number, "q": number[:90]}),
        dg.get("/directory/", {"country": number, "q": number[:90]}),
        dg.get("/directory/suggest/", {"q": number[:90]}),
    ]
    if number.isascii() and number.isdecimal():
        answers += [dg.get(f"/items/{number}/"), dg.get(f"/directory/{number}/")]
        answers += [dg.get(f"/items/{item.pk}/revisions/{number}/paper/")]
        answers += [dg.get(f"/items/{item.pk}/proofs/{number}/")]
        answers += [dg.get(f"/staff/delegations/{number}/revoke/")]

    assert all(answer.status_code < 500 for answer in answers)
