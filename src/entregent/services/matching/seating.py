"""Tables that people change between, a round after the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from entregent.matching.arrays import Bools
from entregent.matching.check import Rules
from entregent.matching.people import Attendee, Role, apart, welcomed
from entregent.matching.scores import Given, Pair, Scores, Without
from entregent.matching.tables.solve import Seated, seat
from entregent.services.matching.brought import Scored
from entregent.services.matching.meetings import there_of
from entregent.services.ports import BookError


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where. `rows` are round, table and the id of a person, numbers from 1.

    `value` counts the pairs who meet, or adds up what was given for them; no plan is above `bound`,
    which takes everybody to be there all the time.
    `together` counts the pairs who were to be kept apart and could not be.
    """

    people: tuple[Attendee, ...]
    rounds: int
    tables: int
    rows: tuple[tuple[int, int, str], ...]
    value: float
    bound: float
    repeats: int
    together: int
    hosts: dict[str, str]
    rules: Rules

    @property
    def gap(self) -> float:
        """Which share of the bound the plan misses."""
        return max(0.0, 1 - self.value / self.bound) if self.bound > 0 else 0.0

    @property
    def met(self) -> dict[str, int]:
        """How many different people each one meets."""
        at: dict[tuple[int, int], list[str]] = {}
        for turn, table, who in self.rows:
            at.setdefault((turn, table), []).append(who)
        met: dict[str, set[str]] = {one.id: {one.id} for one in self.people}
        for some in at.values():
            for who in some:
                met[who].update(some)
        return {who: len(others) - 1 for who, others in met.items()}


def seating(
    people: Sequence[Attendee],
    *,
    seats: int,
    rounds: int,
    tables: int | None,
    scored: Sequence[Scored] | None,
    seed: int,
) -> Seating:
    """Seat everybody for each round; hosts stay at their table; who is away has no seat.

    Raises BookError: match.few-seats.
    """
    count = -(-len(people) // seats) if tables is None else tables
    if count * seats < len(people):
        raise BookError("match.few-seats", tables=str(count), seats=str(seats))
    place = {one.id: n for n, one in enumerate(people)}
    hosts = [n for n, one in enumerate(people) if one.role is Role.HOST][:count]
    given = Given(len(people), [(place[s.a], place[s.b], s.score) for s in scored or ()])
    found: Seated = seat(
        len(people),
        seats=seats,
        rounds=rounds,
        tables=count,
        hosts={host: table for table, host in enumerate(hosts)},
        apart=apart(people),
        scores=None if scored is None else given,
        seed=seed,
    )
    there = there_of(people, rounds)
    rows = tuple(
        (turn, number, people[who].id)
        for turn, held in enumerate(found.rounds, 1)
        for number, table in enumerate(held, 1)
        for who in table
        if there[who, turn - 1]
    )
    best = found.met + found.repeats - found.bound
    value, repeats = found.value if found.most else float(found.met), found.repeats
    if not there.all():
        shared = _shared(found, there)
        allowed = Without(given, apart(people))
        value = _worth(shared, allowed) if found.most else float(len(shared))
        repeats = shared.total() - len(shared)
    return Seating(
        tuple(people),
        rounds,
        count,
        rows,
        value,
        max(value, found.most or float(best)),
        repeats,
        found.together,
        welcomed(people),
        Rules(
            rounds,
            count,
            {
                one.id: frozenset(s + 1 for s in range(rounds) if row[s])
                for one, row in zip(people, there, strict=True)
            },
            {one.id: rounds for one in people},
            frozenset(),
        ),
    )


def _shared(found: Seated, there: Bools) -> Counter[Pair]:
    """Count how often each two share a table while both are there."""
    return Counter(
        pair
        for turn, held in enumerate(found.rounds)
        for table in held
        for pair in combinations((who for who in table if there[who, turn]), 2)
    )


def _worth(shared: Counter[Pair], scores: Scores) -> float:
    """Add up the scores of all who share a table, once for each two."""
    rows = {a: scores.block(a, a + 1)[0] for a, _ in shared}
    return float(sum(rows[a][b] for a, b in shared))
