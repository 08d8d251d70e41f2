"""Meetings for those whom no words lead to anybody, so that nobody stands alone."""

from collections.abc import Collection, Sequence

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.scores import Pair


def completed(
    setting: Setting, meetings: Sequence[Meeting], apart: Collection[Pair], fewest: int
) -> tuple[Meeting, ...]:
    """Return the meetings, with others for whoever has fewer than `fewest`.

    They meet whoever is free and has had the fewest; `apart` holds pairs who never meet, the
    smaller place first. No meeting is moved.
    """
    board = _Board(setting, meetings, apart)
    for who in np.flatnonzero(board.held < np.minimum(fewest, setting.free)).tolist():
        for slot in np.flatnonzero(setting.available[who]).tolist():
            if board.held[who] >= min(fewest, int(setting.free[who])):
                break
            board.offer(who, slot)
    return tuple(sorted(board.meetings, key=lambda one: (one.slot, one.a, one.b)))


class _Board:
    def __init__(
        self, setting: Setting, meetings: Sequence[Meeting], apart: Collection[Pair]
    ) -> None:
        self.setting = setting
        self.meetings = list(meetings)
        self.held: Ints = np.zeros(setting.people, np.int64)
        self._free = setting.available.copy()
        self._seats = setting.seats.copy()
        self._not = set(apart)
        for one in meetings:
            self._take(one)

    def offer(self, who: int, slot: int) -> None:
        """Give somebody a meeting in a slot where one can be had."""
        if not self._free[who, slot] or self._seats[slot] <= 0:
            return
        able = self._free[:, slot] & (self.held < self.setting.most)
        able[who] = False
        others = np.flatnonzero(able)
        for other in others[np.argsort(self.held[others], kind="stable")].tolist():
            pair = (min(who, other), max(who, other))
            if pair not in self._not:
                self.meetings.append(Meeting(slot, *pair))
                self._take(self.meetings[-1])
                return

    def _take(self, one: Meeting) -> None:
        both = [one.a, one.b]
        self.held[both] += 1
        self._free[both, one.slot] = False
        self._seats[one.slot] -= 1
        self._not.add((one.a, one.b))
