"""The article of a French phrase, where it is sure."""

import pytest

from entregent.locale.french_nouns import articled


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("recyclage des coquilles", "le recyclage des coquilles"),
        ("prévention des chutes", "la prévention des chutes"),
        ("état civil", "l’état civil"),
        ("Aquarelle", "Aquarelle"),
        ("agroforesterie", "l’agroforesterie"),
        ("palettes perdues", "les palettes perdues"),
        ("prix du gazole", "le prix du gazole"),
        ("chambre froide", "la chambre froide"),
        ("voile habitable", "la voile habitable"),
        ("haies bocagères", "les haies bocagères"),
        ("hockey sur glace", "hockey sur glace"),
        ("négocier sans se fâcher", "négocier sans se fâcher"),
        ("pénurie de chauffeurs", "la pénurie de chauffeurs"),
        ("l’eau des puits", "l’eau des puits"),
        ("ne jamais vendre à perte", "ne jamais vendre à perte"),
        ("3D", "3D"),
        ("quad", "quad"),
    ],
)
def test_a_phrase_takes_the_article_of_its_first_noun(phrase, said):
    assert articled(phrase) == said
