"""What a note says somebody spoke of, and how it is said to them."""

from typing import Literal

import pytest

from entregent.content import Content
from entregent.locale.mention import Mentions, said_to
from entregent.services.reference import Reference

MENTIONS = Reference(Content()).mentions


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("parlé du tri des palettes", "du tri des palettes"),
        ("Elle m'a parlé de son projet d'entrepôt, puis du salon", "de son projet d'entrepôt"),
        ("on a discuté d'un nouveau site à Nantes.", "d'un nouveau site à Nantes"),
        ("a évoqué le réemploi", "du réemploi"),
        ("mentionné l'usine de Blagnac (encore)", "de l'usine de Blagnac"),
        ("il a été question des appels d'offres", "des appels d'offres"),
        ("talked about reuse; nice lunch", "reuse"),
        ("told me about her new site in Bristol", "her new site in Bristol"),
        ("She mentioned the packaging tender", "the packaging tender"),
        ("we spoke of prices", "prices"),
        ("parlé des opérations logistiques", "des opérations logistiques"),
    ],
)
def test_a_note_says_what_was_spoken_of(note: str, said: str) -> None:
    mention = MENTIONS.read(note)
    assert mention is not None
    assert mention.text == said


@pytest.mark.parametrize(
    "note",
    [
        "",
        "cherche à réduire le plastique",
        "parlé avec Omar",
        "parlé",
        "évoqué",
        "parlé de moi à Omar",
        "évoqué ce qu'il pense de nous",
        "parlé de sa fille et de son projet",
        "parlé de son opération du genou",
        "a raconté son divorce",
        "mentioned her mother",
        "told me he is leaving",
        "talked about the surgery",
        "spoke up",
        "mentioned a very long list of things that nobody could ever say in one breath",
    ],
)
def test_what_is_private_long_or_about_who_is_left_alone(note: str) -> None:
    assert MENTIONS.read(note) is None


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("un poste aux achats", False),
        ("a job in illustration, with partners", False),
        ("une nounou le mercredi", True),
        ("a physio for my operation", True),
        ("garde de mes parents", True),
    ],
)
def test_health_and_family_are_private(text: str, private: bool) -> None:  # noqa: FBT001
    assert MENTIONS.private(text) is private


def test_a_long_note_is_read_in_one_go() -> None:
    assert MENTIONS.read("parlé " * 50_000) is None
    found = MENTIONS.read("bla " * 50_000 + "parlé du tri")
    assert found is not None
    assert found.text == "du tri"


def test_without_a_vocabulary_no_note_says_anything() -> None:
    assert Mentions.of({}).read("parlé du tri") is None


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("de son projet et de sa ligne", "tu", "de ton projet et de ta ligne"),
        ("de ses palettes", "vous", "de vos palettes"),
        ("de sonars", "tu", "de sonars"),
        ("her new site", "you", "your new site"),
    ],
)
def test_what_was_theirs_is_yours(text: str, form: Literal["tu", "vous", "you"], said: str) -> None:
    assert said_to(text, form) == said
