"""Preparing for an event: its brief, from the guests, the book, and what I am after."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from entregent.asks.avoid import avoid
from entregent.coach.bridges import Bridge, Manner, Sayings, prepared
from entregent.coach.brief.choosing import worth_meeting
from entregent.coach.brief.model import Attendee, Reason, Worth
from entregent.coach.brief.openings import Address, Openers
from entregent.coach.brief.pace import Pace, pace
from entregent.coach.brief.ways import Way, way_to
from entregent.domain.events import Event, Guest, Mode
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold
from entregent.drafts.brief import Voice
from entregent.drafts.what_i_do import Audience, SelfTold
from entregent.locale.speech import Speech
from entregent.services.desk import Desk
from entregent.services.events.aiming import aims, sense
from entregent.services.events.bridging import mine_alone
from entregent.services.events.familiar import Familiar, address_of, allies, familiar
from entregent.services.events.guests import guests
from entregent.services.events.placing import Placed, placed
from entregent.services.given_names import given_name
from entregent.services.meant import who
from entregent.services.ports import Catalogue
from entregent.services.self_telling import what_i_do
from entregent.services.world import World, world

_FEW = 2
_EVENING = 17
"""The hour from which one says good evening."""
_ANSWERS = {
    Mode.NETWORK: ((Audience.OUTSIDE, 10), (Audience.FIELD, 30)),
    Mode.FRIENDSHIP: ((Audience.SOCIAL, 10),),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody to meet: why, how to begin, who may introduce us and what to ask them."""

    worth: Worth
    openings: tuple[str, ...]
    way: Way | None
    asking: str
    perhaps: tuple[Person, ...]
    mutual: tuple[Person, ...] = ()
    """Those of my people who know them, wherever they are."""
    bridges: tuple[Bridge, ...] = ()
    """From what the list says of them to what is mine, made beforehand."""


@dataclass(frozen=True, slots=True)
class WarmWord:
    """Somebody I know who comes, and a first word to them, empty where none is needed."""

    familiar: Familiar
    say: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All that helps before an event. Nothing counts people; `pace` is None to make friends.

    `there` are those I know of whom nothing needs be said; `beware` the companies at which nobody
    must know of my search and whose people come; `search` says whether mine is discreet.
    """

    event: Event
    past: Literal["yes", "no"]
    list: Literal["yes", "no"]
    search: Literal["discreet", "open"]
    pace: Pace | None
    meet: tuple[Meeting, ...]
    familiar: tuple[WarmWord, ...]
    there: tuple[str, ...]
    beware: tuple[str, ...]
    arriving: tuple[tuple[str, str], ...]
    openings: tuple[str, ...]
    answers: tuple[SelfTold, ...]
    called: Mapping[PersonId, str]


def prepare(
    desk: Desk, event: Event, catalogue: Catalogue, lang: str, address: Literal["tu", "vous"]
) -> Brief:
    """Return the brief of an event, on one's own where no list was given."""
    known = world(desk)
    announced = guests(desk, event.event)
    places = placed(desk, known, announced, lang)
    senses = sense(desk)
    aimed = aims(desk, known, event, _needs(announced), senses)
    opening = _openers(desk, event, catalogue, lang, address)
    near = allies(known, places)
    met = familiar(desk, known, places, aimed, event.mode, senses)
    mode = event.mode
    strangers = [one.attendee for one in places if one.standing == "stranger"]
    proposed = worth_meeting(strangers, aimed, mode, senses)
    mutual = _mutual(known, proposed)
    linked = _bridging(desk, catalogue, opening) if proposed else None
    voice = Voice(address) if lang == "fr" else Voice.CASUAL
    told = what_i_do(desk, catalogue, voice).answers
    return Brief(
        event=event,
        past="yes" if event.day < desk.today else "no",
        list="yes" if announced else "no",
        search="discreet" if _is_discreet(known) else "open",
        pace=pace(event.minutes) if mode is Mode.NETWORK else None,
        meet=tuple(
            replace(
                _meeting(one, opening, way_to(one.attendee, near), known),
                mutual=mutual.get(one.attendee.person or "", ()),
                bridges=linked(one.attendee) if linked else (),
            )
            for one in proposed
        ),
        familiar=tuple(_warm(one, opening) for one in met if one.telling),
        there=tuple(one.person.name for one in met if not one.telling),
        beware=_beware(places),
        arriving=opening.arriving(),
        openings=opening.to_anybody(),
        answers=_answers(told, mode),
        called=_called(known, [*(one.because for one in met), *(one.because for one in proposed)]),
    )


