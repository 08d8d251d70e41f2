"""A calm line on stderr while something takes longer than a second."""

import sys
import threading
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from entregent.cli.face import Face
from entregent.cli.paper import WIDTH, clean, display_width
from entregent.services.ports import Unit

_PATIENCE = 1.0
_PULSE = 0.5
_LENGTH = 16
_MINUTE = 60
_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class _Way:
    """How far something is, in a unit, since an instant of the machine's own clock."""

    done: int
    every: int
    unit: Unit
    since: float


class Progress:
    """Shows what is being read, in a terminal only, and leaves no trace of itself."""

    def __init__(self, face: Face) -> None:
        """Show nothing yet."""
        self._face = face
        self._line = ""
        self._way: _Way | None = None
        self._done = threading.Event()
        self._shown = threading.Event()
        self._thread: threading.Thread | None = None

    def step(self, what: str) -> None:
        """Tell what is being read now."""
        self._way = None
        self._line = self._face.say("import.reading", what=what) if what else ""

    def reach(self, what: str, done: int, every: int, unit: Unit = Unit.MESSAGES) -> None:
        """Tell what is being read now, and how much was read before it, of how much in all."""
        way, now = self._way, time.monotonic()
        same = way is not None and (way.every, way.unit) == (every, unit) and way.done <= done
        self.step(what)
        self._way = _Way(done, every, unit, way.since if way and same else now)

    def settle(self) -> None:
        """Tell that all is read, and goes into the book now."""
        self._way = None
        self._line = self._face.say("import.writing")

    def __enter__(self) -> Self:
        """Begin to wait, where there is a terminal to tell."""
        if sys.stderr.isatty() and not self._face.as_json:
            self._thread = threading.Thread(target=self._tell, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the line."""
        self._done.set()
        if self._thread is not None:
            self._thread.join()
        if self._shown.is_set():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _tell(self) -> None:
        pause = _PATIENCE
        while not self._done.wait(pause):
            pause = _PULSE
            line = clean(self._line)
            if not line:
                continue
            line = self._pace() + line
            while display_width(line) >= WIDTH:
                line = line[:-2] + "…"
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
            self._shown.set()

    def _pace(self) -> str:
        """Word how far the reading is, how fast it goes and what is left, once that shows."""
        way = self._way
        if way is None or not 0 < way.done <= way.every:
            return ""
        took = max(time.monotonic() - way.since, 0.001)
        filled = _LENGTH * way.done // way.every
        left = round(took * (way.every - way.done) / way.done)
        rate = way.done / took
        if way.unit is Unit.BYTES:
            speed = self._face.say("import.rate.bytes", n=f"{rate / _KILOBYTE:.0f}")
        else:
            speed = self._face.say("import.rate.messages", n=f"{rate:.0f}")
        if left < _MINUTE:
            rest = self._face.say("import.seconds-left", n=str(left))
        else:
            rest = self._face.say("import.minutes-left", n=str(round(left / _MINUTE)))
        bar = "━" * filled + "─" * (_LENGTH - filled)
        return f"{bar} {speed}, {rest} · "
