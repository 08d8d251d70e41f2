"""Questions put to the tables. Ids given back follow the redirects of merges."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    func,
    or_,
    select,
)

from entregent.domain.facts import Entry, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.people import Person
from entregent.domain.tellings import Telling, Told, spread
from entregent.domain.text import fold
from entregent.domain.words import Origin
from entregent.store.codec import clean
from entregent.store.derive import read_portrait
from entregent.store.facts import Row as FactRow
from entregent.store.facts import decode_fact, decode_texts
from entregent.store.tables import batch, fact, file, person
from entregent.store.tellings import decode_telling, is_telling, kinds_with

CHUNK = 500
"""How many values one statement names at most."""

_Value = TypeVar("_Value")

Identify: TypeAlias = Callable[[ColumnElement[Any]], ColumnElement[Any]]
"""Makes an id of a key: that of who answers (`standing_id`), the key's own (`own_id`), or none."""


def chunks(values: Iterable[_Value], size: int = CHUNK) -> Iterator[list[_Value]]:
    """Yield the values in lists that a statement can name."""
    iterator = iter(values)
    while some := list(islice(iterator, size)):
        yield some


def standing_id(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Return the id under which the person of `column` answers."""
    said, stays = person.alias(), person.alias()
    return (
        select(stays.c.id)
        .join_from(said, stays, stays.c.n == func.coalesce(said.c.root, said.c.n))
        .where(said.c.n == column)
        .scalar_subquery()
    )


def own_id(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Return the id of the person of `column`, whatever merges came later."""
    said = person.alias()
    return select(said.c.id).where(said.c.n == column).scalar_subquery()


def root_of(connection: Connection, one: PersonId) -> int | None:
    """Return the key of the person who answers under this id."""
    root = func.coalesce(person.c.root, person.c.n)
    key: int | None = connection.scalar(select(root).where(person.c.id == one))
    return key


def members(connection: Connection, root: int) -> list[int]:
    """Return the keys of all who are this person: the one who stays and those merged into it."""
    whole = or_(person.c.n == root, person.c.root == root)
    return list(connection.scalars(select(person.c.n).where(whole).order_by(person.c.n)))


def all_keys(connection: Connection, one: PersonId) -> list[int]:
    """Return the keys of all who answer together with this id, or none."""
    root = root_of(connection, one)
    return [] if root is None else members(connection, root)


def portrait_of(connection: Connection, one: PersonId) -> Person | None:
    """Return the portrait of who answers under this id."""
    root = root_of(connection, one)
    text = connection.scalar(select(person.c.portrait).where(person.c.n == root))
    return None if text is None else read_portrait(text)


def portraits(connection: Connection, some: Collection[PersonId] | None) -> list[Person]:
    """Return the portraits of everybody who stays, or of those among `some`, as they came."""
    standing = select(person.c.n, person.c.portrait).where(person.c.root.is_(None))
    if some is None:
        rows = connection.execute(standing).all()
    else:
        named = (standing.where(person.c.id.in_(few)) for few in chunks(some))
        rows = [row for statement in named for row in connection.execute(statement)]
    return [read_portrait(text) for _, text in sorted(rows)]


def found(connection: Connection, words: Sequence[str]) -> list[PersonId]:
    """Return who bears every one of the words, as substrings of their folded words.

    A plain LIKE over at most some 100,000 people answers in tenths of a second, finds the inside
    of words ("gmail", "achat" in "rachats"), runs on both databases, and leaves no index whose
    deleted entries would have to be hunted down when somebody is forgotten, as FTS5 does.
    """
    statement = select(person.c.id).where(person.c.root.is_(None)).order_by(person.c.n)
    for word in words:
        folded = clean(fold(word))
        statement = statement.where(person.c.search.contains(folded, autoescape=True))
    return list(connection.scalars(statement))


def facts_with(identify: Identify = standing_id) -> Select[Any]:
    """Return the statement of all entries in the order they entered the book."""
    return (
        select(
            fact.c.id,
            batch.c.id.label("batch"),
            fact.c.kind,
            identify(fact.c.person).label("person"),
            identify(fact.c.other).label("other"),
            *(fact.c.day, fact.c.data, fact.c.origin, file.c.path, fact.c.record, fact.c.extra),
            fact.c.seq,
        )
        .join_from(fact, batch, fact.c.batch == batch.c.n)
        .outerjoin(file, fact.c.file == file.c.n)
        .order_by(fact.c.seq)
    )


def told_in(row: Sequence[Any]) -> Told:
    """Read a row of `facts_with`."""
    return _told(row, row[3], row[4], Source(Origin(row[7]), row[8] or "", row[9]))


def _told(row: Sequence[Any], person: Any, other: Any, source: Source) -> Told:  # noqa: ANN401
    """Read a row, of which these are the people and the source."""
    extra = decode_texts(row[10])
    if is_telling(row[6]):
        facts = decode_telling(row[2], person, row[6])
        return Telling(FactId(row[0]), BatchId(row[1]), person, facts, source, extra)
    fact = decode_fact(FactRow(row[2], person, other, *row[5:7]))
    return Entry(FactId(row[0]), BatchId(row[1]), fact, source, extra)


def entries(
    connection: Connection, types: Collection[type], who: Sequence[int] | None
) -> list[Entry]:
    """Return the entries of these types (all when empty), of these keys (None: of all)."""
    if not types and who is None:
        return _all_entries(connection)
    statement = facts_with()
    if types:
        statement = statement.where(fact.c.kind.in_(kinds_with(types)))
    if who is not None:
        statement = statement.where(or_(fact.c.person.in_(who), fact.c.other.in_(who)))
    found = spread(told_in(row) for row in connection.execute(statement))
    return [entry for entry in found if not types or type(entry.fact) in types]


def _all_entries(connection: Connection) -> list[Entry]:
    """Return every entry: ids are looked up once for all, and one record's facts share a source."""
    ids = ids_by_key(connection)
    found: list[Told] = []
    said_by: Sequence[Any] = ()
    source = Source(Origin.HAND)
    for row in connection.execute(facts_with(lambda column: column)):
        if row[7:10] != said_by:
            said_by = row[7:10]
            source = Source(Origin(row[7]), row[8] or "", row[9])
        found.append(_told(row, ids.get(row[3]), ids.get(row[4]), source))
    return list(spread(found))


def ids_by_key(connection: Connection, identify: Identify = standing_id) -> dict[int, PersonId]:
    """Return everybody's id by key."""
    rows = connection.execute(select(person.c.n, identify(person.c.n)))
    return {row[0]: PersonId(row[1]) for row in rows}
