"""Whom a line about somebody met means: known by the rules of identity, or asked, never guessed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from entregent.coach.capture.said import Encountered
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card, Job
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import Origin
from entregent.identity.alike import Alike
from entregent.identity.clusters import Because
from entregent.identity.likeness import Like
from entregent.identity.resolve import Known, Listing, Match, Resolution, resolve
from entregent.identity.signs import Sign
from entregent.services.desk import Desk
from entregent.services.intake import set_apart

_BY_HANDLE = frozenset({Because.EMAIL, Because.PHONE, Because.PROFILE})
_NEAR = frozenset(
    {Like.SAME, Like.MIDDLE, Like.NICKNAME, Like.MAIDEN, Like.LETTERS, Like.TYPO, Like.INITIAL}
)
"""Names that are near enough to ask about somebody just met."""
_HANDLES = frozenset({Sign.EMAIL, Sign.PHONE, Sign.PROFILE})
_MOST = 3
"""So many people at most are asked about at once."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The person of the book that is meant, or those of whom one may be; nobody is somebody new."""

    person: Person | None = None
    perhaps: tuple[Person, ...] = ()


def recognise(desk: Desk, mets: Sequence[Encountered]) -> tuple[Recognised, ...]:
    """Return whom each of `mets` is, in their order.

    Surely known is who has the same address, number or profile, or the same name and company.
    """
    cards = [_card(number, met) for number, met in enumerate(mets)]
    if not any(_tells(card) for card in cards):
        return tuple(Recognised() for _ in mets)
    told = [card for card in cards if _tells(card)]
    around = _around(desk, told)
    people = {one.id: one for one in around if one.id != desk.book.owner}
    found = _resolved(desk, told, around)
    matches = dict(zip((card.ref for card in told), found.matches[0], strict=True))
    return tuple(
        _recognised(met, matches.get(card.ref), people, found)
        for met, card in zip(mets, cards, strict=True)
    )


def same_house(one: str, other: str) -> bool:
    """Tell whether two names may be one company's: the same, or one begins the other."""
    mine, theirs = company_key(one).split(), company_key(other).split()
    short = min(len(mine), len(theirs))
    return short > 0 and mine[:short] == theirs[:short]


def _card(number: int, met: Encountered) -> Card:
    return Card(
        PersonId(f"line-{number}"),
        f"line={number}",
        (met.name,) if met.name else (),
        emails=(met.contact.email,) if met.contact.email else (),
        phones=(met.contact.phone,) if met.contact.phone else (),
        urls=(met.contact.url,) if met.contact.url else (),
        jobs=(Job(met.company, met.role),) if met.company else (),
    )


def _tells(card: Card) -> bool:
    return bool(card.names or card.emails or card.phones or card.urls)


def _around(desk: Desk, cards: Sequence[Card]) -> list[Person]:
    """Return whoever may be one of these: all who bear a word of their names, or their address.

    A number or a profile may be written otherwise in the book: there it is everybody.
    """
    book = desk.book
    if any(card.phones or card.urls for card in cards):
        return book.people()
    words = {word for card in cards for name in card.names for word in tokens(name)}
    words |= {fold(address) for card in cards for address in card.emails}
    found = {one for word in words for one in book.search((word,))}
    return book.people([*found, book.owner])


def _resolved(desk: Desk, cards: Sequence[Card], around: Sequence[Person]) -> Resolution:
    numbers = count()
    book = desk.book
    return resolve(
        [Listing(Origin.HAND, "", cards)],
        Known(around, book.owner, set_apart(book)),
        lambda: PersonId(f"new-{next(numbers)}"),
    )


def _recognised(
    met: Encountered, match: Match | None, people: dict[PersonId, Person], found: Resolution
) -> Recognised:
    if match is None:
        return Recognised()
    person = people.get(match.person) if match.person else None
    if person is not None and (match.because in _BY_HANDLE or _works_there(person, met)):
        return Recognised(person)
    asked = [person] if person else []
    asked += [
        people[one]
        for pair in found.suggestions
        if match.person in (pair.one, pair.other) and _worth_asking(pair)
        for one in (pair.one, pair.other)
        if one in people
    ]
    asked += _bearers(met, people.values())
    return Recognised(None, tuple({one.id: one for one in asked}.values())[:_MOST])


def _worth_asking(pair: Alike[PersonId]) -> bool:
    return pair.names in _NEAR or not _HANDLES.isdisjoint(pair.because)


def _works_there(person: Person, met: Encountered) -> bool:
    return any(same_house(held.company, met.company) for held in person.positions)


def _bearers(met: Encountered, people: Iterable[Person]) -> Iterator[Person]:
    """Yield who has the address, or bears all words of the name and works where the line says."""
    words, address = set(tokens(met.name)), fold(met.contact.email)
    for person in people:
        borne = any(words <= set(tokens(name)) for name in person.names)
        if (address and address in map(fold, person.emails)) or (
            words and borne and (not met.company or _works_there(person, met))
        ):
            yield person
