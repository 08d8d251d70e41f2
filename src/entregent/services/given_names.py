"""The name one calls somebody by."""

from entregent.domain.people import Person
from entregent.domain.words import Said


def given_name(person: Person) -> str:
    """Return the name one would call somebody by, as it is written."""
    told = next((value for said, value in person.details if said is Said.GIVEN), "")
    if told:
        return told
    last, comma, first = person.name.partition(",")
    words = (first if comma and first.strip() else last).split()
    calm = [word for word in words if not (len(word.strip(".")) > 1 and word.isupper())]
    return (calm or words or [""])[0]
