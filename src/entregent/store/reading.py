"""Questions put to the tables. Ids given back follow the redirects of merges."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    ScalarSelect,
    Select,
    case,
    cast,
    func,
    literal,
    or_,
    select,
)

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.text import fold
from entregent.domain.words import Channel, Origin
from entregent.store.codec import clean, coder, from_json
from entregent.store.derive import FAR, read_portrait
from entregent.store.facts import Row as FactRow
from entregent.store.facts import decode_fact, decode_texts
from entregent.store.tables import batch, encounter, fact, file, goal, person

CHUNK = 500
"""How many values one statement names at most."""

_FILES = coder(tuple[FileReport, ...])
_GOAL = coder(Goal)
_CHANNELS = {channel.value: channel for channel in Channel}
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


def entry(row: Sequence[Any]) -> Entry:
    """Read a row of `facts_with`."""
    return Entry(
        id=FactId(row[0]),
        batch=BatchId(row[1]),
        fact=decode_fact(FactRow(*row[2:7])),
        source=Source(Origin(row[7]), row[8] or "", row[9]),
        extra=decode_texts(row[10]),
    )


def entries(
    connection: Connection, types: Collection[type], who: Sequence[int] | None
) -> list[Entry]:
    """Return the entries of these types (all when empty), of these keys (None: of all)."""
    if not types and who is None:
        return _all_entries(connection)
    statement = facts_with()
    if types:
        statement = statement.where(fact.c.kind.in_([kind.__name__ for kind in types]))
    if who is not None:
        statement = statement.where(or_(fact.c.person.in_(who), fact.c.other.in_(who)))
    return [entry(row) for row in connection.execute(statement)]


def _all_entries(connection: Connection) -> list[Entry]:
    """Return every entry: ids are looked up once for all, and one record's facts share a source."""
    ids = ids_by_key(connection)
    found = []
    said_by: Sequence[Any] = ()
    source = Source(Origin.HAND)
    for row in connection.execute(facts_with(lambda column: column)):
        if row[7:10] != said_by:
            said_by = row[7:10]
            source = Source(Origin(row[7]), row[8] or "", row[9])
        said = decode_fact(FactRow(row[2], ids.get(row[3]), ids.get(row[4]), *row[5:7]))
        texts = decode_texts(row[10])
        found.append(Entry(FactId(row[0]), BatchId(row[1]), said, source, texts))
    return found


def encounters_with(who: Sequence[int] | None = None) -> Select[Any]:
    """Return the statement of encounters by date; persons are keys."""
    columns = encounter.c
    statement = (
        select(
            *(columns.person, columns.other, columns.day, columns.channel, columns.place),
            *(columns.note, columns.key, columns.origin, file.c.path, columns.record),
            batch.c.id,
            columns.seq,
        )
        .join_from(encounter, batch, columns.batch == batch.c.n)
        .outerjoin(file, columns.file == file.c.n)
        .order_by(columns.day, columns.seq)
    )
    if who is None:
        return statement
    return statement.where(or_(columns.person.in_(who), columns.other.in_(who)))


def read_encounter(
    row: Sequence[Any], ids: dict[int, PersonId]
) -> tuple[Encounter, Source, BatchId]:
    """Read a row of `encounters_with`; `ids` names the keys."""
    met = Encounter(
        person=ids[row[0]],
        other=ids[row[1]],
        on=date.fromordinal(row[2]),
        channel=_CHANNELS[row[3]],
        where=row[4],
        note=row[5],
        key=row[6] or "",
    )
    return met, Source(Origin(row[7]), row[8] or "", row[9]), BatchId(row[10])


def encounters(
    connection: Connection, who: Sequence[int] | None
) -> Iterator[tuple[Encounter, Source, BatchId]]:
    """Yield encounters by date, of these keys (None: of all)."""
    ids = ids_by_key(connection)
    for row in connection.execute(encounters_with(who)):
        yield read_encounter(row, ids)


def ids_by_key(connection: Connection, identify: Identify = standing_id) -> dict[int, PersonId]:
    """Return everybody's id by key."""
    rows = connection.execute(select(person.c.n, identify(person.c.n)))
    return {row[0]: PersonId(row[1]) for row in rows}


