"""The ear as plain data: a reader that knows nothing else hears what the engine hears.

The reader below follows `docs/bundle.md` and sees only the JSON.
"""

import json
import re
from collections import Counter
from itertools import pairwise
from math import log

import pytest

from entregent.coach.listening import ear
from entregent.coach.recognise import Listener
from entregent.content import Content
from entregent.locale.languages import Languages
from entregent.locale.phrasebook import words_of
from entregent.services.events.coaching import plays

CONTENT = Content()
PLAYS = tuple(plays(CONTENT).values())
TABLE = CONTENT.template("vocabulary/situations")
SAYINGS = CONTENT.template("vocabulary/sayings")
LANGUAGES = Languages.of(CONTENT.template("vocabulary/languages"))
EAR = json.loads(json.dumps(ear(PLAYS, TABLE, SAYINGS, LANGUAGES)))
SEEN = {
    name: {lang: [re.compile(one) for one in cue[lang]] for lang in ("fr", "en")}
    for name, cue in EAR["cues"].items()
}
LIKENESS = EAR["likeness"]


def root(word):
    for ending in LIKENESS["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= LIKENESS["left"]:
            return word[: -len(ending)]
    return word


def tells(words):
    roots = [root(one) for one in words]
    alone = {one for one in roots if one not in LIKENESS["small"]}
    return alone | {f"{a} {b}" for a, b in pairwise(roots) if a in alone or b in alone}


def counted(code):
    counts = Counter()
    for saying in LIKENESS["sayings"][code]:
        counts.update(tells(saying.split()))
    for listed in LIKENESS["words"][code]:
        counts[" ".join(map(root, listed.split()[:2]))] += LIKENESS["listed"]
    return counts


COUNTED = {code: counted(code) for code in LIKENESS["sayings"]}
SAID = (
    "coincée avec la même personne depuis une heure, elle est adorable",
    "stuck with the same lovely man all evening",
    "il me raconte sa vie, je n'arrive pas à en placer une",
    "he won't stop talking about his boat",
    "on parle de la pluie et du beau temps",
    "we only talk about the weather",
    "un ami à elle est arrivé et ils m'ont oublié",
    "his mate turned up and they're off",
    "jsuis tout seul ds un coin",
    "I don't know anyone here",
    "j'ai oublié son prénom",
    "what's her name again",
    "il veut me vendre une assurance",
    "je veux juste me faire des amis ce soir",
    "je voudrais rentrer",
    "small talk",
    "stuck",
    "blablabla",
    "",
)


def spans(name, lang, said):
    for regex in SEEN[name][lang]:
        for found in regex.finditer(said):
            yield said[: found.start()].count(" "), said[: found.end()].count(" ")


def likened(scores, words):
    for code, counts in COUNTED.items():
        like = sum(log(1 + counts[one] / LIKENESS["faint"]) for one in tells(words))
        scores[code] = scores.get(code, 0) + LIKENESS["weighs"] * like


def hear(words):
    text = " ".join(words)
    if text in EAR["names"]:
        return [EAR["names"][text]], True
    lead = sum((one in EAR["small"]["fr"]) - (one in EAR["small"]["en"]) for one in words)
    likelier = ("fr", "en") if lead >= 0 else ("en", "fr")
    found, meant = {}, {}
    for lang in likelier if abs(lead) < 2 else likelier[:1]:
        meant[lang] = [one for word in words for one in EAR["short"][lang].get(word, word).split()]
        said = "".join(f" {one}" for one in meant[lang])
        for name in SEEN:
            found.setdefault(name, []).extend(spans(name, lang, said))
    there = {name: places for name, places in found.items() if places}
    scores, taken = {}, {}
    for name in sorted(there, key=lambda name: (-max(map(abs, weigh(name).values())), name)):
        for code, weight in weigh(name).items():
            words_taken = taken.setdefault(code, set())
            free = [span for span in there[name] if words_taken.isdisjoint(range(*span))]
            for nth, span in enumerate(free):
                words_taken.update(range(*span))
                scores[code] = scores.get(code, 0) + weight / 2**nth
    for both in EAR["both"]:
        if set(both["cues"]) <= there.keys():
            for code, weight in both["weigh"].items():
                scores[code] = scores.get(code, 0) + weight
    likened(scores, meant[likelier[0]])
    known = [code for code in COUNTED if scores[code] >= EAR["least"]]
    best = sorted(known, key=lambda code: (-scores[code], code))[: EAR["most"]]
    first, second = [*(scores[code] for code in best), 0, 0][:2]
    return best, first >= EAR["enough"] and first - second >= max(
        EAR["ahead"], EAR["share"] * first
    )


def weigh(name):
    return EAR["cues"][name]["weigh"]


@pytest.mark.parametrize("text", SAID)
def test_the_data_alone_hear_what_the_engine_hears(text):
    heard = Listener(PLAYS, TABLE, SAYINGS, LANGUAGES).hear(text)
    codes, sure = hear([word for word, _, _ in words_of(text)])
    assert (codes, sure) == (list(heard.codes), heard.trust == "sure")


def test_the_words_tell_what_one_came_for():
    said = " je veux juste me faire des amis"
    assert any(re.search(one, said) for one in EAR["modes"]["friendship"]["fr"])
    assert not any(re.search(one, said) for one in EAR["modes"]["network"]["fr"])
