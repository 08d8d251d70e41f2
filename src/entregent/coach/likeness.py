"""How like the sayings of each situation a text is, word by word.

A word, or two in a row, weighs for a situation by how often its sayings hold it, log(1 + n/0.3),
and nothing for the others. So a new saying counts at once, and each word's share can be shown.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any

from entregent.domain.text import tokens
from entregent.locale.languages import LANGUAGES

FAINT = 0.3
LISTED = 3
"""A word listed for a situation counts like so many sayings."""
LEFT = 4
"""So many letters of a word are left when its ending goes."""


@dataclass(frozen=True)
class Likeness:
    """What each telling word weighs for each situation; made by `of`."""

    weights: Mapping[str, Mapping[str, float]]
    endings: tuple[str, ...]
    small: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any], codes: Sequence[str]) -> "Likeness":
        """Count the sayings of the vocabulary `sayings`, parsed, for the situations `codes`."""
        endings = tuple(sorted(table["endings"].split(), key=len, reverse=True))
        bare = cls({}, endings, frozenset(table["small"].split()))
        weights: dict[str, dict[str, float]] = {}
        for code in codes:
            counts: Counter[str] = Counter()
            told = table.get(code, {})
            for language in LANGUAGES:
                for saying in told.get(language, ()):
                    counts.update(bare.tells(tokens(saying)))
                for word in told.get("words", {}).get(language, "").split():
                    counts[bare.joined(tokens(word))] += LISTED
            for telling, count in counts.items():
                weights.setdefault(telling, {})[code] = log(1 + count / FAINT)
        return cls(weights, bare.endings, bare.small)

    def scores(self, words: Sequence[str]) -> Counter[str]:
        """Return how like each situation's sayings some folded words are."""
        scores: Counter[str] = Counter()
        for telling in self.tells(words):
            scores.update(self.weights.get(telling, {}))
        return scores

    def tells(self, words: Sequence[str]) -> set[str]:
        """Return what may tell in some words: roots, and roots two in a row."""
        roots = [self.root(word) for word in words]
        alone = {root for root in roots if root not in self.small}
        return alone | {f"{a} {b}" for a, b in pairwise(roots) if a in alone or b in alone}

    def joined(self, words: Sequence[str]) -> str:
        """Return what a listed word, or the first two that a hyphen joins, tells by."""
        return " ".join(self.root(word) for word in words[:2])

    def root(self, word: str) -> str:
        """Return what a folded word shares with its relatives."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= LEFT:
                return word[: -len(ending)]
        return word
