"""Reads an account folder by folder, from where the last import left off."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.exchange.imap.address import Address
from entregent.exchange.imap.answers import Letter, Sight
from entregent.exchange.imap.folders import Folder, letters_of, named
from entregent.exchange.imap.session import LOST, ClosedError, Session
from entregent.exchange.imap.uids import Uids, mark, marked
from entregent.exchange.mail.mailbox import Mailbox, MailMemory
from entregent.services.ports import BookError, Tell

CHUNK = 250
"""How many messages are asked for at once."""
_MOST_NAMED = 12
_NOT_SENT = frozenset((rb"\draft", rb"\deleted"))
Again: TypeAlias = Callable[[], Session]
"""Makes a new session of the same account, after a pause; raises BookError when it cannot."""


@dataclass(slots=True)
class Visit:
    """A folder being read: what was read of it under its UIDVALIDITY, and what is still to read."""

    folder: Folder
    mailbox: Mailbox
    validity: int = 0
    before: Uids = field(default_factory=Uids)
    read: Uids = field(default_factory=Uids)
    taken: int = 0
    left: int = 0
    withheld: int = 0


class Account:
    """One account, logged in; read it once, then close it."""

    def __init__(self, address: Address, session: Session, again: Again) -> None:
        """Find the folders to read; raises BookError when the one that was named is not there."""
        self._address = address
        self._session: Session | None = session
        self._again: Again | None = again
        try:
            folders = session.folders()
        except LOST as error:
            raise BookError("imap.dropped", account=address.account) from error
        self._folders = _chosen(address, folders)

    def close(self) -> None:
        """Leave the server."""
        if self._session is not None:
            self._session.close()

    def readings(
        self,
        zone: ZoneInfo,
        memory: MailMemory,
        marks: Mapping[str, Sequence[str]],
        tell: Tell | None,
    ) -> Iterator[Reading]:
        """Yield a reading a folder: the messages that `marks` do not say were read before.

        `marks` are those of earlier readings by path. `tell` hears what is being read, how many
        messages of how many.
        """
        for folder in self._folders:
            path = self._address.of(folder.name)
            visit = Visit(folder, Mailbox(path, zone, memory))

            def told(visit: Visit = visit, path: str = path) -> None:
                if tell:
                    tell(path, visit.taken, visit.taken + visit.left)

            yield self._visit(visit, marks.get(path, ()), told)

    def _visit(self, visit: Visit, marks: Sequence[str], told: Callable[[], None]) -> Reading:
        if self._session is None:
            return _reading(visit, Problem("", "imap.not-reached"))
        problems = []
        try:
            while not self._goes_through(visit, marks, told):
                if not self._reconnects():
                    problems.append(_lost(visit))
                    break
        except ClosedError:
            problems.append(Problem("", "imap.closed"))
        if visit.withheld:
            problems.append(Problem("", "imap.withheld", {"n": str(visit.withheld)}))
        return _reading(visit, *problems)

    def _goes_through(self, visit: Visit, marks: Sequence[str], told: Callable[[], None]) -> bool:
        """Read on to the end of a folder; False when the connection is lost on the way."""
        session = self._session
        if session is None:
            return False
        try:
            validity, size = session.examine(visit.folder)
            if validity != visit.validity:
                visit.validity, visit.read = validity, Uids()
                visit.before = marked(marks, validity)
            seen = session.messages((visit.before | visit.read).others()) if size else []
            self._reads(session, visit, seen, told)
        except LOST:
            return False
        return True

    def _reads(
        self, session: Session, visit: Visit, seen: Sequence[Sight], told: Callable[[], None]
    ) -> None:
        known = visit.before | visit.read
        fresh = [one for one in seen if one.uid not in known]
        numbers = [one.uid for one in fresh if not one.flags & _NOT_SENT]
        visit.left = len(numbers)
        told()
        for start in range(0, len(numbers), CHUNK):
            chunk = numbers[start : start + CHUNK]
            try:
                status, letters = session.letters(chunk)
            except LOST:
                _take(visit, _first(chunk, session.arrived()))
                raise
            found = [letters[uid] for uid in chunk if uid in letters]
            if status != "OK":
                visit.withheld += len(chunk) - len(found)
            _take(visit, found)
            visit.read = visit.read.filled(chunk[-1])
            visit.left = len(numbers) - start - len(chunk)
            told()
        if fresh:
            visit.read = visit.read.filled(fresh[-1].uid)

    def _reconnects(self) -> bool:
        """Try once an account to take the connection up again."""
        if self._session is not None:
            self._session.drop()
        again, self._again, self._session = self._again, None, None
        if again is None:
            return False
        try:
            self._session = again()
        except BookError:
            return False
        return True


def _chosen(address: Address, folders: Sequence[Folder]) -> list[Folder]:
    if not address.folder:
        return letters_of(folders)
    found = named(address.folder, folders)
    if found is None:
        among = ", ".join(one.name for one in folders[:_MOST_NAMED] if one.is_open)
        raise BookError(
            "imap.no-folder", folder=address.folder, account=address.account, among=among
        )
    return [found]


def _first(numbers: Sequence[int], arrived: Mapping[int, Letter]) -> list[Letter]:
    """Return the letters that came through, up to the first that did not."""
    found = []
    for uid in numbers:
        if uid not in arrived:
            break
        found.append(arrived[uid])
    return found


def _take(visit: Visit, letters: Sequence[Letter]) -> None:
    for letter in letters:
        visit.mailbox.take(letter.block, letter.received)
    if letters:
        visit.read = visit.read.filled(letters[-1].uid)
        visit.taken += len(letters)
        visit.left -= len(letters)


def _lost(visit: Visit) -> Problem:
    told = {"n": str(visit.taken), "all": str(visit.taken + visit.left)}
    return Problem("", "imap.lost", told)


def _reading(visit: Visit, *problems: Problem) -> Reading:
    """Return what was read of a folder, marked so that the next import goes on from there."""
    found = visit.mailbox.reading()
    return replace(
        found,
        problems=(*found.problems, *problems),
        mark=mark(visit.validity, visit.read.without(visit.before)),
    )
