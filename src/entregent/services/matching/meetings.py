"""Meetings of two: from a list of people to a timetable, checked, with its reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

import numpy as np

from entregent.domain.reading import Problem
from entregent.domain.text import fold
from entregent.matching.arrays import Bools, Ints
from entregent.matching.check import Rules
from entregent.matching.least import AtLeast
from entregent.matching.meetings.completed import completed
from entregent.matching.meetings.ideal import bound
from entregent.matching.meetings.places import places
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.meetings.solve import Solved, solve
from entregent.matching.people import Attendee, apart, welcomed
from entregent.matching.scores import Given, Pair, Relevance, Scores, Without
from entregent.services.matching.brought import Scored

USUAL_SLOTS = 6
"""How many slots there are where nobody says."""
_MOST_SLOTS = 96
_TRIFLE = 1e-3
"""What a meeting that nothing is said for counts, where somebody would else have none."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the organiser wants of a timetable; None where the people decide.

    `breaks` are slots that everybody keeps free, `most` and `fewest` meetings of each person.
    """

    slots: int | None = None
    tables: int | None = None
    fairness: float = 0.5
    breaks: int = 0
    most: int | None = None
    fewest: int | None = None
    seed: int = 1


class Lack(StrEnum):
    """Why somebody has fewer meetings than was wanted."""

    ABSENT = "absent"
    BREAKS = "breaks"
    NO_TABLE = "no-table"
    NOBODY = "nobody"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Short:
    """Somebody who has fewer meetings than was wanted, and why."""

    who: str
    lack: Lack


@dataclass(frozen=True, slots=True)
class Fairness:
    """How evenly it lies: the fewest meetings and the middle number; the least sum of scores."""

    fewest: int
    median: float
    worst_value: float


@dataclass(frozen=True, slots=True)
class Timetable:
    """A timetable. `rows` are slot, table, and the ids of the two, numbers from 1.

    `value` is the sum of scores, which no timetable can bring above `bound`.
    """

    people: tuple[Attendee, ...]
    slots: int
    tables: int
    rows: tuple[tuple[int, int, str, str], ...]
    value: float
    bound: float
    fairness: Fairness
    short: tuple[Short, ...]
    hosts: dict[str, str]
    rules: Rules

    @property
    def gap(self) -> float:
        """Which share of the bound the timetable misses."""
        low, high = sorted((self.value, self.bound))
        return 1 - low / high if high > 0 else 0.0


def slots_of(people: Iterable[Attendee], wished: int | None) -> int:
    """Return how many slots there are: as wished, else as many as people speak of."""
    if wished is not None:
        return wished
    named = [slot for one in people for slot in one.available or ()]
    return max([USUAL_SLOTS, *(slot for slot in named if slot <= _MOST_SLOTS)])


def beyond(people: Iterable[Attendee], slots: int) -> list[Problem]:
    """Return the rows that speak of slots there are not, or leave none of those there are."""
    problems = []
    for one in people:
        named = one.available
        if named is not None and not any(slot <= slots for slot in named):
            problems.append(Problem(one.record, "match.never", {"name": one.name}))
        elif named is not None and max(named) > slots:
            details = {"value": str(max(named)), "slots": str(slots)}
            problems.append(Problem(one.record, "match.slot-beyond", details))
    return problems


def meetings(
    people: Sequence[Attendee], wish: Wish, scored: Sequence[Scored] | None = None
) -> Timetable:
    """Plan meetings by what people offer and need, or by scores given by hand."""
    setting, kept = _setting(people, wish, scored)
    fewest = 1 if wish.fewest is None else wish.fewest
    found, most = _solved(setting, wish.fairness, fewest)
    if scored is None:
        found = _completed(setting, wish, kept, found, fewest)
    return _told(people, setting, _Plan(found, most, fewest, _scores_of(setting, found)))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Meetings, the most their scores could add up to, and the score of each."""

    meetings: tuple[Meeting, ...]
    bound: float
    fewest: int
    scores: tuple[float, ...]


def _completed(
    setting: Setting, wish: Wish, kept: frozenset[Pair], found: tuple[Meeting, ...], fewest: int
) -> tuple[Meeting, ...]:
    """Give whoever is short of meetings others with whom no words link them."""
    first = completed(setting, found, kept, fewest)
    missing = _missing(setting, first, fewest)
    if not missing:
        return first
    loose = Without(AtLeast(setting.scores, _TRIFLE, 1.0, wish.seed), kept)
    again, _ = _solved(replace(setting, scores=loose), wish.fairness, fewest)
    second = _needed(setting, again, fewest)
    return second if _missing(setting, second, fewest) < missing else first


def _missing(setting: Setting, held: Sequence[Meeting], fewest: int) -> int:
    """Return how many meetings people are short of, in all."""
    promised = np.minimum(fewest, setting.free)
    return int(np.maximum(promised - _met(setting, held), 0).sum())


def _needed(setting: Setting, held: Sequence[Meeting], fewest: int) -> tuple[Meeting, ...]:
    """Leave out meetings that nothing is said for and that nobody is short of."""
    met, kept = _met(setting, held), []
    for one, score in zip(held, _scores_of(setting, held), strict=True):
        if score > 0 or min(met[one.a], met[one.b]) <= fewest:
            kept.append(one)
        else:
            met[[one.a, one.b]] -= 1
    return tuple(kept)


