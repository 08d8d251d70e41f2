"""Searching: by any word, by a field, and the one person who is meant."""

import pytest

from entregent.domain.facts import Need
from entregent.services.meant import Everybody, who
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.searching import find


def test_nothing_asked_gives_everybody_but_me_by_name(story):
    """
    me "Nadia Benali"
    person zoé
    person Élodie
    person "Paul Durand"
    """
    assert story.names() == ["Élodie", "Paul Durand", "zoé"]


def test_every_word_must_stand_somewhere_whatever_its_accents(story):
    """
    person "Léa Martin" company:Airbus title:"Responsable achats"
    person "Léa Roux" note:"aime l'escalade"
    need "Léa Roux" "un graphiste"
    """
    assert story.names("LEA") == ["Léa Martin", "Léa Roux"]
    assert story.names("lea achats") == ["Léa Martin"]
    assert story.names("escalade") == ["Léa Roux"]
    assert story.names("graphiste") == ["Léa Roux"]
    assert story.names("lea boulanger") == []


def test_company_is_the_current_employer(story):
    """
    person Léa company:"Crédit Agricole SA" from:2019-03
    person Omar company:Airbus from:2014-01 to:2018-12
    person Ana company:Airbus
    """
    assert story.names("company:airbus") == ["Ana"]
    assert story.names('company:"credit agricole"') == ["Léa"]
    assert story.on("2016-05-01").names("company:Airbus") == ["Ana", "Omar"]


def test_was_at_is_a_former_one_with_dates_or_without(story):
    """
    person Omar company:Airbus from:2014-01 to:2018-12
    person Ana company:Airbus other:was-at=Michelin
    person Léa other:vélo
    """
    assert story.names("was-at:Airbus") == ["Omar"]
    assert story.names("was-at:michelin") == ["Ana"]


def test_an_employer_to_come_is_no_former_one(story):
    """
    person Léa company:Airbus from:2027-01
    """
    assert story.names("was-at:Airbus") == []


def test_sector_circle_and_tag_are_what_they_say(story):
    """
    person Léa sector:Aéronautique circle:fac circle:escalade tag:vélo
    person Omar sector:santé
    person Ana tag:fac
    """
    assert story.names("sector:aeronautique") == ["Léa"]
    assert story.names("circle:fac") == ["Léa"]
    assert story.names("tag:velo") == ["Léa"]
    assert story.names("tag:fac") == ["Ana"]


def test_fields_and_words_go_together(story):
    """
    person "Léa Martin" company:Airbus circle:fac
    person "Léa Roux" company:Airbus
    """
    assert story.names("léa company:Airbus circle:fac") == ["Léa Martin"]
    assert story.names("paul company:Airbus") == []


def test_i_am_never_among_those_found(story):
    """
    me "Nadia Benali" company:Michelin
    """
    assert find(story.desk, "nadia") == find(story.desk, "company:Michelin") == []


# --- the one who is meant --------------------------------------------------------------------


def test_somebody_is_meant_by_name_part_address_number_or_id(story):
    """
    person "Léa Martin" id:lm name:"Léa Roux" email:lea@exemple.fr phone:"+33 6 12 34 56 78"
    person "Omar Haddad"
    """
    lea = story.book.people()[1].id
    for words in (
        "Léa Martin",
        "lea  MARTIN",
        "Léa Roux",
        "martin",
        "LEA@exemple.fr",
        "06 12 34 56 78",
        "lm",
        "@lm",
        lea,
        f"@{lea}",
    ):
        assert who(story.desk, words).id == lea, words
        assert Everybody(story.desk).who(words).id == lea, words


def test_me_is_the_owner_in_both_languages_even_without_a_name(carnet):
    assert who(carnet.desk, "me").id == who(carnet.desk, "Moi").id == carnet.book.owner
    assert Everybody(carnet.desk).who("moi").id == carnet.book.owner


def test_looking_up_many_tells_nobody_near(story, refused):
    """
    person "Omar Haddad"
    person "Omar Roux"
    """
    everybody = Everybody(story.desk)
    for words in ("Omar Hadad", "x@exemple.fr", ""):
        with refused("person.unknown", name=words, near=""):
            everybody.who(words)
    with pytest.raises(BookError, match=r"person\.ambiguous"):
        everybody.who("omar")


def test_a_whole_name_comes_before_a_part_of_another(story):
    """
    person Léa
    person "Léa Martin"
    """
    assert who(story.desk, "Léa").name == "Léa"


def test_several_who_fit_are_named_three_at_most(story, refused):
    """
    person "Jean Martin" id:jm1
    person "Jean Martin" id:jm2
    person "Jean Roux"
    person "Jean Petit"
    """
    ids = {p.id: p.name for p in story.book.people()[1:]}
    one, two, *_ = ids
    with refused(
        "person.ambiguous",
        name="Jean Martin",
        among=f"Jean Martin (@{one[-6:]}), Jean Martin (@{two[-6:]})",
    ):
        who(story.desk, "Jean Martin")
    three = ", ".join(f"{name} (@{person[-6:]})" for person, name in list(ids.items())[:3])
    with refused("person.ambiguous", name="Jean", among=three):
        who(story.desk, "Jean")
    assert who(story.desk, f"@{one[-6:]}").id == one


def test_an_unknown_name_comes_with_those_near_it(story, refused):
    """
    person "Léa Martin"
    person Omar
    """
    with refused("person.unknown", name="Lea Martn", near="Léa Martin"):
        who(story.desk, "Lea Martn")
    with refused("person.unknown", name="Omer", near="Omar"):
        who(story.desk, "Omer")
    with refused("person.unknown", name="Zoé", near=""):
        who(story.desk, "Zoé")
    with refused("person.unknown", name="", near=""):
        who(story.desk, "")


def test_an_unknown_id_is_nobody_even_beside_an_address_that_is_none(story, refused):
    """
    person Léa email:lea-chez-exemple
    """
    with refused("person.unknown", name="@zoe", near=""):
        who(story.desk, "@zoe")


def test_an_id_that_was_merged_away_still_means_the_person(carnet):
    carnet.cards("FN:L. Martin\nTEL:0612345678")
    gone = carnet.id("L. Martin")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr", path="b.vcf")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:0612345678", path="c.vcf")
    assert carnet.person(gone).id == carnet.id("lea@exemple.fr")


def test_what_was_said_by_hand_is_searched_too(story):
    """
    person Léa
    """
    record(story.desk, [Need(story.id("Léa"), "Un appartement à Lyon")], "need")
    assert story.names("lyon") == ["Léa"]