def traces(
    connection: Connection, until: date, landmark: date, half_life_days: float
) -> list[Trace]:
    """Add up the encounters in the database, first by keys, then by who answers."""
    columns = encounter.c
    half_lives = (columns.day - landmark.toordinal()) / cast(half_life_days, Float(53))
    bounded = case((half_lives > FAR, FAR), (half_lives < -FAR, -FAR), else_=half_lives)
    summed = (
        select(
            *(columns.person, columns.other, columns.channel),
            func.sum(func.pow(cast(literal(2.0), Float(53)), bounded)).label("weight"),
            func.count().label("count"),
            func.min(columns.day).label("first"),
            func.max(columns.day).label("last"),
        )
        .where(columns.day <= until.toordinal())
        .group_by(columns.person, columns.other, columns.channel)
        .subquery()
    )
    a, b, one, two = person.alias(), person.alias(), person.alias(), person.alias()
    statement = (
        select(
            *(one.c.id, two.c.id, summed.c.channel, func.sum(summed.c.weight)),
            *(func.sum(summed.c.count), func.min(summed.c.first), func.max(summed.c.last)),
        )
        .join_from(summed, a, a.c.n == summed.c.person)
        .join(b, b.c.n == summed.c.other)
        .join(one, one.c.n == func.coalesce(a.c.root, a.c.n))
        .join(two, two.c.n == func.coalesce(b.c.root, b.c.n))
        .where(one.c.n != two.c.n)
        .group_by(one.c.n, one.c.id, two.c.n, two.c.id, summed.c.channel)
        .order_by(one.c.n, two.c.n, summed.c.channel)
    )
    return [
        Trace(
            *(PersonId(row[0]), PersonId(row[1]), _CHANNELS[row[2]], row[3], int(row[4])),
            *(date.fromordinal(row[5]), date.fromordinal(row[6])),
        )
        for row in connection.execute(statement).all()
    ]


def known_keys(connection: Connection, keys: Collection[str]) -> set[str]:
    """Return those of the keys that an encounter bears."""
    first = select(encounter.c.key).where(encounter.c.key.is_not(None)).limit(1)
    if connection.scalar(first) is None:
        return set()
    cleaned = {clean(key): key for key in keys if key}
    known: set[str] = set()
    for some in chunks(cleaned):
        borne = select(encounter.c.key).where(encounter.c.key.in_(some)).distinct()
        known.update(connection.scalars(borne))
    return {cleaned[key] for key in known}


def goals(connection: Connection, identify: Identify = standing_id) -> list[Goal]:
    """Return the planned asks, oldest first."""
    statement = select(goal.c.data, identify(goal.c.person)).order_by(goal.c.seq)
    return [read_goal(data, target) for data, target in connection.execute(statement)]


def read_goal(data: str, target: PersonId | None) -> Goal:
    """Read a goal's columns; `target` stands for the person named in the data."""
    read: Goal = _GOAL.decode(from_json(data))
    return read if target is None else replace(read, target=ToPerson(target))


def batch_lines(connection: Connection) -> list[BatchLine]:
    """Return the batches, oldest first."""
    columns = batch.c
    statement = select(columns.id, columns.kind, columns.at, columns.title, columns.files)
    return [
        BatchLine(
            id=BatchId(row[0]),
            kind=BatchKind(row[1]),
            at=datetime.fromisoformat(row[2]),
            title=row[3],
            files=_FILES.decode(from_json(row[4])),
        )
        for row in connection.execute(statement.order_by(columns.n))
    ]


def redirects(connection: Connection) -> dict[PersonId, PersonId]:
    """Return each merged id with the id that stays."""
    merged = person.c.root.is_not(None)
    statement = select(person.c.id, standing_id(person.c.n)).where(merged).order_by(person.c.n)
    return {PersonId(gone): PersonId(stays) for gone, stays in connection.execute(statement)}


def merges(connection: Connection) -> list[tuple[PersonId, PersonId, BatchId]]:
    """Return each merge as it was made: who went, into whom, by which batch."""
    statement = (
        select(person.c.id, own_id(person.c.into), batch.c.id)
        .join_from(person, batch, person.c.merged == batch.c.n)
        .order_by(batch.c.n, person.c.n)
    )
    rows = connection.execute(statement)
    return [(PersonId(gone), PersonId(into), BatchId(made)) for gone, into, made in rows]


def born(connection: Connection, made: BatchId) -> frozenset[PersonId]:
    """Return the ids that a batch created."""
    statement = select(person.c.id).join(batch, person.c.batch == batch.c.n)
    found = connection.scalars(statement.where(batch.c.id == made))
    return frozenset(PersonId(one) for one in found)
