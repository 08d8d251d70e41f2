"""Noticing: what imports told of posts and places, each with the import's day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from entregent.domain.batches import BatchKind
from entregent.domain.facts import Detail, Entry, Position
from entregent.domain.ids import BatchId
from entregent.domain.words import TRACES, Origin, Said
from entregent.ledger.news import NEWS_DAYS, Told
from entregent.services.desk import Desk

_OWN = TRACES | {Origin.HAND, Origin.JOURNAL}
"""Sources that list nobody, or hold the owner's own words, which are no news to them."""

_F = TypeVar("_F", bound=Position | Detail)


def told_by_imports(desk: Desk) -> tuple[list[Told[Position]], list[Told[Detail]]]:
    """Return the posts and the places that imports told; nothing where the last is long past.

    The day of an import is that of its instant in the owner's time zone, or today where that is
    earlier.
    """
    imports = _imports(desk)
    fresh = list(imports.values())[1:]
    if not fresh or max(fresh) + timedelta(days=NEWS_DAYS) <= desk.today:
        return [], []
    entries = [
        entry
        for entry in desk.book.entries((Position, Detail))
        if entry.batch in imports and entry.source.origin not in _OWN
    ]
    posts = [(entry, entry.fact) for entry in entries if isinstance(entry.fact, Position)]
    details = [(entry, entry.fact) for entry in entries if isinstance(entry.fact, Detail)]
    places = [one for one in details if one[1].said is Said.PLACE]
    return list(_told(posts, imports)), list(_told(places, imports))


def _imports(desk: Desk) -> dict[BatchId, date]:
    """Return the day of each import, oldest first."""
    zone = ZoneInfo(desk.settings.timezone)
    return {
        line.id: min(line.at.astimezone(zone).date(), desk.today)
        for line in desk.book.batches()
        if line.kind is BatchKind.IMPORT
    }


def _told(said: list[tuple[Entry, _F]], imports: dict[BatchId, date]) -> Iterator[Told[_F]]:
    order = {batch: place for place, batch in enumerate(imports)}
    for entry, fact in said:
        batch = entry.batch
        yield Told(fact, entry.source.origin, order[batch], imports[batch])
