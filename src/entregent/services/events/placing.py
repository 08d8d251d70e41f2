"""The guests of an event beside the book: whom I know, who is new, who is never suggested."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from entregent.asks.avoid import Avoided, avoided
from entregent.coach.brief.model import Attendee
from entregent.domain.events import Guest
from entregent.domain.people import Person
from entregent.domain.text import company_key, tokens
from entregent.identity import handles
from entregent.identity.recognise import Recognised, recognise
from entregent.services.desk import Desk
from entregent.services.events.guests import card_of, is_named
from entregent.services.intake import set_apart
from entregent.services.world import World

_COMMON = 20
"""In a small book no word of a name is common."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A guest and who that is; `standing` says whether I know them.

    `apart` are those never suggested: left out, or not to know of my search; `house` is the
    company at which nobody must, as the list writes it.
    """

    guest: Guest
    attendee: Attendee
    standing: Literal["known", "stranger", "apart"]
    house: str = ""


def placed(desk: Desk, known: World, guests: Sequence[Guest], lang: str) -> tuple[Placed, ...]:
    """Place every guest who has a name; I am none of them."""
    people = known.situation.people
    some = [guest for guest in guests if is_named(guest)]
    cards = [card_of(number, guest) for number, guest in enumerate(some, start=1)]
    found = recognise(cards, _near(people.values(), some), set_apart(desk.book))
    owner = known.situation.owner
    return tuple(
        _placed(desk, known, guest, match, lang)
        for guest, match in zip(some, found, strict=True)
        if match.person != owner
    )


def _near(people: Collection[Person], guests: Sequence[Guest]) -> Iterator[Person]:
    """Yield those who may be a guest: who share an address, a rare word of a name, or two words.

    A word that many of the book's people bear is a given name, and tells nobody by itself.
    """
    words = frozenset(chain.from_iterable(tokens(guest.name) for guest in guests))
    held = chain.from_iterable((*one.emails, *one.phones, *one.urls) for one in guests)
    marks = frozenset(filter(None, map(_mark, held)))
    shared = {
        person.id: words.intersection(chain.from_iterable(map(tokens, person.names)))
        for person in people
    }
    borne = Counter(chain.from_iterable(shared.values()))
    most = max(_COMMON, len(people) // 100)
    for person in people:
        told = shared[person.id]
        handles_held = (*person.emails, *person.phones, *person.urls)
        rare = len(told) > 1 or any(borne[word] <= most for word in told)
        if rare or not marks.isdisjoint(map(_mark, handles_held)):
            yield person


def _mark(handle: str) -> str:
    return handles.email(handle) or handles.phone(handle) or handles.url(handle)


def _placed(desk: Desk, known: World, guest: Guest, match: Recognised, lang: str) -> Placed:
    situation = known.situation
    house = _discreet_house(guest, situation.rules.discreet_companies)
    meant = [match.person] if match.person else [*match.perhaps]
    shut = {avoided(situation, person) for person in meant} - {None}
    attendee = Attendee(
        guest.name,
        guest.company,
        guest.title,
        guest.topics,
        guest.offers,
        guest.needs,
        _sectors(desk, known, guest, lang),
        person=match.person,
        perhaps=match.perhaps,
    )
    if match.person:
        attendee = replace(attendee, circles=situation.people[match.person].circles)
    if house or shut:
        told = guest.company if house or Avoided.DISCREET_COMPANY in shut else ""
        return Placed(guest, attendee, "apart", told)
    tied = match.person is not None and situation.my_tie(match.person) is not None
    return Placed(guest, attendee, "known" if tied else "stranger")


def _discreet_house(guest: Guest, companies: Collection[str]) -> str:
    """Return the employer of a guest at which nobody must know of my search, empty for none."""
    if guest.company and company_key(guest.company) in companies:
        return guest.company
    hosts = handles.houses(tuple(filter(None, map(handles.email, guest.emails))))
    shut = (name for name in companies for host in hosts if handles.is_of_house(host, name))
    return next(shut, "")


def _sectors(desk: Desk, known: World, guest: Guest, lang: str) -> tuple[str, ...]:
    """Return the sectors that a guest's company is known to be in."""
    if not guest.company:
        return ()
    house = known.situation.rules.houses.get(company_key(guest.company))
    sector = desk.reference.sectors.of(guest.company)
    told = (house.sector if house else "", sector.called(lang) if sector else "")
    return tuple(dict.fromkeys(filter(None, told)))
