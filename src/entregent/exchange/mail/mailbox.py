"""Messages become people and facts, one by one, whatever they come from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from entregent.domain.facts import MOST_RECIPIENTS, SIDE_BY_SIDE
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Encounters, Met, Problem, Reading
from entregent.domain.words import Channel, Origin
from entregent.exchange.mail.dates import Days
from entregent.exchange.mail.keys import digest, mark
from entregent.exchange.mail.message import Message, NoSenderError, Someone, parse

ORIGIN = Origin.MAIL


class Waiting(NamedTuple):
    """A reply on a list, whose answered message has not been read yet."""

    replier: str
    on: date
    key: str
    file: str
    number: int


Letter: TypeAlias = tuple[int, str, date, str, tuple[str, ...], tuple[str, ...]]
"""Its number, sender, day, key, the people it was written to, and those of them all could see.

A bare tuple, like `Crossing`: of hundreds of thousands, the garbage collector lets go of those.
"""
Crossing: TypeAlias = tuple[int, str, str, date, str]
"""A message's number, two people, the day, a key: they met in somebody's letter or on a list."""


@dataclass
class MailMemory:
    """What the files of one import share: who wrote which message, who waits, what is a list.

    Messages are known by the digests of their keys, as there are so many.
    """

    authors: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, list[Waiting]] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class MailFacts(Encounters):
    """The facts of a mailbox, made when they are asked for: a mailbox holds very many."""

    letters: tuple[Letter, ...]
    crossings: tuple[Crossing, ...]

    def rows(self) -> Iterator[Met]:
        """Yield who wrote to whom, then who came across whom."""
        wrote, crossed = Channel.WROTE, Channel.CROSSED
        for number, sender, on, key, people, _ in self.letters:
            record, who = f"message={number}", _ref(sender)
            for one in people:
                yield record, who, _ref(one), on, wrote, key + mark(one)
        for number, one, other, on, key in self.crossings:
            yield f"message={number}", _ref(one), _ref(other), on, crossed, key


class Mailbox:
    """A mailbox being read: it takes messages one by one, then gives what it read.

    `memory` lets replies cross from one mailbox to another of the same import.
    """

    def __init__(self, path: str, zone: ZoneInfo, memory: MailMemory | None = None) -> None:
        """Start with nothing read; `path` is the mailbox's name in the reading."""
        self._path = path
        self._days = Days(zone)
        self._memory = memory or MailMemory()
        self._names: dict[Someone, int] = {}
        self._letters: list[Letter] = []
        self._offices: dict[int, list[str]] = {}
        self._crossings: list[Crossing] = []
        self._problems: list[Problem] = []
        self._read = 0

    def take(self, block: bytes, delivered: bytes = b"") -> None:
        """Read one message by its header lines; what cannot be read is a problem and no more.

        `delivered` is a date told by the mailbox itself, for a message that bears none.
        """
        self._read += 1
        try:
            message = parse(block, delivered, self._days)
        except NoSenderError:
            self.refuse("mail.no-sender")
        except (ValueError, AttributeError, IndexError, RecursionError, OverflowError):
            self.refuse("mail.unreadable")
        else:
            if message is not None:
                self._keep(message)

    def refuse(self, what: str) -> None:
        """Note that the message just taken has a problem."""
        self._problems.append(Problem(_record(self._read), what))

    def _keep(self, message: Message) -> None:
        if message.lists:
            self._memory.lists.update(message.lists)
        sender = message.sender
        if sender is None:
            return
        names = self._names
        names[sender] = names.get(sender, 0) + 1
        people = [one for one in message.recipients if not one.machine]
        for one in people:
            names[one] = names.get(one, 0) + 1
        key = digest(message.key)
        self._thread(message, sender.address, key)
        on = message.on
        if on is None:
            self.refuse("mail.no-date")
        elif not message.listed and 1 <= len(people) <= MOST_RECIPIENTS:
            self._post(message, sender.address, on, key)

    def _post(self, message: Message, sender: str, on: date, key: str) -> None:
        """Keep a letter to few people; one that a list may be among, until all lists are known."""
        everybody = message.recipients
        people = tuple([one.address for one in everybody if not one.machine])
        seen = people
        if message.visible < len(everybody):
            shown = everybody[: message.visible]
            seen = tuple([one.address for one in shown if not one.machine])
        self._letters.append((self._read, sender, on, key, people, seen))
        if len(people) < len(everybody):
            self._offices[self._read] = [one.address for one in everybody if one.machine]

    def _thread(self, message: Message, sender: str, key: str) -> None:
        """Tie a reply on a list to the message it answers, whichever is read first."""
        memory = self._memory
        memory.authors[key] = sender
        if key in memory.waiting:
            for reply in memory.waiting.pop(key):
                here = reply.file == self._path
                self._cross(reply, sender, reply.number if here else self._read)
        if message.listed and message.parent and message.on:
            parent = digest(message.parent)
            reply = Waiting(sender, message.on, key, self._path, self._read)
            if parent in memory.authors:
                self._cross(reply, memory.authors[parent], self._read)
            else:
                memory.waiting.setdefault(parent, []).append(reply)

    def _cross(self, reply: Waiting, author: str, number: int) -> None:
        if reply.replier != author:
            key = reply.key + mark(author)
            self._crossings.append((number, reply.replier, author, reply.on, key))

    def reading(self) -> Reading:
        """Return what was read, once every list is known."""
        lists = self._memory.lists
        letters = tuple(letter for letter in self._letters if not self._reaches(letter, lists))
        crossings = [one for one in self._crossings if lists.isdisjoint(one[1:3])]
        crossings.extend(one for letter in letters for one in _met_in(letter))
        extra = {address for _, one, other, _, _ in crossings for address in (one, other)}
        return Reading(
            self._path,
            ORIGIN,
            self._read,
            tuple(_cards(self._names, extra, lists)),
            MailFacts(letters, tuple(crossings)),
            tuple(self._problems),
        )

    def _reaches(self, letter: Letter, lists: set[str]) -> bool:
        """Tell whether an address in a letter turned out to be a list."""
        number, sender, _, _, people, _ = letter
        if sender in lists or not lists.isdisjoint(people):
            return True
        return number in self._offices and not lists.isdisjoint(self._offices[number])


def _met_in(letter: Letter) -> Iterator[Crossing]:
    """Yield the pairs whom a letter names side by side; once a day counts, so the key is that."""
    number, _, on, _, _, seen = letter
    if len(seen) > 1:
        for one, other in combinations(sorted(seen), 2):
            key = f"{SIDE_BY_SIDE}{on.toordinal()}{mark(one)}{mark(other)}"
            yield number, one, other, on, key


def _cards(names: dict[Someone, int], extra: set[str], lists: set[str]) -> Iterator[Card]:
    """Portray whoever writes from an address, under the names it bore, the usual one first."""
    known: dict[str, dict[str, int]] = {}
    for one, times in names.items():
        told = known.setdefault(one.address, {})
        if one.name and "@" not in one.name:
            told[one.name] = told.get(one.name, 0) + times
    for address in sorted(extra - known.keys()):
        known[address] = {}
    for address, told in known.items():
        if address not in lists:
            best = tuple(sorted(told, key=told.__getitem__, reverse=True))
            yield Card(_ref(address), f"addr={address}", best, emails=(address,))


def _record(number: int) -> str:
    return f"message={number}"


@lru_cache(maxsize=65_536)
def _ref(address: str) -> PersonId:
    return PersonId(f"addr={address}")
