"""Checking that a message is tactful before it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entregent.services.ports import BookError, Catalogue
from entregent.tact.check import Rules
from entregent.tact.lexicon import SHARED, gather
from entregent.tact.proof import Flaw, misbehaving, misspelt, yielding
from entregent.tact.rule import Rule, RuleError, read_rule

VOCABULARIES = ("languages", "letters", "address", *SHARED)


def tact_rules(catalogue: Catalogue, own: Mapping[str, Mapping[str, Any]] | None = None) -> Rules:
    """Return the rules of tact with the owner's `own` by file; one of a known code replaces it.

    Raises BookError: rules.broken, on a rule that is not written as rules are.
    """
    shipped = (_read(name, table) for name, table in catalogue.rules().items())
    rules = {rule.code: rule for rule in shipped}
    mine: dict[str, str] = {}
    for name, table in (own or {}).items():
        rule = _read(name, table)
        if rule.code in mine:
            raise BookError("rules.twice", path=name, other=mine[rule.code], code=rule.code)
        mine[rule.code] = name
        rules[rule.code] = rule
        if any(misspelt(rule)) or any(yielding(tuple(rules.values()))):
            raise BookError("rules.broken", path=name)
    return _gathered(tuple(rules[code] for code in sorted(rules)), catalogue)


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a rule that was tried: `rule` None where it could not be read at all."""

    rule: Rule | None
    flaws: tuple[Flaw, ...]


def try_rule(catalogue: Catalogue, name: str, table: Mapping[str, Any]) -> Tried:
    """Hold a rule's file against how rules are written, and the rule against its examples."""
    try:
        rule = read_rule(name, table)
    except RuleError as error:
        return Tried(None, (Flaw(error.key, error.details),))
    if wrong := tuple(misspelt(rule)):
        return Tried(rule, wrong)
    others = tact_rules(catalogue).rules
    rules = (*(one for one in others if one.code != rule.code), rule)
    if circles := tuple(yielding(rules)):
        return Tried(rule, circles)
    return Tried(rule, tuple(misbehaving(rule, _gathered(rules, catalogue))))


def _read(name: str, table: Mapping[str, Any]) -> Rule:
    try:
        return read_rule(name, table)
    except RuleError as error:
        raise BookError("rules.broken", path=name) from error


def _gathered(rules: tuple[Rule, ...], catalogue: Catalogue) -> Rules:
    vocabularies = {name: catalogue.template(f"vocabulary/{name}") for name in VOCABULARIES}
    return Rules(rules, gather(rules, vocabularies))
