"""Whether a way will carry, and what it opens: sentences about ties, never about a person."""

from typing import Protocol

from entregent.domain.ids import PersonId
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast


class Carry(Protocol):
    """How a chain of so many ties carries, and the two people of its weakest tie."""

    @property
    def level(self) -> str:
        """`well`, `fairly` or `barely`."""
        ...

    @property
    def ties(self) -> int:
        """How many ties."""
        ...

    @property
    def thin(self) -> tuple[PersonId, PersonId] | None:
        """Where it is thinnest; None where each tie would carry well by itself."""
        ...


class Ground(Protocol):
    """A place where a chain leads."""

    @property
    def sort(self) -> str:
        """`sector`, `circle` or `company`."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def mine(self) -> bool:
        """Whether I belong there."""
        ...


class Opening(Protocol):
    """What a chain opens."""

    @property
    def level(self) -> str:
        """`much`, `some` or `little`."""
        ...

    @property
    def ground(self) -> Ground:
        """The place that tells it."""
        ...

    @property
    def moderate(self) -> bool:
        """Whether my own tie is neither close nor lost."""
        ...


def carry_sentence(speech: Speech, carry: Carry, cast: Cast) -> str:
    """Return whether an ask will carry, and where the way is thinnest."""
    if carry.thin is None or str(carry.level) == "well":
        return speech.say(f"carries.{carry.level}.sound", n=carry.ties)
    one, other = carry.thin
    if carry.ties == 1:
        return speech.say(f"carries.{carry.level}.direct")
    if one == cast.owner:
        return speech.say(f"carries.{carry.level}.mine", who=cast.short(other))
    return speech.say(f"carries.{carry.level}.others", a=cast.short(one), b=cast.short(other))


def opening_sentence(speech: Speech, opening: Opening, name: str) -> str:
    """Return what a way opens; `name` is the place's, in the language spoken."""
    own = opening.ground.mine and str(opening.level) == "little"
    told = speech.say(f"opens.{opening.level}.{'mine' if own else opening.ground.sort}", name=name)
    return f"{told} {speech.say('opens.moderate')}" if opening.moderate else told
