"""A rule put to the proof: what is wrong with how it is written, and with what it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from entregent.locale.languages import Language
from entregent.locale.pattern_source import PhraseError, read_phrase
from entregent.tact.check import Rules, check, mended
from entregent.tact.kinds import KINDS, KindOf
from entregent.tact.rule import Example, Rule, Told


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a rule; `key` names the sentence that says it, filled with `details`."""

    key: str
    details: dict[str, str]


def misspelt(rule: Rule) -> Iterator[Flaw]:
    """Yield what no rule of its kind has, what it lacks, and the phrases that cannot be read."""
    kind = KINDS.get(rule.kind)
    if kind is None:
        yield Flaw("rule.kind", {"value": rule.kind, "among": ", ".join(KINDS)})
        return
    for name in sorted(kind.needs - set(rule.options)):
        yield Flaw("rule.option-missing", {"name": name, "kind": rule.kind})
    for name, value in rule.options.items():
        known = kind.options.get(name)
        if known is None:
            among = ", ".join(kind.options) or "–"
            yield Flaw("rule.option", {"name": name, "kind": rule.kind, "among": among})
        elif type(value) is not known or not _shaped(name, value, kind):
            yield Flaw("rule.option-value", {"name": name, "value": str(value)})
    yield from _lists(rule, kind)
    for language, told in rule.told.items():
        yield from _unreadable(language, told)


def _shaped(name: str, value: object, kind: KindOf) -> bool:
    """Tell whether an option's value is made as its kind takes it."""
    if isinstance(value, int):
        return value >= 0
    if not isinstance(value, list):
        return True
    if name not in kind.sets:
        return all(isinstance(one, str) for one in value)
    least, most = kind.sets[name]
    return all(
        isinstance(one, list)
        and all(isinstance(part, str) for part in one)
        and least <= len(one) <= (most or len(one))
        for one in value
    )


def yielding(rules: Sequence[Rule]) -> Iterator[Flaw]:
    """Yield where rules yield to codes that no rule has, or that yield to them in turn."""
    known = {rule.code: rule.yields for rule in rules}
    for code, others in known.items():
        for other in sorted(others):
            if other not in known or code in _beyond(other, known):
                yield Flaw("rule.yields", {"code": code, "value": other})


def _beyond(code: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return a code with all that its rule yields to, however far."""
    found, waiting = set[str](), [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += known.get(one, ())
    return frozenset(found)


def _lists(rule: Rule, kind: KindOf) -> Iterator[Flaw]:
    """Yield the lists that a rule lacks, and those that its kind does not look at."""
    everywhere = frozenset[str]().union(*(told.lists for told in rule.told.values()))
    for name in sorted(_named(rule, kind) - everywhere):
        yield Flaw("rule.list-missing", {"name": f"lists.{name}", "kind": rule.kind})
    for language, told in rule.told.items():
        held = set(told.lists)
        may = kind.lists | kind.may | _named(rule, kind)
        among = ", ".join(sorted(may)) or "–"
        for name in sorted(kind.lists - held):
            yield Flaw("rule.list-missing", {"name": f"{language}.lists.{name}", "kind": rule.kind})
        for name in sorted(held - may):
            details = {"name": f"{language}.lists.{name}", "kind": rule.kind, "among": among}
            yield Flaw("rule.list-unknown", details)


def _named(rule: Rule, kind: KindOf) -> frozenset[str]:
    """Return the lists that a rule's options name."""
    named: set[str] = set()
    waiting = [rule.options.get(option) for option in kind.naming]
    while waiting:
        match waiting.pop():
            case str() as name:
                named.add(name)
            case list() as several:
                waiting += several
            case _:
                pass
    return frozenset(named)


def _unreadable(language: Language, told: Told) -> Iterator[Flaw]:
    named = [(f"lists.{name}", one) for name, phrases in told.lists.items() for one in phrases]
    for name, phrase in [*named, *(("better.find", better.find) for better in told.better)]:
        try:
            read_phrase(phrase)
        except PhraseError as error:
            yield Flaw(error.key, {"name": f"{language}.{name}", **error.details})


def misbehaving(rule: Rule, rules: Rules) -> Iterator[Flaw]:
    """Yield the examples that do not behave as the rule says; `rules` hold it among the others."""
    for language, told in rule.told.items():
        for example in told.flags:
            if not _speaks(rule, example, rules, language):
                yield Flaw("rule.silent", {"name": f"{language}.flags", "text": example.text})
            elif (better := _mended(rule, example, rules, language)) is not None:
                details = {"name": f"{language}.better", "text": example.text, "better": better}
                yield Flaw("rule.better-speaks", details)
        for example in told.passes:
            if _speaks(rule, example, rules, language):
                yield Flaw("rule.speaks", {"name": f"{language}.passes", "text": example.text})


def _speaks(rule: Rule, example: Example, rules: Rules, language: Language) -> bool:
    found = check(example.text, example.context, rules, language).findings
    return any(one.code == rule.code for one in found)


def _mended(rule: Rule, example: Example, rules: Rules, language: Language) -> str | None:
    """Return the example with the rule's own wordings put in, if the rule still speaks there."""
    found = check(example.text, example.context, rules, language).findings
    mine = [one for one in found if one.code == rule.code]
    if any(one.better is None for one in mine):
        return None
    better = mended(example.text, mine)
    again = Example(better, example.context)
    return better if _speaks(rule, again, rules, language) else None
