"""Looking back at an event: lines become people and promises, one by one, as the owner says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from entregent.coach.capture.said import Encountered
from entregent.coach.debrief.becoming import Evening, facts_of
from entregent.domain.events import Captured, Debriefed, Event, Guest, Mode, Remembered
from entregent.domain.facts import Detail, Encounter, Fact, Tied
from entregent.domain.ids import BatchId, EventId, FactId, PersonId
from entregent.domain.people import Person
from entregent.domain.text import fold, tokens
from entregent.domain.words import Address, Context, Said
from entregent.services.desk import Desk
from entregent.services.events.capturing import Line as Told
from entregent.services.events.capturing import captured
from entregent.services.events.guests import guests
from entregent.services.events.keeping import events, which_event
from entregent.services.events.recognising import recognise, same_house
from entregent.services.meant import who
from entregent.services.pacts import Standing, pacts
from entregent.services.ports import BookError
from entregent.services.recording import record

_A_DAY = timedelta(days=1)
_NEW = frozenset({"new", "nouveau"})


class Fate(StrEnum):
    """What became of a line's encounter."""

    OPEN = "open"
    KEPT = "kept"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Line:
    """One encounter of a line typed at an event; `number` names it, the same every time.

    `person` is whom it became or surely means; `perhaps` those of whom it may mean one, `listed`
    a fuller name on the event's list.
    """

    number: int
    id: FactId
    place: int
    captured: Captured
    met: Encountered
    day: date
    """The day on which we met."""
    fate: Fate = Fate.OPEN
    person: Person | None = None
    perhaps: tuple[Person, ...] = ()
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Debrief:
    """An event looked back at; `listed` tells whether a list of its guests is still there."""

    event: Event
    lines: tuple[Line, ...]
    pacts: tuple[Standing, ...] = ()
    listed: Literal["listed", "unlisted"] = "unlisted"
    well: str = ""
    note: str = ""

    @property
    def open(self) -> tuple[Line, ...]:
        """The lines nothing was said of yet."""
        return tuple(line for line in self.lines if line.fate is Fate.OPEN)

    @property
    def kept(self) -> tuple[Line, ...]:
        """The lines that became people."""
        return tuple(line for line in self.lines if line.fate is Fate.KEPT)

    def ends(self, line: Line) -> bool:
        """Tell the last of the lines that became one person."""
        who = [one.number for one in self.kept if one.person and line.person == one.person]
        return who[-1:] == [line.number]

    def line(self, number: int) -> Line:
        """Return the line of a number; raises BookError: event.no-line."""
        found = next((line for line in self.lines if line.number == number), None)
        if found is None:
            raise BookError("event.no-line", number=str(number))
        return found


def looked_back_at(desk: Desk, words: str = "") -> Event:
    """Return the event meant by words; without, the last there was.

    Lines typed since, at no event, are an event of their own without a name and an id. Raises
    BookError as `which_event` does.
    """
    past = [event for event in events(desk) if event.day <= desk.today]
    if words.strip():
        return which_event(desk, words)
    astray = _astray(desk)
    if astray and not (past and astray[-1].captured.on - past[-1].day <= _A_DAY):
        return Event(EventId(""), "", astray[-1].captured.on)
    return past[-1] if past else which_event(desk)


def _astray(desk: Desk) -> list[Told]:
    """Return the lines that belong to no event, of the last day on which one was typed."""
    lines = [line for line in captured(desk) if line.captured.event is None]
    return [line for line in lines if lines[-1].captured.on - line.captured.on <= _A_DAY]


def debrief(desk: Desk, event: Event) -> Debrief:
    """Return an event with its lines, each with whom it means and what became of it."""
    lines = captured(desk, event.event) if event.event else _astray(desk)
    told = [
        Line(0, line.id, place, line.captured, met, min(line.captured.on, event.day))
        for line in lines
        for place, met in enumerate(line.encounters)
    ]
    announced = guests(desk, event.event)
    said = _latest(desk, event)
    return Debrief(
        event,
        _recognised(desk, told, announced),
        tuple(one for one in pacts(desk) if one.pact.event == event.event),
        "listed" if announced else "unlisted",
        said.well,
        said.note,
    )


def keep(
    desk: Desk, seen: Debrief, number: int, named: str = "", address: Address | None = None
) -> tuple[Person, BatchId]:
    """Make a person of a line, or add it to one known: they were met, and what was said is kept.

    `named` is whom it means where the line leaves it open: a person of the book, "new", or the
    name of somebody new. Raises BookError: person.me, and those of `may_keep` and `meant.who`.
    """
    may_keep(seen, number, named)
    line, owner = seen.line(number), desk.book.owner
    person = _meant(desk, line, named)
    is_new = desk.book.person(person.id) is None
    facts: list[Fact] = [Detail(person.id, Said.NAME, person.name)] if is_new else []
    evening = Evening(line.day, seen.event.name)
    told = facts_of(line.met, person, owner, evening, desk.reference.deeds)
    facts += [fact for fact in told if not _is_known(desk, fact)]
    if address is not None:
        facts.append(Tied(person.id, owner, address=address))
    facts.append(Remembered(desk.today, line.id, line.place, person.id))
    people = (person.id,) if is_new else ()
    batch = record(desk, facts, f'debrief "{person.name}"', people=people)
    return who(desk, person.id), batch


