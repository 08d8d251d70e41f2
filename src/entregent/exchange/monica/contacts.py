"""A contact of Monica as a card: how it is called and reached, and what was noted of it.

What is another's money, body or household has no word here: it is kept beside the card, without
amounts, and used in nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Job
from entregent.domain.words import Said
from entregent.exchange.monica.document import (
    Record,
    collection,
    day,
    properties,
    text,
    word,
    yes,
)
from entregent.exchange.owner import is_number

_PLAIN = ("food_preferences", "stay_in_touch_frequency", "stay_in_touch_trigger_date")
_ADDRESS = ("street", "postal_code", "city", "province", "country")


@dataclass(frozen=True, slots=True, eq=False)
class Contact:
    """A contact with its place in the file; `person` is how facts call it."""

    number: int
    uuid: str
    person: PersonId
    fields: Record

    @property
    def record(self) -> str:
        """Return the record's name."""
        return f"card={self.number}"

    @property
    def partial(self) -> bool:
        """Whether it only stands for somebody's relative, without a page of its own."""
        return yes(self.fields, "is_partial")

    @property
    def name(self) -> str:
        """Return the whole name."""
        parts = (word(self.fields, f"{part}_name") for part in ("first", "middle", "last"))
        return " ".join(filter(None, parts))


def contact(number: int, value: object, me: str) -> Contact | None:
    """Return a contact of the file; None for what is no record."""
    fields = properties(value)
    if not fields:
        return None
    uuid = word(fields, "uuid") or f"card={number}"
    return Contact(number, uuid, ME if uuid == me else PersonId(f"monica={uuid}"), fields)


def card(
    one: Contact,
    kinds: Mapping[str, Record],
    zone: ZoneInfo,
    relatives: Iterable[tuple[str, str]] = (),
) -> tuple[Card, list[str]]:
    """Return a contact's card, and the dates in it that cannot be read.

    `kinds` are the account's types of addresses, by uuid; `relatives` who only stands for
    somebody this one is related to, each with the kind of relationship.
    """
    fields, bad = one.fields, _Bad(zone)
    reached = _Reached()
    for value in collection(fields, "contact_field"):
        reached.take(properties(value), kinds)
    job = Job(word(fields, "company"), word(fields, "job"))
    details = [
        *((Said.NOTE, note) for note in _notes(fields)),
        *((Said.TAG, tag) for tag in _tags(fields)),
        *((Said.PLACE, place) for place in _places(fields)),
        *((Said.BIRTHDAY, on) for on in _special(fields, "birthdate", bad)),
    ]
    return Card(
        ref=one.person,
        record=one.record,
        names=tuple(dict.fromkeys(filter(None, (one.name, word(fields, "nickname"))))),
        given=word(fields, "first_name"),
        family=word(fields, "last_name"),
        emails=tuple(reached.emails),
        phones=tuple(reached.phones),
        urls=tuple(reached.urls),
        jobs=(job,) if job.company or job.title else (),
        details=tuple((said, value) for said, value in details if value),
        extra=_extra(fields, (*reached.others, *relatives), bad),
        known=True,
    ), bad.dates


class _Bad:
    """Reads days, and keeps those that cannot be read."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.dates: list[str] = []
        self._zone = zone

    def day(self, value: object) -> str:
        """Return `YYYY-MM-DD`; nothing for a date that is missing or cannot be read."""
        if value in (None, ""):
            return ""
        try:
            return day(value, self._zone).isoformat()
        except ValueError as error:
            self.dates.append(str(error))
            return ""


class _Reached:
    """How somebody is reached, sorted by what it is rather than by what it is called."""

    def __init__(self) -> None:
        self.emails: dict[str, None] = {}
        self.phones: dict[str, None] = {}
        self.urls: dict[str, None] = {}
        self.others: list[tuple[str, str]] = []

    def take(self, field: Record, kinds: Mapping[str, Record]) -> None:
        """Take in one address of some kind."""
        kind = kinds.get(word(field, "type"), {})
        data, name = word(field, "data"), word(kind, "name") or word(field, "type")
        usual = f"{word(kind, 'type')} {word(kind, 'protocol')} {name}".lower()
        if not data:
            return
        if re.match(r"(?:https?://|www\.)\S+\.\S+", data) or "linkedin.com/" in data.lower():
            self.urls[data] = None
        elif "mail" in usual or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", data):
            self._email(data, name)
        elif is_number(data) or "phone" in usual:
            self.phones[data.removeprefix("tel:")] = None
        else:
            self.others.append((name or "address", data))

    def _email(self, data: str, name: str) -> None:
        address = data.removeprefix("mailto:")
        if "@" in address:
            self.emails[address] = None
        else:
            self.others.append((name or "email", data))


def _notes(fields: Record) -> Iterator[str]:
    yield text(fields, "description")
    for value in collection(fields, "note"):
        yield text(properties(value), "body")


def _tags(fields: Record) -> Iterator[str]:
    tags = fields.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        yield word({"tag": tag}, "tag") or word(properties(tag), "name")


def _places(fields: Record) -> Iterator[str]:
    for value in collection(fields, "address"):
        parts = (word(properties(value), part) for part in _ADDRESS)
        yield ", ".join(filter(None, parts))


def _special(fields: Record, key: str, bad: _Bad) -> Iterator[str]:
    """Yield a special date as far as it is known: a guessed age gives a year, no year no year."""
    value = properties(fields.get(key))
    on = bad.day(value.get("date"))
    if not on:
        return
    if yes(value, "is_age_based"):
        yield on[:4]
    elif yes(value, "is_year_unknown"):
        yield f"-{on[4:]}"
    else:
        yield on


def first_met(one: Contact, zone: ZoneInfo) -> str:
    """Return when the owner first met somebody, as far as it is known."""
    return next(_special(one.fields, "first_met_date", _Bad(zone)), "")


def _extra(fields: Record, others: Iterable[tuple[str, str]], bad: _Bad) -> dict[str, str]:
    """Return what we have no word for, by its name in the export, several values on lines."""
    kept: dict[str, list[str]] = {}
    for name, value in (*_plain(fields, bad), *others, *_kept(fields)):
        if value:
            kept.setdefault(name, []).append(value)
    return {name: "\n".join(values) for name, values in kept.items()}


def _plain(fields: Record, bad: _Bad) -> Iterator[tuple[str, str]]:
    for name in _PLAIN:
        yield name, word(fields, name)
    yield "last_talked_to", bad.day(fields.get("last_talked_to"))
    for name in ("is_starred", "is_dead"):
        yield name, "yes" if yes(fields, name) else ""
    for on in _special(fields, "deceased_date", bad):
        yield "deceased_date", on


def _kept(fields: Record) -> Iterator[tuple[str, str]]:
    for kind, names in _KEPT.items():
        for value in map(properties, collection(fields, kind)):
            parts = (word(value, name)[: _DAY if name in _DAYS else None] for name in names)
            yield kind, " ".join(filter(None, parts))
    for value in map(properties, collection(fields, "debt")):
        yield "debt", f"{'mine' if yes(value, 'in_debt') else 'theirs'} {word(value, 'status')}"


_KEPT = {
    "gift": ("date", "status", "name", "comment", "url"),
    "reminder": ("initial_date", "title", "description", "frequency_number", "frequency_type"),
    "task": ("completed_at", "title", "description"),
    "life_event": ("happened_at", "name", "note"),
    "pet": ("name", "category"),
}
_DAYS = frozenset({"date", "initial_date", "completed_at", "happened_at"})
_DAY = len("2026-03-01")