def _openers(
    desk: Desk, event: Event, catalogue: Catalogue, lang: str, address: Literal["tu", "vous"]
) -> Openers:
    me = who(desk, "me")
    spoken: Address = address if lang == "fr" else "en"
    name = given_name(me) if spoken == "tu" or event.mode is Mode.FRIENDSHIP else me.name
    name = name if me.names else ""
    late = event.begins is not None and event.begins.minutes >= _EVENING * 60
    table = catalogue.template("brief/openings")
    speech = Speech(lang, {}, desk.today)
    return Openers(table, spoken, event.mode, name, "evening" if late else "day", speech)


def _meeting(worth: Worth, opening: Openers, way: Way | None, known: World) -> Meeting:
    asking = ""
    if way is not None:
        asking = opening.asking(worth.attendee.name, opening.towards(way.ally.address))
    people = known.situation.people
    perhaps = tuple(people[person] for person in worth.attendee.perhaps)
    return Meeting(worth, opening.to(worth), way, asking, perhaps)


def _bridging(
    desk: Desk, catalogue: Catalogue, opening: Openers
) -> Callable[[Attendee], tuple[Bridge, ...]]:
    """Return what makes bridges from somebody's words, what is mine being read once."""
    index, sayings = mine_alone(desk, catalogue), Sayings(catalogue.template("playbook/bridges"))
    manner = Manner(opening.mode, opening.address)

    def linked(to: Attendee) -> tuple[Bridge, ...]:
        work = (*to.needs, *to.offers, to.title, to.company)
        words = (*to.topics, *(() if opening.mode is Mode.FRIENDSHIP else work))
        return prepared(filter(None, words), index, sayings, manner)

    return linked


def _mutual(known: World, proposed: Iterable[Worth]) -> Mapping[str, tuple[Person, ...]]:
    """Return, for those of the book whom I do not know, two at most of mine who know them."""
    situation = known.situation
    wanted = {one.attendee.person for one in proposed if one.attendee.person is not None}
    shut = avoid(situation)
    found: dict[str, list[Person]] = {}
    for pair in known.ties if wanted else ():
        for person, other in (pair, pair[::-1]):
            if person in wanted and other not in shut and _knows(known, person, other):
                found.setdefault(person, []).append(situation.people[other])
    return {
        person: tuple(sorted(some, key=lambda one: fold(one.name))[:_FEW])
        for person, some in found.items()
    }


def _knows(known: World, person: PersonId, other: PersonId) -> bool:
    """Tell whether somebody I know, and who is no mere name beside another, knows `person`."""
    tie = known.situation.tie(person, other)
    close = tie is not None and (tie.declared or tie.count > 0)
    return close and other in known.situation.people and known.situation.my_tie(other) is not None


def _warm(one: Familiar, opening: Openers) -> WarmWord:
    """Return a first word to somebody known: thanks before all, and nothing but what is true."""
    said = (
        ("thanks", one.thanks is not None),
        ("promise", bool(one.mine)),
        ("long", one.quiet == "yes" and one.last is not None),
    )
    what = next((name for name, stands in said if stands), "")
    address = opening.towards(address_of(one.tie))
    return WarmWord(one, opening.warm(what, address) if what else "")


def _answers(told: Iterable[SelfTold], mode: Mode) -> tuple[SelfTold, ...]:
    """Return what I say I do: in a sentence, then in a few."""
    some = [one for one in told if (one.audience, one.seconds) in _ANSWERS[mode]]
    return tuple(sorted(some, key=lambda one: one.seconds))


def _called(known: World, some: Iterable[Iterable[Reason]]) -> dict[PersonId, str]:
    """Return the names of those whom reasons speak of."""
    told = {one.person for reasons in some for one in reasons if one.person is not None}
    return {person: known.situation.people[person].name for person in told}


def _needs(announced: Iterable[Guest]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for guest in announced for text in guest.needs))


def _is_discreet(known: World) -> bool:
    rules = known.situation.rules
    return bool(rules.discreet or rules.discreet_companies)


def _beware(places: Iterable[Placed]) -> tuple[str, ...]:
    found = {company_key(one.house): one.house for one in places if one.house}
    return tuple(sorted(found.values()))
