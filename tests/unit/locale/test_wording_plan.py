"""The road map in words, both languages."""

from dataclasses import dataclass
from datetime import date

import pytest

from entregent.bootstrap import sentences
from entregent.domain.asking import Code, Goal, Target, ToCompany, ToFriends, ToPerson
from entregent.domain.ids import AskId, PersonId
from entregent.domain.reading import Problem
from entregent.domain.words import Kind
from entregent.locale.speech import Speech
from entregent.locale.wording_plan import (
    asked_sentence,
    met_sentence,
    open_sentence,
    worth_sentence,
    wrong_sentence,
)

TODAY = date(2026, 3, 2)
ME, SAMIR, OMAR = PersonId("me"), PersonId("Samir"), PersonId("Omar")


class Cast:
    owner = ME

    def full(self, person: PersonId) -> str:
        return f"{person} Roy"

    def short(self, person: PersonId) -> str:
        return person


def speech(lang: str = "fr") -> Speech:
    return Speech(lang, sentences(lang), TODAY)


def goal(kind: Kind, target: Target, by: date | None = None) -> Goal:
    return Goal(AskId("1"), kind, target, by=by)


@pytest.mark.parametrize(
    ("kind", "target", "people", "fr", "en"),
    [
        (Kind.ADVICE, ToPerson(SAMIR), (ME, SAMIR), "un conseil", "advice"),
        (Kind.IDEAS, ToFriends(), (ME, SAMIR), "des idées", "ideas"),
        (Kind.REVIEW, ToCompany("Orme"), (ME, SAMIR), "une relecture chez Orme",
         "a review at Orme"),
        (Kind.INTRODUCTION, ToCompany("Orme"), (ME, SAMIR, OMAR),
         "une mise en relation avec Omar Roy", "an introduction to Omar Roy"),
        (Kind.INTERVIEW, ToPerson(OMAR), (ME, SAMIR, OMAR),
         "une mise en relation avec Omar Roy, pour un entretien réseau",
         "an introduction to Omar Roy, for an informational interview"),
        (Kind.REFERRAL, ToCompany("Airbus"), (ME, SAMIR, OMAR),
         "une mise en relation avec Omar Roy, pour une cooptation chez Airbus",
         "an introduction to Omar Roy, for a referral at Airbus"),
    ],
)  # fmt: skip
def test_what_somebody_is_asked_and_what_it_serves(
    kind: Kind, target: Target, people: tuple[PersonId, ...], fr: str, en: str
) -> None:
    asked = kind if len(people) == 2 else Kind.INTRODUCTION
    for lang, said in (("fr", fr), ("en", en)):
        assert asked_sentence(speech(lang), asked, people, goal(kind, target), Cast()) == said


@dataclass
class Open:
    code: str
    until: date | None = None
    people: tuple[PersonId, ...] = ()
    because: tuple[str, ...] = ()
    more: str | None = None
    same: str = ""


JUNE = date(2026, 6, 1)
APRIL = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("unmet", "by", "said"),
    [
        (Open("no-way"), None, "Personne n’y mène encore."),
        (Open("never", None, (SAMIR, OMAR), (Code.BOUNDARY,)), None,
         "Pas cette demande à Samir Roy et Omar Roy : une limite à respecter."),
        (Open("never", None, (SAMIR,)), None, "Pas cette demande à Samir Roy. Il y faudrait"),
        (Open("never"), None, "pour de bonnes raisons"),
        (Open("waits", JUNE, (SAMIR,)), None, "Samir Roy, mais pas avant le 1er juin, après"),
        (Open("waits"), None, "Personne n’est disponible avant la fin"),
        (Open("deadline", JUNE, (SAMIR,)), APRIL, "pas avant le 1er juin, et il vous le faut"),
        (Open("deadline"), APRIL, "Personne n’est disponible d’ici au 1er avril."),
        (Open("deadline"), date(2026, 2, 1), "C’était pour le 1er février."),
        (Open("pace"), None, "prennent toute la place"),
        (Open("pace", more="weeks"), None, "Une semaine de plus"),
        (Open("pace", more="per-circle"), None, "dans ce cercle"),
        (Open("same-need", same="omar"), None, "la même demande que « omar »"),
    ],
)  # fmt: skip
def test_why_a_need_finds_no_place_and_what_would_change_it(
    unmet: Open, by: date | None, said: str
) -> None:
    wanted = goal(Kind.ADVICE, ToCompany("Orme"), by)
    told = open_sentence(speech(), unmet, wanted, Cast())
    assert said in told.replace("\u00a0", " ")


def test_every_code_that_may_bar_somebody_has_its_words() -> None:
    notes = {Code.ONLY_WAY, Code.CONFIRM_WORK, Code.POLICY_UNKNOWN, Code.DORMANT, Code.ONE_WAY,
             Code.FRIEND, Code.FIRST_HAT, Code.BLURRED, Code.KEEP_FOR}  # fmt: skip
    for lang in ("fr", "en"):
        for code in set(Code) - notes:
            assert speech(lang).has(f"plan.because.{code}"), code


def test_what_is_under_way() -> None:
    say = speech("en")
    on = date(2026, 2, 27)
    assert met_sentence(say, "done", "a review", None, None) == "A review: reached."
    assert met_sentence(say, "granted", "a review", "Léa", on) == "A review: Léa said yes."
    assert "Léa was asked on 27 February" in met_sentence(say, "waiting", "a review", "Léa", on)
    assert "somebody said yes" in met_sentence(say, "granted", "a review", None, None)


def test_how_good_the_road_is() -> None:
    assert "no better road" in worth_sentence(speech("en"), 0.0)
    assert "within one per cent" in worth_sentence(speech("en"), 0.006)
    assert "by 4% at most" in worth_sentence(speech("en"), 0.04)


def test_what_is_wrong_in_a_file_stands_with_its_place() -> None:
    say = speech("en")
    problem = Problem("line=9", "need.bad-date", {"value": "soon"})
    assert wrong_sentence(say, problem) == "Line 9: “soon” is not a day; write it YYYY-MM-DD"
    assert wrong_sentence(say, Problem("need=2", "need.no-target")).startswith("Need 2: it does")
    assert wrong_sentence(say, Problem("", "need.pace-not-a-table")).startswith("[pace] is")
