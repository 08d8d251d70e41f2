"""Phrases that say something only together.

`phrases` speak alone. Of the others, the options name sets: `same` those that speak when all
stand in one sentence; `near` those of which the first stands in the sentence, and the others in
it or at most `reach` sentences away (1 where nothing is said); `next` those of which the first
stands in the sentence, and the others in the one after it; `differ` two lists whose phrases end
with a figure, which speak like `near` where no figure of the one is a figure of the other.

What begins inside a phrase of `innocent` does not count, nor one of the lists named in `deniable`
right after a phrase of `denials`. Nothing speaks where one of `unless` stands in the sentence,
`unless-near` in it or in one next to it, `unless-anywhere` in the message.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from entregent.locale.sentences import Span
from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.kinds.presence import excused
from entregent.tact.message import Message
from entregent.tact.rewording import reworded
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

Counted: TypeAlias = Mapping[str, Sequence[Span]]
"""Where which lists of a rule stand in a sentence; a list that stands nowhere is not there."""

_BEFORE = 3
"""A denial reaches so many words further than its end: "don't (ever try to) pretend"."""


def together(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield for each sentence what its phrases say, alone or together, or with those near.

    What a sentence says only with those near is left out close to what was found before it.
    """
    if rule.code not in message.heard_of or message.has(f"{rule.code}.unless-anywhere"):
        return
    held = [_counted(rule, sentence) for sentence in message.sentences]
    reach = rule.options.get("reach", 1)
    last = -reach - 1
    for at, sentence in enumerate(message.sentences):
        span = _within(rule, held[at])
        if span is None and at - last > reach and _beside(rule, message, held, at):
            span = Span(sentence.start, sentence.end)
        if span is not None and not excused(rule, message.sentences, at):
            last = at
            yield reworded(rule, message, sentence, span, context)


def _counted(rule: Rule, sentence: Sentence) -> Counted:
    """Return where the rule's lists stand in a sentence, save what is innocent or denied."""
    prefix = f"{rule.code}."
    innocent = sentence.hits.get(f"{prefix}innocent", ())
    denials = sentence.hits.get(f"{prefix}denials", ())
    deniable = rule.options.get("deniable", ())
    counted: dict[str, list[Span]] = {}
    for listed, hits in sentence.hits.items():
        if not listed.startswith(prefix):
            continue
        name = listed.removeprefix(prefix)
        denied = denials if name in deniable else ()
        for first, after in hits:
            if any(start <= first < end for start, end in innocent):
                continue
            if any(start <= first <= end + _BEFORE for start, end in denied):
                continue
            place = Span(sentence.places[first].start, sentence.places[after - 1].end)
            counted.setdefault(name, []).append(place)
    return counted


def _within(rule: Rule, held: Counted) -> Span | None:
    """Return from where to where a sentence's own phrases speak, None where they do not."""
    if not held:
        return None
    found = [*held.get("phrases", ())]
    for names in rule.options.get("same", ()):
        if all(name in held for name in names):
            found += (span for name in names for span in held[name])
    if not found:
        return None
    return Span(min(one.start for one in found), max(one.end for one in found))


def _beside(rule: Rule, message: Message, held: Sequence[Counted], at: int) -> bool:
    if not held[at]:
        return False
    reach = rule.options.get("reach", 1)
    near = held[max(at - reach, 0) : at + reach + 1]
    return _nearby(rule, held[at], near, held[at + 1 : at + 2]) or _differ(
        rule, message.own, held[at], near
    )


def _nearby(
    rule: Rule, here: Counted, near: Sequence[Counted], following: Sequence[Counted]
) -> bool:
    """Tell whether a sentence speaks with those near, or with the next."""
    around = {
        "near": frozenset[str]().union(*near),
        "next": frozenset[str]().union(*following),
    }
    return any(
        first in here and there.issuperset(others)
        for option, there in around.items()
        for first, *others in rule.options.get(option, ())
    )


def _differ(rule: Rule, text: str, here: Counted, near: Sequence[Counted]) -> bool:
    """Tell whether a sentence names other figures than those near."""
    return any(
        (put := _figures(text, [here], named))
        and (true := _figures(text, near, others))
        and put.isdisjoint(true)
        for named, others in rule.options.get("differ", ())
    )


def _figures(text: str, held: Sequence[Counted], name: str) -> set[str]:
    """Return the last words of what a list finds."""
    return {
        text[span.start : span.end].rsplit(maxsplit=1)[-1]
        for one in held
        for span in one.get(name, ())
    }
