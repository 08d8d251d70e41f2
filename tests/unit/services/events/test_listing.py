"""Attendee lists become guests: whatever the ticket office, each of them once."""

import pytest

from entregent.domain.events import Guest
from entregent.domain.reading import Problem
from entregent.services.events.guests import drop_list, guests
from entregent.services.undoing import undo


def test_eventbrite_gives_who_comes_once_and_what_they_look_for(evening):
    taken = evening.take("eventbrite.csv")
    assert evening.names == ["Chloé Dupont", "Omar Haddad"]
    assert [guest.name for guest in taken.new] == evening.names
    chloe = evening.guests[0]
    assert (chloe.company, chloe.title) == ("Vélanor", "Head of purchasing")
    assert chloe.emails == ("chloe.dupont@velanor.example",)
    assert chloe.needs == ("a graphic designer",)
    assert (taken.files[0].path, taken.files[0].read, taken.files[0].new) == (
        "eventbrite.csv",
        5,
        2,
    )


def test_luma_gives_neither_wallets_nor_keys_and_names_its_own_questions(evening):
    taken = evening.take("luma.csv")
    assert sorted(evening.names) == ["Maya Brandt", "omar haddad"]
    kept = repr(evening.desk.book.entries((Guest,)))
    for secret in ("0x71C", "7EcDh", "pk=g", "FRIEND", "$0"):
        assert secret not in kept
    assert taken.aside == ("What do you want to talk about tonight?",)
    maya = next(guest for guest in evening.guests if guest.name == "Maya Brandt")
    assert maya.topics == ()


def test_a_question_of_a_form_counts_where_one_says_what_it_is(evening):
    evening.take("luma.csv", columns={"What do you want to talk about tonight?": "topic"})
    assert evening.guests[0].topics == ("climbing",)


def test_meetup_gives_names_and_pages_and_no_address(evening):
    evening.take("meetup.xls")
    assert evening.names == ["Maya Brandt", "Ida Lund"]
    assert evening.guests[0].emails == ()
    assert evening.guests[0].urls == ("https://meetup.example/members/1",)


def test_whoever_paid_gives_their_address_to_nobody_else(evening):
    evening.take("helloasso.csv")
    told = {guest.name: guest.emails for guest in evening.guests}
    assert told == {
        "Chloé DUPONT": (),
        "Gisèle MARCHAND": ("gisele.marchand@assoc.example",),
    }
    assert evening.guests[0].needs == ("une stagiaire",)


def left(taken):
    return [(one.card.names[0], one.why.value, one.card.record) for _, one in taken.left]


def test_a_question_that_asks_for_a_company_gives_it(evening):
    evening.list("Name,What's your company?,What’s your job title?\nIda Lund,Fjord,Printer")
    assert (evening.guests[0].company, evening.guests[0].title) == ("Fjord", "Printer")


def test_who_is_not_taken_from_a_list_is_named_with_why(evening):
    taken = evening.list("""
        Nom;Prénom;Société;Statut de la commande;Nom payeur;Prénom payeur;Email payeur
        Roche;Léa;Rivage;Validé;Roche;Léa;lea@roche.example
        Petit;Marc;Rivage;Validé;Roche;Léa;lea@roche.example
        Brun;Éva;;Validé;Mauve;Odile;odile@mauve.example
        Gris;Ana;;Validé;Mauve;Odile;odile@mauve.example
        Noir;Jean;;Annulé;Noir;Jean;jean@noir.example
        Bleu;Tom;;Annulé;Bleu;Tom;tom@bleu.example
        Bleu;Tom;;Validé;Bleu;Tom;tom@bleu.example
        Vert;Max;;Validé;Noir;Jean;jean@noir.example
        Roche;Léa;Rivage;Validé;Roche;Léa;lea@roche.example
    """)
    assert left(taken) == [
        ("Odile Mauve", "payer", "row=3"),
        ("Jean Noir", "away", "row=5"),
        ("Léa Roche", "twice", "row=9"),
    ]
    assert not any(one.problems for one in taken.files)


def test_whoever_is_spelt_otherwise_stands_there_twice(evening):
    taken = evening.take("eventbrite.csv")
    told = {name: why for name, why, _ in left(taken)}
    assert told == {"Paul Renard": "away", "Inès Moreau": "away", "Chloe Dupond": "twice"}
    assert {path for path, _ in taken.left} == {"eventbrite.csv"}


