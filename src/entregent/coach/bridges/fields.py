"""Which fields a thing of mine is of, and how firmly."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from entregent.coach.bridges.mine import Kind, Thing
from entregent.coach.bridges.vocabulary import MAYBE, SURE, Cue, Roots, Vocabulary
from entregent.domain.text import fold, tokens
from entregent.locale.languages import Language

WHOLE = 100
FIRM = 95
"""What tells a field only perhaps, confirmed by other words of the same owner; a post, a trade."""
PARTLY = 60
"""A field that less than half of a thing's words tell: one word of it is not enough."""
PERHAPS = 45
_HALF = 0.5
SAYING = 60
"""A piece of advice is touched by more than one word."""
_CALLED = re.compile(r"(?<=\w)\s(?:Les?\s|La\s|L['’])[^\W\d_].*")
"""What a house is called after what it is: a home "Les Tilleuls" is of no trees."""
_SELLING = frozenset({"sales", "consulting", "project-management"})
"""Fields of titles that say nothing without a sector: a salesman is of what he sells."""
ANYWHERE = 8
"""So long a word is taken for the same in both languages: reconversion, interoperability."""


@dataclass
class Told:
    """What tells a thing's field: how many words perhaps, and the largest part they make up."""

    sure: bool = False
    words: set[Roots] = field(default_factory=set)
    part: float = 0.0


def fields(
    things: Sequence[Thing],
    vocabulary: Vocabulary,
    cues: Mapping[str, Sequence[Cue]],
    usual: Language | None,
) -> dict[str, dict[int, int]]:
    """Return the things of each field by their place, with how much of its words each takes.

    A word of several meanings is of the field that its owner's other words tell for sure.
    """
    told = {
        place: _told(thing, vocabulary, cues, usual)
        for place, thing in enumerate(things)
        if thing.kind is not Kind.HOUSE
    }
    known: dict[str, set[str]] = {}
    for place, found in told.items():
        owned = known.setdefault(_owner(things[place]), set())
        owned.update(code for code, one in found.items() if one.sure)
    placed: dict[str, dict[int, int]] = {}
    for place, found in told.items():
        thing = things[place]
        for code, share in _shares(found, known[_owner(thing)], vocabulary.roots(thing.about)):
            placed.setdefault(code, {})[place] = share * _of_kind(thing.kind) // WHOLE
    return placed


def _told(
    thing: Thing,
    vocabulary: Vocabulary,
    cues: Mapping[str, Sequence[Cue]],
    usual: Language | None,
) -> dict[str, Told]:
    found: dict[str, Told] = {}
    titled = False
    for part in (*thing.about.split(","), *thing.beside.split(",")):
        language = vocabulary.language(part) or usual
        roots = vocabulary.phrase(tokens(_CALLED.sub("", part)))
        telling = _telling(part, vocabulary)
        covered: dict[str, set[int]] = {}
        for place, cue in _cues(roots, cues, language):
            if cue.hint == MAYBE and vocabulary.common.issuperset(cue.roots):
                continue
            one = found.setdefault(cue.family, Told())
            one.sure = one.sure or cue.hint == SURE
            one.words.add(cue.roots)
            covered.setdefault(cue.family, set()).update(range(place, place + len(cue.roots)))
        for code, places in covered.items():
            found[code].part = max(found[code].part, 0 if titled else len(places) / telling)
        # A buyer in a factory is of buying; their house's sector alone is not their trade.
        titled = thing.kind is Kind.TRADE and any(
            one.sure for code, one in found.items() if code not in _SELLING
        )
    return found


def _cues(
    roots: Roots, cues: Mapping[str, Sequence[Cue]], language: Language | None
) -> Iterator[tuple[int, Cue]]:
    for place, root in enumerate(roots):
        found = [
            cue
            for cue in cues.get(root, ())
            if language in (None, cue.language) or len(root) >= ANYWHERE
            if roots[place : place + len(cue.roots)] == cue.roots
        ]
        sure = any(cue.hint == SURE for cue in found if len(cue.roots) == 1)
        yield from ((place, cue) for cue in found if cue.hint == SURE or not sure)


def _telling(part: str, vocabulary: Vocabulary) -> int:
    """Count the words of a thing that tell something, names left out where there are others."""
    words = [word for word in part.split() if fold(word) not in vocabulary.small]
    plain = [word for word in words if not word[:1].isupper() or word.isupper()]
    return max(1, len(plain or words))


def _owner(thing: Thing) -> str:
    """Return whose words these are: a person's by their name, mine by none."""
    return thing.to if thing.kind.said == Kind.PERSON else ""


def _shares(
    found: Mapping[str, Told], known: Iterable[str], roots: Roots
) -> Iterator[tuple[str, int]]:
    sure = {code for code, one in found.items() if one.sure}
    for code in sure:
        yield code, WHOLE if found[code].part >= _HALF else PARTLY
    perhaps = found.keys() - sure
    confirmed = {code for code in perhaps if code in known or len(found[code].words) > 1}
    for code in confirmed or (perhaps if not sure else ()):
        yield code, FIRM if code in confirmed or len(roots) == 1 else PERHAPS


def _of_kind(kind: Kind) -> int:
    """Return how much of a field's word a kind of thing takes."""
    if kind is Kind.ADVICE:
        return SAYING
    return FIRM if kind in (Kind.POSITION, Kind.FORMER, Kind.TRADE) else WHOLE
