"""The name one calls somebody by."""

from itertools import dropwhile

from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.words import Said
from entregent.identity.lexicon import lexicon


def given_name(person: Person) -> str:
    """Return the name one would call somebody by, as it is written.

    It is empty where only a title and a family name are known ("Mme Lefèvre").
    """
    told = next((value for said, value in person.details if said is Said.GIVEN), "")
    if told:
        return told
    last, comma, first = person.name.partition(",")
    told_as = (first if comma and first.strip() else last).split()
    words = list(dropwhile(_styles, told_as))
    if len(words) == 1 < len(told_as):
        return ""
    calm = [word for word in words if not (len(word.strip(".")) > 1 and word.isupper())]
    return (calm or words or [""])[0]


def _styles(word: str) -> bool:
    return fold(word).strip(".") in lexicon().titles
