"""`event debrief`: whom one met, what was promised, what comes next; nothing is graded."""

from typing import Any, Literal

from entregent import bootstrap
from entregent.cli.events.remembering import ask_about, settle
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.values import Worded
from entregent.domain.words import Address
from entregent.drafts.brief import Medium
from entregent.services.events.debriefing import Debrief, Fate, debrief, looked_back_at
from entregent.services.events.guests import drop_list
from entregent.services.events.leanings import leaning_of, spoken_of, untold
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
        seen = debrief(desk, looked_back_at(desk, " ".join(event)))
        if writing:
            batches = settle(desk, seen, said)
            if said["drop_list"]:
                drop_list(desk, seen.event.event)
    asks = not (writing or face.as_json) and ask_about(face, seen)
    return _shown(face, seen, batches, told="told" if batches or asks else "read")


def _shown(face: Face, seen: Debrief, batches: list[str], *, told: Literal["told", "read"]) -> int:
    """Show an event looked back at; once all is `told`, what the last ones have in common."""
    from entregent.cli.views.event_debrief import document, sheet

    with face.desk(writing=False) as desk:
        seen = debrief(desk, seen.event)
        leaning = untold(desk) if told == "told" and not seen.open else None
        if face.as_json:
            face.give(document(desk, face, seen, leaning, batches))
        else:
            face.show(sheet(desk, face, seen, leaning))
    if leaning is not None:
        with face.desk(writing=True) as desk:
            spoken_of(desk, leaning)
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
    from entregent.services.events.afterwards import channel_of, following_up
    from entregent.services.moments import Wish

    with face.desk(writing=False) as desk:
        line = debrief(desk, looked_back_at(desk, words)).line(number_of(said["draft"]))
        if line.person is None or line.fate is not Fate.KEPT:
            raise BookError("event.not-kept", number=said["draft"])
        person = line.person
        medium = Medium(said["channel"]) if said["channel"] else channel_of(person)
        follows = following_up(desk, person.id)
        wish = Wish(to=person.id, moment=follows.moment, medium=medium, lang=face.speech.lang)
        written = draft(desk, None, wish, catalogue=bootstrap.catalogue())
    if face.as_json:
        to = {"id": person.id, "name": person.name}
        face.give({**shapes.draft(written.draft), "moment": written.moment.value, "to": to})
        return 0
    from entregent.cli.commands.draft_command import after_sending

    after = after_sending(face, written, person.name, follows.promise)
    if written.also is not None:
        announce = f"entregent draft {written.also.id} --moment announce"
        after = [face.say("draft.hides", name=person.name), announce, *after]
    face.show(sheet(face, written.draft, person, after))
    return 0
