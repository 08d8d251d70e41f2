"""What a line is cut into: who, where, what they do, what was said, promised and agreed."""

from dataclasses import dataclass
from enum import Enum, auto

from entregent.coach.capture.said import By


class Kind(Enum):
    """What a piece tells."""

    NAME = auto()
    SOMEBODY = auto()
    COLLEAGUE = auto()
    KIN = auto()
    SHE = auto()
    HE = auto()
    BOTH = auto()
    AND = auto()
    HOUSE = auto()
    TRADE = auto()
    TOPIC = auto()
    PROMISE = auto()
    NEXT = auto()
    NOTE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `start` to `end`, without the cue that tells what they are, which begins at `after`.

    `head` is said before them. `by` is who promised.
    """

    kind: Kind
    start: int
    end: int
    head: str = ""
    by: By | None = None
    after: int = -1
