"""The one question an import may ask: in which order a file writes its days."""

import sys

import click

from entregent.cli.face import Face
from entregent.cli.progress import Progress
from entregent.services.ports import AskOrder, DateOrder

_ANSWERS = {"1": DateOrder.DAY_FIRST, "2": DateOrder.MONTH_FIRST}
_TIMES = 3


def asking(face: Face, progress: Progress) -> AskOrder | None:
    """Return what asks in the terminal; None where nobody can answer."""
    if face.as_json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(path: str, example: str) -> DateOrder | None:
        progress.step("")
        for _ in range(_TIMES):
            question = face.say("import.date-order", path=path, example=example)
            click.echo(f"{question} ", nl=False, err=True)
            answer = sys.stdin.readline().strip().rstrip(".")
            if not answer or answer in _ANSWERS:
                return _ANSWERS.get(answer)
        return None

    return ask
