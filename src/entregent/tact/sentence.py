"""A sentence of a message, with the phrases that stand in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from entregent.locale.languages import Language
from entregent.locale.sentences import Span

_ITEM = re.compile(r"\s*(?:\d{1,2}\s?[).°/-]|[-–—•*·])")

Hits = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Sentence:
    """A sentence of the author's own: where it stands, its words, what the lexicon finds in it.

    `words` are folded; `places` tell where each begins and ends in the text. `hits` hold by list
    where its phrases stand, counted in words.
    """

    start: int
    end: int
    text: str
    language: Language
    words: tuple[str, ...]
    places: tuple[Span, ...]
    hits: Hits

    @property
    def asks_openly(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.text[-4:]

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list: "1) …", "2. …", "- …"."""
        return _ITEM.match(self.text) is not None

    def has(self, *lists: str) -> bool:
        """Tell whether any phrase of any of these lists stands here."""
        return not self.hits.keys().isdisjoint(lists)

    def spans(self, name: str) -> Iterator[Span]:
        """Yield where the phrases of a list stand in the text."""
        for first, after in self.hits.get(name, ()):
            yield Span(self.places[first].start, self.places[after - 1].end)
