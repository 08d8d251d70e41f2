"""What is known of a message besides its words. None is unknown."""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a message is for: one of the eight kinds of ask, or something else."""

    INTRODUCTION = "introduction"
    INTERVIEW = "interview"
    REFERRAL = "referral"
    REFERENCE = "reference"
    RECOMMENDATION = "recommendation"
    ADVICE = "advice"
    REVIEW = "review"
    IDEAS = "ideas"
    OTHER = "other"
    """Another favour."""
    INFO = "info"
    """A plain question."""
    NONE = "none"
    """No favour at all: news, thanks, an invitation."""


COSTLY = frozenset(Purpose) - {Purpose.IDEAS, Purpose.OTHER, Purpose.INFO, Purpose.NONE}
"""Favours that cost the reader something, so that they must be free to say no."""


class Medium(StrEnum):
    """How the message travels."""

    EMAIL = "email"
    SMS = "sms"
    LINKEDIN = "linkedin"


class Form(StrEnum):
    """How the writer means to speak to the reader: *tu* or *vous*, in English the other two."""

    TU = "tu"
    VOUS = "vous"
    FORMAL = "formal"
    CASUAL = "casual"


class Worked(StrEnum):
    """Whether the reader has seen the writer at work."""

    TOGETHER = "together"
    NEVER = "never"


class Closeness(StrEnum):
    """Whether the reader is a close friend."""

    CLOSE = "close"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Context:
    """What the writer, or their book, says of the message and its reader.

    `last_ask_days` are days since the last ask made of the reader.
    """

    purpose: Purpose | None = None
    medium: Medium | None = None
    form: Form | None = None
    worked: Worked | None = None
    last_ask_days: int | None = None
    closeness: Closeness | None = None
