"""`draft`: the message, the paragraph to forward, the questions, the kit; and how it leaves."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.short import short
from entregent.cli.values import COUNT, Worded
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.drafts.brief import ASKING, Medium, Moment
from entregent.locale.speech import quoted
from entregent.services.asking import goal
from entregent.services.desk import Desk
from entregent.services.drafting import Drafted, draft
from entregent.services.events.afterwards import following_up
from entregent.services.meant import who
from entregent.services.moments import MOMENTS, Wish
from entregent.services.ports import BookError

if TYPE_CHECKING:
    from entregent.services.polishing import Polished

_DONE = {
    Medium.EMAIL: "wrote",
    Medium.SMS: "messaged",
    Medium.LINKEDIN: "messaged",
    Medium.SPOKEN: "called",
}
"""How one records a message that asked nothing."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A draft with who writes, reads, and its ask's short id; `also` is that of another one.

    `promise` is the promise that it keeps.
    """

    drafted: Drafted
    owner: Person
    reader: Person
    handle: str = ""
    also: str = ""
    promise: str = ""


@verb(
    "draft",
    argument("ask", required=False),
    option("--to", value="person"),
    option("--met", value="person"),
    option("--moment", type=Worded("moment", MOMENTS)),
    option("--for", "about", value="text", default=""),
    option("--helper", value="person"),
    option("--channel", type=Worded("channel", tuple(Medium)), default="email"),
    option("--seed", "turn", type=COUNT, default=0, value="count"),
    option("--out", value="file"),
    flag("--mailto"),
    flag("--clipboard"),
    flag("--polish"),
)
def command(face: Face, **values: Any) -> int:  # noqa: ANN401 - click's values
    """Write a message, and let it leave by a file, a link or the clipboard; nothing is sent."""
    if not (values["ask"] or values["moment"] or values["met"]):
        raise BookError("draft.nothing-named")
    if values["mailto"] and values["channel"] != Medium.EMAIL:
        raise BookError("draft.mailto-email")
    with face.desk(writing=False) as desk:
        letter = _letter(face, desk, values)
    result = _polished(letter) if values["polish"] else None
    if result:
        letter = replace(letter, drafted=replace(letter.drafted, draft=result.draft))
    told = _left(face, letter, values)
    if values["mailto"] and not face.as_json:
        print(_link(letter))  # noqa: T201 - alone on its line, to be given to another program
        return 0
    if face.as_json:
        face.give(_document(letter, values, result))
        return 0
    from entregent.cli.polished import told as said_of
    from entregent.cli.views.draft import sheet

    after = [*([said_of(face, result)] if result else []), *told, *_next(face, letter)]
    face.show(sheet(face, letter.drafted.draft, letter.reader, after, letter.drafted.copied))
    return 0


def _letter(face: Face, desk: Desk, values: dict[str, Any]) -> _Letter:
    def named(words: str | None) -> PersonId | None:
        return who(desk, words).id if words else None

    planned = goal(desk, values["ask"]) if values["ask"] else None
    to = named(values["met"] or values["to"])
    moment = Moment(values["moment"]) if values["moment"] else None
    follows = following_up(desk, to) if values["met"] and to is not None else None
    moment = moment or (follows.moment if follows else None)
    wish = Wish(
        to=to,
        moment=moment,
        medium=Medium(values["channel"]),
        about=values["about"],
        helper=named(values["helper"]),
        turn=values["turn"],
        lang=face.speech.lang,
    )
    drafted = draft(desk, planned, wish, catalogue=bootstrap.catalogue())
    ids = [one.id for one in desk.book.goals()]
    return _Letter(
        drafted,
        owner=who(desk, "me"),
        reader=who(desk, drafted.candidate.person),
        handle=short(planned.id, ids) if planned else "",
        also=short(drafted.also.id, ids) if drafted.also else "",
        promise=follows.promise if follows and moment is follows.moment else "",
    )


def _polished(letter: _Letter) -> "Polished":
    from entregent.cli.polished import polished

    return polished(letter.drafted)


def _left(face: Face, letter: _Letter, values: dict[str, Any]) -> list[str]:
    """Write the file and fill the clipboard where asked to; return what to say of it."""
    told = []
    draft_, copied = letter.drafted.draft, letter.drafted.copied
    if values["out"]:
        from entregent.cli.eml import save

        save(Path(values["out"]), draft_, letter.owner, letter.reader, copied=copied)
        told.append(face.say("draft.written", path=values["out"]))
    if values["clipboard"]:
        from entregent.cli.clipboard import copy
        from entregent.cli.eml import body

        copy(body(draft_))
        told.append(face.say("draft.copied"))
    return told


def _link(letter: _Letter) -> str:
    from entregent.cli.mailto import link

    return link(letter.drafted.draft, letter.reader, copied=letter.drafted.copied)


def _document(
    letter: _Letter, values: dict[str, Any], result: "Polished | None"
) -> shapes.Document:
    from entregent.cli.polished import document

    def person(one: Person) -> shapes.Document:
        return {"id": one.id, "name": one.name}

    return {
        **shapes.draft(letter.drafted.draft),
        "moment": letter.drafted.moment.value,
        "to": person(letter.reader),
        "bcc": [person(one) for one in letter.drafted.copied],
        **({"mailto": _link(letter)} if values["mailto"] else {}),
        **({"polish": document(result)} if result else {}),
    }


def _next(face: Face, letter: _Letter) -> list[str]:
    """Return what to note once the message is sent."""
    moment, candidate = letter.drafted.moment, letter.drafted.candidate
    name = quoted(letter.reader.name)
    lines = [face.say("draft.hides", name=letter.reader.name)] if letter.also else []
    if letter.also:
        lines.append(f"entregent draft {letter.also} --moment announce")
    if moment in ASKING:
        sent = f"entregent record asked {name} {candidate.kind} --ask {letter.handle}"
        return [*lines, face.say("draft.next"), sent]
    if moment is Moment.THANK:
        return [*lines, face.say("draft.sent"), f"entregent record thanked {name}"]
    return [*lines, *after_sending(face, letter.drafted, letter.reader.name, letter.promise)]


def after_sending(face: Face, drafted: Drafted, reader: str, promise: str = "") -> list[str]:
    """Return what to note once a message that asked nothing is sent, and so keeps a promise."""
    name, verb_ = quoted(reader), _DONE[drafted.draft.channel]
    kept = [f"entregent record kept {name} {quoted(promise)}"] if promise else []
    return [face.say("draft.sent"), f"entregent record {verb_} {name}", *kept]
