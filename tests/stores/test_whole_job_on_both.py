"""The main job through the command line: a database answers what a file answers."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from entregent.cli.app import entregent
from entregent.store.ids import Uuids

NETWORK = Path(__file__).parents[2] / "examples" / "network"
CARDS = """BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Petit\r\nEMAIL:zoe@exemple.fr\r\n\
ORG:Airbus\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Omar Diallo\r\n\
EMAIL:omar@exemple.fr\r\nEND:VCARD\r\n"""
JOB: tuple[tuple[str, ...], ...] = (
    ("import", str(NETWORK)),
    ("import", "cards.vcf"),
    ("import", "cards.vcf"),
    ("people", "Petit"),
    ("tie", "Zoé Petit", "--closeness", "good"),
    ("ask", "interview", "--person", "Zoé Petit"),
    ("ask", "introduction", "--person", "Omar Diallo"),
    ("ask", "advice", "--company", "Airbus"),
    ("record", "asked", "Zoé Petit", "interview"),
    ("ledger",),
    ("today",),
    ("undo",),
    ("undo",),
    ("forget", "Zoé Petit", "--yes", "--never-again"),
    ("import", "cards.vcf"),
    ("people", "Petit"),
    ("export", "--journal"),
    ("export",),
)
_VARIES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
    r'|\d{4}-\d\d-\d\dT[\d:.+]+|"(?:salt|hash)": "[0-9a-f]+"|"key": "[a-z]{5}"|"[0-9a-f]{64}"'
)


def told(book: str) -> list[tuple[int, str]]:
    """Run the job; ids are numbered as they come, instants and salts are left out."""
    names: dict[str, str] = {}

    def stand_in(found: re.Match[str]) -> str:
        text = found.group()
        return names.setdefault(text, f"#{len(names)}") if text[8:9] == "-" else "~"

    said = []
    for words in JOB:
        result = CliRunner().invoke(entregent, ["--book", book, "--json", *words])
        assert "Traceback" not in result.output
        if result.exit_code != 2:
            json.loads(result.stdout)
        said.append((result.exit_code, _VARIES.sub(stand_in, result.output)))
    return said


def test_a_database_answers_what_a_file_answers(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTREGENT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ENTREGENT_TODAY", "2026-03-02")
    monkeypatch.setenv("ENTREGENT_LANG", "en")
    monkeypatch.chdir(tmp_path)
    Path("cards.vcf").write_text(CARDS, encoding="utf-8", newline="")
    in_a_file = told(str(tmp_path / "carnet.db"))
    in_a_database = told(f"{postgres}&schema=job-{Uuids().new()}")
    for words, one, other in zip(JOB, in_a_file, in_a_database, strict=True):
        assert one == other, words
    codes = [code for code, _ in in_a_file]
    assert 2 not in codes, list(zip(JOB, in_a_file, strict=True))[codes.index(2)]
    assert '"people": []' in in_a_file[15][1]
