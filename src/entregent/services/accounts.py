"""Accounts: what was asked, given and thanked, and whose turn it is."""

from dataclasses import dataclass
from datetime import date

from entregent.domain.facts import Gave, Received, Thanked
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.ledger.answers import PastAnswer, PastAsk
from entregent.ledger.history import History
from entregent.ledger.turn import Turn, turn
from entregent.services.desk import Desk
from entregent.services.world import world


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What happened with one person, oldest first, and whose turn it is (None: friends)."""

    person: Person
    asked: tuple[PastAsk, ...]
    answered: tuple[PastAnswer, ...]
    received: tuple[Received, ...]
    gave: tuple[Gave, ...]
    thanked: tuple[Thanked, ...]
    thanks_owed: bool
    resting_until: date | None
    turn: Turn | None


def ledger(desk: Desk, person: PersonId | None = None) -> list[LedgerLine]:
    """Return a line for everybody something happened with (or one person), by name."""
    known = world(desk).situation
    chosen = known.histories if person is None else {person: known.history(person)}
    lines = [
        _line(known.people[who], history, turn(history, known.my_tie(who)))
        for who, history in chosen.items()
        if who in known.people
    ]
    return sorted(lines, key=lambda line: (fold(line.person.name), line.person.id))


def _line(person: Person, history: History, whose: Turn | None) -> LedgerLine:
    return LedgerLine(
        person,
        history.asks,
        history.answers,
        history.received,
        history.gave,
        history.thanked,
        history.unthanked is not None,
        history.rest.until if history.rest else None,
        whose,
    )
