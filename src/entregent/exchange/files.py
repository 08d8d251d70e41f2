"""Files, folders and archives as people give them, read one by one in the order that helps."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import detect, facebook, linkedin, tables, whatsapp
from entregent.exchange.detect import FORMATS, TABLES, Format, Kind, Reader
from entregent.exchange.found import Found, Survey
from entregent.exchange.mail import mbox
from entregent.exchange.mail.mbox import MailMemory
from entregent.exchange.marks import Marks
from entregent.exchange.opening import check, check_records
from entregent.exchange.owner import Owner
from entregent.exchange.survey import look
from entregent.exchange.tables import mapping
from entregent.exchange.zips import Unreadable
from entregent.services.ports import AskPassword, BookError, Opened, Tell, Unit

if TYPE_CHECKING:
    from entregent.exchange.imap.reader import Account

OpenLive: TypeAlias = "Callable[[Sequence[str], AskPassword | None], Iterator[Account]]"
"""Logs in to accounts by their addresses, one after the other; raises BookError."""

_AN_EXPORT = 3
"""As many of LinkedIn's tables side by side are an export, not files that happen to meet."""

_ASKING = frozenset({Kind.WHATSAPP})
"""What may be read in another way the next time, when a question is answered otherwise."""
_LISTS = frozenset({Origin.VCARD, Origin.LINKEDIN, Origin.GOOGLE, Origin.OUTLOOK, Origin.TABLE})
_TOGETHER = frozenset({Kind.LINKEDIN, Kind.FACEBOOK, Kind.WHATSAPP})


class FileReaders:
    """Recognises files by content and reads them, in the owner's time zone."""

    def __init__(self, zone: ZoneInfo, open_live: "OpenLive | None" = None) -> None:
        """Keep the zone in which instants become days, and what opens a mailbox on a server."""
        self._zone = zone
        self._open_live = open_live

    def read(self, opened: Opened) -> Iterator[Reading]:
        """Yield a reading a file, those that tell who the owner is first.

        They are unread, and say so by `again`, when they are just the files of one import among
        `before`, and hold the very same bytes.
        Raises BookError, before anything is read, when a path is not there or cannot be opened,
        or when the forced format has no such name.
        """
        forced = _forced(opened.as_kind)
        with ExitStack() as stack:
            survey = Survey(forced, stack, mapping.checked(opened.columns))
            for path in opened.paths:
                check(path)
            for path in opened.paths:
                look(path, survey)
            mapping.check_columns(survey.columns, survey.headers)
            live = self._live(opened, stack)
            marks = Marks(opened, self._zone)
            found = [_noted(each, marks) for each in survey.found]
            loads = {each.label: each.load for each in found}
            if not live and not survey.refused and marks.unchanged(loads):
                yield from (_again(each, marks) for each in found)
                return
            owner = Owner()
            owner.add(opened.owner)
            memory = MailMemory()
            for reading in self._readings(found, opened, owner, memory):
                owner.learn(reading)
                mark = reading.mark or marks.made.get(reading.path, "")
                yield replace(reading, mark=mark)
            yield from survey.refused
            for account in live:
                yield from account.readings(self._zone, memory, opened.marks, opened.tell)

    def _live(self, opened: Opened, stack: ExitStack) -> "Sequence[Account]":
        """Log in to every account before anything is read."""
        if self._open_live is None or not opened.addresses:
            return ()
        accounts = self._open_live(opened.addresses, opened.password)
        return [stack.enter_context(closing(account)) for account in accounts]

    def _readings(
        self, found: Sequence[Found], opened: Opened, owner: Owner, memory: MailMemory
    ) -> Iterator[Reading]:
        order = list(Kind)
        exports: dict[tuple[Kind, str], list[Found]] = {}
        found = _without_rest_of_exports(found)
        course = _Course(opened.tell, sum(each.size for each in found))
        for each in found:
            exports.setdefault(_together(each), []).append(each)
        for each in sorted(found, key=lambda item: order.index(item.form.kind)):
            course.reach(each)
            if each.form.kind is Kind.MBOX:
                hear = partial(course.within, each) if opened.tell else None
                yield self._reading(each, partial(mbox.read, memory=memory, hear=hear))
            elif each.form.kind in TABLES:
                read = partial(tables.READERS[each.form.origin], mapped=opened.columns)
                yield self._reading(each, read)
            elif each.form.kind not in _TOGETHER:
                yield self._reading(each, each.form.read)
            elif export := exports.pop(_together(each), None):
                yield from self._export(export, opened, owner)
            course.done += each.size

    def _reading(self, found: Found, read: Reader) -> Reading:
        """Read one file."""
        try:
            with found.load() as data:
                check_records(data, found.form)
                return _peopled(read(data, found.label, zone=self._zone))
        except Unreadable as error:
            return _unreadable(found, error)

    def _export(self, export: Sequence[Found], opened: Opened, owner: Owner) -> Iterator[Reading]:
        """Read together the tables of one export, or all conversations: they explain each other."""
        files: list[tuple[str, bytes]] = []
        for found in export:
            try:
                with found.load() as data:
                    check_records(data, found.form)
                    files.append((found.label, bytes(data)))
            except Unreadable as error:
                yield _unreadable(found, error)
        match export[0].form.kind:
            case Kind.WHATSAPP:
                order, ask = opened.dates, opened.ask
                yield from whatsapp.read_chats(files, owner=owner, order=order, ask=ask)
            case Kind.FACEBOOK:
                yield from facebook.read_export(files, zone=self._zone, owner=owner)
            case _:
                readings = linkedin.read_export(files, zone=self._zone)
                yield from map(_peopled, readings)


