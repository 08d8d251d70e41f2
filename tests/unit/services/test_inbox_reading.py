"""A message understood: whose, what, of whom, by when; nothing made up."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.inbox import Requested
from entregent.domain.letters import Letter, Sent, Writer
from entregent.domain.words import Kind
from entregent.services.inbox import inbox
from entregent.services.inbox_reading import InboxReader, Nothing, Understood, Without, keep

KARIM = Writer("Karim Ziani", "karim@exemple.fr")
ASK = "Bonjour, pourrais-tu me présenter à Omar Haddad chez Airbus avant vendredi ? Merci."


def read(carnet, text, writer=KARIM, *, kind=None, **more):
    return InboxReader(carnet.desk, Content()).read(Letter(writer, text, **more), kind)


def test_a_request_is_its_authors_by_their_address(story):
    """
    person "Karim Z." email:Karim@exemple.fr
    person "Omar Haddad"
    """
    found = read(story, ASK, on=date(2026, 2, 27))
    assert isinstance(found, Understood)
    assert (found.kind, found.language) == (Kind.INTRODUCTION, "fr")
    assert found.person.name == "Karim Z."
    assert (found.whom, found.other.name, found.company) == (
        "Omar Haddad",
        "Omar Haddad",
        "Airbus",
    )
    assert (found.on, found.by) == (date(2026, 2, 27), date(2026, 3, 6))
    assert (
        found.text == "Bonjour, pourrais-tu me présenter à Omar Haddad chez Airbus avant vendredi ?"
    )


def test_what_the_message_does_not_tell_stays_blank(story):
    """
    person "Omar Haddad" id:o1
    person "Omar Haddad" id:o2
    """
    found = read(story, "Peux-tu me présenter à Omar Haddad ?", Writer())
    assert (found.person, found.other, found.whom) == (None, None, "Omar Haddad")
    assert (found.by, found.company, found.on) == (None, "", date(2026, 3, 1))


def test_a_name_alone_is_enough_where_one_person_bears_it(story):
    """
    person "Karim Ziani"
    """
    assert read(story, ASK, Writer("karim ziani")).person.name == "Karim Ziani"
    assert read(story, ASK, Writer("", "inconnu@exemple.fr")).person is None
    assert read(story, ASK, Writer("Karim Ziani", "autre@exemple.fr")).person is not None


def test_an_address_of_two_people_is_nobodys(story):
    """
    person "Karim Ziani" email:karim@exemple.fr
    person "Zoé Ziani" email:karim@exemple.fr
    """
    assert read(story, ASK).person is None


def test_whom_they_want_to_meet_is_neither_they_nor_i(story):
    """
    me "Nadia Benali"
    person "Karim Ziani" email:karim@exemple.fr
    """
    own = read(story, "Peux-tu me présenter à Karim Ziani ?")
    assert (own.other, own.whom) == (None, "Karim Ziani")
    assert read(story, "Peux-tu me présenter à Nadia Benali ?").other is None


def test_a_part_of_a_name_is_enough_at_the_company_named(story):
    """
    me "Nadia Benali" company:Airbus
    person Omar company:Airbus
    person "Omar Sy" company:Orme
    """
    at = "Peux-tu me présenter à Omar Haddad"
    assert read(story, f"{at} chez Airbus ?").other.name == "Omar"
    assert read(story, f"{at} ?").other is None
    unknown = read(story, f"{at} chez Orme ?")
    assert (unknown.other, unknown.company) == (None, "Orme")
    kept, _, _ = keep(story.desk, unknown, None)
    assert (kept.other, kept.company) == (None, "")
    assert [r.why.value for r in inbox(story.desk)[0].weighed.because] == [
        "target-unclear",
        "stranger",
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Je cherche à parler achats avec Omar Haddad, chez Airbus : {}", "Omar Haddad"),
        ("I'd love to talk purchasing with Omar Haddad. Could you put us in touch?", "Omar Haddad"),
        ("Je travaille avec Zoé Blin. {}", "Zoé Blin"),
        ("Je travaille avec Zoé Blin. Peux-tu me présenter à quelqu’un chez Airbus ?", None),
        ("Zoé Blin m’a parlé de toi : peux-tu me présenter à quelqu’un chez Airbus ?", None),
        ("Je connais déjà Zoé Blin et Omar Haddad ; {}", None),
        ("C’est Karim Ziani, ami de Nadia Benali : {}", None),
        ("Je pense à Omar : {}", None),
    ],
)
def test_a_full_name_in_the_asking_words_is_whom_they_want_to_meet(story, text, whom):
    """
    me "Nadia Benali"
    person "Karim Ziani" email:karim@exemple.fr
    person "Omar Haddad" company:Airbus
    person "Zoé Blin" company:Orme
    """
    found = read(story, text.format("pourrais-tu nous mettre en relation ?"))
    assert found.kind is Kind.INTRODUCTION
    assert (found.other and found.other.name) == whom


FORWARDED = """
---------- Message transféré ----------
De : Julie Aubert <julie@exemple.fr>
Objet : Question

