"""An organiser's lists and tables, read and written; how long planning took."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from entregent.services.matching.brought import Agreement, Brought, People, Scored
from entregent.services.matching.hours import Timed


def attendees(path: Path) -> People:
    """Read who comes; see `exchange.attendees.file`."""
    from entregent.exchange.attendees.file import read_people

    return read_people(path)


def scores(path: Path, known: Collection[str]) -> Brought[Scored]:
    """Read scores given by hand."""
    from entregent.exchange.attendees.file import read_scores

    return read_scores(path, known)


def agreed(path: Path, known: Collection[str]) -> Brought[Agreement]:
    """Read meetings agreed already."""
    from entregent.exchange.attendees.file import read_agreed

    return read_agreed(path, known)


def invented_words() -> Mapping[str, Any]:
    """Return the names and words that invented attendees are made of."""
    from entregent.bootstrap import catalogue

    return catalogue().template("matching/invented")


def table_of_meetings(rows: Iterable[Sequence[object]]) -> bytes:
    """Return `meetings.csv`."""
    from entregent.exchange.attendees import written

    return written.write(written.MEETINGS, rows)


def table_of_tables(rows: Iterable[Sequence[object]]) -> bytes:
    """Return `tables.csv`."""
    from entregent.exchange.attendees import written

    return written.write(written.TABLES, rows)


def rows_of(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of one of these tables."""
    from entregent.exchange.attendees.written import read

    return read(data)


def calendar(events: Iterable[Timed], *, name: str, lang: str, written: date) -> bytes:
    """Return somebody's meetings as a calendar file."""
    from entregent.exchange.attendees.days import calendar as spelled

    return spelled(events, name=name, lang=lang, written=written)


def keep(folder: Path, files: Collection[str], until: date) -> tuple[str, bytes]:
    """Delete what an earlier result left, and return the file that says until when to keep."""
    from entregent.exchange.attendees import kept

    kept.delete(folder, kept.stale(folder, files))
    return kept.NAME, kept.spelled(kept.Kept(until, tuple(files)))


def cleaned(folder: Path, today: date) -> tuple[date, int]:
    """Delete a result whose day is over; return that day and how many files went.

    Raises BookError: match.not-kept, file.unwritable.
    """
    from entregent.exchange.attendees import kept

    held = kept.read(folder)
    if today <= held.until:
        return held.until, 0
    kept.delete(folder, [*held.files, kept.NAME])
    return held.until, len(held.files)


def stopwatch() -> float:
    """Return the seconds of computing so far."""
    return time.process_time()
