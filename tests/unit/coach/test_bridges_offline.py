"""A page that has only the JSON finds the same links, and says the same sentences.

What follows reads the index by docs/bridges.md alone, with nothing of ours.
"""

import json
import re
import unicodedata

import pytest

from entregent.coach.bridges import (
    Kind,
    Manner,
    Sayings,
    Thing,
    Vocabulary,
    bridges,
    index,
)
from entregent.coach.bridges.offline import offline
from entregent.content import Content
from entregent.domain.events import Mode

CONTENT = Content()
SAYINGS = Sayings(CONTENT.template("playbook/bridges"))
HANNAH = (
    Thing("hive tracking for allotments", Kind.PROJECT, "hive tracking for allotments"),
    Thing("Otley Town Council", Kind.CLIENT, "Otley Town Council"),
    Thing("curling", Kind.TOPIC, "curling"),
    Thing("rewilding", Kind.TOPIC, "rewilding"),
    Thing("Barley & Finch", Kind.POSITION, "ecologist, Barley & Finch", "ecologist"),
    Thing("count twice, cut once", Kind.ADVICE, "count twice, cut once"),
    Thing("Tariq Noor", Kind.PERSON, "sourdough"),
    Thing("Tariq Noor", Kind.TRADE, "head baker, bakery", "bakery"),
)
MINE = index(
    HANNAH,
    Vocabulary.of(
        CONTENT.template("vocabulary/families"), CONTENT.template("vocabulary/languages")
    ),
)
PAGE = json.loads(json.dumps(offline(MINE, SAYINGS)))
TALKS = (
    "We keep bees now, four hives at the bottom of the garden, and they swarmed on Sunday",
    "my sourdough starter died while we were away",
    "The curling tongs burnt her ear, and that was the end of the party",
    "On va au curling, on balaye la glace, c’est très beau",
    "curling",
    "He was as busy as a bee, and she is the bee's knees, in the hive and out of it",
    "My cousin married a baker in Kendal; they argue about vicars, shoes, hats, cars and fireworks",
    "",
)


def fold(text):
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def root(word):
    for rows in PAGE["endings"]:
        for ending, instead, least in rows:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: -len(ending)] + instead
                break
    return word


def off_by_one(a, b):
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    if n is None:
        return True
    a, b = a[n:], b[n:]
    return a[1:] in (b, b[1:]) or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def language(words):
    told = {
        name: sum((word in small) + (word in telling) for word in words)
        for name, (small, telling) in PAGE["languages"].items()
    }
    clear = abs(told["fr"] - told["en"]) >= PAGE["clearly"]
    return max(told, key=told.get) if clear else None


def meant(key, word):
    """The root to look under, and how much it is worth, of 100."""
    if key in PAGE["ways"] or word in PAGE["small"] or len(key) < PAGE["long"]:
        return key, 100
    close = [
        known
        for known, ways in PAGE["ways"].items()
        if known[0] == key[0] and len(known) >= PAGE["long"]
        if abs(len(known) - len(key)) <= 1 and off_by_one(known, key)
        if any(way[4] == "word" and not way[0] for way in ways)
    ]
    return (close[0] if len(close) == 1 else ""), PAGE["misspelt"]


def follow(roots, at, rest):
    """The place of a phrase's last word, None where the phrase does not go on."""
    for one in rest:
        near = range(at + 1, min(at + 2 + PAGE["gap"], len(roots)))
        at = next((n for n in near if roots[n] == one), None)
        if at is None:
            break
    return at


def idioms(roots):
    """How many more words the idiom has in which a word stands, by its place."""
    found = {}
    for at, key in enumerate(roots):
        for rest in PAGE["idioms"].get(key, ()):
            if (last := follow(roots, at, rest)) is not None:
                found |= dict.fromkeys(range(at, last + 1), len(rest))
    return found


def weighed(value, how, rest, telling):
    if telling <= PAGE["few"] and how == "double":
        return PAGE["chosen"]
    passing = telling > PAGE["talk"] and how == "sure" and not rest
    return value * PAGE["passing"] // 100 if passing else value


