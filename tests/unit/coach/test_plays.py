"""How a play is written, what is said of one that is not, and how its course is told."""

import tomllib

import pytest

from entregent.coach.course import filled, guide
from entregent.coach.play_reader import PlayError, proof, read_play
from entregent.domain.events import Mode

COURSE = """
[[MODE.move]]
fr = "Souriez."
en = "Smile."
[[MODE.move.phrase]]
tu = "Moi, c'est {me|…}. Et toi ?"
vous = "Je suis {me|…}. Et vous ?"
en = "I'm {me|…}. And you?"
[[MODE.move]]
fr = "Respirez."
en = "Breathe."
[[MODE.move]]
fr = "Buvez."
en = "Drink."
[[MODE.avoid]]
fr = "Courir"
fr_why = "on s'essouffle."
en = "Running"
en_why = "it leaves one breathless."
[[MODE.avoid]]
fr = "Crier"
fr_why = "on s'enroue."
en = "Shouting"
en_why = "it leaves one hoarse."
[MODE.next]
fr = "Demain."
en = "Tomorrow."
[MODE.switch]
fr = "Changez."
en = "Switch."
"""
WHOLE = (
    """
code = "waltz"
since = "2026-11"
sources = ["editorial"]
[fr]
title = "Une valse"
[en]
title = "A waltz"
[kind_word]
fr = "Ce n'est rien."
en = "It's all right."
[[sign]]
fr = "La musique joue."
en = "The music plays."
[[sign]]
telling = true
fr = "À trois temps."
en = "In three-four time."
[heard]
fr = ["on danse"]
en = ["they (dance|waltz)"]
"""
    + COURSE.replace("MODE", "network")
    + """
[network.timing]
from = 3
to = 5
fr = "À la fin de l'air."
en = "When the tune ends."
"""
    + COURSE.replace("MODE", "friendship")
)


def flaws(text):
    return {
        (flaw.key, flaw.details["name"]) for flaw in proof("waltz.toml", tomllib.loads(text))[1]
    }


def test_a_play_is_read_with_its_typography():
    play = read_play("waltz.toml", tomllib.loads(WHOLE))
    assert play.title == {"fr": "Une valse", "en": "A waltz"}
    assert play.kind_word == {"fr": "Ce n’est rien.", "en": "It’s all right."}
    assert [sign.weight for sign in play.signs] == ["usual", "telling"]
    assert play.heard["en"] == ("they (dance|waltz)",)


def test_a_course_is_told_in_one_voice_with_what_is_known():
    play = read_play("waltz.toml", tomllib.loads(WHOLE))
    told = guide(play, Mode.NETWORK, "tu", {"me": "Inès"})
    assert told.moves[0].phrases == ("Moi, c’est Inès. Et toi\u00a0?",)
    assert told.telling == ("À trois temps.",)
    assert (told.timing.first, told.timing.last, told.when) == (3, 5, "À la fin de l’air.")
    calm = guide(play, Mode.FRIENDSHIP, "en", {})
    assert calm.moves[0].phrases == ("I’m … And you?",)
    assert (calm.timing, calm.when) == (None, "")


def test_a_place_left_open_is_filled_or_says_what_stands_there():
    assert filled("Moi, c’est {me|Camille}", {"me": ""}) == "Moi, c’est Camille"


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ('code = "waltz"', 'code = "tango"', ("event.play-code", "code")),
        ('code = "waltz"', "", ("event.play-no-text", "code")),
        ('title = "A waltz"', 'name = "A waltz"', ("event.play-unknown-key", "en.name")),
        ('title = "A waltz"', 'titel = "A waltz"', ("event.play-no-text", "en.title")),
        ('["editorial"]', "[]", ("event.play-sources", "sources")),
        ("telling = true", "", ("event.play-telling", "sign")),
        (
            '[kind_word]\nfr = "Ce n\'est rien."',
            "[kind_word]",
            ("event.play-no-text", "kind_word.fr"),
        ),
        ('["on danse"]', "[]", ("event.play-no-heard", "heard.fr")),
        ('["on danse"]', '["on (danse"]', ("event.play-phrase", "heard.fr")),
        ("tu = \"Moi, c'est", 'tu = " "\n#', ("event.play-no-text", "network.move 1.phrase 1.tu")),
        ("{me|…}. And", "{them|…}. And", ("event.play-slot", "network.move 1.phrase 1.en")),
        ("And you?", "And you? " * 16, ("event.play-long", "network.move 1.phrase 1.en")),
        ('fr = "Respirez."', "", ("event.play-no-text", "network.move 2.fr")),
        ('fr_why = "on s\'essouffle."', "", ("event.play-no-text", "network.avoid 1.fr_why")),
        ("from = 3", "from = 9", ("event.play-minutes", "network.timing")),
        ("[network.timing]", "[friendship.timing]", ("event.play-timed", "friendship.timing")),
        ("[network.next]", "[network.then]", ("event.play-unknown-key", "network.then")),
        (
            "[network.timing]",
            "[network.next.then]",
            ("event.play-unknown-key", "network.next.then"),
        ),
        ('[fr]\ntitle = "Une valse"', "", ("event.play-no-text", "fr.title")),
        ('since = "2026-11"', 'since = "2026-11"\nfr = 3\n[sfr]', ("event.play-table", "fr")),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old, new, flaw):
    assert old in WHOLE
    if old.startswith("since"):
        without = WHOLE.replace('[fr]\ntitle = "Une valse"\n', "")
        assert flaw in flaws(without.replace(old, new))
    else:
        assert flaw in flaws(WHOLE.replace(old, new, 1))


def test_lists_hold_as_many_as_one_can_keep_in_mind():
    few = WHOLE.replace('[[network.move]]\nfr = "Buvez."\nen = "Drink."\n', "")
    assert ("event.play-count", "network.move") in flaws(few)
    assert ("event.play-several", "sign") in flaws(
        WHOLE.replace("[[sign]]", "[sign]", 1).replace(
            '[[sign]]\ntelling = true\nfr = "À trois temps."\nen = "In three-four time."', ""
        )
    )


def test_a_broken_play_is_refused_with_the_first_thing_wrong():
    with pytest.raises(PlayError) as raised:
        read_play("tango.toml", tomllib.loads(WHOLE))
    assert raised.value.flaw.key == "event.play-code"
