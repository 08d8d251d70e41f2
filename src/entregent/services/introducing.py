"""Introductions with the agreement of both: begun, moved on step by step, read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entregent.asks.avoid import avoid
from entregent.domain.ids import BatchId, IntroductionId, PersonId, RequestId
from entregent.domain.inbox import Brokered, Party, Requested, Step
from entregent.domain.people import Person
from entregent.domain.words import Kind
from entregent.ledger.introduction_errands import (
    Barred,
    Due,
    Reserve,
    barred,
    busy_until,
    errands,
)
from entregent.ledger.introduction_states import (
    SIDED,
    Agreed,
    Move,
    Sought,
    ToSeek,
    meant,
    moves,
)
from entregent.ledger.introductions import Introduction, Oddity, introductions
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.world import World, world

_OPEN = (ToSeek, Sought, Agreed)
_PLACES = 5
"""A number of fewer digits is a place in the list, not the end of an id."""
_FORBIDDEN = (Step.SOUGHT, Step.FOLLOWED_UP, Step.MADE)
"""What is not done when something stands in an introduction's way."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """The introductions of a book as they were entered, and what to respect about them."""

    desk: Desk
    known: World
    introductions: tuple[Introduction, ...]
    strays: tuple[Oddity, ...]
    reserve: Reserve

    def place(self, introduction: Introduction) -> int:
        """Return the number of an introduction in the list, from 1."""
        return 1 + [one.id for one in self.introductions].index(introduction.id)

    def barred(self, introduction: Introduction) -> Barred | None:
        """Return what stands in its way."""
        return barred(introduction, self.reserve, self.desk.today)

    def due(self, introduction: Introduction) -> tuple[Due, ...]:
        """Return what it asks of me, by day; days to come are among them."""
        return errands(introduction, self.reserve, self.desk.today, self.desk.settings)

    def next(self, introduction: Introduction) -> tuple[Move, ...]:
        """Return the steps that may come next."""
        shut = self.barred(introduction) is not None
        return tuple(
            move for move in moves(introduction.state) if not (shut and move.step in _FORBIDDEN)
        )

    def busy(self, introduction: Introduction) -> tuple[tuple[Party, date], ...]:
        """Return the sides of an open introduction that are busy, and their first free day."""
        if not isinstance(introduction.state, _OPEN):
            return ()
        today = self.desk.today
        free = [(side, busy_until(introduction.at(side), self.reserve, today)) for side in Party]
        return tuple((side, day) for side, day in free if day > today)

    def person(self, introduction: Introduction, party: Party) -> Person:
        """Return who stands on a side."""
        who = introduction.at(party)
        return self.known.situation.people.get(who) or Person(who, who)

    def respect(self, introduction: Introduction) -> None:
        """Refuse to pursue what stands against it. Raises BookError: introduce.barred-…."""
        found = self.barred(introduction)
        if found is not None:
            name = self.person(introduction, found.party).name
            until = found.until.isoformat() if found.until else ""
            key = f"introduce.barred-{found.bar}{'-until' if until else ''}"
            raise BookError(key, name=name, until=until)

    def find(self, words: str) -> Introduction:
        """Return the one meant by its place in the list or the end of its id.

        Raises BookError: introduce.unknown.
        """
        given = words.strip()
        if given.isascii() and given.isdecimal() and len(given) < _PLACES:
            found = list(self.introductions[int(given) - 1 : int(given)]) if int(given) else []
        else:
            ending = given.casefold()
            found = [one for one in self.introductions if ending and one.id.endswith(ending)]
        if len(found) != 1:
            raise BookError("introduce.unknown", id=words)
        return found[0]


