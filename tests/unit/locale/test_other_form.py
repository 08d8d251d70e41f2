"""The same said as tu or as vous, where that is certain; else nothing."""

import tomllib
from importlib.resources import files

import pytest

from entregent.domain.words import Address
from entregent.locale.address_form import AddressWords, SentenceWords
from entregent.locale.other_form import OtherForm, changed
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span

_TABLE = tomllib.loads(
    (files("entregent.content") / "vocabulary" / "address.toml").read_text(encoding="utf-8")
)
_ADDRESS = AddressWords(_TABLE["fr"])
_OTHER = OtherForm(_TABLE["other_form"])


def said(text: str, to: Address) -> str | None:
    """Return a sentence in a form, None where that is not certain."""
    words = SentenceWords(
        [word for word, _, _ in words_of(text)],
        [Span(start, end) for _, start, end in words_of(text)],
    )
    forms = _ADDRESS.forms(text, [words])
    places = forms.vous + forms.many if to is Address.TU else forms.tu
    held = [
        at
        for at, word in enumerate(words.places)
        if any(place.start <= word.start < place.end for place in places)
    ]
    changes = _OTHER.changes(text, words, held, to)
    if changes is None:
        return None
    start, end, put = changed(text, changes)
    return text[:start] + put + text[end:]


@pytest.mark.parametrize(
    ("vous", "tu"),
    [
        ("Auriez-vous cinq minutes ?", "Aurais-tu cinq minutes ?"),
        ("Pouvez-vous m’appeler ?", "Peux-tu m’appeler ?"),
        ("Vous connaissez Paul ?", "Tu connais Paul ?"),
        ("Vous n’avez rien reçu ?", "Tu n’as rien reçu ?"),
        ("Vous me direz.", "Tu me diras."),
        ("J’aimerais votre avis.", "J’aimerais ton avis."),
        ("Merci de votre réponse.", "Merci de ta réponse."),
        ("Merci de votre message.", "Merci de ton message."),
        ("Vos remarques comptent.", "Tes remarques comptent."),
        ("Mon avis vaut le vôtre.", "Mon avis vaut le tien."),
        ("Ma lettre vaut la vôtre.", "Ma lettre vaut la tienne."),
        ("Je vous remercie.", "Je te remercie."),
        ("Je vous écris.", "Je t’écris."),
        ("Je ne vous en veux pas.", "Je ne t’en veux pas."),
        ("Merci de vous joindre à nous.", "Merci de te joindre à nous."),
        ("S’il vous plaît, un mot.", "S’il te plaît, un mot."),
        ("Bien à vous.", "Bien à toi."),
        ("N’hésitez pas.", "N’hésite pas."),
        ("Dites-moi tout.", "Dis-moi tout."),
        ("Seriez-vous d’accord ?", "Serais-tu d’accord ?"),
    ],
)
def test_what_is_vous_becomes_tu_and_back(vous, tu):
    assert said(vous, Address.TU) == tu
    assert said(tu, Address.VOUS) == vous


@pytest.mark.parametrize(
    ("tu", "vous"),
    [
        ("t'as reçu mon mot", "vous avez reçu mon mot"),
        ("Envoie la page stp", "Envoyez la page svp"),
        ("Tu gagneras bien.", "Vous gagnerez bien."),
        ("Merci pour ta part.", "Merci pour votre part."),
    ],
)
def test_what_is_tu_becomes_vous(tu, vous):
    assert said(tu, Address.VOUS) == vous


@pytest.mark.parametrize(
    "text",
    [
        "Votre zébu est beau.",
        "Votre (joli) message.",
        "Je vous héberge.",
        "VOUS AVEZ LU ?",
        "Vous souvenez-vous ?",
        "Parlez-en.",
        "Quand vous passez, ne riez pas.",
        "Si vous venez, restez et déjeunez.",
        "Votre collègue me plaît.",
        "Paul et vous avez raison.",
        "Vous, mardi ?",
        "Vous vous trompez.",
    ],
)
def test_what_is_not_certain_is_left_to_the_writer(text):
    assert said(text, Address.TU) is None


@pytest.mark.parametrize(
    "text",
    [
        "ta vu ?",
        "tes où",
        "T'inquiète pas.",
        "Ne te presse pas.",
        "Tu te souviens ?",
        "Tu jubiles.",
        "Jubiles-tu ?",
        "Toi, tu sais.",
        "Vas-y.",
        "Un mot de toi me ferait plaisir.",
        "Tu, mardi ?",
        "Relis et corrige.",
    ],
)
def test_what_is_not_certain_is_left_to_the_writer_who_says_tu(text):
    assert said(text, Address.VOUS) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tu parais bien connaître Paul.",
        "Tu extrais les pages.",
        "Si tu veux, tu passes me voir et manges avec nous.",
        "Tu prends le plan et le transmets à Paul.",
        "Tu viens ou tu restes et parles.",
    ],
)
def test_a_verb_that_would_be_guessed_or_left_behind_is_left_to_the_writer(text):
    assert said(text, Address.VOUS) is None


@pytest.mark.parametrize(
    "text", ["Je vous ai vus hier.", "Vous passez me voir et mangez avec nous."]
)
def test_an_agreement_or_a_second_verb_is_left_to_the_writer_who_says_vous(text):
    assert said(text, Address.TU) is None
