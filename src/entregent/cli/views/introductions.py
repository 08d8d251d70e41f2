"""Introductions as I see them: how far each is, what it asks of me, what may come next."""

from collections.abc import Iterator
from datetime import date

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.ids import IntroductionId
from entregent.domain.inbox import Party, Step
from entregent.ledger.introduction_errands import Due, Errand
from entregent.ledger.introduction_states import SIDED, LetGo, Move, Outcome, Thanked, Void
from entregent.ledger.introductions import Introduction, Oddity
from entregent.locale.wording import error_sentence
from entregent.services.desk import Desk
from entregent.services.introducing import Introduced
from entregent.services.ports import BookError


class Table:
    """The introductions of a book, worded."""

    def __init__(self, face: Face, desk: Desk, seen: Introduced) -> None:
        """Take what the book tells of introductions."""
        self._face = face
        self._today = desk.today
        self._seen = seen
        self._names = Names(desk, seen.known.situation.people)

    # --- on paper ------------------------------------------------------------------------------
    def sheet(self, *, every: bool) -> Paper:
        """Lay out those that are not closed, or all."""
        paper = self._face.paper()
        shown = [one for one in self._seen.introductions if every or not _closed(one)]
        for one in shown:
            paper.air()
            self._write(paper, one)
        for odd in self._seen.strays:
            paper.air()
            paper.write(self._odd(odd), touch=Touch.SOFT)
        if not shown:
            paper.write(self._face.say("introduce.none"))
        return paper

    def step(self, which: IntroductionId) -> Paper:
        """Lay out one introduction after a step of it."""
        paper = self._face.paper()
        self._write(paper, self._find(which))
        return paper

    def _write(self, paper: Paper, one: Introduction) -> None:
        number = self._seen.place(one)
        title = f"{self._full(one, Party.PERSON)} → {self._full(one, Party.OTHER)}"
        paper.across(title, self._face.say(f"introduce.state.{one.word}"), lead=f"{number}  ")
        for sentence in self._sentences(one):
            paper.write(sentence, indent=3)
        for line in self._next(one, number):
            paper.write(line, indent=3, touch=Touch.SOFT)

    def _sentences(self, one: Introduction) -> Iterator[str]:
        """Yield how it went, what stands in its way, what there is to do, what was odd."""
        if isinstance(one.state, Outcome | Thanked):
            yield self._face.say("introduce.outcome", text=one.state.text)
        if isinstance(one.state, LetGo) and not one.state.untold:
            yield self._face.say("introduce.over", on=one.state.since)
        yield from self._barred(one)
        due = self._seen.due(one)
        yield from (self._errand(one, each) for each in due if each.on <= self._today)
        later = [each.on for each in due if each.on > self._today]
        if later and len(later) == len(due):
            yield self._face.say("introduce.later", on=min(later))
        for side, day in self._seen.busy(one):
            yield self._face.say("introduce.busy", who=self._short(one, side), on=day)
        yield from map(self._odd, one.oddities)

    def _barred(self, one: Introduction) -> Iterator[str]:
        try:
            self._seen.respect(one)
        except BookError as refusal:
            yield error_sentence(self._face.speech, refusal.key, refusal.details)

    def _errand(self, one: Introduction, due: Due) -> str:
        again = due.errand is Errand.NO_WORD and len(due.choices) == 1
        key = "introduce.errand.no-word-again" if again else f"introduce.errand.{due.errand}"
        name = self._short(one, due.party) if due.party else ""
        return self._face.say(key, who=name)

    def _odd(self, odd: Oddity) -> str:
        why = self._face.say(f"introduce.odd.{odd.why}")
        return self._face.say("introduce.odd", step=odd.fact.step, on=odd.fact.on, why=why)

    def _next(self, one: Introduction, number: int) -> Iterator[str]:
        """Yield what may be typed next: the message first, then what is noted."""
        coming = self._seen.next(one)
        if not coming:
            return
        if self._seen.barred(one) is None:
            yield f"entregent introduce draft {number}"
        steps = dict.fromkeys(move.step for move in coming if move.step is not Step.LINES)
        yield self._face.say("introduce.steps", steps="|".join(steps), number=number)

    # --- as JSON -------------------------------------------------------------------------------
    def document(self) -> shapes.Document:
        """Return all introductions as they were entered, and the facts that belong to none."""
        return {
            "today": self._today.isoformat(),
            "introductions": [self._document(one) for one in self._seen.introductions],
            "problems": [_oddity(odd) for odd in self._seen.strays],
        }

    def one(self, which: IntroductionId) -> shapes.Document:
        """Return one introduction."""
        return self._document(self._find(which))

    def _document(self, one: Introduction) -> shapes.Document:
        bar = self._seen.barred(one)
        return {
            "id": one.id,
            "number": self._seen.place(one),
            "person": shapes.named(self._names, one.person),
            "other": shapes.named(self._names, one.other),
            "began": one.step.value,
            "on": one.on.isoformat(),
            "state": one.word,
            "since": one.state.since.isoformat(),
            "lines": one.lines or None,
            "wishes": {side.value: text for side, text in one.wishes.items()},
            "request": one.request,
            "next": [self._move(one, move) for move in self._seen.next(one)],
            "due": [self._due(one, each) for each in self._seen.due(one)],
            "busy": [
                {"person": shapes.named(self._names, one.at(side)), "until": day.isoformat()}
                for side, day in self._seen.busy(one)
            ],
            "barred": None
            if bar is None
            else {
                "person": shapes.named(self._names, one.at(bar.party)),
                "code": bar.bar.value,
                "until": shapes.plain(bar.until),
                "text": " ".join(self._barred(one)),
            },
            "problems": [_oddity(odd) for odd in one.oddities],
        }

    def _due(self, one: Introduction, due: Due) -> shapes.Document:
        return {
            "what": due.errand.value,
            "date": due.on.isoformat(),
            "person": shapes.named(self._names, one.at(due.party)) if due.party else None,
            "choices": [self._move(one, move) for move in due.choices],
            "text": self._errand(one, due),
        }

    def _move(self, one: Introduction, move: Move) -> shapes.Document:
        sided = move.step in SIDED and move.party is not None
        person = shapes.named(self._names, one.at(move.party)) if sided and move.party else None
        return {"step": move.step.value, "person": person}

    def _find(self, which: IntroductionId) -> Introduction:
        return next(one for one in self._seen.introductions if one.id == which)

    def _full(self, one: Introduction, party: Party) -> str:
        return self._names.full(one.at(party))

    def _short(self, one: Introduction, party: Party) -> str:
        return self._names.short(one.at(party))


def _closed(one: Introduction) -> bool:
    """Tell whether nothing is left to do or to hear."""
    return isinstance(one.state, Void) or not one.moves()


def _oddity(odd: Oddity) -> shapes.Document:
    day: date = odd.fact.on
    return {"step": odd.fact.step.value, "date": day.isoformat(), "why": odd.why.value}
