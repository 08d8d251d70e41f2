"""`event met`: one line about somebody just met, read back at once."""

from pathlib import Path
from typing import Any

from entregent.cli.face import Face
from entregent.cli.files import read
from entregent.cli.grammar import argument, option, verb
from entregent.cli.keys import ask_key, can_ask
from entregent.cli.values import COUNT, DAY
from entregent.services.desk import Desk
from entregent.services.events import capturing as verbs
from entregent.services.pacts import answered


@verb(
    "met",
    argument("text", nargs=-1, required=False),
    option("--event", value="event", default=""),
    option("--on", "day", type=DAY, value="day"),
    option("--file", value="file"),
    option("--replace", type=COUNT, value="item"),
    option("--drop", type=COUNT, value="item"),
)
def command(face: Face, text: tuple[str, ...], **told: Any) -> int:  # noqa: ANN401 - click's values
    """Keep a line, list the lines of the evening, or let one of them read otherwise."""
    words = " ".join(text)
    if told["drop"] is not None:
        return _retype(face, told["event"], told["drop"], "")
    if told["replace"] is not None:
        return _retype(face, told["event"], told["replace"], words, needed="text")
    if text or told["file"]:
        return _keep(face, words, told)
    return _list(face, told["event"])


def _keep(face: Face, words: str, told: dict[str, Any]) -> int:
    from entregent.cli.views import event_met as view
    from entregent.cli.views.event_pact import answered_document

    with face.desk(writing=True) as desk:
        texts = [words] if words else []
        if told["file"]:
            texts += _lines(verbs.Reader(desk), told["file"], face.speech.lang)
        event = verbs.here(desk, told["event"], told["day"])
        kept, batch = verbs.capture(desk, texts, event, told["day"])
        lines = verbs.tonight(desk, event) if told["day"] is None else ()
        said = verbs.Reader(desk).read_all(kept)
        pacts = [pact for line in kept for pact in answered(desk, line.text)]
    if face.as_json:
        face.give(view.kept_document(batch, event, said) | answered_document(pacts))
        return 0
    number = str(len(lines)) if len(said) == 1 and lines else "N"
    asks = can_ask(face)
    face.show(view.kept(face, event, said, "" if asks else number))
    for pact in pacts:
        face.line("event.pact.answered", name=pact.name, theirs=pact.theirs)
    if asks and ask_key(face.say("event.met.right"), ("n",)):
        face.show(view.how(face, number))
    return 0


def _lines(reader: verbs.Reader, file: str, lang: str) -> list[str]:
    """Return the lines of a file: as they are typed, of a visiting card, of an address book."""
    from entregent import bootstrap
    from entregent.services.ports import Opened

    data = read(file)
    if file != "-" and bootstrap.is_address_book(data, file):
        return reader.lines_of_cards(bootstrap.readers().read(Opened((Path(file),))), lang)
    return reader.lines_of(bootstrap.plain_text(data), lang)


def _retype(face: Face, event: str, number: int, words: str, needed: str = "") -> int:
    from entregent.cli.views import event_met as view
    from entregent.services.ports import BookError

    if needed and not words.strip():
        raise BookError("event.met-empty")
    with face.desk(writing=True) as desk:
        lines = _tonight(desk, event)
        line, batch = verbs.retype(desk, lines, number, words)
        said = verbs.Reader(desk).read_all([line])
        place = verbs.here(desk, event)
    if face.as_json:
        face.give(view.kept_document(batch, place, said if words else []))
    elif words:
        face.show(view.kept(face, place, said))
    else:
        face.line("event.met.dropped", batch=batch[-6:])
    return 0


def _list(face: Face, event: str) -> int:
    from entregent.cli.views import event_met as view

    with face.desk(writing=False) as desk:
        place = verbs.here(desk, event)
        lines = _tonight(desk, event)
        said = verbs.Reader(desk).read_all([one.captured for one in lines])
    if face.as_json:
        face.give(view.listed_document(place, said))
    else:
        face.show(view.listed(face, place, said))
    return 0


def _tonight(desk: Desk, event: str) -> tuple[verbs.Line, ...]:
    return verbs.tonight(desk, verbs.here(desk, event))
