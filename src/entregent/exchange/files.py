"""Files, folders and archives as people give them: found, recognised, read one by one."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZipInfo
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import detect, facebook, linkedin, tables, whatsapp, workbooks
from entregent.exchange.detect import (
    FORMATS,
    HEAD,
    MEGABYTE,
    TABLES,
    Format,
    Kind,
    expected,
    is_blank,
    is_zip,
    recognise,
)
from entregent.exchange.gzips import is_gzip, unpacked, unpacked_head
from entregent.exchange.mail import mbox
from entregent.exchange.mail.aside import is_aside
from entregent.exchange.mail.folders import LetterBox, letter_boxes
from entregent.exchange.mail.mbox import MailMemory
from entregent.exchange.marks import Load, Marks
from entregent.exchange.owner import Owner
from entregent.exchange.tables import mapping
from entregent.exchange.zips import SafeZip, Unreadable
from entregent.services.ports import AskPassword, BookError, Opened, Tell, Unit

if TYPE_CHECKING:
    from entregent.exchange.imap.reader import Account

OpenLive: TypeAlias = "Callable[[Sequence[str], AskPassword | None], Iterator[Account]]"
"""Logs in to accounts by their addresses, one after the other; raises BookError."""

MOST_FILES = 100_000
"""A folder with more files than this is not what anybody meant to give."""


_AN_EXPORT = 3
"""As many of LinkedIn's tables side by side are an export, not files that happen to meet."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was recognised: its name for people, what holds it, how to get its bytes.

    `size` is in bytes, as it lies on the disk or in its archive.
    """

    label: str
    holder: str
    form: Format
    load: Load
    size: int = 0


@dataclass(slots=True)
class Survey:
    """What the given paths hold: files to read, and readings of those that cannot be."""

    forced: Format | None
    stack: ExitStack
    columns: Mapping[str, str] | None = None
    found: list[Found] = field(default_factory=list)
    refused: list[Reading] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    headers: list[str] = field(default_factory=list)

    def known(self, head: bytes, name: str) -> Format | None:
        """Recognise a file; one with a column that the owner names is a table."""
        form = recognise(head, name)
        if form is None or form.kind in TABLES:
            titles = tables.headers_of(head, self.columns)
            self.headers += titles
            form = form or (FORMATS[Kind.TABLE] if titles else None)
            if form is None and self.columns and name.lower().endswith(_TABLE_ENDINGS):
                self.headers += tables.first_line_of(head)
        return form

    def refuse(self, label: str, what: str, **details: str) -> None:
        """Note that a file cannot be read, and why."""
        form = self.forced or expected(label)
        origin = form.origin if form else Origin.UNKNOWN
        self.refused.append(Reading(label, origin, 0, problems=(Problem("", what, details),)))


class FileReaders:
    """Recognises files by content and reads them, in the owner's time zone."""

    def __init__(self, zone: ZoneInfo, open_live: "OpenLive | None" = None) -> None:
        """Keep the zone in which instants become days, and what opens a mailbox on a server."""
        self._zone = zone
        self._open_live = open_live

    def read(self, opened: Opened) -> Iterator[Reading]:
        """Yield a reading a file, those that tell who the owner is first.

        Yields nothing when the files are just those of `before`, and hold the very same bytes.
        Raises BookError, before anything is read, when a path is not there or cannot be opened,
        or when the forced format has no such name.
        """
        forced = _forced(opened.as_kind)
        with ExitStack() as stack:
            survey = Survey(forced, stack, mapping.checked(opened.columns))
            for path in opened.paths:
                _check(path)
            for path in opened.paths:
                _survey(path, survey)
            mapping.check_columns(survey.columns, survey.headers)
            live = self._live(opened, stack)
            marks = Marks(opened, self._zone)
            found = [_noted(each, marks) for each in survey.found]
            loads = {each.label: each.load for each in found}
            if not live and not survey.refused and marks.unchanged(loads):
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
            if each.form.kind not in _TOGETHER:
                yield self._reading(each, memory, opened.columns)
            elif export := exports.pop(_together(each), None):
                yield from self._export(export, opened, owner)

    def _reading(
        self, found: Found, memory: MailMemory, columns: Mapping[str, str] | None
    ) -> Reading:
        """Read one file; a reply may stand in another mailbox than what it answers."""
        read = found.form.read
        if found.form.kind is Kind.MBOX:
            read = partial(mbox.read, memory=memory)
        elif found.form.kind in TABLES:
            read = partial(tables.READERS[found.form.origin], mapped=columns)
        try:
            with found.load() as data:
                _bounded(data, found.form)
                return _peopled(read(data, found.label, zone=self._zone))
        except Unreadable as error:
            return _unreadable(found, error)

    def _export(self, export: Sequence[Found], opened: Opened, owner: Owner) -> Iterator[Reading]:
        """Read together the tables of one export, or all conversations: they explain each other."""
        files: list[tuple[str, bytes]] = []
        for found in export:
            try:
                with found.load() as data:
                    _bounded(data, found.form)
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
        if self.tell:
            self.tell(found.label, self.done, self.every, Unit.BYTES)
        self.done += found.size


