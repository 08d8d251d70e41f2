"""Chains by joins in SQLite: one covering table in memory, and the join's order chosen by hand."""

import sqlite3
from collections.abc import Iterator

import numpy as np
from graphs import Ties
from structure import Rows
from timed import Found, ranked_rows

_SCHEMA = """
CREATE TABLE tie (a INTEGER, b INTEGER, s REAL, w REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TEMP TABLE aim (t INTEGER PRIMARY KEY);
CREATE TEMP TABLE last (y INTEGER, t INTEGER, s REAL, w REAL, PRIMARY KEY (y, t)) WITHOUT ROWID;
CREATE TEMP TABLE half (y INTEGER, x INTEGER, odds REAL, PRIMARY KEY (y, x)) WITHOUT ROWID;
"""
# w is the willingness of b, so that no other table is read. Odds are multiplied in the order of
# the chain, as everywhere: the same double comes out.
_AIMED = """
INSERT INTO last SELECT tie.b, tie.a, tie.s, tie.w FROM aim CROSS JOIN tie ON tie.a = aim.t
WHERE tie.b <> :source
"""
_HALVES = """
INSERT INTO half SELECT two.b, one.b, one.s * one.w * two.s * two.w
FROM tie one CROSS JOIN tie two ON two.a = one.b WHERE one.a = :source AND two.b <> :source
"""
_ONE = """
SELECT s AS odds, b AS p, NULL AS q, NULL AS r, NULL AS t
FROM aim CROSS JOIN tie ON a = :source AND b = aim.t
"""
_TWO = """
SELECT one.s * one.w * last.s, one.b, last.t, NULL, NULL
FROM last CROSS JOIN tie one ON one.a = :source AND one.b = last.y
"""
_THREE = """
SELECT one.s * one.w * two.s * last.w * last.s, one.b, last.y, last.t, NULL
FROM {joined} WHERE one.b <> last.t
"""
_PAIRWISE = (
    "tie one CROSS JOIN last ON one.a = :source CROSS JOIN tie two ON two.a = one.b AND two.b = y"
)
_FORWARD = """
tie one CROSS JOIN tie two ON one.a = :source AND two.a = one.b CROSS JOIN last ON last.y = two.b
"""
_BACKWARD = """
last CROSS JOIN tie two ON two.a = last.y CROSS JOIN tie one ON one.a = :source AND one.b = two.b
"""
_FOUR = """
SELECT half.odds * three.s * last.w * last.s, half.x, half.y, last.y, last.t
FROM last CROSS JOIN tie three ON three.a = last.y CROSS JOIN half ON half.y = three.b
WHERE half.x <> last.y AND half.x <> last.t AND half.y <> last.t
"""
_HALF_DIGITS = 1e-9
_LOOKUP = 2  # how many rows that are read one after another cost as much as finding one


class SqlitePeer:
    """A graph as a table of a database in memory."""

    def __init__(self, ties: Ties) -> None:
        """Fill the table, in its own order."""
        rows = Rows.of(ties)
        degree = np.diff(rows.start)
        sums = np.concatenate([[0], np.cumsum(degree[rows.ends])])
        self._degree = degree.tolist()
        self._load = np.diff(sums[rows.start]).tolist()
        self._book = sqlite3.connect(":memory:", isolation_level=None)
        self._book.executescript(f"PRAGMA temp_store = MEMORY; {_SCHEMA}")
        self._book.execute("BEGIN")
        self._book.executemany("INSERT INTO tie VALUES (?, ?, ?, ?)", _records(ties, rows))
        self._book.execute("COMMIT")

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains of at most four ties, exactly."""
        aims = [aim for aim in targets if aim != source]
        run = self._book.execute
        run("BEGIN")
        run("DELETE FROM aim")
        run("DELETE FROM last")
        self._book.executemany("INSERT INTO aim VALUES (?)", ((aim,) for aim in aims))
        run(_AIMED, {"source": source})
        parts = [_ONE, _TWO, _THREE.format(joined=self._joined(source, aims)), _FOUR][:hops]
        if hops > 3:  # noqa: PLR2004 - ties of a chain
            run("DELETE FROM half")
            run(_HALVES, {"source": source})
        found = self._best(" UNION ALL ".join(parts), source, best)
        run("COMMIT")
        return found

    def _joined(self, source: int, aims: list[int]) -> str:
        """Return the join for three ties that looks least up."""
        backward = sum(self._load[aim] for aim in aims)
        pairs = self._degree[source] * sum(self._degree[aim] for aim in aims)
        costs = {_PAIRWISE: _LOOKUP * pairs, _FORWARD: self._load[source], _BACKWARD: backward}
        return min(costs, key=costs.__getitem__)

    def _best(self, select: str, source: int, best: int) -> Found:
        limit = best + 1
        while True:
            told = self._book.execute(
                f"{select} ORDER BY odds DESC LIMIT :limit",
                {"source": source, "limit": limit},
            ).fetchall()
            if len(told) < limit or told[-1][0] < told[best - 1][0] - _HALF_DIGITS:
                break
            limit *= 4
        return ranked_rows(source, told, best)


def _records(ties: Ties, rows: Rows) -> Iterator[tuple[int, int, float, float]]:
    for person in range(ties.people):
        row = slice(rows.start[person], rows.start[person + 1])
        ends = rows.ends[row]
        willing = ties.willingness[ends].tolist()
        strength = rows.strength[row].tolist()
        for other, tie, will in zip(ends.tolist(), strength, willing, strict=True):
            yield person, other, tie, will
