"""Houses, trades, remarks and next steps whose words are on no list, or on one of another kind."""

from datetime import date

import pytest

from entregent.coach.capture.reading import understand


@pytest.mark.parametrize(
    ("line", "role", "company"),
    [
        ("Zoé la roboticienne du CEA", "roboticienne", "CEA"),
        ("Zoé, coroner's officer, Leeds", "coroner's officer", None),
        ("Rose, le curé de Saint-Eustache", "curé", "Saint-Eustache"),
        ("Rose, éleveuse de Salers", "éleveuse de Salers", None),
        ("Tobias van Houten, brewery rep for Beavertown", "brewery rep", "Beavertown"),
        ("Rose, directrice d'hôtel", "directrice d'hôtel", None),
        ("La directrice de la crèche de Lannemezan, Rose", "directrice", "crèche de Lannemezan"),
        ("Rose, cheffe de service voirie", "cheffe de service voirie", None),
        ("Rose, restaurant Le Cerf Bleu, sommelière", "sommelière", "Le Cerf Bleu"),
        ("cantine centrale : Rose (achats)", "achats", "cantine centrale"),
        ("rose du garage renault", None, "garage renault"),
        ("Cosmo, Farrow and Ball, colour consultant", "colour consultant", "Farrow and Ball"),
        ("Xanthe, puppeteer, Angel Theatre", "puppeteer", "Angel Theatre"),
        ("Bob Tait (Neal's Yard buyer)", "buyer", "Neal's Yard"),
        ("archéologue INRAP, Rose", "archéologue", "INRAP"),
        ("that Rolls-Royce chap, turbine blades", None, "Rolls-Royce"),
        ("Rose du Comptoir Zorvik", None, "Comptoir Zorvik"),
        ("Rose, chez Algo Marine", None, "Algo Marine"),
        ("Rose, gardienne de musée", "gardienne de musée", None),
    ],
)
def test_a_trade_and_a_house_beside_it(one, line, role, company):
    told = one(line)
    assert (told.get("role"), told.get("company")) == (role, company)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Pierrick Le Dû, ONF", "Pierrick Le Dû"),
        ("Winston A – cabinet maker", "Winston A"),
        ("If I forget: Rose, Thales", "Rose"),
        ("Pas donner suite à Cédric (crypto)", "Cédric"),
        ("Kate Church, dentist", "Kate Church"),
        ("Can't spell it: Zorvik? Airbus", "Zorvik"),
    ],
)
def test_a_name_among_words_that_are_none(one, line, name):
    assert one(line)["name"] == name


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("Rose, quatuor ts les jeudis", ["quatuor"]),
        ("Rose, chasse au trésor", ["chasse au trésor"]),
        ("Rose fait pousser des bonsaïs", ["bonsaïs"]),
        ("Rose, posh, bored", None),
        ("Rose, vélo, sa directrice", ["vélo"]),
        ("Rose, elle viendra avec sa directrice", None),
        ("Rose, sympa un peu zorblée", None),
    ],
)
def test_what_is_talked_of_and_what_is_remarked(one, line, topics):
    assert one(line).get("topics") == topics


def test_how_somebody_looks_is_no_name(read):
    assert not any("name" in one for one in read("jolie robe rouge, parlait fort"))


def test_both_into_the_same(read):
    tom, ana = read("Tom and Ana, both into sailing")
    assert tom["topics"] == ana["topics"] == ["sailing"]


@pytest.mark.parametrize(
    ("line", "them"),
    [
        ("Léa doit m'écrire", "écrire"),
        ("Léa va m'envoyer un message", "envoyer un message"),
        ("j'attends son message, Léa, Qonto", "message"),
        ("Léa, waiting for her email", "email"),
        ("Léa, discount code coming from her", "discount code"),
    ],
)
def test_what_is_waited_for_is_promised_by_them(one, line, them):
    assert one(line)["them"] == [them]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Rose, je lui rends visite samedi", "rendre visite"),
        ("Rose, text her in 2 weeks", "text"),
        ("Rose, she'll get in touch on Monday", "get in touch"),
        ("Solenn passe à l'école jeudi", "passer à l'école"),
    ],
)
def test_a_next_step_told_by_writing_or_coming(one, line, step):
    assert one(line)["next"][0] == step


def test_the_evening_that_ends_is_no_next_step(one):
    assert one("deux contacts ce soir : Rose (Thales)") == {"name": "Rose", "company": "Thales"}


def test_a_slash_or_semicolon_after_brackets_joins_two(read):
    nuala, bob = read("Nuala (cheesemaker) / Bob (buyer) — washed rind")
    assert nuala["topics"] == bob["topics"] == ["washed rind"]


def test_words_that_only_join_stay_out_of_the_note(words):
    line = "Chloé avec Marc de chez Thales, escalade"
    assert understand(line, date(2026, 3, 10), words).note == ""
