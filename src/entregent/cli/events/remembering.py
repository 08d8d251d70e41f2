"""What is said of the lines of an event: by options, or in answer to one question each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from entregent.cli.face import Face
from entregent.cli.keys import ask_line, can_ask
from entregent.domain.text import tokens
from entregent.domain.words import Address
from entregent.services.desk import Desk
from entregent.services.events.debriefing import (
    Debrief,
    Line,
    befriend,
    debrief,
    keep,
    leave,
    may_keep,
    tell,
)
from entregent.services.events.guests import drop_list
from entregent.services.ports import BookError

_ALL = frozenset({"all", "tout", "tous", "toutes"})
_YES = frozenset({"o", "oui", "y", "yes"})
_NO = frozenset({"n", "non", "no"})


def number_of(words: str) -> int:
    """Return the number of a line; raises BookError: event.no-line."""
    bare = words.strip()
    if not (bare.isascii() and bare.isdecimal()):
        raise BookError("event.no-line", number=words)
    return int(bare)


def settle(desk: Desk, seen: Debrief, said: Mapping[str, Any]) -> list[str]:
    """Keep what options say of an event's lines; return the batches.

    `all` stands for every line that leaves nothing open. Raises BookError as the services do.
    """
    address = Address(said["address"]) if said["address"] else None
    kept = _named(seen, said["keep"])
    if said["named"] and len(kept) != 1:
        raise BookError("event.as-one")
    for number in kept:
        may_keep(seen, number, said["named"])
    skipped = [number_of(word) for word in said["skip"]]
    for number in skipped:
        seen.line(number)
    batches = list(_kept(desk, seen, kept, said["named"], address))
    batches += [leave(desk, seen, number) for number in skipped]
    seen = debrief(desk, seen.event)
    batches += [befriend(desk, seen, number_of(word)) for word in said["friend"]]
    if said["well"] or said["note"]:
        batches.append(tell(desk, seen, said["well"], said["note"]))
    return batches


def _kept(
    desk: Desk, seen: Debrief, numbers: Sequence[int], named: str, address: Address | None
) -> Iterator[str]:
    """Keep lines and yield the batches; what now may mean somebody just kept is left open."""
    names: set[str] = set()
    for number in numbers:
        words = set(tokens(seen.line(number).met.name))
        if names & words:
            seen = debrief(desk, seen.event)
        if named or _is_plain(seen.line(number)):
            yield keep(desk, seen, number, named, address)[1]
        names |= words


def _named(seen: Debrief, words: tuple[str, ...]) -> list[int]:
    if any(word.casefold() in _ALL for word in words):
        return [line.number for line in seen.open if _is_plain(line)]
    return [number_of(word) for word in words]


def _is_plain(line: Line) -> bool:
    """Tell a line that leaves nothing to ask."""
    return line.person is not None or (bool(line.met.name) and not line.perhaps)


def ask_about(face: Face, seen: Debrief) -> bool:
    """Go through the open lines in the terminal, one question each; tell whether one was answered.

    An empty answer takes what is proposed, and leaves what is unsure for later.
    """
    if not (can_ask(face) and seen.open):
        return False
    from entregent.cli.views.event_debrief import line_on

    for line in seen.open:
        with face.desk(writing=True) as desk:
            paper = face.paper()
            line_on(paper, face, line, desk.reference.deeds)
            face.show(paper)
            answer = ask_line(face.say(_question(line), name=line.met.name))
            _answered(face, desk, seen, line, answer)
    _afterwards(face, seen)
    return True


def _question(line: Line) -> str:
    if line.perhaps and line.person is None:
        return "event.debrief.ask-which"
    return "event.debrief.ask-keep" if _is_plain(line) else "event.debrief.ask-name"


def _answered(face: Face, desk: Desk, seen: Debrief, line: Line, answer: str) -> None:
    word = answer.casefold()
    if word in _NO:
        leave(desk, seen, line.number)
        return
    named = "" if word in _YES else answer
    if named.isdecimal() and 0 < int(named) <= len(line.perhaps):
        named = line.perhaps[int(named) - 1].id
    if not named and not _is_plain(line):
        return
    try:
        keep(desk, seen, line.number, named)
    except BookError as refusal:
        face.line(f"error.{refusal.key}", **refusal.details)


def _afterwards(face: Face, before: Debrief) -> None:
    """Ask whether a friendship may come of it, what went well, and what one tells oneself."""
    with face.desk(writing=True) as desk:
        seen = debrief(desk, before.event)
        if seen.kept:
            names = [f"{line.number} {line.person.name}" for line in seen.kept if line.person]
            friend = ask_line(face.say("event.debrief.ask-friend", names=names))
            if friend.isdecimal() and int(friend) in {line.number for line in seen.kept}:
                befriend(desk, seen, int(friend))
        well = ask_line(face.say("event.debrief.ask-well"))
        note = ask_line(face.say("event.debrief.ask-note"))
        if well or note:
            tell(desk, seen, well, note)
        if not seen.open and seen.listed == "listed":
            dropped = ask_line(face.say("event.debrief.ask-drop")).casefold()
            if dropped in _YES:
                drop_list(desk, seen.event.event)