Pourrais-tu relire ma lettre ?
"""


def test_what_somebody_passes_on_is_its_first_authors_request(story):
    """
    me "Nadia Benali" email:nadia@exemple.fr
    person "Karim Ziani" email:karim@exemple.fr
    """
    found = read(story, f"Tu peux l'aider ?\n{FORWARDED}")
    assert (found.kind, found.writer.name) == (Kind.REVIEW, "Julie Aubert")
    mine = read(story, f"À garder.\n{FORWARDED}", Writer("", "nadia@exemple.fr"))
    assert mine.writer.address == "julie@exemple.fr"
    own = read(story, f"Pourrais-tu me coopter ?\n{FORWARDED}")
    assert (own.kind, own.writer) == (Kind.REFERRAL, KARIM)
    bare = read(story, FORWARDED, subject="TR: Demande de conseil : un choix")
    assert bare.writer.name == "Julie Aubert"


def test_a_message_attached_is_read_as_its_own(story):
    """
    me "Nadia Benali" email:nadia@exemple.fr
    """
    inner = Letter(KARIM, "Pourrais-tu me coopter ?")
    found = read(story, "Pour mémoire", Writer("", "nadia@exemple.fr"), inner=inner)
    assert (found.kind, found.writer) == (Kind.REFERRAL, KARIM)


def test_an_ask_of_our_own_making_is_known_by_its_shape(carnet):
    found = read(carnet, "Bonjour,\n\nÀ bientôt", subject="Demande de cooptation chez Airbus")
    assert (found.kind, found.company, found.text) == (Kind.REFERRAL, "Airbus", "Bonjour,")
    silent = read(carnet, "", subject="Demande de cooptation chez Airbus")
    assert silent.text == "Demande de cooptation chez Airbus"
    told = read(carnet, "Peux-tu me coopter ?", subject="Demande de cooptation chez Airbus")
    assert told.text == "Peux-tu me coopter ?"


def test_a_subject_may_tell_by_itself(carnet):
    assert read(carnet, "Cf. objet", subject="Peux-tu me coopter ?").kind is Kind.REFERRAL


@pytest.mark.parametrize(
    ("text", "more", "why"),
    [
        ("On se voit jeudi ?", {}, Without.NO_REQUEST),
        ("Peux-tu me coopter ?", {"sent": Sent.BY_MACHINE}, Without.MACHINE),
        ("Peux-tu me coopter ?", {"sent": Sent.TO_A_LIST}, Without.LIST),
        ("Peux-tu me coopter ? Se désabonner.", {}, Without.MACHINE),
        ("---- Message transféré ----\nPeux-tu me coopter ? Unsubscribe", {}, Without.MACHINE),
        ("", {}, Without.NO_REQUEST),
    ],
)
def test_a_message_without_a_request_says_why(carnet, text, more, why):
    assert read(carnet, text, **more) == Nothing(why)


def test_my_own_message_asks_nothing_of_me(story):
    """
    me "Nadia Benali" email:nadia@exemple.fr
    """
    assert read(story, ASK, Writer("N", "nadia@exemple.fr")) == Nothing(Without.MINE)
    assert read(story, ASK, Writer("N", "nadia@exemple.fr"), kind=Kind.ADVICE) == Nothing(
        Without.MINE
    )


def test_i_may_say_what_a_message_asks(carnet):
    found = read(
        carnet, "Bonjour, que faire avant le 3 avril ? " + "Voilà. " * 60, kind=Kind.ADVICE
    )
    assert (found.kind, found.by) == (Kind.ADVICE, date(2026, 4, 3))
    assert len(found.text) == 300
    assert found.text.endswith("…")
    assert read(carnet, "???", kind=Kind.IDEAS).language is None
    assert read(carnet, "", subject="Aide", kind=Kind.IDEAS).text == "Aide"


def test_a_request_is_kept_once_i_confirm_it(story, refused):
    """
    person "Karim Ziani" email:karim@exemple.fr
    person "Omar Haddad"
    person Zoé
    """
    kept, asker, _ = keep(story.desk, read(story, ASK), None)
    assert (asker.name, kept.by) == ("Karim Ziani", date(2026, 3, 6))
    other, _, _ = keep(story.desk, read(story, ASK), story.person("Zoé"))
    assert other.person == story.id("Zoé")
    with refused("inbox.already", number="1"):
        keep(story.desk, read(story, ASK), None)
    assert len(inbox(story.desk)) == 2


def test_an_asker_whom_the_book_does_not_know_is_added_with_it(carnet, refused):
    before = carnet.dump()
    kept, asker, batch = keep(carnet.desk, read(carnet, "Peux-tu me coopter ?"), None)
    assert carnet.person("karim@exemple.fr").id == kept.person == asker.id
    carnet.book.undo(batch, {})
    assert carnet.dump() == before
    keep(carnet.desk, read(carnet, "Peux-tu me coopter ?", Writer("Ann Bell")), None)
    assert carnet.person("Ann").emails == ()
    with refused("inbox.no-sender"):
        keep(carnet.desk, read(carnet, "Peux-tu me coopter ?", Writer("", "x@exemple.fr")), None)
    assert len(carnet.deeds(Requested)) == 1
