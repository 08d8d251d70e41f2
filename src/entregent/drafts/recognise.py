"""Our own asks recognised: a message whose subject or opening one of our templates wrote."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from entregent.domain.words import Kind
from entregent.drafts.brief import Language, Voice
from entregent.drafts.wording import VOICES, Wording

_TYPED = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_PREFIX = r"(?:(?:re|ré|fwd?|tr|fw)\s*:\s*)*"
_AT = r"(?:chez|à la|à l'|aux?|à)\s*"
_NAME = r"(?:(?!\s(?:chez|at|avant|before|pour|for)\s)[^.,?!()\n])+?"
_LANGUAGES: dict[Voice, Language] = {
    Voice.TU: "fr",
    Voice.VOUS: "fr",
    Voice.CASUAL: "en",
    Voice.FORMAL: "en",
}
_KINDS = frozenset(map(str, Kind))
_PEOPLE = ("reader", "next")
_PLACES = ("wanted_company", "reader_company", "company")


@dataclass(frozen=True, slots=True)
class OwnAsk:
    """What a message of our own asks, as far as its shape tells; empty is unknown."""

    kind: Kind
    language: Language
    person: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: Kind
    language: Language
    pattern: re.Pattern[str]


class OwnShapes:
    """The shapes of our asks, made of the template `ask` joined with what all messages share."""

    def __init__(self, wording: Wording) -> None:
        """Take the wordings to recognise."""
        self._subjects = _shapes(wording, "subject", _PREFIX)
        self._favours = _shapes(wording, "favour")
        self._clauses = _shapes(wording, "clause")
        self._openings = [
            re.compile(_expression(text).replace("FAVOUR", r"([^.?!\n]+)"), re.IGNORECASE)
            for block in wording.of("opening")
            for voice in VOICES
            for _, text in block.wordings(voice)
            if "{favour}" in text
        ]

    def recognise(self, subject: str, text: str) -> OwnAsk | None:
        """Return what a message of ours asks, None for a message of any other make."""
        typed = re.sub(r"[ \t]+", " ", text.translate(_TYPED))
        return self._by_subject(subject) or self._by_opening(typed) or self._by_clause(typed)

    def _by_subject(self, subject: str) -> OwnAsk | None:
        typed = " ".join(subject.translate(_TYPED).split())
        return next(_matches(self._subjects, typed), None) if typed else None

    def _by_opening(self, typed: str) -> OwnAsk | None:
        openings = (opening.search(typed) for opening in self._openings)
        favours = (found[1].strip() for found in openings if found)
        return next((one for favour in favours for one in _matches(self._favours, favour)), None)

    def _by_clause(self, typed: str) -> OwnAsk | None:
        """Recognise a short note, whose one sentence of lead and clause ends as a question."""
        questions = (part for part in re.split(r"(?<=[.!?\n])", typed) if part.endswith("?"))
        found = (
            _asked(shape, at)
            for question in questions
            for shape in self._clauses
            if (at := shape.pattern.search(question)) and at.end() == len(question)
        )
        return next(found, None)


def _matches(shapes: list[_Shape], typed: str) -> Iterator[OwnAsk]:
    for shape in shapes:
        if found := shape.pattern.fullmatch(typed):
            yield _asked(shape, found)


def _asked(shape: _Shape, found: re.Match[str]) -> OwnAsk:
    told = {name: value or "" for name, value in found.groupdict().items()}
    person = next((told[name] for name in _PEOPLE if told.get(name)), "")
    company = next((told[name] for name in _PLACES if told.get(name)), "")
    return OwnAsk(shape.kind, shape.language, person, company)


def _shapes(wording: Wording, slot: str, before: str = "") -> list[_Shape]:
    """Return the shapes of a slot's wordings, those that name most first."""
    found = [_compiled(one, before) for one in _texts(wording, slot)]
    return sorted(found, key=lambda shape: (-shape.pattern.groups, -len(shape.pattern.pattern)))


def _texts(wording: Wording, slot: str) -> Iterator[tuple[Kind, Language, str]]:
    """Yield the texts of a slot's blocks that say for which kind they are, in their order."""
    for block in wording.of(slot):
        for kind in _KINDS.intersection(block.when):
            for voice, language in _LANGUAGES.items():
                for _, text in block.wordings(voice):
                    yield Kind(kind), language, text


def _compiled(text: tuple[Kind, Language, str], before: str = "") -> _Shape:
    kind, language, template = text
    return _Shape(kind, language, re.compile(before + _expression(template), re.IGNORECASE))


def _expression(template: str) -> str:
    """Return a template as an expression: each fact it names is a group of that name."""
    parts = []
    for literal, name, spec, _ in string.Formatter().parse(template.translate(_TYPED)):
        parts.append(re.escape(literal).replace(r"\ ", r"\s*" if ":" in literal else r"\s+"))
        if name == "favour":
            parts.append("FAVOUR")
        elif name in (*_PEOPLE, *_PLACES):
            parts.append((_AT if spec == "chez" else "") + rf"(?P<{name}>{_NAME})")
        elif name is not None:
            parts.append(r"[^?!\n]+?")
    return "".join(parts)
