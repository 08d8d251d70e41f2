"""Which guests of an event I know, and who of them would rather not be presented."""

from collections.abc import Iterator, Sequence

from entregent.asks.avoid import avoid, closed
from entregent.domain.events import Guest
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.identity.recognise import Recognised, recognise
from entregent.services.events.guests import card_of
from entregent.services.world import World


def acquainted(known: World, announced: Sequence[Guest]) -> list[tuple[Guest, Person]]:
    """Return the guests who are surely somebody I have a tie with, each with who they are.

    Who was left out, or must not know of my search, is not among them.
    """
    situation = known.situation
    hidden = avoid(situation)
    return [
        (guest, situation.people[one.person])
        for guest, one in _recognised(known, announced)
        if one.person is not None
        and one.person not in hidden
        and situation.my_tie(one.person) is not None
    ]


def reserved(known: World, announced: Sequence[Guest]) -> list[Guest]:
    """Return the guests who are, or may be, somebody whom I do not present.

    They asked not to be asked for introductions, were left out, or must not know of my search.
    """
    shut = closed(known.situation) | avoid(known.situation)
    return [
        guest
        for guest, one in _recognised(known, announced)
        if not shut.isdisjoint({*one.perhaps, one.person or PersonId("")})
    ]


def _recognised(known: World, announced: Sequence[Guest]) -> Iterator[tuple[Guest, Recognised]]:
    situation = known.situation
    cards = [card_of(number, guest) for number, guest in enumerate(announced)]
    others = [person for person in situation.people.values() if person.id != situation.owner]
    return zip(announced, recognise(cards, others), strict=True)
