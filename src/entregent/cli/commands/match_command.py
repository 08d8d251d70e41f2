"""`match`: who meets whom at an event, when and where, for whoever organises it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from entregent.bootstrap import matching
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.values import COUNT, DAY, FEW, MINUTES, SHARE, TIME
from entregent.domain.reading import Problem
from entregent.domain.time_of_day import TimeOfDay
from entregent.services.matching.brought import People, Scored
from entregent.services.matching.hours import SHORTEST, Hours
from entregent.services.ports import BookError

if TYPE_CHECKING:
    from entregent.cli.paper import Paper
    from entregent.services.matching.meetings import Wish

NO = 1
"""Exit code: a row could not be used, or somebody has fewer meetings than was asked for."""
_FILE = click.Path(path_type=Path)
_EVENING = TimeOfDay(19 * 60)
_KEPT_DAYS = 30
_SEATS, _ROUNDS = 4, 3
_MOST_INVENTED = 5000


@dataclass(frozen=True, slots=True)
class Lists:
    """What the organiser's lists say, with what could not be read of them."""

    people: People
    scored: tuple[Scored, ...] | None
    problems: tuple[Problem, ...]


@verb(
    "match",
    argument("attendees", "match.attendees", type=_FILE, required=False),
    option("--scores", type=_FILE, value="file"),
    option("--accepted", type=_FILE, value="file"),
    option("--seats", type=FEW, value="count"),
    option("--rounds", type=FEW, value="count"),
    option("--slots", type=FEW, value="count"),
    option("--tables", type=COUNT, value="count"),
    option("--fairness", type=SHARE, value="match.share", default=0.5),
    option("--minutes", type=MINUTES, value="count", default=15),
    option("--pause", type=MINUTES, value="count", default=5),
    option("--breaks", type=COUNT, value="count", default=0),
    option("--most", type=COUNT, value="count"),
    option("--fewest", type=COUNT, value="count"),
    option("--seed", type=COUNT, value="count", default=1),
    option("--day", type=DAY, value="day"),
    option("--from", "begins", type=TIME, value="time", default=_EVENING),
    option("--keep", "kept", type=COUNT, value="count", default=_KEPT_DAYS),
    option("--rehearse", type=COUNT, value="count"),
    option("--clean", type=_FILE, value="folder"),
    option("--out", type=_FILE, value="folder"),
)
def command(face: Face, **said: Any) -> int:  # noqa: ANN401 - the values of the options above
    """Plan, write what is asked for, and show it; or delete a result whose day is over."""
    if said["clean"] is not None:
        return _cleaned(face, said["clean"])
    if said["minutes"] < SHORTEST:
        raise BookError("match.short", n=str(said["minutes"]), fewest=str(SHORTEST))
    begun = matching.stopwatch()
    lists = _lists(face, said)
    day = said["day"] or face.speech.today
    hours = Hours(day, said["begins"], said["minutes"], said["pause"])
    out = _Out(said["out"], hours, said["kept"], begun)
    if said["seats"] is not None or said["rounds"] is not None:
        return _tables(face, lists, said, out)
    return _meetings(face, lists, _wish(said), out, said["accepted"])


@dataclass(frozen=True, slots=True)
class _Out:
    """Where results go, when the event is, how many days after it they are kept."""

    folder: Path | None
    hours: Hours
    kept: int
    begun: float

    @property
    def until(self) -> date:
        return self.hours.day + timedelta(days=self.kept)


def _wish(said: dict[str, Any]) -> "Wish":
    from entregent.services.matching.meetings import Wish

    return Wish(
        slots=said["slots"],
        tables=said["tables"],
        fairness=said["fairness"],
        breaks=said["breaks"],
        most=said["most"] or None,
        fewest=said["fewest"],
        seed=said["seed"],
    )


def _lists(face: Face, said: dict[str, Any]) -> Lists:
    if said["rehearse"] is not None:
        from entregent.services.matching.invented import invented

        words = matching.invented_words()[face.speech.lang]
        people = invented(words, min(said["rehearse"], _MOST_INVENTED), seed=said["seed"])
        return Lists(_enough(people), None, ())
    if said["attendees"] is None:
        raise BookError("match.no-list")
    people = _enough(matching.attendees(said["attendees"]))
    problems = people.problems
    if said["scores"] is None:
        return Lists(people, None, problems)
    scored = matching.scores(said["scores"], {one.id for one in people.attendees})
    return Lists(people, scored.found, (*problems, *scored.problems))


def _enough(people: People) -> People:
    if len(people.attendees) < 2:  # noqa: PLR2004 - it takes two to meet
        raise BookError("match.too-few")
    return people


def _meetings(face: Face, lists: Lists, wish: "Wish", out: _Out, accepted: Path | None) -> int:
    from entregent.cli.matching import results
    from entregent.cli.views import match
    from entregent.services.matching.meetings import beyond, meetings

    people, problems = lists.people.attendees, list(lists.problems)
    kind: Literal["words", "by-hand", "agreed"] = "by-hand" if lists.scored is not None else "words"
    if accepted is None:
        table = meetings(people, wish, lists.scored)
    else:
        from entregent.services.matching.agreed import agreed_meetings

        read = matching.agreed(accepted, {one.id for one in people})
        table, unplaced = agreed_meetings(people, wish, read.found)
        kind = "agreed"
        problems += [*read.problems, *unplaced]
    problems += beyond(people, table.slots)
    told = match.Told(table, wish, tuple(problems), out.hours, kind)
    rows = results.checked(table)
    document = match.document(face, told)
    files = results.files(face, told, rows, out.until)
    _give(face, document, files, out, match.sheet(face, told, out.folder, out.until))
    unmet = bool(table.short) and wish.fewest is not None
    return NO if unmet or not table.rows or _faulty(problems) else 0


def _tables(face: Face, lists: Lists, said: dict[str, Any], out: _Out) -> int:
    from entregent.cli.matching import seats
    from entregent.services.matching.meetings import beyond
    from entregent.services.matching.seating import seating

    if said["accepted"] is not None:
        raise BookError("match.either")
    people, rounds = lists.people.attendees, said["rounds"] or _ROUNDS
    held = seating(
        people,
        seats=said["seats"] or _SEATS,
        rounds=rounds,
        tables=said["tables"],
        scored=lists.scored,
        seed=said["seed"],
    )
    problems = (*lists.problems, *beyond(people, rounds))
    told = seats.Seated(held, problems, out.hours)
    files = seats.files(face, told, seats.checked(held), out.until)
    document = seats.document(face, told)
    _give(face, document, files, out, seats.sheet(face, told, out.folder, out.until))
    return NO if held.together or _faulty(problems) else 0


def _give(
    face: Face,
    document: dict[str, Any],
    files: Iterable[tuple[str, bytes]],
    out: _Out,
    sheet: "Paper",
) -> None:
    """Write the files where they are wanted, then show the result."""
    from entregent.cli.matching.results import write

    written = [] if out.folder is None else write(out.folder, dict(files), out.until)
    seconds = round(matching.stopwatch() - out.begun, 3)
    if face.as_json:
        face.give({**document, "seconds": seconds, "files": written})
    else:
        face.show(sheet)


def _faulty(problems: Iterable[Problem]) -> bool:
    return any(one.what != "match.away" for one in problems)


def _cleaned(face: Face, folder: Path) -> int:
    until, gone = matching.cleaned(folder, face.speech.today)
    if face.as_json:
        face.give({"until": until.isoformat(), "deleted": gone})
    elif gone:
        face.line("match.cleaned", path=str(folder), until=until)
    else:
        face.line("match.still-kept", path=str(folder), until=until)
    return 0
