"""Whom a message is for, as the book knows them."""

import pytest

from entregent.services.ports import BookError
from entregent.services.reader import reader
from entregent.tact.context import Closeness, Context, Form, Worked


def test_the_book_tells_how_one_speaks_and_when_one_last_asked(story):
    """
    tie Léa closeness:close context:personal address:tu
    2026-01-10 asked Léa advice "mon plan"
    2026-02-20 asked Léa review "mon CV"
    """
    found = reader(story.desk, "Léa")
    assert found.person.name == "Léa"
    assert found.language is None
    assert found.context == Context(
        form=Form.TU, worked=Worked.NEVER, last_ask_days=9, closeness=Closeness.CLOSE
    )


def test_of_somebody_nothing_is_said_of_nothing_is_known(story):
    """
    person Omar
    """
    assert reader(story.desk, "Omar").context == Context(worked=Worked.NEVER)


def test_common_work_is_known_when_it_was_confirmed_and_begun(story):
    """
    worked Omar company:Airbus from:2019-01 to:2021-06
    worked Zoé company:Airbus from:2027-01
    tie Omar closeness:good
    """
    assert reader(story.desk, "Omar").context == Context(
        worked=Worked.TOGETHER, closeness=Closeness.OTHER
    )
    assert reader(story.desk, "Zoé").context.worked is Worked.NEVER


def test_dates_that_overlap_leave_it_open(story):
    """
    position me company:Airbus from:2018-01 to:2020-12
    position Omar company:Airbus from:2019-01
    """
    assert reader(story.desk, "Omar").context.worked is None


def test_the_language_they_read_is_that_of_their_card(carnet):
    carnet.cards("FN:Ana Leroy\nLANG:fr-CA")
    assert reader(carnet.desk, "Ana").language == "fr"


def test_nobody_of_that_name_is_said(carnet):
    with pytest.raises(BookError, match=r"person\.unknown"):
        reader(carnet.desk, "Personne")
