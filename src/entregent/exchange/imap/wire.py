"""The connection to a mail server: made, kept private, logged in; or why that cannot be."""

import imaplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, cast

from entregent.exchange.imap import utf7
from entregent.exchange.imap.address import Address, Scheme
from entregent.exchange.imap.answers import Answer
from entregent.services.ports import BookError

SECONDS = 60
"""How long a server may be silent."""
MOST_LITERAL = 16 * 1024 * 1024
"""A block of headers longer than this, in bytes, is not what an honest server sends."""


class Wire(Protocol):
    """What is used of an `imaplib` connection.

    Its methods raise `imaplib.IMAP4.abort` or OSError when the connection is lost.
    """

    capabilities: tuple[str, ...]

    def authenticate(self, mechanism: str, authobject: Callable[[bytes], bytes]) -> object:
        """Log in by a mechanism of SASL."""
        ...

    def login(self, user: str, password: str) -> object:
        """Log in; the user's name is sent as it stands, the password is quoted."""
        ...

    def list(self, directory: str, pattern: str) -> tuple[str, Answer]:
        """List folders."""
        ...

    def select(self, mailbox: bytes, readonly: bool) -> tuple[str, Answer]:  # noqa: FBT001 - imaplib's own
        """Open a folder; EXAMINE when `readonly`."""
        ...

    def response(self, code: str) -> tuple[str, Answer]:
        """Take what the server has said under a code."""
        ...

    def uid(self, command: str, *args: str) -> tuple[str, Answer]:
        """Run a command on messages by their unique numbers."""
        ...

    def logout(self) -> object:
        """Say goodbye."""
        ...

    def shutdown(self) -> None:
        """Let go of the connection."""
        ...


@dataclass(frozen=True, slots=True)
class Access:
    """How servers are reached.

    `secret` finds an account's password without asking anybody; it takes the account's address.
    `authorities` is a file of certificates to trust besides the system's. `unencrypted` are the
    hosts with which the owner agreed to speak in clear.
    """

    secret: Callable[[str], str | None]
    authorities: str = ""
    unencrypted: frozenset[str] = frozenset()


class _Tls(imaplib.IMAP4_SSL):
    """A connection that is private from its first byte on."""

    def read(self, size: int) -> bytes:
        """Read a literal, unless it is beyond all measure."""
        return super().read(_measured(self, size))


class _Clear(imaplib.IMAP4):
    """A connection that may become private."""

    def read(self, size: int) -> bytes:
        """Read a literal, unless it is beyond all measure."""
        return super().read(_measured(self, size))


def _measured(wire: imaplib.IMAP4, size: int) -> int:
    if size > MOST_LITERAL:
        raise wire.abort(f"literal of {size} bytes")
    return size


def connect(address: Address, access: Access) -> Wire:
    """Reach a server, privately; raises BookError when that cannot be."""
    host, port = address.host, str(address.port)
    try:
        return _open(address, access)
    except ssl.SSLCertVerificationError as error:
        raise BookError("imap.untrusted", host=host, why=error.verify_message) from error
    except ssl.SSLError as error:
        raise BookError("imap.no-tls", host=host, port=port) from error
    except (socket.gaierror, UnicodeError) as error:
        raise BookError("imap.unknown-host", host=host) from error
    except TimeoutError as error:
        raise BookError("imap.silent", host=host, port=port) from error
    except ConnectionRefusedError as error:
        raise BookError("imap.refused", host=host, port=port) from error
    except (imaplib.IMAP4.error, OSError) as error:
        raise BookError("imap.no-server", host=host, port=port) from error


def _open(address: Address, access: Access) -> Wire:
    context = _trust(address, access)
    if address.scheme is Scheme.IMAPS:
        wire = _Tls(address.host, address.port, ssl_context=context, timeout=SECONDS)
        return cast("Wire", wire)
    clear = _Clear(address.host, address.port, timeout=SECONDS)
    try:
        _make_private(clear, address, access, context)
    except BaseException:
        let_go(clear)
        raise
    return cast("Wire", clear)


def _make_private(
    clear: imaplib.IMAP4, address: Address, access: Access, context: ssl.SSLContext
) -> None:
    if "STARTTLS" in clear.capabilities:
        clear.starttls(context)
    elif not address.is_here and address.host not in access.unencrypted:
        raise BookError("imap.no-starttls", host=address.host)


def _trust(address: Address, access: Access) -> ssl.SSLContext:
    """Return whom to trust; by STARTTLS to this very machine, where clear would do, anybody."""
    context = ssl.create_default_context()
    if access.authorities:
        try:
            context.load_verify_locations(access.authorities)
        except OSError as error:
            raise BookError("imap.authorities", path=access.authorities) from error
    elif address.scheme is Scheme.IMAP and address.is_here:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def let_go(wire: Wire | imaplib.IMAP4) -> None:
    """Close a connection, whatever is left of it."""
    with suppress(OSError):
        wire.shutdown()


def log_in(wire: Wire, address: Address, password: str) -> None:
    """Log in by whichever way carries any password safely; raises BookError when refused."""
    account = address.account
    try:
        if "AUTH=PLAIN" in wire.capabilities:
            words = f"\0{address.user}\0{password}".encode()
            wire.authenticate("PLAIN", lambda _: words)
        elif "LOGINDISABLED" in wire.capabilities:
            raise BookError("imap.no-login", account=account)
        elif not (address.user + password).isascii() or set("\r\n\0") & set(password):
            raise BookError("imap.plain-password", account=account)
        else:
            wire.login(utf7.quoted(address.user.encode()).decode(), password)
    except (imaplib.IMAP4.abort, OSError) as error:
        raise BookError("imap.dropped", account=account) from error
    except imaplib.IMAP4.error as error:
        if "[UNAVAILABLE]" in str(error).upper():
            raise BookError("imap.unavailable", account=account) from error
        raise BookError("imap.wrong-password", account=account) from error
