from datetime import date

import pytest

from entregent.domain.facts import Detail, Entry, LeftOut, Position, Seen, Source
from entregent.domain.months import Month
from entregent.domain.portrait import REMOVED, portrait
from entregent.domain.words import Origin, Said

LEA = "lea"
ORDER = {"b1": 1, "b2": 2, "b3": 3}
BY_MAIL, CARD, LINKEDIN, HAND = Origin.MAIL, Origin.VCARD, Origin.LINKEDIN, Origin.HAND


def said(said, value, origin=CARD, batch="b1", **extra):
    return entry(Detail(LEA, said, value), origin, batch, **extra)


def held(company, title="", start=None, end=None, origin=LINKEDIN, **more):
    months = (Month.parse(month) if month else None for month in (start, end))
    batch = more.pop("batch", "b1")
    return entry(Position(LEA, company, title, *months), origin, batch, **more)


def entry(fact, origin, batch, **extra):
    return Entry(f"f{id(fact)}", batch, fact, Source(origin, f"{origin}.x", "1"), extra)


def draw(*entries):
    return portrait(LEA, entries, order=ORDER)


def jobs(*entries):
    return [
        " ".join(filter(None, (one.company, one.title, str(one.start or ""), str(one.end or ""))))
        for one in draw(*entries).positions
    ]


def test_by_hand_comes_first_then_the_best_source_then_its_latest_batch():
    person = draw(
        said(Said.NAME, "Lea Martin", BY_MAIL, "b3"),
        said(Said.NAME, "Léa Martin-Roux", LINKEDIN, "b1"),
        said(Said.NAME, "Léa Martin", LINKEDIN, "b2"),
        said(Said.NAME, "Léa", HAND, "b1"),
        said(Said.NAME, "Léa", CARD, "b1"),
    )
    assert person.name == "Léa"
    assert person.names == ("Léa", "Léa Martin", "Léa Martin-Roux", "Lea Martin")
    assert [source.origin for source in person.sources] == [HAND, LINKEDIN, CARD, BY_MAIL]


def test_what_a_person_has_many_of_is_a_union_each_once():
    person = draw(
        said(Said.EMAIL, "lea@exemple.fr", BY_MAIL),
        said(Said.EMAIL, "LEA@exemple.fr", CARD),
        said(Said.EMAIL, "lea@travail.fr", HAND),
        said(Said.CIRCLE, "  "),
        said(Said.CIRCLE, "fac"),
        said(Said.CIRCLE, "escalade"),
    )
    assert person.emails == ("lea@travail.fr", "LEA@exemple.fr")
    assert person.circles == ("fac", "escalade")


def test_what_a_person_has_one_of_is_one():
    person = draw(
        said(Said.LANG, "fr"),
        said(Said.LANG, "en", HAND),
        said(Said.BIRTHDAY, "--04-01"),
        said(Said.BIRTHDAY, "1980-04-01", LINKEDIN),
        said(Said.NOTE, "a"),
        said(Said.NOTE, "b"),
        said(Said.GIVEN, "Léa"),
    )
    assert person.lang == "en"
    assert person.details == (
        (Said.GIVEN, "Léa"),
        (Said.BIRTHDAY, "1980-04-01"),
        (Said.NOTE, "a"),
        (Said.NOTE, "b"),
    )


def test_every_word_has_its_place():
    words = {word: f"x-{word}" for word in Said}
    person = draw(*(said(word, value) for word, value in words.items()))
    places = (person.names, person.emails, person.phones, person.urls, person.sectors)
    places += (person.circles, person.tags, person.projects, person.topics)
    found = [value for place in places for value in place]
    found += [person.title, person.lang, *(value for _, value in person.details)]
    assert sorted(found) == sorted(words.values())


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        ([said(Said.FAMILY, "Martin"), said(Said.GIVEN, "Léa")], "Léa Martin"),
        ([said(Said.PHONE, "06"), said(Said.EMAIL, "lea@exemple.fr")], "lea@exemple.fr"),
        ([said(Said.URL, "https://x"), said(Said.PHONE, "06")], "06"),
        ([said(Said.URL, "https://x")], "https://x"),
        ([entry(Seen(LEA), CARD, "b1")], "?"),
        ([], "?"),
    ],
)
def test_somebody_without_a_name_is_called_by_what_is_known(entries, name):
    assert draw(*entries).name == name
    assert draw(*entries).names == ()


def test_other_facts_leave_only_their_source():
    person = draw(entry(LeftOut(LEA), HAND, "b1"))
    assert person.names == person.details == person.positions == ()
    assert len(person.sources) == 1


# --- taken away ----------------------------------------------------------------------------------
def test_what_is_taken_away_by_hand_stays_away():
    gone = said(Said.PHONE, "06 00", HAND, "b2", removed="yes")
    assert draw(said(Said.PHONE, "06 00", CARD, "b3"), gone).phones == ()
    assert draw(said(Said.PHONE, "06 00", HAND, "b1"), gone).phones == ()
    assert draw(said(Said.PHONE, "06 00", HAND, "b3"), gone).phones == ("06 00",)
    assert draw(said(Said.PHONE, "06 11"), gone).phones == ("06 11",)
    assert dict(REMOVED) == gone.extra


