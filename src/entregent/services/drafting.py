"""Drafts: the message for a planned ask, and those that close it."""

from dataclasses import dataclass, replace

from entregent.domain.asking import Candidate, Chain, Goal, Verdict
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.words import Reply
from entregent.drafts.brief import Draft, Medium, Moment
from entregent.drafts.write import Words, read_words
from entregent.drafts.write import draft as write
from entregent.ledger.answers import PastAsk
from entregent.ledger.history import History
from entregent.services.asking import goal as planned
from entregent.services.asking import judge_in
from entregent.services.briefing import brief_for, name_of
from entregent.services.desk import Desk
from entregent.services.ports import BookError, Catalogue
from entregent.services.world import World, world


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message, and the candidate it is written to."""

    draft: Draft
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Closing:
    """A message that closes a matter, and whom it is for."""

    person: Person
    draft: Draft


@dataclass(frozen=True, slots=True)
class Finished:
    """A goal that is reached: whom to release kindly, and whom to tell how it ended."""

    goal: Goal
    withdrawn: tuple[Closing, ...]
    told: tuple[Closing, ...]


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
    """Close a goal: those still asked are released, those who helped are told how it ended.

    Raises BookError: ask.unknown, ask.already-done.
    """
    goal = planned(desk, ask)
    if goal.done is not None:
        raise BookError("ask.already-done", day=goal.done.isoformat())
    known = world(desk)
    words = read_words(catalogue.template)
    language = lang or desk.settings.lang
    waiting, helpers = _involved(known, goal)
    done = replace(goal, done=desk.today)
    desk.book.keep(done)
    return Finished(
        done,
        tuple(_closing(known, goal, p, Moment.WITHDRAW, (words, language)) for p in waiting),
        tuple(_closing(known, goal, p, Moment.OUTCOME, (words, language)) for p in helpers),
    )


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


def _involved(known: World, goal: Goal) -> tuple[list[PersonId], list[PersonId]]:
    """Return who was asked for this goal without an answer yet, and who helped with it."""
    waiting: list[PersonId] = []
    helpers: list[PersonId] = []
    for person, history in sorted(known.situation.histories.items()):
        asks = _asks_for(goal, history)
        if not asks:
            continue
        replies = {past.answer.reply for past in asks if past.answer is not None}
        first = min(past.asked.on for past in asks)
        if Reply.YES in replies or any(help_.on >= first for help_ in history.received):
            helpers.append(person)
        elif asks[-1].answer is None:
            waiting.append(person)
    return waiting, helpers


def _closing(
    known: World, goal: Goal, person: PersonId, moment: Moment, how: tuple[Words, str]
) -> Closing:
    words, language = how
    asked = _asks_for(goal, known.situation.history(person))[-1].asked
    chain = Chain((known.situation.owner, person), 1.0)
    candidate = Candidate(person, asked.kind, Verdict.GO, chain)
    brief = brief_for(known, goal, candidate, medium=Medium.EMAIL, language=language)
    brief = replace(brief, moment=moment, last_asked=asked.on)
    return Closing(known.situation.people[person], write(brief, words))


def _asks_for(goal: Goal, history: History) -> list[PastAsk]:
    """Return what somebody was asked for this goal, oldest first."""
    return [past for past in history.asks if goal.id in (past.asked.ask, past.matter)]
