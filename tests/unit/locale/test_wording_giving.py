"""What there is to give, said in both languages: the fact first, no number about anybody."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import entregent
from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.ledger.gift import Gift, What
from entregent.ledger.leads import Followed
from entregent.locale.speech import Speech
from entregent.locale.wording_giving import gift_sentence, lead_sentence

TODAY = date(2026, 3, 2)
LEA, OMAR = PersonId("lea"), PersonId("omar")
NAMES = {LEA: "Léa Martin", OMAR: "Omar Haddad"}


class Cast:
    """Two people."""

    owner = PersonId("me")

    def full(self, person: PersonId) -> str:
        """Return the whole name."""
        return NAMES[person]

    def short(self, person: PersonId) -> str:
        """Return the given name."""
        return NAMES[person].split()[0]


def speech(lang: str) -> Speech:
    path = Path(entregent.__file__).parent / "locale" / f"{lang}.toml"
    return Speech(lang, tomllib.loads(path.read_text(encoding="utf-8")), TODAY)


def said(what: What, lang: str = "en", **told: object) -> str:
    """Return the sentence, with ordinary spaces."""
    known: dict[str, object] = {"on": date(2026, 2, 20), "item": "item", **told}
    gift = Gift(what, LEA, **known)  # type: ignore[arg-type]  # by name
    return gift_sentence(speech(lang), gift, Cast()).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("what", "told", "fr", "en"),
    [
        (What.THANKS, {}, "Lui avez-vous dit merci ?", "helped you on 20 February"),
        (What.THANKS, {"text": "m'a relue"}, "« m'a relue »", "“m'a relue”"),
        (What.OUTCOME, {}, "Votre but est atteint", "You reached your goal"),
        (What.OUTCOME, {"other": OMAR}, "avec Omar Haddad", "you and Omar Haddad"),
        (
            What.LEAD,
            {"text": "le salon", "more": "un poste"},
            "la suite de l’idée",
            "what became of",
        ),
        (
            What.LEAD,
            {"text": "le salon.", "more": "un poste."},
            "salon ») : un poste. Lui",
            "salon”): un poste. Have",
        ),
        (What.LEAD, {"text": "le salon"}, "a porté ses fruits", "bore fruit"),
        (What.OFFER, {"text": "un vélo", "more": "un tandem"}, "vous pouvez", "you can offer"),
        (What.INTRODUCTION, {"other": OMAR}, "Omar Haddad peut apporter", "if both agree"),
        (What.BIRTHDAY, {}, "tombe le vendredi 20 février", "on Friday 20 February"),
        (What.BIRTHDAY, {"on": TODAY}, "C’est aujourd’hui", "birthday today"),
        (What.NEW_JOB, {"more": "Airbus"}, "un poste chez Airbus,", "a post at Airbus,"),
        (What.NEW_JOB, {"more": "Airbus", "text": "Buyer"}, "(Buyer)", "(Buyer)"),
        (What.MOVE, {"more": "Nantes"}, "(Nantes)", "(Nantes)"),
        (What.QUIET, {"since": date(2026, 1, 5)}, "date du 5 janvier", "on 5 January"),
        (What.QUIET, {}, "si le cœur vous en dit", "if you feel like it"),
        (What.TURN, {}, "À votre tour", "Your turn"),
        (What.TURN, {"text": "m'a relue"}, "« m'a relue »", "“m'a relue”"),
    ],
)
def test_each_thing_to_give_is_said(what: What, told: dict[str, object], fr: str, en: str) -> None:
    for lang, part in (("fr", fr), ("en", en)):
        sentence = said(what, lang, **told)
        assert part in sentence
        assert "Léa Martin" in sentence
        dateless = re.sub(r"\b\d{1,2} (?=février|janvier|February|January)", "", sentence)
        assert not re.search(r"\d", dateless)


def test_an_idea_is_said_with_what_became_of_it() -> None:
    lead = Lead(LEA, date(2026, 2, 20), "voir le salon", OMAR)
    ending = LeadEnded(LEA, TODAY, "voir le salon", OMAR, "un bel échange")
    english = speech("en")

    assert lead_sentence(english, Followed(lead), Cast()) == (
        "Léa Martin, 20 February: voir le salon · Omar Haddad"
    )
    assert "→ un bel échange" in lead_sentence(english, Followed(lead, ending), Cast())
    reached = Followed(Lead(LEA, TODAY, "", company="Airbus"), LeadEnded(LEA, TODAY, "Airbus"))
    assert lead_sentence(english, reached, Cast()) == "Léa Martin, 2 March: Airbus → goal reached"
    words = Followed(Lead(LEA, TODAY, "le salon"))
    assert lead_sentence(speech("fr"), words, Cast()).endswith("le salon")
