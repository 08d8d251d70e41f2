"""`what-i-do` on the command line, in both languages."""

import pytest


def test_it_is_said_in_both_languages_from_the_profile(run):
    run(
        "me",
        "Nadia Benali",
        "--title",
        "Buyer",
        "--company",
        "Veolia",
        "--project",
        "le réemploi de la matière",
    )
    run("me", "--project", "the reuse of old pumps", "--topic", "water")
    run("offer", "me", "a look at your tender")

    english = run("--lang", "en", "what-i-do")
    french = run("--lang", "fr", "what-i-do", "--address", "tu")

    assert english.code == french.code == 0
    assert "buyer at Veolia" in english.plain or "at Veolia, as a buyer" in english.plain
    assert "the reuse of old pumps" in english.plain
    assert "written in French" in english.plain
    assert "réemploi" in french.plain
    assert "Et toi" in french.plain
    assert "a piece of advice" in english.plain


def test_one_answer_alone_and_as_json(run):
    run("me", "Nadia Benali", "--title", "Buyer")

    heard = run("what-i-do", "--audience", "social", "--seconds", "30", "--json")

    assert heard.code == 0
    (answer,) = heard.json["answers"]
    assert (answer["audience"], answer["seconds"]) == ("social", 30)
    assert "buyer" in answer["text"]
    assert heard.json["missing"] == ["company", "project", "client", "topic", "advice", "offer"]


def test_an_empty_profile_says_what_to_do_and_a_wrong_length_is_refused(run):
    assert run("what-i-do").code == 1
    assert "me --title" in run("what-i-do").plain
    assert run("what-i-do", "--json").json["answers"] == []
    assert run("what-i-do", "--seconds", "45").code == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_need_is_not_said_aloud_while_the_search_is_discreet(run, lang):
    run("me", "Nadia Benali", "--title", "Buyer", "--from", "2020-01", "--company", "Veolia")
    run("me", "--title", "Clerk", "--company", "Suez", "--from", "2015-01", "--to", "2019-12")
    run(
        "need", "me", "un local plus clair pour la suite" if lang == "fr" else "a room in the south"
    )
    said = run("--lang", lang, "what-i-do").plain
    run("discreet", "--company", "Veolia")

    hushed = run("--lang", lang, "what-i-do").plain

    word = "local" if lang == "fr" else "room in the south"
    assert word in said
    assert word not in hushed
    assert "Suez" in said
