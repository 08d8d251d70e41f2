"""What a draft is made from, and the draft."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context, Kind, Reply
from entregent.drafts.acquaintance import Acquaintance, Reader

Language: TypeAlias = Literal["fr", "en"]


class Moment(StrEnum):
    """What the message is for."""

    ASK = "ask"
    CONTINUE = "continue"
    """The next ask of a matter they know, or one that they invited; it is no new ask."""
    ANNOUNCE = "announce"
    """Said before a drink, so that the drink hides nothing: what I shall ask for there."""
    INTRODUCED = "introduced"
    """To whom I was introduced; the helper, in blind copy, is thanked first."""
    FOLLOW_UP = "follow-up"
    """One reminder of an ask without an answer."""
    THANK = "thank"
    WITHDRAW = "withdraw"
    """The goal is reached: whoever was asked need do nothing more."""
    OUTCOME = "outcome"
    """The goal is reached: whoever helped learns how it ended."""
    FRANK_NO = "frank-no"
    """The goal is reached: whoever said no learns it too, and is thanked for a frank answer."""
    ACCEPT_NO = "accept-no"
    """They said no to me: thanks, and nothing asked."""
    CONGRATULATE = "congratulate"
    LUNCH = "lunch"
    """The lunch that was promised when we met."""
    MEET = "meet"
    """The coffee, the call, the visit that was agreed on when we met."""
    SEND = "send"
    """With it goes what I promised to send when we met."""
    PRESENT = "present"
    """The introduction that I offered when we met: is it still welcome?"""
    PLEASURE = "pleasure"
    """It was good to talk, and that is all."""
    ANSWER_YES = "answer-yes"
    """My answer to what they asked of me, and so are the next three."""
    ANSWER_LATER = "answer-later"
    ANSWER_NO = "answer-no"
    ANSWER_FORWARD = "answer-forward"


ASKING = frozenset({Moment.ASK, Moment.CONTINUE, Moment.ANNOUNCE})
"""The moments of one ask, with which go a paragraph to forward, questions and a kit."""


class Medium(StrEnum):
    """How the message travels."""

    EMAIL = "email"
    SMS = "sms"
    LINKEDIN = "linkedin"
    SPOKEN = "spoken"


class Voice(StrEnum):
    """How one speaks to the reader: *tu* or *vous* in French, casual or formal in English."""

    TU = "tu"
    VOUS = "vous"
    CASUAL = "casual"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Shared:
    """Where and when two people worked together; a month that is None is unknown."""

    company: str
    start: Month | None = None
    end: Month | None = None
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    """The person written to, as the owner knows them. Empty is unknown."""

    name: str
    given: str = ""
    company: str = ""
    title: str = ""
    sector: str = ""
    closeness: Closeness | None = None
    context: Context | None = None
    since: str = ""
    shared: Shared | None = None


@dataclass(frozen=True, slots=True)
class Helper:
    """Who introduced me to the recipient."""

    name: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Me:
    """The owner, in the words of their own profile. Empty is unknown."""

    name: str = ""
    given: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    projects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    seeks: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the goal aims at: one of a person, a company, a sector, a topic; or nothing.

    With a connector, `person` is the final reader of the introduction whatever the goal names,
    and `company` and `title` are where and what they work.
    """

    person: str = ""
    company: str = ""
    title: str = ""
    sector: str = ""
    topic: str = ""


class Plan(StrEnum):
    """What we agreed to do together."""

    LUNCH = "plan-lunch"
    COFFEE = "plan-coffee"
    DRINK = "plan-drink"
    CALL = "plan-call"
    VISIT = "plan-visit"
    AGAIN = "plan-again"
    """To see each other again, or what no word of ours names."""


