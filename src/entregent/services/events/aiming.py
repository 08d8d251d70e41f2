"""What I am after at an event and what I can give: from its goals, my profile, my open asks."""

from collections.abc import Collection, Iterator
from functools import cache

from entregent.asks.avoid import avoid, closed
from entregent.coach.brief.model import Aims, Senses
from entregent.domain.asking import Goal, ToCompany, ToPerson, ToSector, ToTopic
from entregent.domain.events import Event
from entregent.domain.facts import Need, Offer
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, tokens
from entregent.domain.words import Said
from entregent.services.desk import Desk
from entregent.services.world import World


def sense(desk: Desk) -> Senses:
    """Return what tells what a text is about: its telling words, the sectors and roles it names.

    Words of rank (head, manager) tell nothing: they stand in every title.
    """
    meaning, roles = desk.reference.meaning, desk.reference.roles
    ranks = frozenset(word for phrase in roles.levels for word in phrase)

    @cache
    def senses(text: str) -> frozenset[str]:
        told = meaning.senses(text, ranks)
        role = roles.role(text)
        return told | {f"role:{role}"} if role else told

    return senses


def aims(desk: Desk, known: World, event: Event, wanted: Collection[str], senses: Senses) -> Aims:
    """Return what I am after; `wanted` are the words in which guests say what they look for."""
    situation = known.situation
    me = situation.people.get(situation.owner) or Person(situation.owner, "")
    facts = [entry.fact for entry in desk.book.entries((Need, Offer))]
    mine = [fact for fact in facts if isinstance(fact, Need | Offer) and fact.person == me.id]
    asks = [goal for goal in known.goals if goal.done is None]
    now = {company_key(name) for name in me.companies(desk.today)}
    once = [held.company for held in me.positions if company_key(held.company) not in now]
    return Aims(
        goals=event.goals,
        needs=tuple(fact.text for fact in mine if isinstance(fact, Need)),
        offers=tuple(fact.text for fact in mine if isinstance(fact, Offer)),
        subjects=(*me.topics, *me.projects, *_details(me, Said.ADVICE)),
        clients=_details(me, Said.CLIENT),
        places=tuple(dict.fromkeys(filter(None, once))),
        work=me.title,
        people=tuple(one.target.person for one in asks if isinstance(one.target, ToPerson)),
        companies=tuple(one.target.name for one in asks if isinstance(one.target, ToCompany)),
        fields=tuple(_fields(asks)),
        around=tuple(_around(known, facts, wanted, senses)) if wanted else (),
    )


def _fields(asks: Collection[Goal]) -> Iterator[str]:
    for one in asks:
        match one.target:
            case ToSector(name=name):
                yield name
            case ToTopic(words=words):
                yield words
            case _:
                pass


def _details(me: Person, said: Said) -> tuple[str, ...]:
    return tuple(value for kind, value in me.details if kind is said)


def _around(
    known: World, facts: Collection[object], wanted: Collection[str], senses: Senses
) -> Iterator[tuple[PersonId, str]]:
    """Yield what people I know can give, where somebody looks for something of the kind.

    Nobody is named who would rather not be presented to others, is left out, or rests from an ask.
    """
    situation = known.situation
    sought = frozenset(word for text in wanted for word in senses(text))
    shut = avoid(situation) | closed(situation)
    offers = [(fact.person, fact.text) for fact in facts if isinstance(fact, Offer)]
    titles = [(one.id, one.title) for one in situation.people.values() if one.title]
    for person, text in (*offers, *titles):
        if person in shut or person == situation.owner or sought.isdisjoint(_words(text, senses)):
            continue
        if situation.my_tie(person) is not None and situation.history(person).rest is None:
            yield person, text


def _words(text: str, senses: Senses) -> frozenset[str]:
    return senses(text) if tokens(text) else frozenset()
