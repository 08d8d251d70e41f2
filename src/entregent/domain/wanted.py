"""What a person writes down of their needs, before the book says who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from entregent.domain.reading import Problem
from entregent.domain.words import Kind


class Aim(StrEnum):
    """What a need aims at, as the file of needs calls it."""

    PERSON = "person"
    COMPANY = "company"
    SECTOR = "sector"
    TOPIC = "topic"
    FRIENDS = "friends"
    """Close friends: what an ask for ideas aims at that names nobody."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One need as it was written; `words` name whom or what it aims at.

    `id` is the owner's own word for it, `importance` runs from 1 to 5, `place` says where in the
    file it stands.
    """

    id: str
    kind: Kind
    aim: Aim
    words: str = ""
    importance: int = 3
    purpose: str = ""
    by: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A need that cannot be planned as it is written, and what is wrong with it."""

    id: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """A file of needs: those that can be read, those that cannot, and what was passed over.

    `pace` holds what the owner set of their own pace, by the names of `Pace`.
    """

    wanted: tuple[Wanted, ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[Problem, ...] = ()
    pace: Mapping[str, int] = field(default_factory=dict)
