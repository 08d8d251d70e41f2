"""Reasons, ties, refusals as sentences: a fact, its date, nobody's gender."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from entregent.domain.asking import (
    Candidate,
    Chain,
    Code,
    Goal,
    Judgement,
    Nobody,
    NobodyCode,
    Noted,
    Reason,
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
    Verdict,
)
from entregent.domain.ids import AskId, PersonId
from entregent.domain.reading import Problem
from entregent.domain.words import Closeness, Kind
from entregent.ledger.agenda import AgendaItem, Due
from entregent.locale.speech import Speech
from entregent.locale.wording import (
    error_sentence,
    goal_sentence,
    meanwhile_sentence,
    month_words,
    nobody_sentence,
    place_words,
    problem_sentence,
    verdict_words,
)
from entregent.locale.wording_agenda import agenda_sentence, calendar_words
from entregent.locale.wording_reasons import reason_sentence
from entregent.locale.wording_ties import tie_sentence
from entregent.network.reasons import Rests, TieEvidence

FOLDER = Path(__file__).parents[3] / "src" / "entregent" / "locale"
ME, LEA, OMAR = PersonId("1"), PersonId("2"), PersonId("3")
NBSP = "\u00a0"


class Cast:
    owner = ME

    def full(self, person: PersonId) -> str:
        return {ME: "Nadia Benali", LEA: "Léa Martin", OMAR: "Omar Haddad"}[person]

    def short(self, person: PersonId) -> str:
        return self.full(person).split()[0]


def voice(lang: str) -> Speech:
    said = tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    return Speech(lang, said, date(2026, 3, 2))


@pytest.fixture
def french() -> Speech:
    return voice("fr")


@pytest.fixture
def english() -> Speech:
    return voice("en")


def say(speech: Speech, reason: Reason, kind: Kind = Kind.INTRODUCTION) -> str:
    return reason_sentence(speech, reason, LEA, kind, Cast()).replace(NBSP, " ")


DAY = date(2026, 2, 28)
REASONS: list[tuple[Reason, str]] = [
    (
        Reason(
            Code.RESTING, Verdict.WAIT, date(2026, 3, 14), (), {"asked": DAY, "kind": Kind.REVIEW}
        ),
        (
            "Vous avez demandé une relecture à Léa le 28 février : "
            "laissez-lui le temps de souffler jusqu’au 14 mars."
        ),
    ),
    (
        Reason(Code.THANKS_OWED, Verdict.WAIT, None, (), {"on": DAY, "text": "relu ma lettre"}),
        "Léa vous a rendu service le 28 février (« relu ma lettre ») : un merci d’abord.",
    ),
    (
        Reason(Code.THANKS_OWED, Verdict.WAIT, None, (), {"on": DAY, "text": ""}),
        "Léa vous a rendu service le 28 février : un merci d’abord.",
    ),
    (
        Reason(
            Code.BOUNDARY,
            Verdict.NEVER,
            None,
            (Noted(OMAR, "boundary"),),
            {"by": OMAR, "kinds": frozenset({Kind.INTRODUCTION}), "last": None, "because": ""},
        ),
        "Omar Haddad préfère qu’on ne lui demande pas de mise en relation : on s’y tient.",
    ),
    (
        Reason(
            Code.BOUNDARY,
            Verdict.NEVER,
            date(2026, 9, 2),
            (),
            {"by": LEA, "kinds": frozenset(), "last": date(2026, 9, 1), "because": ""},
        ),
        "Léa préfère qu’on ne lui demande rien jusqu’au 1er septembre : on s’y tient.",
    ),
    (
        Reason(Code.BUSY, Verdict.CARE, date(2026, 4, 1), (), {"last": date(2026, 3, 31)}),
        "Léa vous a parlé d’une période chargée, jusqu’au 31 mars.",
    ),
    (
        Reason(Code.DORMANT, Verdict.CARE, None, (), {"last": None}),
        "Aucun échange avec Léa n’est noté : le message le dit, en même temps que la demande.",
    ),
    (
        Reason(Code.SAID_NO, Verdict.CARE, None, (), {"answered": DAY, "kind": Kind.ADVICE}),
        "Le 28 février, Léa vous a dit non pour un conseil, et rien ne s’est passé depuis.",
    ),
    (
        Reason(Code.POLICY_FORBIDS, Verdict.NEVER, None, (), {"company": "SNCF"}),
        "La cooptation ne se fait pas à la SNCF.",
    ),
    (
        Reason(Code.POLICY_UNKNOWN, Verdict.CARE, None, (), {"company": "", "usage": None}),
        "On ne sait pas si la cooptation se fait là où travaille Léa : le message le demande.",
    ),
    (
        Reason(Code.LEFT_OUT, Verdict.NEVER, None, (), {"how": "discreet"}),
        "Léa ne doit rien savoir de votre recherche.",
    ),
    (
        Reason(Code.BLURRED, None, None, (), {"friend": OMAR}),
        (
            "La demande s’appuie sur l’amitié de Léa avec Omar Haddad : "
            "dites à quel titre vous écrivez."
        ),
    ),
    (
        Reason(Code.POLICY_UNKNOWN, Verdict.CARE, None, (), {"company": "ATR", "usage": "ask"}),
        "Pour une cooptation chez ATR, il faut d’abord demander si cela se fait.",
    ),
    (
        Reason(
            Code.KEEP_FOR,
            None,
            None,
            (),
            {"goals": (Goal(AskId("a"), Kind.REFERRAL, ToCompany("Airbus")),)},
        ),
        "Léa est aussi la meilleure voie pour une cooptation chez Airbus.",
    ),
]


def test_two_other_goals_are_enough(english: Speech) -> None:
    names = ("Airbus", "Safran", "Daher")
    goals = tuple(Goal(AskId(name), Kind.ADVICE, ToCompany(name)) for name in names)
    assert say(english, Reason(Code.KEEP_FOR, None, None, (), {"goals": goals})) == (
        "Léa is also the best way to other goals, advice at Airbus and advice at Safran among them."
    )


@pytest.mark.parametrize(("reason", "said"), REASONS)
def test_reasons_are_facts_with_dates(french: Speech, reason: Reason, said: str) -> None:
    assert say(french, reason) == said


DETAILS: dict[str, Any] = {
    "asked": DAY,
    "answered": DAY,
    "on": DAY,
    "last": DAY,
    "text": "",
    "kind": Kind.REVIEW,
    "company": "Airbus",
    "by": LEA,
    "kinds": frozenset(),
    "how": "left-out",
    "goals": (),
}


@pytest.mark.parametrize("code", list(Code))
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_has_its_sentence(lang: str, code: Code) -> None:
    said = say(voice(lang), Reason(code, None, date(2026, 3, 14), (), DETAILS))
    assert said.endswith((".", "?"))
    assert "{" not in said


def test_english_says_them_too(english: Speech) -> None:
    resting = Reason(
        Code.RESTING, Verdict.WAIT, date(2026, 3, 14), (), {"asked": DAY, "kind": Kind.REVIEW}
    )
    assert say(english, resting) == (
        "You asked Léa for a review on 28 February; give them until 14 March."
    )


def test_ties_are_told_by_what_they_rest_on(english: Speech, french: Speech) -> None:
    often = TieEvidence(ME, LEA, Rests.ENCOUNTERS, 14, date(2019, 5, 1), date(2026, 2, 12))
    assert tie_sentence(english, often, Cast()) == (
        "You have been in touch often since 2019, last on 12 February."
    )
    twice = TieEvidence(ME, LEA, Rests.ENCOUNTERS, 2, None, date(2026, 2, 12))
    assert tie_sentence(french, twice, Cast()) == (
        "Vous avez échangé deux fois, la dernière fois le 12 février."
    )
    some = TieEvidence(ME, LEA, Rests.ENCOUNTERS, 9, None, date(2026, 2, 12))
    assert tie_sentence(french, some, Cast()) == (
        "Vous avez échangé plusieurs fois, la dernière fois le 12 février."
    )
    once = TieEvidence(LEA, OMAR, Rests.CROSSINGS, 1, None, date(2025, 1, 3))
    assert tie_sentence(french, once, Cast()) == (
        "Les noms de Léa et d’Omar se sont croisés dans un message collectif, le 3 janvier 2025."
    )
    close = TieEvidence(LEA, ME, Rests.CLOSENESS, closeness=Closeness.CLOSE)
    assert tie_sentence(english, close, Cast()) == "A close tie, you say."
    linked = TieEvidence(OMAR, LEA, Rests.CONNECTED, connected=date(2024, 2, 1))
    assert tie_sentence(english, linked, Cast()) == (
        "Omar and Léa have been connected on a network since 1 February 2024."
    )
    undated = TieEvidence(ME, OMAR, Rests.CONNECTED)
    assert tie_sentence(english, undated, Cast()) == "Omar is in your address book."
    assert tie_sentence(english, TieEvidence(ME, OMAR, Rests.LEDGER), Cast()) == (
        "There has been help between you."
    )
    never = TieEvidence(ME, OMAR, Rests.ENCOUNTERS)
    assert tie_sentence(english, never, Cast()) == "You have been in touch."


TARGETS: list[tuple[Target, str]] = [
    (ToPerson(OMAR), "un conseil d’Omar Haddad"),
    (ToCompany("Airbus"), "un conseil chez Airbus"),
    (ToSector("santé"), "un conseil dans le secteur « santé »"),
    (ToTopic("vrac"), "un conseil autour de « vrac »"),
    (ToFriends(), "un conseil auprès de vos proches"),
]


@pytest.mark.parametrize(("target", "said"), TARGETS)
def test_goals_are_phrases(french: Speech, target: Target, said: str) -> None:
    goal = Goal(AskId("a"), Kind.ADVICE, target)
    assert goal_sentence(french, goal, Cast()).replace(NBSP, " ") == said


def test_verdicts_in_words(french: Speech, english: Speech) -> None:
    day = date(2026, 3, 14)
    assert [verdict_words(french, one, None) for one in Verdict] == [
        "pas cette demande",
        "plus tard",
        "avec doigté",
        "allez-y",
    ]
    assert [verdict_words(english, one, None) for one in Verdict] == [
        "not this ask",
        "later",
        "with care",
        "go ahead",
    ]
    assert verdict_words(french, Verdict.WAIT, day) == "plus tard, dès le 14 mars"
    assert verdict_words(french, Verdict.CARE, day) == "avec doigté"


def nobody(speech: Speech, until: date | None, *waiting: date) -> str:
    goal = Goal(AskId("a"), Kind.INTRODUCTION, ToCompany("Safran"))
    candidates = tuple(
        Candidate(LEA, Kind.INTRODUCTION, Verdict.WAIT, Chain((ME, LEA), 1.0), until=day)
        for day in waiting
    )
    empty = Nobody(NobodyCode.ALL_WAIT, until)
    judgement = Judgement(goal, speech.today, candidates, empty)
    return nobody_sentence(speech, judgement, empty, Cast()).replace(NBSP, " ")


def test_nobody_says_when_that_changes_and_with_whom(french: Speech) -> None:
    goal = "Pour une mise en relation chez Safran, personne à qui demander"
    ninth = date(2026, 3, 9)
    assert nobody(french, None) == f"{goal} aujourd’hui."
    assert nobody(french, ninth, ninth) == f"{goal} aujourd’hui : Léa Martin dès le 9 mars."
    assert nobody(french, ninth) == f"{goal} avant le 9 mars."


AGENDA: list[tuple[AgendaItem, str]] = [
    (
        AgendaItem(Due.THANKS, DAY, LEA),
        "Léa Martin helped you on 28 February. Have you thanked them yet?",
    ),
    (
        AgendaItem(Due.THANKS, DAY, LEA, text="read my letter"),
        "Léa Martin, on 28 February: “read my letter”. Have you thanked them yet?",
    ),
    (AgendaItem(Due.DEADLINE, date(2026, 3, 4), goal=AskId("a")), "For Wednesday 4 March: a job."),
    (
        AgendaItem(Due.DEADLINE, DAY, goal=AskId("a")),
        "It was for Saturday 28 February: a job. Still of use?",
    ),
    (
        AgendaItem(Due.REST_ENDS, date(2026, 3, 4), LEA, Kind.REVIEW),
        "Léa Martin will have rested by 4 March.",
    ),
    (
        AgendaItem(Due.PROMISE, DAY, LEA, text="the book"),
        "You promised Léa Martin, on 28 February: “the book”.",
    ),
    (
        AgendaItem(Due.PROMISE, DAY, LEA, text="the book", by=date(2026, 3, 4)),
        "Promised to Léa Martin for Wednesday 4 March: “the book”.",
    ),
    (
        AgendaItem(Due.PROMISED, DAY, LEA, text="a coffee"),
        (
            "Léa Martin had promised you, on 28 February: “a coffee”. "
            "No hurry: let it go, or ask after it kindly."
        ),
    ),
    (
        AgendaItem(Due.STEP, date(2026, 3, 4), LEA),
        "Planned for Wednesday 4 March: write to Léa Martin, for a job.",
    ),
    (
        AgendaItem(Due.STEP, DAY, LEA),
        "It was planned for Saturday 28 February: write to Léa Martin, for a job. Still of use?",
    ),
    (
        AgendaItem(Due.MEETING, date(2026, 3, 4), LEA, with_them=(OMAR,)),
        "On Wednesday 4 March you meet Léa Martin and Omar Haddad.",
    ),
    (
        AgendaItem(Due.MEETING, date(2026, 3, 4), LEA, text="the café"),
        "On Wednesday 4 March you meet Léa Martin (the café).",
    ),
]


@pytest.mark.parametrize(("item", "said"), AGENDA)
def test_the_agenda_is_told(english: Speech, item: AgendaItem, said: str) -> None:
    assert agenda_sentence(english, item, Cast(), "a job") == said


def test_a_calendar_needs_few_words(french: Speech) -> None:
    thanks = AgendaItem(Due.THANKS, DAY, LEA, text="relu ma lettre")
    assert calendar_words(french, thanks, Cast()) == "Dire merci à Léa Martin"
    goal = AgendaItem(Due.DEADLINE, DAY, goal=AskId("a"))
    words = calendar_words(french, goal, Cast(), "un emploi").replace(NBSP, " ")
    assert words == "Échéance : un emploi"


def test_refusals_name_what_is_wrong(french: Speech) -> None:
    unknown = {"name": "Lea", "near": ""}
    said = error_sentence(french, "person.unknown", unknown).replace(NBSP, " ")
    assert said == (
        'Personne ne s’appelle « Lea » dans le carnet. Pour l’ajouter : entregent add "Lea"'
    )
    near = error_sentence(french, "person.unknown", {"name": "Lea", "near": "Léa Martin"})
    assert "peut-être Léa Martin" in near
    assert error_sentence(french, "date.future", {"day": "2026-03-14"}).startswith("Le 14 mars")
    why = error_sentence(french, "file.unwritable", {"path": "x", "why": "ENOSPC"})
    assert "le disque est plein" in why


def test_a_refusal_without_a_sentence_is_still_told(english: Speech) -> None:
    said = error_sentence(english, "new.thing", {"path": "x"})
    assert said == "This could not be done (new.thing). path: x"


def test_problems_are_told(english: Speech) -> None:
    assert problem_sentence(english, Problem("row=2", "import.bad-date", {"text": "x"})) == (
        "the date “x” cannot be read"
    )
    locked = Problem("", "import.no-such-file", {"path": "x"})
    assert problem_sentence(english, locked) == "x does not exist. Check the path."
    assert problem_sentence(english, Problem("", "new.thing", {"a": "b"})) == "new.thing, b"


def test_a_detail_may_be_a_number_or_no_day_after_all(english: Speech) -> None:
    locked = Problem("", "import.encrypted", {"n": "3", "day": "soon"})
    assert "protected by a password" in problem_sentence(english, locked)


def test_while_there_is_nobody_something_can_be_done(french: Speech) -> None:
    assert "entregent today" in meanwhile_sentence(french, Nobody(NobodyCode.ALL_WAIT))


def test_places_and_months_in_words(french: Speech) -> None:
    assert place_words(french, "card=4") == "fiche 4"
    assert place_words(french, "event=4") == "événement 4"
    assert place_words(french, "mid=4") == "mid=4"
    assert place_words(french, "whole") == "whole"
    assert month_words(french, "2012-09") == "septembre 2012"
    assert month_words(french, "2012") == "2012"
    assert month_words(french, "le lycée") == "le lycée"
