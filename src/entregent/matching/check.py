"""An independent look at a timetable, as its table tells it: what no result may do.

It shares nothing with the solvers: it reads the rows that people will read.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What was asked for. `available` holds each person's slots, `apart` pairs in both orders."""

    slots: int
    tables: int
    available: Mapping[str, Collection[int]]
    most: Mapping[str, int]
    apart: Collection[tuple[str, str]]


def faults_of_meetings(rows: Sequence[Row], rules: Rules) -> tuple[str, ...]:
    """Return what is wrong with rows of slot, table, and the two who meet; nothing where all is."""
    return tuple(_faults(rows, rules))


def _faults(rows: Sequence[Row], rules: Rules) -> Iterator[str]:
    whole = [(int(slot), int(table), a, b) for slot, table, a, b in rows]
    met = Counter(one for row in whole for one in row[2:])
    yield from _repeated(
        "somebody twice in a slot", [(s, p) for s, _, a, b in whole for p in (a, b)]
    )
    yield from _repeated("a table twice in a slot", [(s, t) for s, t, _, _ in whole])
    yield from _repeated("a pair twice", [tuple(sorted((a, b))) for _, _, a, b in whole])
    for number, (slot, table, a, b) in enumerate(whole, 1):
        if not 1 <= slot <= rules.slots or not 1 <= table <= rules.tables:
            yield f"row {number}: no such slot or table"
        if a == b or not {a, b} <= set(rules.available):
            yield f"row {number}: no two people of the list"
        elif not all(slot in rules.available[one] for one in (a, b)):
            yield f"row {number}: somebody is not there"
        if (a, b) in rules.apart or (b, a) in rules.apart:
            yield f"row {number}: these two are kept apart"
    for who, times in met.items():
        if times > rules.most.get(who, 0):
            yield f"more meetings than wanted: {who}"


def faults_of_tables(rows: Sequence[Row], rules: Rules) -> tuple[str, ...]:
    """Return what is wrong with rows of round, table and person, pairs kept apart excepted."""
    whole = [(int(turn), int(table), who) for turn, table, who in rows]
    faults = list(_repeated("somebody twice in a round", [(turn, who) for turn, _, who in whole]))
    for number, (turn, table, who) in enumerate(whole, 1):
        if not 1 <= turn <= rules.slots or not 1 <= table <= rules.tables:
            faults.append(f"row {number}: no such round or table")
        if turn not in rules.available.get(who, ()):
            faults.append(f"row {number}: nobody of the list who is there")
    return tuple(faults)


def _repeated(what: str, some: Sequence[tuple[object, ...]]) -> Iterator[str]:
    for one, times in Counter(some).items():
        if times > 1:
            yield f"{what}: {', '.join(map(str, one))}"
