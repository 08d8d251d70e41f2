"""Sentences of a message, with where they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(
    r"(?=[.!?…\r\n])(?:(?<!\bM)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMme)(?<!\bMM)(?<!\bréf)(?<!\bMrs)(?<!\bSt)"
    r"(?<!\bProf)(?<!\bcf)(?<!\bp\.\sex)(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bvs)"
    r"(?<!^[A-Z])(?<!\s[A-Z])"
    r"(?<![.!?…])[.!?…]++[\"”»)]*+(?=\s|[A-ZÀ-Þ])|(?<![!?…])[!?…]++[\"”»)]*+|\r?\n)+"
)
_RUNS_ON = re.compile(r"(?<=[^\r\n.!?:;…,])\r?\n(?=[^\W\d_A-ZÀ-ÖØ-Þ\n])")


class Span(NamedTuple):
    """Where something stands in a text."""

    start: int
    end: int


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield where the sentences of a text stand, white space at their ends left out.

    A line ends a sentence, unless it is one that a mail program broke.
    """
    joined = unwrapped(text)
    at = 0
    for end in (*(found.end() for found in _END.finditer(joined)), len(joined)):
        said = joined[at:end]
        start = at + len(said) - len(said.lstrip())
        stop = at + len(said.rstrip())
        at = end
        if stop > start:
            yield Span(start, stop)


def unwrapped(text: str) -> str:
    """Join the lines that a mail program broke: the next goes on in small letters."""
    return _RUNS_ON.sub(lambda broken: " " * len(broken[0]), text)
