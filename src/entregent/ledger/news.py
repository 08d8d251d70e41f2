"""News: new posts and new places that an import brought of somebody it knew already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import Generic, TypeVar

from entregent.domain.facts import Detail, Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import Origin
from entregent.ledger.gift import Gift, What
from entregent.ledger.settling import item_of

NEWS_DAYS = 60
"""So many days after an import its news are old."""
_RECENT_MONTHS = 12
"""A post that began longer before it was noticed is an old one told late."""
_ONE_SPELLING = 0.85
"""Texts whose letters agree so far are one, spelled in two ways."""
_ROOT = 6
"""Words that begin with so many letters in common say the same of a post."""

_Said = TypeVar("_Said", bound=Position | Detail)


@dataclass(frozen=True, slots=True)
class Told(Generic[_Said]):
    """A fact that an import told: `place` is the import's place in time, `on` its day."""

    fact: _Said
    origin: Origin
    place: int
    on: date


def new_jobs(
    people: Mapping[PersonId, Person], told: Iterable[Told[Position]], today: date
) -> Iterator[Gift]:
    """Yield the posts that one kind of source tells now, and told otherwise before.

    What a source tells first of somebody is no news, nor is another spelling, nor a post that
    does not stand in their portrait. One a person and import.
    """
    for person, words in _by_voice(people, told, today):
        held = {company_key(name) for name in person.companies(today)}
        for before, now in _readings(words):
            fresh = (
                one
                for one in now
                if company_key(one.fact.company) in held and _is_news(one, before, today)
            )
            for one in sorted(fresh, key=lambda one: fold(one.fact.company))[:1]:
                company, title = one.fact.company, one.fact.title
                item = item_of("new-job", company_key(company), title)
                yield Gift(What.NEW_JOB, person.id, one.on, item, text=title, more=company)


def moves(
    people: Mapping[PersonId, Person], told: Iterable[Told[Detail]], today: date
) -> Iterator[Gift]:
    """Yield the places that one kind of source tells now, and told otherwise before."""
    for person, words in _by_voice(people, told, today):
        held = {fold(value) for _, value in person.details}
        for before, now in _readings(words):
            if not before or (today - now[0].on).days >= NEWS_DAYS:
                continue
            places = sorted({one.fact.value for one in now})
            known = [one.fact.value for one in before]
            if any(_one_place(old, place) for old in known for place in places):
                continue
            for place in [place for place in places if fold(place) in held][:1]:
                yield Gift(What.MOVE, person.id, now[0].on, item_of("move", place), more=place)


def _by_voice(
    people: Mapping[PersonId, Person], told: Iterable[Told[_Said]], today: date
) -> Iterator[tuple[Person, list[Told[_Said]]]]:
    """Yield what each kind of source told of each person, the first import first."""
    voices: dict[tuple[PersonId, Origin], list[Told[_Said]]] = defaultdict(list)
    for one in told:
        if one.fact.person in people and one.on <= today:
            voices[one.fact.person, one.origin].append(one)
    for (person, _), words in sorted(voices.items()):
        yield people[person], sorted(words, key=attrgetter("place"))


def _readings(
    words: Sequence[Told[_Said]],
) -> Iterator[tuple[list[Told[_Said]], list[Told[_Said]]]]:
    """Yield what each import told, after what stood of this before it."""
    before: list[Told[_Said]] = []
    for _, group in groupby(words, key=attrgetter("place")):
        now: list[Told[_Said]] = list(group)
        yield before, now
        if any(_replaces(one) for one in now):
            before = [one for one in before if not _replaces(one)]
        before = [*before, *now]


def _replaces(told: Told[_Said]) -> bool:
    """Tell a post without dates, which says where somebody works now: the last word stands."""
    fact = told.fact
    return isinstance(fact, Position) and fact.start is None and fact.end is None


def _is_news(one: Told[Position], before: Sequence[Told[Position]], today: date) -> bool:
    """Tell whether a post began lately, was noticed lately, and is not among those told before."""
    if not before or (today - one.on).days >= NEWS_DAYS or one.fact.end is not None:
        return False
    start = one.fact.start
    if start is not None and _months(start, Month.of(one.on)) > _RECENT_MONTHS:
        return False
    return not any(_one_post(old.fact, one.fact) for old in before)


def _months(start: Month, end: Month) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _one_post(one: Position, other: Position) -> bool:
    if not _spelled_alike(company_key(one.company), company_key(other.company)):
        return False
    few, many = sorted((tokens(one.title), tokens(other.title)), key=len)
    return all(any(_one_word(word, like) for like in many) for word in few)


def _one_word(word: str, other: str) -> bool:
    root = min(_ROOT, len(word), len(other))
    return word[:root] == other[:root]


def _one_place(one: str, other: str) -> bool:
    return _spelled_alike(fold(one), fold(other))


def _spelled_alike(one: str, other: str) -> bool:
    few, many = sorted((set(tokens(one)), set(tokens(other))), key=len)
    return few <= many or SequenceMatcher(None, one, other).ratio() >= _ONE_SPELLING
