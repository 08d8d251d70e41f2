"""What do you do? Three audiences, three lengths, nothing invented."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.drafts.brief import Voice
from entregent.drafts.what_i_do import (
    SECONDS,
    Audience,
    Missing,
    Profile,
    answers,
    in_language,
    with_article,
)
from entregent.drafts.wording import parse

NAME = "templates/what-i-do"
TODAY = date(2026, 3, 2)
FULL = Profile(
    title="Luthière",
    company="Atelier du Pont",
    past_company="Opéra de Lyon",
    past_title="Régisseuse",
    projects=("une copie d'un alto de 1690", "un guide du vernis"),
    clients=("des quatuors", "deux conservatoires", "des gens de la rue", "une quatrième"),
    topics=("le bois", "l'acoustique"),
    advice=("écouter avant de toucher.",),
    offers=("montrer l'atelier",),
    needs=("un local plus clair",),
)


@pytest.fixture(scope="module")
def wording():
    return parse(NAME, Content().template(NAME))


def told(wording, profile, voice=Voice.VOUS, seed=0):
    return answers(profile, wording, voice, today=TODAY, seed=seed)


def test_each_audience_has_an_answer_of_each_length_within_its_time(wording):
    for voice in Voice:
        found = told(wording, FULL, voice)
        assert [(one.audience, one.seconds) for one in found] == [
            (audience, seconds) for audience in Audience for seconds in SECONDS
        ]
        assert all(one.lasts <= one.seconds for one in found)
        assert all(len(one.text.split()) <= one.seconds * 2.5 for one in found)
        assert len({one.text for one in found}) == len(found)


def test_a_longer_answer_tells_more_and_a_minute_tells_all(wording):
    ten, thirty, sixty = told(wording, FULL)[:3]

    assert ten.lasts < thirty.lasts < sixty.lasts
    for words in ("Atelier du Pont", "alto de 1690", "quatuors", "acoustique", "Opéra de Lyon"):
        assert words in sixty.text
    assert "quatrième" not in sixty.text
    assert "écouter avant de toucher." in sixty.text
    assert ".." not in sixty.text


def test_what_the_profile_does_not_say_is_not_made_up(wording):
    found = told(wording, Profile(title="Luthière"))

    assert {one.text.split("?")[0].split(".")[0] for one in found} == {
        "Je suis luthière",
        "De métier, je suis luthière",
        "La journée, je suis luthière",
    } or all("luthière" in one.text and "{" not in one.text for one in found)
    assert all("chez" not in one.text and ":" not in one.text for one in found)


def test_a_profile_that_says_nothing_has_no_answer_and_names_what_is_missing(wording):
    assert told(wording, Profile(topics=("le bois",))) == ()
    assert Profile(topics=("le bois",)).missing == tuple(
        what for what in Missing if what is not Missing.TOPIC
    )
    assert FULL.missing == ()


def test_a_project_too_long_for_ten_seconds_leaves_no_answer_of_ten(wording):
    endless = Profile(projects=(" ".join(["mot"] * 40),))

    assert [one.seconds for one in told(wording, endless) if one.audience is Audience.FIELD] == [
        30,
        60,
    ]


def test_tu_is_said_to_who_is_told_tu(wording):
    texts = [one.text for one in told(wording, FULL, Voice.TU)]

    assert any("Et toi" in text for text in texts)
    assert not any("vous" in text for text in texts)


def test_words_of_another_language_are_left_out():
    mixed = Profile(title="Buyer", topics=("the reuse of old pumps", "le réemploi de la matière"))

    assert in_language(mixed, "fr").topics == ("le réemploi de la matière",)
    assert in_language(mixed, "en").topics == ("the reuse of old pumps",)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("buyer", "a buyer"),
        ("engineer", "an engineer"),
        ("university lecturer", "a university lecturer"),
        ("HR manager", "an HR manager"),
        ("GP", "a GP"),
        ("head of sales", "head of sales"),
        ("CEO", "CEO"),
        ("", ""),
    ],
)
def test_an_english_title_takes_its_article(title, said):
    assert with_article(title) == said


def test_a_french_title_is_not_said_in_english_and_an_english_one_is_in_french():
    assert in_language(Profile(title="Cheffe de projet", company="A"), "en").title == ""
    assert in_language(Profile(title="Head of Sales", company="A"), "fr").title == "Head of Sales"


def test_a_company_too_long_to_be_said_is_left_out(wording):
    said = told(wording, Profile(title="Luthière", company="Co " * 100))
    assert said
    assert all("Co" not in one.text for one in said)


def test_a_line_without_end_is_left_out(wording):
    said = told(wording, Profile(title="Luthière", topics=("x" * 3000, "le bois")))
    assert any("le bois" in one.text for one in said)
    assert all("xxx" not in one.text for one in said)
