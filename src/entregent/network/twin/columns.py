"""Columns of numbers as they are given, and what is wrong with them."""

from collections.abc import Iterable
from contextlib import suppress
from operator import index
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from entregent.network.twin.rows import Real, Whole

_MOST: Final = 2**63 - 1


def whole(numbers: Iterable[int]) -> Whole:
    """Return people's numbers; raises TypeError for what is no whole number."""
    found = _array(numbers)
    if found.dtype.kind not in "iu":
        found = np.array([index(number) for number in found.tolist()])
    if found.dtype.kind not in "iu" and found.size:
        raise ValueError("a number lies out of range")
    if found.dtype.kind == "u" and (found > _MOST).any():
        raise ValueError("a number lies out of range")
    return found.astype(np.int64)


def real(numbers: Iterable[float]) -> Real:
    """Return strengths or willingness, in single precision; raises TypeError for other things."""
    found = _array(numbers)
    if found.dtype.kind not in "iuf":
        found = np.array([_plain(number) for number in found.tolist()], np.float64)
    with np.errstate(over="ignore", under="ignore"):
        return found.astype(np.float32)


def _plain(number: Any) -> float:  # noqa: ANN401 - what a column may hold
    if isinstance(number, str | bytes):
        raise TypeError(f"{number!r} is no number")
    return float(number)


def _array(numbers: Iterable[float]) -> NDArray[Any]:
    """Return what is given as an array of one dimension: a buffer, or anything to iterate over."""
    try:
        found = np.asarray(memoryview(numbers))  # type: ignore[arg-type]  # refused if no buffer
    except (TypeError, ValueError):
        found = _listed(list(numbers))
    if found.ndim != 1:
        raise ValueError("a column has one dimension")
    return found


def _listed(numbers: list[float]) -> NDArray[Any]:
    found = np.empty(len(numbers), object)
    found[:] = numbers
    plain = {type(number) for number in numbers}
    if plain <= {int} or plain <= {int, float}:
        with suppress(OverflowError):
            return np.array(numbers, np.int64 if plain == {int} else np.float64)
    return found


def check_odds(name: str, values: Real) -> None:
    """Raise ValueError for the first of `values` that is not in (0, 1]."""
    wrong = ~((values > 0) & (values <= 1))
    if wrong.any():
        raise ValueError(f"{name} holds {values[wrong.argmax()]:.9g}, which is not in (0, 1]")


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
