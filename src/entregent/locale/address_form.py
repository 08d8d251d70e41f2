"""Whether French words speak to their reader as *tu* or as *vous*, and where.

Pronouns and possessives say it, and so do verbs: "relisez", "dites-moi", "envoie-moi". *Vous* to
several people says nothing of how each is spoken to; *vous* that may be the reader's company or
household ("chez vous") is kept apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from entregent.domain.words import Address
from entregent.locale.phrasebook import Phrasebook
from entregent.locale.sentences import Span

_PHRASES = ("neither", "group", "several", "relayed", "reported")
_PRINTED = re.compile(r"\S")
_BREAK = re.compile(r"[^\w\s'’\-]|\n")
_CLAUSE = re.compile(r"[!?…:;(\n]")
_LONE_ALLEZ = re.compile(r"[ \u00a0\u202f]*(?:[,!.…\n]|$)")
_NAMED_WITH = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ][\w-]{1,40} et toi\b|\b[Tt]oi et [A-ZÀ-ÖØ-Þ]|"
    r"^\W{0,9}\w+ [A-ZÀ-ÖØ-Þ][\w-]{1,40}(?: et |, [A-ZÀ-ÖØ-Þ][\w-]{1,40} et )[A-ZÀ-ÖØ-Þ]"
    r"[\w-]{1,40} ?[,!\n]"
)
"""The reader and another by name, or a letter that begins with two names."""
_NO_ORDER = ("ez", "ons", "tes", "mmes")
_SHORTEST_EZ = 4


class SentenceWords(NamedTuple):
    """The folded words of a sentence, and where each stands in the text."""

    words: Sequence[str]
    places: Sequence[Span]


@dataclass(frozen=True, slots=True)
class AddressForms:
    """Where a text says *tu* and *vous*. `many` is *vous* that may well be several people."""

    tu: tuple[Span, ...] = ()
    vous: tuple[Span, ...] = ()
    many: tuple[Span, ...] = ()

    @property
    def form(self) -> Address | None:
        """Return the form that is said most, None where neither or both alike."""
        vous = self.vous if self.tu else self.vous + self.many
        lead = len(self.tu) - len(vous)
        return None if not lead else Address.TU if lead > 0 else Address.VOUS


class AddressWords:
    """The words by which French says *tu* and *vous*: the vocabulary `address`, its table `fr`."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the table, parsed.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._book = Phrasebook({name: table[name] for name in _PHRASES})
        self._lists = {
            name: frozenset(words.split()) for name, words in table.items() if name not in _PHRASES
        }

    def forms(self, text: str, sentences: Iterable[SentenceWords]) -> AddressForms:
        """Return where a text speaks to its reader how; `sentences` are its French ones."""
        tu: list[Span] = []
        vous: list[Span] = []
        many: list[Span] = []
        several = _NAMED_WITH.search(text) is not None
        relayed = 0
        for said in sentences:
            if not said.words or said.places[0].start < relayed:
                continue
            reading = _Reading(text, said, self._lists, self._book.find(said.words))
            relayed = reading.relayed_to or relayed
            several = several or "several" in reading.hits
            tu += reading.tu()
            for place, apart in reading.vous():
                (many if apart else vous).append(place)
        if several:
            many, vous = sorted(vous + many), []
        return AddressForms(*(_joined(text, places) for places in (tu, vous, many)))


