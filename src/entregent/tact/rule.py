"""A rule, as a linguist writes it: one file, both languages side by side.

code = "TC202"
name = "pressure-urgency"
level = "error"            # error, warning or info
kind = "presence"          # one of the kinds of `tact/kinds/`
moments = []               # purposes it is for; empty is all
    yields = []                # codes of rules beside whose remark this one is silent
since = "2026-11"
source = "…"               # where it comes from
[options]                  # what the kind takes; see its page
[fr]
title = "…"  why = "…"  message = "…"
flags = ["…"]              # examples that raise it; a table gives the context
passes = ["…"]             # examples that do not
[fr.words]                 # words that phrases share: `{say}` stands for `(dis|dites|dire)`
say = "dis|dites|dire"
[fr.lists]                 # phrases, by the names the kind looks for
phrases = ["…"]
[[fr.better]]              # wordings to put in place of what was found
find = "…"  tu = "…"  vous = "…"
[fr.add]                   # a sentence to put after an ask, by voice
any = "…"
[en]
…
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from entregent.locale.french import typography
from entregent.locale.languages import LANGUAGES, Language
from entregent.tact.context import Closeness, Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Level

_Closed = TypeVar("_Closed", bound=StrEnum)

_TOP = {
    "code",
    "name",
    "level",
    "kind",
    "moments",
    "yields",
    "since",
    "source",
    "options",
    *LANGUAGES,
}
_TOLD = {"title", "why", "message", "words", "lists", "better", "add", "flags", "passes"}
_CODE = re.compile(r"[A-Z]{2}\d{3}")
_SHARED = re.compile(r"\{([^{}]*)\}")
_CONTEXT = {"purpose", "medium", "form", "worked", "last_ask_days", "closeness"}


class RuleError(ValueError):
    """A rule is not written as rules are; `key` names the sentence that says what, and where."""

    def __init__(self, key: str, where: str, **details: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(f"{where}: {key} {details or ''}".rstrip())
        self.key = key
        self.details = {"where": where, **details}


@dataclass(frozen=True, slots=True)
class Example:
    """A message on which a rule is tried, in a context."""

    text: str
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Better:
    """A wording for what a phrase found. `put` by voice: `tu`, `vous`, `formal`, `casual`, `any`.

    `{rest}` in it is what follows the phrase up to the end of its sentence.
    """

    find: str
    put: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says and looks for in one language."""

    title: str
    why: str
    message: str
    lists: Mapping[str, tuple[str, ...]]
    better: tuple[Better, ...]
    add: Mapping[str, str]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of tact."""

    code: str
    name: str
    level: Level
    kind: str
    moments: frozenset[Purpose]
    yields: frozenset[str]
    since: str
    source: str
    options: Mapping[str, Any]
    told: Mapping[Language, Told]


def read_rule(where: str, table: Mapping[str, Any]) -> Rule:
    """Return the rule of a parsed file called `where`; raises RuleError."""
    reader = _Reader(where)
    reader.keys(table, _TOP, "")
    return Rule(
        code=reader.code(table),
        name=reader.text(table, "name"),
        level=reader.one_of(table.get("level"), Level, "level"),
        kind=reader.text(table, "kind"),
        moments=frozenset(
            reader.one_of(word, Purpose, "moments")
            for word in reader.several(table, "moments", "moments")
        ),
        yields=reader.codes(table),
        since=reader.text(table, "since"),
        source=reader.text(table, "source"),
        options=dict(reader.table(table, "options", "options")),
        told={language: reader.told(language, table.get(language)) for language in LANGUAGES},
    )


class _Reader:
    """Reads tables, and says where they are wrong."""

    def __init__(self, where: str) -> None:
        self._where = where

    def told(self, language: Language, table: object) -> Told:
        if not isinstance(table, Mapping):
            raise RuleError("rule.no-table", self._where, name=language)
        self.keys(table, _TOLD, f"{language}.")
        words = self._words(self.table(table, "words", f"{language}.words"), language)
        return Told(
            title=self._said(table, "title", language),
            why=self._said(table, "why", language),
            message=self._said(table, "message", language),
            lists={
                name: self._phrases(phrases, words, f"{language}.lists.{name}")
                for name, phrases in self.table(table, "lists", f"{language}.lists").items()
            },
            better=tuple(
                self._better(one, words, language)
                for one in self.several(table, "better", f"{language}.better")
            ),
            add=self._put(self.table(table, "add", f"{language}.add"), f"{language}.add"),
            flags=self._examples(table, "flags", language),
            passes=self._examples(table, "passes", language),
        )

    def table(self, table: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
        told = table.get(key, {})
        if not isinstance(told, Mapping):
            raise RuleError("rule.table", self._where, name=name)
        return told

    def several(self, table: Mapping[str, Any], key: str, name: str) -> Sequence[Any]:
        told = table.get(key, [])
        if not isinstance(told, list):
            raise RuleError("rule.several", self._where, name=name)
        return told

    def code(self, table: Mapping[str, Any]) -> str:
        told = self.text(table, "code")
        if _CODE.fullmatch(told) is None:
            raise RuleError("rule.code", self._where, value=told)
        return told

    def codes(self, table: Mapping[str, Any]) -> frozenset[str]:
        told = table.get("yields", [])
        if not isinstance(told, list) or not all(isinstance(code, str) for code in told):
            raise RuleError("rule.codes", self._where, value=str(told))
        return frozenset(told)

    def keys(self, table: Mapping[str, Any], known: set[str], prefix: str) -> None:
        for key in table:
            if key not in known:
                among = ", ".join(sorted(known))
                raise RuleError("rule.unknown-key", self._where, name=f"{prefix}{key}", among=among)

    def text(self, table: Mapping[str, Any], key: str, prefix: str = "") -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            name = f"{prefix}.{key}" if prefix else key
            raise RuleError("rule.no-text", self._where, name=name)
        return value

    def _said(self, table: Mapping[str, Any], key: str, language: Language) -> str:
        """Return a text as people read it: with its typography, however it was typed."""
        said = self.text(table, key, language)
        return typography(said) if language == "fr" else said.replace("'", "’")

    def one_of(self, value: object, words: type[_Closed], key: str) -> _Closed:
        try:
            return words(str(value))
        except ValueError:
            told = {"name": key, "value": str(value), "among": ", ".join(words)}
            raise RuleError("rule.choice", self._where, **told) from None

    def _words(self, table: Mapping[str, Any], language: Language) -> Mapping[str, str]:
        """Return shared words by name; one may hold those that stand before it."""
        words: dict[str, str] = {}
        for name in table:
            said = self.text(table, name, f"{language}.words")
            words[name] = self._spelt(said, words, f"{language}.words.{name}")
        return words

    def _spelt(self, phrase: str, words: Mapping[str, str], key: str) -> str:
        for name in _SHARED.findall(phrase):
            if name not in words:
                raise RuleError("rule.no-word", self._where, name=key, value=name)
        return _SHARED.sub(lambda found: f"({words[found[1]]})", phrase)

    def _phrases(self, phrases: object, words: Mapping[str, str], key: str) -> tuple[str, ...]:
        if not isinstance(phrases, Sequence) or isinstance(phrases, str):
            raise RuleError("rule.no-list", self._where, name=key)
        for phrase in phrases:
            if not isinstance(phrase, str):
                raise RuleError("rule.no-phrase", self._where, name=key, value=repr(phrase))
        return tuple(self._spelt(phrase, words, key) for phrase in phrases)

    def _better(self, table: object, words: Mapping[str, str], language: str) -> Better:
        if not isinstance(table, Mapping):
            raise RuleError("rule.table", self._where, name=f"{language}.better")
        key = f"{language}.better.find"
        find = self._spelt(self.text(table, "find", f"{language}.better"), words, key)
        put = {voice: said for voice, said in table.items() if voice != "find"}
        return Better(find, self._put(put, f"{language}.better"))

    def _put(self, table: Mapping[str, Any], key: str) -> Mapping[str, str]:
        for voice in table:
            if voice not in {"any", *Form}:
                among = ", ".join(("any", *Form))
                raise RuleError("rule.voice", self._where, name=f"{key}.{voice}", among=among)
        return {voice: str(said) for voice, said in table.items()}

    def _examples(self, table: Mapping[str, Any], key: str, language: str) -> tuple[Example, ...]:
        found = table.get(key, ())
        if not isinstance(found, Sequence) or isinstance(found, str) or not found:
            raise RuleError("rule.no-examples", self._where, name=f"{language}.{key}")
        return tuple(self._example(one, f"{language}.{key}") for one in found)

    def _example(self, one: object, key: str) -> Example:
        if isinstance(one, str):
            return Example(one)
        if not isinstance(one, Mapping) or not isinstance(one.get("text"), str):
            raise RuleError("rule.no-example", self._where, name=key, value=repr(one))
        told = {name: value for name, value in one.items() if name != "text"}
        return Example(one["text"], self.context(told, key))

    def context(self, told: Mapping[str, Any], key: str) -> Context:
        self.keys(told, _CONTEXT, f"{key}.")
        return Context(
            purpose=self._maybe(told, "purpose", Purpose, key),
            medium=self._maybe(told, "medium", Medium, key),
            form=self._maybe(told, "form", Form, key),
            worked=self._maybe(told, "worked", Worked, key),
            last_ask_days=self._days(told, key),
            closeness=self._maybe(told, "closeness", Closeness, key),
        )

    def _maybe(
        self, told: Mapping[str, Any], name: str, words: type[_Closed], key: str
    ) -> _Closed | None:
        return self.one_of(told[name], words, f"{key}.{name}") if name in told else None

    def _days(self, told: Mapping[str, Any], key: str) -> int | None:
        days = told.get("last_ask_days")
        if days is not None and (not isinstance(days, int) or days < 0):
            raise RuleError("rule.no-days", self._where, name=f"{key}.last_ask_days")
        return days
