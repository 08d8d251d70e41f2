"""What loose words of a line are, told by what is already known and by their place."""

from dataclasses import replace

from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.sheet import Sheet
from entregent.domain.text import fold

_MOST_OF_NAME = 4
_MOST_OF_HOUSE = 6
_MOST_OF_TOPIC = 5
_FEW = 2
_IN_HOUSES = frozenset("of the s and & et des du de".split())
_MOST_OF_TRADE = _SHORT = 3
_WHERE = frozenset("at in by from near over during chez dans avec with w every each chaque".split())
_SURE = frozenset(
    "je j i he she they il elle ils elles we on c is was says said est etait qui who that a".split()
)


def resolve(sheet: Sheet, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces, the loose ones as what they are taken for."""
    resolver = _Resolver(sheet, pieces)
    resolver.find_name()
    resolver.find_houses()
    resolver.find_trades()
    return resolver.find_topics()


class _Resolver:
    """Goes through the loose pieces of one line."""

    def __init__(self, sheet: Sheet, pieces: list[Piece]) -> None:
        self._sheet = sheet
        self._pieces = pieces

    def _has(self, *kinds: Kind) -> bool:
        return any(piece.kind in kinds for piece in self._pieces)

    def _loose(self) -> list[int]:
        return [at for at, piece in enumerate(self._pieces) if piece.kind is Kind.OTHER]

    def _set(self, at: int, kind: Kind) -> None:
        self._pieces[at] = replace(self._pieces[at], kind=kind)

    def _size(self, piece: Piece) -> int:
        return piece.end - piece.start

    def _capitals(self, piece: Piece) -> int:
        """Return how many words begin with a capital, 0 where one that should does not."""
        sheet = self._sheet
        capital = 0
        for at in range(piece.start, piece.end):
            if sheet.line.capital(at):
                capital += 1
            elif (
                sheet.said[at] not in sheet.words.particles
                and sheet.said[at] not in ("of", "and", "the", "s", "&", "for", "n", "et")
                and not sheet.said[at].isdigit()
            ):
                return 0
        return capital

    def find_name(self) -> None:
        """Take a loose piece for the name that no list knows, where nobody is named yet."""
        if self._has(Kind.NAME, Kind.SOMEBODY):
            return
        for at in self._loose():
            piece = self._pieces[at]
            small = any(
                word in self._sheet.words.small - self._sheet.words.particles
                for word in self._sheet.said[piece.start : piece.end]
            )
            if self._size(piece) > _MOST_OF_NAME or small:
                continue
            if self._named(at, piece):
                self._set(at, Kind.NAME)
                return

    def _named(self, at: int, piece: Piece) -> bool:
        sheet = self._sheet
        alone = sheet.alone(piece.start, piece.end)
        first = at == 0 or all(one.kind is Kind.NOTE for one in self._pieces[:at])
        if any(sheet.line.acronym(one) for one in range(piece.start, piece.end)):
            return False
        if self._tail(piece):
            return False
        if sheet.line.cased:
            capitals = self._capitals(piece)
            if first:
                return bool(capitals)
            after_house = self._pieces[at - 1].kind in (Kind.HOUSE, Kind.TRADE)
            return bool(capitals) and (after_house or capitals > 1)
        return (first and self._size(piece) <= _FEW + 1 and alone) or (
            first and self._size(piece) <= _FEW
        )

    def _tail(self, piece: Piece) -> bool:
        return self._sheet.said[piece.end - 1] in self._sheet.words.tails

    def find_houses(self) -> None:
        """Take loose capital words, or those that end as houses do, for where somebody works."""
        for at in self._loose():
            piece = self._pieces[at]
            if self._size(piece) > _MOST_OF_HOUSE or not self._may_house(at):
                continue
            sheet = self._sheet
            town = sheet.words.towns.end(sheet.said, piece.start, piece.end)
            if town == piece.end:
                self._set(at, Kind.NOTE)
                continue
            capitals = self._capitals(piece)
            opens = sheet.line.opens(piece.start)
            acronym = sheet.line.acronym(piece.start)
            named = capitals and (acronym or capitals > 1 or not opens)
            if named or self._ends_as_house(piece):
                self._set(at, Kind.HOUSE)

    def _ends_as_house(self, piece: Piece) -> bool:
        """Tell "county archives" from "stairs at the clinic"."""
        words = self._sheet.said[piece.start : piece.end]
        small = self._sheet.words.small - _IN_HOUSES
        return self._tail(piece) and len(words) > 1 and not any(word in small for word in words)

    def _may_house(self, at: int) -> bool:
        """Tell whether a house would still find somebody without one: it follows a name."""
        since = 0
        houses = 0
        for piece in self._pieces[:at]:
            if piece.kind in (Kind.NAME, Kind.SOMEBODY):
                since += 1
            houses += piece.kind is Kind.HOUSE
        before = not since and at == 0
        return ((bool(since) and houses < max(1, since)) and not self._later_house(at)) or before

    def _later_house(self, at: int) -> bool:
        return any(piece.kind is Kind.HOUSE for piece in self._pieces[at + 1 :]) and not any(
            piece.kind is Kind.NAME for piece in self._pieces[at + 1 :]
        )

    def find_trades(self) -> None:
        """Take a loose word that ends as trades do for what somebody does."""
        if self._has(Kind.TRADE):
            return
        for at in self._loose():
            piece = self._pieces[at]
            words = self._sheet.said[piece.start : piece.end]
            plain = not any(word in self._sheet.words.small for word in words)
            ends = [one for one in words if one.endswith(self._sheet.words.trade_endings)]
            likely = ends and (ends[0] == words[0] or ends[-1] == words[-1])
            if (
                likely
                and plain
                and len(words) <= _MOST_OF_TRADE
                and self._has(Kind.NAME, Kind.SOMEBODY)
            ):
                self._set(at, Kind.TRADE)
                return

    def find_topics(self) -> list[Piece]:
        """Take the loose pieces that are left for topics where they may be, else for notes."""
        for at in self._loose():
            piece = self._pieces[at]
            event = self._sheet.line.words[piece.start].gap == "#" and not self._named_before(at)
            topic = self._may_be_topic(piece) and not event
            self._set(at, Kind.TOPIC if topic else Kind.NOTE)
        return self._pieces

    def _named_before(self, at: int) -> bool:
        return any(piece.kind in (Kind.NAME, Kind.SOMEBODY) for piece in self._pieces[:at])

    def _may_be_topic(self, piece: Piece) -> bool:
        sheet = self._sheet
        words = sheet.said[piece.start : piece.end]
        telling = [word for word in words if word not in sheet.words.small and len(word) > 1]
        if not telling or len(words) > _MOST_OF_TOPIC or not self._has(*_PEOPLE):
            return False
        if (
            words[0] in _WHERE
            or set(words) & _SURE - {"a"}
            or sheet.feeling(piece.start) == piece.end
        ):
            return False
        if all(word.isdigit() for word in telling):
            return False
        return not (
            len(words) == 1 and len(fold(words[0])) < _SHORT and not sheet.line.acronym(piece.start)
        )


_PEOPLE = (Kind.NAME, Kind.SOMEBODY, Kind.HOUSE, Kind.TRADE)
