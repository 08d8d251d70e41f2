"""The LinkedIn export: a zip in the shape of 2026."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Literal

from cast import OFFICE, OWNER, Cast, Human, read_toml, token

_STAMP = (2026, 3, 1, 6, 0, 0)
_PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    'connections to see or download their email address using this setting."\n\n'
)
_HIDDEN = ("14 Nov 2019", "02 Mar 2021", "30 Jun 2022", "07 Jan 2024", "19 Aug 2025")
_FIRST_DAY = datetime(2014, 5, 2)  # noqa: DTZ001 - the export's days bear no zone
_CHATS = datetime(2023, 4, 3, 7, 0)  # noqa: DTZ001 - the export's hours are in UTC
_MESSAGE_HEADERS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS"
).split(",")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def write(cast: Cast, dice: Random) -> bytes:
    """Return the zip's bytes; nothing is compressed, so that they hold everywhere."""
    told = read_toml("linkedin.toml")
    files = {
        "Connections.csv": _connections(cast.listed("linkedin"), dice),
        "messages.csv": _table(
            _MESSAGE_HEADERS, _messages(cast, told, dice), quoting=csv.QUOTE_ALL
        ),
        "Invitations.csv": _invitations(cast, told),
        **{name: _table(rows[0], rows[1:]) for name, rows in told["tables"].items()},
        "Email Addresses.csv": _table(
            ("Email Address", "Confirmed", "Primary", "Updated On"),
            [
                (OWNER.email, "Yes", "Yes", "4/12/16, 8:01 PM"),
                (OFFICE, "Yes", "No", "9/3/21, 7:40 AM"),
            ],
        ),
        "PhoneNumbers.csv": _table(("Extension", "Number", "Type"), [("", OWNER.mobile, "MOBILE")]),
    }
    return _zipped(files)


def _zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    quoting: Literal[0, 1] = csv.QUOTE_MINIMAL,
) -> str:
    """Return a CSV with bare LF and no final newline, as LinkedIn writes it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().rstrip("\n")


def _connections(people: Sequence[Human], dice: Random) -> str:
    days = sorted(dice.randrange(4300) for _ in people)
    order = list(people)
    dice.shuffle(order)
    rows = [
        _connection(human, _FIRST_DAY + timedelta(days=day))
        for human, day in zip(order, days, strict=True)
    ]
    for place, day in enumerate(_HIDDEN):
        rows.insert(17 * place + 9, ("", "", "", "", "", "", day))
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(",")
    return _PREAMBLE + _table(header, reversed(rows))


def _connection(human: Human, day: datetime) -> tuple[str, ...]:
    given, family = human.given, human.family
    if human.called("linkedin") != human.name:
        given, _, family = human.called("linkedin").partition(" ")
    address = human.email if human.shares else ""
    return (given, family, human.url, address, human.company, human.title, _day(day))


def _day(day: datetime) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year}"


def _messages(cast: Cast, told: dict[str, Any], dice: Random) -> list[tuple[str, ...]]:
    rows = [row for talk in told["talks"] for row in _scripted(cast, talk)]
    chatty = [h for h in cast.listed("linkedin") if not h.quiet]
    for human in dice.sample(chatty, 24):
        start = _CHATS + timedelta(days=dice.randrange(1040), minutes=dice.randrange(540))
        lines = dice.choice(told["chats"]["en" if human.lang == "en" else "fr"])
        rows += _talk(human, start, lines)
    rows += [tuple(_addressed(cell, cast) for cell in row) for row in told["odd"]]
    return sorted(rows, key=lambda row: row[6], reverse=True)


def _addressed(cell: str, cast: Cast) -> str:
    """Put profile addresses in place of names in braces."""
    return re.sub(r"\{([^}]+)\}", lambda found: cast.find(found[1]).url, cell)


def _scripted(cast: Cast, talk: dict[str, Any]) -> list[tuple[str, ...]]:
    return _talk(cast.find(talk["with"]), talk["at"], talk["lines"])


def _talk(human: Human, start: datetime, lines: Sequence[str]) -> list[tuple[str, ...]]:
    conversation = f"2-{token('talk', human.number, start)}=="
    return [
        _message(human, conversation, start + timedelta(hours=2 * turn, seconds=7 * turn), line)
        for turn, line in enumerate(lines)
    ]


def _message(human: Human, conversation: str, at: datetime, line: str) -> tuple[str, ...]:
    """Return a row; `line` starts with `>` when Nadia writes, with `<` when the other does."""
    them = (human.called("linkedin"), human.url)
    mine = (OWNER.name, OWNER.url)
    sender, recipient = (mine, them) if line.startswith(">") else (them, mine)
    stamp = f"{at:%Y-%m-%d %H:%M:%S} UTC"
    return (conversation, "", *sender, *recipient, stamp, "", line[2:], "INBOX", "")


def _invitations(cast: Cast, told: dict[str, Any]) -> str:
    header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl".split(",")
    rows = []
    for invitation in told["invitations"]:
        other = cast.find(invitation["with"])
        ends = [(OWNER.name, OWNER.url), (other.called("linkedin"), other.url)]
        if invitation["direction"] == "INCOMING":
            ends.reverse()
        (source, inviter), (target, invitee) = ends
        words = (invitation["at"], invitation["words"], invitation["direction"])
        rows.append((source, target, *words, inviter, invitee))
    return _table(header, rows)
