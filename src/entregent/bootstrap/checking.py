"""A message on its way to the checker, and the rules it is held against."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entregent.bootstrap.preferences import settings_path
from entregent.services.ports import BookError

if TYPE_CHECKING:
    from entregent.services.checking import Tried
    from entregent.tact.check import Rules

LARGEST = 2_000_000
"""So many bytes of plain text are read at most; more is no message."""
LARGEST_LETTER = 32 * 1024 * 1024
"""A whole e-mail may bring files along."""


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote. `part` is `whole` or, where more came with it, `body`."""

    text: str
    part: str = "whole"


def written(data: bytes, name: str = "") -> Written:
    """Return the message in a file's bytes: its text as it stands, or the body of an e-mail.

    `name` is the file's; an e-mail is known by `.eml`, or by the headers that programs write.
    Text is UTF-8 or UTF-16, or else Windows' Latin.
    Raises BookError: letter.empty, letter.large, letter.unreadable, check.long.
    """
    from entregent.exchange.mail.letter import is_binary, is_whole_message
    from entregent.exchange.text import as_utf8, decode

    if name.casefold().endswith(".eml") or is_whole_message(data):
        from entregent.bootstrap import letter

        return Written(letter(data).text, "body")
    if len(data) > LARGEST:
        raise BookError("check.long")
    if is_binary(as_utf8(data)):
        raise BookError("letter.unreadable")
    text = decode(data)
    if not text.strip():
        raise BookError("letter.empty")
    return Written(text)


def own_rules_folder() -> Path:
    """Return where the owner's own rules lie, beside the settings."""
    return settings_path().parent / "rules"


def tact_rules(folder: Path | None = None) -> "Rules":
    """Return the rules of tact with the owner's own, or those of a folder.

    Raises BookError: rules.no-folder, and what a rule that is not well written is refused by.
    """
    from entregent.content import Content
    from entregent.services.checking import tact_rules as gathered

    return gathered(Content(), own_rules(folder))


def own_rules(folder: Path | None) -> dict[str, Mapping[str, Any]]:
    """Return the rules of a folder by their file's path, parsed; none where there is no such.

    Raises BookError: rules.no-folder where the folder was named, rules.unreadable, rules.toml.
    """
    place = folder or own_rules_folder()
    if not place.is_dir():
        if folder is not None:
            raise BookError("rules.no-folder", path=str(folder))
        return {}
    return {str(path): rule_table(path) for path in sorted(place.glob("*.toml"))}


def rule_table(path: Path) -> Mapping[str, Any]:
    """Return a rule's file, parsed.

    Raises BookError: import.no-such-file, rules.unreadable, rules.toml.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise BookError("rules.toml", path=str(path), where=_where(str(error))) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BookError("rules.unreadable", path=str(path)) from error


def tried(path: Path) -> "Tried":
    """Hold a rule's file against how rules are written, and the rule against its examples.

    Raises BookError: import.no-such-file, rules.unreadable, rules.toml.
    """
    from entregent.content import Content
    from entregent.services.checking import try_rule

    return try_rule(Content(), path.name, rule_table(path))


def skeleton(name: str, language: str) -> str:
    """Return a rule to begin with, explained in a language; it works as it is."""
    from entregent.content import Content

    return Content().skeleton(f"rule-{language}").replace("NAME", name)


def _where(told: str) -> str:
    """Return the line and the column at which reading stopped: `3:14`."""
    digits = "".join(char if char.isdigit() else " " for char in told.rpartition("(at")[2])
    return ":".join(digits.split()) or "…"
