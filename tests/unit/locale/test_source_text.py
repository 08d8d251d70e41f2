"""A text as rules read it, and the way back to the text as it was given."""

import pytest

from entregent.locale.source_text import source_text


def back(given: str, words: str) -> str:
    """Return what stands in the given text where `words` stand in the one that is read."""
    source = source_text(given)
    start = source.text.index(words)
    first, after = source.given(start, start + len(words))
    return given[first:after]


def test_plain_text_is_read_as_it_stands():
    source = source_text("Peux-tu me relire ?")
    assert source.text == "Peux-tu me relire ?"
    assert source.given(5, 7) == (5, 7)


def test_letters_and_their_marks_are_put_together():
    given = "Tu m'as aide\u0301, e\u0302tre la\u0300"
    assert source_text(given).text == "Tu m'as aidé, être là"
    assert back(given, "aidé") == "aide\u0301"
    assert back(given, "être") == "e\u0302tre"
    assert back(given, "là") == "la\u0300"


def test_html_becomes_plain_and_every_word_is_found_again():
    given = "<p>Peux-tu <b>me</b> relire&nbsp;?</p><style>p {}</style><!-- no -->"
    source = source_text(given)
    assert source.text.split() == ["Peux-tu", "me", "relire", "?"]
    assert back(given, "relire") == "relire"
    assert back(given, "Peux-tu  me") == "Peux-tu <b>me"
    assert back(given, "\xa0?") == "&nbsp;?"


def test_paragraphs_and_breaks_part_lines():
    lines = source_text("<p>Bonjour</p><p>Peux-tu<br>me relire ?</p>").text.split("\n")
    assert [line.strip() for line in lines if line.strip()] == ["Bonjour", "Peux-tu", "me relire ?"]


@pytest.mark.parametrize(
    "given", ["2 < 3 et 5 > 4", "Salut <prénom> !", "Dear {{first_name}},", "a & b &amp; c"]
)
def test_signs_that_are_no_html_stay(given):
    assert source_text(given).text == given


@pytest.mark.parametrize("given", ["<b>a<!-- never closed", "<b>a<style> never closed"])
def test_what_is_never_closed_ends_with_the_text(given):
    assert source_text(given).text.strip() == "a"


def test_an_empty_span_points_at_one_place():
    source = source_text("<b>ab</b>")
    start = source.text.index("b")
    first, after = source.given(start, start)
    assert first == after == 4
