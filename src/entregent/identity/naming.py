"""The rules by which a name joins: a full name, or another form of it that something confirms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from entregent.identity import handles
from entregent.identity.clusters import COMMON, Because, Clusters, agree, components, meeting_under
from entregent.identity.facets import Facet
from entregent.identity.likeness import SAFE, meeting
from entregent.identity.names import spelled
from entregent.identity.signs import (
    Sign,
    best_like,
    birthdays,
    contradiction,
    distinct,
    doubt,
    support,
    two_own,
)


def contested_names(clusters: Clusters, owner: int) -> frozenset[str]:
    """Return the full names of which two bearers are seen to be two humans.

    A full name and a figure at a house say that somebody of that name was there before, whether
    or not any source tells of them: jean.martin2@.
    """
    mine = clusters.root(owner)
    people = [(one, told) for one, told in clusters.people() if one != mine]
    found = {
        spelled(bare).key
        for _, told in people
        for bare, address in _at_work(told)
        if bare != address
    }
    for key, roots in meeting_under((one, _contestable(told)) for one, told in people).items():
        if len(roots) <= COMMON and _are_two(roots, clusters):
            found.add(key)
            if "@" in key:
                found.update(k for one in roots for k in clusters.told(one).keys)
    return frozenset(found)


def _contestable(told: Facet) -> Iterable[str]:
    """Return the full names that somebody bears, and the addresses at houses without figures."""
    full = [name.key for name in (*told.names, *told.spelled) if name.full]
    if not told.emails:
        return full
    return {*full, *(bare for bare, _ in _at_work(told))}


def _at_work(told: Facet) -> Iterator[tuple[str, str]]:
    """Yield the addresses at a house, each after what it is without its last figures."""
    for address in told.emails:
        if not handles.is_free(address):
            local, _, host = address.rpartition("@")
            yield f"{local.rstrip('0123456789')}@{host}", address


def _are_two(roots: Sequence[int], clusters: Clusters) -> bool:
    return any(
        distinct(clusters.told(one), clusters.told(other), clusters.apart)
        for one, other in combinations(dict.fromkeys(roots), 2)
    )


def by_name(
    facets: Sequence[Facet], clusters: Clusters, owner: int, contested: frozenset[str]
) -> None:
    """Join those of one full name whom nothing tells apart, or something confirms."""
    mine = clusters.root(owner)
    groups = meeting_under(
        (
            number,
            [n.key for n in (*facet.names, *facet.spelled) if n.full or facet.own_words],
        )
        for number, facet in enumerate(facets)
        if clusters.root(number) != mine
    )
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
        return _are_against(clusters.told(one), clusters.told(other), clusters)

    def confirmed(one: int, other: int) -> bool:
        signs = support(clusters.told(one), clusters.told(other))
        return not allowed.isdisjoint(signs) and not against(one, other)

    for some in clusters.together(roots, confirmed):
        if agree(some, against):
            clusters.unite_all(some, Because.NAME)


def _are_against(one: Facet, other: Facet, clusters: Clusters) -> bool:
    """Tell whether two may not be one, even where a third, such as a bare row, resembles both."""
    if contradiction(one, other, clusters.apart) is not None:
        return True
    return two_own(one, other) and birthdays(one, other) is not Sign.BIRTHDAY


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
        for one, other in _confirmable(roots, clusters):
            if _is_form(clusters.told(one), clusters.told(other), clusters, contested):
                links[one].add(other)
                links[other].add(one)
    for some in sorted(components(links), key=lambda some: sorted(clusters.told(some[0]).keys)):

        def against(one: int, other: int) -> bool:
            told = clusters.told(one), clusters.told(other)
            return clusters.clash(one, other) or _are_against(*told, clusters)

        if agree(some, against):
            clusters.unite_all(some, Because.FORM)


def _confirmable(roots: Sequence[int], clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Return the pairs of which one at least tells an employer or a birthday."""
    telling = [one for one in roots if (told := clusters.told(one)).companies or told.birthdays]
    if not telling:
        return iter(())
    silent = [one for one in roots if one not in telling]
    return chain(combinations(telling, 2), product(telling, silent))


def by_forms(clusters: Clusters, owner: int) -> dict[tuple[str, str], list[int]]:
    """Return who meets under each family name and form of a given name."""
    return meeting_under(
        (one, dict.fromkeys(chain.from_iterable(map(meeting, (*told.names, *told.spelled)))))
        for one, told in clusters.people()
        if one != owner
    )


def _is_form(one: Facet, other: Facet, clusters: Clusters, contested: frozenset[str]) -> bool:
    if not _touched(one, other) or best_like(one, other) not in SAFE:
        return False
    told = [sign for sign in support(one, other) if sign is not Sign.AGAIN]
    if Sign.BIRTHDAY not in told and not contested.isdisjoint((*one.keys, *other.keys)):
        return False
    return bool(told) and contradiction(one, other, clusters.apart) is None