@dataclass(slots=True)
class _Course:
    """How far the reading of files is, in bytes."""

    tell: Tell | None
    every: int
    done: int = 0

    def reach(self, found: Found) -> None:
        """Tell that a file is about to be read."""
        self.within(found, 0, 1)

    def within(self, found: Found, done: int, every: int) -> None:
        """Tell how much of a file is read; packed, it has more bytes than on the disk."""
        if self.tell:
            self.tell(found.label, self.done + found.size * done // every, self.every, Unit.BYTES)


def _noted(found: Found, marks: Marks) -> Found:
    if found.form.kind in _ASKING:
        return found
    return replace(found, load=marks.noting(found.label, found.load))


def _again(found: Found, marks: Marks) -> Reading:
    mark = marks.made[found.label]
    return Reading(found.label, found.form.origin, read=0, mark=mark, again=True)


def _together(found: Found) -> tuple[Kind, str]:
    """Name what a file is read together with: its own export, or all conversations there are."""
    kind = found.form.kind
    return kind, found.holder if kind is Kind.LINKEDIN else ""


def _forced(kind: str | None) -> Format | None:
    if kind is None:
        return None
    if kind not in set(Kind):
        raise BookError("import.unknown-kind", kind=kind, kinds=", ".join(Kind))
    return FORMATS[Kind(kind)]


def _without_rest_of_exports(found: Sequence[Found]) -> list[Found]:
    """Leave out lists that stand among the tables of a LinkedIn export: they are its own."""
    tables_of = Counter(one.holder for one in found if one.form.kind is Kind.LINKEDIN)
    exports = {holder for holder, count in tables_of.items() if count >= _AN_EXPORT}
    return [
        one
        for one in found
        if one.form.kind not in TABLES
        or not any(f"{one.holder}/".startswith(f"{export}/") for export in exports)
    ]


def _peopled(reading: Reading) -> Reading:
    """Refuse a reading of more people than anybody knows; mail is not bounded so."""
    if reading.origin not in _LISTS or len(reading.cards) <= detect.MOST_PEOPLE:
        return reading
    return Reading(reading.path, reading.origin, 0, problems=(Problem("", "import.too-big"),))


def _unreadable(found: Found, error: Unreadable) -> Reading:
    problem = Problem("", error.key, error.details)
    return Reading(found.label, found.form.origin, 0, problems=(problem,))
