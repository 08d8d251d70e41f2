"""Plain SQL that both databases understand, for what nearly every command asks of the book.

SQLite is asked straight: to load the layer over both databases takes longer than any answer.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final, TypeAlias, TypeVar

from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.tellings import Telling, Told, spread
from entregent.domain.text import fold
from entregent.domain.words import Channel, Origin
from entregent.network.ties import LANDMARK
from entregent.services.ports import BookError
from entregent.settings import Settings
from entregent.store.codec import clean
from entregent.store.facts import Row as FactRow
from entregent.store.facts import decode_fact, decode_texts
from entregent.store.portraits import read_portrait, read_portraits
from entregent.store.tellings import decode_telling, is_telling, kinds_with

Rows: TypeAlias = Sequence[Sequence[Any]]
Plain: TypeAlias = Callable[[str, Mapping[str, Any]], Rows]
"""Runs a statement, whose values are named `:so`, and returns its rows."""

CHUNK: Final = 500
"""How many values one statement names at most."""

HALF_LIFE_DAYS: Final = Settings().half_life_days
"""The half-life that the sums kept in `trace` decay by; any other is added up when asked for."""

FAR: Final = 1000.0
"""How many half-lives from its landmark a day counts at most, so that no power overflows."""

ADDED_UP = f"""
SELECT person, other, channel,
    sum(pow(CAST(2.0 AS DOUBLE PRECISION),
        CASE WHEN lives > {FAR} THEN {FAR} WHEN lives < -{FAR} THEN -{FAR} ELSE lives END)),
    count(*), min(day), max(day)
FROM (
    SELECT person, other, channel, day,
        (day - :landmark) / CAST(:half_life AS DOUBLE PRECISION) AS lives
    FROM encounter WHERE {{among}}
) AS dated
GROUP BY person, other, channel ORDER BY 1, 2, 3
"""
"""What encounters add up to, a row a direction and channel; filled in with which of them."""

_ENTRIES = """
SELECT fact.id, batch.id, fact.kind, fact.person, fact.other, fact.day, fact.data, fact.origin,
    file.path, fact.record, fact.extra
