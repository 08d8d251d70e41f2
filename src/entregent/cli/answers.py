"""A judgement with everything a face says of it: reasons worded, chains named, ties explained."""

from collections.abc import Mapping
from typing import NamedTuple

from entregent.asks.willingness import Sway
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.domain.asking import Candidate, Code, Reason
from entregent.domain.words import Sort
from entregent.locale.wording import meanwhile_sentence, nobody_sentence
from entregent.locale.wording_outlook import carry_sentence, opening_sentence
from entregent.locale.wording_reasons import reason_sentence
from entregent.locale.wording_sway import sway_sentences, sway_words
from entregent.locale.wording_ties import tie_sentence
from entregent.network.outlook import Ground
from entregent.network.reasons import TieEvidence
from entregent.services.asking import Answer
from entregent.services.desk import Desk

_SAID_BY: Mapping[Sway, frozenset[Code]] = {
    Sway.ASKED: frozenset({Code.RESTING, Code.ONLY_WAY, Code.UNANSWERED}),
    Sway.SAID_LATER: frozenset({Code.SAID_LATER}),
    Sway.SAID_NO: frozenset({Code.SAID_NO}),
    Sway.UNCOMFORTABLE: frozenset({Code.WAS_UNCOMFORTABLE}),
    Sway.THANKS_OWED: frozenset({Code.THANKS_OWED}),
    Sway.RECEIVED: frozenset({Code.THANKS_OWED, Code.ONE_WAY}),
}
"""Reasons that tell the same facts in whole sentences."""
_CLOSENESS = (Sway.CLOSE, Sway.GOOD)


class Told(NamedTuple):
    """A level, and the sentence that says it."""

    level: str
    text: str


class Answers:
    """The answer to one goal."""

    def __init__(self, face: Face, desk: Desk, answer: Answer) -> None:
        """Take an answer and the book it was made from."""
        self.speech = face.speech
        self.judgement = answer.judgement
        self.goals = answer.known.goals
        self.names = Names(desk, answer.known.situation.people)
        self._answer = answer
        self._desk = desk

    def reason(self, candidate: Candidate, reason: Reason) -> str:
        """Return a reason as a sentence."""
        return reason_sentence(self.speech, reason, candidate.person, candidate.kind, self.names)

    def ties(self, candidate: Candidate) -> list[str]:
        """Return why a candidate's chain carries, a sentence a tie."""
        return [tie_sentence(self.speech, one, self.names) for one in self._evidence(candidate)]

    def sways(self, candidate: Candidate) -> list[str]:
        """Return what helps and what weighs, beside what reasons and ties say already."""
        said = {reason.code for reason in (*candidate.because, *candidate.mind)}
        close = any(tie.kind == "closeness" for tie in self._evidence(candidate)[:1])
        swayed = [
            one
            for one in self._answer.sways(candidate.person)
            if said.isdisjoint(_SAID_BY.get(one.sway, ()))
            and not (close and one.sway in _CLOSENESS)
        ]
        return sway_sentences(self.speech, swayed)

    def outlook(self, candidate: Candidate) -> dict[str, Told]:
        """Return whether a candidate's chain `carries`, and what it `opens`, where known."""
        found = self._answer.outlooks.of(candidate.chain.people)
        told: dict[str, Told] = {}
        if found is not None:
            words = carry_sentence(self.speech, found.carry, self.names)
            told["carries"] = Told(found.carry.level, words)
        if found is not None and found.opening is not None:
            name = self._called(found.opening.ground)
            words = opening_sentence(self.speech, found.opening, name)
            told["opens"] = Told(found.opening.level, words)
        return told

    def _called(self, ground: Ground) -> str:
        """Return a place's name; that of a sector of the table in the language spoken."""
        named = self._desk.reference.sectors.named(ground.name)
        known = named if ground.sort is Sort.SECTOR else None
        return known.called(self.speech.lang) if known else ground.name

    def _evidence(self, candidate: Candidate) -> tuple[TieEvidence, ...]:
        return self._answer.evidence(candidate.chain)

    def nobody(self) -> str:
        """Return why there is nobody to ask; nothing when there is somebody."""
        empty = self.judgement.nobody
        if empty is None:
            return ""
        return nobody_sentence(self.speech, self.judgement, empty, self.names)

    def meanwhile(self) -> str:
        """Return what to do while there is nobody to ask."""
        empty = self.judgement.nobody
        return meanwhile_sentence(self.speech, empty) if empty else ""

    def document(self) -> shapes.Document:
        """Return the answer as JSON."""
        empty = self.judgement.nobody
        return {
            "ask": shapes.goal(self.judgement.goal, self.names),
            "today": self.judgement.today.isoformat(),
            "candidates": [self._candidate(one) for one in self.judgement.candidates],
            "nobody": None
            if empty is None
            else {
                "code": empty.code.value,
                "text": f"{self.nobody()} {self.meanwhile()}",
                "until": shapes.plain(empty.until),
            },
        }

    def _candidate(self, one: Candidate) -> shapes.Document:
        document: shapes.Document = {
            "person": shapes.named(self.names, one.person),
            "kind": one.kind.value,
            "verdict": one.verdict.value,
            "until": shapes.plain(one.until),
            "chain": [shapes.named(self.names, person) for person in one.chain.people],
            "because": [self._reason(one, reason) for reason in one.because],
            "mind": [self._reason(one, reason) for reason in one.mind],
            "instead": [shapes.named(self.names, person) for person in one.instead],
            "ties": [
                {"from": tie.a, "to": tie.b, "text": tie_sentence(self.speech, tie, self.names)}
                for tie in self._evidence(one)
            ],
        }
        document["sways"] = [
            {
                "code": each.sway.value,
                "way": "helps" if each.eases else "weighs",
                "text": sway_words(self.speech, each),
                "facts": [shapes.noted(fact, self.names) for fact in each.facts],
            }
            for each in self._answer.sways(one.person)
        ]
        told = self.outlook(one)
        for question in ("carries", "opens"):
            document[question] = told[question]._asdict() if question in told else None
        if not one.chain.direct:
            document["odds"] = round(one.chain.odds, 6)
        return document

    def _reason(self, one: Candidate, reason: Reason) -> shapes.Document:
        return {
            "code": reason.code.value,
            "text": self.reason(one, reason),
            "until": shapes.plain(reason.until),
            "facts": [shapes.noted(fact, self.names) for fact in reason.facts],
        }
