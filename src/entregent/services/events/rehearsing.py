"""Rehearsing a situation beforehand: the scenes there are, and how far one went in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entregent.coach.plays import Text
from entregent.coach.rehearsal import NoSuchChoice, Rehearsal, Walk, walk
from entregent.coach.rehearsal_reader import proof, read_rehearsal
from entregent.coach.tables import Flaw
from entregent.domain.events import Mode
from entregent.services.events.coaching import listener, plays
from entregent.services.ports import BookError, Catalogue


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which scenes one looks for: of situations, in a mode, the `number`-th; all where unsaid."""

    situations: tuple[str, ...] = ()
    mode: Mode | None = None
    number: int | None = None


def rehearsals(catalogue: Catalogue) -> Sequence[Rehearsal]:
    """Return all scenes, in the order they are shown."""
    codes = catalogue.template("rehearsals/index")["rehearsals"]
    return [read_rehearsal(code, catalogue.template(f"rehearsals/{code}")) for code in codes]


def titles(catalogue: Catalogue, known: Sequence[Rehearsal]) -> Mapping[str, Text]:
    """Return what each situation of the scenes is called, by its code."""
    named = plays(catalogue)
    return {one.situation: named[one.situation].title for one in known}


def situations_meant(
    catalogue: Catalogue, known: Sequence[Rehearsal], words: str
) -> tuple[str, ...]:
    """Return the situations with scenes that are meant by a name or by one's own words.

    One where it is clear, a few where it is not, none where nothing was understood.
    """
    there = {one.situation for one in known}
    named = "-".join(words.casefold().split())
    if named in there:
        return (named,)
    heard = listener(catalogue).hear(words)
    codes = heard.codes[:1] if heard.trust == "sure" else heard.codes
    return tuple(code for code in codes if code in there)


def scenes(known: Sequence[Rehearsal], wanted: Wanted) -> Sequence[Rehearsal]:
    """Return those of the scenes that are wanted.

    Raises BookError: event.rehearse-scene, where the situation has no scene of that number.
    """
    here = [
        one
        for one in known
        if (not wanted.situations or one.situation in wanted.situations)
        and wanted.mode in (None, one.mode)
    ]
    if wanted.number is None:
        return here
    numbered = [one for one in here if one.number == wanted.number]
    if here and not numbered:
        among = ", ".join(dict.fromkeys(str(one.number) for one in here))
        raise BookError("event.rehearse-scene", scene=str(wanted.number), among=among)
    return numbered


def played(rehearsal: Rehearsal, picks: Sequence[int]) -> Walk:
    """Follow the choices made, each numbered from 1.

    Raises BookError: event.rehearse-choice on a choice there is not, event.rehearse-over on one
    after the end.
    """
    try:
        return walk(rehearsal, picks)
    except NoSuchChoice as missing:
        turn = str(missing.turn)
        if not missing.among:
            raise BookError("event.rehearse-over", turn=turn) from missing
        told = {"turn": turn, "pick": str(missing.pick), "last": str(missing.among)}
        raise BookError("event.rehearse-choice", **told) from missing


def try_rehearsal(name: str, table: Mapping[str, Any]) -> tuple[Rehearsal | None, tuple[Flaw, ...]]:
    """Hold a scene's file called `name` against how scenes are written."""
    return proof(name, table)
