"""What the network opens, as JSON: every place, and all that is told of one."""

from typing import Any

from entregent.asks.groups import Group
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.views.reach_words import called, sides_told
from entregent.domain.words import Sort
from entregent.locale.wording_outlook import carry_sentence, opening_sentence
from entregent.locale.wording_ties import tie_sentence
from entregent.network.bridges import Bridge, Side
from entregent.network.reach import Opened
from entregent.services.reaching import Link, Place, PlaceSheet, Reach

_PLURAL = {Sort.COMPANY: "companies", Sort.SECTOR: "sectors", Sort.CIRCLE: "circles"}


def document(face: Face, names: Names, found: Reach) -> shapes.Document:
    """Return everything that is open, and where nobody leads."""
    places: shapes.Document = {
        plural: [_place(face, names, one) for one in found.places if one.group.sort is sort]
        for sort, plural in _PLURAL.items()
    }
    closed = {
        plural: [called(face, group) for group in found.closed if group.sort is sort]
        for sort, plural in _PLURAL.items()
    }
    return {
        **places,
        "goals": [
            {"ask": shapes.goal(goal, names), **_opened(names, opened)}
            for goal, opened in found.goals
        ],
        "bridges": [_bridge(face, names, found, *one) for one in found.bridges],
        "nobody": closed,
    }


def place_document(face: Face, names: Names, known: PlaceSheet) -> shapes.Document:
    """Return one place, with who is there and the best chain by each who opens it."""
    group, opens = known.place.group, known.opens
    told = {
        **_place(face, names, known.place),
        "members": [shapes.named(names, one) for one in known.place.opened.people],
        "ways": [_way(face, names, known, one) for one in known.links],
        "opens": None
        if opens is None
        else {
            "level": opens.level.value,
            "text": opening_sentence(face.speech, opens, called(face, group)),
        },
        "were": [shapes.named(names, one) for one in known.were],
    }
    return {_PLURAL[group.sort]: [told]}


def _place(face: Face, names: Names, place: Place) -> shapes.Document:
    group: Group = place.group
    return {"name": called(face, group), **_opened(names, place.opened), "mine": group.mine}


def _opened(names: Names, opened: Opened) -> dict[str, Any]:
    only = opened.only
    return {
        "people": len(opened.people),
        "known": len(opened.known),
        "through": [shapes.named(names, one) for one in opened.through],
        "only_through": None if only is None else shapes.named(names, only),
    }


def _way(face: Face, names: Names, known: PlaceSheet, link: Link) -> shapes.Document:
    return {
        "chain": [shapes.named(names, one) for one in link.people],
        "resting_until": shapes.plain(known.resting.get(link.people[1])),
        "carries": {
            "level": link.carries.level.value,
            "text": carry_sentence(face.speech, link.carries, names),
        },
        "ties": [
            {"from": tie.a, "to": tie.b, "text": tie_sentence(face.speech, tie, names)}
            for tie in link.evidence
        ],
    }


def _bridge(face: Face, names: Names, found: Reach, bridge: Bridge, link: Link) -> shapes.Document:
    one, other = sides_told(face, names, found, bridge)
    return {
        "between": [shapes.named(names, person) for person in link.people],
        "sides": [_side(found, side) for side in (bridge.one, bridge.other)],
        "text": face.say("reach.bridge", one=one, other=other),
        "tie": tie_sentence(face.speech, link.evidence[0], names),
    }


def _side(found: Reach, side: Side) -> shapes.Document:
    return {"people": side.people, "circles": [found.circles[key] for key in side.circles]}
