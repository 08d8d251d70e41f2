"""What a few words are about, in French and English alike, so that needs and offers may meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from entregent.domain.sectors import Sectors
from entregent.domain.text import tokens

_LEAST = 4
"""So many letters of a word are left when its ending goes."""
_SHORT = 3


@dataclass(frozen=True)
class Meaning:
    """The vocabulary that tells what words are about; without one, words stand for themselves.

    `small` and `common` are folded words that tell nothing, `endings` what goes from a word, the
    longest first, `alike` the first word of those that say the same, by what is left of each.
    """

    small: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)
    sectors: Sectors = field(default_factory=Sectors)

    @classmethod
    def of(cls, table: Mapping[str, Any], sectors: Sectors) -> "Meaning":
        """Read the vocabulary's tables."""
        endings = tuple(sorted(table.get("endings", ()), key=len, reverse=True))
        bare = cls(endings=endings)
        groups = [tokens(" ".join(row["words"])) for row in table.get("alike", ())]
        return cls(
            _words(table.get("small", ())),
            frozenset(map(singular, _words(table.get("common", ())))),
            endings,
            {
                bare.root(word): words[0]
                for words in groups
                for one in words
                for word in tokens(one)
            },
            sectors,
        )

    def senses(self, text: str, places: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return what a text is about: roots of its telling words, and the sectors it names.

        `places` are more folded words that tell nothing: of where people live.
        """
        words = {singular(word) for word in tokens(text) if word not in self.small}
        telling = words - self.common - set(map(singular, places))
        roots = {self.alike.get(root, root) for root in map(self.root, telling)}
        named = {sector.code for sector in self.sectors.all if self._names(sector.names, telling)}
        return frozenset(roots) | {f"sector:{code}" for code in named}

    def root(self, word: str) -> str:
        """Return what a folded word shares with its relatives: `design` of `designers`."""
        word = singular(word)
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                return word[: -len(ending)]
        return word

    def _names(self, names: Iterable[str], words: set[str]) -> bool:
        told = (set(map(singular, set(tokens(name)) - self.small)) for name in names)
        return any(name and name <= words for name in told)


def singular(word: str) -> str:
    """Drop a plural's ending from a folded word; only compared with words treated alike."""
    plural = word.endswith(("s", "ux")) and len(word) > _SHORT
    return word[:-1] if plural else word


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in tokens(text))
