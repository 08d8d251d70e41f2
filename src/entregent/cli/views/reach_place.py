"""One company, sector or circle on a sheet: how many people, through whom, and by which ways."""

from datetime import date

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.people import job
from entregent.cli.views.reach_words import called, counted
from entregent.locale.wording_outlook import carry_sentence, opening_sentence
from entregent.locale.wording_ties import tie_sentence
from entregent.services.reaching import PlaceSheet


def sheet(face: Face, names: Names, known: PlaceSheet, today: date, limit: int) -> Paper:
    """Lay out one place; each list has `limit` lines at most, all of them where it is 0."""
    paper = face.paper()
    group, opened = known.place.group, known.place.opened
    name = called(face, group)
    if not opened.people:
        paper.write(face.say(f"reach.place-closed.{group.sort}", name=name))
        _were(paper, face, names, known, limit)
        return paper
    paper.across(name, counted(face, opened))
    if known.opens is not None:
        paper.write(opening_sentence(face.speech, known.opens, name), indent=2)
    if known.place.alone is not None:
        paper.write(face.say("reach.without", name=names.full(known.place.alone)), indent=2)
    _ways(paper, face, names, known, limit)
    _there(paper, face, names, known, today, limit)
    _were(paper, face, names, known, limit)
    paper.air()
    paper.write(face.say(f"reach.ask.{group.sort}", name=name), touch=Touch.SOFT)
    return paper


def _ways(paper: Paper, face: Face, names: Names, known: PlaceSheet, limit: int) -> None:
    """Write who opens the place; what the first of them rests on, and the path of the others."""
    paper.label(face.say("reach.by-whom"))
    for number, link in enumerate(known.links[: limit or None]):
        first = link.people[1]
        until = known.resting.get(first)
        rests = face.say("verdict.wait-until", until=until) if until else ""
        paper.across(names.full(first), rests, indent=2)
        path = [face.say("you"), *map(names.full, link.people[1:])]
        if len(path) > 2:  # noqa: PLR2004 - somebody stands between
            held = " → ".join(one.replace(" ", "\u00a0") for one in path)
            paper.write(held, indent=4, touch=Touch.SOFT)
        if not number:
            for tie in link.evidence:
                paper.write(tie_sentence(face.speech, tie, names), indent=4)
        paper.write(carry_sentence(face.speech, link.carries, names), indent=4)
    _more(paper, face, len(known.links), limit)


def _there(
    paper: Paper, face: Face, names: Names, known: PlaceSheet, today: date, limit: int
) -> None:
    people = known.place.opened.people
    paper.label(face.say("reach.there"))
    for who in people[: limit or None]:
        told = (names.full(who), job(names.person(who), today))
        paper.write(", ".join(filter(None, told)), indent=2, lead="· ")
    _more(paper, face, len(people), limit)


def _were(paper: Paper, face: Face, names: Names, known: PlaceSheet, limit: int) -> None:
    if not known.were:
        return
    paper.label(face.say("reach.were"))
    for who in known.were[: limit or None]:
        paper.write(names.full(who), indent=2, lead="· ")
    _more(paper, face, len(known.were), limit)


def _more(paper: Paper, face: Face, number: int, limit: int) -> None:
    if 0 < limit < number:
        paper.write(face.say("reach.more", n=number - limit), indent=4, touch=Touch.SOFT)
