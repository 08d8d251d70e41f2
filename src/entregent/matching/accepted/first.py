"""A first plan, whatever its waits: the hardest meetings first, then places are taken in turn.

A meeting without a place takes that of others, which look for another in their turn. What was
often pushed out weighs more and is left alone, so that the search does not turn in circles. Only
where that finds nothing is an exact model asked, which can also prove that no plan exists.
"""

from random import Random

from entregent.matching.accepted.agreed import Agreed, Slots
from entregent.matching.accepted.proof import exact, overbooked

_PUSHES = 50_000
"""How many meetings take the place of others before the exact model is asked."""
_REST = 6
"""For how many pushes at least a meeting does not go back where it was pushed out."""


class Board:
    """A plan with meetings that have no place yet: slot -1."""

    def __init__(self, agreed: Agreed, random: Random) -> None:
        """Begin with no meeting placed."""
        self.agreed, self.random = agreed, random
        self.slot = [-1] * len(agreed.pairs)
        self.busy: list[Slots] = [0] * agreed.people
        self.inside: list[set[int]] = [set() for _ in range(agreed.slots)]
        self.weight = [1] * len(agreed.pairs)
        self.rests: dict[tuple[int, int], int] = {}

    def put(self, meeting: int, slot: int) -> None:
        """Place a meeting."""
        self.slot[meeting] = slot
        self.inside[slot].add(meeting)
        for person in self.agreed.pairs[meeting]:
            self.busy[person] |= 1 << slot

    def take(self, meeting: int) -> None:
        """Take a meeting's place from it."""
        slot = self.slot[meeting]
        self.slot[meeting] = -1
        self.inside[slot].discard(meeting)
        for person in self.agreed.pairs[meeting]:
            self.busy[person] &= ~(1 << slot)

    def open(self, meeting: int) -> Slots:
        """Return the slots that hold nobody of this meeting, whether tables are left or not."""
        a, b = self.agreed.pairs[meeting]
        return self.agreed.may[meeting] & ~(self.busy[a] | self.busy[b])

    def in_the_way(self, meeting: int, slot: int) -> list[int]:
        """Return the meetings that have to leave a slot for this one."""
        inside = self.inside[slot]
        pair = self.agreed.pairs[meeting]
        found = [
            one
            for one in inside
            if self.agreed.pairs[one][0] in pair or self.agreed.pairs[one][1] in pair
        ]
        if not found and len(inside) >= self.agreed.tables:
            lightest = min(self.weight[one] for one in inside)
            found = [
                self.random.choice([one for one in sorted(inside) if self.weight[one] == lightest])
            ]
        return found


def first_plan(agreed: Agreed, seed: int) -> list[int] | None:
    """Return the slot of each meeting, or None where no plan is known to the exact model either."""
    if len(agreed.pairs) > agreed.tables * agreed.slots or overbooked(agreed):
        return None
    board = Board(agreed, Random(seed))  # noqa: S311
    waiting = _fill(board)
    for turn in range(_PUSHES):
        if not waiting:
            return board.slot
        waiting += push(board, waiting.pop(board.random.randrange(len(waiting))), turn)
    return exact(agreed)


def _fill(board: Board) -> list[int]:
    """Give places to all that find one, those with the fewest left first; return the others."""
    left, lost = set(range(len(board.slot))), []
    full: Slots = 0
    due = [len(of) for of in board.agreed.of]
    while left:
        one = min(left, key=lambda m: (_rank(board, due, m, full), m))
        left.discard(one)
        places = board.open(one) & ~full
        for person in board.agreed.pairs[one]:
            due[person] -= 1
        if not places:
            lost.append(one)
            continue
        slot = min(_each(places), key=lambda s: (len(board.inside[s]), s))
        board.put(one, slot)
        if len(board.inside[slot]) >= board.agreed.tables:
            full |= 1 << slot
    return lost


def _rank(board: Board, due: list[int], meeting: int, full: Slots) -> tuple[int, int]:
    a, b = board.agreed.pairs[meeting]
    return (board.open(meeting) & ~full).bit_count(), -due[a] - due[b]


def push(board: Board, meeting: int, turn: int) -> list[int]:
    """Put a meeting where what leaves weighs least; return what has no place now."""
    best: tuple[float, int, list[int]] | None = None
    for slot in _each(board.agreed.may[meeting]):
        if board.rests.get((meeting, slot), -1) > turn:
            continue
        leaves = board.in_the_way(meeting, slot)
        weighs = sum(board.weight[one] for one in leaves) + 0.5 * board.random.random()
        if best is None or weighs < best[0]:
            best = weighs, slot, leaves
    if best is None:
        return [meeting]
    _, slot, leaves = best
    for one in leaves:
        board.take(one)
        board.weight[one] += 1
        board.rests[one, slot] = turn + _REST + board.random.randrange(_REST)
    board.put(meeting, slot)
    return leaves


def _each(slots: Slots) -> list[int]:
    return [slot for slot in range(slots.bit_length()) if slots >> slot & 1]
