"""Conversations: who wrote on which day, as one encounter a day, direction and pair."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from types import MappingProxyType

from entregent.domain.facts import MOST_RECIPIENTS, Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Stated
from entregent.domain.text import fold
from entregent.domain.words import Channel, Origin
from entregent.exchange.owner import is_number

_NOTHING: Mapping[str, str] = MappingProxyType({})

MOST = MOST_RECIPIENTS + 1
"""How many people a conversation may hold, the owner included, for each to be spoken to."""

EARLIEST, LATEST = 2004, 2049
"""The years in which conversations of this kind can have taken place."""


def ref(name: str) -> PersonId:
    """Return the local reference of somebody known by a name only."""
    return PersonId(f"name={name}")


def card(name: str, *, me: str | None = None) -> Card:
    """Return the card of somebody in a conversation, the owner's where `name` is `me`."""
    number = is_number(name)
    return Card(
        ref=ME if name == me else ref(name),
        record=f"name={name}",
        names=() if number else (name,),
        phones=(name,) if number else (),
    )


def is_small(members: Collection[PersonId]) -> bool:
    """Tell whether what is said among `members` is said to each of them."""
    return 1 < len(members) <= MOST


def encounters(
    origin: Origin, days: Mapping[date, Collection[PersonId]], members: Collection[PersonId]
) -> Iterator[Stated]:
    """Yield what each day's writers turned to each other member, in the record `day=YYYY-MM-DD`.

    Nothing where there are too many members. The key holds the day and the two people, so that a
    later and longer export of the same conversation, or another conversation of theirs on that
    day, says nothing twice.
    """
    if not is_small(members):
        return
    for on in sorted(days):
        for writer in sorted(days[on]):
            for other in sorted(members):
                if other != writer:
                    key = _key(origin, on, writer, other)
                    met = Encounter(writer, other, on, Channel.MESSAGED, key=key)
                    yield Stated(f"day={on}", met, _NOTHING)


def _key(origin: Origin, on: date, writer: PersonId, other: PersonId) -> str:
    """Return what makes an encounter unique in every export, and tells nothing."""
    parts = f"{on}\n{fold(writer)}\n{fold(other)}"
    return f"{origin}:{blake2b(parts.encode(), digest_size=12).hexdigest()}"
