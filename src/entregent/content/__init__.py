"""Data, not code: templates, questions and vocabularies in both languages, and their loader."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_STRING = re.compile(
    r"#[^\n]*"
    r"|'{3}.*?'{3,5}|\"{3}(?:\\.|[^\\])*?\"{3,5}"
    r"|'[^'\n]*'|\"([^\"\\'\n]+)\"|\"(?:\\.|[^\"\\\n])*\"",
    re.DOTALL,
)
"""A comment or a string of TOML; the group is a basic string without marks."""
_BLOCKS = ("templates", "questions")


class ContentError(Exception):
    """A data file is missing or is not what it should be; the message says where and what."""


class Content:
    """The data files that come with the program, or those of another folder; a Catalogue."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Read from `folder`, or from the program's own files."""
        self._folder = folder or files(__name__)
        self._read = lru_cache(maxsize=None)(self._load)

    def template(self, name: str) -> Mapping[str, Any]:
        """Return a data file, parsed and checked: `templates/ask`, `vocabulary/phrase`.

        A file of wordings may be in `parts`, files of its folder whose blocks follow its own.
        Raises ContentError when there is none, when it is not TOML, or has the wrong shape.
        """
        return self._read(name)

    def skeleton(self, name: str) -> str:
        """Return a data file to begin with, as text."""
        return self._folder.joinpath(f"skeletons/{name}.toml").read_text(encoding="utf-8")

    def rules(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the rules of tact by their file's name, parsed, in the order of their codes."""
        names = sorted(
            file.name.removesuffix(".toml")
            for file in self._folder.joinpath("rules").iterdir()
            if file.name.endswith(".toml")
        )
        return {name: self._read(f"rules/{name}") for name in names}

    def _load(self, name: str) -> Mapping[str, Any]:
        file = self._folder.joinpath(f"{name}.toml")
        try:
            data = tomllib.loads(_quickly_read(file.read_text(encoding="utf-8")))
        except OSError as error:
            raise ContentError(f"{name}: there is no such data file.") from error
        except UnicodeDecodeError as error:
            raise ContentError(f"{name}: the file is not UTF-8 text.") from error
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{name}: not valid TOML, {error}.") from error
        if name.partition("/")[0] in _BLOCKS:
            _check_blocks(name, data)
            folder = name.rpartition("/")[0]
            parts = [self._read(f"{folder}/{part}") for part in data.get("parts", ())]
            data["block"] = [block for one in (data, *parts) for block in one.get("block", ())]
        return data


def _quickly_read(text: str) -> str:
    """Return the same TOML with literal strings where it has basic ones, which are read slowly.

    Only those that mean the same either way; everything keeps its place.
    """
    return _STRING.sub(lambda found: f"'{found[1]}'" if found[1] else found[0], text)


def _check_blocks(name: str, data: Mapping[str, Any]) -> None:
    from entregent.drafts.wording import WordingError, parse

    try:
        parse(name, data)
    except WordingError as error:
        raise ContentError(str(error)) from error
