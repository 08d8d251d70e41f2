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
    except _PartError as error:
        raise PhraseError(error.key, source, error.part) from None


class _PartError(Exception):
    """What is wrong with a phrase, and the part that is."""

    def __init__(self, key: str, part: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.part = part


def _read(parts: Sequence[str]) -> Nodes:
    nodes, at = _sequence(parts, 0)
    if at < len(parts) - 1:
        raise _PartError("phrase.stray", parts[at])
    if all(isinstance(node, Optional | Mark) for node in nodes):
        raise _PartError("phrase.wordless")
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
    choices: list[Nodes] = []
    parting = "|"
    while parting == "|":
        choice, at = _sequence(parts, at)
        choices.append(choice)
        parting = parts[at]
        at += 1
    if at == len(parts):
        raise _PartError("phrase.bracket")
    if not all(choices):
        raise _PartError("phrase.empty-choice")
    return _one_of(choices), at


def _one_of(choices: Sequence[Nodes]) -> Node:
    """Return the node of a choice; the single words in it are one."""
    words: list[Word] = []
    longer: list[Nodes] = []
    for choice in choices:
        if len(choice) == 1 and isinstance(word := choice[0], Word):
            words.append(word)
        else:
            longer.append(choice)
    if not longer:
        return _any_of(words)
    return Group((*longer, (_any_of(words),)) if words else tuple(longer))


@lru_cache(maxsize=16384)
def _single(part: str) -> Node:
    """Return the node of a part that is no bracket; many phrases share one."""
    if part.isalnum():
        return Word(frozenset((part,)))
    if part[0] == "(":
        words = part[1:-1].split("|")
        if "*" not in part:
            return Word(frozenset(words))
        heads = tuple(word[:-1] for word in words if word[-1] == "*")
        return Word(frozenset(word for word in words if word[-1] != "*"), heads)
    if part in _MARKS:
        return Mark(part)
    bare = part.strip("*")
    if not bare.isalnum():
        raise _PartError("phrase.sign", part)
    if part[0] == part[-1]:
        raise _PartError("phrase.open-both", part)
    return Word(frozenset(), (bare,)) if part[-1] == "*" else Word(frozenset(), (), (bare,))


def _any_of(words: Sequence[Word]) -> Word:
    if len(words) == 1:
        return words[0]
    return Word(
        frozenset().union(*[word.words for word in words]),
        tuple([head for word in words for head in word.heads]),
        tuple([tail for word in words for tail in word.tails]),
    )
