"""A graph in one file, laid out as `docs/introductions.md` says, like the kernel's."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from entregent.network.twin.rows import Rows
from entregent.network.twin.search import Network

_MAGIC: Final = b"ENTRGRPH"
_ORDER, _OTHER_ORDER, _VERSION = 0x01020304, 0x04030201, 1
_HEADER: Final = np.dtype(
    [
        ("magic", "S8"),
        ("order", "u4"),
        ("version", "u4"),
        ("people", "u8"),
        ("ties", "u8"),
        ("flags", "u4"),
        ("reserved", "u4"),
        ("body", "u8"),
        ("unused", "u8"),
        ("self", "u8"),
    ]
)
_TIE: Final = np.dtype([("to", "i4"), ("strength", "f4")])
_ALIGN, _BLOCK = 64, 512  # bytes; 64-bit words
_MIX: Final = 0x9E3779B97F4A7C15
_WORD: Final = 2**64 - 1
_MOST: Final = 2**32 - 1

Section = NDArray[Any]


def save(network: Network, path: Path) -> None:
    """Write beside `path` first, so that a file of that name is always whole."""
    symmetric = network.into is network.out
    sections: list[Section] = [network.willingness]
    for rows in (network.out,) if symmetric else (network.out, network.into):
        sections += [rows.offsets.astype(np.uint32), _interleaved(rows)]
    header = np.zeros(1, _HEADER)
    header["magic"], header["order"], header["version"] = _MAGIC, _ORDER, _VERSION
    header["people"], header["ties"] = len(network.willingness), len(network.out.to)
    header["flags"] = 0 if symmetric else 1
    total = 0
    for section in sections:
        total = _sum_section(_padded(section), section.nbytes, total)
    header["body"] = total
    header["self"] = _sum(header.view(np.uint64), 0)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(header.tobytes())
            for section in sections:
                file.write(_padded(section).data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load(path: Path) -> Network:
    """Read a file; raises ValueError when it is foreign, damaged or cut short."""
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(path))
    size = path.stat().st_size
    if size < _HEADER.itemsize:
        raise ValueError(f"{path} is no graph file")
    file = np.fromfile(path, np.uint8)
    header = file[: _HEADER.itemsize].view(_HEADER)[0]
    _check_header(header, path)
    people, ties = int(header["people"]), int(header["ties"])
    tables = 2 if header["flags"] & 1 else 1
    shape = [(np.dtype("f4"), people), *[(np.dtype("u4"), people + 1), (_TIE, ties)] * tables]
    whole = _HEADER.itemsize + sum(_aligned(kind.itemsize * count) for kind, count in shape)
    if size != whole:
        raise ValueError(f"{path} is {'cut short' if size < whole else 'damaged'}")
    sections, at, total = [], _HEADER.itemsize, 0
    for kind, count in shape:
        used = kind.itemsize * count
        padded = file[at : at + _aligned(used)]
        total = _sum_section(padded, used, total)
        sections.append(padded[:used].view(kind))
        at += len(padded)
    willing = sections[0]
    if total != header["body"] or not ((willing > 0) & (willing <= 1)).all():
        raise ValueError(f"{path} is damaged")
    rows = [_rows(sections[i], sections[i + 1], path) for i in range(1, len(sections), 2)]
    return Network(rows[0], rows[-1], willing)


def _check_header(header: np.void, path: Path) -> None:
    if header["magic"] != _MAGIC:
        raise ValueError(f"{path} is no graph file")
    if header["order"] == _OTHER_ORDER:
        raise ValueError(f"{path} was written on a machine of the other byte order")
    if header["order"] != _ORDER or header["version"] != _VERSION:
        raise ValueError(f"{path} has a version of the format that is not known here")
    plain = np.array([header], _HEADER)
    plain["self"] = 0
    sound = header["self"] == _sum(plain.view(np.uint64), 0)
    if not sound or header["people"] >= _MOST or header["ties"] > _MOST:
        raise ValueError(f"{path} is damaged")


def _rows(offsets: Section, ties: Section, path: Path) -> Rows:
    places = offsets.astype(np.int64)
    to, strength = ties["to"], ties["strength"]
    rising = places[0] == 0 and places[-1] == len(ties) and (np.diff(places) >= 0).all()
    inside = ((to >= 0) & (to < len(places) - 1) & (strength > 0) & (strength <= 1)).all()
    if not (rising and inside):
        raise ValueError(f"{path} is damaged")
    return Rows(places, np.ascontiguousarray(to), np.ascontiguousarray(strength))


def _interleaved(rows: Rows) -> Section:
    ties = np.empty(len(rows.to), _TIE)
    ties["to"], ties["strength"] = rows.to, rows.strength
    return ties


def _aligned(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN


def _padded(section: Section) -> NDArray[np.uint8]:
    padded = np.zeros(_aligned(section.nbytes), np.uint8)
    padded[: section.nbytes] = section.view(np.uint8).reshape(-1)
    return padded


def _sum_section(padded: NDArray[np.uint8], used: int, start: int) -> int:
    """Return the checksum after a section: of its whole words, then of the rest with the zeros."""
    words = padded.view(np.uint64)
    return _sum(words[used // 8 :], _sum(words[: used // 8], start))


def _sum(words: NDArray[np.uint64], start: int) -> int:
    """Return NH of each block of words (Black et al., UMAC, 1999), put together as a polynomial."""
    whole = len(words) // _BLOCK * _BLOCK
    sums = _nh(words[:whole].reshape(-1, _BLOCK)).tolist()
    if whole < len(words):
        sums += _nh(words[whole:].reshape(1, -1)).tolist()
    total = start
    for block in sums:
        total = (total * _MIX + block + 1) & _WORD
    return total


def _nh(blocks: NDArray[np.uint64]) -> NDArray[np.uint64]:
    keys = _keys()[: blocks.shape[1]]
    low = (blocks & np.uint64(_MOST)) + (keys & np.uint64(_MOST)) & np.uint64(_MOST)
    high = (blocks >> np.uint64(32)) + (keys >> np.uint64(32)) & np.uint64(_MOST)
    product: NDArray[np.uint64] = (low * high).sum(axis=1, dtype=np.uint64)
    return product


@cache
def _keys() -> NDArray[np.uint64]:
    """Return the keys of the checksum, by SplitMix64 (Steele, Lea & Flood 2014)."""
    keys, state = [], 0
    for _ in range(_BLOCK):
        state = (state + _MIX) & _WORD
        mixed = state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _WORD
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _WORD
        keys.append(mixed ^ mixed >> 31)
    return np.array(keys, np.uint64)
