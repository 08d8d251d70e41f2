"""What the readmes promise is tried: their commands run, their links lead somewhere."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETWORK = ROOT / "examples" / "network"
FILES = {
    "contacts.vcf": NETWORK / "telephone.vcf",
    "linkedin.zip": NETWORK / "linkedin.zip",
    "mail.mbox": NETWORK / "courrier.mbox",
    "courrier.mbox": NETWORK / "courrier.mbox",
}
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
TODAY = "2026-03-02"


def commands(page: str) -> list[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith(".venv/bin/entregent")]


@pytest.mark.parametrize("page", ["README.md", "LISEZMOI.md"])
def test_the_commands_of_a_readme_run_in_their_order(page, tmp_path):
    environment = {
        **os.environ,
        "ENTREGENT_BOOK": str(tmp_path / "book.sqlite"),
        "ENTREGENT_CONFIG": str(tmp_path),
        "ENTREGENT_TODAY": TODAY,
    }
    ask = ""
    told = commands(page)
    assert len(told) >= 7
    for words in told:
        given = [str(FILES.get(word, word)) for word in words[1:]]
        given = [ask if word in ("ASK", "DEMANDE") else word for word in given]
        given = [str(tmp_path / word) if word == "message.eml" else word for word in given]
        planning = given[0] == "ask"
        run = subprocess.run(
            [sys.executable, "-m", "entregent", *given, *(["--json"] if planning else [])],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        problems = given[0] == "import" and run.returncode == 1
        assert run.returncode == 0 or problems, (given, run.stdout, run.stderr)
        assert "Traceback" not in run.stderr
        if planning:
            ask = json.loads(run.stdout)["ask"]["id"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_exist(page):
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_command_is_in_the_help_of_both_languages(lang):
    modules = (ROOT / "src/entregent/cli/commands").glob("*_command.py")
    names = {module.stem.removesuffix("_command").replace("_", "-") for module in modules}
    shown = subprocess.run(
        [sys.executable, "-m", "entregent", "--lang", lang, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    listed = set(re.findall(r"^  ([a-z-]+) ", shown, re.MULTILINE))
    assert names <= listed


def test_both_readmes_show_the_same_steps():
    english, french = commands("README.md"), commands("LISEZMOI.md")
    verbs = [next(w for w in line[1:] if w not in ("--lang", "fr")) for line in french]
    assert verbs == [line[1] for line in english]
