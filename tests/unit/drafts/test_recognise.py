"""Our own asks are recognised, however they travel; other people's words are left alone."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.words import Address, Kind
from entregent.drafts.brief import DraftBrief, Me, Medium, Recipient, Wanted
from entregent.drafts.recognise import OwnAsk, OwnShapes
from entregent.drafts.wording import parse
from entregent.drafts.write import draft, read_words

TEMPLATE = Content().template
WORDS = read_words(TEMPLATE)
SHAPES = OwnShapes(
    parse("ask", TEMPLATE("templates/ask")) | parse("common", TEMPLATE("templates/common"))
)
OMAR = Wanted(person="Omar Haddad", company="Airbus")


def written(kind, language, address, medium, seed):
    connects = kind is Kind.INTRODUCTION
    brief = DraftBrief(
        kind=kind,
        to=Recipient("Léa Martin", "Léa", company="Airbus"),
        today=date(2026, 3, 2),
        language=language,
        address=address,
        medium=medium,
        wanted=OMAR if connects else Wanted(company="Airbus"),
        me=Me("Nadia Benali", "Nadia"),
        steps=("Omar Haddad",) if connects else (),
        seed=seed,
    )
    return draft(brief, WORDS)


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("kind", Kind)
def test_an_ask_of_ours_tells_its_kind_by_its_shape(kind, medium):
    for language in ("fr", "en"):
        for address in Address:
            for seed in range(6):
                made = written(kind, language, address, medium, seed)
                subject = made.subject if medium is Medium.EMAIL else ""
                found = SHAPES.recognise(subject, made.body)
                assert found is not None, made.body
                assert (found.kind, found.language) == (kind, language)
                if kind is Kind.INTRODUCTION:
                    assert (found.person, found.company) == ("Omar Haddad", "Airbus")


@pytest.mark.parametrize("before", ["", "Re: ", "TR : ", "Fwd: Re: "])
def test_the_subject_is_enough_whatever_stands_before(before):
    found = SHAPES.recognise(f"{before}Demande de mise en relation : Omar (Airbus)", "")
    assert found == OwnAsk(Kind.INTRODUCTION, "fr", "Omar", "Airbus")


def test_a_company_is_read_after_its_joint():
    assert SHAPES.recognise("Demande de cooptation à la SNCF", "").company == "SNCF"
    assert SHAPES.recognise("Asking about a referral at Halden", "").company == "Halden"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("", ""),
        ("Nouvelles", "Je t'écris pour te raconter ma semaine."),
        ("", "Je t'écris pour te demander un petit service."),
        ("", "Accepterais-tu de me présenter à Omar ? Enfin, un jour."[::-1]),
    ],
)
def test_other_words_are_not_ours(subject, text):
    assert SHAPES.recognise(subject, text) is None
