import pytest

from entregent.identity.names import Name, compatible, likely, parse


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Léa Martin", ("lea",), ("martin",)),
        ("DUPONT Jean", ("jean",), ("dupont",)),
        ("Dupont, Jean", ("jean",), ("dupont",)),
        ("Dr. Anne-Marie LE GOFF", ("anne", "marie"), ("le", "goff")),
        ("Ludwig van Beethoven", ("ludwig",), ("van", "beethoven")),
        ("Marie Dupont-Durand", ("marie",), ("dupont", "durand")),
        ("Omar", ("omar",), ()),
        ("Robert (Bob) Hill", ("robert",), ("hill",)),
        ("Léa Martin - Airbus", ("lea",), ("martin",)),
        ("Martin,", ("martin",), ()),
        ("de Gaulle", ("de",), ("gaulle",)),
        ("", (), ()),
    ],
)
def test_a_displayed_name_is_taken_apart(text, given, family):
    assert parse(text) == Name(given, family)


def test_a_source_that_tells_the_parts_is_believed():
    assert parse("whatever", "Jean", "de la Tour") == Name(("jean",), ("de", "la", "tour"))


def test_the_key_ignores_order_and_capitals():
    assert parse("DUPONT Jean").key == parse("Jean Dupont").key == "dupont jean"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Léa Martin", "Lea MARTIN"),
        ("Léa Martin", "Léa Durand"),
        ("Léa Martin", "Léa"),
        ("Bob Hill", "Robert Hill"),
        ("J. Martin", "Jean Martin"),
        ("Tibo Roche", "Tiburce Roche"),
        ("", "Jean Martin"),
    ],
)
def test_names_that_share_an_address_may_be_one_human(one, other):
    assert compatible(parse(one), parse(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul Durand", "Marie Durand"),
        ("J. Martin", "Paul Martin"),
        ("Jo Hill", "Al Hill"),
        ("Tibo Roche", "Tiburce Hill"),
    ],
)
def test_other_given_names_are_other_humans(one, other):
    assert not compatible(parse(one), parse(other))


def test_a_given_name_that_is_missing_contradicts_nothing():
    assert compatible(Name((), ("martin",)), Name(("lea",), ("durand",)))


def test_only_full_names_that_agree_are_worth_a_question():
    assert likely(parse("Bob Hill"), parse("Robert Hill"))
    assert not likely(parse("Bob"), parse("Robert Hill"))
    assert not likely(parse("Bob Hill"), parse("Robert Dale"))
    assert not likely(parse("Paul Hill"), parse("Robert Hill"))
    assert not parse("J. Martin").full
