"""The sentence that passes the turn: their word, the link, a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from entregent.coach.bridges.mine import Kind, Thing
from entregent.domain.events import Mode
from entregent.domain.text import capital, fold, small, unstopped
from entregent.locale import french
from entregent.locale.french_nouns import articled

Voice: TypeAlias = Literal["tu", "vous", "en"]
"""How one speaks: French to a friend, French to others, English."""
Said: TypeAlias = Literal["whole", "part"]
"""Whether the words heard are all of a thing."""
VOICES: tuple[Voice, ...] = ("tu", "vous", "en")
SAID: tuple[Said, ...] = ("part", "whole")
_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE = re.compile(r"([^\W\d_]+)(?:\s+|['’])$")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What to say when nothing links: a question that turns the subject, and a way to leave."""

    turn: str
    leave: str


@dataclass(frozen=True)
class Sayings:
    """The wordings of bridges, as a linguist keeps them."""

    table: Mapping[str, Any]

    def echo(self, text: str, start: int, end: int, voice: Voice, turn: int) -> str:
        """Return the other's own word as it is said back to them.

        The word stands from `start` to `end` in what they said; the article before it comes along.
        `turn` chooses among the wordings.
        """
        before = _BEFORE.search(text[:start])
        own = self.table["own"][voice].get(fold(before[1])) if before else None
        word = " ".join(text[start:end].split())
        if own is None:
            return _spoken(voice, _chosen(self._echoes("bare", voice), turn), {"heard": word})
        gap = "" if own.endswith("’") else " "
        heard = capital(f"{own}{gap}{word}")
        return _spoken(voice, _chosen(self._echoes("named", voice), turn), {"heard": heard})

    def tail(self, thing: Thing, said: Said, mode: Mode, voice: Voice, turn: int) -> str:
        """Return the link to a thing of mine, and the question that follows.

        What was `said` is the whole thing, or a part of it or something near.
        """
        return _chosen(self.tails(thing, said, mode, voice), turn)

    def tails(self, thing: Thing, said: Said, mode: Mode, voice: Voice) -> tuple[str, ...]:
        """Return all wordings of a link, those that tell most of what is known."""
        values = values_of(thing, voice)
        wordings = self.links(thing.kind, said, mode)[voice]
        slots = {one: _SLOT.findall(one) for one in wordings}
        fitting = [one for one in wordings if all(values[slot] for slot in slots[one])]
        fullest = max(len(slots[one]) for one in fitting)
        return tuple(_spoken(voice, one, values) for one in fitting if len(slots[one]) == fullest)

    def links(self, kind: Kind, said: Said, mode: Mode) -> Mapping[str, Sequence[str]]:
        """Return by voice the wordings of a link to things of a kind, with their slots."""
        rows = [row for row in self.table["link"] if (row["kind"], row["mode"]) == (kind, mode)]
        whole = [row for row in rows if "whole" in row]
        plain: Mapping[str, Sequence[str]] = next(row for row in rows if "whole" not in row)
        return whole[0] if whole and said == "whole" else plain

    def otherwise(self, mode: Mode, voice: Voice) -> Otherwise:
        """Return what to say when nothing links."""
        row = next(row for row in self.table["without"] if row["mode"] == mode)
        return Otherwise(row[f"turn_{voice}"], row[f"leave_{voice}"])

    def _echoes(self, how: str, voice: Voice) -> Sequence[str]:
        row = next(row for row in self.table["echo"] if row["how"] == how)
        wordings: Sequence[str] = row[voice]
        return wordings


def values_of(thing: Thing, voice: Voice) -> dict[str, str]:
    """Return what fills the slots of a link to a thing, empty where it is not known."""
    to = unstopped(thing.to)
    about = unstopped(thing.title if thing.kind is Kind.TRADE and thing.title else thing.about)
    named = thing.kind in (Kind.CLIENT, Kind.POSITION, Kind.FORMER)
    if voice != "en" and not named and thing.kind is not Kind.ADVICE:
        to, about = articled(to), articled(about)
    return {
        "to": to,
        "about": about,
        "title": small(thing.title) if thing.title[1:2].islower() else thing.title,
        "chez": french.join("chez", to),
    }


def _chosen(wordings: Sequence[str], turn: int) -> str:
    return wordings[turn % len(wordings)]


def _spoken(voice: Voice, wording: str, values: Mapping[str, str]) -> str:
    said = _SLOT.sub(lambda slot: values[slot[1]], wording)
    return said if voice == "en" else french.typography(said)
