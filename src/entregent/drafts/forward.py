"""The paragraph to forward: about me, in the third person, for its final reader."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from entregent.domain.text import company_key, fold, tokens
from entregent.drafts.brief import DraftBrief, Me, Voice
from entregent.drafts.compose import composer, text_of
from entregent.drafts.facts import legible
from entregent.drafts.purpose import in_third_person
from entregent.drafts.wording import Wording
from entregent.locale import french

LEAST, MOST = 40, 80
"""Words of the paragraph, wherever my profile tells enough for the least of them."""
_WORK = ("projects", "topics", "clients")
_LISTED = 2
_LONG = 10
"""Words after which a line of my profile is cut at its next pause, or left out."""
_PAUSE = re.compile(r"\s*[,;:(.]\s*|\s[–—-]\s")
_WORD = re.compile(r"\w+")
_LONE = re.compile(r"\S*\w\S*")


def forward(brief: DraftBrief, wording: Wording) -> str:
    """Return the paragraph, empty when my name is not known.

    It addresses nobody, so that it can be passed on as it is, in the final reader's language
    where that is known. It is of 40 to 80 words where my profile has a title and any work.
    """
    if not brief.me.name:
        return ""
    language = brief.reader.language or brief.language
    voice = Voice.VOUS if language == "fr" else Voice.FORMAL
    read = replace(brief, language=language, me=short(legible(brief.me, language)))
    read = replace(read, me=_beside(read))
    writer = composer(read, wording, voice)
    writer.values |= _fitted(read)
    writer.learn_slots()
    said = {
        slot: text for line in writer.paragraphs(wording.layouts["text"]) for slot, text in line
    }
    return _measured(said, _aside(read), wording.layouts)


def short(me: Me) -> Me:
    """Return me with the long lines of my profile cut at a pause; what has none is left out."""
    return replace(
        me,
        title=_cut(me.title),
        seeks=_cut(me.seeks),
        projects=_all_cut(me.projects),
        topics=_all_cut(me.topics),
        clients=_all_cut(me.clients),
    )


def _all_cut(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_cut, lines)))


def _cut(line: str) -> str:
    """Return a line up to a pause, in at most ten words; its first ten where it has no pause."""
    bare = " ".join(line.split()[: 4 * _LONG]).strip(" .,;:")
    while len(_WORD.findall(bare)) > _LONG:
        pauses = [found.start() for found in _PAUSE.finditer(bare) if found.start()]
        if not pauses:
            return " ".join(bare.split()[:_LONG])
        bare = bare[: pauses[-1]]
    return bare


def _beside(brief: DraftBrief) -> Me:
    """Return me without the lines that only say the purpose again."""
    me = brief.me
    said = set(tokens(in_third_person(brief.purpose, brief.language)))

    def fresh(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line for line in lines if not said.issuperset(tokens(line)))

    return replace(
        me, projects=fresh(me.projects), topics=fresh(me.topics), clients=fresh(me.clients)
    )


def drawn(items: Iterable[str], brief: DraftBrief) -> tuple[str, ...]:
    """Return those of my lines that speak to the final reader, the closest first."""
    ranks = {fold(_cut(item)): rank for rank, item in reversed(list(enumerate(brief.reader.drawn)))}
    found = [item for item in items if fold(item) in ranks]
    return tuple(sorted(found, key=lambda item: ranks[fold(item)]))


def _fitted(brief: DraftBrief) -> Mapping[str, Any]:
    """Return what I do as it is told to the final reader; what they cannot read stays untold."""
    me = brief.me
    told = {
        name: (drawn(getattr(me, name), brief) or getattr(me, name))[:_LISTED] for name in _WORK
    }
    named = company_key(me.company)
    return {
        **{f"me_{name}": told[name] for name in _WORK},
        "topics_of": tuple(french.join("de", topic) for topic in told["topics"]),
        "me_company": "" if named and f" {named} " in f" {company_key(me.title)} " else me.company,
        "me_seeks_of_mine": in_third_person(me.seeks, brief.language),
        "reader_company": brief.reader.company,
    }


def _aside(brief: DraftBrief) -> tuple[str, ...]:
    """Return the slots of my work that say nothing to this reader, where others do."""
    speak = [name for name in _WORK if drawn(getattr(brief.me, name), brief)]
    return tuple(name for name in _WORK if speak and name not in speak)


def _measured(said: Mapping[str, str], aside: tuple[str, ...], layouts: Mapping[str, Any]) -> str:
    """Return the sentences in their order: fewer while it is long, then more while it is short."""
    spare = (*layouts["fill"], *aside)
    kept = {slot for slot in said if slot not in spare}
    for slot in layouts["drop"]:
        if _most(said, kept) <= MOST:
            break
        kept.discard(slot)
    for slot in spare:
        if _least(said, kept) >= LEAST:
            break
        if _most(said, kept | {slot}) <= MOST:
            kept |= {slot} & set(said)
    return text_of([[(slot, text) for slot, text in said.items() if slot in kept]], "\n")


def _least(said: Mapping[str, str], kept: set[str]) -> int:
    """Count words as spaces part them, signs apart."""
    return sum(len(_LONE.findall(said[slot])) for slot in kept)


def _most(said: Mapping[str, str], kept: set[str]) -> int:
    """Count words as apostrophes and hyphens part them, or as spaces do with their signs."""
    texts = [said.get(slot, "") for slot in kept]
    return max(sum(len(_WORD.findall(text)) for text in texts), len(" ".join(texts).split()))
