"""Logs of who wrote to whom and when: read, put questions to, and remembered as a book does."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, groupby
from pathlib import Path

import numpy as np

from entregent.domain.facts import MOST_RECIPIENTS
from entregent.domain.ids import PersonId
from entregent.domain.people import Trace
from entregent.domain.words import Channel
from entregent.network.strength import strength
from entregent.network.ties import LANDMARK, build_ties
from entregent.settings import Settings

DAY = 86_400
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person sent at one second, to one or several."""

    sender: int
    at: int
    to: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Is `of`, who wrote to `to` at this second, answered in time? `answered` is the truth."""

    of: int
    to: int
    at: int
    answered: bool


@dataclass(frozen=True)
class Log:
    """A log by time.

    `bursts` counts seconds in which one person wrote to three or more, and in which one person was
    written to by three or more: where the columns are what they should be, the first prevail.
    """

    name: str
    letters: tuple[Letter, ...]
    people: int
    messages: int
    bursts: tuple[int, int]


def read(path: Path) -> Log:
    """Read lines of sender, recipient, second; messages to oneself and repeated ones are dropped.

    Raises ValueError where the columns look to be the other way round.
    """
    rows = np.unique(np.loadtxt(path, dtype=np.int64), axis=0)
    rows = rows[rows[:, 0] != rows[:, 1]]
    bursts = (_bursts(rows[:, 0], rows[:, 2]), _bursts(rows[:, 1], rows[:, 2]))
    if bursts[0] < bursts[1]:
        raise ValueError(f"{path.name}: the second column looks like the sender's")
    told = sorted((int(at), int(one), int(other)) for one, other, at in rows)
    letters = tuple(
        Letter(sender, at, tuple(to for _, _, to in some))
        for (at, sender), some in groupby(told, key=lambda row: row[:2])
    )
    return Log(path.stem, letters, len(np.unique(rows[:, :2])), len(rows), bursts)


def _bursts(who: np.ndarray, at: np.ndarray) -> int:
    _, counts = np.unique(np.stack([who, at]), axis=1, return_counts=True)
    return int((counts >= 3).sum())  # noqa: PLR2004 - two in a second may be chance


def cut(log: Log, share: float, by: str) -> int:
    """Return the last second of the past: so large a share of the messages, or of the time."""
    if by == "time":
        first, last = log.letters[0].at, log.letters[-1].at
        return int(first + share * (last - first))
    times = [letter.at for letter in log.letters for _ in letter.to]
    return times[int(share * (len(times) - 1))]


def questions(log: Log, since: int, days: float, *, each: str) -> list[Question]:
    """Return the messages after `since` whose days for an answer lie within the log, by time.

    `each` message is a question, or the first only of each `pair`.
    """
    wait = int(days * DAY)
    end = log.letters[-1].at - wait
    wrote: dict[tuple[int, int], list[int]] = defaultdict(list)
    for letter in log.letters:
        for to in letter.to:
            wrote[letter.sender, to].append(letter.at)
    found = [
        Question(letter.sender, to, letter.at, _within(wrote[to, letter.sender], letter.at, wait))
        for letter in log.letters
        if since < letter.at <= end
        for to in letter.to
    ]
    if each == "message":
        return found
    firsts = {(one.of, one.to): one for one in reversed(found)}
    return sorted(firsts.values(), key=lambda one: one.at)


def _within(times: Sequence[int], at: int, wait: int) -> bool:
    place = int(np.searchsorted(times, at, side="right"))
    return place < len(times) and times[place] <= at + wait


@dataclass
class Memory:
    """What is known of everybody so far: traces as a book adds them up, and plain counts."""

    settings: Settings = field(default_factory=Settings)
    traces: dict[tuple[int, int, Channel], list[float]] = field(default_factory=dict)
    count: dict[tuple[int, int], int] = field(default_factory=lambda: defaultdict(int))
    last: dict[tuple[int, int], int] = field(default_factory=dict)
    circle: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    side_by_side: set[tuple[int, int, int]] = field(default_factory=set)

    def take(self, letter: Letter) -> None:
        """Remember a letter; to more people than count as addressed it is no encounter."""
        day = letter.at // DAY
        for to in letter.to:
            pair = (letter.sender, to)
            self.count[pair] += 1
            self.last[pair] = letter.at
            self.circle[letter.sender].add(to)
            self.circle[to].add(letter.sender)
            if len(letter.to) <= MOST_RECIPIENTS:
                self._trace(*pair, Channel.WROTE, day)
        for one, other in combinations(letter.to, 2):
            if len(letter.to) <= MOST_RECIPIENTS and (one, other, day) not in self.side_by_side:
                self.side_by_side.add((one, other, day))
                self._trace(one, other, Channel.CROSSED, day)

    def _trace(self, one: int, other: int, channel: Channel, day: int) -> None:
        on = EPOCH.toordinal() + day
        weight = 2.0 ** ((on - LANDMARK.toordinal()) / self.settings.half_life_days)
        told = self.traces.setdefault((one, other, channel), [0.0, 0, on, on])
        told[0] += weight
        told[1] += 1
        told[3] = on

    def strength(self, one: int, other: int, at: int) -> float:
        """Return Entregent's own strength of the tie from one to the other, 0 without a tie."""
        found = [trace for pair in ((one, other), (other, one)) for trace in self._of(*pair)]
        today = EPOCH + timedelta(days=at // DAY)
        ties = build_ties((), found, (), today, self.settings, PersonId(str(one)))
        return next((strength(tie, self.settings) for tie in ties.values()), 0.0)

    def _of(self, one: int, other: int) -> Iterator[Trace]:
        for channel in (Channel.WROTE, Channel.CROSSED):
            told = self.traces.get((one, other, channel))
            if told is not None:
                weight, count, first, last = told
                days = (date.fromordinal(int(first)), date.fromordinal(int(last)))
                yield Trace(
                    PersonId(str(one)), PersonId(str(other)), channel, weight, int(count), *days
                )


@dataclass
class Sums:
    """Decayed sums alone, by another half-life or another rule for letters to several."""

    half_life: float
    share: str
    """What a letter to n counts for each: `five` 1 up to five, `all` 1, `split` 1/n."""
    kept: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def take(self, letter: Letter) -> None:
        """Remember a letter."""
        n = len(letter.to)
        if self.share == "five" and n > MOST_RECIPIENTS:
            return
        worth = 2.0 ** (letter.at // DAY / self.half_life) / (n if self.share == "split" else 1)
        for to in letter.to:
            self.kept[letter.sender, to] += worth

    def both(self, one: int, other: int, at: int) -> tuple[float, float]:
        """Return what went there and what came back, as of a second."""
        now = 2.0 ** -(at // DAY / self.half_life)
        there, back = self.kept.get((one, other), 0.0), self.kept.get((other, one), 0.0)
        return there * now, back * now


def ratio(one: int, other: int) -> float:
    """Return the smaller of two counts by the larger, 0 without any."""
    return min(one, other) / max(one, other, 1)


def ago(memory: Memory, question: Question) -> float:
    """Return the second of the last message between the two, minus infinity without any."""
    pairs = ((question.of, question.to), (question.to, question.of))
    return max((float(memory.last.get(pair, -math.inf)) for pair in pairs), default=-math.inf)
