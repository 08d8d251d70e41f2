"""My card as phones take it in: what it says, what leaves it when it is too long."""

from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Job
from entregent.domain.visiting import Line, VisitingCard
from entregent.exchange.qr import qr_png
from entregent.exchange.text import one_line
from entregent.exchange.vcard import read
from entregent.exchange.visiting import MOST_OCTETS, Form, card_file, fitted, mecard, vcard
from entregent.services.ports import BookError

ZOE = VisitingCard(
    "Zoé Lefèvre",
    "Zoé",
    "Lefèvre",
    "Acheteuse",
    "Airbus",
    "zoe@exemple.fr",
    "+33 6 39 98 00 01",
    "https://zoe.exemple.fr",
)


def test_a_vcard_holds_the_lines_that_are_there():
    assert vcard(ZOE) == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lefèvre;Zoé;;;\r\nFN:Zoé Lefèvre\r\nORG:Airbus\r\n"
        "TITLE:Acheteuse\r\nEMAIL:zoe@exemple.fr\r\nTEL:+33 6 39 98 00 01\r\n"
        "URL:https://zoe.exemple.fr\r\nEND:VCARD\r\n"
    )
    assert vcard(VisitingCard("Zoé")) == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Zoé;;;\r\nFN:Zoé\r\nEND:VCARD\r\n"
    )


def test_a_family_name_alone_is_no_given_name():
    assert "\r\nN:Lefèvre;;;;\r\n" in vcard(VisitingCard("Lefèvre", family="Lefèvre"))


def test_a_mecard_holds_the_same_in_fewer_letters():
    assert mecard(ZOE) == (
        "MECARD:N:Lefèvre,Zoé;ORG:Airbus;TEL:+33639980001;EMAIL:zoe@exemple.fr;"
        "URL:https\\://zoe.exemple.fr;;"
    )


def test_marks_of_the_form_are_set_apart_from_those_of_the_text():
    odd = VisitingCard('Zoé "Zo", dite ; L: \\o/', company="Roux, Blanc; Cie")
    assert 'FN:Zoé "Zo"\\, dite \\; L: \\\\o/\r\nORG:Roux\\, Blanc\\; Cie' in vcard(odd)
    assert mecard(odd) == 'MECARD:N:Zoé \\"Zo\\" dite \\; L\\: \\\\o/;ORG:Roux, Blanc\\; Cie;;'


@pytest.mark.parametrize(
    ("phone", "told"), [("06 39 98 00 01", "TEL:0639980001;"), ("poste", ""), ("1" * 25, "")]
)
def test_a_number_in_a_mecard_is_of_digits(phone, told):
    assert mecard(VisitingCard("Zoé", phone=phone)) == f"MECARD:N:Zoé;{told};"


def test_a_card_that_fits_is_whole():
    spelled = fitted(ZOE)
    assert (spelled.text, spelled.form, spelled.left_out) == (vcard(ZOE), Form.VCARD, ())


@pytest.mark.parametrize(
    ("long", "left_out"),
    [
        ({"url": 150}, (Line.URL,)),
        ({"title": 150}, (Line.URL, Line.TITLE)),
        ({"phone": 150}, (Line.URL, Line.TITLE, Line.PHONE)),
        ({"company": 150}, (Line.URL, Line.TITLE, Line.PHONE, Line.COMPANY)),
    ],
)
def test_lines_leave_one_by_one_until_it_fits(long, left_out):
    ((field, letters),) = long.items()
    whole = VisitingCard(**{**{one.value: text for one, text in ZOE.lines}, field: "x" * letters})
    spelled = fitted(whole)
    assert (spelled.form, spelled.left_out) == (Form.VCARD, left_out)
    assert spelled.card == whole.without(left_out)
    assert len(spelled.text.encode()) <= MOST_OCTETS


def test_a_long_name_with_an_address_becomes_a_mecard():
    whole = VisitingCard("Zoé " + "é" * 60, title="Acheteuse", email="zoe@exemple.fr")
    spelled = fitted(whole)
    assert spelled.form is Form.MECARD
    assert spelled.left_out == (Line.TITLE,)
    assert spelled.card.email == "zoe@exemple.fr"
    assert len(spelled.text.encode()) <= MOST_OCTETS


def test_a_mecard_says_what_it_has_no_word_for():
    whole = VisitingCard("Zoé", title="Acheteuse", phone="poste", email="z@exemple.fr")
    spelled = fitted(whole, (Form.MECARD,))
    assert spelled.left_out == (Line.TITLE, Line.PHONE)
    assert spelled.card == VisitingCard("Zoé", email="z@exemple.fr")


def test_an_endless_address_leaves_the_name():
    spelled = fitted(VisitingCard("Zoé", email="z" * 300 + "@exemple.fr"))
    assert (spelled.form, spelled.left_out) == (Form.VCARD, (Line.EMAIL,))


def test_an_endless_name_is_refused():
    with pytest.raises(BookError) as refusal:
        fitted(VisitingCard("é" * 200))
    assert refusal.value.key == "event.card-long"


def test_a_file_holds_a_card_of_any_length_in_folded_lines():
    whole = VisitingCard("é" * 200, url="https://zoe.exemple.fr/" + "x" * 90)
    text = card_file(whole)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.replace("\r\n ", "") == vcard(whole)


NAMES = (
    "Zoé Lefèvre",
    "O’Connor; Jean-Noël, dit « Nono »",
    "Nguyễn Văn An",
    "山田 太郎",
    "Ana 🎉",
    "Zo\ud83dé",
    "\u202eeoZ\u0000 Roux",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_phone_reads_in_the_code_our_own_reader_understands(name, phone):
    whole = VisitingCard(
        name,
        title="Achats; énergie",
        company="Roux, Blanc",
        email="a@exemple.fr",
        phone="+33639980001",
    )
    seen = phone(qr_png(fitted(whole).text))
    reading = read(seen.encode(), "carte.vcf", zone=ZoneInfo("Europe/Paris"))
    assert reading.problems == ()
    (card,) = reading.cards
    assert card.names == (one_line(name),)
    assert (card.emails, card.phones) == (("a@exemple.fr",), ("+33639980001",))
    assert card.jobs == (Job("Roux, Blanc", "Achats; énergie"),)


@pytest.mark.parametrize(
    "card", [ZOE, VisitingCard('Zoé "Zo" L: \\o/', company="Roux, Blanc; Cie")]
)
def test_a_mecard_is_read_back_too(card):
    reading = read(mecard(card).encode(), "code.txt", zone=ZoneInfo("Europe/Paris"))
    assert reading.problems == ()
    (told,) = reading.cards
    assert told.names == (card.name,)
    assert (told.given, told.family) == (card.given, card.family)
    assert told.emails == ((card.email,) if card.email else ())
    assert told.urls == ((card.url,) if card.url else ())
    assert [job.company for job in told.jobs] == [card.company]


@pytest.mark.parametrize("text", ["MECARD:", "mecard:N:;;", "MECARD:SOUND:x;N", "MECARD:\\"])
def test_a_mecard_of_nobody_is_nobody(text):
    assert read(text.encode(), "code.txt", zone=ZoneInfo("Europe/Paris")).cards == ()
