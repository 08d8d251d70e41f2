"""Targets: who answers to a goal."""

from collections.abc import Iterable
from typing import assert_never

from entregent.asks.situation import Situation
from entregent.domain.asking import Target, ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.locale.meaning import singular

_SMALL = frozenset(
    "a an and at d de des du en et for in l la le les of on ou or pour sur the to un une".split()
)


def target_set(situation: Situation, target: Target) -> frozenset[PersonId]:
    """Return everybody but me who answers to `target`."""
    match target:
        case ToPerson(person=person):
            found = frozenset({person})
        case ToCompany(name=name):
            found = _at_company(situation, company_key(name))
        case ToSector(name=name):
            found = _in_sector(situation, name)
        case ToTopic(words=words):
            found = _on_topic(situation, words)
        case ToFriends():
            found = _close_friends(situation)
        case _:
            assert_never(target)
    return found - {situation.owner}


def _at_company(situation: Situation, key: str) -> frozenset[PersonId]:
    return frozenset(situation.staff().get(key, ()))


def _in_sector(situation: Situation, sector: str) -> frozenset[PersonId]:
    alike = situation.sectors().alike(sector)
    said = (
        who
        for who, person in situation.people.items()
        if person.sectors and not alike.isdisjoint(map(fold, person.sectors))
    )
    employed = (
        staff
        for company, staff in situation.staff().items()
        if fold(sector_of_house(situation, company)) in alike
    )
    return frozenset(said).union(*employed)


def sector_of_house(situation: Situation, key: str) -> str:
    """Return a company's sector: what the sources say of it, or else the table; or nothing."""
    said = situation.rules.houses.get(key)
    known = situation.sectors().of(key)
    return (said.sector if said else "") or (known.code if known else "")


def _on_topic(situation: Situation, topic: str) -> frozenset[PersonId]:
    wanted = _words([topic])
    if not wanted:
        return frozenset()
    return frozenset(
        who
        for who, person in situation.people.items()
        if wanted <= _words(_spoken_of(situation, person))
    )


def _spoken_of(situation: Situation, person: Person) -> tuple[str, ...]:
    titles = tuple(held.title for held in person.current(situation.today))
    offers = situation.rules.offers.get(person.id, ())
    return (person.title, *titles, *person.projects, *person.topics, *offers)


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words that carry meaning, singular and plural alike."""
    words = {word for text in texts for word in tokens(text)}
    return frozenset(singular(word) for word in words - _SMALL)


def _close_friends(situation: Situation) -> frozenset[PersonId]:
    return frozenset(
        tie.b
        for between in situation.ties
        if situation.owner in between and (tie := situation.ties[between]).close_friend
    )
