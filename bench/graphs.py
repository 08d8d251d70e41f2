"""Graphs of ties to measure on: invented ones that look real, and the structure of real ones.

An invented graph has a heavy tail of degrees (a few people know thousands), circles (a company, a
school) in which people know one another, and friends of friends who have met. A real one is only
a structure; strengths and willingness are drawn for it, as they are for an invented one.
"""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Keys = NDArray[np.int64]
Floats = NDArray[np.float32]

FEW_LEVELS: Final = (0.3, 0.6, 0.9)
"""As declared closeness has them: equal odds are common."""
_TAIL: Final = 2.3  # exponent of the degrees' power law
_MOST: Final = 1000  # how many times the least sociable person's ties the most sociable one has
_IN_CIRCLE: Final = 0.4  # of the ties that are no friend of a friend's
_CLOSING: Final = 0.3  # of all ties: between two people who know the same third
_CIRCLE: Final = (5, 1.4, 300)  # the least size, the exponent of sizes, the largest
_ROUNDS: Final = 60


@dataclass(frozen=True, slots=True)
class Ties:
    """Ties between `a` and `b`, each once, of a strength; people with their willingness."""

    people: int
    a: Ints
    b: Ints
    strength: Floats
    willingness: Floats

    def save(self, path: Path) -> None:
        """Write all columns to one file."""
        columns: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        np.savez(path, **columns)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote."""
        with np.load(path) as told:
            columns = {name: told[name] for name in cls.__slots__}
        return cls(**{**columns, "people": int(columns["people"])})


def synthetic(people: int, ties: int, seed: int, levels: Sequence[float] = ()) -> Ties:
    """Invent a graph of exactly so many people and ties.

    Strengths and willingness are uniform in (0, 1], or strengths are drawn from `levels`.
    Ids tell nothing: they are shuffled. Raises ValueError when so few people cannot hold so many
    ties of this shape.
    """
    dice = np.random.default_rng(seed)
    keys = _closed(_opened(people, round(ties * (1 - _CLOSING)), dice), people, ties, dice)
    shuffled = dice.permutation(people).astype(np.int32)
    return weighed(people, shuffled[keys // people], shuffled[keys % people], seed, levels)


def weighed(people: int, a: Ints, b: Ints, seed: int, levels: Sequence[float] = ()) -> Ties:
    """Draw strengths and willingness for a structure."""
    dice = np.random.default_rng((seed, people))
    willingness = 1 - dice.random(people, dtype=np.float32)
    if levels:
        strength = dice.choice(np.array(levels, dtype=np.float32), a.size)
    else:
        strength = 1 - dice.random(a.size, dtype=np.float32)
    return Ties(people, a, b, strength, willingness)


def jlg(path: Path, seed: int, levels: Sequence[float] = ()) -> Ties:
    """Read a real structure: gzip text, `people,ties,u,name`, then two ids from 1 a line.

    A tie with oneself, and a tie given twice, are left out.
    """
    with gzip.open(path, "rt", encoding="ascii") as file:
        people = int(next(file).split(",")[0])
        pairs = np.loadtxt(file, dtype=np.int32, delimiter=",") - 1
    keys = _merged(people, pairs[:, 0], pairs[:, 1])
    return weighed(people, *_ends(keys, people), seed, levels)


def ldbc_knows(folder: Path) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the ids of LDBC's people, and who knows whom as places in that list, each tie once."""
    told = [(int(row[0]), int(row[1])) for row in _table(folder / "person_knows_person.csv")]
    ids = sorted({person for pair in told for person in pair})
    place = {person: number for number, person in enumerate(ids)}
    ties = {(min(pair), max(pair)) for pair in ((place[a], place[b]) for a, b in told)}
    return ids, sorted(tie for tie in ties if tie[0] != tie[1])