def test_only_the_hand_takes_away():
    assert draw(said(Said.PHONE, "06", CARD, removed="yes")).phones == ("06",)


def test_a_company_is_taken_away_at_all_times_or_from_one_start():
    held_twice = [held("Airbus", start="2014-01", end="2016-01"), held("Airbus", start="2019-03")]
    gone = held("AIRBUS SAS", origin=HAND, removed="yes")
    assert jobs(*held_twice, held("Airbus"), gone) == []
    gone = held("Airbus", start="2014-01", origin=HAND, removed="yes")
    assert jobs(*held_twice, gone) == ["Airbus 2019-03"]
    back = held("Airbus", origin=HAND, batch="b2")
    assert jobs(back, held("Airbus", origin=HAND, removed="yes")) == ["Airbus"]


# --- positions -----------------------------------------------------------------------------------
def test_a_new_employer_in_a_later_export_replaces_the_old_one():
    assert jobs(held("Airbus", "Achats"), held("Safran", "Achats", batch="b2")) == ["Safran Achats"]


def test_each_source_says_where_somebody_works():
    assert jobs(held("Michelin", origin=CARD), held("Airbus"), held("Safran")) == [
        "Airbus",
        "Safran",
        "Michelin",
    ]


def test_by_hand_without_dates_replaces_what_sources_say_without_dates():
    by_hand = held("Thales", origin=HAND)
    dated = held("Airbus", start="2019-03")
    assert jobs(held("Michelin", origin=CARD), dated, by_hand) == ["Thales", "Airbus 2019-03"]


def test_dated_positions_all_stand_open_ones_first_then_the_latest():
    assert jobs(
        held("A", start="2001-01", end="2004-01"),
        held("B", start="2004-01", end="2010-01", batch="b2"),
        held("C", start="2012-01"),
        held("D", start="2015-01"),
        held("E", start="2010-01", origin=HAND),
        held("F", end="2012-01"),
    ) == [
        "E 2010-01",
        "D 2015-01",
        "C 2012-01",
        "F 2012-01",
        "B 2004-01 2010-01",
        "A 2001-01 2004-01",
    ]


def test_the_same_start_said_again_is_one_position_by_the_best_and_latest_word():
    assert jobs(
        held("Airbus", "Acheteuse", start="2019-03", origin=CARD),
        held("Airbus SAS", "Responsable", start="2019-03", batch="b1"),
        held("Airbus SAS", "Responsable", start="2019-03", end="2024-01", batch="b2"),
    ) == ["Airbus SAS Responsable 2019-03 2024-01"]


def test_two_titles_in_one_breath_are_two_positions():
    assert jobs(
        held("Airbus", "Acheteuse", start="2019-03"),
        held("Airbus", "ACHETEUSE", start="2019-03"),
        held("Airbus", "Élue", start="2019-03"),
    ) == ["Airbus Acheteuse 2019-03", "Airbus Élue 2019-03"]


def test_a_company_with_and_without_dates_is_one_position():
    dated = held("Airbus", start="2019-03")
    assert jobs(held("Airbus", "Achats", origin=CARD), dated) == ["Airbus Achats 2019-03"]
    titled = held("Airbus", "Acheteuse", start="2019-03")
    assert jobs(held("Airbus", "Achats", origin=CARD), titled) == ["Airbus Acheteuse 2019-03"]
    assert jobs(held("Airbus", "Cheffe", origin=HAND), titled) == ["Airbus Cheffe 2019-03"]
    assert jobs(held("Airbus", origin=HAND), titled) == ["Airbus Acheteuse 2019-03"]


def test_what_ended_is_over_unless_the_hand_says_otherwise():
    over = held("Airbus", "Achats", start="2019-03", end="2024-01")
    assert jobs(held("Airbus", origin=CARD), over) == ["Airbus Achats 2019-03 2024-01"]
    assert jobs(held("Airbus", origin=HAND), over) == ["Airbus", "Airbus Achats 2019-03 2024-01"]


def test_positions_bear_the_id_of_the_portrait():
    other = entry(Position("other", "Airbus"), CARD, "b1")
    [position] = draw(other).positions
    assert position.person == LEA
    assert draw(other).companies(date(2026, 3, 1)) == ("Airbus",)


# --- title ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ([], ""),
        ([said(Said.TITLE, "Acheteuse")], "Acheteuse"),
        ([held("Airbus", "Achats"), said(Said.TITLE, "Acheteuse")], "Achats"),
        ([held("Airbus", "Achats")], "Achats"),
        ([held("Airbus"), said(Said.TITLE, "Acheteuse")], "Acheteuse"),
        ([held("Airbus", "Achats", "2001", "2002"), said(Said.TITLE, "Libre")], "Libre"),
        ([held("Airbus", "Achats"), said(Said.TITLE, "Cheffe", HAND)], "Cheffe"),
        ([held("Airbus", "A", origin=HAND), said(Said.TITLE, "B", HAND, "b2")], "B"),
        ([held("Airbus", "A", origin=HAND, batch="b2"), said(Said.TITLE, "B", HAND)], "A"),
    ],
)
def test_the_title_is_that_of_the_best_current_position(entries, title):
    assert draw(*entries).title == title
