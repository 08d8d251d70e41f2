"""What the owner may set: numbers, never boundaries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's choices; periods are in days.

    `polish_url` and `polish_model` name a language model on this machine, empty is none;
    `polish_reach` is `here`, or `anywhere` to allow one on another machine. `card` are the lines of
    the visiting card, with commas between them.
    """

    lang: str = "en"
    timezone: str = "UTC"
    rest_days: int = 14
    thanks_days: int = 365
    unanswered_days: int = 30
    later_days: int = 30
    no_days: int = 90
    dormant_days: int = 365
    one_way_days: int = 365
    one_way_gap: int = 2
    half_life_days: int = 180
    hops: int = 3
    follow_up_days: int = 10
    agenda_days: int = 7
    outcome_days: int = 21
    fatigue_days: int = 45
    polish_url: str = ""
    polish_model: str = ""
    polish_reach: str = "here"
    card: str = "name,title,company,email,url"
