"""Prints fifty drafts of an invented book, to be read aloud as their recipients.

Usage: python docs/fifty_drafts.py docs/fifty-drafts.md
The book and what is drafted from it stand in `docs/fifty-drafts.toml`.
"""

import json
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from entregent.cli.app import entregent

_HERE = Path(__file__).parent
_HEAD = """# Fifty drafts

`entregent` wrote every message below from one invented book; each was read aloud as the person
who receives it. `python docs/fifty_drafts.py docs/fifty-drafts.md` writes this page again; the
book and the commands stand in [fifty-drafts.toml](fifty-drafts.toml). Nadia Benali, who asks, is
a buyer who would like to work on the reuse of packaging.
"""


def main() -> None:
    """Write the page."""
    target = Path(sys.argv[1])
    drafts = list(printed())
    target.write_text("\n".join([_HEAD, *drafts]), encoding="utf-8")
    print(f"{target}: {len(drafts)} drafts")


def printed() -> Iterator[str]:
    """Yield each draft as a section of the page."""
    for number, (step, document) in enumerate(drafted(), start=1):
        yield _section(number, step, document)


def drafted() -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield each step that drafts, with the JSON that it answers."""
    plan = tomllib.loads((_HERE / "fifty-drafts.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "facts.journal"
        journal.write_text(plan["journal"], encoding="utf-8")
        common = ["--book", f"{folder}/book.sqlite", "--json"]
        _run(common, f"import {shlex.quote(str(journal))} --today {plan['today']}")
        kept: dict[str, str] = {}
        for step in plan["step"]:
            words = step["run"].format_map(kept)
            words += "" if "--today" in words else f" --today {plan['today']}"
            answer = _run([*common, "--lang", step.get("lang", "fr")], words)
            if name := step.get("keep"):
                kept[name] = answer["ask"]["id"]
            if "title" in step:
                yield step, answer.get("draft", answer)


def _run(common: list[str], words: str) -> Any:  # noqa: ANN401 - what a command answers
    result = CliRunner().invoke(entregent, [*common, *shlex.split(words)], catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"{words}\n{result.output}")
    return json.loads(result.stdout)


def _section(number: int, step: Mapping[str, Any], draft: Mapping[str, Any]) -> str:
    spoken = draft["channel"] == "spoken"
    lines = [f"## {number}. {step['title']}", ""]
    lines += [f"*{draft['channel']}, {draft['language']}, {draft['address']}*", ""]
    if draft["subject"]:
        lines += [f"**{'Before' if spoken else 'Subject'}: {draft['subject']}**", ""]
    lines += [f"> {line}".rstrip() for line in _paragraphs(draft["body"])]
    return "\n".join([*lines, ""])


def _paragraphs(body: str) -> list[str]:
    """Return the lines of a message; a line that ends within a paragraph stays a line."""
    lines = body.split("\n")
    return [
        f"{line}\\" if line and number + 1 < len(lines) and lines[number + 1] else line
        for number, line in enumerate(lines)
    ]


if __name__ == "__main__":
    main()
