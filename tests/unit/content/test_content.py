"""The loader of data files: it reads each once, and says what is wrong."""

import tomllib
from pathlib import Path

import pytest

from entregent.content import Content, ContentError


def test_a_data_file_is_read_once() -> None:
    content = Content()
    assert content.template("templates/ask") is content.template("templates/ask")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (b"a = ", "templates/odd: not valid TOML"),
        (b"\xff\xfe", "templates/odd: the file is not UTF-8"),
        (b'[[block]]\nslot = ""\n', "templates/odd, block 1: `slot`"),
    ],
)
def test_a_faulty_file_is_named_with_its_fault(tmp_path: Path, written: bytes, fault: str) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "odd.toml").write_bytes(written)
    with pytest.raises(ContentError) as raised:
        Content(tmp_path).template("templates/odd")
    assert fault in str(raised.value)


def test_a_file_may_be_in_parts_whose_blocks_follow_its_own(tmp_path: Path) -> None:
    (tmp_path / "templates" / "ask").mkdir(parents=True)
    block = '[[block]]\nslot = "{}"\nfr = "Oui"\nen = "Yes"\n'
    whole = 'parts = ["ask/two", "ask/three"]\n' + block.format("one")
    (tmp_path / "templates" / "whole.toml").write_text(whole)
    for name in ("two", "three"):
        (tmp_path / "templates" / "ask" / f"{name}.toml").write_text(block.format(name))
    blocks = Content(tmp_path).template("templates/whole")["block"]
    assert [one["slot"] for one in blocks] == ["one", "two", "three"]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such data file"):
        Content(tmp_path).template("templates/none")


def test_strings_mean_the_same_however_they_are_quoted(tmp_path):
    written = r'''
    # a comment with "one mark and 'another
    plain = "dis moi"
    mark = "l'ami"
    escaped = "un \"mot\" \u00e9crit"
    literal = 'du "gras"'
    long = """
    "un", \""" et "deux""""
    raw = \'\'\'l'un "et" l'autre\'\'\'
    empty = ""
    list = ["a", 'b', "c'", "# d"]
    "a key" = "é"
    '''.replace("\\'", "'")
    (tmp_path / "some.toml").write_text(written, encoding="utf-8")
    assert Content(tmp_path).template("some") == tomllib.loads(written)
