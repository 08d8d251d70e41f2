"""The plan of partners: who goes to whom, and whom each thinks of when meeting somebody.

It rests on what the partners chose to tell one another and on nothing else, so that each of them
has the same plan from the same shares.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from entregent.coach.team.dividing import shared_out
from entregent.coach.team.guests import Guests, Key, same_name
from entregent.coach.team.seeking import answers
from entregent.domain.partners import Named, Share
from entregent.domain.text import fold

Senses = Callable[[str], frozenset[str]]
"""Tells what a text is about, in words that two texts may share."""


class Why(StrEnum):
    """Why a guest is somebody's to go to, the better way in first."""

    OWN = "own"
    """They wish to meet, and know each other."""
    PRESENTS = "presents"
    """They know the guest well enough to present somebody."""
    KNOWS = "knows"
    """They know the guest."""
    WISHES = "wishes"
    """They wish to meet, and nobody has a way in."""
    SHARES = "shares"
    """Nobody has a way in; it shares out the room."""


_WAYS = (Why.OWN, Why.PRESENTS, Why.KNOWS)


@dataclass(frozen=True, slots=True)
class Task:
    """A guest whom the partner `by` goes to, and why; `others` wish to meet them too."""

    guest: Named
    by: str
    why: Why
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """When `by` is with the guest: they may be for `to`.

    `seeks` are words of what `to` looks for, to which the guest may answer; empty where `to` simply
    wishes to meet them.
    """

    guest: Named
    by: str
    to: str
    seeks: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The partners by name, what each does, and whom each may present to another."""

    partners: tuple[Share, ...]
    tasks: tuple[Task, ...]
    introductions: tuple[Introduction, ...]

    def of(self, name: str) -> tuple[Task, ...]:
        """Return whom one partner goes to."""
        return tuple(task for task in self.tasks if task.by == name)


def plan(shares: Iterable[Share], senses: Senses) -> Plan:
    """Share out the guests that somebody wishes to meet, among partners of different names.

    The better way in decides; among those whose way is as good the load is even, and who wishes
    to meet comes first. The order in which shares and guests are told decides nothing.
    """
    room = _Room(sorted(shares, key=lambda share: (fold(share.name), share.name)))
    tasks = room.tasks()
    presented = room.introductions(tasks, cache(senses))
    return Plan(tuple(room.partners), tuple(tasks), tuple(presented))


class _Room:
    """What partners tell of the guests, guest by guest."""

    def __init__(self, partners: Sequence[Share]) -> None:
        self.partners = partners
        told = [one for share in partners for one in _all(share)]
        others = [one for one in told if not any(same_name(one.name, p.name) for p in partners)]
        self.guests = Guests(others)
        self._keys = sorted({self.guests.key(one) for one in others})
        self._meets = [self._keyed(share.meets) for share in partners]
        self._knows = [self._keyed(share.knows) for share in partners]
        self._presents = [self._keyed(share.presents) for share in partners]

    def _keyed(self, some: Iterable[Named]) -> frozenset[Key]:
        return frozenset(map(self.guests.key, some))

    def tasks(self) -> list[Task]:
        """Return the tasks by partner, then by guest."""
        wished = [key for key in self._keys if any(key in meets for meets in self._meets)]
        rows = [[self._why(key, hand) for hand in range(len(self.partners))] for key in wished]
        whose = shared_out([_costs(row) for row in rows], len(self.partners))
        tasks = [
            (hand, self._task(key, hand, row[hand]))
            for key, row, hand in zip(wished, rows, whose, strict=True)
        ]
        return [task for _, task in sorted(tasks, key=lambda one: one[0])]

    def introductions(self, tasks: Sequence[Task], senses: Senses) -> Iterator[Introduction]:
        """Yield whom to think of: those who wish to meet a guest, and whose words they answer."""
        by = {self.guests.key(task.guest): task.by for task in tasks}
        for key in self._keys:
            who = by.get(key) or self._carrier(key)
            guest = self.guests.named(key)
            about = senses(guest.company)
            for place, share in enumerate(self.partners):
                seeks = _answered(share.seeks, about, senses)
                wishes = key in self._meets[place]
                known = key in self._knows[place] | self._presents[place]
                if share.name != who and (wishes or (seeks and not known)):
                    yield Introduction(guest, who, share.name, seeks)

    def _task(self, key: Key, hand: int, why: Why) -> Task:
        others = [
            share.name
            for place, share in enumerate(self.partners)
            if place != hand and key in self._meets[place]
        ]
        return Task(self.guests.named(key), self.partners[hand].name, why, tuple(others))

    def _why(self, key: Key, hand: int) -> Why:
        wishes = key in self._meets[hand]
        presents, knows = key in self._presents[hand], key in self._knows[hand]
        if wishes and (presents or knows):
            return Why.OWN
        if presents:
            return Why.PRESENTS
        if knows:
            return Why.KNOWS
        return Why.WISHES if wishes else Why.SHARES

    def _carrier(self, key: Key) -> str:
        """Return who knows best a guest whom nobody asked to meet."""
        return next(
            share.name
            for known in (self._presents, self._knows)
            for place, share in enumerate(self.partners)
            if key in known[place]
        )


def _all(share: Share) -> tuple[Named, ...]:
    return (*share.meets, *share.knows, *share.presents)


def _costs(row: Sequence[Why]) -> list[int | None]:
    """Return what each partner would pay: only those with the best way in may go.

    Where nobody has one everybody may, and who wishes to meet the guest comes first.
    """
    best = next((way for way in _WAYS if way in row), None)
    if best is None:
        return [int(why is Why.SHARES) for why in row]
    return [0 if why is best else None for why in row]


def _answered(seeks: Sequence[str], about: frozenset[str], senses: Senses) -> str:
    return next((one for one in seeks if answers(senses(one), about)), "")
