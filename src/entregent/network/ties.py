"""Ties: what any two people are to each other, put together from all that is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from entregent.domain.facts import Connected, Entry, Tied, Worked
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Tie, Trace
from entregent.domain.words import Address, Channel, Closeness, Context, Origin
from entregent.network.strength import MUTUAL, WEIGHTS
from entregent.settings import Settings

LANDMARK: Final = date(2020, 1, 1)
"""The day that traces are weighed at, for good: the passing of time rewrites nothing."""

_AUTHORITY: Final[Mapping[Origin, int]] = {Origin.HAND: 2, Origin.JOURNAL: 1}


@dataclass(slots=True)
class _Evidence:
    """What is known of one pair, before it is put together."""

    words: list[tuple[Origin, Tied]] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    declared: bool = False


def build_ties(
    bonds: Iterable[Entry],
    traces: Iterable[Trace],
    known: Iterable[PersonId],
    today: date,
    settings: Settings,
    owner: PersonId,
) -> dict[Pair, Tie]:
    """Return each pair that is tied, with its tie as of `today`.

    `bonds` are entries of Tied, Connected and Worked in the order they entered the book, other
    entries being passed over; `known` are the people whom deeds up to `today` speak of. What
    lies after `today` is ignored. In a tie of the owner's, the owner is `a`.
    """
    found: dict[Pair, _Evidence] = {pair(owner, person): _Evidence() for person in known}
    for entry in bonds:
        between = _between(entry, today, owner)
        if between is not None:
            evidence = found.setdefault(between, _Evidence())
            evidence.declared = True
            if isinstance(entry.fact, Tied):
                evidence.words.append((entry.source.origin, entry.fact))
    for trace in traces:
        if trace.first <= today:
            between = pair(trace.person, trace.other)
            found.setdefault(between, _Evidence()).traces.append(trace)
    factor = 2.0 ** ((LANDMARK - today).days / settings.half_life_days)
    return {
        between: _tie(between, evidence, owner, factor)
        for between, evidence in found.items()
        if between[0] != between[1]
    }


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


def _tie(between: Pair, evidence: _Evidence, owner: PersonId, factor: float) -> Tie:
    a, b = (owner, between[0]) if between[1] == owner else between
    tie = _worded(Tie(a, b, declared=evidence.declared), evidence.words)
    for trace in sorted(evidence.traces, key=lambda trace: (trace.person, trace.channel)):
        tie = _traced(tie, trace, factor)
    return tie


def _traced(tie: Tie, trace: Trace, factor: float) -> Tie:
    if trace.channel is Channel.CROSSED:
        last = max(trace.last, tie.crossed_last or trace.last)
        return replace(tie, crossed=tie.crossed + trace.count, crossed_last=last)
    weight = trace.weight * factor * WEIGHTS[trace.channel]
    both = trace.channel in MUTUAL
    return replace(
        tie,
        sent=tie.sent + (weight if both or trace.person == tie.a else 0.0),
        received=tie.received + (weight if both or trace.person == tie.b else 0.0),
        first=min(trace.first, tie.first or trace.first),
        last=max(trace.last, tie.last or trace.last),
        count=tie.count + trace.count,
    )


def _worded(tie: Tie, words: list[tuple[Origin, Tied]]) -> Tie:
    """Add the declared words, field by field: by hand wins, then the journal, then the latest."""
    address: Address | None = None
    closeness: Closeness | None = None
    since = ""
    ranked = sorted(words, key=_authority)
    for _, said in ranked:
        address = said.address or address
        closeness = said.closeness or closeness
        since = said.since or since
    return replace(tie, context=_context(ranked), address=address, closeness=closeness, since=since)


def _authority(word: tuple[Origin, Tied]) -> int:
    return _AUTHORITY.get(word[0], 0)


def _context(ranked: list[tuple[Origin, Tied]]) -> Context | None:
    """Return the owner's latest word, or else both sides when the sources show one each."""
    told = [(origin, said.context) for origin, said in ranked if said.context is not None]
    if told and told[-1][0] in _AUTHORITY:
        return told[-1][1]
    sides = set(dict(told).values())
    return Context.BOTH if len(sides) > 1 else next(iter(sides), None)
