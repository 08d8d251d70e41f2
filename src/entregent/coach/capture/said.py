"""What a line says of the people it is about, in the line's own words."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class By(StrEnum):
    """Who promised."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody is to do; `what` begins with the verb, if one was typed."""

    by: By
    what: str


@dataclass(frozen=True, slots=True)
class Next:
    """The next meeting or call agreed; `day` is None where none is said."""

    what: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How they may be reached, as typed; what was not given is empty."""

    email: str = ""
    phone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Encountered:
    """Somebody met, as one line tells of them; what it does not tell is empty."""

    name: str = ""
    company: str = ""
    role: str = ""
    topics: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    next: Next | None = None
    contact: Contact = field(default_factory=Contact)


@dataclass(frozen=True, slots=True)
class Understood:
    """What one line says: the people, and in `note` the words that told nothing of the rest."""

    encounters: tuple[Encountered, ...] = ()
    note: str = ""
