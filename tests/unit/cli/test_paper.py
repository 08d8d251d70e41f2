"""Paper: lines of 80 columns that break where they may."""

from entregent.cli.paper import Paper, Touch, clean, display_width, wrap

NBSP = "\u00a0"


def test_width_is_what_a_terminal_shows() -> None:
    assert display_width("Léa") == 3
    assert display_width("Le\u0301a") == 3
    assert display_width("日本") == 4
    assert display_width("a\u200bb") == 2


def test_lines_break_on_ordinary_spaces_only() -> None:
    text = f"un deux trois{NBSP}: quatre"
    assert wrap(text, 12) == ["un deux", f"trois{NBSP}:", "quatre"]


def test_a_word_too_long_stays_whole() -> None:
    assert wrap("a " + "x" * 20 + " b", 10) == ["a", "x" * 20, "b"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]


def test_control_characters_cannot_rewrite_the_terminal() -> None:
    assert clean("a\x1b[2Jb\nc\x7f") == "a [2Jb c "


def test_paragraphs_hang_under_their_lead() -> None:
    paper = Paper(width=20)
    paper.write("one two three four five", indent=2, lead="· ")
    assert str(paper) == "  · one two three\n    four five"


def test_names_stand_left_and_words_right() -> None:
    paper = Paper(width=20)
    paper.across("Léa", "later", lead="○ ")
    assert str(paper) == "○ Léa          later"


def test_a_long_name_sends_the_word_below() -> None:
    paper = Paper(width=20)
    paper.across("Léa-Marie Martin", "not this ask")
    assert str(paper) == "Léa-Marie Martin\nnot this ask"


def test_no_word_leaves_no_trailing_space() -> None:
    paper = Paper()
    paper.across("Léa", "")
    assert str(paper) == "Léa"


def test_labels_and_texts_are_aligned_and_empty_ones_left_out() -> None:
    paper = Paper(width=30)
    paper.pairs([("to", "Léa"), ("cc", ""), ("subject", "one two three four five")])
    assert str(paper).split("\n") == [
        "  to       Léa",
        "  subject  one two three four",
        "           five",
    ]


def test_colours_only_where_they_show() -> None:
    plain, coloured = Paper(), Paper(coloured="yes")
    for paper in (plain, coloured):
        paper.write("Léa", touch=Touch.STRONG)
    assert str(plain) == "Léa"
    assert str(coloured) == "\x1b[1;36mLéa\x1b[0m"


def test_air_is_one_blank_line_and_none_at_the_ends() -> None:
    paper = Paper(width=3)
    paper.air()
    paper.write("a")
    paper.air()
    paper.air()
    paper.rule()
    paper.air()
    assert str(paper) == "a\n\n───"


def test_a_letter_keeps_its_blank_lines() -> None:
    paper = Paper()
    paper.letter("Bonjour,\n\nMerci.")
    assert str(paper).split("\n") == ["    Bonjour,", "", "    Merci."]
