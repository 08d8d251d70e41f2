"""The phrases found at a glance are those that a slow search finds, and cost no more than words."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.locale.pattern import END, longest
from entregent.locale.pattern_source import read_phrase
from entregent.locale.phrasebook import Phrasebook

WORDS = ["tu", "peux", "pas", "venir", "viens", "merci", "3"]

Drawn = tuple[str, str]
"""A phrase, and a regular expression that says the same of words with a space after each."""

single: st.SearchStrategy[Drawn] = st.sampled_from(
    [
        *((word, f"{word} ") for word in WORDS),
        ("_", r"\S+ "),
        ("#", r"\d+ "),
        ("ve*", r"ve\S* "),
        ("*s", r"\S*s "),
        ("(tu|vi*|pas)", r"(?:tu|vi\S*|pas) "),
        ("…", r"(?:\S+ ){0,6}"),
        ("^", r"(?<![\s\S])"),
        ("$", r"(?=\n)"),
    ]
)


def joined(parts: list[Drawn]) -> Drawn:
    return " ".join(source for source, _ in parts), "".join(slow for _, slow in parts)


def choice(choices: list[Drawn]) -> Drawn:
    sources, slow = zip(*choices, strict=True)
    return f"({'|'.join(sources)})", f"(?:{'|'.join(slow)})"


def maybe(part: Drawn) -> Drawn:
    return f"({part[0]})?", f"(?:{part[1]})?"


sequence = st.recursive(
    single,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(joined),
        st.lists(inner, min_size=1, max_size=4).map(choice),
        inner.map(maybe),
    ),
    max_leaves=12,
)
phrase = st.tuples(sequence, st.sampled_from(WORDS), sequence).map(
    lambda drawn: joined([drawn[0], (drawn[1], f"{drawn[1]} "), drawn[2]])
)


def slowly(slow: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield what a phrase finds: the longest at its first place, then what comes after."""
    text = "".join(f"{word} " for word in words) + "\n"
    after = 0
    for start in range(len(words)):
        at = sum(len(word) + 1 for word in words[:start])
        for end in range(len(words), start, -1):
            rest = r"\S+ " * (len(words) - end)
            if start >= after and re.compile(f"(?:{slow}){rest}\n").fullmatch(text, at):
                yield start, end
                after = end


@given(
    phrases=st.lists(phrase, min_size=1, max_size=3),
    words=st.lists(st.sampled_from(WORDS), max_size=7),
)
def test_what_is_found_at_a_glance_is_what_a_slow_search_finds(phrases, words):
    book = Phrasebook({str(number): [source] for number, (source, _) in enumerate(phrases)})
    found = book.find(words)
    for number, (_, slow) in enumerate(phrases):
        assert found.get(str(number), []) == list(slowly(slow, words))


def test_a_phrase_with_very_many_ways_is_not_told_apart_in_all_of_them():
    many = "|".join(f"a{one} b{one}" for one in range(150))
    book = Phrasebook({"list": [f"({many}) ({many}) c"]})
    assert book.find("a1 b1 a149 b149 c".split()) == {"list": [(0, 5)]}
    assert book.find("a1 b1 a149 b148 c".split()) == {}


class Looked(tuple[str, ...]):
    """Words that count how often one is looked at."""

    __slots__ = ()
    times = 0

    def __getitem__(self, at):
        Looked.times += 1
        return super().__getitem__(at)


@pytest.mark.parametrize(
    "odd",
    [
        "a … a … a … a … a … b",
        "a (… (a|a a|… a))? (… (a|a a|… a))? (… (a|a a|… a))? b",
        "a (…|(…|(…|(…|a a) a) a) a) b",
        "(a|a a|a a a)? (a|a a|a a a)? (a|a a|a a a)? (a|a a|a a a)? a b",
    ],
)
def test_no_phrase_costs_more_than_its_length_for_each_word_it_may_reach(odd):
    nodes = read_phrase(odd)
    said = Looked((*["a"] * 60, END))
    Looked.times = 0
    assert longest(nodes, said, 0) is None
    assert Looked.times <= len(odd) * len(said)
