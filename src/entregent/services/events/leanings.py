"""Whether one's events always go to friendship, or never do; said once."""

from collections import defaultdict

from entregent.coach.debrief.leaning import Evening, Leaning, leaning
from entregent.domain.events import Captured, Remembered
from entregent.domain.facts import Tied
from entregent.domain.ids import EventId, PersonId
from entregent.domain.upkeep import Settled, Settling
from entregent.domain.words import Context
from entregent.ledger.settling import Settlings, Suggestion, item_of
from entregent.services.desk import Desk
from entregent.services.events.keeping import events
from entregent.services.recording import record


def leaning_of(desk: Desk) -> Leaning | None:
    """Return what the last evenings have in common, None for nothing in particular."""
    friends, met = _friends(desk), _met(desk)
    evenings = [Evening(event.mode, met[event.event], friends) for event in events(desk)]
    return leaning(evenings)


def untold(desk: Desk) -> Leaning | None:
    """Return the leaning that was not spoken of yet."""
    found = leaning_of(desk)
    if found is None:
        return None
    facts = [entry.fact for entry in desk.book.entries((Settled,))]
    said = Settlings.of((one for one in facts if isinstance(one, Settled)), desk.today)
    return found if said.stands(_suggestion(found)) else None


def spoken_of(desk: Desk, found: Leaning) -> None:
    """Keep that it was spoken of, so that it is not again."""
    item = _suggestion(found).item
    record(desk, [Settled(desk.today, item, Settling.DONE)], f"debrief {found}")


def _suggestion(found: Leaning) -> Suggestion:
    return Suggestion(item_of("leaning", found))


def _friends(desk: Desk) -> frozenset[PersonId]:
    latest: dict[PersonId, Context] = {}
    for entry in desk.book.entries((Tied,)):
        tie = entry.fact
        if isinstance(tie, Tied) and tie.other == desk.book.owner and tie.context:
            latest[tie.person] = tie.context
    return frozenset(one for one, tie in latest.items() if tie is not Context.PROFESSIONAL)


def _met(desk: Desk) -> dict[EventId, set[PersonId]]:
    """Return who became a person of the book, by the event at which they were met."""
    entries = desk.book.entries((Captured, Remembered))
    lines = {one.id: one.fact.event for one in entries if isinstance(one.fact, Captured)}
    met: dict[EventId, set[PersonId]] = defaultdict(set)
    for entry in entries:
        said = entry.fact
        if isinstance(said, Remembered) and said.person is not None:
            event = lines.get(said.line)
            if event is not None:
                met[event].add(said.person)
    return met
