"""One line under the reader's eyes: everything that its words are known for, place by place."""

from datetime import date
from functools import lru_cache
from typing import Literal

from entregent.coach.capture.days import Day, Days
from entregent.coach.capture.deeds import Deed, Deeds
from entregent.coach.capture.line import Line, chunks
from entregent.coach.capture.vocabulary import Vocabulary

AND = frozenset("et and & + n puis plus".split())
_SAINT = frozenset("st saint sainte ste rue avenue".split())
_FEW = 3
_NOT_AFTER_NAME = frozenset("i he she they we it the a to be".split())


class Sheet:
    """A line with its phrases found, and what stands at each of its words."""

    def __init__(self, line: Line, words: Vocabulary, today: date) -> None:
        """Find all phrases of the line, piece by piece."""
        self.line = line
        self.words = words
        self.said = line.folds()
        self.chunks = chunks(line)
        self.found = _phrases(self.said, self.chunks, words)
        self.days = Days(line, words, today, self.found)
        self.deeds = Deeds(line, words, self.found)
        self.lang = self._language()
        self.stop_of = {at: stop for start, stop in self.chunks for at in range(start, stop)}
        self.day = lru_cache(maxsize=None)(self._day)
        self.deed = lru_cache(maxsize=None)(self._deed)
        self.recognised = lru_cache(maxsize=None)(self._recognised)

    def _language(self) -> Literal["fr", "en"] | None:
        french = sum(word in self.words.french for word in self.said)
        english = sum(word in self.words.english for word in self.said)
        return None if french == english else "fr" if french > english else "en"

    def cue(self, name: str, at: int) -> int:
        """Return where the phrase of a list that begins at a word ends; 0 where none does."""
        return self.found.get(name, {}).get(at, 0)

    def _day(self, at: int) -> Day | None:
        return self.days.at(at, self.stop_of[at])

    def _deed(self, at: int) -> Deed | None:
        return self.deeds.at(at, self.stop_of[at])

    def parted(self, at: int) -> bool:
        """Tell whether a word begins a new piece, or there is none."""
        return at >= len(self.said) or self.line.words[at].parted

    def alone(self, start: int, end: int) -> bool:
        """Tell whether words fill all that stands between two marks."""
        return self.line.words[start].parted and self.parted(end)

    def house(self, at: int) -> int:
        """Return where a known house's name ends, 0 where none begins."""
        stop = self.stop_of[at]
        end = self.words.houses.end(self.said, at, stop)
        if end - at == 1 and self.said[at] in self.words.doubtful:
            opens = self.line.opens(at) and not (end < stop and self.line.capital(end))
            sure = self.line.capital(at) and not opens
            return end if sure or self.alone(at, end) else 0
        word = self.said[at]
        if end - at == 1 and word in self.words.calendar.months and not self.line.acronym(at):
            return 0
        common = word in self.words.given or word in self.words.small
        common = common or (self.line.lowered(at) and self.line.cased and word in self.words.trades)
        if end - at == 1 and common and not self.line.acronym(at):
            return 0
        return end

    def house_after(self, at: int) -> bool:
        """Tell whether a house is known to be named from a word on."""
        return any(map(self.house, range(at, len(self.said))))

    def trade(self, at: int) -> int:
        """Return where the name of a trade ends, also in the plural; 0 where none begins."""
        stop = self.stop_of[at]
        if self.said[at] in self.words.small and not self.line.acronym(at):
            return 0
        said = self.said[at:stop]
        one = [_singular(word) for word in said[:_FEW]]
        ends = (
            self.words.trades.end(words, 0, len(words))
            for words in (said, one, [said[0], *one[1:]])
        )
        return next((at + end for end in ends if end), 0) or self._trade_by_ending(at)

    def _trade_by_ending(self, at: int) -> int:
        """Tell "roboticienne", "signwriter": a word that is on no list but ends as trades do."""
        word, words = self.said[at], self.words
        ends = word.endswith(words.trade_sure) or word.rstrip("s").endswith(words.trade_sure)
        plain = not (word in words.no_trade or word in words.given or word in words.no_topic)
        known = (
            words.houses.end(self.said, at, self.stop_of[at])
            or words.pastimes.end(self.said, at, self.stop_of[at])
            or words.feelings.end(self.said, at, self.stop_of[at])
            or words.meetings.end(self.said, at, self.stop_of[at])
        )
        cased = self.line.lowered(at) or self.line.opens(at)
        return at + 1 if ends and plain and cased and not known else 0

    def given(self, at: int) -> bool:
        """Tell whether a word is a given name, and not the everyday word that it may be."""
        word = self.said[at]
        if word not in self.words.given or (at and self.said[at - 1] in _SAINT):
            return False
        if self.said[at + 1 : at + 2] == ["t"] and self.line.words[at + 1].gap == "'":
            return False
        if word not in self.words.given_words:
            return True
        if self.line.cased and at > 0:
            return self.line.capital(at)
        if self.line.cased:
            return self._opening_name(at)
        return self.line.words[at].parted or (at > 0 and self.said[at - 1] in AND | {"met", "vu"})

    def _opening_name(self, at: int) -> bool:
        """Tell "Grace, Orange" and "olive from age uk" from "Said I'd come"."""
        after = self.said[at + 1] if at + 1 < len(self.said) else ""
        if self.parted(at + 1):
            return True
        named = self.line.capital(at) and after not in _NOT_AFTER_NAME
        return named or bool(self.cue("house", at + 1))

    def meeting(self, at: int) -> int:
        """Return where the name of a meeting ends, 0 where none begins."""
        return self.words.meetings.end(self.said, at, self.stop_of[at])

    def feeling(self, at: int) -> int:
        """Return where words about manners end, 0 where none begin."""
        end = at
        stop = self.stop_of[at]
        telling = False
        while end < stop and (further := self.words.feelings.end(self.said, end, stop)):
            words = self.said[end:further]
            telling = telling or not self.words.small.issuperset(words)
            end = further
        return end if telling else 0

    def pastime(self, at: int) -> int:
        """Return where something one loves ends, 0 where none begins."""
        return self.words.pastimes.end(self.said, at, self.stop_of[at])

    def _recognised(self, at: int) -> bool:
        """Tell whether something else is known to begin at a word."""
        said = self.said[at]
        cues = ("talk", "house", "nothing", "with_colleague", "with_kin", "both", "somebody")
        return (
            said in AND
            or any(self.cue(name, at) for name in cues)
            or bool(self.house(at) or self.trade(at) or self.pastime(at) or self.feeling(at))
            or bool(self.words.heads.end(self.said, at, self.stop_of[at]))
            or self.given(at)
            or self.day(at) is not None
            or self.dated_meeting(at)
            or ((deed := self.deed(at)) is not None and deed.told)
        )

    def dated_meeting(self, at: int) -> bool:
        """Tell a meeting that is to be from the thing: "café jeudi", "rdv", not "café"."""
        return bool(self.meeting(at)) and (
            self.day_in(at, self.stop_of[at]) is not None
            or self.said[at] in ("rdv", "mtg", "fup", "rv", "dej", "call", "lunch")
            or (self.said[at] == "tel" and not self.parted(at + 1))
        )

    def day_in(self, start: int, stop: int) -> Day | None:
        """Return the first day that words name."""
        return next((day for at in range(start, stop) if (day := self.day(at))), None)

    def unknown(self, at: int) -> bool:
        """Tell a word that nothing is known of: in a line without capitals it may be a name."""
        word = self.said[at]
        return not (
            word in self.words.small
            or word.isdigit()
            or self.recognised(at)
            or word in self.words.tails
            or word in self.words.doubtful
            or word in self.words.towns
            or word in self.words.hours
            or self.meeting(at)
            or word in self.words.verbs.french
            or word in self.words.verbs.english
        )


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _FEW and word.endswith("s") else word


def _phrases(
    said: list[str], pieces: list[tuple[int, int]], words: Vocabulary
) -> dict[str, dict[int, int]]:
    """Return by list where its phrases begin and where the longest of each ends."""
    found: dict[str, dict[int, int]] = {}
    for start, stop in pieces:
        for name, spans in words.cues.find(said[start:stop]).items():
            ends = found.setdefault(name, {})
            for first, last in spans:
                ends[start + first] = max(ends.get(start + first, 0), start + last)
    return found
