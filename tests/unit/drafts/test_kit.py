"""The kit: what is known is filled in, what is missing is named as the owner's to add."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.words import Address, Kind
from entregent.drafts.acquaintance import Reader
from entregent.drafts.brief import DraftBrief, Me, Recipient, Shared, Wanted
from entregent.drafts.kit import kit
from entregent.drafts.questions import Talk
from entregent.drafts.wording import parse

WORDING = parse("kit", Content().template("templates/kit"))
NADIA = Me(
    "Nadia Benali",
    "Nadia",
    title="Acheteuse",
    company="Michelin",
    projects=("une appli", "le réemploi"),
    topics=("achats durables",),
    clients=("la mairie de Lyon",),
    seeks="un poste aux achats",
)
BRIEF = DraftBrief(
    Kind.REFERRAL,
    Recipient("Léa Martin", given="Léa"),
    date(2026, 5, 4),
    address=Address.TU,
    wanted=Wanted(company="Airbus"),
    me=NADIA,
)
TALK = Talk(("Où le fil se perd-il\u00a0?",))


def items(**known) -> str:
    return "\n".join(kit(replace(BRIEF, **known), WORDING, TALK))


def test_a_referral_has_its_posting_its_number_and_three_reasons() -> None:
    said = items(
        purpose="https://emplois.exemple.org/7 réf. AB-1234", reader=Reader(drawn=("le réemploi",))
    )
    assert "L’annonce\u00a0: https://emplois.exemple.org/7" in said
    assert "numéro de référence\u00a0: AB-1234." in said
    for reason in ("le réemploi", "achats durables", "la mairie de Lyon"):
        assert reason in said
    assert "À ajouter" not in said


def test_what_a_referral_lacks_is_named() -> None:
    said = items(purpose="un poste aux achats", me=Me("Nadia Benali", "Nadia"))
    assert "À ajouter\u00a0: le lien de l’annonce" in said
    assert "À ajouter\u00a0: le numéro de référence" in said
    assert "Votre profil est presque vide" in said


def test_a_reference_has_the_dates_and_the_projects_we_share() -> None:
    shared = Shared("Michelin", Month(2014, 2), Month(2018, 11), ("le réemploi",))
    said = items(kind=Kind.REFERENCE, to=replace(BRIEF.to, shared=shared))
    assert "Michelin, de 2014 à 2018" in said
    assert "menés ensemble\u00a0: le réemploi." in said


@pytest.mark.parametrize("kind", [Kind.REVIEW, Kind.RECOMMENDATION])
def test_a_review_and_a_recommendation_have_the_page_and_the_question(kind: Kind) -> None:
    link = "https://exemple.org/page"
    assert f"\u00a0: {link}" in items(kind=kind, purpose=link)
    said = items(kind=kind)
    assert "À ajouter" in said
    assert "«\u00a0Où le fil se perd-il\u00a0?\u00a0»" in said


def test_an_introduction_has_the_paragraph_and_the_consent() -> None:
    said = items(kind=Kind.INTRODUCTION, steps=("Omar Haddad",))
    assert "Le texte à transférer" in said
    assert "si Omar Haddad ou Léa hésite" in said
    assert "dit oui avant que son adresse circule" in said


@pytest.mark.parametrize("kind", [Kind.INTERVIEW, Kind.ADVICE])
def test_a_conversation_has_its_agenda(kind: Kind) -> None:
    assert "L’ordre du jour" in items(kind=kind)


def test_ideas_have_three_lines_on_me() -> None:
    said = items(kind=Kind.IDEAS)
    assert "acheteuse chez Michelin" in said
    assert "achats durables" in said
    assert "un poste aux achats" in said
    alone = items(kind=Kind.IDEAS, me=replace(NADIA, company="", seeks=""))
    assert "ce que vous faites\u00a0: acheteuse." in alone
    assert "À ajouter\u00a0: une ligne sur ce que vous cherchez" in alone


@pytest.mark.parametrize(
    ("me", "said"),
    [
        (Me(), "votre nom"),
        (replace(NADIA, title=""), "un titre, pour que l’on sache"),
        (replace(NADIA, projects=(), topics=(), clients=()), "un projet, un client ou deux sujets"),
        (replace(NADIA, projects=("mot " * 20,)), "lignes longues"),
    ],
)
def test_what_my_profile_lacks_is_named(me: Me, said: str) -> None:
    assert said in items(me=me)


def test_a_paragraph_in_another_language_is_said_to_be_so() -> None:
    assert "est en anglais" in items(reader=Reader(language="en"))
    assert "est en français" in items(language="en", owner_reads="fr", reader=Reader(language="fr"))
    assert "transférer est" not in items(reader=Reader(language="fr"))


def test_it_is_said_in_the_language_the_owner_reads() -> None:
    assert "First reason, work done" in items(owner_reads="en")
    assert "First reason, work done" in items(language="en")
    assert "Première raison" in items(language="en", owner_reads="fr")


@pytest.mark.parametrize("code", [Code.CONFIRM_WORK, Code.POLICY_UNKNOWN, Code.KEEP_FOR])
def test_a_reason_to_mind_adds_a_line(code: Code) -> None:
    assert items(codes=frozenset({code})) != items()
