"""First sentences: what one may say to begin, true in an honest mouth, one breath each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, TypeAlias

from entregent.coach.brief.model import Attendee, Reason, Why, Worth
from entregent.domain.events import Mode
from entregent.domain.text import small
from entregent.domain.words import Address as Form
from entregent.locale.speech import Speech

Address: TypeAlias = Literal["tu", "vous", "en"]
"""How one speaks to somebody: in French one of two ways, or in English."""
_LONGEST = 48
"""Letters of somebody's words that can be said within one breath."""
_OFTEN = 2
_FOR: Mapping[Why, str] = {
    Why.THEY_SEEK: "seek",
    Why.SOUGHT: "craft",
    Why.NETWORK_GIVES: "seek",
    Why.THEY_OFFER: "offer",
    Why.SUBJECT: "subject",
    Why.ONCE_THERE: "once",
}


@dataclass(frozen=True, slots=True)
class Openers:
    """The sentences of `content/brief/openings`, in one way to address people.

    `me` is the name I give, empty where none is known; `hour` the time of day of the greeting.
    """

    table: Mapping[str, Any]
    address: Address
    mode: Mode
    me: str
    hour: Literal["day", "evening"]
    speech: Speech

    def towards(self, form: Form | None) -> Address:
        """Return how to speak to somebody to whom, in French, one is known to say tu or vous."""
        if self.address == "en" or form is None:
            return self.address
        return "tu" if form is Form.TU else "vous"

    def to(self, worth: Worth) -> tuple[str, ...]:
        """Return two ways to begin with somebody, the closest to them first."""
        told = ((row, _values(row["for"], worth)) for row in self._rows("opening"))
        said = (self.speech.fill(row[self.address], held) for row, held in told if held is not None)
        found = tuple(islice(said, _OFTEN))
        return (self._greeted(found[0]), *found[1:])

    def to_anybody(self) -> tuple[str, ...]:
        """Return ways to begin with somebody of whom nothing is known."""
        rows = [row for row in self._rows("opening") if row["for"] == "any"]
        said = [str(row[self.address]) for row in rows]
        return (self._greeted(said[0]), *said[1:])

    def asking(self, name: str, address: Address) -> str:
        """Return what to say to somebody who may introduce us."""
        return self.speech.fill(self.table["ask"][address], {"name": name})

    def warm(self, what: str, address: Address) -> str:
        """Return a first word to somebody known."""
        return next(str(row[address]) for row in self.table["warm"] if row["for"] == what)

    def arriving(self) -> tuple[tuple[str, str], ...]:
        """Return what to do in the first minutes, each with what to say."""
        said = "en_say" if self.address == "en" else self.address
        lang = self.speech.lang
        return tuple((row[lang], row[said]) for row in self._rows("arriving"))

    def _rows(self, kind: str) -> Iterator[Mapping[str, Any]]:
        return (row for row in self.table[kind] if row.get("mode", self.mode) == self.mode)

    def _greeted(self, text: str) -> str:
        hello = self.table["hello"]
        if not self.me:
            greeting = hello["nameless"]["en" if self.address == "en" else self.hour]
        else:
            greeting = self.speech.fill(hello[self.hour][self.address], {"me": self.me})
        return f"{greeting} {text}"


def _values(when: str, worth: Worth) -> Mapping[str, str] | None:
    """Return what fills an opening, None where it does not apply."""
    who = worth.attendee
    match when:
        case "any":
            return {}
        case "perhaps":
            return {} if who.perhaps else None
        case "company":
            return {"company": who.company} if _sayable(who.company) else None
        case "title":
            return {"theirs": _lower(who.title)} if _sayable(who.title) else None
        case _:
            return _told(when, worth.because, who)


def _told(when: str, because: Sequence[Reason], who: Attendee) -> Mapping[str, str] | None:
    for reason in because:
        stands = when != "subject" or reason.theirs in who.topics
        if stands and _FOR.get(reason.why) == when and _sayable(reason.theirs):
            return {"theirs": _lower(reason.theirs), "company": who.company}
    return None


def _sayable(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not set(text) & set("«»“”\n")


def _lower(text: str) -> str:
    """Return a text with a small first letter, unless that word is an acronym or a name."""
    first = text.split(maxsplit=1)[0]
    return small(text) if first[1:].islower() or len(first) == 1 else text
