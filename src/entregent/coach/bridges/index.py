"""All that a lookup needs, made beforehand: which word leads to which thing of mine, how surely.

`offline` gives it as plain data, and `docs/bridges.md` tells how that is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from entregent.coach.bridges.fields import ANYWHERE, WHOLE, fields
from entregent.coach.bridges.mine import Kind, Thing
from entregent.coach.bridges.vocabulary import MAYBE, Roots, Vocabulary
from entregent.domain.text import fold, tokens

How: TypeAlias = Literal["word", "double", "common", "sure", "maybe"]
"""The same word as mine (one of several meanings, or one that many say), or one of its field."""

ENOUGH = 70
"""What a link needs in all; the values below say what each word brings. No face shows them."""
WINDOW = 20
"""Words apart at which two that are not enough alone still count together."""
GAP = 2
"""Words that may stand between two of a phrase."""
VALUE: Mapping[How, int] = {"word": 100, "double": 41, "common": 30, "sure": 80, "maybe": 35}
_OF_A_SAYING = 80
_FAINT = 20
_PART_OF_NAME = 45
_PLACE = 20
_NAMES = frozenset({Kind.CLIENT, Kind.POSITION, Kind.FORMER, Kind.HOUSE})
_SHORT = 2
_OF = frozenset("a au aux d de des du en et in of at and on near sur".split())
_WORD = re.compile(r"[^\W_]+")


class Way(NamedTuple):
    """What a first root leads to, once the `rest` of its phrase follows it.

    `language` is empty where it is the same in both; `group` names the things led to, `family`
    the field, empty for a word of mine.
    """

    rest: Roots
    language: str
    group: int
    value: int
    how: How
    family: str


@dataclass(frozen=True)
class Index:
    """Things of mine by the roots of words that lead to them.

    A group holds things by their place, each with how much of a word's value it takes, of 100.
    """

    things: tuple[Thing, ...]
    groups: tuple[tuple[tuple[int, int], ...], ...]
    ways: Mapping[str, tuple[Way, ...]]
    vocabulary: Vocabulary


def index(things: Iterable[Thing], vocabulary: Vocabulary) -> Index:
    """Make the index of things of mine; the same thing twice stands once."""
    mine = tuple(dict.fromkeys(things))
    making = _Making(vocabulary, mine)
    for place, thing in enumerate(mine):
        making.take(place, thing)
    return making.index(mine)


class _Making:
    """An index that is being made."""

    def __init__(self, vocabulary: Vocabulary, things: Sequence[Thing]) -> None:
        self.vocabulary = vocabulary
        self.usual = vocabulary.language(" ".join(thing.about for thing in things))
        self.cues = vocabulary.cues(" ".join(f"{one.about} {one.beside}" for one in things))
        self.own: dict[tuple[Roots, str, int, How], list[tuple[int, int]]] = {}

    def take(self, place: int, thing: Thing) -> None:
        language = self.vocabulary.language(thing.about) or self.usual
        for word in self._own_words(thing):
            spoken = "" if word.anywhere or language is None else language
            key = (word.roots, spoken, word.value, word.how)
            self.own.setdefault(key, []).append((place, WHOLE))

    def _own_words(self, thing: Thing) -> Iterator["_Own"]:
        """Yield the words of a thing, and all of them together as a phrase."""
        roots = self.vocabulary.phrase(tokens(thing.about))
        before = ""
        for word in _WORD.findall(thing.about):
            folded = fold(word)
            if folded not in self.vocabulary.small and (len(word) > _SHORT or word.isupper()):
                yield self._own_word(thing, word, before)
            before = folded
        if len(roots) > 1:
            yield _Own(roots, VALUE["word"], "word", anywhere=True)

    def _own_word(self, thing: Thing, word: str, before: str) -> "_Own":
        root = self.vocabulary.root(fold(word))
        language = self.vocabulary.language(thing.about) or self.usual
        how: How = "word"
        if root in self.vocabulary.common:
            how = "common"
        elif self.vocabulary.unsure(root, self.cues, language):
            how = "double"
        value = VALUE[how]
        acronym = word.isupper() and len(word) > 1
        named = word[:1].isupper() and not acronym
        name = thing.about if thing.kind is Kind.HOUSE else thing.to
        called = self.vocabulary.roots(name) == (root,) and root not in self.cues
        house = thing.kind in _NAMES and not called
        if thing.kind is Kind.ADVICE:
            value = min(value, _OF_A_SAYING)
        elif named and (before in _OF or house):
            how, value = "common", min(value, _PLACE if before in _OF else _PART_OF_NAME)
        anywhere = acronym or (named and thing.kind in _NAMES) or len(root) >= ANYWHERE
        return _Own((root,), value, how, anywhere)

    def index(self, things: tuple[Thing, ...]) -> Index:
        groups: dict[tuple[tuple[int, int], ...], int] = {}
        ways: dict[str, list[Way]] = {}
        for (roots, language, value, how), held in self.own.items():
            group = groups.setdefault(tuple(held), len(groups))
            ways.setdefault(roots[0], []).append(Way(roots[1:], language, group, value, how, ""))
        placed = fields(things, self.vocabulary, self.cues, self.usual)
        for family, members in placed.items():
            group = groups.setdefault(tuple(members.items()), len(groups))
            for cue in self.vocabulary.of_family(family):
                faint = cue.hint == MAYBE and self.vocabulary.common.issuperset(cue.roots)
                value = _FAINT if faint else VALUE[cue.hint]
                way = Way(cue.roots[1:], cue.language, group, value, cue.hint, family)
                ways.setdefault(cue.roots[0], []).append(way)
        kept = {root: tuple(dict.fromkeys(several)) for root, several in sorted(ways.items())}
        return Index(things, tuple(groups), kept, self.vocabulary)


class _Own(NamedTuple):
    roots: Roots
    value: int
    how: How
    anywhere: bool
