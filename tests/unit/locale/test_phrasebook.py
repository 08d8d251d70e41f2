"""How phrases are written, and what they find."""

import gc

import pytest

from entregent.locale.pattern_source import PhraseError, read_phrase
from entregent.locale.phrasebook import Phrasebook, words_of


def found(phrase: str, text: str) -> list[str]:
    """Return what a phrase finds in a text, as it stands there."""
    words = words_of(text)
    spans = Phrasebook({"list": [phrase]}).find([word for word, _, _ in words])
    return [text[words[first][1] : words[after - 1][2]] for first, after in spans.get("list", [])]


@pytest.mark.parametrize(
    ("phrase", "text", "finds"),
    [
        ("peux tu", "Peux-tu venir ? Dis, PEUX TU ?", ["Peux-tu", "PEUX TU"]),
        ("peux tu", "Tu peux", []),
        ("prefere", "Elle préfère préfèrer", ["préfère"]),
        ("merci", "merciiiiii", ["merciiiiii"]),
        (
            "(tu|vous) me (dois|devez)",
            "vous me devez ; tu me devez",
            ["vous me devez", "tu me devez"],
        ),
        ("(dis|fais savoir) moi", "Fais-savoir moi, dis-moi", ["Fais-savoir moi", "dis-moi"]),
        ("(une)? petite question", "petite question", ["petite question"]),
        ("une? petite question", "une petite question", ["une petite question"]),
        ("recommand*", "Recommandation, recommander", ["Recommandation", "recommander"]),
        ("*rais tu", "Pourrais-tu, aurais-tu", ["Pourrais-tu", "aurais-tu"]),
        ("*rais", "saurais, recommandais", ["saurais"]),
        ("(*rais|recommand*) tu", "saurais-tu", ["saurais-tu"]),
        ("un _ ami", "un très vieil ami, un bon ami", ["un bon ami"]),
        ("# jours", "dans 3 jours, dans trois jours", ["3 jours"]),
        ("dis … que", "dis-leur bien que oui", ["dis-leur bien que"]),
        ("dis … que", "dis un deux trois quatre cinq six sept que", []),
        ("^ merci", "Merci et merci", ["Merci"]),
        ("merci $", "Merci et merci", ["merci"]),
        ("(^|et) merci", "Merci et merci", ["Merci", "et merci"]),
        ("(^|merci)", "Et merci", ["merci"]),
        ("(tu ^|peux) venir", "tu peux venir", ["peux venir"]),
        ("j'ai", "J’ai fini, j ai faim", ["J’ai", "j ai"]),
        ("(un|une) (idee|avis)", "un avis", ["un avis"]),
        ("(_ ami|voisin)", "mon ami, voisin", ["mon ami", "voisin"]),
    ],
)
def test_a_phrase_finds_what_is_written_as_it_says(phrase, text, finds):
    assert found(phrase, text) == finds


def test_lists_are_looked_for_together():
    book = Phrasebook({"ask": ["peux tu"], "thanks": ["merci"], "none": ["zut"]})
    words = [word for word, _, _ in words_of("Peux-tu venir ? Merci, merci")]
    assert book.find(words) == {"ask": [(0, 2)], "thanks": [(3, 4), (4, 5)]}
    assert book.find([]) == {}


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(collecting):
    (gc.enable if collecting else gc.disable)()
    try:
        with pytest.raises(PhraseError):
            Phrasebook({"list": ["merci", "(a"]})
        assert gc.isenabled() is collecting
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("phrase", "key", "part"),
    [
        ("(a|b", "phrase.bracket", ""),
        ("(a", "phrase.bracket", ""),
        ("(", "phrase.bracket", ""),
        ("a) b", "phrase.stray", ")"),
        ("a | b", "phrase.stray", "|"),
        ("(a|) b", "phrase.empty-choice", ""),
        ("", "phrase.wordless", ""),
        ("a? …", "phrase.wordless", ""),
        ("a + b", "phrase.sign", "+"),
        ("? a", "phrase.sign", "?"),
        ("*ment*", "phrase.open-both", "*ment*"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase, key, part):
    with pytest.raises(PhraseError) as refused:
        read_phrase(phrase)
    assert refused.value.key == key
    assert refused.value.details == {"phrase": phrase, "part": part}
    assert key in str(refused.value)
