"""A message is read once: its parts, its sentences, the language of each."""

from entregent.content import Content
from entregent.locale.letter import Part
from entregent.services.checking import tact_rules
from entregent.tact.reading import read_message

_LEXICON = tact_rules(Content()).lexicon


def test_sentences_are_the_authors_own():
    text = "Peux-tu lui envoyer : « Madame, zut » ?\n> Tu viens ?\nMerci.\n-- \nAna"
    message = read_message(text, _LEXICON, "en")
    assert message.language == "fr"
    assert [one.text.split() for one in message.sentences] == [
        ["Peux-tu", "lui", "envoyer", ":", "?"],
        ["Merci."],
    ]
    assert [text[one.start : one.end] for one in message.stretches(Part.SIGNATURE)] == ["-- \nAna"]
    assert message.words == 6
    assert message.words_before(text.index("Merci")) == 5


def test_a_quote_may_reach_over_an_earlier_line():
    text = "Il dit « viens\n> demain\navec moi » et je viens."
    message = read_message(text, _LEXICON, "fr")
    assert [one.text.split() for one in message.sentences] == [
        ["Il", "dit"],
        ["et", "je", "viens."],
    ]


def test_a_sentence_in_the_other_language_is_read_in_it():
    text = "Je te transmets la phrase que tu veux pour Zoé. You are the one who told me. À demain !"
    assert [one.language for one in read_message(text, _LEXICON, "fr").sentences] == [
        "fr",
        "en",
        "fr",
    ]


def test_a_message_of_quotes_only_is_in_the_language_of_its_quotes():
    assert read_message("« Je suis à Lyon avec toi »", _LEXICON, "en").language == "fr"


def test_what_does_not_say_is_in_the_fallback():
    assert read_message("Airbus 2026", _LEXICON, "en").language == "en"
    assert read_message("😀", _LEXICON, "fr").sentences[0].words == ()
