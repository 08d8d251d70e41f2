"""The people who stay when the batch that made them is undone."""

from collections.abc import Mapping
from datetime import datetime

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Detail, Entry, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.words import Origin, Said
from entregent.services.ports import Ids

_TITLE = "undo"


def stub_batch(stubs: Mapping[PersonId, str], ids: Ids, at: datetime) -> Batch:
    """Return a batch by hand that gives each of these people the name they keep.

    The people it lists are in the book already: they become this batch's.
    """
    batch = BatchId(ids.new())
    entries = [
        Entry(
            id=FactId(ids.new()),
            batch=batch,
            fact=Detail(person, Said.NAME, name),
            source=Source(Origin.HAND),
        )
        for person, name in stubs.items()
    ]
    return Batch(batch, BatchKind.HAND, at, people=tuple(stubs), entries=entries, title=_TITLE)
