"""`rules`: the rules of tact, to read, to write, and to try."""

from pathlib import Path

from entregent.bootstrap import checking as tact
from entregent.bootstrap.checking import own_rules_folder
from entregent.cli.checking import rules_of, spoken
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import Room, Verb, argument, option
from entregent.cli.views import rules as view
from entregent.domain.text import fold
from entregent.services.ports import BookError
from entregent.tact.rule import Rule

FLAWED = 1
"""Exit code: the rule does not do what it says."""


def _list(face: Face, rules: str | None) -> int:
    """Show the rules, those of the owner among them."""
    held = rules_of(rules).rules
    if face.as_json:
        face.give({"rules": [view.brief(one, spoken(face)) for one in held]})
    else:
        face.show(view.index(face, held, spoken(face)))
    return 0


def _show(face: Face, rule: str, rules: str | None) -> int:
    """Show one rule: why it is one, what it says, what it speaks of and what it leaves alone."""
    found = _named(rule, rules_of(rules).rules)
    if face.as_json:
        face.give({"rule": view.whole(found)})
    else:
        face.show(view.page(face, found, spoken(face)))
    return 0


def _named(words: str, rules: tuple[Rule, ...]) -> Rule:
    """Return the rule of a code or a name. Raises BookError: rules.unknown."""
    meant = fold(words)
    for rule in rules:
        if meant in (fold(rule.code), rule.name):
            return rule
    from difflib import get_close_matches

    names = [rule.name for rule in rules] + [fold(rule.code) for rule in rules]
    near = get_close_matches(meant, names, n=1)
    raise BookError("rules.unknown", name=words, near=near[0] if near else "")


def _new(face: Face, name: str, out: str | None) -> int:
    """Write a rule to begin with, which works as it is."""
    slug = "-".join(fold(name).replace("_", " ").replace("-", " ").split())
    if not slug.replace("-", "").isalnum():
        raise BookError("rules.name", name=name)
    path = Path(out) if out else Path(f"{slug}.toml")
    if path.exists():
        raise BookError("rules.exists", path=str(path))
    write(path, tact.skeleton(slug, spoken(face)).encode())
    if face.as_json:
        face.give({"path": str(path)})
    else:
        face.line("rules.written", path=str(path))
    return 0


def _try(face: Face, file: str) -> int:
    """Say what is wrong with a rule, or that it does what it says."""
    tried = tact.tried(Path(file))
    if face.as_json:
        face.give(view.verdict(face, tried))
    else:
        face.show(view.tried(face, tried, str(own_rules_folder())))
    return FLAWED if tried.flaws else 0


_FOLDER = option("--rules", value="folder")

command = Room(
    "rules",
    lambda face: _list(face, None),
    [
        Verb("list", [_FOLDER], _list),
        Verb("show", [argument("rule"), _FOLDER], _show),
        Verb("new", [argument("name", value="rule-name"), option("--out", value="file")], _new),
        Verb("try", [argument("file")], _try),
    ],
)
