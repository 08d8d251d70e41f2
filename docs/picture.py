"""Draws a real run as an SVG picture: runs `entregent demo` and sets its text like a page.

Usage: python docs/picture.py fr docs/demo-fr.svg
"""

import os
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

PAPER, INK, SOFT, ACCENT, RULE = "#FBFAF7", "#1F2328", "#5B6168", "#1E5A5A", "#E4E0D8"
LINE, CHAR, MARGIN = 20, 8.4, 24
COLUMNS = 80
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def main() -> None:
    """Run the demonstration and write its picture."""
    lang, target = sys.argv[1], Path(sys.argv[2])
    lines = _lines(lang)
    target.write_text(_svg(lines), encoding="utf-8")
    print(f"{target}: {len(lines)} lines")


def _lines(lang: str) -> list[str]:
    command = [sys.executable, "-m", "entregent", "--lang", lang, "demo"]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": str(COLUMNS)}
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [f"$ entregent --lang {lang} demo", "", *shown.stdout.rstrip().splitlines()]


def _svg(lines: list[str]) -> str:
    width, height = COLUMNS * CHAR + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    rows = "\n".join(_row(number, line) for number, line in enumerate(lines) if line.strip())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'font-family="{FONT}" font-size="14">\n'
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}" stroke="{RULE}"/>\n'
        f"{rows}\n</svg>\n"
    )


def _row(number: int, line: str) -> str:
    baseline = MARGIN + number * LINE + 15
    indent = len(line) - len(line.lstrip())
    left = MARGIN + indent * CHAR
    text = line.strip()
    if set(text) == {"─"}:
        right = left + len(text) * CHAR
        return (
            f'<line x1="{left:.1f}" y1="{baseline - 5}" x2="{right:.1f}" y2="{baseline - 5}" '
            f'stroke="{SOFT}" stroke-width="0.6"/>'
        )
    colour = ACCENT if text[0] in "●◐○✕$" else INK
    width = len(text) * CHAR
    return (
        f'<text x="{left:.1f}" y="{baseline}" fill="{colour}" xml:space="preserve" '
        f'textLength="{width:.1f}" lengthAdjust="spacing">{escape(text)}</text>'
    )


if __name__ == "__main__":
    main()
