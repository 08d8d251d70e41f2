"""A calm line on stderr while something takes longer than a second."""

import sys
import threading
from types import TracebackType
from typing import Self

from entregent.cli.face import Face
from entregent.cli.paper import WIDTH, clean, display_width

_PATIENCE = 1.0
_PULSE = 0.5


class Progress:
    """Shows what is being read, in a terminal only, and leaves no trace of itself."""

    def __init__(self, face: Face) -> None:
        """Show nothing yet."""
        self._face = face
        self._line = ""
        self._done = threading.Event()
        self._shown = threading.Event()
        self._thread: threading.Thread | None = None

    def step(self, what: str) -> None:
        """Tell what is being read now."""
        self._line = self._face.say("import.reading", what=what) if what else ""

    def settle(self) -> None:
        """Tell that all is read, and goes into the book now."""
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
            while display_width(line) >= WIDTH:
                line = line[:-2] + "…"
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
            self._shown.set()
