"""A pact as one holds it up to the other, and the pacts as one keeps them for oneself."""

from collections.abc import Sequence

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.events import Pact
from entregent.services.pacts import Standing


def screen(face: Face, pact: Pact, address: str, me: str) -> Paper:
    """Return the screen to hold up: two names, two promises, and nothing of the book."""
    paper = face.paper()
    paper.air()
    title = "event.pact.between" if me else "event.pact.with"
    paper.write(face.say(title, name=pact.name, me=me), indent=2, touch=Touch.STRONG)
    for line in promises(face, pact, address):
        paper.air()
        paper.write(line, indent=2)
    paper.air()
    paper.write(face.say("event.pact.all"), indent=2, touch=Touch.SOFT)
    return paper


def promises(face: Face, pact: Pact, address: str) -> tuple[str, str]:
    """Return what I promise the other, and what they promise me, a sentence each."""
    mine = "event.pact.theirs-to-me" if pact.mine else "event.pact.theirs-open"
    return (
        face.say(f"event.pact.mine-to-them.{address}", theirs=pact.theirs),
        face.say(f"{mine}.{address}", mine=pact.mine),
    )


def listed(face: Face, known: Sequence[Standing]) -> Paper:
    """Return the pacts that stand, with who may answer to each, then those that are settled."""
    paper = face.paper()
    standing = [one for one in known if one.open]
    if not standing:
        paper.write(face.say("event.pact.nobody"))
    for one in standing:
        paper.label(face.say("event.pact.of", name=one.pact.name, on=one.pact.on))
        paper.letter(face.say("event.pact.they-seek", theirs=one.pact.theirs))
        if one.pact.mine:
            paper.letter(face.say("event.pact.i-seek", mine=one.pact.mine))
        for found in one.found:
            paper.letter(face.say("event.pact.found", found=found))
    settled = [one for one in known if not one.open]
    if settled:
        paper.label(face.say("event.pact.settled"))
    for one in settled:
        paper.letter(face.say("event.pact.of", name=one.pact.name, on=one.pact.on))
    if standing:
        paper.air()
        name = standing[0].pact.name
        rows = [(face.say(f"event.pact.how-{way}"), way) for way in ("kept", "drop")]
        commands = [(said, f'entregent event pact --{way} "{name}"') for said, way in rows]
        paper.pairs(commands, indent=0)
    return paper


def document(face: Face, one: Standing, address: str) -> shapes.Document:
    """Return a pact, the two promises in words, and what became of it."""
    pact = one.pact
    return {
        "name": pact.name,
        "on": pact.on.isoformat(),
        "event": pact.event,
        "theirs": pact.theirs,
        "mine": pact.mine,
        "promises": list(promises(face, pact, address)),
        "state": one.settled.value if one.settled else "open",
        "found": list(one.found),
    }


def answered_document(some: Sequence[Pact]) -> shapes.Document:
    """Return the pacts to which somebody just met may be an answer."""
    return {"pacts": [{"name": pact.name, "theirs": pact.theirs} for pact in some]}
