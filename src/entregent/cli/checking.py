"""A message from the command line to the checker."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from entregent.bootstrap.checking import LARGEST_LETTER, Written, written
from entregent.cli.face import Face
from entregent.locale.languages import Language
from entregent.services.ports import BookError
from entregent.tact.check import Rules, TextError, check
from entregent.tact.context import Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Checked

_REFUSED = {"long": "check.long", "binary": "letter.unreadable"}
_HAIRLINE = "─" * 80
_HAIRLINES = 2
"""One above the letter, one below."""
_INDENT = 4


def spoken(face: Face) -> Language:
    """Return the language the person reads remarks in."""
    return "fr" if face.speech.lang == "fr" else "en"


def given(file: str) -> Written:
    """Return the message of a file, or of the standard input for `-`.

    Raises BookError: import.no-such-file, import.unreadable, letter.…, check.long.
    """
    if file == "-":
        return _letter_of_draft(written(sys.stdin.buffer.read(LARGEST_LETTER + 1)))
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(LARGEST_LETTER + 1)
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=file) from error
    except (OSError, ValueError) as error:
        raise BookError("import.unreadable", path=file) from error
    return _letter_of_draft(written(data, file))


def _letter_of_draft(found: Written) -> Written:
    """Return the letter of what `draft` shows or gives as JSON; any other text as it stands."""
    if found.text.lstrip().startswith("{"):
        return _letter_of_json(found)
    lines = found.text.splitlines()
    rules = [at for at, line in enumerate(lines) if line == _HAIRLINE]
    if len(rules) < _HAIRLINES:
        return found
    between = lines[rules[0] + 1 : rules[1]]
    if any(line.strip() and not line.startswith(" " * _INDENT) for line in between):
        return found
    letter = [line[_INDENT:] for line in between]
    return Written("\n".join(letter), "body")


def _letter_of_json(found: Written) -> Written:
    try:
        told = json.loads(found.text)
    except (ValueError, RecursionError):
        return found
    body = told.get("body")
    return Written(body, "body") if isinstance(body, str) and body.strip() else found


def context_of(base: Context, flags: dict[str, Any]) -> Context:
    """Return what is known of a message: what the command line says wins."""
    told: dict[str, Any] = {}
    if flags["kind"]:
        told["purpose"] = Purpose(flags["kind"])
    if flags["channel"]:
        told["medium"] = Medium(flags["channel"])
    if flags["address"]:
        told["form"] = Form(flags["address"])
    if flags["worked"]:
        told["worked"] = Worked.TOGETHER if flags["worked"] == "yes" else Worked.NEVER
    if flags["last_ask_days"] is not None:
        told["last_ask_days"] = flags["last_ask_days"]
    return replace(base, **told)


def known(face: Face, to: str | None) -> tuple[Context, Language]:
    """Return what the book knows of the reader, and their language; it stays shut without one."""
    if to is None:
        return Context(), spoken(face)
    from entregent.services.reader import reader

    with face.desk(writing=False) as desk:
        found = reader(desk, to)
    return found.context, found.language or spoken(face)


def rules_of(folder: str | None) -> Rules:
    """Return the rules with the owner's own, or those of a folder. Raises BookError."""
    from entregent.bootstrap.checking import tact_rules

    return tact_rules(Path(folder).expanduser() if folder else None)


def checked(
    text: str, context: Context, rules: Rules, language: Language, said_in: Language
) -> Checked:
    """Return the remarks on a text. Raises BookError: check.long, letter.unreadable."""
    try:
        return check(text, context, rules, language, said_in)
    except TextError as error:
        raise BookError(_REFUSED[error.why]) from error
