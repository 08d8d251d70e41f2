"""`draft`: the message, the paragraph to forward, the questions, the kit."""

from pathlib import Path

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.short import short
from entregent.cli.values import Worded
from entregent.domain.ids import PersonId
from entregent.drafts.brief import Medium
from entregent.locale.speech import quoted
from entregent.services import drafting
from entregent.services.asking import goal
from entregent.services.desk import Desk
from entregent.services.meant import who


@verb(
    "draft",
    argument("ask"),
    option("--to", value="person"),
    option("--channel", type=Worded("channel", tuple(Medium)), default="email"),
    option("--out", value="file"),
)
def command(face: Face, ask: str, to: str | None, channel: str, out: str | None) -> int:
    """Write the message for a planned ask; nothing is sent."""
    with face.desk(writing=False) as desk:
        drafted = _draft(face, desk, ask, to, channel)
        reader = who(desk, drafted.candidate.person)
        owner = who(desk, "me")
        handle = short(goal(desk, ask).id, [other.id for other in desk.book.goals()])
    if out:
        from entregent.cli.eml import save

        save(Path(out), drafted.draft, owner, reader)
    if face.as_json:
        face.give({**shapes.draft(drafted.draft), "to": {"id": reader.id, "name": reader.name}})
        return 0
    from entregent.cli.views.draft import sheet

    kind = drafted.candidate.kind
    sent = f"entregent record asked {quoted(reader.name)} {kind} --ask {handle}"
    after = [*_written(face, out), face.say("draft.next"), sent]
    face.show(sheet(face, drafted.draft, reader, after))
    return 0


def _written(face: Face, out: str | None) -> list[str]:
    return [face.say("draft.written", path=out)] if out else []


def _draft(face: Face, desk: Desk, ask: str, to: str | None, channel: str) -> drafting.Drafted:
    """Draft for the person named, else for the best candidate."""
    reader: PersonId | None = who(desk, to).id if to else None
    return drafting.draft(
        desk,
        goal(desk, ask),
        to=reader,
        channel=channel,
        catalogue=bootstrap.catalogue(),
        lang=face.speech.lang,
    )
