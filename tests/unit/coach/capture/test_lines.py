"""One line typed with one thumb, and whom it tells of."""

from datetime import date

import pytest

from entregent.coach.capture.reading import understand


def test_a_list_with_commas(one):
    assert one("Chloé, Dassault, escalade, déjeuner mardi, lui envoyer l'article") == {
        "name": "Chloé",
        "company": "Dassault",
        "topics": ["escalade"],
        "me": ["envoyer l'article"],
        "next": ("déjeuner", "2026-03-17"),
    }


def test_no_punctuation_and_no_capitals(one):
    said = one("vu lucie marchand resp achats chez leroy merlin on a parlé palettes et rugby")
    assert said == {
        "name": "lucie marchand",
        "company": "leroy merlin",
        "role": "resp achats",
        "topics": ["palettes", "rugby"],
    }


def test_all_capitals(one):
    assert one("ANNE LE GALL DRH BOUYGUES RDV LE 14/04 LUI TRANSMETTRE MON CV") == {
        "name": "ANNE LE GALL",
        "company": "BOUYGUES",
        "role": "DRH",
        "me": ["transmettre MON CV"],
        "next": ("RDV", "2026-04-14"),
    }


@pytest.mark.parametrize(
    ("line", "company", "name"),
    [
        ("Hermès, Apolline, maroquinière", "Hermès", "Apolline"),
        ("Free : Capucine Delage (cheffe de produit)", "Free", "Capucine Delage"),
        ("Rose Tanguy -> Orange -> fibre", "Orange", "Rose Tanguy"),
        ("Wei Ling (Arup) does facades", "Arup", "Wei Ling"),
        ("CLAIRE DUMAS ORANGE CYBERSECURITE", "ORANGE", "CLAIRE DUMAS"),
        ("Kemi, patent attorney, Marks & Clerk", "Marks & Clerk", "Kemi"),
        (
            "Jocelyne, qui tient l'épicerie solidaire de Decize",
            "épicerie solidaire de Decize",
            "Jocelyne",
        ),
        ("Mr Baker. Baker's Yard Timber.", "Baker's Yard Timber", "Mr Baker"),
        ("jan frm citizens advice debt adviser", "citizens advice", "jan"),
        ("Yasmine boîte Alstom", "Alstom", "Yasmine"),
        ("Dr Amara Nkosi University of Leeds fungi", "University of Leeds", "Dr Amara Nkosi"),
        ("commercial Vorlex, Théo", "Vorlex", "Théo"),
    ],
)
def test_where_they_work_is_told_in_many_ways(one, line, company, name):
    said = one(line)
    assert (said["company"], said["name"]) == (company, name)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nguyen Thi Lan, pharmacienne", "Nguyen Thi Lan"),
        ("O'NEILL PATRICK. SHELL.", "O'NEILL PATRICK"),
        ("Peter van der Berg, auctioneer", "Peter van der Berg"),
        ("Bartholomew 'Barty' Finch, sculptor", "Bartholomew 'Barty' Finch"),
        ("Monsieur Nguyen. Assureur.", "Monsieur Nguyen"),
        ("big Dave the roofer", "big Dave"),
        ("Longue discussion avec Zdravka, elle restaure des barques", "Zdravka"),
        ("marie-laure vdb, orthophoniste", "marie-laure vdb"),
        ("DUPUIS MARTIN NOTAIRE", "DUPUIS MARTIN"),
        ("Hi, met Qwerta. Data scientist.", "Qwerta"),
    ],
)
def test_names_end_where_they_end(one, line, name):
    assert one(line)["name"] == name


def test_towns_are_no_companies(one):
    assert one("Bérénice, luthière à Mirecourt") == {"name": "Bérénice", "role": "luthière"}
    assert one("Jean Pelletier, notaire, Lyon") == {"name": "Jean Pelletier", "role": "notaire"}


def test_what_somebody_used_to_be_is_a_topic_at_most(one):
    said = one("Olivia, ex-Google, now at Wise, bouldering")
    assert (said["company"], said["topics"]) == ("Wise", ["ex-Google", "bouldering"])
    assert "role" not in one("Aneurin, ex-miner")


def test_nobody_named(one):
    assert one("le grand barbu de Thales qui fait du théâtre d'impro, pas retenu son prénom") == {
        "company": "Thales",
        "topics": ["théâtre d'impro"],
    }
    assert one("nice lady from HMRC (yes really), pottery") == {
        "company": "HMRC",
        "topics": ["pottery"],
    }


