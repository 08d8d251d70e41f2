"""What holds for all tests."""

import re
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # a busy machine makes no answer wrong

_DARK = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


@pytest.fixture(scope="session")
def phone():
    """Return a phone's camera: it reads the code in a picture, or in lines of the terminal."""

    def read(seen: bytes | str | list[str]) -> str:
        import zxingcpp

        if isinstance(seen, bytes):
            modules = _of_png(seen)
        elif isinstance(seen, str):
            modules = _of_svg(seen)
        else:
            modules = _of_lines(seen)
        picture = np.kron(np.where(modules, 0, 255), np.ones((4, 4))).astype(np.uint8)
        (code,) = zxingcpp.read_barcodes(picture, try_invert=False)
        return code.bytes.decode()

    return read


def _of_png(data: bytes) -> np.ndarray:
    """Read a picture of one bit a pixel, 0 being dark, its rows plain or like those above."""
    chunks, place = {}, 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        chunks[kind] = data[place + 8 : place + 8 + length]
        place += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colour) == (1, 0)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, -1)
    assert set(rows[:, 0]) <= {0, 2}
    octets = rows[:, 1:].copy()
    for row in np.flatnonzero(rows[:, 0]):
        octets[row] += octets[row - 1]
    return np.unpackbits(octets, axis=1)[:, :width] == 0


def _of_svg(text: str) -> np.ndarray:
    """Read strokes that run right, each from where the last ended."""
    side = int(re.search(r"M0 0h(\d+)v", text)[1])
    modules = np.zeros((side, side), bool)
    x, y = 0, 0.0
    for step, first, second in re.findall(
        r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", re.search(r'd="(M4 4\.5[^"]*)"', text)[1]
    ):
        if step == "h":
            modules[int(y), x : x + int(first)] = True
            x += int(first)
        elif step == "m":
            x, y = x + int(first), y + float(second)
        else:
            x, y = int(first), float(second)
    return modules


def _of_lines(lines: list[str]) -> np.ndarray:
    bare = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]
    pairs = np.array([[_DARK[char] for char in line] for line in bare], bool)
    return pairs.transpose(0, 2, 1).reshape(-1, pairs.shape[1])
