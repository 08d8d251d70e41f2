"""`event coach`: what to do now, by name or in one's own words, on paper and as JSON."""

from pathlib import Path

import pytest

PLAYS = Path(__file__).parents[2] / "src" / "entregent" / "content" / "playbook"


def test_a_situation_is_told_by_its_name(run):
    told = run("event", "coach", "stuck", "--json").json
    assert (told["situation"], told["mode"], told["sure"]) == ("stuck", "network", True)
    assert all(isinstance(sign, str) for sign in told["signs"])
    assert set(told["telling"]) <= set(told["signs"])
    assert {"text", "phrases"} == set(told["moves"][0])
    assert 3 <= len(told["moves"]) <= 6
    assert 2 <= len(told["avoid"]) <= 4
    assert told["timing"]["from"] < told["timing"]["to"]
    assert told["choose"] == []


def test_phrases_are_said_in_the_voice_asked_for(run):
    def said(*words):
        return run("event", "coach", "cut-in", "--lang", "fr", *words).plain

    assert "« Bonsoir, je suis … ; nous parlions justement de… »" in said()
    assert "« Bonsoir ! Moi, c’est … ; on parlait justement de… »" in said("--address", "tu")
    run("edit", "me", "--name", "Inès Roux")
    assert "« Bonsoir, je suis Inès ; nous parlions justement de… »" in said()


def test_friendship_is_not_timed(run):
    told = run("event", "coach", "stuck", "--mode", "friendship", "--json").json
    assert (told["mode"], told["timing"]) == ("friendship", None)


def test_the_mode_is_that_of_the_event_unless_said_otherwise(run):
    run("event", "new", "Picnic", "--mode", "friendship")
    assert run("event", "coach", "stuck", "--json").json["mode"] == "friendship"
    assert (
        run("event", "coach", "stuck", "--event", "picnic", "--json").json["mode"] == "friendship"
    )
    assert run("event", "coach", "stuck", "--mode", "network", "--json").json["mode"] == "network"
    assert run("event", "coach", "stuck", "--event", "fair").code == 2


def test_an_event_long_past_tells_nothing_of_tonight(run):
    run("event", "new", "Picnic", "--mode", "friendship", "--on", "2026-01-05")
    assert run("event", "coach", "stuck", "--json").json["mode"] == "network"


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("fr", "il parle il parle, pas moyen d’en placer une", "monologue"),
        ("en", "can’t get a word in", "monologue"),
        ("en", "I forgot her name", "forgotten-name"),
        ("fr", "j’ai oublié son prénom", "forgotten-name"),
    ],
)
def test_a_situation_is_recognised_in_ones_own_words(run, lang, words, code):
    told = run("event", "coach", words, "--lang", lang, "--json").json
    assert (told["situation"], told["sure"]) == (code, True)


def test_without_words_all_situations_are_shown(run):
    shown = run("event", "coach")
    assert shown.code == 0
    assert "unwanted-attention" in shown.plain
    listed = run("event", "coach", "--json").json["situations"]
    assert [one["situation"] for one in listed[:4]] == [
        "stuck",
        "monologue",
        "small-talk",
        "cut-in",
    ]


def test_what_is_no_situation_gets_the_list_and_says_no(run):
    shown = run("event", "coach", "zorglub")
    assert shown.code == 1
    assert "did not recognise" in shown.plain
    told = run("event", "coach", "zorglub", "--json")
    assert (told.code, told.json["situation"]) == (1, None)
    assert told.json["situations"]


def test_one_move_at_a_time(run):
    shown = run("event", "coach", "stuck", "--live", stdin="\nm\n\n\n\n")
    assert shown.code == 0
    assert "team up" in shown.plain
    assert "I’m really glad we got talking." in shown.plain
    assert "Nothing you have to do" in shown.plain
    stopped = run("event", "coach", "stuck", "--live", stdin="q\n")
    assert stopped.code == 0
    assert "stay in touch" not in stopped.plain


def test_a_play_is_tried(run, tmp_path):
    good = run("event", "coach", "--try", str(PLAYS / "stuck.toml"))
    assert (good.code, "well written" in good.plain) == (0, True)
    bad = tmp_path / "stuck.toml"
    text = (PLAYS / "stuck.toml").read_text(encoding="utf-8")
    bad.write_text(text.replace("telling = true", "").replace("from = 8", "from = 80"))
    told = run("event", "coach", "--try", str(bad), "--json")
    assert told.code == 1
    assert [one["where"] for one in told.json["problems"]] == ["sign", "network.timing"]
    assert "must tell the situation" in run("event", "coach", "--try", str(bad)).plain
    assert run("event", "coach", "--try", str(tmp_path / "none.toml")).code == 2
