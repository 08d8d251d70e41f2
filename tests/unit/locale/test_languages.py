"""Which language a text is in, by the small words it holds."""

from entregent.content import Content
from entregent.locale.languages import Languages
from entregent.locale.phrasebook import words_of

_LANGUAGES = Languages.of(Content().template("vocabulary/languages"))


def told(text: str) -> str | None:
    return _LANGUAGES.told(word for word, _, _ in words_of(text))[0]


def test_small_words_tell_french_from_english():
    assert told("Je voudrais te demander un avis sur mon plan") == "fr"
    assert told("I would like to ask you about my plan") == "en"


def test_short_messages_are_told_by_the_words_only_one_language_has():
    assert told("mrc bcp") == "fr"
    assert told("thx") == "en"


def test_what_does_not_say_is_not_guessed():
    assert told("Airbus, 2026") is None
    assert told("") is None
    assert _LANGUAGES.told([]) == (None, 0)
