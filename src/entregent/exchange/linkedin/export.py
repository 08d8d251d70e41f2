"""LinkedIn's data export: one table, or all those of a zip or folder together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.domain.text import fold
from entregent.domain.words import Origin
from entregent.exchange.linkedin import messages as linkedin_messages
from entregent.exchange.linkedin import passed as linkedin_passed
from entregent.exchange.linkedin import people as linkedin_people
from entregent.exchange.linkedin.messages import Owner
from entregent.exchange.linkedin.tables import Kind, Table, find_table
from entregent.exchange.linkedin.urls import slug
from entregent.exchange.text import decode

ORIGIN = Origin.LINKEDIN

_MOST_LINES = 200_000
"""More connections than this, blank lines included, are nobody's: LinkedIn allows 30,000."""
_MACHINES = ("guide_messages.csv", "learning_role_play_messages.csv")
"""Tables shaped like messages, exchanged with LinkedIn's own programs."""


def recognises(head: bytes, name: str) -> bool:
    """Tell whether a file that starts with `head` is a table of an export that we read."""
    if name.lower().endswith(_MACHINES) or b"\0\0" in head[:64]:
        return False
    return find_table(decode(head)) is not None


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:
    """Read one table that stands alone."""
    return next(iter(read_export([(path, data)], zone=zone)))


def read_export(files: Iterable[tuple[str, bytes | mmap]], *, zone: ZoneInfo) -> Iterator[Reading]:
    """Read the tables of one export together, those about the owner first, a reading each.

    Profile and invitations tell which side of a message is the owner's; the connections whose
    profile a name without one means.
    """
    tables: list[tuple[str, Table]] = []
    for path, data in files:
        table = find_table(decode(bytes(data)))
        if table is None:
            yield Reading(path, ORIGIN, 0, problems=(Problem("", "import.unknown-format"),))
        elif table.kind is Kind.CONNECTIONS and len(table.lines) > _MOST_LINES:
            yield Reading(path, ORIGIN, 0, problems=(Problem("", "import.too-big"),))
        else:
            tables.append((path, table))
    owner = _owner([table for _, table in tables])
    connections = _profiles([table for _, table in tables])
    order = list(Kind)
    for path, table in sorted(tables, key=lambda pair: order.index(pair[1].kind)):
        known = linkedin_passed.Circumstances(path, zone, connections, owner.slugs)
        yield _reading(path, table, owner, known)


def _reading(
    path: str, table: Table, owner: Owner, known: linkedin_passed.Circumstances
) -> Reading:
    if table.kind is Kind.MESSAGES:
        got = linkedin_messages.gather(table, owner, known.zone)
    elif table.kind in linkedin_passed.KINDS:
        got = linkedin_passed.gather(table, known)
    else:
        got = linkedin_people.gather(table)
    return Reading(
        path,
        ORIGIN,
        got.read,
        tuple(got.cards),
        tuple(got.facts),
        tuple(got.problems),
        of_deeds=table.kind is Kind.MESSAGES,
    )


def _profiles(tables: Sequence[Table]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the profiles under each name, where a table is read that may lack them."""
    if not any(table.kind in linkedin_passed.KINDS for table in tables):
        return {}
    connections = (table for table in tables if table.kind is Kind.CONNECTIONS)
    return linkedin_passed.by_name(row for table in connections for _, row in table.rows())


def _owner(tables: Sequence[Table]) -> Owner:
    names, slugs = set(), set()
    for table in tables:
        rows = (
            [row for _, row in table.rows()]
            if table.kind in (Kind.PROFILE, Kind.INVITATIONS)
            else []
        )
        if table.kind is Kind.PROFILE:
            names |= {fold(name) for row in rows for name in linkedin_people.own_names(row)}
        else:
            slugs |= {slug(url) for url in linkedin_people.invited(rows)}
    return Owner(names, slugs - {""})
