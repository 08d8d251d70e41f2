"""A text as a QR code, dark on light and with its margin, as phones read it (ISO/IEC 18004).

The text is written in UTF-8, with 15 % of the code to spare for a stain or a reflection, more
where that makes it no larger. The same text always gives the same code.
"""

import io
from typing import TYPE_CHECKING, Literal

from entregent.services.ports import BookError

if TYPE_CHECKING:
    from segno import QRCode

MOST_OCTETS = 1200
"""UTF-8 octets that a code may hold: beyond, its modules are too fine for a phone's camera."""
_MARGIN = 4
"""Light modules on every side, as the norm asks."""
_PIXELS = 8
"""A module's side in a picture."""
_BLACK_ON_WHITE = "\x1b[38;5;16;48;5;231m"
"""By the two colours of a terminal that no theme changes."""
_PLAIN = "\x1b[0m"
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
"""What stands for two modules, one above the other; 1 is dark."""


def qr_svg(text: str, *, title: str = "") -> str:
    """Return a picture that scales and refers to nothing outside; `title` is read aloud.

    Raises BookError event.qr-empty, or event.qr-long above `MOST_OCTETS`, as all here do.
    """
    drawn = io.BytesIO()
    _code(text).save(
        drawn,
        kind="svg",
        xmldecl=False,
        scale=_PIXELS,
        border=_MARGIN,
        light="#fff",
        title=title or None,
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue().decode()


def qr_png(text: str) -> bytes:
    """Return a picture in black and white."""
    drawn = io.BytesIO()
    _code(text).save(drawn, kind="png", scale=_PIXELS, border=_MARGIN)
    return drawn.getvalue()


def qr_terminal(text: str, *, colours: Literal["yes", "no"] = "yes") -> list[str]:
    """Return lines of half blocks, a character for two modules one above the other.

    Without colours the dark modules are the ink: for paper, a file, a light terminal.
    """
    rows = [list(row) for row in _code(text).matrix_iter(border=_MARGIN)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    lines = [
        "".join(_HALVES[pair] for pair in zip(above, below, strict=True))
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    ]
    return [f"{_BLACK_ON_WHITE}{line}{_PLAIN}" for line in lines] if colours == "yes" else lines


def _code(text: str) -> "QRCode":
    if not text:
        raise BookError("event.qr-empty")
    octets = text.encode(errors="replace")
    if len(octets) > MOST_OCTETS:
        raise BookError("event.qr-long", most=str(MOST_OCTETS))
    import segno

    return segno.make_qr(octets.decode(), error="m", encoding="utf-8")
