"""Sets of message numbers as IMAP writes them, and the marks kept of what was read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RANGE = re.compile(r"(\d{1,10}):(\d{1,10})")
_MARK = re.compile(r"(\d{1,10}) ([\d:,]+)")


@dataclass(frozen=True, slots=True)
class Uids:
    """A set of unique message numbers, as ranges that neither touch nor overlap, in order."""

    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int]]) -> "Uids":
        """Bring ranges, both ends included, into order."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(ranges):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            elif first <= last:
                joined.append((first, last))
        return cls(tuple(joined))

    def __contains__(self, uid: int) -> bool:
        """Tell whether a number is among them."""
        return any(first <= uid <= last for first, last in self.ranges)

    def __or__(self, other: "Uids") -> "Uids":
        """Return the numbers in either set."""
        return Uids.of((*self.ranges, *other.ranges))

    def __str__(self) -> str:
        """Write the set as IMAP does: `1:4,7:9`."""
        return ",".join(f"{first}:{last}" for first, last in self.ranges)

    def others(self) -> str:
        """Write all numbers that are not in this set: `5:6,10:*`."""
        start, parts = 1, []
        for first, last in self.ranges:
            if start < first:
                parts.append(f"{start}:{first - 1}")
            start = last + 1
        return ",".join((*parts, f"{start}:*"))

    def filled(self, top: int) -> "Uids":
        """Return all numbers up to `top`, and those of this set."""
        return self | Uids.of([(1, top)])

    def without(self, other: "Uids") -> "Uids":
        """Return the numbers of this set that are not in the other."""
        left: list[tuple[int, int]] = []
        for first, last in self.ranges:
            start = first
            for begin, end in other.ranges:
                if end >= start and begin <= last:
                    left.append((start, begin - 1))
                    start = end + 1
            left.append((start, last))
        return Uids.of(one for one in left if one[0] <= one[1])


def listed(uids: Sequence[int]) -> str:
    """Write numbers in ascending order as a set, runs drawn together."""
    return str(Uids.of((uid, uid) for uid in uids))


def mark(validity: int, uids: Uids) -> str:
    """Write what was read of a folder: `1732600000 1:2000`, or nothing for nothing."""
    return f"{validity} {uids}" if validity and uids.ranges else ""


def marked(marks: Iterable[str], validity: int) -> Uids:
    """Add up the marks that were made under a folder's present UIDVALIDITY."""
    found = Uids()
    for one in marks:
        told = _MARK.fullmatch(one)
        if told and int(told[1]) == validity:
            found |= Uids.of((int(a), int(b)) for a, b in _RANGE.findall(told[2]))
    return found