def test_a_cancelled_row_that_names_nobody_is_nobody(evening):
    assert left(evening.list("Name,Company,Status\nIda Lund,Fjord,going\n,,cancelled")) == []


def test_the_first_list_is_told_from_later_ones(evening):
    assert evening.take("luma.csv").earlier == "no"
    assert evening.take("eventbrite.csv").earlier == "yes"


@pytest.mark.parametrize(
    "title",
    [
        "Que cherchez-vous ce soir ?",
        "Qui souhaitez-vous rencontrer ?",
        "What are you looking for tonight?",
        "Who would you like to meet tonight?",
        "What would you like help with?",
    ],
)
def test_what_a_form_asks_people_to_look_for_is_understood(evening, title):
    evening.list(f"Name,Company,{title}\nIda Lund,Fjord,a printer")
    assert evening.guests[0].needs == ("a printer",)


@pytest.mark.parametrize("name", ["pretix_fr.csv", "pretix_en.csv"])
def test_pretix_speaks_both_languages(evening, name):
    evening.take(name)
    assert evening.names == ["Chloé Dupont", "Karim Benali"]
    assert evening.guests[1].company == "Atelier Benali"
    assert "secret" not in repr(evening.desk.book.entries((Guest,)))


def test_indico_leaves_what_people_may_not_eat_aside(evening_of, story):
    """; nobody yet"""
    evening = evening_of(desk=story.informed().desk)
    taken = evening.take("indico.csv")
    assert [guest.emails for guest in evening.guests] == [("ida.lund@fjord.example",)]
    assert "nuts" not in repr(evening.desk.book.entries((Guest,)))
    assert taken.aside == ()


def test_two_of_one_name_in_a_list_are_two_people(evening):
    evening.take("eventmaker.csv")
    told = [(guest.name, guest.company) for guest in evening.guests]
    assert told == [
        ("Chloé Dupont", "Vélanor"),
        ("Jean Martin", "Orbital"),
        ("Jean Martin", "Semelle"),
    ]
    assert evening.guests[0].topics == ("emballage", "escalade")


def test_lists_of_several_offices_tell_of_each_human_once(evening):
    taken = evening.take("eventbrite.csv", "luma.csv", "pretix_fr.csv", "helloasso.csv")
    names = ["Chloé Dupont", "Omar Haddad", "Maya Brandt", "Karim Benali", "Gisèle MARCHAND"]
    assert sorted(evening.names) == sorted(names)
    assert [report.new for report in taken.files] == [2, 1, 1, 1]
    chloe = evening.guests[0]
    assert chloe.needs == ("a graphic designer", "une stagiaire")


def test_a_list_in_an_unknown_shape_is_a_problem_that_names_its_columns(evening):
    taken = evening.take("unknown.csv", "nom-prenom.csv")
    columns = {"columns": "Qui donc, D’où, Ce qui l’amène", "first": "Qui donc"}
    problem = Problem("", "table.unknown-columns", columns)
    assert [report.problems for report in taken.files] == [(), (problem,)]
    assert evening.names == ["Chloé Dupont", "Tom Weiss"]


def test_its_columns_may_be_told(evening):
    columns = {"Qui donc": "name", "D’où": "company", "Ce qui l’amène": "topic"}
    evening.take("unknown.csv", columns=columns)
    assert evening.guests[0].topics == ("l’emballage",)
    assert evening.names == ["Chloé Dupont", "Karim Benali"]


def test_the_same_list_again_changes_nothing(evening):
    evening.take("eventbrite.csv")
    before = evening.guests
    again = evening.take("eventbrite.csv")
    assert (again.batch, again.new, again.gone) == (None, (), ())
    assert evening.guests == before


def test_a_newer_list_tells_only_who_is_new_and_who_is_gone(evening):
    evening.list("Prénom,Nom,Société\nLéa,Arden,Orbital\nOmar,Haddad,Orbital\nZoé,Petit,Vélanor")
    newer = evening.list(
        "Prénom,Nom,Société,Fonction\nLéa,Arden,Orbital,Acheteuse\nOmar,Haddad,Orbital,\nTom,Weiss,,",
        "liste (1).csv",
    )
    assert [guest.name for guest in newer.new] == ["Tom Weiss"]
    assert [guest.name for guest in newer.gone] == ["Zoé Petit"]
    assert evening.names == ["Omar Haddad", "Léa Arden", "Tom Weiss"]
    assert evening.guests[1].title == "Acheteuse"
    undo(evening.desk, newer.batch)
    assert evening.names == ["Léa Arden", "Omar Haddad", "Zoé Petit"]


