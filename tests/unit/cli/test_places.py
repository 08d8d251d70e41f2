"""Lines, columns and excerpts of a message, whatever stands in it."""

import pytest

from entregent.cli.places import Lines
from entregent.cli.views.check import excerpt


def test_lines_and_columns_are_counted_from_one():
    lines = Lines("ab\r\ncd\n\né😀f")
    assert [lines.place(at) for at in (0, 2, 4, 7, 8, 10)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (4, 1),
        (4, 3),
    ]
    assert lines.line(5) == (4, "cd")
    assert lines.line(0) == (0, "ab")
    assert lines.line(10) == (8, "é😀f")
    assert Lines("").place(0) == (1, 1)


@pytest.mark.parametrize(
    ("line", "words", "shown", "under"),
    [
        ("Tu me dois ça.", "me dois", "Tu me dois ça.", "   ^^^^^^^"),
        ("\tTu me dois", "me", " Tu me dois", "    ^^"),
        ("中文 me dois", "me", "中文 me dois", "     ^^"),
        ("😀 e\u0301t me", "me", "😀 e\u0301t me", "      ^^"),
        ("a\u202eb me", "me", "ab me", "   ^^"),
    ],
)
def test_words_are_underlined_where_a_terminal_shows_them(line, words, shown, under):
    start = line.index(words)
    told, before, width = excerpt(line, start, start + len(words))
    assert told == shown
    assert " " * before + "^" * width == under


def test_a_long_line_is_shown_around_the_words():
    line = "mot " * 40 + "tu me dois " + "mot " * 40
    start = line.index("tu me")
    shown, before, width = excerpt(line, start, start + len("tu me dois"))
    assert shown.startswith("… ")
    assert shown.endswith("…")
    assert len(shown) <= 72
    assert shown[before : before + width] == "tu me dois"


def test_words_longer_than_the_line_are_underlined_as_far_as_it_goes():
    shown, before, width = excerpt("a" * 300, 0, 300)
    assert (len(shown), before, width) == (71, 0, 70)
    shown, before, width = excerpt("b" * 300 + " zut", 250, 304)
    assert before + width <= len(shown)
    assert excerpt("", 0, 0) == ("", 0, 1)
