"""What a rule's lists find in one sentence; the kinds share it.

`phrases` speak alone. Those of `beside` speak only where one of `with` stands in the same
sentence, those of `beside-2` likewise with `with-2`.
"""

from collections.abc import Iterator

from entregent.locale.sentences import Span
from entregent.tact.message import Message
from entregent.tact.sentence import Sentence

PAIRS = (("beside", "with"), ("beside-2", "with-2"))
LISTS = frozenset({"phrases", *(name for pair in PAIRS for name in pair)})


def spoken(code: str, sentence: Sentence) -> Iterator[Span]:
    """Yield where the phrases of the rule of that code stand in a sentence."""
    yield from sentence.spans(f"{code}.phrases")
    for beside, company in PAIRS:
        if sentence.has(f"{code}.{company}"):
            yield from sentence.spans(f"{code}.{beside}")


def stands(code: str, message: Message) -> bool:
    """Tell whether they stand anywhere in a message, in a sentence without any of `not`."""
    return any(
        not sentence.has(f"{code}.not") and any(spoken(code, sentence))
        for sentence in message.sentences
    )
