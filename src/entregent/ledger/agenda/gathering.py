"""What there is to do, gathered: what stands, what is allowed, what presses first."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from entregent.domain.asking import Goal
from entregent.domain.facts import Boundary
from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Settling
from entregent.ledger.agenda import asks, plans
from entregent.ledger.agenda.item import AgendaItem, Due, View, When
from entregent.ledger.history import History

_OF_AN_ASK = frozenset({Due.STEP, Due.COME_BACK, Due.FOLLOW_UP, Due.REST_ENDS, Due.LET_GO})
"""What a boundary forbids to suggest; thanks and promises never are."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an agenda is made of.

    `quiet` are the people whom nothing is suggested about: left out, or who must not know. `more`
    are things to do that others worked out: promises, steps, meetings.
    """

    past: Collection[History] = ()
    goals: Collection[Goal] = ()
    boundaries: Mapping[PersonId, Sequence[Boundary]] = field(default_factory=dict)
    quiet: Collection[PersonId] = ()
    more: Collection[AgendaItem] = ()


def agenda(known: Known, view: View) -> tuple[AgendaItem, ...]:
    """Return what there is to do up to the last day in view, what presses first.

    What is done or let go is left out; what was put off comes on its day.
    """
    standing = (_standing(item, view) for item in dict.fromkeys(_found(known, view)))
    items = [
        item
        for item in standing
        if item is not None and item.people.isdisjoint(known.quiet) and _allowed(item, known, view)
    ]
    return tuple(sorted(items, key=lambda item: _urgency(item, view.today)))


def for_today(items: Iterable[AgendaItem], view: View) -> tuple[AgendaItem, ...]:
    """Return what to speak of today: what can be done, and what comes in the next days."""
    return tuple(item for item in items if item.concerns(view.today, view.settings))


def _found(known: Known, view: View) -> Iterator[AgendaItem]:
    yield from plans.deadlines(known.goals, view)
    for history in known.past:
        yield from asks.thanks(history)
        yield from asks.come_back(history, view)
        yield from asks.unanswered(history, view)
        yield from asks.rest(history, view)
    yield from known.more


def _standing(item: AgendaItem, view: View) -> AgendaItem | None:
    """Return an item as it stands after what I said of it, None when it does not."""
    if view.settlings.stands(item.suggestion):
        return item
    word = view.settlings.word(item.suggestion)
    if word is None or word.settling is not Settling.SNOOZED or word.until is None:
        return None
    back = max(item.day, word.until)
    return replace(item, back=back) if back <= view.until else None


def _allowed(item: AgendaItem, known: Known, view: View) -> bool:
    """Tell whether no boundary of theirs covers what is suggested, on its day."""
    kind, day = item.kind, max(item.day, view.today)
    if kind is None or item.person is None or item.due not in _OF_AN_ASK:
        return True
    limits = known.boundaries.get(item.person, ())
    return not any(limit.covers(kind, day) for limit in limits)


def _urgency(item: AgendaItem, today: date) -> tuple[int, date, int, date, str, str]:
    when, due = item.when(today), tuple(Due).index(item.due)
    coming = item.day if when is When.SOON else date.min
    told = (item.person or "", item.item)
    return (tuple(When).index(when), coming, due, item.day, *told)
