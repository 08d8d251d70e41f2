"""What names a mailbox on a server: `imaps://nadia@imap.example.org/INBOX`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from types import MappingProxyType
from urllib.parse import quote, unquote

from entregent.services.ports import BookError

_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://"
    r"(?:(?P<user>[^/]*)@)?(?P<host>\[[0-9a-f:.%]+\]|[^/@:\[\]\s]*)(?::(?P<port>[0-9]*))?"
    r"(?:/(?P<folder>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_MOST_PORT = 65535


class Scheme(StrEnum):
    """How a connection is made private: from its first byte on, or by STARTTLS."""

    IMAPS = "imaps"
    IMAP = "imap"


_PORTS: Mapping[Scheme, int] = MappingProxyType({Scheme.IMAPS: 993, Scheme.IMAP: 143})


@dataclass(frozen=True, slots=True)
class Address:
    """An account on a server, and one of its folders; `folder` is empty for all of them."""

    scheme: Scheme
    user: str
    host: str
    port: int
    folder: str = ""

    @property
    def account(self) -> str:
        """The account's own address: no folder, and never a password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{_escaped(self.user)}@{host}{port}"

    def of(self, folder: str) -> str:
        """Return the address of a folder of this account."""
        return f"{self.account}/{_escaped(folder, safe='/')}"

    @property
    def is_here(self) -> bool:
        """Whether the server is this very machine, so that nothing crosses a network."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def parse(text: str) -> Address:
    """Read an address. Raises BookError, which never repeats the text: a password may be in it."""
    found = _ADDRESS.fullmatch(text)
    if found and found["user"] and ":" in found["user"]:
        raise BookError("imap.password-in-address")
    if found is None or not found["host"] or _CONTROLS.search(unquote(text)):
        raise BookError("imap.address")
    if found["scheme"].lower() not in set(Scheme):
        raise BookError("imap.scheme", scheme=found["scheme"].lower())
    if not found["user"]:
        raise BookError("imap.no-user", host=found["host"])
    scheme = Scheme(found["scheme"].lower())
    port = int((found["port"] or "0")[:6]) or _PORTS[scheme]
    if port > _MOST_PORT:
        raise BookError("imap.address")
    return Address(
        scheme,
        unquote(found["user"]),
        found["host"].strip("[]").lower(),
        port,
        unquote(found["folder"] or "").strip("/"),
    )


def _escaped(name: str, safe: str = "") -> str:
    """Escape what an address cannot hold; letters of any alphabet stay readable."""
    return "".join(char if char.isalnum() else quote(char, safe=safe) for char in name)
