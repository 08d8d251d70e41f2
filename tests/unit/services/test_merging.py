"""Two people said to be one, and those who may be."""

from entregent.services.merging import alike, keep_apart, merge
from entregent.services.undoing import undo


def pairs(carnet):
    return [(pair.one.name, pair.other.name) for pair in alike(carnet.desk)]


def test_two_people_become_one_and_two_again(story):
    """
    person "Liz Hill" email:liz@exemple.fr company:Airbus
    person "Elizabeth Hill" id:eh phone:"07700 900123"
    """
    liz, elizabeth = story.person("Liz Hill"), story.person("Elizabeth Hill")
    assert pairs(story) == [("Liz Hill", "Elizabeth Hill")]
    batch = merge(story.desk, elizabeth, liz)
    one = story.person("Elizabeth Hill")
    assert (one.id, one.emails, one.phones) == (liz.id, ("liz@exemple.fr",), ("07700 900123",))
    assert alike(story.desk) == []
    undo(story.desk, batch)
    assert story.person("Elizabeth Hill").id == elizabeth.id


def test_the_owner_stays(story):
    """
    me "Nadia Benali"
    person "N. Benali"
    """
    merge(story.desk, story.person("N. Benali"), story.person("me"))
    assert story.person("N. Benali").id == story.book.owner


def test_somebody_is_one_already(story, refused):
    """
    person "Liz Hill"
    """
    with refused("merge.same", name="Liz Hill"):
        merge(story.desk, story.person("Liz Hill"), story.person("liz hill"))


def test_half_a_name_on_one_number_may_be_somebody(story):
    """
    person Juju phone:"06 39 98 00 11"
    person "Julien Roche" phone:"+33 6 39 98 00 11"
    person "Marc Roche" phone:"06 39 98 00 22"
    """
    assert pairs(story) == [("Juju", "Julien Roche")]


def test_two_people_kept_apart_are_never_suggested_nor_joined_until_that_is_undone(story):
    """
    person Juju phone:"06 39 98 00 11"
    person "Julien Roche" phone:"+33 6 39 98 00 11"
    """
    batch = keep_apart(story.desk, story.person("Juju"), story.person("Julien Roche"))
    assert pairs(story) == []
    story.cards("FN:Julien Roche\nNICKNAME:Juju\nTEL:06 39 98 00 11")
    assert sorted(story.names()) == ["Juju", "Julien Roche"]
    undo(story.desk, batch)
    assert pairs(story) == [("Juju", "Julien Roche")]


def test_nobody_is_kept_apart_from_themselves(story, refused):
    """
    person "Liz Hill"
    """
    with refused("merge.same", name="Liz Hill"):
        keep_apart(story.desk, story.person("Liz Hill"), story.person("liz hill"))
