"""The rules by which facets are joined: ids and handles here, names in `naming`.

Every rule looks at all facets at once and in an order that depends on what they say, so that the
order in which sources come decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import attrgetter
from typing import TypeAlias

from entregent.identity import handles
from entregent.identity.clusters import COMMON, Because, Clusters, agree, meeting_under
from entregent.identity.facets import ONE_ACCOUNT, Facet
from entregent.identity.likeness import SAFE, WITH_HANDLE, Like
from entregent.identity.naming import by_form, by_name, contested_names
from entregent.identity.signs import best_like, contradiction, forbidden, handles_of

Groups: TypeAlias = Mapping[str, Sequence[int]]


def join(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join what is one human's; the owner (`owner` is the number of their facet) by handle only."""
    _by_owner(facets, clusters, owner)
    _by_alias(facets, clusters)
    by_handle(facets, clusters, owner)
    _by_record(facets, clusters, owner)
    contested = contested_names(clusters, owner)
    by_name(facets, clusters, owner, contested)
    by_form(clusters, owner, contested)


def grouped(facets: Sequence[Facet], kind: str) -> Groups:
    """Return which facets bear each handle of one kind, where more than one does."""
    borne = map(attrgetter(kind), facets)
    return meeting_under(enumerate(borne))


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
    """Join those who share a handle and whose names do not contradict each other.

    Whoever was joined by one handle knows more names, so that another may join them to somebody
    else: handles are looked at again until none does.
    """
    kinds = (
        ("profiles", Because.PROFILE),
        ("emails", Because.EMAIL),
        ("phones", Because.PHONE),
        ("pages", Because.PROFILE),
    )
    left = [
        (kind, value, numbers, because)
        for kind, because in kinds
        for value, numbers in sorted(grouped(facets, kind).items())
    ]
    before = -1
    while left and before != clusters.joined:
        before, parted = clusters.joined, []
        for kind, value, numbers, because in left:
            roots = _others(clusters, numbers, owner)
            if len(roots) > 1:
                _join_bearers(kind, value, roots, clusters, because)
                parted.append((kind, value, numbers, because))
        left = parted


def _others(clusters: Clusters, numbers: Sequence[int], owner: int) -> list[int]:
    return [one for one in clusters.roots(numbers) if one != clusters.root(owner)]


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
        return clusters.clash(one, other) or _are_household(mine, theirs, clusters)

    for some in clusters.together(roots, linked):
        if agree(some, against):
            clusters.unite_all(some, because)
        else:
            _join_equals(some, clusters, because)


def _are_household(one: Facet, other: Facet, clusters: Clusters) -> bool:
    """Tell two family names that one list holds, or else tells apart: no marriage."""
    if best_like(one, other) is not Like.SURNAME:
        return False
    return contradiction(one, other, clusters.apart) is not None


def _join_equals(roots: Sequence[int], clusters: Clusters, because: Because) -> None:
    """Join only those of the very same full name."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for one in roots:
        for key in clusters.told(one).keys:
            by_key[key].append(one)
    for key in sorted(by_key):
        some = clusters.roots(by_key[key])
        if len(some) > 1 and agree(some, clusters.clash):
            clusters.unite_all(some, because)


def _by_record(facets: Sequence[Facet], clusters: Clusters, owner: int) -> None:
    """Join a card to whom the same record of the same file was about, if the name is the same.

    A card without a name is who had its address or number there, whatever name was found since.
    """
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, facet in enumerate(facets):
        if number != owner:
            for place in facet.places:
                if facet.people or place[0] in ONE_ACCOUNT:
                    known[place].append(number)
    if not known:
        return
    for number, facet in enumerate(facets):
        about = [n for place in facet.places for n in known.get(place, ())]
        if not (about and facet.cards):
            continue
        if clusters.told(number).people or clusters.root(number) == owner:
            continue
        there = clusters.roots(about)
        same = [
            n for n in there if n != clusters.root(number) and _is_again(facet, clusters.told(n))
        ]
        if len(same) == 1 and not clusters.clash(same[0], number):
            clusters.unite(same[0], number, Because.RECORD)


def _is_again(card: Facet, told: Facet) -> bool:
    if not card.names:
        mine = {*card.signs, *handles_of(card)}
        return not mine.isdisjoint((*told.signs, *handles_of(told)))
    return not set(told.keys).isdisjoint(card.keys)
