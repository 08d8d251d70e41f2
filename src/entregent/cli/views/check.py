"""Remarks on a message: the words underlined, then what to do, in few lines."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch, clean, display_width
from entregent.cli.places import Lines
from entregent.tact.check import sure
from entregent.tact.finding import Checked, Finding, Level

_GRAVEST = tuple(Level)
_WIDTH = 70
_BEFORE = 24
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


def sheet(face: Face, text: str, checked: Checked) -> Paper:
    """Lay out the remarks, or the sentence that there is none."""
    paper = face.paper()
    if not checked.findings:
        paper.write(face.say("check.nothing"))
        return paper
    lines = Lines(text)
    for _, here in groupby(checked.findings, key=lambda one: (one.start, one.end)):
        paper.air()
        _remarks(paper, face, sorted(here, key=lambda one: _GRAVEST.index(one.level)), lines)
    paper.air()
    paper.write(_last(face, checked), touch=Touch.SOFT)
    return paper


def _remarks(paper: Paper, face: Face, here: Sequence[Finding], lines: Lines) -> None:
    """Show some words once, and what there is to say of them, the gravest first."""
    start, end = here[0].start, here[0].end
    number = str(lines.place(start).line)
    begin, line = lines.line(start)
    shown, before, width = excerpt(line, start - begin, end - begin)
    gutter = " " * len(number)
    if _underlines(shown):
        paper.drawn(f"  {number} │ {shown}")
        paper.drawn(f"  {gutter} │ {' ' * before}{'^' * width}", Touch.STRONG)
    else:
        paper.drawn(f"  {number} │ {face.say('check.quote', text=_one_line(here[0].quote))}")
    for finding in here:
        level = face.say(f"level.{finding.level}")
        said = f"{level} · {finding.message} ({finding.name})"
        paper.write(said, indent=5 + len(gutter))
        if finding.better is not None:
            better = _one_line(finding.better)
            told = face.say("check.better", text=better) if better else face.say("check.without")
            paper.write(told, indent=5 + len(gutter), touch=Touch.STRONG)


def excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return as much of a line as fits, with the columns before the words found and theirs.

    Tabs and other control characters become spaces, marks of direction go.
    """
    end = min(max(end, start + 1), len(line))
    first = 0
    while first < start and display_width(_seen(line[first:start])) > _BEFORE:
        space = line.find(" ", first, start)
        first = space + 1 if space >= 0 else start - 1
        if start - first <= 1:
            break
    lead = "… " if first else ""
    shown = lead + _seen(line[first:])
    before = display_width(lead + _seen(line[first:start]))
    width = display_width(_seen(line[start:end]))
    if display_width(shown) > _WIDTH:
        shown = _cut(shown, _WIDTH)
        width = min(width, display_width(shown) - before)
        shown += "…"
    return shown, before, max(width, 1)


def _cut(text: str, width: int) -> str:
    held = 0
    for at, char in enumerate(text):
        held += display_width(char)
        if held > width:
            return text[:at]
    return text


def _seen(text: str) -> str:
    """Return a text without what a terminal would not show, or would show elsewhere."""
    return "".join(char for char in clean(text) if unicodedata.bidirectional(char) not in _MARKS)


_MARKS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def _underlines(shown: str) -> bool:
    """Tell whether a terminal shows a line in the order of its letters."""
    return not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in shown)


def _one_line(text: str) -> str:
    return " ".join(_seen(text).split(" ")).strip()


def _last(face: Face, checked: Checked) -> str:
    """Say what is worth doing first."""
    held = {finding.level for finding in checked.findings}
    key = next(level for level in Level if level in held)
    sure = any(finding.better is not None for finding in checked.findings)
    return face.say(f"check.last.{key}") + (f" {face.say('check.fix')}" if sure else "")


def mending(face: Face, found: Checked, left: Checked, text: str) -> Paper:
    """Say what was changed in a message, and what is left to its writer."""
    paper = face.paper()
    changed = [(one.quote, one.better or "") for one in sure(found.findings)]
    for quote, better in changed:
        told = {"before": _one_line(quote), "after": _one_line(better)}
        paper.write(face.say("check.changed" if better else "check.taken-out", **told))
    if not changed:
        paper.write(face.say("check.unchanged"))
    lines = Lines(text)
    for finding in left.findings:
        line, level = lines.place(finding.start).line, face.say(f"level.{finding.level}")
        paper.write(face.say("check.left", line=line, level=level, text=finding.message))
    return paper