def _met(setting: Setting, held: Sequence[Meeting]) -> Ints:
    both = [who for one in held for who in (one.a, one.b)]
    return np.bincount(np.array(both, np.int64), minlength=setting.people)


def _setting(
    people: Sequence[Attendee], wish: Wish, scored: Sequence[Scored] | None
) -> tuple[Setting, frozenset[Pair]]:
    slots, count = slots_of(people, wish.slots), len(people)
    there = there_of(people, slots)
    tables = max(count // 2, 1) if wish.tables is None else wish.tables
    kept = apart(people)
    return Setting(
        Without(_scores(people, scored, wish), kept), there, tables, most_of(there, wish)
    ), kept


def _scores(people: Sequence[Attendee], scored: Sequence[Scored] | None, wish: Wish) -> Scores:
    if scored is None:
        offers = [[fold(word) for word in one.offers] for one in people]
        needs = [[fold(word) for word in one.needs] for one in people]
        told = {word for some in offers for word in some} & {w for some in needs for w in some}
        words = Relevance(offers, needs)
        return words if told else AtLeast(words, 1.0, 0.5, wish.seed)
    place = {one.id: n for n, one in enumerate(people)}
    return Given(len(people), [(place[s.a], place[s.b], s.score) for s in scored])


def most_of(there: Bools, wish: Wish) -> Ints:
    """Return how many meetings each person can have at most, breaks taken off."""
    most: Ints = np.maximum(there.sum(axis=1) - wish.breaks, 0)
    return most if wish.most is None else np.minimum(most, wish.most)


def there_of(people: Sequence[Attendee], slots: int) -> Bools:
    """Return who is there (rows) in which slot (columns)."""
    there = np.ones((len(people), slots), bool)
    for row, one in enumerate(people):
        if one.available is not None:
            there[row] = [slot in one.available for slot in range(1, slots + 1)]
    return there


def _solved(setting: Setting, fairness: float, fewest: int) -> tuple[tuple[Meeting, ...], float]:
    """Return meetings and the bound; none where nobody can meet at all."""
    if not setting.seats.any() or not setting.free.any():
        return (), 0.0
    found: Solved = solve(setting, fairness=fairness, fewest=fewest)
    return found.meetings, max(found.value, bound(setting, setting.scores, found.prices))


def _scores_of(setting: Setting, held: Sequence[Meeting]) -> tuple[float, ...]:
    rows = {one.a: np.zeros(0) for one in held}
    for row in rows:
        rows[row] = setting.scores.block(row, row + 1)[0]
    return tuple(float(rows[one.a][one.b]) for one in held)


def _told(people: Sequence[Attendee], setting: Setting, plan: _Plan) -> Timetable:
    met, worth = _met(setting, plan.meetings), np.zeros(len(people))
    for one, score in zip(plan.meetings, plan.scores, strict=True):
        worth[[one.a, one.b]] += score
    tables = places(plan.meetings)
    rows = tuple(
        (one.slot + 1, table + 1, people[one.a].id, people[one.b].id)
        for one, table in sorted(
            zip(plan.meetings, tables, strict=True), key=lambda both: (both[0].slot, both[1])
        )
    )
    value = float(sum(plan.scores))
    return Timetable(
        tuple(people),
        setting.slots,
        setting.tables,
        rows,
        value,
        max(value, plan.bound),
        Fairness(
            int(min(met, default=0)),
            float(median(met.tolist())) if len(people) else 0.0,
            float(min(worth, default=0.0)),
        ),
        tuple(_short(people, setting, plan, met)),
        welcomed(people),
        rules_of(people, setting),
    )


def _short(people: Sequence[Attendee], setting: Setting, plan: _Plan, met: Ints) -> Iterable[Short]:
    for row in np.flatnonzero(met < plan.fewest).tolist():
        yield Short(people[row].id, _lack(setting, row, plan.fewest))


def _lack(setting: Setting, row: int, fewest: int) -> Lack:
    """Return the first reason that explains it; never whom somebody is kept from."""
    if int(setting.available[row].sum()) < fewest:
        return Lack.ABSENT
    if int(setting.most[row]) < fewest:
        return Lack.BREAKS
    if setting.tables < 1:
        return Lack.NO_TABLE
    able = setting.scores.block(row, row + 1)[0] > 0
    shared = (setting.available & setting.available[row]).any(axis=1)
    return Lack.NOBODY if int((able & shared).sum()) < fewest else Lack.FULL


def rules_of(people: Sequence[Attendee], setting: Setting) -> Rules:
    """Return what the check holds a timetable against."""
    there = {
        one.id: frozenset((np.flatnonzero(row) + 1).tolist())
        for one, row in zip(people, setting.available, strict=True)
    }
    most = {one.id: int(n) for one, n in zip(people, setting.most, strict=True)}
    pairs = [(people[a].id, people[b].id) for a, b in apart(people)]
    return Rules(setting.slots, setting.tables, there, most, frozenset(pairs))
