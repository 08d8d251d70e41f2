"""A template's field that was left as it was: `[Nom]`, `{{first_name}}`, `at XXX`, `Lorem ipsum`.

Marks that only templates have (`{{…}}`, `${…}`, `%…%`, `*|…|*`) are enough by themselves. Square,
angle and curly brackets tell a field where they hold one of `fields`, or nothing; round ones where
they hold one of `round`. A blank is one after one of `leads` (`XXX`, `____`) or of `titles` (a
row of dots), capitals joined by `_` one of `fields`. `phrases` are dummy words. `lists` hold an
innocent "TODO". Code, links, what others wrote, and a few quoted words are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from entregent.locale.languages import LANGUAGES
from entregent.locale.letter import Part, Stretch
from entregent.locale.phrasebook import Phrasebook, words_of
from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule

_FIELD = re.compile(
    r"(?P<sure>\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\*\|[^|\n]{1,60}\|\*|<<[^\s<>][^<>\n]{0,60}>>"
    r"|(?<!\w)%%?[^\W\d]\w{1,40}%%?|(?<![\w$])\$[^\W\d]\w{2,40}\$(?!\w)"
    r"|(?<!\w)__[A-ZÀ-Þ][A-ZÀ-Þ_ ]{1,40}__(?!\w))"
    r"|(?P<named>(?<![\w`\])])\[[^\[\]\n]{1,80}\](?![(\[:])|(?<![\w<])<[^<>@/\n]{1,60}>"
    r"|(?<![\w{$])\{[^{}\n]{1,60}\}|(?<!\w)__[^\W\d][\w ]{1,40}__(?!\w))"
    r"|(?P<capitals>(?<![\w/])[A-ZÀ-Þ]{3,20}(?:_[A-ZÀ-Þ]{2,20}){1,3}(?![\w/]))"
    r"|(?P<round>\([^()\n]{3,80}\))"
    r"|(?P<blank>(?<!\w)(?:XX|[Xx]{3,12}|_{3,40}|\.{5,40}|…{2,40})(?!\w))"
    r"|(?P<todo>(?<![\w#-])TODO(?![\w.-]))"
)
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]{1,300}`|https?://\S+", re.DOTALL)
_EMPTY = re.compile(r"(?:\.{2,}|…+|_{2,}|X|[xX]{2,}|\?{2,}|-{2,})")
_BULLETS = frozenset("-*+•")
"""What stands before a box to tick."""
_SURE = 3
"""So many letters X are no initials."""
_BEFORE = 40
_A_FEW = 8


def placeholder(rule: Rule, message: Message, _context: Context) -> Iterator[Hit]:
    """Yield every field of a message that nobody filled in."""
    fields = list(_fields(rule, message))
    yield from fields
    for sentence in message.sentences:
        for span in sentence.spans(f"{rule.code}.phrases"):
            if not any(field.start < span.end and span.start < field.end for field in fields):
                yield Hit(span.start, span.end)


def _fields(rule: Rule, message: Message) -> Iterator[Hit]:
    left = _left_alone(message)
    starts = [start for start, _ in left]
    for found in _FIELD.finditer(message.text):
        at = bisect_right(starts, found.start()) - 1
        within = at >= 0 and found.start() < left[at][1]
        if not within and _is_field(rule, message, found):
            yield Hit(found.start(), found.end())


def _left_alone(message: Message) -> list[tuple[int, int]]:
    """Return, in order and apart from one another, the stretches where nothing is a field."""
    found = [(code.start(), code.end()) for code in _CODE.finditer(message.text)]
    found.extend(
        (part.start, part.end)
        for part in message.aside
        if part.part is Part.REPLY or (part.part is Part.QUOTED and _told(message, part))
    )
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _told(message: Message, part: Stretch) -> bool:
    """Tell whether a few quoted words only tell of a field; one that is all of them was left."""
    said = message.text[part.start + 1 : part.end - 1].strip()
    return len(words_of(said)) < _A_FEW and not _FIELD.fullmatch(said)


def _is_field(rule: Rule, message: Message, found: re.Match[str]) -> bool:
    said = found[0]
    match found.lastgroup:
        case "named":
            before = _line(message, found.start(), found.start()).strip()
            is_field = before not in _BULLETS and (
                _EMPTY.fullmatch(said[1:-1].strip()) is not None
                or _names(rule, said[1:-1], "fields")
            )
        case "capitals":
            is_field = _names(rule, said, "fields")
        case "round":
            is_field = _names(rule, said, "round")
        case "blank":
            unsure = said[0] in ".…" or len(said) < _SURE
            before = _line(message, found.start(), found.start())
            is_field = _names(rule, before, "titles" if unsure else "leads")
        case "todo":
            around = _line(message, found.start(), found.end() + _BEFORE)
            is_field = not _names(rule, around, "lists")
        case _:
            is_field = True
    return is_field


def _line(message: Message, at: int, end: int) -> str:
    """Return what stands on the same line shortly before `at`, up to `end`."""
    begins = message.text.rfind("\n", 0, at) + 1
    return message.text[max(begins, at - _BEFORE) : end]


def _names(rule: Rule, text: str, name: str) -> bool:
    phrases = tuple(rule.told[language].lists[name] for language in LANGUAGES)
    return bool(_book(phrases).find([word for word, _, _ in words_of(text)]))


@lru_cache(maxsize=16)
def _book(phrases: tuple[tuple[str, ...], ...]) -> Phrasebook:
    """Return a small book: a field may be in the other language than its message."""
    return Phrasebook({"field": chain.from_iterable(phrases)})
