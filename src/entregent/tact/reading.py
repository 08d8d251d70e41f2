"""From a text to a message: language, parts, sentences, and what the lexicon finds in them."""

from collections.abc import Iterator

from entregent.locale.languages import Language
from entregent.locale.letter import blanked, stretches
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span, sentence_spans
from entregent.tact.lexicon import Lexicon
from entregent.tact.message import Message
from entregent.tact.sentence import Sentence

_SURE = 3
"""So many small words more than of the other language make a sentence foreign to its message."""


def read_message(text: str, lexicon: Lexicon, fallback: Language) -> Message:
    """Return a message as rules read it; `fallback` is its language where the words do not say."""
    aside = stretches(text, lexicon.letters)
    own = blanked(text, aside)
    told = lexicon.languages.told(word for word, _, _ in words_of(own))[0]
    if told is None:
        told = lexicon.languages.told(word for word, _, _ in words_of(text))[0]
    language = told or fallback
    return Message(
        text=text,
        own=own,
        language=language,
        aside=aside,
        sentences=tuple(_sentences(own, lexicon, language)),
        lexicon=lexicon,
    )


def _sentences(own: str, lexicon: Lexicon, language: Language) -> Iterator[Sentence]:
    for start, end in sentence_spans(own):
        text = own[start:end]
        found = words_of(text)
        words = tuple(word for word, _, _ in found)
        told, lead = lexicon.languages.told(words)
        spoken = told if told is not None and lead >= _SURE else language
        yield Sentence(
            start=start,
            end=end,
            text=text,
            language=spoken,
            words=words,
            places=tuple(Span(start + begins, start + ends) for _, begins, ends in found),
            hits=lexicon.book(spoken).find(words),
        )
