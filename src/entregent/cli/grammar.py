"""How a command is spoken: its options, its help, in the person's language.

A command's help lies in the sentences under `help.<command>`; that of a parameter under
`help.<command>.<parameter>`, or `help.<parameter>` where several commands share it; what stands
for a value under `metavar.<name>`.
"""

from collections.abc import Callable, Sequence
from typing import Any

import click

from entregent.cli.invocation import invocation
from entregent.cli.values import Worded

Answer = Callable[..., int]
"""A command: takes the face and its own values, returns the exit code."""


def option(*names: str, value: str = "", **rest: Any) -> click.Option:  # noqa: ANN401 - click's own
    """Make an option; `value` names what stands for its value in the help."""
    return click.Option(names, metavar=value or None, **rest)


def flag(*names: str) -> click.Option:
    """Make an option that is there or not."""
    return click.Option(names, is_flag=True)


def argument(name: str, value: str = "", **rest: Any) -> click.Argument:  # noqa: ANN401 - the same
    """Make an argument; `value` names it in the help, its own name where there is none."""
    return click.Argument([name], metavar=value or name, **rest)


def spread(*, hidden: bool) -> list[click.Parameter]:
    """Return the global options, which stand before or after any command."""

    def keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value and parameter.name:
            invocation(context).given[parameter.name] = value

    common: dict[str, Any] = {"expose_value": False, "callback": keep, "hidden": hidden}
    return [
        click.Option(["--book"], metavar="book", **common),
        click.Option(["--lang"], type=Worded("lang", ("fr", "en")), **common),
        click.Option(["--today"], metavar="day", **common),
        click.Option(["--json", "as_json"], is_flag=True, **common),
    ]


def write_section(
    formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]
) -> None:
    """Write a heading and aligned rows below it."""
    formatter.write_paragraph()
    formatter.write(f"{title}\n")
    with formatter.indentation():
        formatter.write_dl(rows, col_max=26)


