"""The graph of ties: the best chains from somebody to a set of people, exactly."""

from collections.abc import Iterable
from operator import index
from pathlib import Path
from typing import Final, Self

import numpy as np

from entregent.network.chain import Chain
from entregent.network.twin import file
from entregent.network.twin.columns import check_odds, check_ties, real, whole
from entregent.network.twin.rows import Rows, Whole
from entregent.network.twin.search import Network, Query, Search
from entregent.network.twin.spread import spread

MOST_HOPS: Final = 8
_MOST_PEOPLE: Final = 2**31 - 1
_COUNTS: Final = "hops, best and per_connector count from 1"


class Graph:
    """Ties with their strengths, people with their willingness; made by `build` or `open`.

    People are numbers, 0 to n - 1. The answer to a search is unique: odds are rounded to nine
    digits, and equal odds are ordered by the people's numbers.
    """

    def __init__(self, network: Network) -> None:
        """Keep who leads where, who leads here, and how willing each is to pass an ask on."""
        self._network = network

    @classmethod
    def build(
        cls,
        people: int,
        a: Iterable[int],
        b: Iterable[int],
        strength: Iterable[float],
        willingness: Iterable[float],
        strength_back: Iterable[float] | None = None,
    ) -> Self:
        """Make a graph of `people` persons and m ties between `a` and `b`.

        `strength` holds m numbers in (0, 1], `strength_back` those from `b` to `a` where they
        differ, `willingness` a number in (0, 1] a person; all are kept in single precision.
        Raises ValueError, naming the first fault, for other numbers, ids out of range, a tie
        with oneself or one given twice.
        """
        count = index(people)
        if not 0 <= count <= _MOST_PEOPLE:
            raise ValueError(f"there cannot be {count} people")
        willing = real(willingness)
        if len(willing) != count:
            raise ValueError(f"willingness holds {len(willing)} numbers for {count} people")
        check_odds("willingness", willing)
        one, other, there = whole(a), whole(b), real(strength)
        here = there if strength_back is None else real(strength_back)
        check_ties(count, one, other, there, here)
        ends = np.concatenate((one, other)), np.concatenate((other, one))
        out = Rows.of(count, *ends, np.concatenate((there, here)))
        into = out
        if not np.array_equal(there, here):
            into = Rows.of(count, *ends, np.concatenate((here, there)))
        return cls(Network(out, into, willing))

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Map the graph that `save` wrote.

        Raises ValueError when the file is foreign, damaged, cut short or written on a machine of
        the other byte order, OSError when it cannot be read.
        """
        return cls(file.load(Path(path)))

    def save(self, path: str | Path) -> None:
        """Write the graph into a file, which is replaced only by a whole one."""
        file.save(self._network, Path(path))

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self._network.willingness)

    @property
    def ties(self) -> int:
        """How many ties there are."""
        return len(self._network.out.to) // 2

    def chains(  # noqa: PLR0913 - what a search may be told
        self,
        source: int,
        targets: Iterable[int],
        hops: int = 3,
        best: int | None = 10,
        per_connector: int | None = None,
        *,
        avoid: Iterable[int] = (),
        closed: Iterable[int] = (),
    ) -> list[Chain]:
        """Return the best simple chains of at most `hops` ties from `source` to any of `targets`.

        Odds are the product of the strengths along the chain and of the willingness of everybody
        between its ends. `best` chains are returned (None: all of them), of which at most
        `per_connector` through the same first person. Those in `avoid` stand nowhere on a chain;
        those in `closed` may be its first person or its end, but nothing in between. Raises
        ValueError for people who are not in the graph, no target, more than 8 hops, and counts
        below 1.
        """
        start = self._person(source)
        aims = self._persons(targets)
        if len(aims) == 0:
            raise ValueError("there is nobody to reach: no target is given")
        ties = _hops(hops)
        limits = tuple(None if count is None else index(count) for count in (best, per_connector))
        if any(count is not None and count < 1 for count in limits):
            raise ValueError(_COUNTS)
        avoided = np.setdiff1d(self._persons(avoid), [start])
        shut = np.setdiff1d(self._persons(closed), [start])
        aims = np.setdiff1d(np.setdiff1d(aims, avoided), [start])
        if len(aims) == 0:
            return []
        return Search(self._network, Query(start, aims, avoided, shut, ties, *limits)).run()

    def best_to_all(self, source: int, hops: int = 3) -> memoryview:
        """Return the odds of the best chain of at most `hops` ties to each person, 0 if none.

        n numbers in double precision, rounded to nine digits.
        """
        return spread(self._network, self._person(source), _hops(hops)).data

    def set_willingness(self, ids: Iterable[int], values: Iterable[float]) -> None:
        """Change how willing some people are; raises ValueError and changes nothing if unsound."""
        who, willing = self._persons(ids), real(values)
        if len(who) != len(willing):
            raise ValueError("ids and values differ in length")
        check_odds("willingness", willing)
        self._network.willingness[who] = willing

    def replace_ties(
        self,
        person: int,
        others: Iterable[int],
        strength: Iterable[float],
        strength_back: Iterable[float] | None = None,
    ) -> None:
        """Let `person` be tied with `others`, m of them, and with nobody else from now on.

        Raises ValueError, and changes nothing, for what `build` would refuse.
        """
        one, ends = self._person(person), whole(others)
        there = real(strength)
        here = there if strength_back is None else real(strength_back)
        check_ties(self.people, np.full(len(ends), one), ends, there, here)
        known = self._network
        out = _with_ties(known.out, one, ends, there, here)
        into = out
        if known.into is not known.out or not np.array_equal(there, here):
            into = _with_ties(known.into, one, ends, here, there)
        self._network = Network(out, into, known.willingness)

    def _person(self, number: int) -> int:
        person = index(number)
        if not 0 <= person < self.people:
            raise ValueError(f"there is no person {person} among {self.people}")
        return person

    def _persons(self, numbers: Iterable[int]) -> Whole:
        found = whole(numbers)
        wrong = (found < 0) | (found >= self.people)
        if wrong.any():
            raise ValueError(f"there is no person {found[wrong.argmax()]} among {self.people}")
        return found


def _hops(given: int) -> int:
    hops = index(given)
    if hops < 1:
        raise ValueError(_COUNTS)
    if hops > MOST_HOPS:
        raise ValueError(f"chains have at most {MOST_HOPS} ties, not {hops}")
    return hops


def _with_ties(rows: Rows, person: int, others: Whole, there: np.ndarray, here: np.ndarray) -> Rows:
    one, other, strength = rows.one_by_one()
    kept = (one != person) & (other != person)
    own = np.full(len(others), person)
    return Rows.of(
        len(rows.offsets) - 1,
        np.concatenate((one[kept], own, others)),
        np.concatenate((other[kept], others, own)),
        np.concatenate((strength[kept], there, here)),
    )
