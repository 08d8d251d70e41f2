"""What I am after at an event and what I can give: from its goals, my profile, my open asks."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal, NamedTuple

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

_RANKS = frozenset({"head", "manager"})


def sense(desk: Desk) -> Senses:
    """Return what tells what a text is about: its telling words, the sectors and roles it names.

    Words of rank (head, manager) tell nothing: they stand in every title.
    """
    meaning, roles = desk.reference.meaning, desk.reference.roles
    ranks = frozenset(
        word for phrase, code in roles.levels.items() if code in _RANKS for word in phrase
    )

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
        around=tuple(_around(desk, known, facts, wanted, senses)) if wanted else (),
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
    desk: Desk, known: World, facts: Collection[object], wanted: Collection[str], senses: Senses
) -> Iterator[tuple[PersonId, str, str]]:
    """Yield, for each thing that guests look for, who of those I know can give it best.

    An offer answers as two texts do that are about the same; a title only where it says all that
    is looked for. Nobody is named who would rather not be presented, is left out, or rests.
    """
    situation = known.situation
    shut = avoid(situation) | closed(situation) | {situation.owner}
    crafts = frozenset(word for phrase in desk.reference.roles.roles for word in phrase)
    told = [_Given(fact.person, fact.text) for fact in facts if isinstance(fact, Offer)]
    told += [_Given(one.id, one.title, "title") for one in situation.people.values() if one.title]
    giving: dict[str, list[_Given]] = {}
    for one in told:
        for word in senses(one.text):
            giving.setdefault(word, []).append(one)
    for text in wanted:
        near = {one for word in senses(text) for one in giving.get(word, ())}
        for one in sorted(near, key=lambda one: _order(one, text, senses)):
            free = one.person not in shut and situation.my_tie(one.person) is not None
            if (
                free
                and one.answers(text, senses, crafts)
                and not situation.history(one.person).rest
            ):
                yield one.person, one.text, text
                break


class _Given(NamedTuple):
    """What somebody can give, in their own words, or as their title says."""

    person: PersonId
    text: str
    how: Literal["offer", "title"] = "offer"

    def answers(self, wanted: str, senses: Senses, crafts: Collection[str]) -> bool:
        """Tell whether this answers what is wanted; `crafts` are words that name a trade."""
        sought, given = senses(wanted), senses(self.text)
        if self.how == "title":
            rest = " ".join(word for word in tokens(wanted) if word not in crafts)
            return senses(rest) <= given
        return 2 * len(sought & given) >= min(len(sought), len(given))


def _order(one: _Given, wanted: str, senses: Senses) -> tuple[int, str, str, str]:
    return -len(senses(wanted) & senses(one.text)), one.how, one.text, one.person
