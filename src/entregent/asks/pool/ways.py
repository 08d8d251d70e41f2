"""Ways: whom a request may go to, the nearest first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from entregent.asks.pool.model import Member, MemberId, Pool, Request


@dataclass(frozen=True, slots=True)
class Ways:
    """Who may be asked for a request, the nearest first.

    `direct` are ties of the asker who serve with what is wanted; `through` are ties who lead to
    members who do, each with those, whom the asker does not know.
    """

    direct: tuple[MemberId, ...]
    through: Mapping[MemberId, tuple[MemberId, ...]]

    @property
    def first(self) -> tuple[MemberId, ...]:
        """Everybody who may be asked first."""
        return (*self.direct, *self.through)


class Atlas:
    """Finds ways in one pool; who serves with what is worked out once."""

    def __init__(self, pool: Pool) -> None:
        """Look up who serves with what."""
        self._pool = pool
        self._serving: dict[str, set[MemberId]] = defaultdict(set)
        for member in pool.members.values():
            if _takes(member):
                for word in member.serves:
                    self._serving[word].add(member.id)

    def ways(self, request: Request) -> Ways:
        """Return the ways of a request: over one tie, or over two where one tie leads nowhere."""
        mine = self._ties(request.asker)
        able = self._serving.get(request.wants, set()) - {request.asker}
        near = sorted(mine, key=lambda who: (-mine[who], who))
        strangers = able - mine.keys()
        through: list[tuple[float, MemberId, tuple[MemberId, ...]]] = []
        for who in near if strangers else ():
            theirs = self._ties(who)
            if who not in able and (ends := theirs.keys() & strangers):
                order = sorted(ends, key=lambda end: (-theirs[end], end))
                through.append((-mine[who] * theirs[order[0]], who, tuple(order)))
        return Ways(
            tuple(who for who in near if who in able),
            {who: ends for _, who, ends in sorted(through)},
        )

    def _ties(self, who: MemberId) -> Mapping[MemberId, float]:
        members = self._pool.members
        ties = self._pool.ties.get(who, {})
        return {one: tie for one, tie in ties.items() if one in members and _takes(members[one])}


def _takes(member: Member) -> bool:
    return member.per_month is None or member.per_month > 0
