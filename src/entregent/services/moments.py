"""Messages beside a planned ask: whom they are for, and what the book knows that they may say."""

from dataclasses import dataclass, replace
from datetime import date

from entregent.asks.avoid import avoided
from entregent.domain.asking import Candidate, Chain, Code, Goal, ToFriends, ToPerson, Verdict
from entregent.domain.facts import Encounter
from entregent.domain.ids import AskId, PersonId
from entregent.domain.people import Person
from entregent.domain.words import Channel, Kind, Origin, Reply
from entregent.drafts.brief import DraftBrief, Helper, Medium, Moment
from entregent.ledger.answers import PastAsk
from entregent.ledger.history import History
from entregent.services.briefing import name_of
from entregent.services.desk import Desk
from entregent.services.events.afterwards import following, last_word
from entregent.services.given_names import given_name
from entregent.services.ports import BookError
from entregent.services.world import World

_OF_REQUESTS = frozenset(
    {Moment.ANSWER_YES, Moment.ANSWER_LATER, Moment.ANSWER_NO, Moment.ANSWER_FORWARD}
)
MOMENTS = tuple(moment for moment in Moment if moment not in _OF_REQUESTS)
"""The moments one may name; the answers to what others ask of me are the inbox's."""
_OF_GOALS = frozenset(
    {
        *(Moment.ASK, Moment.CONTINUE, Moment.ANNOUNCE),
        *(Moment.WITHDRAW, Moment.OUTCOME, Moment.FRANK_NO),
    }
)
_OF_ENCOUNTERS = frozenset(
    {Moment.LUNCH, Moment.MEET, Moment.SEND, Moment.PRESENT, Moment.PLEASURE}
)
_REFUSALS = (Reply.NO, Reply.LATER, Reply.UNCOMFORTABLE)
_CODES = {Reply.LATER: Code.SAID_LATER, Reply.UNCOMFORTABLE: Code.WAS_UNCOMFORTABLE}
"""What the words of an ending mind."""
_BY_HAND = (Origin.HAND, Origin.JOURNAL)
_THEIR_HELP = "help"
"""Stands for help of which no more was noted; it is never printed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which message is wanted; what is None or empty is found, or not needed.

    `about` says in the owner's words what it is about, `helper` who introduced us. `turn` counts
    how many other wordings were looked at before.
    """

    to: PersonId | None = None
    moment: Moment | None = None
    medium: Medium = Medium.EMAIL
    about: str = ""
    helper: PersonId | None = None
    turn: int = 0
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What a message that is no ask rests on: its goal, its reader, the ask it looks back to."""

    goal: Goal
    person: PersonId
    past: PastAsk | None

    @property
    def candidate(self) -> Candidate:
        """The reader, as one who may be written to."""
        kind = self.past.asked.kind if self.past else self.goal.kind
        return Candidate(self.person, kind, Verdict.GO, Chain((PersonId(""), self.person), 1.0))


def matter(known: World, goal: Goal | None, wish: Wish) -> Matter:
    """Return what a message rests on that asks nothing of its own.

    Raises BookError: draft.needs-ask, draft.needs-to, draft.nothing-waits, draft.thanks-what,
    draft.needs-for.
    """
    moment = wish.moment or Moment.ASK
    if goal is None and moment in _OF_GOALS:
        raise BookError("draft.needs-ask", moment=moment)
    person = wish.to or (_reader(known, goal, moment) if goal else None)
    if person is None:
        raise BookError("draft.needs-to", moment=moment)
    history = known.situation.history(person)
    past = _past(history, goal, moment)
    _refuse(known, person, past, wish)
    kind = past.asked.kind if past else Kind.INTERVIEW
    found = goal or _goal_of(known, past) or Goal(AskId(""), kind, ToFriends(), wish.about)
    return Matter(found, person, past)


def continued(history: History, goal: Goal) -> PastAsk | None:
    """Return the last ask to somebody in the matter of a goal."""
    same = {goal.id, goal.continues or goal.id}
    asks = [past for past in history.asks if same & {past.asked.ask, past.matter}]
    return asks[-1] if asks else None


def invited(history: History) -> bool:
    """Tell whether they said "come back any time" since they were last asked."""
    last = history.asks[-1].asked.on if history.asks else date.min
    return any(word.on >= last for word in history.invited)


def looking_back(brief: DraftBrief, history: History, goal: Goal) -> DraftBrief:
    """Return the brief of an ask with what it continues."""
    past = continued(history, goal)
    return replace(
        brief,
        continued=past.asked.on if past else None,
        reply=past.answer.reply if past and past.answer else None,
        invited="invited" if invited(history) else "uninvited",
    )


def fitted(desk: Desk, known: World, brief: DraftBrief, found: Matter, wish: Wish) -> DraftBrief:
    """Return the brief of a message that is no ask, with all that it may say."""
    history, past = known.situation.history(found.person), found.past
    reply = past.answer.reply if past and past.answer else None
    code = _CODES.get(reply) if reply else None
    brief = replace(
        brief,
        last_asked=past.asked.on if past else None,
        reply=reply,
        codes=frozenset({code} if code else ()),
        occasion=wish.about,
        turn=_turn(known, found, wish),
    )
    match wish.moment:
        case Moment.THANK if past is None and not wish.about:
            received = history.received[-1]
            return replace(brief, occasion=received.text or _THEIR_HELP)
        case Moment.INTRODUCED:
            helper = known.situation.people[introducer(known, found, wish)]
            return replace(brief, helper=Helper(helper.name, given_name(helper)))
        case moment if moment in _OF_ENCOUNTERS:
            return _parted(desk, brief, found.person)
        case _:
            return brief


def introducer(known: World, found: Matter, wish: Wish) -> PersonId:
    """Return who introduced me: as named, else the last one asked for the goal.

    Raises BookError: draft.needs-helper.
    """
    helper = wish.helper or _last_asked(known, found.goal, but=found.person)
    if helper is None or helper in (found.person, known.situation.owner):
        raise BookError("draft.needs-helper", name=name_of(known, found.person))
    return helper


def copied(known: World, found: Matter, wish: Wish) -> tuple[Person, ...]:
    """Return who reads the message in blind copy."""
    if wish.moment is not Moment.INTRODUCED or wish.medium is not Medium.EMAIL:
        return ()
    return (known.situation.people[introducer(known, found, wish)],)


def _reader(known: World, goal: Goal, moment: Moment) -> PersonId | None:
    """Return whom a message about a goal is for: its target, if introduced, or the last asked."""
    if moment is Moment.INTRODUCED:
        return goal.target.person if isinstance(goal.target, ToPerson) else None
    return _last_asked(known, goal)


def _last_asked(known: World, goal: Goal, but: PersonId | None = None) -> PersonId | None:
    """Return who was asked last in the matter of a goal."""
    asked = [
        (past.asked.on, person)
        for person, history in known.situation.histories.items()
        if person != but and (past := continued(history, goal)) is not None
    ]
    return max(asked, default=(None, None))[1]


def _past(history: History, goal: Goal | None, moment: Moment) -> PastAsk | None:
    if goal is not None:
        return continued(history, goal)
    replies: tuple[Reply | None, ...] = ()
    match moment:
        case Moment.FOLLOW_UP:
            return history.asks[-1] if history.awaited else None
        case Moment.ACCEPT_NO:
            replies = _REFUSALS
        case Moment.THANK:
            replies = (Reply.YES,)
        case _:
            pass
    told = [past for past in history.asks if past.answer and past.answer.reply in replies]
    return told[-1] if told else None


def _refuse(known: World, person: PersonId, past: PastAsk | None, wish: Wish) -> None:
    """Refuse a message that has nothing to rest on, or that its reader asked not to be sent."""
    name, situation = name_of(known, person), known.situation
    match wish.moment:
        case Moment.FOLLOW_UP if past is None or past.answer is not None:
            raise BookError("draft.nothing-waits", name=name)
        case Moment.CONGRATULATE if not wish.about.strip():
            raise BookError("draft.needs-for", moment=Moment.CONGRATULATE)
        case Moment.THANK if not (past or wish.about or situation.history(person).received):
            raise BookError("draft.thanks-what", name=name)
        case Moment.INTRODUCED if _shut(known, person):
            raise BookError("draft.never", name=name)
        case _:
            pass


def _shut(known: World, person: PersonId) -> bool:
    """Tell somebody whom I may not ask for a conversation, or who must not know of my search."""
    situation = known.situation
    limited = situation.limits(person, Kind.INTERVIEW)
    return bool(limited) or avoided(situation, person) is not None


def _goal_of(known: World, past: PastAsk | None) -> Goal | None:
    return next((goal for goal in known.goals if past and goal.id == past.asked.ask), None)


def _turn(known: World, found: Matter, wish: Wish) -> int:
    """Return how many messages of this sort came before, as far as the book tells."""
    history, tie = known.situation.history(found.person), known.situation.my_tie(found.person)
    match wish.moment:
        case Moment.THANK:
            before = len(history.thanked)
        case Moment.ACCEPT_NO:
            before = sum(past.reply in _REFUSALS for past in history.answers)
        case moment if moment is Moment.CONGRATULATE or moment in _OF_ENCOUNTERS:
            before = tie.count if tie else 0
        case _:
            before = len(history.asks)
    return before + wish.turn


def _parted(desk: Desk, brief: DraftBrief, person: PersonId) -> DraftBrief:
    """Return the brief with when and where we last met, and what was said there."""
    met, said = _met(desk, person), last_word(desk, person)
    if met:
        brief = replace(brief, met=met.on, event=met.where)
    return replace(brief, parting=following(desk, said).parting) if said else brief


def _met(desk: Desk, person: PersonId) -> Encounter | None:
    """Return the last time we met in person, of those that the owner noted."""
    met = [
        encounter
        for encounter, source, _ in desk.book.encounters(person)
        if encounter.channel is Channel.MET
        and source.origin in _BY_HAND
        and desk.book.owner in (encounter.person, encounter.other)
        and encounter.on <= desk.today
    ]
    return met[-1] if met else None
