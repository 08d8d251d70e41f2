"""Whether a way will carry and what it opens, in both languages."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from entregent.domain.ids import PersonId
from entregent.domain.words import Sort
from entregent.locale.speech import Speech
from entregent.locale.wording_outlook import carry_sentence, opening_sentence
from entregent.network.outlook import Carries, Carry, Ground, Opening, Opens

FOLDER = Path(__file__).parents[3] / "src" / "entregent" / "locale"
ME, LEA, OMAR = PersonId("1"), PersonId("2"), PersonId("3")
NBSP = "\u00a0"


class Cast:
    owner = ME

    def full(self, person):
        return {ME: "Nadia Benali", LEA: "Léa Martin", OMAR: "Omar Haddad"}[person]

    def short(self, person):
        return self.full(person).split()[0]


@pytest.fixture(params=["fr", "en"])
def speech(request):
    sentences = tomllib.loads((FOLDER / f"{request.param}.toml").read_text(encoding="utf-8"))
    return Speech(request.param, sentences, date(2026, 3, 1))


def test_sound_ties_carry(speech):
    said = [carry_sentence(speech, Carry(Carries.WELL, ties), Cast()) for ties in (1, 2)]
    assert (
        said
        == {
            "fr": [
                f"Un lien solide{NBSP}: la demande devrait passer.",
                f"Des liens solides d’un bout à l’autre{NBSP}: la demande devrait passer.",
            ],
            "en": [
                "A sound tie: the ask should carry.",
                "Sound ties all the way: the ask should carry.",
            ],
        }[speech.lang]
    )


def test_the_thinnest_tie_is_named_and_nobody_is_judged(speech):
    mine, theirs = (ME, LEA), (LEA, OMAR)
    carries = [
        Carry(Carries.FAIRLY, 2, mine),
        Carry(Carries.FAIRLY, 2, theirs),
        Carry(Carries.BARELY, 2, theirs),
        Carry(Carries.BARELY, 1, mine),
        Carry(Carries.FAIRLY, 3),
    ]
    assert [carry_sentence(speech, carry, Cast()) for carry in carries] == {
        "fr": [
            f"La demande peut passer{NBSP}; le lien le plus ténu est celui qui vous relie à Léa.",
            f"La demande peut passer{NBSP}; le lien le plus ténu est celui qui relie Léa et Omar.",
            f"La demande risque de ne pas passer{NBSP}: entre Léa et Omar, peu de traces.",
            f"Ce lien n’a guère laissé de traces{NBSP}: la demande risque de ne pas passer.",
            f"Chaque lien est solide, mais il y en a 3{NBSP}: la demande peut passer.",
        ],
        "en": [
            "The ask may carry; the thinnest tie is the one between you and Léa.",
            "The ask may carry; the thinnest tie is the one between Léa and Omar.",
            "The ask may not carry: little is noted between Léa and Omar.",
            "Little is noted of this tie: the ask may not carry.",
            "Each tie is sound, but there are 3 of them: the ask may carry.",
        ],
    }[speech.lang]


@pytest.mark.parametrize("level", Carries)
@pytest.mark.parametrize("thin", [(ME, LEA), (LEA, OMAR), None])
@pytest.mark.parametrize("ties", [1, 2])
def test_every_way_can_be_said(speech, level, thin, ties):
    carry = Carry(level, ties if thin else 2, thin)
    assert carry_sentence(speech, carry, Cast()).endswith(".")


def test_new_ground_is_named_and_what_a_moderate_tie_brings(speech):
    ground, where = Ground(Sort.SECTOR, "énergie", 0), f"«{NBSP}énergie{NBSP}»"
    bare = opening_sentence(speech, Opening(Opens.MUCH, ground), "énergie")
    precious = opening_sentence(speech, Opening(Opens.MUCH, ground, moderate=True), "énergie")
    assert (bare, precious.removeprefix(bare)) == {
        "fr": (
            f"Terrain neuf{NBSP}: vous ne fréquentez personne d’autre dans le secteur {where}.",
            " Un lien ni proche ni perdu apporte souvent ce que les proches ne savent pas.",
        ),
        "en": (
            "New ground: you are in touch with nobody else in the “énergie” sector.",
            " A tie neither close nor lost often brings what close friends don’t know.",
        ),
    }[speech.lang]


def test_where_i_belong_is_said_so(speech):
    opening = Opening(Opens.LITTLE, Ground(Sort.CIRCLE, "chorale", 0, mine=True))
    told = opening_sentence(speech, opening, "chorale").replace(NBSP, " ")
    assert (
        told
        == {
            "fr": "Terrain familier : « chorale », vous en êtes.",
            "en": "Familiar ground: “chorale” is yours too.",
        }[speech.lang]
    )


@pytest.mark.parametrize(
    ("level", "sort", "french", "english"),
    [
        ("some", "company", "personne d’autre chez Michelin.", "nobody else at Michelin."),
        ("little", "company", "Michelin, vous connaissez déjà.", "Michelin isn’t new to you."),
        ("much", "circle", "du cercle", "nobody else of"),
        ("some", "circle", "peu de monde dans le cercle", "few people of"),
        ("little", "circle", "plusieurs personnes du cercle", "several people of"),
        ("some", "sector", "peu de monde dans le secteur", "few people in"),
        ("little", "sector", "plusieurs personnes dans le secteur", "several people in"),
    ],
)
def test_other_ground_is_told_too(speech, level, sort, french, english):
    opening = Opening(Opens(level), Ground(Sort(sort), "Michelin", 1))
    told = opening_sentence(speech, opening, "Michelin")
    assert {"fr": french, "en": english}[speech.lang] in told
