"""Messages after an encounter: they say again what was typed, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.words import Address, Kind
from entregent.drafts.brief import DraftBrief, Medium, Moment, Parting, Plan, Recipient
from entregent.drafts.write import draft, read_words

WORDS = read_words(Content().template)
BRIEF = DraftBrief(
    Kind.INTERVIEW,
    Recipient("Chloé Martin", "Chloé"),
    date(2026, 3, 10),
    address=Address.TU,
    met=date(2026, 3, 9),
    event="Apéro des anciens",
)


def body(moment, medium=Medium.EMAIL, lang="fr", **said):
    brief = replace(BRIEF, moment=Moment(moment), medium=medium, language=lang)
    return draft(replace(brief, parting=Parting(**said)), WORDS).body


def test_what_was_promised_goes_with_the_day_the_event_and_the_talk():
    text = body("send", thing="l'article", talked=("escalade", "apiculture"))
    assert "l’article" in text
    assert "9 mars (Apéro des anciens)" in text
    assert "parler escalade et apiculture avec toi" in text.lower()
    assert "?" not in text


def test_a_thing_without_an_article_is_listed_and_one_that_cannot_be_said_is_left_out():
    assert "Comme promis le 9 mars (Apéro des anciens)\u00a0: article sur le lin." in body(
        "send", thing="article sur le lin"
    )
    assert "leur" not in body("send", thing="leur devis")


def test_subjects_with_articles_are_joined_as_french_joins_them():
    text = body("pleasure", talked=("le salon de Lyon", "l'apiculture", "escalade"))
    assert "du salon de Lyon et de l’apiculture" in text
    assert "escalade" not in text


def test_their_things_become_yours():
    assert "de ton potager" in body("pleasure", talked=("son potager",))
    assert "about your garden" in body("pleasure", lang="en", talked=("her garden",))


def test_what_is_long_or_of_another_language_is_not_said_again():
    long = "les transports en commun de toute la métropole"
    assert "transports" not in body("pleasure", talked=(long,))
    assert "élevage" not in body("pleasure", lang="en", talked=("élevage de chèvres",))
    assert "🌱" not in body("pleasure", talked=("🌱", "…"))


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan.COFFEE, "café"),
        (Plan.CALL, "appel"),
        (Plan.DRINK, "verre"),
        (Plan.VISIT, "visite"),
        (Plan.AGAIN, "nous revoir"),
        (None, "nous revoir"),
    ],
)
def test_what_was_agreed_on_is_named(plan, words):
    assert words in body("meet", plan=plan)


def test_a_day_that_was_agreed_on_is_not_asked_for_again():
    text = body("lunch", plan=Plan.LUNCH, day=date(2026, 3, 17))
    assert "ardi 17 mars" in text
    assert "quel midi" not in text.lower()
    assert "Tuesday 17 March" in body("meet", lang="en", plan=Plan.CALL, day=date(2026, 3, 17))


def test_one_message_holds_both_the_promise_and_the_lunch():
    text = body("send", thing="l'article", plan=Plan.LUNCH, day=date(2026, 3, 17))
    assert "Et pour notre déjeuner, mardi 17 mars te va toujours" in text
    assert "Rien à répondre" not in text
    assert "Inutile de répondre" not in text


def test_an_introduction_that_was_offered_is_theirs_to_want():
    text = body("present", whom="Karim Haddad")
    assert "Karim Haddad" in text
    assert "je demande d’abord l’accord" in text
    assert "dis-le simplement" in text


def test_a_word_of_pleasure_asks_nothing():
    for medium in Medium:
        for lang in ("fr", "en"):
            assert "?" not in body("pleasure", medium, lang, talked=("climbing",))
