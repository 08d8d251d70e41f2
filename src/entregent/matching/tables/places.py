"""Who takes which place of a plan: hosts at their tables, and apart who is to be kept apart."""

import random
from collections import defaultdict

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.tables.plan import Wanted

_PLACES = 64
"""How many others somebody may change places with are looked at, once."""
_ROUNDS = 20
"""How often everybody who sits wrongly is looked at."""


def settled(wanted: Wanted, at: Ints) -> Ints:
    """Return a plan in which all hosts sit at their table; who sat there takes their place."""
    at = at.copy()
    guests = np.array([one for one in range(wanted.people) if one not in wanted.hosts], np.int64)
    for row in at:
        for host, table in wanted.hosts.items():
            there = guests[row[guests] == table]
            if row[host] != table and len(there):
                row[there[host % len(there)]] = row[host]
                row[host] = table
    return at


def parted(wanted: Wanted, at: Ints, dice: random.Random) -> Ints:
    """Return the plan with guests changing places for the whole evening, so that fewer sit wrongly.

    Who meets how often stays as it is.
    """
    if not wanted.apart:
        return at
    at = at.copy()
    foes: dict[int, list[int]] = defaultdict(list)
    for one, other in wanted.apart:
        foes[one].append(other)
        foes[other].append(one)
    apart = {one: np.array(sorted(others), np.int64) for one, others in foes.items()}
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    for _ in range(_ROUNDS):
        wrong = [one for one in guests if one in apart and _wrong(at, apart, one)]
        if not wrong:
            break
        for one in wrong:
            _move(at, apart, one, dice.sample(guests, min(_PLACES, len(guests))))
    return at


def _wrong(at: Ints, apart: dict[int, Ints], one: int) -> int:
    """Count with whom somebody sits who is to be kept apart from them."""
    if one not in apart:
        return 0
    return int((at[:, apart[one]] == at[:, [one]]).any(axis=0).sum())


def _move(at: Ints, apart: dict[int, Ints], one: int, others: list[int]) -> None:
    """Change places with the one of these with whom fewest sit wrongly then, if not more do."""
    had = _wrong(at, apart, one)
    best, least = one, 1
    for other in others:
        if not had or one == other:
            continue
        before = had + _wrong(at, apart, other)
        at[:, [one, other]] = at[:, [other, one]]
        more = _wrong(at, apart, one) + _wrong(at, apart, other) - before
        at[:, [one, other]] = at[:, [other, one]]
        if more < least:
            best, least = other, more
            if least <= -had:
                break
    at[:, [one, best]] = at[:, [best, one]]
