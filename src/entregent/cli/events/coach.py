"""`event coach`: what to do now, in a situation or in what one says of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from entregent import bootstrap
from entregent.bootstrap.checking import rule_table
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.keys import ask_key, ask_line, can_ask
from entregent.cli.values import Worded
from entregent.cli.views import event_coach as view
from entregent.coach.course import Guidance, guide
from entregent.coach.plays import Play, Voice
from entregent.coach.recognise import Heard
from entregent.domain.events import Mode
from entregent.domain.words import Address
from entregent.services.events.coaching import (
    hear,
    known_of_me,
    mode_there,
    plays,
    try_play,
)

_NO = 1
"""Exit code: no situation was recognised, or a play is not written as plays are."""


@verb(
    "coach",
    argument("words", value="text", nargs=-1, required=False),
    option("--mode", type=Worded("mode", tuple(Mode))),
    option("--address", type=Worded("address", tuple(Address))),
    option("--event", value="event", default=""),
    flag("--live"),
    option("--try", "tried", value="file"),
)
def command(
    face: Face,
    words: tuple[str, ...],
    tried: str | None,
    *,
    live: bool,
    **given: str | None,
) -> int:
    """Say what to do now."""
    if tried:
        return _try(face, Path(tried))
    catalogue = bootstrap.catalogue()
    known = plays(catalogue)
    said = " ".join(words)
    if not said.strip():
        return view.list_situations(face, known)
    heard = hear(catalogue, known, said)
    if not heard.codes:
        return view.list_situations(face, known, unheard=said) or _NO
    code = heard.codes[0]
    if heard.trust == "maybe" and not face.as_json:
        if not can_ask(face):
            return view.offer(face, [known[one] for one in heard.codes])
        code = _chosen(face, [known[one] for one in heard.codes])
        if not code:
            return 0
    told = _Told(face, known[code], heard, given)
    if face.as_json:
        face.give(view.document(face, told.guidance(), [known[one] for one in heard.codes], heard))
    elif live:
        _live(face, told)
    else:
        face.show(view.sheet(face, told.guidance(), heard))
    return 0


class _Told:
    """A play as it is told here: in which voice, with what is known, in a mode one may change."""

    def __init__(
        self, face: Face, play: Play, heard: Heard, given: Mapping[str, str | None]
    ) -> None:
        self._play = play
        with face.desk(writing=False) as desk:
            there = mode_there(desk, given["event"] or "")
            self._known = known_of_me(desk)
        asked = Mode(given["mode"]) if given["mode"] else None
        self.mode = asked or heard.mode or there or Mode.NETWORK
        self._voice: Voice = "en" if face.speech.lang == "en" else _french(given["address"])

    def guidance(self) -> Guidance:
        return guide(self._play, self.mode, self._voice, self._known)


def _french(address: str | None) -> Voice:
    return "tu" if address == Address.TU else "vous"


def _chosen(face: Face, some: Sequence[Play]) -> str:
    """Ask which of a few situations it is; nothing typed is none."""
    view.offer(face, some)
    number = ask_key(face.say("event.coach.which"), [str(n) for n in range(1, len(some) + 1)])
    return some[int(number) - 1].code if number else ""


def _live(face: Face, told: _Told) -> None:
    """Tell one move at a time: Enter for the next, `m` for the other mode, `q` to stop."""
    guidance = told.guidance()
    view.open_live(face, guidance)
    at = 0
    while at < len(guidance.moves):
        view.show_move(face, guidance, at)
        typed = ask_line(face.say("event.coach.keys")).casefold()
        if typed == "q":
            return
        at += 1
        if typed == "m":
            told.mode = _other(told.mode)
            guidance, at = told.guidance(), 0
            view.open_live(face, guidance)
    view.close_live(face, guidance)


def _other(mode: Mode) -> Mode:
    return Mode.FRIENDSHIP if mode is Mode.NETWORK else Mode.NETWORK


def _try(face: Face, path: Path) -> int:
    """Say what is wrong with a play, or how it is told."""
    play, flaws = try_play(path.name, rule_table(path))
    if face.as_json:
        face.give(view.verdict(face, play, flaws))
    else:
        view.tried(face, play, flaws)
    return _NO if flaws else 0
