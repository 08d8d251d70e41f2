"""Somebody in the making, while the pieces of a line are given out."""

from dataclasses import dataclass, field

from entregent.coach.capture.pieces import Kind
from entregent.coach.capture.said import Contact, Encountered, Next, Promise


@dataclass(slots=True)
class Person:
    """Somebody in the making; `linked` by "and" to the one before, `joined` right after them."""

    name: str = ""
    she: bool | None = None
    company: str = ""
    role: str = ""
    topics: list[str] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    next: Next | None = None
    contact: Contact = field(default_factory=Contact)
    place: int = 0
    link: Kind | None = None
    joined: bool = False
    linked: bool = False


def merged(first: Next | None, second: Next) -> Next:
    """Return a meeting told in two pieces as one: what, and when."""
    if first is None:
        return second
    if first.day is None and second.day is not None and not second.what:
        return Next(first.what, second.day)
    if not first.what:
        return Next(second.what, first.day or second.day)
    if first.day is None and second.day is not None:
        return Next(f"{first.what} {second.what}", second.day)
    return first


def finished(person: Person) -> Encountered:
    """Return somebody as the line tells of them."""
    return Encountered(
        person.name,
        person.company,
        person.role,
        tuple(person.topics),
        tuple(person.promises),
        person.next,
        person.contact,
    )
