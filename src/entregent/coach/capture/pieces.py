"""A line cut into pieces: who, where, what they do, what was said, promised and agreed."""

from dataclasses import dataclass
from enum import Enum, auto

from entregent.coach.capture.houses import after_articles, house_after_cue, named_house
from entregent.coach.capture.names import name_at
from entregent.coach.capture.said import By
from entregent.coach.capture.sheet import AND, Sheet

_SHE = frozenset("elle she".split())
_HE = frozenset("il lui he".split())
_ROLE_OF = frozenset("de d du des en of for on to".split())
_MOST_OF_ROLE = 6
_BEFORE_ROLE = 3
_TALK_ALONE_IS_NONE = frozenset("talk chat keep play do love make both a".split())
_AT = frozenset("a in dans en".split())


class Kind(Enum):
    """What a piece tells."""

    NAME = auto()
    SOMEBODY = auto()
    COLLEAGUE = auto()
    KIN = auto()
    SHE = auto()
    HE = auto()
    BOTH = auto()
    AND = auto()
    HOUSE = auto()
    TRADE = auto()
    TOPIC = auto()
    PROMISE = auto()
    NEXT = auto()
    NOTE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `start` to `end`; of deeds, `body` is where their own words begin after `head`.

    `by` is who promised. `after` is the place where what tells of it began, a cue included.
    """

    kind: Kind
    start: int
    end: int
    head: str = ""
    by: By | None = None
    after: int = -1


class Cutter:
    """Cuts one line."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the line."""
        self.sheet = sheet
        self.pieces: list[Piece] = []
        self._loose = -1

    def cut(self) -> list[Piece]:
        """Return all pieces in order."""
        for start, stop in self.sheet.chunks:
            self._chunk(start, stop)
        return self.pieces

    def _chunk(self, start: int, stop: int) -> None:
        if self._promised_whole(start, stop):
            return
        at = start
        while at < stop:
            end = self._step(at, stop)
            if end > at:
                at = end
            else:
                self._loose = at if self._loose < 0 else self._loose
                at += 1
        self._settle(stop)

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

    def _promised_whole(self, start: int, stop: int) -> bool:
        """Read "intro promise à Yann", "quote for the roof to come from him"."""
        for by in By:
            for at in range(start + 1, stop):
                if end := self.sheet.cue(f"owed_after_{by.value}", at):
                    if self.sheet.deed(at) or any(
                        self.sheet.given(one) for one in range(start, at)
                    ):
                        continue
                    head = self.sheet.line.raw(start, at)
                    self._add(Kind.PROMISE, start, end, stop, head, by)
                    return True
        return False

    def _step(self, at: int, stop: int) -> int:
        """Take the piece that begins at a word; return where it ends, or `at`."""
        sheet = self.sheet
        if sheet.said[at] in AND:
            return self._add(Kind.AND, at, at, at + 1)
        for name, kind in (
            ("with_colleague", Kind.COLLEAGUE),
            ("with_kin", Kind.KIN),
            ("both", Kind.BOTH),
        ):
            if end := sheet.cue(name, at):
                return self._add(kind, at, at, end)
        for read in (
            self._nothing,
            self._opening,
            self._somebody,
            self._talk,
            self._deed,
            self._meeting,
            self._house,
            self._name,
            self._trade,
            self._pastime,
            self._manners,
            self._pronoun,
        ):
            end = read(at, stop)
            if end > at:
                return end
        return at

    def _nothing(self, at: int, stop: int) -> int:
        if not self.sheet.cue("nothing", at):
            return at
        end = at + 1
        while end < stop and not self.sheet.cue("turn", end):
            if self.sheet.said[end] in AND and end + 1 < stop and self.sheet.deed(end + 1):
                break
            end += 1
        if end < stop and self.sheet.cue("turn", end):
            end = self.sheet.cue("turn", end)
        return self._add(Kind.NOTE, at, at, min(end, stop))

    def _opening(self, at: int, stop: int) -> int:
        end = self.sheet.cue("opening", at)
        if not end or end > stop or (end == stop and at == 0 and self.sheet.said[at] != "pub"):
            return at
        if self.sheet.deed(at) and self.sheet.day_in(at, stop):
            return at
        return self._add(Kind.NOTE, at, at, end)

    def _somebody(self, at: int, stop: int) -> int:
        end = self.sheet.cue("somebody", at)
        if not end or end > stop or any(self.sheet.given(one) for one in range(at, end)):
            return at
        return self._add(Kind.SOMEBODY, at, at, end)

    def _until(self, start: int, stop: int, *, talk: bool = False) -> int:
        """Return where words that go on from `start` end: where something else is said."""
        sheet = self.sheet
        for at in range(start, stop):
            joined = sheet.said[at] in AND and at + 1 < stop
            place = at + 1 if joined else at
            deed = sheet.deed(place)
            told = deed is not None and deed.told and place > start
            if told and deed and (joined or self._has_subject(place)):
                return at
            if place > start and (sheet.cue("nothing", place) or self._says_talk(place)):
                return at
            if talk and at > start and self._breaks_talk(place):
                return at
        return stop

    def _has_subject(self, at: int) -> bool:
        return any(self.sheet.cue(name, at) for name in ("me", "them", "owed_by_them"))

    def _says_talk(self, at: int) -> bool:
        end = self.sheet.cue("talk", at)
        return end - at > 1 and self.sheet.said[at] in (
            "on",
            "qui",
            "il",
            "elle",
            "he",
            "she",
            "who",
            "we",
            "nous",
            "parle",
            "talked",
        )

    def _breaks_talk(self, at: int) -> bool:
        sheet = self.sheet
        feeling = sheet.feeling(at) and sheet.feeling(at) - at > 1
        told = (deed := sheet.deed(at)) is not None and deed.told
        return bool(
            feeling or told or sheet.dated_meeting(at) or sheet.day(at) or sheet.cue("house", at)
        )

    def _talk(self, at: int, stop: int) -> int:
        end = self.sheet.cue("talk", at)
        if not end or end >= stop:
            return at
        deed = self.sheet.deed(at)
        if deed and deed.told and deed.body >= end:
            return at
        if end - at == 1 and self.sheet.said[at] in _TALK_ALONE_IS_NONE:
            return at
        return self._add(Kind.TOPIC, at, end, self._until(end, stop, talk=True))

    def _deed(self, at: int, stop: int) -> int:
        sheet = self.sheet
        named = (
            bool(self.pieces) and self.pieces[-1].kind is Kind.NAME and self.pieces[-1].end == at
        )
        deed = sheet.deeds.at(at, stop, named=named)
        if deed is None:
            return at
        end = self._until(deed.body, stop)
        if not deed.head and deed.sense == "give":
            return self._owed(at, deed.body, end, deed.by)
        kind = Kind.PROMISE if deed.sense == "give" else Kind.NEXT
        if kind is Kind.NEXT:
            end = self._person_inside(deed.body, end)
        elif deed.head == "faire" and deed.by is None:
            kind = Kind.NEXT
        return self._add(kind, at, deed.body, end, deed.head, deed.by)

    def _owed(self, at: int, body: int, end: int, by: By | None) -> int:
        """Read "promised Maureen the jam recipe", "promis à Clémentine (Biocoop) la recette"."""
        sheet = self.sheet
        place = body + (sheet.said[body] in ("a", "to") and body + 1 < end)
        name = name_at(sheet, place) if place < end else 0
        if not name:
            return self._add(Kind.PROMISE, at, body, end, by=by)
        self._add(Kind.NAME, at, place, name)
        return self._add(Kind.PROMISE, name, name, end, by=by)

    def _person_inside(self, start: int, end: int) -> int:
        """Return where a meeting's words end: before the person whom it is with, if new."""
        sheet = self.sheet
        if any(piece.kind is Kind.NAME for piece in self.pieces):
            return end
        for at in range(start, end):
            led = at > 0 and sheet.said[at - 1] in ("avec", "with", "w", "a")
            if (led or at == start) and name_at(sheet, at) and not self._named_later(end):
                return at - (led and at > start)
        return end

    def _named_later(self, start: int) -> bool:
        return any(
            self.sheet.given(at) and self.sheet.line.words[at].depth == 0
            for at in range(start, len(self.sheet.said))
        )

    def _meeting(self, at: int, stop: int) -> int:
        """Read a meeting told by its own noun, or by a day with whatever stands before it."""
        sheet = self.sheet
        day = sheet.day(at)
        start = self._loose if day and self._loose >= 0 else at
        if day is None and not sheet.dated_meeting(at):
            return at
        if day and start == at and day.end >= stop and self._follows_next():
            end = self._until(at, stop)
        else:
            end = self._until(day.end if day else at + 1, stop)
        end = self._person_inside(at, end)
        if start < at:
            self._loose = -1
        return self._add(Kind.NEXT, start, start, end)

    def _follows_next(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].kind is Kind.NEXT

    def _house(self, at: int, stop: int) -> int:
        sheet = self.sheet
        for cue, sure in (("house", True), ("house_if", False)):
            end = sheet.cue(cue, at)
            if not end or end >= stop:
                continue
            if self._is_place(at, end):
                return self._add(Kind.NOTE, at, at, self._town_end(end))
            found = house_after_cue(sheet, end, sure=sure)
            if found:
                return self._add(Kind.HOUSE, at, *found)
        bare = (
            after_articles(sheet, at) if sheet.said[at] in ("the", "l", "le", "la", "les") else at
        )
        if (end := named_house(sheet, bare)) and not (
            sheet.given(bare) and name_at(sheet, bare) > end
        ):
            return self._add(Kind.HOUSE, at, bare, end)
        return at

    def _is_place(self, at: int, end: int) -> bool:
        """Tell "à Pontivy", "in Ludlow", "de Lyon" from where somebody works."""
        sheet = self.sheet
        if sheet.house(end):
            return False
        town = sheet.words.towns.end(sheet.said, end, sheet.stop_of[end])
        lone = end - at == 1
        if lone and sheet.said[at] in _AT:
            return bool(town) or (
                sheet.line.capital(end)
                and not sheet.words.heads.end(sheet.said, end, sheet.stop_of[end])
            )
        return (
            bool(town) and not sheet.words.tails.end(sheet.said, town, sheet.stop_of[end])
            if town < sheet.stop_of[end]
            else bool(town)
        )

    def _town_end(self, at: int) -> int:
        sheet = self.sheet
        end = sheet.words.towns.end(sheet.said, at, sheet.stop_of[at]) or at + 1
        while (
            end < sheet.stop_of[at]
            and not sheet.parted(end)
            and (
                sheet.line.words[end].gap in ("-", "'")
                or (sheet.line.capital(end) and not sheet.given(end) and not sheet.house(end))
            )
        ):
            end += 1
        return end

    def _name(self, at: int, stop: int) -> int:
        del stop
        end = name_at(self.sheet, at)
        return self._add(Kind.NAME, at, at, end) if end else at

    def _trade(self, at: int, stop: int) -> int:
        sheet = self.sheet
        end = sheet.trade(at)
        if not end or end > stop:
            return at
        start = at
        if (
            self._loose >= 0
            and at - self._loose <= _BEFORE_ROLE
            and self._qualifies(self._loose, at)
        ):
            start = self._loose
            self._loose = -1
        return self._add(Kind.TRADE, start, start, self._trade_end(at, end, stop))

    def _qualifies(self, start: int, end: int) -> bool:
        """Tell whether words before a trade are part of it: "signalling engineer"."""
        sheet = self.sheet
        plain = all(
            not sheet.line.capital(at) or sheet.line.opens(at) or sheet.line.acronym(at)
            for at in range(start, end)
        )
        return plain and all(sheet.said[at] not in sheet.words.small for at in range(start, end))

    def _trade_end(self, start: int, end: int, stop: int) -> int:
        """Return where a trade ends with what it is of: "head of ops", "resp achats"."""
        sheet = self.sheet
        at = end
        while at < min(stop, start + _MOST_OF_ROLE) and not sheet.parted(at):
            further = sheet.trade(at)
            glued = sheet.line.words[at].gap in ("-", "'") and at > end
            if further and sheet.said[at] != "chez":
                at = end = further
            elif self._role_of(at, stop):
                at += 1
            elif glued or self._of_trade(at, linked=at > end):
                at += 1
                end = at
            else:
                break
        return end

    def _role_of(self, at: int, stop: int) -> bool:
        """Tell whether "de", "of" lead on to what a trade is of."""
        sheet = self.sheet
        if at + 1 >= stop or sheet.parted(at + 1) or sheet.cue("house", at):
            return False
        la = sheet.said[at] in ("a", "la", "l") and (
            sheet.said[at + 1] in ("la", "l") or sheet.said[at - 1] in ("a", "de")
        )
        if sheet.said[at] not in _ROLE_OF and not la:
            return False
        bare = after_articles(sheet, at + 1)
        return not (sheet.house(bare) or sheet.deed(at) or named_house(sheet, bare))

    def _of_trade(self, at: int, *, linked: bool) -> bool:
        sheet = self.sheet
        if sheet.said[at] in sheet.words.small or sheet.day(at) or sheet.feeling(at):
            return False
        if linked:
            return not sheet.house(at)
        if sheet.line.capital(at) and not sheet.line.acronym(at):
            return False
        french = sheet.lang != "en" and not sheet.line.acronym(at)
        return french and sheet.unknown(at) and not sheet.pastime(at)

    def _pastime(self, at: int, stop: int) -> int:
        end = self.sheet.pastime(at)
        if not end or end > stop or self._loose >= 0:
            return at
        while (
            end < stop
            and not self.sheet.parted(end)
            and self.sheet.line.words[end].gap in ("-", "'")
        ):
            end += 1
        if not self.sheet.parted(end) and self.sheet.said[end] in ("de", "d", "of", "du"):
            return self._add(Kind.TOPIC, at, at, self._until(end, stop, talk=True))
        return self._add(Kind.TOPIC, at, at, end)

    def _manners(self, at: int, stop: int) -> int:
        end = self.sheet.feeling(at)
        if not end or end > stop:
            return at
        return self._add(Kind.NOTE, at, at, end)

    def _pronoun(self, at: int, stop: int) -> int:
        del stop
        said = self.sheet.said[at]
        lead = said in ("pour", "for") and at + 1 < self.sheet.stop_of[at]
        word = self.sheet.said[at + 1] if lead else said
        if word in _SHE or word in _HE or (lead and word in ("him", "her")):
            kind = Kind.SHE if word in _SHE or word == "her" else Kind.HE
            return self._add(kind, at, at, at + 1 + lead)
        return at
