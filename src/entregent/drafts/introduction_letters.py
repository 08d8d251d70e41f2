"""Which message of an introduction a side is to read next."""

from typing import assert_never

from entregent.domain.inbox import Party, Step
from entregent.drafts.introducing import Letter
from entregent.ledger.introduction_states import (
    Agreed,
    Declined,
    LetGo,
    Made,
    Outcome,
    Sought,
    Thanked,
    ToSeek,
    Void,
)
from entregent.ledger.introductions import Introduction


def letter_for(introduction: Introduction, reader: Party) -> Letter | None:
    """Return what a side may be written now; None where there is nothing to write.

    A side that knows of nothing is never told that something came to nothing.
    """
    state = introduction.state
    other = reader is Party.OTHER
    letter: Letter | None = None
    match state:
        case ToSeek(unsought=unsought):
            letter = Letter.SEEK if reader in unsought else Letter.ASKING
        case Sought():
            letter = _while_sought(state, reader)
        case Agreed():
            letter = Letter.PRESENT
        case Declined(by=by) if by is reader:
            letter = Letter.NOTED
        case Declined(untold=untold) | LetGo(untold=untold):
            letter = _ending(introduction, reader) if reader in untold else None
        case Made(checked=checked):
            asked = None if checked else Letter.HOW
            letter = Letter.THANK if other else asked
        case Outcome() | Thanked():
            letter = Letter.THANK if other else Letter.HEARD
        case Void():
            pass
        case _:
            assert_never(state)
    return letter


def _while_sought(state: Sought, reader: Party) -> Letter | None:
    if reader in state.unsought:
        return Letter.SEEK
    wait = next((wait for wait in state.waits if wait.party is reader), None)
    if wait is None:
        return Letter.ASKING
    return Letter.REMIND if wait.followed_up is None else None


def _ending(introduction: Introduction, reader: Party) -> Letter:
    """Tell the end: in words of its own to who had asked."""
    asked = introduction.step is Step.ASKED and reader is Party.PERSON
    return Letter.REGRET if asked else Letter.RELEASE
