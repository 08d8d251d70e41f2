"""The interface's sentences: those of every command, and beside them those of whole chapters.

The latter are read only when one of them is said, so that other commands start without them.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_CHAPTERS = ("event", "match")
"""Folders of sentences that are read when needed."""
_FIRST_WORDS = 2
"""In which of a key's first words its chapter stands: `event.on`, `help.event.new`."""


class Sentences(Mapping[str, str]):
    """The sentences of one language, by key."""

    def __init__(self, folder: Path, lang: str) -> None:
        """Read the sentences of every command from `folder`."""
        self._folder = folder
        self._lang = lang
        self._common = _read(folder / f"{lang}.toml")
        self._told: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, key: str) -> str:
        """Return a sentence; raises KeyError."""
        said = self._common.get(key)
        if said is not None:
            return said
        first = key.split(".", _FIRST_WORDS)[:_FIRST_WORDS]
        for chapter in _CHAPTERS:
            if chapter in first:
                return self._chapter(chapter)[key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """Yield all keys."""
        yield from self._common
        for chapter in _CHAPTERS:
            yield from self._chapter(chapter)

    def __len__(self) -> int:
        """Count them."""
        return len(self._common) + sum(len(self._chapter(chapter)) for chapter in _CHAPTERS)

    def _chapter(self, chapter: str) -> Mapping[str, str]:
        if chapter not in self._told:
            files = sorted((self._folder / chapter / self._lang).glob("*.toml"))
            self._told[chapter] = {key: said for file in files for key, said in _read(file).items()}
        return self._told[chapter]


def _read(path: Path) -> dict[str, str]:
    said: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return said
