"""The directory: whoever is known is found by any handle."""

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.identity.directory import Directory

ME, LEA = PersonId("me"), PersonId("lea")


def test_a_name_without_a_letter_names_nobody():
    known = Directory([Person(LEA, "Léa", names=("Léa Martin", "***"))], ME)
    assert known.by("name", "lea martin") == {LEA}
    assert known.by("name", "") == set()
    assert list(known.known[LEA].names) == ["lea martin"]
