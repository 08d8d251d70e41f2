"""In a terminal an import asks in which order a file writes its days; elsewhere it does not."""

import io
from collections.abc import Callable

import pytest

from entregent import bootstrap
from entregent.cli.dates import asking
from entregent.cli.face import Face
from entregent.cli.progress import Progress
from entregent.services.ports import AskOrder, DateOrder

Terminal = Callable[[str, str], AskOrder | None]


class Typed(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    def open_(typed: str, json: str = "") -> AskOrder | None:
        monkeypatch.setattr("sys.stdin", Typed(typed))
        monkeypatch.setattr("sys.stderr", Typed())
        options = bootstrap.Options(lang="en", as_json=bool(json))
        face = Face(options, bootstrap.speech(options))
        return asking(face, Progress(face))

    return open_


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("1\n", DateOrder.DAY_FIRST),
        ("month\n2.\n", DateOrder.MONTH_FIRST),
        ("\n", None),
        ("", None),
        ("a\nb\nc\n1\n", None),
    ],
)
def test_the_answer_is_one_or_two(terminal: Terminal, typed: str, order: DateOrder | None) -> None:
    ask = terminal(typed, "")
    assert ask is not None
    assert ask("chat.txt", "03/02/2024") == order


def test_nobody_is_asked_for_json(terminal: Terminal) -> None:
    assert terminal("1\n", "yes") is None


def test_nobody_is_asked_outside_a_terminal(
    monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    terminal("", "")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    options = bootstrap.Options(lang="en")
    face = Face(options, bootstrap.speech(options))
    assert asking(face, Progress(face)) is None