class Page:
    """Writes a command's help."""

    def __init__(self, command: click.Command, context: click.Context) -> None:
        """Take the command and the language of its invocation."""
        self.command = command
        self.context = context
        self.speech = invocation(context).speech

    def usage(self, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [
            self.speech.say("help.options-metavar"),
            *(self.metavar(p) for p in self.command.params if isinstance(p, click.Argument)),
        ]
        if isinstance(self.command, click.Group):
            pieces.append(self.speech.say("metavar.command"))
        prefix = self.speech.say("help.usage") + " "
        formatter.write_usage(self.context.command_path, " ".join(pieces), prefix=prefix)

    def text(self, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.speech.say(f"help.{self.key}"))

    def parameters(self, formatter: click.HelpFormatter) -> None:
        """Write the arguments and options with what they mean."""
        shown = [p for p in self.command.params if not getattr(p, "hidden", False)]
        arguments = [
            (self.metavar(p), self.meaning(p)) for p in shown if isinstance(p, click.Argument)
        ]
        options = [
            (self.spelling(p), self.meaning(p)) for p in shown if isinstance(p, click.Option)
        ]
        options.append(("--help", self.speech.say("help.help")))
        for title, rows in (("help.arguments", arguments), ("help.options", options)):
            if rows:
                write_section(formatter, self.speech.say(title), rows)

    @property
    def key(self) -> str:
        """The command's path without the program's name: `ask`, `record.asked`."""
        path = self.context.command_path.split()[1:]
        return ".".join(path) or "entregent"

    def meaning(self, parameter: click.Parameter) -> str:
        """Return what a parameter means: this command's own sentence or the shared one."""
        own = f"help.{self.key}.{parameter.name}"
        return self.speech.say(own if self.speech.has(own) else f"help.{parameter.name}")

    def spelling(self, parameter: click.Option) -> str:
        """Return an option as one types it, with what stands for its value."""
        names = ", ".join(parameter.opts)
        return names if parameter.is_flag else f"{names} {self.value(parameter)}"

    def value(self, parameter: click.Parameter) -> str:
        """Return what stands for a parameter's value."""
        if isinstance(parameter.type, Worded) and parameter.type.brief:
            return "|".join(parameter.type.words)
        return self.speech.say(f"metavar.{parameter.metavar or parameter.name}")

    def metavar(self, parameter: click.Argument) -> str:
        """Return an argument as the usage line shows it."""
        if isinstance(parameter.type, Worded):
            shown = self.speech.say(f"metavar.{parameter.name}")
        else:
            shown = self.value(parameter)
        shown = shown if parameter.required else f"[{shown}]"
        return shown if parameter.nargs == 1 else f"{shown}…"


class Spoken(click.Command):
    """A command whose help is in the person's language and which takes the global options."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        page = Page(self, ctx)
        page.usage(formatter)
        page.text(formatter)
        page.parameters(formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line, as errors show it."""
        Page(self, ctx).usage(formatter)


class Verb(Spoken):
    """One command."""

    def __init__(self, name: str, params: Sequence[click.Parameter], answer: Answer) -> None:
        """Keep what the command takes and what it does."""
        super().__init__(
            name,
            params=[*params, *spread(hidden=True)],
            callback=answer,
            context_settings={"max_content_width": 80, "allow_extra_args": True},
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; refuse those that have no place, in the person's words."""
        try:
            super().parse_args(ctx, args)
        except click.UsageError as refusal:
            refusal.ctx = refusal.ctx or ctx
            raise
        if ctx.args and not ctx.resilient_parsing:
            words = " ".join(ctx.args)
            ctx.fail(invocation(ctx).speech.say("error.extra-argument", words=words))
        return ctx.args

    def invoke(self, ctx: click.Context) -> int:
        """Run the command with the face it shows itself by."""
        from entregent.cli.face import Face

        if self.callback is None:
            raise TypeError(f"{self.name} does nothing")
        face = Face.of(invocation(ctx))
        result = ctx.invoke(self.callback, face, **ctx.params)
        return result if isinstance(result, int) else 0


def verb(name: str, *params: click.Parameter) -> Callable[[Answer], Verb]:
    """Make a command of a function that takes the face and the values of `params`."""
    return lambda answer: Verb(name, params, answer)


class Verbs(Spoken, click.Group):
    """Commands under one word; the ones it does not know are named with those that are near."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order they were given."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            ctx.fail(self._unknown(ctx, args[0]))
        return args[0], command, args[1:]

    def _unknown(self, ctx: click.Context, word: str) -> str:
        from difflib import get_close_matches

        speech = invocation(ctx).speech
        near = get_close_matches(word, self.list_commands(ctx), n=1)
        if word.startswith("-"):
            return speech.say("error.no-option", option=word)
        if near:
            return speech.say("error.no-command-near", word=word, near=near[0])
        return speech.say("error.no-command", word=word)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help, the commands with their first words."""
        page = Page(self, ctx)
        page.usage(formatter)
        page.text(formatter)
        self.chapters(page, formatter)
        page.parameters(formatter)

    def chapters(self, page: Page, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with the short sentence that says what it does."""
        rows = [
            (name, page.speech.say(f"help.{page.key}.{name}.short"))
            for name in self.list_commands(page.context)
        ]
        write_section(formatter, page.speech.say("help.commands"), rows)


class Room(Verbs):
    """Commands under one word that answers by itself when none of them follows it."""

    def __init__(
        self,
        name: str,
        answer: Answer,
        commands: Sequence[click.Command],
        params: Sequence[click.Parameter] = (),
    ) -> None:
        """Keep what the word alone takes and does, and the commands under it."""
        super().__init__(
            name,
            commands=commands,
            params=[*params, *spread(hidden=True)],
            callback=_alone(answer),
            invoke_without_command=True,
            context_settings={"max_content_width": 80},
        )


def _alone(answer: Answer) -> Callable[..., int]:
    """Give an answer its face, and let it be silent where a command follows the word."""

    def answered(**values: Any) -> int:  # noqa: ANN401 - click's values
        from entregent.cli.face import Face

        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            return 0
        return answer(Face.of(invocation(context)), **values)

    return answered


class Open(Verbs):
    """Commands under one word that need not be named: `give`, `give Léa`, `give done 2`.

    The word alone is said to the command `alone`; what begins with the name of none of them, to
    `otherwise`.
    """

    def __init__(
        self, name: str, commands: Sequence[click.Command], *, alone: str, otherwise: str
    ) -> None:
        """Keep the commands, and the names of those that need not be named."""
        super().__init__(
            name,
            commands=commands,
            params=spread(hidden=True),
            context_settings={"max_content_width": 80},
        )
        self._alone = alone
        self._otherwise = otherwise

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the command that was not named."""
        place = 0
        while place < len(args) and args[place].partition("=")[0] in _GLOBAL:
            place += 2 if "=" not in args[place] and args[place] != "--json" else 1
        word = args[place] if place < len(args) else ""
        if word not in self.commands and word != "--help":
            name = self._otherwise if word else self._alone
            args = [*args[:place], name, *args[place:]]
        return super().parse_args(ctx, args)


_GLOBAL = ("--book", "--lang", "--today", "--json")
