"""The evening that is printed: the pages are what the program says today."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def pages():
    spec = importlib.util.spec_from_file_location("evening", DOCS / "evening.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script.pages()


@pytest.mark.parametrize("name", ["evening-fr.md", "evening-en.md"])
def test_the_page_is_what_the_program_says(pages, name):
    again = "to print it again: python docs/evening.py docs"
    assert (DOCS / name).read_text(encoding="utf-8") == pages[name], again


def test_the_evening_has_all_its_parts(pages):
    for page in pages.values():
        for command in ("prepare", "pact", "coach", "bridge", "card", "met", "debrief"):
            assert f"$ entregent event {command}" in page
        assert "BEGIN:VCARD" in page
        assert "Traceback" not in page
