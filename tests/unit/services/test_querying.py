"""Queries: what is typed to find people, read into terms."""

import pytest

from entregent.services.querying import Term, begins_words, digits, needle, parse, within
from entregent.services.reference import FIELDS

FIELD = {field: field for field in FIELDS} | {"societe": "company"}


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", []),
        ("  Léa  Martin ", [Term("Léa"), Term("Martin")]),
        ('"maison du lac" léa', [Term("maison du lac"), Term("léa")]),
        ("« maison du lac »", [Term("maison du lac")]),
        ("company:Volèle", [Term("Volèle", "company")]),
        ('Société:"Air du Lac"', [Term("Air du Lac", "company")]),
        ("société : Volèle lyon", [Term("Volèle", "company"), Term("lyon")]),
        ("-tag:vélo -lyon", [Term("vélo", "tag", "no"), Term("lyon", "", "no")]),
        ('-"du lac"', [Term("du lac", "", "no")]),
        ("https://lac.example", [Term("https://lac.example")]),
        ("à 12:30", [Term("à"), Term("12:30")]),
        ("humeur : bonne", [Term("humeur"), Term(":"), Term("bonne")]),
        ("company: -", [Term("-", "company")]),
        ('"" -', [Term("-")]),
        ("06 12 34 56 78 lac", [Term("0612345678"), Term("lac")]),
        ("+33 (0)6 12-34-56-78", [Term("+33(0)612-34-56-78")]),
        ("en 2019 2020 2021", [Term("en"), Term("2019"), Term("2020"), Term("2021")]),
    ],
)
def test_a_query_is_read_into_terms(query, terms):
    assert list(parse(query, FIELD)) == terms


@pytest.mark.parametrize(
    ("word", "looked_for"),
    [
        ("LÉA", "lea"),
        ("06.12.34.56.78", "12345678"),
        ("+33612345678", "12345678"),
        ("0612", "612"),
        ("00", "00"),
        ("2019", "2019"),
        ("7", "7"),
        ("-", "-"),
    ],
)
def test_a_number_is_looked_for_by_what_every_way_of_writing_it_has(word, looked_for):
    assert needle(word) == looked_for


def test_a_name_without_digits_dials_nothing():
    assert digits("lac") == ""


def test_words_are_found_by_their_beginnings():
    assert begins_words("mart lé", "Léa MARTIN")
    assert not begins_words("artin", "Léa Martin")
    assert not begins_words("…", "Léa Martin")


def test_a_company_is_found_by_whole_words_whatever_its_legal_form():
    assert within("air", "Air du Lac SA")
    assert within("air du lac SAS", "Air du Lac")
    assert not within("air", "Airelles")
    assert not within("…", "Air du Lac")
