"""What was read, as ranges of numbers, and what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.exchange.imap.uids import Uids, listed, mark, marked

ranges = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 9)).map(lambda one: (one[0], sum(one)))
)


def numbers(uids: Uids) -> set[int]:
    return {uid for first, last in uids.ranges for uid in range(first, last + 1)}


@given(ranges, ranges)
def test_sets_add_up_and_take_away_as_sets_do(one: list[tuple[int, int]], other: object) -> None:
    assert isinstance(other, list)
    left, right = Uids.of(one), Uids.of(other)
    assert numbers(left | right) == numbers(left) | numbers(right)
    assert numbers(left.without(right)) == numbers(left) - numbers(right)
    assert all((uid in left) == (uid in numbers(left)) for uid in range(1, 80))


@pytest.mark.parametrize(
    ("read", "left"),
    [([], "1:*"), ([(1, 9)], "10:*"), ([(3, 4), (8, 8)], "1:2,5:7,9:*"), ([(1, 2), (3, 5)], "6:*")],
)
def test_the_others_are_what_is_still_to_read(read: list[tuple[int, int]], left: str) -> None:
    assert Uids.of(read).others() == left


def test_numbers_are_listed_with_their_runs_drawn_together() -> None:
    assert listed([1, 2, 3, 7, 9, 10]) == "1:3,7:7,9:10"


def test_a_mark_says_under_which_numbering_what_was_read() -> None:
    assert mark(1732600000, Uids.of([(1, 20)])) == "1732600000 1:20"
    assert mark(1732600000, Uids()) == ""
    assert mark(0, Uids.of([(1, 20)])) == ""


def test_marks_of_the_present_numbering_add_up() -> None:
    marks = ["7 1:20", "8 1:99", "7 21:30,40:50", "not a mark", ""]
    assert marked(marks, 7) == Uids.of([(1, 30), (40, 50)])
    assert marked(marks, 9) == Uids()
