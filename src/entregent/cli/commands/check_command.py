"""`check`: whether a message is tactful, before it leaves."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from entregent.bootstrap.checking import Written
from entregent.cli import checking
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.values import COUNT, Worded
from entregent.cli.views import check as view
from entregent.cli.views import check_json, check_sarif
from entregent.services.ports import BookError
from entregent.tact.check import Rules, mended
from entregent.tact.context import Context, Form, Medium, Purpose
from entregent.tact.finding import Checked, Level

AT_FAULT = 1
"""Exit code: something in it should not leave so."""


@verb(
    "check",
    argument("file", required=False),
    option("--kind", type=Worded("purpose", tuple(Purpose)), value="kind"),
    option("--to", value="person"),
    option("--channel", type=Worded("channel", tuple(Medium))),
    option("--address", type=Worded("address", tuple(Form))),
    option("--worked-together", "worked", type=Worded("worked", ("yes", "no"))),
    option("--last-ask-days", type=COUNT, value="count"),
    option("--format", "form", type=Worded("format", ("text", "json", "sarif"))),
    flag("--fix"),
    option("--out", value="file"),
    option("--batch", value="file"),
    option("--rules", value="folder"),
)
def command(face: Face, file: str | None, **flags: Any) -> int:  # noqa: ANN401 - click's
    """Say what to look at again in a message; nothing is sent, and no book opened without --to."""
    rules = checking.rules_of(flags["rules"])
    form = "json" if face.as_json else flags["form"] or "text"
    if flags["batch"]:
        if file or flags["fix"] or flags["to"] or flags["out"] or form == "sarif":
            raise BookError("check.batch-alone")
        return _batch(face, flags, rules)
    out = Path(flags["out"]) if flags["out"] else None
    place = file or "-"
    if out is not None and place != "-" and out.resolve() == Path(place).resolve():
        raise BookError("check.over-original", path=place)
    if place == "-" and sys.stdin.isatty():
        face.note(face.say("check.paste"))
    text = checking.given(place)
    base, language = checking.known(face, flags["to"])
    context = checking.context_of(base, flags)
    found = checking.checked(text.text, context, rules, language, checking.spoken(face))
    if not flags["fix"]:
        _put(_answer(face, Looked(place, text, found), form, rules), out)
        return _code(found)
    better = mended(text.text, found.findings)
    left = checking.checked(better, context, rules, language, checking.spoken(face))
    looked = Looked(place, text, found, better)
    if form == "text":
        face.note(str(view.mending(face, found, left, better)))
        _put(better, out)
    else:
        _put(_answer(face, looked, form, rules), out)
    return _code(left)


@dataclass(frozen=True, slots=True)
class Looked:
    """A message that was looked at, and what it became where it was mended."""

    place: str
    text: Written
    found: Checked
    better: str | None = None


def _answer(face: Face, looked: Looked, form: str, rules: Rules) -> str:
    """Return the remarks as they are shown, ended by a new line."""
    text, found = looked.text, looked.found
    if form == "text":
        return f"{view.sheet(face, text.text, found)}\n"
    if form == "sarif":
        spoken = checking.spoken(face)
        document = check_sarif.document(text.text, found, rules, spoken, looked.place)
    else:
        document = check_json.document(found)
        document |= {"text": text.text} if text.part == "body" else {}
        document |= {} if looked.better is None else {"mended": looked.better}
    return f"{face.json(document)}\n"


def _put(answer: str, out: Path | None) -> None:
    if out is None:
        click.echo(answer, nl=False, color=True)
    else:
        write(out, answer.encode("utf-8", errors="replace"))


def _code(checked: Checked) -> int:
    return AT_FAULT if any(one.level is Level.ERROR for one in checked.findings) else 0


def _batch(face: Face, flags: dict[str, Any], rules: Rules) -> int:
    """Check a line at a time: a message in, its remarks out."""
    from entregent.cli.batches import Batch, lines_of

    batch = Batch(face, rules, checking.context_of(Context(), flags))
    for line in lines_of(flags["batch"]):
        answer = batch.answer(line)
        if answer is not None:
            click.echo(answer)
    return AT_FAULT if batch.problems else 0
