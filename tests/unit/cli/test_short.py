"""Short ids: the end of an id, as long as it must be."""

from entregent.cli.short import short

ONE = "018f0000-0000-7000-8000-00000abcdef1"
TWO = "018f0000-0000-7000-8000-00001abcdef1"


def test_six_letters_are_enough_alone() -> None:
    assert short(ONE) == "bcdef1"
    assert short(ONE, [ONE]) == "bcdef1"


def test_as_many_as_tell_it_from_the_others() -> None:
    assert short(ONE, [TWO]) == "0abcdef1"


def test_ids_that_hold_one_another_stay_whole() -> None:
    assert short("abc", ["xabc"]) == "abc"
