"""What one may say of an event, shared by `event new` and `event edit`."""

from collections.abc import Mapping
from typing import Any

import click

from entregent.cli.grammar import option
from entregent.cli.values import DAY, TIME, Worded
from entregent.domain.events import Mode
from entregent.services.events.keeping import Told


def telling_options() -> list[click.Parameter]:
    """Return the options that tell of an event."""
    return [
        option("--on", "day", type=DAY, value="day"),
        option("--place", value="place"),
        option("--from", "begins", type=TIME, value="time"),
        option("--to", "ends", type=TIME, value="time"),
        option("--goal", "goals", value="text", multiple=True),
        option("--mode", type=Worded("mode", tuple(Mode))),
    ]


def told(name: str, said: Mapping[str, Any]) -> Told:
    """Return what was said by the name and the options."""
    values = {key: value for key, value in said.items() if value not in (None, ())}
    if "mode" in values:
        values["mode"] = Mode(values["mode"])
    return Told(name or None, **values)
