"""French as it is computed: elision, contraction, typography."""

import pytest

from entregent.locale.french import join, typography


@pytest.mark.parametrize(
    ("joint", "name", "said"),
    [
        ("de", "Airbus", "d’Airbus"),
        ("de", "EDF", "d’EDF"),
        ("de", "HSBC", "d’HSBC"),
        ("de", "SFR", "de SFR"),
        ("de", "LVMH", "de LVMH"),
        ("de", "Hélène", "d’Hélène"),
        ("de", "Hugo", "d’Hugo"),
        ("de", "Huawei", "de Huawei"),
        ("de", "Yann", "de Yann"),
        ("de", "Yves", "d’Yves"),
        ("de", "Y", "de Y"),
        ("de", "Léa", "de Léa"),
        ("de", "L'Oréal", "de L'Oréal"),
        ("de", "Électricité de Lyon", "d’Électricité de Lyon"),
        ("de", "Onze", "de Onze"),
        ("de", "3M", "de 3M"),
        ("de", "", "de "),
        ("de", "SNCF", "de la SNCF"),
        ("de", "CNRS", "du CNRS"),
        ("de", "insee", "de l’insee"),
        ("de", "Crédit Agricole", "du Crédit Agricole"),
        ("de", "Société Générale", "de la Société Générale"),
        ("de", "La Poste", "de La Poste"),
        ("de", "Le Monde", "du Monde"),
        ("de", "Les Échos", "des Échos"),
        ("de", "Le", "de Le"),
        ("de", "Le Van An", "de Le Van An"),
        ("de", "Galeries Lafayette", "des Galeries Lafayette"),
        ("à", "Insee", "à l’Insee"),
        ("chez", "Hôpital d’Annecy", "à l’Hôpital d’Annecy"),
        ("chez", "Centre Pompidou", "au Centre Pompidou"),
        ("de", "Université de Nantes", "de l’Université de Nantes"),
        ("chez", "Groupe SEB", "au Groupe SEB"),
        ("chez", "Agence", "chez Agence"),
        ("à", "CNES", "au CNES"),
        ("à", "RATP", "à la RATP"),
        ("à", "Le Havre", "au Havre"),
        ("à", "Airbus", "à Airbus"),
        ("que", "Omar", "qu’Omar"),
        ("que", "Karim", "que Karim"),
        ("que", "CEA", "que le CEA"),
        ("chez", "Airbus", "chez Airbus"),
        ("chez", "SNCF", "à la SNCF"),
        ("chez", "CNRS", "au CNRS"),
        ("chez", "Le Monde", "au Monde"),
        ("chez", "Onera", "à l’Onera"),
    ],
)
def test_a_name_takes_its_joint(joint: str, name: str, said: str) -> None:
    assert join(joint, name) == said


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Tu viens ?", "Tu viens\u00a0?"),
        ("Tu viens?", "Tu viens\u00a0?"),
        ("Objet: demande", "Objet\u00a0: demande"),
        ("à 10:30, sur https://ex.fr/a?b=c", "à 10:30, sur https://ex.fr/a?b=c"),
        ("« Oui » ; l'été", "«\u00a0Oui\u00a0»\u00a0; l’été"),
        ("«Oui»", "«\u00a0Oui\u00a0»"),
        ("Quoi ?!", "Quoi\u00a0?!"),
        ("qu'« ici »", "qu’«\u00a0ici\u00a0»"),
    ],
)
def test_french_text_gets_its_typography(typed: str, set_: str) -> None:
    assert typography(typed) == set_
    assert typography(set_) == set_
