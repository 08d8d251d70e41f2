"""Take a forgotten person's name out of what was written about others."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from entregent.domain.asking import Goal, ToTopic
from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.facts import Detail, Encounter, Entry, Fact, Source
from entregent.domain.people import Person
from entregent.domain.reading import Problem
from entregent.domain.text import tokens
from entregent.domain.words import Said

_GAP = "…"
_FREE = ("text", "because", "since")
_FREE_DETAILS = frozenset(
    {Said.NOTE, Said.OTHER, Said.PROJECT, Said.CLIENT, Said.TOPIC, Said.ADVICE}
)
_DIGITS_OF_A_PHONE = 6
_DIGITS_OF_A_LINE = 8
_SPACING = r"[\s.()/-]*"

Redact = Callable[[str], str]
"""Returns a text with every mention replaced by an ellipsis."""


def redaction(person: Person, others: Iterable[Person]) -> Redact:
    """Return what takes out each mention of `person`: names, e-mail addresses, phone numbers.

    Only whole words count. A name that is a single word is left where somebody else bears it too.
    """
    borne = {token for other in others for name in other.names for token in tokens(name)}
    names = [
        name
        for name in (person.name, *person.names)
        if len(tokens(name)) > 1 or not set(tokens(name)) <= borne
    ]
    patterns = [re.escape(words.strip()) for words in (*names, *person.emails) if words.strip("? ")]
    patterns += [_phone(number) for number in person.phones]
    wanted = sorted(filter(None, patterns), key=len, reverse=True)
    if not wanted:
        return lambda text: text
    mention = re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", re.IGNORECASE)
    return lambda text: mention.sub(_GAP, text)


def _phone(number: str) -> str:
    """Return a pattern for a number however it is spaced, with or without its country's prefix."""
    digits = [char for char in number if char.isdecimal()]
    if len(digits) < _DIGITS_OF_A_PHONE:
        return ""
    prefix = rf"\+?(?:\d{_SPACING}){{0,5}}" if len(digits) >= _DIGITS_OF_A_LINE else ""
    return prefix + _SPACING.join(digits[-_DIGITS_OF_A_LINE:])


def redact_entry(entry: Entry, redact: Redact) -> Entry:
    """Return the entry without mentions in its free words; names and employers are untouched."""
    extra = {redact(name): redact(value) for name, value in entry.extra.items()}
    source = redact_source(entry.source, redact)
    return replace(entry, fact=_redact_fact(entry.fact, redact), source=source, extra=extra)


def _redact_fact(fact: Fact, redact: Redact) -> Fact:
    changed = {name: redact(words) for name in _FREE if (words := getattr(fact, name, ""))}
    if isinstance(fact, Detail) and fact.said in _FREE_DETAILS:
        changed["value"] = redact(fact.value)
    return replace(fact, **changed) if changed else fact  # type: ignore[arg-type]  # by name


def redact_source(source: Source, redact: Redact) -> Source:
    """Return the source without mentions in the file's or the record's name."""
    return replace(source, file=redact(source.file), record=redact(source.record))


def redact_encounter(met: Encounter, redact: Redact) -> Encounter:
    """Return the encounter without mentions in its place, note and key."""
    return replace(met, where=redact(met.where), note=redact(met.note), key=redact(met.key))


def redact_goal(goal: Goal, redact: Redact) -> Goal:
    """Return the goal without mentions in its words."""
    target = goal.target
    if isinstance(target, ToTopic):
        target = ToTopic(redact(target.words))
    return replace(goal, target=target, purpose=redact(goal.purpose))


def redact_batch(line: BatchLine, redact: Redact) -> BatchLine:
    """Return the batch without mentions in its title, its files' names and their problems.

    What a file held is forgotten too: it says something else now than it did then.
    """
    files = tuple(_redact_report(report, redact) for report in line.files)
    return replace(line, title=redact(line.title), files=files)


def _redact_report(report: FileReport, redact: Redact) -> FileReport:
    problems = tuple(
        Problem(
            redact(problem.where),
            problem.what,
            {name: redact(value) for name, value in problem.details.items()},
        )
        for problem in report.problems
    )
    mark = "" if report.mark.startswith("bytes:") else report.mark
    return replace(report, path=redact(report.path), problems=problems, mark=mark)