def introduced(desk: Desk, known: World | None = None) -> Introduced:
    """Read the introductions of a book as of today, in the world where it was read already."""
    known = known or world(desk)
    found, strays = introductions(_facts(desk), desk.today, desk.book.owner)
    situation = known.situation
    uneasy = frozenset(
        who for who, past in situation.histories.items() if past.discomfort(Kind.INTRODUCTION)
    )
    rules = situation.rules
    reserve = Reserve(rules.boundaries, avoid(situation), uneasy, rules.busy)
    return Introduced(desk, known, found, strays, reserve)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who is to meet whom, who had the idea (`step`: ASKED or OFFERED), and what may be passed on.

    `request` ends the id of the request that asked for it.
    """

    step: Step
    person: PersonId
    other: PersonId
    text: str = ""
    request: str = ""


def begin(seen: Introduced, beginning: Beginning, on: date) -> tuple[BatchId, Introduction]:
    """Keep that somebody asked for an introduction, or that it was my idea.

    It answers a request for an introduction where there is just one it can answer. Raises
    BookError: introduce.me, introduce.same, introduce.open, introduce.barred-…,
    introduce.no-request, date.future.
    """
    desk, person, other = seen.desk, beginning.person, beginning.other
    if desk.book.owner in (person, other):
        raise BookError("introduce.me")
    if person == other:
        raise BookError("introduce.same")
    for one in seen.introductions:
        if (one.person, one.other) == (person, other) and isinstance(one.state, _OPEN):
            raise BookError("introduce.open", number=str(seen.place(one)))
    fact = Brokered(
        person,
        other,
        on,
        IntroductionId(desk.ids.new()),
        beginning.step,
        beginning.text.strip(),
        request=_request(seen, beginning),
    )
    (planned,), _ = introductions([fact], on, desk.book.owner)
    seen.respect(planned)
    names = [seen.person(planned, side).name for side in Party]
    word = "new" if beginning.step is Step.ASKED else "offer"
    batch = record(desk, [fact], f'introduce {word} "{names[0]}" "{names[1]}"')
    return batch, planned


def take(
    seen: Introduced, which: IntroductionId, move: Move, *, text: str = "", on: date
) -> BatchId:
    """Keep one step of an introduction, in the side it can only mean where it names none.

    Raises BookError: introduce.out-of-turn, introduce.over, introduce.which-side,
    introduce.no-consent, introduce.barred-…, date.future.
    """
    introduction = next(one for one in seen.introductions if one.id == which)
    if move.step in _FORBIDDEN:
        seen.respect(introduction)
    chosen = _chosen(seen, introduction, move)
    fact = Brokered(
        introduction.person,
        introduction.other,
        on,
        introduction.id,
        move.step,
        text.strip(),
        chosen.party,
    )
    _check_turn(seen, introduction, fact)
    return record(seen.desk, [fact], f"introduce {move.step} {introduction.id[-6:]}")


def side_of(introduction: Introduction, person: Person) -> Party:
    """Return the side on which somebody stands. Raises BookError: introduce.no-side."""
    for party in Party:
        if introduction.at(party) == person.id:
            return party
    raise BookError("introduce.no-side", name=person.name)


def _facts(desk: Desk) -> list[Brokered]:
    entries = desk.book.entries((Brokered,))
    return [entry.fact for entry in entries if isinstance(entry.fact, Brokered)]


def _chosen(seen: Introduced, introduction: Introduction, move: Move) -> Move:
    if move.party is not None or move.step not in SIDED:
        return move
    able = [one for one in moves(introduction.state) if one.step is move.step]
    if len(able) > 1:
        sides = [seen.person(introduction, side).name for side in Party]
        raise BookError("introduce.which-side", one=sides[0], other=sides[1])
    return meant(introduction.state, move.step)


def _check_turn(seen: Introduced, introduction: Introduction, fact: Brokered) -> None:
    """Refuse a step that cannot come now, or changes nothing on its day, or uproots a later one."""
    desk = seen.desk
    found, _ = introductions([*_facts(desk), fact], max(fact.on, desk.today), desk.book.owner)
    after = next(one for one in found if one.id == introduction.id)
    follows = Move(fact.step, fact.party) in moves(introduction.state)
    if follows and len(after.oddities) <= len(introduction.oddities):
        return
    lacking = _lacking(introduction) if fact.step is Step.MADE else None
    if lacking is not None:
        raise BookError("introduce.no-consent", name=seen.person(introduction, lacking).name)
    coming = _words(seen.next(introduction))
    if not coming:
        raise BookError("introduce.over", number=str(seen.place(introduction)))
    raise BookError("introduce.out-of-turn", step=fact.step.value, next=coming)


def _lacking(introduction: Introduction) -> Party | None:
    """Return a side whose agreement an open introduction still lacks."""
    match introduction.state:
        case Sought(waits=(wait, *_)):
            return wait.party
        case ToSeek(unsought=(party, *_)):
            return party
        case _:
            return None


def _words(coming: Sequence[Move]) -> str:
    return ", ".join(dict.fromkeys(move.step.value for move in coming))


def _request(seen: Introduced, beginning: Beginning) -> RequestId | None:
    """Return the request that is answered: the one named, or the only one that fits."""
    answered = {one.request for one in seen.introductions}
    asked = [
        fact.request
        for entry in seen.desk.book.entries((Requested,), person=beginning.person)
        if isinstance(fact := entry.fact, Requested)
        and (fact.person, fact.kind) == (beginning.person, Kind.INTRODUCTION)
        and fact.other in (None, beginning.other)
        and fact.request not in answered
    ]
    if beginning.request:
        named = [one for one in asked if one.endswith(beginning.request.casefold())]
        if len(named) != 1:
            raise BookError("introduce.no-request", id=beginning.request)
        return named[0]
    return asked[0] if len(asked) == 1 and beginning.step is Step.ASKED else None
