"""Phrases as regular expressions, for readers that have nothing else.

They are made for a text whose folded words each follow one space: " je suis coince". Python and
JavaScript read them alike. Where a phrase may end in several places, a regular expression takes
the first it comes to, and an automaton the last.
"""

from collections.abc import Iterable

from entregent.locale.pattern import GAP, Group, Node, Nodes, Optional, Word
from entregent.locale.pattern_source import read_phrase

_MARKS = {"…": f"(?: [^ ]+){{0,{GAP}}}", "_": " [^ ]+", "#": r" \d+(?![^ ])", "^": "^", "$": "$"}
_END = "(?![^ ])"
"""Where a word ends."""


def regex_of(phrase: str) -> str:
    """Return the expression of a phrase; raises PhraseError."""
    return _sequence(read_phrase(phrase))


def _sequence(nodes: Nodes) -> str:
    return "".join(map(_node, nodes))


def _node(node: Node) -> str:
    if isinstance(node, Word):
        return f" {_word(node)}{_END}"
    if isinstance(node, Group):
        return _one_of(map(_sequence, node.choices))
    if isinstance(node, Optional):
        return f"(?:{_sequence(node.nodes)})?"
    return _MARKS[node.sign]


def _word(word: Word) -> str:
    whole = sorted(word.words, key=lambda one: (-len(one), one))
    heads = [f"{head}[^ ]*" for head in word.heads]
    tails = [f"[^ ]*{tail}" for tail in word.tails]
    return _one_of([*whole, *heads, *tails])


def _one_of(choices: Iterable[str]) -> str:
    several = list(choices)
    return several[0] if len(several) == 1 else f"(?:{'|'.join(several)})"
