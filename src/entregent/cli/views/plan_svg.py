"""Who is asked when, as a picture by itself: one row a person, one column a week."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from entregent.asks.campaign.model import Step
from entregent.cli.face import Face
from entregent.cli.paper import clean
from entregent.cli.roads import WEEK, Roads
from entregent.cli.svg import OPENING, STYLE
from entregent.cli.views.plan_picture import rows
from entregent.domain.asking import Verdict
from entregent.domain.text import capital

_NAMES, _WEEK, _ROW, _TOP, _EDGE = 220, 64, 34, 112, 32
_FOOT = 56
_MARK = 7
_LETTERS = 26
"""So many letters of a name fit beside its row."""
_STYLE = f"""{STYLE}
.go, .half {{ fill: #1E5A5A }} .ring {{ fill: none; stroke: #1E5A5A; stroke-width: 1.5 }}
.rest {{ stroke: #1E5A5A; stroke-width: 1; stroke-dasharray: 1 4; stroke-linecap: round }}
@media (prefers-color-scheme: dark) {{
.paper {{ fill: #16181A }} .rule {{ stroke: #34383B }} text {{ fill: #E9E6DF }}
.soft {{ fill: #A9AFB3 }} .go, .half {{ fill: #7FBDBD }} .ring, .rest {{ stroke: #7FBDBD }} }}
"""


def drawing(face: Face, roads: Roads) -> str:
    """Return the picture as SVG that needs nothing else: what it shows is told in words too."""
    people = list(rows(roads.campaign.steps).values())
    weeks = roads.weeks
    wide = _wide(roads)
    high = _TOP + len(people) * _ROW + _FOOT
    title = face.say("plan.title", start=roads.campaign.today, end=roads.last)
    told = " ".join(_told(face, roads, step) for step in roads.campaign.steps)
    parts = [
        OPENING.format(wide=wide, high=high, lang=face.speech.lang),
        f'<title id="t">{_safe(title)}</title>',
        f'<desc id="d">{_safe(told or face.say("plan.nothing"))}</desc>',
        f"<style>{_STYLE}</style>",
        '<rect class="paper" width="100%" height="100%"/>',
        _text(_EDGE, _EDGE + 18, title, "title"),
        *_columns(face, weeks, len(people)),
        *(line for at, steps in enumerate(people) for line in _row(face, roads, steps, at)),
        _text(_EDGE, high - 22, face.say("plan.legend").replace("   ", "\u2003"), "soft"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _wide(roads: Roads) -> int:
    return 2 * _EDGE + _NAMES + len(roads.weeks) * _WEEK


def _columns(face: Face, weeks: Sequence[date], people: int) -> Iterator[str]:
    """Yield a hairline a week, with the day it begins on."""
    bottom = _TOP + people * _ROW
    for number, first in enumerate(weeks):
        left = _EDGE + _NAMES + number * _WEEK
        yield _line("rule", (left, _TOP - 8), (left, bottom))
        yield _text(left + 4, _TOP - 14, str(first.day), "soft")
        if not number or first.month != weeks[number - 1].month:
            yield _text(left + 4, _TOP - 30, face.speech.date(first, "month"), "soft")


def _row(face: Face, roads: Roads, steps: Sequence[Step], at: int) -> Iterator[str]:
    """Yield a person's name, a line while they rest, and a mark on the day of each ask."""
    middle = _TOP + at * _ROW + _ROW // 2
    edge = _wide(roads) - _EDGE
    yield _line("rule", (_EDGE, middle + _ROW // 2), (edge, middle + _ROW // 2))
    yield _text(_EDGE, middle + 5, _short(roads.names.full(steps[0].person)), "")
    for step in steps:
        left = _EDGE + _NAMES + (step.on - roads.campaign.today) / WEEK * _WEEK + _MARK + 2
        end = min(left + roads.rest / WEEK * _WEEK - _MARK, edge)
        yield f"<g><title>{_safe(_told(face, roads, step))}</title>"
        if end > left + _MARK + 3:
            yield _line("rest", (left + _MARK + 3, middle), (end, middle))
        yield from _mark(step.verdict, left, middle)
        yield "</g>"


def _mark(verdict: Verdict, x: float, y: int) -> Iterator[str]:
    """Yield a full disc for "go ahead", a ring half full for "with care"."""
    if verdict is Verdict.GO:
        yield f'<circle class="go" cx="{x:.1f}" cy="{y}" r="{_MARK}"/>'
        return
    yield f'<circle class="ring" cx="{x:.1f}" cy="{y}" r="{_MARK}"/>'
    yield f'<path class="half" d="M{x:.1f} {y - _MARK} a{_MARK} {_MARK} 0 0 0 0 {2 * _MARK} z"/>'


def _told(face: Face, roads: Roads, step: Step) -> str:
    name = roads.names.full(step.person)
    return capital(face.say("plan.told", on=step.on, name=name, asked=roads.asked(step)))


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"


def _line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    """Return `text` as XML holds it, without what it cannot hold."""
    held = "".join(char for char in clean(text) if char not in "\ufffe\uffff")
    return escape(held.encode("utf-8", "ignore").decode("utf-8"))
