"""The words of a piece as they are kept: without what only joined them to others."""

from collections.abc import Iterable, Iterator

from entregent.coach.capture.houses import after_articles
from entregent.coach.capture.pieces import Piece
from entregent.coach.capture.said import Next
from entregent.coach.capture.sheet import AND, Sheet

_DETERMINERS = frozenset(
    "le la les l un une des mon ma mes son sa ses the my a an his her their".split()
)
_PLURAL = 3
_EDGES = frozenset(
    "le la les l un une des du de d et a au aux en pour pr avec sur the a an of and on in at to "
    "for about with his her their son sa ses leur re is are est sont who qui was both tous y & + "
    "on se s also too lol mdr very tres then more ensemble together".split()
)
_KINDS = frozenset("asso association restaurant resto agence boite start startup societe".split())
_TITLES = frozenset("le la les l the".split())
_OFTEN = frozenset("every each chaque ts tous toutes tjs depuis since".split())
_KEPT_AFTER = frozenset("pour pr for re about with w avec at to".split())


class Phrasing:
    """Words the pieces of one line."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the line."""
        self._sheet = sheet

    def name(self, piece: Piece) -> str:
        """Return a name as typed."""
        return self._sheet.line.raw(piece.start, piece.end)

    def house(self, piece: Piece) -> str:
        """Return the name of a house without its article."""
        start = piece.start
        if not self._sheet.line.capital(start):
            start = min(after_articles(self._sheet, start), piece.end - 1)
        end = piece.end
        if self._sheet.said[start] in _KINDS and start + 2 < end and self._titled(start + 1):
            start += 1
        return self._sheet.line.raw(start, end)

    def _titled(self, at: int) -> bool:
        """Tell a house's own name that begins with its article: "Les Petits Débrouillards"."""
        return self._sheet.line.capital(at) and self._sheet.said[at] in (
            "le",
            "la",
            "les",
            "l",
            "the",
        )

    def trade(self, piece: Piece, *, several: bool) -> str:
        """Return a trade as typed; that of `several` people in the singular."""
        raw = self._sheet.line.raw(piece.start, piece.end)
        return raw[:-1] if several and raw.endswith("s") and len(raw) > _PLURAL else raw

    def topics(self, piece: Piece) -> Iterator[str]:
        """Yield what was talked of, each by itself."""
        for start, end in self._parts(piece.start, piece.end):
            often = (at for at in range(start + 1, end) if self._sheet.said[at] in _OFTEN)
            first, last = self._bare(start, next(often, end))
            words = self._sheet.said[first:last]
            if all(word in self._sheet.words.small for word in words) or self._sheet.day(first):
                continue
            if len(set(words)) == 1:
                last = first + 1
            if self._sheet.feeling(first) >= last:
                continue
            yield self._sheet.line.raw(first, last)

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        begins = start
        for at in range(start, end):
            if self._sheet.said[at] in AND:
                yield begins, at
                begins = at + 1
        yield begins, end

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        said = self._sheet.said
        while start < end and said[start] in _EDGES:
            start += 1
        while end > start and (said[end - 1] in _EDGES or self._trails(end - 1, start)):
            end -= 1
        return start, end

    def _trails(self, at: int, start: int) -> bool:
        """Tell whether a word at the end only colours what is said: "cheese obviously"."""
        return at > start and self._sheet.feeling(at) == at + 1

    def promises(self, piece: Piece) -> Iterator[str]:
        """Yield what was promised; several things owed are several promises."""
        said = self._sheet.said
        start, end = piece.start, piece.end
        while end > start and said[end - 1] in AND | {"lol", "mdr", "too", "also"}:
            end -= 1
        if piece.head:
            yield " ".join(filter(None, (piece.head, self._sheet.line.raw(start, end))))
            return
        begins = start
        for at in range(start + 1, end - 1):
            if said[at] in AND and said[at + 1] in _DETERMINERS:
                yield self._sheet.line.raw(begins, at)
                begins = at + 1
        if end > begins:
            yield self._sheet.line.raw(begins, end)

    def next(self, piece: Piece) -> Next:
        """Return a meeting: what, without its day, and the day."""
        sheet = self._sheet
        kept: list[int] = []
        found = None
        vague = 0
        at = piece.start
        while at < piece.end:
            day = sheet.day(at)
            if day and day.end <= piece.end:
                found = found or day.day
                kept += [] if day.day else range(day.start, day.end)
                vague = vague or (0 if day.day else day.start)
                at = day.end
            else:
                kept.append(at)
                at += 1
        while (
            kept
            and not piece.head
            and kept[0] != vague
            and sheet.said[kept[0]] in _EDGES | {"je", "viens", "i", "we", "prochain"}
        ):
            kept.pop(0)
        while kept and self._drops(kept[-1]):
            kept.pop()
        what = " ".join(filter(None, (piece.head, *self._runs(kept))))
        return Next(what, found)

    def _drops(self, at: int) -> bool:
        return self._sheet.said[at] in _EDGES | _KEPT_AFTER | {"je", "viens", "chez", "by"}

    def _runs(self, places: Iterable[int]) -> Iterator[str]:
        """Yield the words at some places, those side by side as they were typed."""
        run: list[int] = []
        for at in places:
            if run and at != run[-1] + 1:
                yield self._sheet.line.raw(run[0], run[-1] + 1)
                run = []
            run.append(at)
        if run:
            yield self._sheet.line.raw(run[0], run[-1] + 1)
