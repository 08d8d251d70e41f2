"""A message somebody sent me, as it was read: who wrote, when, and what it says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sent(StrEnum):
    """How a message came to me."""

    BY_PERSON = "by-person"
    BY_MACHINE = "by-machine"
    """A newsletter, an automatic reply: nobody in particular wrote it."""
    TO_A_LIST = "to-a-list"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote, as the message names them; empty is unknown."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message. `text` is plain, with its quotes and its signature; `on` None is unknown.

    `inner` is a message that came with it as a file.
    """

    writer: Writer
    text: str
    subject: str = ""
    on: date | None = None
    sent: Sent = Sent.BY_PERSON
    inner: "Letter | None" = None
