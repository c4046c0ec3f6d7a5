"""The pages in a real browser: direction, policy, keys; read back as the browser has them.

Slow: each page starts a browser. That forms work without a script is tested in the journeys, whose
client runs none: this browser cannot be read back with its scripts off.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from tests.browser.office import address
from tests.cabinet.config.conftest import command, office_after_its_day

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).resolve().parents[2]

_VERIFY = """
from django.utils import timezone
from cabinet.accounts.duty import duty_of
from cabinet.accounts.models import Officer
from cabinet.gate.actions import verify_incoming
from cabinet.registry.models import Item
head = duty_of(Officer.objects.get(username="registry"), timezone.localdate())
verify_incoming(item=Item.objects.get(state="registered"), by=head, at=timezone.now())
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="These tests need a browser, and Chromium is not here."
    ),
]


@dataclass(frozen=True)
class Shown:
    """A page as the browser has it, and what the browser complained of."""

    page: object
    complaints: list[str]

    def find(self, path: str) -> list[object]:
        """Return what an XPath finds on the page."""
        return list(self.page.xpath(path))  # type: ignore[attr-defined]


Show = Callable[..., Shown]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a played office that is open."""
    folder = tmp_path_factory.mktemp("browser")
    office_after_its_day(tmp_path_factory).copy(folder)
    letter = folder / "letter.txt"
    letter.write_text("A letter.")
    assert command(folder, "import", str(letter), "--as", "clerk").returncode == 0
    assert command(folder, "shell", "-c", _VERIFY).returncode == 0
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        port = int(asked.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.browser.office", str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "CABINET_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "cabinet.config.settings",
        },
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with closing(socket.socket()) as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("The office did not open.")


@pytest.fixture
def show(office: int, tmp_path: Path) -> Show:
    """Return a browser that shows one page."""

    def browser(path: str, *options: str, **words: str) -> Shown:
        done = _chromium(tmp_path, "--dump-dom", *options, address(office, path, **words))
        complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        return Shown(html.fromstring(done.stdout), complaints)

    return browser


def _chromium(profile: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--enable-logging=stderr", "--virtual-time-budget=3000", "--window-size=1280,900",
            f"--user-data-dir={profile / 'profile'}", *words,
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("username", "path"),
    [("adviser", "/in-tray/"), ("clerk", "/register/"), ("political", "/books/incoming/")],
)
def test_page_in_arabic_runs_from_right_to_left_without_a_complaint(
    show: Show, username: str, path: str
) -> None:
    shown = show(path, as_=username, in_="ar")

    assert shown.find("/html/@dir") == ["rtl"]
    assert shown.find("/html/@lang") == ["ar"]
    assert shown.find("//main")
    assert shown.complaints == []


def test_inline_script_is_stopped_by_the_policy_and_the_complaint_is_heard(show: Show) -> None:
    shown = show("/", as_="adviser", in_="en", spoil="1")

    assert any("Content Security Policy" in line for line in shown.complaints)


def test_keys_choose_unit_deadline_and_instruction_in_the_in_tray(show: Show) -> None:
    plain = show("/in-tray/", as_="adviser", in_="en")
    keys = plain.find("//input[@name='action'][@data-key]/@data-key")

    pressed = show("/in-tray/", as_="adviser", in_="en", press=f"{keys[0]}259")

    checked = str(pressed.find("/html/body/@data-checked")[0]).split()
    assert {each.split("=")[0] for each in checked} >= {"action", "preset_day", "preset", "inform"}
    assert "preset_day=2" in checked
    assert "preset=5" in checked


def test_review_sheet_opens_a_check_by_its_figure(show: Show) -> None:
    book = show("/books/memorandum/", as_="adviser", in_="en", state="submitted")
    item = next(str(each) for each in book.find("//td//a/@href"))

    shown = show(f"{item}review/", as_="adviser", in_="en", press="4")

    opened = shown.find("//li[@id='check-4']//details[contains(@class, 'judge')]/@open")
    assert opened == [""]
    assert shown.complaints == []


def test_page_has_a_picture_in_both_directions(office: int, tmp_path: Path) -> None:
    sizes = set()
    for language in ("ar", "en"):
        picture = tmp_path / f"{language}.png"
        _chromium(tmp_path, f"--screenshot={picture}", address(office, "/", as_="dg", in_=language))
        sizes.add(picture.stat().st_size)

    assert len(sizes) == 2
    assert min(sizes) > 10_000
