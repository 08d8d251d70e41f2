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

from collections.abc import Iterator, Sequence

from entregent.locale.sentences import Span
from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.kinds.presence import excused
from entregent.tact.message import Message
from entregent.tact.rewording import reworded
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

_BEFORE = 3
"""A denial reaches so many words further than its end: "don't (ever try to) pretend"."""


def together(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield for each sentence what its phrases say, alone or together, or with those near.

    What a sentence says only with those near is left out close to what was found before it.
    """
    if message.has(f"{rule.code}.unless-anywhere"):
        return
    reach = rule.options.get("reach", 1)
    last = -reach - 1
    for at, sentence in enumerate(message.sentences):
        span = _within(rule, sentence)
        if span is None and at - last > reach and _beside(rule, message.sentences, at, reach):
            span = Span(sentence.start, sentence.end)
        if span is not None and not excused(rule, message.sentences, at):
            last = at
            yield reworded(rule, message, sentence, span, context)


def _within(rule: Rule, sentence: Sentence) -> Span | None:
    """Return from where to where a sentence's own phrases speak, None where they do not."""
    found = [*counted(rule, sentence, "phrases")]
    for names in rule.options.get("same", ()):
        parts = [list(counted(rule, sentence, name)) for name in names]
        if all(parts):
            found += (span for part in parts for span in part)
    if not found:
        return None
    return Span(min(one.start for one in found), max(one.end for one in found))


def _beside(rule: Rule, sentences: Sequence[Sentence], at: int, reach: int) -> bool:
    return _nearby(rule, sentences, at, reach) or _differ(rule, sentences, at, reach)


def _nearby(rule: Rule, sentences: Sequence[Sentence], at: int, reach: int) -> bool:
    """Tell whether a sentence speaks with those near, or with the next."""
    around = {
        "near": sentences[max(at - reach, 0) : at + reach + 1],
        "next": sentences[at + 1 : at + 2],
    }
    return any(
        any(counted(rule, sentences[at], first)) and all(_in(rule, there, name) for name in others)
        for option, there in around.items()
        for first, *others in rule.options.get(option, ())
    )


def _differ(rule: Rule, sentences: Sequence[Sentence], at: int, reach: int) -> bool:
    """Tell whether a sentence names other figures than those near."""
    around = sentences[max(at - reach, 0) : at + reach + 1]
    return any(
        (here := _figures(rule, sentences[at : at + 1], put))
        and (others := _figures(rule, around, true))
        and here.isdisjoint(others)
        for put, true in rule.options.get("differ", ())
    )


def _in(rule: Rule, sentences: Sequence[Sentence], name: str) -> bool:
    return any(any(counted(rule, sentence, name)) for sentence in sentences)


def _figures(rule: Rule, sentences: Sequence[Sentence], name: str) -> set[str]:
    """Return the last words of what a list finds."""
    return {
        one.text[span.start - one.start : span.end - one.start].split()[-1]
        for one in sentences
        for span in counted(rule, one, name)
    }


def counted(rule: Rule, sentence: Sentence, name: str) -> Iterator[Span]:
    """Yield where a list of a rule stands in a sentence, save what is innocent or denied."""
    hits = sentence.hits.get(f"{rule.code}.{name}", ())
    if not hits:
        return
    innocent = sentence.hits.get(f"{rule.code}.innocent", ())
    denials = (
        sentence.hits.get(f"{rule.code}.denials", ())
        if name in rule.options.get("deniable", ())
        else ()
    )
    for first, after in hits:
        if any(start <= first < end for start, end in innocent):
            continue
        if any(start <= first <= end + _BEFORE for start, end in denials):
            continue
        yield Span(sentence.places[first].start, sentence.places[after - 1].end)
