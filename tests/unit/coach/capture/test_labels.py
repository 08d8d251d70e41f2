"""Values said word for word, and cards."""

from datetime import date

from entregent.coach.capture.card import is_card, read_card
from entregent.coach.capture.labels import Label, Value
from entregent.coach.capture.reading import understand


def test_labelled_values_go_before_what_is_guessed(one):
    line = "Rose, escalade; société : Orange Bleue; fonction : vigie; suite : déjeuner mardi"
    assert one(line) == {
        "name": "Rose",
        "company": "Orange Bleue",
        "role": "vigie",
        "topics": ["escalade"],
        "next": ("déjeuner", "2026-03-17"),
    }


def test_labels_in_english_and_of_all_kinds(one):
    line = "name: Zed; topics: bees, boats; promised: a book; promised me: an intro"
    assert one(line) == {
        "name": "Zed",
        "topics": ["bees", "boats"],
        "me": ["a book"],
        "them": ["an intro"],
    }


def test_a_second_name_is_a_second_person(read):
    first, second = read("name: Zed; company: Arup; name: Yve; company: Aviva")
    assert first == {"name": "Zed", "company": "Arup"}
    assert second == {"name": "Yve", "company": "Aviva"}


def test_a_promise_said_anew_takes_the_place_of_the_guessed_one(one):
    assert one("Rose, lui envoyer l'article; promis : envoyer le livre")["me"] == [
        "envoyer le livre"
    ]


def test_what_is_spelled_is_read_back(words):
    values = (Value(Label.NAME, "Ada; Bell"), Value(Label.ROLE, ""), Value(Label.COMPANY, "X"))
    for lang in ("fr", "en", "xx"):
        line = words.labels.spell(values, ("ada@lune.example", ""), lang)
        (ada,) = understand(line, date(2026, 3, 10), words).encounters
        assert (ada.name, ada.company, ada.contact.email) == ("Ada, Bell", "X", "ada@lune.example")


CARD = """
  ~ LUNE & FILS ~
Hélène Caron
Directrice artistique
12 rue des Carmes, 69002 Lyon
T +33 6 12 34 56 78
helene.caron@lune-fils.example
www.lune-fils.example
""".strip().splitlines()


def test_a_card_is_told_from_lines():
    assert is_card(CARD)
    assert not is_card(["Rose, rose@lune.example, escalade et poterie", "Karim"])
    assert not is_card(["rose@lune.example"])


def test_a_card_is_read(words):
    card = read_card(CARD, words)
    assert (card.name, card.role) == ("Hélène Caron", "Directrice artistique")
    assert card.company == "LUNE & FILS"
    assert card.contact.phone == "+33 6 12 34 56 78"
    assert card.contact.email == "helene.caron@lune-fils.example"
    assert card.contact.url == "www.lune-fils.example"


def test_a_card_by_its_known_house_or_by_what_it_is(words):
    known = read_card(["Orange", "Rose Tanguy", "rose.tanguy@mail.example"], words)
    assert (known.name, known.company) == ("Rose Tanguy", "Orange")
    headed = read_card(["Qwerta Bel", "Cabinet Lefort", "qwerta@mail.example"], words)
    assert (headed.name, headed.company) == ("Qwerta Bel", "Cabinet Lefort")


def test_a_card_that_says_little(words):
    card = read_card(["++ 1 ++", "x", "0612345678"], words)
    assert (card.name, card.company, card.role) == ("", "", "")
    assert card.contact.phone == "0612345678"
