"""The agenda on a sheet, as JSON, and as days for a calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from itertools import groupby

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.asking import Goal, ToPerson
from entregent.domain.days import WholeDay
from entregent.ledger.agenda import AgendaItem, Due
from entregent.locale.wording import goal_sentence
from entregent.locale.wording_agenda import agenda_sentence, calendar_words
from entregent.locale.wording_giving import gift_sentence
from entregent.services.desk import Desk

FEW = 7
"""How many things a sheet tells before it folds the others away."""


@dataclass(frozen=True, slots=True)
class Told:
    """Things to do, each with its sentence."""

    face: Face
    names: Names
    items: Sequence[AgendaItem]
    sentences: Sequence[str]
    goals: Sequence[str]
    """What each is for, empty where it serves no goal."""


def told(face: Face, desk: Desk, items: Sequence[AgendaItem]) -> Told:
    """Word what there is to do."""
    names = Names(desk)
    names.meet({person for item in items for person in item.people})
    planned = {goal.id: goal for goal in desk.book.goals()}
    goals = [
        _served(face, planned[item.goal], item, names) if item.goal in planned else ""
        for item in items
    ]
    sentences = [
        gift_sentence(face.speech, item.gift, names)
        if item.gift
        else agenda_sentence(face.speech, item, names, goal)
        for item, goal in zip(items, goals, strict=True)
    ]
    return Told(face, names, items, sentences, goals)


def _served(face: Face, goal: Goal, item: AgendaItem, names: Names) -> str:
    """Return what a goal is after; where it is to ask this person, the kind of ask alone."""
    if isinstance(goal.target, ToPerson) and goal.target.person == item.person:
        return face.say(f"kind.{goal.kind}.a")
    return goal_sentence(face.speech, goal, names)


def sheet(agenda: Told, most: int | None = FEW) -> Paper:
    """Lay the agenda out: the day, then what is to be done when, each with its key."""
    face = agenda.face
    today, paper = face.speech.today, face.paper()
    paper.write(face.say("today.title", day=today), touch=Touch.STRONG)
    if not agenda.items:
        paper.air()
        paper.write(face.say("today.nothing"))
        return paper
    lines = list(zip(agenda.items, agenda.sentences, strict=True))[:most]
    for when, some in groupby(lines, key=lambda line: line[0].when(today)):
        paper.label(face.say(f"today.{when}"))
        paper.pairs([(item.key, sentence) for item, sentence in some])
    paper.air()
    if len(lines) < len(agenda.items):
        paper.write(face.say("today.more"), touch=Touch.SOFT)
        paper.air()
    key = lines[0][0].key
    paper.pairs(
        [
            (face.say("today.did"), f"entregent today done {key}"),
            (face.say("today.later"), f"entregent today snooze {key}"),
            (face.say("today.never-mind"), f"entregent today let-go {key}"),
        ],
        indent=0,
    )
    return paper


def documents(agenda: Told) -> list[shapes.Document]:
    """Return the agenda as JSON has it."""
    names, today = agenda.names, agenda.face.speech.today
    return [
        {
            "key": item.key,
            "what": item.due.value,
            "when": item.when(today).value,
            "date": item.on.isoformat(),
            "day": item.day.isoformat(),
            "by": shapes.plain(item.by),
            "person": shapes.named(names, item.person) if item.person else None,
            "other": shapes.named(names, item.other) if item.other else None,
            "with": [shapes.named(names, one) for one in item.with_them],
            "kind": shapes.plain(item.kind),
            "ask": item.goal,
            "text": text,
            **({"gift": item.gift.what.value} if item.gift else {}),
            **({"request": item.request} if item.request else {}),
            **({"errand": item.errand} if item.errand else {}),
        }
        for item, text in zip(agenda.items, agenda.sentences, strict=True)
    ]


def days(agenda: Told) -> Iterator[WholeDay]:
    """Yield the agenda's days for a calendar: what is due already stands on today.

    Meetings are left out, for they come from a calendar; of introductions nobody is named, for
    one side may not know yet, and of requests only who waits. A step of the road map keeps the name
    it has in the road map's own file.
    """
    speech = agenda.face.speech
    for item, sentence, goal in zip(agenda.items, agenda.sentences, agenda.goals, strict=True):
        if item.due is not Due.MEETING:
            words = calendar_words(speech, item, agenda.names, goal)
            more = "" if item.introduction or item.request else sentence
            yield WholeDay(_uid(item), max(item.day, speech.today), words, more)


def _uid(item: AgendaItem) -> str:
    if item.due is Due.STEP:
        return f"plan-{item.goal}@entregent"
    told_as = "|".join((item.item, item.person or "", item.other or ""))
    return f"today-{blake2s(told_as.encode(), digest_size=10).hexdigest()}@entregent"
