"""Text folded for comparison, and first letters."""

import pytest

from entregent.domain.text import capital, company_key, fold, small, tokens, unstopped


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  Éva\tŒUVRÉ ", "eva oeuvre"), ("L’Ĳssel", "l'ijssel"), ("Łódź", "lodz"), ("", "")],
)
def test_text_is_compared_without_accents_capitals_and_white_space(text, folded):
    assert fold(text) == folded


def test_words_are_letters_and_digits_in_order():
    assert tokens("D’Arc, J. 2e_fois") == ("d", "arc", "j", "2e", "fois")


def test_a_company_is_its_name_without_its_legal_form_unless_that_is_all():
    assert company_key("Airbus S.A.S. SAS") == company_key("airbus s a s")
    assert company_key("SA") == "sa"


def test_only_the_first_letter_changes():
    assert (capital("écrire À tous"), small("Écrire À tous")) == ("Écrire À tous", "écrire À tous")
    assert capital("") == small("") == ""


def test_a_full_stop_is_left_off_within_a_sentence():
    assert [unstopped(text) for text in ("un poste. ", "un poste", "", "quoi ?")] == [
        "un poste",
        "un poste",
        "",
        "quoi ?",
    ]
