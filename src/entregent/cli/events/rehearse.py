"""`event rehearse`: a short scene to play before one is in it."""

from collections.abc import Sequence
from pathlib import Path

from entregent import bootstrap
from entregent.bootstrap.checking import rule_table
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.keys import ask_key, can_ask
from entregent.cli.values import COUNT, PICKS, Worded
from entregent.cli.views import event_rehearse as view
from entregent.coach.rehearsal import Rehearsal, Turn
from entregent.domain.events import Mode
from entregent.services.events.rehearsing import (
    Wanted,
    played,
    rehearsals,
    scenes,
    situations_meant,
    titles,
    try_rehearsal,
)

_NO = 1
"""Exit code: there is no such scene, or a scene is not written as scenes are."""
_PATIENCE = 3
"""So many keys that mean nothing are taken for a wish to stop."""


@verb(
    "rehearse",
    argument("words", value="text", nargs=-1, required=False),
    option("--mode", type=Worded("mode", tuple(Mode))),
    option("--scene", value="item", type=COUNT),
    option("--choices", value="picks", type=PICKS),
    option("--try", "tried", value="file"),
)
def command(
    face: Face,
    words: tuple[str, ...],
    mode: str | None,
    scene: int | None,
    choices: tuple[int, ...] | None,
    tried: str | None,
) -> int:
    """Play a scene, or list them."""
    if tried:
        return _try(face, Path(tried))
    catalogue = bootstrap.catalogue()
    known = rehearsals(catalogue)
    said = " ".join(words).strip()
    meant = situations_meant(catalogue, known, said) if said else ()
    found = scenes(known, Wanted(meant, Mode(mode) if mode else None, scene))
    if not found or (said and not meant):
        view.show_list(face, known, titles(catalogue, known), unheard=said)
        return _NO
    if len(meant) > 1 or (not said and scene is None and choices is None):
        view.show_list(face, found, titles(catalogue, found))
        return 0
    if choices is None and can_ask(face):
        _play(face, found[0])
    else:
        view.show(face, found[0], played(found[0], choices or ()), choices or ())
    return 0


def _play(face: Face, rehearsal: Rehearsal) -> None:
    """Play a scene at the terminal, one key a choice."""
    picks: list[int] = []
    walked = played(rehearsal, picks)
    view.show_step(face, rehearsal, walked)
    while isinstance(walked.at, Turn):
        pick = _picked(face, len(walked.at.choices))
        if not pick:
            face.line("event.rehearse.stopped")
            return
        picks.append(pick)
        walked = played(rehearsal, picks)
        view.show_step(face, rehearsal, walked)


def _picked(face: Face, last: int) -> int:
    """Ask for a choice; 0 where one would rather stop."""
    keys: Sequence[str] = [str(number) for number in range(1, last + 1)]
    question = face.say("event.rehearse.which", last=last)
    try:
        for _ in range(_PATIENCE):
            typed = ask_key(question, [*keys, "q"])
            if typed:
                return int(typed) if typed in keys else 0
    except KeyboardInterrupt:
        face.show(face.paper())
    return 0


def _try(face: Face, path: Path) -> int:
    """Say what is wrong with a scene's file, or that it is well written."""
    rehearsal, flaws = try_rehearsal(path.name, rule_table(path))
    view.show_tried(face, rehearsal, flaws)
    return _NO if flaws else 0
