"""A message read once for all rules: its parts, its sentences, the phrases and asks in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from entregent.locale.address_form import AddressForms, SentenceWords
from entregent.locale.english_register import EnglishRegister
from entregent.locale.languages import Language
from entregent.locale.letter import Part, Stretch, blanked
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span, sentence_spans
from entregent.tact.asks import Ask, Said, asks_in, told
from entregent.tact.lexicon import Lexicon
from entregent.tact.sentence import Sentence

_MARKS = str.maketrans(dict.fromkeys('«»“”„‹›":', " "))


@dataclass(frozen=True)
class Message:
    """A message as rules read it. `aside` are the stretches its author does not say themselves.

    `sentences` are the author's own, without quotes, earlier mail and signature.
    """

    text: str
    own: str
    language: Language
    aside: tuple[Stretch, ...]
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon

    @property
    def words(self) -> int:
        """How many words the author's own text has, as a person counts them."""
        return len(self.own.split())

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """What each sentence does to its reader."""
        return tuple(told(self.sentences))

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """What is asked, sentence by sentence."""
        return tuple(asks_in(self.sentences, self.said))

    @cached_property
    def address(self) -> AddressForms:
        """Where its French says *tu* and *vous*."""
        return self.lexicon.address.forms(self.own, self.spoken("fr"))

    @cached_property
    def heard(self) -> AddressForms:
        """The same; what the author quotes tells it only where their own words do not."""
        said = self.address
        if said.tu or said.vous or said.many or not any(self.stretches(Part.QUOTED)):
            return said
        text = blanked(self.text, [one for one in self.aside if one.part is not Part.QUOTED])
        open_text = text.translate(_MARKS)
        return self.lexicon.address.forms(open_text, _words_of(open_text))

    @cached_property
    def register(self) -> EnglishRegister:
        """Where its English is formal, and where it is slang."""
        return self.lexicon.register.register(self.spoken("en"))

    def spoken(self, language: Language) -> Iterator[SentenceWords]:
        """Yield the words of the author's own sentences in a language."""
        for sentence in self.sentences:
            if sentence.language == language:
                yield SentenceWords(sentence.words, sentence.places)

    def has(self, *lists: str) -> bool:
        """Tell whether a phrase of any of these lists stands anywhere in the author's own text."""
        return not self._lists.isdisjoint(lists)

    @cached_property
    def heard_of(self) -> frozenset[str]:
        """The codes of the rules of which any phrase stands in the author's own text."""
        return frozenset(name.partition(".")[0] for name in self._lists)

    @cached_property
    def _lists(self) -> frozenset[str]:
        """The lists of which a phrase stands there."""
        return frozenset[str]().union(*(sentence.hits for sentence in self.sentences))

    def stretches(self, part: Part) -> Iterator[Stretch]:
        """Yield the stretches of one part."""
        return (stretch for stretch in self.aside if stretch.part is part)

    def words_before(self, at: int) -> int:
        """Count the author's own words that stand before a place."""
        return len(self.own[:at].split())


def _words_of(text: str) -> Iterator[SentenceWords]:
    for start, end in sentence_spans(text):
        found = words_of(text[start:end])
        yield SentenceWords(
            tuple(word for word, _, _ in found),
            tuple(Span(start + begins, start + ends) for _, begins, ends in found),
        )
