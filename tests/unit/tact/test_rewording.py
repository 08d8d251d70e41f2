"""A better wording takes the voice and the case of the sentence it stands in."""

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context, Form

SAY = {
    "lists": {"phrases": ["merci de"]},
    "better": [
        {"find": "merci de bien vouloir", "tu": "voudrais-tu {rest} ?"},
        {"find": "merci de", "tu": "peux-tu {rest} ?", "vous": "pouvez-vous {rest} ?"},
    ],
}


def better(table, gathered, text: str, form: Form | None = None) -> str | None:
    rules = gathered(table(fr=SAY))
    (found,) = check(text, Context(form=form), rules, "fr").findings
    return found.better


@pytest.mark.parametrize(
    ("text", "form", "wording"),
    [
        ("Merci de relire ta page.", None, "Peux-tu relire ta page ?"),
        ("merci de relire votre page", None, "pouvez-vous relire votre page ?"),
        ("Merci de relire la page.", Form.VOUS, "Pouvez-vous relire la page ?"),
        ("Merci de bien vouloir te relire.", None, "Voudrais-tu te relire ?"),
        ("Merci de relire la page.", None, None),
        ("Merci de.", Form.TU, None),
        ("Merci de relire votre page", Form.TU, None),
        ("Merci de relire ta page et votre plan.", None, None),
        ("Merci de relire le ton de la lettre", None, None),
    ],
)
def test_a_wording_is_that_of_the_voice_and_takes_in_the_rest(table, gathered, text, form, wording):
    assert better(table, gathered, text, form) == wording


def test_an_english_sentence_has_no_voice_of_its_own(table, gathered):
    kindly = {"lists": {"phrases": ["kindly"]}, "better": [{"find": "kindly", "casual": "please"}]}
    rules = gathered(table(en=kindly))
    text = "Kindly send the page to me."
    assert check(text, Context(), rules).findings[0].better is None
    assert check(text, Context(form=Form.CASUAL), rules).findings[0].better == "Please"


def test_an_english_wording_does_not_add_to_slang_in_a_formal_letter(table, gathered):
    kindly = {"lists": {"phrases": ["kindly"]}, "better": [{"find": "kindly", "formal": "please"}]}
    rules = gathered(table(en=kindly))
    formal = Context(form=Form.FORMAL)

    (plain,) = check("I would ask you to kindly read the page.", formal, rules, "en").findings
    (slangy,) = check("yo u kindly read the page", formal, rules, "en").findings

    assert plain.better == "please"
    assert slangy.better is None


def test_an_acronym_begins_no_sentence(table, gathered):
    soon = {"lists": {"phrases": ["asap"]}, "better": [{"find": "asap", "any": "when you can"}]}
    rules = gathered(table(en=soon))

    (found,) = check("Send the page ASAP.", Context(), rules, "en").findings

    assert found.better == "when you can"
