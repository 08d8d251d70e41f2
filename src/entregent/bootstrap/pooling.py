"""An association's tables, read and written."""

from datetime import date
from pathlib import Path

from entregent.asks.pool.model import Routing
from entregent.services.pooling import Association, Defaults


def association(tables: tuple[Path, Path, Path], defaults: Defaults, until: date) -> Association:
    """Read members, ties and requests; see `exchange.association`."""
    from entregent.exchange.association import read

    return read(*tables, defaults, until)


def routing_table(association: Association, routing: Routing) -> bytes:
    """Return a routing as CSV."""
    from entregent.exchange.association import write

    return write(association, routing)
