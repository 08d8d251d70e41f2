"""Words that the pages on reach share: what a place is called, how many it holds, by whom."""

from collections.abc import Sequence

from entregent.asks.groups import Group
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.network.bridges import Bridge, Side
from entregent.network.reach import Opened
from entregent.services.reaching import Reach

_NAMED = 3


def called(face: Face, group: Group) -> str:
    """Return a place's name, in the person's language where the table of sectors tells it."""
    if group.sector is None:
        return group.name
    return group.sector.fr if face.speech.lang == "fr" else group.sector.en


def counted(face: Face, opened: Opened) -> str:
    """Return how many people can be reached, and how many of them I know."""
    people, known = len(opened.people), len(opened.known)
    if not known:
        return face.say("reach.by-others", n=people)
    if known == people:
        return face.say("reach.known", n=known)
    return face.say("reach.some-known", n=known, people=people)


def by_whom(face: Face, names: Names, opened: Opened) -> str:
    """Return who opens a place, the best first, or who is the only way in."""
    through = opened.through
    if opened.only in through:
        return face.say("reach.only", name=names.full(opened.only))
    if opened.only is not None:
        leading = [names.full(one) for one in through[:_NAMED]]
        return face.say("reach.only-between", name=names.full(opened.only), names=leading)
    return few(face, "reach.through", [names.full(one) for one in through[:_NAMED]], len(through))


def few(face: Face, key: str, names: Sequence[str], number: int) -> str:
    """Return the first names of so many, and how many more there are."""
    if number > len(names):
        return face.say(f"{key}-more", names=", ".join(names), n=number - len(names))
    return face.say(key, names=list(names))


def sides_told(face: Face, names: Names, found: Reach, bridge: Bridge) -> tuple[str, str]:
    """Return what a bridge links: the circles of each side, or the people around its end."""
    return _side(face, names, found, bridge.one), _side(face, names, found, bridge.other)


def _side(face: Face, names: Names, found: Reach, side: Side) -> str:
    if not side.circles:
        return face.say("reach.side-people", name=names.full(side.person), n=side.people)
    if len(side.circles) > _NAMED:
        return face.say("reach.side-rest")
    circles = [face.say("reach.side-circle", name=found.circles[key]) for key in side.circles]
    return face.speech.list(circles)
