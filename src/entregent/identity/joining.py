"""The rules by which facets are joined: ids, handles, full names, other forms of a name.

Every rule looks at all facets at once and in an order that depends on what they say, so that the
order in which sources come decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import TypeAlias

from entregent.identity import handles
from entregent.identity.clusters import Clusters, agree, components
from entregent.identity.facets import ONE_ACCOUNT, Facet
from entregent.identity.likeness import SAFE, WITH_HANDLE, Like, forms
from entregent.identity.signs import Sign, best_like, contradiction, doubt, forbidden, support

COMMON = 50
"""A name or a handle that more than these bear tells nobody from anybody."""

Groups: TypeAlias = Mapping[str, Sequence[int]]


class Because(StrEnum):
    """What tells that two records are one human."""

    OWNER = "owner"
    ALIAS = "alias"
    PROFILE = "url"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    FORM = "form"
    """Another form of the name, and something that confirms it."""
    RECORD = "record"
    NAMESAKES = "namesakes"
    """Nobody in particular: several bear this name."""


def join(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join what is one human's; the owner (`owner` is the number of their facet) by handle only."""
    _by_owner(facets, clusters, owner)
    _by_alias(facets, clusters)
    by_handle(facets, clusters, owner)
    _by_record(facets, clusters, owner)
    _by_name(facets, clusters, owner)
    _by_form(clusters, owner)


def grouped(facets: Sequence[Facet], kind: str, some: Iterable[int] | None = None) -> Groups:
    """Return which facets bear each handle of one kind, where more than one does."""
    found: dict[str, list[int]] = defaultdict(list)
    for number in range(len(facets)) if some is None else some:
        for value in getattr(facets[number], kind):
            found[value].append(number)
    return {value: numbers for value, numbers in found.items() if len(numbers) > 1}


def is_shared(kind: str, value: str, facets: Sequence[Facet]) -> bool:
    """Tell whether a handle is a household's or a function's, by its looks or by its bearers."""
    if kind == "emails" and (handles.is_role(value) or handles.is_couples(value)):
        return True
    if kind == "emails" and _is_households(value, facets):
        return True
    named = {name: None for facet in facets for name in facet.names if name.full}
    return any(
        best not in WITH_HANDLE and best not in (Like.CLOSE, Like.PET)
        for one, other in combinations(named, 2)
        for best in (best_like(Facet(names=(one,)), Facet(names=(other,))),)
    )


def _is_households(address: str, facets: Iterable[Facet]) -> bool:
    """Tell an address that spells nothing but a family name: durand@, dupont-martin@."""
    local = address.partition("@")[0].strip("0123456789")
    words = [word for word in local.replace("-", ".").replace("_", ".").split(".") if word]
    return any(
        words and all(word in name.lasts for word in words)
        for facet in facets
        for name in facet.names
        if name.full
    )


