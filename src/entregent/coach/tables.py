"""Reading the tables of a data file, and keeping all that is wrong with it, each with its place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from entregent.coach.plays import Text
from entregent.locale.french import typography
from entregent.locale.languages import LANGUAGES, Language

MOST_WORDS = 30
"""So many words are said in one breath."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a file; `key` names the sentence that says it, filled with `details`."""

    key: str
    details: Mapping[str, str]


@dataclass
class Reader:
    """Reads tables; `where` is what the file is called, `flaws` what was found wrong so far."""

    where: str
    flaws: list[Flaw] = field(default_factory=list)

    def both(self, table: Mapping[str, Any], at: str) -> Text:
        """Return what a table says in either language."""
        return {
            language: self.said(language, self.line(table, language, at)) for language in LANGUAGES
        }

    def apart(self, table: Mapping[str, Any], key: str) -> Text:
        """Return the line `key` of the tables `fr` and `en`."""
        return {
            language: self.said(
                language, self.line(self.table(table, language, ""), key, f"{language}.")
            )
            for language in LANGUAGES
        }

    def suffixed(self, table: Mapping[str, Any], suffix: str, at: str) -> Text:
        """Return the lines of a table whose keys are a language and `suffix`: `fr_why`."""
        return {
            language: self.said(language, self.line(table, f"{language}{suffix}", at))
            for language in LANGUAGES
        }

    def said(self, language: Language, text: str) -> str:
        """Return a text as people read it: with its typography, however it was typed."""
        return typography(text) if language == "fr" else text.replace("'", "’")

    def breath(self, text: str, name: str) -> None:
        """Mind that something to say is said in one breath."""
        if len(text.split()) > MOST_WORDS:
            self.wrong("event.play-long", name, text=text, most=str(MOST_WORDS))

    def sources(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        """Return why a file says what it says: studies, or "editorial"."""
        told = table.get("sources")
        if not isinstance(told, list) or not told:
            self.wrong("event.play-sources", "sources")
            return ()
        return tuple(map(str, told))

    def line(self, table: Mapping[str, Any], key: str, at: str) -> str:
        """Return a text that must be there; "" where it is not."""
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            self.wrong("event.play-no-text", f"{at}{key}")
            return ""
        return value

    def table(self, table: Mapping[str, Any], key: str, at: str) -> Mapping[str, Any]:
        """Return a table within a table; an empty one where it is missing or something else."""
        told = table.get(key, {})
        if not isinstance(told, Mapping):
            self.wrong("event.play-table", f"{at}{key}")
            return {}
        return told

    def several(
        self, table: Mapping[str, Any], key: str, at: str, many: range
    ) -> Sequence[tuple[Mapping[str, Any], str]]:
        """Return the tables of a list with the place of each, numbered from 1."""
        told = table.get(key, [])
        if not isinstance(told, list) or not all(isinstance(one, Mapping) for one in told):
            self.wrong("event.play-several", f"{at}{key}")
            return []
        if len(told) not in many:
            few, most = str(many[0]), str(many[-1])
            self.wrong("event.play-count", f"{at}{key}", least=few, most=most)
        return [(one, f"{at}{key} {number}.") for number, one in enumerate(told, 1)]

    def keys(self, table: Mapping[str, Any], known: Collection[str], at: str) -> None:
        """Mind that a table holds nothing but `known` keys."""
        for key in table:
            if key not in known:
                among = ", ".join(sorted(known))
                self.wrong("event.play-unknown-key", f"{at}{key}", among=among)

    def wrong(self, key: str, name: str, **details: str) -> None:
        """Keep one thing that is wrong with what stands at `name`."""
        flaw = Flaw(key, {"where": self.where, "name": name.rstrip("."), **details})
        if flaw not in self.flaws:
            self.flaws.append(flaw)
