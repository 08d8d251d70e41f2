"""One way of speaking to one reader: rules TC501 and TC502."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form

_RULES = tact_rules(Content())


def _quotes(code, text, form=None, language="fr"):
    found = check(text, Context(form=form), _RULES, language).findings
    return [one.quote for one in found if one.code == code]


def test_a_message_that_mixes_both_in_english_shows_the_slang():
    text = "Dear Professor Hall, wanna chat? Respectfully yours"
    assert _quotes("TC501", text, language="en") == ["wanna"]


def test_a_hey_in_a_very_formal_letter_is_shown():
    text = "Hey there! I should be most obliged for your opinion. I remain, yours truly, Al"
    assert _quotes("TC501", text, language="en") == ["Hey"]


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        (Form.TU, "Auriez-vous un instant ?", ["Auriez"]),
        (Form.TU, "As-tu un instant ?", []),
        (Form.VOUS, "As-tu un instant ?", ["tu"]),
        (Form.VOUS, "Auriez-vous un instant ?", []),
        (None, "As-tu un instant ?", []),
        (Form.TU, "Auriez-vous un instant pour moi ? Ton avis compte.", []),
    ],
)
def test_the_form_declared_for_the_reader_is_kept(form, text, shown):
    assert _quotes("TC502", text, form) == shown


def test_a_message_nearly_all_in_the_wrong_form_is_in_the_wrong_form():
    text = (
        "Bonjour, auriez-vous un instant ? Pourriez-vous relire votre page ? Dites-moi ce que vous "
        "en pensez, et si vous voyez une erreur. Merci à toi."
    )
    assert _quotes("TC502", text, Form.TU) == ["auriez"]


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        (Form.FORMAL, "hey u free?", ["hey u"]),
        (Form.FORMAL, "Good morning, may I call?", []),
        (Form.CASUAL, "I remain, yours faithfully, Ed", ["I remain, yours"]),
        (Form.CASUAL, "Hey, got a sec?", []),
    ],
)
def test_the_register_declared_for_the_reader_is_kept(form, text, shown):
    assert _quotes("TC502", text, form, "en") == shown


def test_words_in_another_language_are_read_in_theirs():
    text = "Tu as vu le poste ? They wrote: we hope that you will apply, and that you are well."
    assert _quotes("TC501", text) == []
