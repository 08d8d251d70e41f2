"""What is derived of facts and kept beside them: portraits and words to search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from entregent.domain.facts import Encounter
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.people import Person
from entregent.domain.portrait import traits
from entregent.domain.tellings import Told
from entregent.domain.text import fold
from entregent.store.codec import clean, writer
from entregent.store.plain import FAR

_WRITE_PERSON = writer(Person)
_SEARCHED = (
    *("names", "emails", "urls", "phones", "sectors", "circles", "tags", "projects", "topics"),
)
_FREE_WORDS = ("text", "because", "since", "where", "note")


class Drawn(NamedTuple):
    """What is kept of a person beside the facts: the portrait as JSON, and the words to search."""

    portrait: str
    search: str


UNDRAWN = Drawn("", "")


@dataclass(slots=True)
class Known:
    """What the book holds of one person: entries about them, and words of shared facts.

    `remarks` are the free words of facts and encounters that name them in either place.
    """

    entries: list[Told] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def draw(person: PersonId, known: Known, order: Mapping[BatchId, int]) -> Drawn:
    """Return the portrait as JSON, and the folded words under which the person is found."""
    told = traits(person, known.entries, order=order)
    return Drawn(clean(_WRITE_PERSON(told)), searchable(told, known.remarks))


def remarks(fact: object) -> list[str]:
    """Return the free words of a fact or an encounter."""
    kind: type = type(fact)
    return [words for name in _free_words(kind) if (words := getattr(fact, name))]


@cache
def _free_words(kind: type) -> tuple[str, ...]:
    return tuple(name for name in _FREE_WORDS if hasattr(kind, name))


def searchable(told: Mapping[str, Any], said: Iterable[str]) -> str:
    """Return every word under which a person of these traits is found, folded, a line each.

    Phone numbers are also given without their spaces.
    """
    words: list[str] = [told["name"]]
    for trait in _SEARCHED:
        if trait in told:
            words += told[trait]
    words.append(told.get("title", ""))
    words += ["".join(filter(str.isalnum, phone)) for phone in told.get("phones", ())]
    for held in told.get("positions", ()):
        words += (held.company, held.title)
    words += [value for _, value in told.get("details", ())]
    words += said
    return clean("\n".join(dict.fromkeys(folded for word in words if (folded := fold(word)))))


def exponent(day: float, landmark: float, half_life_days: float) -> float:
    """Return how many half-lives a day lies after the landmark, within what a float can raise."""
    return max(-FAR, min(FAR, (day - landmark) / half_life_days))


def shared_with(encounter: Encounter, owner: PersonId) -> list[PersonId]:
    """Return those under whom an encounter's words are found: never the owner, who has them all."""
    both = dict.fromkeys((encounter.person, encounter.other))
    return [one for one in both if one != owner]
