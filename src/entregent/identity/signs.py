"""What speaks for two facets being one human, and what speaks against it."""

from collections.abc import Collection
from enum import StrEnum

from entregent.domain.ids import PersonId
from entregent.domain.words import Origin
from entregent.identity import handles
from entregent.identity.facets import Facet
from entregent.identity.likeness import Like, like
from entregent.identity.names import is_common

_MONTH_AND_DAY = 5
_ONE_LIST = frozenset({Origin.LINKEDIN, Origin.FACEBOOK})
"""Networks of which the owner has one account: a name once in each export is one human."""


class Sign(StrEnum):
    """A reason for, or against, in the words of the sentences people read."""

    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "url"
    BIRTHDAY = "birthday"
    COMPANY = "company"
    HOUSE = "house"
    """An address at the other's employer."""
    TOWN = "town"
    SPELLED = "spelled"
    """An address that spells the other's name."""
    AGAIN = "again"
    """The same source, read another time."""
    ADDRESS = "address"
    """Addresses that slips of the pen may tell apart."""
    BORN = "born"
    """Birthdays that one slip may tell apart."""
    YEAR = "year"
    """Two birthdays in one year."""

    APART = "apart"
    """Set apart by the owner."""
    IDS = "ids"
    GIVEN = "given"
    PROFILES = "profiles"
    BIRTHDAYS = "birthdays"
    LISTED = "listed"
    """One source lists both."""
    MAILBOXES = "mailboxes"
    """Two addresses at one house."""
    EMPLOYERS = "employers"
    ADDRESSES = "addresses"
    NUMBERS = "numbers"
    SHARED = "shared"
    """The address or the number they share is a household's or a function's."""


Pairs = Collection[frozenset[PersonId | int]]
"""Ids of people in the book, or numbers of cards, who are two humans by the owner's word."""


def best_like(one: Facet, other: Facet) -> Like:
    """Return how the two names that are most alike are alike."""
    if len(one.names) == len(other.names) == 1:
        return like(one.names[0], other.names[0])
    found = {like(mine, theirs) for mine in one.names for theirs in other.names}
    return next((each for each in Like if each in found), Like.NONE)


def support(one: Facet, other: Facet) -> list[Sign]:
    """Return what two facets of one name have in common that confirms it, handles apart."""
    found = []
    if birthdays(one, other) is Sign.BIRTHDAY:
        found.append(Sign.BIRTHDAY)
    if two_own(one, other):
        return found
    if _meet(one.companies, other.companies):
        found.append(Sign.COMPANY)
    elif at_house(one, other) or at_house(other, one):
        found.append(Sign.HOUSE)
    if _again(one, other):
        found.append(Sign.AGAIN)
    return found


def forbidden(one: Facet, other: Facet, apart: Pairs) -> Sign | None:
    """Return what keeps two facets apart whatever they share."""
    if apart and any(
        frozenset((mine, theirs)) in apart
        for mine in (*one.people, *one.cards)
        for theirs in (*other.people, *other.cards)
    ):
        return Sign.APART
    return Sign.BIRTHDAYS if birthdays(one, other) is Sign.BIRTHDAYS else None


def contradiction(one: Facet, other: Facet, apart: Pairs) -> Sign | None:
    """Return what keeps two facets apart that share a name only."""
    if (never := forbidden(one, other, apart)) is not None:
        return never
    if _given_by_hand(one) and _given_by_hand(other):
        return Sign.IDS
    if one.aliases and other.aliases and _differ(_chosen(one), _chosen(other)):
        return Sign.IDS
    if one.profiles and other.profiles and _differ(_linkedin(one), _linkedin(other)):
        return Sign.PROFILES
    if _meet(one.lists, other.lists):
        return Sign.LISTED
    return Sign.MAILBOXES if _colleagues(one, other) else None


def distinct(one: Facet, other: Facet, apart: Pairs) -> bool:
    """Tell whether two of one name are seen to be two humans, and not one human written twice.

    An address book may hold one human twice: two cards of one list are two humans only where each
    has handles, or each an employer, and they have none in common.
    """
    why = contradiction(one, other, apart)
    if why is Sign.LISTED:
        return _differ(handles_of(one), handles_of(other)) or _differ(
            one.companies, other.companies
        )
    return why is not None


