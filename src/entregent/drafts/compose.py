"""Putting wordings together: which one is said in each slot, and what goes when space is short.

In a layout, a paragraph is a list of slots. `a|b` is the first of them that says something, and
`a+b` is one sentence made of what each says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from zlib import crc32

from entregent.domain.text import capital, small
from entregent.drafts.brief import DraftBrief, Voice
from entregent.drafts.facts import conditions, known, values
from entregent.drafts.wording import Block, Wording, fields
from entregent.locale.french import typography
from entregent.locale.speech import Speech

Layout = Sequence[Sequence[str]]
_WHOLE, _HELD = "forward", "\ue000"
"""A text in quotes, perhaps of the other language, and what holds its place meanwhile."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_JOINTS = {"fr": "\u00a0; ", "en": "; "}
_STOPS = ".!\u00a0 "
_I = re.compile(r"I\b")


@dataclass(slots=True)
class Composer:
    """Says slots of one file for one brief; `chosen` gathers the ids of the wordings used."""

    wording: Wording
    voice: Voice
    holding: frozenset[str]
    values: dict[str, Any]
    speech: Speech
    seed: int
    avoid: frozenset[str]
    turn: int = 0
    chosen: dict[str, str] = field(default_factory=dict)

    def say(self, slot: str) -> str:
        """Return what is said in a slot, empty when nothing fits what is known."""
        for block in self.wording.of(slot):
            if not block.applies(self.holding):
                continue
            ready = [said for said in block.wordings(self.voice) if self._fillable(said[1])]
            if ready:
                fresh = [said for said in ready if said[0] not in self.avoid] or ready
                place = crc32(f"{self.seed}:{slot}".encode()) + self.turn
                name, text = fresh[place % len(fresh)]
                self.chosen[slot] = name
                return self._fill(text)
        return ""

    def say_all(self, slot: str) -> list[str]:
        """Return one text for each block of a slot that applies and whose facts are known."""
        return [said for block in self.wording.of(slot) if (said := self.ask(block))]

    def ask(self, block: Block) -> str:
        """Return a text of one block, empty when it does not apply or a fact is not known."""
        ready = [text for _, text in block.wordings(self.voice) if self._fillable(text)]
        if not ready or not block.applies(self.holding):
            return ""
        return self._fill(ready[crc32(f"{self.seed}:{block.id}".encode()) % len(ready)])

    def learn(self, **more: str) -> None:
        """Add facts that are themselves worded."""
        self.values.update(more)

    def learn_slots(self) -> None:
        """Word the slots that other wordings quote (`pre` in the layout), in order."""
        for slot in self.wording.layouts.get("pre", ()):
            self.learn(**{slot: self.say(slot)})

    def first(self, slots: str) -> tuple[str, str]:
        """Return the first slot of `a|b` that says something, and what it says."""
        for slot in slots.split("|"):
            if text := self._one_sentence([self.say(part) for part in slot.split("+")]):
                return slot, text
        return slots, ""

    def tightened(self, longest: int) -> "Composer":
        """Return one for little space: facts of more than `longest` characters are unknown to it.

        Its `tight` wordings come first, and it is not told what for where that is too long.
        """
        told = {name: text for name, text in self.values.items() if len(str(text)) <= longest}
        holding = self.holding | {"tight"}
        if "purpose" not in told:
            holding -= {"purpose"}
        tighter = replace(self, holding=holding, values=told)
        tighter.learn_slots()
        return tighter

    def paragraphs(self, layout: Layout) -> list[list[tuple[str, str]]]:
        """Return the layout's paragraphs as slots with their texts; what is empty is left out."""
        worded = [[self.first(slots) for slots in paragraph] for paragraph in layout]
        kept = [[(slot, text) for slot, text in paragraph if text] for paragraph in worded]
        return [paragraph for paragraph in kept if paragraph]

    def _one_sentence(self, texts: Sequence[str]) -> str:
        first, *others = [text for text in texts if text] or [""]
        if not others:
            return first
        parts = [first, *(text if _I.match(text) else small(text) for text in others)]
        return _JOINTS[self.speech.lang].join(part.rstrip(_STOPS) for part in parts) + "."

    def _fillable(self, text: str) -> bool:
        return all(known(self.values.get(name)) for name in fields(text))

    def _fill(self, text: str) -> str:
        filled = self.speech.fill(text, self.values | {_WHOLE: _HELD})
        french = self.speech.lang == "fr"
        typed = typography(filled) if french else _APOSTROPHE.sub("’", filled)
        return typed.replace(_HELD, self.values.get(_WHOLE, ""))


def composer(brief: DraftBrief, wording: Wording, voice: Voice | None = None) -> Composer:
    """Return a composer for a brief."""
    return Composer(
        wording=wording,
        voice=voice or brief.voice,
        holding=conditions(brief),
        values=values(brief),
        speech=Speech(brief.language, {}, brief.today),
        seed=brief.seed,
        avoid=brief.avoid,
        turn=brief.turn,
    )


def text_of(paragraphs: list[list[tuple[str, str]]], between: str) -> str:
    """Return the paragraphs as text; sentences begin with a capital."""
    spoken = (" ".join(capital(text) for _, text in paragraph) for paragraph in paragraphs)
    return between.join(spoken)


def shortened(
    paragraphs: list[list[tuple[str, str]]],
    drop: Sequence[str],
    between: str,
    limit: Mapping[str, int],
) -> str:
    """Return the text, leaving out the slots of `drop` one after the other while it is too long.

    `limit` may set `words` and `chars`.
    """
    kept = paragraphs
    for slot in drop:
        if fits(kept, between, limit):
            break
        kept = [[said for said in paragraph if said[0] != slot] for paragraph in kept]
        kept = [paragraph for paragraph in kept if paragraph]
    return text_of(kept, between)


def fits(paragraphs: list[list[tuple[str, str]]], between: str, limit: Mapping[str, int]) -> bool:
    """Tell whether the text keeps to the limits."""
    text = text_of(paragraphs, between)
    words = limit.get("words")
    chars = limit.get("chars")
    return (words is None or len(text.split()) <= words) and (chars is None or len(text) <= chars)
