"""Gzip files read without trusting them: bounded, never unpacked to a place with a name."""

import io
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from typing import IO

from entregent.exchange.detect import MEGABYTE
from entregent.exchange.zips import Unreadable

MOST_RATIO = 20
"""Mail packs four to one; what packs much better is no mail."""
RATIO_FROM = 50 * MEGABYTE
_GZIP = 16 + zlib.MAX_WBITS
_CHUNK = MEGABYTE // 4


def is_gzip(head: bytes) -> bool:
    """Tell whether a file that starts like this is packed by gzip."""
    return head.startswith(b"\x1f\x8b\x08")


def unpacked_head(head: bytes, most: int) -> bytes:
    """Return the first unpacked bytes, `most` of them at most; nothing when they are damaged."""
    try:
        return zlib.decompressobj(_GZIP).decompress(head, most)
    except zlib.error:
        return b""


@contextmanager
def unpacked(file: IO[bytes], most: int) -> Iterator[bytes | mmap]:
    """Give a file's unpacked bytes; raises Unreadable when it is damaged or unpacks to too much."""
    with tempfile.TemporaryFile() as plain:
        size = 0
        limit = min(most, max(RATIO_FROM, MOST_RATIO * file.seek(0, io.SEEK_END)))
        for piece in _pieces(file):
            size += len(piece)
            if size > limit:
                raise Unreadable("import.too-big")
            plain.write(piece)
        plain.flush()
        if not size:
            yield b""
            return
        with mmap(plain.fileno(), 0, access=ACCESS_READ) as mapped:
            yield mapped


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes piece by piece; several packs may follow each other, all whole."""
    pack = zlib.decompressobj(_GZIP)
    is_begun = False
    try:
        file.seek(0)
        while packed := file.read(_CHUNK):
            while packed:
                yield pack.decompress(packed, _CHUNK)
                packed = pack.unconsumed_tail
                is_begun = not pack.eof
                if pack.eof:
                    packed, pack = pack.unused_data.lstrip(b"\0"), zlib.decompressobj(_GZIP)
    except zlib.error as error:
        raise Unreadable("import.broken-zip") from error
    if is_begun:
        raise Unreadable("import.broken-zip")
