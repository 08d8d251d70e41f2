"""What the network opens, on a sheet: calmly, the most opened first, the rest behind an option."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.reach_words import by_whom, called, counted, few, sides_told
from entregent.domain.text import capital
from entregent.domain.words import Sort
from entregent.locale.wording import goal_sentence
from entregent.locale.wording_ties import tie_sentence
from entregent.services.reaching import Place, Reach

_NAMED = 3


def overview(face: Face, names: Names, found: Reach, limit: int) -> Paper:
    """Lay out all that is open; each list has `limit` lines at most, all of them where it is 0."""
    paper = face.paper()
    if not found.places:
        paper.write(face.say("reach.none"))
    else:
        paper.write(face.say("reach.title"), touch=Touch.STRONG)
    for sort in Sort:
        _places(paper, face, names, [p for p in found.places if p.group.sort is sort], limit)
    _goals(paper, face, names, found, limit)
    _alone(paper, face, names, found, limit)
    _bridges(paper, face, names, found, limit)
    _closed(paper, face, found)
    if found.places:
        paper.air()
        paper.write(face.say("reach.next"), touch=Touch.SOFT)
    return paper


def _places(paper: Paper, face: Face, names: Names, places: Sequence[Place], limit: int) -> None:
    """Write places of one sort, those where I know nobody first."""
    if not places:
        return
    paper.label(face.say(f"reach.{places[0].group.sort}"))
    new_first = sorted(places, key=lambda place: bool(place.opened.known))
    for place in new_first[: limit or None]:
        told = [counted(face, place.opened)]
        told += [face.say("reach.mine")] if place.group.mine else []
        paper.across(called(face, place.group), " · ".join(told), indent=2)
        paper.write(by_whom(face, names, place.opened), indent=4)
    _more(paper, face, len(places), limit)


def _goals(paper: Paper, face: Face, names: Names, found: Reach, limit: int) -> None:
    if not found.goals:
        return
    paper.label(face.say("reach.goals"))
    for goal, opened in found.goals[: limit or None]:
        paper.across(capital(goal_sentence(face.speech, goal, names)), "", indent=2)
        told = by_whom(face, names, opened) if opened.people else face.say("reach.goal-closed")
        paper.write(told, indent=4)
    _more(paper, face, len(found.goals), limit)


def _alone(paper: Paper, face: Face, names: Names, found: Reach, limit: int) -> None:
    """Write whom several places hang on, or a place where they know others."""
    if not found.alone:
        return
    paper.label(face.say("reach.alone"))
    for person, places in list(found.alone.items())[: limit or None]:
        told = [called(face, place.group) for place in places[:_NAMED]]
        paper.across(names.full(person), "", indent=2)
        paper.write(few(face, "reach.alone-of", told, len(places)), indent=4)
    _more(paper, face, len(found.alone), limit)


def _bridges(paper: Paper, face: Face, names: Names, found: Reach, limit: int) -> None:
    if not found.bridges:
        return
    paper.label(face.say("reach.bridges"))
    shown = found.bridges[: min(limit, _NAMED) or None]
    for bridge, link in shown:
        paper.across(" – ".join(names.full(person) for person in link.people), "", indent=2)
        one, other = sides_told(face, names, found, bridge)
        paper.write(face.say("reach.bridge", one=one, other=other), indent=4)
        paper.write(tie_sentence(face.speech, link.evidence[0], names), indent=4, touch=Touch.SOFT)
    _more(paper, face, len(found.bridges), min(limit, _NAMED))


def _closed(paper: Paper, face: Face, found: Reach) -> None:
    if not found.closed:
        return
    paper.label(face.say("reach.closed"))
    rows = []
    for sort in Sort:
        told = [called(face, group) for group in found.closed if group.sort is sort]
        some = few(face, "reach.closed-of", told[: 2 * _NAMED], len(told))
        rows.append((face.say(f"reach.{sort}"), some if told else ""))
    paper.pairs(rows)


def _more(paper: Paper, face: Face, number: int, limit: int) -> None:
    if 0 < limit < number:
        paper.write(face.say("reach.more", n=number - limit), indent=4, touch=Touch.SOFT)
