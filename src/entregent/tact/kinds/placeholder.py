"""A template's field that was left as it was: `[Nom]`, `{{first_name}}`, `at XXX`, `Lorem ipsum`.

Marks that only templates have (`{{…}}`, `${…}`, `%…%`, `*|…|*`) are enough by themselves. Square,
angle and curly brackets tell a field where they hold one of `fields`, or nothing; round ones where
they hold one of `round`. A blank is one after one of `leads` (`XXX`, `____`) or of `titles` (a
row of dots). `phrases` are dummy words. `lists` hold an innocent "TODO". Code, links, what others
wrote, and a few quoted words are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from entregent.locale.languages import LANGUAGES
from entregent.locale.letter import Part
from entregent.locale.phrasebook import words_of
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
    r"|(?P<round>\([^()\n]{3,80}\))"
    r"|(?P<blank>(?<!\w)(?:[Xx]{3,12}|_{3,40}|\.{5,40}|…{2,40})(?!\w))"
    r"|(?P<todo>(?<![\w#-])TODO(?![\w.-]))"
)
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]{1,300}`|https?://\S+", re.DOTALL)
_EMPTY = re.compile(r"(?:\.{2,}|…+|_{2,}|[xX]{2,}|\?{2,}|-{2,})")
_BEFORE = 40
_A_FEW = 8


def placeholder(rule: Rule, message: Message, _context: Context) -> Iterator[Hit]:
    """Yield every field of a message that nobody filled in."""
    left = _left_alone(message)
    starts = [start for start, _ in left]
    for found in _FIELD.finditer(message.text):
        at = bisect_right(starts, found.start()) - 1
        within = at >= 0 and found.start() < left[at][1]
        if not within and _is_field(rule, message, found):
            yield Hit(found.start(), found.end())
    for sentence in message.sentences:
        for span in sentence.spans(f"{rule.code}.phrases"):
            yield Hit(span.start, span.end)


def _left_alone(message: Message) -> list[tuple[int, int]]:
    """Return, in order and apart from one another, the stretches where nothing is a field."""
    found = [(code.start(), code.end()) for code in _CODE.finditer(message.text)]
    for part in message.aside:
        few = len(words_of(message.text[part.start : part.end])) < _A_FEW
        if part.part is Part.REPLY or (part.part is Part.QUOTED and few):
            found.append((part.start, part.end))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_field(rule: Rule, message: Message, found: re.Match[str]) -> bool:
    said = found[0]
    match found.lastgroup:
        case "named":
            inner = said[1:-1]
            return bool(_EMPTY.fullmatch(inner.strip())) or _names(rule, message, inner, "fields")
        case "round":
            return _names(rule, message, said, "round")
        case "blank":
            line = message.text.rfind("\n", 0, found.start()) + 1
            before = message.text[max(line, found.start() - _BEFORE) : found.start()]
            return _names(rule, message, before, "leads" if said[0] in "Xx_" else "titles")
        case "todo":
            line = message.text.rfind("\n", 0, found.start()) + 1
            around = message.text[max(line, found.start() - _BEFORE) : found.end() + _BEFORE]
            return not _names(rule, message, around, "lists")
        case _:
            return True


def _names(rule: Rule, message: Message, text: str, name: str) -> bool:
    words = [word for word, _, _ in words_of(text)]
    return any(
        f"{rule.code}.{name}" in message.lexicon.book(language).find(words)
        for language in LANGUAGES
    )
