"""The brief of an event as the terminal shows it: calm, and short enough to read on the way."""

from collections import Counter
from collections.abc import Iterable, Sequence

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.cli.short import short
from entregent.cli.views.event_brief_words import (
    about,
    called,
    gifts,
    minds,
    pace_words,
    perhaps_words,
    reason_words,
    way_words,
)
from entregent.cli.views.events import when
from entregent.domain.events import Guest, Mode
from entregent.domain.reading import Aside
from entregent.domain.text import capital
from entregent.locale.wording import place_words, problem_sentence
from entregent.services.events.listing import Taken
from entregent.services.events.preparing import Brief, Meeting, WarmWord

_FEW = 10
"""So many names, or problems, are shown; the rest is in the JSON."""


def sheet(face: Face, brief: Brief, taken: Taken | None, out: str | None) -> Paper:
    """Lay out a brief, after what became of the lists."""
    paper = face.paper()
    _head(paper, face, brief)
    if taken is not None:
        _lists(paper, face, taken)
    _hopes(paper, face, brief)
    _meet(paper, face, brief)
    _known(paper, face, brief)
    _beginning(paper, face, brief)
    _aside(paper, face, brief, out)
    return paper


def _head(paper: Paper, face: Face, brief: Brief) -> None:
    event = brief.event
    paper.heading(event.name)
    paper.write(" · ".join(filter(None, (when(face.speech, event), event.place))))
    paper.write(face.say(f"event.mode.{event.mode}"), touch=Touch.SOFT)
    if brief.past == "yes":
        paper.write(face.say("event.brief.past"), touch=Touch.SOFT)


def _lists(paper: Paper, face: Face, taken: Taken) -> None:
    paper.label(face.say("event.list.title"))
    if taken.new:
        key = "event.list.new" if taken.earlier == "yes" else "event.list.taken"
        paper.write(face.say(key, names=_names(face, taken.new)), indent=2)
        paper.write(face.say("event.list.first"), indent=2)
    if taken.gone:
        paper.write(face.say("event.list.gone", names=_names(face, taken.gone)), indent=2)
    if taken.batch is None and any(one.read for one in taken.files):
        paper.write(face.say("event.list.same"), indent=2)
    if taken.myself == "yes":
        paper.write(face.say("event.list.myself"), indent=2)
    _left(paper, face, taken)
    _problems(paper, face, taken)
    if taken.aside:
        told = {"titles": taken.aside[:_FEW], "first": f"{taken.aside[0]}=topic"}
        paper.write(face.say("event.list.aside", **told), indent=2)
    if taken.batch is not None:
        told = {"batch": short(taken.batch)}
        paper.write(face.say("event.list.undo", **told), indent=2, touch=Touch.SOFT)


def _left(paper: Paper, face: Face, taken: Taken) -> None:
    """Name who was not taken from the lists, a line a reason."""
    for why in (Aside.AWAY, Aside.TWICE, Aside.PAYER):
        names = dict.fromkeys(called(one.card) for _, one in taken.left if one.why is why)
        if names:
            said = face.say(f"event.list.{why}", names=_some(face, tuple(names)))
            paper.write(said, indent=2, touch=Touch.SOFT)


def _problems(paper: Paper, face: Face, taken: Taken) -> None:
    held = [(one.path, problem) for one in taken.files for problem in one.problems]
    for path, problem in held[:_FEW]:
        what = problem_sentence(face.speech, problem)
        where = place_words(face.speech, problem.where)
        key = "event.list.problem-at" if where else "event.list.problem"
        paper.write(face.say(key, path=path, where=where, what=what), indent=2, lead="· ")
    if len(held) > _FEW:
        paper.write(face.say("event.list.problems"), indent=2, touch=Touch.SOFT)


def _names(face: Face, guests: Sequence[Guest]) -> list[str]:
    """Return the first names, with the company where several are called so."""
    borne = Counter(guest.name for guest in guests)
    told = (
        f"{one.name} ({one.company})" if borne[one.name] > 1 and one.company else one.name
        for one in guests
    )
    return _some(face, tuple(told))


def _some(face: Face, names: Sequence[str]) -> list[str]:
    return [*names[:_FEW], *([face.say("event.list.others")] if len(names) > _FEW else [])]


