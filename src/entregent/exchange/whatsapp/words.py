"""What WhatsApp writes of its own accord, in the languages of `words.toml`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from entregent.domain.text import fold

_PLACES = re.compile(r"\{(?:who|whom)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A notice about a group's members: its own words, and where the names stand among them."""

    pieces: tuple[str, ...]
    names: re.Pattern[str]

    def people(self, text: str) -> tuple[str, ...]:
        """Return who stands in a folded notice of this pattern; nobody in any other."""
        if not all(piece in text for piece in self.pieces):
            return ()
        found = self.names.match(text)
        return tuple(name for name in found.groups() if name) if found else ()


@dataclass(frozen=True, slots=True)
class Words:
    """All languages together, folded: any of them may stand in any chat."""

    titles: tuple[re.Pattern[str], ...]
    own: frozenset[str]
    deleted: tuple[str, ...]
    secured: tuple[str, ...]
    notices: tuple[str, ...]
    topics: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    joints: re.Pattern[str]
    heads: frozenset[str]

    def titled(self, name: str) -> str:
        """Return whom a chat is with, in the folded name of its file; nothing when it is silent."""
        found = (title.search(name) for title in self.titles)
        return next((match[1] for match in found if match), "")

    def members(self, notice: str) -> Iterator[str]:
        """Yield the folded names in a notice about a group's members."""
        text = fold(notice).strip(" .")
        for pattern in self.patterns:
            if people := pattern.people(text):
                for name in people:
                    yield from (part for one in self.joints.split(name) if (part := one.strip()))
                return

    def is_notice(self, text: str) -> bool:
        """Tell whether nobody typed this text, though a name stands before it."""
        return self._begins(text, self.notices) or self.is_secured(text)

    def is_secured(self, text: str) -> bool:
        """Tell whether this is the notice about encryption."""
        return self._begins(text, self.secured)

    def is_deleted(self, text: str) -> bool:
        """Tell whether this stands for a message that the owner took back."""
        return self._begins(text, self.deleted)

    def is_topic(self, sender: str) -> bool:
        """Tell whether what stands before the first colon is a notice, not a name."""
        name = f"{fold(sender)} "
        return any(topic in name for topic in self.topics)

    def _begins(self, text: str, phrases: tuple[str, ...]) -> bool:
        return fold(text[:_GLANCE])[:_HEAD] in self.heads and fold(text[:_LONGEST]).startswith(
            phrases
        )


_BEGINNINGS = ("secured", "notices", "deleted-by-me")
_GLANCE, _HEAD, _LONGEST = 12, 6, 160
"""Signs looked at first, so that not all of every message is folded; letters compared; the rest."""


@lru_cache(maxsize=1)
def words() -> Words:
    """Read the words of all languages, once."""
    path = Path(__file__).with_name("words.toml")
    languages = list(tomllib.loads(path.read_text(encoding="utf-8")).values())

    def every(key: str) -> tuple[str, ...]:
        return tuple(word for language in languages for word in language[key])

    joints = "|".join(map(re.escape, every("and")))
    return Words(
        titles=tuple(_title(template) for template in every("titles")),
        own=frozenset(every("self")),
        deleted=every("deleted-by-me"),
        secured=every("secured"),
        notices=every("notices"),
        topics=every("topics"),
        patterns=tuple(_pattern(template) for template in every("members")),
        joints=re.compile(rf",\s*|\s(?:{joints}|&)\s"),
        heads=frozenset(word[:_HEAD] for key in _BEGINNINGS for word in every(key)),
    )


def _title(template: str) -> re.Pattern[str]:
    before = template.partition("{name}")[0]
    return re.compile(rf"{re.escape(before)}(.{{1,200}}?)(?:\s\(\d+\))?(?:\.txt|\.zip)?$")


def _pattern(template: str) -> Pattern:
    pieces = tuple(piece for piece in _PLACES.split(template) if piece)
    inner = re.escape(template)
    for place in (r"\{who\}", r"\{whom\}"):
        inner = inner.replace(place, "(.{1,300}?)")
    return Pattern(pieces, re.compile(f"{inner}$" if template.endswith("}") else inner))
