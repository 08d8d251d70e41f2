"""The file that says until when a folder of results is kept, and what in it is ours to delete."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from entregent.services.ports import BookError

NAME = "keep-until.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """Until when files are kept, that day included, and which they are."""

    until: date
    files: tuple[str, ...]


def spelled(kept: Kept) -> bytes:
    """Return the file's bytes."""
    said = {"until": kept.until.isoformat(), "files": sorted(kept.files)}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read(folder: Path) -> Kept:
    """Return what a folder's file says. Raises BookError: match.not-kept."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = tuple(str(name) for name in said["files"])
        return Kept(date.fromisoformat(said["until"]), tuple(filter(_inside, files)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BookError("match.not-kept", path=str(folder), name=NAME) from error


def delete(folder: Path, names: Iterable[str]) -> None:
    """Delete files that were made here, then the folders they leave empty.

    Raises BookError: file.unwritable.
    """
    for name in names:
        path = folder / name
        try:
            if path.is_file() or path.is_symlink():
                path.unlink()
        except OSError as error:
            raise BookError("file.unwritable", path=str(path), why="") from error
    _emptied(folder)


def stale(folder: Path, names: Collection[str]) -> list[str]:
    """Return the files of an earlier result that a new one of these `names` does not have."""
    try:
        return [name for name in read(folder).files if name not in names]
    except BookError:
        return []


def _emptied(folder: Path) -> None:
    for inner in (folder / "people", folder):
        if inner.is_dir() and not any(inner.iterdir()):
            inner.rmdir()


def _inside(name: str) -> bool:
    """Tell a file below a folder from one elsewhere."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name
