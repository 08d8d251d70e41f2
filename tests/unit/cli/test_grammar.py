"""A word with commands under it that also answers by itself."""

from datetime import date

import click
import pytest
from click.testing import CliRunner

from entregent.cli.grammar import Room, Verb, argument, flag
from entregent.cli.invocation import Invocation
from entregent.locale.speech import Speech


@pytest.fixture
def say():
    """Give the word `room`, which has one command, `add`; returns exit code and text."""

    def alone(face, *, far):
        click.echo(f"alone {far} {face.as_json}")
        return 1

    def add(face, name):
        click.echo(f"add {name} {face.as_json}")
        return 0

    room = Room("room", alone, [Verb("add", [argument("name")], add)], [flag("--far")])
    said = Invocation(Speech("en", {"error.missing": "Missing {name}."}, date(2026, 3, 2)))

    def run(*words):
        result = CliRunner().invoke(room, list(words), obj=said, standalone_mode=False)
        return result.return_value, result.stdout.strip()

    return run


def test_the_word_alone_answers_and_its_code_is_kept(say):
    assert say() == (1, "alone False False")
    assert say("--far", "--json") == (1, "alone True True")


def test_a_command_under_it_answers_in_its_place(say):
    assert say("add", "Léa") == (0, "add Léa False")
    assert say("--json", "add", "Léa") == (0, "add Léa True")
