"""Dates, plurals, lists and joints, as each language says them."""

import shlex
from datetime import date

import pytest

from entregent.locale.speech import Speech

TODAY = date(2026, 3, 2)
SENTENCES = {
    "plain": "bonjour {name}",
    "count.one": "{n} personne",
    "count.other": "{n} personnes",
    "day": "{on:day}",
    "weekday": "{on:weekday}",
    "names": "{names:list}",
    "joint": "{name:de}",
    "at": "{name:chez}",
    "spec": "{n:03d}",
    "shell": "entregent show {name:shell}",
}


@pytest.fixture
def french() -> Speech:
    return Speech("fr", SENTENCES, TODAY)


@pytest.fixture
def english() -> Speech:
    return Speech("en", SENTENCES, TODAY)


@pytest.mark.parametrize(
    "name", ["Léa Martin", "O'Neil", 'Le "Bon" Coin', "Prix $HOME `id`", "C'est $(id) !", "a\\b"]
)
def test_a_command_to_copy_takes_a_name_as_it_stands(english: Speech, name: str) -> None:
    assert shlex.split(english.say("shell", name=name)) == ["entregent", "show", name]


def test_an_ordinary_name_stands_in_ordinary_quotes(english: Speech) -> None:
    assert english.say("shell", name="Zoé O'Neil") == 'entregent show "Zoé O\'Neil"'
    assert english.say("shell", name="`id`") == "entregent show '`id`'"


@pytest.mark.parametrize(("n", "said"), [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")])
def test_nought_is_singular_in_french(french: Speech, n: int, said: str) -> None:
    assert french.say("count", n=n) == said


def test_nought_is_plural_in_english(english: Speech) -> None:
    assert english.say("count", n=0) == "0 personnes"
    assert english.say("count", n=1) == "1 personne"


@pytest.mark.parametrize(
    ("day", "french_words", "english_words"),
    [
        (date(2026, 3, 1), "1er mars", "1 March"),
        (date(2026, 3, 21), "21 mars", "21 March"),
        (date(2026, 3, 11), "11 mars", "11 March"),
        (date(2025, 12, 31), "31 décembre 2025", "31 December 2025"),
    ],
)
def test_a_day_is_said_with_its_year_only_when_it_is_another(
    french: Speech, english: Speech, day: date, french_words: str, english_words: str
) -> None:
    assert french.say("day", on=day) == french_words
    assert english.say("day", on=day) == english_words


def test_a_weekday_comes_before_the_day(french: Speech, english: Speech) -> None:
    assert french.say("weekday", on=date(2026, 3, 9)) == "lundi 9 mars"
    assert english.say("weekday", on=date(2026, 3, 9)) == "Monday 9 March"
    assert french.say("weekday", on=date(2026, 6, 1)) == "lundi 1er juin"


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C")],
)
def test_a_list_ends_with_and(french: Speech, names: list[str], said: str) -> None:
    assert french.say("names", names=names) == said


def test_english_lists_end_with_and(english: Speech) -> None:
    assert english.say("names", names=["A", "B"]) == "A and B"


def test_joints_are_computed(french: Speech) -> None:
    assert french.say("joint", name="Omar") == "d’Omar"
    assert french.say("at", name="SNCF") == "à la SNCF"


def test_other_formats_are_python_s(french: Speech) -> None:
    assert french.say("spec", n=7) == "007"


def test_a_key_that_is_not_there_is_an_error(french: Speech) -> None:
    assert french.has("plain")
    assert french.has("count")
    assert not french.has("nowhere")
    with pytest.raises(KeyError):
        french.say("nowhere", n=1)
