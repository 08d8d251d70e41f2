"""One key for an answer, or one line, where somebody sits at a terminal; nowhere else."""

import sys
from collections.abc import Collection

import click

from entregent.cli.face import Face


def can_ask(face: Face) -> bool:
    """Tell whether somebody is there to answer: a terminal on both sides, and no JSON asked for."""
    return not face.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def ask_key(question: str, keys: Collection[str]) -> str:
    """Ask for one key among `keys`; any other is none of them, and gives nothing."""
    click.echo(f"{question} ", nl=False)
    try:
        typed = click.getchar().casefold()
    except EOFError:
        typed = ""
    click.echo(typed if typed.isprintable() else "")
    return typed if typed in keys else ""


def ask_line(question: str, otherwise: str = "") -> str:
    """Ask for a line; nothing typed is `otherwise`."""
    click.echo(f"{question} ", nl=False)
    return sys.stdin.readline().strip() or otherwise
