"""The timer: what to think of during an evening, and when."""

from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from entregent.coach.plays import Voice
from entregent.coach.timer import Now, Proposal, proposals, read_timer
from entregent.domain.events import Event, Mode
from entregent.domain.time_of_day import TimeOfDay
from entregent.locale.languages import Language
from entregent.services.desk import Desk
from entregent.services.events.keeping import events, which_event
from entregent.services.ports import Catalogue

TIMER = "playbook/timer"
_HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the timer.

    None leaves `mode` and `left` to the event, `at` to the clock; `event` is words of its name.
    """

    now: Now
    mode: Mode | None = None
    left: int | None = None
    at: TimeOfDay | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """What to think of, counted from the time `at`; what a timer can know; the room in words."""

    at: TimeOfDay
    now: Now
    word: str
    room: str
    proposals: tuple[Proposal, ...]


def timed(desk: Desk, catalogue: Catalogue, wanted: Wanted, voice: Voice) -> Timed:
    """Return what to think of from now on; raises BookError as `which_event` does."""
    at = wanted.at or _clock(desk)
    now = _standing(desk, wanted, at)
    timer = read_timer(catalogue.template(TIMER))
    language: Language = "en" if voice == "en" else "fr"
    word, room = timer.word[now.mode][language], timer.rooms[now.room][language]
    return Timed(at, now, word, room, proposals(timer, now, voice))


def _clock(desk: Desk) -> TimeOfDay:
    local = desk.now.astimezone(ZoneInfo(desk.settings.timezone))
    return TimeOfDay(local.hour * 60 + local.minute)


def _standing(desk: Desk, wanted: Wanted, at: TimeOfDay) -> Now:
    """Complete what was said with what is known of the event one is at."""
    event = which_event(desk, wanted.event) if wanted.event else _here(desk, at)
    mode = wanted.mode or (event.mode if event else Mode.NETWORK)
    begun = _past(event.begins, at) if event else 0
    ends = event.ends if event else None
    left = wanted.left if wanted.left is not None else _until(ends, at)
    return replace(wanted.now, mode=mode, evening=max(begun, wanted.now.talked), left=left)


def _here(desk: Desk, at: TimeOfDay) -> Event | None:
    """Return the last event of today, or the one of yesterday that goes on past midnight."""
    yesterday = desk.today - timedelta(days=1)
    here = [
        one
        for one in events(desk)
        if one.day == desk.today or (one.day == yesterday and _goes_on(one, at))
    ]
    return here[-1] if here else None


def _goes_on(event: Event, at: TimeOfDay) -> bool:
    begins, ends = event.begins, event.ends
    return begins is not None and ends is not None and at <= ends < begins


def _past(begins: TimeOfDay | None, at: TimeOfDay) -> int:
    minutes = begins.until(at) if begins else 0
    return minutes if minutes < _HALF_DAY else 0


def _until(ends: TimeOfDay | None, at: TimeOfDay) -> int | None:
    minutes = at.until(ends) if ends else _HALF_DAY
    return minutes if minutes < _HALF_DAY else None
