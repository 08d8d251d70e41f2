"""Values said word for word: "name: Rose; company: Orange"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from entregent.domain.text import fold

_PART = re.compile(r"[;\n]")
_LABELLED = re.compile(r"\s*([^\W\d_][\w'’ -]{0,23}?)\s*[:=]\s*(\S.*?)\s*", re.DOTALL)


class Label(StrEnum):
    """What a value is of."""

    NAME = "name"
    COMPANY = "company"
    ROLE = "role"
    TOPICS = "topics"
    ME = "me"
    THEM = "them"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its label."""

    label: Label
    text: str


@dataclass(frozen=True)
class Labels:
    """The words that label values, folded, and by language the word for each label."""

    words: Mapping[str, Label]
    spelled: Mapping[str, Mapping[Label, str]]

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, Sequence[str]]]) -> "Labels":
        """Read them from the table `labels`: by language and label, the best word first."""
        rows = [
            (lang, Label(label), words)
            for lang, some in table.items()
            for label, words in some.items()
        ]
        return cls(
            {fold(word): label for _, label, words in rows for word in words},
            {
                lang: {label: words[0] for spoken, label, words in rows if spoken == lang}
                for lang in table
            },
        )

    def apart(self, text: str) -> tuple[str, tuple[Value, ...]]:
        """Return a line without its labelled parts, and these, in order."""
        rest: list[str] = []
        values: list[Value] = []
        for part in _PART.split(text):
            found = _LABELLED.fullmatch(part)
            label = self.words.get(fold(found[1])) if found else None
            if found and label:
                values.append(Value(label, " ".join(found[2].split())))
            else:
                rest.append(part)
        return ";".join(rest), tuple(values)

    def spell(self, values: Sequence[Value], free: Sequence[str], lang: str) -> str:
        """Return a line of labelled values, and of addresses that need no label."""
        words = self.spelled.get(lang, {})
        parts = [
            f"{words.get(one.label, one.label)}: {clean(one.text)}" for one in values if one.text
        ]
        return "; ".join([*parts, *map(clean, filter(None, free))])


def clean(text: str) -> str:
    """Return a text without what would part values."""
    return " ".join(_PART.sub(",", text).split())
