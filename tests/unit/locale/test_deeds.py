"""Deeds read in a few words of either language."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.locale.deeds import Deed, Deeds, Doing

DEEDS = Deeds(Content().template("vocabulary/deeds"))
MONDAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "doing", "about"),
    [
        ("envoyer l'article", Doing.SEND, "l'article"),
        ("Envoi du devis.", Doing.SEND, "devis"),
        ("send him the deck", Doing.SEND, "the deck"),
        ("TRANSMETTRE MON CV", Doing.SEND, "MON CV"),
        ("présenter à Karim", Doing.PRESENT, "Karim"),
        ("intro to her boss Omar", Doing.PRESENT, "boss Omar"),
        ("mettre en relation avec Inès", Doing.PRESENT, "Inès"),
        ("écrire la semaine prochaine", Doing.WRITE, "la semaine prochaine"),
        ("déj mardi", Doing.LUNCH, "mardi"),
        ("grab a coffee", Doing.COFFEE, ""),
        ("prendre un verre", Doing.DRINK, ""),
        ("coup de fil jeudi", Doing.CALL, "jeudi"),
        ("visite de l'atelier", Doing.VISIT, "l'atelier"),
        ("réfléchir au projet", Doing.OTHER, "réfléchir au projet"),
        ("", Doing.OTHER, ""),
    ],
)
def test_the_first_deed_is_told_with_what_follows_it(text, doing, about):
    assert DEEDS.read(text) == Deed(doing, about)


def test_tomorrow_and_next_week_are_days():
    assert DEEDS.day("appeler demain", MONDAY) == date(2026, 3, 10)
    assert DEEDS.day("write next week", MONDAY) == date(2026, 3, 20)
    assert DEEDS.day("un jour, peut-être", MONDAY) is None


def test_without_a_vocabulary_nothing_is_understood():
    assert Deeds({}).read("envoyer") == Deed(Doing.OTHER, "envoyer")
