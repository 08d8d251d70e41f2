"""Matching words in a phrase as people type it, without minding capitals and accents."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any


def plain(text: str) -> str:
    """Fold capitals, accents and apostrophes, one character for one."""
    return "".join(_letter(char) for char in text)


def _letter(char: str) -> str:
    if char in "’ʼ":
        return "'"
    bare = unicodedata.normalize("NFD", char)[0].lower()
    return bare[0]


class Words:
    """A set of phrases, tried longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Keep the phrases, folded."""
        folded = sorted({plain(phrase) for phrase in phrases}, key=len, reverse=True)
        options = "|".join(map(re.escape, folded)) or "(?!)"
        end = r"(?:(?<=['\-@])|(?![\w'’\-+])|(?=-(?=\w{3})))"
        self._start = re.compile(rf"\s*({options}){end}\s*")
        self._anywhere = re.compile(rf"(?<![\w'’\-])({options})(?:(?<=['\-@])|(?![\w+\-]))")
        self._known = frozenset(folded)

    def __contains__(self, text: str) -> bool:
        """Tell whether a text is one of the phrases."""
        return plain(text).strip() in self._known

    def take(self, text: str) -> str | None:
        """Return what follows when the text begins with one of the phrases, else None."""
        found = self._start.match(plain(text))
        return text[found.end() :] if found else None

    def take_all(self, text: str) -> tuple[str, bool]:
        """Return the text without phrases at its beginning, and whether there were any."""
        rest, taken = self.take(text), False
        while rest is not None:
            text, taken = rest, True
            rest = self.take(text)
        return text, taken

    def cut(self, text: str) -> str | None:
        """Return the text without the first of the phrases in it, else None."""
        found = self._anywhere.search(plain(text))
        if found is None:
            return None
        return f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()

    def split(self, text: str) -> tuple[str, str] | None:
        """Return what stands before and after the first of the phrases, else None."""
        found = self._anywhere.search(plain(text))
        if found is None:
            return None
        return text[: found.start()].strip(), text[found.end() :].strip()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the phrases stand."""
        return [found.span() for found in self._anywhere.finditer(plain(text))]


class Vocabulary:
    """The words of the data file, compiled: `vocabulary["mark", "now"]`."""

    def __init__(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Compile every list of the data file."""
        self._words = {
            (table, key): Words(phrases)
            for table, lists in data.items()
            for key, phrases in lists.items()
        }

    def __getitem__(self, name: tuple[str, str]) -> Words:
        """Return a list by its table and key; raises KeyError when the file has none."""
        return self._words[name]

    def keys(self, table: str) -> list[str]:
        """Return the lists of a table, in order."""
        return [key for owner, key in self._words if owner == table]