def _is_known(desk: Desk, fact: Fact) -> bool:
    """Tell an encounter of which another line told before."""
    if not isinstance(fact, Encounter):
        return False
    same = (fact.on, fact.channel, fact.where)
    return any(
        (met.on, met.channel, met.where) == same for met, _, _ in desk.book.encounters(fact.other)
    )


def may_keep(seen: Debrief, number: int, named: str = "") -> None:
    """Refuse a line that is settled, or leaves open whom it means.

    Raises BookError: event.no-line, event.line-done, event.unsure, event.unnamed.
    """
    line = _to_settle(seen, number)
    if named.strip() and fold(named) not in _NEW:
        return
    if not named.strip() and line.person is None and line.perhaps:
        among = " · ".join(one.name for one in line.perhaps)
        raise BookError("event.unsure", number=str(number), name=line.met.name, among=among)
    if line.person is None and not line.met.name:
        raise BookError("event.unnamed", number=str(number))


def leave(desk: Desk, seen: Debrief, number: int) -> BatchId:
    """Leave a line aside; nobody is made of it.

    Raises BookError: event.no-line, event.line-done.
    """
    line = _to_settle(seen, number)
    return record(desk, [Remembered(desk.today, line.id, line.place)], "debrief skip")


def befriend(desk: Desk, seen: Debrief, number: int) -> BatchId:
    """Keep that somebody met may become a friend, because the owner says so.

    Whoever is known from work is both from then on. Raises BookError: event.no-line,
    event.not-kept.
    """
    line = seen.line(number)
    if line.fate is not Fate.KEPT or line.person is None:
        raise BookError("event.not-kept", number=str(number))
    context = Context.BOTH if _works(desk, seen, line, line.person) else Context.PERSONAL
    tie = Tied(line.person.id, desk.book.owner, context=context)
    return record(desk, [tie], f'tie "{line.person.name}"')


def tell(desk: Desk, seen: Debrief, well: str = "", note: str = "") -> BatchId:
    """Keep what went well, and a note to oneself; what is empty leaves earlier words standing."""
    said = Debriefed(seen.event.event, desk.today, well or seen.well, note or seen.note)
    return record(desk, [said], f'debrief "{seen.event.name}"')


def _recognised(desk: Desk, told: list[Line], announced: Sequence[Guest]) -> tuple[Line, ...]:
    fates = {
        (entry.fact.line, entry.fact.place): entry.fact
        for entry in desk.book.entries((Remembered,))
        if isinstance(entry.fact, Remembered)
    }
    numbered = [replace(line, number=number) for number, line in enumerate(told, start=1)]
    waiting = [line for line in numbered if (line.id, line.place) not in fates]
    known = dict(
        zip(
            (line.number for line in waiting),
            recognise(desk, [line.met for line in waiting]),
            strict=True,
        )
    )
    return tuple(
        replace(
            line,
            person=known[line.number].person,
            perhaps=known[line.number].perhaps,
            listed=_listed(line.met, announced),
        )
        if line.number in known
        else _settled(desk, line, fates[line.id, line.place].person)
        for line in numbered
    )


def _settled(desk: Desk, line: Line, person: PersonId | None) -> Line:
    if person is None:
        return replace(line, fate=Fate.LEFT)
    return replace(line, fate=Fate.KEPT, person=desk.book.person(person))


def _listed(met: Encountered, announced: Sequence[Guest]) -> str:
    """Return the fuller name of the one guest who bears the line's name and works where it says."""
    words = set(tokens(met.name))
    found = {
        guest.name
        for guest in announced
        if words and words <= set(tokens(guest.name)) and _agree(met.company, guest.company)
    }
    name = found.pop() if len(found) == 1 else ""
    return name if fold(name) != fold(met.name) else ""


def _agree(one: str, other: str) -> bool:
    return not one or not other or same_house(one, other)


def _latest(desk: Desk, event: Event) -> Debriefed:
    said = Debriefed(event.event, event.day)
    for entry in desk.book.entries((Debriefed,)):
        fact = entry.fact
        if not isinstance(fact, Debriefed) or fact.event != event.event:
            continue
        if event.event or fact.on >= event.day - _A_DAY:
            said = fact
    return said


def _to_settle(seen: Debrief, number: int) -> Line:
    line = seen.line(number)
    if line.fate is not Fate.OPEN:
        raise BookError("event.line-done", number=str(number))
    return line


def _meant(desk: Desk, line: Line, named: str) -> Person:
    """Return whom a line means: known, said to be known, or new under a name."""
    words = " ".join(named.split())
    if not words and line.person is not None:
        return line.person
    if not words or fold(words) in _NEW:
        return _newcomer(desk, line.met.name)
    try:
        return who(desk, words)
    except BookError as refusal:
        if refusal.key != "person.unknown":
            raise
    return _newcomer(desk, words)


def _newcomer(desk: Desk, name: str) -> Person:
    return Person(PersonId(desk.ids.new()), name)


def _works(desk: Desk, seen: Debrief, line: Line, person: Person) -> bool:
    """Tell a tie that work has its part in: said to be, or begun with an employer named."""
    ties = [entry.fact for entry in desk.book.entries((Tied,), person=person.id)]
    said = [tie.context for tie in ties if isinstance(tie, Tied) and tie.context]
    if said:
        return said[-1] is not Context.PERSONAL
    return seen.event.mode is Mode.NETWORK and bool(line.met.company or line.met.role)
