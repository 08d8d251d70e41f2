"""The closed vocabularies: each word of the field once, spelled as people type it."""

from enum import StrEnum


class Kind(StrEnum):
    """What one may ask of somebody."""

    INTRODUCTION = "introduction"
    INTERVIEW = "interview"
    REFERRAL = "referral"
    REFERENCE = "reference"
    RECOMMENDATION = "recommendation"
    ADVICE = "advice"
    REVIEW = "review"
    IDEAS = "ideas"


class Reply(StrEnum):
    """How an ask was answered."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    UNCOMFORTABLE = "uncomfortable"


class Channel(StrEnum):
    """How two people were in touch.

    `CROSSED` is a reply in public (a mailing list), or to be named side by side in somebody's
    letter to few people: evidence that two people know of each other, never an encounter.
    """

    MET = "met"
    WROTE = "wrote"
    CALLED = "called"
    MESSAGED = "messaged"
    CROSSED = "crossed"


class Context(StrEnum):
    """What a tie is made of."""

    PERSONAL = "personal"
    PROFESSIONAL = "professional"
    BOTH = "both"


class Sort(StrEnum):
    """What sort of group people belong to."""

    COMPANY = "company"
    SECTOR = "sector"
    CIRCLE = "circle"


class Address(StrEnum):
    """How one speaks to somebody in French."""

    TU = "tu"
    VOUS = "vous"


class Closeness(StrEnum):
    """How close the owner says a tie is."""

    CLOSE = "close"
    GOOD = "good"
    SLIGHT = "slight"


class Usage(StrEnum):
    """Whether a company's people may refer somebody."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class Origin(StrEnum):
    """What kind of source said a thing. By hand always wins over the others."""

    HAND = "hand"
    JOURNAL = "journal"
    LINKEDIN = "linkedin"
    MONICA = "monica"
    VCARD = "vcard"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    TABLE = "table"
    """Any other list of people in columns: an event's attendees, a club's members."""
    CALENDAR = "calendar"
    FACEBOOK = "facebook"
    WHATSAPP = "whatsapp"
    MAIL = "mail"
    UNKNOWN = "unknown"
    """A file that no reader recognises; no fact comes from it."""


TRACES = frozenset({Origin.MAIL, Origin.CALENDAR, Origin.WHATSAPP})
"""Sources whose records are encounters: people stand in them by what they did, not as a list."""


class Said(StrEnum):
    """The simple things one can say about a person: one value a fact, some may repeat."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    TITLE = "title"
    SECTOR = "sector"
    CIRCLE = "circle"
    TAG = "tag"
    LANG = "lang"
    PROJECT = "project"
    CLIENT = "client"
    TOPIC = "topic"
    ADVICE = "advice"
    BIRTHDAY = "birthday"
    PLACE = "place"
    NOTE = "note"
    OTHER = "other"
    """A property the format has and we have no word for, kept as `NAME=value`."""


ALONE = frozenset({Said.NAME, Said.GIVEN, Said.FAMILY, Said.TITLE, Said.LANG, Said.BIRTHDAY})
"""What a person has one of: the best source's word stands, its latest first."""
