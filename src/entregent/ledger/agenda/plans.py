"""What goals, promises, the road map and calendars leave to do."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from entregent.domain.asking import Goal
from entregent.domain.events import Pact
from entregent.domain.facts import Asked, Encounter
from entregent.domain.ids import AskId, PersonId
from entregent.domain.upkeep import Planned, Promised, Side
from entregent.domain.words import Channel
from entregent.ledger.agenda.item import AgendaItem, Due, View
from entregent.ledger.settling import Suggestion, item_of

FreeFrom = Callable[[Planned], date | None]
"""Tells the first day on which the rules let a step be taken; None when it is barred today."""
_NEXT_DAY = timedelta(days=1)
_NEAR = timedelta(days=7)
"""An ask that names no plan carries out a step whose day is not as far as this."""
_TOLD = "told|"
"""How the key of an encounter begins that somebody told, and no calendar."""


def deadlines(goals: Iterable[Goal], view: View) -> Iterator[AgendaItem]:
    """Yield the days by which open goals are wanted."""
    for goal in goals:
        made = goal.created is None or goal.created <= view.today
        if made and _is_open(goal, view) and goal.by is not None and goal.by <= view.until:
            item = item_of("deadline", goal.id, goal.by)
            told = (goal.kind, goal.purpose, goal.id, item)
            yield AgendaItem(Due.DEADLINE, goal.by, None, *told)


def promises(waiting: Iterable[Promised], view: View) -> Iterator[AgendaItem]:
    """Yield what was promised: mine at once or for its day, theirs once one has waited a while."""
    wait = timedelta(days=view.settings.follow_up_days)
    for one in waiting:
        mine = one.by is Side.ME
        ready = one.due or (one.on if mine else one.on + wait)
        fading = None if mine else ready + timedelta(days=view.settings.no_days)
        if ready <= view.until and (fading is None or view.today < fading):
            item = item_of("promise", one.by, one.on, one.text)
            due = Due.PROMISE if mine else Due.PROMISED
            yield AgendaItem(
                due, one.on, one.person, text=one.text, item=item, by=one.due, ready=ready
            )


def pacts(standing: Iterable[tuple[Pact, str]], view: View) -> Iterator[AgendaItem]:
    """Yield, on the morning after and never again, whom I promised to look out for.

    What was put off comes once more, on its day. Each pact stands beside who may answer to it,
    empty where nobody does.
    """
    for pact, found in standing:
        morning = pact.on + _NEXT_DAY
        word = view.settlings.word(Suggestion(pact_item(pact)))
        last = max(morning, word.until or morning) if word else morning
        if view.today <= last and morning <= view.until:
            yield AgendaItem(
                *(Due.PACT, pact.on),
                text=pact.theirs,
                item=pact_item(pact),
                ready=morning,
                called=pact.name,
                found=found,
            )


def pact_item(pact: Pact) -> str:
    """Return what a pact is known by when something is said of it."""
    return item_of("pact", pact.on, pact.name)


def steps(
    planned: Iterable[Planned],
    goals: Mapping[AskId, Goal],
    sent: Collection[Asked],
    free_from: FreeFrom,
    view: View,
) -> Iterator[AgendaItem]:
    """Yield the steps of the road map that were not taken, until they are long past.

    A step whose goal is reached or gone, or that an ask carried out, is none any more. Where a rule
    asks to wait, its day is the first free one.
    """
    for step in planned:
        goal = goals.get(step.ask)
        past = step.due + timedelta(days=view.settings.unanswered_days) <= view.today
        taken = any(_carries_out(asked, step) for asked in sent)
        if goal is None or not _is_open(goal, view) or past or taken or step.due > view.until:
            continue
        free = free_from(step)
        if free is None or max(free, step.due) > view.until:
            continue
        yield AgendaItem(
            *(Due.STEP, step.due, step.person, step.kind, goal.purpose, step.ask),
            item=item_of("step", step.ask, step.due),
            other=step.other,
            ready=max(free, step.due),
        )


def _carries_out(asked: Asked, step: Planned) -> bool:
    """Tell whether an ask, of anybody for its plan, or of the same about that day, takes a step."""
    if asked.on < step.on:
        return False
    if asked.ask is not None or asked.continues is not None:
        return asked.ask == step.ask
    same = (asked.person, asked.kind) == (step.person, step.kind)
    return same and abs(asked.on - step.due) < _NEAR


def meetings(coming: Iterable[Encounter], owner: PersonId, view: View) -> Iterator[AgendaItem]:
    """Yield whom I am to meet on which day, everybody of one event together."""
    events: dict[tuple[date, str, str], set[PersonId]] = defaultdict(set)
    for met in coming:
        told_only = met.on == view.today and met.key.startswith(_TOLD)
        if met.channel is not Channel.MET or told_only or met.on > view.until:
            continue
        if owner in (met.person, met.other) and met.person != met.other:
            who = met.other if met.person == owner else met.person
            event = met.key.rpartition(" ")[0] or who
            events[met.on, event, met.where].add(who)
    for (on, _, where), people in events.items():
        first, *rest = sorted(people)
        item = item_of("meeting", on, where)
        yield AgendaItem(Due.MEETING, on, first, text=where, item=item, with_them=tuple(rest))


def _is_open(goal: Goal, view: View) -> bool:
    return goal.done is None or goal.done > view.today
