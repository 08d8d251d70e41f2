"""Which format a file is in, told by how it starts, not by what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from mmap import mmap
from typing import Protocol
from zoneinfo import ZoneInfo

from entregent.domain.reading import Reading
from entregent.domain.words import Origin
from entregent.exchange import (
    calendar,
    facebook,
    journal,
    linkedin,
    monica,
    tables,
    vcard,
    whatsapp,
)
from entregent.exchange.mail import mbox

HEAD = 8192
"""How many bytes of a file are looked at to recognise it."""

MEGABYTE = 1024 * 1024


class Kind(StrEnum):
    """The formats, as people force them by name, in the order in which they are read.

    Those that tell who the owner is come first.
    """

    JOURNAL = "journal"
    LINKEDIN = "linkedin"
    VCARD = "vcard"
    MONICA = "monica"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    TABLE = "table"
    FACEBOOK = "facebook"
    WHATSAPP = "whatsapp"
    CALENDAR = "calendar"
    MBOX = "mbox"


class Reader(Protocol):
    """How a format's reader is called."""

    def __call__(self, data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:
        """Read a file's bytes; `path` is its name in the reading."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is recognised and read, its usual endings, how many bytes it may have."""

    kind: Kind
    origin: Origin
    recognises: Callable[[bytes, str], bool]
    read: Reader
    endings: tuple[str, ...]
    most: int = 200 * MEGABYTE
    plain_most: int | None = 200 * MEGABYTE
    """The same for a file that is not packed; None is any size, as it is not held in memory."""
    begins: bytes = b""
    """What every record holds, where their number is bounded."""
    most_records: int | None = None
    """How many records it may have where that is fewer than `MOST_RECORDS`."""


MOST_RECORDS = 1_000_000
"""Lines of a table, whose cells may hold several: far beyond what one human knows."""
MOST_PEOPLE = 100_000
"""How many people a table or an address book may hold; LinkedIn itself allows 30,000."""

TABLES = frozenset({Kind.GOOGLE, Kind.OUTLOOK, Kind.TABLE})
"""Formats whose columns the owner may name."""

_MAIL_MOST = 2048 * MEGABYTE

FORMATS: Mapping[Kind, Format] = {
    Kind.VCARD: Format(
        Kind.VCARD,
        vcard.ORIGIN,
        vcard.recognises,
        vcard.read,
        (".vcf", ".vcard"),
        begins=b"BEGIN:VCARD",
        most_records=MOST_PEOPLE,
    ),
    Kind.CALENDAR: Format(
        Kind.CALENDAR,
        calendar.ORIGIN,
        calendar.recognises,
        calendar.read,
        (".ics", ".ical", ".ifb"),
    ),
    Kind.LINKEDIN: Format(
        Kind.LINKEDIN, linkedin.ORIGIN, linkedin.recognises, linkedin.read, (), begins=b"\n"
    ),
    Kind.FACEBOOK: Format(Kind.FACEBOOK, facebook.ORIGIN, facebook.recognises, facebook.read, ()),
    Kind.MONICA: Format(Kind.MONICA, monica.ORIGIN, monica.recognises, monica.read, ()),
    Kind.WHATSAPP: Format(Kind.WHATSAPP, whatsapp.ORIGIN, whatsapp.recognises, whatsapp.read, ()),
    Kind.MBOX: Format(
        Kind.MBOX, mbox.ORIGIN, mbox.recognises, mbox.read, (".mbox", ".mbx"), _MAIL_MOST, None
    ),
    Kind.JOURNAL: Format(
        Kind.JOURNAL,
        journal.ORIGIN,
        journal.recognises,
        journal.read,
        (".journal",),
        begins=b"\n",
        most_records=300_000,
    ),
    **{
        kind: Format(
            kind,
            origin,
            partial(tables.is_table, origin),
            tables.READERS[origin],
            (),
            begins=b"\n",
        )
        for kind, origin in (
            (Kind.GOOGLE, Origin.GOOGLE),
            (Kind.OUTLOOK, Origin.OUTLOOK),
            (Kind.TABLE, Origin.TABLE),
        )
    },
}
"""The formats, the surest to recognise first."""


def recognise(head: bytes, name: str) -> Format | None:
    """Return the format of a file that starts with `head`, or None."""
    bare = name[: len(unpacked_name(name))]
    return next((form for form in FORMATS.values() if form.recognises(head, bare)), None)


def expected(name: str) -> Format | None:
    """Return the format that a file's name announces, or None."""
    lower = unpacked_name(name)
    return next((form for form in FORMATS.values() if lower.endswith(form.endings or "\0")), None)


def unpacked_name(name: str) -> str:
    """Return a file's name in lower case, as it is called when gzip is undone."""
    return name.lower().removesuffix(".gz")


def is_blank(head: bytes) -> bool:
    """Tell whether these bytes hold nothing but white space and byte-order marks."""
    return not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe")


def is_zip(head: bytes) -> bool:
    """Tell whether a file that starts like this is a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
