"""The ways in which a phrase may be said, told apart as far as its first words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from entregent.locale.pattern import Group, Mark, Node, Nodes, Word

DEPTH = 3
"""So many first words are told apart."""
_MOST = 128
"""So many ways of a phrase are told apart at most."""

_BEGINNING = Mark("^")
_ONE = (Mark("_"), Mark("#"))


class Way(NamedTuple):
    """One way to say a phrase: `first` words, one after the other, and what follows them.

    `opens` is whether it begins the sentence.
    """

    first: Nodes
    after: Nodes
    opens: bool

    def ahead(self) -> Sequence[Node]:
        """Return what stands at its first places: words, or marks for any one; at most DEPTH."""
        size = len(self.first)
        if size == DEPTH or not self.after or not isinstance(self.after[0], Mark):
            return self.first
        plain = takewhile(lambda node: isinstance(node, Word) or node in _ONE, self.after)
        return (*self.first, *islice(plain, DEPTH - size))

    def later(self) -> Sequence[Word]:
        """Return words one of which it holds after the first; none where it needs none."""
        return _rarest(map(_needed, self.after))


def ways(nodes: Nodes) -> Iterator[Way]:
    """Yield the ways to say a phrase, in a sentence that holds it."""
    for plain in _plain(nodes, 0, _MOST):
        opens = plain[:1] == (_BEGINNING,)
        if opens and len(plain) > 1:
            for way in ways(plain[1:]):
                yield Way(way.first, way.after, opens=True)
        elif plain and not opens:
            size = 0
            for node in plain[:DEPTH]:
                if not isinstance(node, Word):
                    break
                size += 1
            yield Way(plain[:size], plain[size:], opens=False)


def _plain(nodes: Nodes, start: int, most: int) -> Iterator[Nodes]:
    """Yield at most so many sequences that say the same, without choices among their first nodes.

    There are none before `start`.
    """
    for at in range(start, min(DEPTH, len(nodes))):
        node = nodes[at]
        if isinstance(node, Word):
            continue
        if isinstance(node, Mark):
            if node in _ONE:
                continue
            break
        choices = node.choices if isinstance(node, Group) else (node.nodes, ())
        if len(choices) > most:
            break
        before, after = nodes[:at], nodes[at + 1 :]
        for choice in choices:
            yield from _plain((*before, *choice, *after), at, most // len(choices))
        return
    yield nodes


def _needed(node: Node) -> Sequence[Word]:
    """Return words one of which every match of a node holds, none where there is no such."""
    if isinstance(node, Word):
        return (node,)
    if not isinstance(node, Group):
        return ()
    each = [_rarest(map(_needed, choice)) for choice in node.choices]
    return [word for words in each for word in words] if all(each) else ()


def _rarest(several: Iterable[Sequence[Word]]) -> Sequence[Word]:
    """Return those words that stand in the fewest sentences: the shortest of them is long."""
    return max((words for words in several if words), key=_shortest, default=())


def _shortest(words: Sequence[Word]) -> int:
    return min(len(affix) for word in words for affix in (*word.words, *word.heads, *word.tails))
