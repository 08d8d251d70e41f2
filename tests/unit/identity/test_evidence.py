"""What nearly agrees speaks for a suggestion, says how, and joins nobody by itself."""

from itertools import count

import pytest

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin, Said
from entregent.identity import names
from entregent.identity.alike import Alike
from entregent.identity.evidence import of_one_year, rough, within
from entregent.identity.facets import Facet
from entregent.identity.likeness import Like
from entregent.identity.resolve import Known, Listing, resolve
from entregent.identity.signs import Sign

ME = PersonId("me")


def card(ref: str, name: str, *, email: str = "", born: str = "", town: str = "") -> Card:
    details = ((Said.BIRTHDAY, born), (Said.PLACE, town))
    return Card(
        PersonId(ref),
        f"card={ref}",
        (name,) if name else (),
        emails=(email,) if email else (),
        details=tuple((said, value) for said, value in details if value),
        known=True,
    )


def suggested(*cards: Card) -> list[Alike[PersonId]]:
    """Return what is suggested where each card is in a file of its own; none may be joined."""
    listings = [Listing(Origin.VCARD, f"{n}.vcf", (one,)) for n, one in enumerate(cards)]
    ids = count()
    found = resolve(listings, Known((Person(ME, ""),), ME), lambda: PersonId(f"p{next(ids)}"))
    assert len(found.people) == len(cards)
    return list(found.suggestions)


def named(text: str) -> Facet:
    return Facet(names=(names.parse(text),))


class TestBirthdays:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("1982-10-19", "1982-10-18"),
            ("1982-10-19", "1982-01-19"),
            ("1982-10-19", "1928-10-19"),
            ("1982-03-04", "1982-04-03"),
        ],
    )
    def test_one_slip_apart_do_not_speak_against_a_common_name(self, one: str, other: str) -> None:
        (pair,) = suggested(
            card("1", "Maud Lestrade", born=one), card("2", "Lestrade Maud", born=other)
        )
        assert pair.because == (Sign.BORN,)
        assert pair.against == ()

    def test_in_one_year_speak_against_it_a_little(self) -> None:
        (pair,) = suggested(
            card("1", "Maud Lestrade", born="1982-10-19"),
            card("2", "Maud Lestrade", born="1982-02-07"),
        )
        assert pair.against == (Sign.YEAR,)

    def test_in_other_years_are_two_humans(self) -> None:
        cards = [card("1", "Maud Lestrade", born="1982-10-19")]
        cards.append(card("2", "Maud Lestrade", born="1961-02-07"))
        assert suggested(*cards) == []

    def test_without_a_year_are_taken_as_they_stand(self) -> None:
        cards = [card("1", "Maud Lestrade", born="--10-19")]
        cards.append(card("2", "Maud Lestrade", born="--02-07"))
        assert suggested(*cards) == []


class TestAddresses:
    def test_a_few_letters_apart_are_told(self) -> None:
        (pair,) = suggested(
            card("1", "Maud Lestrade", email="maud.l77@gmail.com", born="1982-10-19"),
            card("2", "Lestrade", email="maudl77@gamil.com", born="1982-10-18"),
        )
        assert pair.names is Like.PET
        assert pair.because == (Sign.BORN, Sign.ADDRESS)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("maud.l77@lestrade.example", "maud.l78@lestrade.example"),  # other figures
            ("a@b.example", "b@c.example"),  # too short
            ("maud.l@lestrade.example", "mauda.l@lestrade.example"),  # colleagues
            ("maud.l77@lestrade.example", "jhkqwx77@foobuc.example"),  # other letters
            ("maud.l77@lestrade.example", "lestrade.maud77@l.example"),  # another order
        ],
    )
    def test_others_are_not(self, one: str, other: str) -> None:
        pairs = suggested(
            card("1", "Maud Lestrade", email=one, born="1982-10-19"),
            card("2", "Lestrade", email=other, born="1982-10-19"),
        )
        assert all(Sign.ADDRESS not in pair.because for pair in pairs)


class TestNames:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Theodore Maxwell", "Thedore Mxwell"),
            ("Theodore Maxwell", "Maxwlel Theodroe"),
            ("Léa Maxwell", "Lea Mawxell"),
            ("Theodore", "Thedore Maxwell"),
            ("Noah Watson", "Watson oNah"),
        ],
    )
    def test_are_rough_where_slips_alone_part_them(self, one: str, other: str) -> None:
        assert rough(named(one), named(other))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Theodore Maxwell", "Theodore Watson"),
            ("Li Na", "Li Nu"),
            ("Paul Roche", "Raul Rocher Vidal Martin Durand"),
            ("", "Maud Lestrade"),
        ],
    )
    def test_are_others_where_a_word_is_another(self, one: str, other: str) -> None:
        assert not rough(named(one), named(other))

    def test_rough_ones_with_more_in_common_are_suggested(self) -> None:
        (pair,) = suggested(
            card("1", "Theodore Maxwell", email="t.max@house.example", born="1982-10-19"),
            card("2", "Thedore Mxwell", email="t.max@house.example", born="1982-10-19"),
        )
        assert pair.names is Like.ROUGH
        assert pair.because == (Sign.EMAIL, Sign.BIRTHDAY)
        assert pair.against == ()

    def test_rough_ones_alone_are_not(self) -> None:
        cards = (card("1", "Theodore Maxwell", town="Leeds"), card("2", "Thedore Mxwell"))
        assert suggested(*cards) == []

    def test_of_one_word_tell_less(self) -> None:
        """Two records, one with a given name only and one with a family name only."""
        email, born = "m.lestrade@gmail.com", "1982-10-19"
        (pair,) = suggested(
            card("1", "Maud", email=email, born=born), card("2", "Lestrade", email=email, born=born)
        )
        assert pair.names is Like.OTHER
        assert suggested(card("1", "Maud", email=email), card("2", "Paul", email=email)) == []


class TestSlips:
    @pytest.mark.parametrize(
        ("one", "other", "slips"),
        [
            ("maud", "maud", 0),
            ("maud", "muad", 1),
            ("maud", "mud", 1),
            ("maud", "maude", 1),
            ("maud", "meud", 1),
            ("maud", "mdua", 2),
            ("kitten", "sitting", 3),
        ],
    )
    def test_are_counted(self, one: str, other: str, slips: int) -> None:
        assert within(one, other, slips)
        assert within(other, one, slips)
        if slips:
            assert not within(one, other, slips - 1)

    def test_are_not_counted_to_the_end_where_there_are_too_many(self) -> None:
        assert not within("abcdefgh", "zyxwvuts", 2)


def test_those_of_one_year_and_one_word_meet() -> None:
    told = {
        1: Facet(names=(names.parse("Maud Lestrade"),), birthdays=("1982-10-19",)),
        2: Facet(names=(names.parse("Lestrade Maude"),), birthdays=("1982-02-07",)),
        3: Facet(names=(names.parse("Maud Lestrade"),), birthdays=("--10-19",)),
        4: Facet(names=(names.parse("Maud Lestrade"),)),
        5: Facet(birthdays=("1982-10-19",)),
    }
    assert [1, 2] in list(of_one_year(told))
    assert all(set(some) <= {1, 2} for some in of_one_year(told))
