"""`event timer` on the command line: at once, in its time, as JSON."""

import pytest

from entregent.cli.face import Face
from entregent.cli.views.event_timer import live
from entregent.coach.timer import Now, Proposal
from entregent.domain.time_of_day import TimeOfDay
from entregent.services.events.timing import Timed


def test_moments_are_told_in_both_languages(run):
    run("event", "new", "Drinks", "--from", "18:30", "--to", "20:00")
    words = ("event", "timer", "--with", "Léa", "--at", "19:00", "--address", "tu")
    french, english = run(*words, "--lang", "fr"), run(*words, "--lang", "en")
    assert french.code == english.code == 0
    assert "Avec Léa, à partir de 19:00 (debout, on circule)" in french.plain
    assert "entre 19:08 et 19:15" in french.plain
    assert "parler avec toi" in french.plain
    assert "between 19:08 and 19:15" in english.plain
    assert "between 19:45 and 19:50" in english.plain


def test_the_document_has_times_and_minutes(run):
    words = ("event", "timer", "--at", "23:55", "--group", "--minutes", "40", "--json")
    told = run(*words).json["timer"]
    assert (told["at"], told["left"], told["with"], told["mode"]) == ("23:55", 40, None, "network")
    first = next(one for one in told["proposals"] if one["code"] == "first-word")
    assert (first["from"], first["to"], first["minutes"]) == ("23:58", "00:03", [3, 8])
    assert told["proposals"][-1]["code"] == "way-home"


def test_friendship_is_said_not_to_be_timed(run):
    heard = run("event", "timer", "--mode", "friendship", "--minutes", "5", "--at", "19:00")
    assert "Nothing is timed here" in heard.plain
    assert "enjoy it" in heard.plain


def test_in_a_group_one_is_told_so(run):
    assert run("event", "timer", "--group", "--at", "19:00").plain.startswith("In a group")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "words", [("--minutes", "soon"), ("--talked", "-3"), ("--at", "25h"), ("--room", "loud")]
)
def test_what_cannot_be_is_said_in_a_sentence(run, lang, words):
    heard = run("event", "timer", *words, "--lang", lang)
    assert (heard.code, heard.out) == (2, "")
    assert words[0] in heard.complaint


def test_an_unknown_event_is_refused(run):
    run("event", "new", "Drinks")
    assert run("event", "timer", "--event", "gala").code == 2


@pytest.fixture
def lived(run, capsys, monkeypatch):
    """Give a function that lives through minutes of one proposal, and what was printed."""
    del run

    def through(minutes, terminal=None):
        from datetime import date

        from entregent.bootstrap import Options, sentences
        from entregent.locale.speech import Speech

        waited = []

        def wait(seconds):
            waited.append(seconds)
            if len(waited) == minutes:
                raise KeyboardInterrupt

        if terminal:
            monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        one = Proposal("water", 2, 4, "Some water.", "a break", "")
        now = Proposal("rest", 0, 0, "Sit down.", "a chair", "Shall we sit?")
        told = Timed(TimeOfDay.parse("19:00"), Now(), "A word.", "standing", (now, one))
        face = Face(Options(), Speech("en", sentences("en"), date(2026, 3, 2)))
        live(face, told, "", wait=wait)
        return waited, capsys.readouterr().out

    return through


def test_each_moment_is_told_in_its_time_until_the_last(lived):
    waited, out = lived(minutes=0)
    assert waited == [60] * 5
    assert out.index("Sit down.") < out.index("between 19:02 and 19:04") < out.index("That is all")
    assert "Ctrl-C" not in out


def test_one_may_stop_at_any_moment(lived):
    waited, out = lived(minutes=1, terminal="yes")
    assert waited == [60]
    assert "Some water." not in out
    assert "19:00. Ctrl-C to stop." in out
    assert out.rstrip().endswith("Have a good evening.")
