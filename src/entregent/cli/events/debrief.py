"""`event debrief`: whom one met, what was promised, what comes next; nothing is graded."""

from typing import Any

from entregent import bootstrap
from entregent.cli.events.remembering import ask_about, settle
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.values import Worded
from entregent.domain.words import Address
from entregent.drafts.brief import Medium
from entregent.services.events.debriefing import Debrief, Fate, debrief, drop_strangers
from entregent.services.events.keeping import which_event
from entregent.services.events.leanings import leaning_of, told, untold
from entregent.services.ports import BookError

_SAID = ("keep", "skip", "friend", "well", "note", "drop_list")


@verb(
    "debrief",
    argument("event", nargs=-1, required=False),
    option("--keep", value="number", multiple=True),
    option("--as", "named", value="person", default=""),
    option("--address", type=Worded("address", tuple(Address))),
    option("--skip", value="number", multiple=True),
    option("--friend", value="number", multiple=True),
    option("--well", value="text", default=""),
    option("--note", value="text", default=""),
    option("--draft", value="number"),
    option("--channel", type=Worded("channel", tuple(Medium))),
    flag("--drop-list"),
    flag("--all"),
)
def command(face: Face, event: tuple[str, ...], **said: Any) -> int:  # noqa: ANN401 - click's values
    """Look back at an event: lines become people, promises get their days."""
    if said["all"]:
        return _across(face)
    if said["draft"]:
        return _draft(face, " ".join(event), said)
    writing = any(said[name] for name in _SAID)
    batches: list[str] = []
    with face.desk(writing=writing) as desk:
        seen = debrief(desk, which_event(desk, " ".join(event)))
        if writing:
            batches = settle(desk, seen, said)
            if said["drop_list"]:
                drop_strangers(desk, seen)
            seen = debrief(desk, seen.event)
    asks = not (writing or face.as_json) and ask_about(face, seen)
    return _shown(face, seen.event.name if asks else "", seen, batches)


def _shown(face: Face, again: str, seen: Debrief, batches: list[str]) -> int:
    """Show an event looked back at; `again` names it where it changed meanwhile."""
    from entregent.cli.views.event_debrief import document, sheet

    finished = not seen.open
    with face.desk(writing=finished and bool(batches)) as desk:
        seen = debrief(desk, seen.event) if again else seen
        leaning = untold(desk) if not seen.open and (batches or again) else None
        if face.as_json:
            face.give(document(desk, face, seen, leaning, batches))
        else:
            face.show(sheet(desk, face, seen, leaning))
    if leaning is not None:
        with face.desk(writing=True) as desk:
            told(desk, leaning)
    return 0


def _across(face: Face) -> int:
    """Say what the last events have in common, where they have."""
    with face.desk(writing=False) as desk:
        found = leaning_of(desk)
    text = face.say(f"event.debrief.leaning.{found}" if found else "event.debrief.leaning.none")
    if face.as_json:
        face.give({"leaning": found.value if found else None, "text": text})
    else:
        paper = face.paper()
        paper.write(text)
        face.show(paper)
    return 0


def _draft(face: Face, words: str, said: dict[str, Any]) -> int:
    """Write to somebody who was met there."""
    from entregent.cli import json_shapes as shapes
    from entregent.cli.events.remembering import number_of
    from entregent.cli.views.draft import sheet
    from entregent.services.drafting import draft
    from entregent.services.events.afterwards import channel_of, moment_after
    from entregent.services.moments import Wish

    with face.desk(writing=False) as desk:
        line = debrief(desk, which_event(desk, words)).line(number_of(said["draft"]))
        if line.person is None or line.fate is not Fate.KEPT:
            raise BookError("event.not-kept", number=said["draft"])
        person = line.person
        medium = Medium(said["channel"]) if said["channel"] else channel_of(person)
        moment = moment_after(desk, person.id)
        wish = Wish(to=person.id, moment=moment, medium=medium, lang=face.speech.lang)
        written = draft(desk, None, wish, catalogue=bootstrap.catalogue())
    if face.as_json:
        to = {"id": person.id, "name": person.name}
        face.give({**shapes.draft(written.draft), "moment": written.moment.value, "to": to})
        return 0
    from entregent.cli.commands.draft_command import after_sending

    face.show(sheet(face, written.draft, person, after_sending(face, written, person.name)))
    return 0
