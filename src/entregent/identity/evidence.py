"""What nearly agrees: names, addresses and birthdays that slips of the pen may tell apart.

It speaks for a suggestion and never joins anybody. `docs/who-is-who.md` says what each weighs.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, permutations

from entregent.identity import handles
from entregent.identity.facets import Facet
from entregent.identity.likeness import forms, meeting
from entregent.identity.names import Name, spelled
from entregent.identity.signs import Sign, birthdays

_SHORT = 4
"""In words of that many letters one slip is the most, and in shorter than three none."""
_MOST_WORDS = 4
_SLIPS = 2
_LONG_ADDRESS, _ADDRESS_SLIPS = 12, 3
_DATE = len("YYYY-MM-DD")


@dataclass(frozen=True, slots=True)
class Nearly:
    """What two facets share but for slips of the pen, what then speaks against them still.

    `one` and `other` are the two without the values in question, so that these are not held
    against the pair a second time.
    """

    because: tuple[Sign, ...]
    against: tuple[Sign, ...]
    one: Facet
    other: Facet


def nearly(one: Facet, other: Facet) -> Nearly:
    """Look for birthdays and addresses that slips of the pen may tell apart."""
    because: list[Sign] = []
    against: list[Sign] = []
    if birthdays(one, other) is Sign.BIRTHDAYS:
        days = [(mine, theirs) for mine in one.birthdays for theirs in other.birthdays]
        if any(_slipped(*pair) for pair in days):
            because.append(Sign.BORN)
        elif any(_one_year(*pair) for pair in days):
            against.append(Sign.YEAR)
        if because or against:
            one, other = one._replace(birthdays=()), other._replace(birthdays=())
    if _any_near(one.emails, other.emails):
        because.append(Sign.ADDRESS)
        one, other = one._replace(emails=()), other._replace(emails=())
    return Nearly(tuple(because), tuple(against), one, other)


def rough(one: Facet, other: Facet) -> bool:
    """Tell whether every word of one name is found in the other, slips and order aside."""
    return any(_rough(mine, theirs) for mine in one.names for theirs in other.names)


@lru_cache(maxsize=65536)
def _rough(one: Name, other: Name) -> bool:
    short, long = sorted(((*n.firsts, *n.lasts) for n in (one, other)), key=len)
    if not short or len(long) > _MOST_WORDS:
        return False
    return any(
        all(_near_words(mine, theirs) for mine, theirs in zip(short, order, strict=True))
        for order in permutations(long, len(short))
    )


@lru_cache(maxsize=65536)
def _near_words(one: str, other: str) -> bool:
    """Tell whether two words are one but for two slips, one where they are short."""
    if one == other:
        return True
    least = min(len(one), len(other))
    if least < _SHORT - 1:
        return False
    return within(one, other, _SLIPS if max(len(one), len(other)) > _SHORT else 1) or (
        least >= _SHORT and Counter(one) == Counter(other)
    )


def _any_near(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if not mine or not theirs or not set(mine).isdisjoint(theirs):
        return False
    return any(_near_addresses(one, other) for one in mine for other in theirs)


def _near_addresses(one: str, other: str) -> bool:
    """Tell whether two long addresses are one but for slips.

    Other figures are no slip, nor is what precedes one employer's host: colleagues differ there.
    """
    house = one.rpartition("@")[2]
    if other.endswith(f"@{house}") and not handles.is_free(one):
        return False
    if min(len(one), len(other)) < _LONG_ADDRESS or len(set(one) ^ set(other)) > 2 * _SLIPS:
        return False
    return _figures(one) == _figures(other) and within(one, other, _ADDRESS_SLIPS)


def _figures(text: str) -> list[str]:
    return sorted(filter(str.isdigit, text))


def _slipped(one: str, other: str) -> bool:
    """Tell whether two dates are one but for a figure, two swapped, or day and month swapped."""
    if not len(one) == len(other) == _DATE:
        return False
    if one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]:
        return True
    return within(one, other, 1)


def _one_year(one: str, other: str) -> bool:
    return len(one) == len(other) == _DATE and one[:4] == other[:4]


def of_one_year(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield those who share a word of their names and a year of birth, whatever else differs."""
    found: dict[tuple[str, str], list[int]] = {}
    for one, facet in told.items():
        if facet.birthdays and facet.names:
            words = set(chain.from_iterable((*n.firsts, *n.lasts) for n in facet.names))
            years = {day[:4] for day in facet.birthdays if len(day) == _DATE}
            for key in {(word, year) for word in words for year in years}:
                found.setdefault(key, []).append(one)
    return iter(found.values())


def of_slips(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield those of one given name whose long family names begin, or end, alike."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for one, facet in told.items():
        ends = {
            (name.firsts[0], *ends)
            for name in facet.names
            if name.full and len(name.lasts[-1]) > _SHORT
            for ends in ((name.lasts[-1][:3], ""), ("", name.lasts[-1][-3:]))
        }
        for key in ends:
            found.setdefault(key, []).append(one)
    return iter(found.values())


def of_abridged(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield a family name's first letter beside the only full name that it may abridge."""
    short: dict[tuple[str, str], list[int]] = {}
    long: dict[tuple[str, str], dict[str, list[int]]] = {}
    for one, facet in told.items():
        for name in facet.names:
            if name.full:
                for key in {(word, last[0]) for word in forms(name) for last in name.lasts}:
                    long.setdefault(key, {}).setdefault(name.key, []).append(one)
            elif name.firsts and len("".join(name.lasts)) == 1:
                short.setdefault((name.firsts[0], name.lasts[0]), []).append(one)
    for key, some in short.items():
        fitting = long.get(key, {})
        if len(fitting) == 1:
            yield from (
                [one, other] for one in some for found in fitting.values() for other in found
            )


def unfigured(facet: Facet) -> tuple[Name, ...]:
    """Return the names that a nameless one's addresses spell before figures: lea.roche345@."""
    if facet.names or facet.spelled:
        return ()
    bare = (address.partition("@")[0].rstrip("0123456789") for address in facet.emails)
    return tuple(name for name in map(spelled, bare) if name.key)


def of_figures(told: dict[int, Facet]) -> Iterator[list[int]]:
    """Yield a nameless address that spells a name before figures, beside that name's bearers."""
    found: dict[tuple[str, str], list[int]] = {}
    for one, facet in told.items():
        for key in {key for name in unfigured(facet) for key in meeting(name)}:
            found.setdefault(key, []).append(one)
    for one, facet in told.items() if found else ():
        for key in {key for name in facet.names for key in meeting(name)} & found.keys():
            found[key].append(one)
    return iter(found.values())


def within(one: str, other: str, most: int) -> bool:
    """Tell whether at most so many slips part two words.

    A slip is a letter left out, added, or changed, or two neighbours swapped (Damerau's).
    """
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, written in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != written))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == written:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return False
    return row[-1] <= most
