"""Chains by joins in DuckDB, a database for analysis: it reads the ties in columns.

One table, sorted by the person a tie leads from, so that what is not asked for is skipped by block;
the ties of the source and those of the targets are gathered first, and the middle is joined.
"""

import duckdb
import numpy as np
import pyarrow as pa
from graphs import Ties
from structure import Rows
from timed import Found, ranked_rows

_WITH = """
WITH one AS MATERIALIZED (SELECT b AS x, s * w AS odds, s FROM tie WHERE a = $source),
last AS MATERIALIZED (
    SELECT b AS y, a AS t, s, w FROM tie WHERE a IN (SELECT unnest($aims)) AND b <> $source)
"""
_PARTS = (
    """SELECT one.s AS odds, x AS p, NULL AS q, NULL AS r, NULL AS t
       FROM one WHERE x IN (SELECT unnest($aims))""",
    "SELECT one.odds * last.s, x, last.t, NULL, NULL FROM one JOIN last ON last.y = x",
    """SELECT one.odds * two.s * last.w * last.s, x, y, last.t, NULL
       FROM one JOIN tie two ON two.a = x JOIN last ON y = two.b WHERE x <> last.t""",
    """SELECT one.odds * two.s * two.w * three.s * last.w * last.s, x, two.b, y, last.t
       FROM one JOIN tie two ON two.a = x JOIN tie three ON three.a = two.b JOIN last ON y = three.b
       WHERE two.b <> $source AND x <> y AND x <> last.t AND two.b <> last.t""",
)
_BEST = """
SELECT * FROM every WHERE odds >=
    (SELECT min(odds) FROM (SELECT odds FROM every ORDER BY odds DESC LIMIT $best)) - 1e-9
"""


class DuckdbPeer:
    """A graph as a table of a database in memory."""

    def __init__(self, ties: Ties) -> None:
        """Fill the table, in its own order."""
        rows = Rows.of(ties)
        columns = {
            "a": np.repeat(np.arange(ties.people, dtype=np.int32), np.diff(rows.start)),
            "b": rows.ends,
            "s": rows.strength.astype(np.float64),
            "w": ties.willingness[rows.ends].astype(np.float64),
        }
        self._base = duckdb.connect(":memory:")
        self._base.register("columns", pa.table(columns))
        self._base.execute("CREATE TABLE tie AS SELECT * FROM columns ORDER BY a, b")
        self._base.unregister("columns")

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains of at most four ties, exactly."""
        asked = {"source": source, "aims": [aim for aim in targets if aim != source]}
        select = f"{_WITH}, every AS ({' UNION ALL '.join(_PARTS[:hops])}) {_BEST}"
        told = self._base.execute(select, {**asked, "best": best}).fetchall()
        return ranked_rows(source, told, best)
