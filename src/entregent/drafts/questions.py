"""The questions of a conversation, its agenda, its length, and the one that opens the network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from entregent.domain.asking import Code
from entregent.domain.words import Closeness, Kind
from entregent.drafts.brief import DraftBrief, Voice
from entregent.drafts.compose import Composer, composer
from entregent.drafts.wording import VOCABULARY, Block, Wording, fields, parse
from entregent.locale.mention import said_to

_FILES = ("sectors", "roles", "levels")
_MOST = 3
"""The messages promise three questions."""
_OPENS = "who"
"""What questions are about that ask for names."""
_TELLING: Mapping[str, int] = {
    "spoke_of": 16,
    "before": 12,
    "arrived": 9,
    "shared_projects": 8,
    "topic": 7,
    "shared_company": 4,
    "reader": 4,
    "company": 3,
    "wanted_company": 3,
    "sector": 3,
    "title": 2,
    "next": 2,
}
"""How much a fact makes a question one for this person only."""
_CODED = 6
_CONDITION = 1
_FORMS = {Voice.TU: "tu", Voice.VOUS: "vous", Voice.CASUAL: "you", Voice.FORMAL: "you"}
_HUSHED = frozenset(
    {
        *(Code.DORMANT, Code.RESTING, Code.ONLY_WAY, Code.THANKS_OWED, Code.UNANSWERED),
        *(Code.SAID_LATER, Code.SAID_NO, Code.ONE_WAY, Code.BUSY),
    }
)
"""Where one of these is so, the question that is asked is enough."""


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions by the kind of the ask, and what frames a conversation."""

    questions: Mapping[Kind, Wording]
    frame: Wording
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Talk:
    """What one brings to a conversation; without one, `minutes` is None."""

    questions: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    minutes: int | None = None
    closing: str = ""


def read_bank(template: Callable[[str], Mapping[str, Any]]) -> Bank:
    """Read the questions with a catalogue's `template`; raises WordingError on a fault in one."""

    def read(name: str) -> Wording:
        return parse(name, template(f"questions/{name}"))

    shared = [read(name) for name in _FILES]
    frame = template("questions/frame")
    return Bank(
        {kind: _joined(kind, [read(kind), *shared]) for kind in Kind},
        parse("frame", frame),
        frame["minutes"],
    )


def talk(brief: DraftBrief, bank: Bank) -> Talk:
    """Return the three most specific questions, none about the same thing, and what frames them."""
    asker = composer(brief, bank.questions[brief.kind])
    asker.holding |= _holding(brief)
    asker.values |= _facts(brief)
    frame = composer(brief, bank.frame)
    frame.holding = asker.holding
    opens = _may_open(brief)
    closing = frame.say("closing") if opens else ""
    aside = frozenset({_OPENS}) if closing or not opens else frozenset()
    return Talk(
        questions=tuple(_chosen(asker, aside)),
        agenda=tuple(frame.say_all("agenda")),
        minutes=bank.minutes.get(brief.kind),
        closing=closing,
    )


def _joined(kind: Kind, wordings: list[Wording]) -> Wording:
    """Return all questions that an ask of this kind may have, those of other kinds left out."""
    others = frozenset(Kind) - {kind}
    blocks = (block for wording in wordings for block in wording.blocks)
    return Wording(tuple(block for block in blocks if others.isdisjoint(block.when)), {})


def _holding(brief: DraftBrief) -> frozenset[str]:
    """Return the conditions that the vocabularies name."""
    known = brief.acquaintance
    codes = zip(VOCABULARY, (known.role, known.level, known.sector), strict=True)
    return frozenset(f"{prefix}{code}" for prefix, code in codes if code)


def _facts(brief: DraftBrief) -> dict[str, str]:
    known = brief.acquaintance
    form = _FORMS[brief.voice]
    return {
        "before": known.before,
        "arrived": known.arrived,
        "spoke_of": said_to(known.spoke_of, form),  # type: ignore[arg-type]  # one of the three
    }


def _chosen(asker: Composer, aside: frozenset[str]) -> list[str]:
    """Return the most specific questions that can be asked, one a thing; the seed settles ties."""

    def order(block: Block) -> tuple[int, int]:
        return (-_weight(block, asker.voice), crc32(f"{asker.seed}:{block.about}".encode()))

    said: dict[str, str] = {}
    for block in sorted(asker.wording.of("question"), key=order):
        if len(said) == _MOST:
            break
        if block.about not in said and block.about not in aside and (text := asker.ask(block)):
            said[block.about] = text
    return list(said.values())


def _weight(block: Block, voice: Voice) -> int:
    """Return how much a question is one for this person: by its facts and its conditions."""
    names = {name for _, text in block.wordings(voice) for name in fields(text)}
    coded = sum(word.startswith(VOCABULARY) for word in block.when)
    return (
        sum(_TELLING.get(name, 0) for name in names)
        + _CODED * coded
        + _CONDITION * (len(block.when) - coded)
    )


def _may_open(brief: DraftBrief) -> bool:
    """Tell whether one may ask for other names: the tie bears it, and nothing forbids it."""
    return (
        brief.to.closeness is not Closeness.SLIGHT
        and brief.acquaintance.introductions == "open"
        and _HUSHED.isdisjoint(brief.codes)
    )
