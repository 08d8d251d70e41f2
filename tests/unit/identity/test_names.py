import pytest

from entregent.identity.likeness import Like, compatible, like
from entregent.identity.names import Name, parse, spelled


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
    taken = parse(text)
    assert (taken.given, taken.family) == (given, family)


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


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Bob Hill", "Robert Hill", Like.NICKNAME),
        ("Robert (Bob) Hill", "Bob Hill", Like.NICKNAME),
        ("Jean-Pierre Roche", "JP Roche", Like.NICKNAME),
        ("Jean-Hugues Roche", "JH Roche", Like.INITIAL),
        ("Mueller, Jürgen", "Juergen MÜLLER", Like.SAME),
        ("Jean de La Tour", "DELATOUR Jean", Like.SAME),
        ("Sean O’Brien", "Obrien Sean", Like.SAME),
        ("Ronald McDonald", "Ronald Mc Donald", Like.SAME),
        ("Nguyễn Văn An", "An Nguyen Van", Like.SAME),
        ("Mohammed Ben Ali", "Mohamed Benali", Like.SAME),
        ("محمد علي", "Mohamed Ali", Like.LETTERS),
        ("Иван Петров", "Ivan Petrov", Like.SAME),
        ("Γιώργος Παππάς", "Yorgos Pappas", Like.SAME),
        ("Rebecca Shaw, MCIPS", "Rebecca Shaw", Like.SAME),
        ("Dr. Jean Roche, PhD", "Jean Roche", Like.SAME),
        ("Paul Durand 🚀 | Airbus", "Paul Durand", Like.SAME),
        ("John Q. Smith", "John Smith", Like.SAME),
        ("John Q. Smith", "John R. Smith", Like.OTHER),
        ("Jean Michel Roche", "Jean Roche", Like.MIDDLE),
        ("Jean Michel Roche", "Jean Philippe Roche", Like.OTHER),
        ("Jean M. Roche", "Jean Michel Roche", Like.MIDDLE),
        ("Marie Durand née Martin", "Marie Martin", Like.MAIDEN),
        ("Marie Durand (Martin)", "Marie Martin", Like.MAIDEN),
        ("Marie Durand-Martin", "Marie Durand", Like.MAIDEN),
        ("Jean Dupond", "Jean Dupont", Like.TYPO),
        ("Louis Roche", "Louise Roche", Like.CLOSE),
        ("Christian Roche", "Christine Roche", Like.OTHER),
        ("J. Roche", "Jean Roche", Like.INITIAL),
        ("Roche", "Jean Roche", Like.PET),
        ("Juju", "Julien Roche", Like.PET),
        ("Maman", "Monique Roche", Like.PET),
        ("Léa", "Léa Roche", Like.HALF),
        ("Bob", "Julien Roche", Like.OTHER),
        ("J. Roche", "P. Roche", Like.OTHER),
        ("J. Roche", "J. Hill", Like.OTHER),
        ("Léa Roche", "Léa Hill", Like.SURNAME),
        ("Léa R", "Léa Hill", Like.SURNAME),
        ("Roche Jean Paul", "Jean Roche", Like.MIDDLE),
        ("Paul Hill", "Robert Hill", Like.OTHER),
        ("Juliette Castelnaud", "Juliette Naud", Like.SURNAME),
        ("+33 6 39 98 00 11", "Jean Roche", Like.NONE),
        ("jean@exemple.fr", "Paul Roche", Like.NONE),
    ],
)
def test_two_names_are_alike_in_ways_that_are_told(one, other, how):
    assert like(parse(one), parse(other)) is how
    assert like(parse(other), parse(one)) is how


@pytest.mark.parametrize(
    ("address", "given", "family"),
    [
        ("jean.roche@exemple.fr", ("jean",), ("roche",)),
        ("jean-luc.roche+x@exemple.fr", ("jean", "luc"), ("roche",)),
        ("contact.lyon@exemple.fr", (), ()),
        ("jroche@exemple.fr", (), ()),
        ("jean.roche2@exemple.fr", (), ()),
    ],
)
def test_an_address_may_spell_a_name(address, given, family):
    assert spelled(address) == Name(given, family)
