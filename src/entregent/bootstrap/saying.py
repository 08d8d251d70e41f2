"""The interface's sentences: those of every command, and beside them those of events.

The latter are read only when one of them is said, so that other commands start without them.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

_CHAPTER = "event"
_CHAPTERS = 2
"""In which of a key's first words its chapter stands: `event.on`, `help.event.new`."""


class Sentences(Mapping[str, str]):
    """The sentences of one language, by key."""

    def __init__(self, folder: Path, lang: str) -> None:
        """Read the sentences of every command from `folder`."""
        self._folder = folder
        self._lang = lang
        self._common = _read(folder / f"{lang}.toml")

    def __getitem__(self, key: str) -> str:
        """Return a sentence; raises KeyError."""
        said = self._common.get(key)
        if said is not None:
            return said
        if _CHAPTER not in key.split(".", _CHAPTERS)[:_CHAPTERS]:
            raise KeyError(key)
        return self._events[key]

    def __iter__(self) -> Iterator[str]:
        """Yield all keys."""
        yield from self._common
        yield from self._events

    def __len__(self) -> int:
        """Count them."""
        return len(self._common) + len(self._events)

    @cached_property
    def _events(self) -> Mapping[str, str]:
        files = sorted((self._folder / _CHAPTER / self._lang).glob("*.toml"))
        return {key: said for file in files for key, said in _read(file).items()}


def _read(path: Path) -> dict[str, str]:
    said: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return said
