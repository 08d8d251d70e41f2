"""Phrases as a linguist writes them, found in texts as people type them."""

import pytest

from entregent.locale.phrases import compiled, flat


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pourrais-tu", "Pourrais-tu venir ?"),
        ("(me|nous) presenter", "te demander de nous présenter"),
        ("d'ici( au)?", "D’ICI AU 3"),
        ("a (really )?good idea", "a good idea"),
        ("a (really )?good idea", "A really  good\nidea"),
        ("references?", "Référence"),
        ("introduc* me", "introducing me"),
        ("parler … metier", "parler un peu de ton métier"),
        ("(i'd|i would) (so)? like", "I'd like"),
    ],
)
def test_a_phrase_is_found_whatever_the_typography(phrase, text):
    assert compiled([phrase]).search(flat(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("conseil", "conseillère"),
        ("parler … metier", "parler un deux trois quatre cinq six sept huit métier"),
        ("a good idea", "a bad idea"),
    ],
)
def test_a_phrase_is_found_from_word_to_word_only(phrase, text):
    assert not compiled([phrase]).search(flat(text))


def test_no_phrase_finds_nothing():
    assert not compiled([]).search("")


def test_a_flat_text_has_a_character_for_each():
    for text in ("L’été, œuf ﬁn ﷺ", "Ça va ?", "ABC"):
        assert len(flat(text)) == len(text)
    assert flat("L’été") == "l'ete"


@pytest.mark.parametrize("phrase", ["[a-z]+", "what ?", "a$"])
def test_what_is_no_phrase_is_refused(phrase):
    with pytest.raises(ValueError, match="says nothing"):
        compiled([phrase])
