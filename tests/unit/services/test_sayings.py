"""Sayings: what the book already says, also of two who turn out to be one."""

import pytest

from entregent.domain.facts import Detail, Need
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.words import Origin, Said
from entregent.services.sayings import Sayings

LEA, DOUBLE = PersonId("lea"), PersonId("double")
EARLY, LATE = BatchId("1"), BatchId("2")


def title(person, value):
    return Detail(person, Said.TITLE, value)


@pytest.mark.parametrize(
    ("mine", "theirs", "standing"),
    [
        (EARLY, LATE, {"Buyer"}),
        (LATE, EARLY, {"Engineer"}),
        (EARLY, EARLY, {"Engineer", "Buyer"}),
    ],
)
def test_of_two_who_are_one_the_later_word_stands(mine, theirs, standing):
    said = Sayings(tuple)
    said.learn(title(LEA, "Engineer"), Origin.VCARD, mine)
    said.learn(title(DOUBLE, "Buyer"), Origin.VCARD, theirs)
    said.join(DOUBLE, LEA)
    titles = {"Engineer", "Buyer"}
    assert {one for one in titles if said.holds(title(LEA, one), Origin.VCARD)} == standing


def test_what_stands_beside_its_like_is_said_of_the_one_who_stays():
    said = Sayings(tuple)
    said.learn(Need(DOUBLE, "un logo"), Origin.JOURNAL, EARLY)
    said.join(DOUBLE, LEA)
    assert said.holds(Need(LEA, "un logo"), Origin.JOURNAL)
    assert not said.holds(Need(LEA, "un site"), Origin.JOURNAL)
