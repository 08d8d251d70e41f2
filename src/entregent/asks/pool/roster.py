"""The roster: which asks fall on whom; room is made by moving other asks, the least asked first.

Levels keep it fair: first nobody is asked twice, then, for what is still open, nobody three times,
and so on. An ask that finds no room pushes another to somebody else, and that one a third
(augmenting paths, Kuhn 1955); where only counts matter, loads so made minimise every convex cost
at once (optimal semi-matchings, Harvey et al. 2006).
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from entregent.asks.pool.model import Member, MemberId
from entregent.asks.pool.timetable import Window, timetable

Job = TypeVar("Job", bound=Hashable)
"""What one is asked: a request, in the part of one who serves or of one who leads."""


@dataclass(frozen=True, slots=True)
class _Move(Generic[Job]):
    """A job goes to a member, in the place of another where one had to leave."""

    job: Job
    to: MemberId


class Roster(Generic[Job]):
    """Jobs on members, within their capacity and rests."""

    def __init__(self, members: Mapping[MemberId, Member]) -> None:
        """Start with nobody asked."""
        self._members = members
        self._windows: dict[Job, Window] = {}
        self._options: dict[Job, Sequence[MemberId]] = {}
        self._held: dict[MemberId, list[Job]] = defaultdict(list)
        self._on: dict[Job, MemberId] = {}

    def place(self, jobs: Mapping[Job, Sequence[MemberId]], windows: Mapping[Job, Window]) -> None:
        """Put as many of these jobs as fit on one of their members each; see `member`."""
        self._windows.update(windows)
        self._options.update(jobs)
        most = len(jobs) + max(map(len, self._held.values()), default=0)
        level, left = 1, [job for job, options in jobs.items() if options]
        while left and level <= most:
            dead: set[Job] = set()
            left = [job for job in left if not self._augment(job, level, dead)]
            if not self._rooms_above(left, level):
                break
            level += 1

    def pin(self, jobs: Iterable[Job]) -> None:
        """Let these jobs stay where they are from now on."""
        for job in jobs:
            self._options[job] = ()

    def drop(self, job: Job) -> None:
        """Take a job off its member."""
        self._held[self._on.pop(job)].remove(job)

    def member(self, job: Job) -> MemberId | None:
        """Return who is asked, None where there was no room."""
        return self._on.get(job)

    def days(self) -> dict[Job, date]:
        """Return the day of each job that has a place."""
        found: dict[Job, date] = {}
        for who, jobs in self._held.items():
            days = self._timetable(who, jobs)
            found.update(zip(jobs, days or (), strict=True))
        return found

    def _rooms_above(self, left: Sequence[Job], level: int) -> bool:
        """Tell whether anybody who could be reached is held back by the level alone."""
        seen: set[Job] = set()
        waiting = list(left)
        while waiting:
            job = waiting.pop()
            if job in seen:
                continue
            seen.add(job)
            for who in self._options[job]:
                if len(self._held[who]) >= level:
                    return True
                waiting.extend(self._held[who])
        return False

    def _augment(self, job: Job, level: int, dead: set[Job]) -> bool:
        """Find a place for a job, moving others along a shortest path; `dead` lead nowhere."""
        came: dict[Job, tuple[Job, MemberId]] = {}
        seen, waiting = {job}, deque([job])
        while waiting:
            one = waiting.popleft()
            for who in self._options[one]:
                held = self._held[who]
                if len(held) < level and self._timetable(who, [*held, one]):
                    if self._apply([*_path(came, one), _Move(one, who)]):
                        return True
                    continue
                for other in held:
                    if other not in seen and other not in dead and self._swaps(who, other, one):
                        seen.add(other)
                        came[other] = (one, who)
                        waiting.append(other)
        dead |= seen
        return False

    def _swaps(self, who: MemberId, other: Job, one: Job) -> bool:
        """Tell whether `one` fits on somebody when `other`, which has other ways, leaves."""
        if len(self._options[other]) <= 1:
            return False
        return bool(self._timetable(who, [*(j for j in self._held[who] if j != other), one]))

    def _apply(self, moves: Sequence[_Move[Job]]) -> bool:
        """Make moves, the last first; put all back where they do not fit together."""
        before = {move.to: list(self._held[move.to]) for move in moves}
        places = {move.job: self._on.get(move.job) for move in moves}
        for move in reversed(moves):
            if move.job in self._on:
                self._held[self._on[move.job]].remove(move.job)
            self._held[move.to].append(move.job)
            self._on[move.job] = move.to
        if all(self._timetable(move.to, self._held[move.to]) for move in moves):
            return True
        self._held.update(before)
        for job, who in places.items():
            if who is None:
                del self._on[job]
            else:
                self._on[job] = who
        return False

    def _timetable(self, who: MemberId, jobs: Sequence[Job]) -> list[date] | None:
        return timetable(self._members[who], [self._windows[job] for job in jobs])


def _path(came: Mapping[Job, tuple[Job, MemberId]], job: Job) -> list[_Move[Job]]:
    """Return the moves that free a job from where it is, the first first."""
    moves: list[_Move[Job]] = []
    while job in came:
        one, who = came[job]
        moves.append(_Move(one, who))
        job = one
    return moves[::-1]
