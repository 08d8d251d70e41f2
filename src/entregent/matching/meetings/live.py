"""The evening changes: somebody does not come, comes late, leaves early. The rest stays as it is.

What is held is held. Of what is to come, only meetings of people who are not there fall out; the
places they leave go first to the same pairs, later, then to what the people freed have next most
to say. No other meeting moves, so that nobody else has to be told anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from entregent.matching.arrays import Bools, Ints
from entregent.matching.meetings.candidates import Candidates, candidates
from entregent.matching.meetings.pairing import pairing
from entregent.matching.meetings.setting import Meeting, Setting

_PAIRS = 200_000
"""About how many pairs are looked at; among 450 people, all there are."""


@dataclass(frozen=True, slots=True)
class News:
    """What is known when slot `now` is about to begin; slots are numbered from 0.

    `absent` people do not come any more; `late` tells from which slot on somebody is there, and
    `leaving` from which slot on they are not.
    """

    now: int
    absent: frozenset[int] = frozenset()
    late: Mapping[int, int] = field(default_factory=dict)
    leaving: Mapping[int, int] = field(default_factory=dict)

    def there(self, available: Bools) -> Bools:
        """Return who is there in which slot, after this news."""
        there = available.copy()
        there[sorted(self.absent), self.now :] = False
        for person, slot in self.late.items():
            there[person, self.now : max(slot, self.now)] = False
        for person, slot in self.leaving.items():
            there[person, max(slot, self.now) :] = False
        return there


@dataclass(frozen=True, slots=True)
class Replanned:
    """The whole timetable after the news, and what changed: meetings `dropped` and `added`."""

    meetings: tuple[Meeting, ...]
    dropped: tuple[Meeting, ...]
    added: tuple[Meeting, ...]

    @property
    def moved(self) -> int:
        """How many pairs meet later or earlier than they were to."""
        return len(
            {(one.a, one.b) for one in self.dropped} & {(one.a, one.b) for one in self.added}
        )


def replan(setting: Setting, meetings: Iterable[Meeting], news: News) -> Replanned:
    """Return the timetable after the news.

    Whoever stands in `meetings` before `news.now` counts as met, and is not paired again; meetings
    that did not take place, and may be made up for, are for the caller to leave out.
    """
    setting = replace(setting, available=news.there(setting.available))
    stays: list[Meeting] = []
    dropped: list[Meeting] = []
    for one in meetings:
        possible = one.slot < news.now or setting.available[[one.a, one.b], one.slot].all()
        (stays if possible else dropped).append(one)
    added = _filled(setting, stays, dropped, news.now)
    return Replanned(tuple(sorted([*stays, *added], key=_order)), tuple(dropped), tuple(added))


def _filled(
    setting: Setting, stays: list[Meeting], dropped: list[Meeting], now: int
) -> list[Meeting]:
    """Return meetings for free people at free tables, slot by slot."""
    people = setting.people
    pairs = candidates(
        setting.scores, max(2 * setting.slots, min(people, _PAIRS // max(people, 1)))
    )
    weight = pairs.score.copy()
    weight[_among(pairs, dropped)] += 2 * float(pairs.score.max(initial=0))
    open_pairs = np.ones(len(weight), bool)
    open_pairs[_among(pairs, stays)] = False
    held = _people(stays, people)
    added: list[Meeting] = []
    for slot in range(now, setting.slots):
        here = [one for one in stays if one.slot == slot]
        free = setting.available[:, slot] & (held < setting.most) & (_people(here, people) == 0)
        places = np.flatnonzero(open_pairs & free[pairs.first] & free[pairs.second])
        first, second = pairs.first[places], pairs.second[places]
        seats = setting.tables - len(here)
        taken = places[pairing(people, first, second, weight[places], seats)]
        open_pairs[taken] = False
        for pair in taken.tolist():
            one = Meeting(slot, int(pairs.first[pair]), int(pairs.second[pair]))
            held[[one.a, one.b]] += 1
            added.append(one)
    return sorted(added, key=_order)


def _people(some: Iterable[Meeting], people: int) -> Ints:
    """Return how many of some meetings each person has."""
    both = np.array([one for m in some for one in (m.a, m.b)], np.int64)
    return np.bincount(both, minlength=people)


def _among(pairs: Candidates, some: Iterable[Meeting]) -> Ints:
    """Return where the pairs of some meetings stand."""
    keys = pairs.first * pairs.people + pairs.second
    found: Ints = np.flatnonzero(np.isin(keys, [one.a * pairs.people + one.b for one in some]))
    return found


def _order(one: Meeting) -> tuple[int, int, int]:
    return one.slot, one.a, one.b
