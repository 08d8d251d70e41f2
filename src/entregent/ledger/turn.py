"""Whose turn it is to help: "your turn", never a debt."""

from enum import StrEnum

from entregent.domain.people import Tie
from entregent.ledger.history import History


class Turn(StrEnum):
    """Whose turn it is."""

    MINE = "mine"
    THEIRS = "theirs"
    EVEN = "even"


def turn(history: History, tie: Tie | None) -> Turn | None:
    """Return whose turn it is with somebody; None for a close friend, with whom nobody counts.

    Facts are counted over twelve months, not their weights; thanks owed make it mine.
    """
    if tie is not None and tie.close_friend:
        return None
    balance = history.received_lately - history.gave_lately
    if balance > 0 or history.unthanked is not None:
        return Turn.MINE
    return Turn.THEIRS if balance < 0 else Turn.EVEN
