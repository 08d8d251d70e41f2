"""People by hand: adding them with a phrase, editing them, and who I am."""

import pytest

from entregent.content import Content
from entregent.domain.batches import BatchKind
from entregent.domain.facts import Connected, Position, Tied, Worked
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context, Said
from entregent.locale.phrase_text import Vocabulary
from entregent.services.people import About, add, edit

VOCABULARY = Vocabulary(Content().template("vocabulary/phrase"))


@pytest.fixture
def adding(carnet):
    def with_phrase(name, phrase="", *, namesake="refuse", **about):
        return add(
            carnet.desk, name, phrase, About(**about), vocabulary=VOCABULARY, namesake=namesake
        )

    return with_phrase


def test_a_name_is_enough(carnet, adding):
    added = adding(" Léa Martin ")
    assert (added.person.name, added.facts, added.note) == ("Léa Martin", (), "")
    assert carnet.deeds(Connected) == [Connected(added.person.id, carnet.book.owner)]
    (line,) = carnet.book.batches()
    assert (line.id, line.kind) == (added.batch, BatchKind.HAND)


def test_a_french_phrase_is_understood(carnet, adding):
    added = adding("Léa Martin", "ancienne collègue chez Michelin, achats, on se tutoie")
    lea, me = added.person.id, carnet.book.owner
    assert set(added.facts) >= {
        Tied(lea, me, Context.PROFESSIONAL, Address.TU),
        Worked(lea, "Michelin"),
    }
    assert added.person.sectors == ("achats",)


def test_an_english_phrase_is_understood(adding):
    added = adding("Mark Hill", "ex-colleague at Shell, now product manager at BP")
    mark = added.person.id
    assert Position(mark, "BP", "product manager") in added.facts
    assert Worked(mark, "Shell") in added.facts
    assert added.person.title == "product manager"


def test_places_former_employers_and_what_is_not_understood_are_kept(carnet, adding):
    adding("Paul Durand", "cousin, boulanger à Lyon")
    assert carnet.told("Paul", Said.PLACE) == ["Lyon"]
    assert carnet.told("Paul", Said.NOTE) == ["cousin"]
    rencontre = adding("Ana Silva", "DRH chez Sanofi, rencontrée au salon")
    assert rencontre.note == "rencontrée au salon"


def test_a_former_employer_where_i_was_not_is_found_by_was_at(carnet, adding):
    adding("Zoé Petit", "ancienne de chez Orange")
    assert carnet.names("was-at:orange") == ["Zoé Petit"]
    assert carnet.names("company:orange") == []


def test_options_say_more_than_the_phrase(adding):
    added = adding(
        "Léa Martin",
        "amie de fac",
        emails=("lea@exemple.fr", " "),
        phones=("06 12 34 56 78",),
        title="Acheteuse",
        closeness=Closeness.CLOSE,
        since="2012-09",
    )
    lea = added.person
    assert (lea.emails, lea.phones, lea.title) == (
        ("lea@exemple.fr",),
        ("06 12 34 56 78",),
        "Acheteuse",
    )
    assert {fact.closeness for fact in added.facts if isinstance(fact, Tied)} == {
        None,
        Closeness.CLOSE,
    }


def test_a_name_that_is_known_is_refused_unless_it_is_a_namesake(carnet, adding, refused):
    first = adding("Léa Martin").person.id
    with refused("person.exists", name="LEA MARTIN"):
        adding("LEA MARTIN")
    second = adding("Léa Martin", namesake="allow").person.id
    assert first != second
    assert carnet.names() == ["Léa Martin", "Léa Martin"]


@pytest.mark.parametrize("name", ["", "  "])
def test_nobody_has_no_name(adding, refused, name):
    with refused("person.no-name"):
        adding(name)


# --- editing ---------------------------------------------------------------------------------


