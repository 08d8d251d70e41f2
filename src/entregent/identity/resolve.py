"""Who is who: every card is somebody known, or somebody new, with the reason.

Only what is safe is decided here; what is merely likely is a suggestion for the owner.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from entregent.domain.ids import ME, PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin
from entregent.identity.alike import Alike, alike
from entregent.identity.clusters import Because, Clusters
from entregent.identity.facets import Facet, of_card, of_person
from entregent.identity.joining import join
from entregent.identity.signs import Pairs


@dataclass(frozen=True, slots=True)
class Listing:
    """The cards of one reading, whose places are named by its path.

    `apart` are pairs of their references, of whom the reading says that they are two humans.
    """

    origin: Origin
    path: str
    cards: Sequence[Card]
    apart: Collection[frozenset[PersonId]] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Whose a card is; nobody where a bare name in a journal may be several people's."""

    person: PersonId | None
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A match a card, reading by reading; who is new; who of the book turned out to be one.

    A merge is the id that goes and the id that stays. `suggestions` hold one at least who is new,
    the likeliest first.
    """

    matches: tuple[tuple[Match, ...], ...]
    people: tuple[PersonId, ...] = ()
    merges: tuple[tuple[PersonId, PersonId], ...] = ()
    suggestions: tuple[Alike[PersonId], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The book as identification sees it: its people, its owner, the pairs set apart."""

    people: Iterable[Person]
    owner: PersonId
    apart: Pairs = frozenset()


def resolve(
    listings: Sequence[Listing], known: Known, new_id: Callable[[], PersonId]
) -> Resolution:
    """Decide whose every card is; `new_id` names those who are new, in the order they come.

    The order of the listings, and of the cards in them, decides nothing but that.
    """
    facets = [Facet(people=(known.owner,))]
    for person in known.people:
        if person.id == known.owner:
            facets[0] = of_person(person)
        else:
            facets.append(of_person(person))
    first = len(facets)
    for reading, listing in enumerate(listings):
        for card in listing.cards:
            number = len(facets) - first
            facets.append(of_card(number, card, listing.origin, reading, listing.path))
    clusters = Clusters(facets, {*known.apart, *_apart(listings, known.owner)})
    cards = [(listing.origin, card) for listing in listings for card in listing.cards]
    for number, (_, card) in enumerate(cards):
        if card.ref == ME:
            clusters.unite(0, first + number, Because.OWNER)
    join(facets, clusters, 0)
    return _Told(clusters, first, cards, new_id).resolution(listings)


def _apart(listings: Iterable[Listing], owner: PersonId) -> Iterator[frozenset[PersonId | int]]:
    """Yield the pairs that readings set apart, by the numbers of their cards."""
    first = 0
    for listing in listings:
        if listing.apart:
            numbers: dict[PersonId, list[PersonId | int]] = {ME: [owner]}
            for number, card in enumerate(listing.cards, first):
                numbers.setdefault(card.ref, []).append(number)
            for one, other in map(tuple, listing.apart):
                ends = product(numbers.get(one, ()), numbers.get(other, ()))
                yield from map(frozenset, ends)
        first += len(listing.cards)


class _Told:
    """Turns clusters into ids: the oldest of the book's stays, who is new gets a new one."""

    def __init__(
        self,
        clusters: Clusters,
        first: int,
        cards: Sequence[tuple[Origin, Card]],
        new_id: Callable[[], PersonId],
    ) -> None:
        self._clusters = clusters
        self._first = first
        self._cards = cards
        self._new_id = new_id
        self._ids: dict[int, PersonId] = {}
        self._new: list[PersonId] = []

    def resolution(self, listings: Sequence[Listing]) -> Resolution:
        unsure = self._unsure()
        matches = [
            Match(None, Because.NAMESAKES) if number in unsure else self._match(number)
            for number in range(len(self._cards))
        ]
        merges = [
            (gone, self._id(root))
            for root, told in self._clusters.people()
            for gone in told.people
            if gone != self._id(root)
        ]
        fresh = {root for root in self._ids if not self._clusters.told(root).people}
        pairs = alike(self._clusters, fresh, self._clusters.root(0))
        sure = [pair for pair in pairs if self._is_somebody(pair.one, pair.other)]
        ends = iter(matches)
        return Resolution(
            tuple(tuple(next(ends) for _ in listing.cards) for listing in listings),
            tuple(self._new),
            tuple(merges),
            tuple(pair.between(self._id) for pair in sure),
        )

    def _match(self, number: int) -> Match:
        facet = self._first + number
        because = self._clusters.because.get(facet)
        root = self._clusters.root(facet)
        return Match(self._id(root), because)

    def _is_somebody(self, *roots: int) -> bool:
        """Tell whether these are people of the book or new ones, not a name that several bear."""
        return all(root in self._ids or self._clusters.told(root).people for root in roots)

    def _id(self, root: int) -> PersonId:
        if root not in self._ids:
            people = self._clusters.told(root).people
            if root == self._clusters.root(0):
                self._ids[root] = people[0]
            elif people:
                self._ids[root] = min(people)  # ids are made in time: whoever came first stays
            else:
                self._ids[root] = self._new_id()
                self._new.append(self._ids[root])
        return self._ids[root]

    def _unsure(self) -> set[int]:
        """Return the cards of a journal that name somebody whom several may be."""
        bare = [
            number
            for number, (origin, card) in enumerate(self._cards)
            if origin is Origin.JOURNAL and not card.exact and card.ref != ME
        ]
        if not bare:
            return set()
        bearers: dict[str, set[int]] = {}
        for root in self._clusters:
            if root != self._clusters.root(0):
                for key in self._clusters.told(root).keys:
                    bearers.setdefault(key, set()).add(root)
        return {
            number
            for number in bare
            for told in (self._clusters.told(self._first + number),)
            if not told.people
            and len(told.cards) == 1
            and any(len(bearers[key]) > 1 for key in told.keys)
        }
