"""Reads mail: an mbox of any size, or a single message, by its headers only."""

import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from entregent.domain.facts import MOST_RECIPIENTS, Encounter
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Channel, Origin
from entregent.exchange.mail.headers import Mailbox
from entregent.exchange.mail.message import Message, NoSenderError, parse

ORIGIN = Origin.MAIL


_STARTS = re.compile(
    rb"From (?:[^\n]*\d{4}[^\n]{0,12}|[^\s]*[ \t]*)\r?\n(?:[!-9;-~]+:|>From )"
    rb"|From [^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]{0,12}\r?\n\r?\n"
)
_DELIVERED = re.compile(rb"From \S*\s+([^\r\n]*)")
_HEADERS_END = re.compile(rb"\n\r?\n")
_FIELD = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_TELLING = frozenset(
    b"from to cc subject date message-id received return-path delivered-to mime-version "
    b"reply-to sender content-type in-reply-to references x-mailer".split()
)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply on a list, whose answered message has not been read yet."""

    replier: str
    on: date
    key: str
    file: str
    record: str


@dataclass
class MailMemory:
    """What the files of one import share: who wrote which message, who waits, what is a list."""

    authors: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, list[Waiting]] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - headers speak for themselves
    """Tell mail by its first lines: a mailbox's own line, or a message's headers."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _STARTS.match(start):
        return True
    first = _FIELD.match(start)
    if first is None or first[1].lower() == b"begin":
        return False
    block = _HEADERS_END.split(start, maxsplit=1)[0]
    told = {found.lower() for found in _FIELD.findall(block)} & _TELLING
    return len(told) >= _ENOUGH


def read(
    data: bytes | mmap.mmap, path: str, zone: ZoneInfo, memory: MailMemory | None = None
) -> Reading:
    """Read every message; `memory` lets replies cross from one file to another."""
    mailbox = _Mailbox(path, zone, memory or MailMemory())
    for number, (start, end) in enumerate(spans(data), start=1):
        mailbox.take(number, data, start, end)
    return mailbox.reading()


def spans(data: bytes | mmap.mmap) -> Iterator[tuple[int, int]]:
    """Yield where each message starts and ends, its `From ` line included.

    A message starts at a `From ` line after a blank one; data that does not start with such a
    line is one message.
    """
    start = _first(data)
    if start == len(data):
        return
    if _STARTS.match(data, start):
        place = data.find(b"\nFrom ", start)
        while place >= 0:
            blank = data[place - 1 : place] == b"\n" or data[place - 2 : place] == b"\n\r"
            if blank and _STARTS.match(data, place + 1):
                yield start, place + 1
                start = place + 1
            place = data.find(b"\nFrom ", place + 1)
    yield start, len(data)


def _first(data: bytes | mmap.mmap) -> int:
    """Return where the first line stands that is not blank."""
    found = re.compile(rb"(?:\xef\xbb\xbf)?\s*").match(data)
    return found.end() if found else 0


class _Mailbox:
    """A mailbox being read."""

    def __init__(self, path: str, zone: ZoneInfo, memory: MailMemory) -> None:
        self._path = path
        self._zone = zone
        self._memory = memory
        self._names: dict[str, dict[str, int]] = {}
        self._letters: list[tuple[str, str, date, Message]] = []
        self._replies: list[Stated] = []
        self._problems: list[Problem] = []
        self._read = 0

    def take(self, number: int, data: bytes | mmap.mmap, start: int, end: int) -> None:
        """Read one message; one that cannot be read is a problem and no more."""
        self._read = number
        record = f"message={number}"
        blank = _HEADERS_END.search(data, start, end)
        block = data[start : blank.start() + 1 if blank else end]
        delivered = _DELIVERED.match(block)
        try:
            message = parse(block, delivered[1] if delivered else b"", self._zone)
        except NoSenderError:
            self._problems.append(Problem(record, "mail.no-sender"))
        except (ValueError, AttributeError, IndexError, RecursionError, OverflowError):
            self._problems.append(Problem(record, "mail.unreadable"))
        else:
            if message is not None:
                self._keep(record, message)

    def _keep(self, record: str, message: Message) -> None:
        self._memory.lists.update(message.lists)
        if message.sender is None:
            return
        for mailbox in (message.sender, *message.people):
            self._call(mailbox)
        self._thread(record, message, message.sender[1])
        if message.on is None:
            self._problems.append(Problem(record, "mail.no-date"))
        elif not message.listed and 1 <= len(message.people) <= MOST_RECIPIENTS:
            self._letters.append((record, message.sender[1], message.on, message))

    def _call(self, mailbox: Mailbox) -> None:
        """Count a name that somebody goes by."""
        name, address = mailbox
        names = self._names.setdefault(address, {})
        if name and "@" not in name:
            names[name] = names.get(name, 0) + 1

    def _thread(self, record: str, message: Message, sender: str) -> None:
        """Tie a reply on a list to the message it answers, whichever is read first."""
        memory = self._memory
        memory.authors[message.key] = sender
        for reply in memory.waiting.pop(message.key, ()):
            self._cross(reply, sender, reply.record if reply.file == self._path else record)
        if message.listed and message.parent and message.on:
            reply = Waiting(sender, message.on, message.key, self._path, record)
            if message.parent in memory.authors:
                self._cross(reply, memory.authors[message.parent], record)
            else:
                memory.waiting.setdefault(message.parent, []).append(reply)

    def _cross(self, reply: Waiting, author: str, record: str) -> None:
        if reply.replier != author:
            for address in (reply.replier, author):
                self._names.setdefault(address, {})
            key = f"{reply.key} {author}"
            who, whom = _ref(reply.replier), _ref(author)
            fact = Encounter(who, whom, reply.on, Channel.CROSSED, key=key)
            self._replies.append(Stated(record, fact))

    def reading(self) -> Reading:
        """Return what was read, once every list is known."""
        lists = self._memory.lists
        letters = (one for letter in self._letters for one in _wrote(*letter, lists))
        crossings = (one for one in self._replies if not _names_list(one, lists))
        people = (item for item in self._names.items() if item[0] not in lists)
        return Reading(
            self._path,
            ORIGIN,
            self._read,
            tuple(_card(address, names) for address, names in people),
            (*letters, *crossings),
            tuple(self._problems),
        )


def _wrote(
    record: str, sender: str, on: date, message: Message, lists: set[str]
) -> Iterator[Stated]:
    """Yield the encounters of a letter, unless an address in it turned out to be a list."""
    if lists.intersection((sender, *(address for _, address in message.recipients))):
        return
    for _, address in message.people:
        key = f"{message.key} {address}"
        yield Stated(record, Encounter(_ref(sender), _ref(address), on, Channel.WROTE, key=key))


def _names_list(stated: Stated, lists: set[str]) -> bool:
    return isinstance(stated.fact, Encounter) and not lists.isdisjoint(
        one.removeprefix("addr=") for one in (stated.fact.person, stated.fact.other)
    )


def _card(address: str, names: dict[str, int]) -> Card:
    """Portray whoever writes from an address, under the names it bore, the usual one first."""
    best = sorted(names, key=lambda name: -names[name])
    return Card(_ref(address), f"addr={address}", tuple(best), emails=(address,))


def _ref(address: str) -> PersonId:
    return PersonId(f"addr={address}")
