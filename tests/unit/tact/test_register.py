"""One way of speaking to one reader: rules TC501 and TC502."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import Rules, check, mended
from entregent.tact.context import Context, Form

_ALL = tact_rules(Content())


_RULES = Rules(
    tuple(rule for rule in _ALL.rules if rule.kind in {"mixture", "mismatch"}), _ALL.lexicon
)


def _found(text, form=None, language="fr"):
    return check(text, Context(form=form), _RULES, language).findings


def _quotes(code, text, form=None, language="fr"):
    return [one.quote for one in _found(text, form, language) if one.code == code]


def test_a_message_that_mixes_both_in_english_shows_the_slang():
    text = "Dear Professor Hall, wanna chat? Respectfully yours"
    assert _quotes("TC501", text, language="en") == ["wanna"]


def test_a_hey_in_a_very_formal_letter_is_shown():
    text = "Hey there! I should be most obliged for your opinion. I remain, yours truly, Al"
    assert _quotes("TC501", text, language="en") == ["Hey"]


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        (Form.TU, "Auriez-vous un instant ?", ["Auriez-vous"]),
        (Form.TU, "As-tu un instant ?", []),
        (Form.VOUS, "As-tu un instant ?", ["As-tu"]),
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
        "en pensez, et si vous voyez une erreur. N'hésitez pas. Merci à toi."
    )
    assert _quotes("TC502", text, Form.TU) == ["auriez-vous"]


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


def test_a_message_in_the_other_form_is_put_in_the_one_declared():
    text = "Bonjour, auriez-vous cinq minutes ? Votre avis m'aiderait."
    put = "Bonjour, aurais-tu cinq minutes ? Ton avis m'aiderait."
    assert mended(text, _found(text, Form.TU)) == put
    assert mended(put, _found(put, Form.VOUS)) == text


def test_words_in_another_language_are_read_in_theirs():
    text = "Tu as vu le poste ? They wrote: we hope that you will apply, and that you are well."
    assert _quotes("TC501", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, example.text)
        for rule in _RULES.rules
        for language, told in rule.told.items()
        for example in told.flags
    ],
)
@pytest.mark.parametrize("form", [None, Form.TU, Form.VOUS])
def test_a_mended_message_keeps_one_form(language, text, form):
    found = _found(text, form, language)
    again = _found(mended(text, found), form, language)
    assert bool(again) is any(one.better is None for one in found)


def test_the_form_declared_is_the_one_kept():
    text = "Comment vas-tu ? J'aurais besoin de votre avis."
    assert mended(text, _found(text, Form.TU)) == "Comment vas-tu ? J'aurais besoin de ton avis."
    assert (
        mended(text, _found(text, Form.VOUS))
        == "Comment allez-vous ? J'aurais besoin de votre avis."
    )


def test_with_no_form_declared_the_rarer_gives_way():
    text = "Auriez-vous un instant ? Je vous appelle quand vous voulez. Dis-moi ce qui t'arrange."
    assert mended(text, _found(text)).endswith("Dites-moi ce qui vous arrange.")


def test_with_both_alike_the_writer_chooses():
    text = "Comment vas-tu ? J'aurais besoin de votre avis."
    assert _quotes("TC501", text) == ["votre"]
    assert mended(text, _found(text)) == text


def test_a_message_that_would_have_to_be_rewritten_is_left_to_the_writer():
    text = "Tu vois ? " * 9 + "Vous savez ? " * 4
    assert [(one.quote, one.better) for one in _found(text)] == [("Vous savez", None)]


def test_slang_is_said_in_plain_english():
    text = "Dear Professor Hall, wanna chat? Pls let me know. Respectfully yours"
    plain = "Dear Professor Hall, want to chat? Please let me know. Respectfully yours"
    assert mended(text, _found(text, language="en")) == plain
