"""What `doctor` wants to know of a book, without changing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from entregent.services.ports import BookError


@dataclass(frozen=True, slots=True)
class Examined:
    """What `doctor` found: whether the book is well, what it holds, where things lie.

    `wrong` are sentences' keys with their values, or the database's own words under `""`.
    """

    book: str
    there: bool = False
    schema: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    wrong: tuple[tuple[str, Mapping[str, object]], ...] = ()
    backups: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong


def examine(place: str | Path) -> Examined:
    """Check a book; a missing one is well, and none is made."""
    from entregent.store.opening import open_book
    from entregent.store.schema import HEAD
    from entregent.store.sqlite import backups

    try:
        book = open_book(place, create=False)
    except BookError as error:
        if error.key != "book.missing":
            raise
        return Examined(shown(place))
    try:
        health = book.check()
    finally:
        book.close()
    wrong: list[tuple[str, Mapping[str, object]]] = [("", {"text": t}) for t in health.troubles]
    wrong += [("doctor.wrong.table", {"table": table}) for table in health.unreadable]
    if health.stale:
        wrong.append(("doctor.wrong.stale", {"n": len(health.stale)}))
    kept = tuple(map(str, backups(place))) if isinstance(place, Path) else ()
    return Examined(
        shown(place),
        there=True,
        schema=HEAD,
        counts=health.counts,
        wrong=tuple(wrong),
        backups=kept,
    )


def shown(place: str | Path) -> str:
    """Return where a book lies, without a password."""
    if isinstance(place, Path):
        return str(place)
    scheme, _, rest = place.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