@dataclass(frozen=True, slots=True)
class Parting:
    """What was said when we met, in the owner's words; what is empty was not said.

    `talked` is what we spoke of, `thing` what I promised to send, `whom` to whom I offered to
    introduce them; `plan` is what we agreed to do, on the day `day`, None where we did not.
    """

    talked: tuple[str, ...] = ()
    thing: str = ""
    whom: str = ""
    plan: Plan | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class DraftBrief:
    """Everything one message is written from.

    `kind` is what this person is asked: the goal's kind, or an introduction of a connector.
    `steps` are the names from the recipient (left out) to the final reader (included), so that
    the first of them is whom a connector is asked to present. `codes` are the reasons of the
    verdict, and the fields after it what they need to be worded: asks to this person before this
    one and the day of the last, the last encounter, what this person is also kept for.
    `helped` is the day of their last help that has not been thanked. In an answer to what they
    asked of me, `kind` and `wanted` are theirs, and `until` is the day to come back on.

    `continued` is the day of the last ask of this matter, `reply` their answer to it, and
    `invited` tells that they said to come back any time. `occasion` is what is congratulated or
    thanked for, in the owner's words; `helper` who introduced us; `met` the day we last met in
    person, `event` where, and `parting` what was said there. `turn` counts the messages that came
    before: the next one is worded otherwise.
    `acquaintance` and `reader` are what questions and the paragraph to forward are fitted to,
    `owner_reads` the language that the owner is spoken to in.
    """

    kind: Kind
    to: Recipient
    today: date
    goal: Kind | None = None
    moment: Moment = Moment.ASK
    language: Language = "fr"
    address: Address | None = None
    medium: Medium = Medium.EMAIL
    purpose: str = ""
    by: date | None = None
    wanted: Wanted = field(default_factory=Wanted)
    me: Me = field(default_factory=Me)
    steps: tuple[str, ...] = ()
    codes: frozenset[Code] = frozenset()
    times_asked: int = 0
    last_asked: date | None = None
    last_met: date | None = None
    keep_for: str = ""
    helped: date | None = None
    until: date | None = None
    discreet: Literal["open", "discreet"] = "open"
    continued: date | None = None
    reply: Reply | None = None
    invited: Literal["invited", "uninvited"] = "uninvited"
    occasion: str = ""
    helper: Helper | None = None
    met: date | None = None
    event: str = ""
    parting: Parting = field(default_factory=Parting)
    owner_reads: Language | None = None
    acquaintance: Acquaintance = field(default_factory=Acquaintance)
    reader: Reader = field(default_factory=Reader)
    seed: int = 0
    turn: int = 0
    avoid: frozenset[str] = frozenset()
    """Ids of the wordings used last, as `Draft.wordings` gave them."""

    @property
    def aim(self) -> Kind:
        """The goal's kind, the asked kind when the goal is not given."""
        return self.goal or self.kind

    @property
    def connector(self) -> bool:
        """Whether this person is asked to present me to somebody else."""
        return bool(self.steps)

    @property
    def voice(self) -> Voice:
        """How to speak to the reader."""
        return voice_of(self.language, self.address, self.to)


def voice_of(language: Language, address: Address | None, to: Recipient) -> Voice:
    """Return how to speak: as declared, else *tu* and casual to friends and close ones only."""
    close = to.closeness is Closeness.CLOSE
    friendly = close or to.context in (Context.PERSONAL, Context.BOTH)
    near = address is Address.TU if address else friendly
    if language == "fr":
        return Voice.TU if near else Voice.VOUS
    return Voice.CASUAL if near or close else Voice.FORMAL


@dataclass(frozen=True, slots=True)
class Draft:
    """A message ready to be read over and sent by a person.

    For a spoken ask `subject` is the line that announces the purpose beforehand, and `body` the
    three sentences. Text messages and LinkedIn notes have no subject. `agenda` and `minutes` are
    those of a conversation, and `closing` its last question, which opens the network.
    """

    subject: str
    body: str
    forward: str
    questions: tuple[str, ...]
    kit: tuple[str, ...]
    language: Language
    address: Voice
    channel: Medium
    wordings: frozenset[str] = frozenset()
    """Ids of the wordings chosen, to be avoided next time."""
    agenda: tuple[str, ...] = ()
    minutes: int | None = None
    closing: str = ""