def test_nothing_but_a_name(one):
    assert one("Karim") == {"name": "Karim"}


def test_ways_to_reach_them_are_kept_as_typed(one):
    assert one("Inès, 06 39 98 41 07, ines@lune.example, linkedin.com/in/ines-lune") == {
        "name": "Inès",
        "reach": ["ines@lune.example", "06 39 98 41 07", "linkedin.com/in/ines-lune"],
    }


def test_an_address_alone_is_somebody(one):
    assert one("rose@lune.example") == {"reach": ["rose@lune.example"]}


def test_feelings_and_refusals_are_no_topics(one):
    assert one("Alban, commercial chez Sonepar, un peu insistant, pas de suite") == {
        "name": "Alban",
        "company": "Sonepar",
        "role": "commercial",
    }
    assert one("Nigel, a bit pushy, no follow up") == {"name": "Nigel"}
    assert one("Barry is a laugh, no idea what he does but morris dancing") == {
        "name": "Barry",
        "topics": ["morris dancing"],
    }


@pytest.mark.parametrize(
    "line",
    [
        "Rose works for herself",
        "Rose, elle écrit des polars",
        "Rose, she writes novels",
        "Rose owes me too",
        "Rose, w/ a pram",
        "Rose talked super sympa",
        "Rose, on a parlé de tout",
    ],
)
def test_what_tells_nothing_is_left_aside(one, line):
    assert one(line) == {"name": "Rose"}


def test_what_tells_nothing_stands_in_the_note(words):
    said = understand("Rose, très sympa, no follow up", date(2026, 3, 10), words)
    assert said.note == "très sympa · no follow up"
    assert understand("", date(2026, 3, 10), words).encounters == ()


def test_odd_lines_are_read(one, read):
    assert read("Dr Dr Dr Dr Dr Dr Dr Rose")[0]["name"].startswith("Dr")
    assert one("Karim, rdv le") == {"name": "Karim", "next": ("rdv", None)}
    assert one("Karim, rdv le 5", date(9999, 12, 31)) == {
        "name": "Karim",
        "next": ("rdv le 5", None),
    }
    assert one("Karim, coffee next door")["topics"] == ["coffee next door"]
    assert one("Rose, on partage un bureau")["name"] == "Rose"
    assert one("Rose, notaire à Lyon demain")["role"] == "notaire"
    assert one("paul ecole de demain")["name"] == "paul"
    assert one("Rose from the allotment Vorlex")["company"] == "allotment"
    assert one("Rose, notaire à Saint-Guénolé")["role"] == "notaire"
    assert one("Karim, \ufe70 \u3164") == {"name": "Karim"}
    assert one("Little Wenlock Parish Council, Rose")["company"] == "Little Wenlock Parish Council"
    assert one("Rose, little van") == {"name": "Rose", "topics": ["little van"]}
    assert one("paul mairie le lundi")["next"] == ("mairie", "2026-03-16")
    assert "company" not in one("paul école de leur ville")
    assert one("call Rachel (Arup) on the 23rd re the scheme")["next"][1] == "2026-03-23"
    assert one("Rose. Orange, Airbus")["company"] == "Orange"


def test_lists_without_capitals_are_told_by_their_order(one):
    assert one("lucie, novatek, acheteuse") == {
        "name": "lucie",
        "company": "novatek",
        "role": "acheteuse",
    }
    assert one("kinexio, bastien, cto")["company"] == "kinexio"
    assert one("zorvik, acheteur, airbus")["name"] == "zorvik"
    assert one("rose chez truc de demain")["company"] == "truc"


def test_little_things(one):
    assert one("Karim, golf, le golf")["topics"] == ["golf"]
    assert one("Karim, café lundi, dîner mardi")["next"] == ("café", "2026-03-16")
    assert one("Rose, I juggle with lemons, je dois") == {"name": "Rose"}
    assert one("Rose, no follow up and I'll send her the deck")["me"] == ["send the deck"]
    said = one("Rose, elle m'envoie le deck on a parlé vélo")
    assert (said["them"], said["topics"]) == (["envoyer le deck"], ["vélo"])
    assert "company" not in one("Rose, avril")
    assert "next" not in one("Rose, dossier avant le 30")
    assert one("Eleonora (Italienne, traductrice)") == {"name": "Eleonora", "role": "traductrice"}
