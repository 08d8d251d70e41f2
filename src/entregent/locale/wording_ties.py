"""What a tie rests on, said as a sentence about the tie, never about a person."""

from datetime import date
from typing import Protocol

from entregent.domain.ids import PersonId
from entregent.domain.words import Closeness
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast

_TWICE = 2
_MANY = 10


class Evidence(Protocol):
    """What ties `a` to `b`; `kind` says the main thing."""

    @property
    def a(self) -> PersonId:
        """One of the two."""
        ...

    @property
    def b(self) -> PersonId:
        """The other."""
        ...

    @property
    def kind(self) -> str:
        """What the tie mainly rests on."""
        ...

    @property
    def count(self) -> int:
        """How many encounters, or crossings."""
        ...

    @property
    def first(self) -> date | None:
        """The day of the first."""
        ...

    @property
    def last(self) -> date | None:
        """The day of the last."""
        ...

    @property
    def closeness(self) -> Closeness | None:
        """What the owner says of it."""
        ...

    @property
    def connected(self) -> date | None:
        """The day the two became connected on a network."""
        ...


def tie_sentence(speech: Speech, evidence: Evidence, cast: Cast) -> str:
    """Return what a tie rests on."""
    mine = cast.owner in (evidence.a, evidence.b)
    other = evidence.b if evidence.a == cast.owner else evidence.a
    names = {"who": cast.short(other), "a": cast.short(evidence.a), "b": cast.short(evidence.b)}
    side = "mine" if mine else "others"
    kind = str(evidence.kind)
    match kind:
        case "encounters" | "crossings":
            return _counted(speech, evidence, f"tie.{side}.{kind}", names)
        case "closeness" if evidence.closeness is not None:
            return speech.say(f"tie.{side}.closeness-{evidence.closeness}", **names)
        case "connected" if evidence.connected is not None:
            return speech.say(f"tie.{side}.connected", on=evidence.connected, **names)
        case "worked" | "ledger":
            return speech.say(f"tie.{side}.{kind}", **names)
    return speech.say(f"tie.{side}.listed", **names)


def _counted(speech: Speech, evidence: Evidence, key: str, names: dict[str, str]) -> str:
    """Return how often in words, since which year where it was not this one, and when last."""
    last, first = evidence.last, evidence.first
    if last is None:
        return speech.say(f"{key}-undated", **names)
    values = {**names, "n": evidence.count, "last": last}
    values["often"] = speech.say(f"tie.often.{_how_often(evidence.count)}")
    if evidence.count > 1 and first is not None and first.year < last.year:
        return speech.say(f"{key}-since", year=str(first.year), **values)
    return speech.say(key, **values)


def _how_often(count: int) -> str:
    if count >= _MANY:
        return "many"
    return "some" if count > _TWICE else "two"
