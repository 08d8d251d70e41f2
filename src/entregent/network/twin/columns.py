"""Columns of numbers as they are given, and what is wrong with them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from entregent.network.twin.rows import Real, Whole


def whole(numbers: Iterable[int]) -> Whole:
    """Return people's numbers; raises TypeError for what is no whole number."""
    found = _array(numbers)
    if found.dtype.kind not in "iub":
        if found.size == 0:
            return np.zeros(0, np.int64)
        if found.dtype.kind == "O" and all(isinstance(number, int) for number in found):
            raise ValueError("a number lies out of range")
        raise TypeError("people are whole numbers")
    return found.astype(np.int64)


def real(numbers: Iterable[float]) -> Real:
    """Return strengths or willingness, in single precision."""
    with np.errstate(over="ignore", under="ignore"):
        return _array(numbers).astype(np.float32)


def _array(numbers: Iterable[float]) -> NDArray[np.generic]:
    held = numbers if hasattr(numbers, "__len__") else list(numbers)
    found = np.asarray(list(held) if isinstance(held, (set, frozenset, dict)) else held)
    if found.ndim != 1:
        raise ValueError("a column has one dimension")
    return found


def check_odds(name: str, values: Real) -> None:
    """Raise ValueError for the first of `values` that is not in (0, 1]."""
    wrong = ~((values > 0) & (values <= 1))
    if wrong.any():
        raise ValueError(f"{name} holds {values[wrong.argmax()]:g}, which is not in (0, 1]")


def check_ties(people: int, a: Whole, b: Whole, strength: Real, back: Real) -> None:
    """Raise ValueError for the first fault of m ties."""
    if not len(a) == len(b) == len(strength) == len(back):
        raise ValueError("the columns of ties differ in length")
    check_odds("strength", strength)
    check_odds("strength_back", back)
    wrong = (a < 0) | (a >= people) | (b < 0) | (b >= people) | (a == b)
    if wrong.any():
        first = wrong.argmax()
        if a[first] == b[first] and 0 <= a[first] < people:
            raise ValueError(f"{a[first]} is tied with themself")
        raise ValueError(
            f"the tie {a[first]}, {b[first]} names somebody who is not among {people} people"
        )
    _, firsts = np.unique(np.minimum(a, b) * people + np.maximum(a, b), return_index=True)
    if len(firsts) < len(a):
        again = np.setdiff1d(np.arange(len(a)), firsts)[0]
        raise ValueError(f"the tie {a[again]}, {b[again]} is given twice")
