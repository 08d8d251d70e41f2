"""A phrase as a regular expression finds what the phrase finds."""

import re

import pytest

from entregent.locale.pattern_regex import regex_of
from entregent.locale.phrasebook import Phrasebook, words_of

PHRASES = (
    "je suis (coince*|bloque)",
    "(toujours avec|pas) (lui|elle)",
    "(la|le)? meme personne",
    "depuis # (minutes|h)",
    "parle … lui",
    "^ personne",
    "au secours $",
    "un _ qui parle",
    "*rais partir",
)
TEXTS = (
    "je suis coincée",
    "Je suis bloqué, toujours avec elle",
    "la même personne depuis 20 minutes",
    "même personne depuis 2 h",
    "il parle et il parle encore de lui",
    "personne ne me parle",
    "je ne vois personne, au secours",
    "un monsieur qui parle",
    "je voudrais partir",
    "rien de tout cela",
)


@pytest.mark.parametrize("phrase", PHRASES)
def test_both_find_the_same(phrase):
    book, regex = Phrasebook({"it": [phrase]}), re.compile(regex_of(phrase))
    for text in TEXTS:
        words = [word for word, _, _ in words_of(text)]
        said = "".join(f" {word}" for word in words)
        seen = [
            (said[: found.start()].count(" "), said[: found.end()].count(" "))
            for found in regex.finditer(said)
        ]
        assert seen == book.find(words).get("it", []), text


def test_each_phrase_is_found_somewhere():
    said = ["".join(f" {word}" for word, _, _ in words_of(text)) for text in TEXTS]
    assert all(any(re.search(regex_of(phrase), one) for one in said) for phrase in PHRASES)
