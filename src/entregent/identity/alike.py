"""Pairs who may be one human: shown with what speaks for and against, never joined here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from operator import attrgetter
from typing import Generic, TypeVar

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.identity import handles
from entregent.identity.clusters import Clusters, meeting_under
from entregent.identity.evidence import (
    nearly,
    of_abridged,
    of_figures,
    of_one_year,
    of_slips,
    rough,
    unfigured,
)
from entregent.identity.facets import Facet, of_person
from entregent.identity.joining import is_shared
from entregent.identity.likeness import Like
from entregent.identity.looking import is_worth_comparing
from entregent.identity.names import is_common
from entregent.identity.naming import by_forms
from entregent.identity.signs import (
    Pairs,
    Sign,
    at_house,
    best_like,
    contradiction,
    doubt,
    support,
)

_End = TypeVar("_End")
_Other = TypeVar("_Other")

_BLOCK = 12
"""Among more than these, a shared word tells too little to ask about every two of them."""
_ENOUGH = 1.5
"""From what weight on a pair is worth a question."""

_NAMES = {
    Like.SAME: 4.0,
    Like.MIDDLE: 2.5,
    Like.NICKNAME: 2.5,
    Like.MAIDEN: 2.5,
    Like.LETTERS: 2.5,
    Like.TYPO: 2.0,
    Like.INITIAL: 1.5,
    Like.CLOSE: 1.0,
    Like.HALF: 0.5,
    Like.PET: 0.5,
    Like.ROUGH: 0.5,
    Like.SURNAME: 0.0,
    Like.NONE: 0.0,
    Like.OTHER: -4.0,
}
_ONE_WORD = {Like.SAME: 2.0, Like.OTHER: -3.0}
"""The same where neither name has more than a word."""
_THIN = (Like.TYPO, Like.INITIAL, Like.CLOSE)
"""Likenesses that are a question by themselves only where nobody else bears the family name."""
_WEIGHTS = {
    Sign.PROFILE: 5.0,
    Sign.EMAIL: 4.0,
    Sign.PHONE: 3.0,
    Sign.BIRTHDAY: 3.0,
    Sign.HOUSE: 2.5,
    Sign.COMPANY: 2.0,
    Sign.AGAIN: 1.0,
    Sign.SPELLED: 1.0,
    Sign.TOWN: 1.0,
    Sign.ADDRESS: 2.0,
    Sign.BORN: 1.0,
    Sign.YEAR: -2.0,
    Sign.SHARED: -2.5,
    Sign.IDS: -3.0,
    Sign.PROFILES: -4.0,
    Sign.BIRTHDAYS: -4.0,
    Sign.LISTED: -2.0,
    Sign.MAILBOXES: -2.0,
    Sign.EMPLOYERS: -1.0,
    Sign.ADDRESSES: -0.5,
    Sign.NUMBERS: -0.5,
}


@dataclass(frozen=True, slots=True)
class Alike(Generic[_End]):
    """Two who may be one: how their names are alike, what else speaks for it, what against.

    `weight` only orders pairs; it is never shown.
    """

    one: _End
    other: _End
    names: Like
    because: tuple[Sign, ...]
    against: tuple[Sign, ...]
    weight: float

    def between(self, ends: Callable[[_End], _Other]) -> "Alike[_Other]":
        """Return the same of other ends."""
        return replace(self, one=ends(self.one), other=ends(self.other))  # type: ignore[arg-type,return-value]  # the ends only


def alike_people(people: Iterable[Person], apart: Pairs) -> list[Alike[PersonId]]:
    """Return the pairs among people of a book, the likeliest first."""
    facets = [of_person(person) for person in people]
    clusters = Clusters(facets, apart)
    pairs = alike(clusters, set(clusters), -1)
    return [pair.between(lambda one: facets[one].people[0]) for pair in pairs]


def alike(clusters: Clusters, fresh: Collection[int], owner: int) -> list[Alike[int]]:
    """Return the pairs with one at least of `fresh`, the likeliest first."""
    found: dict[tuple[int, int], Alike[int]] = {}
    bearers = _bearers(clusters, owner)
    for one, other in _candidates(clusters, fresh, owner):
        pair = (one, other) if one < other else (other, one)
        if pair not in found:
            likely = compare(*pair, clusters)
            if (
                likely.names in _THIN
                and not likely.because
                and _nobody_else(pair, clusters, bearers)
            ):
                likely = replace(likely, weight=likely.weight + 1)
            found[pair] = likely
    worth = [pair for pair in found.values() if pair.weight >= _ENOUGH]
    return sorted(worth, key=lambda pair: (-pair.weight, pair.one, pair.other))


def _bearers(clusters: Clusters, owner: int) -> Counter[str]:
    """Return how many people bear each family name."""
    return Counter(
        word
        for one, told in clusters.people()
        if one != owner
        for word in {word for name in told.names for word in name.families}
    )


def _nobody_else(pair: tuple[int, int], clusters: Clusters, bearers: Counter[str]) -> bool:
    """Tell whether no third person bears a family name of these two.

    Who has no more of it than a letter is only compared where nobody else fits.
    """
    both = [{word for name in clusters.told(one).names for word in name.families} for one in pair]
    if not all(both):
        return True
    return all(bearers[word] == sum(word in words for words in both) for word in both[0] | both[1])


def compare(one: int, other: int, clusters: Clusters) -> Alike[int]:
    """Weigh what speaks for and against two clusters being one human."""
    mine, theirs = clusters.told(one), clusters.told(other)
    likeness, shadow = _likeness(mine, theirs)
    because = [*_shared_handles(mine, theirs), *support(mine, theirs)]
    if shadow:
        because.append(Sign.SPELLED)
    if likeness is not Like.OTHER and not set(mine.towns).isdisjoint(theirs.towns):
        because.append(Sign.TOWN)
    near = nearly(mine, theirs)
    because += near.because
    against = [*near.against, contradiction(near.one, near.other, clusters.apart)]
    against.append(None if Sign.COMPANY in because else doubt(near.one, near.other))
    if _only_shared(mine, theirs, likeness):
        against.append(Sign.SHARED)
    told = tuple(sign for sign in against if sign is not None)
    weight = _worth(likeness, mine, theirs) + sum(
        _WEIGHTS.get(sign, -99.0) for sign in (*because, *told)
    )
    if likeness in _THIN and not because:
        weight -= 1
    return Alike(one, other, likeness, tuple(because), told, weight)


def _worth(likeness: Like, mine: Facet, theirs: Facet) -> float:
    """Return what a likeness weighs: less, for and against, where names are a mere word."""
    weight = _NAMES[likeness]
    if likeness in _ONE_WORD and not any(name.full for name in (*mine.names, *theirs.names)):
        return _ONE_WORD[likeness]
    if likeness is Like.SAME and any(map(is_common, mine.names)):
        weight -= 1
    return weight


def _likeness(mine: Facet, theirs: Facet) -> tuple[Like, bool]:
    """Return how names are alike, and whether one of them is only spelled by an address."""
    best = best_like(mine, theirs)
    if mine.names and theirs.names:
        return Like.ROUGH if best is Like.OTHER and rough(mine, theirs) else best, False
    named = mine._replace(names=mine.names or mine.spelled or unfigured(mine))
    other = theirs._replace(names=theirs.names or theirs.spelled or unfigured(theirs))
    best = best_like(named, other)
    if best not in (Like.NONE, Like.OTHER):
        return best, True
    if not (named.names and other.names) and _spells(mine, theirs):
        return Like.INITIAL, True
    return best, False


def _spells(mine: Facet, theirs: Facet) -> bool:
    return not {*_locals(mine), *_shortened(mine)}.isdisjoint(
        {*_locals(theirs), *_shortened(theirs)}
    )


def _shared_handles(mine: Facet, theirs: Facet) -> list[Sign]:
    kinds = (
        (Sign.PROFILE, mine.profiles, theirs.profiles),
        (Sign.EMAIL, mine.emails, theirs.emails),
        (Sign.PHONE, mine.phones, theirs.phones),
    )
    return [sign for sign, one, other in kinds if not set(one).isdisjoint(other)]


def _only_shared(mine: Facet, theirs: Facet, likeness: Like) -> bool:
    """Tell whether all they have in common is a household's or a function's."""
    emails = {*mine.emails} & {*theirs.emails}
    bearers = () if likeness is Like.ROUGH else (mine, theirs)
    return bool(emails) and all(is_shared("emails", one, bearers) for one in emails)


def _candidates(
    clusters: Clusters, fresh: Collection[int], owner: int
) -> Iterator[tuple[int, int]]:
    told = dict(clusters.people())
    told.pop(owner, None)
    kinds = map(attrgetter, ("keys", "profiles", "emails", "phones", "birthdays"))
    blocks: list[Iterable[Sequence[int]]] = [by_forms(clusters, owner).values()]
    blocks += [
        meeting_under(zip(told, map(kind, told.values()), strict=True)).values() for kind in kinds
    ]
    blocks += [_near(told), _initials(told), _by_local(told), of_one_year(told)]
    blocks += [of_slips(told), of_abridged(told), of_figures(told)]
    for roots in chain.from_iterable(blocks):
        if 1 < len(roots) <= _BLOCK:
            yield from (
                (one, other)
                for one, other in combinations(roots, 2)
                if (one in fresh or other in fresh)
                and is_worth_comparing(told[one], told[other], among=len(roots))
            )


def _near(told: dict[int, Facet]) -> Iterable[list[int]]:
    """Return those of one employer who share a given or a family name: the other may be a typo."""

    def places(facet: Facet) -> Iterable[tuple[str, str]]:
        full = [name for name in facet.names if name.full]
        words = {word for name in full for word in (name.firsts[0], name.lasts[-1])}
        return product(facet.companies, words)

    employed = ((one, places(facet)) for one, facet in told.items() if facet.companies)
    return meeting_under(employed).values()


def _initials(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield those of one family name, and one initial, where one of them has no more than that."""
    short: dict[tuple[str, str], list[int]] = defaultdict(list)
    long: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one, facet in told.items():
        for name in facet.names:
            if name.firsts and name.lasts:
                bare = len(name.firsts[0]) == 1
                letters = {name.firsts[0][0]}
                for key in {(family, letter) for family in name.families for letter in letters}:
                    (short if bare else long)[key].append(one)
    for key, bare_ones in short.items():
        if len(bare_ones) <= _BLOCK:
            yield from ([one, other] for one in bare_ones for other in long.get(key, ())[:_BLOCK])


def _by_local(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield an address without a name beside those whose names it abridges, at their employer."""
    found: dict[str, list[int]] = defaultdict(list)
    nameless = {local for facet in told.values() if not facet.names for local in _locals(facet)}
    if not nameless:
        return
    for one, facet in told.items():
        for word in {*_locals(facet), *_shortened(facet)} & nameless:
            found[word].append(one)
    for some in found.values():
        for one, other in combinations(some[: 4 * _BLOCK], 2):
            if at_house(told[one], told[other]) or at_house(told[other], told[one]):
                yield [one, other]


def _locals(facet: Facet) -> tuple[str, ...]:
    if facet.names:
        return ()
    addresses = (a for a in facet.emails if not handles.is_role(a))
    return tuple(a.partition("@")[0].replace(".", "").replace("-", "") for a in addresses)


def _shortened(facet: Facet) -> set[str]:
    """Return the usual short addresses of a full name: jdupont, jeand, dupontj."""
    found = set()
    for name in facet.names:
        if name.full:
            first, last = name.firsts[0], "".join(name.lasts)
            found |= {first[0] + last, first + last[0], last + first[0], last + first}
    return found


__all__ = ["Alike", "alike", "alike_people", "compare"]
