"""A word on *tu* and *vous* goes with a course, except where nobody's lead is followed."""

from entregent.content import Content
from entregent.services.events.coaching import address_word


def test_a_word_on_tu_and_vous_is_said_in_both_languages():
    assert "«\u00a0vous\u00a0»" in address_word(Content(), "fr", "stuck")
    assert "vous" in address_word(Content(), "en")


def test_it_is_unsaid_to_somebody_who_is_uneasy():
    assert address_word(Content(), "fr", "unwanted-attention") == ""
