"""Who takes part in an event."""

import re
from dataclasses import dataclass

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


def guests(event: Event) -> tuple[Guest, ...]:
    """Return who came or may have come, organiser first; nobody when they were too many.

    Rooms, groups, machines and those who declined are left out. Whoever keeps the calendar is
    among the guests of an event that has an organiser; nobody else then means no meeting.
    """
    organisers, attendees = _said(event, "ORGANIZER"), _said(event, "ATTENDEE")
    declined = {guest.address for guest, came in attendees if not came}
    found: dict[str, Guest] = {}
    for guest, _ in (*organisers, *attendees):
        if guest.address not in declined:
            named = found.get(guest.address)
            found[guest.address] = named if named and named.name else guest
    others = len(found) - bool(organisers)
    return tuple(found.values()) if 1 <= others <= MOST_RECIPIENTS else ()


def _said(event: Event, name: str) -> list[tuple[Guest, bool]]:
    """Return the people a property names, each with whether they may have come."""
    values = event.get(name, [])
    people = []
    for value in values if isinstance(values, list) else [values]:
        if not isinstance(value, vCalAddress):
            continue
        params = {key.upper(): str(word) for key, word in value.params.items()}
        guest = _guest(str(value), params)
        if guest is not None:
            declined = params.get("PARTSTAT", "").upper() == "DECLINED"
            absent = params.get("ROLE", "").upper() == "NON-PARTICIPANT"
            people.append((guest, not (declined or absent)))
    return people


def _guest(value: str, params: dict[str, str]) -> Guest | None:
    address = _ADDRESS.fullmatch(value.strip()) or _ADDRESS.fullmatch(params.get("EMAIL", ""))
    if address is None or params.get("CUTYPE", "").upper() in _THINGS:
        return None
    name = words(params.get("CN", ""))
    guest = Guest(address[1].lower(), "" if "@" in name else name)
    return None if is_machine(guest.address, guest.name) else guest
