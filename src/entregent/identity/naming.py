"""The rules by which a name joins: a full name, or another form of it that something confirms."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from entregent.identity import handles
from entregent.identity.clusters import COMMON, Because, Clusters, agree, components
from entregent.identity.facets import Facet
from entregent.identity.likeness import SAFE, forms
from entregent.identity.names import spelled_at_work
from entregent.identity.signs import (
    Sign,
    best_like,
    contradiction,
    distinct,
    doubt,
    support,
)


def contested_names(clusters: Clusters, owner: int) -> frozenset[str]:
    """Return the full names of which two bearers are seen to be two humans."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for one in clusters:
        if one != clusters.root(owner):
            for key in _borne(clusters.told(one)):
                bearers[key].append(one)
    return frozenset(
        key
        for key, roots in bearers.items()
        if 1 < len(roots) <= COMMON
        and any(
            distinct(clusters.told(one), clusters.told(other), clusters.apart)
            for one, other in combinations(roots, 2)
        )
    )


def _borne(facet: Facet) -> set[str]:
    """Return the full names, and those that addresses at an employer spell: jean.martin2@."""
    named = {name.key for name in facet.names if name.full}
    at_work = (address for address in facet.emails if not handles.is_free(address))
    return named | {name.key for address in at_work if (name := spelled_at_work(address)).full}


def by_name(
    facets: Sequence[Facet], clusters: Clusters, owner: int, contested: frozenset[str]
) -> None:
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
            if key in contested:
                _join_confirmed(roots, clusters, frozenset({Sign.BIRTHDAY}))
            else:
                _join_namesakes(roots, clusters)


def _join_namesakes(roots: Sequence[int], clusters: Clusters) -> None:
    """Join all of one name whom nothing tells apart, else those whom something confirms.

    Where a group holds two who cannot be one, nobody says which of them a third one is.
    """

    def fine(one: int, other: int) -> bool:
        mine, theirs = clusters.told(one), clusters.told(other)
        return contradiction(mine, theirs, clusters.apart) is None and not _doubtful(mine, theirs)

    for some in clusters.together(roots, fine):
        if agree(some, lambda one, other: not fine(one, other)):
            clusters.unite_all(some, Because.NAME)
    _join_confirmed(roots, clusters, frozenset(Sign))


def _join_confirmed(roots: Sequence[int], clusters: Clusters, allowed: frozenset[Sign]) -> None:
    """Join those of one name whom a sign of these confirms, where nothing tells them apart."""

    def against(one: int, other: int) -> bool:
        told = clusters.told(one), clusters.told(other)
        return contradiction(*told, clusters.apart) is not None

    def confirmed(one: int, other: int) -> bool:
        signs = support(clusters.told(one), clusters.told(other))
        return not allowed.isdisjoint(signs) and not against(one, other)

    for some in clusters.together(roots, confirmed):
        if agree(some, against):
            clusters.unite_all(some, Because.NAME)


def _doubtful(one: Facet, other: Facet) -> bool:
    """Tell whether a full name in common is too little, with nothing that confirms it."""
    if support(one, other):
        return False
    named = (one.names or one.own_words) and (other.names or other.own_words)
    return not named or not _touched(one, other) or doubt(one, other) is not None


def _touched(one: Facet, other: Facet) -> bool:
    """Tell whether a card speaks of one of two: what the book held apart stays so by itself."""
    return bool(one.cards or other.cards)


def by_form(clusters: Clusters, owner: int, contested: frozenset[str]) -> None:
    """Join two forms of one name where something confirms it and nobody else could be meant."""
    mine = clusters.root(owner)
    links: dict[int, set[int]] = defaultdict(set)
    for roots in by_forms(clusters, mine).values():
        if len(roots) > COMMON:
            continue
        for one, other in combinations(roots, 2):
            if _is_form(clusters.told(one), clusters.told(other), clusters, contested):
                links[one].add(other)
                links[other].add(one)
    for some in sorted(components(links), key=lambda some: sorted(clusters.told(some[0]).keys)):

        def against(one: int, other: int) -> bool:
            told = clusters.told(one), clusters.told(other)
            return contradiction(*told, clusters.apart) is not None or clusters.clash(one, other)

        if agree(some, against):
            clusters.unite_all(some, Because.FORM)


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


def _is_form(one: Facet, other: Facet, clusters: Clusters, contested: frozenset[str]) -> bool:
    if not _touched(one, other) or best_like(one, other) not in SAFE:
        return False
    told = [sign for sign in support(one, other) if sign is not Sign.AGAIN]
    if Sign.BIRTHDAY not in told and not contested.isdisjoint(_borne(one) | _borne(other)):
        return False
    return bool(told) and contradiction(one, other, clusters.apart) is None
