"""The events of a book: a new one, the one that is meant, all of them."""

from dataclasses import dataclass, replace
from datetime import date

from entregent.domain.events import Event, Mode
from entregent.domain.ids import BatchId, EventId
from entregent.domain.text import fold, tokens
from entregent.domain.time_of_day import TimeOfDay
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.recording import record

_ENOUGH = 6
"""Letters at the end of an id that name an event."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an event; None is not said, and leaves earlier words standing."""

    name: str | None = None
    day: date | None = None
    place: str | None = None
    begins: TimeOfDay | None = None
    ends: TimeOfDay | None = None
    goals: tuple[str, ...] | None = None
    mode: Mode | None = None


def new_event(desk: Desk, told: Told) -> tuple[Event, BatchId]:
    """Keep an event; without a day it is today.

    Raises BookError: event.nameless.
    """
    name = " ".join((told.name or "").split())
    if not name:
        raise BookError("event.nameless")
    event = Event(EventId(desk.ids.new()), name, told.day or desk.today)
    return _keep(desk, _changed(event, told))


def change_event(desk: Desk, event: Event, told: Told) -> tuple[Event, BatchId]:
    """Keep what is said anew of an event; its former words stay, and `undo` brings them back."""
    return _keep(desk, _changed(event, told))


def events(desk: Desk) -> tuple[Event, ...]:
    """Return all events as the latest word has them, by day, then by the time they begin."""
    told = (entry.fact for entry in desk.book.entries((Event,)))
    latest = {event.event: event for event in told if isinstance(event, Event)}
    return tuple(sorted(latest.values(), key=_in_time))


def which_event(desk: Desk, words: str = "") -> Event:
    """Return the event meant by words of its name, its day, or its id; without, the nearest.

    The nearest is one of today, else of yesterday (an evening goes on past midnight), else the
    next to come, else the last there was. Raises BookError: event.none, event.unknown,
    event.ambiguous.
    """
    known = events(desk)
    if not known:
        raise BookError("event.none")
    if not words.strip():
        return min(known, key=lambda event: _nearness(event, desk.today))
    found = _meant(known, words)
    if not found:
        among = " · ".join(event.name for event in known)
        raise BookError("event.unknown", words=words, among=among)
    if len(found) > 1:
        among = " · ".join(f"{one.name}, {one.day} (@{one.event[-_ENOUGH:]})" for one in found)
        raise BookError("event.ambiguous", words=words, among=among)
    return found[0]


def _meant(known: tuple[Event, ...], words: str) -> list[Event]:
    ending, wanted = words.removeprefix("@").casefold(), set(tokens(words))
    ways = (
        [one for one in known if fold(one.name) == fold(words)],
        [one for one in known if one.day.isoformat() == words.strip()],
        [one for one in known if len(ending) >= _ENOUGH and one.event.endswith(ending)],
        [one for one in known if wanted and wanted <= set(tokens(f"{one.name} {one.place}"))],
    )
    return next(filter(None, ways), [])


def _nearness(event: Event, today: date) -> tuple[int, int]:
    """Order today's event, yesterday's, the coming ones from the next, the past from the last."""
    away = (event.day - today).days
    rank = 0 if away == 0 else 1 if away == -1 else 2 if away > 0 else 3
    return rank, abs(away)


def _in_time(event: Event) -> tuple[date, int, str]:
    return event.day, event.begins.minutes if event.begins else -1, event.event


def _changed(event: Event, told: Told) -> Event:
    said = {
        name: value
        for name in ("day", "place", "begins", "ends", "goals", "mode")
        if (value := getattr(told, name)) is not None
    }
    if told.name and told.name.strip():
        said["name"] = " ".join(told.name.split())
    return replace(event, **said)


def _keep(desk: Desk, event: Event) -> tuple[Event, BatchId]:
    return event, record(desk, [event], f'event "{event.name}"')
