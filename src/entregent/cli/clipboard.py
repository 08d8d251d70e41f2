"""The clipboard, through whichever of the usual programs is there."""

import os
import shutil
import subprocess
from dataclasses import dataclass

from entregent.services.ports import BookError

_SECONDS = 10
_WINDOWS = "utf-16"
"""With its mark, by which `clip.exe` knows the letters for what they are."""


@dataclass(frozen=True, slots=True)
class _Program:
    """A program that takes the text on its input; `display` is what it needs to be there."""

    words: tuple[str, ...]
    encoding: str = "utf-8"
    display: str = ""


_PROGRAMS = (
    _Program(("pbcopy",)),
    _Program(("wl-copy",), display="WAYLAND_DISPLAY"),
    _Program(("xclip", "-selection", "clipboard"), display="DISPLAY"),
    _Program(("xsel", "--clipboard", "--input"), display="DISPLAY"),
    _Program(("clip.exe",), _WINDOWS),
)


def copy(text: str) -> str:
    """Put a text on the clipboard; return the program that took it.

    Those whose display is there are tried first. Raises BookError: draft.no-clipboard where none
    of the programs is found, draft.clipboard-failed where none of them would take it.
    """
    there = [one for one in _PROGRAMS if shutil.which(one.words[0])]
    if not there:
        raise BookError("draft.no-clipboard")
    there.sort(key=lambda one: bool(one.display) and not os.environ.get(one.display))
    for one in there:
        if _takes(one, text):
            return one.words[0]
    raise BookError("draft.clipboard-failed", program=there[0].words[0])


def _takes(program: _Program, text: str) -> bool:
    """Hand the text over; such a program may live on to serve it, so its output is let go."""
    try:
        run = subprocess.run(  # noqa: S603 - a program of the list above, found on the path
            program.words,
            input=text.encode(program.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
