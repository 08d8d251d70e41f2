"""The days that a line names, told from the day on which it was typed."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.coach.capture.line import Line
from entregent.coach.capture.vocabulary import Vocabulary

_WEEK = 7
_NEAR = 2
"""So few days ahead one says tomorrow, and "next Tuesday" is the one after."""
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)")
_YEAR = re.compile(r"20\d\d")
_MONTHS = 12
_LAST_OF_MONTH = 31


@dataclass(frozen=True, slots=True)
class Day:
    """Words `start` to `end` name a day; `day` is None where they name none in particular."""

    start: int
    end: int
    day: date | None


class Days:
    """Finds the days of one line; `found` holds the phrases found in it, by list."""

    def __init__(
        self,
        line: Line,
        words: Vocabulary,
        today: date,
        found: dict[str, dict[int, int]],
    ) -> None:
        """Take the line and the day on which it was typed."""
        self._line = line
        self._calendar = words.calendar
        self._said = line.folds()
        self._today = today
        self._found = found

    def at(self, start: int, stop: int) -> Day | None:
        """Return the day named by the words at `start`, before `stop`."""
        for read in (self._spoken, self._vague, self._lead, self._weekday, self._dated, self._span):
            if (day := read(start, stop)) is not None and day.end <= stop:
                return day
        return None

    def today(self, day: Day) -> bool:
        """Tell whether a day is the one on which the line was typed."""
        return day.day == self._today

    def _cue(self, name: str, start: int) -> int:
        return self._found.get(name, {}).get(start, 0)

    def _spoken(self, start: int, stop: int) -> Day | None:
        for name, ahead in (("overmorrow", 2), ("tomorrow", 1), ("today", 0), ("fortnight", 14)):
            if end := self._cue(name, start):
                return Day(start, min(end, stop), self._today + timedelta(ahead))
        return None

    def _vague(self, start: int, stop: int) -> Day | None:
        for name in ("next_week", "vague"):
            if end := self._cue(name, start):
                if name == "next_week" and end < stop and (day := self._weekday(end, stop)):
                    number = self._calendar.weekdays[self._said[end]]
                    return Day(start, day.end, self._in_next_week(number))
                return Day(start, min(end, stop), None)
        return None

    def _lead(self, start: int, stop: int) -> Day | None:
        """Read "on Thursday", "le 14", "the 5th", "a week on Thursday"."""
        said = self._said
        if said[start : start + 3] == ["a", "week", "on"] and start + 3 < stop:
            day = self.at(start + 3, stop)
            return Day(start, day.end, _later(day.day, _WEEK)) if day and day.day else None
        if said[start] not in ("le", "the", "on", "this", "ce", "du", "for", "au", "of"):
            return None
        at = start + 1
        if at < stop and said[at] in ("the", "le"):
            at += 1
        if at >= stop:
            return None
        return self._led(start, at, stop)

    def _led(self, start: int, at: int, stop: int) -> Day | None:
        day = self._weekday(at, stop) or self._dated(at, stop)
        if day is None and (number := self._number(at)) and not self._counts(at, stop):
            day = Day(at, at + 1, self._of_month(number))
        return Day(start, day.end, day.day) if day and day.day else None

    def _counts(self, at: int, stop: int) -> bool:
        """Tell a number of things ("le 2 fois", "on 5 sites") from a day of the month."""
        alone = at + 1 >= stop or self._line.words[at + 1].parted
        named = self._said[at - 1] in ("le", "the", "du", "au")
        return not alone and not named and not _ORDINAL.fullmatch(self._said[at])

    def _number(self, at: int) -> int:
        """Return the day of the month that a word names, 0 where it names none."""
        word = self._said[at]
        found = _ORDINAL.fullmatch(word)
        number = int(found[1]) if found else _small_number(word)
        return number if number <= _LAST_OF_MONTH else 0

    def _weekday(self, start: int, stop: int) -> Day | None:
        word, calendar = self._said[start], self._calendar
        number = calendar.weekdays.get(word)
        if word in calendar.next_one and start + 1 < stop:
            number = calendar.weekdays.get(self._said[start + 1])
            if number is None:
                return None
            return Day(start, start + 2, self._coming(number, skip=True))
        if number is None or (word in calendar.doubtful and not self._closes(start, stop)):
            return None
        return self._after_weekday(start, start + 1, stop, number)

    def _closes(self, at: int, stop: int) -> bool:
        """Tell whether a word that may be a day stands where a day would."""
        after = self._said[at + 1] if at + 1 < stop else ""
        follows = after[:1].isdigit() or after in self._calendar.next_one or after in ("wk", "week")
        return (at > 0 and not self._line.words[at].parted and not after) or (
            follows or (not after and at > 0) or after in ("am", "pm", "lunch", "night", "morning")
        )

    def _after_weekday(self, start: int, at: int, stop: int, number: int) -> Day:
        """Read what follows a weekday: "prochain", "en huit", "14th", "12 mars"."""
        said = self._said
        if at < stop and not self._line.words[at].parted:
            if end := self._calendar.week_on.end(said, at, stop):
                return Day(start, end, _later(self._coming(number), _WEEK))
            linked = at + (said[at] == "de" and at + 1 < stop)
            if end := self._cue("next_week", linked):
                return Day(start, min(end, stop), self._in_next_week(number))
            if said[at] in self._calendar.next_one:
                return Day(start, at + 1, self._coming(number, skip=True))
            dated = self._dated(at, stop) or self._led_number(at, stop)
            if dated and dated.day:
                return Day(start, dated.end, dated.day)
        return Day(start, at, self._coming(number))

    def _led_number(self, at: int, stop: int) -> Day | None:
        """Read "14th", "the 14th", or "14" where no hour is meant."""
        place = at + 1 if self._said[at] in ("the", "le") and at + 1 < stop else at
        number = self._number(place)
        word = self._said[place]
        later = self._said[place + 1] if place + 1 < stop else ""
        hour = later in ("h", "am", "pm", "heures", "h30") or self._line.text[
            self._line.words[place].end :
        ].startswith((".", ":"))
        if number and not (hour and word.isdecimal()):
            return Day(at, place + 1, self._of_month(number))
        return None

    def _dated(self, start: int, stop: int) -> Day | None:
        """Read "14/12", "3 Feb", "Feb 3rd", "7 janvier 2027", "2026-12-14"."""
        text = self._line.raw(start, min(start + 3, stop))
        if found := re.match(r"(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)", text):
            return self._real(start, start + 3, int(found[1]), int(found[2]), int(found[3]))
        if found := re.match(r"(\d{1,2})/(\d{1,2})(?:/(20\d\d|\d\d))?(?![\d/])", text):
            year = int(found[3]) % 100 + 2000 if found[3] else 0
            return self._real(start, start + 2 + bool(year), year, int(found[2]), int(found[1]))
        return self._by_month(start, stop)

    def _by_month(self, start: int, stop: int) -> Day | None:
        if start + 1 >= stop:
            return None
        months, said = self._calendar.months, self._said
        at = start + 1
        if self._number(start):
            at += said[at] in ("of", "de") and at + 1 < stop
            day, month = self._number(start), months.get(said[at], 0)
        else:
            at += said[at] == "the" and at + 1 < stop
            day, month = self._number(at), months.get(said[start], 0)
        if not (day and month):
            return None
        end = at + 1
        year = int(said[end]) if end < stop and _YEAR.fullmatch(said[end]) else 0
        return self._real(start, end + bool(year), year, month, day)

    def _span(self, start: int, stop: int) -> Day | None:
        """Read "dans 3 jours", "in two weeks", "d'ici 15 jours"."""
        said, calendar = self._said, self._calendar
        if said[start] not in calendar.within or start + 2 >= stop:
            return None
        first = start
        if said[start] == "d" and said[start + 1] == "ici":
            start += 1
        if said[start + 1 : start + 3] == ["a", "couple"] and start + 3 < stop:
            start += 1
        word = said[start + 1]
        number = _small_number(word) or calendar.numbers.get(word, 0)
        at = start + 2 + (start + 2 < stop and said[start + 2] == "of")
        unit = calendar.units.get(said[at]) if at < stop else None
        if not number or unit is None:
            return None
        end = at + 1 + (said[at + 1 : at + 3] == ["s", "time"]) * 2
        return Day(
            first, min(end + (said[end : end + 1] == ["time"]), stop), self._in(number, unit)
        )

    def _in(self, number: int, unit: str) -> date:
        if unit == "months":
            month = self._today.month - 1 + number
            year, month = self._today.year + month // _MONTHS, month % _MONTHS + 1
            return date(year, month, min(self._today.day, monthrange(year, month)[1]))
        return self._today + timedelta(number * (_WEEK if unit == "weeks" else 1))

    def _coming(self, weekday: int, *, skip: bool = False) -> date:
        """Return the next such weekday; `skip` where "next" cannot mean one so near."""
        ahead = (weekday - self._today.weekday() - 1) % _WEEK + 1
        return self._today + timedelta(ahead + _WEEK * (skip and ahead <= _NEAR))

    def _in_next_week(self, weekday: int) -> date:
        return self._today + timedelta(_WEEK - self._today.weekday() + weekday)

    def _of_month(self, number: int) -> date | None:
        """Return the next day of that number after today."""
        for ahead in range(_MONTHS):
            month = self._today.month - 1 + ahead
            try:
                day = date(self._today.year + month // _MONTHS, month % _MONTHS + 1, number)
            except ValueError:
                continue
            if day > self._today:
                return day
        return None

    def _real(self, start: int, end: int, year: int, month: int, day: int) -> Day | None:
        years: Sequence[int] = (year,) if year else range(self._today.year, self._today.year + 5)
        for each in years:
            try:
                found = date(each, month, day)
            except ValueError:
                continue
            if year or found >= self._today:
                return Day(start, end, found)
        return None


def _small_number(word: str) -> int:
    """Return a number of one or two figures, 0 for anything else."""
    return int(word) if re.fullmatch(r"\d{1,2}", word, re.ASCII) else 0


def _later(day: date | None, days: int) -> date | None:
    return day + timedelta(days) if day else None
