"""A plan of agreed meetings that is changed step by step, and never breaks a rule.

Moves are Kempe chains: of two slots, the meetings that hang together by the people they share
change places as one, so that nobody ever has two meetings at once.
"""

from collections.abc import Sequence

from entregent.matching.accepted.agreed import Agreed, Slots, gaps


class Plan:
    """When each meeting takes place. `slot` of each; `busy` slots of each person."""

    def __init__(self, agreed: Agreed, slot: Sequence[int]) -> None:
        """Take a whole plan."""
        self.agreed = agreed
        self._pairs, self._may = agreed.pairs, agreed.may
        self.lay(slot)

    def lay(self, slot: Sequence[int]) -> None:
        """Take another whole plan of the same meetings."""
        agreed = self.agreed
        self.slot = list(slot)
        self.busy: list[Slots] = [0] * agreed.people
        self.at: list[list[int]] = [[-1] * agreed.people for _ in range(agreed.slots)]
        self.held = [0] * agreed.slots
        for meeting, when in enumerate(slot):
            self.held[when] += 1
            for person in agreed.pairs[meeting]:
                self.busy[person] |= 1 << when
                self.at[when][person] = meeting

    @property
    def waits(self) -> list[int]:
        """The waits of each person."""
        return [gaps(busy) for busy in self.busy]

    @property
    def spread(self) -> int:
        """How many more waits the person with the most has than the one with the fewest."""
        waits = self.waits
        return max(waits, default=0) - min(waits, default=0)

    def chain(self, meeting: int, other: int) -> tuple[list[int], int] | None:
        """Return the meetings that change places with those of slot `other` when this one moves.

        With them comes how many more tables that slot needs then. None where one of them cannot.
        """
        pairs, may = self._pairs, self._may
        here = self.slot[meeting]
        both = (1 << here) | (1 << other)
        chain, seen = [meeting], {meeting}
        more = 0
        for one in chain:
            if may[one] & both != both:
                return None
            to = other if self.slot[one] == here else here
            more += 1 if to == other else -1
            for person in pairs[one]:
                next_one = self.at[to][person]
                if next_one >= 0 and next_one not in seen:
                    seen.add(next_one)
                    chain.append(next_one)
        return chain, more

    def lacking(self, here: int, other: int, more: int) -> int | None:
        """Return which of two slots lacks tables when `more` meetings go to the other, if any."""
        if self.held[other] + more > self.agreed.tables:
            return other
        return here if self.held[here] - more > self.agreed.tables else None

    def touched(self, chain: Sequence[int]) -> list[int]:
        """Return the people whose slots change with a chain: those in one of its meetings only."""
        once: set[int] = set()
        for meeting in chain:
            once ^= set(self.agreed.pairs[meeting])
        return list(once)

    def swap(self, chain: Sequence[int], one: int, other: int) -> None:
        """Let the meetings of a chain change places between two slots."""
        pairs = self.agreed.pairs
        for meeting in chain:
            here = self.slot[meeting]
            for person in pairs[meeting]:
                self.at[here][person] = -1
                self.busy[person] &= ~(1 << here)
        for meeting in chain:
            here = self.slot[meeting]
            to = other if here == one else one
            self.slot[meeting] = to
            self.held[here] -= 1
            self.held[to] += 1
            for person in pairs[meeting]:
                self.at[to][person] = meeting
                self.busy[person] |= 1 << to
