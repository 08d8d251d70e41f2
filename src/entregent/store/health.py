"""What `doctor` wants to know: that the book is whole, and what is derived agrees with it."""

from collections.abc import Callable, Iterator, Sized
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from entregent.domain.ids import PersonId
from entregent.store import tracing
from entregent.store.codec import CodecError
from entregent.store.drawing import batch_order, drawn, redraw
from entregent.store.encounters import encounters_with, read_encounter
from entregent.store.goals import goals
from entregent.store.lines import batch_lines
from entregent.store.plain import chunks, entries
from entregent.store.reading import ids_by_key, plainly
from entregent.store.tables import batch, encounter, fact, goal, person
from entregent.store.writing import reroot

_COUNTED: tuple[Table, ...] = (person, fact, encounter, batch, goal)


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a book.

    `troubles` are the database's own words about damage; `unreadable` are tables with a row that
    is not what it says; `stale` are people of whom something derived disagrees with the facts
    (a rebuild mends them); `counts` are rows by table, and of facts every one.
    """

    troubles: tuple[str, ...]
    unreadable: tuple[str, ...]
    stale: tuple[PersonId, ...]
    counts: dict[str, int]

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.troubles or self.unreadable or self.stale)


def check(connection: Connection, troubles: list[str]) -> Health:
    """Read everything once, derive it again, and compare; nothing is changed."""
    read = dict(_read(connection))
    unreadable = tuple(name for name, count in read.items() if count is None)
    counts = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in _COUNTED
    }
    return Health(
        troubles=tuple(troubles),
        unreadable=unreadable,
        stale=() if unreadable else tuple(_stale(connection)),
        counts={name: read.get(name) or count for name, count in counts.items()},
    )


def rebuild(connection: Connection) -> None:
    """Derive anew where redirects end, all portraits, all search words, and all sums."""
    reroot(connection)
    tracing.refill(plainly(connection))
    redraw(connection, connection.scalars(select(person.c.n)).all())


def _read(connection: Connection) -> Iterator[tuple[str, int | None]]:
    """Yield how much each table holds; None where a row of it cannot be read."""
    ids = ids_by_key(connection)
    readers: dict[str, Callable[[], Sized]] = {
        "fact": lambda: entries(plainly(connection), (), None),
        "encounter": lambda: [
            read_encounter(row, ids) for row in connection.execute(encounters_with())
        ],
        "batch": lambda: batch_lines(plainly(connection)),
        "goal": lambda: goals(plainly(connection)),
    }
    for name, read in readers.items():
        try:
            yield name, len(read())
        except (CodecError, ValueError, KeyError):
            yield name, None


def _stale(connection: Connection) -> Iterator[PersonId]:
    wrong = set(tracing.stale(plainly(connection)))
    order = batch_order(connection)
    columns = person.c
    standing = select(columns.n, columns.id, columns.portrait, columns.search)
    rows = connection.execute(standing.where(columns.root.is_(None)).order_by(columns.n)).all()
    for some in chunks(rows):
        fresh = {row[0]: row[1:] for row in drawn(connection, [row.n for row in some], order)}
        for row in some:
            if (row.portrait, row.search) != fresh[row.n] or row.n in wrong:
                yield PersonId(row.id)
