"""Wordings: blocks of text with the conditions under which they are said.

A template file holds `[layout]` and `[[block]]` tables. A block has a `slot`, a `when` of
conditions that must all hold (`!` before one denies it), and its wordings by voice: `tu`, `vous`,
`casual`, `formal`, or `fr` and `en` where the voices of a language agree. A slot is filled by the
first of its blocks that applies and has a wording all of whose facts are known; the seed chooses
among these wordings; `compose` says how a layout is read. A question's `about` is the thing it
asks for: no two questions of one draft are about the same.
"""

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from entregent.domain.asking import Code
from entregent.domain.words import Closeness, Kind, Reply
from entregent.drafts.brief import Medium, Plan, Voice
from entregent.ledger.gift import What

CONDITIONS: frozenset[str] = frozenset(
    [
        *Kind,  # what this person is asked
        *(f"goal-{kind}" for kind in Kind),
        *Code,
        *Closeness,
        *Medium,
        "direct",  # the person written to is the one to reach
        "connector",
        "far",  # the connector leads to somebody who leads to the final reader
        "to-person",  # what the goal names
        "to-company",
        "to-sector",
        "to-topic",
        "to-nobody",
        "insider",  # they work at the company the goal is about
        "worked",  # we worked together, by a fact or by overlapping dates
        "discreet",
        "recent",  # asked in the last 90 days
        "helped",  # they helped, and it has not been thanked
        "purpose",  # it is known what for, in words that suit the reader
        "heading",  # and in words short enough for a subject
        "paragraph",  # there is a paragraph about me to forward
        "tight",  # there is little space
        "unknown-me",  # my profile says neither title nor topics
        "continued",  # the day of the ask that this one continues is known
        *(f"said-{reply}" for reply in Reply),  # what they answered to it
        "invited",  # they said to come back any time
        "told",  # the owner said what the message is about
        "met",  # it is known when we last met in person
        *Plan,  # what we agreed to do together
        "planned",  # on a day that is known
        "lines",  # of an introduction: there are lines to pass on
        "mine",  # the introduction was my own idea
        "no-title",  # what my profile lacks, for the texts about me
        "no-company",
        "no-work",
        "no-seeks",
        "long-lines",
        "no-name",
        "no-posting",  # the purpose names neither its link nor its number
        "no-number",
        "forward-fr",  # the final reader reads another language than the person written to
        "forward-en",
        *What,  # what I give, where nothing is asked
    ]
)
VOICES = {
    Voice.TU: ("tu", "fr"),
    Voice.VOUS: ("vous", "fr"),
    Voice.CASUAL: ("casual", "en"),
    Voice.FORMAL: ("formal", "en"),
}
VOCABULARY = ("role-", "level-", "sector-")
"""What begins a condition whose rest is a code of a vocabulary."""
_KEYS = {"slot", "about", "when", *(key for keys in VOICES.values() for key in keys)}


class WordingError(Exception):
    """A template is not what it should be: the message says where and what."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing said in one place, in all voices."""

    id: str
    slot: str
    when: tuple[str, ...]
    says: Mapping[str, tuple[str, ...]]
    about: str = ""

    def applies(self, holding: frozenset[str]) -> bool:
        """Tell whether every condition holds."""
        return all(
            (word[1:] not in holding) if word.startswith("!") else word in holding
            for word in self.when
        )

    def wordings(self, voice: Voice) -> Iterator[tuple[str, str]]:
        """Yield the id and the text of each wording in a voice."""
        texts = (text for key in VOICES[voice] for text in self.says.get(key, ()))
        for number, text in enumerate(texts, start=1):
            yield f"{self.id}.{number}", text


@dataclass(frozen=True, slots=True)
class Wording:
    """A template file: its blocks in order, and its layouts, each a list of paragraphs."""

    blocks: tuple[Block, ...]
    layouts: Mapping[str, Any]

    def of(self, slot: str) -> Iterator[Block]:
        """Yield the blocks of a slot, in order."""
        return (block for block in self.blocks if block.slot == slot)

    def __or__(self, other: "Wording") -> "Wording":
        """Return both files' blocks, these first, and both layouts, these winning."""
        return Wording((*self.blocks, *other.blocks), {**other.layouts, **self.layouts})


def parse(name: str, data: Mapping[str, Any]) -> Wording:
    """Read a template's tables; raises WordingError naming the file, the block and the fault."""
    blocks = data.get("block", [])
    if not isinstance(blocks, list):
        raise WordingError(f"{name}: blocks are written [[block]], with two brackets.")
    read = [_block(name, number, raw) for number, raw in enumerate(blocks, start=1)]
    return Wording(tuple(read), data.get("layout", {}))


@lru_cache(maxsize=4096)
def fields(text: str) -> tuple[str, ...]:
    """Return the names of the facts a wording needs; raises ValueError on a stray brace."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _block(name: str, number: int, raw: Mapping[str, Any]) -> Block:
    where = f"{name}, block {number}"
    slot = raw.get("slot")
    if not isinstance(slot, str) or not slot:
        raise WordingError(f"{where}: `slot` must say where the text goes.")
    where = f"{where} ({slot})"
    if strange := sorted(set(raw) - _KEYS):
        raise WordingError(f"{where}: unknown key `{strange[0]}`.")
    when = tuple(str(raw.get("when", "")).split())
    for word in when:
        bare = word.removeprefix("!")
        if bare not in CONDITIONS and not bare.startswith(VOCABULARY):
            raise WordingError(f"{where}: unknown condition `{word}`.")
    spoken = [key for key in raw if key not in ("slot", "about", "when")]
    says = {key: _texts(where, key, raw[key]) for key in spoken}
    for voice, keys in VOICES.items():
        if not any(key in says for key in keys):
            raise WordingError(f"{where}: no wording for the voice `{voice}`.")
    file = name.rpartition("/")[2]
    return Block(f"{slot}/{file}-{number}", slot, when, says, str(raw.get("about", "")))


def _texts(where: str, key: str, value: object) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text for text in texts):
        raise WordingError(f"{where}: `{key}` must be a text or a list of texts.")
    for text in texts:
        try:
            fields(text)
        except ValueError as error:
            raise WordingError(f"{where}: `{key}` has a stray brace in “{text}”.") from error
    return tuple(texts)
