"""What a purpose becomes inside a message, however it was typed."""

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from entregent.content import Content
from entregent.domain.words import Address, Kind
from entregent.drafts.brief import DraftBrief, Language, Me, Medium, Recipient, Wanted
from entregent.drafts.purpose import said, speaks_of_me, speaks_to, stands_within, written_in
from entregent.drafts.write import draft, read_words

WORDS = read_words(Content().template)
ADVICE = DraftBrief(
    kind=Kind.ADVICE,
    to=Recipient("Hélène Fabre", "Hélène", company="EDF", title="Directrice achats"),
    today=date(2026, 3, 2),
    address=Address.VOUS,
    wanted=Wanted(person="Hélène Fabre", company="EDF"),
    me=Me("Nadia Benali", "Nadia", title="Acheteuse", company="Michelin"),
)
INTRODUCTION = replace(
    ADVICE, kind=Kind.INTRODUCTION, steps=("Omar Haddad",), wanted=Wanted("Omar Haddad", "Airbus")
)


@pytest.mark.parametrize(
    ("typed", "language", "becomes"),
    [
        ("le réemploi des emballages", "fr", "le réemploi des emballages"),
        ("Réemploi des emballages.", "fr", "réemploi des emballages"),
        ("pour parler du réemploi", "fr", "parler du réemploi"),
        ("Afin d’apprendre", "fr", "apprendre"),
        ("Je voudrais changer de voie !", "fr", "je voudrais changer de voie"),
        ("Comprendre  les achats\n d’Airbus…", "fr", "comprendre les achats d’Airbus"),
        ("Airbus, et son usine", "fr", "Airbus, et son usine"),
        ("Crédit du Nord", "fr", "Crédit du Nord"),
        ("CV en anglais", "fr", "CV en anglais"),
        ("meeting the reuse team", "fr", "« meeting the reuse team »"),
        ("for a job in purchasing", "en", "a job in purchasing"),
        ("Understanding reuse.", "en", "understanding reuse"),
        ("I’d like to understand reuse", "en", "I’d like to understand reuse"),
        ("le réemploi des emballages", "en", "“le réemploi des emballages”"),
        ("packaging reuse", "fr", "packaging reuse"),
        ("Est-ce que vous recrutez ?", "fr", "« Est-ce que vous recrutez ? »"),
        ("How do you test a box?", "en", "“how do you test a box?”"),
        ("comment stocker à -80 ?", "fr", "comment stocker à -80"),
        ("your lecture on ice?", "en", "your lecture on ice"),
        (" . ", "fr", ""),
        ("", "en", ""),
    ],
)
def test_a_purpose_reads_after_a_colon(typed: str, language: Language, becomes: str) -> None:
    assert said(typed, language) == becomes


@pytest.mark.parametrize(
    ("text", "language"),
    [("parler du réemploi", "fr"), ("to meet the team", "en"), ("packaging", None), ("", None)],
)
def test_small_words_tell_the_language(text: str, language: Language | None) -> None:
    assert written_in(text) == language


@pytest.mark.parametrize(
    ("text", "form", "other"),
    [
        ("comprendre vos achats", "tu", True),
        ("comprendre vos achats", "vous", False),
        ("comprendre ton métier", "vous", True),
        ("your purchasing", "you", True),
        ("the purchasing", "you", False),
    ],
)
def test_a_purpose_may_speak_to_somebody_else(
    text: str, form: Literal["tu", "vous", "you"], *, other: bool
) -> None:
    assert speaks_to(text, form) is other


def test_a_purpose_may_speak_of_me() -> None:
    assert speaks_of_me("Parler de mon projet")
    assert speaks_of_me("what I do")
    assert not speaks_of_me("parler du réemploi")


def test_advice_is_asked_on_the_purpose_rather_than_on_their_work() -> None:
    written = draft(replace(ADVICE, purpose="négocier mon départ"), WORDS)
    assert written.subject == "Demande de conseil\u00a0: négocier mon départ"
    assert "négocier mon départ." in written.body
    assert "votre métier" not in written.body
    spoken = draft(replace(ADVICE, purpose="négocier mon départ", medium=Medium.SPOKEN), WORDS)
    assert "un conseil sur ceci\u00a0: négocier mon départ" in spoken.body


def test_a_connector_is_not_told_of_your_purchasing() -> None:
    written = draft(replace(INTRODUCTION, purpose="comprendre vos achats"), WORDS)
    assert "vos achats" not in written.body
    assert "vos achats" not in written.forward


def test_what_is_forwarded_never_says_i() -> None:
    written = draft(replace(INTRODUCTION, purpose="parler de mon projet"), WORDS)
    assert "parler de mon projet" in written.body
    assert "mon projet" not in written.forward


def test_a_question_that_is_quoted_is_one_sentence() -> None:
    assert stands_within("« Que fait-on ? »", 20)
    assert not stands_within("Que fait-on ? Rien", 20)
