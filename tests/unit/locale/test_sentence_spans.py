"""Where the sentences of a message stand."""

import pytest

from entregent.locale.sentences import sentence_spans


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Bonjour. Peux-tu m'aider ? Merci !", ["Bonjour.", "Peux-tu m'aider ?", "Merci !"]),
        ("M. Diaz est là. Mme. Roy aussi.", ["M. Diaz est là.", "Mme. Roy aussi."]),
        ("J. Roy et e.g. Ana viennent.", ["J. Roy et e.g. Ana viennent."]),
        ("Voir ex.fr/cv pour la suite", ["Voir ex.fr/cv pour la suite"]),
        ("Je voulais te\ndemander un avis.", ["Je voulais te\ndemander un avis."]),
        ("Salut,\nça va ?\n\nMerci", ["Salut,", "ça va ?", "Merci"]),
        ("Quoi ?!Oui", ["Quoi ?!", "Oui"]),
        ("Attends... Oui", ["Attends...", "Oui"]),
        ("attends...oui", ["attends...oui"]),
        ("..!x", ["..!", "x"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text, sentences):
    assert said(text) == sentences
