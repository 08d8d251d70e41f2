"""Values of the domain and the engines as plain JSON has them."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from entregent.domain.time_of_day import TimeOfDay


def plainly(value: object) -> Any:  # noqa: ANN401 - what JSON holds
    """Return a value as tables by field's name, lists, texts, numbers and null.

    Days are `YYYY-MM-DD`, times `HH:MM`, sets are sorted lists. Raises TypeError for anything else.
    """
    return json.loads(json.dumps(value, default=_plain))


def _plain(value: object) -> object:
    """Return what JSON has no word for as something nearer to it."""
    match value:
        case TimeOfDay() | date():
            return str(value)
        case AbstractSet():
            return sorted(value)
        case Mapping():
            return dict(value)
        case _ if is_dataclass(value):
            return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"JSON has no {type(value).__name__}")
