"""A message, its context and rules make remarks, each with its place in the text given."""

import pytest

from entregent.tact.check import LONGEST, TextError, check, mended
from entregent.tact.context import Context, Purpose
from entregent.tact.finding import Finding, Level

FRENCH = {
    "message": "Évitez ce mot.",
    "lists": {"phrases": ["zut", "petite question"]},
    "better": [{"find": "petite question", "any": "question"}],
}
ENGLISH = {"message": "Avoid that word.", "lists": {"phrases": ["drat"]}}


def test_a_remark_points_at_the_words_and_says_what_to_do(table, gathered):
    rules = gathered(table(fr=FRENCH, en=ENGLISH))
    found = check("Bonjour,\r\nj'ai une petite question pour toi.", Context(), rules)
    assert found.language == "fr"
    (one,) = found.findings
    assert (one.code, one.name, one.level) == ("TC900", "a-rule", "warning")
    assert one.quote == "petite question"
    assert (one.start, one.end) == (19, 34)
    assert one.message == "Évitez ce mot."
    assert one.better == "question"


def test_remarks_are_said_in_the_language_asked_for(table, gathered):
    rules = gathered(table(fr=FRENCH, en=ENGLISH))
    assert check("Zut pour toi", Context(), rules, spoken="en").findings[0].message == (
        "Avoid that word."
    )
    assert check("Drat, I would like that", Context(), rules).findings[0].message == (
        "Avoid that word."
    )


def test_the_fallback_is_the_language_of_what_does_not_say(table, gathered):
    rules = gathered(table(fr=FRENCH, en=ENGLISH))
    assert check("zut", Context(), rules, "fr").findings
    assert check("zut", Context(), rules, "en").findings == ()


def test_a_rule_for_some_asks_is_silent_on_others(table, gathered):
    rules = gathered(table(fr=FRENCH, moments=["review"]))
    assert check("Zut pour toi", Context(Purpose.REVIEW), rules).findings
    assert check("Zut pour toi", Context(), rules).findings
    assert check("Zut pour toi", Context(Purpose.ADVICE), rules).findings == ()


def test_remarks_come_in_the_order_of_the_text(table, gathered):
    late = table(code="TC901", fr={"lists": {"phrases": ["flute"]}})
    rules = gathered(late, table(fr=FRENCH))
    found = check("Zut alors. Flûte pour toi. Zut.", Context(), rules).findings
    assert [one.quote for one in found] == ["Zut", "Flûte", "Zut"]


def test_what_is_no_message_is_refused(table, gathered):
    rules = gathered(table())
    for text, why in (("a" * (LONGEST + 1), "long"), ("a\0b", "binary")):
        with pytest.raises(TextError) as refused:
            check(text, Context(), rules)
        assert refused.value.why == why


def test_a_wording_is_offered_only_where_the_words_stand_as_they_were_read(table, gathered):
    rules = gathered(table(fr=FRENCH))
    apart = "J'ai e\u0301te\u0301 bref, une petite question"
    assert check(apart, Context(), rules).findings[0].better == "question"
    marked = "<p>J'ai une petite question</p>"
    assert check(marked, Context(), rules).findings[0].better == "question"
    within = "<p>J'ai une petite <b>question</b></p>"
    (one,) = check(within, Context(), rules).findings
    assert one.quote == "petite <b>question"
    assert one.better is None


def test_a_mended_text_has_the_wordings_put_in_and_the_rest_as_it_was(table, gathered):
    rules = gathered(table(fr=FRENCH))
    text = "Une petite question ?\r\nEt une petite question encore. Zut."
    found = check(text, Context(), rules).findings
    assert mended(text, found) == "Une question ?\r\nEt une question encore. Zut."
    assert mended(text, ()) == text


def _remark(code: str, start: int, end: int, better: str | None) -> Finding:
    return Finding(code, "a-rule", Level.INFO, start, end, "x" * (end - start), "m", better)


def test_wordings_of_one_rule_go_in_all_or_none():
    text = "a b c d"
    wide = _remark("TC901", 0, 3, "Z")
    first, second = _remark("TC902", 2, 3, "y"), _remark("TC902", 6, 7, "x")
    other, none = _remark("TC903", 4, 5, "w"), _remark("TC904", 6, 7, None)

    assert mended(text, (wide, first, other, second, none)) == "a y w x"
    assert mended(text, (wide, other)) == "Z w d"


def test_wordings_of_one_rule_that_lie_over_one_another_are_left_out():
    assert mended("a b", (_remark("TC901", 0, 3, "z"), _remark("TC901", 2, 3, "y"))) == "a b"
