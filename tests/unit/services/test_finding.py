"""Finding: fields, exclusions, saved searches, employers told by addresses, and what is near."""

import pytest

from entregent.domain.facts import SavedSearch
from entregent.services.saved import save, saved, unsave
from entregent.services.searching import find, near


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


def test_every_field_looks_in_its_place(story):
    """
    person "Léa Martin" company:Volèle title:acheteuse email:lea@lac.example
    person "Omar Lyon" phone:"+33 6 12 34 56 78" topic:vélo note:"vu à Annecy" place:Lyon
    person "Ana Roux" tag:"club de ski" circle:"Chœur du lac"
    """
    assert story.names("name:lyo") == ["Omar Lyon"]
    assert story.names("title:ache") == ["Léa Martin"]
    assert story.names("email:LAC.example") == ["Léa Martin"]
    assert story.names("phone:0612345678") == story.names("06 12 34 56 78") == ["Omar Lyon"]
    assert story.names("phone:lac") == []
    assert story.names("topic:velo") == story.names("note:annecy") == ["Omar Lyon"]
    assert story.names("place:lyon") == ["Omar Lyon"]
    assert story.names("tag:ski") == story.names("circle:chœur") == ["Ana Roux"]
    assert story.names("source:journal lea") == ["Léa Martin"]
    assert story.names("source:facts.journal ana") == ["Ana Roux"]
    assert story.names("source:linkedin") == []


def test_a_minus_excludes_words_phrases_and_fields(story):
    """
    person "Léa Martin" company:Volèle note:"aime le lac bleu"
    person "Omar Martin" company:Volèle tag:vélo
    person "Ana Martin" company:Orme
    """
    assert story.names("martin -tag:vélo -company:orme") == ["Léa Martin"]
    assert story.names('martin -"lac bleu"') == ["Ana Martin", "Omar Martin"]
    assert story.names("-martin") == []


def test_a_phrase_stands_as_it_is(story):
    """
    person Léa note:"la maison du lac"
    person Omar note:"du lac, une maison"
    """
    assert story.names('"maison du lac"') == ["Léa"]
    assert story.names("maison lac") == ["Léa", "Omar"]


# --- sectors and employers -------------------------------------------------------------------


def test_a_sector_is_found_by_any_of_its_names(story):
    """
    person Léa sector:Aéronautique
    person Omar company:"Groupe Volèle"
    person Ana company:"Banque du Lac"
    person Zoé company:Orme
    company Orme sector:aviation
    """
    known = story.informed()
    assert known.names("sector:aerospace") == ["Léa", "Omar", "Zoé"]
    assert known.names("secteur:banking") == ["Ana"]
    assert known.names("-sector:aerospace") == ["Ana"]
    assert story.names("sector:aerospace") == []


def test_an_address_tells_an_employer_nobody_said(carnet):
    carnet.cards(
        "FN:Léa Martin\nEMAIL:lea@volele.example\nORG:Volèle SA",
        "FN:Omar Haddad\nEMAIL:omar@fr.volele.example",
        "FN:Ana Roux\nEMAIL:ana@volele.example\nORG:Orme",
        "FN:Zoé Petit\nEMAIL:zoe@postier.fr",
        "FN:Paul Blanc\nEMAIL:paul@alumni.volele.example",
    )
    known = carnet.informed()
    assert known.names("société:volèle") == ["Léa Martin", "Omar Haddad"]
    assert known.names("-company:volèle") == ["Ana Roux", "Paul Blanc", "Zoé Petit"]
    assert carnet.names("company:volèle") == ["Léa Martin"]


# --- saved searches --------------------------------------------------------------------------


def test_a_search_is_kept_and_asked_again_by_name(story):
    """
    person "Léa Martin" company:Volèle
    person "Omar Martin" company:Orme
    """
    save(story.desk, "@Lac", "martin company:volèle")
    assert story.names("@lac") == ["Léa Martin"]
    assert story.names("@lac omar") == []
    save(story.desk, "lac", "martin")
    assert story.names("@LAC -léa") == ["Omar Martin"]
    save(story.desk, "b", "omar")
    assert saved(story.book) == [SavedSearch("b", "omar"), SavedSearch("lac", "martin")]


def test_a_saved_search_goes_and_can_be_undone(story, refused):
    """
    person "Léa Martin" email:lea@lac.example
    """
    save(story.desk, "lac", "martin")
    batch = unsave(story.desk, "@Lac")
    assert saved(story.book) == []
    assert story.names("@lac") == ["Léa Martin"], "now a word like another, found in an address"
    story.book.undo(batch, {})
    assert [one.name for one in saved(story.book)] == ["lac"]
    with refused("search.unknown", name="mer", known="@lac"):
        unsave(story.desk, "mer")
    unsave(story.desk, "lac")
    with refused("search.none", name="mer", known=""):
        unsave(story.desk, "mer")


def test_a_search_needs_words_and_a_name_of_one_word(carnet, refused):
    with refused("search.nothing"):
        save(carnet.desk, "lac", "  ")
    for name in ("", "du lac", 'l"ac', "a:b"):
        with refused("search.name", name=name):
            save(carnet.desk, name, "martin")


# --- when nobody fits ------------------------------------------------------------------------


def test_what_is_near_is_proposed(story):
    """
    person "Léa Martin" company:Volèle circle:escalade tag:vélo
    """
    assert find(story.desk, "marttin") == []
    assert near(story.desk, "marttin -lea") == ["Léa Martin"]
    assert near(story.desk, "company:volele2") == ["Volèle"]
    assert near(story.desk, "escalad velos") == ["escalade", "vélo"]
    assert near(story.desk, "-martin zzz") == []


def test_nothing_is_near_to_a_word_too_long_for_a_name(story):
    """
    person "Léa Martin"
    """
    assert near(story.desk, "martin" * 1_000) == []
