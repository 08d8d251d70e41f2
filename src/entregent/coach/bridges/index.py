"""All that a lookup needs, made beforehand: which word leads to which thing of mine, how surely.

`offline` gives it as plain data, and `docs/bridges.md` tells how that is read.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from entregent.coach.bridges.mine import Kind, Thing
from entregent.coach.bridges.vocabulary import Hint, Roots, Vocabulary
from entregent.domain.text import fold, tokens
from entregent.locale.languages import Language

How: TypeAlias = Literal["word", "double", "common", "sure", "maybe"]
"""The same word as mine (one of several meanings, or one that many say), or one of its field."""

ENOUGH = 75
"""What a link needs in all; the values below say what each word brings. No face shows them."""
WINDOW = 40
"""Words apart at which two that are not enough alone still count together."""
GAP = 2
"""Words that may stand between two of a phrase."""
VALUE: Mapping[How, int] = {"word": 100, "double": 39, "common": 30, "sure": 80, "maybe": 35}
_PART_OF_NAME = 50
_PLACE = 20
_ONE_OF_A_SAYING = 60
_WHOLE = 100
_DOUBTFUL = 95
_PERHAPS = 45
_ANYWHERE = 8
"""So long a word is taken for the same in both languages: reconversion, interoperability."""
_NAMES = frozenset({Kind.CLIENT, Kind.POSITION, Kind.FORMER, Kind.HOUSE})
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
        self.told: dict[int, tuple[tuple[str, Hint], ...]] = {}

    def take(self, place: int, thing: Thing) -> None:
        language = self.vocabulary.language(thing.about) or self.usual
        for word in self._own_words(thing):
            spoken = "" if word.anywhere or language is None else language
            key = (word.roots, spoken, word.value, word.how)
            self.own.setdefault(key, []).append((place, _WHOLE))
        if thing.kind is not Kind.HOUSE:
            self.told[place] = tuple(self._families(f"{thing.about} , {thing.beside}", language))

    def _own_words(self, thing: Thing) -> Iterator["_Own"]:
        """Yield the words of a thing, and all of them together as a phrase."""
        roots = self.vocabulary.phrase(tokens(thing.about))
        before = ""
        for word in _WORD.findall(thing.about):
            folded = fold(word)
            if folded not in self.vocabulary.small:
                yield self._own_word(thing, word, before)
            before = folded
        if len(roots) > 1:
            yield _Own(roots, VALUE["word"], "word", anywhere=True)

    def _own_word(self, thing: Thing, word: str, before: str) -> "_Own":
        root = self.vocabulary.root(fold(word))
        how: How = "word"
        if root in self.vocabulary.common:
            how = "common"
        elif self.vocabulary.unsure(root, self.cues):
            how = "double"
        value = VALUE[how]
        acronym = word.isupper() and len(word) > 1
        named = word[:1].isupper() and not acronym
        house = thing.kind in _NAMES and len(self.vocabulary.roots(thing.about)) > 1
        if thing.kind is Kind.ADVICE:
            value = min(value, _ONE_OF_A_SAYING)
        elif named and (before in _OF or house):
            value = min(value, _PLACE if before in _OF else _PART_OF_NAME)
        anywhere = acronym or (named and thing.kind in _NAMES) or len(root) >= _ANYWHERE
        return _Own((root,), value, how, anywhere)

    def _families(self, text: str, language: Language | None) -> Iterator[tuple[str, Hint]]:
        roots = self.vocabulary.phrase(tokens(text))
        for place, root in enumerate(roots):
            found = [
                cue
                for cue in self.cues.get(root, ())
                if language in (None, cue.language) or len(root) >= _ANYWHERE
                if roots[place : place + len(cue.roots)] == cue.roots
            ]
            hints = {cue.hint for cue in found if len(cue.roots) == 1}
            for cue in found:
                if cue.hint == "sure" or "sure" not in hints:
                    yield cue.family, cue.hint

    def _placed(self, things: Sequence[Thing]) -> dict[str, dict[int, int]]:
        """Return the things of each field, with how much of its words each takes.

        A word of several meanings is of the field that its owner's other words tell for sure.
        """
        sure: dict[str, set[str]] = {}
        for place, told in self.told.items():
            known = sure.setdefault(_owner(things[place]), set())
            known.update(family for family, hint in told if hint == "sure")
        fields: dict[str, dict[int, int]] = {}
        for place, told in self.told.items():
            thing = things[place]
            whole = len(self.vocabulary.roots(thing.about)) == 1
            for family, share in _shares(told, sure[_owner(thing)], "yes" if whole else "no"):
                fields.setdefault(family, {})[place] = share * _part(thing.kind) // _WHOLE
        return fields

    def index(self, things: tuple[Thing, ...]) -> Index:
        groups: dict[tuple[tuple[int, int], ...], int] = {}
        ways: dict[str, list[Way]] = {}
        for (roots, language, value, how), held in self.own.items():
            group = groups.setdefault(tuple(held), len(groups))
            ways.setdefault(roots[0], []).append(Way(roots[1:], language, group, value, how, ""))
        for family, members in self._placed(things).items():
            group = groups.setdefault(tuple(members.items()), len(groups))
            for cue in self.vocabulary.of_family(family):
                way = Way(cue.roots[1:], cue.language, group, VALUE[cue.hint], cue.hint, family)
                ways.setdefault(cue.roots[0], []).append(way)
        kept = {root: tuple(dict.fromkeys(several)) for root, several in sorted(ways.items())}
        return Index(things, tuple(groups), kept, self.vocabulary)


def _owner(thing: Thing) -> str:
    """Return whose words these are: a person's by their name, mine by none."""
    return thing.to if thing.kind.said == Kind.PERSON else ""


def _shares(
    told: Sequence[tuple[str, Hint]], known: Collection[str], alone: Literal["yes", "no"]
) -> Iterator[tuple[str, int]]:
    """Yield the fields of a thing, each once; `alone` where all it says is one word."""
    sure = {family for family, hint in told if hint == "sure"}
    perhaps = Counter(family for family, hint in told if hint == "maybe" and family not in sure)
    confirmed = {family for family in perhaps if family in known or perhaps[family] > 1}
    for family in sure:
        yield family, _WHOLE
    for family in confirmed or (perhaps if not sure else ()):
        firm = family in confirmed or alone == "yes"
        yield family, _DOUBTFUL if firm else _PERHAPS


def _part(kind: Kind) -> int:
    """Return how much of a field's word a kind of thing takes."""
    if kind is Kind.ADVICE:
        return _ONE_OF_A_SAYING
    return _DOUBTFUL if kind in (Kind.POSITION, Kind.FORMER, Kind.TRADE) else _WHOLE


class _Own(NamedTuple):
    roots: Roots
    value: int
    how: How
    anywhere: bool
