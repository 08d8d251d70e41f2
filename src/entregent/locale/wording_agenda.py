"""What there is to do, said as sentences, and in few words for a calendar."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from entregent.domain.ids import PersonId
from entregent.domain.text import unstopped
from entregent.domain.words import Kind
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast


class Item(Protocol):
    """One thing to do: what, the day it speaks of, with whom or for which goal."""

    @property
    def due(self) -> str:
        """What there is to do."""
        ...

    @property
    def on(self) -> date:
        """The day it speaks of."""
        ...

    @property
    def by(self) -> date | None:
        """The day it was promised for."""
        ...

    @property
    def person(self) -> PersonId | None:
        """With whom."""
        ...

    @property
    def with_them(self) -> Sequence[PersonId]:
        """Who else comes."""
        ...

    @property
    def other(self) -> PersonId | None:
        """Whom an introduction or a step leads to, or comes from."""
        ...

    @property
    def errand(self) -> str:
        """What an introduction asks of me."""
        ...

    @property
    def kind(self) -> Kind | None:
        """About what kind of ask."""
        ...

    @property
    def text(self) -> str:
        """The words of the fact."""
        ...

    @property
    def called(self) -> str:
        """What somebody calls themself who is nobody of the book."""
        ...

    @property
    def found(self) -> str:
        """Who may answer to what they seek."""
        ...


def agenda_sentence(speech: Speech, item: Item, cast: Cast, goal: str = "") -> str:
    """Return one thing to do; `goal` says the goal it serves, where it serves one."""
    text = unstopped(item.text)
    values: dict[str, object] = {"on": item.on, "by": item.by, "text": text, "goal": goal}
    values |= {"called": item.called, "found": item.found}
    if item.person is not None:
        values["who"] = cast.full(item.person)
        values["names"] = [cast.full(one) for one in (item.person, *item.with_them)]
    if item.other is not None:
        values["other"] = cast.full(item.other)
    if item.errand and item.person is not None:
        key = f"introduce.errand.{item.errand}"
        values["errand"] = speech.say(key, who=cast.short(item.person))
    values["kind"] = speech.say(f"kind.{item.kind}.a") if item.kind is not None else ""
    return speech.say(f"agenda.{item.due}{_turn(item, speech.today)}", **values)


def calendar_words(speech: Speech, item: Item, cast: Cast, goal: str = "") -> str:
    """Return one thing to do in the few words that stand in a calendar."""
    who = item.called if item.person is None else cast.full(item.person)
    return speech.say(f"calendar.{item.due}", who=who, goal=goal)


def _turn(item: Item, today: date) -> str:
    """Return the turn of phrase that fits: with words, with a day, past its day."""
    match item.due:
        case "deadline" | "step":
            turn, fits = "-past", item.on < today
        case "thanks" | "request":
            turn, fits = "-for", bool(item.text)
        case "meeting":
            turn, fits = "-at", bool(item.text)
        case "introduction":
            turn, fits = "-one", item.other is None
        case "promise" | "promised":
            turn, fits = "-by", item.by is not None
        case "pact":
            turn, fits = "-found", bool(item.found)
        case _:
            turn, fits = "", False
    return turn if fits else ""
