"""Codes drawn as lines and as files."""

from pathlib import Path

import pytest

from entregent.bootstrap.codes import code_lines, code_picture
from entregent.services.ports import BookError


def test_a_file_is_drawn_by_its_ending(phone):
    assert phone(code_picture("Zoé", Path("carte.PNG"))) == "Zoé"
    drawn = code_picture("Zoé", Path("carte.svg"), title="Carte").decode()
    assert phone(drawn) == "Zoé"
    assert "<title>Carte</title>" in drawn


def test_another_ending_is_refused():
    with pytest.raises(BookError) as refusal:
        code_picture("Zoé", Path("carte.gif"))
    assert refusal.value.key == "event.picture-ending"
    assert refusal.value.details == {"path": "carte.gif", "among": ".svg, .png"}


def test_lines_are_for_the_terminal(phone):
    assert phone(code_lines("Zoé", colours="no")) == "Zoé"
