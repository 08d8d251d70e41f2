"""What loose words of a line are, told by what is already known and by their place."""

from collections.abc import Iterator
from dataclasses import replace

from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.sheet import AND, Sheet

_MOST_OF_NAME = 4
_MOST_OF_HOUSE = 6
_MOST_OF_TOPIC = 5
_MOST_OF_TRADE = 3
_FEW = 2
_PEOPLE = (Kind.NAME, Kind.SOMEBODY)
_TOLD = (*_PEOPLE, Kind.HOUSE, Kind.TRADE)
_IN_HOUSES = frozenset("of the s and & et des du de".split())
_IN_TOPICS = frozenset(
    "de du des d of la le l les the a an en et and & pour pr for on sur s his her son sa un "
    "une".split()
)
_THEIR = frozenset("son sa ses his her their mon ma my".split())
_WITH = frozenset("avec with w to met a".split())


def resolve(sheet: Sheet, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces, the loose ones as what they are taken for."""
    resolver = _Resolver(sheet, pieces)
    resolver.find_name()
    resolver.find_trades()
    resolver.find_houses()
    return resolver.find_topics()


class _Resolver:
    """Goes through the loose pieces of one line."""

    def __init__(self, sheet: Sheet, pieces: list[Piece]) -> None:
        self._sheet = sheet
        self._pieces = [part for piece in pieces for part in self._split(piece)]

    def _split(self, piece: Piece) -> Iterator[Piece]:
        """Part the capital words of a loose piece from the others, where both are in it."""
        if piece.kind is not Kind.OTHER:
            yield piece
            return
        line = self._sheet.line
        capital = [
            line.capital(at) and not line.acronym(at) for at in range(piece.start, piece.end)
        ]
        linking = _IN_HOUSES | self._sheet.words.particles
        edges = [piece.start]
        for at in range(piece.start + 1, piece.end):
            glued = line.words[at].gap in ("-", "'") or self._sheet.said[at] in _IN_HOUSES
            after = self._sheet.said[at - 1] in linking
            was, now = capital[at - 1 - piece.start], capital[at - piece.start]
            opening = line.words[at - 1].parted and at - 1 == edges[-1] and not now
            if was != now and not glued and not opening and not (after and now):
                edges.append(at)
        for start, end in zip(edges, [*edges[1:], piece.end], strict=True):
            yield replace(piece, start=start, end=end, after=start)

    def _has(self, *kinds: Kind) -> bool:
        return any(piece.kind in kinds for piece in self._pieces)

    def _loose(self) -> list[int]:
        return [at for at, piece in enumerate(self._pieces) if piece.kind is Kind.OTHER]

    def _set(self, at: int, kind: Kind) -> None:
        self._pieces[at] = replace(self._pieces[at], kind=kind)

    def _words(self, piece: Piece) -> list[str]:
        return self._sheet.said[piece.start : piece.end]

    def _holds(self, piece: Piece, some: frozenset[str]) -> bool:
        return not some.isdisjoint(self._words(piece))

    def _alone(self, piece: Piece) -> bool:
        return self._sheet.alone(piece.start, piece.end)

    def _capitals(self, piece: Piece) -> int:
        """Return how many words begin with a capital, 0 where one that should does not."""
        line = self._sheet.line
        free = self._sheet.words.particles | _IN_HOUSES
        bare = [
            at
            for at in range(piece.start, piece.end)
            if not line.capital(at)
            and self._sheet.said[at] not in free
            and not self._sheet.said[at].isdigit()
        ]
        return 0 if bare else sum(map(line.capital, range(piece.start, piece.end)))

    def find_name(self) -> None:
        """Take a loose piece for the name that no list knows, where nobody is named yet."""
        if self._has(*_PEOPLE):
            return
        found = [at for at in self._loose() if self._named(at, self._pieces[at])]
        led = [at for at in found if self._led(self._pieces[at])]
        if found:
            self._set((led or found)[0], Kind.NAME)

    def _led(self, piece: Piece) -> bool:
        at = piece.start
        return at > 0 and not self._sheet.parted(at) and self._sheet.said[at - 1] in _WITH

    def _named(self, at: int, piece: Piece) -> bool:
        sheet, size = self._sheet, piece.end - piece.start
        small = sheet.words.small - sheet.words.particles
        acronym = any(sheet.line.acronym(one) for one in range(piece.start, piece.end))
        town = sheet.words.towns.end(sheet.said, piece.start, piece.end) == piece.end
        tail = sheet.said[piece.end - 1] in sheet.words.tails
        shortened = piece.end < len(sheet.said) and sheet.line.words[piece.end].gap == "'"
        if (
            shortened
            or size > _MOST_OF_NAME
            or self._holds(piece, small)
            or acronym
            or tail
            or town
        ):
            return False
        first = all(one.kind is Kind.NOTE for one in self._pieces[:at])
        if not sheet.line.cased:
            plain = not self._holds(piece, sheet.words.no_topic)
            return plain and first and size <= _FEW + self._alone(piece)
        capitals = self._capitals(piece)
        after = at > 0 and self._pieces[at - 1].kind in (Kind.HOUSE, Kind.TRADE)
        opens = sheet.line.opens(piece.start) and capitals == 1 and size == 1
        plain = first or self._led(piece) or after or capitals > 1 or not opens
        return bool(capitals) and plain and not self._holds(piece, sheet.words.no_topic)

    def find_trades(self) -> None:
        """Take loose words for what somebody does, by their ending or their place."""
        for at in self._loose():
            piece = self._pieces[at]
            words = self._words(piece)
            plain = not self._holds(piece, self._sheet.words.small | self._sheet.words.no_topic)
            if len(words) > _MOST_OF_TRADE or not plain or self._traded(at):
                continue
            if self._ends_as_trade(words) or self._stands_as_trade(at, piece):
                self._set(at, Kind.TRADE)

    def _traded(self, at: int) -> bool:
        """Tell whether the person told of already has a trade."""
        since = self._pieces[:at]
        while since and since[-1].kind not in _PEOPLE:
            if since[-1].kind is Kind.TRADE:
                return True
            since = since[:-1]
        following = self._pieces[at + 1 :]
        names = [one for one, piece in enumerate(following) if piece.kind in _PEOPLE]
        mine = following[: names[0]] if names and since else following
        return any(piece.kind is Kind.TRADE for piece in mine)

    def _ends_as_trade(self, words: list[str]) -> bool:
        endings = self._sheet.words.trade_endings
        if not self._sheet.words.no_trade.isdisjoint(words):
            return False
        return self._has(*_PEOPLE) and (words[0].endswith(endings) or words[-1].endswith(endings))

    def _stands_as_trade(self, at: int, piece: Piece) -> bool:
        """Tell "Emma (estates)", "Emma, pastry at Greggs", "Emma, estates, NHS"."""
        sheet = self._sheet
        if sheet.line.capital(piece.start) and not sheet.line.opens(piece.start):
            return False
        before = self._pieces[at - 1].kind if at else None
        after = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
        bracketed = sheet.line.words[piece.start].gap == "(" and self._alone(piece)
        if before is Kind.NAME and bracketed:
            return True
        housed = after is not None and after.kind is Kind.HOUSE
        beside = housed and after is not None and not sheet.parted(after.after)
        led = beside and after is not None and after.start > after.after
        return before is Kind.NAME and housed and (led or self._alone(piece))

    def find_houses(self) -> None:
        """Take loose capital words, or those that end as houses do, for where somebody works."""
        for at in self._loose():
            piece = self._pieces[at]
            if piece.end - piece.start > _MOST_OF_HOUSE or not self._may_house(at):
                continue
            sheet = self._sheet
            town = sheet.words.towns.end(sheet.said, piece.start, piece.end) == piece.end
            if town or self._holds(piece, frozenset(sheet.words.calendar.weekdays)):
                self._set(at, Kind.NOTE)
                continue
            capitals = self._capitals(piece)
            opens = sheet.line.opens(piece.start)
            acronym = sheet.line.acronym(piece.start)
            free = not self._holds(piece, sheet.words.no_topic)
            named = capitals and free and (acronym or capitals > 1 or not opens)
            stands = self._stands_as_house(at, piece) or self._stands_first(at, piece)
            if named or stands or self._ends_as_house(piece):
                self._set(at, Kind.HOUSE)

    def _ends_as_house(self, piece: Piece) -> bool:
        """Tell "county archives" from "stairs at the clinic"."""
        words = self._words(piece)
        small = self._sheet.words.small - _IN_HOUSES
        tail = words[-1] in self._sheet.words.tails
        return tail and len(words) > 1 and not self._holds(piece, small)

    def _stands_as_house(self, at: int, piece: Piece) -> bool:
        """Tell "lucie, novatek, acheteuse", typed without capitals."""
        between = 0 < at < len(self._pieces) - 1
        if self._sheet.line.cased or not between or piece.end - piece.start > _FEW:
            return False
        before, after = self._pieces[at - 1].kind, self._pieces[at + 1].kind
        plain = not self._holds(piece, self._sheet.words.small | self._sheet.words.no_topic)
        listed = after is Kind.TRADE or (
            piece.end - piece.start == 1 and after in (Kind.OTHER, Kind.TOPIC)
        )
        return before is Kind.NAME and listed and plain and self._alone(piece)

    def _stands_first(self, at: int, piece: Piece) -> bool:
        """Tell "kinexio, bastien, cto": a house before the name, in a line without capitals."""
        named = at == 0 and len(self._pieces) > 1 and self._pieces[1].kind is Kind.NAME
        plain = not self._holds(piece, self._sheet.words.small | self._sheet.words.no_topic)
        single = piece.end - piece.start == 1 and not self._sheet.line.cased
        return named and plain and single and self._alone(piece)

    def _may_house(self, at: int) -> bool:
        """Tell whether a house would still find somebody without one: it follows a name."""
        before = self._pieces[:at]
        people = sum(piece.kind in _PEOPLE for piece in before)
        houses = sum(piece.kind is Kind.HOUSE for piece in before)
        return (people > 0 and houses < people and not self._later_house(at)) or (
            not people and at == 0
        )

    def _later_house(self, at: int) -> bool:
        following = self._pieces[at + 1 :]
        return any(piece.kind is Kind.HOUSE for piece in following) and not any(
            piece.kind is Kind.NAME for piece in following
        )

    def find_topics(self) -> list[Piece]:
        """Take the loose pieces that are left for topics where they may be, else for notes."""
        for at in self._loose():
            piece = self._pieces[at]
            event = self._sheet.line.words[piece.start].gap == "#" and not any(
                one.kind in _PEOPLE for one in self._pieces[:at]
            )
            topic = self._may_be_topic(piece) and not event
            self._set(at, Kind.TOPIC if topic else Kind.NOTE)
        return self._pieces

    def _may_be_topic(self, piece: Piece) -> bool:
        sheet = self._sheet
        words = self._words(piece)
        telling = [word for word in words if word not in sheet.words.small and len(word) > 1]
        if not telling or len(words) > _MOST_OF_TOPIC or not self._has(*_TOLD):
            return False
        if self._holds(piece, sheet.words.small - _IN_TOPICS | sheet.words.no_topic):
            return False
        capitals = self._capitals(piece)
        if capitals and not sheet.line.opens(piece.start) and not sheet.line.acronym(piece.start):
            return False
        if self._holds(piece, _THEIR) and sheet.trade(piece.end - 1) == piece.end:
            return False
        if sheet.feeling(piece.start) == piece.end or not (
            self._apart(piece) or self._terse(piece)
        ):
            return False
        short = len(words) == 1 and len(words[0]) < _MOST_OF_TRADE
        return not all(map(str.isdigit, telling)) and not (short and not capitals)

    def _apart(self, piece: Piece) -> bool:
        """Tell whether a piece stands by itself: between marks or "and", or a few words after."""
        sheet = self._sheet
        begins = sheet.line.words[piece.start].parted or sheet.said[piece.start - 1] in AND
        begins = begins or (not sheet.line.cased and self._follows_house(piece))
        ends = sheet.parted(piece.end) or sheet.said[piece.end] in AND
        return begins and (ends or piece.end - piece.start <= _FEW)

    def _follows_house(self, piece: Piece) -> bool:
        """Tell what stands right after a house or a trade, in a line without capitals."""
        ends = [one.end for one in self._pieces if one.kind in (Kind.HOUSE, Kind.TRADE)]
        return piece.start in ends

    def _terse(self, piece: Piece) -> bool:
        """Tell whether a line drops small words, so that what stands between pieces is told."""
        sheet = self._sheet
        small = sum(word in sheet.words.small for word in sheet.said)
        return small * 5 < len(sheet.said) and not sheet.said[piece.start].isdigit()
