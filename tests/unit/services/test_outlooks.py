"""Whether a chain will carry and what it opens, from what a book tells."""

import pytest

from entregent.domain.words import Sort
from entregent.network.outlook import Carries, Opens
from entregent.services.outlooks import Outlooks
from entregent.services.world import world


@pytest.fixture
def outlook(story):
    """Return what tells the outlook of a chain from me to the last of these names."""
    outlooks = Outlooks(world(story.informed().desk))

    def told(*names):
        return outlooks.of((story.book.owner, *map(story.id, names)))

    return told


def ground(outlook):
    found = outlook.opening
    return found.level, found.ground.sort, found.ground.name, found.ground.known


def test_a_chain_says_where_it_is_thinnest(outlook, story):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:close
    tie Omar -- Zoé
    """
    assert outlook("Léa").carry.level is Carries.WELL
    assert outlook("Léa", "Omar").carry.level is Carries.WELL
    barely = outlook("Léa", "Omar", "Zoé").carry
    assert (barely.level, barely.ties) == (Carries.BARELY, 3)
    assert barely.thin == (story.id("Omar"), story.id("Zoé"))


def test_people_who_are_not_tied_have_no_outlook(outlook):
    """
    tie Léa closeness:good
    person Omar company:Volèle
    """
    assert outlook("Omar") is None
    assert outlook("Léa", "Omar") is None


def test_a_sector_where_i_am_in_touch_with_nobody_else_opens_much(outlook):
    """
    tie Léa closeness:slight
    person Léa sector:aviation
    tie Léa -- Omar
    person Omar company:Volèle
    tie Zoé
    person Zoé sector:aéronautique
    """
    found = outlook("Léa", "Omar")
    assert ground(found) == (Opens.MUCH, Sort.SECTOR, "aerospace", 0)
    assert found.opening.moderate
    assert ground(outlook("Léa")) == (Opens.MUCH, Sort.SECTOR, "aviation", 0)


def test_my_own_sector_and_company_are_no_new_ground(outlook):
    """
    me "Nadia Benali" company:Volèle
    tie Léa closeness:good
    person Léa sector:aviation company:Orme
    tie Omar closeness:good
    person Omar company:Volèle
    """
    assert ground(outlook("Léa"))[:3] == (Opens.SOME, Sort.COMPANY, "Orme")
    own = outlook("Omar").opening
    assert (own.level, own.ground.mine) == (Opens.LITTLE, True)


def test_a_sector_is_one_however_it_is_called_and_told(outlook):
    """
    tie Léa closeness:close
    person Léa sector:aviation
    tie Omar closeness:good
    person Omar company:Volèle
    tie Ana closeness:good
    person Ana company:Orme
    company Orme sector:aerospace
    tie Zoé closeness:good
    person Zoé sector:aéronautique
    """
    assert ground(outlook("Léa")) == (Opens.LITTLE, Sort.SECTOR, "aviation", 3)
    assert ground(outlook("Omar")) == (Opens.SOME, Sort.COMPANY, "Volèle", 0)


def test_a_company_speaks_where_no_sector_is_known(outlook):
    """
    tie Léa closeness:good
    person Léa company:Orme
    tie Omar closeness:good
    person Omar company:Orme
    tie Zoé closeness:good
    """
    assert ground(outlook("Léa")) == (Opens.LITTLE, Sort.COMPANY, "Orme", 1)
    assert outlook("Zoé").opening is None
