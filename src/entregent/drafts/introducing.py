"""The messages of an introduction: from a brief of one to a draft.

What a message may tell is settled by its brief: `facing` is the other side, None for as long as
the reader may not learn who that is, and `hidden` are the words by which it would be known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from entregent.domain.text import capital, fold
from entregent.domain.words import Address
from entregent.drafts.brief import Draft, Language, Me, Medium, Recipient, Voice, voice_of
from entregent.drafts.compose import Composer, text_of
from entregent.drafts.facts import known, running
from entregent.drafts.naming import tells
from entregent.drafts.wording import Wording, parse
from entregent.locale.speech import Speech


class Letter(StrEnum):
    """What a message of an introduction is for."""

    SEEK = "seek"
    """Asks a side whether they agree."""
    ASKING = "asking"
    """Tells the side that waits: I am asking, without promise."""
    REMIND = "remind"
    PRESENT = "present"
    """The introduction itself, to both."""
    REGRET = "regret"
    """Tells who asked for it that it is not to be, in the same words whatever the reason."""
    RELEASE = "release"
    """Tells a side that was asked, or had agreed, that nothing is left to do."""
    NOTED = "noted"
    """Tells who declined that their no is respected."""
    HOW = "how"
    """Asks how it went."""
    THANK = "thank"
    HEARD = "heard"
    """Thanks for the news of how it went."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader, and how I speak to them."""

    to: Recipient
    language: Language
    address: Address | None = None

    @property
    def voice(self) -> Voice:
        """How to speak to this reader."""
        return voice_of(self.language, self.address, self.to)


@dataclass(frozen=True, slots=True)
class IntroductionBrief:
    """Everything one message of an introduction is written from.

    `readers` are one side, or (for `present`) both: who asked first, then the other. `facing` is
    the other side as one reader may know it. `lines` may be passed on; `wishes` is what each of
    two readers said on agreeing. `sought` and `made` are the days of these steps.
    """

    letter: Letter
    readers: tuple[Reader, ...]
    today: date
    me: Me = field(default_factory=Me)
    facing: Recipient | None = None
    hidden: tuple[str, ...] = ()
    idea: Literal["theirs", "mine"] = "theirs"
    lines: str = ""
    wishes: tuple[str, ...] = ()
    sought: date | None = None
    made: date | None = None

    @property
    def voice(self) -> Voice:
        """How to speak: to two readers in the nearer way only where both are near."""
        voices = {reader.voice for reader in self.readers}
        far = Voice.VOUS if self.language == "fr" else Voice.FORMAL
        return voices.pop() if len(voices) == 1 else far

    @property
    def language(self) -> Language:
        """The language of the first reader."""
        return self.readers[0].language


def letters(template: Callable[[str], Mapping[str, Any]]) -> dict[Letter, Wording]:
    """Read the wordings with a catalogue's `template`; raises WordingError on a fault in one."""

    def read(name: str) -> Wording:
        return parse(name, template(name))

    shared = read("templates/introduction/common") | read("templates/common")
    return {letter: read(f"templates/introduction/{letter}") | shared for letter in Letter}


def write(brief: IntroductionBrief, words: Mapping[Letter, Wording]) -> Draft:
    """Write the message of a brief; same brief, same draft."""
    composer = Composer(
        wording=words[brief.letter],
        voice=brief.voice,
        holding=frozenset(_conditions(brief)),
        values=_values(brief),
        speech=Speech(brief.language, {}, brief.today),
        seed=0,
        avoid=frozenset(),
    )
    composer.learn_slots()
    paragraphs = composer.paragraphs(composer.wording.layouts["email"])
    return Draft(
        subject=capital(composer.say("subject")),
        body=text_of(paragraphs, "\n\n"),
        forward="",
        questions=(),
        kit=(),
        language=brief.language,
        address=brief.voice,
        channel=Medium.EMAIL,
    )


def _conditions(brief: IntroductionBrief) -> set[str]:
    holding: set[str] = {Medium.EMAIL}
    if len(brief.readers) == 1 and brief.readers[0].to.closeness:
        holding.add(brief.readers[0].to.closeness)
    if brief.idea == "mine":
        holding.add("mine")
    if known(_lines(brief)):
        holding.add("lines")
    return holding


def _lines(brief: IntroductionBrief) -> str:
    """Return the lines to pass on; none of those that would tell who is not to be named."""
    return "" if tells(brief.lines, brief.hidden) else brief.lines.strip()


def _values(brief: IntroductionBrief) -> dict[str, Any]:
    to, me = brief.readers[0].to, brief.me
    values: dict[str, Any] = {
        "name": to.name,
        "given": to.given,
        "me_name": me.name,
        "me_given": me.given or me.name,
        "lines": _lines(brief),
        "sought": brief.sought,
        "made": brief.made,
    }
    if brief.facing is not None:
        values |= _side("facing", brief.facing, brief)
    if len(brief.readers) > 1:
        sides = [reader.to for reader in brief.readers]
        namesakes = len({fold(side.given) for side in sides}) == 1
        for key, side, wish in zip(("person", "other"), sides, brief.wishes, strict=True):
            values |= _side(key, side, brief)
            values[f"{key}_called"] = side.name if namesakes else side.given or side.name
            values[f"{key}_wish"] = wish
    return values


def _side(key: str, side: Recipient, brief: IntroductionBrief) -> dict[str, Any]:
    return {
        f"{key}_name": side.name,
        f"{key}_company": side.company,
        f"{key}_title": running(side.title, brief.language),
    }
