"""Prints an evening lived end to end, in French and in English, and one that begins with nobody.

Usage: python docs/evening.py docs
The evenings stand in `docs/evening.toml`: what is typed, and what is told between two commands.
"""

import shlex
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import chdir
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from entregent.cli.app import entregent
from entregent.store import ids

_HERE = Path(__file__).resolve().parent
_NETWORK = _HERE.parent / "examples" / "network"
_BLOCKS = frozenset("█▀▄")
_DRAWN = _BLOCKS | {" "}
_GUESTS = _HERE.parent / "examples" / "guests.csv"


def main() -> None:
    """Write the pages into a folder."""
    for name, text in pages().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8")
        print(name)


def pages() -> dict[str, str]:
    """Return each page by its name."""
    plan = tomllib.loads((_HERE / "evening.toml").read_text(encoding="utf-8"))
    return {page["file"]: _page(page) for page in plan["page"]}


def _page(page: Mapping[str, Any]) -> str:
    parts = [f"# {page['title']}\n\n{page['tell'].strip()}\n"]
    for evening in page["evening"]:
        parts += [f"## {evening['title']}\n", *_lived(evening, page["lang"])]
    return "\n".join(parts).rstrip() + "\n"


class _Counted(ids.Uuids):
    """Ids in order, so that the same evening prints the same page."""

    made = count(1)

    def run(self, count: int) -> str:
        """Return the first of `count` ids."""
        first = next(self.made)
        for _ in range(count - 1):
            next(self.made)
        return f"00000000-0000-7000-8000-{first:012x}"


def _lived(evening: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Yield an evening's steps, lived in a folder and a book of their own."""
    _Counted.made = count(1)
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),
        patch.dict("os.environ", ENTREGENT_CONFIG=f"{folder}/config"),
        patch.object(ids, "Uuids", _Counted),
    ):
        shutil.copy(_GUESTS, "guests.csv")
        shutil.copytree(_NETWORK, "network")
        for name, text in evening.get("files", {}).items():
            Path(name).write_text(text.lstrip(), encoding="utf-8")
        day = ""
        for step in evening["step"]:
            if "title" in step:
                yield f"### {step['title']}\n"
            if "tell" in step:
                yield step["tell"].strip() + "\n"
            day = step.get("today", day)
            for words in step.get("run", ()):
                yield _block(f"$ entregent {words}", _answer(words, lang, day), step)
            if words := step.get("scanned"):
                yield _block(f"$ entregent {words}", _answer(words, lang, day), step)
                yield _block("", _decoded(_answer(words, lang, day)), step)


def _answer(words: str, lang: str, day: str) -> str:
    common = ["--book", "book.db", "--lang", lang, "--today", day]
    result = CliRunner().invoke(entregent, [*common, *shlex.split(words)], catch_exceptions=False)
    return result.output


def _block(typed: str, answer: str, step: Mapping[str, Any]) -> str:
    """Return what stands on the screen: the first `shown` lines of an answer, or all."""
    lines = [line.rstrip() for line in answer.strip("\n").splitlines()]
    most = step.get("shown", len(lines))
    told = [*lines[:most], *(["…"] if len(lines) > most else [])]
    return "\n".join(["```text", *([typed, ""] if typed else []), *told, "```", ""])


def _decoded(answer: str) -> str:
    """Return what a phone's camera reads in the code that a terminal shows."""
    import numpy as np
    import zxingcpp

    lines = [line for line in answer.splitlines() if set(line) & _BLOCKS and set(line) <= _DRAWN]
    wide = max(map(len, lines))
    rows = [[char in dark for char in line.ljust(wide)] for line in lines for dark in ("█▀", "█▄")]
    picture = np.kron(np.where(rows, 0, 255), np.ones((4, 4))).astype(np.uint8)
    (code,) = zxingcpp.read_barcodes(np.pad(picture, 16, constant_values=255))
    return code.text.replace("\r\n", "\n").strip()


if __name__ == "__main__":
    main()