_ASKING = frozenset({Kind.WHATSAPP})
"""What may be read in another way the next time, when a question is answered otherwise."""
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_TABLE_ENDINGS = (".csv", ".tsv", ".tab")
_LISTS = frozenset({Origin.VCARD, Origin.LINKEDIN, Origin.GOOGLE, Origin.OUTLOOK, Origin.TABLE})
_TOGETHER = frozenset({Kind.LINKEDIN, Kind.FACEBOOK, Kind.WHATSAPP})


def _noted(found: Found, marks: Marks) -> Found:
    if found.form.kind in _ASKING:
        return found
    return replace(found, load=marks.noting(found.label, found.load))


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


def _check(path: Path) -> None:
    """Raise BookError unless a path is a folder that can be listed or a file that can be read."""
    try:
        there = path.exists()
        readable = there and os.access(path, os.R_OK) and (path.is_dir() or path.is_file())
    except OSError:
        there, readable = True, False
    if not there:
        raise BookError("import.no-such-file", path=str(path))
    if not readable:
        raise BookError("import.unreadable", path=str(path))


def _bounded(data: bytes | mmap, form: Format) -> None:
    """Raise Unreadable for more records than anybody has, before they fill the memory."""
    most = min(form.most_records or detect.MOST_RECORDS, detect.MOST_RECORDS)
    if form.begins and _count(data, form.begins) > most:
        raise Unreadable("import.too-big")


def _count(data: bytes | mmap, mark: bytes) -> int:
    """Count a mark in a file, in either case, a piece at a time."""
    pieces = (data[at : at + MEGABYTE] for at in range(0, len(data), MEGABYTE))
    return sum(piece.upper().count(mark) for piece in pieces)


def _peopled(reading: Reading) -> Reading:
    """Refuse a reading of more people than anybody knows; mail is not bounded so."""
    if reading.origin not in _LISTS or len(reading.cards) <= detect.MOST_PEOPLE:
        return reading
    return Reading(reading.path, reading.origin, 0, problems=(Problem("", "import.too-big"),))


def _unreadable(found: Found, error: Unreadable) -> Reading:
    problem = Problem("", error.key, error.details)
    return Reading(found.label, found.form.origin, 0, problems=(problem,))


def _survey(path: Path, survey: Survey) -> None:
    """Look at a path as given: nothing of what it is goes unsaid."""
    if path.is_dir():
        _survey_folder(path, survey)
        return
    key = os.path.realpath(path)
    if key in survey.seen:
        return
    survey.seen.add(key)
    try:
        head = _head(path)
    except OSError:
        survey.refuse(str(path), "import.unreadable", path=str(path))
        return
    if is_zip(head):
        _survey_zip(path, str(path), survey)
    elif is_blank(head):
        survey.refuse(str(path), "import.empty")
    elif form := _given(head, path.name, survey):
        _keep_plain(path, str(path), form, survey)
    elif expected(path.name) or path.suffix.lower() == ".zip":
        survey.refuse(str(path), "import.not-what-it-says")
    elif head.startswith(_OLD_WORKBOOK):
        survey.refuse(str(path), "table.workbook")
    elif path.suffix.lower() in _TABLE_ENDINGS:
        survey.refuse(str(path), "table.no-header")
    else:
        survey.refuse(str(path), "import.unknown-format")


def _given(head: bytes, name: str, survey: Survey) -> Format | None:
    """Return the format of a file given by itself: the one forced, else the one recognised."""
    form = survey.known(head, name)
    return survey.forced or form


def _survey_folder(folder: Path, survey: Survey) -> None:
    """Look into a folder: what we do not know is left alone, if there is anything we know."""
    before = len(survey.found) + len(survey.refused)
    again = False
    _survey_letters(folder, survey)
    for number, path in enumerate(_walk(folder)):
        if number >= MOST_FILES:
            survey.refuse(str(folder), "import.too-many-files")
            return
        key = os.path.realpath(path)
        if key in survey.seen:
            again = True
            continue
        try:
            head = _head(path)
        except OSError:
            survey.refuse(str(path), "import.unreadable", path=str(path))
            continue
        survey.seen.add(key)
        if is_zip(head):
            _survey_zip(path, str(path), survey, lenient=True)
        elif form := _inside(head, str(path), survey):
            _keep_plain(path, str(path), form, survey)
    if len(survey.found) + len(survey.refused) == before and not again:
        survey.refuse(str(folder), "import.nothing-known")


