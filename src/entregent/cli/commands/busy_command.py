"""`busy`: a period during which somebody told me they are busy."""

from datetime import date

from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.values import DAY
from entregent.domain.facts import Busy
from entregent.services.meant import who
from entregent.services.recording import record


@verb(
    "busy",
    argument("person"),
    option("--from", "start", type=DAY, value="day", required=True),
    option("--to", "end", type=DAY, value="day", required=True),
    option("--because", value="text", default=""),
)
def command(face: Face, person: str, start: date, end: date, because: str) -> int:
    """Note a busy period, both days included."""
    with face.desk(writing=True) as desk:
        found = who(desk, person)
        fact = Busy(found.id, start, end, because)
        batch = record(desk, [fact], f'busy "{found.name}"')
    return tell(face, batch, [fact], "busy.done", name=found.name, start=start, end=end)
