"""Days noted for a calendar."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WholeDay:
    """What stands in a calendar on a day, for nobody but the owner to read.

    `uid` stays the same when the day changes, so that a calendar moves what it has. `summary` is
    one line, `description` may have several.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
