"""Codes that a phone's camera reads: in the terminal, or as a picture in a file."""

from pathlib import Path
from typing import Literal

from entregent.services.ports import BookError

PICTURES = (".svg", ".png")
"""The endings of files that a code can be drawn in."""


def code_lines(text: str, *, colours: Literal["yes", "no"]) -> list[str]:
    """Return a text's code as lines for the terminal; raises BookError as `qr_terminal` does."""
    from entregent.exchange.qr import qr_terminal

    return qr_terminal(text, colours=colours)


def code_picture(text: str, path: Path, *, title: str = "") -> bytes:
    """Return a text's code as the file at `path` holds it, by its ending.

    Raises BookError event.picture-ending, or as `qr_svg` does.
    """
    from entregent.exchange.qr import qr_png, qr_svg

    ending = path.suffix.casefold()
    if ending not in PICTURES:
        raise BookError("event.picture-ending", path=str(path), among=", ".join(PICTURES))
    return qr_png(text) if ending == ".png" else qr_svg(text, title=title).encode()
