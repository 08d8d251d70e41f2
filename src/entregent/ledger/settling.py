"""Settling: whether a suggestion still stands, after what I said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2s
from typing import NamedTuple, assert_never

from entregent.domain.ids import PersonId
from entregent.domain.text import fold
from entregent.domain.upkeep import Settled, Settling

_LETTERS = "abcdefghjkmnpqrstvwxyz"
"""No i, l, o, u: what is easily taken for another letter or a digit."""
_HANDLE = 5


class Suggestion(NamedTuple):
    """What a suggestion is known by: the words of `item`, and the people it speaks of."""

    item: str
    person: PersonId | None = None
    other: PersonId | None = None

    @property
    def key(self) -> str:
        """A short word that names it in a list, the same every day."""
        told = "|".join((self.item, self.person or "", self.other or ""))
        number = int.from_bytes(blake2s(told.encode(), digest_size=8).digest())
        letters = ""
        for _ in range(_HANDLE):
            number, place = divmod(number, len(_LETTERS))
            letters += _LETTERS[place]
        return letters


def item_of(kind: str, *words: object) -> str:
    """Return the words that tell one suggestion of a kind from the others: `birthday:2027`.

    Words are folded, so that another spelling of them is no other suggestion. Ids never stand
    among them.
    """
    return ":".join([kind, *(fold(str(word)) for word in words if word not in (None, ""))])


@dataclass(frozen=True, slots=True)
class Settlings:
    """What was last said of each suggestion, on a day."""

    today: date
    said: Mapping[Suggestion, Settled]

    @classmethod
    def of(cls, facts: Iterable[Settled], today: date) -> "Settlings":
        """Gather the words said up to `today`, in any order.

        Of one day's words on one suggestion the last in the order of `_WITHIN_A_DAY` stands.
        """
        told = sorted((fact for fact in facts if fact.on <= today), key=_order)
        return cls(today, {Suggestion(f.item, f.person, f.other): f for f in told})

    def word(self, suggestion: Suggestion) -> Settled | None:
        """Return what was last said of a suggestion, None when nothing was."""
        return self.said.get(suggestion)

    def stands(self, suggestion: Suggestion) -> bool:
        """Tell whether a suggestion is to be shown today.

        What was snoozed comes back on its day, without one never; what is done or let go does
        not, unless it was opened again.
        """
        word = self.word(suggestion)
        if word is None:
            return True
        match word.settling:
            case Settling.OPEN:
                return True
            case Settling.SNOOZED:
                return word.until is not None and word.until <= self.today
            case Settling.DONE | Settling.LET_GO:
                return False
            case _:
                assert_never(word.settling)


_WITHIN_A_DAY = (Settling.SNOOZED, Settling.LET_GO, Settling.DONE, Settling.OPEN)


def _order(fact: Settled) -> tuple[date, int, date]:
    return (fact.on, _WITHIN_A_DAY.index(fact.settling), fact.until or date.max)
