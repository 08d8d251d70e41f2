"""How phrases are written, and their reading.

A phrase is written as one says it, in small letters without accents: `(a|b)` is one of several,
`(x)?` and `x?` may be left out, `*` is the rest of a word (`*rais`, `recommand*`), `_` any one
word, `#` a number, `…` six words at most, `^` the beginning of the sentence and `$` its end.
Punctuation parts words and says nothing else: "peux-tu", "peux tu" and "Peux-tu" are the same.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from entregent.domain.text import fold
from entregent.locale.pattern import Group, Mark, Node, Nodes, Optional, Word

_PART = re.compile(
    r"\*?[^\W_]+\*?"
    r"|\((?:[^\W_]+\*?\|)+[^\W_]+\*?\)"
    r"|[^\w\s'’.,:;/&-]|_"
)
"""A word, a choice between single words, or a sign; what parts words is passed over."""
_MARKS = "…_#^$"
_ENDS = ("|", ")")
_LAST = ")"
"""Stands after the last part, as if all of the phrase were in brackets."""


class PhraseError(ValueError):
    """A phrase is not written as phrases are; `key` names the sentence that says why."""

    def __init__(self, key: str, phrase: str, part: str = "") -> None:
        """Keep the sentence's key, the phrase, and the part of it that is wrong."""
        super().__init__(f"{phrase}: {key} {part}".rstrip())
        self.key = key
        self.details = {"phrase": phrase, "part": part}


def read_phrase(source: str) -> Nodes:
    """Return what a phrase is made of; raises PhraseError."""
    if source.replace("…", "").isascii():
        folded = source.lower()
    else:  # folding would write "…" as three full stops
        folded = "…".join(map(fold, source.split("…")))
    try:
        return _read([*_PART.findall(folded), _LAST])
    except _Flaw as flaw:
        raise PhraseError(flaw.key, source, flaw.part) from None


class _Flaw(Exception):
    """What is wrong with a phrase, and the part that is."""

    def __init__(self, key: str, part: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.part = part


def _read(parts: Sequence[str]) -> Nodes:
    nodes, at = _sequence(parts, 0)
    if at < len(parts) - 1:
        raise _Flaw("phrase.stray", parts[at])
    if all(isinstance(node, Optional | Mark) for node in nodes):
        raise _Flaw("phrase.wordless")
    return nodes


def _sequence(parts: Sequence[str], at: int) -> tuple[Nodes, int]:
    """Read parts up to the end of a choice; return the nodes, and where it ends."""
    nodes: list[Node] = []
    while (part := parts[at]) not in _ENDS:
        if part == "(":
            node, at = _group(parts, at + 1)
        else:
            node = _single(part)
            at += 1
        if parts[at] == "?":
            node = Optional((node,))
            at += 1
        nodes.append(node)
    return tuple(nodes), at


def _group(parts: Sequence[str], at: int) -> tuple[Node, int]:
    """Read choices up to their closing bracket; return their node, and where parts go on."""
    words: list[Word] = []
    longer: list[Nodes] = []
    while True:
        choice, at = _sequence(parts, at)
        if len(choice) == 1 and isinstance(word := choice[0], Word):
            words.append(word)
        elif choice:
            longer.append(choice)
        else:
            raise _Flaw("phrase.empty-choice")
        at += 1
        if parts[at - 1] == ")":
            break
    if at == len(parts):
        raise _Flaw("phrase.bracket")
    if not longer:
        return _any_of(words), at
    return Group((*longer, (_any_of(words),)) if words else tuple(longer)), at


@lru_cache(maxsize=16384)
def _single(part: str) -> Node:
    """Return the node of a part that is no bracket; many phrases share one."""
    if part[0] == "(":
        return _choice(part[1:-1].split("|"))
    if part in _MARKS:
        return Mark(part)
    bare = part.strip("*")
    if not bare.isalnum():
        raise _Flaw("phrase.sign", part)
    if bare == part:
        return Word(frozenset((part,)))
    if part[0] == part[-1]:
        raise _Flaw("phrase.open-both", part)
    return Word(frozenset(), (bare,)) if part[-1] == "*" else Word(frozenset(), (), (bare,))


def _choice(words: Sequence[str]) -> Word:
    heads = tuple([word[:-1] for word in words if word[-1] == "*"])
    if not heads:
        return Word(frozenset(words))
    return Word(frozenset([word for word in words if word[-1] != "*"]), heads)


def _any_of(words: Sequence[Word]) -> Word:
    if len(words) == 1:
        return words[0]
    return Word(
        frozenset().union(*[word.words for word in words]),
        tuple([head for word in words for head in word.heads]),
        tuple([tail for word in words for tail in word.tails]),
    )
