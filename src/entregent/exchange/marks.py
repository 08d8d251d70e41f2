"""Marks: what tells that a file holds the very bytes it held when it was last imported."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from hashlib import sha256
from mmap import mmap
from typing import TypeAlias
from zoneinfo import ZoneInfo

from entregent import __version__
from entregent.exchange.zips import Unreadable
from entregent.services.ports import Opened

Load: TypeAlias = Callable[[], AbstractContextManager[bytes | mmap]]
"""How to get a file's bytes."""

_PIECE = 1 << 18
_LETTERS = 32


class Marks:
    """Marks the files of an import: two are the same when one program reads one file alike."""

    def __init__(self, opened: Opened, zone: ZoneInfo) -> None:
        """Keep all that has a say in how bytes are read."""
        columns = sorted((opened.columns or {}).items())
        told = (__version__, str(zone), opened.as_kind, columns, opened.dates, opened.owner)
        self._manner = repr(told).encode()
        self._before = opened.before
        self.made: dict[str, str] = {}

    def noting(self, label: str, load: Load) -> Load:
        """Return what loads a file and marks it on the way."""
        return partial(self._note, label, load)

    def unchanged(self, loads: Mapping[str, Load]) -> bool:
        """Tell whether these are one import's files, and hold the same to the last byte."""
        alike = [marks for marks in self._before if marks.keys() == loads.keys()]
        if not loads or not alike:
            return False
        try:
            for label, load in loads.items():
                with load():
                    mark = self.made.get(label)
                    alike = [marks for marks in alike if marks[label] == mark]
                if not alike:
                    return False
        except Unreadable:
            return False
        return True

    @contextmanager
    def _note(self, label: str, load: Load) -> Iterator[bytes | mmap]:
        with load() as data:
            digest = sha256(self._manner)
            for at in range(0, len(data), _PIECE):
                digest.update(data[at : at + _PIECE])
            self.made[label] = f"bytes:{digest.hexdigest()[:_LETTERS]}"
            yield data
