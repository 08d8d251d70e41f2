"""How files are opened: plain, packed or mapped, from folders and archives, within bounds."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zipfile import ZipInfo

from entregent.exchange import detect
from entregent.exchange.detect import FORMATS, HEAD, MEGABYTE, Format, Kind
from entregent.exchange.gzips import is_gzip, unpacked, unpacked_head
from entregent.exchange.mail.folders import LetterBox
from entregent.exchange.zips import SafeZip, Unreadable
from entregent.services.ports import BookError


def check(path: Path) -> None:
    """Raise BookError unless a path is a folder that can be listed or a file that can be read."""
    try:
        there = path.exists()
        readable = there and os.access(path, os.R_OK) and (path.is_dir() or path.is_file())
    except OSError:
        there, readable = True, False
    if not there:
        raise BookError("import.no-such-file", path=str(path))
    if not readable:
        raise BookError("import.unreadable", path=str(path))


def head_of(path: Path) -> bytes:
    """Return how a file starts, unpacked when it is packed with gzip."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return unpacked_head(head, HEAD) if is_gzip(head) else head


def size_of(path: Path) -> int:
    """Return how many bytes a file has, none when it vanished meanwhile."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def plain(path: Path, most: int | None) -> Iterator[bytes | mmap]:
    """Give a file's bytes: in memory when it is small, else mapped."""
    try:
        with path.open("rb") as file:
            if is_gzip(file.peek(HEAD)):
                with unpacked(file, FORMATS[Kind.MBOX].most if most is None else most) as data:
                    yield data
                return
            size = os.fstat(file.fileno()).st_size
            if most is not None and size > most:
                raise Unreadable("import.too-big")
            if size < MEGABYTE:
                yield file.read()
                return
            with mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
                yield mapped
    except OSError as error:
        raise Unreadable("import.unreadable", path=str(path)) from error


@contextmanager
def member(archive: SafeZip, info: ZipInfo, most: int) -> Iterator[bytes | mmap]:
    """Give the bytes of an archive's member, unpacked; raises Unreadable for more than `most`."""
    data = archive.whole(info, most)
    if not is_gzip(data):
        yield data
        return
    with unpacked(io.BytesIO(data), most) as plain_data:
        yield plain_data


@contextmanager
def letters(box: LetterBox) -> Iterator[bytes]:
    """Give the headers of all the messages of a folder of mail."""
    yield box.headers()


@contextmanager
def held(data: bytes) -> Iterator[bytes]:
    """Give bytes that are in memory already."""
    yield data


def check_records(data: bytes | mmap, form: Format) -> None:
    """Raise Unreadable for more records than anybody has, before they fill the memory."""
    most = min(form.most_records or detect.MOST_RECORDS, detect.MOST_RECORDS)
    if form.begins and _count(data, form.begins) > most:
        raise Unreadable("import.too-big")


def _count(data: bytes | mmap, mark: bytes) -> int:
    """Count a mark in a file, in either case, a piece at a time."""
    pieces = (data[at : at + MEGABYTE] for at in range(0, len(data), MEGABYTE))
    return sum(piece.upper().count(mark) for piece in pieces)
