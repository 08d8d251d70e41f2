"""A line cut into pieces, from left to right; each word is read once."""

from entregent.coach.capture.houses import (
    after_articles,
    house_after_cue,
    house_within,
    is_place,
    named_house,
    town_end,
)
from entregent.coach.capture.names import name_at
from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.saying import Saying
from entregent.coach.capture.sheet import AND, Sheet
from entregent.coach.capture.trades import qualifies, trade_end

_SHE = frozenset("elle she".split())
_HE = frozenset("il lui he".split())
_BEFORE_TRADE = 3
_MORE_OF_TOPIC = 2
_OF_ANOTHER = frozenset(
    "for of de du des d pour pr mon ma my to with avec about son sa her his".split()
)
_COLOURING = frozenset("peu tres trop bit very really quite too assez plutot so".split())
_FRENCH_LEADS = ("de", "d", "of", "du", "des", "en", "au", "aux", "ds", "dans")
_KINDS = frozenset("boite entreprise".split())


class Cutter(Saying):
    """Cuts one line."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the line."""
        super().__init__(sheet)
        self._links = {
            "with_colleague": Kind.COLLEAGUE,
            "with_kin": Kind.KIN,
            "both": Kind.BOTH,
        }
        self._readers = (
            *(self._former, self._nothing, self._opening, self._somebody, self._talk),
            *(self._works, self._deed, self._meeting, self._house, self._name, self._trade),
            *(self._pastime, self._manners, self._pronoun, self._named_house),
        )

    def cut(self) -> list[Piece]:
        """Return all pieces in order."""
        for start, stop in self.sheet.chunks:
            self._chunk(start, stop)
        return self.pieces

    def _chunk(self, start: int, stop: int) -> None:
        if self._goes_on_promising(start, stop) or self._promised_whole(start, stop):
            return
        if self._is_house(start, stop):
            self._add(Kind.HOUSE, start, start, stop)
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

    def _is_house(self, start: int, stop: int) -> bool:
        """Tell whether all words between two marks are a house: "apple growers assoc"."""
        sheet = self.sheet
        if stop - start < 2 or stop - start > 5 or sheet.pastime(start):  # noqa: PLR2004
            return False
        opens = start == 0 and stop < len(sheet.said) and sheet.words.heads.end(sheet.said, 0, stop)
        tail = (opens and named_house(sheet, 0) == stop) or any(
            sheet.words.tails.end(sheet.said, at, stop) == stop for at in range(start + 1, stop)
        )
        small = sheet.words.small - {"of", "the", "s", "and", "de", "du"}
        other = any(sheet.said[at] in small or sheet.given(at) for at in range(start, stop))
        return tail and not other and not sheet.trade(start)

    def _step(self, at: int, stop: int) -> int:
        """Take the piece that begins at a word; return where it ends, or `at`."""
        if self.sheet.said[at] in AND and self._in_house(at, stop):
            return at
        if self.sheet.said[at] in AND:
            return self._add(Kind.AND, at, at, at + 1)
        for name, kind in self._links.items():
            if end := self.sheet.cue(name, at):
                return self._linked(kind, at, end)
        return next((end for read in self._readers if (end := read(at, stop)) > at), at)

    def _in_house(self, at: int, stop: int) -> bool:
        """Tell "Marks & Clerk" from two people."""
        sheet = self.sheet
        whole = sheet.alone(at - 1, at + 2) if 0 < at < stop - 1 else False
        joined = sheet.said[at] == "&" or whole
        return (
            joined
            and self._loose >= 0
            and at + 1 < stop
            and all(sheet.line.capital(one) and not sheet.given(one) for one in (at - 1, at + 1))
        )

    def _linked(self, kind: Kind, at: int, end: int) -> int:
        """Keep who comes with somebody: "sa comptable" is what she does, too."""
        self._add(kind, at, at, end)
        if kind is Kind.COLLEAGUE and self.sheet.trade(end - 1) == end:
            self._add(Kind.TRADE, end - 1, end - 1, end)
        return end

    def _former(self, at: int, stop: int) -> int:
        """Read "ex-Renault": a topic, for it is no longer their house."""
        sheet = self.sheet
        if sheet.said[at] != "ex" or at + 1 >= stop or sheet.parted(at + 1):
            return at
        if end := sheet.trade(at + 1):
            return self._add(Kind.NOTE, at, at, end)
        end = named_house(sheet, at + 1) or at + 2
        return self._add(Kind.TOPIC, at, at, end)

    def _opening(self, at: int, stop: int) -> int:
        end = self.sheet.cue("opening", at)
        if not end or end > stop or end == len(self.sheet.said):
            return at
        if self.sheet.deed(at) and self.sheet.day_in(at, stop):
            return at
        return self._add(Kind.NOTE, at, at, end)

    def _somebody(self, at: int, stop: int) -> int:
        """Read somebody without a name, with how they look: "la dame en vert"."""
        sheet = self.sheet
        end = sheet.cue("somebody", at)
        if not end or end > stop or any(map(sheet.given, range(at, end))):
            return at
        if name_at(sheet, end - 1):
            return at
        if within := house_within(sheet, at + 1, end - 1):
            self._add(Kind.SOMEBODY, at, at, within[0])
            return self._add(Kind.NOTE, self._add(Kind.HOUSE, within[0], *within), within[1], end)
        while end < stop and not sheet.recognised(end) and not sheet.line.capital(end):
            lead = sheet.cue("house_if", end)
            if lead and lead < stop and house_after_cue(sheet, lead, sure=sheet.said[end] == "de"):
                break
            end += 1
        return self._add(Kind.SOMEBODY, at, at, end)

    def _works(self, at: int, stop: int) -> int:
        """Read "qui tient l'épicerie", "runs the hospice shop"."""
        end = self.sheet.cue("house", at)
        if end - at > 1 and end < stop:
            found = house_after_cue(self.sheet, end, sure=True)
            if found:
                return self._add(Kind.HOUSE, at, *found)
        return at

    def _house(self, at: int, stop: int) -> int:
        sheet = self.sheet
        if end := self._led_house(at, stop):
            return end
        articled = sheet.said[at] in ("the", "l", "le", "la", "les")
        bare = after_articles(sheet, at) if articled else at
        end = named_house(sheet, bare)
        after_name = self._last(Kind.NAME, at) and not sheet.line.cased
        if not end and after_name and sheet.said[at] in sheet.words.doubtful:
            return self._add(Kind.HOUSE, at, at, at + 1)
        only_kind = sheet.words.heads.end(sheet.said, bare, stop) == end
        small = only_kind and (end == bare + 1 or not sheet.line.capital(bare))
        if not end or small or name_at(sheet, bare) > sheet.house(bare):
            return at
        kind = end > bare + 1 and sheet.said[bare] in _KINDS and sheet.house(bare + 1) > 0
        return self._add(Kind.HOUSE, at, bare + kind, end)

    def _led_house(self, at: int, stop: int) -> int:
        """Take the house, the trade or the town after "chez", "at", "à"; 0 where none is."""
        sheet = self.sheet
        for cue, sure in (("house", True), ("house_if", False)):
            end = sheet.cue(cue, at)
            if not end or end >= stop or (sheet.line.capital(at) and not sheet.line.opens(at)):
                continue
            if is_place(sheet, at, end):
                return self._add(Kind.NOTE, at, at, town_end(sheet, end))
            if not sure and self._loose >= 0 and not named_house(sheet, after_articles(sheet, end)):
                continue
            if found := house_after_cue(sheet, end, sure=sure):
                trade = self._then_at(found[1]) and not sheet.line.capital(found[0])
                return self._add(Kind.TRADE if trade else Kind.HOUSE, at, *found)
        return 0

    def _named_house(self, at: int, stop: int) -> int:
        """Read a capital word right after a trade: "commercial Vorlex"."""
        sheet = self.sheet
        if not (sheet.line.capital(at) and self._last(Kind.TRADE, at)) or sheet.parted(at):
            return at
        if sheet.words.towns.end(sheet.said, at, stop):
            return self._add(Kind.NOTE, at, at, town_end(sheet, at))
        end = at + 1
        while end < stop and not sheet.parted(end) and sheet.line.capital(end):
            end += 1
        return self._add(Kind.HOUSE, at, at, end)

    def _then_at(self, at: int) -> bool:
        """Tell "from procurement at Greggs": what they do comes before where."""
        sheet = self.sheet
        return not sheet.parted(at) and sheet.said[at] in ("at", "chez")

    def _name(self, at: int, stop: int) -> int:
        if self._loose >= 0 and self.sheet.said[at - 1] in ("de", "d", "of"):
            return at
        end = name_at(self.sheet, at)
        if not end and self._led_to(at):
            end = at + 1
            while end < stop and not self.sheet.parted(end) and self.sheet.line.capital(end):
                end += 1
        return self._add(Kind.NAME, at, at, end) if end else at

    def _led_to(self, at: int) -> bool:
        """Tell a word after "sa femme" or "Dan &": a name that no list knows."""
        if self.sheet.parted(at) or self.sheet.house(at) or self.sheet.trade(at):
            return False
        if self._last(Kind.AND, at) and len(self.pieces) > 1:
            return self._beside_name(at)
        led = any(self._last(kind, at) for kind in (Kind.COLLEAGUE, Kind.KIN))
        led = led or (
            (self._last(Kind.SOMEBODY, at) or self._opened(at)) and self.sheet.unknown(at)
        )
        return led and self.sheet.line.capital(at)

    def _opened(self, at: int) -> bool:
        """Tell whether words such as "met" stand right before."""
        return self._last(Kind.NOTE, at) and self.sheet.cue("opening", self.pieces[-1].start) == at

    def _beside_name(self, at: int) -> bool:
        """Tell a second name: right after "Dan &", or before "from Leeds"."""
        sheet, before = self.sheet, self.pieces[-2]
        beside = before.kind is Kind.NAME and before.end == self.pieces[-1].start
        cased = sheet.line.capital(at) or not sheet.line.cased
        if not (cased and sheet.unknown(at)):
            return False
        follows = at + 1 < len(sheet.said) and (
            sheet.cue("house", at + 1) or sheet.line.words[at + 1].gap == "("
        )
        named = any(one.kind is Kind.NAME for one in self.pieces)
        return beside or bool(named and sheet.line.capital(at) and follows)

    def _trade(self, at: int, stop: int) -> int:
        sheet = self.sheet
        end = sheet.trade(at)
        if not end or end > stop:
            return at
        start = at
        if self._loose >= 0:
            if sheet.said[at - 1] in _OF_ANOTHER and sheet.line.lowered(at):
                return at
            if sheet.said[at - 1] == "&" and sheet.line.capital(at):
                return at
            near = at - self._loose <= _BEFORE_TRADE and not self._names_first(at)
            if near and qualifies(sheet, self._loose, at):
                start = self._loose
                self._loose = -1
        return self._add(Kind.TRADE, start, start, trade_end(sheet, start, end, stop))

    def _names_first(self, at: int) -> bool:
        """Tell "Zoubida prof de dessin" from "Retired vet": a capital word that nobody knows."""
        sheet = self.sheet
        single = at - self._loose == 1 and sheet.line.capital(self._loose) and self._loose == 0
        return single and sheet.lang != "en" and not any(map(sheet.given, range(len(sheet.said))))

    def _pastime(self, at: int, stop: int) -> int:
        sheet = self.sheet
        end = sheet.pastime(at)
        if not end or end > stop or self._loose >= 0:
            return at
        if end < stop and sheet.day(end):
            return at
        leads = ("de", "d", "of", "du") if sheet.lang == "en" else _FRENCH_LEADS
        if not sheet.parted(end) and sheet.said[end] in leads:
            return self._add(Kind.TOPIC, at, at, self._until(end, stop, talk=True))
        most = end + _MORE_OF_TOPIC
        while end < min(stop, most) and not sheet.parted(end) and self._with_topic(end):
            end += 1
        return self._add(Kind.TOPIC, at, at, end)

    def _with_topic(self, at: int) -> bool:
        sheet = self.sheet
        glued = sheet.line.words[at].gap in ("-", "'")
        plain = not (sheet.recognised(at) or sheet.said[at] in sheet.words.small)
        return glued or (plain and not sheet.line.capital(at))

    def _manners(self, at: int, stop: int) -> int:
        sheet = self.sheet
        end = sheet.feeling(at)
        coloured = at < end < stop and sheet.said[end - 1] in _COLOURING
        if coloured and not sheet.parted(end) and sheet.unknown(end):
            end += 1
        return self._add(Kind.NOTE, at, at, end) if at < end <= stop else at

    def _pronoun(self, at: int, stop: int) -> int:
        said = self.sheet.said
        lead = said[at] in ("pour", "for") and at + 1 < stop
        word = said[at + 1] if lead else said[at]
        if word in _SHE or word in _HE or (lead and word in ("him", "her")):
            kind = Kind.SHE if word in _SHE or word == "her" else Kind.HE
            return self._add(kind, at, at, at + 1 + lead)
        return at
