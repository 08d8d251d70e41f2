"""Fields of life and work, by the words that tell them in French and in English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

from entregent.domain.text import fold, tokens
from entregent.locale.languages import LANGUAGES, Language, Languages

Roots: TypeAlias = tuple[str, ...]
"""The roots of a word, or of the words of a phrase, in order."""
Hint: TypeAlias = Literal["sure", "maybe"]
"""Whether a word tells a field by itself, or only beside another word of the same field."""
SURE: Hint = "sure"
MAYBE: Hint = "maybe"
Ending: TypeAlias = tuple[str, str, int]
"""An ending, what stands in its stead, and how many letters must be left before it."""
CLEARLY = 2
"""Words of one language more than of the other: "à" and "a" are one when accents are folded."""
_OPENING = 3
"""Letters of a word that no ending reaches."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that tells a field."""

    roots: Roots
    family: str
    language: Language
    hint: Hint


_SILENT: Mapping[str, Mapping[str, str]] = {
    name: {"small": "", "telling": ""} for name in LANGUAGES
}


@dataclass(frozen=True)
class Vocabulary:
    """What words are of one field, which say little, and how a word comes to its root.

    `families` are the table's own rows by their code. A `small` word never tells anything by
    itself; a `common` word counts a little, a `double` one (of several meanings in its language)
    only beside another. `joining` words are left out of phrases. `endings` are applied in turn, of
    each list the first that fits. `common` and `double` are roots, `small` and `joining` folded
    words. `idioms` are phrases that mean something else than their words, by their first root.
    """

    families: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    double: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    idioms: Mapping[str, Sequence[Roots]] = field(default_factory=dict)
    endings: tuple[tuple[Ending, ...], ...] = ()
    languages: Languages = field(default_factory=lambda: Languages.of(_SILENT))

    @classmethod
    def of(cls, table: Mapping[str, Any], languages: Mapping[str, Any]) -> "Vocabulary":
        """Read the vocabularies `families` and `languages`, parsed."""
        words = table["words"]
        bare = cls(
            joining=_split(words["joining"]),
            endings=tuple(_endings(rows) for rows in words["endings"]),
        )
        spoken = Languages.of(languages)
        small = frozenset().union(*spoken.small.values(), _split(words["small"]))
        return cls(
            families=table["family"],
            small=small,
            common=frozenset(map(bare.root, _split(words["common"]))),
            double={
                name: frozenset(map(bare.root, tokens(several)))
                for name, several in words["double"].items()
            },
            joining=bare.joining,
            idioms=bare.by_first(words["idioms"].values()),
            endings=bare.endings,
            languages=spoken,
        )

    def root(self, word: str) -> str:
        """Return what a folded word shares with its relatives: `vendang` of `vendanges`."""
        for endings in self._by_last:
            for ending, instead, least in endings.get(word[-1:], ()):
                if word.endswith(ending) and len(word) - len(ending) >= least:
                    word = word[: -len(ending)] + instead
                    break
        return word

    @cached_property
    def _by_last(self) -> tuple[Mapping[str, Sequence[Ending]], ...]:
        """The endings by their last letter, since nearly all words end otherwise."""
        found: list[dict[str, list[Ending]]] = []
        for endings in self.endings:
            found.append({})
            for ending in endings:
                found[-1].setdefault(ending[0][-1], []).append(ending)
        return tuple(found)

    def roots(self, text: str) -> Roots:
        """Return the roots of a text's telling words."""
        return tuple(self.root(word) for word in tokens(text) if word not in self.small)

    def phrase(self, words: Iterable[str]) -> Roots:
        """Return the roots of a phrase's folded words, without those that only join them."""
        return tuple(self.root(word) for word in words if word not in self.joining)

    def by_first(self, lists: Iterable[str]) -> Mapping[str, Sequence[Roots]]:
        """Return the phrases of lists as roots, by the first."""
        found: dict[str, list[Roots]] = {}
        for phrase in _phrases(",".join(lists)):
            roots = self.phrase(phrase)
            found.setdefault(roots[0], []).append(roots)
        return found

    def name(self, family: str, language: Language) -> str:
        """Return what a field is called: the first of its words."""
        return self.families[family][language].partition(",")[0]

    def language(self, text: str) -> Language | None:
        """Return the language of a text, None where it does not say clearly."""
        told, lead = self.languages.told(tokens(text))
        return told if lead >= CLEARLY else None

    def cues(self, text: str) -> Mapping[str, Sequence[Cue]]:
        """Return the words and phrases that tell a field and may stand in a text, by first root.

        No root differs from its word in the letters looked at, so that most are passed over.
        """
        openings = {word[:_OPENING] for word in tokens(text)}
        found: dict[str, list[Cue]] = {}
        for family in self.families:
            for cue in self._of_family(family, openings):
                found.setdefault(cue.roots[0], []).append(cue)
        return found

    def unsure(
        self, root: str, cues: Mapping[str, Sequence[Cue]], language: Language | None
    ) -> bool:
        """Tell whether a root has several meanings: it tells fields, and none for sure.

        So it is in its `language`, or in any where that is not known.
        """
        spoken = (language,) if language else LANGUAGES
        hints = {cue.hint for cue in cues.get(root, ()) if len(cue.roots) == 1}
        return hints == {"maybe"} or any(root in self.double.get(one, ()) for one in spoken)

    def of_family(self, family: str) -> Iterator[Cue]:
        """Yield the words of one field."""
        return self._of_family(family, None)

    def _of_family(self, family: str, openings: AbstractSet[str] | None) -> Iterator[Cue]:
        row = self.families[family]
        for language in LANGUAGES:
            for key, hint in ((language, SURE), (f"{language}_maybe", MAYBE)):
                for phrase in _phrases(row.get(key, "")):
                    if openings is None or not openings.isdisjoint(_starts(phrase)):
                        roots = self.phrase(phrase)
                        several = len(roots) == 1 and roots[0] in self.double.get(language, ())
                        yield Cue(roots, family, language, MAYBE if several else hint)


def _phrases(words: str) -> Iterator[list[str]]:
    """Yield the folded words of each phrase of a list; folded at once, for speed."""
    for phrase in fold(words).replace("'", " ").replace("-", " ").split(","):
        if said := phrase.split():
            yield said


def _starts(phrase: Iterable[str]) -> list[str]:
    return [word[:_OPENING] for word in phrase]


def _endings(rows: Iterable[Sequence[Any]]) -> tuple[Ending, ...]:
    return tuple((str(row[0]), str(row[1]), int(row[2])) for row in rows)


def _split(lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word for words in lists.values() for word in tokens(words))
