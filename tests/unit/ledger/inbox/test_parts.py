"""What a message is made of: own words, words passed on, days, names."""

import inspect
from datetime import date

import pytest

from entregent.domain.letters import Writer
from entregent.domain.text import tokens
from entregent.ledger.inbox.deadline import deadline
from entregent.ledger.inbox.named import company, spaced, stands, whom
from entregent.ledger.inbox.sentences import Sentence, language_of, sentences, unwrapped
from entregent.ledger.inbox.zones import Zones, writer_of, zones
from entregent.locale.phrases import flat

MONDAY = date(2026, 3, 2)


def parts(text, words):
    return zones(inspect.cleandoc(text), words)


def test_quotes_and_signature_are_set_apart(words):
    found = parts(
        """
        Oui, et toi ?

        > Peux-tu me coopter ?

        Le lun. 2 mars 2026 à 10:00, Nadia Benali
        <nadia@exemple.fr> a écrit :
        > Une question
        """,
        words,
    )
    assert found == Zones("Oui, et toi ?")
    assert parts("Yes!\n\nSent from my phone\nMore", words) == Zones("Yes!")
    assert parts("Oui.\n-- \nNadia\nAcheteuse", words) == Zones("Oui.")
    assert parts("On Monday Tom wrote:\n> hello", words) == Zones("")


def test_a_message_passed_on_is_its_own_authors(words):
    found = parts(
        """
        Tu peux l'aider ?

        ---------- Forwarded message ---------
        From: Karim Ziani <karim@exemple.fr>
        Date: Mon, 2 Mar 2026
        Subject: Cooptation
        To: Nadia

        Peux-tu me coopter ?
        --
        Karim
        """,
        words,
    )
    assert found.own == "Tu peux l'aider ?"
    assert found.passed.writer == Writer("Karim Ziani", "karim@exemple.fr")
    assert found.passed.subject == "Cooptation"
    assert found.passed.date == "Mon, 2 Mar 2026"
    assert found.passed.text == "Peux-tu me coopter ?"


def test_a_message_pasted_with_its_headers_is_its_authors(words):
    found = parts("De : Léa Martin\nObjet : Question\n\nPeux-tu relire ma lettre ?", words)
    assert found.own == ""
    assert found.passed.writer == Writer("Léa Martin")
    assert found.passed.text == "Peux-tu relire ma lettre ?"


def test_one_passed_on_twice_is_its_first_authors_words(words):
    found = parts(
        """
        Début du message transféré :

        > De : Paul <paul@exemple.fr>
        > Objet : TR
        >
        > -----Original Message-----
        > From: Tom <tom@example.org>
        > Subject: Help
        >
        > Could you introduce us?
        """,
        words,
    )
    assert found.passed.text == "Could you introduce us?"


def test_a_message_passed_on_without_headers_is_told_by_its_attribution(words):
    found = parts("Message d'origine\nTom <tom@example.org> wrote:\nHelp me?", words)
    assert found.passed.writer == Writer("Tom", "tom@example.org")
    assert parts("Message transféré\n\nBonjour", words).passed.text == "Bonjour"
    assert parts("Message transféré", words).passed.text == ""


def test_a_line_that_looks_like_a_header_alone_is_none(words):
    assert parts("De : mon point de vue, tout va bien.", words).passed is None
    assert parts("De : moi\nà toi : rien", words).passed is None


def test_who_wrote_is_told_by_a_header():
    assert writer_of('"Martin, Léa" <Lea@Exemple.fr>') == Writer("Martin, Léa", "lea@exemple.fr")
    assert writer_of("lea@exemple.fr [mailto:lea@exemple.fr]") == Writer("", "lea@exemple.fr")
    assert writer_of("") == Writer()


@pytest.mark.parametrize(
    ("lang", "said", "day"),
    [
        ("fr", "avant le 15 mars", "2026-03-15"),
        ("fr", "avant le 1er mars", "2027-03-01"),
        ("fr", "d'ici vendredi", "2026-03-06"),
        ("fr", "d'ici lundi", "2026-03-09"),
        ("fr", "avant la fin du mois", "2026-03-31"),
        ("fr", "avant la fin de la semaine", "2026-03-08"),
        ("fr", "pour le 3/4", "2026-04-03"),
        ("fr", "pour le 3/4/27", "2027-04-03"),
        ("fr", "pour demain", "2026-03-03"),
        ("fr", "pour ce soir", "2026-03-02"),
        ("fr", "avant le 31 février", None),
        ("fr", "avant le 29 février", "2028-02-29"),
        ("fr", "avant de partir", None),
        ("fr", "le 15 mars", None),
        ("fr", "avant toutes ces longues années de vie, vendredi", None),
        ("en", "by Friday", "2026-03-06"),
        ("en", "before 15 April 2027", "2027-04-15"),
        ("en", "the deadline is May 3rd", "2026-05-03"),
        ("en", "by the end of the month", "2026-03-31"),
        ("en", "by 2026-04-01", "2026-04-01"),
        ("en", "by 2026-13-01", None),
        ("en", "by 3/4", None),
    ],
)
def test_a_deadline_is_a_day_from_the_day_of_the_message(words, lang, said, day):
    found = deadline(flat(said), words.tongues[lang], MONDAY)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("lang", "said", "person", "house"),
    [
        ("fr", "Peux-tu me présenter à Omar Haddad chez Airbus ?", "Omar Haddad", "Airbus"),
        ("fr", "Une mise en relation avec Mme Claire de la Tour", "Claire de la Tour", ""),
        ("fr", "Peux-tu nous présenter ?", "", ""),
        ("en", "Could you introduce me to Helen Marsh at Halden?", "Helen Marsh", "Halden"),
        ("en", "Do you know anyone at Kestrel Labs?", "", "Kestrel Labs"),
        ("en", "Could you put me in touch with I", "", ""),
    ],
)
def test_names_are_read_as_they_are_written(words, lang, said, person, house):
    sentence = Sentence(said, flat(said))
    tongue = words.tongues[lang]
    assert (whom(sentence, tongue), company(sentence, tongue)) == (person, house)


def test_sentences_end_where_one_ends_and_not_at_a_title():
    told = [one.text for one in sentences("Bonjour M. Lenoir. Ça va ?\nOui… « Non ! » Bien")]
    assert told == ["Bonjour M. Lenoir.", "Ça va ?", "Oui…", "« Non !", "» Bien"]


def test_a_line_broken_by_a_program_is_joined():
    assert unwrapped("je voudrais\nte voir\nBonjour") == "je voudrais te voir\nBonjour"


def test_the_language_shows_in_small_words(words):
    assert language_of("Je ne sais pas encore", words) == "fr"
    assert language_of("I do not know yet", words) == "en"
    assert language_of("Bonjour", words) == "fr"
    assert language_of("Xyz", words) is None
    assert language_of("", words) is None


@pytest.mark.parametrize(
    ("name", "there"),
    [("Omar Haddad", True), ("omar  haddad", True), ("Omar", False), ("Omar Haddadi", False)],
)
def test_a_full_name_stands_among_words_whole(name, there):
    assert stands(name, spaced(tokens("Parler avec Omar HADDAD, chez Airbus"))) is there
