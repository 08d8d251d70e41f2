"""What the given paths hold: files that are recognised, and why the others are refused."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from entregent.exchange import archives
from entregent.exchange.detect import FORMATS, Format, Kind, expected, is_blank, is_zip
from entregent.exchange.found import TABLE_ENDINGS, Found, Survey
from entregent.exchange.mail.folders import letter_boxes
from entregent.exchange.opening import head_of, letters, plain, size_of

MOST_FILES = 100_000
"""A folder with more files than this is not what anybody meant to give."""

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


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
        archives.look_into(path, str(path), survey)
    elif is_blank(head):
        survey.refuse(str(path), "import.empty")
    elif form := _given(head, path.name, survey):
        _keep_plain(path, str(path), form, survey)
    elif expected(path.name) or path.suffix.lower() == ".zip":
        survey.refuse(str(path), "import.not-what-it-says")
    elif head.startswith(_OLD_WORKBOOK):
        survey.refuse(str(path), "table.workbook")
    elif path.suffix.lower() in TABLE_ENDINGS:
        survey.refuse_table(str(path), head)
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
            archives.look_into(path, str(path), survey, lenient=True)
        elif form := survey.inside(head, str(path)):
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
