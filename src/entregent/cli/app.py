"""The command line itself: which commands there are, its language, its exit codes.

Commands are imported when they are called, so that the help starts fast.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from entregent import bootstrap
from entregent.cli.grammar import Page, Verbs, spread, write_section
from entregent.cli.invocation import Invocation
from entregent.locale.speech import Speech
from entregent.services.ports import BookError

CHAPTERS: dict[str, tuple[str, ...]] = {
    "ask": ("ask", "draft", "plan", "reach", "done", "today"),
    "check": ("check", "rules"),
    "meet": ("event",),
    "give": ("give", "inbox", "introduce", "lead", "rhythm"),
    "remember": ("record", "ledger", "need", "offer", "busy", "boundary"),
    "people": (
        *("people", "show", "company", "add", "edit", "merge", "tie", "me", "what-i-do"),
        *("leave-out", "discreet", "trash"),
    ),
    "together": ("pool", "match"),
    "book": (
        *("import", "undo", "imports", "export", "backup", "restore", "forget", "doctor"),
        *("settings", "demo"),
    ),
}
"""The commands under the headings that the help shows them by."""

NO = 1
"""Exit code: the answer is no."""
USAGE = 2
"""Exit code: wrong usage or unreadable input."""
INTERRUPTED = 130
"""Exit code: the person stopped it, as shells count it (128 + SIGINT)."""


_ANSWERS = frozenset(
    {
        *("draft.nobody", "draft.never", "draft.no-way"),
        *("introduce.barred-boundary", "introduce.barred-boundary-until"),
        *("introduce.barred-left-out", "introduce.barred-was-uncomfortable"),
        "introduce.nothing-to-write",
        *("event.card-nameless", "event.card-long"),
    }
)
"""Refusals that are an answer to a question well put."""


class Entregent(Verbs):
    """The program."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return [name for names in CHAPTERS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is called for; None when there is no such one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"entregent.cli.commands.{cmd_name.replace('-', '_')}_command")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is no command")
        return command

    def chapters(self, page: Page, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings."""
        for chapter, names in CHAPTERS.items():
            rows = [(name, page.speech.say(f"help.{name}.short")) for name in names]
            rows = [(name.ljust(10), text) for name, text in rows]
            write_section(formatter, page.speech.say(f"help.chapter.{chapter}"), rows)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> NoReturn:
        """Run, and leave with 0, 1 or 2; whatever happens is said in a sentence."""
        words = list(sys.argv[1:] if args is None else args)
        _speakable()
        speech = bootstrap.help_speech(words)
        invocation = Invocation(speech)
        extra.pop("standalone_mode", None)
        try:
            with bootstrap.gathering():
                code = super().main(
                    words or ["--help"],
                    prog_name or "entregent",
                    standalone_mode=False,
                    obj=invocation,
                    **extra,
                )
            sys.stdout.flush()
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_quietly()
            sys.exit(0)
        except Exception as error:  # noqa: BLE001 - the last resort: never a traceback
            sys.exit(_refuse(error, invocation))
        sys.exit(code if isinstance(code, int) else 0)


def _refuse(error: Exception, invocation: Invocation) -> int:
    """Say on stderr what went wrong; details of the unexpected only when asked for."""
    code = USAGE
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return code
    if isinstance(error, click.ClickException):
        from entregent.cli.refusals import refused

        lines = refused(error, invocation.speech)
    elif isinstance(error, BookError):
        from entregent.locale.wording import error_sentence

        lines = [error_sentence(_dated(invocation), error.key, error.details)]
        code = NO if error.key in _ANSWERS else USAGE
    else:
        if os.environ.get("ENTREGENT_DEBUG"):
            import traceback

            traceback.print_exception(error)
        what = f"{type(error).__name__}: {error}"
        lines = [invocation.speech.say("error.unexpected", what=what)]
    _complain(lines)
    return code


def _dated(invocation: Invocation) -> Speech:
    """Return the voice that knows what day it is, where that could be read."""
    try:
        return bootstrap.speech(bootstrap.options(invocation.given))
    except BookError:
        return invocation.speech


def _complain(lines: Sequence[str]) -> None:
    from entregent.cli.paper import Paper

    paper = Paper()
    for line in lines:
        paper.letter(line, indent=0)
    click.echo(str(paper), err=True)


def _speakable() -> None:
    """Let a terminal that lacks a letter show a stand-in for it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _close_quietly() -> None:
    """Keep Python from complaining about a reader that went away."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end


entregent = Entregent(
    "entregent",
    params=spread(hidden=False),
    context_settings={"max_content_width": 80},
    no_args_is_help=False,
)
