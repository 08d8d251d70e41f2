import pytest

from entregent.exchange.journal.grammar import Line, Unreadable, Word, quote, scan, unescape


def test_words_are_bare_or_quoted():
    assert scan('met "Léa Martin" Omar') == (
        [Word("met"), Word("Léa Martin", quoted=True), Word("Omar")],
        [],
    )


def test_pairs_hold_bare_or_quoted_values():
    words, pairs = scan('person Omar email:omar@exemple.fr title:"Directeur achats"')
    assert words == [Word("person"), Word("Omar")]
    assert pairs == [("email", "omar@exemple.fr"), ("title", "Directeur achats")]


def test_a_semicolon_outside_quotes_starts_a_comment():
    assert scan('need Omar "thé ; café" ; note:non') == (
        [Word("need"), Word("Omar"), Word("thé ; café", quoted=True)],
        [],
    )
    assert scan("met Omar;Léa")[0] == [Word("met"), Word("Omar")]


@pytest.mark.parametrize("line", ["", "   \t", "; rien", "  ; rien \"d'ouvert"])
def test_blank_lines_and_comments_hold_nothing(line: str):
    assert scan(line) == ([], [])


def test_quotes_inside_quotes_are_escaped():
    assert scan(r'need Omar "dit \"le chef\""')[0][2].text == 'dit "le chef"'


def test_a_key_begins_with_a_letter_so_hours_and_references_are_words():
    assert scan("12:30 @a:b -- x") == ([Word("12:30"), Word("@a:b"), Word("--"), Word("x")], [])


def test_an_address_may_hold_colons():
    assert scan("person Omar url:https://exemple.fr/a:b")[1] == [("url", "https://exemple.fr/a:b")]


def test_no_break_spaces_part_words_outside_quotes_only():
    assert scan("met\u00a0Omar") == ([Word("met"), Word("Omar")], [])
    assert scan('need Omar "quoi\u202f?"')[0][2].text == "quoi\u202f?"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('met "Léa Martin', "journal.unclosed-quote"),
        ('met Omar note:"sans fin', "journal.unclosed-quote"),
        (r'met "Léa\"', "journal.unclosed-quote"),
        ('met "Léa\\', "journal.unclosed-quote"),
        ('met "Léa"Martin', "journal.stray-quote"),
        ('met O"Neil"', "journal.stray-quote"),
        ("person Omar title: Directeur", "journal.empty-value"),
    ],
)
def test_a_line_that_cannot_be_split_says_why(line: str, key: str):
    with pytest.raises(Unreadable) as caught:
        scan(line)
    assert caught.value.key == key


@pytest.mark.parametrize(
    "text",
    ["", "a", 'a"b', "\\", "\\\\", 'a\\"', "c:\\new\\road", "un\ndeux\rtrois", "\\\n", "a\\x"],
)
def test_what_is_quoted_reads_back(text: str):
    line = quote(text)
    assert "\n" not in line
    assert "\r" not in line
    assert unescape(line[1:-1]) == text
    assert scan(f"need Omar {line}")[0][2] == Word(text, quoted=True)


def test_a_quote_is_written_as_the_grammar_says():
    assert quote('dit "non"') == r'"dit \"non\""'
    assert quote("a\\b") == '"a\\b"'


def test_a_line_gives_unknown_pairs_back_and_joins_repeated_ones():
    line = Line([], [("weight", "2"), ("x", "1"), ("y", "2"), ("x", "3")])
    assert line.one("weight") == "2"
    assert line.rest() == {"x": "1\n3", "y": "2"}


def test_a_nul_is_no_text():
    with pytest.raises(Unreadable) as trouble:
        scan("person L\0a")
    assert trouble.value.key == "journal.not-text"
