"""Invented attendees, to rehearse an evening with."""

from collections.abc import Mapping, Sequence
from random import Random

from entregent.matching.people import Attendee, Role
from entregent.services.matching.brought import People

_HOSTS, _NEWCOMERS = 0.05, 0.15


def invented(words: Mapping[str, Sequence[str]], count: int, *, seed: int) -> People:
    """Return as many people as asked for; `words` are `given`, `family`, `companies`, `subjects`.

    A few are hosts, some are new; the same seed invents the same people.
    """
    dice = Random(seed)  # noqa: S311 - nobody's secret
    width = len(str(count))
    return People(tuple(_one(words, n, width, dice) for n in range(1, count + 1)))


def _one(words: Mapping[str, Sequence[str]], number: int, width: int, dice: Random) -> Attendee:
    subjects = dice.sample(words["subjects"], 6)
    offered = dice.randint(1, 3)
    part = dice.random()
    role = Role.GUEST
    if part < _HOSTS or number == 1:
        role = Role.HOST
    elif part < _HOSTS + _NEWCOMERS:
        role = Role.NEWCOMER
    return Attendee(
        f"p{number:0{width}d}",
        f"{dice.choice(words['given'])} {dice.choice(words['family'])}",
        f"row={number}",
        company=dice.choice(words["companies"]),
        offers=tuple(subjects[:offered]),
        needs=tuple(subjects[offered : offered + dice.randint(1, 3)]),
        role=role,
    )
