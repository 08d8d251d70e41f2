"""What helps and what weighs, in few words, in both languages."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from entregent.asks.willingness import Sway, Swayed
from entregent.domain.asking import Noted
from entregent.domain.ids import PersonId
from entregent.locale.speech import Speech
from entregent.locale.wording_sway import sway_sentences, sway_words

FOLDER = Path(__file__).parents[3] / "src" / "entregent" / "locale"
MAY = (Noted(PersonId("l"), "asked", date(2026, 4, 1)), Noted(PersonId("l"), "x", date(2026, 5, 2)))


@pytest.fixture(params=["fr", "en"])
def speech(request):
    sentences = tomllib.loads((FOLDER / f"{request.param}.toml").read_text(encoding="utf-8"))
    return Speech(request.param, sentences, date(2026, 6, 1))


@pytest.mark.parametrize("sway", Sway)
def test_each_is_said_without_a_figure_and_with_its_latest_day(speech, sway):
    told = sway_words(speech, Swayed(sway, 0.5, MAY))
    dated = {"fr": "2 mai", "en": "2 May"}[speech.lang]
    assert (dated in told) is (sway not in (Sway.CLOSE, Sway.GOOD))
    assert not re.search(r"\d", told.replace(dated, ""))


def test_two_of_each_side_at_most_are_said(speech):
    swayed = [
        Swayed(Sway.CLOSE, 1.4),
        Swayed(Sway.ASKED, -0.8, MAY),
        Swayed(Sway.GAVE, 0.4, MAY),
        Swayed(Sway.SAID_YES, 0.3, MAY),
    ]
    assert (
        sway_sentences(speech, swayed)
        == {
            "fr": [
                "Ce qui aide\u00a0: un lien proche et un service que vous avez rendu le 2 mai.",
                "Ce qui pèse\u00a0: votre demande du 2 mai.",
            ],
            "en": [
                "What helps: a close tie and a favour you did on 2 May.",
                "What weighs: your ask of 2 May.",
            ],
        }[speech.lang]
    )


def test_of_nothing_nothing_is_said(speech):
    assert sway_sentences(speech, []) == []
