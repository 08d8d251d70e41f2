"""Guests recognised: who of a list is somebody of the book, who may be, and who is neither.

Nobody is merged: a list of an evening tells less of people than what one keeps of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin
from entregent.identity import handles
from entregent.identity.facets import Facet, of_card, of_person
from entregent.identity.likeness import SAFE, WITH_HANDLE, Like, meeting
from entregent.identity.signs import Pairs, Sign, best_like, contradiction, forbidden, support

_SURE = (Like.SAME, Like.MIDDLE, Like.NICKNAME)
_FEW = 3
"""A name that more people of the book bear says nothing of who is meant."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whom a card is: `person` for sure, else perhaps one of `perhaps`, else nobody known."""

    person: PersonId | None = None
    perhaps: tuple[PersonId, ...] = ()


def recognise(
    cards: Sequence[Card], people: Iterable[Person], apart: Pairs = frozenset()
) -> tuple[Recognised, ...]:
    """Tell who of the cards of one list is who of the people; one answer a card, in their order.

    An address, a number or a page of their own tells somebody whose name does not contradict it;
    so does a name borne together with an employer. A name alone only makes somebody perhaps.
    """
    facets = [of_card(number, card, Origin.TABLE, 0, "") for number, card in enumerate(cards)]
    signs = frozenset(chain.from_iterable(map(_signs, facets)))
    known: defaultdict[str, list[Facet]] = defaultdict(list)
    for person in people:
        facet = of_person(person)
        for sign in signs.intersection(_signs(facet)):
            known[sign].append(facet)
    return tuple(_recognised(facet, known, apart) for facet in facets)


class _How(StrEnum):
    """What tells that a card is somebody."""

    HANDLE = "handle"
    CONFIRMED = "confirmed"
    """A name, with an employer."""
    NAME = "name"
    NOT = "not"


def _recognised(facet: Facet, known: Mapping[str, Sequence[Facet]], apart: Pairs) -> Recognised:
    near = {one.people[0]: one for sign in _signs(facet) for one in known.get(sign, ())}
    told = {who: _how(facet, one, apart) for who, one in sorted(near.items())}
    for how in (_How.HANDLE, _How.CONFIRMED, _How.NAME):
        found = tuple(who for who, said in told.items() if said is how)
        if len(found) == 1 and how is not _How.NAME:
            return Recognised(found[0])
        if found:
            return Recognised(None, found if len(found) <= _FEW else ())
    return Recognised()


def _how(card: Facet, person: Facet, apart: Pairs) -> _How:
    if forbidden(card, person, apart) is not None:
        return _How.NOT
    like = best_like(card, person)
    if _share_a_handle(card, person):
        return _How.HANDLE if like in WITH_HANDLE else _How.NOT
    against = contradiction(card, person, apart)
    if like not in SAFE or against in (Sign.PROFILES, Sign.MAILBOXES):
        return _How.NOT
    confirmed = not {Sign.COMPANY, Sign.HOUSE}.isdisjoint(support(card, person))
    return _How.CONFIRMED if confirmed and like in _SURE else _How.NAME


def _share_a_handle(card: Facet, person: Facet) -> bool:
    own = (address for address in card.emails if not handles.is_role(address))
    return (
        not set(person.emails).isdisjoint(own)
        or not set(person.phones).isdisjoint(card.phones)
        or not set(person.profiles).isdisjoint(card.profiles)
    )


def _signs(facet: Facet) -> Iterator[str]:
    """Yield the keys under which two who may be one are found."""
    yield from (f"@{value}" for value in (*facet.emails, *facet.phones, *facet.profiles))
    for name in facet.names:
        yield name.key
        yield from (" ".join(pair) for pair in meeting(name))
