"""A model's rephrasing is kept only where it is safe; else the plain draft stands."""

from dataclasses import dataclass, replace

import pytest

from entregent.content import Content
from entregent.drafts.brief import Draft, Medium, Voice
from entregent.drafts.polish import Doubt
from entregent.services.polishing import context_of, polish
from entregent.services.ports import BookError
from entregent.tact.context import Form, Purpose
from entregent.tact.context import Medium as By

FORWARD = "Nadia Benali, buyer at Veolia, would be glad of a word with Omar Haddad."
PLAIN = Draft(
    subject="Asking for an introduction: Omar Haddad",
    body=(
        "Hi Léa,\n\nCould you introduce me to Omar Haddad at Airbus? Do say no if you would "
        f"rather not. Thank you!\n\nNadia\n\nTo forward: “{FORWARD}”"
    ),
    forward=FORWARD,
    questions=(),
    kit=(),
    language="en",
    address=Voice.CASUAL,
    channel=Medium.EMAIL,
)


@dataclass
class Fake:
    """A rephraser that says one thing, or changes words."""

    swap: tuple[tuple[str, str], ...] = ()
    said: str | None = None
    heard: str = ""

    def rephrase(self, text: str, instruction: str) -> str:
        self.heard = text
        assert instruction
        if self.said is not None:
            return self.said
        for old, new in self.swap:
            text = text.replace(old, new)
        return text


def polished(fake: Fake, plain: Draft = PLAIN):
    return polish(plain, Purpose.INTRODUCTION, fake, Content())


def test_a_safe_rephrasing_is_kept_and_the_paragraph_to_forward_is_not_sent():
    fake = Fake((("Could you introduce", "Would you be able to introduce"),))

    result = polished(fake)

    assert result.doubts == ()
    assert "Would you be able" in result.draft.body
    assert result.draft.body.endswith(f"To forward: “{FORWARD}”")
    assert FORWARD not in fake.heard
    assert result.draft.subject == PLAIN.subject


@pytest.mark.parametrize(
    ("fake", "why"),
    [
        (Fake((("at Airbus", "at Airbus on Monday"),)), Doubt.NUMBER),
        (Fake((("Thank you", "Thank you from Karim"),)), Doubt.NAME),
        (Fake((("Thank you", "You owe me this one, thank you"),)), Doubt.FINDING),
        (Fake((("Do say no if you would rather not. ", ""),)), Doubt.WAY_OUT),
        (Fake(said=""), Doubt.EMPTY),
        (Fake(said="word " * 100_000), Doubt.LONG),
    ],
)
def test_an_unsafe_one_is_not_and_the_reason_is_told(fake, why):
    result = polished(fake)

    assert result.draft == PLAIN
    assert why in {one.why for one in result.doubts}


def test_a_model_that_cannot_be_reached_is_said_so():
    class Gone(Fake):
        def rephrase(self, _text: str, _instruction: str) -> str:
            raise BookError("polish.unreachable", url="here", why="nobody")

    with pytest.raises(BookError):
        polished(Gone())


def test_the_checker_is_told_what_a_draft_is():
    told = context_of(replace(PLAIN, address=Voice.TU, channel=Medium.SPOKEN), Purpose.ADVICE)

    assert (told.purpose, told.medium, told.form) == (Purpose.ADVICE, None, Form.TU)
    assert context_of(PLAIN, Purpose.ADVICE).medium is By.EMAIL
