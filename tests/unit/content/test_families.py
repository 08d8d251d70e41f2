"""Fields of life and work: both languages, no word twice, none that tells nothing."""

import re

import pytest

from entregent.coach.bridges import Kind, Vocabulary
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.locale.french import typography

CONTENT = Content()
FAMILIES = CONTENT.template("vocabulary/families")["family"]
BRIDGES = CONTENT.template("playbook/bridges")
VOCABULARY = Vocabulary.of(
    CONTENT.template("vocabulary/families"), CONTENT.template("vocabulary/languages")
)


@pytest.mark.parametrize("code", FAMILIES)
def test_a_field_has_words_in_both_languages_each_once(code):
    row = FAMILIES[code]
    assert set(row) <= {"fr", "fr_maybe", "en", "en_maybe"}
    for language in ("fr", "en"):
        sure = row[language].split(", ")
        assert len(sure) > 1
        assert all(sure)
        words = [*sure, *row.get(f"{language}_maybe", "").split(", ")]
        assert len(words) == len(set(words))


def test_no_field_is_told_by_a_word_that_everybody_says():
    for code in FAMILIES:
        for cue in VOCABULARY.of_family(code):
            if len(cue.roots) == 1 and cue.hint == "sure":
                assert cue.roots[0] not in VOCABULARY.languages.small[cue.language], (code, cue)


def test_every_kind_has_its_link_in_both_modes_and_all_voices():
    rows = {(row["kind"], row["mode"]) for row in BRIDGES["link"] if "whole" not in row}
    assert rows == {(kind, mode) for kind in Kind for mode in Mode}
    for row in BRIDGES["link"]:
        assert all(row[voice] for voice in ("tu", "vous", "en"))


def wordings():
    for row in (*BRIDGES["link"], *BRIDGES["echo"]):
        for voice in ("tu", "vous", "en"):
            yield from ((voice, said) for said in row[voice])
    for row in BRIDGES["without"]:
        for key in row.keys() - {"mode"}:
            yield key.partition("_")[2], row[key]


def test_bridges_are_written_as_their_language_wants():
    for voice, said in wordings():
        assert "'" not in said
        assert not re.search(r"!|\(e\)|opportunit|reach out", said)
        if voice != "en":
            assert typography(said) == said, said


def test_a_sentence_is_said_in_one_breath():
    for _, said in wordings():
        for sentence in re.split(r"(?<=[.?])\s", said):
            assert len(sentence.split()) <= 20, sentence


def test_an_idiom_is_of_several_words_and_not_only_of_such_as_everybody_says():
    small = VOCABULARY.small | VOCABULARY.common
    for idioms in VOCABULARY.idioms.values():
        for roots in idioms:
            assert len(roots) > 1, roots
            assert not small.issuperset(roots), roots
