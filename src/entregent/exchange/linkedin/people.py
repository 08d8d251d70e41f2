"""LinkedIn's tables about people: my connections, and what the export says of me."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from entregent.domain.facts import Connected
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Job, Problem, Stated
from entregent.domain.words import Said
from entregent.exchange.linkedin import dates
from entregent.exchange.linkedin.tables import Kind, Row, Table
from entregent.exchange.linkedin.urls import slug, url_of
from entregent.exchange.text import one_line

_DECEMBER = 12
_ADDRESS = re.compile(r"\w@\w")


@dataclass(slots=True)
class Gathered:
    """What a table gave so far; `read` counts its rows."""

    read: int = 0
    cards: list[Card] = field(default_factory=list)
    facts: list[Stated] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def trouble(self, where: str, what: str, **details: str) -> None:
        """Note a problem with its place."""
        self.problems.append(Problem(where, what, details))


def gather(table: Table) -> Gathered:
    """Read a table about people, row by row."""
    gathered = Gathered()
    if table.kind is Kind.CONNECTIONS:
        _connections(table, gathered)
        return gathered
    for record, row in table.rows():
        gathered.read += 1
        card = _OF_ME[table.kind](record, row, gathered)
        if card is not None:
            gathered.cards.append(card)
    return gathered


def _connections(table: Table, gathered: Gathered) -> None:
    rows = list(table.rows())
    order = dates.day_first(row.get("connected on", "") for _, row in rows)
    seen: set[str] = set()
    for record, row in rows:
        gathered.read += 1
        if not row:
            gathered.trouble(record, "import.bad-row")
            continue
        card = _connection(record, row)
        if card is None or card.ref in seen:
            continue
        seen.add(card.ref)
        gathered.cards.append(card)
        gathered.facts.append(_connected(card, row, order, gathered))


def _connection(record: str, row: Row) -> Card | None:
    """Return the card of one connection; None for a member who hides everything."""
    given, family = _cell(row, "first name"), _cell(row, "last name")
    name = f"{given} {family}".strip()
    address, url = _cell(row, "email address"), _cell(row, "url")
    profile = slug(url)
    if not (name or profile or _ADDRESS.search(address)):
        return None
    job = Job(_cell(row, "company"), _cell(row, "position"))
    page = url_of(profile) if profile else url
    return Card(
        ref=PersonId(f"in/{profile}" if profile else record),
        record=record,
        names=(name,) if name else (),
        given=given,
        family=family,
        emails=(address,) if "@" in address else (),
        urls=(page,) if page else (),
        jobs=(job,) if job.company or job.title else (),
    )


def _cell(row: Row, column: str) -> str:
    """Return a cell on one line; a table's cells are clean already."""
    return " ".join(row.get(column, "").split())


def _connected(card: Card, row: Row, order: bool | None, gathered: Gathered) -> Stated:  # noqa: FBT001 - a column's order, or unknown
    text = row.get("connected on", "")
    on = None
    if text:
        try:
            on = dates.day(text, day_first=order)
        except ValueError:
            gathered.trouble(card.record, "import.bad-date", text=text)
    return Stated(card.record, Connected(card.ref, ME, on))


def _me(record: str, **said: object) -> Card:
    return Card(ref=ME, record=record, **{"names": (), **said})  # type: ignore[arg-type]  # the caller's names are the card's


def _profile(record: str, row: Row, gathered: Gathered) -> Card | None:  # noqa: ARG001 - all alike
    names = own_names(row)
    headline = one_line(row.get("headline", ""))
    place = one_line(row.get("geo location", ""))
    details = [(Said.TITLE, headline), (Said.PLACE, place)]
    return _me(
        record,
        names=names,
        given=one_line(row.get("first name", "")),
        family=one_line(row.get("last name", "")),
        details=tuple((said, value) for said, value in details if value),
    )


def own_names(row: Row) -> tuple[str, ...]:
    """Return the owner's name from a row of the profile, then the one with the maiden name."""
    given = one_line(row.get("first name", ""))
    families = (row.get("last name", ""), row.get("maiden name", ""))
    names = [f"{given} {one_line(family)}".strip() for family in families if family.strip()]
    return tuple(dict.fromkeys(names or ([given] if given else [])))


def _email(record: str, row: Row, gathered: Gathered) -> Card | None:
    address = one_line(row.get("email address", ""))
    if "@" in address:
        return _me(record, emails=(address,))
    gathered.trouble(record, "import.bad-row")
    return None


def _phone(record: str, row: Row, gathered: Gathered) -> Card | None:
    number = one_line(row.get("number", ""))
    prefix = one_line(row.get("extension", ""))
    if any(char.isdigit() for char in number):
        return _me(record, phones=(f"{prefix} {number}".strip(),))
    gathered.trouble(record, "import.bad-row")
    return None


def _position(record: str, row: Row, gathered: Gathered) -> Card | None:
    try:
        start = dates.month(row.get("started on", ""), otherwise=1)
        end = dates.month(row.get("finished on", ""), otherwise=_DECEMBER)
    except ValueError as error:
        gathered.trouble(record, "import.bad-date", text=str(error))
        return None
    job = Job(one_line(row.get("company name", "")), one_line(row.get("title", "")), start, end)
    return _me(record, jobs=(job,))


_OF_ME: Mapping[Kind, Callable[[str, Row, Gathered], Card | None]] = {
    Kind.PROFILE: _profile,
    Kind.EMAILS: _email,
    Kind.PHONES: _phone,
    Kind.POSITIONS: _position,
}


def invited(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the owner's own address from each invitation, sent or received."""
    for row in rows:
        sent = row.get("direction", "").upper() == "OUTGOING"
        url = row.get("inviterprofileurl" if sent else "inviteeprofileurl", "")
        if url:
            yield url
