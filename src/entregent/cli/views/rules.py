"""Rules of tact on paper and as JSON."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document, plain
from entregent.cli.paper import Paper, Touch
from entregent.domain.words import Kind
from entregent.locale.languages import Language
from entregent.locale.speech import Speech
from entregent.locale.wording import error_sentence
from entregent.services.checking import Tried
from entregent.tact.context import Context, Purpose
from entregent.tact.rule import Example, Rule

_FEW = 6


def index(face: Face, rules: Sequence[Rule], spoken: Language) -> Paper:
    """Lay the rules out, a line each: code, level, title."""
    paper = face.paper()
    rows = [
        (f"{one.code}  {face.say(f'level.{one.level}').ljust(10)}", one.told[spoken].title)
        for one in rules
    ]
    paper.pairs(rows, indent=0)
    paper.air()
    paper.write(face.say("rules.more"), touch=Touch.SOFT)
    return paper


def page(face: Face, rule: Rule, spoken: Language) -> Paper:
    """Lay one rule out."""
    told = rule.told[spoken]
    paper = face.paper()
    paper.write(told.title, touch=Touch.STRONG)
    level = face.say(f"level.{rule.level}")
    paper.write(f"{rule.code} {rule.name} · {level}", touch=Touch.SOFT)
    paper.air()
    paper.write(told.why)
    paper.air()
    paper.write(face.say("rules.says", text=told.message))
    if rule.moments:
        paper.write(face.say("rules.moments", names=purposes(face.speech, rule)))
    for label, examples in (("rules.flags", told.flags), ("rules.passes", told.passes)):
        paper.label(face.say(label))
        for example in examples[:_FEW]:
            paper.write(example.text.replace("\n", " "), indent=4, lead="· ")
    paper.label(face.say("rules.source"))
    paper.write(rule.source, indent=4)
    return paper


def purposes(speech: Speech, rule: Rule) -> list[str]:
    """Return what a rule is for, in words."""
    kinds = {str(kind) for kind in Kind}
    return [
        speech.say(f"kind.{one}" if one in kinds else f"purpose.for-{one}")
        for one in Purpose
        if one in rule.moments
    ]


def tried(face: Face, found: Tried, folder: str) -> Paper:
    """Say what is wrong with a rule; or that nothing is, and where it goes to be used."""
    paper = face.paper()
    for said in problems(face, found):
        paper.write(said, lead="· ")
    if not found.flaws and found.rule is not None:
        examples = sum(len(one.flags) + len(one.passes) for one in found.rule.told.values())
        paper.write(face.say("rules.works", name=found.rule.name, n=examples))
        paper.write(face.say("rules.keep", path=folder), touch=Touch.SOFT)
    return paper


def problems(face: Face, found: Tried) -> list[str]:
    """Return what is wrong with a rule, a sentence each."""
    return [error_sentence(face.speech, flaw.key, flaw.details) for flaw in found.flaws]


def verdict(face: Face, found: Tried) -> Document:
    """Return as JSON whether a rule does what it says."""
    said = zip(found.flaws, problems(face, found), strict=True)
    return {
        "rule": found.rule.code if found.rule else None,
        "works": not found.flaws,
        "problems": [{"code": flaw.key, "text": text} for flaw, text in said],
    }


def brief(rule: Rule, spoken: Language) -> Document:
    """Return what a list says of a rule, as JSON."""
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "title": rule.told[spoken].title,
    }


def whole(rule: Rule) -> Document:
    """Return all of a rule as JSON, in the shape of its file."""
    told: Document = {
        language: {
            "title": one.title,
            "why": one.why,
            "message": one.message,
            "lists": {name: list(phrases) for name, phrases in one.lists.items()},
            "better": [{"find": better.find, **better.put} for better in one.better],
            "flags": [_example(each) for each in one.flags],
            "passes": [_example(each) for each in one.passes],
        }
        for language, one in rule.told.items()
    }
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "kind": rule.kind,
        "moments": plain(rule.moments),
        "since": rule.since,
        "source": rule.source,
        "options": dict(rule.options),
        **told,
    }


def _example(one: Example) -> str | dict[str, Any]:
    known = {field.name: getattr(one.context, field.name) for field in fields(Context)}
    told = {name: plain(value) for name, value in known.items() if value is not None}
    return {"text": one.text, **told} if told else one.text
