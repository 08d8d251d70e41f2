"""What somebody says is happening, weighed cue by cue; unsure, it offers; it never guesses."""

import pytest

from entregent.coach.play_reader import proof
from entregent.coach.recognise import Listener
from entregent.domain.events import Mode
from entregent.locale.languages import Languages

LANGUAGES = Languages(
    {"fr": frozenset(["je", "la", "une"]), "en": frozenset(["the", "a"])},
    {"fr": frozenset(), "en": frozenset()},
)
TABLE = {
    "fr": {"dancer": "danseur|danseuse"},
    "en": {"dancer": "dancer"},
    "short": {"fr": ["jdanse = je danse"], "en": []},
    "cue": [
        {"name": "dance", "weigh": {"waltz": 2}, "fr": ["je danse", "{dancer}"], "en": ["dancing"]},
        {"name": "food", "weigh": {"buffet": 2}, "fr": ["la tarte"], "en": ["pie"]},
        {"name": "floor", "weigh": {"waltz": 1, "buffet": 1}, "fr": ["salle"], "en": ["hall"]},
        {"name": "not", "weigh": {"waltz": -3}, "fr": ["je danse pas"], "en": ["not dancing"]},
        {"name": "none", "weigh": {"polka": 9}, "fr": ["polka"], "en": ["polka"]},
    ],
    "both": [{"cues": ["dance", "floor"], "weigh": {"waltz": 1}}],
    "mode": {
        "network": {"fr": ["boulot"], "en": ["work"]},
        "friendship": {"fr": ["des amis"], "en": ["friends"]},
    },
}

SAYINGS = {
    "endings": "ing er es",
    "small": "i am the a",
    "waltz": {
        "fr": ["on valse à deux"],
        "en": ["a waltz round the room"],
        "words": {"en": "spin"},
    },
    "buffet": {"fr": [], "en": ["i am nibbling"], "words": {"fr": "petit-four"}},
}


def play(code, title):
    table = {"code": code, "fr": {"title": title}, "en": {"title": title}}
    return proof(code, {**table, "heard": {"fr": [f"c est {code}"], "en": [f"so {code}"]}})[0]


@pytest.fixture
def listener():
    plays = [play("waltz", "Une valse"), play("buffet", "Le buffet")]
    return Listener(plays, TABLE, SAYINGS, LANGUAGES)


@pytest.mark.parametrize("words", ["waltz", "WALTZ", "une valse", "Une  Valse !"])
def test_a_code_or_a_title_is_no_guess(listener, words):
    assert (listener.hear(words).codes, listener.hear(words).trust) == (("waltz",), "sure")


def test_words_in_haste_are_understood(listener):
    heard = listener.hear("JDANSE avec une danseuse")
    assert (heard.codes, heard.trust) == (("waltz",), "sure")


def test_between_two_situations_both_are_offered(listener):
    heard = listener.hear("je danse devant la tarte")
    assert (heard.codes, heard.trust) == (("buffet", "waltz"), "maybe")


def test_one_hint_is_not_enough(listener):
    assert listener.hear("the hall, a hall").trust == "maybe"


def test_cues_that_stand_together_weigh_more(listener):
    assert listener.hear("dancing in the hall, a pie").codes == ("waltz", "buffet")


def test_what_is_denied_is_not_so(listener):
    assert listener.hear("je danse pas").codes == ()


def test_words_of_another_situation_than_the_plays_say_nothing(listener):
    assert listener.hear("polka").codes == ()


def test_what_one_came_for_is_heard(listener):
    assert listener.hear("pie, and I came for work").mode is Mode.NETWORK
    assert listener.hear("pie with friends after work").mode is Mode.FRIENDSHIP
    assert listener.hear("pie").mode is None


@pytest.mark.parametrize(
    ("words", "code"),
    [("i am waltzing round the room", "waltz"), ("nibbling petit four", "buffet")],
)
def test_what_no_cue_tells_is_known_by_its_likeness_to_sayings(listener, words, code):
    assert listener.hear(words).codes[0] == code


def test_a_likeness_too_faint_is_nothing(listener):
    assert listener.hear("spinnaker").codes == ()
