"""What passed between me and others on LinkedIn: invitations, recommendations, endorsements.

Nothing here tells where somebody works now: the connections do.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from zoneinfo import ZoneInfo

from entregent.domain.facts import Detail, Encounter, Fact, Gave, Received
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Stated
from entregent.domain.text import company_key, fold
from entregent.domain.words import Channel, Said
from entregent.exchange.linkedin import dates
from entregent.exchange.linkedin.people import Gathered
from entregent.exchange.linkedin.tables import Kind, Row, Table
from entregent.exchange.linkedin.urls import profile_url, slug
from entregent.exchange.mail.people import is_machine
from entregent.exchange.text import one_line

KINDS = frozenset(
    {
        Kind.INVITATIONS,
        Kind.CONTACTS,
        Kind.RECOMMENDATIONS,
        Kind.ENDORSED_ME,
        Kind.ENDORSED,
        Kind.NOTES,
    }
)
"""The tables read here."""

_ACCEPTED = frozenset({"", "visible", "accepted"})
_HIDDEN = frozenset({"", "linkedin member"})
_EXCERPT = 100
_MOST_PEOPLE = 100_000
_SEPARATORS = re.compile(r"[,;\s]+")


@dataclass(slots=True)
class Circumstances:
    """What helps to read a table: its file's name, the zone, and what other tables say.

    `connections` are the profiles under each folded name, with the company of each; `mine` the
    slugs of the owner's own profile.
    """

    path: str
    zone: ZoneInfo
    connections: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    mine: Collection[str] = ()


def gather(table: Table, known: Circumstances) -> Gathered:
    """Read one of these tables, row by row."""
    gathered = Gathered()
    reader = _Rows(gathered, known)
    given = "given" in fold(known.path.rpartition("/")[2])
    received = "received" in fold(known.path.rpartition("/")[2])
    if table.kind is Kind.RECOMMENDATIONS and given == received:
        gathered.trouble("", "linkedin.which-recommendations")
        return gathered
    rows = list(table.rows())
    reader.order = dates.day_first(row.get(reader.dated(table.kind), "") for _, row in rows)
    for record, row in rows:
        if len(gathered.cards) > _MOST_PEOPLE:
            break  # more than anybody knows: the reading will be refused
        gathered.read += 1
        if not row:
            gathered.trouble(record, "import.bad-row")
        elif table.kind is Kind.INVITATIONS:
            reader.invitation(record, row)
        elif table.kind is Kind.RECOMMENDATIONS:
            reader.recommendation(record, row, Gave if given else Received)
        elif table.kind is Kind.NOTES:
            reader.note(record, row)
        elif table.kind is Kind.CONTACTS:
            reader.contact(record, row)
        else:
            reader.endorsement(
                record, row, "endorsee" if table.kind is Kind.ENDORSED else "endorser"
            )
    return gathered


class _Rows:
    """Reads rows; each person has one card, in the record that names them first."""

    order: bool | None = None

    def __init__(self, gathered: Gathered, known: Circumstances) -> None:
        self._gathered = gathered
        self._known = known
        self._seen: set[PersonId] = set()

    @staticmethod
    def dated(kind: Kind) -> str:
        """Return the column of a table that holds its dates."""
        named = {Kind.INVITATIONS: "sent at", Kind.RECOMMENDATIONS: "creation date"}
        return named.get(kind, "endorsement date")

    def invitation(self, record: str, row: Row) -> None:
        """Read whom I invited or who invited me; what was written with it is a message."""
        out = row["direction"].upper() == "OUTGOING"
        name = one_line(row["to" if out else "from"])
        url = row.get("inviteeprofileurl" if out else "inviterprofileurl", "")
        how = {"Direction": row["direction"], "Sent At": row["sent at"]}
        person = self._person(record, name, url, extra=how)
        if person is None or not row.get("message"):
            return
        on = self._day(record, row["sent at"])
        if on is not None:
            source, target = (ME, person) if out else (person, ME)
            key = _key("invitation", row["sent at"], source, target)
            met = Encounter(source, target, on, Channel.MESSAGED, key=key)
            self._gathered.facts.append(Stated(record, met))

    def recommendation(self, record: str, row: Row, helped: type[Gave | Received]) -> None:
        """Read a public recommendation: help received or given, on its day."""
        if fold(row["status"]) not in _ACCEPTED:
            return
        employer = row.get("company", "")
        person = self._person(record, _name(row), known=True, employer=employer)
        on = self._day(record, row["creation date"])
        if person is None or on is None:
            return
        whole = one_line(row["text"])
        short = whole if len(whole) <= _EXCERPT else f"{whole[:_EXCERPT].rsplit(' ', 1)[0]}…"
        said = {
            name: value
            for name, value in (
                ("Text", row["text"]),
                ("Company", employer),
                ("Job Title", row.get("job title", "")),
            )
            if value
        }
        fact = helped(person, on, f"LinkedIn: {short}" if short else "LinkedIn")
        self._gathered.facts.append(Stated(record, fact, said))

    def endorsement(self, record: str, row: Row, whom: str) -> None:
        """Read a skill that somebody finds in me, or I in them: a topic, and who knows whom."""
        if fold(row.get("endorsement status", "")) not in _ACCEPTED:
            return
        name = f"{row[f'{whom} first name']} {row[f'{whom} last name']}"
        person = self._person(record, one_line(name), row.get(f"{whom} public url", ""), known=True)
        skill = one_line(row["skill name"])
        if person is not None and skill:
            about = person if whom == "endorsee" else ME
            self._state(record, Detail(about, Said.TOPIC, skill))

    def note(self, record: str, row: Row) -> None:
        """Read what I noted of a connection."""
        url = row.get("connection profile url", "")
        person = self._person(record, _name(row, "connection "), url, known=True)
        if person is not None and row["note"]:
            self._state(record, Detail(person, Said.NOTE, row["note"]))

    def contact(self, record: str, row: Row) -> None:
        """Read an entry of an address book that LinkedIn took in; machines are nobody."""
        name = one_line(f"{row['firstname']} {row['lastname']}") or one_line(
            row.get("fullname", "")
        )
        held = (one.lower() for one in _SEPARATORS.split(row["emails"]) if "@" in one)
        emails = tuple(one for one in dict.fromkeys(held) if not is_machine(one, name))
        numbers = re.split(r"[,;]", row.get("phonenumbers", ""))
        phones = tuple(one_line(one) for one in numbers if any(char.isdigit() for char in one))
        if row["emails"] and not emails and not phones:
            return
        if not (name or emails or phones):
            self._gathered.trouble(record, "import.bad-row")
            return
        self._gathered.cards.append(
            Card(
                ref=PersonId(record),
                record=record,
                names=(name,) if name else (),
                given=one_line(row["firstname"]),
                family=one_line(row["lastname"]),
                emails=emails,
                phones=phones,
                known=True,
            )
        )

    def _person(
        self,
        record: str,
        name: str,
        url: str = "",
        *,
        known: bool = False,
        employer: str = "",
        extra: Mapping[str, str] | None = None,
    ) -> PersonId | None:
        """Return the reference of somebody, whose card is made once; None for nobody or me.

        A name without a profile is the connection of that name, or the one at that `employer`.
        """
        bearers = [] if url else self._bearers(name, employer)
        if len(bearers) > 1:
            self._gathered.trouble(record, "linkedin.namesakes", name=name)
            return None
        url = url or next(iter(bearers), "")
        handle = slug(url)
        if handle in self._known.mine or (fold(name) in _HIDDEN and not handle):
            return None
        person = PersonId(f"in/{handle}" if handle else f"name={fold(name)}")
        if person not in self._seen:
            self._seen.add(person)
            names = (name,) if fold(name) not in _HIDDEN else ()
            urls = (profile_url(url),) if url else ()
            card = Card(person, record, names, urls=urls, known=known, extra=extra or {})
            self._gathered.cards.append(card)
        return person

    def _bearers(self, name: str, employer: str) -> list[str]:
        """Return the profiles that a name may mean."""
        found = self._known.connections.get(fold(name), ())
        there = [url for url, company in found if company_key(company) == company_key(employer)]
        return there if employer and len(there) == 1 else [url for url, _ in found]

    def _day(self, record: str, text: str) -> date | None:
        """Return a row's day: the month first, as LinkedIn writes, unless the column differs."""
        try:
            return dates.day_of_instant(text, self._known.zone, day_first=bool(self.order))
        except ValueError:
            self._gathered.trouble(record, "import.bad-date", text=text)
            return None

    def _state(self, record: str, fact: Fact) -> None:
        self._gathered.facts.append(Stated(record, fact))


def by_name(rows: Iterable[Row]) -> dict[str, list[tuple[str, str]]]:
    """Return, by folded name, the profile and company of each connection that has a profile."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        if row and row.get("url"):
            found.setdefault(fold(_name(row)), []).append((row["url"], row.get("company", "")))
    return found


def _name(row: Row, before: str = "") -> str:
    return one_line(f"{row[f'{before}first name']} {row[f'{before}last name']}")


def _key(*parts: str) -> str:
    """Return what makes an encounter unique in every export that holds it, and tells nothing."""
    return f"linkedin:{blake2b(chr(10).join(parts).encode(), digest_size=16).hexdigest()}"
