"""Meetings that were agreed already: when each is held, so that nobody waits much."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from entregent.domain.reading import Problem
from entregent.matching.accepted.agreed import Agreed
from entregent.matching.accepted.proof import overbooked
from entregent.matching.accepted.solve import plan_agreed
from entregent.matching.meetings.places import places
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.people import Attendee, apart, welcomed
from entregent.matching.scores import Given
from entregent.services.matching.brought import Agreement
from entregent.services.matching.meetings import (
    Fairness,
    Timetable,
    Wish,
    most_of,
    rules_of,
    slots_of,
    there_of,
)

MOVES = 500_000
"""How long the search for fewer waits goes on."""


def agreed_meetings(
    people: Sequence[Attendee], wish: Wish, agreements: Sequence[Agreement]
) -> tuple[Timetable, list[Problem]]:
    """Plan meetings that were agreed; those that cannot be held are told, the rest is planned.

    The timetable's `value` counts everybody's waits, and no plan of them has fewer than its
    `bound`; `worst_value` is the most that one person has.
    """
    slots = slots_of(people, wish.slots)
    there = there_of(people, slots)
    tables = max(len(people) // 2, 1) if wish.tables is None else wish.tables
    setting = Setting(Given(len(people), ()), there, tables, most_of(there, wish))
    asked, problems = _possible(people, setting, agreements)
    plan = plan_agreed(asked, wish.seed, MOVES)
    while plan is None:
        gone = _one_too_many(asked)
        problems.append(_cannot_be(agreements, people, asked.pairs[gone]))
        asked = replace(asked, pairs=_but(asked.pairs, gone), may=_but(asked.may, gone))
        plan = plan_agreed(asked, wish.seed, MOVES)
    held = [Meeting(slot, *pair) for slot, pair in zip(plan.slot, asked.pairs, strict=True)]
    held.sort(key=lambda one: (one.slot, one.a, one.b))
    met = [len(some) for some in asked.of]
    return Timetable(
        tuple(people),
        slots,
        tables,
        tuple(
            (one.slot + 1, table + 1, people[one.a].id, people[one.b].id)
            for one, table in zip(held, places(held), strict=True)
        ),
        float(plan.total),
        float(plan.bound),
        Fairness(min(met), float(median(met)), float(max(plan.waits))),
        (),
        welcomed(people),
        rules_of(people, setting),
    ), problems


def _possible(
    people: Sequence[Attendee], setting: Setting, agreements: Sequence[Agreement]
) -> tuple[Agreed, list[Problem]]:
    """Return the meetings that some slot can hold, and the rows of the others."""
    place = {one.id: n for n, one in enumerate(people)}
    kept = apart(people)
    held: dict[tuple[int, int], int] = {}
    problems = []
    left = setting.most.copy()
    for one in agreements:
        a, b = sorted((place[one.a], place[one.b]))
        both = np.flatnonzero(setting.available[a] & setting.available[b]).tolist()
        may = sum(1 << s for s in both if one.slots is None or s + 1 in one.slots)
        if not may or (a, b) in kept or min(left[a], left[b]) <= 0 or not setting.tables:
            problems.append(Problem(one.record, "match.cannot-be"))
        else:
            left[[a, b]] -= 1
            held[a, b] = may
    pairs = tuple(held)
    return (
        Agreed(len(people), setting.slots, setting.tables, pairs, tuple(held.values())),
        problems,
    )


def _one_too_many(asked: Agreed) -> int:
    """Return a meeting to leave out: the last of somebody who has too many, else the last."""
    busy = overbooked(asked)
    return asked.of[busy[0]][-1] if busy and asked.of[busy[0]] else len(asked.pairs) - 1


def _cannot_be(
    agreements: Sequence[Agreement], people: Sequence[Attendee], pair: tuple[int, int]
) -> Problem:
    both = {people[who].id for who in pair}
    record = next(one.record for one in agreements if {one.a, one.b} == both)
    return Problem(record, "match.cannot-be")


def _but(some: tuple, gone: int) -> tuple:  # type: ignore[type-arg]  # of pairs, or of slots
    return some[:gone] + some[gone + 1 :]
