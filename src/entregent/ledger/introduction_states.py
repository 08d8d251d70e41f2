"""The states of an introduction, and what each step makes of them.

An introduction that was asked for needs the agreement of the other side; one that was my idea
needs that of both. Once both agreed, a side may take its agreement back until the introduction is
made; before that, the introduction is let go.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeAlias, assert_never

from entregent.domain.inbox import Party, Step


class Move(NamedTuple):
    """A step, and the side it speaks of where it speaks of one."""

    step: Step
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """One side was asked on a day, perhaps once more on a later one, and has not answered."""

    party: Party
    since: date
    followed_up: date | None = None


@dataclass(frozen=True, slots=True)
class ToSeek:
    """Nobody owes me an answer; `unsought` sides are still to be asked."""

    since: date
    unsought: tuple[Party, ...]
    agreed: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """At least one side has been asked whether they agree."""

    since: date
    waits: tuple[Wait, ...]
    unsought: tuple[Party, ...] = ()
    agreed: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """Both agree; the introduction may be made."""

    since: date


@dataclass(frozen=True, slots=True)
class Declined:
    """One side does not want it; `untold` sides wait for a word from me."""

    since: date
    by: Party
    untold: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class LetGo:
    """I let it go; `untold` sides wait for a word from me."""

    since: date
    untold: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """They know of each other; `checked` is the day on which I asked how it went."""

    since: date
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """I know how it went."""

    since: date
    text: str


@dataclass(frozen=True, slots=True)
class Thanked:
    """The other side was thanked; nothing is left to do."""

    since: date
    text: str


@dataclass(frozen=True, slots=True)
class Void:
    """The two are one person, or one of them is me: there is nobody to introduce."""

    since: date


State: TypeAlias = ToSeek | Sought | Agreed | Declined | LetGo | Made | Outcome | Thanked | Void
_Open: TypeAlias = ToSeek | Sought | Agreed
SIDED = frozenset({Step.SOUGHT, Step.FOLLOWED_UP, Step.AGREED, Step.DECLINED, Step.TOLD})
"""The steps that speak of one side."""
_BOTH = tuple(Party)


def begun(step: Step, on: date) -> ToSeek:
    """Return the state that asking for an introduction (or my idea of one) makes."""
    if step is Step.ASKED:
        return ToSeek(on, (Party.OTHER,), (Party.PERSON,))
    return ToSeek(on, _BOTH)


def advance(state: State, move: Move, on: date, text: str = "") -> State | None:
    """Return what a step of the day `on` makes of a state; None where it cannot follow it."""
    match state:
        case ToSeek() | Sought() | Agreed():
            return _open(state, move, on)
        case Declined(untold=untold) | LetGo(untold=untold):
            if move.step is not Step.TOLD or move.party not in untold:
                return None
            return replace(state, untold=_without(untold, move.party))
        case Made():
            return _made(state, move, on, text)
        case Outcome(text=told):
            return Thanked(on, told) if move.step is Step.THANKED else None
        case Thanked() | Void():
            return None
        case _:
            assert_never(state)


def moves(state: State) -> tuple[Move, ...]:
    """Return every step that can follow a state, in the order of steps."""
    return tuple(move for move in _MOVES if advance(state, move, state.since) is not None)


def meant(state: State, step: Step) -> Move:
    """Return the step with the one side it can speak of; without any where none or both can."""
    able = [move for move in moves(state) if move.step is step]
    return able[0] if len(able) == 1 else Move(step)


_MOVES = tuple(
    Move(step, party) for step in Step for party in (_BOTH if step in SIDED else (None,))
)


def aware(state: _Open) -> tuple[Party, ...]:
    """Return the sides that know something is under way: who asked, agreed, or was asked."""
    match state:
        case ToSeek(agreed=agreed):
            return agreed
        case Sought(waits=waits, agreed=agreed):
            return _ordered({*agreed, *(wait.party for wait in waits)})
        case Agreed():
            return _BOTH
        case _:
            assert_never(state)


def _open(state: _Open, move: Move, on: date) -> State | None:
    """Take a step while nothing is decided: whatever comes, it may be let go."""
    if move.step is Step.LET_GO:
        return LetGo(on, aware(state))
    if move.step is Step.LINES:
        return state
    match state:
        case ToSeek():
            return _sought(Sought(on, (), state.unsought, state.agreed), move, on)
        case Sought():
            return _sought(state, move, on) or _answered(state, move, on)
        case Agreed():
            return _settled(move, on)
        case _:
            assert_never(state)


def _sought(state: Sought, move: Move, on: date) -> Sought | None:
    """Ask one side whether they agree."""
    party = move.party
    if move.step is not Step.SOUGHT or party is None or party not in state.unsought:
        return None
    waits = (*state.waits, Wait(party, on))
    left = _without(state.unsought, party)
    return replace(state, since=on, waits=waits, unsought=left)


def _answered(state: Sought, move: Move, on: date) -> State | None:
    """Hear from one side, or ask it once more."""
    wait = next((wait for wait in state.waits if wait.party is move.party), None)
    if wait is None:
        return None
    others = tuple(one for one in state.waits if one is not wait)
    if move.step is Step.FOLLOWED_UP and wait.followed_up is None:
        return replace(state, waits=(*others, replace(wait, followed_up=on)))
    if move.step is Step.DECLINED:
        return Declined(on, wait.party, _without(aware(state), wait.party))
    if move.step is not Step.AGREED:
        return None
    agreed = _ordered({*state.agreed, wait.party})
    if others:
        return replace(state, waits=others, agreed=agreed)
    return ToSeek(on, state.unsought, agreed) if state.unsought else Agreed(on)


def _settled(move: Move, on: date) -> State | None:
    """Make the introduction, or hear that one side takes its agreement back."""
    if move.step is Step.MADE:
        return Made(on)
    if move.step is Step.DECLINED and move.party is not None:
        return Declined(on, move.party, _without(_BOTH, move.party))
    return None


def _made(state: Made, move: Move, on: date, text: str) -> State | None:
    if move.step is Step.OUTCOME:
        return Outcome(on, text)
    if move.step is Step.CHECKED and state.checked is None:
        return replace(state, checked=on)
    return None


def _without(parties: tuple[Party, ...], gone: Party) -> tuple[Party, ...]:
    return tuple(party for party in parties if party is not gone)


def _ordered(parties: set[Party]) -> tuple[Party, ...]:
    return tuple(party for party in Party if party in parties)
