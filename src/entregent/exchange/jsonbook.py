"""The lossless export: a whole book as one JSON document, and back."""

import json
import re
from collections.abc import Mapping
from typing import Any

from entregent.services.ports import BookError

FORMAT = "entregent-book"
VERSION = 1

_MARK = re.compile(rb'\s*\{\s*"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_HALVES = re.compile("[\ud800-\udfff]")


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - the document says what it is
    """Tell a book's export by its first words."""
    return _MARK.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def to_json(dump: Mapping[str, Any]) -> str:
    """Return the document of a book's dump: the same dump always gives the same text.

    `dump` holds strings, numbers, booleans, None, lists, and mappings with string keys; their
    keys are sorted, lists keep their order. Raises ValueError for a number that JSON lacks, and
    TypeError for anything else.
    """
    document = {"format": FORMAT, "version": VERSION, "book": _sorted(dump)}
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def from_json(text: str) -> dict[str, Any]:
    """Return the dump that a document holds.

    Raises BookError: `export.not-json` with `line` and `column`, `export.not-a-book`, or
    `export.newer` with `version` when a later Entregent wrote it.
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
    except json.JSONDecodeError as trouble:
        raise BookError(
            "export.not-json", line=str(trouble.lineno), column=str(trouble.colno)
        ) from trouble
    except (ValueError, RecursionError) as trouble:
        raise BookError("export.not-a-book") from trouble
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BookError("export.not-a-book")
    return _book(document)


def _book(document: dict[str, Any]) -> dict[str, Any]:
    version, book = document.get("version"), document.get("book")
    if type(version) is int and version > VERSION:
        raise BookError("export.newer", version=str(version))
    if type(version) is not int or version < 1 or not isinstance(book, dict):
        raise BookError("export.not-a-book")
    return book


def _sorted(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a key that is not text")
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_sorted(part) for part in value]
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)
