"""Rules made of a few phrases, so that a test shows all that speaks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from entregent.content import Content
from entregent.services.checking import VOCABULARIES, tact_rules
from entregent.tact.check import Rules, check
from entregent.tact.context import Context
from entregent.tact.finding import Finding
from entregent.tact.lexicon import gather
from entregent.tact.rule import Rule, read_rule


class OneRule:
    """A catalogue with the program's own vocabularies, and one rule."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table

    def rules(self) -> Mapping[str, Mapping[str, Any]]:
        return {"TT001": self._table}

    def template(self, name: str) -> Mapping[str, Any]:
        return Content().template(name)


Found = Callable[..., Sequence[Finding]]


@pytest.fixture(scope="session")
def shipped() -> Rules:
    return tact_rules(Content())


@pytest.fixture
def with_rule() -> Found:
    """Return a function that checks a text by one rule of a kind, and of those lists in both."""

    def found(
        text: str,
        kind: str,
        lists: Mapping[str, Sequence[str]],
        *,
        context: Context | None = None,
        options: Mapping[str, Any] | None = None,
        **told: Any,
    ) -> Sequence[Finding]:
        spoken = {
            "title": "t",
            "why": "w",
            "message": "m",
            "flags": ["x"],
            "passes": ["x"],
            "lists": lists,
            **told,
        }
        table = {
            "code": "TT001",
            "name": "t",
            "level": "warning",
            "kind": kind,
            "since": "2026-11",
            "source": "s",
            "options": options or {},
            "fr": spoken,
            "en": spoken,
        }
        rules = tact_rules(OneRule(table))
        return check(text, context or Context(), rules, "en").findings

    return found


TOLD = {"title": "t", "why": "w", "message": "m", "flags": ["x"], "passes": ["y"]}
WORDS = {name: Content().template(f"vocabulary/{name}") for name in VOCABULARIES}

Make = Callable[..., dict[str, Any]]


@pytest.fixture
def table() -> Make:
    """Give a rule's file, parsed: `table(fr={"lists": {"phrases": ["a"]}}, level="info")`."""

    def make(
        fr: Mapping[str, Any] | None = None, en: Mapping[str, Any] | None = None, **top: Any
    ) -> dict[str, Any]:
        lists = {"lists": {"phrases": ["zut"]}}
        rule = {
            "code": "TC900",
            "name": "a-rule",
            "level": "warning",
            "kind": "presence",
            "since": "2026-11",
            "source": "a book",
            **top,
        }
        return {
            **rule,
            "fr": {**TOLD, **lists, **(fr or {})},
            "en": {**TOLD, **lists, **(en or {})},
        }

    return make


@pytest.fixture
def gathered() -> Callable[..., Rules]:
    """Give rules ready to check with, from tables or rules."""

    def make(*tables: Mapping[str, Any] | Rule) -> Rules:
        rules = tuple(one if isinstance(one, Rule) else read_rule("here", one) for one in tables)
        return Rules(rules, gather(rules, WORDS))

    return make
