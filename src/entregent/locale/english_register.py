"""Whether English words are formal or slang, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from entregent.locale.address_form import SentenceWords
from entregent.locale.phrasebook import Phrasebook
from entregent.locale.sentences import Span


@dataclass(frozen=True, slots=True)
class EnglishRegister:
    """Where a text is formal (`formal`), polite as to a title, slang, or only casual."""

    formal: tuple[Span, ...] = ()
    polite: tuple[Span, ...] = ()
    slang: tuple[Span, ...] = ()
    casual: tuple[Span, ...] = ()


class RegisterWords:
    """The words by which English is formal or not: the vocabulary `address`, its table `en`."""

    def __init__(self, table: Mapping[str, Any], small: frozenset[str]) -> None:
        """Take the table, parsed; `small` are words that nearly every sentence holds.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._book = Phrasebook(table, small)

    def register(self, sentences: Iterable[SentenceWords]) -> EnglishRegister:
        """Return where English sentences are what; a joke about it takes all back."""
        found: dict[str, list[Span]] = {}
        for words, places in sentences:
            hits = self._book.find(words)
            if "joke" in hits:
                return EnglishRegister()
            neither = hits.pop("neither", [])
            for name, spans in hits.items():
                found.setdefault(name, []).extend(
                    Span(places[first].start, places[after - 1].end)
                    for first, after in spans
                    if not any(begin < after and first < end for begin, end in neither)
                )
        return EnglishRegister(**{name: tuple(sorted(spans)) for name, spans in found.items()})
