"""`introduce`: introductions I make, with the agreement of both."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from entregent.cli.face import Face
from entregent.cli.grammar import Room, Verb, argument, option
from entregent.cli.values import DAY
from entregent.domain.ids import IntroductionId
from entregent.domain.inbox import Step
from entregent.ledger.introduction_states import SIDED, Move
from entregent.services.introducing import (
    Beginning,
    Introduced,
    begin,
    introduced,
    side_of,
    take,
)
from entregent.services.meant import who


def _listed(face: Face, *, every: bool) -> int:
    """Show the introductions: those that ask something of me, or all of them."""
    from entregent.cli.views import introductions as view

    with face.desk(writing=False) as desk:
        table = view.Table(face, desk, introduced(desk))
        if face.as_json:
            face.give(table.document())
        else:
            face.show(table.sheet(every=every))
    return 0


def _alone(face: Face) -> int:
    return _listed(face, every=False)


def _list(face: Face) -> int:
    return _listed(face, every=True)


def _begin(step: Step) -> Callable[..., int]:
    def answer(face: Face, **values: Any) -> int:  # noqa: ANN401 - click's values
        with face.desk(writing=True) as desk:
            beginning = Beginning(
                step,
                who(desk, values["person"]).id,
                who(desk, values["whom"]).id,
                " ".join(values["text"]),
                values.get("request") or "",
            )
            seen = introduced(desk)
            batch, begun = begin(seen, beginning, values["on"] or desk.today)
            _say(face, seen, batch, begun.id)
        return 0

    return answer


def _take(step: Step) -> Callable[..., int]:
    def answer(face: Face, **values: Any) -> int:  # noqa: ANN401 - click's values
        with face.desk(writing=True) as desk:
            seen = introduced(desk)
            one = seen.find(values["introduction"])
            side = values.get("side")
            move = Move(step, side_of(one, who(desk, side)) if side else None)
            text = " ".join(values.get("text", ()))
            on: date = values["on"] or desk.today
            batch = take(seen, one.id, move, text=text, on=on)
            _say(face, seen, batch, one.id)
        return 0

    return answer


def _say(face: Face, before: Introduced, batch: str, which: IntroductionId) -> None:
    """Say how far the introduction is now, and what comes next."""
    from entregent.cli.views import introductions as view

    table = view.Table(face, before.desk, introduced(before.desk, before.known))
    if face.as_json:
        face.give({"batch": batch, "introduction": table.one(which)})
    else:
        face.show(table.step(which))


def _draft(face: Face, introduction: str, to: str | None, out: str | None) -> int:
    """Write the message whose turn it is; nothing is sent."""
    from entregent import bootstrap
    from entregent.cli.views import introduction_draft as view
    from entregent.services.introduction_drafts import draft

    with face.desk(writing=False) as desk:
        seen = introduced(desk)
        one = seen.find(introduction)
        written = draft(
            seen,
            one,
            to=side_of(one, who(desk, to)) if to else None,
            catalogue=bootstrap.catalogue(),
            lang=face.speech.lang,
        )
        owner = who(desk, "me")
        after = view.after(face, written, seen.next(one), seen.place(one), out)
    if out:
        from entregent.cli.eml import save

        save(Path(out), written.draft, owner, *written.readers)
    if face.as_json:
        face.give(view.document(one.id, written))
    else:
        face.show(view.sheet(face, written, after))
    return 0


def _beginning(name: str, step: Step, *more: click.Parameter) -> Verb:
    people = (argument("person"), argument("whom", value="person"))
    text = argument("text", nargs=-1)
    return Verb(name, [*people, text, *more, _on()], _begin(step))


def _step(step: Step, *params: click.Parameter) -> Verb:
    side = [option("--side", value="person")] if step in SIDED else []
    return Verb(step.value, [argument("introduction"), *params, *side, _on()], _take(step))


def _on() -> click.Parameter:
    return option("--on", type=DAY, value="day")


def _text(*, required: bool) -> click.Parameter:
    return argument("text", nargs=-1, required=required)


_COMMANDS: Sequence[click.Command] = (
    Verb("list", [], _list),
    _beginning("new", Step.ASKED, option("--request", value="request")),
    _beginning("offer", Step.OFFERED),
    Verb(
        "draft",
        [argument("introduction"), option("--to", value="person"), option("--out", value="file")],
        _draft,
    ),
    _step(Step.LINES, _text(required=True)),
    _step(Step.SOUGHT),
    _step(Step.FOLLOWED_UP),
    _step(Step.AGREED, _text(required=False)),
    _step(Step.DECLINED),
    _step(Step.LET_GO),
    _step(Step.TOLD),
    _step(Step.MADE),
    _step(Step.CHECKED),
    _step(Step.OUTCOME, _text(required=True)),
    _step(Step.THANKED),
)

command = Room("introduce", _alone, _COMMANDS)
