"""Monica's export as a reading: each contact is a record, `card=N`."""

import json
import re
from collections.abc import Mapping
from mmap import mmap
from typing import Any
from zoneinfo import ZoneInfo

from entregent.domain.facts import LeftOut
from entregent.domain.ids import ME
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Origin
from entregent.exchange.bounds import is_too_much
from entregent.exchange.monica.contacts import Contact, card, contact
from entregent.exchange.monica.document import (
    Record,
    collection,
    instance,
    properties,
    word,
    yes,
)
from entregent.exchange.monica.happenings import Happenings
from entregent.exchange.monica.ties import Ties
from entregent.exchange.text import decode

ORIGIN = Origin.MONICA

_JSON = re.compile(r'\s*\{(?=.*"account"\s*:)(?=.*"(?:app_version|exported_by|export_date)"\s*:)')
_PREVIEW = re.compile(r'\s*\{(?=.*"version"\s*:\s*"1\.0-preview)')
_SQL = re.compile(r"(?is)(?=.*INSERT IGNORE INTO)(?=.*(?:monica|accounts|contacts))")


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - all alike
    """Tell whether a file that starts with `head` is an export of Monica, in JSON or SQL."""
    text = decode(head).lstrip("\ufeff")
    plain = text.replace("\n", " ").replace("\r", " ")
    return bool(_JSON.match(plain) or _PREVIEW.match(plain)) or _is_sql(text)


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:
    """Read people, encounters, and who knows whom. Diaries, photos and secrets are left alone.

    A contact that only stands for somebody's relative is kept with that somebody, unless it is
    met, reached or named elsewhere too. Who has died is kept and never suggested.
    """
    text = decode(bytes(data))
    if is_too_much(text):
        return Reading(path, ORIGIN, 0, problems=(Problem("", "import.too-big"),))
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        what = "monica.sql" if _is_sql(text[:_GLANCE]) else "monica.not-an-export"
        return Reading(path, ORIGIN, 0, problems=(Problem("", what),))
    account = document.get("account", document) if isinstance(document, dict) else None
    if not isinstance(account, dict) or not isinstance(account.get("data"), list | dict):
        return Reading(path, ORIGIN, 0, problems=(Problem("", "monica.not-an-export"),))
    return _Export(account, document, zone).reading(path)


_GLANCE = 65536


def _is_sql(text: str) -> bool:
    return not text.lstrip().startswith("{") and _SQL.match(text) is not None


class _Export:
    """One account, read collection by collection."""

    def __init__(self, account: Record, document: Record, zone: ZoneInfo) -> None:
        self._account = account
        self._zone = zone
        self._kinds = instance(account, "contact_field_types")
        self._user = _user(account, word(document, "exported_by"))
        self._problems: list[Problem] = []
        self._read = 0
        self._contacts = self._all_contacts()

    def reading(self, path: str) -> Reading:
        """Return what the export says."""
        met = self._activities()
        ties = Ties(self._contacts)
        for number, value in enumerate(collection(self._account, "relationship"), start=1):
            if not ties.relate(properties(value)):
                self._trouble(f"relationship={number}", "monica.nobody")
        people = self._people(met)
        happened = Happenings(self._kinds, self._zone)
        relatives = ties.relatives()
        cards, facts = self._owner(), []
        for one in people:
            made, bad = card(one, self._kinds, self._zone, relatives.get(one.uuid, ()))
            if not (made.names or made.emails or made.phones or made.urls or one.person == ME):
                self._problems.append(Problem(one.record, "monica.no-name"))
                continue
            cards.append(made)
            self._problems += [
                Problem(one.record, "import.bad-date", {"text": text}) for text in bad
            ]
            if yes(one.fields, "is_dead") and one.person != ME:
                facts.append(Stated(one.record, LeftOut(one.person)))
            happened.of(one)
        for number, (value, with_whom) in enumerate(met.values(), start=1):
            happened.together(f"activity={number}", value, with_whom)
        refs = {made.ref for made in cards} | {ME}
        told = [*facts, *ties.stated(people, self._zone), *happened.facts]
        kept = tuple(stated for stated in told if _sides(stated) <= refs)
        problems = (*self._problems, *happened.problems)
        late = {one.where for one in happened.problems if one.where.startswith("activity=")}
        return Reading(path, ORIGIN, self._read + len(late), tuple(cards), kept, problems)

    def _all_contacts(self) -> dict[str, Contact]:
        me = word(properties(self._user), "me_contact")
        contacts: dict[str, Contact] = {}
        for number, value in enumerate(collection(self._account, "contact"), start=1):
            self._read += 1
            one = contact(number, value, me)
            if one is None or one.uuid in contacts:
                self._problems.append(Problem(f"card={number}", "monica.bad-contact"))
            else:
                contacts[one.uuid] = one
        return contacts

    def _trouble(self, where: str, what: str) -> None:
        """Note a problem of what is no contact, which counts as a record of its own."""
        self._read += 1
        self._problems.append(Problem(where, what))

    def _activities(self) -> dict[str, tuple[Record, list[Contact]]]:
        """Return each activity with the contacts that took part, by uuid."""
        values = map(properties, collection(self._account, "activity"))
        found: dict[str, tuple[Record, list[Contact]]] = {}
        for value in values:
            found[word(value, "uuid")] = (value, [])
        for one in self._contacts.values():
            held = (uuid for uuid in collection(one.fields, "activity") if isinstance(uuid, str))
            for uuid in dict.fromkeys(held):
                if uuid in found:
                    found[uuid][1].append(one)
        return found

    def _people(self, met: Mapping[str, tuple[Record, list[Contact]]]) -> list[Contact]:
        """Return the contacts, of the stubs only those that are more than somebody's relative."""
        everybody = self._contacts.values()
        needed = {word(one.fields, "first_met_through") for one in everybody}
        needed |= {one.uuid for _, with_whom in met.values() for one in with_whom}
        needed |= {one.uuid for one in everybody if collection(one.fields, "contact_field")}
        return [one for one in everybody if not one.partial or one.uuid in needed]

    def _owner(self) -> list[Card]:
        """Return the card of whoever made the export, as `user=1`; nothing else is kept of them."""
        given, family = word(self._user, "first_name"), word(self._user, "last_name")
        name, address = f"{given} {family}".strip(), word(self._user, "email")
        if not (name or "@" in address):
            return []
        self._read += 1
        emails = (address,) if "@" in address else ()
        names = (name,) if name else ()
        return [Card(ME, "user=1", names, given=given, family=family, emails=emails)]


def _user(account: Record, exported_by: str) -> dict[str, Any]:
    """Return the user who made the export: the one named, or the only one."""
    users = [dict(properties(value)) for value in collection(account, "user")]
    named = [one for one in users if exported_by in (word(one, "uuid"), word(one, "email"))]
    found = named or (users if len(users) == 1 else [])
    return found[0] if found else {}


def _sides(stated: Stated) -> set[object]:
    sides = (getattr(stated.fact, side, None) for side in ("person", "other"))
    return {side for side in sides if side is not None}
