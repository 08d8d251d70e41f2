"""What happened with somebody: calls, conversations and activities as encounters."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from zoneinfo import ZoneInfo

from entregent.domain.facts import MOST_RECIPIENTS, Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Stated
from entregent.domain.words import Channel
from entregent.exchange.monica.contacts import Contact
from entregent.exchange.monica.document import (
    Record,
    collection,
    day,
    properties,
    text,
    word,
    yes,
)


class Happenings:
    """Encounters read so far, and what in them cannot be read."""

    def __init__(self, kinds: Mapping[str, Record], zone: ZoneInfo) -> None:
        """Keep the account's types of addresses, by uuid, and the owner's zone."""
        self.facts: list[Stated] = []
        self.problems: list[Problem] = []
        self._kinds = kinds
        self._keys: set[str] = set()
        self._zone = zone

    def of(self, one: Contact) -> None:
        """Read the calls and conversations of a contact."""
        for value in map(properties, collection(one.fields, "call")):
            theirs = yes(value, "contact_called")
            self._meet(one, value, "called_at", Channel.CALLED, theirs=theirs)
        for value in map(properties, collection(one.fields, "conversation")):
            kind = word(self._kinds.get(word(value, "contact_field_type"), {}), "type")
            channel = Channel.WROTE if kind == "email" else Channel.MESSAGED
            messages = [properties(each) for each in _messages(value)]
            for each in messages:
                dated = {"happened_at": value.get("happened_at"), **each}
                at = "written_at" if each.get("written_at") else "happened_at"
                mine = yes(each, "written_by_me")
                self._meet(one, dated, at, channel, theirs=not mine)

    def together(self, where: str, value: Record, people: Sequence[Contact]) -> None:
        """Read an activity of the owner with `people`, in the record of the first of them.

        With too many it is no encounter. `where` is its own place, should it be unreadable.
        """
        here = [one.person for one in people if one.person != ME]
        if not 1 <= len(here) <= MOST_RECIPIENTS:
            return
        try:
            on = day(value.get("happened_at"), self._zone)
        except ValueError as error:
            self.problems.append(Problem(where, "import.bad-date", {"text": str(error)}))
            return
        note = word(value, "summary")
        for one, other in combinations([ME, *here], 2):
            key = _key(word(value, "uuid") or f"{on} {note}", one, other)
            met = Encounter(one, other, on, Channel.MET, note=note, key=key)
            self.facts.append(Stated(people[0].record, met))

    def _meet(
        self, one: Contact, value: Record, at: str, channel: Channel, *, theirs: bool
    ) -> None:
        if one.person == ME:
            return
        try:
            on = day(value.get(at), self._zone)
        except ValueError as error:
            self.problems.append(Problem(one.record, "import.bad-date", {"text": str(error)}))
            return
        source, target = (one.person, ME) if theirs else (ME, one.person)
        called = channel is Channel.CALLED
        note = text(value, "content") if called else ""
        what = word(value, "uuid") or f"{on} {note}" if called else f"{channel} {on}"
        key = _key(what, source, target)
        met = Encounter(source, target, on, channel, note=note, key=key)
        if key not in self._keys:
            self._keys.add(key)
            self.facts.append(Stated(one.record, met))


def _messages(conversation: Record) -> Iterator[object]:
    held = conversation.get("messages")
    yield from held if isinstance(held, list) else ()


def _key(what: str, one: PersonId, other: PersonId) -> str:
    """Return what makes an encounter unique in every export that holds it, and tells nothing."""
    parts = f"{what}\n{one}\n{other}"
    return f"monica:{blake2b(parts.encode(errors='replace'), digest_size=12).hexdigest()}"
