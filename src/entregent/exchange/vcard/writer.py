"""Writes address books: strict vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

Boundaries and the ledger are on no card. What cards have no word for stands in properties of our
own, which begin with `X-ENTREGENT-`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from entregent.domain.facts import Position
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.words import Said
from entregent.exchange.text import clean
from entregent.exchange.vcard.card import JOB_GROUP
from entregent.exchange.vcard.kept import OWN
from entregent.exchange.vcard.returned import Line, Returned
from entregent.exchange.vcard.spelled import escaped

Version: TypeAlias = Literal["3.0", "4.0"]

_MOST_OCTETS = 75
_CONTINUES = 0b1100_0000, 0b1000_0000
_PREFERRED: Mapping[Version, Mapping[str, str]] = {"3.0": {"TYPE": "PREF"}, "4.0": {"PREF": "1"}}
_SPELLED = {"X-ABLABEL": "X-ABLabel"}
_NO_YEAR = "--"
_LEAP = "1604-"


def write(
    people: Iterable[tuple[Person, Mapping[str, str]]], version: Version, *, written: datetime
) -> Iterator[str]:
    """Yield a card for each person, its lines ended by CR LF and at most 75 octets long.

    Each comes with what was kept of their cards, by strict head. `written` is said to be the time
    of the last change, in UTC.
    """
    for person, kept in people:
        card = _Card(person, Returned(kept), version)
        yield "".join(f"{folded(line)}\r\n" for line in card.lines(written))


def folded(line: str) -> str:
    """Fold a line after 75 octets at most, never inside a character."""
    raw = line.encode()
    pieces, start, room = [], 0, _MOST_OCTETS
    while len(raw) - start > room:
        end = start + room
        while raw[end] & _CONTINUES[0] == _CONTINUES[1]:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, _MOST_OCTETS - 1
    return b"\r\n ".join([*pieces, raw[start:]]).decode()


class _Card:
    """One person's card."""

    def __init__(self, person: Person, returned: Returned, version: Version) -> None:
        self._person = person
        self._returned = returned
        self._version = version
        self._items = 0

    def lines(self, written: datetime) -> Iterator[str]:
        """Yield the unfolded lines."""
        person = self._person
        new = self._version == "4.0"
        yield from ("BEGIN:VCARD", f"VERSION:{self._version}", "PRODID:-//Entregent//EN")
        yield f"UID:{'urn:uuid:' if new else ''}{person.id}"
        yield f"REV:{written:{'%Y%m%dT%H%M%SZ' if new else '%Y-%m-%dT%H:%M:%SZ'}}"
        yield from self._names()
        yield from self._handles("EMAIL", person.emails)
        yield from self._handles("TEL", person.phones)
        pages = [url for url in person.urls if not self._returned.holds_profile(url)]
        yield from self._handles("URL", pages)
        yield from self._jobs()
        yield from self._birthday()
        yield from self._places()
        yield from self._texts()
        for line in self._returned.others(person.urls, self._version):
            yield from self._line(line)
        yield "END:VCARD"

    def _names(self) -> Iterator[str]:
        person = self._person
        yield f"FN:{escaped(person.name)}"
        family, given = self._said(Said.FAMILY), self._said(Said.GIVEN)
        parts = self._returned.name(family, given)
        if parts and (family or given):
            yield from self._line(parts)
        elif family or given:
            yield f"N:{escaped(family)};{escaped(given)};;;"
        else:
            yield f"N:;{escaped(person.name) if person.names else ''};;;"
        for name in person.names:
            if name != person.name:
                yield f"{OWN}NAME:{escaped(name)}"

    def _handles(self, name: str, values: Sequence[str]) -> Iterator[str]:
        text = escaped if name != "URL" else clean
        for place, value in enumerate(values):
            params = self._returned.params(name, value)
            params = {key: word for key, word in params.items() if key != "VALUE"}
            first = place == 0 and len(values) > 1
            yield from self._line(Line(name, text(value), params), preferred=first)

    def _jobs(self) -> Iterator[str]:
        """Say what is held now as cards do, a group for each where a title could go astray."""
        held = self._person.positions
        now = [job for job in held if job.end is None and job.company]
        titles = {fold(job.title) for job in now if job.title}
        title = self._person.title
        stray = bool(title) and fold(title) not in titles
        apart = len(now) > 1 or (stray and now)
        for number, job in enumerate(now, start=1):
            group = f"{JOB_GROUP}{number}." if apart else ""
            yield from (f"{group}{line}" for line in self._job(job))
        if stray:
            yield f"TITLE:{escaped(title)}"
        for job in held:
            if job.company and (job.start or job.end):
                parts = (job.company, job.title, str(job.start or ""), str(job.end or ""))
                yield f"{OWN}JOB:{';'.join(map(escaped, parts))}"

    def _job(self, job: Position) -> Iterator[str]:
        known = self._returned.organisation(job.company)
        yield from self._line(known or Line("ORG", escaped(job.company), {}))
        if job.title:
            yield f"TITLE:{escaped(job.title)}"

    def _birthday(self) -> Iterator[str]:
        born = self._said(Said.BIRTHDAY)
        if not born:
            for line in self._returned.birthday():
                yield from self._line(line)
        elif self._version == "4.0":
            day = born.removeprefix(_NO_YEAR).replace("-", "")
            yield f"BDAY:{_NO_YEAR if born.startswith(_NO_YEAR) else ''}{day}"
        elif born.startswith(_NO_YEAR):
            yield f"BDAY;X-APPLE-OMIT-YEAR=1604:{_LEAP}{born.removeprefix(_NO_YEAR)}"
        else:
            yield f"BDAY:{born}"

    def _places(self) -> Iterator[str]:
        towns = {fold(value): value for _, value in _details(self._person, Said.PLACE)}
        told = set()
        for town, line in self._returned.addresses():
            if not town or fold(town) in towns:
                told.add(fold(town))
                yield from self._line(line)
        for key, town in towns.items():
            if key not in told:
                yield f"ADR:;;;{escaped(town)};;;"

    def _texts(self) -> Iterator[str]:
        person = self._person
        labels = dict.fromkeys((*person.tags, *person.circles))
        if labels:
            yield f"CATEGORIES:{','.join(map(escaped, labels))}"
        if person.lang:
            lang = "LANG" if self._version == "4.0" else f"{OWN}LANG"
            yield f"{lang}:{escaped(person.lang)}"
        own = list(_details(person, Said.CLIENT, Said.ADVICE))
        for said, values in (
            (Said.CIRCLE, person.circles),
            (Said.SECTOR, person.sectors),
            (Said.PROJECT, person.projects),
            (Said.TOPIC, person.topics),
        ):
            own += [(said, value) for value in values]
        yield from (f"{OWN}{said.name}:{escaped(value)}" for said, value in own)
        yield from (f"NOTE:{escaped(value)}" for _, value in _details(person, Said.NOTE))

    def _line(self, line: Line, *, preferred: bool = False) -> Iterator[str]:
        """Yield a property, in a group with what Apple says of it."""
        head, spoken = line.head(preferred=_PREFERRED[self._version] if preferred else {})
        group = ""
        if spoken:
            self._items += 1
            group = f"item{self._items}."
        yield f"{group}{head}:{line.value}"
        for name, value in spoken.items():
            yield f"{group}{_SPELLED.get(name, name)}:{escaped(value)}"

    def _said(self, word: Said) -> str:
        return next((value for _, value in _details(self._person, word)), "")


def _details(person: Person, *words: Said) -> Iterator[tuple[Said, str]]:
    return ((said, value) for said, value in person.details if said in words)
