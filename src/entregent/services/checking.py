"""Checking that a message is tactful before it leaves."""

from collections.abc import Mapping
from typing import Any

from entregent.services.ports import BookError, Catalogue
from entregent.tact.check import Rules
from entregent.tact.lexicon import gather
from entregent.tact.rule import RuleError, read_rule

_VOCABULARIES = ("languages", "letters", "asks")


def tact_rules(catalogue: Catalogue, more: Mapping[str, Mapping[str, Any]] | None = None) -> Rules:
    """Return the rules of tact, and `more` of them by name, with what they look for.

    Raises BookError on a rule that is not written as rules are.
    """
    try:
        rules = tuple(
            read_rule(name, table) for name, table in {**catalogue.rules(), **(more or {})}.items()
        )
    except RuleError as error:
        raise BookError("rule-wrong", what=str(error)) from error
    vocabularies = {name: catalogue.template(f"vocabulary/{name}") for name in _VOCABULARIES}
    return Rules(rules, gather(rules, vocabularies))
