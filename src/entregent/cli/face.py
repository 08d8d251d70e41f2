"""What a command shows itself by: its options, its voice, its sheet of paper."""

import json
import os
import re
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

import click

from entregent import bootstrap
from entregent.cli.invocation import Invocation
from entregent.cli.paper import Paper
from entregent.locale.speech import Speech
from entregent.services.desk import Desk

_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Face:
    """One run of one command."""

    options: bootstrap.Options
    speech: Speech

    @classmethod
    def of(cls, invocation: Invocation) -> "Face":
        """Make the face of an invocation; refuses a wrong day or language."""
        options = bootstrap.options(invocation.given)
        return cls(options, bootstrap.speech(options))

    @property
    def as_json(self) -> bool:
        """Whether the answer is one JSON document."""
        return self.options.as_json

    def desk(
        self, *, writing: bool, trash: Literal["hidden", "seen"] = "hidden"
    ) -> AbstractContextManager[Desk]:
        """Open the book; a reading command on a missing book sees an empty one.

        People in the trash are hidden, unless the command must see the whole book.
        """
        return bootstrap.open_desk(self.options, writing=writing, trash=trash)

    def paper(self) -> Paper:
        """Return a blank sheet."""
        bare = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return Paper(coloured="yes" if sys.stdout.isatty() and not bare else "no")

    def say(self, key: str, **values: object) -> str:
        """Return a sentence in the person's language."""
        return self.speech.say(key, **values)

    def show(self, paper: Paper) -> None:
        """Print a sheet."""
        click.echo(str(paper), color=True)

    def line(self, key: str, **values: object) -> None:
        """Print one sentence, wrapped."""
        paper = self.paper()
        paper.write(self.say(key, **values))
        self.show(paper)

    def give(self, document: object) -> None:
        """Print one JSON document."""
        click.echo(self.json(document))

    def json(self, document: object, *, indent: int | None = 2) -> str:
        """Return a JSON document as the terminal's letters can tell it."""
        encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
        if encoding == "utf8":
            text = json.dumps(document, ensure_ascii=False, indent=indent)
            if _whole(text):
                return text
        return json.dumps(document, indent=indent)

    def note(self, text: str) -> None:
        """Say something beside the answer, on stderr."""
        click.echo(text, err=True)


def _whole(text: str) -> bool:
    """Tell a text from one with half a letter in it, which no file can hold."""
    return text.isascii() or _HALVES.search(text) is None
