"""Which scenes there are, and how far one went in one of them."""

import pytest

from entregent.content import Content
from entregent.domain.events import Mode
from entregent.services.events.rehearsing import (
    Wanted,
    played,
    rehearsals,
    scenes,
    situations_meant,
    titles,
    try_rehearsal,
)
from entregent.services.ports import BookError

KNOWN = rehearsals(Content())


def codes(**wanted):
    return [one.code for one in scenes(KNOWN, Wanted(**wanted))]


def test_all_scenes_are_there_unless_some_are_wanted():
    assert codes() == [one.code for one in KNOWN]
    assert codes(situations=("stuck",))[:3] == ["stuck-1", "stuck-2", "stuck-3"]
    assert "stuck-3" in codes(mode=Mode.FRIENDSHIP)
    assert "stuck-1" not in codes(mode=Mode.FRIENDSHIP)


def test_a_scene_has_a_number_within_its_situation():
    assert codes(situations=("cut-in",), number=2) == ["cut-in-2"]
    with pytest.raises(BookError) as refused:
        codes(situations=("cut-in",), mode=Mode.NETWORK, number=3)
    assert refused.value.key == "event.rehearse-scene"
    assert refused.value.details == {"scene": "3", "among": "1, 2"}


def test_a_situation_without_scenes_has_none():
    assert codes(situations=("waltz",), number=1) == []


def meant(words):
    return situations_meant(Content(), KNOWN, words)


def test_a_situation_is_meant_by_its_name_or_by_what_happens():
    assert meant("small talk") == ("small-talk",)
    assert meant("he talks and talks, I can't get a word in") == ("monologue",)


def test_where_nothing_is_understood_nothing_is_meant():
    assert meant("zorglub") == ()


def test_a_situation_is_called_what_its_play_is():
    told = titles(Content(), KNOWN)
    assert list(told) == list(dict.fromkeys(one.situation for one in KNOWN))
    assert told["cut-in"].keys() == {"fr", "en"}


def test_a_scene_is_played_choice_by_choice():
    assert played(KNOWN[0], []).at == KNOWN[0].turns[0]
    assert [turn for turn, _ in played(KNOWN[0], [1]).passed] == [KNOWN[0].turns[0]]


def test_a_choice_there_is_not_is_refused():
    with pytest.raises(BookError) as refused:
        played(KNOWN[0], [1, 9])
    assert refused.value.key == "event.rehearse-choice"
    assert refused.value.details == {"turn": "2", "pick": "9", "last": "2"}


def test_nothing_is_chosen_after_the_end():
    with pytest.raises(BookError) as refused:
        played(KNOWN[0], [1] * 6)
    assert refused.value.key == "event.rehearse-over"


def test_a_file_that_is_no_scene_is_told_what_it_lacks():
    read, flaws = try_rehearsal("waltz-1.toml", {})
    assert read is None
    assert any(flaw.details["name"] == "turn" for flaw in flaws)
