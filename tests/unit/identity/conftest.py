"""People of a book and cards of sources, in short words, and who is who among them."""

from collections.abc import Callable
from itertools import count

import pytest

from entregent.domain.facts import Source
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin
from entregent.identity.resolve import Known, Listing, Resolution, resolve

OWNER = PersonId("owner")
SOURCES = (Source(Origin.VCARD, "phone.vcf", "card=1"),)


def _person(ident, *names, **known):
    known.setdefault("sources", SOURCES)
    return Person(PersonId(ident), names[0] if names else "", names=names, **known)


def _card(*names, ref="r", record="row=1", **known):
    return Card(PersonId(ref), record, names, **known)


def _listing(*cards, origin=Origin.LINKEDIN, path="Connections.csv"):
    return Listing(origin, path, cards)


class Who:
    """A book's people, and what the cards of sources turn out to be."""

    def __init__(self, *people, apart=()):
        owner = _person("owner", "Nadia Benali", emails=("nadia@exemple.fr",))
        pairs = frozenset(frozenset(map(PersonId, pair)) for pair in apart)
        self.known = Known((owner, *people), OWNER, pairs)

    def all(self, *listings) -> Resolution:
        numbers = count(1)
        return resolve(listings, self.known, lambda: PersonId(f"new{next(numbers)}"))

    def one(self, one, origin=Origin.LINKEDIN, path="Connections.csv"):
        """Return the match of a single card."""
        return self.all(_listing(one, origin=origin, path=path)).matches[0][0]

    def groups(self, *listings) -> list[list[str]]:
        """Return which records, as `path record`, are one human's."""
        found: dict[str, list[str]] = {}
        for told, matches in zip(listings, self.all(*listings).matches, strict=True):
            for one, match in zip(told.cards, matches, strict=True):
                found.setdefault(match.person, []).append(f"{told.path} {one.record}")
        return sorted(map(sorted, found.values()))

    def pairs(self, *listings) -> list[set[str]]:
        """Return the suggestions, as pairs of ids."""
        return [{pair.one, pair.other} for pair in self.all(*listings).suggestions]


@pytest.fixture
def person():
    """Return what makes a person of the book: an id, names, and what else is known."""
    return _person


@pytest.fixture
def card():
    """Return what makes a card: names, and what else it says."""
    return _card


@pytest.fixture
def listing():
    """Return what makes the cards of one source."""
    return _listing


@pytest.fixture
def book() -> Callable[..., Who]:
    """Return what opens a book of these people."""
    return Who
