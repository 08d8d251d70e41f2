"""Real files, damaged: whatever happens to the bytes, a reading comes out; no corpus, no test."""

import os
import random
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.words import TRACES
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
ZONE = ZoneInfo("Europe/Paris")
SOURCES = sorted(path.name for path in IMPORTS.glob("*")) if IMPORTS.is_dir() else []
EACH = 6
MUTATIONS = 4
MOST_BYTES = 100_000

pytestmark = pytest.mark.skipif(not IMPORTS.is_dir(), reason="no corpus of real files here")


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Cut, repeat, swap, flip or insert at a random place of `data`."""
    size = len(data)
    start = dice.randrange(size + 1)
    end = min(size, start + dice.choice((1, 2, 7, 80, 2000)))
    piece = data[start:end]
    match dice.randrange(6):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:start] + piece * dice.choice((2, 3, 50)) + data[end:]
        case 3:
            return data[:start] + dice.randbytes(len(piece)) + data[end:]
        case 4:
            return data[:start] + dice.choice((b'"', b"\0", b"\r", b"\n", b"(", b"\xff", b";"))
        case _:
            place = dice.randrange(size + 1)
            return data[:place] + piece + data[place:]


@pytest.mark.parametrize("source", SOURCES)
def test_a_damaged_file_gives_a_reading(source: str, tmp_path: Path) -> None:
    dice = random.Random(source)
    files = [path for path in sorted(IMPORTS.joinpath(source).rglob("*")) if path.is_file()]
    small = [path for path in files if 0 < path.stat().st_size <= MOST_BYTES]
    for original in dice.sample(small, min(EACH, len(small))):
        for number in range(MUTATIONS):
            data = original.read_bytes()
            for _ in range(number + 1):
                data = damaged(data, dice)
            path = tmp_path / f"{number}-{original.name}"
            path.write_bytes(data)
            for reading in FileReaders(ZONE).read(Opened((path,))):
                records = {problem.where for problem in reading.problems if problem.where}
                if reading.origin not in TRACES:
                    records |= {card.record for card in reading.cards}
                assert len(records) <= reading.read
