"""Facts: what is known, one value each, dated where the world dates it.

`person` is whom the fact is about, `other` a second person where there is one. Dates are days
in the owner's time zone. Facts never change; what replaces them is another fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from entregent.domain.events import (
    Captured,
    Debriefed,
    Event,
    Guest,
    Pact,
    Remembered,
    Retyped,
    Unlisted,
)
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.inbox import Brokered, Capacity, Requested, Responded
from entregent.domain.months import Month
from entregent.domain.partners import Shared
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Planned, Promised, Rhythm, Settled
from entregent.domain.words import (
    Address,
    Channel,
    Closeness,
    Context,
    Kind,
    Origin,
    Reply,
    Said,
    Usage,
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing said about a person: a name, an address, a circle."""

    person: PersonId
    said: Said
    value: str


@dataclass(frozen=True, slots=True)
class Position:
    """A place of work held from `start` to `end`, both months included; None is unknown or open."""

    person: PersonId
    company: str
    title: str = ""
    start: Month | None = None
    end: Month | None = None

    def holds(self, today: date) -> bool:
        """Tell whether the position is held on `today`."""
        if self.start is None and self.end is None:
            return True
        month = Month.of(today)
        begun = self.start is None or self.start <= month
        return begun and (self.end is None or month <= self.end)


@dataclass(frozen=True, slots=True)
class Seen:
    """A source lists this person; the record it stands in is the fact's provenance."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Tied:
    """`person` and `other` know each other (`other` is the owner for a tie of mine).

    What is None is not said, and leaves earlier words standing.
    """

    person: PersonId
    other: PersonId
    context: Context | None = None
    address: Address | None = None
    closeness: Closeness | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """The owner says that `person` and `other` are two people, however alike they look."""

    person: PersonId
    other: PersonId


@dataclass(frozen=True, slots=True)
class Connected:
    """The two became connected on a social network: a tie, not an encounter."""

    person: PersonId
    other: PersonId
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """I confirm that `person` and I really worked together."""

    person: PersonId
    company: str
    start: Month | None = None
    end: Month | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What is known of a company: its sector, and whether its people may refer somebody."""

    company: str
    sector: str = ""
    referrals: Usage | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """What `person` asked not to be asked: `kinds`, or everything when empty; `until` included."""

    person: PersonId
    kinds: frozenset[Kind] = frozenset()
    until: date | None = None
    because: str = ""

    def covers(self, kind: Kind, today: date) -> bool:
        """Tell whether this boundary forbids `kind` on `today`."""
        active = self.until is None or today <= self.until
        return active and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Busy:
    """`person` told me of a busy period; both days are included."""

    person: PersonId
    start: date
    end: date
    because: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Something `person` looks for."""

    person: PersonId
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something `person` can give."""

    person: PersonId
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The owner never wants `person` suggested; no reason is asked."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Discreet:
    """`person`, or everybody at `company`, must not know of my search."""

    person: PersonId | None = None
    company: str = ""


@dataclass(frozen=True, slots=True)
class Trashed:
    """The owner put `person` away: in no answer, until they are brought back or forgotten."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the owner wants to ask again, by its name."""

    name: str
    query: str

    @staticmethod
    def may_be_called(name: str) -> bool:
        """Tell whether `@name` can be typed in a query: one word, without a colon or a quote."""
        return bool(name) and not any(char.isspace() or char in '":' for char in name)


MOST_RECIPIENTS = 5
"""What is turned to more people than this is no encounter with any of them."""


SIDE_BY_SIDE = "crossed "
"""How the key of a crossing begins that a letter to both shows: its writer knows them both."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """`person` turned to `other` on a day, by some channel."""

    person: PersonId
    other: PersonId
    on: date
    channel: Channel
    where: str = ""
    note: str = ""
    key: str = ""
    """What makes the trace itself unique (a message's id, an event's uid); empty by hand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """I asked `person` for something. `continues` names the ask whose matter this pursues."""

    person: PersonId
    on: date
    kind: Kind
    text: str = ""
    ask: AskId | None = None
    continues: AskId | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """`person` answered their latest unanswered ask."""

    person: PersonId
    on: date
    reply: Reply


@dataclass(frozen=True, slots=True)
class Invited:
    """`person` said "come back any time"."""

    person: PersonId
    on: date


@dataclass(frozen=True, slots=True)
class Received:
    """`person` helped me."""

    person: PersonId
    on: date
    text: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Gave:
    """I helped `person`."""

    person: PersonId
    on: date
    text: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Thanked:
    """I thanked `person`; it clears all they did before."""

    person: PersonId
    on: date


@dataclass(frozen=True, slots=True)
class Lifted:
    """The discomfort of `person` about asks of this kind is over."""

    person: PersonId
    on: date
    kind: Kind


Profile: TypeAlias = Detail | Position | Seen
"""What makes up a person's portrait."""
Bond: TypeAlias = Tied | Connected | Worked
Rule: TypeAlias = Boundary | Busy | LeftOut | Discreet | House
Habit: TypeAlias = Trashed | SavedSearch
"""How the owner keeps the book."""
Wish: TypeAlias = Need | Offer
Deed: TypeAlias = Asked | Answered | Invited | Received | Gave | Thanked | Lifted
"""A line of the ledger."""
Asking: TypeAlias = Requested | Responded | Capacity | Brokered
"""What others ask of me."""
Upkeep: TypeAlias = Rhythm | Settled | Promised | Kept | Lead | LeadEnded | Planned
"""What keeps help going both ways."""
Occasion: TypeAlias = (
    Event | Guest | Unlisted | Captured | Retyped | Pact | Shared | Remembered | Debriefed
)
"""What is told of events."""
Fact: TypeAlias = (
    Profile | Apart | Bond | Rule | Habit | Wish | Deed | Asking | Upkeep | Occasion | Encounter
)

DEEDS: tuple[type, ...] = (Asked, Answered, Invited, Received, Gave, Thanked, Lifted)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a file and the record in it, both empty when said by hand."""

    origin: Origin
    file: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as the book keeps it: with its id, its batch, its source and unknown words kept."""

    id: FactId
    batch: BatchId
    fact: Fact
    source: Source
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact]:
        """The fact, as others tell several."""
        return (self.fact,)
