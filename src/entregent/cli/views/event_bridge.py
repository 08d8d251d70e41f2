"""Bridges as the terminal shows them, and as JSON."""

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper, Touch
from entregent.coach.bridges import Bridge, Manner
from entregent.services.events.bridging import Bridged


def bridge_shown(face: Face, bridged: Bridged) -> Paper:
    """Return the links, each with what to say; or what to say where there is none."""
    paper = face.paper()
    for link in bridged.links:
        paper.air()
        paper.write(
            face.say("event.bridge.link", heard=link.heard, to=link.thing.to), touch=Touch.STRONG
        )
        paper.write(_why(face, link), indent=2, touch=Touch.SOFT)
        paper.letter(link.sentence)
    if bridged.otherwise:
        paper.write(face.say("event.bridge.none"), touch=Touch.STRONG)
        paper.label(face.say("event.bridge.turn"))
        paper.letter(bridged.otherwise.turn)
        paper.label(face.say("event.bridge.leave"))
        paper.letter(bridged.otherwise.leave)
    return paper


def bridge_document(face: Face, bridged: Bridged, manner: Manner) -> Document:
    """Return the links, best first; `otherwise` is null where there are some."""
    otherwise = bridged.otherwise
    return {
        "links": [link_document(face, link) for link in bridged.links],
        "mode": manner.mode.value,
        "otherwise": {
            "text": face.say("event.bridge.none"),
            "turn": otherwise.turn,
            "leave": otherwise.leave,
        }
        if otherwise
        else None,
    }


def link_document(face: Face, link: Bridge) -> Document:
    """Return one link; `why` says in words how near the word heard is."""
    return {
        "to": link.thing.to,
        "kind": link.thing.kind.said,
        "sentence": link.sentence,
        "heard": link.heard,
        "why": _why(face, link),
    }


def _why(face: Face, link: Bridge) -> str:
    kind = face.say(f"event.bridge.kind.{link.thing.kind}", about=link.thing.about)
    close = "field" if link.field else link.nearness
    near = face.say(f"event.bridge.{close}", field=link.field)
    return f"{kind} · {near}"
