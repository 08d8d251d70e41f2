"""Routing: as many requests as possible, the same member as rarely as possible."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from entregent.asks.pool.bound import bound
from entregent.asks.pool.load import loads, nearest, spread
from entregent.asks.pool.model import (
    MemberId,
    Pool,
    Request,
    RequestId,
    Routed,
    Routing,
    Turn,
    Unmet,
    UnmetCode,
)
from entregent.asks.pool.roster import Roster
from entregent.asks.pool.timetable import Window
from entregent.asks.pool.ways import Atlas, Ways


class _Part(StrEnum):
    SERVES = "serves"
    LEADS = "leads"
    LED_TO = "led-to"


class _Job(NamedTuple):
    request: RequestId
    part: _Part


def route(pool: Pool, today: date, weeks: int = 12) -> Routing:
    """Route the requests of a pool over some weeks from `today`.

    One who serves and is tied to the asker comes before one who leads to somebody: then only one
    is asked. As many requests as possible are met, by exchanges; among such routings the asks lie
    on as many shoulders as possible. Nobody is asked above capacity or within their rest.
    """
    last = today + timedelta(days=7 * weeks - 1)
    atlas = Atlas(pool)
    open_now = [_within(one, today) for one in pool.requests if today <= one.by]
    open_now = [one for one in open_now if one.opens <= last]
    ways = {one.id: atlas.ways(one) for one in open_now}
    router = _Router(Roster(pool.members), ways, last)
    router.serve(open_now)
    while router.lead([one for one in open_now if not router.met(one.id)]):
        pass
    routed = router.routed(open_now)
    could = {who for way in ways.values() for who in _anybody(way)}
    counts = loads(routed)
    return Routing(
        tuple(routed),
        tuple(_unmet(pool.requests, ways, {one.request for one in routed})),
        bound(pool, open_now, ways, last),
        counts,
        spread(counts, could),
        spread(nearest(open_now, ways), could),
    )


@dataclass(slots=True)
class _Router:
    """Places requests on a roster, in one part or in two."""

    roster: Roster[_Job]
    ways: Mapping[RequestId, Ways]
    last: date
    refused: dict[RequestId, set[MemberId]] = field(default_factory=lambda: defaultdict(set))

    def serve(self, requests: Sequence[Request]) -> None:
        """Ask those who serve and whom the asker knows."""
        jobs: dict[_Job, Sequence[MemberId]] = {
            _Job(one.id, _Part.SERVES): self.ways[one.id].direct for one in requests
        }
        windows = {
            _Job(one.id, _Part.SERVES): Window(one.opens, min(one.by, self.last))
            for one in requests
        }
        self.roster.place(jobs, windows)

    def lead(self, requests: Sequence[Request]) -> int:
        """Ask some to lead, and those they lead to; return how many lead to nobody with room.

        Those will not be asked to lead there again, so that this comes to an end.
        """
        first: dict[_Job, Sequence[MemberId]] = {}
        then: dict[RequestId, Window] = {}
        for one in requests:
            way, end = self.ways[one.id], min(one.by, self.last)
            half = one.opens + (end - one.opens) // 2
            options = [who for who in way.through if who not in self.refused[one.id]]
            if options and half < end:
                first[_Job(one.id, _Part.LEADS)] = options
                then[one.id] = Window(half + timedelta(days=1), end)
        opens = {one.id: one.opens for one in requests}
        halves = {
            job: Window(opens[job.request], then[job.request].opens - timedelta(days=1))
            for job in first
        }
        self.roster.place(first, halves)
        self.roster.pin(first)
        leaders = {job: who for job in first if (who := self.roster.member(job)) is not None}
        return self._led_to(leaders, then)

    def _led_to(self, leaders: Mapping[_Job, MemberId], windows: Mapping[RequestId, Window]) -> int:
        parts = {job: _Job(job.request, _Part.LED_TO) for job in leaders}
        jobs = {parts[job]: self.ways[job.request].through[who] for job, who in leaders.items()}
        self.roster.place(jobs, {job: windows[job.request] for job in jobs})
        failed = [job for job, part in parts.items() if self.roster.member(part) is None]
        for job in failed:
            self.refused[job.request].add(leaders[job])
            self.roster.drop(job)
        return len(failed)

    def met(self, request: RequestId) -> bool:
        """Tell whether a request has a place in all its parts."""
        whole = (_Part.SERVES, _Part.LED_TO)
        return any(self.roster.member(_Job(request, part)) for part in whole)

    def routed(self, requests: Sequence[Request]) -> list[Routed]:
        """Return the turns of each request that is met, by the day of the first."""
        days, found = self.roster.days(), []
        for one in requests:
            jobs = [_Job(one.id, part) for part in _Part]
            turns = [
                Turn(who, days[job]) for job in jobs if (who := self.roster.member(job)) is not None
            ]
            if self.met(one.id):
                found.append(Routed(one.id, tuple(turns)))
        return sorted(found, key=lambda one: (one.turns[0].on, one.request))


def _within(request: Request, today: date) -> Request:
    return replace(request, opens=max(request.opens, today))


def _anybody(way: Ways) -> set[MemberId]:
    return {*way.first, *(end for ends in way.through.values() for end in ends)}


def _unmet(
    requests: Sequence[Request], ways: Mapping[RequestId, Ways], met: set[RequestId]
) -> list[Unmet]:
    found = []
    for one in requests:
        if one.id in met:
            continue
        way = ways.get(one.id)
        if way is None:
            found.append(Unmet(one.id, UnmetCode.LATE))
        elif not way.first:
            found.append(Unmet(one.id, UnmetCode.NOBODY))
        else:
            found.append(Unmet(one.id, UnmetCode.FULL, way.first))
    return found
