"""Phrases that say something only together, in one sentence, near, or one after the other."""

import pytest

from entregent.tact.kinds import KINDS

SAY = {
    "say": ["tell them"],
    "admit": ["i was only"],
    "outright": ["backdate"],
    "phrases": ["pretend"],
    "denials": ["don t"],
    "innocent": ["pretend to listen"],
    "unless": ["novel"],
    "unless-near": ["correct it"],
    "unless-anywhere": ["april fool"],
}


def _quotes(with_rule, text, **options):
    return [one.quote for one in with_rule(text, "together", SAY, options=options)]


def test_a_phrase_speaks_alone(with_rule):
    assert _quotes(with_rule, "Could you pretend a little?") == ["pretend"]


def test_what_begins_an_innocent_phrase_does_not_count(with_rule):
    assert _quotes(with_rule, "Could you pretend to listen?") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Tell them, though I was only a clerk.", ["Tell them, though I was only"]),
        ("Tell them. I was only a clerk.", []),
        ("I was only a clerk.", []),
    ],
)
def test_in_one_sentence_what_lies_between_is_shown(with_rule, text, quotes):
    assert _quotes(with_rule, text, same=[["say", "admit"]]) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Tell them. I was only a clerk.", ["Tell them."]),
        ("I was only a clerk. Tell them.", ["Tell them."]),
        ("Tell them. The sun is out. I was only a clerk.", []),
    ],
)
def test_near_is_one_sentence_away_and_the_first_is_shown(with_rule, text, quotes):
    assert _quotes(with_rule, text, near=[["say", "admit"]]) == quotes


def test_a_rule_may_reach_further(with_rule):
    text = "Tell them. The sun is out. I was only a clerk."
    assert _quotes(with_rule, text, near=[["say", "admit"]], reach=2) == ["Tell them."]


def test_what_is_near_is_told_once(with_rule):
    text = "Tell them. I was only a clerk. Do tell them."
    assert _quotes(with_rule, text, near=[["say", "admit"]], reach=2) == ["Tell them."]
    text = "Tell them. I was only a clerk. The sun is out. The wind is up. Tell them."
    text += " I was only a clerk."
    assert len(_quotes(with_rule, text, near=[["say", "admit"]])) == 2


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Tell them. I was only a clerk.", ["Tell them."]),
        ("I was only a clerk. Tell them.", []),
    ],
)
def test_next_is_the_sentence_after(with_rule, text, quotes):
    assert _quotes(with_rule, text, next=[["say", "admit"]]) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Could you backdate it?", ["backdate"]),
        ("Please don't backdate it.", []),
        ("Please don't ever think to backdate it.", []),
        ("I don't mind, and could you then please backdate it?", ["backdate"]),
    ],
)
def test_a_denial_reaches_a_few_words(with_rule, text, quotes):
    assert _quotes(with_rule, text, same=[["outright"]], deniable=["outright"]) == quotes


def test_only_lists_named_so_can_be_denied(with_rule):
    assert _quotes(with_rule, "Please don't backdate it.", same=[["outright"]]) == ["backdate"]


@pytest.mark.parametrize(
    "text",
    [
        "My heroine must pretend in chapter two of the novel.",
        "Could you pretend? Or rather, correct it.",
        "Could you pretend? We meet at noon. The sun is out. April fool!",
    ],
)
def test_what_excuses(with_rule, text):
    assert _quotes(with_rule, text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("I did 40. Put 100 on it.", ["Put 100 on it."]),
        ("I did 40. Put 40 on it.", []),
        ("Put 100 on it.", []),
        ("I did 40. The sun is out.", []),
    ],
)
def test_figures_that_differ_speak(with_rule, text, quotes):
    figures = {**SAY, "put": ["put #"], "did": ["did #"]}
    found = with_rule(text, "together", figures, options={"differ": [["put", "did"]]})
    assert [one.quote for one in found] == quotes


def test_its_options_name_its_lists():
    assert KINDS["together"].naming == ("same", "near", "next", "differ", "deniable")
