"""Writes a page a rule in both languages, and an index: run it after a rule has changed.

Usage: python docs/rule_pages.py [FOLDER]
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from entregent import bootstrap
from entregent.cli.views.rules import purposes
from entregent.content import Content
from entregent.locale.languages import LANGUAGES, Language
from entregent.locale.speech import Speech
from entregent.services.checking import tact_rules
from entregent.tact.check import Rules, check, mended
from entregent.tact.rule import Example, Rule

FOLDER = Path(__file__).parent / "rules"
_TITLES = {"fr": "Les règles du tact", "en": "The rules of tact"}
_HEADS = {"fr": "| Code | Niveau | Ce qui est relevé |", "en": "| Code | Level | What it finds |"}
_MOST = 12


def main() -> None:
    """Write the pages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    written = pages()
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in folder.glob("*/*.md"):
        if str(path.relative_to(folder)) not in written:
            path.unlink()
    print(f"{folder}: {len(written)} pages")


def pages() -> dict[str, str]:
    """Return the pages by their path within the folder."""
    rules = tact_rules(Content())
    written = {}
    for language in LANGUAGES:
        speech = Speech(language, bootstrap.sentences(language), date.min)
        written[f"{language}/index.md"] = "\n".join(_index(rules, speech, language)) + "\n"
        for rule in rules.rules:
            lines = _page(rule, rules, speech, language)
            written[f"{language}/{rule.code}-{rule.name}.md"] = "\n".join(lines) + "\n"
    return written


def _index(rules: Rules, speech: Speech, language: Language) -> Iterator[str]:
    yield f"# {_TITLES[language]}"
    yield ""
    yield _HEADS[language]
    yield "|---|---|---|"
    for rule in rules.rules:
        level, title = speech.say(f"level.{rule.level}"), rule.told[language].title
        yield f"| [{rule.code}]({rule.code}-{rule.name}.md) | {level} | {title} |"


def _page(rule: Rule, rules: Rules, speech: Speech, language: Language) -> Iterator[str]:
    told = rule.told[language]
    yield f"# {told.title}"
    yield ""
    yield f"`{rule.code}` `{rule.name}` · {speech.say(f'level.{rule.level}')}"
    yield ""
    yield told.why
    yield ""
    yield f"> {told.message}"
    if rule.moments:
        yield ""
        yield speech.say("rules.moments", names=purposes(speech, rule))
    for label, examples in (("rules.flags", told.flags), ("rules.passes", told.passes)):
        yield ""
        yield f"## {speech.say(label)}"
        yield ""
        for example in examples[:_MOST]:
            yield f"- {_shown(rule, example, rules, language)}"
    yield ""
    yield f"## {speech.say('rules.source')}"
    yield ""
    yield rule.source


def _shown(rule: Rule, example: Example, rules: Rules, language: Language) -> str:
    """Return an example, and what it becomes where the rule offers a better wording."""
    found = check(example.text, example.context, rules, language).findings
    mine = [one for one in found if one.code == rule.code]
    better = mended(example.text, mine)
    text = _plain(example.text)
    return text if better == example.text else f"{text} → *{_plain(better)}*"


def _plain(text: str) -> str:
    """Return a text in one line, its signs shown as they are."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>{}|#" else char for char in line)


if __name__ == "__main__":
    main()
