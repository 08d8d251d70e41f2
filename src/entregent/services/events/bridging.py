"""Bridges from words just heard to what is mine, as the book knows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from entregent.coach.bridges import (
    Bridge,
    Index,
    Kind,
    Manner,
    Otherwise,
    Sayings,
    Thing,
    Vocabulary,
    bridges,
    index,
)
from entregent.coach.bridges import prepared as prepare
from entregent.coach.bridges.offline import offline
from entregent.domain import words
from entregent.domain.events import Mode
from entregent.domain.facts import Boundary, Detail, Discreet, Entry, LeftOut, Need, Offer, Tied
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, tokens
from entregent.domain.words import Origin, Said
from entregent.locale.languages import Language, Languages
from entregent.services.desk import Desk
from entregent.services.events.keeping import which_event
from entregent.services.ports import BookError, Catalogue

_LONGEST = 80
"""Characters beyond which a line of the book is not said aloud."""
_CLEARLY = 3
"""Small words of one language more than of the other, from which it is clear what was spoken."""
_MOST = 400
_MOST_ON_A_PAGE = 100
"""People to whom bridges lead: enough for an evening, and few enough to answer at once."""
_HAND = frozenset({Origin.HAND, Origin.JOURNAL})


@dataclass(frozen=True, slots=True)
class Bridged:
    """What links to the words heard, and what to say where nothing does (None where some do)."""

    links: tuple[Bridge, ...]
    otherwise: Otherwise | None


def bridge(desk: Desk, catalogue: Catalogue, heard: str, manner: Manner) -> Bridged:
    """Return three links at most to what is mine; none is forced.

    Raises BookError: event.bridge-silent, when no word was given.
    """
    if not any(letter.isalnum() for letter in heard):
        raise BookError("event.bridge-silent")
    sayings = _sayings(catalogue)
    links = bridges(heard, mine(desk, catalogue), sayings, manner)
    return Bridged(links, None if links else sayings.otherwise(manner.mode, manner.voice))


def prepared(
    desk: Desk, catalogue: Catalogue, phrases: Iterable[str], manner: Manner
) -> tuple[Bridge, ...]:
    """Return three bridges at most, made beforehand, from what is known of somebody.

    `phrases` are what a list or the book says of them: company, title, topics, needs, offers.
    """
    return prepare(phrases, mine(desk, catalogue), _sayings(catalogue), manner)


def offline_index(desk: Desk, catalogue: Catalogue) -> dict[str, Any]:
    """Return the index as plain data for a page that looks words up by itself."""
    return offline(mine(desk, catalogue, _MOST_ON_A_PAGE), _sayings(catalogue))


def spoken(heard: str, catalogue: Catalogue, usual: Language) -> Language:
    """Return the language of what was heard, where its small words tell it clearly."""
    languages = Languages.of(catalogue.template("vocabulary/languages"))
    told, lead = languages.told(tokens(heard))
    return told if told and lead >= _CLEARLY else usual


def usual_mode(desk: Desk, event: str) -> Mode:
    """Return the mode of the event that words name, else of today's or yesterday's, else network.

    Raises BookError where an event is named and there is none such: event.none, event.unknown,
    event.ambiguous.
    """
    if event:
        return which_event(desk, event).mode
    try:
        nearest = which_event(desk)
    except BookError:
        return Mode.NETWORK
    return nearest.mode if 0 <= (desk.today - nearest.day).days <= 1 else Mode.NETWORK


def mine(desk: Desk, catalogue: Catalogue, most: int = _MOST) -> Index:
    """Return the index of all that is mine and may be said to a stranger.

    Nobody left out, nobody who must not know of my search or asked not to introduce, and no
    employer who must not know. People are those I said something of myself: a company or a title
    may then come from any source, subjects and wishes are my own words, and never on health or
    family.
    """
    vocabulary = Vocabulary.of(
        catalogue.template("vocabulary/families"), catalogue.template("vocabulary/languages")
    )
    return index(things(desk, most), vocabulary)


def mine_alone(desk: Desk, catalogue: Catalogue) -> Index:
    """Return the index of what is mine without the people I know, quick in a large book."""
    vocabulary = Vocabulary.of(
        catalogue.template("vocabulary/families"), catalogue.template("vocabulary/languages")
    )
    me = desk.book.person(desk.book.owner) or Person(desk.book.owner, "")
    entries = desk.book.entries((Need, Offer, LeftOut, Discreet, Boundary))
    own = _of_me(desk, me, _shut(entries), _told(desk, entries).get(me.id, ()))
    return index(tuple(filter(_is_sayable, own)), vocabulary)


def things(desk: Desk, most: int = _MOST) -> tuple[Thing, ...]:
    """Return what is mine, and whom I know, as a bridge may lead to it.

    In a large book they are the `most` people I said most of: their subjects and wishes before
    a tie, a tie before a name.
    """
    book = desk.book
    with book.moment():
        entries = book.entries((Need, Offer, LeftOut, Discreet, Boundary))
        ties = book.entries((Tied,), person=book.owner)
        people = book.people()
    hidden = _hidden(desk, entries)
    shut = _shut(entries)
    told = _told(desk, entries)
    known = {person for entry in ties for person in _ends(entry)} | set(told)
    met = [
        person
        for person in people
        if person.id not in hidden | {book.owner}
        and (person.id in known or _by_hand(person))
        and not shut & {company_key(name) for name in person.companies(desk.today)}
    ]
    met.sort(
        key=lambda person: (person.id not in told and not person.topics, person.id not in known)
    )
    me = next((person for person in people if person.id == book.owner), Person(book.owner, ""))
    found = list(_of_me(desk, me, shut, told.get(me.id, ())))
    for person in met[:most]:
        found += _of_person(desk, person, told.get(person.id, ()))
    return tuple(filter(_is_sayable, found))


def _is_sayable(thing: Thing) -> bool:
    return bool(thing.to) and len(thing.about) <= _LONGEST


def _shut(entries: Iterable[Entry]) -> set[str]:
    """Return the employers who must not know of my search, by their keys."""
    facts = (entry.fact for entry in entries)
    return {company_key(one.company) for one in facts if isinstance(one, Discreet) and one.company}


def _ends(entry: Entry) -> tuple[PersonId, ...]:
    fact = entry.fact
    own = isinstance(fact, Tied) and entry.source.origin in _HAND
    return (fact.person, fact.other) if isinstance(fact, Tied) and own else ()


def _by_hand(person: Person) -> bool:
    return any(source.origin in _HAND for source in person.sources)


def _sayings(catalogue: Catalogue) -> Sayings:
    return Sayings(catalogue.template("playbook/bridges"))


def _hidden(desk: Desk, entries: Iterable[Entry]) -> frozenset[PersonId]:
    """Return whom no bridge leads to: left out, not to know, or asked not to introduce."""
    hidden: set[PersonId] = set()
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, LeftOut) or (isinstance(fact, Discreet) and fact.person):
            hidden.add(fact.person)  # type: ignore[arg-type]  # told by the line above
        elif isinstance(fact, Boundary) and fact.covers(words.Kind.INTRODUCTION, desk.today):
            hidden.add(fact.person)
    return frozenset(hidden)


def _told(desk: Desk, entries: Iterable[Entry]) -> dict[PersonId, list[str]]:
    """Return by person what they can give or look for, where I entered it; of mine only offers."""
    told: dict[PersonId, list[str]] = {}
    for entry in entries:
        fact = entry.fact
        if not isinstance(fact, Offer | Need) or entry.source.origin not in _HAND:
            continue
        if isinstance(fact, Offer) or fact.person != desk.book.owner:
            told.setdefault(fact.person, []).append(fact.text)
    return told


def _of_me(desk: Desk, me: Person, shut: set[str], offers: Iterable[str]) -> Iterator[Thing]:
    yield from (Thing(text, Kind.PROJECT, text) for text in me.projects)
    for said, kind in ((Said.CLIENT, Kind.CLIENT), (Said.ADVICE, Kind.ADVICE)):
        yield from (Thing(text, kind, text) for key, text in me.details if key is said)
    yield from (Thing(text, Kind.TOPIC, text) for text in me.topics)
    yield from (Thing(text, Kind.OFFER, text) for text in offers)
    current = me.current(desk.today)
    for held in me.positions:
        if held.company and company_key(held.company) not in shut:
            kind = Kind.POSITION if held in current else Kind.FORMER
            title = held.title or (me.title if held in current[:1] else "")
            yield Thing(
                held.company,
                kind,
                f"{title}, {held.company}" if title else held.company,
                title,
                _sector(desk, held.company),
            )


def _of_person(desk: Desk, person: Person, told: Iterable[str]) -> Iterator[Thing]:
    private = desk.reference.mentions.private
    for text in (*_own_topics(desk, person), *told):
        if not private(text):
            yield Thing(person.name, Kind.PERSON, text)
    companies = person.companies(desk.today)
    trades = tuple(filter(None, (person.title, *person.sectors)))
    if trades:
        beside = ", ".join((*companies, *(_sector(desk, name) for name in companies)))
        yield Thing(person.name, Kind.TRADE, ", ".join(trades), trades[-1], beside)
    yield from (Thing(person.name, Kind.HOUSE, name) for name in companies)


def _own_topics(desk: Desk, person: Person) -> tuple[str, ...]:
    """Return the subjects of somebody that I entered myself."""
    if not person.topics:
        return ()
    entered = {
        entry.fact.value
        for entry in desk.book.entries((Detail,), person=person.id)
        if isinstance(entry.fact, Detail)
        and entry.fact.said is Said.TOPIC
        and entry.source.origin in _HAND
    }
    return tuple(topic for topic in person.topics if topic in entered)


def _sector(desk: Desk, company: str) -> str:
    """Return what the field of a well-known company is called, in both languages."""
    known = desk.reference.sectors.of(company)
    return f"{known.fr}, {known.en}" if known else ""
