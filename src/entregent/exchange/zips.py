"""Zip archives read without trusting them: bounded, in memory, never unpacked to disk."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from entregent.exchange.detect import MEGABYTE

MOST_MEMBERS = 10_000
MOST_TOTAL = 4096 * MEGABYTE
MOST_RATIO = 200
RATIO_FROM = 50 * MEGABYTE
"""Up to this size any ratio is fine: text that repeats itself packs very well."""

_MOST_DIRECTORY = 16 * MEGABYTE
_CHUNK = MEGABYTE
_TAIL = 65_557
_LOCAL_HEADER = 30
"""The least bytes that stand before a member's own."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The packings that can be undone a piece at a time, within little memory."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError)
_BROKEN_MEMBER = (*_BROKEN, NotImplementedError, RuntimeError, IndexError)


class Unreadable(Exception):  # noqa: N818 - what it says, inside this room only
    """A file cannot be read; `key` names the sentence that says why."""

    def __init__(self, key: str, **details: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(key)
        self.key = key
        self.details = details


class SafeZip:
    """An open archive. What its header says of sizes is not believed: bytes are counted."""

    def __init__(self, source: Path | io.BytesIO, packed: int | None = None) -> None:
        """Open an archive; raises Unreadable when it is broken, too big or locked.

        `packed` is how many bytes it takes up on the disk, where it lies packed in another.
        """
        try:
            with source.open("rb") if isinstance(source, Path) else nullcontext(source) as file:
                size = file.seek(0, io.SEEK_END)
                if _directory_size(file, size) > _MOST_DIRECTORY:
                    raise Unreadable("import.too-big")
            self._zip = zipfile.ZipFile(source)
        except _BROKEN_MEMBER as error:
            raise Unreadable("import.broken-zip") from error
        self._packed = size if packed is None else packed
        self._unpacked = self._kept = 0
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS or _overlap(members):
            self._zip.close()
            raise Unreadable("import.too-big")

    def __enter__(self) -> Self:
        """Return the open archive."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the archive."""
        self._zip.close()

    def members(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        """Yield the files inside with a harmless name each; system files are left out."""
        for info in self._zip.infolist():
            name = _harmless(info.filename)
            parts = name.split("/")
            if (
                not info.filename.endswith("/")
                and name
                and not parts[-1].startswith(".")
                and (parts[0] != "__MACOSX")
            ):
                yield name, info

    def head(self, info: zipfile.ZipInfo, size: int) -> bytes:
        """Return the first bytes of a member; raises Unreadable when they cannot be had."""
        return self._read(info, size, whole=False)

    def whole(self, info: zipfile.ZipInfo, most: int) -> bytes:
        """Return a member of at most `most` bytes; raises Unreadable beyond, or when broken."""
        return self._read(info, most, whole=True)

    def _read(self, info: zipfile.ZipInfo, most: int, *, whole: bool) -> bytes:
        if info.flag_bits & 1:
            raise Unreadable("import.encrypted")
        if info.compress_type not in _METHODS:
            raise Unreadable("import.broken-zip")
        try:
            with self._zip.open(info) as stream:
                if not whole:
                    return stream.read(most)
                return self._counted(stream, info, most)
        except _BROKEN_MEMBER as error:
            raise Unreadable("import.broken-zip") from error

    def _counted(self, stream: IO[bytes], info: zipfile.ZipInfo, most: int) -> bytes:
        held = io.BytesIO()
        packed = max(1, info.compress_size)
        while chunk := stream.read(_CHUNK):
            held.write(chunk)
            self._unpacked += len(chunk)
            size = held.tell()
            swollen = _swollen(size, packed) or _swollen(self._kept + size, self._packed)
            if size > most or swollen or self._unpacked > MOST_TOTAL:
                raise Unreadable("import.too-big")
        self._kept += held.tell()
        return held.getvalue()


def _swollen(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > MOST_RATIO * packed


def _overlap(members: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether members share packed bytes, so that a small archive holds many big files."""
    ends = 0
    for info in sorted(members, key=lambda member: member.header_offset):
        if info.header_offset < ends:
            return True
        ends = info.header_offset + _LOCAL_HEADER + info.compress_size
    return False


def _directory_size(file: IO[bytes], size: int) -> int:
    """Return the size that an archive claims for its list of members, in bytes."""
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise zipfile.BadZipFile
    return int(struct.unpack_from("<L", tail, at + 12)[0])


def _harmless(name: str) -> str:
    """Return a member's name as a relative path that climbs nowhere and holds no control sign."""
    parts = re.split(r"[\\/]", re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "", name))
    return "/".join(part for part in parts if part not in ("", ".", ".."))
