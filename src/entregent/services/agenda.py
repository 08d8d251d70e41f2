"""The agenda of a day, and of the weeks to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from entregent.asks.avoid import avoid
from entregent.asks.case import Case
from entregent.asks.reasons import find_reasons
from entregent.asks.situation import Situation
from entregent.domain.asking import Chain, Goal, Verdict
from entregent.domain.facts import Entry
from entregent.domain.ids import AskId
from entregent.domain.inbox import Brokered, Requested, Responded
from entregent.domain.upkeep import Planned, Settled
from entregent.ledger.agenda import AgendaItem, Known, View, between, for_today, plans
from entregent.ledger.agenda import agenda as gathered
from entregent.ledger.inbox.requests import requests
from entregent.ledger.roadmap import in_force
from entregent.ledger.settling import Settlings
from entregent.services.desk import Desk
from entregent.services.giving import giving
from entregent.services.introducing import introduced
from entregent.services.pacts import open_pacts
from entregent.services.ports import BookError
from entregent.services.promises import promises
from entregent.services.world import World, world

AHEAD_DAYS = 28
"""How far a calendar looks ahead."""
_FAR_DAYS = 1000
"""How far one looks for what was put off, to call it back."""
_UNTRIED = 1.0  # odds say nothing of whether one may ask


def agenda(desk: Desk) -> tuple[AgendaItem, ...]:
    """Return what there is to do today and what comes soon, the most pressing first."""
    view = _view(desk, desk.settings.agenda_days)
    return for_today(gathered(_known(desk, view), view), view)


def ahead(desk: Desk) -> tuple[AgendaItem, ...]:
    """Return what there is to do today and in the weeks to come, put off or not."""
    view = _view(desk, max(AHEAD_DAYS, desk.settings.agenda_days))
    return gathered(_known(desk, view), view)


def item_called(desk: Desk, word: str) -> AgendaItem:
    """Return the item of a key, or of a place in the list of today, from 1.

    Raises BookError: agenda.no-item.
    """
    view = _view(desk, _FAR_DAYS)
    items = gathered(_known(desk, view), view)
    if word.isascii() and word.isdecimal():
        shown = for_today(items, _view(desk, desk.settings.agenda_days))
        found = [item for place, item in enumerate(shown, start=1) if str(place) == word]
    else:
        found = [item for item in items if item.key == word.casefold()]
    if not found:
        raise BookError("agenda.no-item", item=word)
    return found[0]


def _view(desk: Desk, days: int) -> View:
    said = [entry.fact for entry in desk.book.entries((Settled,))]
    settled = (fact for fact in said if isinstance(fact, Settled))
    until = desk.today + timedelta(days=days)
    return View(desk.today, until, desk.settings, Settlings.of(settled, desk.today))


def _known(desk: Desk, view: View) -> Known:
    whole = world(desk)
    known = whole.situation
    more = [*plans.promises(promises(desk), view), *plans.pacts(open_pacts(desk), view)]
    more += _steps(desk, whole, view)
    more += _between(desk, whole, view)
    more += between.gifts(giving(desk, whole).items)
    more += plans.meetings(desk.book.coming(view.today, view.until), desk.book.owner, view)
    return Known(
        tuple(known.histories.values()), whole.goals, known.rules.boundaries, avoid(known), more
    )


def _between(desk: Desk, whole: World, view: View) -> Iterator[AgendaItem]:
    """Yield what others ask of me, and what the introductions I make ask."""
    facts = [one.fact for one in desk.book.entries((Requested, Responded, Brokered))]
    if not facts:
        return
    seen = introduced(desk, whole)
    asked = (fact for fact in facts if isinstance(fact, Requested | Responded))
    begun = {one.request for one in seen.introductions if one.request is not None}
    yield from between.requests(requests(asked, desk.today, desk.settings), begun, view)
    yield from between.introductions(((one, seen.due(one)) for one in seen.introductions), view)


def _steps(desk: Desk, whole: World, view: View) -> Iterator[AgendaItem]:
    planned = in_force(_until(desk.book.entries((Planned,)), view.today))
    if not planned:
        return iter(())
    known, goals = whole.situation, {goal.id: goal for goal in whole.goals}
    sent = [past.asked for history in known.histories.values() for past in history.asks]
    return plans.steps(planned, goals, sent, lambda step: _free_from(known, goals, step), view)


def _until(entries: list[Entry], today: date) -> Iterator[Entry]:
    return (one for one in entries if isinstance(one.fact, Planned) and one.fact.on <= today)


def _free_from(known: Situation, goals: dict[AskId, Goal], step: Planned) -> date | None:
    """Return the first day on which nothing says not to ask, as far as is known today."""
    goal = goals[step.ask]
    end = step.other or step.person
    chain = Chain(tuple(dict.fromkeys((known.owner, step.person, end))), _UNTRIED)
    reasons = find_reasons(Case(known, goal, step.person, step.kind, chain))
    barring = [one for one in reasons if one.verdict in (Verdict.NEVER, Verdict.WAIT)]
    days = [one.until for one in barring]
    return max([known.today, *(day for day in days if day)]) if None not in days else None
