"""`pool`: route an association's requests, so that the same helpful few are not worn out."""

from datetime import timedelta
from pathlib import Path

import click

from entregent.asks.pool.route import route
from entregent.bootstrap.pooling import association as read_tables
from entregent.bootstrap.pooling import routing_table
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, option, verb
from entregent.cli.values import COUNT
from entregent.services.pooling import Defaults

UNMET = 1
"""Exit code: a request stays open, or a row could not be read."""
_FILE = click.Path(path_type=Path)


@verb(
    "pool",
    argument("members", type=_FILE),
    argument("ties", type=_FILE),
    argument("requests", type=_FILE),
    option("--weeks", type=COUNT, value="count", default=12),
    option("--per-month", type=COUNT, value="count", default=1),
    option("--rest", type=COUNT, value="count", default=14),
    option("--out", type=_FILE, value="file"),
)
def command(  # noqa: PLR0913 - the three tables and what may be said of them
    face: Face,
    members: Path,
    ties: Path,
    requests: Path,
    *,
    weeks: int,
    per_month: int,
    rest: int,
    out: Path | None,
) -> int:
    """Say who is asked for what and when, and how the load lies; 1 when some stay open."""
    from entregent.cli.views import pool

    today = face.speech.today
    weeks = min(max(weeks, 1), 520)
    association = read_tables(
        (members, ties, requests),
        Defaults(per_month, rest),
        until=today + timedelta(days=7 * weeks - 1),
    )
    routing = route(association.pool, today, weeks)
    if out is not None:
        write(out, routing_table(association, routing))
    if face.as_json:
        face.give(pool.document(face, association, routing))
    else:
        face.show(pool.sheet(face, association, routing, weeks))
    return UNMET if routing.unmet or association.problems else 0
