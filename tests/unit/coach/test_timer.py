"""What the timer proposes, by mode, room, company and the time that is left."""

import tomllib

import pytest

from entregent.coach.timer import AHEAD, About, Now, RoomKind, proposals, read_timer
from entregent.domain.events import Mode

TIMER = """
[word.network]
fr = "Elle propose : c'est tout."
en = "It's a suggestion."
[word.friendship]
fr = "Rien n'est minuté."
en = "Nothing is timed."
[rooms]
mixed = { fr = "debout", en = "standing" }
small = { fr = "petite salle", en = "a small room" }
seated = { fr = "à table", en = "at table" }
breaks = { fr = "pauses", en = "breaks" }
[[proposal]]
code = "team-up"
about = "person"
modes = ["network"]
rooms = ["mixed"]
from = 8
to = 15
text = { fr = "Faites équipe ?", en = "Team up?" }
cue = { fr = "un verre vide", en = "an empty glass" }
say = { tu = "On fait équipe ?", vous = "Faisons-nous équipe ?", en = "Shall we team up?" }
[[proposal]]
code = "speak"
about = "group"
modes = ["network"]
rooms = ["mixed", "seated"]
from = 3
to = 6
text = { fr = "Parlez.", en = "Speak." }
cue = { fr = "un rire", en = "a laugh" }
[[proposal]]
code = "water"
about = "evening"
modes = ["network", "friendship"]
rooms = ["mixed", "seated"]
from = 40
to = 50
every = 45
text = { fr = "De l'eau.", en = "Water." }
cue = { fr = "une pause", en = "a break" }
[[proposal]]
code = "home"
about = "end"
modes = ["network", "friendship"]
rooms = ["mixed", "seated"]
from = 15
to = 10
text = { fr = "Rentrez.", en = "Go home." }
cue = { fr = "le bus", en = "the bus" }
"""


@pytest.fixture(scope="module")
def timer():
    return read_timer(tomllib.loads(TIMER))


def when(timer, **now):
    return [(one.code, one.first, one.last) for one in proposals(timer, Now(**now), "en")]


def test_a_proposal_is_told_in_the_language_and_the_voice_spoken(timer):
    french, english = proposals(timer, Now(), "tu")[0], proposals(timer, Now(), "en")[0]
    assert (french.text, french.say) == ("Faites équipe\u00a0?", "On fait équipe\u00a0?")
    assert (english.text, english.cue) == ("Team up?", "an empty glass")
    assert proposals(timer, Now(), "tu")[1].say == ""


def test_words_have_their_typography(timer):
    assert timer.word[Mode.NETWORK] == {
        "fr": "Elle propose\u00a0: c’est tout.",
        "en": "It’s a suggestion.",
    }
    assert timer.rooms[RoomKind.SEATED]["fr"] == "à table"


def test_friendship_is_not_timed(timer):
    assert when(timer, mode=Mode.FRIENDSHIP, left=60) == [("water", 40, 50), ("home", 45, 50)]
    assert when(timer, mode=Mode.FRIENDSHIP, company=About.GROUP, left=20) == [("home", 5, 10)]


def test_a_talk_counts_from_its_first_words(timer):
    assert when(timer, left=30) == [("team-up", 8, 15), ("home", 15, 20)]
    assert when(timer, talked=10, left=30) == [("team-up", 0, 5), ("home", 15, 20)]
    assert when(timer, talked=15, left=30) == [("team-up", 0, 0), ("home", 15, 20)]
    assert when(timer, talked=16, left=30) == [("home", 15, 20)]


def test_a_group_is_not_one_person_and_a_table_is_not_a_crowd(timer):
    assert when(timer, company=About.GROUP, left=30) == [("speak", 3, 6), ("home", 15, 20)]
    assert when(timer, room=RoomKind.SEATED, left=30) == [("home", 15, 20)]
    assert when(timer, room=RoomKind.BREAKS, left=30) == []


def test_care_of_oneself_comes_again(timer):
    friend = {"mode": Mode.FRIENDSHIP}
    assert when(timer, **friend, left=150) == [
        ("water", 40, 50),
        ("water", 85, 95),
        ("water", 130, 140),
        ("home", 135, 140),
    ]
    assert when(timer, **friend, evening=45) == [
        ("water", 0, 5),
        ("water", 40, 50),
        ("water", 85, 95),
    ]
    assert all(last <= AHEAD for _, _, last in when(timer, **friend))


def test_nothing_runs_into_the_way_home(timer):
    assert when(timer, left=24) == [("home", 9, 14)]
    assert when(timer, left=12) == [("home", 0, 2)]
    assert when(timer, left=9) == []
    assert when(timer, left=0) == []


def test_how_long_one_stays_may_be_unknown(timer):
    assert "home" not in [code for code, _, _ in when(timer)]
