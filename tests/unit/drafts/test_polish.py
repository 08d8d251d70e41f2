"""A rephrasing says what the plain draft says, no more and no less, or it is not kept."""

from dataclasses import replace

import pytest

from entregent.content import Content
from entregent.drafts.brief import Draft, Medium, Voice
from entregent.drafts.polish import Doubt, PolishWords, doubts, instruction, parts

PLAIN = Draft(
    subject="Demande de mise en relation : Omar Haddad",
    body=(
        "Bonjour Léa,\n\nPourrais-tu me présenter à Omar Haddad, chez Airbus, avant le 14 mars ? "
        "Vingt minutes suffisent.\n\nSi ce n’est pas le moment, dis-le-moi sans gêne. Merci !"
    ),
    forward="",
    questions=(),
    kit=(),
    language="fr",
    address=Voice.TU,
    channel=Medium.EMAIL,
)
ENGLISH = replace(
    PLAIN,
    language="en",
    address=Voice.CASUAL,
    body="Hi Léa,\n\nCould you introduce me to Omar Haddad at Airbus? No is fine. Thank you!",
)


def found(plain: Draft, polished: str) -> list[tuple[Doubt, str]]:
    words = PolishWords.of(Content().template("vocabulary/polish"), plain.language)
    return [(one.why, one.words) for one in doubts(plain, polished, words)]


def test_another_wording_of_the_same_is_kept():
    assert (
        found(
            PLAIN,
            "Bonjour Léa,\n\nSerait-il possible que tu me présentes à Omar Haddad (Airbus) avant "
            "le 14 mars ? Vingt minutes suffiraient.\n\nSi ce n’est pas le bon moment, dis-le-moi "
            "simplement. Merci beaucoup !",
        )
        == []
    )
    assert (
        found(
            ENGLISH,
            "Dear Léa,\n\nWould you be able to introduce me to Omar Haddad at Airbus? No is "
            "perfectly fine. Thanks!",
        )
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "why", "words"),
    [
        ("Airbus", "Airbus avec Karim", Doubt.NAME, "Karim"),
        ("14", "15", Doubt.NUMBER, "15"),
        ("Vingt", "Trente", Doubt.NUMBER, "Trente"),
        ("14 mars", "mardi 14 mars", Doubt.NUMBER, "mardi"),
        (", chez Airbus,", "", Doubt.LOST, "Airbus"),
        ("14 ", "", Doubt.LOST, "14"),
        ("Vingt minutes", "Vingt minutes rémunérées", Doubt.CLAIM, "rémunérées"),
        ("Merci", "Tu ne le regretteras jamais, merci", Doubt.DENIAL, ""),
        ("Merci", "Merci " * 30, Doubt.LONG, ""),
        ("présenter à Omar", "présenter, karim et moi, à Omar", Doubt.CLAIM, "karim"),
        ("Vingt", "Treize", Doubt.CLAIM, "Treize"),
        ("Vingt minutes suffisent", "Vingt minutes, vingt, suffisent", Doubt.NUMBER, "Vingt"),
        ("14 mars ? Vingt", "vingt mars ? 14", Doubt.NUMBER, "vingt"),
        (
            "Léa,\n\nPourrais-tu me présenter à Omar",
            "Omar,\n\nPourrais-tu me présenter à Léa",
            Doubt.NAME,
            "Omar",
        ),
        ("n’est pas", "est", Doubt.DENIAL, ""),
        ("Merci", "<br>Merci", Doubt.SIGN, "<"),
        ("Merci", "Merci \u202e", Doubt.SIGN, "U+202E"),
        ("Bonjour", "Voici le message :\nBonjour", Doubt.CLAIM, "Voici le message :"),
        ("Bonjour", "Chère", Doubt.CLAIM, "Chère"),
    ],
)
def test_what_says_more_or_less_is_doubted(old, new, why, words):
    assert (why, words) in found(PLAIN, PLAIN.body.replace(old, new))


def test_a_denial_stays_with_what_it_denies():
    plain = replace(ENGLISH, body=f"{ENGLISH.body} I never worked with Omar. Answer soon.")
    moved = plain.body.replace("never worked", "worked").replace("Answer", "Never answer")
    assert found(plain, moved) == [(Doubt.DENIAL, "")]


def test_the_signature_stays():
    signed = replace(PLAIN, body=f"{PLAIN.body}\n\nThaïs")
    assert found(signed, PLAIN.body) == [(Doubt.LOST, "Thaïs")]


def test_an_empty_answer_is_doubted():
    assert found(PLAIN, " \n ") == [(Doubt.EMPTY, "")]


def test_the_paragraph_to_forward_stays_as_it_is():
    told = "Nadia Benali, acheteuse chez Veolia, souhaite faire la connaissance d’Omar Haddad."
    quoting = replace(PLAIN, forward=told, body=f"{PLAIN.body}\n\nÀ transférer : « {told} »")
    inline = replace(PLAIN, forward=told, body=f"Salut, voici : « {told} » Merci")

    head, tail = parts(quoting)
    assert head == PLAIN.body
    assert told in tail
    assert parts(PLAIN) == (PLAIN.body, "")
    assert parts(inline) == (inline.body, "")
    assert (Doubt.QUOTE, "") in found(
        quoting, quoting.body.replace("acheteuse", "grande acheteuse")
    )


def test_the_model_is_told_the_language_and_the_manners():
    assert "tu" in instruction(PLAIN)
    assert "British" in instruction(ENGLISH)
