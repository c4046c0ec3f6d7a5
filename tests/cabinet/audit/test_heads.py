"""Heads of the log leave the house: to a folder, by mail, and with a time-stamp of a true TSA."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from cabinet.audit.heads import Sent, is_due, send_head
from cabinet.errands.models import Errand
from cabinet.errands.worker import do_next
from cabinet.ledger.log.place import heads_sent
from tests.cast import House

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
_CONFIGURATION = """
[tsa]
serial = {place}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
accuracy = secs:1
"""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, settings: Any) -> None:
    settings.LEDGER, settings.KEYS = tmp_path / "ledger", tmp_path / "keys"
    settings.CHECKPOINTS = tmp_path / "checkpoints"
    settings.TSA = settings.MAIL = ""


def openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A time-stamping authority of OpenSSL's on this machine: its address, its certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("NOT PROVEN: time-stamps (OpenSSL, which plays the authority, is missing).")
    key, certificate = tmp_path / "tsa.key", tmp_path / "tsa.pem"
    openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
        str(certificate), "-days", "2", "-subj", "/CN=TSA of a test",
        "-addext", "extendedKeyUsage=critical,timeStamping",
    )  # fmt: skip
    (tmp_path / "serial").write_text("01\n")
    (tmp_path / "tsa.cnf").write_text(_CONFIGURATION.format(place=tmp_path))

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked, told = tmp_path / "asked.tsq", tmp_path / "told.tsr"
            asked.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            openssl(
                "ts", "-reply", "-config", str(tmp_path / "tsa.cnf"), "-section", "tsa",
                "-queryfile", str(asked), "-inkey", str(key), "-signer", str(certificate),
                "-out", str(told),
            )  # fmt: skip
            self.send_response(200)
            self.end_headers()
            self.wfile.write(told.read_bytes())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", certificate
    server.shutdown()
    thread.join()
    server.server_close()


def do_errands(sent: Sent) -> list[Errand]:
    """Do the errands of a head that was sent, and return them."""
    for key in sent.errands:
        assert do_next("a worker", timezone.now, key)
    return [Errand.objects.get(key=key) for key in sent.errands]


def test_head_is_kept_and_the_next_is_due_a_day_later(house: House) -> None:
    assert is_due(NOW)

    sent = send_head(NOW)

    assert sent.file.read_text().startswith("cabinet/acts\n")
    assert sent.errands == ()
    assert heads_sent() == [sent.file]
    assert not is_due(NOW + timedelta(hours=23))
    assert is_due(NOW + timedelta(hours=24))


def test_head_is_mailed_to_the_auditor_with_the_file(house: House, settings: Any) -> None:
    settings.MAIL = "smtp://localhost/cabinet@example.org"
    auditor = house.officers["auditor"]
    type(auditor).objects.filter(pk=auditor.pk).update(email="auditor@example.org")

    sent = send_head(NOW)
    assert mail.outbox == []
    [errand] = do_errands(sent)

    assert errand.returned == ["auditor@example.org"]
    [message] = mail.outbox
    assert message.attachments[0][0] == sent.file.name
    assert message.attachments[0][1] == sent.file.read_bytes()
    assert "cabinet/acts+" in message.body
    assert message.message()["Message-ID"] == f"<{sent.file.name}@cabinet.acts>"


def test_auditor_without_address_is_told_and_the_head_kept(house: House, settings: Any) -> None:
    settings.MAIL = "smtp://localhost/cabinet@example.org"
    auditor = house.officers["auditor"]
    type(auditor).objects.filter(pk=auditor.pk).update(email="")

    sent = send_head(NOW)
    [errand] = do_errands(sent)

    assert sent.file.exists()
    assert errand.state == Errand.State.WAITING
    assert errand.fault == "No Internal Auditor has an e-mail address."


def test_mail_that_is_refused_leaves_tomorrow_and_once(house: House, settings: Any) -> None:
    settings.MAIL = "smtp://localhost/cabinet@example.org"
    auditor = house.officers["auditor"]
    type(auditor).objects.filter(pk=auditor.pk).update(email="auditor@example.org")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    sent = send_head(NOW)
    [errand] = do_errands(sent)
    assert errand.state == Errand.State.WAITING
    assert errand.fault_facts["address"] == "auditor@example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    [errand] = do_errands(sent)

    assert errand.state == Errand.State.DONE
    assert len(mail.outbox) == 1
    assert not do_next("a worker", timezone.now, errand.key)


@pytest.mark.slow  # a certificate is made
def test_head_gets_a_time_stamp_that_openssl_verifies(
    house: House, settings: Any, authority: tuple[str, Path]
) -> None:
    settings.TSA, certificate = authority
    settings.MAIL = "smtp://localhost/cabinet@example.org"
    auditor = house.officers["auditor"]
    type(auditor).objects.filter(pk=auditor.pk).update(email="auditor@example.org")

    sent = send_head(NOW)
    stamped, _mailed = do_errands(sent)

    stamp = sent.file.with_name(str(stamped.returned))
    openssl(
        "ts", "-verify", "-data", str(sent.file), "-in", str(stamp), "-CAfile", str(certificate),
    )  # fmt: skip
    [message] = mail.outbox
    assert message.attachments[1][:2] == (stamp.name, stamp.read_bytes())


def test_authority_that_does_not_answer_is_told_and_the_head_kept(
    house: House, settings: Any
) -> None:
    settings.TSA = "http://127.0.0.1:9/"

    sent = send_head(NOW)
    [errand] = do_errands(sent)

    assert sent.file.exists()
    assert errand.fault_facts["address"] == settings.TSA
    assert list(sent.file.parent.iterdir()) == [sent.file]
