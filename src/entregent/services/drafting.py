"""Drafts: the message for a planned ask, and those that close it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from entregent.asks.avoid import avoided
from entregent.domain.asking import Candidate, Chain, Code, Goal, Verdict
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.domain.words import Kind
from entregent.drafts.brief import Draft, Medium, Moment
from entregent.drafts.write import Words, read_words
from entregent.drafts.write import draft as write
from entregent.ledger.endings import Ending, Part, answered_leads, endings, what
from entregent.services.asking import goal as planned
from entregent.services.asking import judge_in
from entregent.services.briefing import brief_for, name_of
from entregent.services.desk import Desk
from entregent.services.ports import BookError, Catalogue
from entregent.services.recording import record
from entregent.services.world import World, world


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message, and the candidate it is written to."""

    draft: Draft
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Closing:
    """A message that closes a matter, whom it is for, and what part they had in it."""

    person: Person
    part: Part
    draft: Draft


@dataclass(frozen=True, slots=True)
class Finished:
    """A goal that is reached: whom to release kindly, and whom to tell how it ended.

    `leads` are the ideas that end with it.
    """

    goal: Goal
    withdrawn: tuple[Closing, ...]
    told: tuple[Closing, ...]
    leads: tuple[Lead, ...] = ()


_MOMENTS = {
    Part.HELPED: Moment.OUTCOME,
    Part.LED: Moment.OUTCOME,
    Part.NO: Moment.FRANK_NO,
    Part.UNCOMFORTABLE: Moment.FRANK_NO,
    Part.LATER: Moment.WITHDRAW,
    Part.WAITING: Moment.WITHDRAW,
}
_CODES = {Part.LATER: Code.SAID_LATER, Part.UNCOMFORTABLE: Code.WAS_UNCOMFORTABLE}
"""What the words of an ending mind."""


def draft(
    desk: Desk,
    goal: Goal,
    *,
    to: PersonId | None,
    channel: str,
    catalogue: Catalogue,
    lang: str | None,
) -> Drafted:
    """Write to the person named, else to the best candidate; nothing is kept and nothing sent.

    `lang` is used where the reader's own language is not known. Raises BookError: draft.nobody,
    draft.no-way, draft.never.
    """
    known = world(desk)
    candidate = _chosen(known, goal, to)
    language = lang or desk.settings.lang
    brief = brief_for(known, goal, candidate, medium=Medium(channel), language=language)
    return Drafted(write(brief, read_words(catalogue.template)), candidate)


def finish(desk: Desk, ask: str, *, catalogue: Catalogue, lang: str | None) -> Finished:
    """Close a goal: those still asked are released, all others who had a part hear how it ended.

    The leads that it answers end; their givers stay to be told. Nothing is written to people who
    are left out or must not know. Raises BookError: ask.unknown, ask.already-done.
    """
    goal = planned(desk, ask)
    if goal.done is not None:
        raise BookError("ask.already-done", day=goal.done.isoformat())
    known = world(desk)
    leads = _leads(desk, goal)
    words, language = read_words(catalogue.template), lang or desk.settings.lang
    closings = [
        _closing(known, goal, ending, (words, language))
        for ending in endings(goal, known.situation.histories.values(), leads)
        if avoided(known.situation, ending.person) is None
    ]
    _end(desk, leads)
    done = replace(goal, done=desk.today)
    desk.book.keep(done)
    released = [one for one in closings if _MOMENTS[one.part] is Moment.WITHDRAW]
    told = [one for one in closings if _MOMENTS[one.part] is not Moment.WITHDRAW]
    return Finished(done, tuple(released), tuple(told), leads)


def _chosen(known: World, goal: Goal, to: PersonId | None) -> Candidate:
    judgement = judge_in(known, goal)
    if to is None:
        if judgement.nobody is not None:
            raise BookError("draft.nobody")
        return judgement.candidates[0]
    found = next((one for one in judgement.candidates if one.person == to), None)
    if found is None:
        raise BookError("draft.no-way", name=name_of(known, to))
    if found.verdict is Verdict.NEVER:
        raise BookError("draft.never", name=name_of(known, to))
    return found


def _leads(desk: Desk, goal: Goal) -> tuple[Lead, ...]:
    facts = [entry.fact for entry in desk.book.entries((Lead, LeadEnded))]
    leads = [fact for fact in facts if isinstance(fact, Lead)]
    ended = [fact for fact in facts if isinstance(fact, LeadEnded)]
    return answered_leads(goal, leads, ended, desk.today)


def _end(desk: Desk, leads: Iterable[Lead]) -> None:
    ends = [LeadEnded(lead.person, desk.today, what(lead), lead.other) for lead in leads]
    if ends:
        record(desk, ends, "lead")


def _closing(known: World, goal: Goal, ending: Ending, how: tuple[Words, str]) -> Closing:
    """Write to somebody about the ask that was theirs, or the ideas they gave."""
    words, language = how
    kind = ending.asked.kind if ending.asked else Kind.IDEAS
    chain = Chain((known.situation.owner, ending.person), 1.0)
    candidate = Candidate(ending.person, kind, Verdict.GO, chain)
    brief = brief_for(known, goal, candidate, medium=Medium.EMAIL, language=language)
    code = _CODES.get(ending.part)
    brief = replace(
        brief,
        moment=_MOMENTS[ending.part],
        last_asked=ending.asked.on if ending.asked else None,
        codes=frozenset({code} if code else ()),
    )
    return Closing(known.situation.people[ending.person], ending.part, write(brief, words))
