"""Lists of phrases, looked up at a place."""

from entregent.coach.capture.lexicon import Lexicon


def test_the_longest_phrase_is_found_and_an_empty_one_is_none():
    known = Lexicon(["chef", "chef de projet", "B&Q", " "])
    said = ["un", "chef", "de", "projet", "b", "&", "q"]
    assert known.end(said, 1, 7) == 4
    assert known.end(said, 1, 3) == 2
    assert known.end(said, 4, 7) == 7
    assert known.end(said, 0, 7) == 0
    assert "chef" in known
    assert "projet" not in known
