"""What somebody seeks, as it may stand in a sentence, and who answers to it."""

import pytest

from entregent.coach.team.seeking import answers, tidied

OPENINGS = {("je", "cherche"), ("je", "cherche", "a", "rencontrer"), ("looking", "for"), ("d",)}
JOINTS = {"un", "a", "quelqu"}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("un graphiste", "un graphiste"),
        ("Je cherche un graphiste.", "un graphiste"),
        ("je  cherche à rencontrer des gens d’Airbus !", "des gens d’Airbus"),
        ("Looking for a designer…", "a designer"),
        ("Un graphiste", "un graphiste"),
        ("Quelqu’un de chez Airbus", "quelqu’un de chez Airbus"),
        ("Airbus", "Airbus"),
        ("« les achats »", "les achats"),
        ("d'anciens élèves", "anciens élèves"),
        ("je cherche", "je cherche"),
        ("  ", ""),
        ("?!", ""),
    ],
)
def test_what_is_sought_stands_in_a_sentence(words, kept):
    assert tidied(words, OPENINGS, JOINTS) == kept


def test_half_of_the_shorter_must_be_in_the_other():
    wanted = frozenset({"resine", "fournisseur"})
    assert answers(wanted, frozenset({"resine", "airbus", "omar"}))
    assert not answers(wanted, frozenset({"velo"}))
    assert not answers(frozenset("abcd"), frozenset("axyz"))
    assert not answers(frozenset(), frozenset())
