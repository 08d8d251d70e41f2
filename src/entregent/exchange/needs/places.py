"""On which lines of a TOML file its needs stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_HEADER = re.compile(r"\s*\[\[\s*(?:need|\"need\"|'need')\s*\]\]\s*(?:#.*)?")
_TABLE = re.compile(r"\s*\[")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


class Place(NamedTuple):
    """Where a need stands: the record of its first line, and those of its keys."""

    record: str
    keys: dict[str, str]

    def of(self, key: str) -> str:
        """Return where a key of the need stands; where the need does, if that is not known."""
        return self.keys.get(key, self.record)


def places(text: str, count: int) -> Sequence[Place]:
    """Return where each of `count` needs stands: by its line, or by its number in the file.

    Lines are told only where every need has a header of its own.
    """
    found: list[Place] = []
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if _HEADER.fullmatch(line):
            found.append(Place(f"line={number}", {}))
            inside = True
        elif _TABLE.match(line):
            inside = False
        elif inside and (key := _KEY.match(line)):
            found[-1].keys.setdefault(key[1], f"line={number}")
    if len(found) == count:
        return found
    return [Place(f"need={number}", {}) for number in range(1, count + 1)]
