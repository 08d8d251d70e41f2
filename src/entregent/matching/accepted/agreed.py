"""Meetings agreed between pairs, and what limits when they can take place."""

from dataclasses import dataclass
from typing import TypeAlias

Slots: TypeAlias = int
"""A set of slots as the bits of a number: slot 0 is the lowest."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`pairs` of people, by their numbers from 0, who are to meet once each, in one of the slots.

    `may` tells in which slots each meeting can be: where both are there, and what they asked for.
    At most `tables` meetings take place at once, and nobody has two at once.
    """

    people: int
    slots: int
    tables: int
    pairs: tuple[tuple[int, int], ...]
    may: tuple[Slots, ...]

    @property
    def of(self) -> tuple[tuple[int, ...], ...]:
        """Which meetings each person has."""
        found: list[list[int]] = [[] for _ in range(self.people)]
        for meeting, pair in enumerate(self.pairs):
            for person in pair:
                found[person].append(meeting)
        return tuple(map(tuple, found))


def gaps(busy: Slots) -> int:
    """Count the waits of somebody who meets in these slots.

    A wait is an unbroken run of idle slots between two meetings; what comes before the first and
    after the last is free time.
    """
    return max(0, (busy & ~(busy << 1)).bit_count() - 1)
