"""What the small commands share: one fact said by hand, one sentence back."""

from collections.abc import Sequence

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.domain.facts import Fact
from entregent.services.desk import Desk
from entregent.services.recording import record


def keep(desk: Desk, facts: Sequence[Fact], title: str) -> str:
    """Record facts said by hand under the command that said them; returns the batch's id."""
    return record(desk, facts, title)


def tell(face: Face, batch: str, facts: Sequence[Fact], key: str, **values: object) -> int:
    """Say that it was kept: a document with --json, else the sentence of `key`."""
    if face.as_json:
        face.give({"batch": batch, "recorded": [shapes.fact(one) for one in facts]})
    else:
        face.line(key, **values)
    return 0
