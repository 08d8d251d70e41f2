"""What every verb works with, gathered so that a verb's own arguments stay few."""

from dataclasses import dataclass, field
from datetime import date, datetime

from entregent.services.ports import Book, Ids
from entregent.services.reference import Reference
from entregent.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """A book open on a day: `today` is the owner's, `now` the same instant in UTC.

    `reference` holds what is known of the world beside the book; without it, nothing.
    """

    book: Book
    ids: Ids
    today: date
    now: datetime
    settings: Settings
    reference: Reference = field(default_factory=Reference)
