"""What encounters add up to, kept beside them: a row a direction and channel between two people.

Weights are sums at a landmark that never moves, so that the passing of time rewrites nothing. Rows
bear the people of the encounters, whatever merges came later. They are derived: whatever is
missing here can be added up again.
"""

from collections.abc import Collection, Iterator
from math import isclose
from typing import Any

from entregent.network.ties import LANDMARK
from entregent.store.plain import ADDED_UP, HALF_LIFE_DAYS, Plain

_VALUES = {"landmark": LANDMARK.toordinal(), "half_life": HALF_LIFE_DAYS}
_INSERT = "INSERT INTO trace (person, other, channel, weight, times, first, last)"
_ADDED = f"""
{_INSERT} {ADDED_UP.format(among="batch = :batch")}
ON CONFLICT (person, other, channel) DO UPDATE SET
    weight = trace.weight + excluded.weight,
    times = trace.times + excluded.times,
    first = CASE WHEN excluded.first < trace.first THEN excluded.first ELSE trace.first END,
    last = CASE WHEN excluded.last > trace.last THEN excluded.last ELSE trace.last END
"""
_SAME = "trace.person = encounter.person AND trace.other = encounter.other"
_MISSING = f"NOT EXISTS (SELECT 1 FROM trace WHERE {_SAME} AND trace.channel = encounter.channel)"


def add(ask: Plain, batch: int) -> None:
    """Add the encounters of a batch, which has none here yet."""
    ask(_ADDED, {**_VALUES, "batch": batch})


def drop_batch(ask: Plain, batch: int) -> None:
    """Take away what a batch, whose encounters are still there, has a part in; then `fill`."""
    part = f"SELECT 1 FROM encounter WHERE batch = :batch AND {_SAME}"
    ask(f"DELETE FROM trace WHERE EXISTS ({part})", {"batch": batch})


def drop_people(ask: Plain, gone: Collection[int]) -> None:
    """Take away all that the people of these keys have a part in."""
    keys = f"({', '.join(map(str, gone))})"
    ask(f"DELETE FROM trace WHERE person IN {keys} OR other IN {keys}", {})


def fill(ask: Plain) -> None:
    """Add up whatever is missing."""
    ask(f"{_INSERT} {ADDED_UP.format(among=_MISSING)}", _VALUES)


def refill(ask: Plain) -> None:
    """Add everything up again."""
    ask("DELETE FROM trace", {})
    fill(ask)


def stale(ask: Plain) -> Iterator[int]:
    """Yield the keys of those whose sums are not what their encounters add up to."""
    kept = _by_pair(ask("SELECT person, other, channel, weight, times, first, last FROM trace", {}))
    fresh = _by_pair(ask(ADDED_UP.format(among="true"), _VALUES))
    for pair in kept.keys() | fresh.keys():
        one, other = kept.get(pair), fresh.get(pair)
        if one is None or other is None or one[1:] != other[1:] or not isclose(one[0], other[0]):
            yield pair[0]


def _by_pair(rows: Any) -> dict[Any, tuple[float, int, int, int]]:  # noqa: ANN401 - columns
    return {tuple(row[:3]): (row[3], int(row[4]), row[5], row[6]) for row in rows}
