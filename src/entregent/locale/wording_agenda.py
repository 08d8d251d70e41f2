"""What there is to do today, said as sentences."""

from datetime import date
from typing import Protocol

from entregent.domain.ids import AskId, PersonId
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
    def person(self) -> PersonId | None:
        """With whom."""
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
    def goal(self) -> AskId | None:
        """For which plan."""
        ...


def agenda_sentence(speech: Speech, item: Item, cast: Cast, goal: str = "") -> str:
    """Return one thing to do; `goal` says the goal it serves, where it serves one."""
    key = f"agenda.{item.due}"
    values: dict[str, object] = {"on": item.on, "text": item.text, "goal": goal}
    if item.person is not None:
        values["who"] = cast.full(item.person)
    values["kind"] = speech.say(f"kind.{item.kind}") if item.kind is not None else ""
    if item.due == "deadline" and item.on < speech.today:
        key = "agenda.deadline-past"
    if item.due == "thanks" and item.text:
        key = "agenda.thanks-for"
    return speech.say(key, **values)
