"""Giving: what I can do for the people I know, each for its own sake.

Nothing here knows what I am after: no goal that is open, and no plan.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from entregent.domain.facts import Busy
from entregent.domain.ids import PersonId
from entregent.domain.people import Tie
from entregent.ledger.gift import Gift, What
from entregent.ledger.history import History
from entregent.ledger.settling import Settlings, item_of
from entregent.ledger.turn import Turn, turn

_ORDER = {what: place for place, what in enumerate(What)}
_FOR_A_CALM_TIME = (What.QUIET, What.TURN)
"""What can wait until somebody's busy period is over."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who is left in peace, and what I said of earlier suggestions.

    `quiet` are the people whom nothing is suggested about, `close` the close friends, `busy` those
    who told me of a busy period that covers today.
    """

    quiet: Collection[PersonId]
    close: Collection[PersonId]
    busy: Collection[PersonId]
    settlings: Settlings

    def stands(self, gift: Gift) -> bool:
        """Tell whether a suggestion is to be made today."""
        people = {gift.person, gift.other} - {None}
        if not people.isdisjoint(self.quiet):
            return False
        if gift.what in _FOR_A_CALM_TIME and gift.person in self.busy:
            return False
        return self.settlings.stands(gift.suggestion)


def gifts(found: Iterable[Gift], around: Circumstances) -> tuple[Gift, ...]:
    """Return what there is to give, the first things first; of close friends at most one idea."""
    standing = sorted({one for one in found if around.stands(one)}, key=_first)
    kept: list[Gift] = []
    seen: set[PersonId] = set()
    for one in standing:
        if one.person in seen and one.person in around.close:
            continue
        seen.add(one.person)
        kept.append(one)
    return tuple(kept)


def from_history(history: History, tie: Tie | None) -> Iterator[Gift]:
    """Yield what the ledger suggests: thanks first, else that the turn is mine.

    Whose turn it is is never asked among close friends.
    """
    helped = history.unthanked
    if helped is not None:
        item = item_of("thanks", helped.on)
        yield Gift(What.THANKS, history.person, helped.on, item, text=helped.text)
    elif history.received and turn(history, tie) is Turn.MINE:
        last = history.received[-1]
        item = item_of("turn", last.on)
        yield Gift(What.TURN, history.person, last.on, item, text=last.text)


def busy_on(periods: Iterable[Busy], today: date) -> frozenset[PersonId]:
    """Return who told me of a busy period that covers `today`."""
    return frozenset(told.person for told in periods if told.start <= today <= told.end)


def _first(gift: Gift) -> tuple[int, date, PersonId, str]:
    return (_ORDER[gift.what], gift.on, gift.person, gift.item)