def doubt(one: Facet, other: Facet) -> Sign | None:
    """Return what makes a name alone too little."""
    if one.own_words or other.own_words:
        return None
    houses = at_house(one, other) or at_house(other, one)
    if not houses and _differ((*one.companies, *one.houses), (*other.companies, *other.houses)):
        return Sign.EMPLOYERS
    if two_own(one, other):
        return Sign.ADDRESSES
    if not any(map(is_common, one.names)):
        return None
    if _differ(one.emails, other.emails):
        return Sign.ADDRESSES
    return Sign.NUMBERS if _differ(one.phones, other.phones) else None


def two_own(one: Facet, other: Facet) -> bool:
    """Tell whether each has an address of their own, or each a number, and they differ."""
    if not (one.emails and other.emails) and not (one.phones and other.phones):
        return False
    mine = {address for address in one.emails if handles.is_free(address)}
    theirs = {address for address in other.emails if handles.is_free(address)}
    if _meet(one.emails, other.emails) or _meet(one.phones, other.phones):
        return False
    return _differ(mine, theirs) or _differ(one.phones, other.phones)


def birthdays(one: Facet, other: Facet) -> Sign | None:
    """Return whether two birthdays agree or differ; a day without a year agrees with any year."""
    if not one.birthdays or not other.birthdays:
        return None
    for mine in one.birthdays:
        for theirs in other.birthdays:
            dated = not (mine.startswith("-") or theirs.startswith("-"))
            if mine == theirs or (not dated and mine[-_MONTH_AND_DAY:] == theirs[-_MONTH_AND_DAY:]):
                return Sign.BIRTHDAY
    return Sign.BIRTHDAYS


def at_house(one: Facet, other: Facet) -> bool:
    """Tell whether an address of one is at an employer of the other."""
    if not (one.emails and other.companies):
        return False
    for house in one.houses:
        for company in other.companies:
            if handles.is_of_house(house, company):
                return True
    return False


def _again(one: Facet, other: Facet) -> bool:
    """Tell two readings of one file, or two exports of the owner's account on a network."""
    if (one.profiles and other.profiles) or not (one.lists or other.lists):
        return False
    listed = {place for place in one.lists if isinstance(place, str)}
    known = {place for place in other.lists if isinstance(place, str)}
    read = {path for path, _ in one.places}
    if (not known and listed & {path for path, _ in other.places}) or (not listed and known & read):
        return True
    exports = bool(one.lists and other.lists) and not _meet(one.lists, other.lists)
    return exports and _meet(_only(one, _ONE_LIST), _only(other, _ONE_LIST))


def _only(facet: Facet, of: Collection[Origin]) -> tuple[Origin, ...]:
    return tuple(origin for origin in facet.origins if origin in of)


def _colleagues(one: Facet, other: Facet) -> bool:
    """Tell two mailboxes at one house, neither of which is a function's."""
    if not (one.emails and other.emails):
        return False
    mine = {a for a in one.emails if not handles.is_free(a) and not handles.is_role(a)}
    theirs = {a for a in other.emails if not handles.is_free(a) and not handles.is_role(a)}
    hosts = {address.rpartition("@")[2] for address in mine}
    same_house = any(address.rpartition("@")[2] in hosts for address in theirs)
    return same_house and not mine & theirs


def handles_of(facet: Facet) -> tuple[str, ...]:
    """Return all addresses, numbers and profiles."""
    return (*facet.emails, *facet.phones, *facet.profiles)


def _chosen(facet: Facet) -> tuple[str, ...]:
    """Return the ids that a journal's author chose."""
    return tuple(alias for alias in facet.aliases if alias not in facet.people)


def _given_by_hand(facet: Facet) -> bool:
    return bool(facet.people) and Origin.HAND in facet.origins


def _linkedin(facet: Facet) -> tuple[str, ...]:
    return tuple(page for page in facet.profiles if page.startswith("linkedin:"))


def _differ(mine: Collection[object], theirs: Collection[object]) -> bool:
    return bool(mine and theirs) and not _meet(mine, theirs)


def _meet(mine: Collection[object], theirs: Collection[object]) -> bool:
    return bool(mine and theirs) and not set(mine).isdisjoint(theirs)