class _Reading:
    """One sentence, word by word."""

    def __init__(
        self,
        text: str,
        said: SentenceWords,
        lists: Mapping[str, frozenset[str]],
        hits: Mapping[str, Sequence[tuple[int, int]]],
    ) -> None:
        self._text = text
        self._words, self._places = said
        self._lists = lists
        self.hits = hits
        self._last, self.relayed_to = self._own()
        self._neither = covered(hits.get("neither", ()))
        self._group = covered(hits.get("group", ()))
        self._ordered = False

    def tu(self) -> Iterator[Span]:
        """Yield where *tu* is said."""
        for at, word in enumerate(self._words[: self._last]):
            if at in self._neither:
                continue
            if self._orders(at, word):
                self._ordered = True
                yield self._places[at]
            elif self._says_tu(at, word):
                yield self._places[at]

    def vous(self) -> Iterator[tuple[Span, bool]]:
        """Yield where *vous* is said, and whether it may be a company's."""
        for at, word in enumerate(self._words[: self._last]):
            if at not in self._neither and self._says_vous(at, word):
                yield self._places[at], at in self._group

    def _own(self) -> tuple[int, int]:
        """Return how many words are meant for the reader, and where relayed words end, else 0."""
        for name in ("relayed", "reported"):
            for _, after in self.hits.get(name, ()):
                colon = self._text.find(":", self._places[after - 1].end, self._places[-1].end + 3)
                if colon >= 0:
                    kept = sum(place.start < colon for place in self._places)
                    return kept, self._paragraph(colon) if name == "relayed" else 0
        return len(self._words), 0

    def _paragraph(self, at: int) -> int:
        """Return where the paragraph ends that begins after a place."""
        begins = _PRINTED.search(self._text, at + 1)
        if begins is None:
            return len(self._text)
        end = self._text.find("\n\n", begins.start())
        return end if end >= 0 else len(self._text)

    def _says_tu(self, at: int, word: str) -> bool:
        if word == "t":
            return self._gap(at) != "-" and self._elided(at)
        if word in self._lists["tu_after_article"]:
            return at > 0 and self._words[at - 1] in self._lists["articles"]
        return word in self._lists["tu"] and not self._is_name(at)

    def _elided(self, at: int) -> bool:
        """Tell "t'envoie", and "t passé" of text messages, from "T-shirt" and "M. T."."""
        after = self._gap(at + 1)
        here = self._places[at]
        if after.rstrip() in ("'", "’"):
            return True
        small = self._text[here.start : here.end] == "t"
        return small and after == " " and not self._words[at + 1].isdigit()

    def _is_name(self, at: int) -> bool:
        """Tell Ms Tu and an acronym from the pronoun."""
        here = self._written(at)
        if len(here) > 1 and here.isupper():
            return any(map(str.islower, (*self._written(at - 1), *self._written(at + 1))))
        beside = self._written(at - 1)[:1].isupper() and self._gap(at) == " "
        return here[:1].isupper() and at > 0 and beside

    def _says_vous(self, at: int, word: str) -> bool:
        if word in self._lists["vous"]:
            return True
        if word in self._lists["vous_orders"]:
            return self._begins(at) or self._holds_clitic(at)
        if not word.endswith("ez") or len(word) < _SHORTEST_EZ or word in self._lists["not_ez"]:
            return False
        if word == "allez" and self._begins(at):
            return not _LONE_ALLEZ.match(self._text, self._places[at].end)
        return not self._is_surname(at)

    def _is_surname(self, at: int) -> bool:
        """Tell "Mme Lopez" from "Relisez", and from a text all in capitals."""
        here = self._written(at)
        if at == 0 or not here[:1].isupper() or _CLAUSE.search(self._gap(at)):
            return False
        return not (here.isupper() and self._written(at - 1).isupper())

    def _orders(self, at: int, word: str) -> bool:
        if not self._written(at)[-1:].isascii():
            return False
        known = word in self._lists["orders"]
        maybe = word in self._lists["orders_doubtful"]
        if self._holds_clitic(at) and not word.endswith(_NO_ORDER):
            small = self._written(at)[:1].islower() or self._begins(at)
            hers = self._words[at + 1] == "la"
            return (known or maybe) if hers else word[-1] in "aes" and small
        if word in self._lists["interjections"] or not self._begins(at):
            return False
        following = self._words[at + 1] if at + 1 < len(self._words) else ""
        return known or (maybe and following in self._lists["after_order"])

    def _holds_clitic(self, at: int) -> bool:
        clitics = self._lists["clitics"]
        if self._gap(at + 1) != "-" or self._words[at + 1] not in clitics:
            return False
        if self._words[at] in clitics:
            return False
        return self._written(at + 1).isascii()

    def _begins(self, at: int) -> bool:
        """Tell whether a clause begins here, "n'" and what binds clauses left out."""
        if at and self._words[at - 1] in ("n", "ne"):
            at -= 1
        if at == 0 or _BREAK.search(self._gap(at)):
            return True
        before = self._words[at - 1]
        return before in self._lists["before_clause"] or (
            before in self._lists["binding"] and self._ordered
        )

    def _written(self, at: int) -> str:
        if not 0 <= at < len(self._places):
            return ""
        return self._text[self._places[at].start : self._places[at].end]

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the one before."""
        if not 0 < at < len(self._places):
            return ""
        return self._text[self._places[at - 1].end : self._places[at].start]


def _joined(text: str, places: Sequence[Span]) -> tuple[Span, ...]:
    """Join places that only a space or a hyphen parts: "auriez-vous" is one."""
    joined: list[Span] = []
    for place in places:
        if joined and text[joined[-1].end : place.start] in (" ", "-"):
            joined[-1] = Span(joined[-1].start, place.end)
        else:
            joined.append(place)
    return tuple(joined)


def covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return which words stand in spans of words."""
    return frozenset(at for first, after in spans for at in range(first, after))
