"""Which pairs are worth comparing: a question is asked for more than a likeness of common names."""

from entregent.identity.facets import Facet
from entregent.identity.likeness import Like
from entregent.identity.signs import at_house, best_like

FEW = 6
"""So many bearers of one name may be asked about for the name alone."""


_YEAR, _DAY = len("YYYY"), len("MM-DD")
_WEAK = frozenset({Like.CLOSE, Like.SURNAME, Like.OTHER})
"""Names that an employer in common does not make one human's, where one list holds both."""


def is_worth_comparing(one: Facet, other: Facet, *, among: int) -> bool:
    """Tell whether two who meet under a name `among` so many bearers may turn out to be one."""
    if one.birthdays and _born_alike(one, other):
        return True
    if (one.towns and other.towns) or _share_a_handle(one, other):
        return True
    if among > FEW and not _one_house(one, other):
        return False
    if _two_profiles(one, other) and not _meet(one.keys, other.keys):
        return False
    return not (_listed(one, other) and best_like(one, other) in _WEAK)


def _share_a_handle(one: Facet, other: Facet) -> bool:
    return (
        _meet(one.emails, other.emails)
        or _meet(one.phones, other.phones)
        or _meet(one.profiles, other.profiles)
        or _meet(one.pages, other.pages)
    )


def _born_alike(one: Facet, other: Facet) -> bool:
    """Tell whether two birthdays share their year or their day, as they do but for a slip."""
    return any(
        mine[:_YEAR] == theirs[:_YEAR] or mine[-_DAY:] == theirs[-_DAY:]
        for mine in one.birthdays
        for theirs in other.birthdays
    )


def _listed(one: Facet, other: Facet) -> bool:
    return any(place in other.lists for place in one.lists)


def _one_house(one: Facet, other: Facet) -> bool:
    return _meet(one.companies, other.companies) or at_house(one, other) or at_house(other, one)


def _two_profiles(one: Facet, other: Facet) -> bool:
    """Tell whether each has a profile and they differ: only the very same name outweighs that."""
    mine, theirs = one.profiles, other.profiles
    return bool(mine and theirs) and not _meet(mine, theirs)


def _meet(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if not mine or not theirs:
        return False
    if len(mine) == 1:  # as most have; a set for it would be made a hundred thousand times
        return mine[0] in theirs
    return not set(mine).isdisjoint(theirs)
