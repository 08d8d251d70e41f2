"""What the given paths hold: files that are recognised, and why the others are refused."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from zipfile import ZipInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import tables, workbooks
from entregent.exchange.detect import (
    FORMATS,
    HEAD,
    TABLES,
    Format,
    Kind,
    expected,
    is_blank,
    is_zip,
    recognise,
)
from entregent.exchange.mail.aside import is_aside
from entregent.exchange.mail.folders import letter_boxes
from entregent.exchange.marks import Load
from entregent.exchange.opening import head_of, held, letters, member, plain, size_of
from entregent.exchange.zips import SafeZip, Unreadable

MOST_FILES = 100_000
"""A folder with more files than this is not what anybody meant to give."""

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_TABLE_ENDINGS = (".csv", ".tsv", ".tab")


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


def look(path: Path, survey: Survey) -> None:
    """Look at a path as given: nothing of what it is goes unsaid."""
    if path.is_dir():
        _survey_folder(path, survey)
        return
    key = os.path.realpath(path)
    if key in survey.seen:
        return
    survey.seen.add(key)
    try:
        head = head_of(path)
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
            head = head_of(path)
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
            survey.found.append(Found(label, label, form, partial(letters, box)))
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
        load = partial(held, table)
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
        load = partial(member, archive, info, form.most)
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
    load = partial(plain, path, form.plain_most)
    survey.found.append(Found(label, str(path.parent), form, load, size_of(path)))


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in the order of their names; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path
