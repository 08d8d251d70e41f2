"""Pairs who may be one human, side by side, with what speaks for it and against."""

from collections.abc import Sequence
from datetime import date

from entregent.cli.face import Face
from entregent.cli.json_imports import because
from entregent.cli.paper import Paper, Touch
from entregent.cli.short import short
from entregent.cli.views.people import job
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.services.merging import Pair


def lay_out(
    face: Face, pairs: Sequence[Pair], total: int, everybody: Sequence[PersonId], today: date
) -> Paper:
    """Lay out the likeliest pairs, and how to say that they are one, or two."""
    paper = face.paper()
    paper.write(face.say("merge.pairs" if total else "merge.none", n=total))
    for pair in pairs:
        paper.air()
        ids = [short(one.id, everybody) for one in (pair.one, pair.other)]
        for one, ident in zip((pair.one, pair.other), ids, strict=True):
            paper.across(_side(face, one, today), f"@{ident}", indent=2)
        for line in reasons(face, pair):
            paper.write(line, indent=4, touch=Touch.SOFT)
    if pairs:
        paper.air()
        paper.write(face.say("merge.how", one=ids[0], other=ids[1]), touch=Touch.SOFT)
        paper.write(face.say("merge.how-no", one=ids[0], other=ids[1]), touch=Touch.SOFT)
    if total > len(pairs):
        paper.write(face.say("merge.more", n=total - len(pairs)), touch=Touch.SOFT)
    return paper


def reasons(face: Face, pair: Pair) -> list[str]:
    """Return what speaks for the two being one, then what speaks against, a line each."""
    told = [face.say(f"alike.{code}") for code in because(pair.alike)]
    lines = [face.say("alike.for", reasons=told)] if told else []
    against = [face.say(f"alike.{sign}") for sign in pair.alike.against]
    return [*lines, face.say("alike.against", reasons=against)] if against else lines


def _side(face: Face, person: Person, today: date) -> str:
    """Say what tells one of the two from the other."""
    held = (*person.emails[:1], *person.phones[:1])
    sources = dict.fromkeys(source.origin for source in person.sources)
    heard = ", ".join(face.say(f"origin.{origin}") for origin in sources)
    return " · ".join(filter(None, (person.name, job(person, today), *held, heard)))
