"""Who takes part in an event."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from icalendar import Event, vCalAddress

from entregent.domain.facts import MOST_RECIPIENTS
from entregent.exchange.mail.headers import words
from entregent.exchange.mail.people import is_machine

_ADDRESS = re.compile(
    r"(?:mailto:)?\s*([^\s@<>:;,\"]+@[^\s@<>:;,\"]+\.[^\s@<>:;,\".]+)", re.IGNORECASE
)
_THINGS = frozenset({"ROOM", "RESOURCE", "GROUP"})


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at an event, by an address in lower case; the name may be empty."""

    address: str
    name: str = ""


Invited: TypeAlias = tuple[Guest, bool]
"""Somebody an event names, with whether they may have come."""


def guests(event: Event) -> tuple[Guest, ...]:
    """Return who came or may have come to an event, as `among` does."""
    return among(_said(event, "ORGANIZER"), _said(event, "ATTENDEE"))


def among(organisers: Sequence[Invited], attendees: Sequence[Invited]) -> tuple[Guest, ...]:
    """Return who came or may have come, organiser first; nobody when they were too many.

    Rooms, groups, machines and those who declined are left out. Whoever keeps the calendar is
    among the guests of an event that has an organiser; nobody else then means no meeting.
    """
    declined = {guest.address for guest, came in attendees if not came}
    found: dict[str, Guest] = {}
    for guest, _ in (*organisers, *attendees):
        if guest.address not in declined:
            named = found.get(guest.address)
            found[guest.address] = named if named and named.name else guest
    others = len(found) - bool(organisers)
    return tuple(found.values()) if 1 <= others <= MOST_RECIPIENTS else ()


def invited(value: str, params: Mapping[str, str]) -> Invited | None:
    """Return whom a property names by its value and upper-case parameters; None for a thing."""
    guest = _guest(value, params)
    if guest is None:
        return None
    declined = params.get("PARTSTAT", "").upper() == "DECLINED"
    absent = params.get("ROLE", "").upper() == "NON-PARTICIPANT"
    return guest, not (declined or absent)


def _said(event: Event, name: str) -> list[Invited]:
    values = event.get(name, [])
    people = []
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, vCalAddress):
            params = {key.upper(): str(word) for key, word in value.params.items()}
            people.append(invited(str(value), params))
    return [one for one in people if one is not None]


def _guest(value: str, params: Mapping[str, str]) -> Guest | None:
    address = _ADDRESS.fullmatch(value.strip()) or _ADDRESS.fullmatch(params.get("EMAIL", ""))
    if address is None or params.get("CUTYPE", "").upper() in _THINGS:
        return None
    name = words(params.get("CN", ""))
    guest = Guest(address[1].lower(), "" if "@" in name else name)
    return None if is_machine(guest.address, guest.name) else guest
