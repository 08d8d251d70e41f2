"""The wall chart: everybody's name, and their table in each slot; one picture to print and pin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from entregent.cli.face import Face
from entregent.cli.paper import clean
from entregent.cli.svg import OPENING, STYLE
from entregent.domain.text import fold
from entregent.matching.people import Attendee
from entregent.services.matching.hours import Hours

_NAMES, _SLOT, _ROW, _TOP, _EDGE, _FOOT, _BETWEEN = 220, 52, 26, 104, 32, 56, 44
_ROWS = 60
"""So many names stand one below the other; more stand beside them."""
_LETTERS = 26
_STYLE = f"""{STYLE}
.table {{ font: 15px system-ui, sans-serif; font-variant-numeric: tabular-nums }}
@media print {{ .paper {{ fill: #FFF }} .rule {{ stroke: #BBB }} text, .soft {{ fill: #000 }} }}
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """Who is at which table when: `tables` by slot and id, all numbers from 1."""

    people: Sequence[Attendee]
    slots: int
    hours: Hours
    tables: Mapping[tuple[int, str], int]


def drawing(face: Face, told: Placed) -> str:
    """Return the chart as SVG that needs nothing else, names in the order of the alphabet."""
    people = sorted(told.people, key=lambda one: (fold(one.name), one.id))
    blocks = [people[n : n + _ROWS] for n in range(0, len(people), _ROWS)]
    wide = 2 * _EDGE + len(blocks) * _wide(told) + (len(blocks) - 1) * _BETWEEN
    high = _TOP + min(len(people), _ROWS) * _ROW + _FOOT
    title = face.say("match.chart-title", day=told.hours.day)
    parts = [
        OPENING.format(wide=wide, high=high, lang=face.speech.lang),
        f'<title id="t">{_safe(title)}</title>',
        f'<desc id="d">{_safe(face.say("match.chart-told"))}</desc>',
        f"<style>{_STYLE}</style>",
        '<rect class="paper" width="100%" height="100%"/>',
        _text(_EDGE, _EDGE + 18, title, "title"),
    ]
    for number, block in enumerate(blocks):
        left = _EDGE + number * (_wide(told) + _BETWEEN)
        parts += _block(told, block, left)
    parts.append(_text(_EDGE, high - 22, face.say("match.chart-legend"), "soft"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _wide(told: Placed) -> int:
    return _NAMES + told.slots * _SLOT


def _block(told: Placed, people: Sequence[Attendee], left: int) -> Iterator[str]:
    """Yield the rows of some people, below the times of the slots."""
    right = left + _wide(told)
    for slot in range(1, told.slots + 1):
        at = left + _NAMES + (slot - 1) * _SLOT
        yield _text(at, _TOP - 14, str(told.hours.begin(slot)), "soft")
    for row, one in enumerate(people):
        bottom = _TOP + (row + 1) * _ROW
        yield f'<path class="rule" d="M{left} {bottom}H{right}"/>'
        yield _text(left, bottom - 8, _short(one.name), "")
        for slot in range(1, told.slots + 1):
            at = left + _NAMES + (slot - 1) * _SLOT
            table = told.tables.get((slot, one.id))
            yield _text(at, bottom - 8, "·" if table is None else str(table), "table")


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"


def _text(x: int, y: int, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    held = "".join(char for char in clean(text) if char not in "\ufffe\uffff")
    return escape(held.encode("utf-8", "ignore").decode("utf-8"))
