"""Pacts with people just met: two promises to look out for each other, reminded of once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from entregent.coach.team.seeking import answers, tidied
from entregent.domain.events import Captured, Event, Guest, Pact, Retyped, Unlisted
from entregent.domain.facts import Discreet, Need
from entregent.domain.ids import BatchId, FactId
from entregent.domain.text import fold, tokens
from entregent.domain.upkeep import Settled, Settling
from entregent.ledger.agenda.plans import pact_item
from entregent.ledger.settling import Settlings, Suggestion
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.recording import record

_MOST_WORDS = 200
"""Letters of a wish or a name: more is no sentence."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A pact, what became of it (None while it stands), and who may answer to what they seek.

    `found` are lines typed about people met, and guests that a list announces.
    """

    pact: Pact
    settled: Settling | None = None
    found: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still stands."""
        return self.settled is None


def make_pact(desk: Desk, told: Pact) -> tuple[Pact, BatchId]:
    """Keep a pact, its two wishes as they may stand in a sentence.

    Raises BookError: event.pact.nameless, event.pact.wordless.
    """
    name = " ".join(told.name.split())[:_MOST_WORDS]
    mine, theirs = sought(desk, told.mine), sought(desk, told.theirs)
    if not tokens(name):
        raise BookError("event.pact.nameless")
    if not theirs:
        raise BookError("event.pact.wordless", name=name)
    pact = Pact(told.on, name, mine, theirs, told.event)
    return pact, record(desk, [pact], f'pact with "{name}"')


def sought(desk: Desk, words: str) -> str:
    """Return what is sought as it may stand in a sentence: `un stage` of "Je cherche un stage"."""
    known = desk.reference
    joints = known.meaning.small | known.meaning.common
    return tidied(words, known.openings, joints)[:_MOST_WORDS].rstrip()


def my_wish(desk: Desk, event: Event | None) -> str:
    """Return whom I look for: the first thing I hope for of the event, else the last need I told.

    Nothing is proposed while my search is discreet.
    """
    facts = [entry.fact for entry in desk.book.entries((Need, Discreet))]
    if any(isinstance(fact, Discreet) for fact in facts):
        return ""
    if event is not None and event.goals:
        return sought(desk, event.goals[0])
    owner, needs = desk.book.owner, [fact for fact in facts if isinstance(fact, Need)]
    mine = [need.text for need in needs if need.person == owner]
    return sought(desk, mine[-1]) if mine else ""


def pacts(desk: Desk) -> tuple[Standing, ...]:
    """Return the pacts made until today, the last first; of a day's with one name the last word."""
    made = _made(desk)
    if not made:
        return ()
    said = (entry.fact for entry in desk.book.entries((Settled,)))
    settlings = Settlings.of((fact for fact in said if isinstance(fact, Settled)), desk.today)
    told = _told(desk)
    return tuple(
        Standing(pact, _state(settlings, pact), tuple(_found(desk, pact, told)))
        for pact in reversed(made)
    )


def open_pacts(desk: Desk) -> Iterator[tuple[Pact, str]]:
    """Yield the pacts that stand, each with who may answer, empty where nobody does."""
    for one in pacts(desk):
        if one.open:
            yield one.pact, next(iter(one.found), "")


def answered(desk: Desk, text: str) -> tuple[Pact, ...]:
    """Return the pacts that stand whose other side may look for whom `text` tells of."""
    standing = [one.pact for one in pacts(desk) if one.open]
    return tuple(pact for pact in standing if _fits(desk, pact, text, text))


def settle_pact(desk: Desk, name: str, word: Settling) -> tuple[Pact, BatchId]:
    """Keep that the pact with `name` was kept, or is let go.

    Raises BookError: event.pact.none, event.pact.unknown.
    """
    wanted, standing = set(tokens(name)), [one.pact for one in pacts(desk) if one.open]
    fitting = [pact for pact in standing if wanted and wanted <= set(tokens(pact.name))]
    if not fitting:
        among = " · ".join(dict.fromkeys(pact.name for pact in standing))
        raise BookError(
            "event.pact.unknown" if among else "event.pact.none", name=name, among=among
        )
    pact = fitting[0]
    fact = Settled(desk.today, pact_item(pact), word)
    return pact, record(desk, [fact], f'pact with "{pact.name}": {word}')


def _made(desk: Desk) -> list[Pact]:
    """Return the last word of each pact, in the order they were made."""
    latest: dict[tuple[str, str], Pact] = {}
    for entry in desk.book.entries((Pact,)):
        if isinstance(entry.fact, Pact) and entry.fact.on <= desk.today:
            key = (entry.fact.on.isoformat(), fold(entry.fact.name))
            latest.pop(key, None)
            latest[key] = entry.fact
    return list(latest.values())


def _state(settlings: Settlings, pact: Pact) -> Settling | None:
    said = settlings.word(Suggestion(pact_item(pact)))
    ended = said is not None and said.settling in (Settling.DONE, Settling.LET_GO)
    return said.settling if said is not None and ended else None


def _told(desk: Desk) -> list[Captured | Guest]:
    """Return the lines about people met, as last typed, then the guests still announced."""
    lines: dict[FactId, Captured] = {}
    guests: dict[tuple[object, ...], Guest] = {}
    for entry in desk.book.entries((Captured, Retyped, Guest, Unlisted)):
        match entry.fact:
            case Captured() as line:
                lines[entry.id] = line
            case Retyped(line=line, text=text) if line in lines:
                lines[line] = replace(lines[line], text=text)
            case Guest() as one if one.name:
                guests[one.event, one.name, one.company, one.emails] = one
            case Unlisted() as gone:
                guests.pop((gone.event, gone.name, gone.company, gone.emails), None)
            case _:
                pass
    return [*lines.values(), *guests.values()]


def _found(desk: Desk, pact: Pact, told: list[Captured | Guest]) -> Iterator[str]:
    """Yield who may answer to what they seek: lines about people met first, then guests."""
    for fact in told:
        if isinstance(fact, Captured):
            near = fact.on == pact.on or fact.event == pact.event
            words, shown = fact.text, fact.text
        else:
            near = fact.event == pact.event
            words = " ".join((fact.company, fact.title, *fact.topics, *fact.offers))
            shown = f"{fact.name} ({fact.company})" if fact.company else fact.name
        if near and _fits(desk, pact, words, shown):
            yield shown


def _fits(desk: Desk, pact: Pact, words: str, shown: str) -> bool:
    """Tell whether words about somebody, who is not they themself, answer to what they seek."""
    if set(tokens(pact.name)) <= set(tokens(shown)):
        return False
    return answers(desk.reference.senses(pact.theirs), desk.reference.senses(words))
