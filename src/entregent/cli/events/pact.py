"""`event pact`: two people who have just met look out for each other."""

from typing import Any

import click

from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.keys import ask_line, can_ask
from entregent.cli.values import Worded
from entregent.domain.events import Event, Pact
from entregent.domain.text import tokens
from entregent.domain.upkeep import Settling
from entregent.domain.words import Address
from entregent.services import pacts as verbs
from entregent.services.desk import Desk
from entregent.services.events.keeping import events, which_event
from entregent.services.given_names import given_name


@verb(
    "pact",
    argument("name", nargs=-1, required=False),
    option("--they-seek", "theirs", value="text", default=""),
    option("--i-seek", "mine", value="text"),
    option("--event", value="event", default=""),
    option("--address", type=Worded("address", tuple(Address)), default=Address.VOUS.value),
    flag("--kept"),
    flag("--drop"),
    flag("--list", "listing"),
)
def command(face: Face, name: tuple[str, ...], **told: Any) -> int:  # noqa: ANN401 - click's values
    """Make a pact, say what became of one, or list them."""
    called = " ".join(name)
    if told["kept"] or told["drop"]:
        return _settle(face, called, Settling.DONE if told["kept"] else Settling.LET_GO)
    if told["listing"] or (not called and not told["theirs"] and not can_ask(face)):
        return _list(face)
    return _make(face, called, told)


def _make(face: Face, name: str, told: dict[str, Any]) -> int:
    from entregent.cli.views.event_pact import document, screen

    address = told["address"]
    with face.desk(writing=True) as desk:
        event = _here(desk, told["event"])
        usual = verbs.my_wish(desk, event)
        if can_ask(face):
            name = name or ask_line(face.say(f"event.pact.ask-name.{address}"))
            theirs = told["theirs"] or ask_line(face.say(f"event.pact.ask-theirs.{address}"))
            mine = told["mine"] or _ask_mine(face, usual)
        else:
            theirs = told["theirs"]
            mine = usual if told["mine"] is None else told["mine"]
        said = Pact(desk.today, name, mine, theirs, event.event if event else None)
        pact, batch = verbs.make_pact(desk, said)
        if face.as_json:
            standing = verbs.pacts(desk)[0]
            face.give({"batch": batch, "pact": document(face, standing, address)})
            return 0
        owner = desk.book.person(desk.book.owner)
        me = given_name(owner) if owner and tokens(owner.name) else ""
    if can_ask(face):
        click.clear()  # what stands above is nobody else's to read
    face.show(screen(face, pact, address, me))
    return 0


def _ask_mine(face: Face, usual: str) -> str:
    """Ask whom I look for; what is usual stands where nothing is typed."""
    key = "event.pact.ask-mine-usual" if usual else "event.pact.ask-mine"
    return ask_line(face.say(key, usual=usual), usual)


def _here(desk: Desk, words: str) -> Event | None:
    """Return the event named, else that of today, or of yesterday; None where there is none."""
    if words:
        return which_event(desk, words)
    here = [one for one in events(desk) if 0 <= (desk.today - one.day).days <= 1]
    return here[-1] if here else None


def _settle(face: Face, name: str, word: Settling) -> int:
    from entregent.cli.handful import tell

    with face.desk(writing=True) as desk:
        pact, batch = verbs.settle_pact(desk, name, word)
    return tell(face, batch, [pact], f"event.pact.{word}", name=pact.name)


def _list(face: Face) -> int:
    from entregent.cli.views.event_pact import document, listed

    with face.desk(writing=False) as desk:
        known = verbs.pacts(desk)
    if face.as_json:
        face.give({"pacts": [document(face, one, Address.VOUS) for one in known]})
    else:
        face.show(listed(face, known))
    return 0
