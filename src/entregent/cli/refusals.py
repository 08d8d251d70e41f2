"""What click refuses, said in the person's words."""

import click

from entregent.cli.grammar import Page
from entregent.locale.speech import Speech


def worded(refusal: click.ClickException, speech: Speech) -> str:
    """Return the sentence for a refusal of the command line."""
    match refusal:
        case click.NoSuchOption(option_name=name, possibilities=near):
            if near:
                return speech.say("error.no-option-near", option=name, near=near[0])
            return speech.say("error.no-option", option=name)
        case click.MissingParameter(
            param=click.Parameter() as parameter, ctx=click.Context() as at
        ):
            return speech.say("error.missing", name=_name(parameter, at))
        case click.BadParameter(param=click.Parameter() as parameter, ctx=click.Context() as at):
            name = _name(parameter, at)
            return speech.say("error.bad-value", name=name, why=refusal.message)
        case click.BadOptionUsage(option_name=name):
            return speech.say(_misused(refusal), option=name)
        case _:
            return refusal.format_message()


def _misused(refusal: click.BadOptionUsage) -> str:
    context = refusal.ctx
    parameters = context.command.params if context else []
    for parameter in parameters:
        if isinstance(parameter, click.Option) and refusal.option_name in parameter.opts:
            return "error.option-alone" if parameter.is_flag else "error.option-value"
    return "error.option-value"


def _name(parameter: click.Parameter, context: click.Context) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    if isinstance(parameter, click.Argument):
        return Page(context.command, context).metavar(parameter).strip("[]…")
    return parameter.name or ""


def refused(refusal: click.ClickException, speech: Speech) -> list[str]:
    """Return the sentence for a refusal, and where to read more."""
    context = getattr(refusal, "ctx", None)
    if context is None:
        return [worded(refusal, speech)]
    more = speech.say("error.see-help", command=context.command_path)
    return [worded(refusal, speech), more]
