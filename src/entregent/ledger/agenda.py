"""The agenda: what the ledger suggests today, the most pressing first."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from entregent.domain.asking import Goal
from entregent.domain.facts import Boundary
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind, Reply
from entregent.ledger.history import History
from entregent.settings import Settings


class Due(StrEnum):
    """What there is to do, the most pressing first."""

    DEADLINE = "deadline"
    """A goal is wanted by that day."""
    THANKS = "thanks"
    """They helped on that day and were not thanked."""
    COME_BACK = "come-back"
    """They said "later"; from that day on one may ask again."""
    FOLLOW_UP = "follow-up"
    """Asked on that day and not answered: one kind word, or let it go."""
    REST_ENDS = "rest-ends"
    """They are free again on that day."""
    LET_GO = "let-go"
    """Asked on that day, long ago, and not answered: let it go."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to do: what, the day it speaks of, and with whom or for which goal."""

    due: Due
    on: date
    person: PersonId | None = None
    kind: Kind | None = None
    text: str = ""
    goal: AskId | None = None


def agenda(
    past: Iterable[History],
    goals: Iterable[Goal],
    boundaries: Mapping[PersonId, Sequence[Boundary]],
    quiet: Collection[PersonId],
    today: date,
    settings: Settings,
) -> tuple[AgendaItem, ...]:
    """Return what to do on `today`, by urgency, then by date.

    `quiet` are the people whom nothing is suggested about: left out, or who must not know. What
    a boundary covers is not suggested either; thanks always are.
    """
    items = list(_deadlines(goals, today, settings))
    for history in past:
        if history.person not in quiet:
            items.extend(_thanks(history))
            items.extend(
                item
                for item in _asks(history, today, settings)
                if not _forbidden(item, boundaries.get(history.person, ()), today)
            )
    return tuple(sorted(items, key=_urgency))


def _deadlines(goals: Iterable[Goal], today: date, settings: Settings) -> Iterator[AgendaItem]:
    near = today + timedelta(days=settings.agenda_days)
    for goal in goals:
        made = goal.created is None or goal.created <= today
        open_still = goal.done is None or goal.done > today
        if made and open_still and goal.by is not None and goal.by <= near:
            yield AgendaItem(Due.DEADLINE, goal.by, kind=goal.kind, text=goal.purpose, goal=goal.id)


def _thanks(history: History) -> Iterator[AgendaItem]:
    helped = history.unthanked
    if helped is not None:
        yield AgendaItem(Due.THANKS, helped.on, history.person, text=helped.text)


def _asks(history: History, today: date, settings: Settings) -> Iterator[AgendaItem]:
    yield from _come_back(history, today, settings)
    asked = history.awaited
    age = 0 if asked is None else history.age(asked.on)
    if asked is not None and settings.follow_up_days <= age < settings.no_days:
        due = Due.FOLLOW_UP if age < settings.unanswered_days else Due.LET_GO
        yield AgendaItem(due, asked.on, history.person, asked.kind, asked.text, asked.ask)
    rest = history.rest
    if rest is not None and rest.until <= today + timedelta(days=settings.agenda_days):
        sent = rest.asked
        yield AgendaItem(Due.REST_ENDS, rest.until, history.person, sent.kind, sent.text, sent.ask)


def _come_back(history: History, today: date, settings: Settings) -> Iterator[AgendaItem]:
    """Yield whom to come back to: for as long again as one waited, unless one asked since."""
    answer = history.latest_answer
    if answer is None or answer.reply is not Reply.LATER:
        return
    wait = timedelta(days=settings.later_days)
    asked_since = any(past.asked.on > answer.on for past in history.asks)
    if answer.on + wait <= today < answer.on + wait + wait and not asked_since:
        yield AgendaItem(Due.COME_BACK, answer.on + wait, history.person, answer.kind)


def _forbidden(item: AgendaItem, boundaries: Sequence[Boundary], today: date) -> bool:
    kind = item.kind
    return kind is not None and any(limit.covers(kind, today) for limit in boundaries)


def _urgency(item: AgendaItem) -> tuple[int, date, str, str]:
    return (tuple(Due).index(item.due), item.on, item.person or "", item.goal or "")
