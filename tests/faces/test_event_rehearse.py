"""`event rehearse` on the command line: the scenes, one of them played, as text and as JSON."""

from importlib.resources import files

import pytest

from entregent.cli.events import rehearse


def test_without_a_situation_all_scenes_are_listed(run):
    english, french = run("event", "rehearse"), run("event", "rehearse", "--lang", "fr")
    assert "The pot plant (professional ties)" in english.plain
    assert "La plante verte (liens professionnels)" in french.plain
    told = run("event", "rehearse", "--mode", "friendship", "--json").json["rehearsals"]
    assert {one["mode"] for one in told} == {"friendship"}


def test_a_scene_is_played_by_its_choices(run):
    begun = run("event", "rehearse", "stuck").plain
    assert "1 “Nor do I" in begun
    assert "event rehearse stuck --scene 1 --choices 1" in begun
    ended = run("event", "rehearse", "stuck", "--choices", "2,2,1").plain
    assert "→ “Let’s go to the bar together first." in ended
    assert "Another way it could have gone" in ended


def test_the_document_holds_the_whole_scene_and_where_one_stands(run):
    told = run("event", "rehearse", "stuck", "--choices", "2,2", "--json").json
    assert (told["situation"], told["scene"], told["mode"]) == ("stuck", 1, "network")
    assert [one["choice"]["said"] for one in told["passed"]] == [True, True]
    assert told["now"]["name"] == "together"
    assert told["end"] is None
    ended = run("event", "rehearse", "stuck", "--choices", "2,2,2", "--json").json
    assert ended["now"] is None
    assert ended["end"] in told["ends"]


def test_both_languages_tell_the_same_tree(run):
    for scene in ("1", "2", "3"):
        words = ("event", "rehearse", "monologue", "--scene", scene, "--json")
        french, english = (run(*words, "--lang", lang).json for lang in ("fr", "en"))
        shape = [[[c["to"] for c in t["choices"]] for t in x["turns"]] for x in (french, english)]
        assert shape[0] == shape[1]
        assert french["title"] != english["title"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("waltz",), 1, "There is no scene for that yet"),
        (("stuck", "--scene", "9"), 2, "no scene 9"),
        (("stuck", "--choices", "4"), 2, "Choice 1 cannot be 4: there are choices 1 to 3."),
        (("stuck", "--choices", "1,x"), 2, "type it as 1,2,1"),
        (("stuck", "--choices", "2,2,1,1"), 2, "The scene is over before choice 4."),
    ],
)
def test_what_cannot_be_played_is_said(run, words, code, said):
    heard = run("event", "rehearse", *words)
    assert heard.code == code
    assert said in heard.plain + heard.complaint


def test_at_a_terminal_a_scene_is_played_key_by_key(run, monkeypatch):
    monkeypatch.setattr(rehearse, "can_ask", lambda _: True)
    monkeypatch.setattr(rehearse, "ask_key", _from(iter("x221")))
    heard = run("event", "rehearse", "stuck")
    assert heard.code == 0
    assert "Another way it could have gone" in heard.plain


def _from(keys):
    def ask(_, known):
        key = next(keys, "")
        return key if key in known else ""

    return ask


@pytest.mark.parametrize("keys", ["q", "xyz", "1xyz"])
def test_one_may_stop_at_any_time(run, monkeypatch, keys):
    monkeypatch.setattr(rehearse, "can_ask", lambda _: True)
    monkeypatch.setattr(rehearse, "ask_key", _from(iter(keys)))
    heard = run("event", "rehearse", "cut-in")
    assert heard.code == 0
    assert heard.plain.endswith("The scene will be here whenever you like.")


def test_an_interrupted_scene_ends_kindly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(rehearse, "can_ask", lambda _: True)
    monkeypatch.setattr(rehearse, "ask_key", interrupted)
    heard = run("event", "rehearse", "cut-in")
    assert heard.code == 0
    assert "Let’s stop there." in heard.plain


def test_a_scene_one_writes_is_tried(run, tmp_path):
    file = tmp_path / "waltz-1.toml"
    file.write_text('situation = "waltz"\nturns = 3\n', encoding="utf-8")
    heard = run("event", "rehearse", "--try", str(file))
    assert heard.code == 1
    assert "waltz-1.toml, “turn”: there must be 3 to 12." in heard.plain
    assert run("event", "rehearse", "--try", str(file), "--json").json["code"] is None


def test_a_scene_well_written_is_told_so(run):
    shipped = files("entregent.content") / "rehearsals" / "stuck-1.toml"
    assert "“stuck-1” is well written" in run("event", "rehearse", "--try", str(shipped)).plain
