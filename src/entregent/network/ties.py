"""Ties: what any two people are to each other, put together from all that is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from entregent.domain.facts import Connected, Entry, Tied, Worked
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Tie, Trace
from entregent.domain.words import Channel, Closeness, Context, Origin
from entregent.network.strength import (
    MUTUAL,
    WEIGHTS,
    steady,
    strength,
    strength_back,
    together,
)
from entregent.settings import Settings

LANDMARK: Final = date(2020, 1, 1)
"""The day that traces are weighed at, for good: the passing of time rewrites nothing."""

_FAR: Final = 500
"""More half-lives than this from a landmark, the powers of one day and another leave a float."""

_MONTHS_END: Final = 28  # a day that every month has

_AUTHORITY: Final[Mapping[Origin, int]] = {Origin.HAND: 2, Origin.JOURNAL: 1}


@dataclass(slots=True)
class _Evidence:
    """What is known of one pair, before it is put together."""

    words: list[tuple[Origin, Tied]] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    worked: float = 0.0
    declared: bool = False
    close: bool = False
    """Whether some word says how close the two are."""
    crossed: int = 0
    crossed_last: date | None = None

    def add(self, trace: Trace) -> None:
        """Take a trace in; crossings are the most, and only their sum matters."""
        if trace.channel is not Channel.CROSSED:
            self.traces.append(trace)
            return
        self.crossed += trace.times
        if self.crossed_last is None or trace.last > self.crossed_last:
            self.crossed_last = trace.last


class Ties(Mapping[Pair, Tie]):
    """Every pair that is tied; a tie is put together when it is first asked for.

    A book holds tens of thousands of them, and an answer looks at some hundreds.
    """

    def __init__(self, found: dict[Pair, _Evidence], owner: PersonId, factor: float) -> None:
        """Take the evidence of each pair; `factor` brings sums at the landmark to today."""
        self._found = found
        self._owner = owner
        self._factor = factor
        self._made: dict[Pair, Tie] = {}

    def __getitem__(self, between: Pair) -> Tie:
        """Return the tie of a pair."""
        made = self._made.get(between)
        if made is None:
            evidence = self._found[between]
            made = self._made[between] = _tie(between, evidence, self._owner, self._factor)
        return made

    def __contains__(self, between: object) -> bool:
        """Tell whether a pair is tied."""
        return between in self._found

    def __iter__(self) -> Iterator[Pair]:
        """Yield the pairs."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many pairs are tied."""
        return len(self._found)

    def spoken_of(self) -> Iterator[PersonId]:
        """Yield those of whose tie with the owner somebody said something (closeness and so on)."""
        for between, evidence in self._found.items():
            if evidence.words and self._owner in between:
                yield _ends(between, self._owner)[1]

    def strengths(self, settings: Settings) -> Iterator[tuple[PersonId, PersonId, float, float]]:
        """Yield the two ends of each tie, and its strength from the first to the second and back.

        All that rest on the same hearsay are as strong, and most ties rest on hearsay.
        """
        known: dict[tuple[bool, int], tuple[float, float]] = {}
        for between, evidence in self._found.items():
            hearsay = evidence.declared, evidence.crossed
            told = evidence.close or evidence.worked or evidence.traces
            strengths = None if told else known.get(hearsay)
            if strengths is None:
                tie = self[between]
                strengths = strength(tie, settings), strength_back(tie, settings)
                if not told:
                    known[hearsay] = strengths
            yield *_ends(between, self._owner), *strengths


def landmark(today: date, settings: Settings) -> date:
    """Return the day that traces are weighed at: the usual one, or today where that is far off."""
    far = abs((today - LANDMARK).days) > _FAR * settings.half_life_days
    return today if far else LANDMARK


def build_ties(
    bonds: Iterable[Entry],
    traces: Iterable[Trace],
    known: Iterable[PersonId],
    today: date,
    settings: Settings,
    owner: PersonId,
) -> Ties:
    """Return each pair that is tied, with its tie as of `today`.

    `bonds` are entries of Tied, Connected and Worked in the order they entered the book, other
    entries being passed over; `traces` are weighed at `landmark`; `known` are the people whom
    deeds up to `today` speak of. What lies after `today` is ignored. In a tie of the owner's, the
    owner is `a`.
    """
    found: dict[Pair, _Evidence] = {pair(owner, person): _Evidence() for person in known}
    for entry in bonds:
        between = _between(entry, today, owner)
        if between is not None:
            evidence = _of(found, between)
            evidence.declared = True
            if isinstance(entry.fact, Tied):
                evidence.words.append((entry.source.origin, entry.fact))
                evidence.close = evidence.close or entry.fact.closeness is not None
            elif isinstance(entry.fact, Worked):
                evidence.worked = max(evidence.worked, _together(entry.fact, today, settings))
    for trace in traces:
        if trace.first <= today:
            between = pair(trace.person, trace.other)
            _of(found, between).add(trace)
    for between in [between for between in found if between[0] == between[1]]:
        del found[between]
    since = (today - landmark(today, settings)).days
    return Ties(found, owner, 2.0 ** (-since / settings.half_life_days))