def _by_owner(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join to the owner whoever bears one of their handles, and so on from there.

    One's own profile or address makes somebody the owner whatever the name; a number or a shared
    address, which others may bear too, only a name that agrees.
    """
    for kind in ("profiles", "emails", "phones"):
        ahead = list(getattr(clusters.told(owner), kind))
        groups = grouped(facets, kind) if ahead else {}
        while ahead:
            value = ahead.pop()
            for number in groups.get(value, ()):
                if clusters.root(number) != clusters.root(owner) and _is_owners(
                    kind, value, number, clusters, owner
                ):
                    ahead += getattr(facets[number], kind)
                    clusters.unite(owner, number, Because.OWNER)


def _is_owners(kind: str, value: str, number: int, clusters: Clusters, owner: int) -> bool:
    mine, theirs = clusters.told(owner), clusters.told(number)
    if kind == "profiles":
        return True
    if kind == "emails" and not is_shared(kind, value, [mine]):
        return not (mine.people and theirs.people and not mine.cards)
    return bool(theirs.names) and best_like(mine, theirs) in SAFE


def _by_alias(facets: Sequence[Facet], clusters: Clusters) -> None:
    for numbers in grouped(facets, "aliases").values():
        known = {clusters.root(n) for n in numbers if facets[n].people}
        if len(known) <= 1:
            for number in numbers[1:]:
                clusters.unite(numbers[0], number, Because.ALIAS)


def by_handle(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join those who share a handle and whose names do not contradict each other."""
    kinds = (
        ("profiles", Because.PROFILE),
        ("emails", Because.EMAIL),
        ("phones", Because.PHONE),
        ("pages", Because.PROFILE),
    )
    for kind, because in kinds:
        groups = grouped(facets, kind)
        for value in sorted(groups):
            roots = [one for one in clusters.roots(groups[value]) if one != clusters.root(owner)]
            if len(roots) > 1:
                _join_bearers(kind, value, roots, clusters, because)


def _join_bearers(
    kind: str, value: str, roots: Sequence[int], clusters: Clusters, because: Because
) -> None:
    if len(roots) > COMMON:
        _join_equals(roots, clusters, because)
        return
    told = [clusters.told(one) for one in roots]
    own = kind == "profiles"
    shared = not own and is_shared(kind, value, told)
    allowed = (Like.SAME, Like.NICKNAME) if shared else WITH_HANDLE

    def linked(one: int, other: int) -> bool:
        mine, theirs = clusters.told(one), clusters.told(other)
        if shared and not (mine.names or theirs.names):
            return True
        return own or best_like(mine, theirs) in allowed

    def against(one: int, other: int) -> bool:
        mine, theirs = clusters.told(one), clusters.told(other)
        if own:
            return forbidden(mine, theirs, clusters.apart) is not None
        return clusters.clash(one, other)

    for some in clusters.together(roots, linked):
        if agree(some, against):
            _unite(some, clusters, because)
        else:
            _join_equals(some, clusters, because)


def _join_equals(roots: Sequence[int], clusters: Clusters, because: Because) -> None:
    """Join only those of the very same full name."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for one in roots:
        for key in clusters.told(one).keys:
            by_key[key].append(one)
    for key in sorted(by_key):
        some = clusters.roots(by_key[key])
        if len(some) > 1 and agree(some, clusters.clash):
            _unite(some, clusters, because)


def _by_record(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join a card to whom the same record of the same file was about, if the name is the same."""
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, facet in enumerate(facets):
        if number != owner:
            for place in facet.places:
                if facet.people or place[0] in ONE_ACCOUNT:
                    known[place].append(number)
    for number, facet in enumerate(facets):
        if not facet.cards or clusters.told(number).people or clusters.root(number) == owner:
            continue
        there = clusters.roots(n for place in facet.places for n in known.get(place, ()))
        same = [
            n
            for n in there
            if n != clusters.root(number) and not set(clusters.told(n).keys).isdisjoint(facet.keys)
        ]
        if len(same) == 1 and not clusters.clash(same[0], number):
            clusters.unite(same[0], number, Because.RECORD)


def _by_name(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join those of one full name whom nothing tells apart, or something confirms."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, facet in enumerate(facets):
        if clusters.root(number) == clusters.root(owner):
            continue
        for name in (*facet.names, *facet.spelled):
            if name.full or facet.own_words:
                groups[name.key].append(number)
    for key in sorted(groups):
        roots = clusters.roots(groups[key])
        if 1 < len(roots) <= COMMON:
            _join_namesakes(roots, clusters)


def _join_namesakes(roots: Sequence[int], clusters: Clusters) -> None:
    """Join all of one name whom nothing tells apart, else those whom something confirms.

    Where a group holds two who cannot be one, nobody says which of them a third one is.
    """

    def against(one: int, other: int) -> bool:
        told = clusters.told(one), clusters.told(other)
        return contradiction(*told, clusters.apart) is not None

    def confirmed(one: int, other: int) -> bool:
        return not against(one, other) and bool(support(clusters.told(one), clusters.told(other)))

    def fine(one: int, other: int) -> bool:
        return not against(one, other) and not _doubtful(clusters.told(one), clusters.told(other))

    for some in clusters.together(roots, fine):
        if agree(some, lambda one, other: not fine(one, other)):
            _unite(some, clusters, Because.NAME)
    for some in clusters.together(roots, confirmed):
        if agree(some, against):
            _unite(some, clusters, Because.NAME)


def _doubtful(one: Facet, other: Facet) -> bool:
    """Tell whether a full name in common is too little, with nothing that confirms it."""
    if support(one, other):
        return False
    named = (one.names or one.own_words) and (other.names or other.own_words)
    return not named or not _touched(one, other) or doubt(one, other) is not None


def _touched(one: Facet, other: Facet) -> bool:
    """Tell whether a card speaks of one of two: what the book held apart stays so by itself."""
    return bool(one.cards or other.cards)


def _by_form(clusters: Clusters, owner: int) -> None:
    """Join two forms of one name where something confirms it and nobody else could be meant."""
    mine = clusters.root(owner)
    links: dict[int, set[int]] = defaultdict(set)
    for roots in by_forms(clusters, mine).values():
        if len(roots) > COMMON:
            continue
        for one, other in combinations(roots, 2):
            if _is_form(clusters.told(one), clusters.told(other), clusters):
                links[one].add(other)
                links[other].add(one)
    for some in sorted(components(links), key=lambda some: sorted(clusters.told(some[0]).keys)):

        def against(one: int, other: int) -> bool:
            told = clusters.told(one), clusters.told(other)
            return contradiction(*told, clusters.apart) is not None or clusters.clash(one, other)

        if agree(some, against):
            _unite(some, clusters, Because.FORM)


def by_forms(clusters: Clusters, owner: int) -> dict[tuple[str, str], list[int]]:
    """Return who meets under each family name and form of a given name."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in clusters:
        if one == owner:
            continue
        told = clusters.told(one)
        keys = {
            (family, form)
            for name in (*told.names, *told.spelled)
            if name.full
            for family in name.families
            for form in forms(name)
        }
        for key in keys:
            found[key].append(one)
    return {key: roots for key, roots in found.items() if len(roots) > 1}


def _is_form(one: Facet, other: Facet, clusters: Clusters) -> bool:
    if not _touched(one, other) or best_like(one, other) not in SAFE:
        return False
    told = [sign for sign in support(one, other) if sign is not Sign.AGAIN]
    return bool(told) and contradiction(one, other, clusters.apart) is None


def _unite(some: Sequence[int], clusters: Clusters, because: Because) -> None:
    for one in some[1:]:
        clusters.unite(some[0], one, because)
