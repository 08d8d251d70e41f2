"""One run of the command line, known to everything that words it."""

from dataclasses import dataclass, field

import click

from entregent.locale.speech import Speech


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of the command line: the language of its help, and the global options given."""

    speech: Speech
    given: dict[str, str] = field(default_factory=dict)


def invocation(context: click.Context) -> Invocation:
    """Return what the root of the command line was started with."""
    found = context.find_root().obj
    if not isinstance(found, Invocation):
        raise TypeError("the command line was started without its invocation")
    return found
