"""The settings: a bad value is refused by the setting's name; what is not set is safe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cabinet.config.conftest import command

from cabinet.config import environment
from cabinet.config.environment import BadSetting
from cabinet.config.secret_key import read_secret_key


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("CABINET_DEBUG", "perhaps", "1, true, yes, on, 0, false, no or off"),
        ("CABINET_BEHIND_TLS", "2", "1, true, yes, on, 0, false, no or off"),
        ("CABINET_LARGEST_FILE_BYTES", "many", "a whole number from 1024 to 8589934592"),
        ("CABINET_LARGEST_FILE_BYTES", "-1", "a whole number from 1024 to 8589934592"),
        ("CABINET_LARGEST_FILE_BYTES", "1023", "a whole number from 1024 to 8589934592"),
        ("DATABASE_URL", "mysql://h/n", "sqlite:////path/to/file or postgresql://user@host/name"),
        ("DATABASE_URL", "sqlite://", "sqlite:////path/to/file or postgresql://user@host/name"),
    ],
)
def test_bad_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
) -> None:
    monkeypatch.setenv(name, value)
    readers: dict[str, Callable[[], object]] = {
        "CABINET_DEBUG": lambda: environment.read_flag(name, default=False),
        "CABINET_BEHIND_TLS": lambda: environment.read_flag(name, default=False),
        "CABINET_LARGEST_FILE_BYTES": lambda: environment.read_number(
            name, 2**26, least=2**10, most=2**33
        ),
        "DATABASE_URL": lambda: environment.read_database(name, ""),
    }

    with pytest.raises(BadSetting) as caught:
        readers[name]()

    assert str(caught.value) == f"The setting {name} is {value!r}. Allowed: {allowed}."


@pytest.mark.parametrize("digits", ["²", "٣٤", "9" * 5000])
def test_number_in_other_digits_is_refused_or_read_and_never_a_fault(
    monkeypatch: pytest.MonkeyPatch, digits: str
) -> None:
    monkeypatch.setenv("CABINET_LARGEST_FILE_BYTES", digits)

    with pytest.raises(BadSetting, match="CABINET_LARGEST_FILE_BYTES"):
        environment.read_number("CABINET_LARGEST_FILE_BYTES", 2**26, least=2**10, most=2**33)


@pytest.mark.parametrize("port", ["abc", "99999"])
def test_port_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://user@host:{port}/name")

    with pytest.raises(BadSetting, match="DATABASE_URL"):
        environment.read_database("DATABASE_URL", "")


def test_several_servers_are_one_office_on_the_one_that_takes_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:p%40ss@one:5433,[::1]:5434,three/name")

    found = environment.read_database("DATABASE_URL", "")

    assert (found["HOST"], found["PORT"]) == ("one,::1,three", "5433,5434,")
    assert (found["USER"], found["PASSWORD"], found["NAME"]) == ("user", "p@ss", "name")
    assert found["OPTIONS"]["target_session_attrs"] == "read-write"  # type: ignore[index]  # a dictionary


def test_password_of_the_database_is_not_printed_with_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:very-secret@host:abc/name")

    with pytest.raises(BadSetting) as caught:
        environment.read_database("DATABASE_URL", "")

    assert "very-secret" not in str(caught.value)


def test_folder_that_is_a_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("CABINET_FILES", str(file))

    with pytest.raises(BadSetting, match=r"^The setting CABINET_FILES is .* Allowed: a folder\.$"):
        environment.read_folder("CABINET_FILES", tmp_path)


def test_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CABINET_DEBUG", "CABINET_HOSTS", "CABINET_TIME_ZONE"):
        monkeypatch.setenv(name, "")

    assert environment.read_flag("CABINET_DEBUG", default=False) is False
    assert environment.read_words("CABINET_HOSTS", ["localhost"]) == ["localhost"]
    assert environment.read_text("CABINET_TIME_ZONE", "Asia/Riyadh") == "Asia/Riyadh"


def test_secret_key_is_made_once_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CABINET_SECRET_KEY", raising=False)
    path = tmp_path / "var" / "secret-key"

    key = read_secret_key(path)

    assert len(key) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_secret_key(path) == key
    assert [each.name for each in path.parent.iterdir()] == ["secret-key"]


def test_short_secret_key_is_refused_and_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABINET_SECRET_KEY", "too-short")

    with pytest.raises(BadSetting) as caught:
        read_secret_key(tmp_path / "secret-key")

    assert "CABINET_SECRET_KEY" in str(caught.value)
    assert "too-short" not in str(caught.value)


_DEFAULTS = """
from django.conf import settings as s
assert s.DEBUG is False
assert s.ALLOWED_HOSTS == ["127.0.0.1", "localhost", "[::1]", "testserver"]
assert s.SESSION_COOKIE_HTTPONLY and s.SESSION_COOKIE_SAMESITE == "Lax"
assert s.X_FRAME_OPTIONS == "DENY" and s.SECURE_HSTS_SECONDS == 0
options = s.DATABASES["default"]["OPTIONS"]
assert "synchronous=FULL" in options["init_command"]
assert "recursive_triggers=ON" in options["init_command"]
assert "foreign_keys=ON" in options["init_command"]
print("safe")
"""


def test_defaults_are_safe(tmp_path: Path) -> None:
    told = command(tmp_path, "shell", "--no-imports", "-c", _DEFAULTS)

    assert told.stdout.splitlines()[-1:] == ["safe"], told.stderr


def test_behind_tls_cookies_travel_by_tls_alone(tmp_path: Path) -> None:
    asked = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0)"
    )

    told = command(tmp_path, "shell", "--no-imports", "-c", asked, CABINET_BEHIND_TLS="yes")

    assert told.stdout.splitlines()[-1:] == ["True True True"], told.stderr


def test_office_with_a_bad_setting_does_not_start_and_says_so_in_one_line(tmp_path: Path) -> None:
    told = command(tmp_path, "check", CABINET_DEBUG="perhaps")

    assert told.returncode == 1
    assert told.stderr == (
        "The setting CABINET_DEBUG is 'perhaps'. Allowed: 1, true, yes, on, 0, false, no or off.\n"
    )