def hits(words):
    """What each thing is touched by: value, length, place, phrase; by the thing's place."""
    roots, spoken, found = [root(word) for word in words], language(words), {}
    telling, figurative = sum(word not in PAGE["small"] for word in words), idioms(roots)
    for at, word in enumerate(words):
        key, worth = meant(roots[at], word)
        for rest, lang, group, value, how, _ in PAGE["ways"].get(key, ()):
            if len(rest) < figurative.get(at, 0):
                continue
            last = follow(roots, at, rest) if rest or word not in PAGE["small"] else None
            if last is not None and lang in ("", spoken or lang):
                held = weighed(value * worth // 100, how, rest, telling)
                for place, share in PAGE["groups"][group]:
                    hit = (held * share // 100, last - at, -at, (roots[at], *rest))
                    found.setdefault(place, []).append(hit)
    return found


def by_root(some):
    best = {}
    for value, _, _, phrase in some:
        best[phrase] = max(best.get(phrase, 0), value)
    return sorted(best.values())


def near_one_another(several):
    return any(
        sum(by_root(hit for hit in several if 0 <= one[2] - hit[2] <= PAGE["window"]))
        >= PAGE["enough"]
        for one in several
    )


def look_up(text, mode, voice):
    found = list(re.finditer(r"[^\W_]+", text))
    touched = hits([fold(one[0]) for one in found])
    ranked = []
    for place, several in touched.items():
        *others, best = by_root(several)
        if near_one_another(several):
            strength = best + sum(others) // PAGE["firmer"]
            ranked.append((-strength, PAGE["things"][place]["rank"], place))
    links = {}
    for _, _, place in sorted(ranked):
        thing, (_, length, at, _) = PAGE["things"][place], max(touched[place], key=lambda h: h[:3])
        links.setdefault(thing["to"], (thing, (found[-at].start(), found[length - at].end())))
    shown = list(links.values())[: PAGE["most"]]
    if mode == "friendship":
        shown.sort(key=lambda link: not link[0]["pleasure"])
    return [said(text, *link, mode, voice, turn) for turn, link in enumerate(shown)]


def said(text, thing, span, mode, voice, turn):
    word = " ".join(text[slice(*span)].split())
    before = re.search(r"([^\W\d_]+)(?:\s+|['’])$", text[: span[0]])
    own = PAGE["own"][voice].get(fold(before[1])) if before else None
    heard = word if own is None else own + ("" if own.endswith("’") else " ") + word
    heard = heard if own is None else heard[:1].upper() + heard[1:]
    echoes = PAGE["echo"]["bare" if own is None else "named"][voice]
    bare = [root(fold(w)) for w in re.findall(r"[^\W_]+", word) if fold(w) not in PAGE["small"]]
    part = "whole" if bare == thing["roots"] else "part"
    tails = filled(PAGE["links"][thing["sort"]][mode][voice][part], thing, voice)
    echo = echoes[turn % len(echoes)].replace("{heard}", heard)
    return thing["to"], f"{echo} {tails[turn % len(tails)]}"


def filled(wordings, thing, voice):
    """The wordings that tell most of what is known of a thing, told."""
    known = thing["words"]["en" if voice == "en" else "fr"]
    slots = {one: re.findall(r"\{(\w+)\}", one) for one in wordings}
    fitting = [one for one in wordings if all(known[slot] for slot in slots[one])]
    fullest = max(len(slots[one]) for one in fitting)
    return [
        re.sub(r"\{(\w+)\}", lambda slot: known[slot[1]], one)
        for one in fitting
        if len(slots[one]) == fullest
    ]


@pytest.mark.parametrize("text", TALKS)
@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("voice", ["tu", "en"])
def test_the_page_finds_what_the_engine_finds(text, mode, voice):
    ours = bridges(text, MINE, SAYINGS, Manner(mode, voice))
    assert look_up(text, mode.value, voice) == [(one.thing.to, one.sentence) for one in ours]


def test_the_page_knows_what_to_say_when_nothing_links():
    assert PAGE["without"]["network"]["en"]["turn"] == "And what brings you here tonight?"


def test_the_index_of_a_profile_is_small():
    assert len(json.dumps(PAGE, ensure_ascii=False).encode()) < 300_000
