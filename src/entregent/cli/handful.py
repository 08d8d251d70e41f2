"""What the small commands share: one fact said by hand, one sentence back."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.domain.facts import Fact


def tell(face: Face, batch: str, facts: Sequence[Fact], key: str, **values: object) -> int:
    """Say that it was kept: a document with --json, else the sentence of `key`."""
    if face.as_json:
        from entregent.cli import json_shapes as shapes

        face.give({"batch": batch, "recorded": [shapes.fact(one) for one in facts]})
    else:
        face.line(key, **values)
    return 0
