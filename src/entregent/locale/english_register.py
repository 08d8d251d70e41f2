"""Whether English words are formal or slang, and where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from entregent.domain.text import capital
from entregent.locale.address_form import SentenceWords, covered
from entregent.locale.other_form import Change
from entregent.locale.phrasebook import Phrasebook
from entregent.locale.sentences import Span


@dataclass(frozen=True, slots=True)
class EnglishRegister:
    """Where a text is formal (`formal`), polite as to a title, slang, or only casual."""

    formal: tuple[Span, ...] = ()
    polite: tuple[Span, ...] = ()
    slang: tuple[Span, ...] = ()
    casual: tuple[Span, ...] = ()

    @property
    def out_of_place(self) -> tuple[Span, ...]:
        """Where it leaves its own register: slang in a formal or polite letter.

        In a very formal one casual words too.
        """
        if self.formal:
            return tuple(sorted((*self.slang, *self.casual)))
        return self.slang if self.polite else ()


class RegisterWords:
    """The words by which English is formal or not: the vocabulary `address`."""

    def __init__(self, table: Mapping[str, Any], plain: Mapping[str, str]) -> None:
        """Take its tables `en` and `plain`.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._book = Phrasebook(table)
        pairs = (pair.split(maxsplit=1) for pair in plain["words"].split(","))
        self._plain = {slang: said.strip() for slang, said in pairs}

    def register(self, sentences: Iterable[SentenceWords]) -> EnglishRegister:
        """Return where English sentences are what; a joke about it takes all back."""
        found: dict[str, list[Span]] = {}
        for words, places in sentences:
            hits = self._book.find(words)
            if "joke" in hits:
                return EnglishRegister()
            neither = covered(hits.pop("neither", ()))
            for name, spans in hits.items():
                found.setdefault(name, []).extend(
                    Span(places[first].start, places[after - 1].end)
                    for first, after in spans
                    if neither.isdisjoint(range(first, after))
                )
        return EnglishRegister(**{name: tuple(sorted(spans)) for name, spans in found.items()})

    def plain(
        self, text: str, said: SentenceWords, places: Collection[int]
    ) -> tuple[Change, ...] | None:
        """Return what to put for the words at `places` of a sentence, slang or casual.

        None where some of them have no plain word.
        """
        put = {at: self._plain[said.words[at]] for at in places if said.words[at] in self._plain}
        words = (put.get(at, word).split() for at, word in enumerate(said.words))
        left = self._book.find([word for plain in words for word in plain])
        if not put or "slang" in left or "casual" in left:
            return None
        return tuple(
            Change(
                *said.places[at], capital(plain) if text[said.places[at].start].isupper() else plain
            )
            for at, plain in sorted(put.items())
        )
