"""`event pact` through the command line: one screen, two promises, one reminder."""

from typing import Any

import pytest

from entregent.cli.events import pact as pact_command

from .conftest import Run

STORY = """
me "Camille Roux"
person Omar company:Airbus
"""


@pytest.fixture
def evening(run: Run, journal: Any) -> None:
    journal(STORY)
    run("event", "new", "Alumni drinks", "--goal", "un stage en logistique")


@pytest.mark.usefixtures("evening")
def test_one_screen_holds_two_names_and_two_promises(run: Run) -> None:
    said = run("event", "pact", "Chloé", "--they-seek", "Je cherche une graphiste", "--lang", "fr")
    assert said.code == 0
    assert said.plain == (
        "Chloé et Camille "
        "Vous cherchez une graphiste : si je croise la bonne personne, je vous la présente. "
        "Je cherche un stage en logistique : si vous croisez la bonne personne, présentez-la-moi. "
        "Rien de plus : pas de liste, pas de relance."
    )
    assert "Omar" not in said.out
    assert "Airbus" not in said.out
    friendly = run(
        *("event", "pact", "Chloé", "--they-seek", "une graphiste", "--i-seek", ""),
        *("--address", "tu", "--lang", "fr"),
    ).plain
    assert "je te la présente" in friendly
    assert "fais-moi signe" in friendly


@pytest.mark.usefixtures("evening")
def test_reminded_of_once_then_silence(run: Run) -> None:
    run("event", "pact", "Chloé", "--they-seek", "a graphic designer")
    assert "pact" not in run("today").plain
    said = run("today", "--today", "2026-03-03").plain
    assert "Your pact of 2 March with Chloé, who is looking for a graphic designer" in said
    assert "Chloé" not in run("today", "--today", "2026-03-04").plain


@pytest.mark.usefixtures("evening")
def test_a_pact_is_listed_kept_and_let_go(run: Run) -> None:
    run("event", "pact", "Chloé", "--they-seek", "a designer", "--i-seek", "a placement")
    run("event", "pact", "Tom", "--they-seek", "a welder", "--i-seek", "")
    assert "Chloé, 2 March is looking for a designer you are looking" in run("event", "pact").plain
    assert run("event", "pact", "--kept", "Chloé").plain == "The pact with Chloé is kept."
    assert "ends here" in run("event", "pact", "Tom", "--drop").plain
    listed = run("event", "pact", "--list").plain
    assert listed.startswith("No pact at the moment.")
    assert "Kept, or let go" in listed
    states = {one["name"]: one["state"] for one in run("event", "pact", "--json").json["pacts"]}
    assert states == {"Chloé": "done", "Tom": "let-go"}


@pytest.mark.usefixtures("evening")
def test_a_line_about_somebody_met_reminds_of_a_pact_it_answers(run: Run) -> None:
    run("event", "pact", "Chloé", "--they-seek", "un fournisseur de résines", "--lang", "fr")
    said = run("event", "met", "Nora, commerciale résines, lui écrire demain", "--lang", "fr").plain
    assert "Pour votre pacte avec Chloé, qui cherche un fournisseur de résines" in said
    told = run("event", "met", "Tom, résines composites", "--json").json["pacts"]
    assert told == [{"name": "Chloé", "theirs": "un fournisseur de résines"}]
    assert run("event", "met", "Ana, vigneronne", "--json").json["pacts"] == []
    found = run("event", "pact", "--list").plain
    assert "perhaps: “Nora, commerciale résines, lui écrire demain”" in found


def test_a_pact_needs_no_event_and_no_profile(run: Run) -> None:
    told = run("event", "pact", "Chloé", "--they-seek", "a designer", "--json").json["pact"]
    assert (told["event"], told["mine"], told["state"], told["found"]) == (None, "", "open", [])
    assert told["promises"][1].startswith("I’m just here to meet people")


@pytest.mark.usefixtures("evening")
def test_an_event_may_be_named(run: Run) -> None:
    run("event", "new", "Gala", "--on", "2026-03-09")
    words = ("event", "pact", "Chloé", "--they-seek", "a designer", "--json")
    named = run(*words, "--event", "gala").json["pact"]["event"]
    assert named != run(*words).json["pact"]["event"]
    assert run(*words, "--event", "nothing").code == 2


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("Chloé",), "Who is Chloé looking for?"),
        (("--they-seek", "x"), "The other’s name is needed"),
        (("--kept", "Chloé"), "no pact open"),
        (("Chloé", "--address", "toi"), "tu, vous"),
    ],
)
def test_what_is_missing_is_said(run: Run, words: tuple[str, ...], complaint: str) -> None:
    said = run("event", "pact", *words)
    assert said.code == 2
    assert complaint in said.complaint


@pytest.mark.usefixtures("evening")
def test_at_a_terminal_the_questions_are_asked_together(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pact_command, "can_ask", lambda _face: True)
    said = run("event", "pact", "--lang", "fr", stdin="Chloé\nune graphiste\n\n").plain
    assert said.startswith("Votre prénom ? Qui cherchez-vous, ici ? Et moi, je cherche (Entrée")
    assert "Je cherche un stage en logistique" in said
    asked = run("event", "pact", "Tom", "--i-seek", "a job", stdin="a welder\n").plain
    assert asked.startswith("Who are you looking for here? Tom and Camille")
