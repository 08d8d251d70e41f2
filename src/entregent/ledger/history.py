"""History: what happened with one person, as the ledger tells it on a given day.

Within a day, things are received, thanked for, asked and answered in that order; all else comes
after. What is dated after today has not happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from entregent.domain.asking import Goal
from entregent.domain.facts import (
    Answered,
    Asked,
    Deed,
    Gave,
    Invited,
    Lifted,
    Received,
    Thanked,
)
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind, Reply
from entregent.ledger.answers import PastAnswer, PastAsk, settle
from entregent.ledger.matters import matters
from entregent.settings import Settings


@dataclass(frozen=True, slots=True)
class Rest:
    """The ask that a person rests from, and the first day they are free again."""

    asked: Asked
    until: date


@dataclass(frozen=True, slots=True)
class History:
    """What happened with `person`, oldest first; the rest of it is computed from that."""

    person: PersonId
    today: date
    settings: Settings
    asks: tuple[PastAsk, ...] = ()
    answers: tuple[PastAnswer, ...] = ()
    received: tuple[Received, ...] = ()
    thanked: tuple[Thanked, ...] = ()
    gave: tuple[Gave, ...] = ()
    invited: tuple[Invited, ...] = ()
    lifted: tuple[Lifted, ...] = ()

    @property
    def rest(self) -> Rest | None:
        """The rest this person takes today from the latest ask that starts one."""
        starting = [past.asked for past in self.asks if not past.continues]
        if not starting or self._invited_since(starting[-1]):
            return None
        until = starting[-1].on + timedelta(days=self.settings.rest_days)
        return Rest(starting[-1], until) if self.today < until else None

    @property
    def awaited(self) -> Asked | None:
        """The last ask while it has no answer, however old; an invitation ends the wait."""
        if not self.asks or self.asks[-1].answer is not None:
            return None
        asked = self.asks[-1].asked
        return None if self._invited_since(asked) else asked

    @property
    def unthanked(self) -> Received | None:
        """The latest help, when it is recent enough and nothing thanked for it since."""
        if not self.received or self.age(self.received[-1].on) >= self.settings.thanks_days:
            return None
        last = self.received[-1]
        return None if any(thanks.on >= last.on for thanks in self.thanked) else last

    @property
    def latest_answer(self) -> PastAnswer | None:
        """The last thing they answered, to whatever ask."""
        return self.answers[-1] if self.answers else None

    def answer_about(self, kind: Kind) -> PastAnswer | None:
        """Return the last thing they answered to an ask of this kind."""
        return next((past for past in reversed(self.answers) if past.kind is kind), None)

    def discomfort(self, kind: Kind) -> PastAnswer | None:
        """Return the answer that an ask of this kind made them uncomfortable, if it still holds.

        A later yes or later takes it back, and so does a word that the discomfort is over.
        """
        telling = [past for past in self.answers if past.kind is kind and past.reply in _TELLING]
        if not telling or telling[-1].reply is not Reply.UNCOMFORTABLE:
            return None
        last = telling[-1]
        over = any(word.kind is kind and word.on >= last.on for word in self.lifted)
        return None if over else last

    def happened_since(self, day: date) -> bool:
        """Tell whether they helped, were helped, invited me or answered after `day`."""
        deeds = (self.received, self.gave, self.invited, self.answers)
        return any(deed.on > day for group in deeds for deed in group)

    @property
    def received_lately(self) -> int:
        """How many things they did for me in the period over which turns are counted."""
        return sum(self.age(deed.on) < self.settings.one_way_days for deed in self.received)

    @property
    def gave_lately(self) -> int:
        """How many things I did for them in the period over which turns are counted."""
        return sum(self.age(deed.on) < self.settings.one_way_days for deed in self.gave)

    @property
    def asked_lately(self) -> int:
        """How many times I asked them in the period over which turns are counted."""
        return sum(self.age(past.asked.on) < self.settings.one_way_days for past in self.asks)

    def age(self, day: date) -> int:
        """Return how many days ago `day` was."""
        return (self.today - day).days

    def _invited_since(self, asked: Asked) -> bool:
        return any(word.on >= asked.on for word in self.invited)


_TELLING = (Reply.YES, Reply.LATER, Reply.UNCOMFORTABLE)


def histories(
    deeds: Iterable[Deed], today: date, settings: Settings, goals: Iterable[Goal] = ()
) -> dict[PersonId, History]:
    """Return the history of everybody whom a deed up to `today` speaks of, in any order given.

    `goals` tell which plans continue which, for the asks that were sent from a plan.
    """
    past: dict[PersonId, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.on <= today:
            past[deed.person].append(deed)
    asks = (deed for group in past.values() for deed in group if isinstance(deed, Asked))
    known = matters(goals, asks)
    return {
        person: _history(History(person, today, settings), group, known)
        for person, group in past.items()
    }


def _history(empty: History, deeds: list[Deed], known: Mapping[AskId, AskId]) -> History:
    asks, answers = settle(
        [deed for deed in deeds if isinstance(deed, Asked)],
        [deed for deed in deeds if isinstance(deed, Answered)],
        known,
    )
    return replace(
        empty,
        asks=asks,
        answers=answers,
        received=_sorted(deeds, Received),
        thanked=_sorted(deeds, Thanked),
        gave=_sorted(deeds, Gave),
        invited=_sorted(deeds, Invited),
        lifted=_sorted(deeds, Lifted),
    )


_D = TypeVar("_D", Received, Thanked, Gave, Invited, Lifted)


def _sorted(deeds: list[Deed], what: type[_D]) -> tuple[_D, ...]:
    """Return the deeds of one sort by date; those of one day in an order of their own."""
    return tuple(sorted((deed for deed in deeds if isinstance(deed, what)), key=_by_day))


def _by_day(deed: Deed) -> tuple[date, str]:
    return (deed.on, repr(deed))
