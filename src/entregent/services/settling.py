"""Settling: saying of something in the agenda that it is done, put off, or let go.

Only the owner says so. Done, it is the real fact that is kept where there is one: thanks given, a
promise kept, an ask sent.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from entregent.domain.facts import Asked, Fact, Thanked
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.inbox import Brokered, Step
from entregent.domain.upkeep import Kept, Settled, Settling, Side
from entregent.ledger.agenda import AgendaItem, Due
from entregent.ledger.agenda.asks import once_more
from entregent.ledger.agenda.between import errand
from entregent.ledger.settling import Suggestion
from entregent.services.agenda import item_called
from entregent.services.desk import Desk
from entregent.services.giving import did
from entregent.services.introducing import introduced, take
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.taking_back import take_back

WEEK = 7
_ENDING = 8
"""How many letters of its id name a request."""


@dataclass(frozen=True, slots=True)
class Word:
    """What was said of an item, kept as `fact` in `batch`."""

    item: AgendaItem
    fact: Fact
    batch: BatchId

    @property
    def until(self) -> date | None:
        """The day on which it comes back, where it does."""
        return self.fact.until if isinstance(self.fact, Settled) else None


def done(desk: Desk, key: str, on: date | None = None) -> Word:
    """Keep that I did it on a day, today unless told.

    Raises BookError: agenda.no-item, agenda.too-early, agenda.which-answer, date.future.
    """
    item, day = item_called(desk, key), on or desk.today
    if item.request is not None:
        raise BookError("agenda.which-answer", request=item.request[-_ENDING:])
    if day < item.on and item.due in (Due.THANKS, Due.PROMISE, Due.PROMISED):
        raise BookError("agenda.too-early", day=day.isoformat(), start=item.on.isoformat())
    if item.gift is not None and day == desk.today:
        batch, fact = did(desk, item.gift)
        return Word(item, fact, batch)
    step = _step(desk, item, day, "done") if item.introduction else None
    return step or _keep(desk, item, _deed(item, day), "done")


def snooze(desk: Desk, key: str, until: date | int = WEEK) -> Word:
    """Put it off until a day, or for so many days.

    Raises BookError: agenda.no-item, agenda.snooze-past.
    """
    item = item_called(desk, key)
    day = desk.today + timedelta(days=until) if isinstance(until, int) else until
    if day <= desk.today:
        raise BookError("agenda.snooze-past", day=day.isoformat())
    fact = _settled(desk.today, item.suggestion, Settling.SNOOZED, day)
    take_back(desk, fact)
    return _keep(desk, item, fact, "snooze")


def let_go(desk: Desk, key: str) -> Word:
    """Keep that it need not be done. Raises BookError: agenda.no-item."""
    item = item_called(desk, key)
    step = _step(desk, item, desk.today, "let-go") if item.introduction else None
    gone = _settled(desk.today, item.suggestion, Settling.LET_GO)
    return step or _keep(desk, item, gone, "let-go")


def _step(desk: Desk, item: AgendaItem, day: date, how: Literal["done", "let-go"]) -> Word | None:
    """Move an introduction on; None when letting this go is no step of it."""
    seen = introduced(desk)
    one = next(one for one in seen.introductions if one.id == item.introduction)
    due = next(due for due in seen.due(one) if errand(one, due).suggestion == item.suggestion)
    move = due.choices[-1 if how == "done" else 0]
    if how == "let-go" and move.step is not Step.LET_GO:
        return None
    batch = take(seen, one.id, move, on=day)
    facts = (entry.fact for entry in desk.book.entries((Brokered,)) if entry.batch == batch)
    return Word(item, next(facts), batch)


def _deed(item: AgendaItem, day: date) -> Fact:
    """Return the fact that says an item is done."""
    deed = None if item.person is None else _real(item, item.person, day)
    return deed or _settled(day, item.suggestion, Settling.DONE)


def _real(item: AgendaItem, person: PersonId, day: date) -> Fact | None:
    """Return the fact that an item done leaves behind, None where it leaves none of its own."""
    deed: Fact | None = None
    match item.due:
        case Due.THANKS:
            deed = Thanked(person, day)
        case Due.PROMISE:
            deed = Kept(person, day, item.text, Side.ME)
        case Due.PROMISED:
            deed = Kept(person, day, item.text, Side.THEM)
        case Due.STEP if item.kind is not None:
            deed = Asked(person, day, item.kind, item.text, item.goal)
        case Due.FOLLOW_UP:
            deed = _settled(day, once_more(person, item.kind, item.on), Settling.DONE)
        case Due.LET_GO:
            deed = _settled(day, item.suggestion, Settling.LET_GO)
        case _:
            pass
    return deed


def _settled(day: date, told: Suggestion, word: Settling, until: date | None = None) -> Settled:
    return Settled(day, told.item, word, told.person, told.other, until)


def _keep(desk: Desk, item: AgendaItem, fact: Fact, what: str) -> Word:
    return Word(item, fact, record(desk, [fact], f"today {what} {item.key}"))
