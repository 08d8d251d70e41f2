"""What the coach needs of the book: which mode there, and what one is called."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.events import Mode
from entregent.services.events.coaching import (
    address_word,
    hear,
    known_of_me,
    listener,
    mode_there,
    plays,
    try_play,
)
from entregent.services.events.keeping import Told, new_event


def test_the_plays_come_in_the_order_they_are_shown():
    assert list(plays(Content()))[:4] == ["stuck", "monologue", "small-talk", "cut-in"]


def test_shipped_words_are_understood():
    assert listener(Content()).hear("can’t get a word in").codes[0] == "monologue"


class NoVocabulary(Content):
    """Content in which no word list may be read."""

    def template(self, name):
        assert not name.startswith("vocabulary/")
        return super().template(name)


@pytest.mark.parametrize("words", ["small-talk", "Small talk", "SMALL TALK !"])
def test_a_situation_called_by_its_name_needs_no_vocabulary(words):
    catalogue = NoVocabulary()
    heard = hear(catalogue, plays(catalogue), words)
    assert (heard.codes, heard.trust) == (("small-talk",), "sure")


def test_words_that_name_no_situation_are_weighed():
    assert hear(Content(), plays(Content()), "can’t get a word in").codes[0] == "monologue"


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "« vous »"), ("en", "vous")],
)
def test_a_word_on_tu_or_vous(language, said):
    assert said in address_word(Content(), language).replace("\u00a0", " ")


def test_the_mode_is_that_of_the_event_near_or_of_the_one_named(story, refused):
    """; nobody yet"""
    assert mode_there(story.desk) is None
    new_event(story.desk, Told("Salon", date(2020, 1, 1), mode=Mode.FRIENDSHIP))
    assert mode_there(story.desk) is None
    assert mode_there(story.desk, "salon") is Mode.FRIENDSHIP
    new_event(story.desk, Told("Apéro", mode=Mode.NETWORK))
    assert mode_there(story.desk) is Mode.NETWORK
    with refused("event.unknown", among="Salon · Apéro", words="bal"):
        mode_there(story.desk, "bal")


def test_what_nobody_told_is_left_open(story):
    """; nobody yet"""
    assert known_of_me(story.desk) == {}


def test_a_play_is_tried():
    play, flaws = try_play("stuck.toml", Content().template("playbook/stuck"))
    assert (play.code, flaws) == ("stuck", ())


def test_no_word_on_tu_or_vous_where_somebody_is_uneasy():
    assert address_word(Content(), "fr", "unwanted-attention") == ""
