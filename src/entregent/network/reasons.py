"""What each tie of a chain rests on, as values that a face can word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context

_LETTER = 1.0
"""What a letter of today is worth."""


class Rests(StrEnum):
    """What a tie mainly rests on, the most telling first."""

    ENCOUNTERS = "encounters"
    CLOSENESS = "closeness"
    WORKED = "worked"
    CONNECTED = "connected"
    CROSSINGS = "crossings"
    LISTED = "listed"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """What ties `a` to `b`: `kind` says the main thing, the rest is there to tell more.

    `count`, `first` and `last` speak of encounters, or of crossings when the kind is `crossings`
    (then `first` is not known). `since` is the owner's own word.
    """

    a: PersonId
    b: PersonId
    kind: Rests
    count: int = 0
    first: date | None = None
    last: date | None = None
    closeness: Closeness | None = None
    context: Context | None = None
    since: str = ""
    connected: date | None = None


def chain_evidence(
    people: Sequence[PersonId], ties: Mapping[Pair, Tie], connected: Mapping[Pair, date]
) -> tuple[TieEvidence, ...]:
    """Return what each tie of a chain rests on, in its order.

    `connected` holds the days on which pairs became connected. Raises KeyError where two
    neighbours of the chain are not tied.
    """
    return tuple(
        tie_evidence(a, b, ties[pair(a, b)], connected.get(pair(a, b))) for a, b in pairwise(people)
    )


def tie_evidence(a: PersonId, b: PersonId, tie: Tie, connected: date | None) -> TieEvidence:
    """Return what the tie between `a` and `b` rests on."""
    kind = _main(tie, connected)
    crossing = kind is Rests.CROSSINGS
    return TieEvidence(
        a,
        b,
        kind,
        count=tie.crossed if crossing else tie.count,
        first=tie.first,
        last=tie.crossed_last if crossing else tie.last,
        closeness=tie.closeness,
        context=tie.context,
        since=tie.since,
        connected=connected,
    )


def _main(tie: Tie, connected: date | None) -> Rests:
    """Return what bears most of a tie: a letter that has faded says less than the owner's word."""
    faded = max(tie.sent, tie.received) < _LETTER
    said = tie.closeness is not None or tie.worked > 0
    shown = (
        (tie.count > 0 and not (faded and said), Rests.ENCOUNTERS),
        (tie.closeness is not None, Rests.CLOSENESS),
        (tie.worked > 0, Rests.WORKED),
        (connected is not None, Rests.CONNECTED),
        (tie.crossed > 0, Rests.CROSSINGS),
        (tie.declared, Rests.LISTED),
    )
    return next((kind for there, kind in shown if there), Rests.LEDGER)