def test_editing_says_more_and_keeps_the_rest(story):
    """
    person Léa company:Airbus email:lea@exemple.fr
    """
    edit(
        story.desk,
        story.id("Léa"),
        About(
            company="Safran",
            title="Directrice",
            start=Month(2025, 9),
            emails=("lea@safran.exemple.fr",),
            urls=("https://exemple.fr/lea",),
            sectors=("achats",),
            circles=("fac",),
            tags=("vélo",),
            projects=("réemploi",),
            clients=("la mairie",),
            topics=("plastique",),
            advice=("lire les contrats",),
            langs=("fr",),
            note="préfère le téléphone",
            context=Context.BOTH,
            address=Address.TU,
        ),
    )
    lea = story.person("Léa")
    assert set(lea.emails) == {"lea@exemple.fr", "lea@safran.exemple.fr"}
    assert Position(lea.id, "Safran", "Directrice", Month(2025, 9)) in lea.positions
    assert (lea.sectors, lea.circles, lea.tags) == (("achats",), ("fac",), ("vélo",))
    assert (lea.projects, lea.topics, lea.lang) == (("réemploi",), ("plastique",), "fr")
    assert story.told("Léa", Said.CLIENT) == ["la mairie"]
    assert story.told("Léa", Said.ADVICE) == ["lire les contrats"]
    assert story.told("Léa", Said.NOTE) == ["préfère le téléphone"]
    tie = Tied(lea.id, story.book.owner, Context.BOTH, Address.TU)
    assert story.deeds(Tied) == [tie]


def test_an_edit_that_says_nothing_is_refused(story, refused):
    """
    person Léa
    """
    with refused("edit.nothing"):
        edit(story.desk, story.id("Léa"), About(note="  "))


def test_a_value_is_taken_away_and_may_be_said_again(story):
    """
    person Léa email:vieille@exemple.fr email:lea@exemple.fr
    """
    lea = story.id("Léa")
    edit(story.desk, lea, About(), without=("Vieille@exemple.fr",))
    assert story.person("Léa").emails == ("lea@exemple.fr",)
    story.tell("person Léa email:vieille@exemple.fr", "later.journal")
    story.cards("FN:Léa\nEMAIL:vieille@exemple.fr\nEMAIL:lea@exemple.fr")
    assert story.person("Léa").emails == ("lea@exemple.fr",)
    edit(story.desk, lea, About(emails=("vieille@exemple.fr",)))
    assert set(story.person("Léa").emails) == {"lea@exemple.fr", "vieille@exemple.fr"}


def test_one_value_goes_and_another_comes_in_one_edit(story):
    """
    person Léa circle:fac
    """
    edit(story.desk, story.id("Léa"), About(circles=("escalade",)), without=("fac",))
    assert story.person("Léa").circles == ("escalade",)


def test_what_nobody_said_cannot_be_taken_away(story, refused):
    """
    person Léa circle:fac
    """
    with refused("edit.no-such-value", value="escalade"):
        edit(story.desk, story.id("Léa"), About(circles=("vélo",)), without=("fac", "escalade"))
    assert story.person("Léa").circles == ("fac",)


def test_an_employer_is_taken_away_too(story):
    """
    person Léa company:Airbus circle:fac
    """
    edit(story.desk, story.id("Léa"), About(), without=("Airbus",))
    assert story.person("Léa").positions == ()


def test_what_was_taken_away_already_cannot_be_taken_away_again(story, refused):
    """
    person Léa circle:fac
    """
    edit(story.desk, story.id("Léa"), About(), without=("fac",))
    with refused("edit.no-such-value", value="fac"):
        edit(story.desk, story.id("Léa"), About(), without=("fac",))


# --- me --------------------------------------------------------------------------------------


def test_my_profile_is_edited_like_anybodys_but_i_have_no_tie_with_myself(carnet):
    edit(
        carnet.desk,
        carnet.book.owner,
        About(name="Nadia Benali", company="Michelin", closeness=Closeness.CLOSE),
    )
    me = carnet.person("me")
    assert (me.name, me.companies(carnet.desk.today)) == ("Nadia Benali", ("Michelin",))
    assert carnet.deeds(Tied) == []


def test_an_address_that_is_mine_folds_in_whoever_bore_it(story):
    """
    person "N. Benali" email:Nadia@Exemple.fr circle:fac
    person Omar email:omar@exemple.fr
    2026-01-05 met "N. Benali"
    """
    edit(story.desk, story.book.owner, About(emails=("nadia@exemple.fr",)))
    assert story.names() == ["Omar"]
    assert story.person("me").circles == ("fac",)
    assert story.book.batches()[-1].kind is BatchKind.MERGE


def test_words_without_an_address_claim_nobody(story):
    """
    person Omar
    """
    edit(story.desk, story.book.owner, About(name="Nadia", emails=("nadia@exemple.fr",)))
    assert story.names() == ["Omar"]
    assert {line.kind for line in story.book.batches()} == {BatchKind.IMPORT, BatchKind.HAND}


def test_somebody_elses_address_claims_nobody(story):
    """
    person Léa email:lea@exemple.fr
    person Omar
    """
    edit(story.desk, story.id("Omar"), About(emails=("lea@exemple.fr",)))
    assert story.names() == ["Léa", "Omar"]
