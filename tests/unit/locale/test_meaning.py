"""What a few words are about: needs and offers meet across endings and languages."""

import pytest

from entregent.content import Content
from entregent.domain.sectors import Sectors
from entregent.locale.meaning import Meaning
from entregent.services.reference import Reference

MEANING = Reference(Content()).meaning


def meet(need: str, offer: str) -> bool:
    return not MEANING.senses(need).isdisjoint(MEANING.senses(offer))


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("un graphiste pour son association", "graphic design, logos"),
        ("a designer", "design"),
        ("une traductrice", "translation from French"),
        ("quelqu'un pour relire son CV", "relecture de lettres"),
        ("a flat in Lyon", "un appartement à louer"),
        ("des conseils en comptabilité", "comptable, vingt ans de métier"),
        ("un stage en marketing", "marketing"),
        ("PHOTOGRAPHES", "photo de mariage"),
        ("a contact at Airbus", "je connais bien Airbus"),
        ("an introduction in banking", "la banque, je connais"),
        ("un mentor", "mentoring for women founders"),
        ("someone who knows python", "Python"),
        ("help with English", "relecture en anglais"),
        ("un bon plombier", "plomberie"),
        ("un prof de maths", "maths tutoring"),
        ("négocier son salaire", "negotiation coaching"),
        ("un hébergement à Paris", "a room in Paris"),
    ],
)
def test_these_meet(need: str, offer: str) -> None:
    assert meet(need, offer)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("un logement à Lyon", "cours de guitare à Lyon"),
        ("looking for a job in London", "I can help people in London find a doctor"),
        ("un prof de maths", "cours de piano"),
        ("cours d'anglais", "cours d'espagnol"),
        ("un médecin", "recrutement dans la santé"),
        ("un conseil fiscal", "des conseils en image"),
        ("des idées pour mon projet", "un projet de jardin partagé"),
        ("quelqu'un de bien", "quelqu'un de patient"),
        ("a company car", "contact with companies"),
        ("", ""),
        ("the and of", "the and of"),
    ],
)
def test_these_do_not(need: str, offer: str) -> None:
    assert not meet(need, offer)


def test_where_people_live_tells_nothing() -> None:
    assert MEANING.senses("un vélo à Brignais", frozenset({"brignais"})) == MEANING.senses("vélo")


def test_without_a_vocabulary_words_stand_for_themselves() -> None:
    assert Meaning().senses("Some flats") == {"some", "flat"}


def test_a_word_is_never_cut_to_nothing() -> None:
    bare = Meaning.of({"endings": ["ion", "s"]}, Sectors())

    assert bare.root("lion") == "lion"
    assert bare.root("translations") == "translat"
