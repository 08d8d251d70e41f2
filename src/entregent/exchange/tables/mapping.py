"""The owner's own word on columns: `--map column=field`, checked before anything is read."""

from collections.abc import Mapping, Sequence

from entregent.domain.text import fold
from entregent.exchange.tables.words import Field
from entregent.services.ports import BookError


def checked(columns: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """Return the columns as given; raises BookError when one is to give no field there is."""
    fields = [field for field in Field if field is not Field.SECRET]
    for name in (columns or {}).values():
        if name not in fields:
            raise BookError("import.unknown-field", field=name, fields=", ".join(fields))
    return columns


def check_columns(columns: Mapping[str, str] | None, headers: Sequence[str]) -> None:
    """Raise BookError when a named column stands in no table; `headers` are those of all tables."""
    held = {fold(title) for title in headers}
    for column, name in (columns or {}).items():
        if not held:
            raise BookError("import.no-columns", pair=f"{column}={name}")
        if fold(column) not in held:
            titles = ", ".join(dict.fromkeys(title for title in headers if title))
            raise BookError("import.no-such-column", column=column, columns=titles)