def test_a_list_of_others_takes_nobody_back(evening):
    evening.take("pretix_fr.csv")
    other = evening.take("meetup.xls")
    assert other.gone == ()
    assert len(evening.names) == 4


def test_a_list_that_cannot_be_read_takes_nobody_back(evening):
    evening.list("Prénom,Nom,Société\nLéa,Arden,Orbital")
    bad = evening.list("rien,du tout\n1,2")
    assert (bad.gone, evening.names) == ((), ["Léa Arden"])


def test_i_am_no_guest_of_my_own(evening_of):
    """me "Nadia Benali" email:nadia@exemple.example"""
    evening = evening_of()
    taken = evening.list("Name,Email,Company\nNadia B,nadia@exemple.example,\nOmar Haddad,,Orbital")
    assert (taken.myself, evening.names) == ("yes", ["Omar Haddad"])
    assert evening.list("Name,Email,Company\nLéa Arden,,Orbital", "autre.csv").myself == "no"


def test_guests_of_one_event_are_not_those_of_another(evening):
    evening.take("pretix_fr.csv")
    assert guests(evening.desk, "another") == ()
    assert drop_list(evening.desk, "another") == ()


def test_who_was_forgotten_for_good_is_no_guest_again(evening_of, story):
    """person "Zoé Petit" email:zoe@exemple.example"""
    evening = evening_of()
    salt, _ = story.book.forgotten()
    from entregent.services.never_again import Refusal

    zoe = story.person("Zoé Petit")
    story.book.forget(zoe.id, Refusal(salt, frozenset()).hashes(zoe))
    evening.list("Name,Email,Company\nZoé Petit,zoe@exemple.example,\nOmar Haddad,,Orbital")
    assert evening.names == ["Omar Haddad"]


def test_an_invitation_in_a_calendar_is_a_list(evening):
    path = evening.folder / "invitation.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260304T180000Z\nSUMMARY:Apéro\n"
        "ORGANIZER;CN=Ida Lund:mailto:ida@fjord.example\n"
        "ATTENDEE;CN=Omar Haddad;PARTSTAT=ACCEPTED:mailto:omar@orbital.example\n"
        "ATTENDEE;CN=Tom Weiss;PARTSTAT=DECLINED:mailto:tom@weiss.example\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    evening.read(path)
    assert evening.names == ["Ida Lund", "Omar Haddad"]


def test_a_chat_is_no_list(evening):
    path = evening.folder / "chat.txt"
    path.write_text("30/12/2023, 14:30 - Léa: bonjour\n30/12/2023, 14:31 - Omar: salut\n")
    taken = evening.read(path)
    assert Problem("", "table.no-guests") in taken.files[0].problems
    assert evening.names == []


def test_what_is_no_list_at_all_says_so(evening):
    path = evening.folder / "page.html"
    path.write_text("<p>Apéro</p>")
    (report,) = evening.read(path).files
    assert report.problems == (Problem("", "table.no-guests"),)


def test_a_name_without_end_is_cut(evening):
    evening.list(f"Name,Company\nIda Lund,Fjord\nOmar {'a' * 500},Orbital")
    assert sorted(map(len, evening.names)) == [8, 120]


def test_whoever_gives_only_an_address_is_called_by_it_until_a_name_is_told(evening):
    evening.list("Email,Company\nlea@orbital.example,Orbital\nomar@orbital.example,Orbital")
    assert evening.names == ["lea@orbital.example", "omar@orbital.example"]
    evening.list("Name,Email,Company\nLéa Arden,lea@orbital.example,Orbital", "noms.csv")
    assert sorted(evening.names) == ["Léa Arden", "omar@orbital.example"]


def test_a_list_is_deleted_for_good(evening):
    taken = evening.take("eventbrite.csv")
    gone = drop_list(evening.desk, evening.event.event)
    assert [guest.name for guest in gone] == ["Chloé Dupont", "Omar Haddad"]
    assert evening.guests == ()
    assert evening.desk.book.entries((Guest,)) == []
    undo(evening.desk, taken.batch)
    assert evening.guests == ()
