"""A calendar file cut into its events, so that a broken one leaves the others whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from entregent.exchange.text import lines_of

_EDGE = re.compile(r"(BEGIN|END):(VEVENT|VTIMEZONE|VCALENDAR)\s*", re.IGNORECASE)
_METHOD = re.compile(r"METHOD[^:]*:\s*CANCEL\s*", re.IGNORECASE)
_ZONE_ID = re.compile(r"^TZID[^:\n]*:(.+(?:\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE)
_CUT = "VEVENT", "VTIMEZONE"


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one event; `whole` unless its end is missing."""

    text: str
    cancelled: bool
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file's events in order, and its time zones by their id."""

    events: tuple[Block, ...]
    zones: dict[str, str]

    def calendars(self, event: Block) -> Iterator[bytes]:
        """Yield a calendar that holds one event and the zones it speaks of, then one without."""
        zones = "".join(text for name, text in self.zones.items() if name in event.text)
        for before in (zones, "") if zones else ("",):
            whole = f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{event.text}END:VCALENDAR\n"
            yield whole.replace("\n", "\r\n").encode()


class _Cutter:
    def __init__(self) -> None:
        self.events: list[Block] = []
        self.zones: dict[str, str] = {}
        self._held: list[str] = []
        self._inside = ""
        self._cancelled = False

    def take(self, line: str) -> None:
        edge = _EDGE.fullmatch(line)
        if edge is None:
            if self._inside:
                self._held.append(line)
            elif _METHOD.fullmatch(line):
                self._cancelled = True
        elif edge[1].upper() == "BEGIN":
            self._begin(edge[2].upper(), line)
        elif self._inside == edge[2].upper():
            self._held.append(line)
            self.close(whole=True)

    def _begin(self, what: str, line: str) -> None:
        self.close(whole=False)
        if what in _CUT:
            self._inside, self._held = what, [line]
        else:
            self._cancelled = False

    def close(self, *, whole: bool) -> None:
        text = "".join(line if line.endswith("\n") else f"{line}\n" for line in self._held)
        if self._inside == "VEVENT":
            self.events.append(Block(text, self._cancelled, whole))
        elif self._inside and whole:
            name = _ZONE_ID.search(text)
            if name:
                self.zones[re.sub(r"\n[ \t]", "", name[1]).strip()] = text
        self._inside, self._held = "", []


def cut(text: str) -> Blocks:
    """Cut a file's text at the edges of its events and time zones."""
    cutter = _Cutter()
    for line in lines_of(text):
        cutter.take(line)
    cutter.close(whole=False)
    return Blocks(tuple(cutter.events), cutter.zones)
