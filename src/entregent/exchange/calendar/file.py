"""Reads a calendar: who met whom, and when."""

import mmap
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, combinations
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.timezone import tzp

from entregent.domain.facts import Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Channel
from entregent.exchange.calendar import days
from entregent.exchange.calendar.blocks import Block, Blocks, cut
from entregent.exchange.calendar.people import Guest, guests
from entregent.exchange.calendar.plain import Plain, plain
from entregent.exchange.calendar.signs import ORIGIN
from entregent.exchange.text import decode, one_line

MOST_STUDIED = 5000
"""How many events of one file the library reads: the rest would take minutes, and are nobody's."""

MOST_STEPS, MOST_REPEATED = 1_000_000, 30_000
"""How far the rules of one file are followed in all, and how many times of theirs are told."""
LONGEST = 4_000_000
"""How many characters of one event the library reads at most."""

_TROUBLE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    OSError,
)
"""What the calendar libraries raise on events that break the format."""


def read(data: bytes | mmap.mmap, path: str, zone: ZoneInfo) -> Reading:
    """Read every event; a broken one is a problem with its place, and the others are read."""
    blocks = cut(decode(bytes(data)))
    agenda = _Agenda(zone, blocks)
    tzp.use_zoneinfo()  # else an earlier file's zones would serve for this one's
    with warnings.catch_warnings():
        # The library warns of time zones it guesses; a guess serves us well enough for a day.
        warnings.simplefilter("ignore")
        for number, block in enumerate(blocks.events, start=1):
            agenda.take(number, block)
        return agenda.reading(path, len(blocks.events))


class _Agenda:
    """A calendar being read: events first, then the times of those that repeat."""

    def __init__(self, zone: ZoneInfo, blocks: Blocks) -> None:
        self._zone = zone
        self._blocks = blocks
        self._studied = self._steps = self._repeated = 0
        self._once: dict[str, list[tuple[str, Block, Plain]]] = {}
        self._series: dict[str, list[tuple[str, Event]]] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._facts: list[Stated] = []
        self._problems: list[Problem] = []

    def take(self, number: int, block: Block) -> None:
        """Read one event, to be told once those of its uid are known."""
        record = f"event={number}"
        if not block.whole:
            self._problems.append(Problem(record, "calendar.truncated"))
        elif (event := plain(block.text)) is None:
            self._study(record, block)
        elif not block.cancelled:
            self._once.setdefault(event.uid, []).append((record, block, event))

    def _study(self, record: str, block: Block) -> None:
        """Have the library read an event."""
        self._studied += 1
        if self._studied > MOST_STUDIED or len(block.text) > LONGEST:
            self._problems.append(Problem(record, "import.too-big"))
            return
        event = _parsed(self._blocks.calendars(block))
        if event is None:
            self._problems.append(Problem(record, "calendar.unreadable"))
        elif days.start_of(event) is None:
            self._problems.append(Problem(record, "calendar.no-start"))
        elif not block.cancelled:
            uid = one_line(str(event.get("UID", ""))) or days.occurrence(event)
            self._series.setdefault(uid, []).append((record, event))

    def reading(self, path: str, read: int) -> Reading:
        """Tell every event."""
        for uid in self._once.keys() & self._series.keys():
            for record, block, _ in self._once.pop(uid):
                self._study(record, block)
            self._series[uid].sort(key=lambda told: int(told[0].partition("=")[2]))
        once = [(record, event) for held in self._once.values() for record, _, event in held]
        events = [event for series in self._series.values() for _, event in series]
        stamps = [stamp for event in events if (stamp := days.stamp(event))]
        stamps += [event.written for _, event in once if event.written]
        for record, event in once:
            if not event.cancelled:
                self._tell(record, event.uid, days.day(event.start, self._zone), event)
        for uid, series in self._series.items():
            self._tell_series(uid, series, max(stamps, default=None))
        cards = (_card(address, names) for address, names in self._names.items())
        return Reading(path, ORIGIN, read, tuple(cards), tuple(self._facts), tuple(self._problems))

    def _tell_series(
        self, uid: str, series: list[tuple[str, Event]], written: datetime | None
    ) -> None:
        events = [event for _, event in series]
        record = series[0][0]
        times = series
        if days.repeats(events) and any(guests(event) for event in events):
            try:
                times = [(record, event) for event in self._expanded(events, written)]
            except _TooManyError:
                self._problems.append(Problem(record, "calendar.too-often"))
            except _TROUBLE:
                self._problems.append(Problem(record, "calendar.bad-rule"))
        for place, event in times:
            start = days.start_of(event)
            if start is None or str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            again = f" {days.occurrence(event)}" if "RECURRENCE-ID" in event else ""
            met = Met(one_line(str(event.get("LOCATION", ""))), guests(event))
            self._tell(place, f"{uid}{again}", days.day(start, self._zone), met)

    def _expanded(self, events: list[Event], written: datetime | None) -> list[Event]:
        """Return the times of a repeated event, as long as the file's own are not too many."""
        self._steps += days.steps(events, written)
        if self._steps > MOST_STEPS or self._repeated > MOST_REPEATED:
            raise _TooManyError
        times = days.expand(events, written)
        self._repeated += len(times)
        if len(times) <= 1:
            self._steps += days.fruitless(events)
        return times

    def _tell(self, record: str, key: str, on: date, event: "Met | Plain") -> None:
        for guest in event.guests:
            names = self._names.setdefault(guest.address, {})
            if guest.name:
                names[guest.name] = None
        addresses = [guest.address for guest in event.guests]
        for one, other in chain(((ME, a) for a in addresses), combinations(addresses, 2)):
            pair = " ".join(a for a in (one, other) if a != ME)
            met = Encounter(
                _ref(one), _ref(other), on, Channel.MET, event.where, key=f"{key} {pair}"
            )
            self._facts.append(Stated(record, met))


class _TooManyError(Exception):
    """The file's events repeat more often than anybody's do."""


@dataclass(frozen=True, slots=True)
class Met:
    """One time of an event: where it was, and who may have come."""

    where: str
    guests: tuple[Guest, ...]


def _parsed(calendars: Iterable[bytes]) -> Event | None:
    """Parse the first of these calendars that can be; None when there is none."""
    for calendar in calendars:
        try:
            events = Calendar.from_ical(calendar).walk("VEVENT")
        except _TROUBLE:
            continue
        for event in events:
            if isinstance(event, Event):
                return event
    return None


def _card(address: str, names: dict[str, None]) -> Card:
    return Card(_ref(address), f"addr={address}", tuple(names), emails=(address,))


def _ref(address: str) -> PersonId:
    return ME if address == ME else PersonId(f"addr={address}")
