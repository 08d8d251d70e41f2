"""Checking a message: text, context and rules → remarks."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from entregent.locale.languages import Language
from entregent.locale.source_text import SourceText, source_text
from entregent.tact.context import Context
from entregent.tact.finding import Checked, Finding
from entregent.tact.hit import Hit
from entregent.tact.kinds import KINDS
from entregent.tact.lexicon import Lexicon
from entregent.tact.reading import read_message
from entregent.tact.rule import Rule

LONGEST = 200_000
"""So many characters are read at most; a longer text is no message."""


class TextError(ValueError):
    """A text is no message: `why` is `long` or `binary`."""

    def __init__(self, why: str) -> None:
        """Say why."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Rules:
    """Rules with the lexicon gathered from them; `gather` makes it."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon


def check(
    text: str,
    context: Context,
    rules: Rules,
    fallback: Language = "fr",
    spoken: Language | None = None,
) -> Checked:
    """Return the remarks on a message, in the order of the text.

    `fallback` is its language where the words do not say; `spoken` the language the remarks are
    said in, the message's own where there is none. Raises TextError on what is no message: too
    long, or with bytes that no text has.
    """
    if len(text) > LONGEST:
        raise TextError("long")
    if "\0" in text:
        raise TextError("binary")
    source = source_text(text)
    message = read_message(source.text, rules.lexicon, fallback)
    heard = {
        rule.code: (rule, tuple(KINDS[rule.kind].look(rule, message, context)))
        for rule in rules.rules
        if _concerns(rule, context)
    }
    found = [
        _finding(rule, hit, source, text, spoken or message.language)
        for rule, hits in heard.values()
        if _speaks(rule.code, heard)
        for hit in hits
    ]
    found.sort(key=lambda one: (one.start, one.end, one.code))
    return Checked(message.language, tuple(found))


def _concerns(rule: Rule, context: Context) -> bool:
    """Tell whether a rule is for this purpose, or may be: what is unknown is left to its kind."""
    return not rule.moments or context.purpose is None or context.purpose in rule.moments


def _speaks(code: str, heard: Mapping[str, tuple[Rule, tuple[Hit, ...]]]) -> bool:
    """Tell whether a rule has something to say, and none that it yields to has."""
    rule, hits = heard.get(code, (None, ()))
    return rule is not None and bool(hits) and not any(_speaks(one, heard) for one in rule.yields)


def _finding(rule: Rule, hit: Hit, source: SourceText, given: str, spoken: Language) -> Finding:
    start, end = source.given(hit.start, hit.end)
    return Finding(
        code=rule.code,
        name=rule.name,
        level=hit.level or rule.level,
        start=start,
        end=end,
        quote=given[start:end],
        message=rule.told[spoken].message,
        better=hit.better if _stands(hit, source, given[start:end]) else None,
    )


def _stands(hit: Hit, source: SourceText, quote: str) -> bool:
    """Tell whether the words found stand in the text given as they were read, without marks."""
    read = source.text[hit.start : hit.end]
    return not source.origin or unicodedata.normalize("NFC", quote) == read


def sure(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings whose better wordings can be put in together, in the order of the text.

    Those of one rule go in all or none: half of a message said anew is a mixture. Where two rules
    would change the same words, the one with more to change goes first.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.better is not None:
            by_rule.setdefault(finding.code, []).append(finding)
    kept: list[Finding] = []
    for group in sorted(by_rule.values(), key=lambda group: (-len(group), group[0].start)):
        apart = all(one.end <= other.start for one, other in pairwise(group))
        if apart and not any(_overlap(one, other) for one in group for other in kept):
            kept += group
    yield from sorted(kept, key=lambda one: one.start)


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def mended(text: str, findings: Sequence[Finding]) -> str:
    """Return a text with the better wordings put in; the rest is as it was."""
    said: list[str] = []
    at = 0
    for finding in sure(findings):
        said += (text[at : finding.start], finding.better or "")
        at = finding.end
    return "".join((*said, text[at:]))
