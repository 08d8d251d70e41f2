"""Drafts: the message for a planned ask, and those that close it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from entregent.asks.avoid import avoided
from entregent.domain.asking import Candidate, Chain, Code, Goal, ToPerson, Verdict
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.domain.words import Kind
from entregent.drafts.brief import ASKING, Draft, DraftBrief, Medium, Moment
from entregent.drafts.write import Words, read_words
from entregent.drafts.write import draft as write
from entregent.ledger.endings import Ending, Part, answered_leads, endings, what
from entregent.services.acquaintance import acquainted
from entregent.services.asking import goal as planned
from entregent.services.asking import judge_in
from entregent.services.briefing import brief_for, name_of
from entregent.services.desk import Desk
from entregent.services.moments import Wish, copied, fitted, looking_back, matter
from entregent.services.ports import BookError, Catalogue
from entregent.services.recording import record
from entregent.services.world import World, world


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message, what it is for, the candidate it is written to, who reads it in blind copy.

    `also` is a planned ask of that very person which the message does not speak of.
    """

    draft: Draft
    candidate: Candidate
    moment: Moment = Moment.ASK
    copied: tuple[Person, ...] = ()
    also: Goal | None = None


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
_TOGETHER = (Moment.LUNCH, Moment.MEET)
"""The moments that propose to meet, behind which no ask may hide."""
_CODES = {Part.LATER: Code.SAID_LATER, Part.UNCOMFORTABLE: Code.WAS_UNCOMFORTABLE}
"""What the words of an ending mind."""


def draft(desk: Desk, goal: Goal | None, wish: Wish, *, catalogue: Catalogue) -> Drafted:
    """Write the message wanted; nothing is kept and nothing sent.

    An ask goes to the person named, else to the best candidate; one that continues a matter they
    know, or that they invited, says so. `wish.lang` is used where the reader's own language is
    not known. Raises BookError: draft.nobody, draft.no-way, draft.never, draft.nothing-continues,
    person.me, and those of `moments.matter` and `moments.introducer`.
    """
    if wish.to == desk.book.owner:
        raise BookError("person.me")
    known, words = world(desk), read_words(catalogue.template)
    if goal is not None and wish.about:
        goal = replace(goal, purpose=wish.about)
    if goal is not None and wish.moment in (None, *ASKING):
        return _asking(desk, known, (goal, wish), words)
    found = matter(known, goal, wish)
    brief = _brief(known, found.goal, found.candidate, wish, desk.settings.lang)
    brief = fitted(desk, known, brief, found, wish)
    also = _aimed_at(known, found.person) if wish.moment in _TOGETHER else None
    copies = copied(known, found, wish)
    return Drafted(write(brief, words), found.candidate, brief.moment, copies, also)


def _asking(desk: Desk, known: World, wanted: tuple[Goal, Wish], words: Words) -> Drafted:
    goal, wish = wanted
    candidate = _chosen(known, goal, wish.to)
    history = known.situation.history(candidate.person)
    brief = _brief(known, goal, candidate, wish, desk.settings.lang)
    brief = acquainted(desk, known, goal, candidate, brief)
    brief = replace(looking_back(brief, history, goal), turn=len(history.asks) + wish.turn)
    follows = brief.invited == "invited" or brief.continued is not None
    moment = wish.moment
    if moment is Moment.CONTINUE and not follows:
        raise BookError("draft.nothing-continues", name=name_of(known, candidate.person))
    if moment is None:
        next_step = brief.invited == "invited" or (goal.continues and follows)
        moment = Moment.CONTINUE if next_step else Moment.ASK
    return Drafted(write(replace(brief, moment=moment), words), candidate, moment)


def _brief(
    known: World, goal: Goal, candidate: Candidate, wish: Wish, otherwise: str
) -> DraftBrief:
    language = wish.lang or otherwise
    brief = brief_for(known, goal, candidate, medium=wish.medium, language=language)
    return replace(brief, moment=wish.moment or Moment.ASK)


def _aimed_at(known: World, person: PersonId) -> Goal | None:
    """Return an open ask whose target is this very person."""
    aimed = ToPerson(person)
    return next((one for one in known.goals if one.target == aimed and one.done is None), None)


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
