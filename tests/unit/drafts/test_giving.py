"""Letters that give: in every voice and on every channel, they ask for nothing and name nobody."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from entregent.content import Content
from entregent.domain.words import Address, Closeness, Context
from entregent.drafts.brief import Me, Medium, Recipient, Voice
from entregent.drafts.giving import GiftBrief, draft_gift
from entregent.drafts.wording import parse
from entregent.ledger.gift import What
from entregent.locale.french import typography

WORDING = parse("giving", Content().template("templates/giving")) | parse(
    "common", Content().template("templates/common")
)
TODAY = date(2026, 5, 4)
NADIA = Me("Nadia Benali", "Nadia")
LEA = Recipient("Léa Martin", "Léa", closeness=Closeness.GOOD, context=Context.PERSONAL)
STRANGER = Recipient("Omar Haddad")
ASKS = re.compile(
    r"pourriez-vous|pourrais-tu|j'aimerais te demander|une faveur|could you|favour|"
    r"i would like to ask|n'hésite|reach out",
    re.IGNORECASE,
)


def brief(what: What, **told: object) -> GiftBrief:
    """Return what a letter is written from; all is known unless told otherwise."""
    known = GiftBrief(
        what, LEA, NADIA, TODAY, "fr", date(2026, 5, 1), text="a bike", more="un vélo"
    )
    return replace(known, **told)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("what", What)
def test_every_gift_has_its_letter_in_every_voice_and_on_every_channel(what: What) -> None:
    voices = set()
    for to, language, medium, seed in product((LEA, STRANGER), ("fr", "en"), Medium, range(4)):
        told = brief(what, to=to, language=language, medium=medium, seed=seed, other="Karim Bel")
        letter = draft_gift(told, WORDING)
        voices.add(letter.address)
        assert bool(letter.subject) == (medium is Medium.EMAIL)
        assert letter.body.strip()
        assert not ASKS.search(letter.body + letter.subject)
        assert "{" not in letter.body
        assert "(e)" not in letter.body
        if language == "fr":
            assert typography(letter.body) == letter.body
            assert typography(letter.subject) == letter.subject
        if what is not What.OUTCOME:
            assert "Karim" not in letter.body + letter.subject
    assert voices == set(Voice)


def test_the_other_side_of_an_introduction_is_not_named_nor_told_by_their_offer() -> None:
    for language, seed in product(("fr", "en"), range(8)):
        told = brief(
            What.INTRODUCTION,
            language=language,
            seed=seed,
            other="Karim Bel",
            more="huit vélos à Brignais",
        )
        letter = draft_gift(told, WORDING)
        assert "Karim" not in letter.body
        assert "Brignais" not in letter.body


def test_a_wish_noted_as_theirs_is_not_quoted_to_them() -> None:
    quoted = draft_gift(brief(What.OFFER, text="un vélo"), WORDING).body
    noted = draft_gift(brief(What.OFFER, text="un vélo pour sa fille"), WORDING).body

    assert "«\u00a0un vélo\u00a0»" in quoted
    assert "sa fille" not in noted


def test_how_one_speaks_is_as_declared() -> None:
    said = draft_gift(brief(What.BIRTHDAY, to=STRANGER, address=Address.TU), WORDING)

    assert said.address is Voice.TU
    assert "te souhaite" in said.body


def test_an_idea_that_led_to_the_goal_says_so() -> None:
    assert "mon but est atteint" in draft_gift(brief(What.LEAD, more=""), WORDING).body


def test_same_brief_same_letter() -> None:
    assert draft_gift(brief(What.TURN), WORDING) == draft_gift(brief(What.TURN), WORDING)
