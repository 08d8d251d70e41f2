"""`event card`: my visiting card, as a code that any phone reads without a network."""

from pathlib import Path

from entregent.bootstrap.visiting import Form, drawn, fitted
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import flag, option, verb
from entregent.domain.visiting import Line, lines_of
from entregent.services.ports import BookError
from entregent.services.visiting import Choice, visiting_card


@verb(
    "card",
    option("-o", "--out", value="file"),
    option("--only", value="event.card-lines", default=""),
    flag("--short", "shortest"),
    flag("--with-phone"),
    option("--email", value="text", default=""),
    flag("--mecard"),
)
def command(
    face: Face,
    *,
    out: str | None,
    only: str,
    email: str,
    mecard: bool,
    **chosen: bool,
) -> int:
    """Show my card in the terminal, or write it to a file."""
    from entregent.cli.views.event_card import document, sheet

    choice = Choice(_lines(only, **chosen), (Line.PHONE,) if chosen["with_phone"] else (), email)
    with face.desk(writing=False) as desk:
        mine = visiting_card(desk, choice)
    forms = (Form.MECARD,) if mecard else tuple(Form)
    if out:
        title = face.say("event.card-title", name=mine.card.name)
        spelled, content = drawn(Path(out), mine.card, forms, title=title)
        write(Path(out), content)
    else:
        spelled = fitted(mine.card, forms)
    if face.as_json:
        face.give(document(spelled, out))
    else:
        sheet(face, mine, spelled, out)
    return 0


def _lines(only: str, *, shortest: bool, with_phone: bool) -> frozenset[Line] | None:
    """Return the lines chosen; none for the shortest card, None for those of the settings."""
    if bool(only) + shortest + with_phone > 1:
        raise BookError("event.card-either")
    if shortest:
        return frozenset()
    try:
        return lines_of(only) if only else None
    except ValueError as error:
        raise BookError("event.card-line", word=str(error), among=", ".join(Line)) from error