def _survey_letters(folder: Path, survey: Survey) -> None:
    """Find the mail that is kept one message a file: each folder of it is one source."""
    form = FORMATS[Kind.MBOX]
    if survey.forced not in (None, form):
        return
    for box in letter_boxes(folder):
        keys = {os.path.realpath(path) for path in box.letters}
        if not keys <= survey.seen:
            label = str(box.folder)
            survey.found.append(Found(label, label, form, partial(_letters, box)))
            survey.seen |= keys


def _survey_zip(path: Path, label: str, survey: Survey, *, lenient: bool = False) -> None:
    """Look into an archive, as into a folder; archives inside it stay closed."""
    before = len(survey.found) + len(survey.refused)
    try:
        archive = survey.stack.enter_context(SafeZip(path))
        locked, members = 0, dict(archive.members())
        if workbooks.WORKBOOK in members:
            _survey_workbook(archive, members, path, survey)
            return
        for name, info in members.items():
            locked += info.flag_bits & 1
            _survey_member(archive, info, f"{label}/{name}", survey)
    except Unreadable as error:
        survey.refuse(label, error.key, **error.details)
        return
    if locked:
        survey.refuse(label, "import.encrypted", n=str(locked))
    elif len(survey.found) + len(survey.refused) == before and not lenient:
        survey.refuse(label, "import.nothing-known")


def _survey_workbook(
    archive: SafeZip, members: Mapping[str, ZipInfo], path: Path, survey: Survey
) -> None:
    """Look at the first sheet of a workbook as at the table it is."""

    def part(name: str) -> bytes | None:
        info = members.get(name)
        return archive.whole(info, workbooks.MOST) if info else None

    table = workbooks.table_of(part)
    label = str(path)
    form = survey.known(table[:HEAD], f"{path.name}.csv")
    form = survey.forced or form
    if form is None:
        survey.refuse(label, "import.empty" if is_blank(table[:HEAD]) else "table.no-header")
    else:
        load = partial(_held, table)
        survey.found.append(Found(label, str(path.parent), form, load))


def _survey_member(archive: SafeZip, info: ZipInfo, label: str, survey: Survey) -> None:
    if info.flag_bits & 1:
        return
    try:
        head = archive.head(info, HEAD)
    except Unreadable as error:
        survey.refuse(label, error.key, **error.details)
        return
    form = _inside(head, label, survey)
    if form:
        load = partial(_member, archive, info, form.most)
        survey.found.append(Found(label, label.rpartition("/")[0], form, load, info.file_size))


def _inside(head: bytes, label: str, survey: Survey) -> Format | None:
    """Return the format of a file in a folder or archive; say so if its name promised one."""
    name = label.rpartition("/")[2]
    form = survey.known(head, name)
    if form and form.kind is Kind.MBOX and is_aside(name.removesuffix(".gz").removesuffix(".mbox")):
        return None
    if form is None and expected(label):
        survey.refuse(label, "import.empty" if is_blank(head) else "import.not-what-it-says")
    return form if survey.forced in (None, form) else None


def _keep_plain(path: Path, label: str, form: Format, survey: Survey) -> None:
    load = partial(_plain, path, form.plain_most)
    survey.found.append(Found(label, str(path.parent), form, load, _size(path)))


def _size(path: Path) -> int:
    """Return how many bytes a file has, none when it vanished meanwhile."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _plain(path: Path, most: int | None) -> Iterator[bytes | mmap]:
    """Give a file's bytes: in memory when it is small, else mapped."""
    try:
        with path.open("rb") as file:
            if is_gzip(file.peek(HEAD)):
                with unpacked(path, FORMATS[Kind.MBOX].most if most is None else most) as plain:
                    yield plain
                return
            size = os.fstat(file.fileno()).st_size
            if most is not None and size > most:
                raise Unreadable("import.too-big")
            if size < MEGABYTE:
                yield file.read()
                return
            with mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
                yield mapped
    except OSError as error:
        raise Unreadable("import.unreadable", path=str(path)) from error


@contextmanager
def _held(data: bytes) -> Iterator[bytes]:
    yield data


@contextmanager
def _letters(box: LetterBox) -> Iterator[bytes]:
    yield box.headers()


@contextmanager
def _member(archive: SafeZip, info: ZipInfo, most: int) -> Iterator[bytes]:
    yield archive.whole(info, most)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(HEAD)
    return unpacked_head(head, HEAD) if is_gzip(head) else head


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in the order of their names; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path
