"""Noticing: new posts and places between two imports of one source."""

import pytest

from entregent.services.giving import giving
from entregent.services.noticing import told_by_imports
from entregent.services.people import About, edit
from entregent.services.undoing import undo


def noticed(carnet, day="2026-03-01"):
    """What is new on a day: what, where, noticed when."""
    items = giving(carnet.on(day).desk).items
    return [(one.what.value, one.more, one.on.isoformat()) for one in items]


LEA = ("Léa", "Martin", "https://www.linkedin.com/in/lea", "")


def test_the_first_import_brings_no_news(carnet):
    carnet.connections((*LEA, "Airbus", "Buyer"))

    assert noticed(carnet) == []
    assert told_by_imports(carnet.desk) == ([], [])


def test_another_employer_in_a_later_list_is_news(carnet):
    carnet.connections((*LEA, "Airbus", "Buyer"))
    carnet.connections((*LEA, "Safran", "Head of buying"), path="Later.csv")

    assert noticed(carnet) == [("new-job", "Safran", "2026-03-01")]
    assert noticed(carnet, "2026-04-29") == [("new-job", "Safran", "2026-03-01")]
    assert noticed(carnet, "2026-04-30") == []


def test_a_list_read_again_and_another_spelling_bring_none(carnet):
    carnet.connections((*LEA, "Airbus", "Buyer"))
    carnet.connections((*LEA, "Airbus", "Buyer"), path="Same.csv")
    carnet.connections((*LEA, "AIRBUS SAS", "Buyers"), path="Spelled.csv")

    assert noticed(carnet) == []


def test_what_another_source_says_is_none(carnet):
    carnet.cards("FN:Léa Martin\nORG:Airbus\nEMAIL:lea@exemple.fr")
    carnet.connections(
        ("Léa", "Martin", "https://www.linkedin.com/in/lea", "lea@exemple.fr", "Safran", "Buyer")
    )

    assert noticed(carnet) == []


def test_another_town_in_a_later_address_book_is_a_move(carnet):
    card = "FN:Léa Martin\nUID:lea\nEMAIL:lea@exemple.fr\nADR:;;1 rue du Lac;{};;;France"
    carnet.cards(card.format("Lyon"))
    carnet.cards(card.format("Nantes"))

    assert [what for what, _, _ in noticed(carnet)] == ["move"]


@pytest.mark.parametrize("said", ["Insee", "Airbus"])
def test_what_i_say_by_hand_wins_and_is_no_news(carnet, said):
    carnet.connections((*LEA, "Airbus", "Buyer"))
    carnet.connections((*LEA, "Safran", "Buyer"), path="Later.csv")
    edit(carnet.desk, carnet.id("Léa"), About(company=said))

    assert noticed(carnet) == []


def test_undo_takes_news_away(carnet):
    carnet.connections((*LEA, "Airbus", "Buyer"))
    carnet.connections((*LEA, "Safran", "Buyer"), path="Later.csv")
    undo(carnet.desk, None)

    assert noticed(carnet) == []
