"""The people who come to an event, as their list tells of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from entregent.domain.text import fold


class Role(StrEnum):
    """What part somebody takes in the welcome."""

    GUEST = "guest"
    NEWCOMER = "newcomer"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who comes; `record` names the row that tells of them.

    `available` holds the slots they can meet in, from 1; None stands for all. `avoid` holds the ids
    of those they are not to meet, which no output ever tells.
    """

    id: str
    name: str
    record: str
    email: str = ""
    company: str = ""
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    available: frozenset[int] | None = None
    avoid: frozenset[str] = frozenset()
    role: Role = Role.GUEST


@dataclass(frozen=True, slots=True)
class Because:
    """Why two people meet, seen by the first: what they look for, and what they bring."""

    found: tuple[str, ...] = ()
    brought: tuple[str, ...] = ()


def apart(people: Sequence[Attendee]) -> frozenset[tuple[int, int]]:
    """Return the pairs who are not to meet, by their places, the smaller first."""
    place = {one.id: n for n, one in enumerate(people)}
    return frozenset(
        (min(n, place[other]), max(n, place[other]))
        for n, one in enumerate(people)
        for other in one.avoid
        if other in place and place[other] != n
    )


def because(one: Attendee, other: Attendee) -> Because:
    """Return why two people meet: the words of one that answer those of the other."""
    return Because(_answered(one.needs, other.offers), _answered(other.needs, one.offers))


def _answered(needs: Sequence[str], offers: Sequence[str]) -> tuple[str, ...]:
    there = set(map(fold, offers))
    return tuple(need for need in dict.fromkeys(needs) if fold(need) in there)


def welcomed(people: Sequence[Attendee]) -> dict[str, str]:
    """Give each newcomer a host, by their ids: one who has something for them, loads even."""
    kept = apart(people)
    hosts = [n for n, one in enumerate(people) if one.role is Role.HOST]
    load = dict.fromkeys(hosts, 0)
    given: dict[str, str] = {}
    for n, one in enumerate(people):
        fit = [host for host in hosts if (min(n, host), max(n, host)) not in kept]
        if one.role is not Role.NEWCOMER or not fit:
            continue
        chosen = min(fit, key=lambda host: (load[host], -_in_common(one, people[host]), host))
        load[chosen] += 1
        given[one.id] = people[chosen].id
    return given


def _in_common(one: Attendee, other: Attendee) -> int:
    reasons = because(one, other)
    return len(reasons.found) + len(reasons.brought)
