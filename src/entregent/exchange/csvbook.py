"""Writes people as a table, one row each, in the columns that Google's address book reads."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from entregent.domain.people import Person
from entregent.domain.words import Said
from entregent.exchange.cells import defused

_JOINED = " ::: "
_Cells: TypeAlias = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column, or several side by side, that stand once for each value somebody has.

    `again` is how they are called from the second on, with `{}` for the number.
    """

    titles: _Cells
    again: _Cells
    values: Callable[[Person], Sequence[_Cells]]
    least: int = 0


def _one(title: str, value: Callable[[Person], str]) -> _Column:
    return _Column((title,), (title,), lambda person: [(value(person),)], least=1)


def _many(title: str, values: Callable[[Person], Sequence[str]]) -> _Column:
    return _Column(
        (title,), (f"{title} {{}}",), lambda person: [(v,) for v in values(person)], least=1
    )


def _typed(title: str, values: Callable[[Person], Sequence[str]]) -> _Column:
    titles = (f"{title} {{}} - Type", f"{title} {{}} - Value")
    return _Column(titles, titles, lambda person: [("", value) for value in values(person)])


def _details(said: Said) -> Callable[[Person], list[str]]:
    return lambda person: [value for word, value in person.details if word is said]


def _joined(said: Said) -> Callable[[Person], str]:
    return lambda person: _JOINED.join(_details(said)(person))


def _names(person: Person) -> list[str]:
    others = [name for name in person.names if name != person.name]
    return [person.name, *others]


def _jobs(person: Person) -> list[_Cells]:
    """Return what is held now, those with a title first: readers pair what is not blank."""
    now = [(job.company, job.title) for job in person.positions if job.end is None]
    titles = {title for _, title in now}
    if person.title and person.title not in titles:
        now.append(("", person.title))
    return sorted(now, key=lambda job: not job[1])


_COLUMNS = (
    _many("Name", _names),
    _one("Given Name", _joined(Said.GIVEN)),
    _one("Family Name", _joined(Said.FAMILY)),
    _one("Birthday", _joined(Said.BIRTHDAY)),
    _one("Location", _joined(Said.PLACE)),
    _one("Language", lambda person: person.lang),
    _one("Group Membership", lambda person: _JOINED.join(person.tags)),
    _one("Circle", lambda person: _JOINED.join(person.circles)),
    _one("Sector", lambda person: _JOINED.join(person.sectors)),
    _many("Notes", _details(Said.NOTE)),
    _typed("E-mail", lambda person: person.emails),
    _typed("Phone", lambda person: person.phones),
    _Column(
        ("Organization {} - Name", "Organization {} - Title"),
        ("Organization {} - Name", "Organization {} - Title"),
        _jobs,
    ),
    _typed("Website", lambda person: person.urls),
)


def write(people: Iterable[Person]) -> str:
    """Return the table, its lines ended by CR LF; positions that ended are not in it.

    A cell that a spreadsheet would run begins with `'`.
    """
    rows = list(people)
    widths = [max([c.least, *(len(c.values(person)) for person in rows)]) for c in _COLUMNS]
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    columns = list(zip(_COLUMNS, widths, strict=True))
    table.writerow([title for column, width in columns for title in _header(column, width)])
    for person in rows:
        cells = [cell for column, width in columns for cell in _cells(column, width, person)]
        table.writerow(map(defused, cells))
    return written.getvalue()


def _header(column: _Column, width: int) -> list[str]:
    return [
        title.format(number)
        for number in range(1, width + 1)
        for title in (column.titles if number == 1 else column.again)
    ]


def _cells(column: _Column, width: int, person: Person) -> list[str]:
    values = column.values(person)
    blank = [""] * len(column.titles)
    return [cell for value in [*values, *[blank] * (width - len(values))] for cell in value]
