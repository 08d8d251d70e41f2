"""Writes the JSON Schema of a rule's file, by which editors complete and check it.

Usage: python docs/rule_schema.py
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from entregent.locale.languages import LANGUAGES
from entregent.tact.context import Closeness, Form, Medium, Purpose, Worked
from entregent.tact.finding import Level
from entregent.tact.kinds import KINDS

FILE = Path(__file__).parent / "rule.schema.json"
_TYPES = {bool: "boolean", int: "integer", list: "array", str: "string"}
_TEXT = {"type": "string", "minLength": 1}
_CODE = "^[A-Z]{2}[0-9]{3}$"


def main() -> None:
    """Write the schema."""
    FILE.write_text(written(), encoding="utf-8")
    print(FILE)


def written() -> str:
    """Return the schema as it is written."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the schema, made of the program's own closed sets."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of tact",
        **_table(
            {
                "code": {"type": "string", "pattern": _CODE},
                "name": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
                "level": {"enum": list(map(str, Level))},
                "kind": {"enum": sorted(KINDS)},
                "yields": {"type": "array", "items": {"type": "string"}},
                "moments": {"type": "array", "items": {"enum": list(map(str, Purpose))}},
                "since": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
                "source": _TEXT,
                "options": _options(),
                **dict.fromkeys(LANGUAGES, _told()),
            },
            without={"moments", "options", "yields"},
        ),
    }


def _table(properties: dict[str, Any], without: Iterable[str] = ()) -> dict[str, Any]:
    """Return a table of these keys and no others; those of `without` may be left out."""
    required = sorted(set(properties) - set(without))
    table = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**table, "required": required} if required else table


def _options() -> dict[str, Any]:
    found: dict[str, set[str]] = {}
    for kind in KINDS.values():
        for name, held in kind.options.items():
            found.setdefault(name, set()).add(_TYPES[held])
    options = {name: {"type": sorted(types)} for name, types in sorted(found.items())}
    return _table(options, without=options)


def _told() -> dict[str, Any]:
    phrases = {"type": "array", "items": {"type": "string"}}
    voices = {voice: {"type": "string"} for voice in ("any", *map(str, Form))}
    examples = {
        "type": "array",
        "minItems": 1,
        "items": {"anyOf": [{"type": "string"}, _example()]},
    }
    return _table(
        {
            "title": _TEXT,
            "why": _TEXT,
            "message": _TEXT,
            "words": {"type": "object", "additionalProperties": _TEXT},
            "lists": {"type": "object", "additionalProperties": phrases},
            "better": {
                "type": "array",
                "items": _table({"find": _TEXT, **voices}, without=voices),
            },
            "add": _table(voices, without=voices),
            "flags": examples,
            "passes": examples,
        },
        without={"words", "lists", "better", "add"},
    )


def _example() -> dict[str, Any]:
    def words(closed: type[StrEnum]) -> dict[str, Any]:
        return {"enum": list(map(str, closed))}

    context = {
        "purpose": words(Purpose),
        "medium": words(Medium),
        "form": words(Form),
        "worked": words(Worked),
        "last_ask_days": {"type": "integer", "minimum": 0},
        "closeness": words(Closeness),
    }
    return _table({"text": {"type": "string"}, **context}, without=context)


if __name__ == "__main__":
    main()