def _hopes(paper: Paper, face: Face, brief: Brief) -> None:
    if brief.event.goals or brief.event.mode is Mode.NETWORK:
        paper.label(face.say("event.brief.goals"))
        for goal in brief.event.goals:
            paper.write(goal, indent=2, lead="· ")
        if not brief.event.goals:
            paper.write(face.say("event.brief.no-goals"), indent=2)
    if brief.event.mode is Mode.NETWORK:
        paper.label(face.say("event.brief.pace"))
    else:
        paper.air()
    paper.write(pace_words(face.speech, brief), indent=2)


def _meet(paper: Paper, face: Face, brief: Brief) -> None:
    friendly = "-friendship" if brief.event.mode is Mode.FRIENDSHIP else ""
    if brief.list == "no":
        paper.air()
        paper.write(face.say("event.brief.no-list"))
        return
    paper.heading(face.say(f"event.brief.meet{friendly}"))
    for meeting in brief.meet:
        _one(paper, face, brief, meeting)
    if not brief.meet:
        paper.write(face.say(f"event.brief.nobody{friendly}"), indent=2)


def _one(paper: Paper, face: Face, brief: Brief, meeting: Meeting) -> None:
    speech, worth = face.speech, meeting.worth
    paper.air()
    paper.across(worth.attendee.name, about(meeting), indent=2)
    perhaps = perhaps_words(speech, meeting)
    told = [perhaps, *(reason_words(speech, brief, reason) for reason in worth.because)]
    for line in filter(None, told):
        paper.write(capital(line), indent=4, lead="· ")
    way = meeting.way
    rows = [
        (face.say("event.brief.talk"), " · ".join(worth.talk)),
        (face.say("event.brief.gift"), " · ".join(gifts(speech, brief, worth))),
        (face.say("event.brief.way"), way_words(speech, meeting, way) if way else ""),
        ("", meeting.asking),
        (face.say("event.brief.mutual"), ", ".join(person.name for person in meeting.mutual)),
        (face.say("event.brief.say"), meeting.openings[0]),
        *(("", text) for text in meeting.openings[1:]),
    ]
    rows += [
        (face.say("event.brief.bridge", heard=bridge.heard), bridge.sentence)
        for bridge in meeting.bridges[:1]
    ]
    paper.pairs(rows, indent=4)


def _known(paper: Paper, face: Face, brief: Brief) -> None:
    if not (brief.familiar or brief.there):
        return
    paper.heading(face.say("event.brief.known"))
    for one in brief.familiar:
        _warm(paper, face, brief, one)
    if brief.there:
        paper.air()
        paper.write(face.say("event.brief.there", names=_some(face, brief.there)), indent=2)


def _warm(paper: Paper, face: Face, brief: Brief, one: WarmWord) -> None:
    paper.air()
    paper.across(one.familiar.person.name, "", indent=2)
    said = [text for _, text in minds(face.speech, one.familiar)]
    said += [reason_words(face.speech, brief, reason) for reason in one.familiar.because]
    for text in said:
        paper.write(capital(text), indent=4, lead="· ")
    if one.say:
        paper.pairs([(face.say("event.brief.say"), one.say)], indent=4)


def _beginning(paper: Paper, face: Face, brief: Brief) -> None:
    paper.heading(face.say("event.brief.arriving"))
    for text, said in brief.arriving:
        paper.write(text, indent=2, lead="· ")
        paper.write(said, indent=6, touch=Touch.SOFT)
    _texts(paper, face.say("event.brief.openings"), brief.openings)
    told = [one.text for one in brief.answers] or [face.say("event.brief.no-answers")]
    _texts(paper, face.say("event.brief.answers"), told)


def _texts(paper: Paper, label: str, texts: Iterable[str]) -> None:
    paper.label(label)
    for text in texts:
        paper.write(text, indent=2, lead="· ")


def _aside(paper: Paper, face: Face, brief: Brief, out: str | None) -> None:
    paper.air()
    if brief.beware:
        paper.write(face.say("event.brief.beware", companies=brief.beware))
    if brief.list == "yes":
        paper.write(face.say("event.list.drop"), touch=Touch.SOFT)
    if out is not None:
        paper.write(face.say("event.brief.written", path=out), touch=Touch.SOFT)
