"""Batches: what enters the book together, and leaves it together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from entregent.domain.facts import Encounter, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.reading import Problem
from entregent.domain.tellings import Told
from entregent.domain.words import Origin


class BatchKind(StrEnum):
    """How a batch came to be."""

    IMPORT = "import"
    HAND = "hand"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Change:
    """What a source says anew of somebody known; `was` is its own last word, empty for none.

    `field` is one of `Said`, or `position`.
    """

    person: PersonId
    name: str
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of a file's records: read = new + changed + same + problems of records."""

    path: str
    origin: Origin
    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    problems: tuple[Problem, ...] = ()
    mark: str = ""
    """The reading's own, for the next import of the same path."""
    changes: tuple[Change, ...] = ()
    """What changed, for whoever imports to see; it is not kept with the batch."""
    remarks: tuple[Problem, ...] = ()
    """Records that were read well and do not fit what else is known; not kept with the batch."""

    def unmarked(self) -> "FileReport":
        """Return the report without what its file held, so that it is read again in full.

        How far a mailbox was read stays.
        """
        return replace(self, mark="") if self.mark.startswith("bytes:") else self


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts that enter together. `at` is an instant in UTC.

    `people` are the ids that this batch creates; `merges` pairs an id that goes with the id that
    stays. Encounters stand apart from the other entries because there are so many of them.
    """

    id: BatchId
    kind: BatchKind
    at: datetime
    people: Sequence[PersonId] = ()
    entries: Sequence[Told] = ()
    encounters: Sequence[tuple[Encounter, Source]] = ()
    merges: Sequence[tuple[PersonId, PersonId]] = ()
    files: Sequence[FileReport] = ()
    title: str = ""
    """What a person would call it: the command they gave."""
    after: BatchId | None = None
    """The book's last batch when this one was made up, empty for none yet.

    It must still be the last: what came in between may have told of the same people. None where
    that makes no difference.
    """


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch as a list shows it."""

    id: BatchId
    kind: BatchKind
    at: datetime
    title: str
    files: tuple[FileReport, ...]

    def unmarked(self) -> "BatchLine":
        """Return the line without what its files held: what it took in was said by others too."""
        return replace(self, files=tuple(report.unmarked() for report in self.files))