def _of(found: dict[Pair, _Evidence], between: Pair) -> _Evidence:
    evidence = found.get(between)
    if evidence is None:
        evidence = found[between] = _Evidence()
    return evidence


def connections(bonds: Iterable[Entry], today: date) -> dict[Pair, date]:
    """Return the first day on which each pair became connected on a network, where known."""
    days: dict[Pair, date] = {}
    for entry in bonds:
        fact = entry.fact
        if isinstance(fact, Connected) and fact.on is not None and fact.on <= today:
            between = pair(fact.person, fact.other)
            days[between] = min(fact.on, days.get(between, fact.on))
    return days


def _between(entry: Entry, today: date, owner: PersonId) -> Pair | None:
    match entry.fact:
        case Tied(person=one, other=other):
            return pair(one, other)
        case Connected(person=one, other=other, on=on) if on is None or on <= today:
            return pair(one, other)
        case Worked(person=one, start=start) if start is None or start <= Month.of(today):
            return pair(owner, one)
        case _:
            return None


def _together(said: Worked, today: date, settings: Settings) -> float:
    """Return what one stretch of common work adds up to; without a date, as much as a slight tie.

    Without its start it is known of the last month only; without an end it goes on.
    """
    now = Month.of(today)
    end = min(said.end or now, now)
    start = said.start or (said.end and end)
    if start is None:
        return steady(Closeness.SLIGHT, settings)
    first, last = date(start.year, start.month, 1), date(end.year, end.month, _MONTHS_END)
    return together(first, last, today, settings)


def _ends(between: Pair, owner: PersonId) -> Pair:
    return (owner, between[0]) if between[1] == owner else between


def _tie(between: Pair, evidence: _Evidence, owner: PersonId, factor: float) -> Tie:
    a, b = _ends(between, owner)
    sums = _Sums()
    for trace in sorted(evidence.traces, key=_way):
        sums.add(trace, factor, a)
    words = sorted(evidence.words, key=_authority)
    return Tie(
        a,
        b,
        _context(words),
        _last(said.address for _, said in words),
        _last(said.closeness for _, said in words),
        _last(said.since for _, said in words) or "",
        sums.sent,
        sums.received,
        sums.first,
        sums.last,
        sums.count,
        evidence.crossed,
        evidence.crossed_last,
        evidence.declared,
        evidence.worked,
    )


@dataclass(slots=True)
class _Sums:
    """What the traces of one pair add up to."""

    sent: float = 0.0
    received: float = 0.0
    first: date | None = None
    last: date | None = None
    count: int = 0

    def add(self, trace: Trace, factor: float, a: PersonId) -> None:
        """Add a trace; `a` is who sends."""
        weight = trace.weight * factor * WEIGHTS[trace.channel]
        both = trace.channel in MUTUAL
        self.sent += weight if both or trace.person == a else 0.0
        self.received += weight if both or trace.person != a else 0.0
        self.first = min(trace.first, self.first or trace.first)
        self.last = max(trace.last, self.last or trace.last)
        self.count += trace.times


def _way(trace: Trace) -> tuple[PersonId, Channel]:
    return trace.person, trace.channel


_Value = TypeVar("_Value")


def _last(told: Iterable[_Value | None]) -> _Value | None:
    """Return the last that says something: words come by authority, the highest last."""
    found = None
    for value in told:
        found = value or found
    return found


def _authority(word: tuple[Origin, Tied]) -> int:
    """Rank a word: by hand wins, then the journal, then the latest."""
    return _AUTHORITY.get(word[0], 0)


def _context(ranked: Sequence[tuple[Origin, Tied]]) -> Context | None:
    """Return the owner's latest word, or else both sides when the sources show one each."""
    told = [(origin, said.context) for origin, said in ranked if said.context is not None]
    if told and told[-1][0] in _AUTHORITY:
        return told[-1][1]
    sides = set(dict(told).values())
    return Context.BOTH if len(sides) > 1 else next(iter(sides), None)
