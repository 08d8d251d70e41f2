"""Which language a text is in, French or English, told by the small words it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from entregent.domain.text import fold

Language: TypeAlias = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Languages:
    """The words that nearly every sentence of a language holds (`small`), and words that tell it.

    `telling` are words of short messages ("merci", "thx") that the other language has not.
    """

    small: Mapping[Language, frozenset[str]]
    telling: Mapping[Language, frozenset[str]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Languages":
        """Read them from the vocabulary `languages`, parsed."""
        return cls(
            {name: frozenset(fold(table[name]["small"]).split()) for name in LANGUAGES},
            {name: frozenset(fold(table[name]["telling"]).split()) for name in LANGUAGES},
        )

    def told(self, words: Iterable[str]) -> tuple[Language | None, int]:
        """Return the language of folded words, None where they do not say, and by how many."""
        held = list(words)
        counts = {
            name: sum(map(self.small[name].__contains__, held))
            + sum(map(self.telling[name].__contains__, held))
            for name in LANGUAGES
        }
        lead = counts["fr"] - counts["en"]
        if not lead:
            return None, 0
        return ("fr" if lead > 0 else "en"), abs(lead)
