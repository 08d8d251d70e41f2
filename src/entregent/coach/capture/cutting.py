"""What every part of the cutter works with: the line, the pieces so far, the loose words."""

from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.said import By
from entregent.coach.capture.sheet import Sheet


class Cutting:
    """A line on its way into pieces; `_loose` is where words begin that are nothing yet, or -1."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the line."""
        self.sheet = sheet
        self.pieces: list[Piece] = []
        self._loose = -1

    def _add(
        self, kind: Kind, at: int, start: int, end: int, head: str = "", by: By | None = None
    ) -> int:
        """Keep a piece that begins at `at` with a cue; what stood loose before comes first."""
        self._settle(at)
        self.pieces.append(Piece(kind, start, end, head, by, at))
        return end

    def _settle(self, end: int) -> None:
        if 0 <= self._loose < end:
            self.pieces.append(Piece(Kind.OTHER, self._loose, end, after=self._loose))
        self._loose = -1

    def _last(self, kind: Kind, end: int) -> bool:
        """Tell whether the last piece is of a kind and ends at a word."""
        return bool(self.pieces) and self.pieces[-1].kind is kind and self.pieces[-1].end == end
