"""`record`: one line into the ledger."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from entregent.cli.face import Face
from entregent.cli.grammar import Verb, Verbs, argument, flag, option, spread
from entregent.cli.values import DAY, WEIGHT, Worded
from entregent.domain.facts import (
    Answered,
    Asked,
    Encounter,
    Fact,
    Gave,
    Invited,
    Lifted,
    Received,
    Thanked,
)
from entregent.domain.ids import AskId
from entregent.domain.people import Person
from entregent.domain.upkeep import Promised, Side
from entregent.domain.words import Channel, Kind, Reply
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.services.promises import which_kept
from entregent.services.recording import record

_ENCOUNTERS = ("met", "wrote", "called", "messaged")


def _fact(desk: Desk, what: str, person: Person, on: date, values: dict[str, Any]) -> Fact:
    """Make the fact of one line."""
    if what in _ENCOUNTERS:
        return _encountered(desk, what, person, on, values)
    text = " ".join(values.get("text", ()))
    makers: dict[str, Callable[[], Fact]] = {
        "asked": lambda: Asked(
            person.id, on, Kind(values["kind"]), text, *_plan(desk, values["ask"])
        ),
        "answered": lambda: Answered(person.id, on, Reply(values["reply"])),
        "invited": lambda: Invited(person.id, on),
        "received": lambda: Received(person.id, on, text, values["weight"]),
        "gave": lambda: Gave(person.id, on, text, values["weight"]),
        "thanked": lambda: Thanked(person.id, on),
        "lifted": lambda: Lifted(person.id, on, Kind(values["kind"])),
        "promised": lambda: Promised(
            person.id, on, text, Side.THEM if values["by_them"] else Side.ME, values["due"]
        ),
        "kept": lambda: which_kept(
            desk, person, text, on, Side.THEM if values["by_them"] else None
        ),
    }
    return makers[what]()


def _encountered(
    desk: Desk, what: str, person: Person, on: date, values: dict[str, Any]
) -> Encounter:
    one, other = desk.book.owner, person.id
    if values["by_them"]:
        one, other = other, one
    return Encounter(one, other, on, Channel(what), values["where"] or "", values["note"] or "")


def _plan(desk: Desk, words: str | None) -> tuple[AskId | None, AskId | None]:
    """Return the planned ask that was sent, and the ask whose matter it continues."""
    if words is None:
        return None, None
    from entregent.services.asking import goal

    plan = goal(desk, words)
    return plan.id, plan.continues


def _record(what: str, face: Face, values: dict[str, Any]) -> int:
    with face.desk(writing=True) as desk:
        person = who(desk, values.pop("person"))
        on = values.pop("on") or desk.today
        fact = _fact(desk, what, person, on, values)
        batch = record(desk, [fact], _title(what, person, values))
        rest = desk.settings.rest_days
    if face.as_json:
        recorded = {"what": what, "person": {"id": person.id, "name": person.name}}
        face.give({"batch": batch, "recorded": recorded | {"date": on.isoformat()}})
        return 0
    from entregent.cli.views.recorded import sentence

    paper = face.paper()
    paper.write(sentence(face.speech, fact, person.name, on, rest))
    face.show(paper)
    return 0


def _title(what: str, person: Person, values: dict[str, Any]) -> str:
    said = [values.get("kind"), values.get("reply"), *values.get("text", ())]
    return " ".join([what, f'"{person.name}"', *filter(None, said)])


def _line(what: str, *params: click.Parameter) -> Verb:
    def answer(face: Face, **values: Any) -> int:  # noqa: ANN401 - click's values
        return _record(what, face, values)

    on = option("--on", type=DAY, value="day")
    return Verb(what, [argument("person"), *params, on], answer)


def _kind() -> click.Parameter:
    return argument("kind", type=Worded("kind", tuple(Kind)))


def _text(*, required: bool) -> click.Parameter:
    return argument("text", nargs=-1, required=required)


def _weight() -> click.Parameter:
    return option("--weight", type=WEIGHT, default="1", value="weight")


def _encounter(what: str) -> Verb:
    where, note = option("--where", value="text"), option("--note", value="text")
    return _line(what, where, note, flag("--by-them"))


command = Verbs(
    "record",
    commands=[
        _line("asked", _kind(), _text(required=False), option("--ask", value="ask")),
        _line("answered", argument("reply", type=Worded("reply", tuple(Reply)))),
        _line("invited"),
        _line("received", _text(required=True), _weight()),
        _line("gave", _text(required=True), _weight()),
        _line("thanked"),
        *(_encounter(what) for what in _ENCOUNTERS),
        _line("lifted", _kind()),
        _line(
            *("promised", _text(required=True)),
            *(option("--due", type=DAY, value="day"), flag("--by-them")),
        ),
        _line("kept", _text(required=False), flag("--by-them")),
    ],
    params=spread(hidden=True),
    context_settings={"max_content_width": 80},
)
