"""A letter, and the mailbox file that holds many: the mbox of a web mail's export."""

import base64
import quopri
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from cast import OWNER, token

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FOLD = 70

Box = tuple[str, str]
"""A display name, which may be empty, and an address."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message. `at` is local to Paris; `parents` are the ids of the letters it follows."""

    sender: Box
    to: tuple[Box, ...]
    subject: str
    body: str
    at: datetime
    cc: tuple[Box, ...] = ()
    parents: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    london: bool = False
    """Whether the writer's clock shows London's time."""

    @property
    def id(self) -> str:
        """Return the message's id, with its angle brackets."""
        domain = self.sender[1].partition("@")[2]
        return f"<{token(self.at, self.subject, self.sender[1])}@{domain}>"


def mbox(letters: Iterable[Letter]) -> bytes:
    """Return the letters as one file, oldest first: bare LF, but for letters from Outlook."""
    ordered = sorted(letters, key=lambda letter: (letter.at, letter.id))
    return b"".join(_entry(number, letter) for number, letter in enumerate(ordered))


def _entry(number: int, letter: Letter) -> bytes:
    at = _universal(letter.at)
    stamp = f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at:%d %H:%M:%S +0000 %Y}"
    separator = f"From {18 * 10**17 + number * 977}@xxx {stamp}\n".encode()
    text = "\n".join([*_headers(number, letter), ""]).encode() + b"\n" + _body(number, letter)
    outlook = number % 7 == 3 and letter.sender[1] != OWNER.email  # noqa: PLR2004 - one in seven
    return separator + (text.replace(b"\n", b"\r\n") if outlook else text) + b"\n\n"


def _headers(number: int, letter: Letter) -> list[str]:
    thread = letter.parents[0] if letter.parents else letter.id
    mine = letter.sender[1].startswith("nadia.benali@")
    label = "Messages envoyés" if mine else "Boîte de réception,Ouvert"
    pairs = [
        ("X-GM-THRID", str(int(token(thread), 16))),
        ("X-Gmail-Labels", _word(number, label)),
        *([] if mine else [("Delivered-To", OWNER.email)]),
        ("MIME-Version", "1.0"),
        ("Date", _date(letter)),
        ("From", _boxes(number, (letter.sender,))),
        ("To", _boxes(number + 1, letter.to) or "undisclosed-recipients:;"),
        *([("Cc", _boxes(number + 2, letter.cc))] if letter.cc else []),
        ("Subject", _word(number, letter.subject)),
        ("Message-ID", letter.id),
        *_threading(letter),
        *letter.headers,
        *_encoding(number),
    ]
    replaced = dict(letter.headers)
    return [
        f"{name}: {value}"
        for name, value in pairs
        if value and (name not in replaced or replaced[name] == value)
    ]


def _threading(letter: Letter) -> list[tuple[str, str]]:
    if not letter.parents:
        return []
    return [("In-Reply-To", letter.parents[-1]), ("References", "\n ".join(letter.parents))]


def _encoding(number: int) -> list[tuple[str, str]]:
    how = ("8bit", "quoted-printable", "base64")[number % 3]
    return [("Content-Type", 'text/plain; charset="UTF-8"'), ("Content-Transfer-Encoding", how)]


def _body(number: int, letter: Letter) -> bytes:
    raw = f"{letter.body}\n".replace("\nFrom ", "\n>From ").encode()
    match number % 3:
        case 0:
            return raw
        case 1:
            return quopri.encodestring(raw)
        case _:
            return base64.encodebytes(raw)


def _boxes(number: int, boxes: Iterable[Box]) -> str:
    return ",\n ".join(_box(number, name, address) for name, address in boxes)


def _box(number: int, name: str, address: str) -> str:
    """Return a name and address as mail programs write them: in four ways."""
    if not name or (address == OWNER.email and number % 5 == 1):
        return address
    if not name.isascii():
        return f"{_word(number, name)} <{address}>"
    plain = number % 2 == 0 and not set(name) & set(",.'")
    return f"{name} <{address}>" if plain else f'"{name}" <{address}>'


def _word(number: int, text: str) -> str:
    """Return `text` as an encoded word of RFC 2047 where it is not plain ASCII."""
    if text.isascii():
        return text
    parts = _parts(text)
    return "\n ".join(_encoded(number, part) for part in parts)


def _parts(text: str) -> list[str]:
    """Cut `text` so that each encoded word stays under 75 characters."""
    step = _FOLD // 4
    return [text[at : at + step] for at in range(0, len(text), step)]


def _encoded(number: int, text: str) -> str:
    if number % 3 == 0:
        return f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="
    charset = "iso-8859-1" if number % 3 == 1 and _fits(text, "latin-1") else "utf-8"
    letters = (
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"={byte:02X}"  # noqa: PLR2004 - ASCII
        for byte in text.encode(charset)
    )
    return f"=?{charset}?Q?{''.join(letters).replace('=20', '_')}?="


def _fits(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _date(letter: Letter) -> str:
    east = 0 if letter.london else 1
    zone = timezone(timedelta(hours=east + _summer(letter.at)))
    at = _universal(letter.at).astimezone(zone)
    comment = "" if letter.london else (" (CEST)" if _summer(letter.at) else " (CET)")
    return f"{_DAYS[at.weekday()]}, {at.day} {_MONTHS[at.month - 1]} {at:%Y %H:%M:%S %z}{comment}"


def _universal(at: datetime) -> datetime:
    """Return the instant of a Paris clock's time."""
    return (at - timedelta(hours=1 + _summer(at))).replace(tzinfo=UTC)


def _summer(at: datetime) -> int:
    """Return 1 between the last Sundays of March and October, else 0."""
    spring, autumn = (_last_sunday(at.year, month) for month in (3, 10))
    return int(spring <= at.replace(tzinfo=None) < autumn)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 2)  # noqa: DTZ001 - a clock on a wall in Paris
    return last - timedelta(days=(last.weekday() + 1) % 7)
