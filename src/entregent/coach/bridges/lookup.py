"""Words just heard → the things of mine that they touch."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from entregent.coach.bridges.index import ENOUGH, GAP, WINDOW, How, Index, Way
from entregent.coach.bridges.mine import Kind, Thing
from entregent.coach.bridges.vocabulary import Roots
from entregent.domain.text import fold

MOST = 3
"""Links shown, at most."""
_WORD = re.compile(r"[^\W_]+")
FEW = 3
"""So few telling words were chosen by who typed them: the same word then counts, whatever else it
means."""
CHOSEN = 75
TALK = 12
"""Of more telling words than so many, one may be said in passing."""
PASSING = 75
"""So much of its value a single sure word of a field then counts, of 100: it needs company."""
LONG = 9
"""Only so long a word is read as another that differs by a letter."""
MISSPELT = 90
FIRMER = 4
"""A further word of a thing firms it up by one part in so many."""
_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Touch:
    """A thing of mine that was touched by words that stand from `start` to `end` in the text.

    `how` is the best of its ways; `family` the field shared, empty for the same word.
    """

    thing: Thing
    start: int
    end: int
    how: How
    family: str


class _Heard(NamedTuple):
    root: str
    start: int
    end: int
    small: bool


class _Hit(NamedTuple):
    """A word or phrase that leads to a thing, by the places of its first and last word."""

    value: int
    first: int
    last: int
    how: How
    family: str
    roots: Roots


def look_up(text: str, index: Index, most: int = MOST) -> tuple[Touch, ...]:
    """Return the things of mine that a text touches, the surest first, each once by its name."""
    heard = tuple(_heard(text, index))
    telling = sum(not word.small for word in heard)
    hits: dict[int, list[_Hit]] = {}
    for hit, way in _hits(text, heard, index):
        value = _worth(hit, telling)
        for place, share in index.groups[way.group]:
            held = hit._replace(value=value * share // 100)
            hits.setdefault(place, []).append(held)
    ranked = sorted(
        (-_strength(several), _ORDER.index(index.things[place].kind), place)
        for place, several in hits.items()
        if _enough(several)
    )
    touched: dict[str, Touch] = {}
    for _, _, place in ranked:
        thing, best = index.things[place], _best(hits[place])
        start, end = heard[best.first].start, heard[best.last].end
        touched.setdefault(thing.to, Touch(thing, start, end, best.how, best.family))
    return tuple(touched.values())[:most]


def _worth(hit: _Hit, telling: int) -> int:
    """Return what a hit counts in a text of so many telling words."""
    if telling <= FEW and hit.how == "double":
        return CHOSEN
    if telling > TALK and hit.how == "sure" and len(hit.roots) == 1:
        return hit.value * PASSING // 100
    return hit.value


def _heard(text: str, index: Index) -> Iterator[_Heard]:
    vocabulary = index.vocabulary
    for found in _WORD.finditer(text):
        folded = fold(found[0])
        small = folded in vocabulary.small
        yield _Heard(vocabulary.root(folded), found.start(), found.end(), small)


def _hits(text: str, heard: Sequence[_Heard], index: Index) -> Iterator[tuple[_Hit, Way]]:
    language = index.vocabulary.language(text)
    figurative = _figurative(heard, index)
    for place, word in enumerate(heard):
        ways = index.ways.get(word.root)
        worth = 100
        if ways is None and not word.small and (meant := _meant(word.root, index)):
            ways, worth = index.ways[meant], MISSPELT
        for way in ways or ():
            if len(way.rest) < figurative.get(place, 0):
                continue
            last = _follows(heard, place, way.rest) if way.rest or not word.small else None
            if last is not None and way.language in ("", language or way.language):
                roots = (word.root, *way.rest)
                value = way.value * worth // 100
                yield _Hit(value, place, last, way.how, way.family, roots), way


def _figurative(heard: Sequence[_Heard], index: Index) -> dict[int, int]:
    """Return the words of idioms, which do not mean what they say alone.

    By their place, with how many more words their idiom has.
    """
    return {
        at: len(idiom) - 1
        for place, word in enumerate(heard)
        for idiom in index.vocabulary.idioms.get(word.root, ())
        if (last := _follows(heard, place, idiom[1:])) is not None
        for at in range(place, last + 1)
    }


def _follows(heard: Sequence[_Heard], place: int, rest: Roots) -> int | None:
    """Return the place of a phrase's last word, None where the phrase does not go on."""
    for root in rest:
        near = range(place + 1, min(place + 2 + GAP, len(heard)))
        found = next((at for at in near if heard[at].root == root), None)
        if found is None:
            return None
        place = found
    return place


def _meant(root: str, index: Index) -> str | None:
    """Return the one word of mine that a long unknown word misspells by a letter."""
    if len(root) < LONG:
        return None
    close = {
        known
        for known, ways in index.ways.items()
        if known[0] == root[0]
        and len(known) >= LONG
        and abs(len(known) - len(root)) <= 1
        and any(way.how == "word" and not way.rest for way in ways)
        and _one_letter_off(known, root)
    }
    return close.pop() if len(close) == 1 else None


def _one_letter_off(one: str, other: str) -> bool:
    """Tell whether a letter was left out, put in, changed, or two beside each other swapped."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    a, b = one[at:], other[at:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _best(hits: Iterable[_Hit]) -> _Hit:
    return max(hits, key=lambda hit: (hit.value, hit.last - hit.first, -hit.first))


def _by_root(hits: Iterable[_Hit]) -> dict[Roots, int]:
    """Return the best value of each word; a word said twice counts once."""
    values: dict[Roots, int] = {}
    for hit in hits:
        values[hit.roots] = max(values.get(hit.roots, 0), hit.value)
    return values


def _enough(hits: Sequence[_Hit]) -> bool:
    """Tell whether one word suffices, or several near one another do together."""
    return any(
        sum(_by_root(one for one in hits if 0 <= one.first - hit.first <= WINDOW).values())
        >= ENOUGH
        for hit in hits
    )


def _strength(hits: Sequence[_Hit]) -> int:
    values = _by_root(hits).values()
    best = max(values)
    return best + (sum(values) - best) // FIRMER
