"""The list of batches in the tables."""

from datetime import datetime

from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.domain.ids import BatchId
from entregent.store.codec import coder, from_json
from entregent.store.plain import Plain

_FILES = coder(tuple[FileReport, ...])


def batch_lines(ask: Plain, *, since: int = 0) -> list[BatchLine]:
    """Return the batches after a key, oldest first."""
    rows = ask(
        "SELECT id, kind, at, title, files FROM batch WHERE n > :since ORDER BY n",
        {"since": since},
    )
    return [
        BatchLine(
            id=BatchId(own),
            kind=BatchKind(kind),
            at=datetime.fromisoformat(at),
            title=title,
            files=_FILES.decode(from_json(files)),
        )
        for own, kind, at, title, files in rows
    ]
