"""A real Dovecot of one's own, on loopback, with a folder of letters for Nadia."""

import imaplib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from entregent.cli.app import entregent

_REQUIRED = "ENTREGENT_REQUIRE_DOVECOT"
_SECONDS = 20
USER = "nadia@exemple.fr"
PASSWORD = "sésame, ouvre-toi"  # noqa: S105 - of nobody

_CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
disable_plaintext_auth = no
auth_mechanisms = plain
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Poubelle {{
    special_use = \\Trash
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A server that runs: its ports, and the certificate that it made for itself."""

    port: int
    tls_port: int
    certificate: Path

    def address(self, folder: str = "", port: int | None = None) -> str:
        return f"imap://nadia%40exemple.fr@127.0.0.1:{port or self.port}/{folder}"

    def tls_address(self, folder: str = "") -> str:
        return f"imaps://nadia%40exemple.fr@localhost:{self.tls_port}/{folder}"

    @contextmanager
    def visit(self) -> Iterator[imaplib.IMAP4]:
        """Log in as any other mail program does."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=_SECONDS) as wire:
            wire.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
            yield wire

    def deliver(self, folder: bytes, *letters: bytes, flags: str = "") -> None:
        """Put letters into a folder, named as on the wire, made when it is not there."""
        with self.visit() as wire:
            wire.create(b'"' + folder + b'"')
            for letter in letters:
                status, _ = wire.append(b'"' + folder + b'"', flags, None, letter)
                assert status == "OK"

    def flags(self, folder: bytes) -> list[bytes]:
        """Return the flags of every message of a folder, as another program sees them."""
        with self.visit() as wire:
            wire.select(b'"' + folder + b'"', readonly=True)
            return [line for line in wire.fetch("1:*", "(FLAGS)")[1] if line]

    def empty(self) -> None:
        """Delete every folder, and every message of the inbox."""
        with self.visit() as wire:
            for line in wire.list()[1]:
                name = line.rpartition(b' "/" ')[2].strip(b'"')
                if name != b"INBOX":
                    wire.delete(b'"' + name + b'"')
            if wire.select("INBOX")[1] != [b"0"]:
                wire.store("1:*", "+FLAGS", r"(\Deleted)")
                wire.expunge()


def letter(
    number: int,
    sender: str = "Léa Martin <lea@airbus.example>",
    to: str = f"Nadia Benali <{USER}>",
) -> bytes:
    """Write a letter of the given number, with a body that no import needs."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Date"] = f"Mon, {1 + number % 28:02} Feb 2026 10:{number % 60:02}:00 +0100"
    message["Message-ID"] = f"<{number}@exemple.example>"
    message["Subject"] = f"Point {number}"
    message.set_content("Bonjour Nadia,\n" + "à bientôt.\n" * 20)
    return message.as_bytes()


@dataclass(frozen=True, slots=True)
class Heard:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def files(self) -> dict[str, dict[str, Any]]:
        """The report, by the folder's name in its address."""
        return {one["path"].split("/", 3)[3]: one for one in json.loads(self.out)["files"]}

    @property
    def complaint(self) -> str:
        return " ".join(self.err.replace("\u00a0", " ").split())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Heard]:
    """Give the command line, with a book of its own and the right password in the environment."""
    monkeypatch.setenv("ENTREGENT_BOOK", str(tmp_path / "carnet.db"))
    monkeypatch.setenv("ENTREGENT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ENTREGENT_TODAY", "2026-03-02")
    monkeypatch.setenv("ENTREGENT_LANG", "en")
    monkeypatch.setenv("ENTREGENT_IMAP_PASSWORD", PASSWORD)
    for name in ("ENTREGENT_IMAP_CA", "ENTREGENT_IMAP_UNENCRYPTED", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str) -> Heard:
        result = CliRunner().invoke(entregent, list(words), catch_exceptions=False)
        return Heard(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture(name="letter")
def _letter() -> Callable[..., bytes]:
    """Give what writes letters to Nadia."""
    return letter


@pytest.fixture(scope="session")
def _server() -> Iterator[Dovecot]:
    lacking = _lacking()
    if lacking and os.environ.get(_REQUIRED) == "1":
        pytest.fail(f"{_REQUIRED}=1, but {lacking}")
    if lacking:
        pytest.skip(lacking)
    folder = Path(tempfile.mkdtemp(prefix="entregent-imap-"))
    try:
        yield from _running(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def dovecot(_server: Dovecot) -> Dovecot:
    """Give the server with nothing in its folders."""
    _server.empty()
    return _server


def _lacking() -> str:
    if os.getuid() != 0:
        return "Dovecot’s tests are skipped: only root can start it"
    if not (_binary("dovecot") and shutil.which("openssl")):
        return "Dovecot’s tests are skipped: no dovecot and openssl on this machine"
    return ""


def _binary(name: str) -> str:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or ""


def _running(folder: Path) -> Iterator[Dovecot]:
    import pwd

    folder.chmod(0o755)
    somebody = pwd.getpwnam("nobody")
    for name in ("mail", "home"):
        (folder / name).mkdir()
        os.chown(folder / name, somebody.pw_uid, somebody.pw_gid)
    _certify(folder)
    (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", encoding="utf-8")
    port, tls_port = _free_ports()
    configuration = _CONFIGURATION.format(
        folder=folder,
        internal="dovecot",
        login="dovenull",
        group="dovecot",
        uid=somebody.pw_uid,
        gid=somebody.pw_gid,
        port=port,
        tls_port=tls_port,
    )
    (folder / "dovecot.conf").write_text(configuration, encoding="utf-8")
    running = subprocess.Popen(
        [_binary("dovecot"), "-F", "-c", str(folder / "dovecot.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(port, running, folder)
        yield Dovecot(port, tls_port, folder / "server.pem")
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait(_SECONDS)


def _certify(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    command += ["-keyout", str(folder / "server.key"), "-out", str(folder / "server.pem")]
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _await(port: int, running: "subprocess.Popen[bytes]", folder: Path) -> None:
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as wire:
                if wire.recv(4) == b"* OK":
                    return
        except OSError:
            pass
        if running.poll() is not None or time.monotonic() > deadline:
            log = folder / "log"
            pytest.fail(log.read_text() if log.exists() else "dovecot does not start")
        time.sleep(0.05)


class Cutter:
    """Stands between, and hangs up after so many bytes from the server, so many times."""

    def __init__(self, port: int, after: int, times: int) -> None:
        self._target = port
        self._after = after
        self._times = times
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.port = self._listener.getsockname()[1]
        self.connections = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target), timeout=_SECONDS)
                self._open += [near, far]
                self.connections += 1
                limit = self._after if self.connections <= self._times else None
                threading.Thread(target=_pass, args=(near, far, None), daemon=True).start()
                threading.Thread(target=_pass, args=(far, near, limit), daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        for one in (self._listener, *self._open):
            one.close()


def _pass(source: socket.socket, target: socket.socket, limit: int | None) -> None:
    passed = 0
    with suppress(OSError):
        while data := source.recv(1024):
            target.sendall(data if limit is None else data[: limit - passed])
            passed += len(data)
            if limit is not None and passed >= limit:
                break
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def cutter(dovecot: Dovecot) -> Iterator[Callable[[int, int], Cutter]]:
    """Give a way to the server that is cut `after` so many bytes, so many `times`."""
    made: list[Cutter] = []

    def cut(after: int, times: int) -> Cutter:
        made.append(Cutter(dovecot.port, after, times))
        return made[-1]

    yield cut
    for one in made:
        one.close()
