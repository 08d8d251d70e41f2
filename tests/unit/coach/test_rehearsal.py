"""How a scene is written, what is said of one that is not, and how one goes through it."""

import tomllib

import pytest

from entregent.coach.rehearsal import NoSuchChoice, walk, ways_through
from entregent.coach.rehearsal_reader import RehearsalError, proof, read_rehearsal

TURN = """
[[turn]]
name = "NAME"
fr = "Lou demande : « On danse ? »"
en = "Lou asks: “Shall we dance?”"
[[turn.choice]]
said = true
fr = "J'arrive !"
en = "I'm coming."
to = "FIRST"
[[turn.choice]]
fr = "Sourire."
en = "Smile."
to = "SECOND"
"""
END = """
[[end]]
name = "NAME"
fr = "Vous dansez."
en = "You dance."
fr_otherwise = "Ou pas."
en_otherwise = "Or not."
"""


def turn(name, first, second):
    return TURN.replace("NAME", name).replace("FIRST", first).replace("SECOND", second)


def end(name):
    return END.replace("NAME", name)


HEAD = """
situation = "waltz"
mode = "friendship"
address = "tu"
since = "2026-11"
sources = ["editorial"]
[fr]
title = "Une valse"
setting = "Un bal."
[en]
title = "A waltz"
setting = "A ball."
"""
BODY = turn("one", "two", "three") + turn("two", "three", "three") + turn("three", "four", "four")
WHOLE = HEAD + BODY + turn("four", "dance", "rest") + end("dance") + end("rest")


def scene(text=WHOLE):
    return read_rehearsal("waltz-1", tomllib.loads(text))


def flaws(text, where="waltz-1.toml"):
    return {(flaw.key, flaw.details["name"]) for flaw in proof(where, tomllib.loads(text))[1]}


def test_a_scene_is_read_with_its_typography():
    read = scene()
    assert (read.situation, read.number, read.mode, read.address) == (
        *("waltz", 1),
        *("friendship", "tu"),
    )
    assert read.turns[0].text["fr"] == "Lou demande\u00a0: «\u00a0On danse\u00a0?\u00a0»"
    assert [choice.way for choice in read.turns[0].choices] == ["said", "done"]
    assert read.ends[0].otherwise == {"fr": "Ou pas.", "en": "Or not."}


def test_what_one_says_leads_on_to_what_comes():
    gone = walk(scene(), [1, 2])
    assert [passed.name for passed, _ in gone.passed] == ["one", "two"]
    assert [choice.text["en"] for _, choice in gone.passed] == ["I’m coming.", "Smile."]
    assert gone.at.name == "three"


def test_a_scene_begins_where_it_begins_and_ends_where_it_ends():
    assert walk(scene(), []).at.name == "one"
    assert walk(scene(), [2, 1, 1]).at.name == "dance"


@pytest.mark.parametrize(
    ("picks", "missing"),
    [((3,), (1, 3, 2)), ((1, 0), (2, 0, 2)), ((2, 1, 1, 1), (4, 1, 0))],
)
def test_a_choice_there_is_not_is_named(picks, missing):
    with pytest.raises(NoSuchChoice) as refused:
        walk(scene(), picks)
    assert (refused.value.turn, refused.value.pick, refused.value.among) == missing


def test_all_ways_through_a_scene():
    ways = list(ways_through(scene()))
    assert ways[0] == (1, 1, 1, 1)
    assert ways[-1] == (2, 2, 2)
    assert len(ways) == len(set(ways)) == 12


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ('situation = "waltz"', 'situation = "tango"', ("event.rehearsal-code", "situation")),
        ('mode = "friendship"', 'mode = "love"', ("event.rehearsal-word", "mode")),
        ('mode = "friendship"', "", ("event.play-no-text", "mode")),
        ('address = "tu"', 'address = "thou"', ("event.rehearsal-word", "address")),
        ('setting = "A ball."', "", ("event.play-no-text", "en.setting")),
        ('title = "A waltz"', 'titel = "A"', ("event.play-unknown-key", "en.titel")),
        ('["editorial"]', "[]", ("event.play-sources", "sources")),
        ('en = "You dance."', "", ("event.play-no-text", "end 1.en")),
        ('en_otherwise = "Or not."', "", ("event.play-no-text", "end 1.en_otherwise")),
        ('en = "I\'m coming."', f'en = "{"on " * 31}"', ("event.play-long", "turn 1.choice 1.en")),
        ('name = "two"', 'name = "one"', ("event.rehearsal-twice", "one")),
        ('to = "two"', 'to = "nowhere"', ("event.rehearsal-link", "one")),
        ('to = "two"', 'to = "three"', ("event.rehearsal-unreached", "two")),
        ('to = "dance"', 'to = "one"', ("event.rehearsal-path", "four")),
        ('to = "three"', 'to = "rest"', ("event.rehearsal-path", "rest")),
    ],
)
def test_what_is_wrong_with_a_scene_is_said_with_its_place(old, new, flaw):
    assert old in WHOLE
    assert flaw in flaws(WHOLE.replace(old, new, 1))


def test_a_scene_is_named_after_its_situation_and_a_number():
    assert flaws(WHOLE, "waltz.toml") == {("event.rehearsal-code", "situation")}


def test_a_turn_leaves_a_choice():
    lone = WHOLE.replace("[[turn.choice]]", "[[turn.choise]]")
    assert ("event.play-count", "turn 1.choice") in flaws(lone)


def test_a_scene_that_is_not_one_is_refused():
    with pytest.raises(RehearsalError, match=r"event\.play-count"):
        scene(HEAD.replace('since = "2026-11"', ""))
