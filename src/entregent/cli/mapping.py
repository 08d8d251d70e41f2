"""The owner's word on what columns give: `--map column=field`."""

from collections.abc import Sequence

from entregent.services.ports import BookError


def mapping(columns: Sequence[str]) -> dict[str, str]:
    """Read COLUMN=FIELD pairs; the column may itself hold a sign of equality.

    Raises BookError: import.map.
    """
    mapped = {}
    for pair in columns:
        column, _, field = pair.rpartition("=")
        if not (column.strip() and field.strip()):
            raise BookError("import.map", pair=pair)
        mapped[column.strip()] = field.strip().lower()
    return mapped
