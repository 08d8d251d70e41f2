"""What there is to do: one thing, on its day, with its name."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from entregent.domain.ids import AskId, IntroductionId, PersonId, RequestId
from entregent.domain.words import Kind
from entregent.ledger.gift import Gift
from entregent.ledger.settling import Settlings, Suggestion
from entregent.settings import Settings


class Due(StrEnum):
    """What there is to do, the most pressing first."""

    MEETING = "meeting"
    """A calendar says that we meet on that day."""
    DEADLINE = "deadline"
    """A goal is wanted by that day."""
    PROMISE = "promise"
    """I promised it on that day."""
    PACT = "pact"
    """On the day before I promised somebody just met to look out for whom they seek."""
    STEP = "step"
    """The road map has them asked on that day."""
    REQUEST = "request"
    """They asked me for something on that day, and wait for my answer."""
    REQUEST_AGAIN = "request-again"
    """I told them "later" on that day, and the time has come."""
    INTRODUCTION = "introduction"
    """An introduction that I make asks something of me."""
    THANKS = "thanks"
    """They helped on that day and were not thanked."""
    COME_BACK = "come-back"
    """They said "later"; from that day on one may ask again."""
    FOLLOW_UP = "follow-up"
    """Asked on that day and not answered: let it go, or one kind word."""
    PROMISED = "promised"
    """They promised it on that day."""
    REST_ENDS = "rest-ends"
    """They are free again on that day."""
    GIFT = "gift"
    """Something that I can do for them."""
    LET_GO = "let-go"
    """Asked on that day, long ago or followed up since, and not answered: let it go."""


class When(StrEnum):
    """When something is to be done, soonest first."""

    NOW = "now"
    """Its day is today, or was."""
    OPEN = "open"
    """Any day will do."""
    SOON = "soon"
    """On a day to come."""


_DATED = frozenset({Due.MEETING, Due.DEADLINE, Due.PACT, Due.STEP, Due.REST_ENDS})
_FORESEEN = (_DATED - {Due.PACT}) | {Due.PROMISE, Due.GIFT}


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to do: what, the day it speaks of, and with whom or for which goal.

    `item` names it as a suggestion. `by` is the day it is promised or wanted for.
    `ready` is the first day to do it, `on` where none is given; `back` is the day until which I
    put it off.
    """

    due: Due
    on: date
    person: PersonId | None = None
    kind: Kind | None = None
    text: str = ""
    goal: AskId | None = None
    item: str = ""
    other: PersonId | None = None
    by: date | None = None
    ready: date | None = None
    back: date | None = None
    with_them: tuple[PersonId, ...] = ()
    """Who else comes to a meeting."""
    request: RequestId | None = None
    introduction: IntroductionId | None = None
    errand: str = ""
    """What that introduction asks."""
    gift: Gift | None = None
    """What there is to give."""
    called: str = ""
    """What somebody calls themself who is nobody of the book."""
    found: str = ""
    """Who may answer to what they seek, in the owner's words or those of a list."""

    @property
    def day(self) -> date:
        """The first day to do it."""
        return self.back or self.ready or self.on

    @property
    def suggestion(self) -> Suggestion:
        """What it is known by when something is said of it."""
        return Suggestion(self.item, self.person, self.other)

    @property
    def key(self) -> str:
        """A short word that names it, the same every day."""
        return self.suggestion.key

    @property
    def people(self) -> frozenset[PersonId]:
        """Everybody it speaks of."""
        named = (self.person, self.other, *self.with_them)
        return frozenset(one for one in named if one is not None)

    def when(self, today: date) -> When:
        """Return when it is to be done, seen from `today`."""
        if self.day > today:
            return When.SOON
        came = self.by is not None and self.by <= today
        return When.NOW if self.due in _DATED or came else When.OPEN

    def concerns(self, today: date, settings: Settings) -> bool:
        """Tell whether to speak of it today: its day has come, or is near and good to foresee."""
        if self.day <= today:
            return True
        near = today + timedelta(days=settings.agenda_days)
        return self.back is None and self.due in _FORESEEN and self.day <= near


@dataclass(frozen=True, slots=True)
class View:
    """The day one looks from, the last day one looks at, and what I said of suggestions."""

    today: date
    until: date
    settings: Settings
    settlings: Settlings