FROM fact JOIN batch ON batch.n = fact.batch LEFT JOIN file ON file.n = fact.file
WHERE {among} ORDER BY fact.seq
"""
_LATE = """
day <= :until AND EXISTS (
    SELECT 1 FROM trace WHERE trace.person = encounter.person AND trace.other = encounter.other
    AND trace.channel = encounter.channel AND trace.last > :until
)
"""
_CHANNELS = {channel.value: channel for channel in Channel}
_ORIGINS = {origin.value: origin for origin in Origin}
_Value = TypeVar("_Value")


def chunks(values: Iterable[_Value], size: int = CHUNK) -> Iterator[list[_Value]]:
    """Yield the values in lists that a statement can name."""
    iterator = iter(values)
    while some := list(islice(iterator, size)):
        yield some


def among(some: Iterable[object]) -> tuple[str, dict[str, object]]:
    """Return the list of values that follows an IN, and the values by their names."""
    values = {f"v{place}": value for place, value in enumerate(some)}
    return f"({', '.join(f':{name}' for name in values) or 'NULL'})", values


def meta(ask: Plain, key: str) -> str:
    """Return what the book notes of itself; raises BookError `book.damaged`."""
    rows = ask("SELECT value FROM meta WHERE key = :key", {"key": key})
    if not rows:
        raise BookError("book.damaged")
    value: str = rows[0][0]
    return value


def portraits(ask: Plain, some: Collection[PersonId] | None) -> list[Person]:
    """Return the portraits of everybody who stays, or of those among `some`, as they came."""
    standing = "SELECT n, portrait FROM person WHERE root IS NULL"
    if some is None:
        return read_portraits([row[1] for row in ask(f"{standing} ORDER BY n", {})])
    held: dict[int, str] = {}
    for few in chunks(some):
        named, values = among(few)
        held.update(ask(f"{standing} AND id IN {named}", values))  # type: ignore[arg-type]  # pairs
    return read_portraits([held[n] for n in sorted(held)])


def portrait_of(ask: Plain, one: PersonId) -> Person | None:
    """Return the portrait of who answers under this id."""
    rows = ask(
        "SELECT stays.portrait FROM person AS said "
        "JOIN person AS stays ON stays.n = coalesce(said.root, said.n) WHERE said.id = :id",
        {"id": one},
    )
    return read_portrait(rows[0][0]) if rows else None


def found(ask: Plain, words: Sequence[str]) -> list[PersonId]:
    """Return who bears every one of the words, as substrings of their folded words.

    A plain LIKE over at most some 100,000 people answers in tenths of a second, finds the inside
    of words ("gmail", "achat" in "rachats"), runs on both databases, and leaves no index whose
    deleted entries would have to be hunted down when somebody is forgotten, as FTS5 does.
    """
    said = {f"w{place}": f"%{_literal(clean(fold(word)))}%" for place, word in enumerate(words)}
    likes = "".join(f" AND search LIKE :{name} ESCAPE '/'" for name in said)
    rows = ask(f"SELECT id FROM person WHERE root IS NULL{likes} ORDER BY n", said)
    return [PersonId(row[0]) for row in rows]


def _literal(word: str) -> str:
    return word.replace("/", "//").replace("%", "/%").replace("_", "/_")


def entries(ask: Plain, types: Collection[type], one: PersonId | None) -> list[Entry]:
    """Return the entries of these types (all when empty), of one person (None: of all).

    Ids are looked up once for all, and one record's facts share a source.
    """
    named, values = among(kinds_with(types))
    wanted = [f"fact.kind IN {named}"] if types else []
    if one is not None:
        keys = f"({', '.join(map(str, all_keys(ask, one))) or 'NULL'})"
        wanted.append(f"(fact.person IN {keys} OR fact.other IN {keys})")
    rows = ask(_ENTRIES.format(among=" AND ".join(wanted) or "true"), values if types else {})
    told = spread(_told_together(rows, _ids_in(ask, rows)))
    return [entry for entry in told if not types or type(entry.fact) in types]


def all_keys(ask: Plain, one: PersonId) -> list[int]:
    """Return the keys of all who answer together with this id, or none."""
    rows = ask(
        "SELECT whole.n FROM person AS said JOIN person AS whole "
        "ON coalesce(said.root, said.n) IN (whole.n, whole.root) WHERE said.id = :id",
        {"id": one},
    )
    return sorted(row[0] for row in rows)


def _told_together(rows: Rows, ids: Mapping[int, PersonId]) -> Iterator[Told]:
    said_by: tuple[object, ...] = ()
    source = Source(Origin.HAND)
    for row in rows:
        fact_id, batch, kind, about, beside, day, data, origin, path, record, extra = row
        if (origin, path, record) != said_by:
            said_by = origin, path, record
            source = Source(_ORIGINS[origin], path or "", record)
        yield told(
            *(FactId(fact_id), BatchId(batch)),
            FactRow(kind, ids.get(about), ids.get(beside), day, data),
            *(source, extra),
        )


def told(id_: FactId, batch: BatchId, row: FactRow, source: Source, extra: str) -> Told:
    """Read a fact, or a telling of several."""
    texts = decode_texts(extra)
    if row.person is not None and is_telling(row.data):
        facts = decode_telling(row.kind, row.person, row.data)
        return Telling(id_, batch, row.person, facts, source, texts)
    return Entry(id_, batch, decode_fact(row), source, texts)


def _ids_in(ask: Plain, rows: Rows) -> Mapping[int, PersonId]:
    """Return the ids of those named in rows of facts: of few, or of everybody."""
    keys = {key for row in rows for key in row[3:5] if key is not None}
    if len(keys) > CHUNK:
        return standing_ids(ask)
    named, values = among(keys)
    return standing_ids(ask, f"WHERE said.n IN {named}", values) if keys else {}


def standing_ids(
    ask: Plain, where: str = "", values: Mapping[str, object] | None = None
) -> dict[int, PersonId]:
    """Return by key the id under which everybody answers."""
    rows = ask(
        "SELECT said.n, stays.id FROM person AS said "
        f"JOIN person AS stays ON stays.n = coalesce(said.root, said.n) {where}",
        values or {},
    )
    return {row[0]: PersonId(row[1]) for row in rows}


def coming(ask: Plain, start: date, end: date) -> list[Encounter]:
    """Return the encounters from `start` to `end`, by date, of those who stay.

    Whether there are any so late is read from the sums, which are few.
    """
    rows = ask(
        "SELECT person, other, day, channel, place, note, key FROM encounter "
        "WHERE day >= :start AND day <= :end "
        "AND EXISTS (SELECT 1 FROM trace WHERE last >= :start) ORDER BY day, seq",
        {"start": start.toordinal(), "end": end.toordinal()},
    )
    if not rows:
        return []
    people = ask(
        "SELECT said.n, whole.id FROM person AS said "
        "JOIN person AS whole ON whole.n = coalesce(said.root, said.n)",
        {},
    )
    ids = {row[0]: PersonId(row[1]) for row in people}
    return [
        Encounter(
            ids[one], ids[other], date.fromordinal(day), _CHANNELS[how], where, note, key or ""
        )
        for one, other, day, how, where, note, key in rows
    ]


def traces(ask: Plain, until: date, landmark: date, half_life_days: float) -> list[Trace]:
    """Return what encounters add up to, by who answers.

    The sums that are kept are read, but for those that hold days after `until`.
    """
    day = until.toordinal()
    values = {"landmark": landmark.toordinal(), "half_life": half_life_days, "until": day}
    if (landmark, half_life_days) != (LANDMARK, HALF_LIFE_DAYS):
        return _by_who_answers(ask, ask(ADDED_UP.format(among="day <= :until"), values))
    kept = "SELECT person, other, channel, weight, times, first, last FROM trace ORDER BY 1, 2, 3"
    rows = ask(kept, {})
    if any(row[-1] > day for row in rows):
        rows = [row for row in rows if row[-1] <= day]
        rows = sorted([*rows, *ask(ADDED_UP.format(among=_LATE), values)], key=_place)
    return _by_who_answers(ask, rows)


def _place(row: Sequence[Any]) -> tuple[int, int, str]:
    return row[0], row[1], row[2]


def _by_who_answers(ask: Plain, rows: Rows) -> list[Trace]:
    """Return rows of sums, in their order, under the ids of those who stay.

    What merged people did is added up, and what one did with oneself left out.
    """
    people = ask("SELECT n, id, root FROM person", {})
    ids = {row[0]: PersonId(row[1]) for row in people}
    roots = {row[0]: row[2] for row in people if row[2] is not None}
    day, channels = date.fromordinal, _CHANNELS
    return [
        Trace(ids[one], ids[other], channels[channel], weight, int(times), day(first), day(last))
        for one, other, channel, weight, times, first, last in _merged(rows, roots)
        if one != other
    ]


def _merged(rows: Rows, roots: Mapping[int, int]) -> Rows:
    """Return the rows by the keys of those who stay."""
    if not roots:
        return rows
    sums: dict[tuple[int, int, str], Sequence[Any]] = {}
    for one, other, *told in rows:
        row = (roots.get(one, one), roots.get(other, other), *told)
        key = row[:3]
        sums[key] = _joined(sums[key], row) if key in sums else row
    return [row for _, row in sorted(sums.items())]


def _joined(one: Sequence[Any], other: Sequence[Any]) -> tuple[Any, ...]:
    sums = one[3] + other[3], one[4] + other[4]
    return (*one[:3], *sums, min(one[5], other[5]), max(one[6], other[6]))