def ldbc_replies(folder: Path) -> Counter[tuple[int, int]]:
    """Return how much two of LDBC's people (their ids, the lower first) answered each other.

    As the benchmark's trusted paths count it, in halves: two a reply to a post, one a reply to a
    comment, whoever wrote which.
    """
    posts, comments = (
        {row[0]: int(row[1]) for row in _table(folder / f"{kind}_hasCreator_person.csv")}
        for kind in ("post", "comment")
    )
    halves: Counter[tuple[int, int]] = Counter()
    for kind, written, worth in (("Post", posts, 2), ("Comment", comments, 1)):
        for reply, answered in _table(folder / f"comment_replyOf_{kind.lower()}.csv"):
            one, other = comments[reply], written[answered]
            halves[min(one, other), max(one, other)] += worth
    return halves


def _table(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="|")
        next(rows)
        yield from rows


def _opened(people: int, ties: int, dice: np.random.Generator) -> Keys:
    """Return ties within circles and across them, by how sociable people are."""
    sociable = np.minimum((1 - dice.random(people)) ** (-1 / (_TAIL - 1)), _MOST)
    stubs = np.repeat(
        np.arange(people, dtype=np.int32),
        dice.poisson(sociable * (2 * ties / sociable.sum())),
    )
    circle = _circles(people, dice)
    first = np.searchsorted(circle[stubs], np.arange(circle[-1] + 2))
    keys = np.empty(0, dtype=np.int64)
    for _ in range(_ROUNDS):
        missing = _missing(keys, ties)
        if not missing or stubs.size == 0:
            break
        a, b = (stubs[dice.integers(0, stubs.size, missing)] for _ in range(2))
        own = circle[a]
        within = (dice.random(missing) * (first[own + 1] - first[own])).astype(np.int64)
        inside = dice.random(missing) < _IN_CIRCLE
        keys = _merged(people, a, np.where(inside, stubs[first[own] + within], b), keys)
    return _exactly(keys, ties, dice)


def _circles(people: int, dice: np.random.Generator) -> Keys:
    """Return the circle of each person; those of one circle follow one another."""
    least, exponent, largest = _CIRCLE
    sizes = least * (1 - dice.random(people // least + 1)) ** (-1 / exponent)
    whole = np.minimum(sizes, largest).astype(np.int64)
    return np.repeat(np.arange(whole.size), whole)[:people]


def _closed(keys: Keys, people: int, ties: int, dice: np.random.Generator) -> Keys:
    """Add ties between two people who know the same third, up to so many."""
    start, ends = _rows(people, *_ends(keys, people))
    degree = np.diff(start)
    for _ in range(_ROUNDS):
        missing = _missing(keys, ties)
        if not missing:
            break
        one = dice.integers(0, people, missing)
        one = one[degree[one] > 0]
        other = one
        for _ in range(2):
            step = (dice.random(one.size) * degree[other]).astype(np.int64)
            other = ends[start[other] + step]
        keys = _merged(people, one.astype(np.int32), other, keys)
    return _exactly(keys, ties, dice)


def _rows(people: int, a: Ints, b: Ints) -> tuple[Keys, Ints]:
    """Return where each person's row starts (people + 1 places), and whom it leads to."""
    ends = np.concatenate([a, b])[np.argsort(np.concatenate([b, a]), kind="stable")]
    degree = np.bincount(a, minlength=people) + np.bincount(b, minlength=people)
    return np.concatenate([[0], np.cumsum(degree)]), ends


def _missing(keys: Keys, ties: int) -> int:
    short = ties - keys.size
    return short + short // 4 + 1 if short > 0 else 0


def _exactly(keys: Keys, ties: int, dice: np.random.Generator) -> Keys:
    if keys.size < ties:
        raise ValueError(f"{ties} ties of this shape are too many for so few people")
    spare = dice.choice(keys.size, keys.size - ties, replace=False)
    return np.delete(keys, spare)


def _merged(people: int, a: Ints, b: Ints, known: Keys | None = None) -> Keys:
    """Return ties as `lower · people + higher`, ascending, each once, none with oneself."""
    lower = np.minimum(a, b).astype(np.int64)
    keys = (lower * people + np.maximum(a, b))[a != b]
    if known is not None:
        keys = np.concatenate([known, keys])
    keys.sort()
    fresh = np.ones(keys.size, dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return keys[fresh]


def _ends(keys: Keys, people: int) -> tuple[Ints, Ints]:
    return (keys // people).astype(np.int32), (keys % people).astype(np.int32)
